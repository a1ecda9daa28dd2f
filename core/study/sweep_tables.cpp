#include "core/study/sweep_tables.h"

#include "core/base/file_output.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

namespace fairloom {

namespace {

using nlohmann::json;

/// Where a figure stands in a SOURCE of run.json, or in run.json itself.
struct Figure {
    const char *name, *pointer;
    bool of_run = false;
};

constexpr std::array figures{
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

std::optional<double> value_of(const json &run, const json &source, const Figure &figure)
{
    const json::json_pointer pointer(figure.pointer);
    const json &root = figure.of_run ? run : source;
    if (!root.contains(pointer) || !root[pointer].is_number())
        return std::nullopt;
    return root[pointer].get<double>();
}

/// Mean and standard deviation of what was there.
struct Spread {
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

void write_sweep_tables(const Study &study, const std::filesystem::path &out)
{
    std::string results = "data,variant,seed,source", summary = "data,variant,source,n";
    for (const Figure &figure : figures) {
        results += fmt::format(",{}", figure.name);
        summary += fmt::format(",{0},{0}_sd", figure.name);
    }
    results += '\n';
    summary += '\n';
    std::vector<std::string> order;
    std::map<std::string, std::pair<std::size_t, std::array<Spread, figures.size()>>> groups;
    for (const StudyTrial &trial : study.trials) {
        const json run = read_run(out / "runs" / trial.name());
        if (!finished(run) || !run.contains("sources"))
            continue;
        for (const auto &[name, source] : run["sources"].items()) {
            const std::string key = fmt::format("{},\"{}\",{}", trial.data, trial.variant, name);
            if (!groups.contains(key))
                order.push_back(key);
            auto &[count, spreads] = groups[key];
            ++count;
            results += fmt::format("{},\"{}\",{},{}", trial.data, trial.variant, trial.seed, name);
            for (std::size_t f = 0; f < figures.size(); ++f) {
                const std::optional<double> value = value_of(run, source, figures[f]);
                results += value ? fmt::format(",{:.5f}", *value) : ",";
                if (value)
                    spreads[f].values.push_back(*value);
            }
            results += '\n';
        }
    }
    for (const std::string &key : order) {
        const auto &[count, spreads] = groups[key];
        summary += fmt::format("{},{}", key, count);
        for (const Spread &spread : spreads)
            summary += spread.values.empty() ? ",," : fmt::format(",{:.5f},{}", spread.mean(), spread.deviation());
        summary += '\n';
    }
    write_file(out / "results.csv", results);
    write_file(out / "summary.csv", summary);
}

} // namespace fairloom
