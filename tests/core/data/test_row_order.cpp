#include "core/data/row_order.h"
#include "data_support.h"

#include <QtTest>

using namespace fairloom;
using namespace fairloom::test;

class TestRowOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sorts_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QList<qulonglong>>("order");
        QTest::newRow("numbers") << 0 << false << QList<qulonglong>{3, 0, 4, 1, 2};
        QTest::newRow("numbers, descending; missing last all the same") << 0 << true << QList<qulonglong>{1, 0, 4, 3, 2};
        QTest::newRow("texts") << 1 << false << QList<qulonglong>{2, 0, 3, 1, 4};
        QTest::newRow("texts, descending") << 1 << true << QList<qulonglong>{1, 0, 3, 2, 4};
        QTest::newRow("ordered categories") << 2 << false << QList<qulonglong>{1, 4, 0, 3, 2};
    }
    void sorts()
    {
        QFETCH(int, column);
        QFETCH(bool, descending);
        QFETCH(QList<qulonglong>, order);
        CsvOptions options;
        options.columns["size"].kind = ColumnKind::ordered;
        options.columns["size"].order = {"small", "middle", "large"};
        const Table table = parse("n,town,size\n9,Lund,middle\n10,Malmö,small\n?,Borås,large\n-1,Lund,middle\n9,,small\n", options);
        QList<qulonglong> found;
        for (const std::size_t row : sorted_rows(table, static_cast<std::size_t>(column), descending, {}, {}))
            found << row;
        QCOMPARE(found, order);
    }

    void someRows()
    {
        const Table table = parse("n\n3\n1\n2\n0\n");
        QCOMPARE(sorted_rows(table, 0, false, std::vector<std::size_t>{0, 2, 1}, {}), (std::vector<std::size_t>{1, 2, 0}));
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        const Table table = parse("n\n3\n1\n");
        QVERIFY_EXCEPTION_THROWN(sorted_rows(table, 0, false, {}, source.get_token()), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestRowOrder)
#include "test_row_order.moc"
