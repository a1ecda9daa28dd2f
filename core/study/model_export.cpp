#include "core/study/model_export.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/fair_model.h"
#include "core/model/generator.h"
#include "core/model/model_file.h"
#include "core/model/row_decoder.h"

#include <algorithm>

namespace fairloom {

void save_model(const FairModel &model, const std::filesystem::path &folder)
{
    write_model(model, folder);
}

std::shared_ptr<const FairModel> load_model(const std::filesystem::path &folder)
{
    std::shared_ptr<FairModel> model = read_model(folder);
    if (!model->has_student() || model->student_fingerprint.empty())
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

bool generates_pictures(const FairModel &model)
{
    return model.schema.picture.has_value();
}

std::string sampler_used(const FairModel &model, const GenerateRequest &request, bool has_source)
{
    if (!request.sampler.empty())
        return request.sampler;
    if (model.generator)
        return "generator";
    return has_source ? "posterior" : "mixture";
}

namespace {

/// Rows that are made at a time, so that memory does not grow with their number: pictures are about a hundred times as large.
std::size_t part_rows(const FairModel &model)
{
    return generates_pictures(model) ? 4096 : 65536;
}

LatentStream latents_for(const FairModel &model, const GenerateRequest &request, const std::string &sampler, const Problem *source,
                         int threads)
{
    if (sampler == "posterior") {
        if (!model.student)
            throw InputError(FAIRLOOM_TEXT("A generator student has no posteriors"), "sampler",
                             FAIRLOOM_TEXT("Choose the generator or the mixture sampler, which need no data"));
        if (source)
            return posterior_latents(model, *model.student, model.encode_training_rows(*source), request.rows, request.seed, threads);
        if (model.bank.defined())
            return bank_latents(model, request.rows, request.seed);
        throw InputError(FAIRLOOM_TEXT("The posterior sampler needs the training rows"), "sampler",
                         FAIRLOOM_TEXT("Name them with --data, or choose the mixture sampler, which needs no data"));
    }
    if (sampler == "mixture") {
        if (model.mixture.empty())
            throw InputError(FAIRLOOM_TEXT("The model has no mixture of latents"), "sampler",
                             FAIRLOOM_TEXT("Continue the run with --resume first, or choose another sampler"));
        return mixture_latents(model, request.seed);
    }
    if (sampler == "generator") {
        if (!model.generator)
            throw InputError(FAIRLOOM_TEXT("The model's student is an encoder and cannot make latents from noise"), "sampler",
                             FAIRLOOM_TEXT("Choose another sampler, or train with the generator student"));
        return generator_latents(model, request.seed, threads);
    }
    if (sampler == "prior")
        return prior_latents(model, request.seed);
    throw InputError(Message(FAIRLOOM_TEXT("There is no sampler “%1”"), {sampler}), "sampler",
                     FAIRLOOM_TEXT("Choose posterior, mixture, generator or prior"));
}

/// The asked shares in the order of the model's groups.
std::vector<double> shares_of(const FairModel &model, const std::vector<std::pair<std::string, double>> &asked)
{
    std::vector<double> out(model.schema.groups.size(), 0.0);
    double total = 0;
    for (const auto &[name, share] : asked) {
        const auto group = std::find_if(model.schema.groups.begin(), model.schema.groups.end(),
                                        [&name = name](const Group &g) { return g.name == name; });
        if (group == model.schema.groups.end()) {
            std::string names;
            for (const Group &g : model.schema.groups)
                names += (names.empty() ? "" : ", ") + g.name;
            throw InputError(Message(FAIRLOOM_TEXT("There is no group “%1”"), {name}), "groups",
                             Message(FAIRLOOM_TEXT("The model knows these groups: %1"), {names}));
        }
        out[static_cast<std::size_t>(group - model.schema.groups.begin())] = share;
        total += share;
    }
    if (!(total > 0))
        throw InputError(FAIRLOOM_TEXT("The shares of the groups add up to nothing"), "groups",
                         FAIRLOOM_TEXT("Give at least one group a share above 0"));
    return out;
}

/// Progress of one part as that of all rows.
class PartProgress final : public Progress {
public:
    PartProgress(Progress &whole, double begin, double end) : whole_(whole), begin_(begin), end_(end) {}
    void report(const Message &stage, double fraction) override { whole_.report(stage, begin_ + fraction * (end_ - begin_)); }

private:
    Progress &whole_;
    double begin_, end_;
};

void generate(const FairModel &model, const GenerateRequest &request, const Problem *source, std::size_t part,
              const std::function<void(Table)> &take, Progress &progress, const std::stop_token &stop)
{
    torch::set_num_threads(1); // as in training: rows must not depend on how many cores LibTorch finds
    const int threads = request.threads > 0 ? request.threads : hardware_threads();
    DecodeRequest decode;
    decode.positive_share = request.positive_share;
    decode.temperature = model.temperature;
    decode.label_temperature = model.label_temperature;
    decode.label_shift = model.label_shift;
    decode.seed = request.seed;
    decode.threads = threads;
    if (!request.group_shares.empty())
        decode.group_shares = shares_of(model, request.group_shares);
    LatentStream latents = latents_for(model, request, sampler_used(model, request, source != nullptr), source, threads);
    RowDecoder decoder(model, decode);
    const double rows = static_cast<double>(std::max<std::size_t>(1, request.rows));
    for (std::size_t begin = 0; begin < request.rows; begin += part) {
        const std::size_t end = std::min(request.rows, begin + part);
        PartProgress here(progress, static_cast<double>(begin) / rows, static_cast<double>(end) / rows);
        take(decoder.next(latents.next(end - begin).z, here, stop));
    }
}

} // namespace

void generate_rows(const FairModel &model, const GenerateRequest &request, const Problem *source,
                   const std::function<void(const Table &)> &take, Progress &progress, std::stop_token stop)
{
    generate(model, request, source, part_rows(model), take, progress, stop);
}

Table generate_rows(const FairModel &model, const GenerateRequest &request, const Problem *source, Progress &progress,
                    std::stop_token stop)
{
    Table all;
    generate(model, request, source, std::max<std::size_t>(1, request.rows), [&](Table rows) { all = std::move(rows); }, progress, stop);
    return all;
}

} // namespace fairloom
