#include "core/data/csv_writer.h"
#include "core/data/dataset.h"
#include "core/data/picture_set.h"
#include "core/data/pictures/picture_column.h"
#include "core/data/pictures/picture_export.h"
#include "data_support.h"
#include "picture_support.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

using namespace fairloom;
using namespace fairloom::test;

namespace {

/// Pictures of 28 x 28 pixels in one colour each, with a label.
Table pictures(const std::vector<std::string> &names, const std::vector<std::array<std::uint8_t, 3>> &colours)
{
    const auto set = std::make_shared<PictureSet>();
    set->width = set->height = 28;
    for (const auto &colour : colours)
        for (int pixel = 0; pixel < 28 * 28; ++pixel)
            set->bytes.insert(set->bytes.end(), colour.begin(), colour.end());
    Table table;
    table.name = "generated";
    table.columns.push_back(picture_column("picture", names, set));
    Column &group = table.columns.emplace_back();
    group.name = "group, say";
    group.categories = {"a", "b \"quoted\""};
    for (std::size_t row = 0; row < names.size(); ++row)
        group.codes.push_back(static_cast<std::int32_t>(row % 2));
    return table;
}

} // namespace

class TestPictureExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void comes_back_as_it_was();
    void in_parts();
    void leaves_nothing_behind();
    void overwrites_nothing();
    void rows_and_pictures_are_two_things();
    void contact_sheet();
    void csv_has_the_names();

private:
    QString path(const QString &name) const { return folder_->filePath(name); }
    std::filesystem::path file(const char *name) const { return path(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
    NoProgress quiet_;
};

void TestPictureExport::comes_back_as_it_was()
{
    const Table table = pictures({"000001.png", "folder/x.jpg", "00003"}, {{12, 200, 7}, {255, 0, 0}, {0, 0, 255}});
    write_pictures(file("out/"), table, quiet_, {});
    Recipe recipe;
    recipe.pictures.emplace().size = 28;
    const auto data = open(path("out"), {{}, {}, recipe});
    QCOMPARE(spelled(data->table), QString("000001.png|a;folder-x.png|b \"quoted\";00003.png|a;"));
    QCOMPARE(names(data->table), QString("picture|group, say"));
    for (std::size_t row = 0; row < 3; ++row) { // categories are in the order of names, rows in that of the table
        const Column &back = *data->table.picture_column();
        const auto a = back.pictures->picture(static_cast<std::size_t>(back.codes[row]));
        const auto b = table.columns[0].pictures->picture(row);
        QVERIFY(std::equal(a.begin(), a.end(), b.begin(), b.end())); // to the bit
    }
}

void TestPictureExport::in_parts()
{
    PictureFolder out(file("out"));
    for (int part = 0; part < 3; ++part)
        out.append(pictures({"1.png", "2.png"}, {{255, 0, 0}, {0, 255, 0}}), quiet_, {});
    QVERIFY(!QFile::exists(path("out")));
    out.finish();
    QCOMPARE(QDir(path("out")).entryList(QDir::Files), (QStringList{"1.png", "1_2.png", "1_3.png", "2.png", "2_2.png", "2_3.png", "labels.csv"}));
    QCOMPARE(open(path("out"))->table.rows(), std::size_t{6});
}

void TestPictureExport::leaves_nothing_behind()
{
    {
        PictureFolder out(file("out"));
        out.append(pictures({"1.png"}, {{0, 0, 0}}), quiet_, {});
    }
    std::stop_source source;
    source.request_stop();
    QVERIFY_EXCEPTION_THROWN(write_pictures(file("out"), pictures({"1.png"}, {{0, 0, 0}}), quiet_, source.get_token()), Cancelled);
    Table plain = pictures({"1.png"}, {{0, 0, 0}});
    plain.columns.erase(plain.columns.begin());
    QVERIFY(complaint([&] { write_pictures(file("out"), plain, quiet_, {}); }).contains("The table has no pictures"));
    QVERIFY(QDir(folder_->path()).isEmpty());
}

void TestPictureExport::overwrites_nothing()
{
    const Table table = pictures({"1.png"}, {{0, 0, 0}});
    write(path("out/precious.txt"), "mine");
    QVERIFY(complaint([&] { write_pictures(file("out"), table, quiet_, {}); }).contains("There is something at this place already"));
    QVERIFY(QFile::exists(path("out/precious.txt")));
    write(path("file"), "mine");
    QVERIFY(complaint([&] { write_pictures(file("file"), table, quiet_, {}); }).contains("There is something at this place already"));
    QVERIFY(!complaint([&] { write_pictures(file("file/out"), table, quiet_, {}); }).startsWith("(no error)"));
    QDir().mkpath(path("empty"));
    write_pictures(file("empty"), table, quiet_, {});
    QVERIFY(QFile::exists(path("empty/labels.csv")));
    write_pictures(file("new/deep"), table, quiet_, {});
    QVERIFY(QFile::exists(path("new/deep/1.png")));
}

void TestPictureExport::rows_and_pictures_are_two_things()
{
    const Table some = pictures({"r.png", "g.png", "b.png"}, {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}}).select_rows({2, 0, 2});
    write_pictures(file("out"), some, quiet_, {});
    const auto data = open(path("out"));
    QCOMPARE(spelled(data->table), QString("b.png|a;r.png|a;b_2.png|a;"));
    const cv::Mat picture = cv::imread(path("out/b_2.png").toStdString());
    QCOMPARE(picture.at<cv::Vec3b>(9, 9), cv::Vec3b(255, 0, 0)); // BGR
}

void TestPictureExport::contact_sheet()
{
    const Table table = pictures({"r.png", "g.png", "b.png"}, {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}});
    write_contact_sheet(file("sheet.png"), table.columns[0], {2, 1, 0}, 2);
    const cv::Mat sheet = cv::imread(path("sheet.png").toStdString());
    QCOMPARE(sheet.cols, 2 + 2 * 30);
    QCOMPARE(sheet.rows, 2 + 2 * 30);
    QCOMPARE(sheet.at<cv::Vec3b>(2, 2), cv::Vec3b(255, 0, 0));
    QCOMPARE(sheet.at<cv::Vec3b>(29, 59), cv::Vec3b(0, 255, 0));
    QCOMPARE(sheet.at<cv::Vec3b>(59, 29), cv::Vec3b(0, 0, 255));
    for (const auto &[y, x] : {std::pair(0, 0), std::pair(1, 40), std::pair(30, 5), std::pair(10, 30), std::pair(40, 40), std::pair(61, 61)})
        QCOMPARE(sheet.at<cv::Vec3b>(y, x), cv::Vec3b(255, 255, 255));
    QCOMPARE(make_contact_sheet(table.columns[0], {0}, 10).width, 32); // no wider than it is full
    QVERIFY(complaint([&] { write_contact_sheet(file("none.png"), table.columns[0], {}, 2); }).contains("There are no pictures to write"));
    QVERIFY(complaint([&] { write_contact_sheet(file("no/such/folder.png"), table.columns[0], {0}, 2); }).contains("The file cannot be written"));
    QVERIFY(complaint([&] { write_contact_sheet(file("large.png"), table.columns[0], std::vector<std::size_t>(200000), 2); }).contains("100 million pixels"));
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{"sheet.png"});
}

void TestPictureExport::csv_has_the_names()
{
    std::ostringstream out;
    write_csv(pictures({"r.png", "g.png"}, {{255, 0, 0}, {0, 255, 0}}), out);
    QCOMPARE(QString::fromStdString(out.str()), QString("picture,\"group, say\"\nr.png,a\ng.png,\"b \"\"quoted\"\"\"\n"));
}

QTEST_GUILESS_MAIN(TestPictureExport)
#include "test_picture_export.moc"
