#include "core/study/study_file.h"

#include "core/base/error.h"
#include "core/study/run_json.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace fairloom;

class TestStudyFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expandsEverything();
    void drawsAtRandom();
    void readsWhatComesWithFairloom_data();
    void readsWhatComesWithFairloom();
    void refuses_data();
    void refuses();

private:
    std::filesystem::path write(const QByteArray &text)
    {
        const QString path = folder_.filePath(QStringLiteral("study.json"));
        QFile file(path);
        file.open(QIODevice::WriteOnly);
        file.write(text);
        return path.toStdString();
    }

    QTemporaryDir folder_;
};

void TestStudyFile::expandsEverything()
{
    const Study study = read_study(write(R"({
        "name": "grid", "keep_files": true,
        "data": {"a": {"data": "sample:hiring"}, "b": {"data": "sample:lending"}},
        "settings": {"kl_weight": 0.3, "teacher_epochs": 2},
        "variants": {"fair": {"preset": "strict-parity", "kl_weight": 0.4}, "plain": {"log10_beta": 0}},
        "grid": {"loss": ["l1", "md"], "latent": [4, 8, 16]},
        "seeds": [3, 4]})"));
    QCOMPARE(study.name, std::string("grid"));
    QVERIFY(study.keep_files);
    QCOMPARE(study.trials.size(), std::size_t(2 * 2 * 2 * 3 * 2));
    std::set<std::string> names;
    for (const StudyTrial &trial : study.trials)
        names.insert(trial.name());
    QCOMPARE(names.size(), study.trials.size());
    QCOMPARE(study.trials.front().name(), std::string("a.fair,loss=l1,latent=4.seed-3"));
    const RunConfigFile first = parse_run_config(study.trials.front().config, "");
    QCOMPARE(first.data, std::string("sample:hiring"));
    QCOMPARE(first.settings.kl_weight, 0.4); // the variant's own over the common one, and over the preset's
    QCOMPARE(first.settings.teacher_epochs, 2);
    QCOMPARE(first.settings.loss, std::string("l1"));
    QCOMPARE(first.settings.latent, 4);
    QCOMPARE(first.settings.seed, std::uint64_t(3));
    for (std::size_t i = 0; i < study.trials.size(); ++i) // a study that is stopped early has all variants of the first seed
        QCOMPARE(study.trials[i].seed, std::uint64_t(i < study.trials.size() / 2 ? 3 : 4));
}

void TestStudyFile::drawsAtRandom()
{
    const QByteArray text = R"({"data": {"a": {"data": "sample:hiring"}},
        "random": {"trials": 40, "seed": 5, "ranges": {"kl_weight": [0.1, 0.5], "loss": ["l1", "mse"], "latent": [4, 8, 16]}}})";
    const Study study = read_study(write(text)), again = read_study(write(text));
    QCOMPARE(study.trials.size(), std::size_t(40));
    std::set<std::string> losses;
    std::set<int> latents;
    std::set<double> weights;
    for (std::size_t i = 0; i < study.trials.size(); ++i) {
        QCOMPARE(study.trials[i].config, again.trials[i].config);
        const RunSettings settings = parse_run_config(study.trials[i].config, "").settings;
        QVERIFY(settings.kl_weight >= 0.1 && settings.kl_weight <= 0.5);
        weights.insert(settings.kl_weight);
        losses.insert(settings.loss);
        latents.insert(settings.latent);
    }
    QVERIFY(weights.size() > 30);
    QCOMPARE(losses, (std::set<std::string>{"l1", "mse"}));
    QCOMPARE(latents, (std::set<int>{4, 8, 16}));
}

void TestStudyFile::readsWhatComesWithFairloom_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(FAIRLOOM_SOURCE_DIR "/resources/studies"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")});
    QVERIFY(names.size() >= 2);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestStudyFile::readsWhatComesWithFairloom()
{
    QFETCH(QString, path);
    qputenv("FAIRLOOM_DATA_DIR", "/somewhere");
    const Study study = read_study(path.toStdString());
    QVERIFY(!study.trials.empty());
    QVERIFY(parse_run_config(study.trials.front().config, "").data.rfind("/somewhere/", 0) == 0);
}

void TestStudyFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("{") << "not a JSON object";
    QTest::newRow("no data") << QByteArray(R"({"seeds": [1]})") << "data";
    QTest::newRow("unknown part") << QByteArray(R"({"data": {"a": {}}, "seed": [1]})") << "seed: A study has no such part";
    QTest::newRow("unknown setting") << QByteArray(R"({"data": {"a": {"data": "x"}}, "settings": {"betta": 1}})") << "betta: There is no such setting";
    QTest::newRow("value outside its range") << QByteArray(R"({"data": {"a": {"data": "x"}}, "grid": {"latent": [8, 99]}})") << "latent: 99 is outside";
    QTest::newRow("grid without list") << QByteArray(R"({"data": {"a": {"data": "x"}}, "grid": {"latent": 8}})") << "list of values";
    QTest::newRow("seed is a text") << QByteArray(R"({"data": {"a": {"data": "x"}}, "seeds": ["one"]})") << "whole number";
    QTest::newRow("name that leaves the folder") << QByteArray(R"({"data": {"../a": {"data": "x"}}})") << "cannot be the name of a folder";
    QTest::newRow("random without trials") << QByteArray(R"({"data": {"a": {"data": "x"}}, "random": {"ranges": {}}})") << "trials";
    QTest::newRow("far too many") << QByteArray(R"({"data": {"a": {"data": "x"}}, "random": {"trials": 1000000, "ranges": {}}})") << "trials";
}

void TestStudyFile::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    try {
        read_study(write(text));
        QFAIL("nothing was refused");
    } catch (const InputError &error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
        QVERIFY2(QString::fromUtf8(error.what()).contains(QStringLiteral("study.json")), error.what());
    }
}

QTEST_GUILESS_MAIN(TestStudyFile)
#include "test_study_file.moc"
