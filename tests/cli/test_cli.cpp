#include "cli/cli_process.h"
#include "cli/csv_file.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>

using Json = nlohmann::json;

/// Real runs on a built-in sample, short ones: files, run.json's keys, valid rows, repeatability, interruption, generation.
class TestCli : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void leavesAllFiles();
    void runJsonKeys();
    void lossesTable();
    void syntheticIsValid();
    void reportIsSelfContained();
    void sameSeedSameBytes();
    void otherSeedOtherBytes();
    void configRepeatsTheRun();
    void configHoldsTheSchema();
    void forceReplaces();
    void resumeKeepsFinishedStages();
    void inspectJson();
    void evaluateJson();
    void generatesFromTheMixture();
    void generatesWhatIsAsked();
    void posteriorNeedsData();
    void generatorStudentNeedsNoData();
    void damagedModelIsRefused();
    void modelOfManyGigabytesIsRefused();
    void interruptSavesWhatIsFinished();

private:
    QString path(const QString &name) const { return dir_.filePath(name); }
    static QByteArray bytes(const QString &file);
    static Json json(const QString &file);
    QStringList run_arguments(const QString &out) const;
    /// Every row valid data of the original kind.
    void check_valid(const CsvFile &synthetic) const;

    QTemporaryDir dir_;
    Json columns_; ///< of the sample, as inspect sees them
    CliResult run_;
};

QByteArray TestCli::bytes(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

Json TestCli::json(const QString &file)
{
    const QByteArray content = bytes(file);
    return Json::parse(content.begin(), content.end(), nullptr, false);
}

QStringList TestCli::run_arguments(const QString &out) const
{
    return {"run",     "--data", "sample:hiring", "--teacher-epochs", "3",     "--student-epochs", "2", "--batch", "512",
            "--latent", "4",     "--hidden",      "32",               "--rows", "1500",             "--seed",  "7",
            "--quality-rows", "500", "--bootstrap", "100", "--threads", "2", "--out", out};
}

void TestCli::initTestCase()
{
    const CliResult inspected = call_cli({"inspect", "sample:hiring", "--json"});
    QCOMPARE(inspected.status, 0);
    columns_ = Json::parse(inspected.out.begin(), inspected.out.end())["columns"];
    QVERIFY(columns_.size() >= 4);
    run_ = call_cli(run_arguments(path("a")));
    QVERIFY2(run_.status == 0, run_.err);
}

void TestCli::leavesAllFiles()
{
    for (const char *name : {"run.json", "losses.csv", "synthetic.csv", "teacher.safetensors", "student.safetensors", "report.html"})
        QVERIFY2(QFileInfo(path("a/") + name).size() > 0, name);
    QVERIFY(QDir(path("a")).entryList({"*.part", "*.tmp"}).isEmpty());
    QVERIFY2(run_.out.contains("student") && run_.out.contains("report.html"), run_.out);
    for (const char *stage : {"teacher", "student", "evaluating"})
        QVERIFY2(run_.err.contains(stage), run_.err);
    QVERIFY(!run_.err.contains('\r')); // plain lines, for this is no terminal
}

void TestCli::runJsonKeys()
{
    const Json run = json(path("a/run.json"));
    QVERIFY(run.is_object());
    QCOMPARE(run["state"].get<std::string>(), std::string("done"));
    QVERIFY(run["fairloom"].get<std::string>().size() >= 5);
    for (const char *key : {"name", "rows", "columns", "left_out", "sha256"})
        QVERIFY2(run["dataset"].contains(key), key);
    for (const char *key : {"load", "teacher", "student", "generate", "evaluate", "total"})
        QVERIFY2(run["timings_s"][key].is_number(), key);
    QVERIFY(run["teacher"]["parameters"].get<int>() > run["student"]["parameters"].get<int>());
    QCOMPARE(run["teacher"]["epochs"].get<int>(), 3);
    QCOMPARE(run["config"]["teacher_epochs"].get<int>(), 3);
    QCOMPARE(run["config"]["data"].get<std::string>(), std::string("sample:hiring"));
    for (const char *source : {"real", "teacher", "student"}) {
        const Json &s = run["sources"][source];
        const std::string protocol = std::string(source) == "real" ? "trtr" : "tstr";
        for (const char *classifier : {"xgboost", "logistic"}) {
            const Json &result = s["protocols"][protocol]["classifiers"][classifier];
            for (const char *key : {"dpr", "eor", "dpd", "eod", "dpr_fairlearn", "groups"})
                QVERIFY2(result["fairness"].contains(key), key);
            QVERIFY(result["fairness"]["groups"].size() >= 2);
            for (const char *key : {"accuracy", "precision", "recall", "f1", "auroc", "majority_accuracy"})
                QVERIFY2(result["utility"].contains(key), key);
            for (const auto &[key, value] : result["fairness"].items()) // no number without a reason
                if (value.is_null() && !QString::fromStdString(key).endsWith("_fairlearn"))
                    QVERIFY2(result["fairness"].contains(key + "_undefined"), key.c_str());
        }
    }
    const Json &student = run["sources"]["student"];
    QVERIFY(student["protocols"].contains("tsts"));
    for (const char *key : {"density", "coverage", "precision", "recall", "k", "n"})
        QVERIFY2(student["quality"][key].is_number(), key);
    for (const char *key : {"accuracy", "dpr", "eor"})
        QVERIFY2(student["representation"].contains(key), key);
    for (const char *key : {"auroc_latent", "auroc_features", "auroc_source", "distance_correlation"})
        QVERIFY2(student["leakage"].contains(key), key);
}

void TestCli::lossesTable()
{
    const CsvFile losses = CsvFile::read(path("a/losses.csv"));
    QCOMPARE(losses.header, (QStringList{"stage", "epoch", "step", "term", "raw", "weighted"}));
    const QStringList stages = losses.column("stage"), terms = losses.column("term");
    QVERIFY(stages.contains("teacher") && stages.contains("student"));
    for (const char *term : {"reconstruction", "kl", "fairness", "label", "quality"})
        QVERIFY2(terms.contains(term), term);
    for (const QStringList &row : losses.rows) {
        QCOMPARE(row.size(), 6);
        bool number = false;
        QVERIFY(qIsFinite(row[4].toDouble(&number)) && number);
        QVERIFY(qIsFinite(row[5].toDouble(&number)) && number);
    }
    const QStringList epochs = losses.column("epoch");
    QVERIFY(epochs.contains("3") && !epochs.contains("4"));
}

void TestCli::check_valid(const CsvFile &synthetic) const
{
    QStringList expected;
    for (const Json &column : columns_)
        if (column["role"] != "ignored" && column["role"] != "identifier")
            expected << QString::fromStdString(column["name"].get<std::string>());
    QCOMPARE(synthetic.header, expected);
    for (const Json &column : columns_) {
        const QString name = QString::fromStdString(column["name"].get<std::string>());
        if (!expected.contains(name))
            continue;
        const QStringList values = synthetic.column(name);
        if (column["type"] == "category") {
            QSet<QString> allowed;
            for (const Json &value : column["values"])
                allowed << QString::fromStdString(value["value"].get<std::string>());
            QVERIFY2(column["distinct"].get<int>() == allowed.size(), "the sample has few categories, inspect lists all of them");
            for (const QString &value : values)
                QVERIFY2(allowed.contains(value), qPrintable(name + ": " + value));
            continue;
        }
        const double low = column["minimum"].get<double>(), high = column["maximum"].get<double>();
        const int decimals = column["decimals"].get<int>();
        const QRegularExpression form(decimals == 0 ? QString("^-?\\d+$") : QString("^-?\\d+(\\.\\d{1,%1})?$").arg(decimals));
        for (const QString &value : values) {
            if (value.isEmpty() && column["missing"].get<int>() > 0)
                continue;
            QVERIFY2(form.match(value).hasMatch(), qPrintable(name + ": " + value));
            QVERIFY2(value.toDouble() >= low && value.toDouble() <= high, qPrintable(name + ": " + value));
        }
    }
}

void TestCli::syntheticIsValid()
{
    const CsvFile synthetic = CsvFile::read(path("a/synthetic.csv"));
    QCOMPARE(synthetic.rows.size(), 1500);
    check_valid(synthetic);
}

void TestCli::reportIsSelfContained()
{
    const QByteArray html = bytes(path("a/report.html"));
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    QVERIFY(html.count("<svg") >= 6); // DPR, EOR, groups, quality, two loss curves
    QVERIFY(!html.contains("http") && !html.contains("<script") && !html.contains("src="));
    QVERIFY(html.contains("fairloom-cli run --data sample:hiring"));
}

void TestCli::sameSeedSameBytes()
{
    QCOMPARE(call_cli(run_arguments(path("b"))).status, 0);
    QVERIFY(bytes(path("a/synthetic.csv")) == bytes(path("b/synthetic.csv")));
    QVERIFY(bytes(path("a/losses.csv")) == bytes(path("b/losses.csv")));
    QVERIFY(bytes(path("a/student.safetensors")) == bytes(path("b/student.safetensors")));
    QVERIFY(json(path("a/run.json"))["sources"] == json(path("b/run.json"))["sources"]);
}

void TestCli::otherSeedOtherBytes()
{
    QStringList arguments = run_arguments(path("other"));
    arguments[arguments.indexOf("--seed") + 1] = "8";
    QCOMPARE(call_cli(arguments).status, 0);
    QVERIFY(bytes(path("a/synthetic.csv")) != bytes(path("other/synthetic.csv")));
}

void TestCli::configRepeatsTheRun()
{
    const CliResult result = call_cli({"run", "--config", path("a/run.json"), "--out", path("c")});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(bytes(path("a/synthetic.csv")) == bytes(path("c/synthetic.csv")));
    QVERIFY(json(path("a/run.json"))["config"] == json(path("c/run.json"))["config"]);
    // a flag overrides the same key, and what was really used is written out
    const CliResult changed = call_cli({"run", "--config", path("a/run.json"), "--rows", "300", "--loss", "huber", "--out", path("d")});
    QVERIFY2(changed.status == 0, changed.err);
    QCOMPARE(CsvFile::read(path("d/synthetic.csv")).rows.size(), 300);
    QCOMPARE(json(path("d/run.json"))["config"]["loss"].get<std::string>(), std::string("huber"));
    QCOMPARE(json(path("d/run.json"))["config"]["latent"].get<int>(), 4);
}

/// A file that is read by a schema and repeated from run.json when the schema is gone.
void TestCli::configHoldsTheSchema()
{
    QFile file(path("people.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name;age;wage;sex;ok\n");
    for (int i = 0; i < 400; ++i)
        file.write(QStringLiteral("P%1;%2;%3,5;%4;%5\n")
                       .arg(i)
                       .arg(18 + i * 7 % 50)
                       .arg(1000 + i * 37 % 3000)
                       .arg(i % 3 ? "m" : "f")
                       .arg(i * 37 % 3000 > 1400 ? "yes" : "no")
                       .toUtf8());
    file.write("broken;1\n");
    file.close();
    QFile schema(path("people.schema.json"));
    QVERIFY(schema.open(QIODevice::WriteOnly));
    schema.write(R"({"bad_lines": "skip", "columns": {"name": {"role": "identifier"}, "age": {"role": "sensitive", "bins": [40]}}})");
    schema.close();
    const CliResult first = call_cli({"run", "--data", file.fileName(), "--schema", schema.fileName(), "--sensitive", "age,sex", "--target", "ok",
                                      "--positive", "yes", "--teacher-epochs", "2", "--student-epochs", "1", "--evaluation", "student", "--out",
                                      path("schema")});
    QVERIFY2(first.status == 0, first.err);
    QVERIFY(schema.remove());
    const CliResult again = call_cli({"run", "--config", path("schema/run.json"), "--out", path("schema2")});
    QVERIFY2(again.status == 0, again.err);
    QVERIFY(bytes(path("schema/synthetic.csv")) == bytes(path("schema2/synthetic.csv")));
    const Json run = json(path("schema2/run.json"));
    QCOMPARE(run["dataset"]["left_out_by"]["bad_lines"].get<int>(), 1);
    QCOMPARE(run["dataset"]["first_bad_lines"][0].get<int>(), 402);
    QCOMPARE(run["config"]["schema"]["dialect"]["decimal_mark"].get<std::string>(), std::string(","));
    QVERIFY(bytes(path("schema/synthetic.csv")).contains(">= 40,"));
}

void TestCli::forceReplaces()
{
    QStringList arguments = run_arguments(path("b"));
    QCOMPARE(call_cli(arguments).status, 2);
    arguments[arguments.indexOf("--rows") + 1] = "200";
    QCOMPARE(call_cli(arguments << "--force").status, 0);
    QCOMPARE(CsvFile::read(path("b/synthetic.csv")).rows.size(), 200);
}

void TestCli::resumeKeepsFinishedStages()
{
    const QByteArray teacher = bytes(path("c/teacher.safetensors")), student = bytes(path("c/student.safetensors"));
    const auto of_stage = [](const CsvFile &losses, const QString &stage) {
        QList<QStringList> out;
        for (const QStringList &row : losses.rows)
            if (row[0] == stage)
                out << row;
        return out;
    };
    const CsvFile before = CsvFile::read(path("c/losses.csv"));
    const CliResult result = call_cli({"run", "--resume", "--loss", "mse", "--out", path("c")});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(bytes(path("c/teacher.safetensors")) == teacher);
    QVERIFY(bytes(path("c/student.safetensors")) != student);
    const CsvFile after = CsvFile::read(path("c/losses.csv"));
    QVERIFY(of_stage(after, "teacher") == of_stage(before, "teacher") && !of_stage(after, "teacher").isEmpty());
    QVERIFY(of_stage(after, "student") != of_stage(before, "student"));
    QCOMPARE(json(path("c/run.json"))["config"]["loss"].get<std::string>(), std::string("mse"));
    QCOMPARE(json(path("c/run.json"))["config"]["latent"].get<int>(), 4);
}

void TestCli::inspectJson()
{
    const CliResult result = call_cli({"inspect", "sample:hiring", "--json"});
    const Json inspected = Json::parse(result.out.begin(), result.out.end());
    QVERIFY(inspected["groups"].size() >= 2);
    std::size_t rows = 0;
    for (const Json &group : inspected["groups"]) {
        rows += group["n"].get<std::size_t>();
        const double rate = group["base_rate"].get<double>();
        QCOMPARE(rate, group["positives"].get<double>() / group["n"].get<double>());
        QVERIFY(group["base_rate_interval"]["lo"].get<double>() < rate && rate < group["base_rate_interval"]["hi"].get<double>());
    }
    QCOMPARE(rows, inspected["rows"].get<std::size_t>());
}

void TestCli::evaluateJson()
{
    // the sample's own rows as files, by way of a table that a run left
    const CsvFile synthetic = CsvFile::read(path("a/synthetic.csv"));
    const QByteArray all = bytes(path("a/synthetic.csv"));
    const qsizetype half = all.indexOf('\n', all.size() / 2) + 1, head = all.indexOf('\n') + 1;
    const auto write = [&](const char *name, const QByteArray &content) {
        QFile out(path(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    };
    write("train.csv", all.left(half));
    write("test.csv", all.left(head) + all.mid(half));
    const Json config = json(path("a/run.json"))["config"];
    const auto text = [&](const Json &value) { return QString::fromStdString(value.get<std::string>()); };
    const QStringList arguments{"evaluate",      "--real-train",          path("train.csv"),
                                "--real-test",   path("test.csv"),        "--synthetic",
                                path("other/synthetic.csv"), "--sensitive", text(config["sensitive"][0]),
                                "--target",      text(config["target"]),  "--positive",
                                text(config["positive"]), "--quality-rows", "300"};
    const CliResult result = call_cli(arguments + QStringList{"--json"});
    QVERIFY2(result.status == 0, result.err);
    const Json source = Json::parse(result.out.begin(), result.out.end());
    QVERIFY(source["protocols"]["tstr"]["classifiers"]["xgboost"]["fairness"].contains("dpr"));
    QVERIFY(source["protocols"].contains("tsts"));
    QVERIFY(source["quality"]["coverage"].is_number());
    QVERIFY(!source.contains("representation"));
    const CliResult table = call_cli(arguments);
    QCOMPARE(table.status, 0);
    QVERIFY2(table.out.contains("tstr") && table.out.contains("coverage"), table.out);
}

void TestCli::generatesFromTheMixture()
{
    const CliResult result = call_cli({"generate", "--model", path("a"), "--rows", "400", "--seed", "3", "--out", path("m.csv")});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY2(result.out.contains("mixture"), result.out);
    const CsvFile rows = CsvFile::read(path("m.csv"));
    QCOMPARE(rows.rows.size(), 400);
    check_valid(rows);
    QCOMPARE(call_cli({"generate", "--model", path("a"), "--rows", "400", "--seed", "3", "--out", path("n.csv")}).status, 0);
    QVERIFY(bytes(path("m.csv")) == bytes(path("n.csv")));
}

void TestCli::generatesWhatIsAsked()
{
    const Json run = json(path("a/run.json"));
    const QString sensitive = QString::fromStdString(run["config"]["sensitive"][0].get<std::string>());
    const QString target = QString::fromStdString(run["config"]["target"].get<std::string>());
    const QString positive = QString::fromStdString(run["config"]["positive"].get<std::string>());
    const Json &groups = run["sources"]["student"]["protocols"]["tstr"]["classifiers"]["xgboost"]["fairness"]["groups"];
    QStringList shares;
    for (std::size_t i = 0; i < groups.size(); ++i)
        shares << QString::fromStdString(groups[i]["group"].get<std::string>()) + (i == 0 ? "=1" : "=0");
    const CliResult result = call_cli({"generate", "--model", path("a"), "--rows", "200", "--groups", shares.join(','), "--positives",
                                       "0.25", "--data", "sample:hiring", "--sampler", "posterior", "--out", path("p.csv")});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY2(result.out.contains("posterior"), result.out);
    const CsvFile rows = CsvFile::read(path("p.csv"));
    check_valid(rows);
    QCOMPARE(rows.column(target).count(positive), 50);
    const QStringList drawn = rows.column(sensitive);
    QCOMPARE(drawn.count(drawn.first()), 200);
}

void TestCli::generatorStudentNeedsNoData()
{
    const QString out = path(QStringLiteral("generator"));
    QStringList arguments = run_arguments(out);
    arguments << QStringLiteral("--student") << QStringLiteral("generator");
    QCOMPARE(call_cli(arguments).status, 0);
    const Json run = json(out + QStringLiteral("/run.json"));
    QCOMPARE(run["student"]["kind"].get<std::string>(), std::string("generator"));
    QVERIFY(run["sources"]["student"]["quality"]["coverage"].is_number());
    QVERIFY(run["sources"]["student"]["representation"]["accuracy"].is_null()); // a generator encodes nothing
    check_valid(CsvFile::read(out + QStringLiteral("/synthetic.csv")));

    const CliResult generated = call_cli({"generate", "--model", out, "--rows", "50", "--out", path("from_noise.csv")});
    QCOMPARE(generated.status, 0);
    QVERIFY2(generated.out.contains("50 rows from the generator sampler"), generated.out.constData());
    const CliResult refused = call_cli({"generate", "--model", out, "--rows", "50", "--sampler", "posterior", "--out", path("refused.csv")});
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.err.contains("no posteriors"));
}

void TestCli::posteriorNeedsData()
{
    const CliResult result = call_cli({"generate", "--model", path("a"), "--rows", "9", "--sampler", "posterior", "--out", path("q.csv")});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("posterior") && result.err.count('\n') == 1, result.err);
    QVERIFY2(result.err.contains("--data") || result.err.contains("mixture"), result.err);
    QVERIFY(!QFile::exists(path("q.csv")));
}

void TestCli::damagedModelIsRefused()
{
    QVERIFY(QDir().mkpath(path("damaged")));
    for (const QString &name : QDir(path("a")).entryList(QDir::Files))
        QVERIFY(QFile::copy(path("a/") + name, path("damaged/") + name));
    QFile student(path("damaged/student.safetensors"));
    QVERIFY(student.resize(student.size() / 2));
    const CliResult result = call_cli({"generate", "--model", path("damaged"), "--rows", "9", "--out", path("q.csv")});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("student.safetensors") && result.err.count('\n') == 1, result.err);
}

void TestCli::modelOfManyGigabytesIsRefused()
{
    QVERIFY(QDir().mkpath(path("greedy")));
    for (const QString &name : QDir(path("a")).entryList(QDir::Files))
        QVERIFY(QFile::copy(path("a/") + name, path("greedy/") + name));
    const std::string file = path("greedy/model.json").toStdString();
    nlohmann::json model = nlohmann::json::parse(bytes(path("greedy/model.json")).toStdString());
    model["hidden"] = 16384; // no file of some hundred kilobytes has the numbers for that
    model["depth"] = 16;
    std::ofstream(file) << model;
    QElapsedTimer timer;
    timer.start();
    const CliResult result = call_cli({"generate", "--model", path("greedy"), "--rows", "9", "--out", path("q.csv")});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("teacher.safetensors") && result.err.count('\n') == 1, result.err);
    QVERIFY(timer.elapsed() < 20000); // making such networks takes minutes, or all memory
}

void TestCli::interruptSavesWhatIsFinished()
{
    QStringList arguments = run_arguments(path("s"));
    arguments[arguments.indexOf("--teacher-epochs") + 1] = "2";
    arguments[arguments.indexOf("--student-epochs") + 1] = "2000";
    QProcess process;
    process.start(cli_program(), arguments);
    QByteArray err;
    QElapsedTimer timer;
    timer.start();
    while (!err.contains("distilling") && timer.elapsed() < 60000) {
        process.waitForReadyRead(100);
        err += process.readAllStandardError();
    }
    QVERIFY2(err.contains("distilling"), err);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    timer.restart();
    QVERIFY(process.waitForFinished(20000));
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    err += process.readAllStandardError();
    QVERIFY2(err.contains("Interrupted"), err);
    const Json run = json(path("s/run.json"));
    QCOMPARE(run["state"].get<std::string>(), std::string("stopped"));
    QCOMPARE(run["teacher"]["epochs"].get<int>(), 2);
    QVERIFY(QFileInfo(path("s/teacher.safetensors")).size() > 0);
    QVERIFY(CsvFile::read(path("s/losses.csv")).column("stage").contains("teacher"));
    QVERIFY(bytes(path("s/report.html")).contains("stopped before its end"));
    QVERIFY(QDir(path("s")).entryList({"*.part", "*.tmp"}).isEmpty());

    // resumed, it ends as a run that was never interrupted
    const CliResult resumed = call_cli({"run", "--resume", "--student-epochs", "2", "--out", path("s")});
    QVERIFY2(resumed.status == 0, resumed.err);
    QCOMPARE(json(path("s/run.json"))["state"].get<std::string>(), std::string("done"));
    arguments[arguments.indexOf("--student-epochs") + 1] = "2";
    arguments.last() = path("straight");
    QCOMPARE(call_cli(arguments).status, 0);
    QVERIFY(bytes(path("s/synthetic.csv")) == bytes(path("straight/synthetic.csv")));
    QVERIFY(bytes(path("s/losses.csv")) == bytes(path("straight/losses.csv")));
}

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
