// Files as the world writes them. What has to come out of each stands in tests/data/odd_files/expected.json, by name of the file:
//   "file"        path behind the folder, with a member or a query, where the name alone does not say it
//   "schema"      what is known about the file, as in a schema file
//   "rows", "columns" (name and meaning of each), "first_rows" (spelled), "missing" (values by column)
//   "text_lengths" of the values of a column that are too long to be written out
//   "bad_lines"   lines passed over
//   "error"       the whole sentence, instead of all these
#include "core/data/recipe_json.h"
#include "data_support.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QtTest>

using namespace fairloom;
using namespace fairloom::test;

using Json = nlohmann::ordered_json;

namespace {

const QString folder = QStringLiteral(FAIRLOOM_SOURCE_DIR "/tests/data/odd_files/");

Json expectations()
{
    QFile file(folder + "expected.json");
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return Json::parse(file.readAll().toStdString());
}

Json columns_of(const Table &table)
{
    Json columns = Json::array();
    for (const Column &column : table.columns)
        columns.push_back({column.name, std::string(to_string(column.meaning()))});
    return columns;
}

Json first_rows_of(const Table &table, std::size_t count)
{
    Json rows = Json::array();
    for (std::size_t row = 0; row < std::min(count, table.rows()); ++row) {
        Json cells = Json::array();
        for (const Column &column : table.columns)
            cells.push_back(column.text(row));
        rows.push_back(std::move(cells));
    }
    return rows;
}

Json missing_of(const Table &table)
{
    Json missing = Json::object();
    for (const Column &column : table.columns)
        if (column.missing_count() > 0)
            missing[column.name] = column.missing_count();
    return missing;
}

/// Long texts end in the middle: nobody wants to read 20,000 characters of a difference.
QString shown(const Json &json)
{
    return QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace)).left(2000);
}

} // namespace

class TestOddFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_file_is_expected();
    void reads_data();
    void reads();
};

void TestOddFiles::every_file_is_expected()
{
    QSet<QString> expected{"expected.json"};
    const Json all = expectations();
    for (const auto &[name, expectation] : all.items()) {
        const QString file = QString::fromStdString(expectation.value("file", name));
        expected.insert(QFileInfo::exists(folder + file) ? file : file.section(':', 0, 0));
    }
    const QStringList files = QDir(folder).entryList(QDir::Files, QDir::Name);
    QCOMPARE(QSet<QString>(files.begin(), files.end()), expected);
    QVERIFY(files.size() > 100);
}

void TestOddFiles::reads_data()
{
    QTest::addColumn<QString>("name");
    const Json all = expectations();
    for (const auto &[name, expectation] : all.items())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void TestOddFiles::reads()
{
    QFETCH(QString, name);
    const Json expected = expectations()[name.toStdString()];
    DatasetOptions options;
    if (expected.contains("schema"))
        options.schema = parse_recipe(expected["schema"].dump(), "schema.json");
    const QString file = folder + QString::fromStdString(expected.value("file", name.toStdString()));
    std::shared_ptr<const Dataset> data;
    const QString error = complaint([&] { data = fairloom::test::open(file, options); });
    if (expected.contains("error")) {
        QCOMPARE(error, QString::fromStdString(expected["error"]));
        return;
    }
    QVERIFY2(data, qPrintable(error));
    const Json first_rows = expected.value("first_rows", Json::array());
    QCOMPARE(data->table.rows(), expected["rows"].get<std::size_t>());
    QCOMPARE(shown(columns_of(data->table)), shown(expected["columns"]));
    QCOMPARE(shown(first_rows_of(data->table, first_rows.size())), shown(first_rows));
    QCOMPARE(shown(missing_of(data->table)), shown(expected.value("missing", Json::object())));
    const Json text_lengths = expected.value("text_lengths", Json::object());
    for (const auto &[column, lengths] : text_lengths.items())
        for (std::size_t row = 0; row < lengths.size(); ++row)
            QCOMPARE(data->table.columns[data->table.index_of(column)].text(row).size(),
                     lengths[row].get<std::size_t>());
    QCOMPARE(data->account.bad_lines, expected.value("bad_lines", std::size_t{0}));

    // With the schema that was found the same table comes out again.
    DatasetOptions again;
    again.schema = data->schema;
    const auto reopened = fairloom::test::open(file, again);
    QCOMPARE(shown(columns_of(reopened->table)), shown(columns_of(data->table)));
    QCOMPARE(shown(first_rows_of(reopened->table, data->table.rows())),
             shown(first_rows_of(data->table, data->table.rows())));
}

QTEST_GUILESS_MAIN(TestOddFiles)
#include "test_odd_files.moc"
