#pragma once

#include "core/study/pipeline.h"
#include "core/training/run_monitor.h"
#include "ui/workers/session.h"

#include <memory>

/// Hand-made runs for the tests of views: small, with known figures.
namespace fixture {

using namespace fairloom;

inline Metric interval(double value, double low, double high)
{
    Metric metric(value);
    Interval around;
    around.low = low;
    around.high = high;
    around.resampled = "test rows";
    around.draws = 200;
    metric.interval = around;
    return metric;
}

inline GroupRates rates(const char *name, std::size_t n, double base, Metric selection, Metric tpr, Metric fpr, Metric precision)
{
    GroupRates group;
    group.group = {name, {{"sex", name}}};
    group.n = n;
    group.base_rate = base;
    group.selection_rate = std::move(selection);
    group.tpr = std::move(tpr);
    group.fpr = std::move(fpr);
    group.precision = std::move(precision);
    group.accuracy = 0.8;
    return group;
}

inline ClassifierResult judged(Metric dpr, Metric eor, double accuracy, double scale)
{
    ClassifierResult result;
    result.fairness.dpr = std::move(dpr);
    result.fairness.eor = std::move(eor);
    result.fairness.dpd = 0.1;
    result.fairness.eod = 0.2;
    result.fairness.groups = {rates("Female", 5421, 0.109, 0.2 * scale, 0.58, 0.1, 0.52), rates("Male", 10860, 0.3, 0.2, 0.44, 0.08, 0.71)};
    result.utility.accuracy = accuracy;
    result.utility.f1 = accuracy - 0.2;
    result.utility.precision = 0.7;
    result.utility.recall = 0.6;
    result.utility.auroc = accuracy + 0.05;
    result.utility.majority_accuracy = 0.764;
    return result;
}

inline ProbeResult probe(double auroc)
{
    ProbeResult result;
    result.auroc = interval(auroc, auroc - 0.01, auroc + 0.01);
    result.null_low = 0.49;
    result.null_high = 0.51;
    result.p_value = 0.2;
    return result;
}

inline Column category(const char *name, std::vector<std::string> categories, std::vector<std::int32_t> codes, Role role)
{
    Column column;
    column.name = name;
    column.role = role;
    column.categories = std::move(categories);
    column.codes = std::move(codes);
    return column;
}

/// 8 training rows: id (ignored), age, sex, income.
inline std::shared_ptr<const Problem> problem()
{
    auto out = std::make_shared<Problem>();
    Column id;
    id.name = "id";
    id.type = ColumnType::number;
    id.role = Role::identifier;
    id.numbers = {1, 2, 3, 4, 5, 6, 7, 8};
    Column age;
    age.name = "age";
    age.type = ColumnType::number;
    age.numbers = {20, 30, 40, 50, 20, 30, 40, 50};
    out->train.table.name = "people";
    out->train.table.columns = {id, age, category("sex", {"Female", "Male"}, {0, 0, 0, 0, 1, 1, 1, 1}, Role::sensitive),
                                category("income", {"low", "high"}, {0, 0, 0, 1, 0, 1, 1, 1}, Role::target)};
    out->train.group = {0, 0, 0, 0, 1, 1, 1, 1};
    out->train.target = {0, 0, 0, 1, 0, 1, 1, 1};
    out->train.label = {0, 0, 0, 1, 0, 1, 1, 1};
    out->test = out->train;
    out->task = {{"sex"}, "income", "high"};
    out->groups = {{"Female", {{"sex", "Female"}}}, {"Male", {{"sex", "Male"}}}};
    out->target_values = {"low", "high"};
    out->positive = 1;
    out->features = {1};
    out->generated = {1, 2, 3};
    return out;
}

inline std::shared_ptr<const Table> generated()
{
    auto out = std::make_shared<Table>();
    Column age;
    age.name = "age";
    age.type = ColumnType::number;
    age.numbers = {20, 20, 20, 50, 20, 30, 40, 50};
    out->columns = {age, category("sex", {"Female", "Male"}, {0, 0, 0, 0, 1, 1, 1, 1}, Role::sensitive),
                    category("income", {"low", "high"}, {1, 0, 0, 1, 0, 1, 0, 1}, Role::target)};
    return out;
}

/// Real, control, teacher, student; student: DPR 0.763 (0.71 .. 0.81), EOR 0.75, accuracy 0.833.
inline std::shared_ptr<RunOutcome> outcome(bool with_controls = true)
{
    auto out = std::make_shared<RunOutcome>();
    RunResult &result = out->result;
    result.name = "balanced-1";
    result.task = {{"sex"}, "income", "high"};
    result.settings.log10_beta = 8;
    result.timings = {{"teacher", 20.0}, {"total", 34.0}};

    SourceResult real;
    real.protocols["trtr"]["xgboost"] = judged(interval(0.318, 0.30, 0.34), interval(0.241, 0.2, 0.28), 0.874, 0.318);
    real.protocols["trtr"]["logistic"] = judged(0.35, 0.30, 0.85, 0.35);
    real.leakage.features = probe(0.93);
    result.sources.emplace_back("real", real);
    if (with_controls) {
        SourceResult control;
        control.protocols["tstr"]["xgboost"] = judged(0.401, 0.469, 0.848, 0.401);
        control.quality = QualityResult{{0.88, 0.94, 0.9, 0.9, 5, 5000, 5000}, {0.87, 0.93, 0.9, 0.9, 5, 5000, 5000}, {}, {}};
        result.sources.emplace_back("control_independent", control);
    }
    SourceResult teacher;
    teacher.protocols["tstr"]["xgboost"] = judged(0.761, 0.77, 0.8334, 0.761);
    teacher.leakage.latent = probe(0.52);
    result.sources.emplace_back("teacher", teacher);
    SourceResult student;
    student.protocols["tstr"]["xgboost"] = judged(interval(0.763, 0.71, 0.81), 0.75, 0.833, 0.763);
    student.protocols["tstr"]["logistic"] = judged(0.9, 0.85, 0.82, 0.9);
    student.protocols["tsts"]["xgboost"] = judged(0.984, 0.928, 0.81, 0.984);
    student.representation = RepresentationResult{0.81, 0.69, 0.78, {{"xgboost", judged(0.7, 0.8, 0.815, 0.7)}}};
    student.quality = QualityResult{{0.8765, 0.9432, 0.9, 0.9, 5, 5000, 4000}, {0.86, 0.93, 0.9, 0.9, 5, 5000, 4000}, {}, {}};
    student.leakage.latent = probe(0.53);
    student.leakage.features = probe(0.91);
    result.sources.emplace_back("student", student);

    out->problem = problem();
    out->synthetic = generated();
    return out;
}

inline std::unique_ptr<ui::RunEntry> entry(int id, const char *name, const char *loss, double dpr, double accuracy, std::uint64_t seed = 1)
{
    auto run = std::make_unique<ui::RunEntry>();
    run->id = id;
    run->name = QString::fromLatin1(name);
    run->dataName = QStringLiteral("people · sex");
    run->state = ui::RunEntry::State::done;
    run->monitor = std::make_shared<RunMonitor>();
    auto result = outcome(false);
    result->result.name = name;
    result->result.settings.loss = loss;
    result->result.settings.seed = seed;
    for (auto &[source, figures] : result->result.sources)
        if (source == "student")
            figures.protocols["tstr"]["xgboost"] = judged(dpr, 0.7, accuracy, dpr);
    run->request.settings = result->result.settings;
    run->request.task = result->result.task;
    run->outcome = result;
    run->monitor->set_terms(CurveStage::teacher, {"reconstruction", "kl", "label", "fairness"}, 10);
    run->monitor->set_terms(CurveStage::student, {"quality", "kl"}, 3);
    run->monitor->add_point(CurveStage::teacher, {1, {4, 1, 1, 1}, {4, 0.2, 1, 2}});
    run->monitor->add_point(CurveStage::teacher, {2, {3, 1, 1, 1}, {3, 0.2, 1, 1}});
    run->monitor->add_point(CurveStage::student, {1, {0.5, 0.9}, {0.5, 0.09}});
    run->monitor->add_point(CurveStage::student, {2, {0.25, 0.4}, {0.25, 0.04}});
    return run;
}

} // namespace fixture
