#include "core/metrics/membership_attack.h"

#include "core/metrics/intervals.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace fairloom {

namespace {

constexpr const char *resampled = "training and holdout rows";

std::vector<double> roots(std::span<const double> squares)
{
    std::vector<double> out(squares.size());
    std::ranges::transform(squares, out.begin(), [](double v) { return std::sqrt(v); });
    return out;
}

Metric auroc_of(const std::vector<double> &members, const std::vector<double> &non_members)
{
    std::vector<std::uint8_t> label(members.size(), 1);
    label.resize(members.size() + non_members.size(), 0);
    std::vector<float> score;
    for (const std::vector<double> *side : {&members, &non_members})
        for (const double distance : *side)
            score.push_back(static_cast<float>(-distance));
    return delong_auroc(label, score, 0.95, resampled);
}

/// The threshold with the largest true minus false positive rate if those below it are accused; 0, which accuses nobody, if none is better.
double best_threshold(std::span<const double> members, std::span<const double> non_members)
{
    std::vector<std::pair<double, bool>> rows;
    for (const double distance : members)
        rows.emplace_back(distance, true);
    for (const double distance : non_members)
        rows.emplace_back(distance, false);
    std::ranges::sort(rows);
    double threshold = 0;
    long ahead = 0, best = 0; // accused members minus accused others: there are as many of both
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        const double distance = rows[begin].first;
        for (; end < rows.size() && rows[end].first == distance; ++end)
            ahead += rows[end].second ? 1 : -1;
        if (ahead <= best)
            continue;
        best = ahead; // and so some row is still to come
        const double next = rows[end].first, middle = distance + 0.5 * (next - distance);
        threshold = middle > distance ? middle : next;
    }
    return threshold;
}

std::size_t count_below(std::span<const double> distances, double threshold)
{
    return static_cast<std::size_t>(std::ranges::count_if(distances, [&](double d) { return d < threshold; }));
}

} // namespace

MembershipAttack membership_attack(std::span<const double> members, std::span<const double> non_members)
{
    MembershipAttack out;
    const std::size_t each = std::min(members.size(), non_members.size()), shadow = each / 2;
    if (shadow == 0) {
        out.auroc = out.advantage = Metric::undefined_because(FAIRLOOM_TEXT("there are fewer than two rows to attack"));
        return out;
    }
    const std::vector<double> in = roots(members.first(each)), outside = roots(non_members.first(each));
    const std::span<const double> scored_in = std::span(in).subspan(shadow), scored_out = std::span(outside).subspan(shadow);
    out.auroc = auroc_of(in, outside);
    out.threshold = best_threshold(std::span(in).first(shadow), std::span(outside).first(shadow));
    out.members = scored_in.size();
    out.non_members = scored_out.size();
    out.advantage = newcombe_difference(count_below(scored_in, out.threshold), out.members, count_below(scored_out, out.threshold),
                                        out.non_members, 0.95, resampled);
    return out;
}

} // namespace fairloom
