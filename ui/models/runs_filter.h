#pragma once

#include <QSortFilterProxyModel>
#include <QString>
#include <QStringList>

#include <optional>

namespace fairloom::ui {

/// The runs that have all the words that are searched for, and belong to the study that is chosen; sorted by a column, or as the project has them.
class RunsFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RunsFilter(QObject *parent = nullptr);

    /// Words in any order, anywhere in name, data, loss, method, tags, note and study; case does not count.
    void setSearch(const QString &words);
    /// Nothing: all runs; an empty name: those that belong to none.
    void setStudy(const std::optional<QString> &study);
    bool isFiltering() const { return !words_.isEmpty() || study_; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList words_;
    std::optional<QString> study_;
};

} // namespace fairloom::ui
