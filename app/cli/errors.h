#pragma once

#include "core/base/message.h"

#include <exception>
#include <string>

namespace fairloom::cli {

/// One line on standard error, "fairloom-cli: ...", whatever the text holds.
void print_error(const std::string &text);

/// Says what went wrong and returns the exit code for it.
int report_exception(const std::exception &error);

/// Whether it says that memory has run out, whichever library it comes from.
bool is_out_of_memory(const std::exception &error);

/// A text for people. The command line speaks English.
std::string text(const Message &message);

} // namespace fairloom::cli
