#include "core/data/value_bins.h"

#include "core/data/column_rule.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

std::vector<std::string> bin_names(const Column &column, const std::vector<double> &edges)
{
    const auto spelled = [&](double edge) { return column.kind == ColumnKind::date ? column.spell(edge) : write_number(edge, 17, false, column.marks); };
    std::vector<std::string> names;
    for (std::size_t bin = 0; bin <= edges.size(); ++bin) {
        if (bin == 0)
            names.push_back("< " + spelled(edges.front()));
        else if (bin == edges.size())
            names.push_back(">= " + spelled(edges.back()));
        else
            names.push_back(spelled(edges[bin - 1]) + " to < " + spelled(edges[bin]));
    }
    return names;
}

Column bin_numbers(Column column, const std::vector<double> &edges, const std::map<std::string, std::string> &merge, const Column *like)
{
    std::vector<std::string> names = bin_names(column, edges);
    for (std::string &name : names)
        name = std::string(merged(merge, name));
    Column out;
    out.name = column.name;
    out.role = column.role;
    out.type = ColumnType::category;
    out.kind = ColumnKind::ordered;
    out.missing_spelling = column.missing_spelling;
    if (like) {
        out.categories = like->categories;
        out.missing_code = like->missing_code;
    }
    const auto code_of = [&](const std::string &name) {
        for (std::size_t i = 0; i < out.categories.size(); ++i)
            if (static_cast<std::int32_t>(i) != out.missing_code && out.categories[i] == name)
                return static_cast<std::int32_t>(i);
        out.categories.push_back(name);
        return static_cast<std::int32_t>(out.categories.size() - 1);
    };
    // All bins, also those without rows, in their order; merged ones once.
    std::vector<std::int32_t> code_of_bin;
    for (const std::string &name : names)
        code_of_bin.push_back(code_of(name));
    out.codes.reserve(column.numbers.size());
    for (const double number : column.numbers) {
        if (std::isnan(number)) {
            if (out.missing_code < 0) {
                out.missing_code = static_cast<std::int32_t>(out.categories.size());
                out.categories.push_back(out.missing_spelling);
            }
            out.codes.push_back(out.missing_code);
            continue;
        }
        const auto bin = std::upper_bound(edges.begin(), edges.end(), number) - edges.begin();
        out.codes.push_back(code_of_bin[static_cast<std::size_t>(bin)]);
    }
    return out;
}

} // namespace fairloom
