#include "core/metrics/distribution.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace fairloom {

namespace {

/// Counts rows by group and label; label -1 is counted as a row of its group without a label.
void count_shares(Distribution &out, std::span<const std::int32_t> group, int groups, const std::vector<int> &label)
{
    if (group.size() != label.size())
        throw InputError(Message(FAIRLOOM_TEXT("%1 groups for %2 rows"), {std::to_string(group.size()), std::to_string(label.size())}),
                         "", FAIRLOOM_TEXT("Pass one group per row"));
    const std::size_t count = static_cast<std::size_t>(std::max(groups, 0));
    out.share.assign(count, std::vector<double>(out.labels.size(), 0.0));
    out.group_rows.assign(count, 0);
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (group[i] < 0 || static_cast<std::size_t>(group[i]) >= count)
            continue;
        const std::size_t g = static_cast<std::size_t>(group[i]);
        ++out.group_rows[g];
        if (label[i] >= 0)
            out.share[g][static_cast<std::size_t>(label[i])] += 1;
    }
    for (std::size_t g = 0; g < count; ++g)
        if (out.group_rows[g] > 0)
            for (double &share : out.share[g])
                share /= static_cast<double>(out.group_rows[g]);
}

/// Labels of number columns are the bins, and one more for missing values if the distribution has any.
bool has_missing_label(const Distribution &d)
{
    return d.numeric && d.labels.size() + 1 > d.edges.size();
}

std::vector<int> number_labels(const Column &column, const Distribution &like)
{
    const int bins = static_cast<int>(like.edges.size()) - 1;
    const int missing = has_missing_label(like) ? std::max(bins, 0) : -1;
    std::vector<int> label;
    label.reserve(column.numbers.size());
    for (const double value : column.numbers) {
        if (std::isnan(value) || bins < 1) {
            label.push_back(missing);
            continue;
        }
        const auto after = std::upper_bound(like.edges.begin(), like.edges.end(), value);
        label.push_back(std::clamp(static_cast<int>(after - like.edges.begin()) - 1, 0, bins - 1));
    }
    return label;
}

Distribution number_bins(const Column &column, int most)
{
    Distribution out;
    out.numeric = true;
    double low = INFINITY, high = -INFINITY;
    bool missing = false;
    for (const double value : column.numbers) {
        if (std::isnan(value)) {
            missing = true;
        } else {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low <= high) {
        const bool whole = column.decimals == 0;
        // bins of whole numbers hold equally many of them; the others are cut into equal widths
        const double width = whole ? std::max(1.0, std::ceil((high - low + 1) / most)) : (high > low ? (high - low) / most : 1.0);
        const int bins = whole ? static_cast<int>(std::floor((high - low) / width)) + 1 : (high > low ? most : 1);
        const int decimals = whole ? 0 : std::clamp(static_cast<int>(std::ceil(1 - std::log10(width))), 0, std::max(column.decimals, 1));
        for (int b = 0; b <= bins; ++b)
            out.edges.push_back(b == bins && !whole ? std::max(high, low + width * b) : low + width * b);
        for (int b = 0; b < bins; ++b) {
            const double from = out.edges[static_cast<std::size_t>(b)];
            const double end = out.edges[static_cast<std::size_t>(b) + 1];
            const double to = whole ? std::min(high, end - 1) : end;
            out.labels.push_back(from == to || (!whole && low == high) ? to_text(from, decimals)
                                                                       : to_text(from, decimals) + " - " + to_text(to, decimals));
        }
    } else {
        missing = true;
    }
    if (missing)
        out.labels.push_back(Message(FAIRLOOM_TEXT("missing")).english());
    return out;
}

/// The label that gathers the rest is told from a category of the same spelling by its place: always the last, and
/// only when fewer labels than occurring categories are left.
std::string other_label(std::size_t gathered)
{
    return Message(FAIRLOOM_TEXT("other (%1)"), {std::to_string(gathered)}).english();
}

} // namespace

Distribution column_distribution(const Column &column, std::span<const std::int32_t> group, int groups, int most_labels)
{
    const int most = std::max(most_labels, 2);
    if (column.type == ColumnType::number) {
        Distribution out = number_bins(column, most);
        count_shares(out, group, groups, number_labels(column, out));
        return out;
    }
    Distribution out;
    std::vector<std::size_t> count(column.categories.size());
    for (const std::int32_t code : column.codes)
        ++count[static_cast<std::size_t>(code)];
    std::vector<std::size_t> order(count.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t c) { return count[c] == 0; });
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return count[a] > count[b]; });
    const std::size_t shown = order.size() > static_cast<std::size_t>(most) ? static_cast<std::size_t>(most) - 1 : order.size();
    std::vector<int> of(count.size(), static_cast<int>(shown));
    for (std::size_t i = 0; i < shown; ++i) {
        of[order[i]] = static_cast<int>(i);
        out.labels.push_back(column.categories[order[i]]);
    }
    if (shown < order.size())
        out.labels.push_back(other_label(order.size() - shown));
    std::vector<int> label;
    label.reserve(column.codes.size());
    for (const std::int32_t code : column.codes)
        label.push_back(of[static_cast<std::size_t>(code)]);
    count_shares(out, group, groups, label);
    return out;
}

Distribution column_distribution_like(const Column &column, const Distribution &like, const Column &like_column,
                                      std::span<const std::int32_t> group, int groups)
{
    Distribution out;
    out.numeric = like.numeric;
    out.labels = like.labels;
    out.edges = like.edges;
    if (like.numeric) {
        count_shares(out, group, groups, number_labels(column, like));
        return out;
    }
    // whether the last label gathers the rest follows from the column it was made of, not from its spelling
    std::size_t occurring = 0;
    std::vector<char> seen(like_column.categories.size(), 0);
    for (const std::int32_t code : like_column.codes)
        if (!std::exchange(seen[static_cast<std::size_t>(code)], 1))
            ++occurring;
    const bool gathers = !like.labels.empty() && like.labels.size() < occurring;
    std::unordered_map<std::string, int> of;
    for (std::size_t i = 0; i + (gathers ? 1 : 0) < like.labels.size(); ++i)
        of.emplace(like.labels[i], static_cast<int>(i));
    const int rest = gathers ? static_cast<int>(like.labels.size()) - 1 : -1;
    std::vector<int> code_label(column.categories.size(), rest);
    for (std::size_t c = 0; c < column.categories.size(); ++c)
        if (const auto found = of.find(column.categories[c]); found != of.end())
            code_label[c] = found->second;
    std::vector<int> label;
    label.reserve(column.codes.size());
    for (const std::int32_t code : column.codes)
        label.push_back(code_label[static_cast<std::size_t>(code)]);
    count_shares(out, group, groups, label);
    return out;
}

double total_variation(const std::vector<double> &a, const std::vector<double> &b)
{
    double sum = 0, total_a = 0, total_b = 0;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        const double x = i < a.size() ? a[i] : 0, y = i < b.size() ? b[i] : 0;
        sum += std::abs(x - y);
        total_a += x;
        total_b += y;
    }
    // rows without a label are a label of their own that the other side has not
    sum += std::abs(total_a - total_b);
    return std::min(1.0, 0.5 * sum);
}

} // namespace fairloom
