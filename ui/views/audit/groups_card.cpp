#include "ui/views/audit/groups_card.h"

#include "ui/models/audit_guide.h"
#include "ui/models/groups_model.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/rows_view.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr int groups_in_sight = 14; ///< of more groups the table scrolls

}

GroupsCard::GroupsCard(QComboBox *sourceBox, QWidget *parent)
    : AuditCard(tr("Groups"), parent), shared_(sourceBox), source_(new QComboBox), columns_(new ChipGroup({})),
      part_(new ChipGroup({tr("rates"), tr("against the reference")})), model_(new GroupsModel(this)), table_(new RowsView)
{
    columns_->setObjectName(QStringLiteral("groupColumns"));
    columns_->setAccessibleName(tr("Sensitive columns"));
    columns_->setToolTip(tr("Groups of all sensitive columns together, or of one alone"));
    part_->setObjectName(QStringLiteral("groupPart"));
    part_->setAccessibleName(tr("What the table of groups shows"));
    source_->setObjectName(QStringLiteral("groupSource"));
    source_->setAccessibleName(tr("Source whose groups are shown"));
    source_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    source_->setModel(sourceBox->model());
    for (QWidget *tool : {static_cast<QWidget *>(columns_), static_cast<QWidget *>(part_), static_cast<QWidget *>(source_)})
        card()->tools()->addWidget(tool);

    table_->setObjectName(QStringLiteral("groupTable"));
    table_->setAccessibleName(tr("Groups"));
    table_->setModel(model_);
    setUpFigureTable(table_, 1);
    table_->setSelectionBehavior(QAbstractItemView::SelectItems);
    card()->body()->addWidget(table_);
    showPart();

    connect(sourceBox, &QComboBox::currentIndexChanged, source_, &QComboBox::setCurrentIndex);
    connect(source_, &QComboBox::currentIndexChanged, sourceBox, &QComboBox::setCurrentIndex);
    connect(source_, &QComboBox::currentIndexChanged, this, &GroupsCard::showGroups);
    connect(columns_, &ChipGroup::currentChanged, this, &GroupsCard::showGroups);
    connect(part_, &ChipGroup::currentChanged, this, &GroupsCard::showPart);
    connect(table_, &QTableView::clicked, this, &GroupsCard::explain);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &GroupsCard::explain);
    new WheelGuard(this);
    clear();
}

void GroupsCard::clear()
{
    shown_ = {};
    model_->setGroups(nullptr, {}, {}, {});
    for (QWidget *tool : {static_cast<QWidget *>(columns_), static_cast<QWidget *>(part_), static_cast<QWidget *>(source_)})
        tool->hide();
    card()->setRemark({});
    card()->setFinding({});
}

void GroupsCard::showResult(const AuditShown &shown)
{
    shown_ = shown;
    part_->show();
    source_->show();
    {
        const QSignalBlocker quiet(source_); // it follows the model's rows, not their choice
        source_->setCurrentIndex(shared_->currentIndex());
    }
    offerColumns();
    showGroups();
}

void GroupsCard::offerColumns()
{
    std::vector<std::string> names{std::string()};
    for (const auto &[name, source] : shown_.result->sources)
        if (const ClassifierResult *judged = AuditFigures::classifier(*shown_.result, name, shown_.choice)) {
            for (const ColumnFairness &column : judged->by_column)
                names.push_back(column.column);
            break;
        }
    columns_->setVisible(names.size() > 1);
    if (names == columnNames_)
        return;
    columnNames_ = names;
    QStringList labels;
    for (const std::string &name : names)
        labels << (name.empty() ? tr("all together") : toQString(name));
    const QSignalBlocker quiet(columns_);
    columns_->setLabels(labels);
    columns_->setCurrent(0);
}

void GroupsCard::showGroups()
{
    if (!shown_.result)
        return;
    const std::string source = source_->currentData().toString().toStdString();
    const std::size_t column = std::size_t(std::max(0, columns_->current()));
    {
        const QSignalBlocker quiet(table_->selectionModel()); // a reset is no choice of a reader
        model_->setGroups(shown_.result, source, shown_.choice, column < columnNames_.size() ? columnNames_[column] : std::string());
    }
    const Fairness *fairness = model_->fairness();
    if (!fairness) {
        card()->setRemark({});
        card()->setFinding({});
        card()->setEmpty(tr("The %1 was not judged with this protocol and classifier in this run.").arg(AuditFigures::sourceLabel(source)));
        return;
    }
    card()->setFilled();
    fitHeight(table_);
    table_->setFixedHeight(std::min(table_->height(), table_->horizontalHeader()->sizeHint().height() + groups_in_sight * table_->verticalHeader()->defaultSectionSize()));
    card()->setRemark(tr("threshold %1").arg(number(fairness->threshold, 2)));
    card()->setFinding(finding());
    for (int row = 0; row < model_->rowCount(); ++row)
        if (fairness->groups[std::size_t(row)].group.name == explainedGroup_ && explainedColumn_ >= 0) {
            const QSignalBlocker quiet(table_->selectionModel());
            table_->setCurrentIndex(model_->index(row, explainedColumn_));
        }
}

void GroupsCard::showPart()
{
    const auto part = GroupsModel::Part(std::max(0, part_->current()));
    for (int column = GroupsModel::n; column < GroupsModel::column_count; ++column)
        table_->setColumnHidden(column, !GroupsModel::isIn(column, part));
}

/// The widest gap to the reference group, and groups that are too small to say much about.
QString GroupsCard::finding() const
{
    const Fairness &fairness = *model_->fairness();
    const GroupRates *farthest = nullptr;
    std::size_t small = 0;
    for (const GroupRates &rates : fairness.groups) {
        small += rates.small;
        if (rates.against && rates.against->selection_difference
            && (!farthest || std::abs(*rates.against->selection_difference.value) > std::abs(*farthest->against->selection_difference.value)))
            farthest = &rates;
    }
    QStringList sentences;
    if (farthest) {
        const Metric &gap = farthest->against->selection_difference;
        const double points = 100 * *gap.value;
        QString sentence = points < 0 ? tr("“%1” is selected %2 percentage points less often than “%3”")
                                      : tr("“%1” is selected %2 percentage points more often than “%3”");
        sentence = sentence.arg(toQString(farthest->group.name), number(std::abs(points), 1), toQString(fairness.groups[fairness.reference].group.name));
        if (gap.interval)
            sentence += tr(" (difference %1 to %2 points)").arg(AuditGuide::signedNumber(100 * gap.interval->low, 1),
                                                               AuditGuide::signedNumber(100 * gap.interval->high, 1));
        sentences << sentence + u'.';
    }
    if (small > 0)
        sentences << tr("%1 of %2 groups have fewer than %3 rows (⚠): their rates say little.")
                         .arg(small)
                         .arg(fairness.groups.size())
                         .arg(FairnessOptions().minimum_rows);
    return sentences.join(u' ');
}

void GroupsCard::explain(const QModelIndex &index)
{
    if (!index.isValid() || !model_->fairness())
        return;
    explainedGroup_ = model_->fairness()->groups[std::size_t(index.row())].group.name;
    explainedColumn_ = index.column();
    emit explanationChosen();
}

QString GroupsCard::explanation() const
{
    const Fairness *fairness = model_->fairness();
    if (!fairness || explainedColumn_ < 0)
        return {};
    for (int row = 0; row < model_->rowCount(); ++row)
        if (fairness->groups[std::size_t(row)].group.name == explainedGroup_)
            return model_->explanation(model_->index(row, explainedColumn_));
    return {};
}

} // namespace fairloom::ui
