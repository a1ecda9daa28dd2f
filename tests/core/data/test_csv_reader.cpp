#include "core/data/csv_reader.h"
#include "core/data/csv_writer.h"
#include "data_support.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <sstream>

using namespace fairloom;
using namespace fairloom::test;

class TestCsvReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void complains_data();
    void complains();
    void complains_about_files();
    void types_data();
    void types();
    void missing_values();
    void headerless_with_names();
    void own_files_with_a_headerless_recipe();
    void column_rules();
    void test_file_like_training();
    void test_file_complaints();
    void latin_1();
    void long_quoted_texts();
    void stops();
    void writes_what_it_read_data();
    void writes_what_it_read();
    void defuses_formulas();
    void writer_complaints();
};

void TestCsvReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, QByteArray text, const char *header, const char *rows) {
        QTest::newRow(name) << text << QString::fromUtf8(header) << QString::fromUtf8(rows);
    };
    row("plain", "a,b\n1,x\n2,y\n", "a|b", "1|x;2|y;");
    row("no line end at the end", "a,b\n1,x\n2,y", "a|b", "1|x;2|y;");
    row("CRLF", "a,b\r\n1,x\r\n2,y\r\n", "a|b", "1|x;2|y;");
    row("lone CR", "a,b\r1,x\r2,y\r", "a|b", "1|x;2|y;");
    row("byte-order mark", "\xef\xbb\xbf" "a,b\n1,x\n2,y\n", "a|b", "1|x;2|y;");
    row("blank lines", "\n\na,b\n\n1,x\n   \n2,y\n\n\n", "a|b", "1|x;2|y;");
    row("blanks around fields", "a , b\n 1,  x  \n2 ,\ty\t\n", "a|b", "1|x;2|y;");
    row("blanks inside fields stay", "a,b\n1,x y\n2,y  z\n", "a|b", "1|x y;2|y  z;");
    row("semicolons", "a;b\n1;x,y\n2;z\n", "a|b", "1|x,y;2|z;");
    row("tabs", "a\tb\n1\tx\n2\ty\n", "a|b", "1|x;2|y;");
    row("bars", "a|b|c\n1|x|3\n2|y|4\n", "a|b|c", "1|x|3;2|y|4;");
    row("empty tab fields", "a\tb\tc\n\t\t1\n2\t\t3\n", "a|b|c", "||1;2||3;");
    row("quoted separators", "a,b\n1,\"x,y\"\n2,\"z\"\n", "a|b", "1|x,y;2|z;");
    row("quoted line ends", "a,b\n1,\"x\ny\"\n2,z\n", "a|b", "1|x\ny;2|z;");
    row("doubled quotes", "a,b\n1,\"say \"\"hi\"\"\"\n2,\"\"\"\"\n", "a|b", "1|say \"hi\";2|\";");
    row("quoted blanks stay", "a,b\n1,\" x \"\n2,y\n", "a|b", "1| x ;2|y;");
    row("blanks around quotes", "a,b\n1, \"x,z\" \n2,y\n", "a|b", "1|x,z;2|y;");
    row("quote inside an unquoted field", "a,b\n1,5\" pipe\n2,y\n", "a|b", "1|5\" pipe;2|y;");
    row("quoted header", "\"a,1\",\"b\"\n1,x\n2,y\n", "a,1|b", "1|x;2|y;");
    row("quoted numbers are numbers", "a,b\n\"1\",\"x\"\n\"2\",\"y\"\n", "a|b", "1|x;2|y;");
    row("same name twice", "a,a,b,a\n1,2,x,3\n4,5,y,6\n", "a|a_2|b|a_3", "1|2|x|3;4|5|y|6;");
    row("_2 is taken", "a,a,a_2\n1,2,3\n4,5,6\n", "a|a_3|a_2", "1|2|3;4|5|6;");
    row("empty name", ",b\n1,x\n2,y\n", "column_1|b", "1|x;2|y;");
    row("one column", "a\n1\n2\n", "a", "1;2;");
    row("one column with an empty value", "a\n1\n\"\"\n3\n", "a", "1;;3;");
    row("no header: numbers in the first line", "1,x\n2,y\n", "column_1|column_2", "1|x;2|y;");
    row("no header: a value comes back", "x,y\nz,y\nx,w\n", "column_1|column_2", "x|y;z|y;x|w;");
    row("header above texts", "name,town\nA,X\nB,Y\nC,X\n", "name|town", "A|X;B|Y;C|X;");
    row("trailing empty fields", "a,b,c\n1,,\n2,,\n", "a|b|c", "1||;2||;");
    row("UTF-8", "größe,stadt\n1,Malmö\n2,東京\n", "größe|stadt", "1|Malmö;2|東京;");
    row("negative and large", "a,b\n-5,123456789012345\n-0.5,-1\n", "a|b", "-5|123456789012345;-0.5|-1;");
    row("rows with names of their own", "a,b\nr1,1,x\nr2,2,y\n", "column_1|a|b", "r1|1|x;r2|2|y;");
    row("header only in quotes over several lines", "\"a\nb\",c\n1,x\n2,y\n", "a\nb|c", "1|x;2|y;");
}

void TestCsvReader::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, header);
    QFETCH(QString, rows);
    const Table table = parse(text.toStdString());
    QCOMPARE(names(table), header);
    QCOMPARE(spelled(table), rows);
}

void TestCsvReader::complains_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << QByteArray("") << "t.csv: The file is empty. Choose another file.";
    QTest::newRow("byte-order mark only") << QByteArray("\xef\xbb\xbf") << "t.csv: The file is empty. Choose another file.";
    QTest::newRow("blank lines only") << QByteArray("\n \n\r\n") << "t.csv: The file has no rows. Choose another file.";
    QTest::newRow("too few fields") << QByteArray("a,b,c\n1,2,3\n1,2\n")
                                    << "t.csv, line 3: 2 fields where the header has 3. Correct the line or remove it.";
    QTest::newRow("too many fields") << QByteArray("a,b\n1,2\n\n1,2,3\n")
                                     << "t.csv, line 4: 3 fields where the header has 2. Correct the line or remove it.";
    QTest::newRow("line numbers count quoted line ends")
        << QByteArray("a,b\n1,\"x\n\ny\"\n2\n") << "t.csv, line 5: 1 fields where the header has 2. Correct the line or remove it.";
    QTest::newRow("line numbers with CRLF")
        << QByteArray("a,b\r\n1,x\r\n2\r\n") << "t.csv, line 3: 1 fields where the header has 2. Correct the line or remove it.";
    QTest::newRow("ragged without header")
        << QByteArray("1,2\n3,4,5\n3,4\n") << "t.csv, line 2: 3 fields where the first line has 2. Correct the line or remove it.";
    QTest::newRow("unclosed quote") << QByteArray("a,b\n1,x\n2,\"y\n3,z\n")
                                    << "t.csv, line 3: A quote is opened here and never closed. Close the quote, or double it if "
                                       "it belongs to the text.";
    QTest::newRow("text behind a quote") << QByteArray("a,b\n1,\"x\"y\n")
                                         << "t.csv, line 2: There is text behind the closing quote of a field. Double quotes that "
                                            "belong to the text.";
}

void TestCsvReader::complains()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    QCOMPARE(complaint([&] { parse(text.toStdString()); }), sentence);
}

void TestCsvReader::complains_about_files()
{
    QTemporaryDir folder;
    NoProgress progress;
    const auto read = [&](const QString &file) {
        return complaint([&] { read_table_file(file.toStdString(), {}, nullptr, progress, {}); });
    };
    QCOMPARE(read("/no/such/file.csv"), QString("/no/such/file.csv: There is no such file. Check its name and folder."));
    QCOMPARE(read(folder.path()), folder.path() + ": This is a folder, not a file. Name a file inside it.");
    CsvOptions options;
    options.dialect.header = true;
    QCOMPARE(complaint([&] { parse("a,b\n", options); }), QString("t.csv: The file has a header but no rows. Choose another file."));
    options.dialect.header.reset(); // found out by itself
    QCOMPARE(complaint([&] { parse("a,b\n", options); }), QString("t.csv: The file has a header but no rows. Choose another file."));
}

void TestCsvReader::types_data()
{
    QTest::addColumn<QByteArray>("values"); ///< of one column, line by line
    QTest::addColumn<bool>("number");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QByteArray>("spelled");
    const auto row = [](const char *name, QByteArray values, bool number, int decimals, QByteArray text) {
        QTest::newRow(name) << values << number << decimals << text;
    };
    row("integers", "1\n-2\n30\n", true, 0, "1\n-2\n30\n");
    row("fixed decimals", "4.00\n1.25\n-0.50\n", true, 2, "4.00\n1.25\n-0.50\n");
    row("shortest decimals", "4\n1.25\n0.5\n", true, 2, "4\n1.25\n0.5\n");
    row("tenths", "0.1\n0.2\n0.3\n", true, 1, "0.1\n0.2\n0.3\n");
    row("exponents", "1e5\n2.5e3\n1\n", true, 0, "100000\n2500\n1\n");
    row("small exponents", "1.5e-3\n1\n2\n", true, 4, "0.0015\n1\n2\n");
    row("plus signs", "+5\n-5\n5\n", true, 0, "5\n-5\n5\n");
    row("large values", "123456789012345\n-99999999999\n0\n", true, 0, "123456789012345\n-99999999999\n0\n");
    row("very large values", "1e300\n5\n6\n", true, 0, nullptr);
    row("all 17 digits", "0.12345678901234566\n0.5\n1\n", true, 17, "0.12345678901234566\n0.5\n1\n");
    row("missing among numbers", "1\n?\n3\n", true, 0, "1\n?\n3\n");
    row("leading zeros", "007\n012\n100\n", false, 0, "007\n012\n100\n");
    row("longer than a double can tell", "1234567890123456\n2\n3\n", false, 0, "1234567890123456\n2\n3\n");
    row("text", "1\n2\nx\n", false, 0, "1\n2\nx\n");
    row("two signs", "1\n+-2\n3\n", false, 0, "1\n+-2\n3\n");
    row("infinity", "1\ninf\n3\n", false, 0, "1\ninf\n3\n");
    row("hexadecimal", "1\n0x1F\n3\n", false, 0, "1\n0x1F\n3\n");
    row("thousands separators", "\"1,234\"\n2\n3\n", true, 0, "1,234\n2\n3\n");
    row("a point among numbers, as SAS writes a gap", ".\n2\n3\n", true, 0, ".\n2\n3\n");
    row("half an exponent", "1e\n2\n3\n", false, 0, "1e\n2\n3\n");
    row("nothing but missing", "?\n?\n?\n", false, 0, "?\n?\n?\n");
}

void TestCsvReader::types()
{
    QFETCH(QByteArray, values);
    QFETCH(bool, number);
    QFETCH(int, decimals);
    QFETCH(QByteArray, spelled);
    CsvOptions options;
    options.dialect.header = true;
    const Table table = parse("a\n" + values.toStdString(), options);
    const Column &column = table.columns[0];
    QCOMPARE(column.type == ColumnType::number, number);
    QCOMPARE(column.decimals, decimals);
    QByteArray text;
    for (std::size_t row = 0; row < table.rows(); ++row)
        text += QByteArray::fromStdString(column.text(row)) + "\n";
    if (!spelled.isNull())
        QCOMPARE(text, spelled);
    else
        QCOMPARE(std::stod(column.text(0)), 1e300);
}

void TestCsvReader::missing_values()
{
    const Table table = parse("a,b\n1,x\n?,?\nNA,NA\n ,y\n");
    QCOMPARE(table.columns[0].missing_count(), std::size_t{3});
    QCOMPARE(table.columns[0].missing_spelling, std::string("?"));
    QCOMPARE(table.columns[1].missing_count(), std::size_t{2});
    QCOMPARE(table.columns[1].categories, (std::vector<std::string>{"x", "?", "y"})); // one category for all spellings
    QVERIFY(std::isnan(table.columns[0].numbers[1]));
}

void TestCsvReader::headerless_with_names()
{
    CsvOptions options;
    options.dialect.header = false;
    options.column_names = {"age", "job"};
    const Table table = parse("30, clerk\n40, cook\n", options);
    QCOMPARE(names(table), QString("age|job"));
    QCOMPARE(spelled(table), QString("30|clerk;40|cook;"));
    QCOMPARE(complaint([&] { parse("30,clerk,x\n40,cook,y\n", options); }),
             QString("t.csv: 3 columns where 2 names are known. Choose the recipe that belongs to the file, or none."));
}

void TestCsvReader::own_files_with_a_headerless_recipe()
{
    CsvOptions options;
    options.dialect.header = false;
    options.column_names = {"age", "job", "pay"};
    QCOMPARE(names(parse("age,job,pay\n30,clerk,1\n40,cook,2\n", options)), QString("age|job|pay"));
    const Table some = parse("pay,age\n1,30\n2,40\n", options); // some of the columns, in another order
    QCOMPARE(names(some), QString("pay|age"));
    QCOMPARE(some.rows(), std::size_t{2});
}

void TestCsvReader::column_rules()
{
    CsvOptions options;
    options.dialect.comment_prefix = "|";
    options.columns["label"].strip_suffix = ".";
    options.columns["code"].kind = ColumnKind::category;
    options.columns["race"].merge = {{"A", "A"}, {"*", "Other"}};
    options.columns["*"].role = Role::ignored;
    options.columns["label"].role = Role::target;
    const Table table = parse("|comment, with \"quotes\nlabel,code,race,z\nyes.,1,A,5\nno,2,B,6\nno.,1,?,7\n", options);
    QCOMPARE(spelled(table), QString("yes|1|A|5;no|2|Other|6;no|1|?|7;"));
    QVERIFY(table.columns[1].type == ColumnType::category);
    QVERIFY(table.columns[0].role == Role::target);
    QVERIFY(table.columns[3].role == Role::ignored);
    options.columns["z"].kind = ColumnKind::number;
    QCOMPARE(complaint([&] { parse("label,code,race,z\nyes,1,A,5\nno,2,B,six\n", options); }),
             QString("t.csv, line 3: \"six\" in column z is not a number. Correct the value, or mark it as missing."));
}

void TestCsvReader::test_file_like_training()
{
    const Table train = parse("a,b,c\n1,x,0.5\n2,y,1.5\n3,x,2.5\n");
    CsvOptions options;
    options.like = &train;
    // Other order, a column too many, a new category, and numbers that look like categories would.
    const Table test = parse("c,extra,b,a\n9.5,q,z,7\n8.5,q,y,?\n", options);
    QCOMPARE(names(test), QString("a|b|c"));
    QCOMPARE(spelled(test), QString("7|z|9.5;?|y|8.5;"));
    QCOMPARE(test.columns[1].categories, (std::vector<std::string>{"x", "y", "z"}));
    QCOMPARE(test.columns[1].codes, (std::vector<std::int32_t>{2, 1}));
    // Without header the columns come by position.
    QCOMPARE(spelled(parse("7,x,9.5\n8,y,8.5\n", options)), QString("7|x|9.5;8|y|8.5;"));
}

void TestCsvReader::test_file_complaints()
{
    const Table train = parse("a,b,c\n1,x,0.5\n2,y,1.5\n3,x,2.5\n");
    CsvOptions options;
    options.like = &train;
    QCOMPARE(complaint([&] { parse("a,c\n1,2\n3,4\n", options); }),
             QString("t.csv: The column \"b\" of the training rows is missing. The file's columns are a, c."));
    QCOMPARE(complaint([&] { parse("1,2\n3,4\n", options); }),
             QString("t.csv: 2 columns where the training rows have 3. Choose a file with the same columns."));
    QCOMPARE(complaint([&] { parse("a,b,c\n1,x,2\n3,y,many\n", options); }),
             QString("t.csv, line 3: \"many\" in column c is not a number. Correct the value, or mark it as missing."));
}

void TestCsvReader::latin_1()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("l.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\n1,Malm\xf6\n2,\x80uro\n");
    file.close();
    NoProgress progress;
    QCOMPARE(spelled(read_table_file(file.fileName().toStdString(), {}, nullptr, progress, {}).table), QString::fromUtf8("1|Malmö;2|€uro;"));
}

/// The beginning by which the dialect is found ends inside a quoted field.
void TestCsvReader::long_quoted_texts()
{
    std::string text = "n,review\n";
    for (int i = 0; i < 200; ++i)
        text += std::to_string(i) + ",\"it's " + std::string(700, 'x') + "\n'fine', " + std::string(1500, 'y') + "\n\"\n";
    const Table table = parse(text);
    QCOMPARE(names(table), QString("n|review"));
    QCOMPARE(table.rows(), std::size_t{200});
    QCOMPARE(table.columns[1].text(199).size(), std::size_t{5 + 700 + 9 + 1500 + 1});
}

void TestCsvReader::stops()
{
    std::stop_source source;
    source.request_stop();
    NoProgress progress;
    QVERIFY_EXCEPTION_THROWN(read_csv("a\n1\n", "t.csv", {}, progress, source.get_token()), Cancelled);
}

void TestCsvReader::writes_what_it_read_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("a,b\n1,x\n2,y\n");
    QTest::newRow("decimals") << QByteArray("a,b\n1.50,-0.1\n2.25,3\n");
    QTest::newRow("quotes") << QByteArray("a,\"b,c\"\n1,\"x,y\"\n2,\"say \"\"hi\"\"\"\n3,\" blank \"\n4,\"line\nend\"\n");
    QTest::newRow("missing") << QByteArray("a,b\n1,\n?,y\n");
    QTest::newRow("one column, missing") << QByteArray("a\n1\n\"\"\n3\n");
    QTest::newRow("leading zeros") << QByteArray("a,b\n007,x\n012,y\n");
}

void TestCsvReader::writes_what_it_read()
{
    QFETCH(QByteArray, text);
    CsvOptions options;
    options.dialect.header = true;
    std::ostringstream out;
    write_csv(parse(text.toStdString(), options), out);
    QCOMPARE(QByteArray::fromStdString(out.str()), text);
}

void TestCsvReader::defuses_formulas()
{
    const std::string text = "name,=A1,n\n\"=HYPERLINK(\"\"x\"\")\",+1 2,-5\n@SUM(A1),-,+7\n-2+3,plain,8\n";
    CsvOptions options;
    options.dialect.header = true;
    const Table table = parse(text, options);
    QVERIFY(has_formulas(table));
    std::ostringstream as_it_is, defused;
    write_csv(table, as_it_is);
    write_csv(table, defused, Formulas::defused);
    QVERIFY(as_it_is.str().find('\'') == std::string::npos);
    QCOMPARE(QByteArray::fromStdString(defused.str()), QByteArray("name,'=A1,n\n\"'=HYPERLINK(\"\"x\"\")\",'+1 2,-5\n'@SUM(A1),-,7\n'-2+3,plain,8\n"));
    QVERIFY(!has_formulas(parse("a,b\n-1,x\n+2,-\n", options)));
}

void TestCsvReader::writer_complaints()
{
    QTemporaryDir folder;
    const Table table = parse("a,b\n1,x\n2,y\n");
    const QString nowhere = folder.filePath("no/such/place.csv");
    QCOMPARE(complaint([&] { write_csv(table, std::filesystem::path(nowhere.toStdString())); }),
             nowhere + ": The file cannot be written. Choose another place, or free some space there.");
    const QString file = folder.filePath("t.csv");
    write_csv(table, std::filesystem::path(file.toStdString()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"t.csv"}); // nothing half-written stays
    NoProgress progress;
    QCOMPARE(spelled(read_table_file(file.toStdString(), {}, nullptr, progress, {}).table), QString("1|x;2|y;"));
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "test_csv_reader.moc"
