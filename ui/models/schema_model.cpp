#include "ui/models/schema_model.h"

#include "core/data/readers/file_contents.h"
#include "core/data/readers/table_typing.h"
#include "core/data/sample_source.h"
#include "core/data/value_bins.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_steps = 100;

/// Whether other lines or fields than before become the table, so that nothing known about its columns holds.
bool cutsDifferently(const DialectRule &a, const DialectRule &b)
{
    return a.separator != b.separator || a.quote != b.quote || a.escape != b.escape || a.header != b.header
           || a.comment_prefix != b.comment_prefix || a.preamble_lines != b.preamble_lines || a.encoding != b.encoding;
}

/// What was changed is changed in the test file's dialect too; where that differs otherwise, it goes on to.
void passOn(const DialectRule &before, const DialectRule &after, DialectRule &test)
{
    for_each_part([&](auto member) {
        if (before.*member != after.*member)
            test.*member = after.*member;
    });
}

bool isNumeric(ColumnKind kind)
{
    return kind == ColumnKind::number || kind == ColumnKind::integer;
}

} // namespace

void SchemaModel::setDataset(std::shared_ptr<const Dataset> data, const Task &task)
{
    const bool other = !data_ || !data || data->source != data_->source || data->test_source != data_->test_source;
    if (other) {
        steps_.clear();
        state_.touched.clear();
        found_.clear();
    }
    data_ = std::move(data);
    state_.schema = data_ ? data_->schema : Recipe();
    state_.task = task;
    state_.asFound = false;
    emit changed();
}

void SchemaModel::setFound(std::vector<FoundColumn> found)
{
    found_ = std::move(found);
    emit changed();
}

bool SchemaModel::canEdit() const
{
    return data_ && !is_sample_source(data_->source);
}

const ColumnRule &SchemaModel::rule(const std::string &column) const
{
    return rule_for(state_.schema.columns, column);
}

const FoundColumn *SchemaModel::found(const std::string &column) const
{
    const auto at = std::find_if(found_.begin(), found_.end(), [&](const FoundColumn &one) { return one.name == column; });
    return at == found_.end() ? nullptr : &*at;
}

ColumnKind SchemaModel::kindOf(const std::string &column) const
{
    const ColumnRule &of = rule(column);
    const FoundColumn *const was = found(column);
    if (!of.bins.empty())
        return was && isNumeric(was->kind) ? was->kind : ColumnKind::number;
    if (of.kind)
        return *of.kind;
    const int index = data_ ? data_->table.find(column) : -1;
    return index >= 0 ? data_->table.columns[std::size_t(index)].meaning() : was ? was->kind : ColumnKind::category;
}

Role SchemaModel::roleOf(const std::string &column) const
{
    const Task &task = state_.task;
    if (std::find(task.sensitive.begin(), task.sensitive.end(), column) != task.sensitive.end())
        return Role::sensitive;
    if (column == task.target)
        return Role::target;
    const Role role = rule(column).role.value_or(Role::feature);
    return role == Role::sensitive || role == Role::target ? Role::feature : role;
}

std::vector<std::string> SchemaModel::values(const std::string &column) const
{
    std::vector<std::string> out;
    const int index = data_ ? data_->table.find(column) : -1;
    if (index < 0)
        return out;
    const Column &of = data_->table.columns[std::size_t(index)];
    for (std::size_t i = 0; i < of.categories.size(); ++i)
        if (std::int32_t(i) != of.missing_code)
            out.push_back(of.categories[i]);
    return out;
}

std::vector<std::string> SchemaModel::binNames(const std::string &column, const std::vector<double> &edges) const
{
    if (edges.empty())
        return {};
    Column like;
    like.type = ColumnType::number;
    like.kind = ColumnKind::number;
    if (const FoundColumn *const was = found(column))
        like.marks = was->marks;
    return bin_names(like, edges);
}

// --- changes

void SchemaModel::change(const std::function<void(State &)> &how)
{
    if (!canEdit())
        return;
    State next = state_;
    next.asFound = false;
    how(next);
    if (next.schema == state_.schema && next.task == state_.task && next.asFound == state_.asFound)
        return;
    steps_.push_back(std::exchange(state_, std::move(next)));
    if (steps_.size() > most_steps)
        steps_.erase(steps_.begin());
    emit changed();
    emit edited();
}

void SchemaModel::changeRule(const std::string &column, const std::function<void(ColumnRule &)> &how)
{
    change([&](State &state) {
        ColumnRule of = rule(column);
        how(of);
        if (of == rule(column))
            return;
        state.schema.columns[column] = std::move(of);
        state.touched.insert(column);
    });
}

void SchemaModel::setKind(const std::string &column, ColumnKind kind)
{
    changeRule(column, [&](ColumnRule &of) {
        of.kind = kind;
        if (!isNumeric(kind))
            of.bins.clear();
        if (storage_of(kind) == ColumnType::number && of.bins.empty())
            of.merge.clear(); // new values are texts
        if (kind != ColumnKind::ordered && of.bins.empty())
            of.order.clear();
        if (kind == ColumnKind::identifier)
            of.role = Role::identifier;
        else if (kind == ColumnKind::text)
            of.role = Role::ignored;
    });
}

void SchemaModel::setRole(const std::string &column, Role role)
{
    change([&](State &state) {
        ColumnRule of = rule(column);
        of.role = role;
        state.schema.columns[column] = std::move(of);
        state.touched.insert(column);
        Task &task = state.task;
        std::erase(task.sensitive, column);
        if (task.target == column)
            task.target.clear(), task.positive.clear();
        if (role == Role::sensitive)
            task.sensitive.push_back(column);
        if (role == Role::target) {
            task.target = column;
            task.positive.clear();
        }
    });
}

void SchemaModel::setMissing(const std::string &column, std::vector<std::string> spellings)
{
    const FoundColumn *const was = found(column);
    const bool touched = state_.touched.contains(column);
    changeRule(column, [&](ColumnRule &of) {
        of.missing = std::move(spellings);
        // what made a category of numbers may have been the codes for missing values
        if (!touched && of.kind == ColumnKind::category && of.bins.empty() && of.merge.empty() && was && was->kind == ColumnKind::category)
            of.kind.reset();
    });
}

void SchemaModel::setPolicy(const std::string &column, MissingPolicy policy)
{
    changeRule(column, [&](ColumnRule &of) { of.on_missing = policy; });
}

void SchemaModel::setBins(const std::string &column, std::vector<double> edges)
{
    const ColumnKind kind = kindOf(column);
    changeRule(column, [&](ColumnRule &of) {
        if (of.bins == edges)
            return;
        of.merge.clear(); // they name values or bins that are no more
        of.bins = std::move(edges);
        of.kind = of.bins.empty() && !isNumeric(kind) ? std::optional<ColumnKind>() : kind;
    });
}

void SchemaModel::setMerge(const std::string &column, std::map<std::string, std::string> merge)
{
    const ColumnKind kind = kindOf(column);
    changeRule(column, [&](ColumnRule &of) {
        if (of.bins.empty() && !merge.empty() && storage_of(kind) == ColumnType::number)
            of.kind = ColumnKind::category;
        of.merge = std::move(merge);
        of.order.clear();
    });
}

void SchemaModel::setOrder(const std::string &column, std::vector<std::string> order)
{
    changeRule(column, [&](ColumnRule &of) { of.order = std::move(order); });
}

void SchemaModel::setKeepValues(const std::string &column, std::size_t keep)
{
    changeRule(column, [&](ColumnRule &of) { of.keep_values = keep; });
}

void SchemaModel::resetColumn(const std::string &column)
{
    const FoundColumn *const was = found(column);
    changeRule(column, [&](ColumnRule &of) {
        ColumnRule fresh;
        fresh.strip_suffix = of.strip_suffix; // belongs to the file
        if (was) {
            fresh.kind = was->kind;
            fresh.role = was->role;
        }
        of = std::move(fresh);
    });
}

void SchemaModel::setDialect(const DialectRule &dialect)
{
    change([&](State &state) {
        if (dialect == state.schema.dialect)
            return;
        if (cutsDifferently(dialect, state.schema.dialect)) {
            state.schema.columns.clear();
            state.schema.column_names.clear();
            state.touched.clear();
        } else {
            for (auto &[name, of] : state.schema.columns)
                if (!state.touched.contains(name) && of.kind && of.kind != ColumnKind::identifier && of.kind != ColumnKind::text)
                    of.kind.reset(); // "1,5" may be a number now
        }
        if (state.schema.test_dialect)
            passOn(state.schema.dialect, dialect, *state.schema.test_dialect);
        state.schema.dialect = dialect;
    });
}

void SchemaModel::setSkipBadLines(bool skip)
{
    change([&](State &state) { state.schema.skip_bad_lines = skip; });
}

void SchemaModel::setFilter(const std::string &name)
{
    change([&](State &state) { state.schema.filter = name; });
}

void SchemaModel::load(const Recipe &schema)
{
    change([&](State &state) {
        state.schema = schema;
        state.touched.clear();
        for (const auto &[name, of] : schema.columns)
            state.touched.insert(name);
        if (!schema.sensitive.empty())
            state.task.sensitive = schema.sensitive;
        if (!schema.target.empty()) {
            state.task.target = schema.target;
            state.task.positive = schema.positive;
        }
    });
}

void SchemaModel::backToFound()
{
    change([](State &state) {
        state.asFound = true;
        state.touched.clear();
    });
}

void SchemaModel::undo()
{
    if (steps_.empty())
        return;
    state_ = std::move(steps_.back());
    steps_.pop_back();
    emit changed();
    emit edited();
}

// --- reading and saving

std::optional<Recipe> SchemaModel::schemaToRead() const
{
    return state_.asFound ? std::nullopt : std::optional(state_.schema);
}

Recipe SchemaModel::schemaToSave() const
{
    Recipe out = data_ ? data_->schema : Recipe();
    out.sensitive = state_.task.sensitive;
    out.target = state_.task.target;
    out.positive = state_.task.positive;
    return out;
}

QString SchemaModel::fileBeside(const QString &source)
{
    const PathAndPart path = split_part(source.toStdString());
    const QFileInfo file(QString::fromStdString(path.file.string()));
    QFileInfo named(path.part.empty() ? file.fileName() : QFileInfo(QString::fromStdString(path.part)).fileName());
    if (QStringList{QStringLiteral("gz"), QStringLiteral("zst"), QStringLiteral("xz"), QStringLiteral("bz2"), QStringLiteral("zip")}.contains(named.suffix()))
        named = QFileInfo(named.completeBaseName());
    const QString name = named.suffix().isEmpty() ? named.fileName() : named.completeBaseName();
    return QDir(file.path()).filePath(name + QStringLiteral(".schema.json"));
}

} // namespace fairloom::ui
