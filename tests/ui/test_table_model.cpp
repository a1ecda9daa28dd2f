#include "ui/models/columns_model.h"
#include "ui/models/table_model.h"
#include "ui/widgets/rows_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cmath>

using namespace fairloom;
using namespace fairloom::ui;

namespace {

std::shared_ptr<const Table> people(std::size_t rows)
{
    auto table = std::make_shared<Table>();
    Column age, job;
    age.name = "age";
    age.type = ColumnType::number;
    age.missing_spelling = "?";
    job.name = "job";
    job.categories = {"nurse", "?", "smith, black"};
    job.missing_code = 1;
    job.missing_spelling = "?";
    for (std::size_t i = 0; i < rows; ++i) {
        age.numbers.push_back(i % 5 == 4 ? std::nan("") : double(20 + i % 50));
        job.codes.push_back(std::int32_t(i % 3));
    }
    table->columns = {age, job};
    return table;
}

} // namespace

class TestTableModel : public QObject {
    Q_OBJECT
private slots:
    void keepsTheModelsRules();
    void showsCellsAsSpelled();
    void showsChosenColumns();
    void columnsHaveRolesAndCounts();
    void selectionIsText();
    void contextMenuSaves();
    void aMillionRowsScroll();
};

void TestTableModel::keepsTheModelsRules()
{
    TableModel rows;
    QAbstractItemModelTester rowsTester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setTable(people(7));
    rows.setTable(people(3), {1});
    rows.setTable(nullptr);
    QCOMPARE(rows.rowCount(), 0);
    QCOMPARE(rows.columnCount(), 0);
    ColumnsModel columns;
    QAbstractItemModelTester columnsTester(&columns, QAbstractItemModelTester::FailureReportingMode::QtTest);
    columns.setTable(people(7));
    columns.setTable(nullptr);
    QCOMPARE(columns.rowCount(), 0);
}

void TestTableModel::showsCellsAsSpelled()
{
    TableModel model;
    model.setTable(people(10));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.index(2, 0).data().toString(), "22");
    QCOMPARE(model.index(4, 0).data().toString(), "?");
    QCOMPARE(model.index(2, 1).data().toString(), "smith, black");
    QVERIFY(model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
    QVERIFY(model.index(4, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(!model.index(3, 0).data(Qt::ForegroundRole).isValid());
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), "age");
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), "1");
}

void TestTableModel::showsChosenColumns()
{
    TableModel model;
    model.setTable(people(3), {1, 0});
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), "job");
    QCOMPARE(model.index(0, 1).data().toString(), "20");
    QCOMPARE(model.tableColumn(0), std::size_t(1));
}

void TestTableModel::columnsHaveRolesAndCounts()
{
    const auto table = people(10);
    ColumnsModel model;
    model.setTable(table);
    Task task;
    task.sensitive = {"job"};
    task.target = "age";
    model.setTask(task);
    QCOMPARE(model.roleOf(1), Role::sensitive);
    QCOMPARE(model.roleOf(0), Role::target);
    QCOMPARE(model.index(0, ColumnsModel::missing).data().toString(), ""); // not known yet
    model.setSketches(sketch_columns(*table, {}));
    QCOMPARE(model.index(0, ColumnsModel::missing).data().toString(), "2");
    QCOMPARE(model.index(1, ColumnsModel::missing).data().toString(), "3");
    const auto heights = model.index(1, ColumnsModel::values).data(ColumnsModel::HistogramRole).value<QList<double>>();
    QCOMPARE(heights.size(), 3);
    QCOMPARE(heights[0], 1.0);
    QCOMPARE(heights[1], 0.75);
    QCOMPARE(heights[2], 0.75);
}

void TestTableModel::selectionIsText()
{
    TableModel model;
    model.setTable(people(5));
    RowsView view;
    view.setModel(&model);
    view.selectionModel()->select(QItemSelection(model.index(1, 0), model.index(2, 1)), QItemSelectionModel::Select);
    QCOMPARE(view.selectionAsText(), QString("age\tjob\n21\t?\n22\tsmith, black\n"));
    QVERIFY2(view.allAsCsv().startsWith("age,job\r\n") && view.allAsCsv().contains("\r\n22,\"smith, black\"\r\n"), qPrintable(view.allAsCsv()));
    QCOMPARE(view.allAsCsv().count("\r\n"), 6); // all rows, whatever is selected
    view.setColumnHidden(0, true);
    QVERIFY(view.allAsCsv().startsWith("job\r\n"));
}

void TestTableModel::contextMenuSaves()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("people.csv");
    TableModel model;
    model.setTable(people(5));
    RowsView view;
    view.setModel(&model);
    const auto choose = [&view] {
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(view.viewport(), &event);
        auto *menu = view.findChild<QMenu *>();
        QVERIFY(menu);
        QAction *save = menu->actions().last();
        QVERIFY(save->isEnabled());
        menu->close();
        save->trigger();
    };
    QTimer answer;
    connect(&answer, &QTimer::timeout, this, [&] {
        if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
            answer.stop();
            dialog->findChild<QLineEdit *>()->setText(file);
            static_cast<QDialog *>(dialog)->accept();
        }
    });
    answer.start(20);
    choose();
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(saved.readAll()), view.allAsCsv());

    // Whoever asks for it saves in its own way.
    QSignalSpy asked(&view, &RowsView::saveRequested);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    choose();
    QCOMPARE(asked.count(), 1);
}

void TestTableModel::aMillionRowsScroll()
{
    TableModel model;
    model.setTable(people(1'000'000));
    RowsView view;
    view.resize(600, 400);
    QElapsedTimer timer;
    timer.start();
    view.setModel(&model);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.grab();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    qint64 slowest = 0;
    for (int step = 1; step <= 20; ++step) {
        timer.restart();
        view.verticalScrollBar()->setValue(int(qint64(view.verticalScrollBar()->maximum()) * step / 20));
        view.grab();
        slowest = std::max(slowest, timer.elapsed());
    }
    qInfo("slowest scroll step: %lld ms", static_cast<long long>(slowest));
    QVERIFY2(slowest < 100, qPrintable(QString::number(slowest)));
    QCOMPARE(view.rowAt(view.viewport()->height() - 5), 999'999);
}

QTEST_MAIN(TestTableModel)
#include "test_table_model.moc"
