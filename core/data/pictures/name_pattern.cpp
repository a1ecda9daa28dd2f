#include "core/data/pictures/name_pattern.h"

#include "core/base/error.h"
#include "core/data/name_list.h"

#include <algorithm>

namespace fairloom {

NamePattern::NamePattern(const std::string &pattern)
{
    const auto refuse = [&](const char *what) {
        throw InputError(what, pattern, FAIRLOOM_TEXT("Write it like [age]_[gender]_[race]: columns in brackets, and between them what the names have there"));
    };
    std::size_t at = 0;
    for (std::size_t open = pattern.find('['); open != std::string::npos; open = pattern.find('[', at)) {
        const std::size_t close = pattern.find(']', open);
        if (close == std::string::npos)
            refuse(FAIRLOOM_TEXT("A bracket in the pattern for file names is not closed"));
        const std::string name = pattern.substr(open + 1, close - open - 1);
        if (name.empty())
            refuse(FAIRLOOM_TEXT("A field in the pattern for file names has no name"));
        if (is_one_of(name, fields_))
            refuse(FAIRLOOM_TEXT("Two fields in the pattern for file names have one name"));
        if (open == at && !fields_.empty())
            refuse(FAIRLOOM_TEXT("Nothing stands between two fields in the pattern for file names"));
        between_.push_back(pattern.substr(at, open - at));
        fields_.push_back(name);
        at = close + 1;
    }
    if (fields_.empty())
        refuse(FAIRLOOM_TEXT("The pattern for file names has no fields"));
    between_.push_back(pattern.substr(at));
    for (std::size_t i = 1; i < between_.size(); ++i)
        stops_ += between_[i].substr(0, 1);
}

std::optional<std::vector<std::string>> NamePattern::match(std::string_view file_name) const
{
    std::vector<std::string> values;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (!file_name.starts_with(between_[i]))
            return std::nullopt;
        file_name.remove_prefix(between_[i].size());
        const std::size_t end = std::min(file_name.find_first_of(stops_), file_name.size());
        if (end == 0)
            return std::nullopt;
        values.emplace_back(file_name.substr(0, end));
        file_name.remove_prefix(end);
    }
    if (!file_name.starts_with(between_.back()))
        return std::nullopt;
    return values;
}

} // namespace fairloom
