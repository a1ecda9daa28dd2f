#include "core/data/problem.h"

#include "core/base/error.h"
#include "core/data/column_mapping.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/row_filter.h"
#include "core/data/split.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace fairloom {

namespace {


std::vector<std::string> task_columns(const Task &task)
{
    std::vector<std::string> names = task.sensitive;
    names.push_back(task.target);
    return names;
}

void check_task(const Table &table, const Task &task)
{
    if (task.sensitive.empty())
        throw InputError(FAIRLOOM_TEXT("No sensitive column is chosen"), table.name,
                         FAIRLOOM_TEXT("Choose at least one column that says which group a row belongs to"));
    if (task.target.empty())
        throw InputError(FAIRLOOM_TEXT("No target column is chosen"), table.name,
                         FAIRLOOM_TEXT("Choose the column that is to be predicted"));
    std::set<std::string> seen;
    for (const std::string &column : task.sensitive) {
        table.index_of(column);
        if (column == task.target)
            throw InputError(Message(FAIRLOOM_TEXT("Column %1 is both sensitive and the target"), {column}), table.name,
                             FAIRLOOM_TEXT("Choose different columns"));
        if (!seen.insert(column).second)
            throw InputError(Message(FAIRLOOM_TEXT("Sensitive column %1 is named twice"), {column}), table.name,
                             FAIRLOOM_TEXT("Name it once"));
    }
    table.index_of(task.target);
}

void set_roles(Table &table, const Task &task)
{
    const Role other = table.picture_column() ? Role::ignored : Role::feature; // a label is not generated for its own sake
    for (Column &column : table.columns) {
        if (column.name == task.target)
            column.role = Role::target;
        else if (is_one_of(column.name, task.sensitive))
            column.role = Role::sensitive;
        else if (column.role == Role::sensitive || column.role == Role::target)
            column.role = other;
    }
}

/// Rows without a target value can be neither learned from nor judged.
void leave_out_missing_targets(Table &table, const std::string &target, std::vector<Message> &warnings)
{
    const Column &column = table.columns[table.index_of(target)];
    if (column.missing_count() == 0)
        return;
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (!column.is_missing(row))
            kept.push_back(row);
    warnings.emplace_back(FAIRLOOM_TEXT("%1 rows of %2 have no value of %3 and are left out"),
                          std::vector{count_text(table.rows() - kept.size()), table.name, target});
    table = table.select_rows(kept);
}

/// Finds the group of a combination of sensitive values.
class GroupFinder {
public:
    /// All combinations that the rows have, with names.
    GroupFinder(const Table &table, const Task &task)
    {
        for (const std::string &name : task.sensitive)
            columns_.push_back(table.index_of(name));
        std::map<std::vector<std::int32_t>, Group> found;
        std::vector<std::int32_t> key(columns_.size());
        for (std::size_t row = 0; row < table.rows(); ++row) {
            read_key(table, row, key);
            if (!found.contains(key))
                found.emplace(key, describe(table, row));
        }
        std::vector<std::pair<std::vector<std::int32_t>, Group>> sorted(found.begin(), found.end());
        std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.second.name < b.second.name; });
        for (auto &[combination, group] : sorted) {
            index_[combination] = static_cast<std::int32_t>(groups_.size());
            groups_.push_back(std::move(group));
        }
    }

    const std::vector<Group> &groups() const { return groups_; }

    /// Per row; -1 for a combination that is no group. `table` has the same columns and codes.
    std::vector<std::int32_t> find(const Table &table) const
    {
        std::vector<std::int32_t> out(table.rows());
        std::vector<std::int32_t> key(columns_.size());
        for (std::size_t row = 0; row < out.size(); ++row) {
            read_key(table, row, key);
            const auto found = index_.find(key);
            out[row] = found == index_.end() ? -1 : found->second;
        }
        return out;
    }

private:
    void read_key(const Table &table, std::size_t row, std::vector<std::int32_t> &key) const
    {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            key[i] = table.columns[columns_[i]].codes[row];
    }

    Group describe(const Table &table, std::size_t row) const
    {
        Group group;
        for (const std::size_t c : columns_) {
            const Column &column = table.columns[c];
            const std::string value = column.text(row);
            const bool other_is_called_so =
                std::find(column.categories.begin(), column.categories.end(), "missing") != column.categories.end();
            group.name += group.name.empty() ? "" : " & ";
            group.name += column.is_missing(row) ? (other_is_called_so ? "(missing)" : "missing") : value;
            group.values.emplace_back(column.name, value);
        }
        return group;
    }

    std::vector<std::size_t> columns_;
    std::vector<Group> groups_;
    std::map<std::vector<std::int32_t>, std::int32_t> index_;
};

/// Codes of group and target together, for stratification.
std::vector<std::int32_t> strata(const Table &table, const Task &task)
{
    const GroupFinder finder(table, task);
    std::vector<std::int32_t> out = finder.find(table);
    const Column &target = table.columns[table.index_of(task.target)];
    const auto values = static_cast<std::int32_t>(target.categories.size());
    for (std::size_t row = 0; row < out.size(); ++row)
        out[row] = out[row] * values + target.codes[row];
    return out;
}

/// Gives the test column the training column's categories; values that are not among them become -1.
void adopt_categories(Column &test, const Column &train)
{
    std::vector<std::int32_t> renamed = category_mapping(test.categories, train.categories);
    if (test.missing_code >= 0)
        renamed[static_cast<std::size_t>(test.missing_code)] = train.missing_code;
    for (std::int32_t &code : test.codes)
        code = code < 0 ? -1 : renamed[static_cast<std::size_t>(code)];
    test.categories = train.categories;
    test.missing_code = train.missing_code;
}

void leave_out_unknown_rows(Problem &problem, Table &test, const GroupFinder &finder)
{
    const std::vector<std::int32_t> group = finder.find(test);
    const Column &target = test.columns[test.index_of(problem.task.target)];
    std::vector<std::size_t> kept;
    std::size_t no_group = 0, no_target = 0;
    for (std::size_t row = 0; row < test.rows(); ++row) {
        if (group[row] < 0)
            ++no_group;
        else if (target.codes[row] < 0)
            ++no_target;
        else
            kept.push_back(row);
    }
    if (no_group > 0)
        problem.warnings.emplace_back(FAIRLOOM_TEXT("%1 test rows belong to groups that the training rows do not have and are left out"),
                                      std::vector{count_text(no_group)});
    if (no_target > 0)
        problem.warnings.emplace_back(FAIRLOOM_TEXT("%1 test rows have a value of %2 that the training rows do not have and are left out"),
                                      std::vector{count_text(no_target), problem.task.target});
    if (kept.empty())
        throw InputError(FAIRLOOM_TEXT("No test row is left"), test.name,
                         FAIRLOOM_TEXT("Use more rows, or a test file with the same groups and target values"));
    if (kept.size() < test.rows())
        test = test.select_rows(kept);
}

LabelledTable labelled(Table table, const GroupFinder &finder, const Task &task, std::int32_t positive)
{
    LabelledTable out;
    out.group = finder.find(table);
    out.target = table.columns[table.index_of(task.target)].codes;
    out.label.resize(out.target.size());
    for (std::size_t row = 0; row < out.label.size(); ++row)
        out.label[row] = out.target[row] == positive;
    out.table = std::move(table);
    return out;
}

bool looks_adverse(const Task &task)
{
    const auto lower = [](const std::string &text) {
        std::string out;
        for (const char c : text)
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return out;
    };
    static const char *const bad[] = {"recid", "default", "arrest", "fraud", "crime", "offen", "delinquen", "reject",
                                      "dropout", "bankrupt", "churn", "denied", "violent", "death", "failure"};
    const auto names_harm = [](const std::string &text) {
        return std::any_of(std::begin(bad), std::end(bad), [&](const char *word) { return text.find(word) != std::string::npos; });
    };
    static const std::set<std::string> affirmative = {"1", "1.0", "yes", "y", "true", "t"};
    const std::string positive = lower(task.positive);
    return names_harm(lower(task.target)) ? affirmative.contains(positive) || names_harm(positive) : names_harm(positive);
}

void warn_about_groups(Problem &problem, std::size_t minimum_group)
{
    const auto count = [&](const LabelledTable &rows) {
        std::vector<std::size_t> counts(problem.groups.size());
        for (const std::int32_t group : rows.group)
            ++counts[static_cast<std::size_t>(group)];
        return counts;
    };
    const std::vector<std::size_t> train = count(problem.train), test = count(problem.test);
    for (const std::string &name : problem.task.sensitive) {
        const Column &column = problem.train.table.columns[problem.train.table.index_of(name)];
        if (const std::size_t missing = column.missing_count(); missing > 0)
            problem.warnings.emplace_back(FAIRLOOM_TEXT("%1 training rows have no value of %2 and form a group of their own"),
                                          std::vector{count_text(missing), name});
    }
    std::vector<std::string> small, untested;
    for (std::size_t g = 0; g < problem.groups.size(); ++g) {
        if (train[g] < minimum_group)
            small.push_back(problem.groups[g].name + " (" + std::to_string(train[g]) + ")");
        if (test[g] == 0)
            untested.push_back(problem.groups[g].name);
    }
    if (!small.empty())
        problem.warnings.emplace_back(FAIRLOOM_TEXT("Groups with fewer than %1 training rows, whose figures are unsure: %2"),
                                      std::vector{std::to_string(minimum_group), join_names(small)});
    if (!untested.empty())
        problem.warnings.emplace_back(FAIRLOOM_TEXT("Groups without test rows, which cannot be judged: %1"),
                                      std::vector{join_names(untested)});
}

/// The test rows with what is unbiased in place of what is not; nothing where the data have no such columns, or no row is left.
std::optional<LabelledTable> counterpart_rows(const Problem &problem, const std::vector<std::pair<std::string, std::string>> &counterparts,
                                              const GroupFinder &finder)
{
    if (counterparts.empty())
        return std::nullopt;
    Table table = problem.test.table;
    bool some = false;
    for (const auto &[name, unbiased] : counterparts) {
        const int to = table.find(name), from = table.find(unbiased);
        if (to < 0 || from < 0)
            continue;
        Column column = table.columns[static_cast<std::size_t>(from)];
        column.name = name;
        column.role = table.columns[static_cast<std::size_t>(to)].role;
        if (!column.pictures)
            adopt_categories(column, table.columns[static_cast<std::size_t>(to)]);
        table.columns[static_cast<std::size_t>(to)] = std::move(column);
        some = true;
    }
    if (!some)
        return std::nullopt;
    std::vector<std::size_t> kept;
    const std::vector<std::int32_t> group = finder.find(table);
    const Column &target = table.columns[table.index_of(problem.task.target)];
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (group[row] >= 0 && target.codes[row] >= 0)
            kept.push_back(row);
    if (kept.empty())
        return std::nullopt;
    if (kept.size() < table.rows())
        table = table.select_rows(kept);
    return labelled(std::move(table), finder, problem.task, problem.positive);
}

void choose_columns(Problem &problem)
{
    const Table &table = problem.train.table;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const Role role = table.columns[c].role;
        if (role == Role::feature)
            problem.features.push_back(c);
        if (role == Role::feature || role == Role::sensitive || role == Role::target)
            problem.generated.push_back(c);
    }
    if (const Column *const pictures = table.picture_column())
        for (const std::size_t c : problem.features)
            if (&table.columns[c] != pictures)
                throw InputError(Message(FAIRLOOM_TEXT("%1 is a feature beside the pictures, and an image set has no other"), {table.columns[c].name}), table.name,
                                 FAIRLOOM_TEXT("Give it the role ignored"));
    if (problem.features.empty())
        throw InputError(FAIRLOOM_TEXT("No feature is left"), table.name,
                         FAIRLOOM_TEXT("Give at least one column besides target and sensitive ones the role feature"));
}

} // namespace

Problem make_problem(const Dataset &data, const Task &task, std::uint64_t seed, std::size_t minimum_group, double test_share)
{
    check_task(data.table, task);
    Problem problem;
    problem.task = task;
    Table train = data.table;
    std::optional<Table> test = data.test;
    for (const std::string &name : task_columns(task)) {
        const std::size_t c = train.index_of(name);
        numbers_to_categories(train.columns[c], test ? &test->columns[c] : nullptr, train.name);
    }
    set_roles(train, task);
    leave_out_missing_targets(train, task.target, problem.warnings);
    if (train.rows() == 0)
        throw InputError(Message(FAIRLOOM_TEXT("No row has a value of %1"), {task.target}), train.name,
                         FAIRLOOM_TEXT("Choose another target"));
    if (test) {
        set_roles(*test, task);
        leave_out_missing_targets(*test, task.target, problem.warnings);
    } else {
        const Split split = stratified_split(strata(train, task), test_share, seed);
        test = train.select_rows(split.second);
        train = train.select_rows(split.first);
        problem.test_was_split_off = true;
    }
    // Only what the training rows have is known: dictionaries of the task's columns are cut down to that.
    for (const std::string &name : task_columns(task)) {
        const std::size_t c = train.index_of(name);
        drop_unused_categories(train.columns[c]);
        adopt_categories(test->columns[c], train.columns[c]);
    }
    const Column &target = train.columns[train.index_of(task.target)];
    problem.target_values = target.categories;
    if (problem.target_values.size() < 2)
        throw InputError(Message(FAIRLOOM_TEXT("The target %1 has only one value, %2"),
                                 {task.target, join_names(problem.target_values)}),
                         train.name, FAIRLOOM_TEXT("Choose a target with at least two values"));
    const auto positive = std::find(target.categories.begin(), target.categories.end(), task.positive);
    if (positive == target.categories.end()) {
        const std::string nearest = nearest_name(task.positive, target.categories);
        throw InputError(Message(FAIRLOOM_TEXT("The target %1 has no value \"%2\""), {task.target, task.positive}), train.name,
                         nearest.empty() ? Message(FAIRLOOM_TEXT("Its values are %1"), {join_names(target.categories)})
                                         : Message(FAIRLOOM_TEXT("Did you mean %1? Its values are %2"),
                                                   {nearest, join_names(target.categories)}));
    }
    problem.positive = static_cast<std::int32_t>(positive - target.categories.begin());

    const GroupFinder finder(train, task);
    problem.groups = finder.groups();
    if (problem.groups.size() < 2)
        throw InputError(Message(FAIRLOOM_TEXT("There is only one group, %1"), {problem.groups.front().name}),
                         train.name + ", " + join_names(task.sensitive),
                         FAIRLOOM_TEXT("Choose a sensitive column with at least two values"));
    leave_out_unknown_rows(problem, *test, finder);
    problem.train = labelled(std::move(train), finder, task, problem.positive);
    problem.test = labelled(std::move(*test), finder, task, problem.positive);
    problem.counterpart_test = counterpart_rows(problem, data.counterparts, finder);
    choose_columns(problem);
    warn_about_groups(problem, minimum_group);
    if (looks_adverse(task))
        problem.warnings.emplace_back(FAIRLOOM_TEXT("The positive label %1 = %2 looks like the unfavourable outcome. Ratios "
                                                    "differ between the two: choose the favourable one"),
                                      std::vector{task.target, task.positive});
    return problem;
}

LabelledTable select_rows(const LabelledTable &rows, const std::vector<std::size_t> &which)
{
    LabelledTable out;
    out.table = rows.table.select_rows(which);
    for (const std::size_t row : which) {
        out.group.push_back(rows.group[row]);
        out.target.push_back(rows.target[row]);
        out.label.push_back(rows.label[row]);
    }
    return out;
}

LabelledTable label_table(const Problem &problem, Table table)
{
    const Table &known = problem.train.table;
    const auto is_needed = [](const Column &like) {
        return like.role == Role::feature || like.role == Role::sensitive || like.role == Role::target;
    };
    for (const Column &like : known.columns) // all of them before the first is moved away
        if (is_needed(like))
            table.index_of(like.name);
    Table mapped;
    mapped.name = table.name;
    for (const Column &like : known.columns) {
        const bool needed = is_needed(like);
        const int found = table.find(like.name);
        if (found < 0)
            continue;
        Column column = map_column(std::move(table.columns[static_cast<std::size_t>(found)]), like, needed, table.name);
        if (like.role == Role::sensitive || like.role == Role::target)
            refuse_new_values(column, like, table.name);
        mapped.columns.push_back(std::move(column));
    }
    if (mapped.rows() == 0)
        throw InputError(FAIRLOOM_TEXT("The table has no rows"), table.name, FAIRLOOM_TEXT("Choose another table"));
    const GroupFinder own(mapped, problem.task);
    std::map<std::string, std::int32_t> numbers;
    for (std::size_t g = 0; g < problem.groups.size(); ++g)
        numbers[problem.groups[g].name] = static_cast<std::int32_t>(g);
    LabelledTable out = labelled(std::move(mapped), own, problem.task, problem.positive);
    std::vector<std::int32_t> renamed;
    for (const Group &group : own.groups()) {
        const auto found = numbers.find(group.name);
        renamed.push_back(found == numbers.end() ? -1 : found->second);
    }
    for (std::size_t row = 0; row < out.rows(); ++row) {
        const std::int32_t group = renamed[static_cast<std::size_t>(out.group[row])];
        if (group < 0)
            throw InputError(Message(FAIRLOOM_TEXT("The training rows have no group %1"),
                                     {own.groups()[static_cast<std::size_t>(out.group[row])].name}),
                             table.name + ", row " + std::to_string(row + 1),
                             FAIRLOOM_TEXT("Correct or remove such rows"));
        out.group[row] = group;
    }
    return out;
}

} // namespace fairloom
