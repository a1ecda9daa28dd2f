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
    void takesOpenData();
    void findsTheFolderOfData();
    void makesPathsAbsolute();
    void grindsThroughSensitiveColumns();
    void comesBackFromItsText();
    void wordsForFolders();

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
    QTest::newRow("no JSON") << QByteArray("{") << "not valid JSON";
    QTest::newRow("no object") << QByteArray("[1]") << "not a JSON object";
    QTest::newRow("no data") << QByteArray(R"({"seeds": [1]})") << "--data";
    QTest::newRow("data that are open") << QByteArray(R"({"data": "open"})") << "--data";
    QTest::newRow("empty data") << QByteArray(R"({"data": {}})") << "names no data set";
    QTest::newRow("seed named twice") << QByteArray(R"({"data": {"a": {"data": "x"}}, "seeds": [1, 2, 1]})") << "named twice";
    QTest::newRow("range of one value") << QByteArray(R"({"data": {"a": {"data": "x"}}, "random": {"trials": 1, "ranges": {"latent": [4]}}})") << "two values";
    QTest::newRow("subsets of nothing") << QByteArray(R"({"data": {"a": {"data": "x"}}, "grid": {"sensitive": "subsets"}})") << "sensitive columns in turn";
    QTest::newRow("subsets of a setting") << QByteArray(R"({"data": {"a": {"data": "x"}}, "grid": {"latent": "subsets"}})") << "list of values";
    QTest::newRow("title is a number") << QByteArray(R"({"title": 1, "data": {"a": {"data": "x"}}})") << "not a text";
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

void TestStudyFile::takesOpenData()
{
    const StudyContext context{StudyPlan::Data{"mine", R"({"data": "sample:lending", "sensitive": ["origin"]})"}, {}};
    for (const char *text : {R"({"seeds": [7]})", R"({"data": "open", "seeds": [7]})", R"({"data": {"a": {"data": "$FAIRLOOM_DATA_DIR/x"}, "b": {"data": "y"}}, "seeds": [7]})"}) {
        const Study study = parse_study(text, "open.json", context);
        QCOMPARE(study.name, std::string("open"));
        QCOMPARE(study.trials.size(), std::size_t(1));
        QCOMPARE(study.trials[0].name(), std::string("mine.default.seed-7"));
        const RunConfigFile config = parse_run_config(study.trials[0].config, "");
        QCOMPARE(config.data, std::string("sample:lending"));
        QCOMPARE(config.task.sensitive, std::vector<std::string>{"origin"});
    }
}

void TestStudyFile::findsTheFolderOfData()
{
    const std::string text = R"({"data": {"a": {"data": "$FAIRLOOM_DATA_DIR/a.csv", "test": "$FAIRLOOM_DATA_DIR/b.csv"}}})";
    qputenv("FAIRLOOM_DATA_DIR", "/variable");
    QCOMPARE(parse_run_config(parse_study(text, "s.json").trials[0].config, "").data, std::string("/variable/a.csv"));
    const RunConfigFile given = parse_run_config(parse_study(text, "s.json", {std::nullopt, "/given/folder/"}).trials[0].config, "");
    QCOMPARE(given.test, std::string("/given/folder/b.csv"));
    qunsetenv("FAIRLOOM_DATA_DIR");
    try {
        parse_study(text, "s.json");
        QFAIL("nothing was refused");
    } catch (const InputError &error) {
        const QString said = QString::fromUtf8(error.what());
        QVERIFY2(said.contains(QStringLiteral("--data-dir")) && said.contains(QStringLiteral("FAIRLOOM_DATA_DIR")), error.what());
    }
}

void TestStudyFile::makesPathsAbsolute()
{
    const Study study = parse_study(R"({"data": {"a": {"data": "people.csv", "test": "../test.csv"}}})", "s.json");
    const RunConfigFile config = parse_run_config(study.trials[0].config, "");
    QCOMPARE(config.data, (std::filesystem::current_path() / "people.csv").string());
    QCOMPARE(config.test, (std::filesystem::current_path().parent_path() / "test.csv").string());
}

void TestStudyFile::grindsThroughSensitiveColumns()
{
    const auto variants = [](const char *text) {
        std::vector<std::string> out;
        for (const StudyTrial &trial : parse_study(text, "s.json").trials)
            out.push_back(trial.data + ":" + trial.variant);
        return out;
    };
    QCOMPARE(variants(R"({"data": {"a": {"data": "x"}}, "grid": {"sensitive": [["sex"], ["sex", "race"], "age group"], "loss": ["l1"]}})"),
             (std::vector<std::string>{"a:sensitive=sex,loss=l1", "a:sensitive=sex+race,loss=l1", "a:sensitive=age_group,loss=l1"}));
    // each data set has its own
    QCOMPARE(variants(R"({"data": {"a": {"data": "x", "sensitive": ["s", "t", "u"]}, "b": {"data": "y", "sensitive": "v"}}, "grid": {"sensitive": "subsets"}})"),
             (std::vector<std::string>{"a:sensitive=s", "a:sensitive=t", "a:sensitive=u", "a:sensitive=s+t", "a:sensitive=s+u", "a:sensitive=t+u", "a:sensitive=s+t+u",
                                       "b:sensitive=v"}));
    // names that a folder cannot tell apart
    QCOMPARE(variants(R"({"data": {"a": {"data": "x"}}, "grid": {"sensitive": ["a b", "a_b"]}})"),
             (std::vector<std::string>{"a:sensitive=a_b", "a:sensitive=a_b-2"}));
    const Study study = parse_study(R"({"data": {"a": {"data": "x"}}, "grid": {"sensitive": [["sex", "race"]]}})", "s.json");
    QCOMPARE(parse_run_config(study.trials[0].config, "").task.sensitive, (std::vector<std::string>{"sex", "race"}));
}

void TestStudyFile::comesBackFromItsText()
{
    StudyPlan plan;
    plan.name = "mine";
    plan.title = "What I want to know";
    plan.description = "Two sentences. With \"quotes\".";
    plan.keep_files = true;
    plan.data = {{"a", R"({"data":"x.csv","sensitive":["sex"]})"}, {"b", R"({"data":"y.csv"})"}};
    plan.settings = {{"evaluation", "\"basic\""}, {"controls", "true"}};
    plan.variants = {{"plain", {}}, {"strict", {{"log10_beta", "9.5"}}}};
    plan.grid = {{"loss", {"\"l1\"", "\"md\""}}, {"sensitive", {}}, {"latent", {"4", "8"}}};
    plan.random = StudyPlan::Draws{5, 3, {{"kl_weight", {"0.1", "0.5"}}}};
    plan.seeds = {1, 5};
    QCOMPARE(parse_study_plan(study_json(plan), "elsewhere.json"), plan);
    StudyPlan least;
    least.name = "least";
    QCOMPARE(parse_study_plan(study_json(least), ""), least);
    QCOMPARE(parse_study_plan("{}", "/folder/my-study.json").name, std::string("my-study"));
}

void TestStudyFile::wordsForFolders()
{
    QCOMPARE(folder_word("people-1.csv"), std::string("people-1.csv"));
    QCOMPARE(folder_word("my data/x"), std::string("my_data_x"));
    QCOMPARE(folder_word(std::string(200, 'a')).size(), std::size_t(80));
}

QTEST_GUILESS_MAIN(TestStudyFile)
#include "test_study_file.moc"
