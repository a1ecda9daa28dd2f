#include "core/base/error.h"

#include <utility>

namespace fairloom {

InputError::InputError(Message what_, std::string where_, Message remedy_)
    : message_(std::move(what_)), where_(std::move(where_)), remedy_(std::move(remedy_))
{
    if (!where_.empty())
        english_ = where_ + ": ";
    english_ += message_.english() + ".";
    if (!remedy_.empty())
        english_ += " " + remedy_.english() + ".";
}

ComputationError::ComputationError(Message what_, Message remedy_)
    : message_(std::move(what_)), remedy_(std::move(remedy_))
{
    english_ = message_.english() + ".";
    if (!remedy_.empty())
        english_ += " " + remedy_.english() + ".";
}

} // namespace fairloom
