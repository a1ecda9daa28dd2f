#include "core/rivals/tabfairgan.h"

#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/base/random.h"
#include "core/model/networks.h"
#include "core/rivals/tabfairgan_trainer.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

constexpr std::int64_t drawn_block_rows = 8192;

TabFairGanSettings complete(const RivalSettings &given)
{
    TabFairGanSettings settings;
    if (given.epochs < 0)
        throw InputError(Message(FAIRLOOM_TEXT("TabFairGAN cannot train for %1 epochs"), {std::to_string(given.epochs)}), "rival_epochs",
                         FAIRLOOM_TEXT("Choose 0 or more"));
    if (given.batch < 0)
        throw InputError(Message(FAIRLOOM_TEXT("TabFairGAN cannot have %1 rows in a batch"), {std::to_string(given.batch)}), "rival_batch",
                         FAIRLOOM_TEXT("Choose 0 or more"));
    if (!(given.fairness >= 0) || std::isinf(given.fairness))
        throw InputError(Message(FAIRLOOM_TEXT("TabFairGAN cannot weigh parity with %1"), {to_text(given.fairness)}), "rival_fairness",
                         FAIRLOOM_TEXT("Choose 0 or more"));
    if (!(given.learning_rate >= 0) || std::isinf(given.learning_rate))
        throw InputError(Message(FAIRLOOM_TEXT("TabFairGAN cannot learn with the rate %1"), {to_text(given.learning_rate)}), "rival_learning_rate",
                         FAIRLOOM_TEXT("Choose 0 or more"));
    if (given.epochs > 0)
        settings.epochs = given.epochs;
    settings.fair_epochs = given.fair_epochs == 0 ? settings.epochs / 4 : std::max(given.fair_epochs, 0);
    if (settings.fair_epochs > settings.epochs)
        throw InputError(Message(FAIRLOOM_TEXT("TabFairGAN cannot have %1 fair epochs where there are %2 in all"),
                                 {std::to_string(settings.fair_epochs), std::to_string(settings.epochs)}),
                         "rival_fair_epochs", FAIRLOOM_TEXT("Choose fewer fair epochs, or more epochs"));
    if (given.batch > 0)
        settings.batch = given.batch;
    if (given.fairness > 0)
        settings.fairness = given.fairness;
    if (given.learning_rate > 0)
        settings.learning_rate = given.learning_rate;
    settings.seed = given.teacher.seed;
    settings.threads = given.teacher.threads;
    return settings;
}

/// Layers are as wide as a row: columns with very many categories make networks that no machine holds.
void refuse_too_wide(const RowLayout &layout, const TabFairGanSettings &settings)
{
    const double width = static_cast<double>(layout.width());
    const double weights = 4 * width * width * 6;                  // each with its gradient, its transpose, and moments, the generator's twice
    const double batches = 30 * static_cast<double>(settings.batch) * width;
    const double megabytes = (weights + batches) * sizeof(float) / 1e6, free = static_cast<double>(available_memory()) / 1e6;
    if (megabytes > free)
        throw InputError(Message(FAIRLOOM_TEXT("TabFairGAN needs %1 MB of memory for rows of %2 values, and %3 MB are free"),
                                 {to_text(megabytes, 0), std::to_string(layout.width()), to_text(free, 0)}),
                         "memory", FAIRLOOM_TEXT("Leave out the columns with the most categories"));
}

void append(Table &table, const Table &more)
{
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        Column &to = table.columns[c];
        const Column &from = more.columns[c];
        to.codes.insert(to.codes.end(), from.codes.begin(), from.codes.end());
        to.numbers.insert(to.numbers.end(), from.numbers.begin(), from.numbers.end());
    }
}

} // namespace

std::vector<std::string> TabFairGan::terms() const { return tabfairgan_terms(); }

RivalTraining TabFairGan::train(const Problem &problem, const TrainingHooks &hooks)
{
    const TabFairGanSettings settings = complete(settings_);
    columns_ = TabFairGanColumns::fit(problem, hooks.stop);
    refuse_too_wide(columns_->layout(), settings);
    const TabFairGanOutcome outcome = train_tabfairgan(columns_->encode(problem.train), columns_->layout(),
                                                       parity_weights(problem.train, problem.groups.size()), settings, hooks);
    generator_ = outcome.generator;
    return {static_cast<std::size_t>(parameter_count(*generator_)), outcome.epochs, outcome.seconds_per_epoch};
}

Table TabFairGan::generate(std::size_t rows, std::uint64_t seed, Progress &progress, std::stop_token stop) const
{
    const torch::NoGradGuard no_gradient;
    torch::Generator random = at::detail::createCPUGenerator(derive_seed(seed, "tabfairgan rows"));
    const std::int64_t n = static_cast<std::int64_t>(rows);
    Table table = columns_->decode(torch::empty({0, columns_->layout().width()}));
    for (std::int64_t begin = 0; begin < n; begin += drawn_block_rows) {
        throw_if_stopped(stop);
        progress.report(FAIRLOOM_TEXT("Generating rows"), static_cast<double>(begin) / static_cast<double>(n));
        append(table, columns_->decode(generator_->draw(std::min(drawn_block_rows, n - begin), random, settings_.teacher.threads)));
    }
    progress.report(FAIRLOOM_TEXT("Generating rows"), 1.0);
    return table;
}

} // namespace fairloom
