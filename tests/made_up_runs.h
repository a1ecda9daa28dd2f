#pragma once

#include "core/base/random.h"
#include "core/study/store/run_record.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

/// Records of runs that nobody has made, with figures that are known, for tests and benchmarks of comparisons.
namespace made_up {

using namespace fairloom;

inline RunRecord record(const std::string &name, const std::string &loss, double dpr, double accuracy, std::uint64_t seed = 1)
{
    RunRecord run;
    run.name = name;
    run.state = "done";
    run.data_name = "people";
    run.data_sha256 = "5e1f";
    run.task = {{"sex"}, "income", "high"};
    run.settings.loss = loss;
    run.settings.seed = seed;
    run.timings = {{"teacher", 20.0}, {"student", 1.5}, {"total", 34.0}};
    run.cost = CostSummary{21.5, 0.004, 50'000, 600e6};
    RecordedJudgement judged;
    judged.dpr = dpr;
    judged.eor = dpr - 0.05;
    judged.dpd = 0.1;
    judged.eod = 0.2;
    judged.accuracy = accuracy;
    judged.f1 = accuracy - 0.2;
    judged.auroc = accuracy + 0.05;
    RecordedSource student;
    student.protocols["tstr"]["xgboost"] = judged;
    RecordedJudgement own = judged;
    own.dpr = std::min(1.0, dpr + 0.1);
    student.protocols["tsts"]["xgboost"] = own;
    student.density = 0.8765;
    student.coverage = 0.9432;
    student.auroc_latent = 0.53;
    RecordedSource real;
    judged.dpr = 0.318;
    judged.accuracy = 0.874;
    real.protocols["trtr"]["xgboost"] = judged;
    run.sources = {{"real", real}, {"student", student}};
    return run;
}

/// Falling losses of both stages, `points` a stage.
inline RecordedCurves curves(std::uint64_t seed, double scale = 1, int points = 100)
{
    Random random(seed);
    RecordedCurves out;
    out.teacher.terms = {"reconstruction", "kl", "label", "fairness"};
    out.student.terms = {"quality", "kl"};
    out.teacher.epochs = 150;
    out.student.epochs = 50;
    for (int i = 1; i <= points; ++i) {
        const double share = double(i) / points, fall = std::exp(-4 * share), noise = 1 + 0.05 * random.normal();
        out.teacher.points.push_back({150 * share, {10 * scale * (0.3 + fall) * noise, 2 - fall, 0.5 + 0.2 * fall, 1e-7 * noise},
                                      {10 * scale * (0.3 + fall) * noise, 0.4 - 0.2 * fall, 0.5 + 0.2 * fall, 2 * noise}});
        out.student.points.push_back({50 * share, {scale * (0.1 + fall) * noise, 0.5 * fall + 0.1}, {scale * (0.1 + fall) * noise, 0.05 * fall + 0.01}});
    }
    return out;
}

/// A study: every loss at so many strengths of fairness, each with so many seeds. More fairness costs accuracy.
inline std::vector<RunRecord> study(int strengths, int seeds)
{
    std::vector<RunRecord> out;
    Random random(5);
    for (int strength = 0; strength < strengths; ++strength)
        for (const char *loss : {"l1", "huber", "mse", "md"})
            for (int seed = 1; seed <= seeds; ++seed) {
                const double share = strengths > 1 ? double(strength) / (strengths - 1) : 0.6;
                const double dpr = std::clamp(0.35 + 0.6 * share + 0.02 * random.normal(), 0.0, 1.0);
                const double accuracy = 0.855 - 0.05 * share * share + 0.003 * random.normal() - (std::string(loss) == "md" ? 0.004 : 0);
                RunRecord run = record(std::string(loss) + "-" + std::to_string(strength + 1) + "-seed-" + std::to_string(seed), loss, dpr, accuracy,
                                       std::uint64_t(seed));
                run.study = "Which loss?";
                run.settings.log10_beta = 6 + 0.1 * strength;
                run.sources.back().second.density = 0.88 + 0.01 * random.normal();
                run.sources.back().second.coverage = 0.94 + 0.005 * random.normal();
                run.timings = {{"teacher", 20.0}, {"student", 1.2 + 0.1 * random.normal()}, {"total", 30 + random.normal()}};
                out.push_back(std::move(run));
            }
    return out;
}

} // namespace made_up
