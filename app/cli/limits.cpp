#include "app/cli/limits.h"

#include "app/cli/errors.h"
#include "app/cli/text_table.h"

#include <CLI/CLI.hpp>

namespace fairloom::cli {

void LimitArguments::add_options(CLI::App &command)
{
    command.add_option("--policy", file, text(FAIRLOOM_TEXT("A JSON file of limits; if one of them is not kept, the exit status is 4")));
}

std::optional<Policy> LimitArguments::read() const
{
    if (file.empty())
        return std::nullopt;
    return read_policy(file);
}

std::string policy_summary(const PolicyResult &policy)
{
    TextTable table({text(FAIRLOOM_TEXT("limit")), text(FAIRLOOM_TEXT("source")), text(FAIRLOOM_TEXT("kept")), text(FAIRLOOM_TEXT("because"))}, 4);
    for (const PolicyOutcome &outcome : policy.outcomes)
        table.add({limit_text(outcome.limit), outcome.limit.source, outcome.met ? text(FAIRLOOM_TEXT("yes")) : text(FAIRLOOM_TEXT("no")), text(outcome.reason)});
    return table.str() + text(Message(FAIRLOOM_TEXT("%1 of %2 limits kept"), {std::to_string(policy.met_count()), std::to_string(policy.outcomes.size())})) + "\n";
}

} // namespace fairloom::cli
