#pragma once

#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "ui/workers/found_columns.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fairloom::ui {

/// How the open file is read, and what a person changes about it. Every change is a step that can be undone; it says edited(), upon
/// which the file is to be read again under schemaToRead() and task(). The data set that comes of it is told by setDataset().
class SchemaModel final : public QObject {
    Q_OBJECT
public:
    explicit SchemaModel(QObject *parent = nullptr) : QObject(parent) {}

    /// What is open now. Another file than before forgets all steps.
    void setDataset(std::shared_ptr<const Dataset> data, const Task &task);
    void setTask(const Task &task) { state_.task = task; }
    void setFound(std::vector<FoundColumn> found);

    bool canEdit() const;                        ///< a file is open, not a built-in sample
    const Dataset *dataset() const { return data_.get(); }
    const Recipe &schema() const { return state_.schema; }
    const Task &task() const { return state_.task; }
    const ColumnRule &rule(const std::string &column) const;
    const FoundColumn *found(const std::string &column) const; ///< null until setFound()
    ColumnKind kindOf(const std::string &column) const;        ///< what the rule says, or what was found; of bins the numbers'
    Role roleOf(const std::string &column) const;              ///< in the task where that says something
    /// Categories as they are after merging, in the column's order.
    std::vector<std::string> values(const std::string &column) const;
    /// Names of the bins that the edges make.
    std::vector<std::string> binNames(const std::string &column, const std::vector<double> &edges) const;

    // --- changes
    void setKind(const std::string &column, ColumnKind kind);
    void setRole(const std::string &column, Role role);
    void setMissing(const std::string &column, std::vector<std::string> spellings);
    void setPolicy(const std::string &column, MissingPolicy policy);
    void setBins(const std::string &column, std::vector<double> edges);
    void setMerge(const std::string &column, std::map<std::string, std::string> merge);
    void setOrder(const std::string &column, std::vector<std::string> order);
    void setKeepValues(const std::string &column, std::size_t keep);
    void resetColumn(const std::string &column); ///< type and role as found, all other rules gone
    void setDialect(const DialectRule &dialect);
    void setSkipBadLines(bool skip);
    void setFilter(const std::string &name);
    void load(const Recipe &schema);             ///< a saved schema; its task counts where it has one
    void backToFound();                          ///< everything as the file itself says
    void undo();
    bool canUndo() const { return !steps_.empty(); }

    /// What to read the file with; nothing = what it says itself.
    std::optional<Recipe> schemaToRead() const;
    /// The schema of the table that is shown, with the task, for a file.
    Recipe schemaToSave() const;
    /// people.schema.json beside people.csv, people.csv.gz or the table "people" of an archive or a database.
    static QString fileBeside(const QString &source);

signals:
    void edited();  ///< by a change: read the file again
    void changed(); ///< something of what is above is other than before

private:
    struct State {
        Recipe schema;
        Task task;
        std::set<std::string> touched; ///< columns whose rule a person changed
        bool asFound = false;
    };
    void change(const std::function<void(State &)> &how);
    void changeRule(const std::string &column, const std::function<void(ColumnRule &)> &how);

    std::shared_ptr<const Dataset> data_;
    std::vector<FoundColumn> found_;
    State state_;
    std::vector<State> steps_;
};

} // namespace fairloom::ui
