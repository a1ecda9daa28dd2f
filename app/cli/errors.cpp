#include "app/cli/errors.h"

#include "app/cli/command.h"
#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <new>
#include <string_view>
#include <system_error>

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

bool is_out_of_memory(const std::exception &error)
{
    if (dynamic_cast<const std::bad_alloc *>(&error))
        return true;
    if (const auto *system = dynamic_cast<const std::system_error *>(&error)) // the second: no memory for another thread's stack
        return system->code() == std::errc::not_enough_memory || system->code() == std::errc::resource_unavailable_try_again;
    if (dynamic_cast<const InputError *>(&error) || dynamic_cast<const ComputationError *>(&error))
        return false;
    // LibTorch, OpenCV and XGBoost have exceptions of their own, which only their words tell apart.
    std::string words = error.what();
    std::transform(words.begin(), words.end(), words.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::string_view, 5> said{"can't allocate memory", "cannot allocate memory", "bad_alloc", "insufficient memory", "out of memory"};
    return std::any_of(said.begin(), said.end(), [&](std::string_view part) { return words.find(part) != std::string::npos; });
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
    if (is_out_of_memory(error)) {
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
