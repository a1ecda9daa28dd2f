#include "core/data/name_list.h"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace fairloom {

namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

} // namespace

std::string join_names(const std::vector<std::string> &names, std::size_t most)
{
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        out += (i > 0 ? ", " : "") + names[i];
    if (names.size() > most)
        out += ", ...";
    return out;
}

std::string nearest_name(std::string_view wanted, const std::vector<std::string> &names)
{
    const std::string sought = lower(wanted);
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, sought.size() / 3) + 1; // farther off is no typing error
    for (const std::string &name : names) {
        const std::size_t distance = edit_distance(sought, lower(name));
        if (distance < best_distance) {
            best_distance = distance;
            best = name;
        }
    }
    return best;
}

} // namespace fairloom
