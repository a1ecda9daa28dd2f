#include "app/cli/data_arguments.h"

#include "app/cli/errors.h"
#include "core/base/error.h"
#include "core/data/recipe_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace fairloom::cli {

void DataArguments::add_test_option(CLI::App &command)
{
    command.add_option("--test", test, text(FAIRLOOM_TEXT("Rows to test on, in a file of their own")));
}

void DataArguments::add_reading_options(CLI::App &command)
{
    command.add_option("--recipe", recipe, text(FAIRLOOM_TEXT("How to read a known data set; see fairloom-cli datasets")));
    command.add_option("--schema", schema, text(FAIRLOOM_TEXT("A JSON file that says how to read the data; fairloom-cli inspect --save-schema writes one")));
    command.add_option("--picture-size", picture_size, text(FAIRLOOM_TEXT("Edge in pixels that pictures are brought to: 28, 32, 48 or 64")));
    command.add_option("--name-pattern", name_pattern, text(FAIRLOOM_TEXT("Labels inside the names of pictures, such as [age]_[gender]_[race]")));
    command.add_option("--labels", labels, text(FAIRLOOM_TEXT("File with the labels of a folder's pictures, seen from the folder")));
}

Recipe DataArguments::with_picture_rule() const
{
    const std::string &name = schema.empty() ? recipe : schema;
    Recipe out = configured_schema ? *configured_schema : name.empty() ? Recipe() : load_filtered_recipe(name);
    if (!out.pictures)
        out.pictures.emplace();
    PictureRule &rule = *out.pictures;
    if (picture_size != 0 && std::find(picture_sizes.begin(), picture_sizes.end(), picture_size) == picture_sizes.end())
        throw InputError(FAIRLOOM_TEXT("The size of pictures has to be 28, 32, 48 or 64"), "--picture-size", FAIRLOOM_TEXT("Choose one of these"));
    if (picture_size != 0)
        rule.size = picture_size;
    if (!name_pattern.empty())
        rule.name_pattern = name_pattern;
    if (!labels.empty()) {
        rule.labels = labels;
        rule.file_column.clear(); // another file may call it otherwise
        if (name_pattern.empty())
            rule.name_pattern.clear();
    }
    return out;
}

void DataArguments::add_task_options(CLI::App &command)
{
    command.add_option("--sensitive", sensitive, text(FAIRLOOM_TEXT("Sensitive column, or several with commas between")));
    command.add_option("--target", target, text(FAIRLOOM_TEXT("Column to predict")));
    command.add_option("--positive", positive, text(FAIRLOOM_TEXT("Favourable value of the target")));
}

std::shared_ptr<const Dataset> DataArguments::open(Progress &progress, std::stop_token stop) const
{
    if (data.empty())
        throw InputError(FAIRLOOM_TEXT("No data are given"), "--data",
                         FAIRLOOM_TEXT("Give a file, or sample:NAME for a built-in sample; fairloom-cli datasets lists them"));
    if (!recipe.empty() && !schema.empty())
        throw InputError(FAIRLOOM_TEXT("A recipe and a schema are both given"), "--schema", FAIRLOOM_TEXT("Give one of them"));
    DatasetOptions options;
    options.test = test;
    options.recipe = schema.empty() ? recipe : schema;
    options.schema = configured_schema;
    if (about_pictures())
        options.schema = with_picture_rule();
    return open_dataset(data, options, progress, std::move(stop));
}

std::string DataArguments::opening_json(const Task &task) const
{
    nlohmann::ordered_json out = {{"data", data}};
    if (!test.empty())
        out["test"] = test;
    const std::string &name = schema.empty() ? recipe : schema;
    std::error_code error;
    if (!name.empty()) // a file is found from anywhere
        out["recipe"] = std::filesystem::exists(name, error) ? std::filesystem::absolute(name).lexically_normal().string() : name;
    if (about_pictures())
        out["schema"] = nlohmann::ordered_json::parse(recipe_json(with_picture_rule()));
    out["sensitive"] = task.sensitive;
    out["target"] = task.target;
    out["positive"] = task.positive;
    return out.dump();
}

Task DataArguments::known_task(const Dataset &dataset) const
{
    Task out = configured;
    if (!sensitive.empty())
        out.sensitive = split_names(sensitive);
    if (!target.empty()) {
        if (target != configured.target)
            out.positive.clear(); // the configured value belongs to the configured target
        out.target = target;
    }
    if (!positive.empty())
        out.positive = positive;
    if (out.sensitive.empty())
        out.sensitive = dataset.suggested_sensitive;
    if (out.target.empty())
        out.target = dataset.suggested_target;
    if (out.positive.empty() && out.target == dataset.suggested_target)
        out.positive = dataset.suggested_positive;
    return out;
}

Task DataArguments::task(const Dataset &dataset) const
{
    const Task out = known_task(dataset);
    const Message remedy = FAIRLOOM_TEXT("Name it; fairloom-cli inspect shows the columns and their values");
    if (out.sensitive.empty())
        throw InputError(FAIRLOOM_TEXT("No sensitive column is given"), "--sensitive", remedy);
    if (out.target.empty())
        throw InputError(FAIRLOOM_TEXT("No target column is given"), "--target", remedy);
    if (out.positive.empty())
        throw InputError(FAIRLOOM_TEXT("The favourable value of the target is not given"), "--positive", remedy);
    return out;
}

std::vector<std::string> split_names(const std::string &list)
{
    std::vector<std::string> out;
    std::size_t begin = 0;
    while (begin <= list.size()) {
        const std::size_t comma = std::min(list.find(',', begin), list.size());
        std::string name = list.substr(begin, comma - begin);
        const std::size_t first = name.find_first_not_of(" \t");
        if (first != std::string::npos)
            out.push_back(name.substr(first, name.find_last_not_of(" \t") - first + 1));
        begin = comma + 1;
    }
    return out;
}

} // namespace fairloom::cli
