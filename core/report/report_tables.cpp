#include "core/report/report_tables.h"

#include "core/report/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace fairloom {

namespace {

const ClassifierResult *find(const SourceResult &source, const std::string &protocol, const std::string &classifier)
{
    const auto p = source.protocols.find(protocol);
    if (p == source.protocols.end())
        return nullptr;
    const auto c = p->second.find(classifier);
    return c == p->second.end() ? nullptr : &c->second;
}

std::string plain(double value, int decimals = 3) { return std::isfinite(value) ? to_text(value, decimals) : "\u2013"; }
std::string plain(const std::optional<double> &value) { return value ? plain(*value) : "\u2013"; }
std::string seconds_text(double seconds) { return fmt::format("{:.1f} s", seconds); }

} // namespace

std::string ReportTables::source_name(const std::string &source) const
{
    if (source == "real")
        return t(FAIRLOOM_TEXT("real"));
    if (source == "teacher")
        return t(FAIRLOOM_TEXT("teacher"));
    if (source == "student")
        return t(FAIRLOOM_TEXT("student"));
    if (source == "control_independent")
        return t(FAIRLOOM_TEXT("control, independent s"));
    if (source == "control_joint")
        return t(FAIRLOOM_TEXT("control, row's own s"));
    return source;
}

std::string ReportTables::number(const Metric &metric, int decimals) const
{
    if (!metric)
        return metric.undefined.empty() ? "\u2013" : t(Message(FAIRLOOM_TEXT("undefined: %1"), {t(metric.undefined)}));
    std::string out = fmt::format("{:.{}f}", *metric.value, decimals);
    if (metric.interval)
        out += fmt::format(" ({:.{}f}\u2013{:.{}f})", metric.interval->low, decimals, metric.interval->high, decimals);
    return out;
}

std::vector<std::pair<std::string, std::string>> ReportTables::combinations() const
{
    static const std::vector<std::string> order = {"tstr", "trtr", "tstr_counterpart", "trtr_counterpart", "tsts"},
                                          classifiers = {"xgboost", "logistic", "cnn"};
    std::vector<std::pair<std::string, std::string>> out;
    std::set<std::pair<std::string, std::string>> present;
    for (const auto &[name, source] : result_.sources)
        for (const auto &[protocol, results] : source.protocols)
            for (const auto &[classifier, unused] : results)
                present.emplace(protocol, classifier);
    for (const std::string &protocol : order)
        for (const std::string &classifier : classifiers)
            if (present.erase({protocol, classifier}))
                out.emplace_back(protocol, classifier);
    out.insert(out.end(), present.begin(), present.end());
    return out;
}

std::string ReportTables::combination_title(const std::string &protocol, const std::string &classifier) const
{
    const std::string name = classifier == "xgboost"    ? "XGBoost"
                             : classifier == "logistic" ? t(FAIRLOOM_TEXT("logistic regression"))
                             : classifier == "cnn"      ? t(FAIRLOOM_TEXT("convolutional network"))
                                                        : classifier;
    if (protocol == "tstr")
        return t(Message(FAIRLOOM_TEXT("Trained on the source's rows, tested on held-out real rows (TSTR), %1"), {name}));
    if (protocol == "trtr")
        return t(Message(FAIRLOOM_TEXT("Trained on real rows, tested on held-out real rows (TRTR), %1"), {name}));
    if (protocol == "tstr_counterpart")
        return t(Message(FAIRLOOM_TEXT("Trained on the source's rows, tested on held-out real rows without the built-in bias, %1"), {name}));
    if (protocol == "trtr_counterpart")
        return t(Message(FAIRLOOM_TEXT("Trained on real rows, tested on held-out real rows without the built-in bias, %1"), {name}));
    if (protocol == "tsts")
        return t(Message(FAIRLOOM_TEXT("Trained and tested inside the source's rows (TSTS, the paper's protocol), %1"), {name}));
    return protocol + ", " + name;
}

std::vector<HtmlTable> ReportTables::outcomes() const
{
    std::vector<HtmlTable> out;
    for (const auto &[protocol, classifier] : combinations()) {
        HtmlTable fairness{combination_title(protocol, classifier),
                           {t(FAIRLOOM_TEXT("Source")), "DPR", "EOR", "DPD", "EOD", t(FAIRLOOM_TEXT("Accuracy")),
                            t(FAIRLOOM_TEXT("Precision")), t(FAIRLOOM_TEXT("Recall")), "F1", "AUROC",
                            t(FAIRLOOM_TEXT("Majority")), t(FAIRLOOM_TEXT("fairlearn's DPR, EOR, DPD, EOD"))},
                           {}};
        for (const auto &[name, source] : result_.sources) {
            const ClassifierResult *result = find(source, protocol, classifier);
            if (!result)
                continue;
            const Fairness &f = result->fairness;
            const Utility &u = result->utility;
            fairness.rows.push_back({source_name(name), number(f.dpr), number(f.eor), number(f.dpd), number(f.eod),
                                     number(u.accuracy), number(u.precision), number(u.recall), number(u.f1), number(u.auroc),
                                     plain(u.majority_accuracy),
                                     fmt::format("{}, {}, {}, {}", plain(f.fairlearn.dpr), plain(f.fairlearn.eor),
                                                 plain(f.fairlearn.dpd), plain(f.fairlearn.eod))});
        }
        out.push_back(std::move(fairness));
    }
    return out;
}

std::vector<HtmlTable> ReportTables::groups() const
{
    std::vector<HtmlTable> out;
    for (const auto &[protocol, classifier] : combinations()) {
        HtmlTable table{combination_title(protocol, classifier),
                        {t(FAIRLOOM_TEXT("Source")), t(FAIRLOOM_TEXT("Group")), t(FAIRLOOM_TEXT("Rows")),
                         t(FAIRLOOM_TEXT("Base rate")), t(FAIRLOOM_TEXT("Selection rate")), "TPR", "FPR",
                         t(FAIRLOOM_TEXT("Precision")), t(FAIRLOOM_TEXT("Accuracy"))},
                        {},
                        2};
        for (const auto &[name, source] : result_.sources)
            if (const ClassifierResult *result = find(source, protocol, classifier))
                for (const GroupRates &g : result->fairness.groups)
                    table.rows.push_back({source_name(name), g.group.name, std::to_string(g.n), number(g.base_rate),
                                          number(g.selection_rate), number(g.tpr), number(g.fpr), number(g.precision),
                                          number(g.accuracy)});
        out.push_back(std::move(table));
    }
    return out;
}

HtmlTable ReportTables::quality() const
{
    HtmlTable table{{},
                    {t(FAIRLOOM_TEXT("Source")), t(FAIRLOOM_TEXT("Against")), t(FAIRLOOM_TEXT("Density")),
                     t(FAIRLOOM_TEXT("Coverage")), t(FAIRLOOM_TEXT("Precision")), t(FAIRLOOM_TEXT("Recall")), "k",
                     t(FAIRLOOM_TEXT("Real rows")), t(FAIRLOOM_TEXT("Rows of the source"))},
                    {},
                    2};
    for (const auto &[name, source] : result_.sources) {
        if (!source.quality)
            continue;
        for (const auto &[against, q] :
             {std::pair{t(FAIRLOOM_TEXT("training rows")), source.quality->train}, std::pair{t(FAIRLOOM_TEXT("held-out rows")), source.quality->holdout}})
            table.rows.push_back({source_name(name), against, plain(q.density), plain(q.coverage), plain(q.precision),
                                  plain(q.recall), std::to_string(q.k), std::to_string(q.n_real), std::to_string(q.n_synthetic)});
    }
    return table;
}

HtmlTable ReportTables::leakage() const
{
    HtmlTable table{{},
                    {t(FAIRLOOM_TEXT("Source")), t(FAIRLOOM_TEXT("Figure")), t(FAIRLOOM_TEXT("Value")),
                     t(FAIRLOOM_TEXT("95 % of permutations")), "p"},
                    {},
                    2};
    for (const auto &[name, source] : result_.sources) {
        const auto add = [&, source_label = source_name(name)](const Message &label, const std::optional<ProbeResult> &probe) {
            if (!probe)
                return;
            const bool permuted = probe->null_high > probe->null_low;
            table.rows.push_back({source_label, t(label), number(probe->auroc),
                                  permuted ? plain(probe->null_low) + "\u2013" + plain(probe->null_high) : "\u2013",
                                  permuted ? plain(probe->p_value) : "\u2013"});
        };
        add(FAIRLOOM_TEXT("AUROC of the group from the latent (0.5 is best)"), source.leakage.latent);
        add(FAIRLOOM_TEXT("AUROC of the source row's group from the generated row (0.5 is best)"), source.leakage.source);
        add(FAIRLOOM_TEXT("AUROC of the group from the features (no target value)"), source.leakage.features);
        if (const auto &correlation = source.leakage.latent_distance_correlation)
            table.rows.push_back({source_name(name), t(FAIRLOOM_TEXT("Distance correlation of latent and group (0 is best)")),
                                  plain(correlation->value), "\u2013", plain(correlation->p_value)});
        if (const auto &r = source.representation) {
            for (const auto &[label, metric] :
                 {std::pair{FAIRLOOM_TEXT("Logistic regression on the latent: accuracy"), &r->accuracy},
                  std::pair{FAIRLOOM_TEXT("Logistic regression on the latent: DPR"), &r->dpr},
                  std::pair{FAIRLOOM_TEXT("Logistic regression on the latent: EOR"), &r->eor}})
                table.rows.push_back({source_name(name), t(label), number(*metric), "\u2013", "\u2013"});
        }
    }
    return table;
}

HtmlTable ReportTables::memorisation() const
{
    HtmlTable table{{},
                    {t(FAIRLOOM_TEXT("Source")), t(FAIRLOOM_TEXT("Median distance to the nearest training picture")),
                     t(FAIRLOOM_TEXT("of held-out pictures")), t(FAIRLOOM_TEXT("Nearer than 99 % of held-out pictures")),
                     t(FAIRLOOM_TEXT("Copies")), t(FAIRLOOM_TEXT("among held-out pictures")), t(FAIRLOOM_TEXT("Pictures"))},
                    {}};
    const auto share = [](double value) { return percent_text(value, 2); };
    for (const auto &[name, source] : result_.sources)
        if (const auto &m = source.memorisation)
            table.rows.push_back({source_name(name), plain(m->median), plain(m->median_holdout), share(m->near), share(m->copies),
                                  share(m->copies_holdout), std::to_string(m->generated)});
    return table;
}

HtmlTable ReportTables::dataset() const
{
    const DatasetSummary &d = result_.dataset;
    std::string sensitive;
    for (const std::string &column : result_.task.sensitive)
        sensitive += (sensitive.empty() ? "" : ", ") + column;
    HtmlTable table{{},
                    {},
                    {{t(FAIRLOOM_TEXT("Name")), d.name},
                     {t(FAIRLOOM_TEXT("Training rows")), std::to_string(d.rows)},
                     {t(FAIRLOOM_TEXT("Held-out rows")), std::to_string(d.test_rows)},
                     {t(FAIRLOOM_TEXT("Columns")), std::to_string(d.columns)},
                     {t(FAIRLOOM_TEXT("Rows left out")), std::to_string(d.account.left_out())},
                     {t(FAIRLOOM_TEXT("Sensitive")), sensitive},
                     {t(FAIRLOOM_TEXT("Target")), result_.task.target},
                     {t(FAIRLOOM_TEXT("Favourable value")), result_.task.positive}},
                    2};
    if (!d.recipe.empty())
        table.rows.push_back({t(FAIRLOOM_TEXT("Recipe")), d.recipe});
    if (!d.sha256.empty())
        table.rows.push_back({"SHA-256", d.sha256});
    for (const Message &note : d.notes)
        table.rows.push_back({t(FAIRLOOM_TEXT("Note")), t(note)});
    return table;
}

HtmlTable ReportTables::models() const
{
    const TeacherSummary &teacher = result_.teacher;
    const StudentSummary &student = result_.student;
    HtmlTable table{{},
                    {},
                    {{t(FAIRLOOM_TEXT("Teacher, parameters")), std::to_string(teacher.parameters)},
                     {t(FAIRLOOM_TEXT("Teacher's encoder, parameters")), std::to_string(teacher.encoder_parameters)},
                     {t(FAIRLOOM_TEXT("Teacher, epochs finished")), std::to_string(teacher.epochs)},
                     {t(FAIRLOOM_TEXT("Teacher, seconds per epoch")), plain(teacher.seconds_per_epoch)},
                     {t(FAIRLOOM_TEXT("Dependence of latent and group, centred V2")),
                      fmt::format("{:.3g} (p = {})", teacher.dependence, plain(teacher.dependence_p))},
                     {t(FAIRLOOM_TEXT("Student")), student.kind + ", " + student.loss},
                     {t(FAIRLOOM_TEXT("Student, parameters")), std::to_string(student.parameters)},
                     {t(FAIRLOOM_TEXT("Student, epochs finished")), std::to_string(student.epochs)}},
                    1};
    for (const auto &[part, seconds] : result_.timings)
        table.rows.push_back({t(Message(FAIRLOOM_TEXT("Time, %1"), {part})), seconds_text(seconds)});
    return table;
}

HtmlTable ReportTables::settings() const
{
    HtmlTable table{{}, {t(FAIRLOOM_TEXT("Setting")), t(FAIRLOOM_TEXT("Value")), t(FAIRLOOM_TEXT("Meaning"))}, {}, 3};
    for (const Setting &setting : run_setting_descriptions())
        table.rows.push_back({t(setting.label), get_setting(result_.settings, setting.key), t(setting.help)});
    return table;
}

} // namespace fairloom
