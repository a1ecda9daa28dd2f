#include "ui/widgets/merge_table.h"

#include "ui/style/theme.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

enum Field { value, rows, becomes };
constexpr int merge_row_height = 24, least_rows = 3, most_rows = 7;

} // namespace

MergeTable::MergeTable(QWidget *parent)
    : QWidget(parent), table_(new QTableWidget(0, 3)), name_(new QLineEdit), group_(new QPushButton(tr("Group selected"))), rest_(new QLabel)
{
    table_->setObjectName(QStringLiteral("mergeTable"));
    table_->setAccessibleName(tr("Values and what they become"));
    table_->setToolTip(tr("Type what a value becomes; the same text for several values makes them one category."));
    table_->setHorizontalHeaderLabels({tr("Value"), tr("Rows"), tr("Becomes")});
    table_->horizontalHeaderItem(rows)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const int field : {value, becomes})
        table_->horizontalHeaderItem(field)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(value, QHeaderView::Stretch);
    table_->horizontalHeader()->setSectionResizeMode(rows, QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(becomes, QHeaderView::Stretch);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(merge_row_height);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->setShowGrid(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setTabKeyNavigation(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);

    name_->setObjectName(QStringLiteral("groupName"));
    name_->setAccessibleName(tr("Name for the selected values"));
    name_->setPlaceholderText(tr("New name for the selected values"));
    group_->setObjectName(QStringLiteral("groupButton"));
    group_->setAutoDefault(false);
    rest_->setProperty("look", "muted");
    rest_->setWordWrap(true);
    rest_->hide();

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space);
    line->addWidget(name_, 1);
    line->addWidget(group_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addWidget(table_);
    layout->addWidget(rest_);
    layout->addLayout(line);

    connect(table_, &QTableWidget::itemChanged, this, [this] {
        if (!filling_)
            emit mergeEdited();
    });
    connect(group_, &QPushButton::clicked, this, &MergeTable::groupSelected);
    connect(name_, &QLineEdit::returnPressed, this, &MergeTable::groupSelected);
    const auto enable = [this] { group_->setEnabled(!name_->text().trimmed().isEmpty() && !table_->selectionModel()->selectedRows().isEmpty()); };
    connect(name_, &QLineEdit::textChanged, this, enable);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    connect(&Theme::instance(), &Theme::changed, this, &MergeTable::showOthers);
    enable();
}

void MergeTable::setValues(const Values &values, const std::map<std::string, std::string> &merge, std::size_t different)
{
    filling_ = true;
    unseen_ = merge;
    unseen_.erase("*");
    const int scrolled = table_->currentRow();
    table_->setRowCount(int(values.size()) + 1);
    const auto put = [&](int row, int field, const QString &text, bool editable) {
        auto *item = new QTableWidgetItem(text);
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | (editable ? Qt::ItemIsEditable : Qt::NoItemFlags));
        if (field == rows)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        table_->setItem(row, field, item);
    };
    const auto new_name = [&](const std::string &of) {
        const auto found = merge.find(of);
        return found == merge.end() ? QString() : toQString(found->second);
    };
    for (int row = 0; row < int(values.size()); ++row) {
        const auto &[text, count_of] = values[std::size_t(row)];
        put(row, value, toQString(text), false);
        table_->item(row, value)->setData(Qt::UserRole, toQString(text));
        put(row, rows, count_of > 0 ? count(count_of) : QString(), false);
        put(row, becomes, new_name(text), true);
        unseen_.erase(text);
    }
    const int last = int(values.size());
    put(last, value, tr("all others"), false);
    put(last, rows, {}, false);
    put(last, becomes, new_name("*"), true);
    table_->item(last, value)->setToolTip(tr("Every value that is not named above becomes this; leave it empty to keep them."));
    if (scrolled >= 0 && scrolled <= last)
        table_->setCurrentCell(scrolled, becomes, QItemSelectionModel::NoUpdate);
    const int shown = std::clamp(last + 1, least_rows, most_rows);
    table_->setFixedHeight(shown * merge_row_height + table_->horizontalHeader()->sizeHint().height() + 2);
    rest_->setVisible(different > values.size());
    rest_->setText(tr("The %1 most frequent of %2 values.").arg(count(values.size()), count(different)));
    filling_ = false;
    showOthers();
}

std::map<std::string, std::string> MergeTable::merge() const
{
    std::map<std::string, std::string> out = unseen_;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const QString text = table_->item(row, becomes)->text().trimmed();
        if (text.isEmpty())
            continue;
        const bool others = row == table_->rowCount() - 1;
        out[others ? std::string("*") : table_->item(row, value)->data(Qt::UserRole).toString().toStdString()] = text.toStdString();
    }
    return out;
}

void MergeTable::groupSelected()
{
    const QString name = name_->text().trimmed();
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (name.isEmpty() || selected.isEmpty())
        return;
    filling_ = true;
    for (const QModelIndex &index : selected)
        table_->item(index.row(), becomes)->setText(name);
    filling_ = false;
    name_->clear();
    table_->clearSelection();
    emit mergeEdited();
}

void MergeTable::showOthers()
{
    if (table_->rowCount() == 0)
        return;
    filling_ = true;
    table_->item(table_->rowCount() - 1, value)->setForeground(Theme::instance().muted());
    for (int row = 0; row < table_->rowCount(); ++row)
        table_->item(row, rows)->setForeground(Theme::instance().muted());
    filling_ = false;
}

} // namespace fairloom::ui
