// What figures about generated rows mean, about privacy, about what decisions rest on, and about uncertainty.
#include "core/report/metric_guides.h"

namespace fairloom {

std::vector<MetricGuide> quality_guides()
{
    return {
        {"density", FAIRLOOM_TEXT("Density"),
         FAIRLOOM_TEXT("How closely generated rows lie where real rows lie: in how many real rows' neighbourhoods a generated row is, against what is expected. About 1 for rows of the same "
                       "distribution; it may be above 1"),
         FAIRLOOM_TEXT("number of (generated row, real neighbourhood it is in) pairs / (k * generated rows)"),
         FAIRLOOM_TEXT("Its interval comes from half samples, for a bootstrap draws rows twice, and duplicates break neighbour figures. Rows crowded in the middle push it above 1")},
        {"coverage", FAIRLOOM_TEXT("Coverage"), FAIRLOOM_TEXT("Share of real rows that have a generated row in their neighbourhood: is all that is in the data also in the generated rows? 1 is best"),
         FAIRLOOM_TEXT("real rows with a generated row within the distance to their k-th nearest real row / real rows"),
         FAIRLOOM_TEXT("It grows with the number of generated rows and depends on k: compare at equal numbers only. A perfect sampler stays a little below 1. Its interval comes from half samples")},
        {"quality_precision", FAIRLOOM_TEXT("Precision of generated rows"), FAIRLOOM_TEXT("Share of generated rows that lie in some real row's neighbourhood: do they look real?"),
         FAIRLOOM_TEXT("generated rows inside any real neighbourhood / generated rows"), FAIRLOOM_TEXT("A single outlier among the real rows has a large neighbourhood and makes it look better")},
        {"quality_recall", FAIRLOOM_TEXT("Recall of generated rows"), FAIRLOOM_TEXT("Share of real rows that lie in some generated row's neighbourhood: is their variety reached?"),
         FAIRLOOM_TEXT("real rows inside any generated neighbourhood / real rows"), FAIRLOOM_TEXT("A single outlier among the generated rows makes it look better; coverage is the more reliable figure")},
        {"alpha_precision", FAIRLOOM_TEXT("Alpha-precision"),
         FAIRLOOM_TEXT("Whether generated rows spread round the centre of the real ones as these do: from the typical to the rare. 1 is best"),
         FAIRLOOM_TEXT("1 - 2 * mean over alpha of |share of generated rows in the ball that holds a share alpha of the real rows - alpha|"),
         FAIRLOOM_TEXT("It looks at the distance from one centre alone: rows may lie at the right distance in the wrong direction")},
        {"beta_recall", FAIRLOOM_TEXT("Beta-recall"), FAIRLOOM_TEXT("Whether the variety of the real rows, from the typical to the rare, is reached by generated rows nearby"),
         FAIRLOOM_TEXT("1 - 2 * mean over beta of |share of real rows with a near generated row in the ball that holds a share beta of these - beta|"),
         FAIRLOOM_TEXT("A perfect sampler does not score 1 but about 0.5, for about half of the real rows have another real row nearer than any new one; copies score higher. Read it beside the held-out "
                       "rows' figure")},
        {"authenticity", FAIRLOOM_TEXT("Authenticity"),
         FAIRLOOM_TEXT("Share of generated rows that are farther from their nearest real row than that row is from its nearest other real row. Copies make it fall to 0"),
         FAIRLOOM_TEXT("share of generated rows j with d(j, i) > d(i, nearest other real row of i), i = the real row nearest to j among all training rows"),
         FAIRLOOM_TEXT("About 0.5 and above for new draws of the same distribution, not 1. Very bad rows lie far from everything and score 1")},
        {"authenticity_published", FAIRLOOM_TEXT("Authenticity as published"),
         FAIRLOOM_TEXT("What the authors' own program computes under the name, for comparison with published figures"), "",
         FAIRLOOM_TEXT("It holds distances of rows against each other that do not belong together; the corrected form is the one to go by. Undefined with more generated than real rows")},
        {"two_sample_auroc", FAIRLOOM_TEXT("Telling generated rows from real ones (two-sample test)"),
         FAIRLOOM_TEXT("How well a classifier tells generated rows from real ones that it has not learned from. 0.5: it cannot, 1: always"),
         FAIRLOOM_TEXT("AUROC of XGBoost on the scored half"),
         FAIRLOOM_TEXT("Copies throw it off: the same row stands on both sides, so copied rows look better than honest ones, or far off 0.5. With many rows even a harmless slip, such as "
                       "a rounding, is found out")},
        {"marginal_distance", FAIRLOOM_TEXT("Distance of a column's distribution (total variation)"),
         FAIRLOOM_TEXT("What share of the generated rows would need another value in this column to have the real distribution. 0 is the same, 1 has nothing in common"),
         FAIRLOOM_TEXT("half the sum over labels or bins of |generated share - real share|"), FAIRLOOM_TEXT("Each column by itself. By chance alone it is above 0, more so in small groups")},
        {"association_difference", FAIRLOOM_TEXT("Difference of associations"),
         FAIRLOOM_TEXT("By how much the strength with which two columns go together differs between generated and real rows, over all pairs of columns. 0 is the same"),
         FAIRLOOM_TEXT("|Cramer's V of the generated rows - Cramer's V of the real rows|, bias-corrected"),
         FAIRLOOM_TEXT("Pairs only, and their strength, not their direction. A fair model is meant to change pairs with the sensitive column")},
    };
}

std::vector<MetricGuide> leakage_guides()
{
    return {
        {"auroc_latent", FAIRLOOM_TEXT("The group from the latent"),
         FAIRLOOM_TEXT("How well a linear classifier tells the group from the latents of held-out rows, encoded without their label. 0.5 is best: it cannot"), "",
         FAIRLOOM_TEXT("A classifier that is not linear might still tell. Values inside the range of permuted groups are chance")},
        {"auroc_features", FAIRLOOM_TEXT("The group from the features"),
         FAIRLOOM_TEXT("How well XGBoost tells the group from the other columns of rows it has not learned from, the target left out"), "",
         FAIRLOOM_TEXT("There is no target value: real features go with the group, and realistic ones must. Read it beside the real rows' figure")},
        {"auroc_source", FAIRLOOM_TEXT("The source row's group from the generated row"),
         FAIRLOOM_TEXT("How well XGBoost tells, from a generated row, the group of the real row that it derives from. 0.5 is best: the group did not come through"), "",
         FAIRLOOM_TEXT("Known only where each generated row derives from one real row")},
        {"distance_correlation", FAIRLOOM_TEXT("Distance correlation of latent and group"),
         FAIRLOOM_TEXT("How strongly the latents of held-out rows depend on the group, in any way and not only linearly. 0 is independent, 1 is fully dependent"),
         FAIRLOOM_TEXT("Szekely's distance correlation; p by permuting the groups"), FAIRLOOM_TEXT("By chance alone it is above 0 in few rows: a small p, not a value above 0, speaks of dependence")},
        {"distance_correlation_features", FAIRLOOM_TEXT("Distance correlation of features and group"),
         FAIRLOOM_TEXT("How strongly the other columns, the target left out, depend on the group in any way"), FAIRLOOM_TEXT("Szekely's distance correlation; p by permuting the groups"),
         FAIRLOOM_TEXT("There is no target value: read it beside the real rows' figure")},
        {"dependence", FAIRLOOM_TEXT("Dependence of latent and group (V2)"),
         FAIRLOOM_TEXT("What the fairness term of training holds down, measured on training rows, pairs of different rows only, less what permuted groups give. 0 is independent"), "",
         FAIRLOOM_TEXT("Its scale depends on the number of latent dimensions: compare within a run only")},
    };
}

std::vector<MetricGuide> privacy_guides()
{
    const char *const no_bound = FAIRLOOM_TEXT("It does not bound how well somebody can find out whether a person was among the training rows. Read it beside the held-out rows' figure");
    return {
        {"dcr_median", FAIRLOOM_TEXT("Distance to the closest training row (DCR)"),
         FAIRLOOM_TEXT("How far generated rows are from the nearest training row. Much smaller than for held-out rows means that rows are copied or nearly so"), "", no_bound},
        {"nndr_median", FAIRLOOM_TEXT("Nearest-neighbour distance ratio (NNDR)"),
         FAIRLOOM_TEXT("Distance to the nearest training row by distance to the second nearest. Near 0, a row lies close to one particular person's; near 1, between several"),
         FAIRLOOM_TEXT("nearest distance / second nearest distance"), no_bound},
        {"exact_copies", FAIRLOOM_TEXT("Exact copies"), FAIRLOOM_TEXT("Share of generated rows that are the same as a training row in every column that was looked at"),
         FAIRLOOM_TEXT("generated rows equal to a training row / generated rows"),
         FAIRLOOM_TEXT("With few columns of few values, equal rows are common and no harm: the share among held-out rows says how common. None does not mean private")},
        {"near_copies", FAIRLOOM_TEXT("Nearer than 99 % of held-out pictures"),
         FAIRLOOM_TEXT("Share of generated pictures that are nearer to a training picture than all but one in a hundred held-out pictures. Without copying it is about 1 %"), "", no_bound},
        {"identifiability", FAIRLOOM_TEXT("Identifiability"), FAIRLOOM_TEXT("Share of training rows that have a generated row nearer than their nearest other training row"),
         FAIRLOOM_TEXT("training rows i with d(i, nearest generated row) < d(i, nearest other training row) / training rows"), no_bound},
        {"linkage", FAIRLOOM_TEXT("Linkage"),
         FAIRLOOM_TEXT("How often a generated row's nearest training row is the very row that it derives from, beside how often that would be by chance"),
         FAIRLOOM_TEXT("generated rows whose nearest training row is their source / generated rows"),
         FAIRLOOM_TEXT("Known only where each generated row derives from one real row. A link above chance means that rows are personal data")},
        {"attack_auroc", FAIRLOOM_TEXT("Membership attack, AUROC"),
         FAIRLOOM_TEXT("How well an attacker who has the generated rows tells people who were among the training rows from people who were not, by how near a generated row comes. 0.5 is guessing"),
         FAIRLOOM_TEXT("AUROC of -(distance to the nearest generated row), members against held-out rows"),
         FAIRLOOM_TEXT("A simple attack: better ones exist, and a value of 0.5 does not bound what they find out. An average hides single people who are easily found")},
        {"attack_advantage", FAIRLOOM_TEXT("Membership attack, advantage"),
         FAIRLOOM_TEXT("How much more often the attack says \"was among the training rows\" of those who were than of those who were not. 0 is guessing, 1 is certainty"),
         FAIRLOOM_TEXT("true positive rate - false positive rate, at a threshold that was best on other rows"),
         FAIRLOOM_TEXT("A simple attack: better ones exist, and 0 does not bound what they find out. An average hides single people who are easily found")},
    };
}

std::vector<MetricGuide> explanation_guides()
{
    return {
        {"shap_share", FAIRLOOM_TEXT("Share of influence (SHAP)"),
         FAIRLOOM_TEXT("How much of what moves the classifier's answers comes from this column, all columns together being 100 %"),
         FAIRLOOM_TEXT("mean |SHAP value| of the column, in log odds / sum over columns"),
         FAIRLOOM_TEXT("What the classifier uses, not what causes the outcome. Columns that go together share their influence, in a way that is partly arbitrary")},
        {"accuracy_drop", FAIRLOOM_TEXT("Loss of accuracy by shuffling"), FAIRLOOM_TEXT("How much accuracy is lost if the column's values are shuffled among the rows. About 0: it is not needed"),
         FAIRLOOM_TEXT("accuracy - mean accuracy after shuffling"),
         FAIRLOOM_TEXT("Another column that says the same can stand in, so that both look unneeded. Shuffling makes rows that do not occur")},
        {"parity_change", FAIRLOOM_TEXT("Change of DPR by shuffling"),
         FAIRLOOM_TEXT("How much DPR changes if the column's values are shuffled among the rows. Above 0: the column made decisions less even"),
         FAIRLOOM_TEXT("mean DPR after shuffling - DPR before"), FAIRLOOM_TEXT("Shuffling makes rows that do not occur")},
        {"proxy", FAIRLOOM_TEXT("Strength as a proxy"), FAIRLOOM_TEXT("How well the column alone goes with the group among real training rows: 0 not at all, 1 fully"),
         FAIRLOOM_TEXT("bias-corrected Cramer's V of column and group"), FAIRLOOM_TEXT("Several weak proxies together can tell the group as well as a strong one")},
        {"changed", FAIRLOOM_TEXT("Decisions that depend on the group alone"),
         FAIRLOOM_TEXT("Share of held-out rows whose decision would change if they had another group's value and all else stayed the same. 0: the value itself decides nothing"),
         FAIRLOOM_TEXT("rows with another decision for some other group's values / rows"),
         FAIRLOOM_TEXT("Proxies stay as they are, so 0 does not mean fair; and some such people do not exist")},
        {"gained", FAIRLOOM_TEXT("Selected only as the other"), FAIRLOOM_TEXT("Share of a group's rows that are selected only if they are given the other group's values"), "",
         FAIRLOOM_TEXT("Proxies stay as they are")},
        {"lost", FAIRLOOM_TEXT("Selected only as themselves"), FAIRLOOM_TEXT("Share of a group's rows that are selected as they are, but not with the other group's values"), "",
         FAIRLOOM_TEXT("Proxies stay as they are")},
        {"probability_change", FAIRLOOM_TEXT("Change of probability"),
         FAIRLOOM_TEXT("Mean change of the probability of the favourable label if a group's rows are given the other group's values"), "", FAIRLOOM_TEXT("Proxies stay as they are")},
    };
}

std::vector<MetricGuide> uncertainty_guides()
{
    return {
        {"intervals", FAIRLOOM_TEXT("Intervals"),
         FAIRLOOM_TEXT("A range that, made in the same way from other samples, would hold the true value in 95 of 100 cases. Every interval says what varies in it: the test rows, the seeds of training, or "
                       "both"),
         "",
         FAIRLOOM_TEXT("What does not vary is not in it: an interval over test rows alone does not say how another training would have come out. Intervals of ratios of the smallest to the largest "
                       "rate are off where the truth is near 1. Figures inside the generated rows (TSTS) get none, for more test rows could be had for nothing")},
        {"p_holm", FAIRLOOM_TEXT("p-value, adjusted by Holm's method"),
         FAIRLOOM_TEXT("How often chance alone would make a difference at least as large, if there were none, raised for the number of comparisons made together. If all under 0.05 "
                       "are taken for real, about one family of comparisons in twenty has a false alarm at most"),
         FAIRLOOM_TEXT("the smallest of m p-values times m, the next times m - 1, and so on, never falling"),
         FAIRLOOM_TEXT("A large p-value does not show that there is no difference")},
    };
}

} // namespace fairloom
