#pragma once

#include "core/base/message.h"

#include <QString>

#include <string>

namespace fairloom::ui {

/// Why work on another thread ended without a result, as a plain value: exceptions stay on the thread that threw them,
/// and the GUI thread makes the sentence, in the language of that moment.
struct Failure {
    enum class Kind { none, cancelled, input, computation, memory, unexpected } kind = Kind::none;
    std::string where;
    Message what;
    Message remedy;

    explicit operator bool() const { return kind != Kind::none; }
    QString sentence() const;
    std::string english() const; ///< the same for files, whatever the language of the window
};

/// To be called in a catch block.
Failure current_failure();

} // namespace fairloom::ui
