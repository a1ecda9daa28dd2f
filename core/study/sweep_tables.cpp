#include "core/study/sweep_tables.h"

#include "core/base/file_output.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>

namespace fairloom {

namespace {

using nlohmann::json;

/// Where a figure stands in a SOURCE of run.json, or in run.json itself.
struct Figure {
    const char *name, *pointer;
    bool of_run = false;
};

constexpr std::array swept_figures{
    Figure{"tstr_accuracy", "/protocols/tstr/classifiers/xgboost/utility/accuracy"},
    Figure{"tstr_f1", "/protocols/tstr/classifiers/xgboost/utility/f1"},
    Figure{"tstr_auroc", "/protocols/tstr/classifiers/xgboost/utility/auroc"},
    Figure{"tstr_dpr", "/protocols/tstr/classifiers/xgboost/fairness/dpr"},
    Figure{"tstr_eor", "/protocols/tstr/classifiers/xgboost/fairness/eor"},
    Figure{"tsts_dpr", "/protocols/tsts/classifiers/xgboost/fairness/dpr"},
    Figure{"tsts_eor", "/protocols/tsts/classifiers/xgboost/fairness/eor"},
    Figure{"trtr_accuracy", "/protocols/trtr/classifiers/xgboost/utility/accuracy"},
    Figure{"trtr_f1", "/protocols/trtr/classifiers/xgboost/utility/f1"},
    Figure{"trtr_dpr", "/protocols/trtr/classifiers/xgboost/fairness/dpr"},
    Figure{"trtr_eor", "/protocols/trtr/classifiers/xgboost/fairness/eor"},
    Figure{"density", "/quality/density"},
    Figure{"coverage", "/quality/coverage"},
    Figure{"representation_accuracy", "/representation/accuracy"},
    Figure{"representation_dpr", "/representation/dpr"},
    Figure{"auroc_latent", "/leakage/auroc_latent"},
    Figure{"teacher_s", "/timings_s/teacher", true},
    Figure{"student_s", "/timings_s/student", true},
    Figure{"total_s", "/timings_s/total", true},
    Figure{"training_s", "/cost/training_s", true},
    Figure{"first_row_s", "/cost/first_row_s", true},
    Figure{"rows_per_s", "/cost/rows_per_s", true},
    Figure{"peak_memory_bytes", "/cost/peak_memory_bytes", true},
};

json read_run(const std::filesystem::path &folder)
{
    std::ifstream in(folder / "run.json", std::ios::binary);
    if (!in)
        return {};
    return json::parse(std::string(std::istreambuf_iterator<char>(in), {}), nullptr, false);
}

bool finished(const json &run)
{
    return run.is_object() && run.value("state", "") == "done";
}

double value_of(const json &run, const json &source, const Figure &figure)
{
    const json::json_pointer pointer(figure.pointer);
    const json &root = figure.of_run ? run : source;
    if (!root.contains(pointer) || !root[pointer].is_number())
        return std::numeric_limits<double>::quiet_NaN();
    return root[pointer].get<double>();
}

/// A field in quotes, as a study's name may have commas.
std::string csv_quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

/// Mean and standard deviation of what was there.
struct SeedValues {
    std::vector<double> values;

    double mean() const
    {
        double total = 0;
        for (const double value : values)
            total += value;
        return total / static_cast<double>(values.size());
    }
    std::string deviation() const
    {
        if (values.size() < 2)
            return "";
        double squares = 0;
        for (const double value : values)
            squares += (value - mean()) * (value - mean());
        return fmt::format("{:.5f}", std::sqrt(squares / static_cast<double>(values.size() - 1)));
    }
};

} // namespace

bool finished_run(const std::filesystem::path &folder)
{
    return finished(read_run(folder));
}

void SweepTables::read(const std::string &trial, const std::filesystem::path &folder)
{
    found_.erase(trial);
    const json run = read_run(folder);
    if (!finished(run) || !run.contains("sources") || !run["sources"].is_object())
        return;
    auto &sources = found_[trial];
    for (const auto &[name, source] : run["sources"].items()) {
        Figures &values = sources.emplace_back(name, Figures()).second;
        for (const Figure &figure : swept_figures)
            values.push_back(value_of(run, source, figure));
    }
}

void SweepTables::write(const std::vector<Entry> &order, const std::filesystem::path &out) const
{
    std::string results = "data,variant,seed,source", summary = "data,variant,source,n";
    for (const Figure &figure : swept_figures) {
        results += fmt::format(",{}", figure.name);
        summary += fmt::format(",{0},{0}_sd", figure.name);
    }
    results += ",study\n";
    summary += ",study\n";
    struct Line {
        std::string begin, end;
        std::size_t count = 0;
        std::array<SeedValues, swept_figures.size()> spreads;
    };
    std::vector<Line> groups;
    std::map<std::string, std::size_t> places;
    for (const Entry &entry : order) {
        const auto found = found_.find(entry.trial);
        if (found == found_.end())
            continue;
        for (const auto &[name, values] : found->second) {
            const std::string begin = fmt::format("{},\"{}\",{}", entry.of.data, entry.of.variant, name), end = "," + csv_quoted(entry.study) + "\n";
            const auto [place, is_new] = places.try_emplace(begin + end, groups.size());
            if (is_new)
                groups.push_back({begin, end, 0, {}});
            Line &group = groups[place->second];
            ++group.count;
            results += fmt::format("{},\"{}\",{},{}", entry.of.data, entry.of.variant, entry.of.seed, name);
            for (std::size_t f = 0; f < swept_figures.size(); ++f) {
                results += std::isnan(values[f]) ? "," : fmt::format(",{:.5f}", values[f]);
                if (!std::isnan(values[f]))
                    group.spreads[f].values.push_back(values[f]);
            }
            results += end;
        }
    }
    for (const Line &group : groups) {
        summary += fmt::format("{},{}", group.begin, group.count);
        for (const SeedValues &spread : group.spreads)
            summary += spread.values.empty() ? ",," : fmt::format(",{:.5f},{}", spread.mean(), spread.deviation());
        summary += group.end;
    }
    write_file(out / "results.csv", results);
    write_file(out / "summary.csv", summary);
}

} // namespace fairloom
