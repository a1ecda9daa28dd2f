#pragma once

#include "core/base/message.h"

#include <exception>
#include <string>

namespace fairloom {

/// The one exception for bad input: what is wrong, where, and what to do about it. Everything else that core throws is
/// a bug, but for ComputationError and Cancelled below.
class InputError : public std::exception {
public:
    /// `where` names a file, line, column or setting, and may be empty.
    InputError(Message what_, std::string where_, Message remedy_);

    const Message &message() const { return message_; }
    const std::string &where() const { return where_; }
    const Message &remedy() const { return remedy_; }

    /// One English line: "adult.csv, line 812: 14 fields where the header has 15. Correct the line or remove it."
    const char *what() const noexcept override { return english_.c_str(); }

private:
    Message message_;
    std::string where_;
    Message remedy_;
    std::string english_;
};

/// A computation that could not go on although its input was right: diverged, collapsed beyond use, out of memory.
class ComputationError : public std::exception {
public:
    ComputationError(Message what_, Message remedy_);

    const Message &message() const { return message_; }
    const Message &remedy() const { return remedy_; }
    const char *what() const noexcept override { return english_.c_str(); }

private:
    Message message_;
    Message remedy_;
    std::string english_;
};

/// Thrown by long work when its std::stop_token asks it to end. Not an error.
class Cancelled : public std::exception {
public:
    const char *what() const noexcept override { return "cancelled"; }
};

} // namespace fairloom
