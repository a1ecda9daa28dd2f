#include "core/rivals/teacher_rival.h"

#include "core/base/random.h"
#include "core/model/generator.h"
#include "core/model/row_decoder.h"
#include "core/training/loss_terms.h"
#include "core/training/teacher_trainer.h"

namespace fairloom {

std::vector<std::string> TeacherRival::terms() const { return teacher_terms(); }

RivalTraining TeacherRival::train(const Problem &problem, const TrainingHooks &hooks)
{
    TeacherSettings settings = settings_.teacher;
    if (!fair_)
        settings.log10_beta = 0;
    const TableEncoder encoder = TableEncoder::fit(problem.train.table, problem.features);
    model_ = std::make_unique<FairModel>(ModelSchema::from(problem, {}, encoder), settings_.latent);
    train_ = model_->encode(problem.train);
    const TeacherOutcome outcome = train_teacher(*model_, train_, settings, hooks);
    std::size_t parameters = 0;
    for (const torch::nn::Module *net :
         std::initializer_list<const torch::nn::Module *>{model_->teacher.get(), model_->decoder.get(), model_->head.get()})
        parameters += static_cast<std::size_t>(parameter_count(*net));
    return {parameters, outcome.epochs, outcome.seconds_per_epoch};
}

Table TeacherRival::generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const
{
    const int threads = settings_.teacher.threads;
    const LatentDraw drawn = posterior_latents(*model_, *model_->teacher, train_, rows, derive_seed(seed, "rival latents"), threads).next(rows);
    DecodeRequest request;
    request.seed = derive_seed(seed, "rival rows");
    request.threads = threads;
    std::vector<std::int32_t> own;
    if (!fair_) {
        const std::int32_t *group = train_.group.data_ptr<std::int32_t>();
        for (const std::size_t row : drawn.source_row)
            own.push_back(group[row]);
        request.groups = &own;
    }
    return decode_rows(*model_, drawn.z, request, progress, stop);
}

} // namespace fairloom
