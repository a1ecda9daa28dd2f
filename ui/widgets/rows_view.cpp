#include "ui/widgets/rows_view.h"

#include "ui/style/theme.h"
#include "ui/widgets/chart_menu.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMenu>
#include <QLocale>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace fairloom::ui {

namespace {

constexpr int row_height = 26, sampled_rows = 40, most_copied_rows = 100'000;

QString csvCell(QString text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n'))
        && !text.contains(QLatin1Char('\r')))
        return text;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

RowsView::RowsView(QWidget *parent) : QTableView(parent)
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    // one fixed height: nothing is measured row by row
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(row_height);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    verticalHeader()->setHighlightSections(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(40);
    setCornerButtonEnabled(false);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void RowsView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    fitColumns();
}

void RowsView::fitColumns(int most)
{
    if (!model())
        return;
    const QFontMetrics metrics(Theme::instance().body());
    for (int column = 0; column < model()->columnCount(); ++column) {
        int width = metrics.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < std::min(sampled_rows, model()->rowCount()); ++row)
            width = std::max(width, metrics.horizontalAdvance(model()->index(row, column).data().toString()));
        setColumnWidth(column, std::clamp(width + 20, 44, most));
    }
}

QString RowsView::selectionAsText() const
{
    if (!model())
        return {};
    QList<int> rows, columns;
    if (!selectionModel() || !selectionModel()->hasSelection()) {
        rows.resize(model()->rowCount());
        columns.resize(model()->columnCount());
        std::iota(rows.begin(), rows.end(), 0);
        std::iota(columns.begin(), columns.end(), 0);
        return rowsAsText(rows, columns);
    }
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
        for (int column = range.left(); column <= range.right(); ++column)
            columns << column;
    }
    for (QList<int> *list : {&rows, &columns}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return rowsAsText(rows, columns);
}

QString RowsView::rowsAsText(const QList<int> &rows, const QList<int> &columns) const
{
    QString out;
    const auto line = [&](auto &&cell) {
        for (int i = 0; i < columns.size(); ++i)
            out += (i > 0 ? QStringLiteral("\t") : QString()) + cell(columns[i]);
        out += QLatin1Char('\n');
    };
    line([&](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        line([&](int column) { return model()->index(row, column).data().toString(); });
    return out;
}

QString RowsView::allAsCsv() const
{
    if (!model())
        return {};
    QList<int> columns;
    for (int column = 0; column < model()->columnCount(); ++column)
        if (!isColumnHidden(column) && (model()->rowCount() == 0 || model()->index(0, column).data().isValid()))
            columns << column;
    QString out;
    const auto line = [&](auto &&cell) {
        for (int i = 0; i < columns.size(); ++i)
            out += (i > 0 ? QStringLiteral(",") : QString()) + csvCell(cell(columns[i]));
        out += QStringLiteral("\r\n");
    };
    line([&](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (int row = 0; row < model()->rowCount(); ++row)
        line([&](int column) { return model()->index(row, column).data().toString(); });
    return out;
}

void RowsView::save()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&RowsView::saveRequested)))
        emit saveRequested();
    else
        saveTextAs(this, tr("Save as CSV"), (accessibleName().isEmpty() ? tr("table") : accessibleName()) + QStringLiteral(".csv"), allAsCsv());
}

void RowsView::copySelection()
{
    qsizetype rows = 0;
    if (selectionModel())
        for (const QItemSelectionRange &range : selectionModel()->selection())
            rows += range.height();
    if (rows == 0)
        rows = model() ? model()->rowCount() : 0;
    if (rows > most_copied_rows) {
        QToolTip::showText(viewport()->mapToGlobal(QPoint(8, 8)),
                           tr("At most %1 rows can be copied at once. Save them as CSV instead.").arg(QLocale().toString(most_copied_rows)), this);
        return;
    }
    QGuiApplication::clipboard()->setText(selectionAsText());
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

void RowsView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy rows"), this, &RowsView::copySelection);
    copy->setEnabled(selectionModel() && selectionModel()->hasSelection());
    QAction *saving = menu->addAction(tr("Save as CSV…"), this, &RowsView::save);
    saving->setEnabled(model() && model()->rowCount() > 0);
    menu->popup(event->globalPos());
}

} // namespace fairloom::ui
