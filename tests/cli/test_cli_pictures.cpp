#include "cli/cli_process.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using Json = nlohmann::json;

/// Image sets through the command line: inspect with its options, schemas, what is left out.
class TestCliPictures : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void datasets();
    void inspectsFolder();
    void listsWhatIsLeftOut();
    void optionsForPictures();
    void wrongSize();
    void savedSchemaReadsTheSame();
    void colouredDigits();
    void sampleOfShapes();
    void partOfAConfiguration();
    void judgesGeneratedPictures();

private:
    QString path(const QString &name) const { return dir_.filePath(name); }
    static Json inspected(const QStringList &arguments);
    static Json column(const Json &inspected, const std::string &name);
    QTemporaryDir dir_;
};

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// 8 x 8 pixels of one grey.
QByteArray bmp(char grey)
{
    QByteArray header(54, '\0');
    const auto put = [&](int at, quint32 value) { qToLittleEndian(value, header.data() + at); };
    header[0] = 'B';
    header[1] = 'M';
    put(2, 54 + 192);
    put(10, 54);
    put(14, 40);
    put(18, 8);
    put(22, 8);
    header[26] = 1;
    header[28] = 24;
    put(34, 192);
    return header + QByteArray(192, grey);
}

QByteArray idx(const QList<quint32> &shape, const QByteArray &values)
{
    QByteArray out("\0\0\x08", 3);
    out += char(shape.size());
    for (const quint32 extent : shape) {
        QByteArray number(4, '\0');
        qToBigEndian(extent, number.data());
        out += number;
    }
    return out + values;
}

} // namespace

Json TestCliPictures::inspected(const QStringList &arguments)
{
    const CliResult result = call_cli(QStringList{"inspect", "--json"} + arguments);
    return Json::parse(result.out.begin(), result.out.end(), nullptr, false);
}

Json TestCliPictures::column(const Json &inspected, const std::string &name)
{
    for (const Json &column : inspected["columns"])
        if (column["name"] == name)
            return column;
    return nullptr;
}

void TestCliPictures::initTestCase()
{
    QDir().mkpath(path("set"));
    QByteArray labels = "file,sex,happy\n";
    for (int i = 0; i < 40; ++i) {
        const QString name = QString("p%1.bmp").arg(i);
        write(path("set/" + name), bmp(char(i)));
        labels += name.toUtf8() + (i % 2 ? ",f" : ",m") + (i % 3 ? ",yes\n" : ",no\n");
    }
    write(path("set/p7.bmp"), "no picture");
    write(path("set/extra.bmp"), bmp(1));
    write(path("set/labels.csv"), labels + "gone.bmp,f,no\n");

    QByteArray pixels, digits;
    for (int i = 0; i < 200; ++i) {
        pixels += QByteArray(100, char(50 + i % 10));
        digits += char(i % 10);
    }
    write(path("x-images-idx3-ubyte"), idx({200, 10, 10}, pixels));
    write(path("x-labels-idx1-ubyte"), idx({200}, digits));
}

void TestCliPictures::datasets()
{
    const CliResult result = call_cli({"datasets", "--json"});
    const Json listed = Json::parse(result.out.begin(), result.out.end());
    QStringList pictures;
    for (const Json &recipe : listed["recipes"])
        if (recipe["pictures"].get<bool>())
            pictures += QString::fromStdString(recipe["name"].get<std::string>());
    QCOMPARE(pictures, (QStringList{"celeba", "fairface", "ham10000", "mnist", "utkface"}));
}

void TestCliPictures::inspectsFolder()
{
    const Json out = inspected({path("set"), "--sensitive", "sex", "--target", "happy", "--positive", "yes"});
    QCOMPARE(out["rows"].get<int>(), 39);
    const Json picture = column(out, "picture");
    QCOMPARE(picture["type"].get<std::string>(), std::string("picture"));
    QCOMPARE(picture["role"].get<std::string>(), std::string("feature"));
    QCOMPARE(picture["width"].get<int>(), 32);
    QCOMPARE(picture["distinct"].get<int>(), 39);
    QCOMPARE(column(out, "sex")["role"].get<std::string>(), std::string("sensitive"));
    QCOMPARE(out["groups"].size(), std::size_t{2});
    const CliResult text = call_cli({"inspect", path("set")});
    QVERIFY(text.out.contains("32 x 32 pixels"));
    QVERIFY(text.out.contains("p7.bmp was left out: the content is not a picture"));
}

void TestCliPictures::listsWhatIsLeftOut()
{
    const Json out = inspected({path("set")});
    QCOMPARE(out["left_out"].get<int>(), 3);
    QCOMPARE(out["left_out_by"]["bad_pictures"].get<int>(), 2);
    QCOMPARE(out["left_out_by"]["unlabelled_pictures"].get<int>(), 1);
    QCOMPARE(out["bad_pictures"].size(), std::size_t{2});
    QCOMPARE(out["bad_pictures"][0]["name"].get<std::string>(), std::string("gone.bmp"));
    QCOMPARE(out["bad_pictures"][1]["reason"].get<std::string>(), std::string("the content is not a picture"));
}

void TestCliPictures::optionsForPictures()
{
    QCOMPARE(column(inspected({path("set"), "--picture-size", "64"}), "picture")["width"].get<int>(), 64);
    write(path("other.csv"), "name,colour\np1.bmp,dark\np2.bmp,dark\np3.bmp,light\n");
    const Json other = inspected({path("set"), "--labels", "../other.csv"});
    QCOMPARE(other["rows"].get<int>(), 3);
    QVERIFY(!column(other, "colour").is_null());
    const Json named = inspected({path("set"), "--name-pattern", "p[number]"});
    QCOMPARE(named["rows"].get<int>(), 39);
    QCOMPARE(column(named, "number")["type"].get<std::string>(), std::string("integer"));
}

void TestCliPictures::wrongSize()
{
    const CliResult result = call_cli({"inspect", path("set"), "--picture-size", "100"});
    QCOMPARE(result.status, 2);
    QVERIFY(result.err.contains("The size of pictures has to be 28, 32, 48 or 64"));
}

void TestCliPictures::savedSchemaReadsTheSame()
{
    const Json first = inspected({path("set"), "--picture-size", "28", "--save-schema", path("s.json")});
    const Json second = inspected({path("set"), "--schema", path("s.json")});
    QCOMPARE(second["sha256"], first["sha256"]);
    QCOMPARE(column(second, "picture")["width"].get<int>(), 28);
    for (const Json &each : first["columns"])
        QCOMPARE(column(second, each["name"].get<std::string>())["type"], each["type"]);
}

void TestCliPictures::colouredDigits()
{
    const Json out = inspected({path("x-images-idx3-ubyte"), "--recipe", "mnist"});
    QCOMPARE(out["rows"].get<int>(), 200);
    QCOMPARE(out["target"].get<std::string>(), std::string("parity"));
    QCOMPARE(out["groups"].size(), std::size_t{3});
    QCOMPARE(inspected({path("x-images-idx3-ubyte")})["recipe_that_fits"].get<std::string>(), std::string("mnist"));
}

void TestCliPictures::sampleOfShapes()
{
    const Json out = inspected({"sample:shapes"});
    QCOMPARE(out["rows"].get<int>(), 2400);
    QCOMPARE(out["groups"].size(), std::size_t{2});
}

void TestCliPictures::partOfAConfiguration()
{
    write(path("part.json"), R"({"latent": 8, "teacher_epochs": 1, "student_epochs": 1, "evaluation": "student", "quality_rows": 100})");
    const CliResult result = call_cli({"run", "--data", "sample:shapes", "--config", path("part.json"), "--rows", "240", "--out", path("part")});
    QVERIFY2(result.status == 0, result.err.constData());
    QFile file(path("part/run.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const Json config = Json::parse(bytes.begin(), bytes.end())["config"];
    QCOMPARE(config["latent"].get<int>(), 8);
    QCOMPARE(config["teacher_epochs"].get<int>(), 1);
    // what it leaves open is the pictures' own
    QCOMPARE(config["kind"].get<std::string>(), std::string("pictures"));
    QCOMPARE(config["hidden"].get<int>(), 64);
    QCOMPARE(config["balance"].get<std::string>(), std::string("both"));
    const CliResult again = call_cli({"run", "--config", path("part/run.json"), "--rows", "240", "--out", path("again")});
    QVERIFY2(again.status == 0, again.err.constData());
    QFile second(path("again/run.json"));
    QVERIFY(second.open(QIODevice::ReadOnly));
    const QByteArray repeated = second.readAll();
    QVERIFY(Json::parse(repeated.begin(), repeated.end())["config"] == config);
}

void TestCliPictures::judgesGeneratedPictures()
{
    const auto pictures = [&](const QString &folder, int count, int first) { // greys, darker where the label is "b"
        for (int i = 0; i < count; ++i)
            write(QDir(path(folder)).filePath(QStringLiteral("%1_%2_%3.png").arg(i % 2 ? "b" : "a").arg(i % 4 / 2).arg(i)), bmp(char(first + i % 60 + 100 * (i % 2))));
    };
    for (const char *folder : {"jtrain", "jtest", "jmade"})
        QVERIFY(QDir(path("")).mkpath(folder));
    pictures("jtrain", 120, 10);
    pictures("jtest", 80, 12);
    pictures("jmade", 100, 14);
    QByteArray labels("picture,y,s\n");
    for (const QString &name : QDir(path("jmade")).entryList({"*.png"}))
        labels += name.toUtf8() + ',' + name.left(1).toUtf8() + ',' + name.mid(2, 1).toUtf8() + '\n';
    write(path("jmade/labels.csv"), labels);
    const CliResult result = call_cli({"evaluate", "--real-train", path("jtrain"), "--real-test", path("jtest"), "--synthetic", path("jmade"), "--name-pattern", "[y]_[s]_",
                                       "--sensitive", "s", "--target", "y", "--positive", "b", "--quality-rows", "100", "--json"});
    QVERIFY2(result.status == 0, result.err.constData());
    const Json out = Json::parse(result.out.begin(), result.out.end());
    QVERIFY(out["protocols"]["tstr"]["classifiers"]["xgboost"]["utility"]["accuracy"].get<double>() > 0.9);
}

QTEST_GUILESS_MAIN(TestCliPictures)
#include "test_cli_pictures.moc"
