#include "app/cli/command.h"
#include "app/cli/errors.h"
#include "app/cli/text_table.h"
#include "core/data/recipe.h"
#include "core/data/samples.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace fairloom::cli {

namespace {

std::string joined(const std::vector<std::string> &names)
{
    std::string out;
    for (const std::string &name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

std::string as_json()
{
    nlohmann::ordered_json out = {{"samples", nlohmann::ordered_json::array()}, {"recipes", nlohmann::ordered_json::array()}};
    for (const SampleInfo &sample : builtin_samples())
        out["samples"].push_back({{"name", "sample:" + sample.name},
                                  {"title", text(sample.title)},
                                  {"story", text(sample.story)},
                                  {"rows", sample.rows},
                                  {"test_rows", sample.test_rows},
                                  {"sensitive", sample.sensitive},
                                  {"target", sample.target},
                                  {"positive", sample.positive}});
    for (const Recipe &recipe : builtin_recipes()) {
        nlohmann::ordered_json filters = nlohmann::ordered_json::array();
        for (const FilterRule &filter : recipe.filters)
            filters.push_back({{"name", recipe.name + ":" + filter.name}, {"description", filter.description}});
        out["recipes"].push_back({{"name", recipe.name},
                                  {"title", recipe.title},
                                  {"obtain", recipe.obtain},
                                  {"filters", filters},
                                  {"pictures", recipe.pictures.has_value()},
                                  {"sensitive", recipe.sensitive},
                                  {"target", recipe.target},
                                  {"positive", recipe.positive}});
    }
    return out.dump(2) + "\n";
}

std::string as_text()
{
    std::string out = text(FAIRLOOM_TEXT("Built-in samples (--data NAME)")) + "\n\n";
    for (const SampleInfo &sample : builtin_samples()) {
        out += text(Message(FAIRLOOM_TEXT("%1: %2, %3 rows"),
                            {"sample:" + sample.name, text(sample.title), std::to_string(sample.rows)}));
        out.append("\n  ").append(text(sample.story)).append("\n  ");
        out += text(Message(FAIRLOOM_TEXT("sensitive %1, target %2, favourable \"%3\""),
                            {joined(sample.sensitive), sample.target, sample.positive}))
               + "\n";
    }
    out.append("\n").append(text(FAIRLOOM_TEXT("Known data sets (--data FILE --recipe NAME; a folder for pictures)"))).append("\n\n");
    for (const Recipe &recipe : builtin_recipes()) {
        out += recipe.name + ": " + recipe.title + "\n  " + recipe.obtain + "\n  ";
        out += text(Message(FAIRLOOM_TEXT("sensitive %1, target %2, favourable \"%3\""),
                            {joined(recipe.sensitive), recipe.target, recipe.positive}))
               + "\n";
        for (const FilterRule &filter : recipe.filters)
            out += "  " + recipe.name + ":" + filter.name + ": " + filter.description + "\n";
    }
    return out;
}

} // namespace

void add_datasets_command(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("datasets", text(FAIRLOOM_TEXT("List the built-in samples and the known data sets")));
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, text(FAIRLOOM_TEXT("Print one JSON document")));
    command->callback([&action, json] {
        action = [json](const std::stop_token &) {
            print_result(*json ? as_json() : as_text());
            return static_cast<int>(exit_done);
        };
    });
}

} // namespace fairloom::cli
