#include "core/data/readers/column_names.h"

#include <set>

namespace fairloom {

std::vector<std::string> distinct_names(const std::vector<std::string> &names)
{
    std::vector<std::string> distinct;
    std::set<std::string> taken(names.begin(), names.end());
    std::set<std::string> used;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string name = names[i].empty() ? std::string("column_") + std::to_string(i + 1) : names[i];
        if (used.contains(name)) {
            int number = 2;
            while (taken.contains(name + "_" + std::to_string(number)))
                ++number;
            name += "_" + std::to_string(number);
        }
        taken.insert(name);
        used.insert(name);
        distinct.push_back(std::move(name));
    }
    return distinct;
}

} // namespace fairloom
