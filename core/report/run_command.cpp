#include "core/report/run_command.h"

#include "core/report/findings.h"

#include <algorithm>
#include <variant>

namespace fairloom {

std::string shell_quoted(const std::string &text)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || std::string_view("_-./:,=+@%").find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::all_of(text.begin(), text.end(), plain))
        return text;
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

namespace {

bool repeats(const RunResult &result, const std::string &key)
{
    return !imports_only(result) || key == "seed" || key == "threads" || key == "quality_rows" || key == "bootstrap";
}

} // namespace

std::string run_command(const RunResult &result)
{
    const bool judged = imports_only(result); // of whose file only the name is known
    std::string out = (judged ? "fairloom-cli evaluate --real-train " : "fairloom-cli run --data ") + shell_quoted(result.dataset.source);
    if (!result.dataset.test_source.empty())
        out += (judged ? " --real-test " : " --test ") + shell_quoted(result.dataset.test_source);
    if (judged)
        out += " --synthetic " + shell_quoted(result.name);
    if (!result.dataset.recipe.empty())
        out += " --recipe " + shell_quoted(result.dataset.recipe);
    std::string sensitive;
    for (const std::string &column : result.task.sensitive)
        sensitive += (sensitive.empty() ? "" : ",") + column;
    out += " --sensitive " + shell_quoted(sensitive) + " --target " + shell_quoted(result.task.target) + " --positive "
           + shell_quoted(result.task.positive);
    const RunSettings defaults;
    RunSettings settings = result.settings;
    for (const Setting &setting : run_setting_descriptions()) {
        const std::string value = get_setting(result.settings, setting.key);
        if (value == get_setting(defaults, setting.key) || !repeats(result, setting.key))
            continue;
        std::string flag = setting.key;
        std::replace(flag.begin(), flag.end(), '_', '-');
        out += " --" + flag;
        if (!std::holds_alternative<bool *>(setting.field(settings)))
            out.append(" ").append(shell_quoted(value));
    }
    return judged ? out : out + " --out DIR";
}

} // namespace fairloom
