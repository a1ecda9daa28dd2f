#include "core/data/readers/json_lines_reader.h"
#include "raw_table_support.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace fairloom;
using namespace fairloom::test;

namespace {

RawTable read(const QByteArray &text, bool skip_bad_lines = false)
{
    NoProgress progress;
    return read_json_lines({text.constData(), static_cast<std::size_t>(text.size())}, "t.jsonl", skip_bad_lines, progress, {});
}

} // namespace

class TestJsonLinesReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void complains_data();
    void complains();
    void bad_lines_are_counted();
    void stops();
    void speed();
};

void TestJsonLinesReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("types");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, QByteArray text, const char *names, const char *types, const char *rows) {
        QTest::newRow(name) << text << QString::fromUtf8(names) << QString::fromUtf8(types) << QString::fromUtf8(rows);
    };
    row("lines", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n", "a|b", "NT", "1|x;2|y;");
    row("no line end at the end, CRLF, blank lines", "\r\n{\"a\":1}\r\n \r\n{\"a\":2}", "a", "N", "1;2;");
    row("array", "[{\"a\":1,\"b\":\"x\"},\n {\"a\":2,\"b\":\"y\"}]\n", "a|b", "NT", "1|x;2|y;");
    row("array over many lines", "[\n  {\n    \"a\": 1,\n    \"b\": \"]}\\\"\"\n  }\n  ,\n  {\n    \"a\": 2\n  }\n]\n", "a|b", "NT", "1|]}\";2|-;");
    row("array on one line", "[{\"a\":1},{\"a\":2}]", "a", "N", "1;2;");
    row("objects over several lines", "{\n \"a\": 1\n}\n{\n \"a\": 2\n} {\"a\": 3}\n", "a", "N", "1;2;3;");
    row("keys in another order", "{\"a\":1,\"b\":2}\n{\"b\":3,\"a\":4}\n", "a|b", "NN", "1|2;4|3;");
    row("keys come and go", "{\"a\":1}\n{\"b\":2}\n{\"c\":3,\"a\":4}\n{}\n", "a|b|c", "NNN", "1|-|-;-|2|-;4|-|3;-|-|-;");
    row("null", "{\"a\":null,\"b\":1}\n{\"a\":\"x\",\"b\":null}\n", "a|b", "TN", "-|1;x|-;");
    row("nothing but null", "{\"a\":null}\n{\"a\":null}\n", "a", "-", "-;-;");
    row("truth values", "{\"a\":true}\n{\"a\":false}\n", "a", "C", "true;false;");
    row("mixed kinds", "{\"a\":1}\n{\"a\":\"x\"}\n", "a", "-", "1;x;");
    row("spelling of numbers", "{\"a\":4.00,\"b\":1E5,\"c\":123456789012345678901234567890,\"d\":-7,\"e\":18446744073709551615,\"f\":0.1}\n",
        "a|b|c|d|e|f", "NNNNNN", "4.00|1E5|123456789012345678901234567890|-7|18446744073709551615|0.1;");
    row("Python's NaN", "{\"a\":NaN,\"b\":\"NaN\",\"c\":1}\n{\"a\":-Infinity,\"b\":\"-\",\"c\":Infinity}\n", "a|b|c", "-TN", "-|NaN|1;-|-|-;");
    row("objects inside", "{\"a\":{\"b\":1,\"c\":{\"d\":\"x\"}},\"e\":2}\n{\"a\":{\"c\":{\"d\":\"y\"}},\"e\":3}\n", "a.b|a.c.d|e", "NTN", "1|x|2;-|y|3;");
    row("empty object inside", "{\"a\":{},\"b\":1}\n", "b", "N", "1;");
    row("arrays inside", "{\"a\":[1, 2.50, \"x\\\"\\n\\u0001\", null, true, {\"b\": [], \"c\": {}}], \"d\": 1}\n", "a|d", "-N",
        "[1,2.50,\"x\\\"\\n\\u0001\",null,true,{\"b\":[],\"c\":{}}]|1;");
    row("escapes", "{\"a\\u00e9\":\"x\\ty\\ud83d\\ude00\"}\n", "aé", "T", "x\ty😀;");
    row("empty key", "{\"\":1,\"b\":2}\n", "column_1|b", "NN", "1|2;");
    row("lines that are arrays", "[1,\"x\",null]\n[2.0,\"y\",true]\n", "column_1|column_2|column_3", "NTC", "1|x|-;2.0|y|true;");
    row("one line that is an array", "[1,2,3]\n", "column_1|column_2|column_3", "NNN", "1|2|3;");
    row("array of arrays", "[[1,\"x\"],[2,\"y\"]]", "column_1|column_2", "NT", "1|x;2|y;");
    row("lines of arrays that begin with one", "[[1],\"x\"]\n[[2],\"y\"]\n", "column_1|column_2", "-T", "[1]|x;[2]|y;");
    row("object in a line that is an array", "[1,{\"a\":2}]\n[3,{\"a\":4}]\n", "column_1|column_2.a", "NN", "1|2;3|4;");
}

void TestJsonLinesReader::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, header);
    QFETCH(QString, types);
    QFETCH(QString, rows);
    const RawTable table = read(text);
    QCOMPARE(names(table), header);
    QCOMPARE(declared(table), types);
    QCOMPARE(spelled(table), rows);
}

void TestJsonLinesReader::complains_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, QByteArray text, const char *sentence) { QTest::newRow(name) << text << QString::fromUtf8(sentence); };
    row("empty", "", "t.jsonl: The file has no rows. Choose another file.");
    row("empty array", " [ ] \n", "t.jsonl: The file has no rows. Choose another file.");
    row("empty objects", "{}\n{}\n", "t.jsonl: The file has no rows. Choose another file.");
    row("half a line", "{\"a\":1}\n{\"a\":\n{\"a\":2}\n", "t.jsonl, line 2: This is not valid JSON. Correct the line or remove it.");
    row("last line cut off", "{\"a\":1}\n{\"a\":2", "t.jsonl, line 2: This is not valid JSON. Correct the line or remove it.");
    row("first line with an open quote", "{\"a\":\"x}\n{\"a\":\"y\"}\n", "t.jsonl, line 1: This is not valid JSON. Correct the line or remove it.");
    row("comma at the end", "{\"a\":1,}\n", "t.jsonl, line 1: This is not valid JSON. Correct the line or remove it.");
    row("two on a line", "{\"a\":1} {\"a\":2}\n", "t.jsonl, line 1: This is not valid JSON. Correct the line or remove it.");
    row("a number", "{\"a\":1}\n5\n", "t.jsonl, line 2: A row has to be an object or an array. Correct the line or remove it.");
    row("a key twice", "{\"a\":1}\n{\"a\":1,\"a\":2}\n", "t.jsonl, line 2: The key a occurs twice in one row. Correct the line or remove it.");
    row("a key twice in two ways", "{\"a.b\":1,\"a\":{\"b\":2}}\n", "t.jsonl, line 1: The key a.b occurs twice in one row. Correct the line or remove it.");
    row("ragged arrays", "[1,2]\n[1,2,3]\n", "t.jsonl, line 2: 3 fields where the first line has 2. Correct the line or remove it.");
    row("mistake inside an array", "[\n{\"a\":1},\n{\"a\":\n  x}\n]\n", "t.jsonl, line 4: This is not valid JSON. Correct the line or remove it.");
    row("number in an array of rows", "[{\"a\":1},\n 5]\n", "t.jsonl, line 2: A row has to be an object or an array. Correct the line or remove it.");
    const char *const endless = "A value or the table itself has no end from here on. Complete it, or fetch the file again.";
    row("array cut off in a value", "[{\"a\":1},\n{\"a\":2", qPrintable(QString("t.jsonl, line 2: ") + endless));
    row("array cut off behind a value", "[{\"a\":1}\n", qPrintable(QString("t.jsonl, line 2: ") + endless));
    row("array cut off behind a comma", "[{\"a\":1},\n", qPrintable(QString("t.jsonl, line 2: ") + endless));
    const char *const stray = "Something stands between two values that does not belong there. Correct the line or remove it.";
    row("no comma", "[{\"a\":1}\n{\"a\":2}]", qPrintable(QString("t.jsonl, line 2: ") + stray));
    row("comma before the end", "[{\"a\":1},\n]", qPrintable(QString("t.jsonl, line 2: ") + stray));
}

void TestJsonLinesReader::complains()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    QCOMPARE(fault_of([&] { read(text); }), sentence);
}

void TestJsonLinesReader::bad_lines_are_counted()
{
    // A column that only a bad row has does not exist, and a row is added with all of its cells or none.
    const RawTable table = read("{\"a\":1,\"b\":2}\n{\"a\":1,\"new\":1,\"a\":2}\nnonsense\n{\"b\":4,\"a\":3}\n[1]\n{\"a\":5,\"c\":6}\n", true);
    QCOMPARE(names(table), QString("a|b|column_1|c"));
    QCOMPARE(spelled(table), QString("1|2|-|-;3|4|-|-;-|-|1|-;5|-|-|6;"));
    QCOMPARE(table.bad_lines, std::size_t{2});
    QCOMPARE(bad_lines(table), QString("2 (0/0) 3 (0/0)"));

    QCOMPARE(bad_lines(read("[1,2]\n[1]\n[3,4]\n", true)), QString("2 (1/2)"));
    const RawTable array = read("[{\"a\":1},\n{\"a\":x},\n{\"a\":3}]", true);
    QCOMPARE(spelled(array), QString("1;3;"));
    QCOMPARE(bad_lines(array), QString("2 (0/0)"));
}

void TestJsonLinesReader::stops()
{
    QByteArray text;
    for (int i = 0; i < 20000; ++i)
        text += "{\"a\":1}\n";
    std::stop_source source;
    struct StopsLater : Progress {
        std::stop_source *source = nullptr;
        void report(const Message &, double) override { source->request_stop(); }
    } progress;
    progress.source = &source;
    QVERIFY_THROWS_EXCEPTION(Cancelled, read_json_lines(text.toStdString(), "t.jsonl", false, progress, source.get_token()));
}

void TestJsonLinesReader::speed()
{
    QByteArray text;
    for (int r = 0; r < 30000; ++r) {
        text += "{";
        for (int c = 0; c < 14; ++c)
            text += (c > 0 ? ", " : "") + QByteArray("\"column") + QByteArray::number(c) + "\": " +
                    (c % 2 ? QByteArray::number((r * 7 + c) % 90) : "\"value " + QByteArray::number((r + c) % 7) + "\"");
        text += "}\n";
    }
    QElapsedTimer timer;
    timer.start();
    const RawTable table = read(text);
    const qint64 elapsed = timer.elapsed();
    QCOMPARE(table.rows(), std::size_t{30000});
    qInfo("%.1f MB in %lld ms", static_cast<double>(text.size()) / 1e6, static_cast<long long>(elapsed));
    QVERIFY(elapsed < 5000);
}

QTEST_GUILESS_MAIN(TestJsonLinesReader)
#include "test_json_lines_reader.moc"
