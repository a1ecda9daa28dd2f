#include "core/rivals/decaf.h"

#include "core/base/random.h"
#include "core/data/name_list.h"
#include "core/data/table_encoder.h"
#include "core/rivals/decaf_networks.h"
#include "core/training/adam.h"
#include "core/training/batches.h"
#include "core/training/curve_recorder.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr double decaf_penalty_weight = 10;
constexpr double decaf_beta1 = 0.5; ///< of Adam: with 0.9 the two networks chase each other (coverage of Adult after 15 epochs 0.77 in place of 0.90)
constexpr double decaf_temperature = 1;
constexpr double averaged_share = 0.5; ///< of the steps, the last ones: the weights kept are the generator's mean over them
constexpr int decaf_critic_steps = 2;      ///< per step of the generator
constexpr int generator_hidden = 100, critic_hidden = 128;
constexpr int default_batch = 500, default_steps = 10'000;
constexpr double default_rate = 1e-3;
constexpr std::int64_t rows_made_at_once = 4096;

/// Mean of a network's weights over steps. Generator and critic circle around what training is after rather than come to rest there, and the
/// weights of the last step are somewhere on that circle; their mean is near its middle (Yazici et al., "The Unusual Effectiveness of Averaging in
/// GAN Training", ICLR 2019).
class MeanWeights {
public:
    explicit MeanWeights(std::vector<Tensor> parameters) : parameters_(std::move(parameters)) {}

    void add()
    {
        const torch::NoGradGuard no_gradient;
        if (++steps_ == 1)
            for (const Tensor &parameter : parameters_)
                means_.push_back(parameter.detach().clone());
        else
            for (std::size_t i = 0; i < parameters_.size(); ++i)
                means_[i].lerp_(parameters_[i], 1.0 / steps_);
    }

    /// Puts the mean in the weights' place; leaves them as they are where nothing was added.
    void apply()
    {
        const torch::NoGradGuard no_gradient;
        for (std::size_t i = 0; i < means_.size(); ++i)
            parameters_[i].copy_(means_[i]);
    }

private:
    std::vector<Tensor> parameters_, means_;
    int steps_ = 0;
};

} // namespace

struct DecafRival::Learned {
    Learned(const Problem &problem, const CausalGraph &graph, const std::string &fairness);

    std::string table_name;
    TableEncoder encoder;
    StateSpace space; ///< its rows are dropped after training
    std::vector<std::size_t> sensitive;
    std::string sensitive_names;
    std::set<std::vector<std::int32_t>> combinations; ///< of sensitive values that training rows have
    std::vector<CausalEdge> cut;
    std::optional<CausalGenerator> generator;

    std::vector<std::int32_t> combination(const std::int32_t *row) const
    {
        std::vector<std::int32_t> out;
        for (const std::size_t column : sensitive)
            out.push_back(row[column]);
        return out;
    }
};

DecafRival::Learned::Learned(const Problem &problem, const CausalGraph &graph, const std::string &fairness)
    : table_name(problem.train.table.name), encoder(TableEncoder::fit(problem.train.table, problem.generated)),
      space(StateSpace::of(encoder, problem.train.table)), sensitive(graph.sensitive), sensitive_names(join_names(problem.task.sensitive)), cut(unfair_edges(graph, fairness))
{
    const std::int32_t *row = space.rows.data_ptr<std::int32_t>();
    for (std::size_t i = 0; i < problem.train.rows(); ++i, row += encoder.columns())
        combinations.insert(combination(row));
}

DecafRival::DecafRival(RivalSettings settings) : settings_(std::move(settings)) {}
DecafRival::~DecafRival() = default;

std::vector<std::string> DecafRival::terms() const { return {"critic", "generator", "penalty"}; }

RivalTraining DecafRival::train(const Problem &problem, const TrainingHooks &hooks)
{
    using Clock = std::chrono::steady_clock;
    const std::uint64_t seed = settings_.teacher.seed;
    const int threads = settings_.teacher.threads;
    const CausalGraph graph = settings_.graph.empty() ? estimate_causal_graph(problem, hooks.stop) : read_causal_graph(settings_.graph, problem);
    auto learned = std::make_unique<Learned>(problem, graph, settings_.decaf_fairness);
    const std::int64_t rows = learned->space.rows.size(0);
    torch::Generator random = torch_random(derive_seed(seed, "decaf"));
    const CausalGenerator &generator = learned->generator.emplace(graph, learned->space, generator_hidden, random);
    const RowCritic critic(learned->space, critic_hidden, random);
    Adam generator_optimizer(generator.parameters(), decaf_beta1), critic_optimizer(critic.parameters(), decaf_beta1);
    MeanWeights mean_weights(generator.parameters());
    BatchPlan plan(rows, settings_.batch > 0 ? settings_.batch : default_batch, 0, seed, "decaf batches");
    const int steps = plan.steps_per_epoch();
    const int epochs = settings_.epochs > 0 ? settings_.epochs : (default_steps + steps - 1) / steps;
    const double rate = settings_.learning_rate > 0 ? settings_.learning_rate : default_rate;
    CurveRecorder recorder(hooks, CurveStage::teacher, terms(), epochs, steps);

    RivalTraining result;
    for (const Tensor &parameter : generator.parameters())
        result.parameters += static_cast<std::size_t>(parameter.numel());
    const Clock::time_point start = Clock::now();
    int step = 0;
    double generator_loss = 0; // of the last step that it took
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        plan.start_epoch();
        for (int i = 0; i < steps; ++i) {
            hooks.monitor->checkpoint(hooks.stop);
            const double left = 1 - static_cast<double>(step) / (static_cast<double>(epochs) * steps);
            const bool generator_too = ++step % decaf_critic_steps == 0;
            const Tensor real = learned->space.rows.index_select(0, plan.rows(i));
            GeneratedRows made;
            {
                const torch::AutoGradMode needed(generator_too);
                made = generator.draw(real.size(0), decaf_temperature, {}, random, threads);
            }
            const RowCritic::Judgement judged = critic.judge(real, made.states, random, threads);
            critic_optimizer.zero_grad();
            (judged.distance + decaf_penalty_weight * judged.penalty).backward();
            critic_optimizer.step(rate);
            if (generator_too) {
                const RowCritic::Gradient gradient = critic.gradient(made.states, threads);
                generator_optimizer.zero_grad();
                made.values.backward(-gradient.of_mean);
                generator_optimizer.step(rate);
                if (left <= averaged_share)
                    mean_weights.add();
                generator_loss = -gradient.mean;
            }
            const double distance = judged.distance.item<double>(), penalty = judged.penalty.item<double>();
            recorder.add(epoch, step, {distance, generator_loss, penalty}, {distance, generator_loss, decaf_penalty_weight * penalty});
        }
        result.epochs = epoch;
        result.seconds_per_epoch = std::chrono::duration<double>(Clock::now() - start).count() / epoch;
        hooks.monitor->set_epoch(epoch, result.seconds_per_epoch);
        hooks.monitor->report(Message(hooks.activity ? hooks.activity : FAIRLOOM_TEXT("DECAF, epoch %1/%2"), {std::to_string(epoch), std::to_string(epochs)}),
                              static_cast<double>(epoch) / epochs);
        if (hooks.on_epoch)
            hooks.on_epoch(epoch);
    }
    mean_weights.apply();
    learned->space.rows = Tensor();
    learned_ = std::move(learned);
    return result;
}

Table DecafRival::generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const
{
    constexpr std::size_t patience = 1'000'000;
    const torch::NoGradGuard no_gradient;
    const std::size_t columns = learned_->encoder.columns();
    torch::Generator random = torch_random(derive_seed(seed, "decaf rows"));
    std::vector<std::vector<std::int32_t>> states(columns);
    std::size_t drawn = 0, kept = 0;
    while (kept < rows) {
        throw_if_stopped(stop);
        progress.report(FAIRLOOM_TEXT("Generating rows"), static_cast<double>(kept) / static_cast<double>(rows));
        const std::int64_t n = std::min<std::int64_t>(rows_made_at_once, static_cast<std::int64_t>(rows - kept));
        const Tensor made = learned_->generator->draw(n, decaf_temperature, learned_->cut, random, settings_.teacher.threads).states;
        const std::int32_t *row = made.data_ptr<std::int32_t>();
        for (std::int64_t i = 0; i < n; ++i, row += columns) {
            if (!learned_->combinations.contains(learned_->combination(row)))
                continue;
            for (std::size_t c = 0; c < columns; ++c)
                states[c].push_back(row[c] - learned_->space.layout->offset[c]);
            ++kept;
        }
        drawn += static_cast<std::size_t>(n);
        if (drawn > patience && kept * 1000 < drawn)
            throw ComputationError(Message(FAIRLOOM_TEXT("Hardly any generated row has values of %1 that go together in the training rows"), {learned_->sensitive_names}),
                                   FAIRLOOM_TEXT("Train longer, or connect these columns in the causal graph"));
    }
    Table out;
    out.name = learned_->table_name;
    for (std::size_t c = 0; c < columns; ++c) {
        throw_if_stopped(stop);
        Random values(seed, "decaf values of column " + std::to_string(c));
        out.columns.push_back(learned_->encoder.decode(c, states[c], values));
    }
    return out;
}

} // namespace fairloom
