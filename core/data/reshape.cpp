#include "core/data/reshape.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/number_text.h"
#include "core/data/split.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

namespace fairloom {

namespace {

constexpr std::size_t least_rows = 10;
constexpr std::size_t all_rows = std::numeric_limits<std::size_t>::max();

/// Rows by side: [0] other groups, [1] the smallest group; within, [0] unfavourable, [1] favourable.
template <typename T>
using Cells = std::array<std::array<T, 2>, 2>;

/// What the rows of all tables have in common.
struct Wanted {
    double favourable = 0, smallest = 0; ///< shares, 0 = as they are
    std::size_t smallest_group = 0;
};

std::size_t smallest_group(const Problem &problem)
{
    std::vector<std::size_t> rows(problem.groups.size());
    for (const std::int32_t group : problem.train.group)
        ++rows[static_cast<std::size_t>(group)];
    return static_cast<std::size_t>(std::min_element(rows.begin(), rows.end()) - rows.begin());
}

void check(const Problem &problem, const ReshapeSettings &settings)
{
    const auto refuse_share = [&](double share, const char *setting) {
        if (share != 0 && !(share > 0 && share < 1))
            throw InputError(Message(FAIRLOOM_TEXT("A share of %1 is not between 0 and 1"), {to_text(share)}), setting,
                             FAIRLOOM_TEXT("Write 0.1 for 10 %, or 0 to leave the rows as they are"));
    };
    refuse_share(settings.favourable_share, "favourable_share");
    refuse_share(settings.smallest_group_share, "smallest_group_share");
    if (settings.noise_columns < 0)
        throw InputError(FAIRLOOM_TEXT("The number of noise columns is negative"), "noise_columns", FAIRLOOM_TEXT("Use 0 for none"));
    if (settings.noise_columns > 0 && problem.train.table.picture_column())
        throw InputError(FAIRLOOM_TEXT("Noise columns cannot be added beside pictures"), problem.train.table.name,
                         FAIRLOOM_TEXT("Use 0 noise columns, or a table"));
}

/// Shares of the cells that have the wanted margins and the odds ratio of `counts`; nothing if empty cells rule that out.
std::optional<Cells<double>> fitted_shares(const Cells<std::size_t> &counts, const Wanted &wanted)
{
    Cells<double> shares{};
    double total = 0;
    for (std::size_t g = 0; g < 2; ++g)
        for (std::size_t y = 0; y < 2; ++y)
            total += shares[g][y] = static_cast<double>(counts[g][y]);
    const std::array<double, 2> of_label{1 - wanted.favourable, wanted.favourable}, of_group{1 - wanted.smallest, wanted.smallest};
    constexpr int most_rounds = 10'000;
    constexpr double close = 1e-12;
    for (std::array<double, 2> &row : shares)
        for (double &share : row)
            share /= total;
    for (int round = 0; round < most_rounds; ++round) {
        double worst = 0;
        for (std::size_t y = 0; y < 2 && wanted.favourable > 0; ++y) {
            const double now = shares[0][y] + shares[1][y];
            if (now <= 0)
                return std::nullopt;
            worst = std::max(worst, std::fabs(now - of_label[y]));
            for (std::size_t g = 0; g < 2; ++g)
                shares[g][y] *= of_label[y] / now;
        }
        for (std::size_t g = 0; g < 2 && wanted.smallest > 0; ++g) {
            const double now = shares[g][0] + shares[g][1];
            if (now <= 0)
                return std::nullopt;
            worst = std::max(worst, std::fabs(now - of_group[g]));
            for (double &share : shares[g])
                share *= of_group[g] / now;
        }
        if (worst < close)
            return shares;
    }
    return std::nullopt;
}

/// How many rows of every cell have these shares to within one row: as many as there can be, but at most `most` in all.
Cells<std::size_t> fitted_counts(const Cells<std::size_t> &counts, const Cells<double> &shares, std::size_t most)
{
    double possible = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < 2; ++g)
        for (std::size_t y = 0; y < 2; ++y)
            if (shares[g][y] > 0)
                possible = std::min(possible, static_cast<double>(counts[g][y]) / shares[g][y]);
    for (std::size_t all = std::min(static_cast<std::size_t>(std::ceil(possible)), most); all > 0; --all) {
        // The margins are rounded first: they are what is asked for.
        const auto rounded = [&](double share) { return std::llround(static_cast<double>(all) * share); };
        const long long favourable = rounded(shares[0][1] + shares[1][1]), smallest = rounded(shares[1][0] + shares[1][1]);
        const long long both = rounded(shares[1][1]);
        const Cells<long long> kept{{{static_cast<long long>(all) - favourable - smallest + both, favourable - both}, {smallest - both, both}}};
        bool fits = true;
        Cells<std::size_t> out{};
        for (std::size_t g = 0; g < 2; ++g)
            for (std::size_t y = 0; y < 2; ++y) {
                fits = fits && kept[g][y] >= 0 && kept[g][y] <= static_cast<long long>(counts[g][y]);
                out[g][y] = static_cast<std::size_t>(std::max(kept[g][y], 0LL));
            }
        if (fits)
            return out;
    }
    return {};
}

/// Row numbers to keep, ascending.
std::vector<std::size_t> chosen_rows(const LabelledTable &rows, const Wanted &wanted, std::size_t most, std::uint64_t seed, const std::string &purpose)
{
    if (wanted.favourable == 0 && wanted.smallest == 0)
        return rows_in_order(rows.rows(), most, seed, purpose);
    Cells<std::vector<std::size_t>> members;
    for (std::size_t row = 0; row < rows.rows(); ++row)
        members[static_cast<std::size_t>(rows.group[row]) == wanted.smallest_group && wanted.smallest > 0][rows.label[row] && wanted.favourable > 0].push_back(row);
    Cells<std::size_t> counts;
    for (std::size_t g = 0; g < 2; ++g)
        for (std::size_t y = 0; y < 2; ++y)
            counts[g][y] = members[g][y].size();
    const std::optional<Cells<double>> shares = fitted_shares(counts, wanted);
    if (!shares)
        throw InputError(FAIRLOOM_TEXT("No choice of rows has the shares that are asked for"), rows.table.name,
                         FAIRLOOM_TEXT("Ask for one share only, or open a file with rows of every group and label"));
    const Cells<std::size_t> kept = fitted_counts(counts, *shares, most);
    std::vector<std::size_t> out;
    for (std::size_t g = 0; g < 2; ++g)
        for (std::size_t y = 0; y < 2; ++y)
            for (const std::size_t i : some_rows(counts[g][y], kept[g][y], seed, purpose + (g ? " smallest" : " others") + (y ? " favourable" : " unfavourable")))
                out.push_back(members[g][y][i]);
    std::sort(out.begin(), out.end());
    return out;
}

/// Leaving out may not go as far as to leave nothing to learn or to judge.
void refuse_too_few(const Problem &problem, const LabelledTable &before, const LabelledTable &after, bool training)
{
    const auto refuse_part = [&](const std::string &name, std::size_t had, std::size_t has) {
        if (has < had && has < least_rows)
            throw InputError(Message(training ? FAIRLOOM_TEXT("Only %1 training rows of “%2” would be left") : FAIRLOOM_TEXT("Only %1 test rows of “%2” would be left"),
                                     {count_text(has), name}),
                             problem.train.table.name, FAIRLOOM_TEXT("Ask for a less extreme share or for more rows, or open a larger file"));
    };
    const auto count = [&](const LabelledTable &rows) {
        std::vector<std::size_t> counts(problem.groups.size() + 2);
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            ++counts[static_cast<std::size_t>(rows.group[row])];
            ++counts[problem.groups.size() + rows.label[row]];
        }
        return counts;
    };
    const std::vector<std::size_t> had = count(before), has = count(after);
    for (std::size_t g = 0; g < problem.groups.size(); ++g)
        refuse_part(problem.groups[g].name, had[g], has[g]);
    const std::string favourable = problem.task.target + " = " + problem.task.positive;
    refuse_part(problem.task.target + " ≠ " + problem.task.positive, had[problem.groups.size()], has[problem.groups.size()]);
    refuse_part(favourable, had[problem.groups.size() + 1], has[problem.groups.size() + 1]);
}

Column noise_column(std::string name, int number, std::size_t rows, std::uint64_t seed, const std::string &part)
{
    Column column;
    column.name = std::move(name);
    Random random(seed, "noise " + std::to_string(number) + " " + part);
    if (number % 2 == 1) {
        column.type = ColumnType::number;
        column.kind = ColumnKind::number;
        column.decimals = 2;
        for (std::size_t row = 0; row < rows; ++row)
            column.numbers.push_back(std::round(random.normal() * 100) / 100 + 0.0); // + 0.0: no "-0.00"
        return column;
    }
    const std::uint64_t values = 2 + Random(seed, "noise values " + std::to_string(number)).below(8); // as many in all tables
    for (std::uint64_t value = 0; value < values; ++value)
        column.categories.emplace_back(1, static_cast<char>('a' + value));
    for (std::size_t row = 0; row < rows; ++row)
        column.codes.push_back(static_cast<std::int32_t>(random.below(values)));
    return column;
}

void add_noise(Problem &problem, int columns, std::uint64_t seed)
{
    for (int number = 1; number <= columns; ++number) {
        std::string name = "noise " + std::to_string(number);
        while (problem.train.table.find(name) >= 0)
            name += " again";
        problem.features.push_back(problem.train.table.columns.size());
        problem.generated.push_back(problem.train.table.columns.size());
        problem.train.table.columns.push_back(noise_column(name, number, problem.train.rows(), seed, "training"));
        problem.test.table.columns.push_back(noise_column(name, number, problem.test.rows(), seed, "test"));
        if (problem.counterpart_test) // the same people
            problem.counterpart_test->table.columns.push_back(noise_column(name, number, problem.counterpart_test->rows(), seed, "test"));
    }
}

} // namespace

Problem reshaped(Problem problem, const ReshapeSettings &settings, std::uint64_t seed)
{
    check(problem, settings);
    const bool shares = settings.favourable_share > 0 || settings.smallest_group_share > 0;
    if (!shares && settings.train_rows == 0 && settings.noise_columns == 0)
        return problem;
    const std::size_t train_before = problem.train.rows(), test_before = problem.test.rows();
    const Wanted wanted{settings.favourable_share, settings.smallest_group_share, smallest_group(problem)};
    const auto reshape = [&](LabelledTable &rows, std::size_t most, const std::string &purpose) {
        const std::vector<std::size_t> kept = chosen_rows(rows, wanted, most, seed, purpose);
        if (kept.size() == rows.rows())
            return;
        LabelledTable fewer = select_rows(rows, kept);
        if (&rows == &problem.train || &rows == &problem.test)
            refuse_too_few(problem, rows, fewer, &rows == &problem.train);
        rows = std::move(fewer);
    };
    reshape(problem.train, settings.train_rows > 0 ? settings.train_rows : all_rows, "reshape training");
    if (shares) {
        reshape(problem.test, all_rows, "reshape test");
        if (problem.counterpart_test) // the same people, as long as they have the same labels
            reshape(*problem.counterpart_test, all_rows, "reshape test");
    }
    add_noise(problem, settings.noise_columns, seed);
    problem.warnings.emplace_back(FAIRLOOM_TEXT("The data were made harder on purpose: %1 of %2 training rows and %3 of %4 test rows are used, and %5 columns of noise were added"),
                                  std::vector{count_text(problem.train.rows()), count_text(train_before), count_text(problem.test.rows()),
                                              count_text(test_before), std::to_string(settings.noise_columns)});
    return problem;
}

} // namespace fairloom
