#include "core/data/pictures/picture_column.h"

#include <algorithm>
#include <numeric>

namespace fairloom {

Column picture_column(std::string name, std::vector<std::string> names, std::shared_ptr<const PictureSet> pictures, Role role)
{
    Column column;
    column.name = std::move(name);
    column.kind = ColumnKind::picture;
    column.role = role;
    column.categories = std::move(names);
    column.codes.resize(column.categories.size());
    std::iota(column.codes.begin(), column.codes.end(), 0);
    column.pictures = std::move(pictures);
    return column;
}

std::vector<std::string> running_names(std::size_t count)
{
    const std::size_t digits = std::max<std::size_t>(5, std::to_string(count).size());
    std::vector<std::string> names;
    names.reserve(count);
    for (std::size_t i = 1; i <= count; ++i) {
        const std::string number = std::to_string(i);
        names.push_back(std::string(digits - number.size(), '0') + number);
    }
    return names;
}

} // namespace fairloom
