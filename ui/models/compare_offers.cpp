// CompareRuns: the series that colours tell apart, and what filters and judges there are to choose from.

#include "ui/models/compare_runs.h"

#include "ui/text.h"

#include <set>

namespace fairloom::ui {

// --- colours

std::string CompareRuns::seriesKey(const RunRecord &run) const
{
    switch (colours_) {
    case CompareColours::loss:
        return run_kind(run);
    case CompareColours::method:
        return run.judged_file.empty() ? run.settings.method : "imported";
    case CompareColours::variant:
        return run.variant;
    }
    return {};
}

void CompareRuns::arrangeSeries()
{
    // Losses first, then methods, each in the order in which they are offered; variants as they come.
    std::vector<std::string> order{"l1", "huber", "mse", "md"};
    const std::vector<std::string> &methods = find_setting("method")->choices;
    order.insert(order.end(), methods.begin(), methods.end());
    if (colours_ == CompareColours::variant)
        order.clear();
    std::vector<Series> all;
    std::map<std::string, std::size_t> of_key;
    const auto add = [&](const std::string &key) {
        const auto [entry, added] = of_key.try_emplace(key, all.size());
        if (!added)
            return entry->second;
        Series series;
        series.key = key;
        if (colours_ == CompareColours::variant) {
            series.label = key.empty() ? tr("no variant") : toQString(key);
            series.style = styleOfIndex(int(all.size()));
        } else {
            series.label = CompareFigures::kindLabel(key);
            series.style = colours_ == CompareColours::loss ? styleOfKind(key) : styleOfMethod(key);
        }
        all.push_back(series);
        return entry->second;
    };
    for (const std::string &key : order)
        add(key);
    seriesOf_.assign(runs_.size(), 0);
    for (std::size_t i = runs_.size(); i-- > 0;) {
        const std::size_t series = add(seriesKey(record(i)));
        seriesOf_[i] = series;
        all[series].runs += isShown_[i] ? 1 : 0;
    }
    std::vector<std::size_t> place(all.size(), 0);
    series_.clear();
    for (std::size_t s = 0; s < all.size(); ++s) {
        place[s] = series_.size();
        if (all[s].runs > 0)
            series_.push_back(all[s]);
    }
    for (std::size_t &series : seriesOf_)
        series = place[series];
}

// --- what is there to choose from

namespace {

QStringList sorted(const std::set<QString> &texts)
{
    return {texts.begin(), texts.end()};
}

} // namespace

QStringList CompareRuns::studies() const
{
    std::set<QString> out;
    for (const ComparedRun &run : runs_)
        if (!run.record->study.empty())
            out.insert(toQString(run.record->study));
    return sorted(out);
}

QStringList CompareRuns::kinds() const
{
    std::set<QString> out;
    for (const ComparedRun &run : runs_)
        out.insert(toQString(run_kind(*run.record)));
    return sorted(out);
}

QStringList CompareRuns::subjects() const
{
    return sorted(std::set<QString>(subjects_.begin(), subjects_.end()));
}

std::vector<std::string> CompareRuns::protocols() const
{
    std::set<std::string> found;
    for (const ComparedRun &run : runs_)
        if (const RecordedSource *source = run.record->source(run.record->generated_source()))
            for (const auto &[protocol, classifiers] : source->protocols)
                found.insert(protocol);
    std::vector<std::string> out{"tstr"};
    found.erase("tstr");
    out.insert(out.end(), found.begin(), found.end());
    return out;
}

std::vector<std::string> CompareRuns::classifiers() const
{
    std::set<std::string> found;
    for (const ComparedRun &run : runs_)
        if (const RecordedSource *source = run.record->source(run.record->generated_source()))
            for (const auto &[protocol, classifiers] : source->protocols)
                for (const auto &[classifier, judged] : classifiers)
                    found.insert(classifier);
    std::vector<std::string> out{"xgboost"};
    found.erase("xgboost");
    out.insert(out.end(), found.begin(), found.end());
    return out;
}

} // namespace fairloom::ui
