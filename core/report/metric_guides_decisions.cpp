// What figures about decisions mean: fairness, rates of groups, usefulness.
#include "core/report/metric_guides.h"

namespace fairloom {

std::vector<MetricGuide> fairness_guides()
{
    return {
        {"dpr", FAIRLOOM_TEXT("Demographic parity ratio (DPR)"),
         FAIRLOOM_TEXT("How often the least selected group is selected, as a share of how often the most selected group is. 1 means all groups are selected equally often"),
         FAIRLOOM_TEXT("smallest selection rate of a group / largest selection rate of a group"),
         FAIRLOOM_TEXT("It does not ask who deserves to be selected. A ratio of the smallest to the largest can only be 1 or less, so it is biased downwards where groups are "
                       "alike, more so the smaller and the more groups there are: it errs on the side of caution, and its interval with it. Log-ratios to a "
                       "reference group do not have this bias")},
        {"eor", FAIRLOOM_TEXT("Equalized odds ratio (EOR)"),
         FAIRLOOM_TEXT("Whether people who have the favourable label, and people who have not, are selected equally often in all groups: the worse of the two ratios. 1 means equal"),
         FAIRLOOM_TEXT("the smaller of: smallest TPR / largest TPR, smallest FPR / largest FPR"),
         FAIRLOOM_TEXT("False positive rates are often small, and then a few rows decide the ratio. It takes the labels in the data as true. Where base rates differ, it and DPR cannot both be 1 "
                       "unless decisions are useless or perfect. Like DPR it is biased downwards where groups are alike, and so errs on the side of caution")},
        {"dpd", FAIRLOOM_TEXT("Demographic parity difference (DPD)"),
         FAIRLOOM_TEXT("By how much the selection rates of the most and the least selected group differ. 0 means equal"),
         FAIRLOOM_TEXT("largest selection rate of a group - smallest selection rate of a group"),
         FAIRLOOM_TEXT("The same difference is much where few are selected and little where many are. It can only be 0 or more, so by chance alone it is above 0 where groups are alike")},
        {"eod", FAIRLOOM_TEXT("Equalized odds difference (EOD)"),
         FAIRLOOM_TEXT("By how much groups differ in true or false positive rate, whichever is more. 0 means equal"),
         FAIRLOOM_TEXT("the larger of: largest TPR - smallest TPR, largest FPR - smallest FPR"),
         FAIRLOOM_TEXT("It takes the labels in the data as true. By chance alone it is above 0 where groups are alike")},
        {"eopr", FAIRLOOM_TEXT("Equal opportunity ratio"),
         FAIRLOOM_TEXT("Of the people who have the favourable label, how many are selected in the group where fewest are, as a share of the group where most are. 1 means equal"),
         FAIRLOOM_TEXT("smallest TPR / largest TPR"),
         FAIRLOOM_TEXT("It does not look at people without the favourable label. Biased downwards where groups are alike, as DPR is: it errs on the side of caution")},
        {"eopd", FAIRLOOM_TEXT("Equal opportunity difference"),
         FAIRLOOM_TEXT("By how much the groups' true positive rates differ. 0 means equal"), FAIRLOOM_TEXT("largest TPR - smallest TPR"),
         FAIRLOOM_TEXT("It does not look at people without the favourable label. By chance alone it is above 0 where groups are alike")},
        {"four_fifths", FAIRLOOM_TEXT("Four-fifths rule (80 % rule)"),
         FAIRLOOM_TEXT("A rule of thumb of US authorities: a group's selection rate under four fifths of the highest group's is taken as evidence of adverse impact. Met: DPR is 0.8 or more, and so "
                       "is its whole interval. Missed: both are less. Not settled: 0.8 lies inside the interval"),
         FAIRLOOM_TEXT("DPR held against 0.8"),
         FAIRLOOM_TEXT("It is a reason to look closer, not a proof of discrimination or of its absence, and not the law everywhere")},
        {"fairlearn", FAIRLOOM_TEXT("As the fairlearn package has it"),
         FAIRLOOM_TEXT("What that package gives for the same decisions, for comparison"), "",
         FAIRLOOM_TEXT("It counts a rate with a denominator of 0 as 0 where this report calls the figure undefined")},
    };
}

std::vector<MetricGuide> group_guides()
{
    return {
        {"base_rate", FAIRLOOM_TEXT("Base rate"), FAIRLOOM_TEXT("Share of a group's rows that have the favourable label in the data"),
         FAIRLOOM_TEXT("rows with the favourable label / rows"), FAIRLOOM_TEXT("What the data say may itself be the result of unequal treatment")},
        {"selection_rate", FAIRLOOM_TEXT("Selection rate"), FAIRLOOM_TEXT("Share of a group's rows for which the classifier decides the favourable label"),
         FAIRLOOM_TEXT("(TP + FP) / rows"), FAIRLOOM_TEXT("It depends on the threshold")},
        {"tpr", FAIRLOOM_TEXT("True positive rate (TPR)"), FAIRLOOM_TEXT("Of the rows that have the favourable label, the share that is selected; the same as recall"),
         "TP / (TP + FN)", FAIRLOOM_TEXT("Undefined in a group in which no row has the favourable label")},
        {"fpr", FAIRLOOM_TEXT("False positive rate (FPR)"), FAIRLOOM_TEXT("Of the rows that do not have the favourable label, the share that is selected all the same"),
         "FP / (FP + TN)", FAIRLOOM_TEXT("Undefined in a group in which all rows have the favourable label")},
        {"fnr", FAIRLOOM_TEXT("False negative rate (FNR)"), FAIRLOOM_TEXT("Of the rows that have the favourable label, the share that is passed over"), "FN / (TP + FN)",
         FAIRLOOM_TEXT("1 less the true positive rate")},
        {"calibration", FAIRLOOM_TEXT("Calibration in the large"),
         FAIRLOOM_TEXT("Whether the probabilities come true on average. 0 is right; above 0 the classifier promises a group more than comes true, below 0 less"),
         FAIRLOOM_TEXT("mean probability of the favourable label - base rate"), FAIRLOOM_TEXT("Errors in opposite directions cancel out")},
        {"calibration_error", FAIRLOOM_TEXT("Expected calibration error"),
         FAIRLOOM_TEXT("By how much the probabilities miss what comes true, among rows of similar probability. 0 is best"),
         FAIRLOOM_TEXT("mean over rows of |mean probability - base rate| of the tenth of the probability range they are in"),
         FAIRLOOM_TEXT("Biased upwards in small groups: chance alone moves it away from 0")},
        {"selection_difference", FAIRLOOM_TEXT("Selection rate less the reference group's"),
         FAIRLOOM_TEXT("By how much a group is selected more (above 0) or less often than the reference group"), FAIRLOOM_TEXT("selection rate - selection rate of the reference group"),
         FAIRLOOM_TEXT("Each group has an interval of its own: among many groups some will look different by chance")},
        {"selection_log_ratio", FAIRLOOM_TEXT("Selection rate by the reference group's"),
         FAIRLOOM_TEXT("How often a group is selected for each time that the reference group is. 1 means equally often. Computed as a logarithm, shown as a ratio"),
         FAIRLOOM_TEXT("exp(log ratio), log ratio = log(selection rate / selection rate of the reference group)"),
         FAIRLOOM_TEXT("Not biased where groups are alike, unlike a ratio of the smallest to the largest; but it can go either way, so look at both sides of 1")},
        {"tpr_difference", FAIRLOOM_TEXT("TPR less the reference group's"), FAIRLOOM_TEXT("By how much a group's true positive rate is above or below the reference group's"),
         FAIRLOOM_TEXT("TPR - TPR of the reference group"), ""},
        {"tpr_log_ratio", FAIRLOOM_TEXT("TPR by the reference group's"), FAIRLOOM_TEXT("A group's true positive rate as a multiple of the reference group's. 1 means equal"),
         FAIRLOOM_TEXT("exp(log ratio), log ratio = log(TPR / TPR of the reference group)"), FAIRLOOM_TEXT("Not biased where groups are alike")},
        {"fpr_difference", FAIRLOOM_TEXT("FPR less the reference group's"), FAIRLOOM_TEXT("By how much a group's false positive rate is above or below the reference group's"),
         FAIRLOOM_TEXT("FPR - FPR of the reference group"), ""},
        {"fpr_log_ratio", FAIRLOOM_TEXT("FPR by the reference group's"), FAIRLOOM_TEXT("A group's false positive rate as a multiple of the reference group's. 1 means equal"),
         FAIRLOOM_TEXT("exp(log ratio), log ratio = log(FPR / FPR of the reference group)"), FAIRLOOM_TEXT("Not biased where groups are alike; unsure where false positives are few")},
    };
}

std::vector<MetricGuide> utility_guides()
{
    return {
        {"accuracy", FAIRLOOM_TEXT("Accuracy"), FAIRLOOM_TEXT("Share of decisions that agree with the label"), FAIRLOOM_TEXT("(TP + TN) / rows"),
         FAIRLOOM_TEXT("Read it beside the accuracy of always giving the more frequent label")},
        {"precision", FAIRLOOM_TEXT("Precision"), FAIRLOOM_TEXT("Of the selected rows, the share that has the favourable label"), "TP / (TP + FP)",
         FAIRLOOM_TEXT("Undefined where nobody is selected")},
        {"recall", FAIRLOOM_TEXT("Recall"), FAIRLOOM_TEXT("Of the rows that have the favourable label, the share that is selected"), "TP / (TP + FN)", ""},
        {"f1", "F1", FAIRLOOM_TEXT("Precision and recall in one figure, nearer to the lower of the two. 1 is best"), FAIRLOOM_TEXT("2 precision * recall / (precision + recall)"),
         FAIRLOOM_TEXT("It does not look at rows rightly passed over")},
        {"auroc", FAIRLOOM_TEXT("Area under the ROC curve (AUROC)"),
         FAIRLOOM_TEXT("How often the classifier gives a row with the favourable label a higher probability than one without. 0.5 is guessing, 1 is always"), "",
         FAIRLOOM_TEXT("It does not depend on the threshold, and so says nothing about the decisions that are made at it")},
        {"majority_accuracy", FAIRLOOM_TEXT("Always the more frequent label"), FAIRLOOM_TEXT("The accuracy of giving every row the more frequent label, which needs no classifier at all"),
         FAIRLOOM_TEXT("rows with the more frequent label / rows"), ""},
    };
}

} // namespace fairloom
