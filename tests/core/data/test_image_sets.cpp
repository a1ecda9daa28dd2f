#include "core/data/dataset.h"
#include "core/data/picture_set.h"
#include "core/data/pictures/picture_loader.h"
#include "core/data/pictures/picture_table.h"
#include "core/data/problem.h"
#include "core/data/recipe.h"
#include "core/data/recipe_json.h"
#include "data_support.h"
#include "picture_support.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace fairloom;
using namespace fairloom::test;

namespace {

std::map<std::string, int> counts(const Table &table, const char *column)
{
    std::map<std::string, int> out;
    const Column &c = table.columns[table.index_of(column)];
    for (std::size_t row = 0; row < table.rows(); ++row)
        ++out[c.text(row)];
    return out;
}

QString bad(const Dataset &data)
{
    QStringList out;
    for (const BadPicture &picture : data.bad_pictures)
        out += QString::fromStdString(picture.name + ": " + picture.reason.english());
    return out.join("; ");
}

/// The colours that a table's rows show, in their order.
QString shown(const Table &table)
{
    const Column &column = *table.picture_column();
    QString out;
    for (const std::int32_t code : column.codes)
        out += colour_at(column.pictures->picture(static_cast<std::size_t>(code)), column.pictures->width, 5, 5);
    return out;
}

QByteArray red() { return encoded(plain(255, 0, 0), ".png"); }
QByteArray green() { return encoded(plain(0, 255, 0), ".png"); }
QByteArray blue() { return encoded(plain(0, 0, 255), ".jpg"); }

QByteArray be32(quint32 value)
{
    QByteArray out;
    for (const int shift : {24, 16, 8, 0})
        out += char(value >> shift);
    return out;
}

QByteArray test_idx(const std::vector<quint32> &shape, const QByteArray &values)
{
    QByteArray out = QByteArray("\0\0\x08", 3) + char(shape.size());
    for (const quint32 extent : shape)
        out += be32(extent);
    return out + values;
}

/// `count` pictures of 10 x 10 pixels whose grey is ten times their label, 0 .. 9 in turn, and their labels.
void write_idx_pair(const QString &folder, quint32 count, const QString &images = "t-images-idx3-ubyte", const QString &labels = "t-labels-idx1-ubyte")
{
    QByteArray pixels, digits;
    for (quint32 i = 0; i < count; ++i) {
        pixels += QByteArray(100, char(100 + 10 * (i % 10)));
        digits += char(i % 10);
    }
    write(folder + "/" + images, test_idx({count, 10, 10}, pixels));
    write(folder + "/" + labels, test_idx({count}, digits));
}

class StopAt final : public Progress {
public:
    StopAt(std::stop_source &source, double fraction) : source_(source), fraction_(fraction) {}
    void report(const Message &, double fraction) override
    {
        ++reports;
        if (fraction >= fraction_)
            source_.request_stop();
    }
    int reports = 0;

private:
    std::stop_source &source_;
    double fraction_;
};

} // namespace

class TestImageSets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void folder_per_class();
    void label_files_data();
    void label_files();
    void names_with_and_without_extension();
    void two_files_that_could_be_it();
    void missing_and_unlabelled_pictures();
    void broken_pictures_are_listed_exactly();
    void labels_inside_names();
    void recipes_of_published_sets();
    void attribute_list_errors_data();
    void attribute_list_errors();
    void idx_data();
    void idx();
    void idx_errors_data();
    void idx_errors();
    void colours_tell_the_parity();
    void counterparts_in_the_problem();
    void labels_are_no_features();
    void test_folder();
    void schema_reads_the_same_again();
    void filters_and_missing_values();
    void check_sum();
    void memory();
    void stops();
    void refusals_data();
    void refusals();
    void rules_are_checked_data();
    void rules_are_checked();
    void mnist();
    void utkface();

private:
    QString path(const QString &name = {}) const { return name.isEmpty() ? folder_->path() : folder_->filePath(name); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestImageSets::folder_per_class()
{
    write(path("set/cats/a.png"), red());
    write(path("set/cats/deep/b.PNG"), green());
    write(path("set/dogs/a.jpeg"), blue());
    write(path("set/dogs/.hidden.png"), red());
    write(path("set/.cache/x.png"), red());
    write(path("set/dogs/readme.txt"), "hello");
    const auto data = open(path("set/"));
    QCOMPARE(names(data->table), QString("picture|class"));
    QCOMPARE(spelled(data->table), QString("cats/a.png|cats;cats/deep/b.PNG|cats;dogs/a.jpeg|dogs;"));
    QCOMPARE(shown(data->table), QString("RGB"));
    QCOMPARE(data->name, std::string("set"));
    QVERIFY(data->table.columns[0].kind == ColumnKind::picture && data->table.columns[0].role == Role::feature);
    QVERIFY(data->table.columns[1].role == Role::ignored);
    QCOMPARE(data->table.picture_column()->pictures->width, 32);
    QCOMPARE(data->account.left_out(), std::size_t{0});
}

void TestImageSets::label_files_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("CSV") << "labels.csv" << QByteArray("sex,file,age\nf,b.png,30\nm,a.png,41\nf,sub/c.jpg,52\n");
    QTest::newRow("TSV") << "labels.tsv" << QByteArray("sex\tfile\tage\nf\tb.png\t30\nm\ta.png\t41\nf\tsub/c.jpg\t52\n");
    QTest::newRow("JSON lines") << "labels.jsonl"
                                << QByteArray("{\"sex\":\"f\",\"file\":\"b.png\",\"age\":30}\n{\"sex\":\"m\",\"file\":\"a.png\",\"age\":41}\n"
                                              "{\"sex\":\"f\",\"file\":\"sub/c.jpg\",\"age\":52}\n");
    QTest::newRow("JSON array") << "labels.json"
                                << QByteArray("[{\"sex\":\"f\",\"file\":\"b.png\",\"age\":30},{\"sex\":\"m\",\"file\":\"a.png\",\"age\":41},"
                                              "{\"sex\":\"f\",\"file\":\"sub/c.jpg\",\"age\":52}]");
    QTest::newRow("attribute list") << "list.txt" << QByteArray("3\nsex age\nb.png f 30\na.png  m  41\r\nsub/c.jpg f 52\n");
}

void TestImageSets::label_files()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    write(path("a.png"), red());
    write(path("b.png"), green());
    write(path("sub/c.jpg"), blue());
    write(path(file), text);
    write(path("LICENSE.txt"), "You may do whatever you like.\n\nWithout warranty.\n");
    const auto data = open(path());
    QCOMPARE(names(data->table), QString("picture|sex|age"));
    QCOMPARE(spelled(data->table), QString("b.png|f|30;a.png|m|41;sub/c.jpg|f|52;"));
    QCOMPARE(shown(data->table), QString("GRB"));
    QVERIFY(data->table.columns[2].kind == ColumnKind::integer);
    QCOMPARE(data->schema.pictures->labels, file.toStdString());
    QCOMPARE(data->bad_pictures.size(), std::size_t{0});
}

void TestImageSets::names_with_and_without_extension()
{
    for (const char *name : {"one/ISIC_1.jpg", "two/ISIC_2.jpg", "two/000003.png"})
        write(path(name), blue());
    write(path("meta.csv"), "id,image\n1,ISIC_1\n2,./two/ISIC_2\n3,000003\n4,two\\ISIC_2.jpg\n");
    const auto data = open(path());
    QCOMPARE(data->schema.pictures->file_column, std::string("image"));
    QCOMPARE(spelled(data->table), QString("one/ISIC_1.jpg|1;two/ISIC_2.jpg|2;two/000003.png|3;two/ISIC_2.jpg|4;"));
    QCOMPARE(data->table.picture_column()->pictures->size(), std::size_t{3}); // one picture may have two rows
    // a name that two files have is none
    write(path("one/000003.png"), blue());
    const auto again = open(path());
    QCOMPARE(bad(*again), QString("000003: meta.csv names it, and there is no such picture"));
}

void TestImageSets::two_files_that_could_be_it()
{
    write(path("a.png"), red());
    write(path("b.png"), green());
    write(path("first.csv"), "file,y\na.png,1\nb.png,2\n");
    write(path("second.csv"), "file,y\na.png,3\nb.png,4\n");
    const QString fault = complaint([&] { open(path()); });
    QVERIFY2(fault.contains("Both first.csv and second.csv tell about these pictures"), qPrintable(fault));
    Recipe recipe;
    recipe.pictures.emplace().labels = "second.csv";
    DatasetOptions options;
    options.schema = recipe;
    QCOMPARE(spelled(open(path(), options)->table), QString("a.png|3;b.png|4;"));
    // one that fits better is taken
    write(path("second.csv"), "file,y\na.png,3\nz.png,4\n");
    QCOMPARE(spelled(open(path())->table), QString("a.png|1;b.png|2;"));
}

void TestImageSets::missing_and_unlabelled_pictures()
{
    write(path("a.png"), red());
    write(path("b.png"), green());
    write(path("x.png"), "not looked at, as nothing is known about it");
    write(path("labels.csv"), "file,y\nb.png,1\ngone.png,2\na.png,3\n");
    const auto data = open(path());
    QCOMPARE(spelled(data->table), QString("b.png|1;a.png|3;"));
    QCOMPARE(shown(data->table), QString("GR"));
    QCOMPARE(bad(*data), QString("gone.png: labels.csv names it, and there is no such picture"));
    QCOMPARE(data->account.bad_pictures, std::size_t{1});
    QCOMPARE(data->account.unlabelled, std::size_t{1});
    QCOMPARE(data->account.left_out(), std::size_t{2});
    QVERIFY(QString::fromStdString(data->notes.front().english()).startsWith("1 pictures have no row in labels.csv"));
}

void TestImageSets::broken_pictures_are_listed_exactly()
{
    QByteArray labels = "file,y\n";
    const QByteArray good = blue();
    for (int i = 0; i < 500; ++i) {
        const QString name = QString("%1.jpg").arg(i, 3, 10, QChar('0'));
        write(path(name), i % 3 ? good : red());
        labels += name.toUtf8() + "," + QByteArray::number(i % 2) + "\n";
    }
    write(path("010.jpg"), good.left(good.size() / 2));
    write(path("123.jpg"), QByteArray());
    write(path("200.jpg"), "text that is called a picture");
    QByteArray huge = red();
    huge.replace(16, 8, be32(30000) + be32(30000));
    write(path("321.jpg"), huge);
    labels += "never.jpg,1\n";
    write(path("labels.csv"), labels);
    const auto data = open(path());
    QCOMPARE(bad(*data), QString("010.jpg: the file is cut short; 123.jpg: the file is empty; 200.jpg: the content is not a picture; "
                                 "321.jpg: 30,000 x 30,000 pixels are more than 100 million; never.jpg: labels.csv names it, and there is no such picture"));
    QCOMPARE(data->table.rows(), std::size_t{496});
    QCOMPARE(data->account.bad_pictures, std::size_t{5});
    const Column &pictures = *data->table.picture_column();
    QCOMPARE(pictures.pictures->size(), std::size_t{496});
    for (std::size_t row = 0; row < data->table.rows(); ++row) { // names, pictures and labels still belong together
        const int number = QString::fromStdString(pictures.text(row)).left(3).toInt();
        QCOMPARE(colour_at(pictures.pictures->picture(static_cast<std::size_t>(pictures.codes[row])), 32, 9, 9), number % 3 ? QString("B") : QString("R"));
        QCOMPARE(data->table.columns[1].text(row), std::to_string(number % 2));
    }
}

void TestImageSets::labels_inside_names()
{
    write(path("25_0_3_2017.jpg.chip.jpg"), blue());
    write(path("40_1_0_2018.png"), red());
    write(path("61_1_20170109150557335.jpg.chip.jpg"), red()); // the real set has some without race
    write(path("41_1_0_2018.png"), green());
    DatasetOptions options;
    options.recipe = "utkface";
    const auto data = open(path(), options);
    QCOMPARE(names(data->table), QString("picture|age|gender|race"));
    QCOMPARE(spelled(data->table), QString("25_0_3_2017.jpg.chip.jpg|up to 40|male|Indian;40_1_0_2018.png|up to 40|female|White;"
                                           "41_1_0_2018.png|over 40|female|White;"));
    QCOMPARE(shown(data->table), QString("BRG"));
    QCOMPARE(bad(*data), QString("61_1_20170109150557335.jpg.chip.jpg: its name does not fit the pattern [age]_[gender]_[race]_"));
    QCOMPARE(data->table.picture_column()->pictures->width, 48);
    QVERIFY(data->table.columns[1].role == Role::target && data->table.columns[2].role == Role::sensitive && data->table.columns[3].role == Role::ignored);
}

void TestImageSets::recipes_of_published_sets()
{
    const auto check = [&](const char *recipe, const QString &expected_names, const QString &expected) {
        const auto fitting = recognise_recipe(path().toStdString());
        QVERIFY(fitting);
        QCOMPARE(fitting->name, std::string(recipe));
        DatasetOptions options;
        options.recipe = recipe;
        const auto data = open(path(), options);
        QCOMPARE(names(data->table), expected_names);
        QCOMPARE(spelled(data->table), expected);
        QVERIFY(data->bad_pictures.empty());
        const Column &target = data->table.columns[data->table.index_of(data->suggested_target)];
        QVERIFY(target.role == Role::target);
        QVERIFY(std::find(target.categories.begin(), target.categories.end(), data->suggested_positive) != target.categories.end());
        for (const std::string &sensitive : data->suggested_sensitive)
            QVERIFY(data->table.columns[data->table.index_of(sensitive)].role == Role::sensitive);
        init();
    };
    // The first line counts, the second ends in a blank, values are aligned by blanks: as the published file is.
    write(path("list_attr_celeba.txt"), "4\n5_o_Clock_Shadow Male Smiling Young \n000001.jpg -1 -1  1  1\n000002.jpg -1  1 -1  1\n"
                                        "000003.jpg -1  1  1 -1\n000004.jpg -1 -1 -1  1\n");
    write(path("list_eval_partition.txt"), "000001.jpg 0\n000002.jpg 0\n000003.jpg 1\n000004.jpg 2\n");
    for (const char *name : {"000001", "000002", "000003", "000004"})
        write(path(QString("img_align_celeba/%1.jpg").arg(name)), blue());
    check("celeba", "picture|5_o_Clock_Shadow|Male|Smiling|Young",
          "img_align_celeba/000001.jpg|no|female|yes|yes;img_align_celeba/000002.jpg|no|male|no|yes;img_align_celeba/000003.jpg|no|male|yes|no;"
          "img_align_celeba/000004.jpg|no|female|no|yes;");

    write(path("fairface_label_train.csv"), "file,age,gender,race,service_test\ntrain/1.jpg,50-59,Male,East Asian,True\n"
                                            "train/2.jpg,30-39,Female,Indian,False\ntrain/3.jpg,3-9,Female,East Asian,False\ntrain/4.jpg,more than 70,Male,Indian,True\n");
    write(path("fairface_label_val.csv"), "file,age,gender,race,service_test\nval/1.jpg,3-9,Male,East Asian,False\n");
    for (const char *name : {"1", "2", "3", "4"})
        write(path(QString("train/%1.jpg").arg(name)), blue());
    check("fairface", "picture|age|gender|race|service_test",
          "train/1.jpg|50-59|Male|East Asian|True;train/2.jpg|30-39|Female|Indian|False;train/3.jpg|3-9|Female|East Asian|False;"
          "train/4.jpg|more than 70|Male|Indian|True;");

    write(path("HAM10000_metadata.csv"), "lesion_id,image_id,dx,dx_type,age,sex,localization\nHAM_0000118,ISIC_0027419,bkl,histo,80.0,male,scalp\n"
                                         "HAM_0000118,ISIC_0025030,mel,histo,,female,scalp\nHAM_0000119,ISIC_0025031,nv,follow_up,45.0,unknown,back\n"
                                         "HAM_0000120,ISIC_0025032,nv,consensus,40.0,female,back\nHAM_0000121,ISIC_0025033,bcc,histo,75.0,male,face\n");
    for (const char *name : {"part_1/ISIC_0027419", "part_1/ISIC_0025030", "part_2/ISIC_0025031", "part_2/ISIC_0025032", "part_2/ISIC_0025033"})
        write(path(QString("HAM10000_images_%1.jpg").arg(name)), blue());
    check("ham10000", "picture|lesion_id|dx|dx_type|age|sex|localization",
          "HAM10000_images_part_1/ISIC_0027419.jpg|HAM_0000118|benign|histo|80.0|male|scalp;"
          "HAM10000_images_part_1/ISIC_0025030.jpg|HAM_0000118|malignant|histo||female|scalp;"
          "HAM10000_images_part_2/ISIC_0025032.jpg|HAM_0000120|benign|consensus|40.0|female|back;"
          "HAM10000_images_part_2/ISIC_0025033.jpg|HAM_0000121|malignant|histo|75.0|male|face;");
}

void TestImageSets::attribute_list_errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fault");
    QTest::newRow("a value too few") << QByteArray("2\nMale Young\na.png 1 1\nb.png 1\n")
                                     << "list.txt, line 4: 1 values where the list has 2 attributes. Correct the line or remove it.";
    QTest::newRow("cut short") << QByteArray("3\nMale Young\na.png 1 1\nb.png 1 1\n")
                               << "list.txt: The first line announces 3 pictures and 2 lines follow. The list may be cut short: get it again, or correct its "
                                  "first line.";
}

void TestImageSets::attribute_list_errors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, fault);
    write(path("a.png"), red());
    write(path("b.png"), red());
    write(path("list.txt"), text);
    Recipe recipe;
    recipe.pictures.emplace().labels = "list.txt";
    DatasetOptions options;
    options.schema = recipe;
    QCOMPARE(complaint([&] { open(path(), options); }), fault);
}

void TestImageSets::idx_data()
{
    QTest::addColumn<QString>("images");
    QTest::addColumn<QString>("labels");
    QTest::newRow("MNIST's names") << "train-images-idx3-ubyte" << "train-labels-idx1-ubyte";
    QTest::newRow("with a dot") << "t10k-images.idx3-ubyte" << "t10k-labels.idx1-ubyte";
    QTest::newRow("EMNIST's names") << "emnist-digits-test-images-idx3-ubyte" << "emnist-digits-test-labels-idx1-ubyte";
}

void TestImageSets::idx()
{
    QFETCH(QString, images);
    QFETCH(QString, labels);
    write_idx_pair(path(), 25, images, labels);
    for (const QString &source : {path(images), path()}) { // the file, or the folder that it is in
        const auto data = open(source);
        QCOMPARE(names(data->table), QString("picture|digit"));
        QCOMPARE(data->table.rows(), std::size_t{25});
        QCOMPARE(data->table.columns[0].text(24), std::string("00025"));
        QCOMPARE(data->table.columns[1].categories, (std::vector<std::string>{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}));
        const PictureSet &pictures = *data->table.picture_column()->pictures;
        QCOMPARE(pictures.width, 32);
        for (std::size_t i = 0; i < 25; ++i)
            for (const std::uint8_t value : pictures.picture(i))
                QCOMPARE(int(value), int(100 + 10 * (i % 10)));
    }
}

void TestImageSets::idx_errors_data()
{
    QTest::addColumn<QByteArray>("images");
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QString>("fault");
    const QByteArray two = test_idx({2, 4, 4}, QByteArray(32, 'x')), labels = test_idx({2}, "\1\2");
    QTest::newRow("cut short") << two.chopped(1) << labels << "x-images-idx3-ubyte: The file has 31 values where its header announces 32.";
    QTest::newRow("too long") << two + "y" << labels << "x-images-idx3-ubyte: The file has 33 values where its header announces 32.";
    QTest::newRow("labels for pictures") << labels << labels << "x-images-idx3-ubyte: This IDX file does not hold pictures.";
    QTest::newRow("pictures for labels") << two << two << "x-labels-idx1-ubyte: 32 labels for 2 pictures.";
    QTest::newRow("another number") << two << test_idx({3}, "\1\2\3") << "x-labels-idx1-ubyte: 3 labels for 2 pictures.";
    QTest::newRow("floats") << QByteArray("\0\0\x0d\x03", 4) + two.mid(4) << labels << "x-images-idx3-ubyte: This is not an IDX file of bytes.";
    QTest::newRow("an impossible size") << test_idx({0xffffffff, 0xffffffff, 0xffffffff}, "") << labels << "x-images-idx3-ubyte: This is not an IDX file of bytes.";
    QTest::newRow("no labels") << two << QByteArray() << "x-images-idx3-ubyte: The file of labels that belongs to these pictures is not beside them.";
}

void TestImageSets::idx_errors()
{
    QFETCH(QByteArray, images);
    QFETCH(QByteArray, labels);
    QFETCH(QString, fault);
    write(path("x-images-idx3-ubyte"), images);
    if (!labels.isEmpty())
        write(path("x-labels-idx1-ubyte"), labels);
    const QString found = complaint([&] { open(path("x-images-idx3-ubyte")); });
    QVERIFY2(found.startsWith(fault), qPrintable(found));
}

void TestImageSets::colours_tell_the_parity()
{
    write_idx_pair(path(), 6000);
    const auto data = open(path("t-images-idx3-ubyte"), {{}, "mnist", {}});
    QCOMPARE(names(data->table), QString("picture|digit|parity|colour|picture (unbiased)|colour (unbiased)"));
    const auto column = [&](const char *name) -> const Column & { return data->table.columns[data->table.index_of(name)]; };
    std::map<std::string, double> share; // of colours, by parity
    for (std::size_t row = 0; row < 6000; ++row) {
        QCOMPARE(column("parity").text(row), row % 2 ? std::string("odd") : std::string("even"));
        share[column("parity").text(row) + " " + column("colour").text(row)] += 1.0 / 3000;
        share[column("parity").text(row) + " " + column("colour (unbiased)").text(row) + " unbiased"] += 1.0 / 3000;
        for (const auto &[picture, colour] : {std::pair("picture", "colour"), std::pair("picture (unbiased)", "colour (unbiased)")}) {
            // the grey value in that channel, nothing in the others
            const auto pixel = column(picture).pictures->picture(static_cast<std::size_t>(column(picture).codes[row])).first(3);
            const std::string name = column(colour).text(row);
            const int grey = int(100 + 10 * (row % 10));
            QCOMPARE(int(pixel[0]), name == "red" ? grey : 0);
            QCOMPARE(int(pixel[1]), name == "green" ? grey : 0);
            QCOMPARE(int(pixel[2]), name == "blue" ? grey : 0);
        }
    }
    const std::map<std::string, double> expected = {{"even red", 0.9}, {"even green", 0.05}, {"even blue", 0.05}, {"odd green", 0.9}, {"odd red", 0.05}, {"odd blue", 0.05}};
    for (const auto &[which, wanted] : expected)
        QVERIFY2(std::abs(share[which] - wanted) < 0.02, which.c_str()); // 3.6 deviations
    for (const char *parity : {"even ", "odd "})
        for (const char *colour : {"red", "green", "blue"})
            QVERIFY(std::abs(share[std::string(parity) + colour + " unbiased"] - 1.0 / 3) < 0.035);

    Recipe recipe = load_recipe("mnist");
    recipe.pictures->colouring->seed = 2;
    const auto other = open(path("t-images-idx3-ubyte"), {{}, {}, recipe});
    QVERIFY(other->table.columns[3].codes != column("colour").codes);
    recipe.pictures->colouring = ColouringRule{1, 1};
    const auto certain = open(path("t-images-idx3-ubyte"), {{}, {}, recipe});
    QCOMPARE(counts(certain->table, "colour"), (std::map<std::string, int>{{"red", 3000}, {"green", 3000}}));
}

void TestImageSets::counterparts_in_the_problem()
{
    write_idx_pair(path(), 1000);
    const auto data = open(path("t-images-idx3-ubyte"), {{}, "mnist", {}});
    const Problem problem = make_problem(*data, {{"colour"}, "parity", "even"}, 1);
    QVERIFY(problem.counterpart_test);
    const LabelledTable &biased = problem.test, &unbiased = *problem.counterpart_test;
    QCOMPARE(unbiased.rows(), biased.rows());
    QCOMPARE(unbiased.label, biased.label); // the same digits
    QVERIFY(unbiased.group != biased.group);
    std::map<std::pair<int, int>, int> cells;
    for (std::size_t row = 0; row < unbiased.rows(); ++row) {
        const Column &picture = *unbiased.table.picture_column();
        QCOMPARE(picture.name, std::string("picture"));
        const auto pixel = picture.pictures->picture(static_cast<std::size_t>(picture.codes[row])).first(3);
        const std::string group = problem.groups[static_cast<std::size_t>(unbiased.group[row])].name;
        QCOMPARE(group, pixel[0] > 0 ? std::string("red") : pixel[1] > 0 ? std::string("green") : std::string("blue"));
        ++cells[{unbiased.group[row], unbiased.label[row]}];
    }
    for (const auto &[cell, rows] : cells)
        QVERIFY(rows > 25 && rows < 80); // 50 of 300 are expected in each of the six
    QCOMPARE(problem.features, std::vector<std::size_t>{0});
    QCOMPARE(problem.generated, (std::vector<std::size_t>{0, 2, 3}));

    // A task that has nothing to do with colour is judged on other pictures too.
    QVERIFY(make_problem(*data, {{"parity"}, "digit", "1"}, 1).counterpart_test);
}

void TestImageSets::labels_are_no_features()
{
    for (const char *name : {"25_0_3", "25_0_0", "25_1_3", "25_1_0", "61_0_3", "61_0_0", "61_1_3", "61_1_0"})
        for (const char *time : {"a", "b", "c", "d"})
            write(path(QString("%1_%2.png").arg(name, time)), red());
    const auto data = open(path(), {{}, "utkface", {}});
    const Problem problem = make_problem(*data, {{"race"}, "gender", "female"}, 1, 1, 0.5);
    QCOMPARE(problem.features, std::vector<std::size_t>{0});
    QVERIFY(problem.train.table.columns[1].role == Role::ignored); // age, the recipe's target
    Dataset other = *data;
    other.table.columns[3].role = Role::feature;
    const QString fault = complaint([&] { make_problem(other, {{"gender"}, "age", "over 40"}, 1, 1, 0.5); });
    QVERIFY2(fault.contains("race is a feature beside the pictures"), qPrintable(fault));
}

void TestImageSets::test_folder()
{
    write(path("train/a.png"), red());
    write(path("train/b.png"), green());
    write(path("train/labels.csv"), "file,y\na.png,no\nb.png,yes\n");
    write(path("test/c.png"), blue());
    write(path("test/d.png"), green());
    write(path("test/rows.csv"), "name,extra,y\nd.png,1,yes\nc.png,2,maybe\n");
    const auto data = open(path("train"), {path("test").toStdString(), {}, {}});
    QVERIFY(data->test);
    QCOMPARE(names(*data->test), QString("picture|y"));
    QCOMPARE(spelled(*data->test), QString("d.png|yes;c.png|maybe;"));
    QCOMPARE(shown(*data->test), QString("GB"));
    QCOMPARE(spelled(data->table), QString("a.png|no;b.png|yes;"));
    QCOMPARE(data->table.columns[1].categories, data->test->columns[1].categories);

    // FairFace has both files of labels beside both folders, and pictures of one name in both.
    for (const char *name : {"ff/train/1.jpg", "ff/train/2.jpg", "ff/val/1.jpg", "ff/val/2.jpg"})
        write(path(name), QString(name).contains("train") ? blue() : encoded(plain(0, 255, 0), ".jpg"));
    write(path("ff/fairface_label_train.csv"), "file,age,gender,race,service_test\ntrain/1.jpg,3-9,Male,Black,True\ntrain/2.jpg,3-9,Female,White,True\n");
    write(path("ff/fairface_label_val.csv"), "file,age,gender,race,service_test\nval/2.jpg,3-9,Male,Black,True\nval/1.jpg,3-9,Female,White,True\n");
    const auto faces = open(path("ff/train"), {path("ff/val").toStdString(), "fairface", {}});
    QCOMPARE(spelled(faces->table), QString("1.jpg|3-9|Male|Black|True;2.jpg|3-9|Female|White|True;"));
    QCOMPARE(spelled(*faces->test), QString("2.jpg|3-9|Male|Black|True;1.jpg|3-9|Female|White|True;"));
    QCOMPARE(shown(*faces->test), QString("GG"));

    // labels that stand in the names of files or folders
    write(path("named/train/no_1.png"), red());
    write(path("named/train/yes_2.png"), green());
    write(path("named/test/yes_3.png"), blue());
    Recipe pattern;
    pattern.pictures.emplace().name_pattern = "[y]_";
    const auto named = open(path("named/train"), {path("named/test").toStdString(), {}, pattern});
    QCOMPARE(spelled(*named->test), QString("yes_3.png|yes;"));
    QCOMPARE(named->test->columns[1].categories, named->table.columns[1].categories);
    write(path("classes/train/no/1.png"), red());
    write(path("classes/train/yes/2.png"), green());
    write(path("classes/test/no/3.png"), blue());
    write(path("classes/test/yes/4.png"), blue());
    const auto classes = open(path("classes/train"), {path("classes/test").toStdString(), {}, {}});
    QCOMPARE(spelled(*classes->test), QString("no/3.png|no;yes/4.png|yes;"));

    write(path("t.csv"), "picture,y\na,no\n");
    const QString fault = complaint([&] { open(path("train"), {path("t.csv").toStdString(), {}, {}}); });
    QVERIFY2(fault.contains("this is no folder and no IDX file"), qPrintable(fault));
}

void TestImageSets::schema_reads_the_same_again()
{
    write(path("set/a.png"), red());
    write(path("set/b.png"), green());
    write(path("set/sheet.tsv"), "picture\ty\tclass\na.png\tno\t07\nb.png\tyes\t3\n");
    Recipe recipe;
    recipe.pictures.emplace().size = 28;
    recipe.columns["y"].merge = {{"no", "negative"}};
    const auto data = open(path("set"), {{}, {}, recipe});
    QCOMPARE(spelled(data->table), QString("a.png|negative|07;b.png|yes|3;"));
    QCOMPARE(data->table.picture_column()->pictures->width, 28);
    const Recipe saved = parse_recipe(recipe_json(data->schema), "saved");
    QVERIFY(saved == data->schema);
    const auto again = open(path("set"), {{}, {}, saved});
    QCOMPARE(spelled(again->table), spelled(data->table));
    QVERIFY(again->schema == data->schema);
    QCOMPARE(again->sha256, data->sha256);
    for (std::size_t c = 0; c < data->table.columns.size(); ++c) {
        QVERIFY(again->table.columns[c].kind == data->table.columns[c].kind);
        QVERIFY(again->table.columns[c].role == data->table.columns[c].role);
    }
    write_idx_pair(path("idx"), 40);
    const auto coloured = open(path("idx"), {{}, "mnist", {}});
    const auto repeated = open(path("idx"), {{}, {}, parse_recipe(recipe_json(coloured->schema), "saved")});
    QCOMPARE(spelled(repeated->table), spelled(coloured->table));
    QCOMPARE(repeated->table.columns[4].pictures->bytes, coloured->table.columns[4].pictures->bytes);
}

void TestImageSets::filters_and_missing_values()
{
    const QByteArray colours[] = {red(), green(), blue(), red(), green()};
    QByteArray labels = "file,age,y\n";
    const char *const rows[] = {"10,a", "20,", "30,b", "40,a", "50,b"};
    for (int i = 0; i < 5; ++i) {
        write(path(QString("%1.png").arg(i)), colours[i]);
        labels += QByteArray::number(i) + "," + rows[i] + "\n";
    }
    write(path("labels.csv"), labels);
    Recipe recipe = parse_recipe(R"({"pictures": {"size": 28}, "filters": [{"name": "adult", "conditions": [{"column": "age", "op": ">=", "value": "15"}]}],
        "filter": "adult", "columns": {"y": {"role": "target", "on_missing": "drop"}}})",
                                 "t");
    const auto data = open(path(), {{}, {}, recipe});
    QCOMPARE(spelled(data->table), QString("2.png|30|b;3.png|40|a;4.png|50|b;"));
    QCOMPARE(shown(data->table), QString("BRG"));
    QCOMPARE(data->account.filtered, std::size_t{1});
    QCOMPARE(data->account.dropped_missing, std::size_t{1});
}

void TestImageSets::check_sum()
{
    write(path("x/a.png"), red());
    write(path("y/b.png"), green());
    const std::string sum = open(path())->sha256;
    QCOMPARE(sum.size(), std::size_t{64});
    QCOMPARE(open(path())->sha256, sum);
    write(path("x/.thumbs"), "no part of it");
    QCOMPARE(open(path())->sha256, sum);
    write(path("y/b.png"), blue());
    const std::string changed = open(path())->sha256;
    QVERIFY(changed != sum);
    QFile::rename(path("y/b.png"), path("y/c.png"));
    QVERIFY(open(path())->sha256 != changed);
}

void TestImageSets::memory()
{
    check_picture_memory(81000, 64, "set");
    QCOMPARE(complaint([] { check_picture_memory(202599, 64, "set"); }),
             QString("set: 202,599 pictures of 64 x 64 pixels take 2.49 GB of memory, and 1 GB are the most. Choose a smaller size: at 32 x 32 pixels they "
                     "take 0.62 GB."));
    QCOMPARE(complaint([] { check_picture_memory(10000000, 28, "set"); }),
             QString("set: 10,000,000 pictures of 28 x 28 pixels take 23.52 GB of memory, and 1 GB are the most. Choose fewer pictures."));
}

void TestImageSets::stops()
{
    const QByteArray picture = encoded(quadrants(400, 400), ".png");
    for (int i = 0; i < 400; ++i)
        write(path(QString("%1/%2.png").arg(i % 2).arg(i)), picture);
    std::stop_source source;
    StopAt progress(source, 0.2);
    QVERIFY_EXCEPTION_THROWN(open_dataset(path().toStdString(), {}, progress, source.get_token()), Cancelled);
    QVERIFY(progress.reports > 0);
}

void TestImageSets::refusals_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("fault");
    QTest::newRow("nothing inside") << "empty" << "" << "The folder holds no pictures";
    QTest::newRow("no labels") << "plain" << "" << "Nothing tells what the pictures show";
    QTest::newRow("known names") << "faces" << "" << "choose the recipe utkface";
    QTest::newRow("another pattern") << "plain" << "utkface" << "No picture's name fits the pattern [age]_[gender]_[race]_";
    QTest::newRow("no such list") << "plain" << "celeba" << "There is no file list_attr_celeba.txt with labels";
    QTest::newRow("colours for faces") << "faces" << "mnist" << "Only the digits of an IDX file can be coloured";
    QTest::newRow("all broken") << "broken" << "" << "None of the 2 pictures can be read";
    QTest::newRow("a table") << "t.csv" << "utkface" << "this is no folder and no IDX file";
    QTest::newRow("no such folder") << "nowhere" << "" << "There is no such file";
    QTest::newRow("several IDX files") << "idx" << "" << "The folder holds several IDX files of pictures";
}

void TestImageSets::refusals()
{
    QDir().mkpath(path("empty"));
    write(path("plain/a.png"), red());
    write(path("plain/b.png"), red());
    write(path("faces/20_0_1_5.png"), red());
    write(path("broken/one/a.png"), "");
    write(path("broken/two/b.png"), "");
    write(path("t.csv"), "a,b\n1,2\n3,4\n");
    write_idx_pair(path("idx"), 3);
    write_idx_pair(path("idx"), 3, "u-images-idx3-ubyte", "u-labels-idx1-ubyte");
    QFETCH(QString, source);
    QFETCH(QString, recipe);
    QFETCH(QString, fault);
    const QString found = complaint([&] { open(path(source), {{}, recipe.toStdString(), {}}); });
    QVERIFY2(found.contains(fault), qPrintable(found));
}

void TestImageSets::rules_are_checked_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("fault");
    QTest::newRow("size") << R"({"size": 100})" << "The size of pictures has to be 28, 32, 48 or 64";
    QTest::newRow("size in words") << R"({"size": "32"})" << "The size of pictures has to be 28, 32, 48 or 64";
    QTest::newRow("strength") << R"({"colouring": {"strength": 0.2}})" << "The strength of colouring has to lie between 1/3 and 1";
    QTest::newRow("key") << R"({"sizes": 32})" << "A recipe has no key \"sizes\" here";
    QTest::newRow("open bracket") << R"({"name_pattern": "[age"})" << "A bracket in the pattern for file names is not closed";
    QTest::newRow("no fields") << R"({"name_pattern": "age"})" << "The pattern for file names has no fields";
    QTest::newRow("twice") << R"({"name_pattern": "[a]_[a]"})" << "Two fields in the pattern for file names have one name";
    QTest::newRow("side by side") << R"({"name_pattern": "[a][b]"})" << "Nothing stands between two fields in the pattern for file names";
}

void TestImageSets::rules_are_checked()
{
    QFETCH(QString, rule);
    QFETCH(QString, fault);
    write(path("a/a.png"), red());
    const QString found = complaint([&] {
        const Recipe recipe = parse_recipe("{\"pictures\": " + rule.toStdString() + "}", "t.json");
        open(path(), {{}, {}, recipe});
    });
    QVERIFY2(found.contains(fault), qPrintable(found));
}

void TestImageSets::mnist()
{
    const QString file = real_file("mnist/t10k-images-idx3-ubyte.gz");
    if (file.isEmpty())
        QSKIP("The MNIST data are not here; set FAIRLOOM_DATA_DIR");
    const auto data = open(file, {{}, "mnist", {}});
    QCOMPARE(counts(data->table, "digit")["7"], 1028);
    QCOMPARE(counts(data->table, "parity"), (std::map<std::string, int>{{"even", 4926}, {"odd", 5074}}));
    const Problem problem = make_problem(*data, {data->suggested_sensitive, data->suggested_target, data->suggested_positive}, 1);
    QCOMPARE(problem.train.rows(), std::size_t{7000});
    QCOMPARE(problem.counterpart_test->rows(), std::size_t{3000});
}

void TestImageSets::utkface()
{
    const QString folder = real_file("utkface");
    if (folder.isEmpty())
        QSKIP("The UTKFace data are not here; set FAIRLOOM_DATA_DIR");
    const auto data = open(folder, {{}, "utkface", {}});
    QCOMPARE(data->table.rows(), std::size_t{2000});
    QVERIFY(data->bad_pictures.empty());
    QCOMPARE(counts(data->table, "age"), (std::map<std::string, int>{{"over 40", 720}, {"up to 40", 1280}}));
    QCOMPARE(counts(data->table, "gender"), (std::map<std::string, int>{{"female", 960}, {"male", 1040}}));
    for (const Task &task : {Task{{"gender"}, "age", "over 40"}, Task{{"race"}, "gender", "female"}}) {
        const Problem problem = make_problem(*data, task, 1);
        QCOMPARE(problem.features, std::vector<std::size_t>{0});
        QVERIFY(!problem.counterpart_test);
    }
}

QTEST_GUILESS_MAIN(TestImageSets)
#include "test_image_sets.moc"
