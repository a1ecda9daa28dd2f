#include "ui/views/rows/text_rows.h"

#include "core/data/row_order.h"
#include "ui/models/table_model.h"
#include "ui/widgets/rows_view.h"

#include <QHeaderView>
#include <QShortcut>
#include <QVBoxLayout>

namespace fairloom::ui {

TextRows::TextRows(QWidget *parent)
    : RowsPanel(parent), view_(new RowsView), model_(new TableModel(this)),
      sorting_([this](std::vector<std::size_t> &rows) { model_->setRows(std::move(rows)); })
{
    view_->setObjectName(QStringLiteral("rowsView"));
    view_->setAccessibleName(tr("Rows of the data"));
    view_->setModel(model_);
    view_->setToolTip(tr("Click a column's header to sort by it, or press Alt+Down and Alt+Up in the column"));
    view_->horizontalHeader()->setSectionsClickable(true);
    view_->horizontalHeader()->setSortIndicatorShown(true);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view_);

    connect(view_->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &TextRows::sort);
    for (const auto &[keys, order] : {std::pair(Qt::ALT | Qt::Key_Down, Qt::AscendingOrder), std::pair(Qt::ALT | Qt::Key_Up, Qt::DescendingOrder)}) {
        auto *shortcut = new QShortcut(keys, view_, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, order = order] {
            if (view_->currentIndex().isValid())
                view_->horizontalHeader()->setSortIndicator(view_->currentIndex().column(), order);
        });
    }
}

QAbstractItemView *TextRows::view() const
{
    return view_;
}

void TextRows::offerSaving()
{
    connect(view_, &RowsView::saveRequested, this, &RowsPanel::saveRequested);
}

void TextRows::setTable(std::shared_ptr<const Table> table)
{
    table_ = std::move(table);
    model_->setTable(table_);
    view_->fitColumns();
    setRows({});
}

void TextRows::setRows(std::optional<std::vector<std::size_t>> rows)
{
    sorting_.discard();
    among_ = rows;
    const bool all = !rows;
    model_->setRows(std::move(rows));
    if (all)
        view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    else
        sort(view_->horizontalHeader()->sortIndicatorSection(), view_->horizontalHeader()->sortIndicatorOrder());
}

void TextRows::sort(int section, Qt::SortOrder order)
{
    sorting_.discard();
    if (!table_ || section < 0 || section >= model_->columnCount())
        return;
    sorting_.start([table = table_, column = model_->tableColumn(section), order, among = among_](const std::stop_token &stop) {
        return sorted_rows(*table, column, order == Qt::DescendingOrder, among, stop);
    });
}

} // namespace fairloom::ui
