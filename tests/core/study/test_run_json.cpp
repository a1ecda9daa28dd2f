#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/study/example_run.h"
#include "core/study/loss_log.h"
#include "core/study/run_folder.h"
#include "core/study/run_json.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace fairloom;
using Json = nlohmann::json;

namespace {

template <typename Action>
QString error_of(Action action)
{
    try {
        action();
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestRunJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { dir_ = std::make_unique<QTemporaryDir>(); }

    void keysOfTheContract();
    void undefinedMetricsSayWhy();
    void intervalsStandBeside();
    void whatWasNotComputedIsNull();
    void sourceAloneHasNothingOfAModel();
    void configRepeatsTheRun();
    void bareConfigMayBePartial();
    void refusesConfigs_data();
    void refusesConfigs();
    void unfinishedParts();
    void notUtf8();

    void lossLog();
    void filesAreWhole();
    void folders();

private:
    std::filesystem::path path(const char *name) const { return std::filesystem::path(dir_->path().toStdString()) / name; }
    std::unique_ptr<QTemporaryDir> dir_;
};

void TestRunJson::keysOfTheContract()
{
    const Json run = Json::parse(run_json(example_run()));
    QCOMPARE(run["fairloom"].get<std::string>(), std::string("0.1.0"));
    QCOMPARE(run["state"].get<std::string>(), std::string("done"));
    for (const char *key : {"name", "rows", "columns", "left_out", "sha256"})
        QVERIFY2(run["dataset"].contains(key), key);
    for (const char *key : {"load", "teacher", "student", "generate", "evaluate", "total"})
        QVERIFY2(run["timings_s"][key].is_number(), key);
    for (const char *key : {"parameters", "epochs", "seconds_per_epoch"})
        QVERIFY2(run["teacher"][key].is_number(), key);
    for (const char *key : {"kind", "loss", "parameters"})
        QVERIFY2(run["student"].contains(key), key);
    QCOMPARE(run["warnings"][0].get<std::string>(), std::string("Group <Other> has only 7 rows"));
    QCOMPARE(run["sources"].size(), std::size_t(2));
    const Json &student = run["sources"]["student"];
    const Json &xgboost = student["protocols"]["tstr"]["classifiers"]["xgboost"];
    for (const char *key : {"dpr", "eor", "dpd", "eod", "dpr_fairlearn", "eor_fairlearn", "dpd_fairlearn", "eod_fairlearn"})
        QVERIFY2(xgboost["fairness"].contains(key), key);
    const Json &group = xgboost["fairness"]["groups"][0];
    QCOMPARE(group["group"].get<std::string>(), std::string("Female & <B>"));
    QCOMPARE(group["values"]["sex"].get<std::string>(), std::string("Female & <B>"));
    for (const char *key : {"n", "base_rate", "selection_rate", "tpr", "fpr", "precision", "accuracy"})
        QVERIFY2(group[key].is_number(), key);
    for (const char *key : {"accuracy", "precision", "recall", "f1", "auroc", "majority_accuracy"})
        QVERIFY2(xgboost["utility"][key].is_number(), key);
    for (const char *key : {"accuracy", "dpr", "eor"})
        QVERIFY2(student["representation"][key].is_number(), key);
    for (const char *key : {"density", "coverage", "precision", "recall", "k", "n"}) {
        QVERIFY2(student["quality"][key].is_number(), key);
        QVERIFY2(student["quality"]["holdout"][key].is_number(), key);
    }
    QCOMPARE(student["quality"]["density"].get<double>(), 0.88);
    QCOMPARE(student["quality"]["holdout"]["density"].get<double>(), 0.86);
    for (const char *key : {"auroc_latent", "auroc_features", "distance_correlation", "distance_correlation_p", "auroc_latent_p"})
        QVERIFY2(student["leakage"][key].is_number(), key);
    QCOMPARE(student["leakage"]["auroc_latent_null"]["hi"].get<double>(), 0.52);
}

void TestRunJson::undefinedMetricsSayWhy()
{
    const Json run = Json::parse(run_json(example_run()));
    const Json &fairness = run["sources"]["student"]["protocols"]["tstr"]["classifiers"]["xgboost"]["fairness"];
    QVERIFY(fairness["eor"].is_null());
    QCOMPARE(fairness["eor_undefined"].get<std::string>(), std::string("a group has no true positive rate"));
    QVERIFY(fairness["groups"][1]["tpr"].is_null());
    QVERIFY(fairness["groups"][1]["tpr_undefined"].is_string());
    QVERIFY(!fairness.contains("dpr_undefined"));
    QCOMPARE(fairness["eor_fairlearn"].get<double>(), 0.0);
    QVERIFY(fairness["eod_fairlearn"].is_null());
}

void TestRunJson::intervalsStandBeside()
{
    const Json run = Json::parse(run_json(example_run()));
    const Json &interval = run["sources"]["student"]["protocols"]["tstr"]["classifiers"]["xgboost"]["fairness"]["dpr_interval"];
    QCOMPARE(interval.size(), std::size_t(6));
    QCOMPARE(interval["lo"].get<double>(), 0.7);
    QCOMPARE(interval["hi"].get<double>(), 0.85);
    QCOMPARE(interval["level"].get<double>(), 0.95);
    QCOMPARE(interval["resampled"].get<std::string>(), std::string("test rows"));
    QCOMPARE(interval["draws"].get<int>(), 200);
    QCOMPARE(interval["method"].get<std::string>(), std::string("bootstrap"));
}

void TestRunJson::whatWasNotComputedIsNull()
{
    const Json run = Json::parse(run_json(example_run()));
    const Json &real = run["sources"]["real"];
    QVERIFY(real["representation"]["accuracy"].is_null());
    QVERIFY(real["representation"]["accuracy_undefined"].is_string());
    QVERIFY(real["quality"]["density"].is_null());
    QVERIFY(real["leakage"]["auroc_latent"].is_null());
    QVERIFY(real["leakage"]["distance_correlation_undefined"].is_string());
}

void TestRunJson::sourceAloneHasNothingOfAModel()
{
    const Json source = Json::parse(source_json(*example_run().source("student")));
    QVERIFY(source["protocols"].contains("tstr"));
    QVERIFY(source["quality"]["coverage"].is_number());
    QVERIFY(!source.contains("representation"));
    QVERIFY(!source["leakage"].contains("auroc_latent"));
    QVERIFY(!source["leakage"].contains("auroc_source"));
    QVERIFY(source["leakage"]["auroc_features"].is_number());
}

void TestRunJson::configRepeatsTheRun()
{
    const RunResult run = example_run();
    write_file(path("run.json"), run_json(run));
    const RunConfigFile config = read_run_config(path("run.json"));
    QVERIFY(config.settings == run.settings);
    QVERIFY(config.task == run.task);
    QCOMPARE(config.data, run.dataset.source);
    QCOMPARE(config.test, std::string());
}

void TestRunJson::bareConfigMayBePartial()
{
    write_file(path("c.json"), R"({"kl_weight": 1, "preset": "balanced", "sensitive": "sex", "log10_beta": 6.5})");
    const RunConfigFile config = read_run_config(path("c.json"));
    QCOMPARE(config.settings.log10_beta, 6.5);
    QCOMPARE(config.settings.kl_weight, 1.0); // wherever the preset stands, single keys come after it
    QCOMPARE(config.settings.batch, RunSettings().batch);
    QCOMPARE(config.task.sensitive, std::vector<std::string>{"sex"});
}

void TestRunJson::refusesConfigs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("damaged") << QByteArray("{\n \"batch\": 12,\n \"latent\" 8\n}") << "line 3";
    QTest::newRow("empty") << QByteArray("") << "not valid JSON";
    QTest::newRow("array") << QByteArray("[1, 2]") << "not a JSON object";
    QTest::newRow("unknown key") << QByteArray(R"({"bath": 12})") << "bath";
    QTest::newRow("text for number") << QByteArray(R"({"batch": "12"})") << "batch";
    QTest::newRow("fraction for whole") << QByteArray(R"({"batch": 64.5})") << "whole number";
    QTest::newRow("number for switch") << QByteArray(R"({"controls": 1})") << "true or false";
    QTest::newRow("number for text") << QByteArray(R"({"loss": 1})") << "loss";
    QTest::newRow("out of range") << QByteArray(R"({"latent": 100})") << "from 1 to 32";
    QTest::newRow("negative") << QByteArray(R"({"seed": -1})") << "seed";
    QTest::newRow("huge") << QByteArray(R"({"batch": 99999999999999999999})") << "batch";
    QTest::newRow("sensitive is a number") << QByteArray(R"({"sensitive": 3})") << "sensitive";
    QTest::newRow("null") << QByteArray(R"({"data": null})") << "data";
}

void TestRunJson::refusesConfigs()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    write_file(path("c.json"), std::string_view(content.data(), static_cast<std::size_t>(content.size())));
    const QString error = error_of([&] { read_run_config(path("c.json")); });
    QVERIFY2(error.contains("c.json"), qPrintable(error));
    QVERIFY2(error.contains(says), qPrintable(error));
    QVERIFY2(!error.contains('\n'), qPrintable(error));
}

void TestRunJson::unfinishedParts()
{
    RunResult run = example_run();
    run.state = "stopped";
    run.timings = {{"load", 0.1}};
    run.sources.clear();
    const Json json = Json::parse(run_json(run));
    QVERIFY(json["timings_s"]["teacher"].is_null());
    QVERIFY(json["sources"].is_object() && json["sources"].empty());
    QCOMPARE(json["state"].get<std::string>(), std::string("stopped"));
}

void TestRunJson::notUtf8()
{
    RunResult run = example_run();
    run.task.positive = "caf\xe9";
    const Json json = Json::parse(run_json(run)); // must be valid JSON whatever the data hold
    QCOMPARE(json["config"]["positive"].get<std::string>(), std::string("caf\xef\xbf\xbd"));
}

void TestRunJson::lossLog()
{
    LossLog log;
    log.add("teacher", 1, 1, "reconstruction", 25.5, 25.5);
    log.add("teacher", 1, 1, "fairness", 1.25e-9, 0.125);
    log.add("student", 2, 34, "kl", 0.1, 0.01);
    QCOMPARE(log.size(), std::size_t(3));
    QCOMPARE(log.row(2).term, std::string("kl"));
    QCOMPARE(log.row(2).step, 34);
    log.write(path("losses.csv"));
    QFile file(QString::fromStdString(path("losses.csv").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], QByteArray("stage,epoch,step,term,raw,weighted"));
    QCOMPARE(lines[1], QByteArray("teacher,1,1,reconstruction,25.5,25.5"));
    const QList<QByteArray> cells = lines[2].split(',');
    QCOMPARE(cells[4].toFloat(), 1.25e-9f);
    QCOMPARE(cells[5].toFloat(), 0.125f);

    LossLog resumed;
    resumed.add("student", 1, 1, "kl", 0.2, 0.02);
    resumed.write(path("losses.csv"), true);
    QFile again(QString::fromStdString(path("losses.csv").string()));
    QVERIFY(again.open(QIODevice::ReadOnly));
    const QList<QByteArray> kept = again.readAll().split('\n');
    QCOMPARE(kept.size(), 5);
    QCOMPARE(kept[1], lines[1]);
    QVERIFY(kept[3].startsWith("student,1,1,kl,0.2"));
}

void TestRunJson::filesAreWhole()
{
    write_file(path("a"), "first");
    write_file(path("a"), "second");
    QFile file(QString::fromStdString(path("a").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("second"));
    QCOMPARE(QDir(dir_->path()).entryList(QDir::Files), QStringList{"a"}); // nothing left beside it
    QVERIFY(!error_of([&] { write_file(path("none/b"), "x"); }).isEmpty());
}

void TestRunJson::folders()
{
    const auto run = path("x/y");
    check_run_folder(run, ExistingRun::refuse);
    QVERIFY(!std::filesystem::exists(run));
    prepare_run_folder(run, ExistingRun::refuse);
    QVERIFY(std::filesystem::is_directory(run));
    check_run_folder(run, ExistingRun::refuse); // an empty folder is fine

    write_file(run / "run.json", "{}");
    write_file(run / "mine.txt", "not ours");
    const QString error = error_of([&] { check_run_folder(run, ExistingRun::refuse); });
    QVERIFY2(error.contains("already holds a run") && error.contains("--force") && error.contains("--resume"), qPrintable(error));
    prepare_run_folder(run, ExistingRun::resume);
    QVERIFY(holds_run(run));
    prepare_run_folder(run, ExistingRun::replace);
    QVERIFY(!holds_run(run));
    QVERIFY(std::filesystem::exists(run / "mine.txt"));

    write_file(run / "teacher.safetensors", "");
    QVERIFY(!error_of([&] { check_run_folder(run, ExistingRun::refuse); }).isEmpty());
    QVERIFY(error_of([&] { check_run_folder(run / "mine.txt", ExistingRun::refuse); }).contains("file"));
    QVERIFY(error_of([&] { check_run_folder(run / "mine.txt" / "z", ExistingRun::refuse); }).contains("cannot be written"));
    if (::geteuid() != 0) { // nothing is forbidden to root
        std::filesystem::permissions(path("x"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        QVERIFY(error_of([&] { check_run_folder(path("x/new"), ExistingRun::refuse); }).contains("cannot be written"));
        std::filesystem::permissions(path("x"), std::filesystem::perms::owner_all);
    }
}

QTEST_GUILESS_MAIN(TestRunJson)
#include "test_run_json.moc"
