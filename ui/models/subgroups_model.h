#pragma once

#include "core/metrics/subgroup_search.h"

#include <QAbstractTableModel>

#include <vector>

namespace fairloom::ui {

/// "sex = Female and age 17 to 28"
QString inWords(const std::vector<Condition> &conditions);
/// A chance of 1 in 201 draws as people read it: "0.005", or "< 0.001".
QString chanceText(double p);

/// Subgroups that a search found, the most telling first.
class SubgroupsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Field { conditions, size, rate, gap, chance, field_count };
    static constexpr int SortRole = Qt::UserRole + 1;

    explicit SubgroupsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setSubgroups(std::vector<Subgroup> subgroups);
    const Subgroup &subgroup(int index) const { return subgroups_[static_cast<std::size_t>(index)]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(subgroups_.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : field_count; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Subgroup> subgroups_;
};

} // namespace fairloom::ui
