#include "core/metrics/privacy.h"

#include "core/base/error.h"
#include "core/base/matrix_rows.h"
#include "core/data/split.h"
#include "core/metrics/intervals.h"
#include "core/metrics/membership_attack.h"
#include "core/metrics/neighbours.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace fairloom {

namespace {

constexpr std::size_t fewest_rows = 3; ///< so that every training row has a nearest and a second nearest other one
constexpr double low_quantile = 0.05;

bool has_without(const PrivacyRows &rows) { return rows.without.columns > 0; }

void require_rows(const PrivacyRows &rows)
{
    if (rows.all.rows < fewest_rows)
        throw InputError(Message(FAIRLOOM_TEXT("%1 rows are too few to judge how near generated rows come to real ones"),
                                 {std::to_string(rows.all.rows)}),
                         "", FAIRLOOM_TEXT("Use at least three training, holdout and generated rows"));
    if (has_without(rows) && rows.without.rows != rows.all.rows)
        throw InputError(Message(FAIRLOOM_TEXT("%1 rows with all columns and %2 without some of them do not belong together"),
                                 {std::to_string(rows.all.rows), std::to_string(rows.without.rows)}),
                         "", FAIRLOOM_TEXT("Prepare both from the same table"));
}

void require_same_columns(const PrivacyRows &rows, const PrivacyRows &train)
{
    if (rows.all.columns != train.all.columns || rows.without.columns != train.without.columns)
        throw InputError(FAIRLOOM_TEXT("the rows to compare have other columns than the training rows"), "",
                         FAIRLOOM_TEXT("Prepare all tables in the same way"));
}

std::vector<double> nearest_distance(const Matrix &rows, const Matrix &reference, int threads, const std::stop_token &stop)
{
    return nearest_rows(rows, reference, 1, threads, stop).distance;
}

/// How near the training rows lie to other rows: `found` has two per row.
struct Closeness {
    double median = 0, low = 0, ratio = 0;
    std::size_t copies = 0;

    explicit Closeness(const NearestRows &found)
    {
        std::vector<double> first, ratios;
        for (std::size_t i = 0; i < found.distance.size(); i += 2) {
            const double nearest = std::sqrt(found.distance[i]), second = std::sqrt(found.distance[i + 1]);
            first.push_back(nearest);
            ratios.push_back(second > 0 ? nearest / second : 1);
            copies += nearest == 0;
        }
        std::ranges::sort(first);
        std::ranges::sort(ratios);
        median = quantile_of_sorted(first, 0.5);
        low = quantile_of_sorted(first, low_quantile);
        ratio = quantile_of_sorted(ratios, 0.5);
    }
};

std::size_t count_nearer(std::span<const double> distances, std::span<const double> limits)
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < distances.size(); ++i)
        out += distances[i] < limits[i];
    return out;
}

/// Of the nearest training rows found (two per row), those that are the row's own source. Of equally near ones the first counts, as an
/// attacker can but guess among them.
Metric linkage_of(const NearestRows &found, std::span<const std::size_t> looked_at, const std::vector<std::size_t> *source_row)
{
    if (!source_row)
        return Metric::undefined_because(FAIRLOOM_TEXT("it is not known which training rows the generated ones derive from"));
    std::size_t linked = 0;
    for (std::size_t i = 0; i < looked_at.size(); ++i)
        linked += found.row[2 * i] == (*source_row)[looked_at[i]];
    return wilson_rate(linked, looked_at.size(), 0.95, "generated rows");
}

/// The distinct training rows that generated ones derive from, ascending.
std::vector<std::size_t> distinct_sources(const std::vector<std::size_t> &source_row, std::size_t generated, std::size_t train)
{
    if (source_row.size() != generated)
        throw InputError(Message(FAIRLOOM_TEXT("%1 source rows for %2 generated ones"),
                                 {std::to_string(source_row.size()), std::to_string(generated)}),
                         "", FAIRLOOM_TEXT("Pass one per generated row"));
    std::vector<std::size_t> out = source_row;
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    if (!out.empty() && out.back() >= train)
        throw InputError(Message(FAIRLOOM_TEXT("A generated row derives from training row %1, but there are only %2"),
                                 {std::to_string(out.back() + 1), std::to_string(train)}),
                         "", FAIRLOOM_TEXT("Pass numbers of the training rows"));
    return out;
}

MembershipAttack no_attack(const char *reason)
{
    MembershipAttack out;
    out.auroc = out.advantage = Metric::undefined_because(reason);
    return out;
}

} // namespace

/// What does not depend on the generated rows, in one set of columns. Its functions read the rows from the reference, which may be copied.
struct PrivacyReference::Side {
    Matrix PrivacyRows::*columns;
    std::vector<double> member_nearest;  ///< squared distance to the nearest OTHER training row
    std::vector<double> holdout_nearest; ///< squared distance to the nearest training row
    Closeness holdout;

    /// Squared distances of the rows looked at to their nearest generated row.
    struct ToGenerated {
        std::vector<double> members, holdout;
    };

    Side(const PrivacyReference &own, Matrix PrivacyRows::*columns_);
    ToGenerated to_generated(const PrivacyReference &own, const Matrix &generated) const;
    PrivacyFigures figures(const PrivacyReference &own, const ToGenerated &distances, const Matrix &generated,
                           std::span<const std::size_t> looked_at, const std::vector<std::size_t> *source_row) const;

private:
    Side(const PrivacyReference &own, Matrix PrivacyRows::*columns_, const NearestRows &found);
};

PrivacyReference::Side::Side(const PrivacyReference &own, Matrix PrivacyRows::*columns_)
    : Side(own, columns_,
           nearest_rows(select_rows(own.holdout_.*columns_, own.holdout_rows_), own.train_.*columns_, 2, own.settings_.threads, own.stop_))
{
}

PrivacyReference::Side::Side(const PrivacyReference &own, Matrix PrivacyRows::*columns_, const NearestRows &found) : columns(columns_), holdout(found)
{
    for (std::size_t i = 0; i < own.holdout_rows_.size(); ++i)
        holdout_nearest.push_back(found.distance[2 * i]);
    const Matrix &train = own.train_.*columns;
    const NearestRows others = nearest_rows(select_rows(train, own.member_rows_), train, 2, own.settings_.threads, own.stop_);
    for (std::size_t i = 0; i < own.member_rows_.size(); ++i) // where the first is not the row itself, it is a duplicate
        member_nearest.push_back(others.distance[others.row[2 * i] == own.member_rows_[i] ? 2 * i + 1 : 2 * i]);
}

PrivacyReference::Side::ToGenerated PrivacyReference::Side::to_generated(const PrivacyReference &own, const Matrix &generated) const
{
    const auto from = [&](const PrivacyRows &rows, const std::vector<std::size_t> &which) {
        return nearest_distance(select_rows(rows.*columns, which), generated, own.settings_.threads, own.stop_);
    };
    return {from(own.train_, own.member_rows_), from(own.holdout_, own.holdout_rows_)};
}

PrivacyFigures PrivacyReference::Side::figures(const PrivacyReference &own, const ToGenerated &distances, const Matrix &generated,
                                               std::span<const std::size_t> looked_at, const std::vector<std::size_t> *source_row) const
{
    const Matrix &train = own.train_.*columns;
    const NearestRows found = nearest_rows(select_rows(generated, looked_at), train, 2, own.settings_.threads, own.stop_);
    const Closeness closeness(found);
    PrivacyFigures out;
    out.dcr_median = closeness.median;
    out.dcr_median_holdout = holdout.median;
    out.dcr_low = closeness.low;
    out.dcr_low_holdout = holdout.low;
    out.nndr_median = closeness.ratio;
    out.nndr_median_holdout = holdout.ratio;
    // Copies in this space: NeighbourFeatures clips at +-3, so that numbers among the 0.13 % smallest or largest are all alike to it. The
    // holdout's share, counted in the same way, has as much of that.
    out.exact_copies = wilson_rate(closeness.copies, looked_at.size(), 0.95, "generated rows");
    out.exact_copies_holdout = wilson_rate(holdout.copies, holdout_nearest.size(), 0.95, "holdout rows");
    out.identifiability = wilson_rate(count_nearer(distances.members, member_nearest), member_nearest.size(), 0.95, "training rows");
    out.identifiability_holdout = wilson_rate(count_nearer(distances.holdout, holdout_nearest), holdout_nearest.size(), 0.95, "holdout rows");
    out.linkage = linkage_of(found, looked_at, source_row);
    out.linkage_chance = 1 / static_cast<double>(train.rows);
    out.n = looked_at.size();
    out.n_train = train.rows;
    out.n_holdout = holdout_nearest.size();
    return out;
}

PrivacyReference::PrivacyReference(PrivacyRows train, PrivacyRows holdout, Settings settings, std::stop_token stop)
    : train_(std::move(train)), holdout_(std::move(holdout)), settings_(std::move(settings)), stop_(std::move(stop))
{
    require_rows(train_);
    require_rows(holdout_);
    require_same_columns(holdout_, train_);
    if (settings_.rows == 0)
        throw InputError(FAIRLOOM_TEXT("no rows are to be looked at"), "", FAIRLOOM_TEXT("Look at one row or more"));
    holdout_rows_ = some_rows(holdout_.all.rows, settings_.rows, settings_.seed, "privacy, holdout rows");
    member_rows_ = some_rows(train_.all.rows, settings_.rows, settings_.seed, "privacy, training rows");
    all_ = std::make_shared<const Side>(*this, &PrivacyRows::all);
    if (has_without(train_))
        without_ = std::make_shared<const Side>(*this, &PrivacyRows::without);
}

PrivacyResult PrivacyReference::judge(const PrivacyRows &generated, const std::vector<std::size_t> *source_row) const
{
    require_rows(generated);
    require_same_columns(generated, train_);
    std::vector<std::size_t> sources;
    if (source_row)
        sources = distinct_sources(*source_row, generated.all.rows, train_.all.rows);
    const std::vector<std::size_t> looked_at = some_rows(generated.all.rows, settings_.rows, settings_.seed, "privacy, generated rows");

    PrivacyResult out;
    out.near_unique = settings_.near_unique;
    const auto judge_side = [&](const Side &side, PrivacyFigures &figures, MembershipAttack &attack) {
        const Matrix &rows = generated.*side.columns;
        const Side::ToGenerated distances = side.to_generated(*this, rows);
        figures = side.figures(*this, distances, rows, looked_at, source_row);
        attack = settings_.attack ? membership_attack(distances.members, distances.holdout)
                                  : no_attack(FAIRLOOM_TEXT("the attack was not asked for"));
        return distances.holdout;
    };
    const std::vector<double> holdout = judge_side(*all_, out.all, out.attack);
    if (without_) {
        judge_side(*without_, out.without, out.attack_without);
    } else {
        out.without = out.all;
        out.attack_without = out.attack;
    }
    if (!settings_.attack) {
        out.attack_sources = out.attack;
    } else if (!source_row) {
        out.attack_sources = no_attack(FAIRLOOM_TEXT("it is not known which training rows the generated ones derive from"));
    } else {
        std::vector<std::size_t> members = some_rows(sources.size(), settings_.rows, settings_.seed, "privacy, source rows");
        std::ranges::transform(members, members.begin(), [&](std::size_t i) { return sources[i]; });
        const Matrix rows = select_rows(train_.all, members);
        out.attack_sources = membership_attack(nearest_distance(rows, generated.all, settings_.threads, stop_), holdout);
    }
    return out;
}

} // namespace fairloom
