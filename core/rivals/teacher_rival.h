#pragma once

// Internal to core (LibTorch types).

#include "core/model/fair_model.h"
#include "core/rivals/rival.h"

namespace fairloom {

/// The teacher without a student. As "fairdisco" (Liu et al., KDD 2022) it is trained with the fairness term, and a row's group is drawn apart from its
/// latent; as "vae" it is a plain conditional VAE (Kingma and Welling 2014; Sohn et al. 2015) without that term, and a row keeps the group of the
/// training row that its latent derives from. Rows come from posteriors of training rows. Reads RivalSettings::teacher alone.
class TeacherRival final : public Rival {
public:
    TeacherRival(bool fair, RivalSettings settings) : fair_(fair), settings_(std::move(settings)) {}

    std::vector<std::string> terms() const override;
    RivalTraining train(const Problem &problem, const TrainingHooks &hooks) override;
    Table generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const override;

private:
    bool fair_;
    RivalSettings settings_;
    std::unique_ptr<FairModel> model_;
    EncodedRows train_;
};

} // namespace fairloom
