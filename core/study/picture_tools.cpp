#include "core/study/picture_tools.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/model/generator.h"
#include "core/model/pictures/decoded_pictures.h"
#include "core/model/row_decoder.h"
#include "core/model/row_index.h"

#include <algorithm>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr std::size_t latents_at_once = 1024, most_latents = 400 * latents_at_once;

void require_pictures(const FairModel &model)
{
    if (!model.schema.picture)
        throw InputError(FAIRLOOM_TEXT("The model makes rows of a table, not pictures"), "", FAIRLOOM_TEXT("Take a model that was trained on pictures"));
}

/// LibTorch's own threads spin between small operations; ours share the rows.
void work_alone()
{
    torch::set_num_threads(1);
}

Tensor means(const FairModel &model, const LabelledTable &rows, const std::vector<std::size_t> &which, int threads)
{
    require_pictures(model);
    work_alone();
    EncoderNet &encoder = model.student ? *model.student : *model.teacher;
    return model.latent_means(encoder, model.encode(rows).input().select(as_index(which)), threads);
}

} // namespace

PictureSet reconstruct_pictures(const FairModel &model, const LabelledTable &rows, const std::vector<std::size_t> &which, int threads)
{
    std::vector<std::int32_t> groups;
    for (const std::size_t row : which)
        groups.push_back(rows.group[row]);
    return decode_pictures(model, means(model, rows, which, threads), groups, threads);
}

PictureSet flip_groups(const FairModel &model, const LabelledTable &rows, const std::vector<std::size_t> &which, int threads)
{
    const std::int64_t count = model.shape.groups;
    std::vector<std::int32_t> groups;
    for (std::size_t i = 0; i < which.size(); ++i)
        for (std::int32_t group = 0; group < count; ++group)
            groups.push_back(group);
    return decode_pictures(model, means(model, rows, which, threads).repeat_interleave(count, 0), groups, threads);
}

PictureSet interpolate_pictures(const FairModel &model, const LabelledTable &rows, std::size_t from, std::size_t to, std::int32_t group, int steps,
                                int threads)
{
    const Tensor ends = means(model, rows, {from, to}, threads);
    const Tensor share = torch::linspace(0, 1, std::max(2, steps)).unsqueeze(1);
    const Tensor z = ends.slice(0, 0, 1) * (1 - share) + ends.slice(0, 1, 2) * share;
    return decode_pictures(model, z, std::vector<std::int32_t>(static_cast<std::size_t>(z.size(0)), group), threads);
}

Table generate_pictures(const FairModel &model, const PictureWish &wish, Progress &progress, std::stop_token stop)
{
    require_pictures(model);
    work_alone();
    const torch::NoGradGuard no_gradient;
    if (model.mixture.empty())
        throw InputError(FAIRLOOM_TEXT("The model has no mixture of latents"), "", FAIRLOOM_TEXT("Continue the run with --resume first"));
    LatentStream latents = mixture_latents(model, wish.seed);
    Random random(wish.seed, "wished labels");
    std::vector<Tensor> taken;
    std::size_t count = 0, seen = 0;
    while (count < wish.count) {
        throw_if_stopped(stop);
        progress.report(FAIRLOOM_TEXT("Looking for latents with the label"), static_cast<double>(count) / static_cast<double>(wish.count));
        if (seen >= most_latents)
            throw InputError(FAIRLOOM_TEXT("Hardly any latent has this label"), model.schema.target_values[static_cast<std::size_t>(wish.target)],
                             FAIRLOOM_TEXT("Choose another label, or fewer pictures"));
        const Tensor z = latents.next(latents_at_once).z;
        seen += latents_at_once;
        const Tensor probability = label_probabilities(model, z, model.label_temperature, model.label_shift, wish.threads).select(1, wish.target).contiguous();
        const float *p = probability.data_ptr<float>();
        for (std::int64_t i = 0; i < z.size(0) && count < wish.count; ++i)
            if (random.uniform() < static_cast<double>(p[i])) {
                taken.push_back(z.slice(0, i, i + 1));
                ++count;
            }
    }
    const std::vector<std::int32_t> groups(count, wish.group), targets(count, wish.target);
    DecodeRequest request;
    request.groups = &groups;
    request.targets = &targets;
    request.temperature = model.temperature;
    request.seed = wish.seed;
    request.threads = wish.threads;
    return decode_rows(model, taken.empty() ? torch::empty({0, model.shape.latent}) : torch::cat(taken), request, progress, stop);
}

} // namespace fairloom
