#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/data/samples.h"
#include "core/study/example_run.h"
#include "core/study/full_run.h"
#include "core/study/loss_curves.h"
#include "core/study/loss_log.h"
#include "core/study/pipeline.h"
#include "core/study/run_json.h"
#include "core/study/run_json_reader.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace fairloom;
using Json = nlohmann::ordered_json;

namespace {

QString error_of(const std::string &text)
{
    try {
        parse_run_result(text, "run.json");
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// Every place of a document.
void gather(const Json &json, const Json::json_pointer &here, std::vector<Json::json_pointer> &out)
{
    out.push_back(here);
    if (json.is_object())
        for (const auto &[key, value] : json.items())
            gather(value, here / key, out);
    else if (json.is_array())
        for (std::size_t i = 0; i < json.size(); ++i)
            gather(json[i], here / i, out);
}

RunRequest small_request()
{
    RunRequest request;
    auto data = std::make_shared<Dataset>(make_sample("hiring", 1));
    request.name = "small";
    request.task = {data->suggested_sensitive, data->suggested_target, data->suggested_positive};
    request.data = data;
    request.settings.teacher_epochs = 3;
    request.settings.student_epochs = 2;
    request.settings.hidden = 32;
    request.settings.quality_rows = 300;
    request.settings.threads = 2;
    request.settings.bootstrap = 100;
    request.settings.batch = 64; // more steps an epoch than points
    return request;
}

} // namespace

class TestRunJsonReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exampleComesBack();
    void everythingComesBack();
    void messagesComeBack();
    void realRunComesBack();
    void lossesBecomeCurves();
    void damagedLosses_data();
    void damagedLosses();
    void olderVersions();
    void refuses_data();
    void refuses();
    void hugeAndDeep();
    void truncated();
    void mutated();
};

void TestRunJsonReader::exampleComesBack()
{
    const std::string text = run_json(example_run());
    const RunResult back = parse_run_result(text, "run.json");
    QCOMPARE(run_json(back), text);
    QVERIFY(back.settings == example_run().settings);
    QVERIFY(!back.source("real")->representation && !back.source("real")->quality && !back.source("real")->privacy && !back.source("real")->leakage.latent);
}

void TestRunJsonReader::everythingComesBack()
{
    const RunResult run = FullRun::make();
    const std::string text = run_json(run);
    QTemporaryDir dir;
    const std::filesystem::path file = std::filesystem::path(dir.path().toStdString()) / "run.json";
    write_file(file, text);
    const RunResult back = read_run_result(file);
    QCOMPARE(run_json(back), text);
    const SourceResult &student = *back.source("student");
    QVERIFY(student.privacy && student.memorisation && student.explanation && student.marginals && student.support && student.two_sample);
    QVERIFY(back.source("teacher")->memorisation && !back.source("teacher")->privacy);
    QCOMPARE(student.leakage.source->auroc.undefined.args[0], std::string("Ä & <b>"));
    QCOMPARE(student.protocols.at("tstr").at("xgboost").fairness.reference, std::size_t(1));
    QVERIFY(std::isinf(student.quality->density_interval->high));
}

void TestRunJsonReader::messagesComeBack()
{
    const RunResult run = FullRun::make(), back = parse_run_result(run_json(run), "run.json");
    QVERIFY(back.warnings == run.warnings);
    QVERIFY(back.dataset.notes == run.dataset.notes);
    QVERIFY(back.dataset.bad_pictures == run.dataset.bad_pictures);
    QVERIFY(back.policy->outcomes[0].reason == run.policy->outcomes[0].reason);
    QVERIFY(back.differences[1].difference.undefined == run.differences[1].difference.undefined);
    const Json json = Json::parse(run_json(run));
    QCOMPARE(json["warnings"][0].get<std::string>(), std::string("Group <Other> has only 7 rows"));
    QCOMPARE(json["warnings_messages"][0]["text"].get<std::string>(), std::string("Group %1 has only %2 rows"));
    QCOMPARE(json["dataset"]["notes_messages"].size(), std::size_t(1));
    const Json &fairness = json["sources"]["student"]["protocols"]["tstr"]["classifiers"]["xgboost"]["fairness"];
    QVERIFY(fairness["eor_undefined"].is_string() && fairness["eor_undefined_message"]["args"].size() == 2);
    QVERIFY(!fairness.contains("dpr_undefined_message"));
    QVERIFY(fairness["eopd"].is_null() && !fairness.contains("eopd_undefined_message"));
}

void TestRunJsonReader::realRunComesBack()
{
    RunMonitor monitor;
    const RunOutcome outcome = run_pipeline(small_request(), monitor, {});
    QCOMPARE(outcome.result.state, std::string("done"));
    const std::string text = run_json(outcome.result);
    QCOMPARE(run_json(parse_run_result(text, "run.json")), text);

    QTemporaryDir dir;
    const std::filesystem::path file = std::filesystem::path(dir.path().toStdString()) / "losses.csv";
    outcome.losses->write(file);
    RunMonitor again;
    read_loss_curves(file, outcome.result.settings, again);
    for (const CurveStage stage : {CurveStage::teacher, CurveStage::student}) {
        QVERIFY(again.terms(stage) == monitor.terms(stage));
        QCOMPARE(again.epochs(stage), monitor.epochs(stage));
        const auto before = monitor.points_since(stage, 0), after = again.points_since(stage, 0);
        QVERIFY(before.size() > 5);
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY(after[i].epoch == before[i].epoch && after[i].raw == before[i].raw && after[i].weighted == before[i].weighted);
    }
}

void TestRunJsonReader::lossesBecomeCurves()
{
    LossLog log;
    for (int step = 1; step <= 5; ++step) {
        const int epoch = (step + 1) / 2; // the run was stopped in the third
        for (const char *term : {"reconstruction", "kl", "label", "fairness"})
            log.add("teacher", epoch, step, term, step, 2 * step);
        log.add("teacher", epoch, step, "fairness_self_pairs", 9, 9);
        log.add("control teacher", epoch, step, "kl", 9, 9);
    }
    QTemporaryDir dir;
    const std::filesystem::path file = std::filesystem::path(dir.path().toStdString()) / "losses.csv";
    log.write(file);
    RunMonitor curves;
    read_loss_curves(file, {}, curves);
    const auto points = curves.points_since(CurveStage::teacher, 0);
    QCOMPARE(points.size(), std::size_t(2));
    QCOMPARE(points[1].epoch, 2.0);
    QCOMPARE(points[1].raw, (std::vector<double>{3.5, 3.5, 3.5, 3.5}));
    QCOMPARE(points[1].weighted[3], 7.0);
    QVERIFY(curves.terms(CurveStage::student).empty());
}

void TestRunJsonReader::damagedLosses_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray head = "stage,epoch,step,term,raw,weighted\n", first = head + "teacher,1,1,reconstruction,1,1\n";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other header") << QByteArray("a,b\n");
    QTest::newRow("cut") << first + "teacher,1,1,k";
    QTest::newRow("cut in a step") << first + "teacher,1,1,kl,1,1\n";
    QTest::newRow("no number") << head + "teacher,1,1,reconstruction,x,1\n";
    QTest::newRow("nan") << head + "teacher,1,1,reconstruction,nan,1\n";
    QTest::newRow("inf") << head + "teacher,1,1,reconstruction,1,inf\n";
    QTest::newRow("too large") << head + "teacher,99999999999,1,reconstruction,1,1\n";
    QTest::newRow("second term first") << head + "student,1,1,kl,1,1\n";
    QTest::newRow("epoch 0") << head + "student,0,1,quality,1,1\nstudent,0,1,kl,1,1\n";
    QTest::newRow("epoch left out") << head + "student,1,1,quality,1,1\nstudent,1,1,kl,1,1\nstudent,3,2,quality,1,1\nstudent,3,2,kl,1,1\n";
    QTest::newRow("negative") << head + "student,-1,-1,quality,1,1\nstudent,-1,-1,kl,1,1\n";
    QTest::newRow("more cells") << head + "teacher,1,1,reconstruction,1,1,1\n";
}

void TestRunJsonReader::damagedLosses()
{
    QFETCH(QByteArray, content);
    QTemporaryDir dir;
    const std::filesystem::path file = std::filesystem::path(dir.path().toStdString()) / "losses.csv";
    write_file(file, content.toStdString());
    RunMonitor curves;
    QVERIFY_THROWS_EXCEPTION(InputError, read_loss_curves(file, {}, curves));
    QVERIFY(curves.points_since(CurveStage::teacher, 0).empty());
    QVERIFY_THROWS_EXCEPTION(InputError, read_loss_curves(file / "none", {}, curves));
}

/// As cli.md's contract had it before anything else was added.
void TestRunJsonReader::olderVersions()
{
    const RunResult run = parse_run_result(R"({
        "fairloom": "0.0.1", "config": {"data": "sample:hiring", "sensitive": "sex", "target": "hired", "positive": "yes"},
        "dataset": {"name": "hiring", "rows": 10, "columns": 3, "left_out": 0, "sha256": "ab"},
        "timings_s": {"load": 1, "teacher": null}, "teacher": {"parameters": 5}, "student": {"kind": "encoder"},
        "warnings": ["100 % of %1"],
        "sources": {"student": {
            "protocols": {"tstr": {"classifiers": {"xgboost": {"fairness": {"dpr": 0.5, "eor": null, "eor_undefined": "no true positives in 100 %",
                "groups": [{"group": "f", "values": {"sex": "f"}, "n": 3}, {"group": "m", "n": 7, "tpr": 0.5}]}}}}},
            "representation": {"accuracy": 0.5}, "quality": {"density": 0.9, "coverage": 0.8, "k": 5, "n": 10},
            "leakage": {"auroc_latent": 0.6, "distance_correlation": 0.1},
            "privacy": {"dcr_median": null, "dcr_median_undefined": "not computed for this source"}}}})",
                                           "run.json");
    QCOMPARE(run.warnings[0].english(), std::string("100 % of %1"));
    QCOMPARE(run.timings.size(), std::size_t(1));
    const SourceResult &student = *run.source("student");
    const Fairness &fairness = student.protocols.at("tstr").at("xgboost").fairness;
    QCOMPARE(*fairness.dpr.value, 0.5);
    QCOMPARE(fairness.eor.undefined.english(), std::string("no true positives in 100 %"));
    QCOMPARE(fairness.reference, std::size_t(1));
    QVERIFY(student.representation && student.quality && student.leakage.latent && student.leakage.latent_distance_correlation);
    QVERIFY(!student.privacy && !student.support && !run.policy);
    QVERIFY(!run_json(run).empty());
    QVERIFY(parse_run_result(R"({"fairloom": "0.0.1", "config": {}})", "run.json").sources.empty());
}

void TestRunJsonReader::refuses_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("says");
    const QString xgboost = "/sources/student/protocols/tstr/classifiers/xgboost";
    QTest::newRow("text for number") << xgboost + "/fairness/dpr" << QByteArray("\"0.8\"") << "sources.student.protocols.tstr.classifiers.xgboost.fairness.dpr";
    QTest::newRow("negative count") << xgboost + "/fairness/groups/0/n" << QByteArray("-3") << "fairness.groups[0].n";
    QTest::newRow("fraction of a row") << xgboost + "/fairness/groups/0/counts/tp" << QByteArray("1.5") << "counts.tp";
    QTest::newRow("no such group") << xgboost + "/fairness/reference" << QByteArray("\"Martian\"") << "Martian";
    QTest::newRow("list for object") << QString("/sources") << QByteArray("[]") << "sources";
    QTest::newRow("object for list") << xgboost + "/fairness/groups" << QByteArray("{}") << "groups";
    QTest::newRow("number for message") << QString("/warnings_messages/0") << QByteArray("3") << "warnings_messages[0]";
    QTest::newRow("number for template") << QString("/warnings_messages/0/text") << QByteArray("3") << "text";
    QTest::newRow("bomb") << QString("/warnings_messages/0/text") << QByteArray("\"" + QByteArray("%1").repeated(50) + "\"") << "arguments";
    QTest::newRow("level") << xgboost + "/fairness/dpr_interval/level" << QByteArray("95") << "level";
    QTest::newRow("huge count") << QString("/teacher/epochs") << QByteArray("99999999999") << "teacher.epochs";
    QTest::newRow("huge rows") << QString("/dataset/rows") << QByteArray("18446744073709551615") << "dataset.rows";
    QTest::newRow("truth") << QString("/teacher/collapsed") << QByteArray("0") << "teacher.collapsed";
    QTest::newRow("setting") << QString("/config/batch") << QByteArray("-1") << "batch";
    QTest::newRow("unknown setting") << QString("/config/bath") << QByteArray("1") << "bath";
    QTest::newRow("schema") << QString("/config/schema/columns/age/role") << QByteArray("\"king\"") << "schema";
    QTest::newRow("no config") << QString("/config") << QByteArray("null") << "no run.json";
    QTest::newRow("pair") << QString("/sources/student/marginals/associations/pair") << QByteArray("[\"a\"]") << "pair";
    QTest::newRow("version") << QString("/fairloom") << QByteArray("1") << "fairloom";
}

void TestRunJsonReader::refuses()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QString, says);
    Json json = Json::parse(run_json(FullRun::make()));
    json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
    const QString error = error_of(json.dump());
    QVERIFY2(error.startsWith("run.json") && error.contains(says) && !error.contains('\n'), qPrintable(error));
}

void TestRunJsonReader::hugeAndDeep()
{
    QVERIFY(error_of("{\"fairloom\": \"1\", \"config\": {}, \"teacher\": {\"dependence\": 1e999}}").contains("too large"));
    QVERIFY(error_of("{\"a\": NaN}").contains("line 1"));
    QVERIFY(error_of("").contains("not valid JSON"));
    QVERIFY(error_of("[]").contains("not a JSON object"));
    QVERIFY(error_of("null").contains("not a JSON object"));
    QVERIFY(error_of(std::string(1'000'000, '[')).contains("nested"));
    QVERIFY(error_of("{\"a\": \"" + std::string(200, '[') + "\"}").contains("no run.json")); // inside a text they nest nothing
    QVERIFY(error_of(std::string(65'000'000, ' ')).contains("64 MB"));
    std::string keys = "{";
    for (int i = 0; i < 100'000; ++i)
        keys += "\"" + std::to_string(i) + "\":0,";
    QVERIFY(error_of(keys + "\"x\":0}").contains("too many keys"));
    QVERIFY_THROWS_EXCEPTION(InputError, read_run_result("/nowhere/run.json"));
    QVERIFY_THROWS_EXCEPTION(InputError, read_run_result("/"));
    QVERIFY_THROWS_EXCEPTION(InputError, parse_run_config("{\"batch\": 1e999}", "c.json"));
}

void TestRunJsonReader::truncated()
{
    const std::string text = run_json(FullRun::make());
    for (std::size_t size = 0; size + 2 < text.size(); size += 1 + text.size() / 150)
        QVERIFY2(!error_of(text.substr(0, size)).isEmpty(), qPrintable(QString::number(size)));
    std::mt19937_64 random(5);
    for (int i = 0; i < 60; ++i) {
        std::string damaged = text;
        for (int bytes = 0; bytes < 3; ++bytes)
            damaged[random() % damaged.size()] = static_cast<char>(random());
        error_of(damaged); // only InputError or success
    }
}

void TestRunJsonReader::mutated()
{
    const Json json = Json::parse(run_json(FullRun::make()));
    std::vector<Json::json_pointer> places;
    gather(json, Json::json_pointer(), places);
    const std::vector<Json> others = {nullptr, true, -1, 0.5, 1e300, "text", "", Json::array(), Json::object(), {1, "2"}, {{"text", "%1"}, {"args", {1}}},
                                      {{"", {{"", 3}}}}};
    std::mt19937_64 random(1);
    int read = 0;
    for (int i = 0; i < 250; ++i) {
        Json changed = json;
        const Json::json_pointer &place = places[1 + random() % (places.size() - 1)];
        Json &parent = changed[place.parent_pointer()];
        if (random() % 2 == 0 && parent.is_object())
            parent.erase(place.back());
        else
            changed[place] = others[random() % others.size()];
        const std::string text = changed.dump();
        try {
            // what is taken must also be written again
            const std::string once = run_json(parse_run_result(text, "run.json"));
            QCOMPARE(run_json(parse_run_result(once, "run.json")), once);
            ++read;
        } catch (const InputError &error) {
            QVERIFY2(QByteArray(error.what()).startsWith("run.json"), error.what());
        }
    }
    QVERIFY2(read > 40 && read < 230, qPrintable(QString::number(read)));
}

QTEST_GUILESS_MAIN(TestRunJsonReader)
#include "test_run_json_reader.moc"
