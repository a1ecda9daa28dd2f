// The beginning of a file, before it is opened.
#include "core/data/data_support.h"
#include "core/data/file_preview.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace fairloom;
using namespace fairloom::test;

class TestFilePreview : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstRowsAndDialect();
    void recipeCorrects();
    void badLinesAreNamed();
    void longFileIsCutAtALine();
    void jsonAndArff();
    void errorsAreSentences();

private:
    std::string write(const char *name, const QByteArray &text) const;

    QTemporaryDir folder_;
};

std::string TestFilePreview::write(const char *name, const QByteArray &text) const
{
    QFile file(folder_.filePath(QString::fromUtf8(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return file.fileName().toStdString();
}

void TestFilePreview::firstRowsAndDialect()
{
    const std::string file = write("a.csv", "name;weight\nann;61,5\nbo;80,25\nci;70,0\n");
    const FilePreview preview = preview_file(file, {}, 2, {});
    QVERIFY(preview.format == TableFormat::delimited);
    QVERIFY(preview.dialect.separator == ';');
    QVERIFY(preview.dialect.decimal_mark == ',');
    QVERIFY(preview.dialect.header == true);
    QCOMPARE(preview.table.rows(), std::size_t(2));
    QCOMPARE(preview.lines.front(), std::string("name;weight"));
    QVERIFY(preview.parts.empty());
}

void TestFilePreview::recipeCorrects()
{
    Recipe recipe;
    recipe.dialect.separator = '|';
    recipe.dialect.header = false;
    const FilePreview preview = preview_file(write("b.csv", "a|b;c\n1|2;3\n4|5;6\n"), recipe, 10, {});
    QCOMPARE(preview.table.columns.size(), std::size_t(2));
    QCOMPARE(preview.table.rows(), std::size_t(3));
}

void TestFilePreview::badLinesAreNamed()
{
    const FilePreview preview = preview_file(write("c.csv", "a,b,c\n1,2,3\n4,5\n6,7,8\n9,1,2\n"), {}, 10, {});
    QCOMPARE(preview.bad_lines.size(), std::size_t(1));
    QCOMPARE(preview.bad_lines.front().line, std::size_t(3));
    QCOMPARE(preview.table.rows(), std::size_t(3));
}

void TestFilePreview::longFileIsCutAtALine()
{
    QByteArray text("number,word\n");
    for (int i = 0; i < 60000; ++i)
        text += QByteArray::number(i) + ",word\n";
    const FilePreview preview = preview_file(write("d.csv", text), {}, 50, {});
    QCOMPARE(preview.table.rows(), std::size_t(50));
    QVERIFY(preview.bad_lines.empty());
}

void TestFilePreview::jsonAndArff()
{
    const FilePreview json = preview_file(write("e.json", "[{\"a\": 1, \"b\": \"x\"},\n {\"a\": 2, \"b\": \"y\"}]"), {}, 50, {});
    QVERIFY(json.format == TableFormat::json_lines);
    QVERIFY(!json.dialect.separator);
    QCOMPARE(json.table.rows(), std::size_t(2));
    const FilePreview arff = preview_file(write("f.arff", "@relation r\n@attribute a numeric\n@attribute b {x,y}\n@data\n1,x\n2,y\n"), {}, 50, {});
    QVERIFY(arff.format == TableFormat::arff);
    QCOMPARE(arff.table.columns.size(), std::size_t(2));
}

void TestFilePreview::errorsAreSentences()
{
    QVERIFY(complaint([&] { preview_file(folder_.filePath("no.csv").toStdString(), {}, 5, {}); }) != "(no error)");
    QVERIFY(complaint([&] { preview_file(write("empty.csv", ""), {}, 5, {}); }) != "(no error)");
}

QTEST_GUILESS_MAIN(TestFilePreview)
#include "test_file_preview.moc"
