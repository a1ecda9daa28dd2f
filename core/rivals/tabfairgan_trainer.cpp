#include "core/rivals/tabfairgan_trainer.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/training/adam.h"
#include "core/training/curve_recorder.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <optional>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr int critic_steps = 4;       // a generator's step
constexpr double penalty_weight = 10;
constexpr double fair_rate_share = 0.5;
constexpr double beta1 = 0.5;         // of Adam

class Trainer {
public:
    Trainer(const ShortRows &rows, const RowLayout &layout, const std::vector<double> &weights, const TabFairGanSettings &settings,
            const TrainingHooks &hooks)
        : rows_(rows), layout_(layout), weights_(torch::tensor(at::ArrayRef<double>(weights)).to(torch::kFloat)), settings_(settings), hooks_(hooks),
          random_(at::detail::createCPUGenerator(derive_seed(settings.seed, "tabfairgan"))), order_random_(settings.seed, "tabfairgan batches"),
          batch_(std::min<std::int64_t>(settings.batch, rows.rows())), order_(static_cast<std::size_t>(rows.rows())),
          generator_(std::make_shared<TabFairGanGenerator>(layout, random_)), critic_(layout.width(), random_),
          generator_adam_(generator_->parameters(), beta1), critic_adam_(critic_.parameters(), beta1)
    {
        std::iota(order_.begin(), order_.end(), std::int64_t(0));
    }

    TabFairGanOutcome run();

private:
    void epoch(int number, CurveRecorder &recorder);
    CriticLoss critic_step(const Tensor &real);
    /// Loss without parity, and parity_gap().
    std::pair<double, double> generator_step(bool fair);

    const ShortRows &rows_;
    const RowLayout &layout_;
    Tensor weights_;
    const TabFairGanSettings &settings_;
    const TrainingHooks &hooks_;
    torch::Generator random_;
    Random order_random_;
    std::int64_t batch_;
    std::vector<std::int64_t> order_;
    std::shared_ptr<TabFairGanGenerator> generator_;
    TabFairGanCritic critic_;
    Adam generator_adam_, critic_adam_;
    std::optional<Adam> fair_adam_; ///< with moments of its own, from the first fair epoch on
    int steps_ = 0;
};

CriticLoss Trainer::critic_step(const Tensor &real)
{
    Tensor fake, mixed;
    {
        const torch::NoGradGuard no_gradient;
        fake = generator_->draw(batch_, random_, settings_.threads);
        // A share of its own for every value, not one a row as in WGAN-GP: so the public program has it.
        mixed = torch::lerp(fake, real, torch::empty_like(real).uniform_(0, 1, random_));
    }
    hooks_.monitor->checkpoint(hooks_.stop);
    const Tensor scores = critic_.forward(torch::cat({fake, real}), settings_.threads);
    const Tensor gradient = critic_.gradient(mixed, settings_.threads);
    const CriticLoss loss = critic_loss(scores, gradient, penalty_weight);
    critic_adam_.zero_grad();
    hooks_.monitor->checkpoint(hooks_.stop);
    torch::autograd::backward({scores, gradient}, {loss.by_scores, loss.by_gradient});
    critic_adam_.step(settings_.learning_rate);
    return loss;
}

std::pair<double, double> Trainer::generator_step(bool fair)
{
    const Tensor fake = generator_->draw(batch_, random_, settings_.threads);
    const Tensor loss = -critic_.forward(fake, settings_.threads).mean();
    const Tensor gap = parity_gap(fair ? fake : fake.detach(), layout_, weights_);
    Adam &adam = fair ? *fair_adam_ : generator_adam_;
    adam.zero_grad();
    hooks_.monitor->checkpoint(hooks_.stop);
    (fair ? loss + settings_.fairness / static_cast<double>(batch_) * gap : loss).backward();
    adam.step(fair ? fair_rate_share * settings_.learning_rate : settings_.learning_rate);
    return {loss.item<double>(), gap.item<double>()};
}

void Trainer::epoch(int number, CurveRecorder &recorder)
{
    const bool fair = number > settings_.epochs - settings_.fair_epochs;
    if (fair && !fair_adam_)
        fair_adam_.emplace(generator_->parameters(), beta1);
    order_random_.shuffle(order_);
    // What is left over at the end has its turn in another epoch.
    for (auto first = order_.begin(); order_.end() - first >= batch_; first += batch_) {
        hooks_.monitor->checkpoint(hooks_.stop);
        const Tensor real = rows_.widened({first, first + batch_}, layout_);
        double distance = 0, penalty = 0;
        for (int i = 0; i < critic_steps; ++i) {
            const CriticLoss critic = critic_step(real);
            distance += critic.distance / critic_steps;
            penalty += critic.penalty / critic_steps;
        }
        const auto [loss, gap] = generator_step(fair);
        for (const double value : {distance, penalty, loss, gap})
            if (!std::isfinite(value))
                throw ComputationError(
                    Message(FAIRLOOM_TEXT("TabFairGAN diverged in epoch %1: a loss is no longer a finite number"), {std::to_string(number)}),
                    FAIRLOOM_TEXT("Lower the learning rate of the rival and train again"));
        const double weight = fair ? settings_.fairness / static_cast<double>(batch_) : 0;
        recorder.add(number, ++steps_, {distance, loss, penalty, gap}, {distance, loss, penalty_weight * penalty, weight * gap});
    }
}

TabFairGanOutcome Trainer::run()
{
    using Clock = std::chrono::steady_clock;
    CurveRecorder recorder(hooks_, CurveStage::teacher, tabfairgan_terms(), settings_.epochs, static_cast<int>(rows_.rows() / batch_));
    TabFairGanOutcome outcome;
    const Clock::time_point start = Clock::now();
    for (int number = 1; number <= settings_.epochs; ++number) {
        epoch(number, recorder);
        outcome.epochs = number;
        outcome.seconds_per_epoch = std::chrono::duration<double>(Clock::now() - start).count() / number;
        hooks_.monitor->set_epoch(number, outcome.seconds_per_epoch);
        hooks_.monitor->report(Message(hooks_.activity ? hooks_.activity : FAIRLOOM_TEXT("TabFairGAN, epoch %1/%2"),
                                       {std::to_string(number), std::to_string(settings_.epochs)}),
                               static_cast<double>(number) / settings_.epochs);
        if (hooks_.on_epoch)
            hooks_.on_epoch(number);
    }
    outcome.generator = generator_;
    return outcome;
}

} // namespace

const std::vector<std::string> &tabfairgan_terms()
{
    static const std::vector<std::string> names{"critic", "generator", "penalty", "parity"};
    return names;
}

TabFairGanOutcome train_tabfairgan(const ShortRows &rows, const RowLayout &layout, const std::vector<double> &weights,
                                   const TabFairGanSettings &settings, const TrainingHooks &hooks)
{
    return Trainer(rows, layout, weights, settings, hooks).run();
}

} // namespace fairloom
