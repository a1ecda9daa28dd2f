#include "core/data/readers/arff_reader.h"
#include "raw_table_support.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace fairloom;
using namespace fairloom::test;

namespace {

RawTable read(const QByteArray &text, bool skip_bad_lines = false)
{
    NoProgress progress;
    return read_arff({text.constData(), static_cast<std::size_t>(text.size())}, "t.arff", skip_bad_lines, progress, {});
}

const QByteArray header = "@relation r\n@attribute a numeric\n@attribute b {x, y}\n@attribute c string\n@data\n";

} // namespace

class TestArffReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void rows_data();
    void rows();
    void complains_data();
    void complains();
    void declarations();
    void bad_lines_are_counted();
    void stops();
    void speed();
};

void TestArffReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("types");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, QByteArray text, const char *names, const char *types, const char *rows) {
        QTest::newRow(name) << text << QString::fromUtf8(names) << QString::fromUtf8(types) << QString::fromUtf8(rows);
    };
    row("plain", header + "1,x,text\n2.50,y,more\n", "a|b|c", "NCT", "1|x|text;2.50|y|more;");
    row("no line end at the end", header + "1,x,t", "a|b|c", "NCT", "1|x|t;");
    row("CRLF", QByteArray(header + "1,x,t\n").replace("\n", "\r\n"), "a|b|c", "NCT", "1|x|t;");
    row("lone CR", QByteArray(header + "1,x,t\n").replace("\n", "\r"), "a|b|c", "NCT", "1|x|t;");
    row("capitals", "@RELATION r\n@ATTRIBUTE a REAL\n@Attribute b Integer\n@DATA\n1.5,2\n", "a|b", "NN", "1.5|2;");
    row("comments and blank lines", "% c\n\n  % d\n@relation r\n%\n@attribute a numeric % e\n@attribute b {x} % f\n\n@data % g\n% h\n1,x % i\n\n2,x\n",
        "a|b", "NC", "1|x;2|x;");
    row("no relation", "@attribute a numeric\n@data\n1\n", "a", "N", "1;");
    row("tabs", "@attribute\ta\tnumeric\n@attribute\tb\t{x,y}\n@data\n1,\tx\n", "a|b", "NC", "1|x;");
    row("quoted names", "@attribute 'a b' numeric\n@attribute \"c, d\" string\n@attribute 'e\\'f' {x}\n@data\n1,t,x\n", "a b|c, d|e'f", "NTC",
        "1|t|x;");
    row("brace at the name", "@attribute a{x,y}\n@data\ny\n", "a", "C", "y;");
    row("dates", "@attribute a date\n@attribute b DATE \"yyyy-MM-dd HH:mm\"\n@data\n2020-01-01T00:00:00,\"2020-01-01 10:00\"\n", "a|b", "DD",
        "2020-01-01T00:00:00|2020-01-01 10:00;");
    row("values over several lines", "@attribute a {x,\n  y, % c\n  'z w'}\n@data\nz w\n", "a", "C", "z w;");
    row("same name twice", "@attribute a numeric\n@attribute a numeric\n@data\n1,2\n", "a|a_2", "NN", "1|2;");
    row("name with a percent sign", "@attribute a% numeric\n@data\n1\n", "a%", "N", "1;");
    row("type without blanks behind", "@attribute a numeric  \n@data  \n1\n", "a", "N", "1;");
    row("UTF-8", "@attribute größe numeric\n@attribute 市 {東京}\n@data\n1,東京\n", "größe|市", "NC", "1|東京;");
}

void TestArffReader::reads()
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

void TestArffReader::rows_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, QByteArray lines, const char *rows) { QTest::newRow(name) << lines << QString::fromUtf8(rows); };
    row("missing", "?,?,?\n 1 , ? ,'?'\n", "?|?|?;1|?|?;");
    row("quotes", "1,'x',\"a, b\"\n2,\"y\",'say \"hi\"'\n", "1|x|a, b;2|y|say \"hi\";");
    row("escapes", "1,x,'it\\'s'\n2,x,\"a\\\"b\\\\c\"\n3,x,'l\\nm\\tn'\n4,x,'\\u00e9\\%'\n", "1|x|it's;2|x|a\"b\\c;3|x|l\nm\tn;4|x|é%;");
    row("doubled quotes", "1,x,'it''s'\n2,x,''\n", "1|x|it's;2|x|;");
    row("apostrophe inside a bare value", "1,x,O'Brien\n", "1|x|O'Brien;");
    row("bare value with blanks", "1,x,two words\n", "1|x|two words;");
    row("empty values", "1,x,\n,,\n", "1|x|;||;");
    row("percent sign in a value", "1,x,50%\n2,x,'a % b'\n", "1|x|50%;2|x|a % b;");
    row("values that the header does not know", "1,z,t\n4.00,4.00,t\nmany,x,t\n", "1|z|t;4.00|4.00|t;many|x|t;");
    row("blanks in place of commas", "1 x t\n2\ty\t'u, v'\n", "1|x|t;2|y|u, v;");
    row("weights", "1,x,t,{5}\n2,y,u, {0.5}\n", "1|x|t;2|y|u;");
    row("sparse", "{0 5, 1 y, 2 'a b'}\n{1 y}\n{}\n{ 2 \"q\" }\n{0 ?}\n", "5|y|a b;0|y|-;0|x|-;0|x|q;?|x|-;");
    row("sparse in any order, with a weight", "{2 t,0 1}, {3}\n", "1|x|t;");
    row("sparse with escapes", "{1 'y', 2 'it\\'s {1}'}\n{2 'b\\\\'}\n", "0|y|it's {1};0|x|b\\;");
}

void TestArffReader::rows()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, rows);
    QCOMPARE(spelled(read(header + lines)), rows);
}

void TestArffReader::complains_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, QByteArray text, const char *sentence) { QTest::newRow(name) << text << QString::fromUtf8(sentence); };
    row("empty", "", "t.arff: The file has no line @data. Write @data on a line before the first row.");
    row("no rows", header + "% c\n", "t.arff: The file has a header but no rows. Choose another file.");
    row("no attribute", "@relation r\n@data\n1\n", "t.arff, line 2: The file declares no attribute. Choose another file.");
    row("rows without @data", "@attribute a numeric\n1\n",
        "t.arff, line 2: The line belongs to no ARFF header. Write @data on a line before the first row.");
    row("relational", "@attribute a relational\n@data\n",
        "t.arff, line 1: The attribute a is relational: a table inside a cell. Save the table without it.");
    row("unknown type", "@attribute a complex\n@data\n",
        "t.arff, line 1: The attribute a has no type that ARFF knows. Write numeric, string, date or a list in braces.");
    row("no type", "@attribute a\n@data\n",
        "t.arff, line 1: The attribute a has no type that ARFF knows. Write numeric, string, date or a list in braces.");
    row("no closing brace", "@attribute a {x,y\n@attribute b numeric\n@data\n",
        "t.arff, line 2: The list of values has no closing brace. Write } behind its last value.");
    row("unclosed name", "@attribute 'a numeric\n@data\n",
        "t.arff, line 1: A quote is opened here and never closed. Close the quote, or put a backslash before it if it belongs to the text.");
    row("too few fields", header + "1,x,t\n1,x\n", "t.arff, line 7: 2 fields where the header has 3. Correct the line or remove it.");
    row("too many fields", header + "1,x,t,u\n", "t.arff, line 6: 4 fields where the header has 3. Correct the line or remove it.");
    row("blanks do not make up for commas", header + "1,two words\n", "t.arff, line 6: 2 fields where the header has 3. Correct the line or remove it.");
    row("unclosed quote", header + "1,x,'t\n",
        "t.arff, line 6: A quote is opened here and never closed. Close the quote, or put a backslash before it if it belongs to the text.");
    row("text behind a quote", header + "1,'x'y,t\n",
        "t.arff, line 6: There is text behind the closing quote of a field. Put a backslash before quotes that belong to the text.");
    const char *const sparse = "t.arff, line 6: A sparse row has to give columns by number from 0 to 2, each once, and their values. Correct the "
                               "line or remove it.";
    row("sparse, no such column", header + "{3 x}\n", sparse);
    row("sparse, twice", header + "{1 x, 1 y}\n", sparse);
    row("sparse, no number", header + "{a 1}\n", sparse);
    row("sparse, no value", header + "{1}\n", sparse);
    row("sparse, trailing comma and end", header + "{1 x,\n", sparse);
    row("sparse, no brace", header + "{1 x\n", "t.arff, line 6: The row has no closing brace. Correct the line or remove it.");
}

void TestArffReader::complains()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    QCOMPARE(fault_of([&] { read(text); }), sentence);
}

void TestArffReader::declarations()
{
    const RawTable table = read("@attribute a { low , 'very high',\"x,y\", it\\'s }\n@data\nlow\nother\n");
    QCOMPARE(table.name, std::string("t.arff"));
    const std::vector<std::string> values = {"low", "very high", "x,y", "it\\'s"};
    QCOMPARE(table.columns[0].declared_values, values);
    QCOMPARE(spelled(table), QString("low;other;"));
}

void TestArffReader::bad_lines_are_counted()
{
    const RawTable table = read(header + "1,x,t\n1,x\n1,x,'t\n{7 x}\n2,y,u\n1,2,3,4\n", true);
    QCOMPARE(spelled(table), QString("1|x|t;2|y|u;"));
    QCOMPARE(table.bad_lines, std::size_t{4});
    QCOMPARE(bad_lines(table), QString("7 (2/3) 8 (0/0) 9 (0/0) 11 (4/3)"));
    QCOMPARE(fault_of([] { read(header + "1\n", true); }), QString("t.arff: The file has a header but no rows. Choose another file."));
}

void TestArffReader::stops()
{
    QByteArray text = header;
    for (int i = 0; i < 100000; ++i)
        text += "1,x,t\n";
    std::stop_source source;
    struct StopsLater : Progress {
        std::stop_source *source = nullptr;
        void report(const Message &, double) override { source->request_stop(); }
    } progress;
    progress.source = &source;
    QVERIFY_THROWS_EXCEPTION(Cancelled, read_arff(text.toStdString(), "t.arff", false, progress, source.get_token()));
}

void TestArffReader::speed()
{
    QByteArray text = "@relation r\n";
    for (int c = 0; c < 50; ++c)
        text += "@attribute c" + QByteArray::number(c) + (c % 2 ? " numeric\n" : " {red, green, blue}\n");
    text += "@data\n";
    const char *const colours[] = {"red", "green", "blue"};
    for (int r = 0; r < 60000; ++r) {
        for (int c = 0; c < 50; ++c)
            text += (c > 0 ? "," : "") + (c % 2 ? QByteArray::number((r * 7 + c * 13) % 1000) : QByteArray(colours[(r + c) % 3]));
        text += '\n';
    }
    QElapsedTimer timer;
    timer.start();
    const RawTable table = read(text);
    const qint64 elapsed = timer.elapsed();
    QCOMPARE(table.rows(), std::size_t{60000});
    qInfo("60,000 x 50 in %lld ms", static_cast<long long>(elapsed));
    QVERIFY(elapsed < 5000); // half a second on the machine it was written on; ten times as long under sanitizers
}

QTEST_GUILESS_MAIN(TestArffReader)
#include "test_arff_reader.moc"
