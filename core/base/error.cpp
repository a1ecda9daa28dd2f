#include "core/base/error.h"

#include <utility>

namespace fairloom {

InputError::InputError(Message what, std::string where, Message remedy)
    : message_(std::move(what)), where_(std::move(where)), remedy_(std::move(remedy))
{
    if (!where_.empty())
        english_ = where_ + ": ";
    english_ += message_.english() + ".";
    if (!remedy_.empty())
        english_ += " " + remedy_.english() + ".";
}

ComputationError::ComputationError(Message what, Message remedy)
    : message_(std::move(what)), remedy_(std::move(remedy))
{
    english_ = message_.english() + ".";
    if (!remedy_.empty())
        english_ += " " + remedy_.english() + ".";
}

} // namespace fairloom
