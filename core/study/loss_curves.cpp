#include "core/study/loss_curves.h"

#include "core/base/error.h"
#include "core/training/curve_recorder.h"
#include "core/training/loss_terms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <string_view>

namespace fairloom {

namespace {

constexpr std::uintmax_t most_curve_bytes = 500'000'000;

struct LoggedStep {
    int epoch = 0, step = 0;
    std::vector<double> raw, weighted; ///< per term
};

struct LoggedStage {
    const char *name;
    CurveStage stage;
    const std::vector<std::string> &terms;
    int epochs;
    std::vector<LoggedStep> steps = {};
};

class LossFile {
public:
    LossFile(const std::filesystem::path &file, const RunSettings &settings)
        : file_(file), stages_{LoggedStage{"teacher", CurveStage::teacher, teacher_terms(), settings.teacher_epochs},
                               LoggedStage{"student", CurveStage::student, student_terms(), settings.student_epochs}}
    {
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error))
            throw InputError(FAIRLOOM_TEXT("There is no such file"), file.string(), FAIRLOOM_TEXT("Check the path"));
        if (std::filesystem::file_size(file, error) > most_curve_bytes || error)
            throw InputError(FAIRLOOM_TEXT("A file of more than 500 MB is not read"), file.string(), FAIRLOOM_TEXT("Check that it is the right file"));
        std::ifstream in(file, std::ios::binary);
        std::string line;
        if (!std::getline(in, line) || line != "stage,epoch,step,term,raw,weighted")
            refuse();
        for (line_ = 2; std::getline(in, line); ++line_)
            read_line(line);
        for (const LoggedStage &stage : stages_)
            check_steps(stage);
    }

    void draw(RunMonitor &curves) const
    {
        for (const LoggedStage &stage : stages_) {
            if (stage.steps.empty())
                continue;
            TrainingHooks hooks;
            hooks.monitor = &curves;
            CurveRecorder recorder(hooks, stage.stage, stage.terms, stage.epochs, steps_per_epoch(stage));
            for (const LoggedStep &step : stage.steps)
                recorder.add(step.epoch, step.step, step.raw, step.weighted);
        }
    }

private:
    [[noreturn]] void refuse() const
    {
        throw InputError(FAIRLOOM_TEXT("The losses are damaged"), file_.string() + ", line " + std::to_string(line_),
                         FAIRLOOM_TEXT("Restore the file, or repeat the run"));
    }

    template <typename Number>
    Number number(std::string_view text) const
    {
        Number out{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
        if (error != std::errc() || end != text.data() + text.size())
            refuse();
        if constexpr (std::is_floating_point_v<Number>)
            if (!std::isfinite(out))
                refuse();
        return out;
    }

    void read_line(std::string_view line)
    {
        std::array<std::string_view, 6> cells;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::size_t comma = i + 1 < cells.size() ? line.find(',') : line.size();
            if (comma == std::string_view::npos)
                refuse();
            cells[i] = line.substr(0, comma);
            line.remove_prefix(std::min(comma + 1, line.size()));
        }
        const auto stage = std::find_if(stages_.begin(), stages_.end(), [&](const LoggedStage &s) { return s.name == cells[0]; });
        if (stage == stages_.end())
            return; // of a control
        const auto term = std::find(stage->terms.begin(), stage->terms.end(), cells[3]);
        if (term == stage->terms.end())
            return; // a part of one
        const int epoch = number<int>(cells[1]), step = number<int>(cells[2]);
        // the terms of a step stand together, in their order
        if (term == stage->terms.begin())
            stage->steps.push_back({epoch, step, {}, {}});
        if (stage->steps.empty() || stage->steps.back().epoch != epoch || stage->steps.back().step != step
            || stage->steps.back().raw.size() != static_cast<std::size_t>(term - stage->terms.begin()))
            refuse();
        stage->steps.back().raw.push_back(number<float>(cells[4]));
        stage->steps.back().weighted.push_back(number<float>(cells[5]));
    }

    static int steps_per_epoch(const LoggedStage &stage)
    {
        const auto second = std::find_if(stage.steps.begin(), stage.steps.end(), [](const LoggedStep &step) { return step.epoch != 1; });
        return static_cast<int>(second - stage.steps.begin());
    }

    /// Every epoch has as many steps as the first, but for the last, in which the run may have been stopped.
    void check_steps(const LoggedStage &stage) const
    {
        const int per_epoch = steps_per_epoch(stage);
        for (std::size_t i = 0; i < stage.steps.size(); ++i) {
            const LoggedStep &step = stage.steps[i];
            const bool whole = step.raw.size() == stage.terms.size();
            if (!whole || per_epoch == 0 || step.step != static_cast<int>(i) + 1 || step.epoch != static_cast<int>(i) / per_epoch + 1)
                throw InputError(FAIRLOOM_TEXT("The losses are not whole"), file_.string(), FAIRLOOM_TEXT("Restore the file, or repeat the run"));
        }
    }

    std::filesystem::path file_;
    std::array<LoggedStage, 2> stages_;
    std::size_t line_ = 1;
};

} // namespace

void read_loss_curves(const std::filesystem::path &losses_csv, const RunSettings &settings, RunMonitor &curves)
{
    LossFile(losses_csv, settings).draw(curves);
}

} // namespace fairloom
