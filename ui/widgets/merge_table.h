#pragma once

#include <QString>
#include <QWidget>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace fairloom::ui {

/// The values of a column, how many rows have each, and what it becomes: several values that become the same are one category
/// afterwards. The last row stands for all values that are not named.
class MergeTable final : public QWidget {
    Q_OBJECT
public:
    explicit MergeTable(QWidget *parent = nullptr);

    using Values = std::vector<std::pair<std::string, std::size_t>>;
    /// `merge` as in a ColumnRule; "*" is every other value. `different`: how many values there are in all.
    void setValues(const Values &values, const std::map<std::string, std::string> &merge, std::size_t different);
    std::map<std::string, std::string> merge() const;

signals:
    void mergeEdited();

private:
    void groupSelected();
    void showOthers();

    QTableWidget *table_;
    QLineEdit *name_;
    QPushButton *group_;
    QLabel *rest_;
    std::map<std::string, std::string> unseen_; ///< of values that the file has not, or not among the most frequent
    bool filling_ = false;
};

} // namespace fairloom::ui
