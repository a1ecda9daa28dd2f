#include "core/data/readers/table_typing.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/data/name_list.h"
#include "core/data/readers/column_typing.h"

#include <algorithm>

namespace fairloom {

namespace {

/// Position in the file of every column of the training table.
std::vector<std::size_t> match_columns(const Table &like, const RawTable &raw, bool named)
{
    std::vector<std::size_t> positions;
    if (!named && raw.columns.size() != like.columns.size())
        throw InputError(Message(FAIRLOOM_TEXT("%1 columns where the training rows have %2"),
                                 {std::to_string(raw.columns.size()), std::to_string(like.columns.size())}),
                         raw.name, FAIRLOOM_TEXT("Choose a file with the same columns"));
    std::vector<std::string> names;
    for (const RawColumn &column : raw.columns)
        names.push_back(column.name);
    for (std::size_t i = 0; i < like.columns.size(); ++i) {
        if (!named) {
            positions.push_back(i);
            continue;
        }
        const auto found = std::find(names.begin(), names.end(), like.columns[i].name);
        if (found == names.end())
            throw InputError(Message(FAIRLOOM_TEXT("The column \"%1\" of the training rows is missing"), {like.columns[i].name}), raw.name,
                             Message(FAIRLOOM_TEXT("The file's columns are %1"), {join_names(names)}));
        positions.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    return positions;
}

} // namespace

const ColumnRule &rule_for(const std::map<std::string, ColumnRule> &columns, const std::string &column)
{
    static const ColumnRule none;
    if (const auto found = columns.find(column); found != columns.end())
        return found->second;
    const auto other = columns.find("*");
    return other != columns.end() ? other->second : none;
}

Table type_table(RawTable raw, const TableTyping &typing, std::vector<Message> &notes, int threads, Progress &progress, const std::stop_token &stop)
{
    std::vector<std::size_t> positions;
    if (typing.like) {
        positions = match_columns(*typing.like, raw, typing.named);
    } else {
        for (std::size_t i = 0; i < raw.columns.size(); ++i)
            positions.push_back(i);
    }
    progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {raw.name}), 0.7);
    Table table;
    table.name = raw.name;
    table.columns.resize(positions.size());
    std::vector<std::vector<Message>> said(positions.size());
    parallel_for(positions.size(), std::max(threads, 1), [&](std::size_t first, std::size_t last, int) {
        for (std::size_t i = first; i < last; ++i) {
            throw_if_stopped(stop);
            TypingContext context;
            context.missing = &typing.missing;
            context.marks = typing.marks;
            context.like = typing.like ? &typing.like->columns[i] : nullptr;
            context.notes = &said[i];
            context.place = typing.place;
            RawColumn &column = raw.columns[positions[i]];
            const ColumnRule &rule = rule_for(*typing.columns, context.like ? context.like->name : column.name);
            table.columns[i] = type_column(std::move(column), rule, context);
        }
    });
    for (const std::vector<Message> &messages : said)
        notes.insert(notes.end(), messages.begin(), messages.end());
    progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {raw.name}), 1);
    return table;
}

} // namespace fairloom
