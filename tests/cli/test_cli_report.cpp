#include "cli/cli_process.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using Json = nlohmann::json;

/// Reports made again from a run's folder: the same, in another language, with limits, on paper, and what damaged folders give.
class TestCliReport : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sameReportAgain();
    void auditHasDefinitions();
    void swedish();
    void onPaper();
    void limits_data();
    void limits();
    void withoutLosses();
    void refuses_data();
    void refuses();

private:
    QString path(const QString &name) const { return dir_.filePath(name); }
    static QByteArray bytes(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static void write(const QString &file, const QByteArray &content)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    /// The folder of the run with copies of what a report is made from.
    QString copy(const QString &name) const
    {
        QDir(dir_.path()).mkdir(name);
        for (const QString &file : {QStringLiteral("run.json"), QStringLiteral("losses.csv")})
            QFile::copy(path("run/" + file), path(name + "/" + file));
        return path(name);
    }

    QTemporaryDir dir_;
};

void TestCliReport::initTestCase()
{
    // batches so small that a curve has several points an epoch
    const CliResult run = call_cli({"run", "--data", "sample:hiring", "--teacher-epochs", "3", "--student-epochs", "2", "--batch", "64", "--latent", "4", "--hidden", "32",
                                    "--rows", "1500", "--seed", "7", "--quality-rows", "500", "--bootstrap", "200", "--threads", "2", "--out", path("run")});
    QVERIFY2(run.status == 0, run.err);
}

void TestCliReport::sameReportAgain()
{
    const QString folder = copy("same");
    const CliResult result = call_cli({"report", folder});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY2(result.err.isEmpty(), result.err);
    const QList<QByteArray> lines = result.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].endsWith("same/report.html") && lines[1].endsWith("same/audit.json"));
    QVERIFY(bytes(folder + "/report.html").size() > 10000);
    QCOMPARE(bytes(folder + "/report.html"), bytes(path("run/report.html")));
    QCOMPARE(bytes(folder + "/audit.json"), bytes(path("run/audit.json")));
    QCOMPARE(bytes(folder + "/run.json"), bytes(path("run/run.json")));
    QVERIFY(!QFile::exists(folder + "/report.pdf"));
}

void TestCliReport::auditHasDefinitions()
{
    const QByteArray content = bytes(path("run/audit.json"));
    const Json audit = Json::parse(content.begin(), content.end());
    for (const char *key : {"fairloom", "name", "finished", "data", "task", "command", "sources", "differences", "policy", "warnings", "undefined", "definitions"})
        QVERIFY2(audit.contains(key), key);
    QVERIFY(audit["definitions"]["dpr"]["definition"].get<std::string>().size() > 10);
    QCOMPARE(audit["data"]["sha256"].get<std::string>().size(), std::size_t(64));
    QVERIFY(audit["command"].get<std::string>().starts_with("fairloom-cli run --data sample:hiring"));
    QVERIFY(audit["sources"]["student"]["protocols"]["tstr"]["classifiers"]["xgboost"]["fairness"]["dpr"].is_number());
}

void TestCliReport::swedish()
{
    const QString folder = copy("swedish");
    const CliResult result = call_cli({"report", folder, "--language", "sv"});
    QVERIFY2(result.status == 0, result.err);
    const QString html = QString::fromUtf8(bytes(folder + "/report.html")), english = QString::fromUtf8(bytes(path("run/report.html")));
    QVERIFY2(html.contains("lang=\"sv\""), qPrintable(html.left(300)));
    const auto headings = [](const QString &page) {
        QStringList out;
        for (auto found = QRegularExpression("<h2[^>]*>([^<]*)</h2>").globalMatch(page); found.hasNext();)
            out << found.next().captured(1);
        return out;
    };
    QVERIFY(headings(english).size() > 3);
    QCOMPARE(headings(html).size(), headings(english).size());
    QVERIFY2(headings(html).contains("Rättvisa"), qPrintable(headings(html).join(" | ")));
    int same = 0; // names of things may be the same in both
    for (qsizetype i = 0; i < headings(html).size(); ++i)
        same += headings(html)[i] == headings(english)[i];
    QVERIFY(same < headings(html).size() - 3);
    // and in English again, as if nothing had happened
    QCOMPARE(call_cli({"report", folder, "--language", "en"}).status, 0);
    QCOMPARE(QString::fromUtf8(bytes(folder + "/report.html")), english);
}

void TestCliReport::onPaper()
{
    const QString folder = copy("paper");
    const CliResult result = call_cli({"report", folder, "--pdf"});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(result.out.contains("paper/report.pdf"));
    const QByteArray pdf = bytes(folder + "/report.pdf");
    QVERIFY(pdf.startsWith("%PDF-") && pdf.size() > 10000);
}

void TestCliReport::limits_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("status");
    QTest::newRow("kept") << QByteArray(R"({"name": "easy", "limits": ["accuracy >= 0.01", "dpr <= 1"]})") << 0;
    QTest::newRow("not kept") << QByteArray(R"({"limits": ["accuracy >= 0.01", {"figure": "accuracy", "at_least": 0.9999, "note": "House rule 7"}]})") << 4;
    QTest::newRow("with confidence") << QByteArray(R"({"limits": ["accuracy >= 0.01 with 95 % confidence"]})") << 0;
    QTest::newRow("damaged") << QByteArray(R"({"limits": ["accuracy >= )") << 2;
    QTest::newRow("number too large") << QByteArray(R"({"limits": [{"figure": "dpr", "at_least": 1e999}]})") << 2;
    QTest::newRow("no such figure") << QByteArray(R"({"limits": ["goodness >= 1"]})") << 2;
}

void TestCliReport::limits()
{
    QFETCH(QByteArray, content);
    QFETCH(int, status);
    const QString folder = copy(QStringLiteral("limits"));
    QFile::remove(folder + "/report.html");
    write(path("limits.json"), content);
    const CliResult result = call_cli({"report", folder, "--policy", path("limits.json")});
    QVERIFY2(result.status == status, result.err + QByteArray::number(result.status));
    if (status == 2) {
        QVERIFY2(result.err.startsWith("fairloom-cli: ") && result.err.contains("limits.json") && result.err.count('\n') == 1, result.err);
        QVERIFY(result.out.isEmpty() && !QFile::exists(folder + "/report.html"));
        return;
    }
    QVERIFY2(result.out.contains("limits kept"), result.out);
    const QByteArray audit = bytes(folder + "/audit.json");
    QCOMPARE(Json::parse(audit.begin(), audit.end())["policy"]["met"].get<bool>(), status == 0);
    QVERIFY(bytes(folder + "/report.html") != bytes(path("run/report.html")));
    QCOMPARE(bytes(folder + "/run.json"), bytes(path("run/run.json"))); // the run itself had no limits
}

void TestCliReport::withoutLosses()
{
    const QString folder = copy("losses");
    for (const QByteArray &content : {QByteArray(), bytes(folder + "/losses.csv").left(3000)}) {
        content.isEmpty() ? QFile::remove(folder + "/losses.csv") : (write(folder + "/losses.csv", content), true);
        const CliResult result = call_cli({"report", folder});
        QVERIFY2(result.status == 0, result.err);
        QVERIFY2(result.err.count('\n') == 1 && result.err.contains("losses.csv") && result.err.contains("curves"), result.err);
        const QByteArray html = bytes(folder + "/report.html"), whole = bytes(path("run/report.html"));
        QVERIFY(html.count("<svg") < whole.count("<svg"));
        QVERIFY(html.contains("</html>"));
    }
}

void TestCliReport::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QDir(dir_.path()).mkdir("empty");
    QDir(dir_.path()).mkdir("damaged");
    QDir(dir_.path()).mkdir("types");
    const QByteArray run = bytes(path("run/run.json"));
    write(path("damaged/run.json"), run.left(run.size() / 2));
    QByteArray types = run;
    write(path("types/run.json"), types.replace("\"collapsed\": false", "\"collapsed\": 7").replace("\"collapsed\": true", "\"collapsed\": 7"));
    QTest::newRow("no run.json") << QStringList{"report", path("empty")} << "run.json";
    QTest::newRow("no folder") << QStringList{"report", path("none")} << "run.json";
    QTest::newRow("nothing") << QStringList{"report"} << "folder";
    QTest::newRow("damaged") << QStringList{"report", path("damaged")} << "line";
    QTest::newRow("types") << QStringList{"report", path("types")} << "teacher.collapsed";
    QTest::newRow("language") << QStringList{"report", path("run"), "--language", "tlh"} << "--language";
    QTest::newRow("no limits") << QStringList{"report", path("run"), "--policy", path("none.json")} << "none.json";
}

void TestCliReport::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const CliResult result = call_cli(arguments, 60);
    QVERIFY2(result.status == 2, result.err + QByteArray::number(result.status));
    QVERIFY2(result.out.isEmpty(), result.out);
    QVERIFY2(result.err.startsWith("fairloom-cli: ") && result.err.count('\n') == 1, result.err);
    QVERIFY2(result.err.contains(says.toUtf8()), result.err);
}

QTEST_GUILESS_MAIN(TestCliReport)
#include "test_cli_report.moc"
