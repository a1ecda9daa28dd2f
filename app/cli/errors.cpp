#include "app/cli/errors.h"

#include "app/cli/command.h"
#include "core/base/error.h"

#include <cstdio>
#include <new>

namespace fairloom::cli {

std::string text(const Message &message) { return message.english(); }

void print_error(const std::string &what)
{
    std::string line = "fairloom-cli: ";
    for (const char c : what)
        line += c == '\n' || c == '\r' ? ' ' : c;
    line += '\n';
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

int report_exception(const std::exception &error)
{
    if (dynamic_cast<const InputError *>(&error)) {
        print_error(error.what());
        return exit_bad_input;
    }
    if (dynamic_cast<const Cancelled *>(&error)) {
        print_error(text(FAIRLOOM_TEXT("Interrupted.")));
        return exit_interrupted;
    }
    if (dynamic_cast<const std::bad_alloc *>(&error)) {
        print_error(text(FAIRLOOM_TEXT("There is not enough memory. Close other programs, or choose a smaller batch.")));
        return exit_failed;
    }
    if (dynamic_cast<const ComputationError *>(&error)) {
        print_error(error.what());
        return exit_failed;
    }
    print_error(text(Message(FAIRLOOM_TEXT("Internal error: %1. Please report this with the command that led to it."),
                             {error.what()})));
    return exit_failed;
}

} // namespace fairloom::cli
