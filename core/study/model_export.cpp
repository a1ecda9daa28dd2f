#include "core/study/model_export.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/fair_model.h"
#include "core/model/generator.h"
#include "core/model/model_file.h"

#include <algorithm>

namespace fairloom {

void save_model(const FairModel &model, const std::filesystem::path &folder)
{
    write_model(model, folder);
}

std::shared_ptr<const FairModel> load_model(const std::filesystem::path &folder)
{
    std::shared_ptr<FairModel> model = read_model(folder);
    if (!model->student || model->student_fingerprint.empty())
        throw InputError(FAIRLOOM_TEXT("This run ended before its student was trained"), folder.string(),
                         FAIRLOOM_TEXT("Continue the run with --resume first"));
    return model;
}

Task model_task(const FairModel &model)
{
    return model.schema.task;
}

std::string model_recipe(const FairModel &model)
{
    return model.schema.recipe;
}

std::string sampler_used(const GenerateRequest &request, bool has_source)
{
    if (!request.sampler.empty())
        return request.sampler;
    return has_source ? "posterior" : "mixture";
}

Table generate_rows(const FairModel &model, const GenerateRequest &request, const Problem *source, Progress &progress,
                    std::stop_token stop)
{
    torch::set_num_threads(1); // as in training: rows must not depend on how many cores LibTorch finds
    const int threads = request.threads > 0 ? request.threads : hardware_threads();
    const std::string sampler = sampler_used(request, source != nullptr);
    DecodeRequest decode;
    decode.positive_share = request.positive_share;
    decode.temperature = model.temperature;
    decode.label_temperature = model.label_temperature;
    decode.label_shift = model.label_shift;
    decode.seed = request.seed;
    decode.threads = threads;
    if (!request.group_shares.empty()) {
        decode.group_shares.assign(model.schema.groups.size(), 0.0);
        double total = 0;
        for (const auto &[name, share] : request.group_shares) {
            const auto group = std::find_if(model.schema.groups.begin(), model.schema.groups.end(),
                                            [&name = name](const Group &g) { return g.name == name; });
            if (group == model.schema.groups.end()) {
                std::string names;
                for (const Group &g : model.schema.groups)
                    names += (names.empty() ? "" : ", ") + g.name;
                throw InputError(Message(FAIRLOOM_TEXT("There is no group “%1”"), {name}), "groups",
                                 Message(FAIRLOOM_TEXT("The model knows these groups: %1"), {names}));
            }
            decode.group_shares[static_cast<std::size_t>(group - model.schema.groups.begin())] = share;
            total += share;
        }
        if (!(total > 0))
            throw InputError(FAIRLOOM_TEXT("The shares of the groups add up to nothing"), "groups",
                             FAIRLOOM_TEXT("Give at least one group a share above 0"));
    }
    LatentDraw draw;
    if (sampler == "posterior") {
        if (source)
            draw = draw_from_posterior(model, *model.student, model.encode_training_rows(*source), request.rows, request.seed, threads);
        else if (model.bank.defined())
            draw = draw_from_bank(model, request.rows, request.seed);
        else
            throw InputError(FAIRLOOM_TEXT("The posterior sampler needs the training rows"), "sampler",
                             FAIRLOOM_TEXT("Name them with --data, or choose the mixture sampler, which needs no data"));
    } else if (sampler == "mixture") {
        if (model.mixture.empty())
            throw InputError(FAIRLOOM_TEXT("The model has no mixture of latents"), "sampler",
                             FAIRLOOM_TEXT("Continue the run with --resume first, or choose another sampler"));
        draw = draw_from_mixture(model, request.rows, request.seed);
    } else if (sampler == "prior") {
        draw = draw_from_prior(model, request.rows, request.seed);
    } else {
        throw InputError(Message(FAIRLOOM_TEXT("There is no sampler “%1”"), {sampler}), "sampler",
                         FAIRLOOM_TEXT("Choose posterior, mixture or prior"));
    }
    return decode_rows(model, draw.z, decode, progress, stop);
}

} // namespace fairloom
