#include "core/study/generated_file.h"

#include "core/base/error.h"
#include "core/data/name_list.h"
#include "core/data/picture_set.h"
#include "core/data/pictures/picture_table.h"
#include "core/data/table_file.h"

#include <algorithm>
#include <iterator>

namespace fairloom {

Message ColumnMatch::missing_sentence() const
{
    if (missing.empty())
        return {};
    return {FAIRLOOM_TEXT("The file has no column %1, which the real rows have; rows without it cannot be judged"), {join_names(missing)}};
}

ColumnMatch match_columns(const Problem &problem, const std::vector<std::string> &columns)
{
    ColumnMatch match;
    std::vector<std::string> wanted;
    for (const std::size_t column : problem.generated) {
        const std::string &name = problem.train.table.columns[column].name;
        wanted.push_back(name);
        (is_one_of(name, columns) ? match.found : match.missing).push_back(name);
    }
    std::copy_if(columns.begin(), columns.end(), std::back_inserter(match.extra), [&](const std::string &name) { return !is_one_of(name, wanted); });
    return match;
}

Table read_generated_rows(const Dataset &data, const Problem &problem, const std::string &file, Progress &progress, const std::stop_token &stop)
{
    Table like;
    like.name = problem.train.table.name;
    for (const std::size_t column : problem.generated)
        like.columns.push_back(problem.train.table.columns[column]);
    Recipe recipe;
    recipe.dialect.missing = data.schema.dialect.missing;
    if (const Column *const pictures = like.picture_column()) {
        if (!is_picture_source(file))
            throw InputError(FAIRLOOM_TEXT("The real rows are pictures and this is a table"), file,
                             FAIRLOOM_TEXT("Name a folder with generated pictures"));
        recipe.pictures.emplace().size = pictures->pictures->width;
        return read_picture_table(file, recipe, &like, progress, stop).table;
    }
    return read_table_file(file, recipe, &like, progress, stop).table;
}

} // namespace fairloom
