#include "core/report/report_page.h"

#include "core/data/name_list.h"
#include "core/report/findings.h"
#include "core/report/report_numbers.h"
#include "core/report/report_style.h"

#include <algorithm>
#include <map>

namespace fairloom {

namespace {

const ClassifierResult *find(const SourceResult &source, const std::string &protocol, const std::string &classifier)
{
    if (protocol == "latent") {
        if (!source.representation)
            return nullptr;
        const auto found = source.representation->classifiers.find(classifier);
        return found == source.representation->classifiers.end() ? nullptr : &found->second;
    }
    const auto judged = source.protocols.find(protocol);
    if (judged == source.protocols.end())
        return nullptr;
    const auto found = judged->second.find(classifier);
    return found == judged->second.end() ? nullptr : &found->second;
}

/// Texts that figures carry in English, as they stand in run.json.
Message method_name(const std::string &method)
{
    static const std::map<std::string, const char *> names = {{"bootstrap", FAIRLOOM_TEXT("bootstrap")}, {"half samples", FAIRLOOM_TEXT("half samples")}};
    const auto found = names.find(method);
    return found == names.end() ? Message(method.c_str()) : Message(found->second); // the others are people's names
}

Message resampled_name(const std::string &resampled)
{
    static const std::map<std::string, const char *> names = {
        {"test rows", FAIRLOOM_TEXT("test rows")},           {"test rows and seeds", FAIRLOOM_TEXT("test rows and seeds")},
        {"scored rows", FAIRLOOM_TEXT("scored rows")},       {"rows of both samples", FAIRLOOM_TEXT("rows of both samples")},
        {"generated rows", FAIRLOOM_TEXT("generated rows")}, {"holdout rows", FAIRLOOM_TEXT("holdout rows")},
        {"training rows", FAIRLOOM_TEXT("training rows")},   {"training and holdout rows", FAIRLOOM_TEXT("training and holdout rows")},
        {"explained rows", FAIRLOOM_TEXT("explained rows")}};
    const auto found = names.find(resampled);
    return found == names.end() ? Message(resampled.c_str()) : Message(found->second);
}

} // namespace

std::vector<JudgedSet> judged_sets(const RunResult &result)
{
    std::vector<JudgedSet> out;
    const std::pair<const char *, const char *> protocols[] = {
        {"tstr", "trtr"}, {"tstr_counterpart", "trtr_counterpart"}, {"tsts", "tsts"}, {"latent", "latent"}};
    for (const auto &[protocol, of_real] : protocols)
        for (const char *classifier : {"xgboost", "logistic", "cnn"}) {
            JudgedSet set{protocol, classifier, {}};
            for (const auto &[name, source] : result.sources)
                if (const ClassifierResult *found = find(source, name == "real" ? of_real : protocol, classifier))
                    set.sources.emplace_back(name, found);
            if (!set.sources.empty())
                out.push_back(std::move(set));
        }
    return out;
}

ReportPage::ReportPage(const RunResult &result, const RunMonitor &curves, Translator translate, ReportForm form)
    : result_(result), curves_(curves), translate_(translate ? std::move(translate) : [](const Message &message) { return message.english(); }), form_(form)
{
}

bool ReportPage::imported() const { return imports_only(result_); }

bool ReportPage::pictures() const
{
    return result_.settings.kind == "pictures"
           || std::any_of(result_.sources.begin(), result_.sources.end(), [](const auto &source) { return source.second.memorisation.has_value(); });
}

std::string ReportPage::generated() const { return generated_source_name(result_); }

std::string ReportPage::source_name(const std::string &source) const
{
    static const std::map<std::string, const char *> names = {{"real", FAIRLOOM_TEXT("real")},
                                                              {"teacher", FAIRLOOM_TEXT("teacher")},
                                                              {"student", FAIRLOOM_TEXT("student")},
                                                              {"imported", FAIRLOOM_TEXT("imported")},
                                                              {"rival", FAIRLOOM_TEXT("other method")},
                                                              {"control_independent", FAIRLOOM_TEXT("control, independent s")},
                                                              {"control_joint", FAIRLOOM_TEXT("control, row's own s")}};
    const auto found = names.find(source);
    return found == names.end() ? source : t(found->second);
}

std::string ReportPage::classifier_name(const std::string &classifier) const
{
    return classifier == "xgboost"    ? "XGBoost"
           : classifier == "logistic" ? t(FAIRLOOM_TEXT("logistic regression"))
           : classifier == "cnn"      ? t(FAIRLOOM_TEXT("convolutional network"))
                                      : classifier;
}

std::string ReportPage::set_title(const JudgedSet &set) const
{
    const std::vector<std::string> name = {classifier_name(set.classifier)};
    if (set.protocol == "tstr")
        return t(Message(FAIRLOOM_TEXT("Trained on the source's rows, tested on held-out real rows (TSTR; of real rows TRTR), %1"), name));
    if (set.protocol == "tstr_counterpart")
        return t(Message(FAIRLOOM_TEXT("Trained on the source's rows, tested on held-out real rows without the built-in bias, %1"), name));
    if (set.protocol == "tsts")
        return t(Message(FAIRLOOM_TEXT("Trained and tested inside the source's rows (TSTS, the paper's protocol), %1"), name));
    return t(Message(FAIRLOOM_TEXT("Trained on latents of training rows, tested on latents of held-out rows, %1"), name));
}

std::string ReportPage::interval_words(const Interval &interval) const
{
    const std::vector<std::string> args = {percent_text(interval.level, 1), t(method_name(interval.method)), std::to_string(interval.draws)};
    return t(interval.draws == 0 ? Message("%1, %2", args) : Message(FAIRLOOM_TEXT("%1, %2, %3 draws"), args));
}

std::string ReportPage::resampled_words(const Interval &interval) const { return t(resampled_name(interval.resampled)); }

void ReportPage::section(const char *id, const Message &title)
{
    sections_.push_back({id, t(title)});
    body_.element("h2", sections_.back().title, form_ == ReportForm::web ? std::string("id=\"") + id + "\"" : std::string());
}

void ReportPage::subsection(const Message &title) { body_.element("h3", t(title)); }

std::string ReportPage::sentence(const Message &message) const
{
    std::string text = t(message);
    if (!text.empty() && !text.ends_with('.'))
        text += '.';
    return text;
}

void ReportPage::paragraph(const Message &message, const char *attributes) { body_.element("p", sentence(message), attributes); }

void ReportPage::list(const std::vector<Message> &sentences, const char *attributes)
{
    if (sentences.empty())
        return;
    body_.open("ul", attributes);
    for (const Message &message : sentences)
        body_.element("li", sentence(message));
    body_.close("ul");
}

void ReportPage::notes(const std::vector<Message> &sentences)
{
    for (const Message &message : sentences) {
        if (form_ == ReportForm::paper) {
            body_.element("p", sentence(message), "class=\"note\"");
            continue;
        }
        body_.open("div", "class=\"note\"");
        body_.element("p", sentence(message));
        body_.close("div");
    }
}

void ReportPage::table(const HtmlTable &table)
{
    if (table.rows.empty())
        return;
    write_table(body_, table, form_);
    const auto mark = [&](const std::vector<HtmlCell> &row) {
        for (const HtmlCell &cell : row)
            if (!cell.guide.empty())
                used_.insert(cell.guide);
    };
    mark(table.head);
    for (const std::vector<HtmlCell> &row : table.rows)
        mark(row);
}

void ReportPage::figure(const std::string &title, const std::string &svg, const std::vector<std::pair<std::string, std::string>> &legend)
{
    if (form_ == ReportForm::paper) {
        body_.element("h4", title);
        body_.open("p", "class=\"plot\"");
        body_.raw("<img src=\"plot:" + std::to_string(plots_.size()) + "\" />");
        body_.close("p");
        plots_.push_back(paper_svg(svg));
        if (legend.empty())
            return;
        body_.open("p", "class=\"tablenote\"");
        for (const auto &[label, colour] : legend)
            body_.raw("<span style=\"color:" + paper_colour(colour) + "\">\u25a0</span>\u00a0" + html_escaped(label) + " &nbsp; ");
        body_.close("p");
        return;
    }
    body_.open("figure", "class=\"card\"");
    body_.element("h3", title);
    body_.raw(svg);
    if (!legend.empty()) {
        body_.open("ul", "class=\"legend\"");
        for (const auto &[label, colour] : legend) {
            body_.open("li");
            body_.open("i", "style=\"background:" + colour + "\"");
            body_.raw("</i>");
            body_.raw(html_escaped(label));
            body_.close("li");
        }
        body_.close("ul");
    }
    body_.close("figure");
}

void ReportPage::begin_pair()
{
    if (form_ == ReportForm::web)
        body_.open("div", "class=\"pair\"");
}

void ReportPage::end_pair()
{
    if (form_ == ReportForm::web)
        body_.close("div");
}

std::string FigureTable::undefined(const Metric &metric)
{
    if (metric.undefined.empty())
        return "\u2013";
    const std::string reason = page_.t(metric.undefined);
    const auto found = std::find(reasons_.begin(), reasons_.end(), reason);
    const std::size_t place = static_cast<std::size_t>(found - reasons_.begin());
    if (found == reasons_.end())
        reasons_.push_back(reason);
    return page_.t(Message(FAIRLOOM_TEXT("undefined [%1]"), {std::to_string(place + 1)}));
}

void FigureTable::interval(const std::optional<Interval> &interval)
{
    if (!interval)
        return;
    std::string words = page_.interval_words(*interval), varies = page_.resampled_words(*interval);
    auto found = std::find_if(intervals_.begin(), intervals_.end(), [&](const auto &entry) { return entry.first == words; });
    if (found == intervals_.end())
        found = intervals_.insert(intervals_.end(), {std::move(words), {}});
    if (!is_one_of(varies, found->second))
        found->second.push_back(std::move(varies));
}

std::string FigureTable::figure(const Metric &metric)
{
    if (!metric)
        return undefined(metric);
    interval(metric.interval);
    return figure_text(metric);
}

std::string FigureTable::share(const Metric &metric)
{
    if (!metric)
        return undefined(metric);
    interval(metric.interval);
    return share_text(metric);
}

std::string FigureTable::difference(const Metric &metric)
{
    if (!metric)
        return undefined(metric);
    interval(metric.interval);
    return difference_text(metric);
}

std::string FigureTable::ratio(const Metric &log_ratio)
{
    if (!log_ratio)
        return undefined(log_ratio);
    interval(log_ratio.interval);
    return ratio_text(log_ratio);
}

HtmlTable FigureTable::take()
{
    for (std::size_t i = 0; i < reasons_.size(); ++i)
        table.notes.push_back(page_.t(Message(FAIRLOOM_TEXT("[%1] undefined: %2."), {std::to_string(i + 1), reasons_[i]})));
    if (!intervals_.empty()) {
        std::string all;
        for (const auto &[words, varies] : intervals_)
            all += (all.empty() ? "" : "; ") + page_.t(Message(FAIRLOOM_TEXT("%1 (what varies: %2)"), {words, join_names(varies)}));
        table.notes.push_back(page_.t(Message(FAIRLOOM_TEXT("Ranges in brackets are intervals: %1."), {all})));
    }
    return std::move(table);
}

} // namespace fairloom
