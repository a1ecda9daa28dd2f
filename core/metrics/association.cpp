#include "core/metrics/association.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fairloom {

namespace {

/// visit(row, column, count) for every cell of the contingency table that is not empty, row by row.
template <typename Visit>
void visit_cells(std::span<const std::int32_t> a, std::span<const std::int32_t> b, std::size_t height, std::size_t width,
                 const Visit &visit)
{
    constexpr std::size_t most_cells = std::size_t{1} << 22;
    const auto place = [&](std::size_t i) { return static_cast<std::size_t>(a[i]) * width + static_cast<std::size_t>(b[i]); };
    if (height <= most_cells / width) {
        std::vector<double> cells(height * width);
        for (std::size_t i = 0; i < a.size(); ++i)
            ++cells[place(i)];
        for (std::size_t at = 0; at < cells.size(); ++at)
            if (cells[at] > 0)
                visit(at / width, at % width, cells[at]);
        return;
    }
    // two columns of names would have more cells than memory has bytes, nearly all of them empty
    std::vector<std::size_t> places(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        places[i] = place(i);
    std::sort(places.begin(), places.end());
    for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
        while (end < places.size() && places[end] == places[begin])
            ++end;
        visit(places[begin] / width, places[begin] % width, static_cast<double>(end - begin));
    }
}

} // namespace

double cramers_v(std::span<const std::int32_t> a, int a_count, std::span<const std::int32_t> b, int b_count)
{
    const std::size_t n = std::min(a.size(), b.size());
    if (n < 2 || a_count < 1 || b_count < 1)
        return 0;
    std::vector<double> rows(static_cast<std::size_t>(a_count)), columns(static_cast<std::size_t>(b_count));
    for (std::size_t i = 0; i < n; ++i) {
        ++rows[static_cast<std::size_t>(a[i])];
        ++columns[static_cast<std::size_t>(b[i])];
    }
    // chi^2 / n = sum n_rc^2 / (n_r n_c) - 1; only levels that occur count as levels
    double phi2 = -1;
    visit_cells(a.first(n), b.first(n), rows.size(), columns.size(),
                [&](std::size_t r, std::size_t c, double cell) { phi2 += cell / rows[r] * (cell / columns[c]); });
    const auto levels = [](const std::vector<double> &sums) {
        return static_cast<double>(std::count_if(sums.begin(), sums.end(), [](double s) { return s > 0; }));
    };
    const double r = levels(rows), c = levels(columns), m = static_cast<double>(n) - 1;
    if (r < 2 || c < 2)
        return 0;
    const double corrected = std::max(0.0, phi2 - (r - 1) * (c - 1) / m);
    const double smallest = std::min(r - (r - 1) * (r - 1) / m, c - (c - 1) * (c - 1) / m) - 1;
    return smallest > 0 ? std::min(1.0, std::sqrt(corrected / smallest)) : 0;
}

namespace {

CodedColumn code_categories(const Column &column, const Column &reference)
{
    CodedColumn out;
    out.count = static_cast<int>(reference.categories.size());
    if (column.categories == reference.categories) {
        out.codes = column.codes;
        return out;
    }
    std::map<std::string, std::int32_t> code;
    for (const std::string &category : reference.categories)
        code.emplace(category, static_cast<std::int32_t>(code.size()));
    std::vector<std::int32_t> to(column.categories.size());
    for (std::size_t c = 0; c < to.size(); ++c)
        to[c] = code.emplace(column.categories[c], static_cast<std::int32_t>(code.size())).first->second;
    out.count = static_cast<int>(code.size());
    out.codes.reserve(column.codes.size());
    for (const std::int32_t c : column.codes)
        out.codes.push_back(to[static_cast<std::size_t>(c)]);
    return out;
}

} // namespace

CodedColumn code_column(const Column &column, const Column &reference, int bins)
{
    if (column.type == ColumnType::category)
        return code_categories(column, reference);

    std::vector<double> sorted;
    for (const double value : reference.numbers)
        if (!std::isnan(value))
            sorted.push_back(value);
    std::sort(sorted.begin(), sorted.end());
    // a bin is (edge before, edge]; a frequent value that fills several bins leaves one
    std::vector<double> edges;
    for (int b = 1; b < bins && !sorted.empty(); ++b) {
        const double edge = sorted[(sorted.size() - 1) * static_cast<std::size_t>(b) / static_cast<std::size_t>(bins)];
        if ((edges.empty() || edge > edges.back()) && edge < sorted.back())
            edges.push_back(edge);
    }
    CodedColumn out;
    const std::int32_t missing = static_cast<std::int32_t>(edges.size()) + 1;
    out.count = missing + 1;
    out.codes.reserve(column.numbers.size());
    for (const double value : column.numbers) {
        const auto edge = std::lower_bound(edges.begin(), edges.end(), value);
        out.codes.push_back(std::isnan(value) ? missing : static_cast<std::int32_t>(edge - edges.begin()));
    }
    return out;
}

std::vector<double> association_matrix(const Table &table, const Table &reference, const std::vector<std::size_t> &which,
                                       std::stop_token stop)
{
    std::vector<CodedColumn> coded;
    coded.reserve(which.size());
    for (const std::size_t column : which) {
        throw_if_stopped(stop);
        coded.push_back(code_column(table.columns[column], reference.columns[column]));
    }
    const std::size_t k = which.size();
    std::vector<double> out(k * k, 1.0);
    for (std::size_t i = 0; i < k; ++i)
        for (std::size_t j = i + 1; j < k; ++j) {
            throw_if_stopped(stop);
            out[i * k + j] = out[j * k + i] = cramers_v(coded[i].codes, coded[i].count, coded[j].codes, coded[j].count);
        }
    return out;
}

} // namespace fairloom
