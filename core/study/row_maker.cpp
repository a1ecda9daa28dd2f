#include "core/study/row_maker.h"

#include "core/base/random.h"
#include "core/study/stage_settings.h"
#include "core/training/generator_trainer.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr int mixture_components = 24;
constexpr int mixture_iterations = 40;
constexpr std::int64_t mixture_rows = 10000;

} // namespace

StudentOutcome RowMaker::distil(FairModel &model, const TrainingHooks &training) const
{
    const StudentSettings student = student_settings(settings_, threads_);
    return settings_.student == "generator" ? train_generator(model, train_, student, training) : train_student(model, train_, student, training);
}

LatentStream RowMaker::student_latents(const FairModel &model, std::size_t rows, std::uint64_t seed) const
{
    return model.student ? posterior_latents(model, *model.student, train_, rows, seed, threads_) : generator_latents(model, seed, threads_);
}

void RowMaker::fit_mixture(FairModel &model) const
{
    const std::size_t rows = static_cast<std::size_t>(std::min(mixture_rows, train_.rows()));
    const LatentDraw latents = student_latents(model, rows, derive_seed(settings_.seed, "mixture rows")).next(rows);
    model.mixture = LatentMixture::fit(latents.z, mixture_components, mixture_iterations, settings_.seed, threads_, stop_);
}

LatentDraw RowMaker::draw(const FairModel &model, std::size_t rows, const char *purpose) const
{
    const std::uint64_t seed = derive_seed(settings_.seed, purpose);
    if (settings_.sampler == "mixture")
        return mixture_latents(model, seed).next(rows);
    if (settings_.sampler == "prior")
        return prior_latents(model, seed).next(rows);
    return student_latents(model, rows, seed).next(rows);
}

DecodeRequest RowMaker::decode_request(const FairModel &model, const char *purpose) const
{
    DecodeRequest request;
    request.temperature = settings_.temperature;
    request.label_temperature = settings_.label_temperature;
    request.label_shift = model.label_shift;
    request.seed = derive_seed(settings_.seed, purpose);
    request.threads = threads_;
    return request;
}

} // namespace fairloom
