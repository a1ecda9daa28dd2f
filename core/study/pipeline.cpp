#include "core/study/pipeline.h"

#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/base/random.h"
#include "core/data/split.h"
#include "core/model/distance_covariance.h"
#include "core/model/generator.h"
#include "core/model/model_file.h"
#include "core/model/row_decoder.h"
#include "core/model/row_index.h"
#include "core/study/evaluation.h"
#include "core/study/latent_evaluation.h"
#include "core/study/latent_watch.h"
#include "core/study/loss_curves.h"
#include "core/study/loss_log.h"
#include "core/study/median_seconds.h"
#include "core/study/picture_watch.h"
#include "core/study/rival_run.h"
#include "core/study/row_maker.h"
#include "core/study/run_frame.h"
#include "core/study/stage_settings.h"
#include "core/study/teacher_cache.h"
#include "core/study/uncertainty.h"
#include "core/training/loss_terms.h"
#include "core/training/student_trainer.h"
#include "core/training/teacher_trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace fairloom {

namespace {

constexpr int dependence_draws = 20;
constexpr std::size_t dependence_rows = 2048;
constexpr int first_row_tries = 11;

/// Where each stage begins on the progress bar; measured on Adult with default settings.
struct Spans {
    double student, generate, control, evaluate, saving;
    static Spans of(bool controls) { return controls ? Spans{0.39, 0.42, 0.43, 0.85, 0.99} : Spans{0.73, 0.79, 0.80, 0.80, 0.99}; }
};

class RunJob final : public RunFrame {
public:
    RunJob(const RunRequest &request, RunMonitor &monitor, std::stop_token stop)
        : RunFrame(request, monitor, std::move(stop)), spans_(Spans::of(settings_.controls)), teachers_(request.teachers)
    {
    }

private:
    void stages() override
    {
        encode();
        teacher_stage();
        student_stage();
        generate_stage();
        control_stage();
        evaluate_stage();
        repeat_stage();
    }

    /// What of the progress bar lies before the trainings with other seeds, of which each takes nearly as long as all before.
    double run_share() const { return settings_.seeds < 2 || generated_only() ? 1 : 1 / (1 + 0.8 * (settings_.seeds - 1)); }
    /// Of the run without other seeds.
    void set_span(double begin, double end) override { monitor_.set_span(begin * run_share(), end * run_share()); }

    void encode();
    void teacher_stage();
    void student_stage();
    void generate_stage();
    void control_stage();
    void evaluate_stage();
    void repeat_stage();

    bool take_teacher(std::shared_ptr<FairModel> saved);
    void show_saved_curves(CurveStage stage);
    void describe_teacher(const TeacherOutcome &teacher);
    void take_generation_settings();
    void keep_latents();
    void measure_cost(double generate_seconds);
    void evaluate(Evaluator &evaluator, const std::string &name, const Table &rows, const LatentDraw &draw, double begin, double end);

    Spans spans_;
    TeacherCache teachers_;
    std::shared_ptr<FairModel> model_, control_;
    EncodedRows train_, test_;
    std::optional<RowMaker> maker_;
    LatentDraw student_draw_, teacher_draw_, control_draw_, control_joint_draw_;
    std::optional<Table> control_independent_, control_joint_;
};

void RunJob::encode()
{
    const TableEncoder encoder = TableEncoder::fit(problem_->train.table, problem_->features);
    model_ = std::make_shared<FairModel>(ModelSchema::from(*problem_, request_.data->recipe, encoder), settings_.latent);
    take_generation_settings();
    train_ = model_->encode(problem_->train);
    test_ = model_->encode(problem_->test);
    maker_.emplace(settings_, train_, threads_, stop_);
}

/// What the model is to remember of how its rows are made.
void RunJob::take_generation_settings()
{
    model_->sampler = effective_sampler(settings_);
    model_->temperature = settings_.temperature;
    model_->label_temperature = settings_.label_temperature;
    const double share = std::clamp(model_->schema.target_shares[static_cast<std::size_t>(model_->schema.positive)], 1e-6, 1 - 1e-6);
    const double log_odds = std::log(share / (1 - share));
    model_->label_shift = -settings_.label_balance * log_odds;
    // A head that saw all labels equally often takes them to be so: back to the data's shares (King and Zeng 2001, prior correction).
    if (settings_.balance == "labels" || settings_.balance == "both")
        model_->label_shift += log_odds + std::log(static_cast<double>(model_->schema.target_shares.size() - 1));
}

void RunJob::teacher_stage()
{
    timed("teacher", [&] {
        monitor_.set_stage(RunStage::teacher, settings_.teacher_epochs);
        set_span(0.01, spans_.student);
        if (request_.resume && std::filesystem::exists(request_.out / "model.json") && take_teacher(read_model(request_.out)))
            return show_saved_curves(CurveStage::teacher);
        if (std::shared_ptr<FairModel> kept = teachers_.find(teacher_fingerprint(request_, threads_), model_->schema)) {
            kept->schema.recipe = model_->schema.recipe;
            take_teacher(std::move(kept));
            teachers_.show_curves(teacher_fingerprint(request_, threads_), settings_, monitor_);
            if (!request_.out.empty())
                write_model(*model_, request_.out);
            return;
        }
        TrainingHooks training = hooks("teacher", teacher_terms(), true);
        training.checkpoint = checkpoint("teacher", teacher_fingerprint(request_, threads_));
        std::optional<LatentWatch> watch;
        std::optional<PictureWatch> pictures;
        if (request_.watch) {
            watch.emplace(*problem_, train_, test_, settings_.seed, threads_, monitor_, stop_);
            pictures.emplace(*problem_, test_, settings_.seed, threads_, monitor_);
            training.on_epoch = [&](int epoch) {
                watch->look(*model_, epoch, epoch == settings_.teacher_epochs);
                pictures->look(*model_, epoch, epoch == settings_.teacher_epochs);
            };
        }
        const TeacherOutcome teacher = train_teacher(*model_, train_, teacher_settings(settings_, settings_.log10_beta, threads_), training);
        model_->teacher_fingerprint = teacher_fingerprint(request_, threads_);
        model_->teacher_kl_per_row = teacher.kl_per_row;
        model_->teacher_seconds_per_epoch = teacher.seconds_per_epoch;
        model_->teacher_collapsed = teacher.collapsed;
        describe_teacher(teacher);
        outcome_.model = model_;
        save_losses(); // before the model, which says that the stage has ended
        if (!request_.out.empty())
            write_model(*model_, request_.out);
        teachers_.keep(*model_, losses_.get());
    });
}

/// Goes on with a teacher that was trained before, on the same rows with the same settings; false if it was on others.
bool RunJob::take_teacher(std::shared_ptr<FairModel> saved)
{
    if (!saved->teacher_finished || saved->teacher_fingerprint != teacher_fingerprint(request_, threads_) ||
        !saved->schema.same_encoding(model_->schema))
        return false;
    model_ = std::move(saved);
    take_generation_settings();
    TeacherOutcome teacher;
    teacher.epochs = settings_.teacher_epochs;
    teacher.kl_per_row = model_->teacher_kl_per_row;
    teacher.seconds_per_epoch = model_->teacher_seconds_per_epoch;
    teacher.collapsed = model_->teacher_collapsed;
    describe_teacher(teacher);
    outcome_.model = model_;
    return true;
}

/// Of a stage that was finished before this run went on.
void RunJob::show_saved_curves(CurveStage stage)
{
    RunMonitor saved;
    try {
        read_loss_curves(request_.out / "losses.csv", settings_, saved);
    } catch (const InputError &) {
        return; // a stage without curves is as good
    }
    monitor_.set_terms(stage, saved.terms(stage), saved.epochs(stage));
    for (CurvePoint &point : saved.points_since(stage, 0))
        monitor_.add_point(stage, std::move(point));
}

void RunJob::describe_teacher(const TeacherOutcome &teacher)
{
    TeacherSummary &summary = outcome_.result.teacher;
    summary.encoder_parameters = static_cast<std::size_t>(parameter_count(*model_->teacher));
    summary.parameters = summary.encoder_parameters +
                         static_cast<std::size_t>(parameter_count(*model_->decoder) + parameter_count(*model_->head));
    summary.epochs = teacher.epochs;
    summary.seconds_per_epoch = teacher.seconds_per_epoch;
    summary.collapsed = teacher.collapsed;
    if (teacher.collapsed)
        outcome_.result.warnings.push_back(
            Message(FAIRLOOM_TEXT("The latent space has collapsed (KL %1 per row): it says next to nothing about the rows, and any "
                                  "fairness of the generated data is that of noise. Lower log10 beta or the KL weight"),
                    {to_text(teacher.kl_per_row)}));
    // Shown to people: the cross part, on training rows with their labels masked.
    const std::vector<std::size_t> rows = // files may be sorted: any rows, not the first
        some_rows(problem_->train.rows(), dependence_rows, settings_.seed, "dependence rows");
    const torch::Tensor chosen = as_index(rows);
    const torch::Tensor group = train_.group.index_select(0, chosen);
    const Posterior posterior = smoothed(model_->posterior(*model_->teacher, model_->mask_labels(train_.input().select(chosen)), threads_),
                                         settings_.smoothing);
    const std::size_t count = rows.size(), d = static_cast<std::size_t>(model_->shape.latent);
    const CentredDependence dependence = centred_dependence(
        {posterior.mean.data_ptr<float>(), count * d}, {posterior.logvar.data_ptr<float>(), count * d},
        {group.data_ptr<std::int32_t>(), count}, count, d, model_->shape.groups, dependence_draws, settings_.seed, threads_);
    summary.dependence = dependence.value;
    summary.dependence_p = dependence.p_value;
}

void RunJob::student_stage()
{
    timed("student", [&] {
        monitor_.set_stage(RunStage::student, settings_.student_epochs);
        set_span(spans_.student, spans_.generate);
        StudentSummary &summary = outcome_.result.student;
        summary.kind = settings_.student;
        summary.loss = settings_.loss;
        if (model_->has_student() && model_->student_fingerprint == student_fingerprint(request_, threads_)) {
            show_saved_curves(CurveStage::student);
        } else {
            model_->student = nullptr;
            model_->generator = nullptr;
            model_->student_fingerprint.clear();
            TrainingHooks training = hooks("student", student_terms(), true);
            training.checkpoint = checkpoint("student", student_fingerprint(request_, threads_));
            outcome_.result.student.epochs = maker_->distil(*model_, training).epochs;
            monitor_.report(FAIRLOOM_TEXT("Fitting the mixture of latents"), 0.95);
            maker_->fit_mixture(*model_);
            keep_latents();
            model_->student_fingerprint = student_fingerprint(request_, threads_);
        }
        if (model_->bank.defined())
            outcome_.result.warnings.push_back(FAIRLOOM_TEXT(
                "The model keeps latents that derive one to one from real rows: treat student.safetensors as personal data"));
        summary.parameters = static_cast<std::size_t>(model_->student_parameters());
        if (summary.epochs == 0) // a resumed run has it from before
            summary.epochs = settings_.student_epochs;
        outcome_.model = model_;
        save_losses();
        if (!request_.out.empty())
            write_model(*model_, request_.out);
    });
}

void RunJob::keep_latents()
{
    model_->bank = torch::Tensor();
    if (settings_.keep_latents && model_->student)
        model_->bank = posterior_latents(*model_, *model_->student, train_, static_cast<std::size_t>(train_.rows()),
                                         derive_seed(settings_.seed, "kept latents"), threads_)
                           .next(static_cast<std::size_t>(train_.rows()))
                           .z;
}

void RunJob::generate_stage()
{
    timed("generate", [&] {
        monitor_.set_stage(RunStage::generating);
        set_span(spans_.generate, spans_.control);
        const std::size_t rows = settings_.rows > 0 ? static_cast<std::size_t>(settings_.rows) : problem_->train.rows();
        const char *const purpose = "student rows";
        const Clock::time_point start = Clock::now();
        student_draw_ = maker_->draw(*model_, rows, purpose);
        outcome_.synthetic = std::make_shared<const Table>(
            decode_rows(*model_, student_draw_.z, maker_->decode_request(*model_, purpose), progress_, stop_));
        measure_cost(seconds_since(start));
        if (generated_only())
            return;
        // The teacher has no mixture of its own: its rows come from its posteriors, whatever the run's sampler. Seeds are the student's, so that
        // from posteriors both make their rows of the same training rows and the same noise: what differs between them is not the luck of a draw.
        teacher_draw_ = posterior_latents(*model_, *model_->teacher, train_, rows, derive_seed(settings_.seed, purpose), threads_).next(rows);
        outcome_.teacher_synthetic = std::make_shared<const Table>(
            decode_rows(*model_, teacher_draw_.z, maker_->decode_request(*model_, purpose), progress_, stop_));
    });
}

void RunJob::measure_cost(double generate_seconds)
{
    CostSummary &cost = outcome_.result.cost.emplace();
    cost.training_s = outcome_.result.teacher.seconds_per_epoch * outcome_.result.teacher.epochs;
    for (const auto &[stage, seconds] : outcome_.result.timings)
        if (stage == "student")
            cost.training_s += seconds;
    cost.rows_per_s = generate_seconds > 0 ? static_cast<double>(outcome_.synthetic->rows()) / generate_seconds : 0;
    cost.peak_memory_bytes = static_cast<double>(peak_memory());
    cost.first_row_s = median_seconds(first_row_tries, [&] {
        decode_rows(*model_, maker_->draw(*model_, 1, "first row").z, maker_->decode_request(*model_, "first row"), progress_, stop_);
    });
}

void RunJob::control_stage()
{
    if (!settings_.controls || generated_only())
        return;
    timed("controls", [&] {
        monitor_.set_stage(RunStage::control, settings_.teacher_epochs);
        set_span(spans_.control, spans_.control + (spans_.evaluate - spans_.control) * 0.93);
        control_ = std::make_shared<FairModel>(model_->schema, settings_.latent);
        control_->label_shift = model_->label_shift;
        RunRequest without = request_;
        without.settings.log10_beta = 0;
        const std::string fingerprint = teacher_fingerprint(without, threads_);
        if (std::shared_ptr<FairModel> kept = teachers_.find(fingerprint, control_->schema)) {
            kept->label_shift = control_->label_shift;
            control_ = std::move(kept);
        } else {
            TrainingHooks training = hooks("control teacher", teacher_terms(), false);
            training.checkpoint = checkpoint("control-teacher", fingerprint);
            const TeacherOutcome trained = train_teacher(*control_, train_, teacher_settings(settings_, 0, threads_), training);
            control_->teacher_fingerprint = fingerprint;
            control_->teacher_kl_per_row = trained.kl_per_row;
            control_->teacher_seconds_per_epoch = trained.seconds_per_epoch;
            control_->teacher_collapsed = trained.collapsed;
            teachers_.keep(*control_, nullptr);
        }
        set_span(spans_.control + (spans_.evaluate - spans_.control) * 0.93, spans_.evaluate);
        maker_->distil(*control_, hooks("control student", student_terms(), false));
        const std::size_t rows = outcome_.synthetic->rows();
        if (settings_.sampler == "mixture")
            maker_->fit_mixture(*control_);
        // Control 1 is the same pipeline, sampler included; control 2 needs the row that each latent derives from.
        control_draw_ = maker_->draw(*control_, rows, "control rows");
        control_joint_draw_ = control_draw_.source_row.empty()
                                  ? posterior_latents(*control_, control_->student ? *control_->student : *control_->teacher, train_, rows,
                                                      derive_seed(settings_.seed, "control rows"), threads_)
                                        .next(rows)
                                  : control_draw_;
        control_independent_ = decode_rows(*control_, control_draw_.z, maker_->decode_request(*control_, "control rows"), progress_, stop_);
        std::vector<std::int32_t> own;
        for (const std::size_t row : control_joint_draw_.source_row)
            own.push_back(problem_->train.group[row]);
        DecodeRequest joint = maker_->decode_request(*control_, "control rows");
        joint.groups = &own;
        control_joint_ = decode_rows(*control_, control_joint_draw_.z, joint, progress_, stop_);
    });
}

void RunJob::evaluate(Evaluator &evaluator, const std::string &name, const Table &rows, const LatentDraw &drawn, double begin, double end)
{
    set_span(begin, end);
    outcome_.result.sources.emplace_back(
        name, evaluator.synthetic(label_table(*problem_, rows), drawn.source_row.empty() ? nullptr : &drawn.source_row, progress_));
}

void RunJob::evaluate_stage()
{
    timed("evaluate", [&] {
        monitor_.set_stage(RunStage::evaluating);
        Evaluator evaluator(*problem_, evaluation_settings(), stop_);
        if (generated_only()) {
            evaluate(evaluator, "student", *outcome_.synthetic, student_draw_, spans_.evaluate, spans_.saving);
            return;
        }
        const double width = (spans_.saving - spans_.evaluate) / (settings_.controls ? 5.0 : 3.0);
        const auto begin = [&](int part) { return spans_.evaluate + part * width; };
        set_span(begin(0), begin(1));
        outcome_.result.sources.emplace_back("real", evaluator.real(progress_));
        evaluate(evaluator, "teacher", *outcome_.teacher_synthetic, teacher_draw_, begin(1), begin(2));
        evaluate_latent(*model_, *model_->teacher, *problem_, train_, test_, evaluation_settings(), stop_,
                        outcome_.result.sources.back().second);
        evaluate(evaluator, "student", *outcome_.synthetic, student_draw_, begin(2), begin(3));
        if (model_->student) // a generator encodes nothing
            evaluate_latent(*model_, *model_->student, *problem_, train_, test_, evaluation_settings(), stop_,
                        outcome_.result.sources.back().second);
        if (settings_.controls) {
            evaluate(evaluator, "control_independent", *control_independent_, control_draw_, begin(3), begin(4));
            evaluate(evaluator, "control_joint", *control_joint_, control_joint_draw_, begin(4), begin(5));
        }
        outcome_.result.differences = add_uncertainty(outcome_.result.sources, problem_->groups, evaluation_settings(), stop_);
    });
}

/// The whole training again with other seeds, on the same rows and judged on the same test rows: how much of a figure is the luck of one training.
void RunJob::repeat_stage()
{
    SourceResult *student = nullptr;
    for (auto &[name, source] : outcome_.result.sources)
        if (name == "student")
            student = &source;
    if (settings_.seeds < 2 || generated_only() || !student)
        return;
    timed("seeds", [&] {
        monitor_.set_stage(RunStage::repeats, settings_.teacher_epochs);
        const double once = 1 - run_share();
        std::vector<SeedRows> others;
        for (int k = 1; k < settings_.seeds; ++k) {
            RunSettings settings = settings_;
            settings.seed = settings_.seed + static_cast<std::uint64_t>(k);
            const double begin = run_share() + once * (k - 1) / (settings_.seeds - 1), width = once / (settings_.seeds - 1);
            monitor_.set_span(begin, begin + 0.88 * width);
            FairModel model(model_->schema, settings.latent);
            model.label_shift = model_->label_shift;
            TrainingHooks training = hooks("", teacher_terms(), false);
            training.on_step = nullptr;
            training.activity = FAIRLOOM_TEXT("Another seed, epoch %1/%2");
            RunRequest other = request_;
            other.settings = settings;
            training.checkpoint = checkpoint("seed-" + std::to_string(settings.seed), teacher_fingerprint(other, threads_));
            train_teacher(model, train_, teacher_settings(settings, settings.log10_beta, threads_), training);
            monitor_.set_span(begin + 0.88 * width, begin + width);
            training.checkpoint = {};
            const RowMaker maker(settings, train_, threads_, stop_);
            maker.distil(model, training);
            if (settings.sampler == "mixture")
                maker.fit_mixture(model);
            const LatentDraw drawn = maker.draw(model, outcome_.synthetic->rows(), "student rows");
            const Table rows = decode_rows(model, drawn.z, maker.decode_request(model, "student rows"), progress_, stop_);
            EvaluationSettings evaluation = evaluation_settings();
            evaluation.seed = settings.seed;
            others.push_back({settings.seed, headline_scores(*problem_, label_table(*problem_, rows), evaluation, stop_)});
        }
        ProtocolResult &judged = student->protocols.at("tstr");
        if (const auto headline = judged.find("xgboost"); headline != judged.end())
            headline->second.over_seeds = over_seeds(headline->second, settings_.seed, others, problem_->groups, evaluation_settings(), stop_);
    });
}

} // namespace

RunOutcome run_pipeline(const RunRequest &request, RunMonitor &monitor, std::stop_token stop)
{
    if (request.settings.method != "fairloom")
        return run_rival(request, monitor, std::move(stop));
    return RunJob(request, monitor, std::move(stop)).run();
}

} // namespace fairloom
