#include "cli/cli_process.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

/// Every bad input: exit status 2, one line on standard error that says what, where and what to do, nothing on standard output.
class TestCliErrors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void refuses_data();
    void refuses();
    void refusalLeavesNoFolder();
    void helpAndVersion();
    void lists();
    void inspects();
    void progressIsNotInResults();

private:
    QString file(const char *name) const { return dir_.filePath(name); }
    void write(const char *name, const QByteArray &content) const;
    QTemporaryDir dir_;
};

void TestCliErrors::write(const char *name, const QByteArray &content) const
{
    QFile out(file(name));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(content);
}

void TestCliErrors::initTestCase()
{
    QVERIFY(QFile::exists(cli_program()));
    QByteArray people = "age,sex,city,income\n", one_group = people, one_target = people, ragged = people;
    for (int i = 0; i < 200; ++i) {
        const QByteArray age = QByteArray::number(20 + i % 40), sex = i % 3 ? "F" : "M", income = i % 4 ? "low" : "high";
        const QByteArray city = i % 2 ? "Umea" : "Lund";
        people += age + "," + sex + "," + city + "," + income + "\n";
        one_group += age + ",F," + city + "," + income + "\n";
        one_target += age + "," + sex + "," + city + ",low\n";
        ragged += age + "," + sex + "," + city + "," + income + (i == 57 ? ",extra\n" : "\n");
    }
    write("people.csv", people);
    write("one_group.csv", one_group);
    write("one_target.csv", one_target);
    write("ragged.csv", ragged);
    write("empty.csv", "");
    write("header.csv", "age,sex,city,income\n");
    write("quote.csv", people + "30,\"F,Lund,low\n");
    write("damaged.json", "{\n  \"batch\": 64,\n  \"latent\" 8\n}\n");
    write("unknown.json", "{\"bath\": 64}\n");
    write("types.json", "{\"batch\": \"64\"}\n");
    write("a_file", "");
    QVERIFY(QDir(dir_.path()).mkdir("old"));
    write("old/run.json", "{}");
}

void TestCliErrors::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("says");
    const QString people = file("people.csv");
    const auto run = [&](const QString &data, const QStringList &more = {}) {
        QStringList out{"run", "--data", data};
        const QList<QPair<QString, QString>> task{
            {"--sensitive", "sex"}, {"--target", "income"}, {"--positive", "high"}, {"--out", file("new")}};
        for (const auto &[flag, value] : task)
            if (!more.contains(flag))
                out << flag << value;
        return out + more;
    };
    QTest::newRow("no such file") << run(file("none.csv")) << QStringList{"none.csv"};
    QTest::newRow("a folder") << run(dir_.path()) << QStringList{dir_.path()};
    QTest::newRow("empty file") << run(file("empty.csv")) << QStringList{"empty.csv"};
    QTest::newRow("no rows") << run(file("header.csv")) << QStringList{"header.csv"};
    QTest::newRow("ragged line") << run(file("ragged.csv")) << QStringList{"ragged.csv", "line 59", "5", "4"};
    QTest::newRow("unclosed quote") << run(file("quote.csv")) << QStringList{"quote.csv", "line 202"};
    QTest::newRow("no such column") << run(people, {"--sensitive", "gender"}) << QStringList{"gender"};
    QTest::newRow("no such target") << run(people, {"--target", "incme"}) << QStringList{"incme", "income"};
    QTest::newRow("one group") << run(file("one_group.csv")) << QStringList{"one_group.csv", "sex"};
    QTest::newRow("target with one value") << run(file("one_target.csv")) << QStringList{"income"};
    QTest::newRow("no such positive label") << run(people, {"--positive", ">50K"}) << QStringList{">50K", "high"};
    QTest::newRow("sensitive is target") << run(people, {"--sensitive", "income"}) << QStringList{"income"};
    QTest::newRow("number as target") << run(people, {"--target", "age", "--positive", "30"}) << QStringList{"age"};
    QTest::newRow("latent too large") << run(people, {"--latent", "100"}) << QStringList{"--latent", "100", "1 to 32"};
    QTest::newRow("negative epochs") << run(people, {"--teacher-epochs", "-5"}) << QStringList{"--teacher-epochs", "1 to 2000"};
    QTest::newRow("beta") << run(people, {"--log10-beta", "21"}) << QStringList{"--log10-beta", "0 to 20"};
    QTest::newRow("not a number") << run(people, {"--batch", "many"}) << QStringList{"--batch", "many"};
    QTest::newRow("loss") << run(people, {"--loss", "l2"}) << QStringList{"--loss", "l2", "huber"};
    QTest::newRow("student") << run(people, {"--student", "decoder"}) << QStringList{"--student", "decoder", "encoder"};
    QTest::newRow("preset") << run(people, {"--preset", "fairest"}) << QStringList{"--preset", "fairest", "balanced"};
    QTest::newRow("folder holds a run") << run(people, {"--out", file("old")}) << QStringList{"old", "--force", "--resume"};
    QTest::newRow("folder is a file") << run(people, {"--out", file("a_file")}) << QStringList{"a_file"};
    QTest::newRow("unknown recipe") << run(people, {"--recipe", "adlut"}) << QStringList{"adlut", "adult"};
    QTest::newRow("recipe that does not fit") << run(people, {"--recipe", "adult"}) << QStringList{"people.csv"};
    QTest::newRow("unknown sample") << run("sample:hirring") << QStringList{"hirring", "hiring"};
    QTest::newRow("damaged config") << run(people, {"--config", file("damaged.json")}) << QStringList{"damaged.json", "line 3"};
    QTest::newRow("unknown key") << run(people, {"--config", file("unknown.json")}) << QStringList{"unknown.json", "bath"};
    QTest::newRow("wrong type") << run(people, {"--config", file("types.json")}) << QStringList{"types.json", "batch"};
    QTest::newRow("no config") << run(people, {"--config", file("none.json")}) << QStringList{"none.json"};
    QTest::newRow("no such test file") << run(people, {"--test", file("none.csv")}) << QStringList{"none.csv"};
    QTest::newRow("no sensitive column") << QStringList{"run", "--data", people, "--out", file("new")} << QStringList{"--sensitive"};
    QTest::newRow("no data") << QStringList{"run", "--out", file("new")} << QStringList{"--data", "sample:"};
    QTest::newRow("no folder") << QStringList{"run", "--data", people} << QStringList{"--out", "--help"};
    QTest::newRow("unknown flag") << run(people, {"--epochs", "3"}) << QStringList{"--epochs", "run --help"};
    QTest::newRow("both") << run(people, {"--resume", "--force"}) << QStringList{"--force", "--resume"};
    QTest::newRow("no command") << QStringList{} << QStringList{"--help"};
    QTest::newRow("unknown command") << QStringList{"train"} << QStringList{"--help"};
    QTest::newRow("inspect nothing") << QStringList{"inspect", file("none.csv")} << QStringList{"none.csv"};
    QTest::newRow("inspect wrong task") << QStringList{"inspect", people, "--sensitive", "gender"} << QStringList{"gender"};
    QTest::newRow("no model") << QStringList{"generate", "--model", file("none"), "--rows", "5", "--out", file("g.csv")}
                              << QStringList{"none"};
    QTest::newRow("rows") << QStringList{"generate", "--model", file("none"), "--rows", "-5", "--out", file("g.csv")}
                          << QStringList{"--rows", "-5"};
    QTest::newRow("positives") << QStringList{"generate",    "--model", file("none"), "--rows", "5",
                                              "--positives", "1.5",     "--out",      file("g.csv")}
                               << QStringList{"--positives", "1.5"};
    QTest::newRow("shares") << QStringList{"generate", "--model", file("none"), "--rows", "5", "--groups", "F", "--out", file("g.csv")}
                            << QStringList{"--groups", "F", "GROUP=SHARE"};
    const QStringList evaluate{"evaluate", "--real-train", people,   "--real-test", people, "--sensitive",
                               "sex",      "--target",     "income", "--positive",  "high", "--synthetic"};
    QTest::newRow("no synthetic rows") << evaluate + QStringList{file("none.csv")} << QStringList{"none.csv"};
    QTest::newRow("synthetic rows are ragged") << evaluate + QStringList{file("ragged.csv")} << QStringList{"ragged.csv", "line 59"};
}

void TestCliErrors::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, says);
    const CliResult result = call_cli(arguments, 60);
    QVERIFY2(result.status == 2, result.err + QByteArray::number(result.status));
    QVERIFY2(result.out.isEmpty(), result.out);
    const QString error = QString::fromUtf8(result.err);
    QVERIFY2(error.startsWith("fairloom-cli: "), result.err);
    QCOMPARE(error.count('\n'), 1);
    QVERIFY(error.endsWith(".\n"));
    for (const QString &text : says)
        QVERIFY2(error.contains(text), qPrintable(error + "misses " + text));
    // what and remedy are two sentences
    QVERIFY2(error.count(QRegularExpression("\\.( |\n)")) >= 2, result.err);
}

void TestCliErrors::refusalLeavesNoFolder()
{
    QVERIFY(!QFile::exists(file("new")));
    QVERIFY(!QFile::exists(file("g.csv")));
}

void TestCliErrors::helpAndVersion()
{
    const CliResult version = call_cli({"--version"});
    QCOMPARE(version.status, 0);
    QVERIFY(QRegularExpression("^fairloom-cli \\d+\\.\\d+\\.\\d+\n$").match(version.out).hasMatch());
    const CliResult help = call_cli({"run", "--help"});
    QCOMPARE(help.status, 0);
    for (const char *flag : {"--loss", "--student", "--sampler", "--teacher-epochs", "--student-epochs", "--batch", "--latent",
                             "--hidden", "--depth", "--log10-beta", "--kl-weight", "--lambda", "--rows", "--seed", "--threads",
                             "--controls", "--keep-latents", "--preset", "--config", "--resume", "--force", "--out"})
        QVERIFY2(help.out.contains(flag), flag);
    QVERIFY(help.err.isEmpty());
}

void TestCliErrors::lists()
{
    const CliResult result = call_cli({"datasets"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.contains("sample:hiring"));
    QVERIFY(result.out.contains("adult"));
    QVERIFY(result.err.isEmpty());
}

void TestCliErrors::inspects()
{
    const CliResult result = call_cli({"inspect", file("people.csv"), "--sensitive", "sex", "--target", "income", "--positive", "high"});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.contains("200 rows, 4 columns"), result.out);
    // i % 3 == 0: 67 rows are M; of them those with i % 4 == 0 are high: 0, 12, ... 192, 17 rows
    QVERIFY2(QRegularExpression("\nM +67 +17 +0\\.254 ").match(result.out).hasMatch(), result.out);
    QVERIFY2(QRegularExpression("\nage +integer +feature +20 \\.\\. 59 +0 +40\n").match(result.out).hasMatch(), result.out);
}

void TestCliErrors::progressIsNotInResults()
{
    const CliResult result = call_cli({"inspect", "sample:hiring"});
    QCOMPARE(result.status, 0);
    QVERIFY(!result.err.contains('\r'));
    QVERIFY(!result.out.contains('\r'));
}

QTEST_GUILESS_MAIN(TestCliErrors)
#include "test_cli_errors.moc"
