// Rows made elsewhere, judged from files alone, and limits that decide the exit status.
#include "cli_process.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using Json = nlohmann::json;

namespace {

/// People whose income follows their hours, and a little their group; every row is drawn by its number alone.
QByteArray people(int from, int rows, bool fair)
{
    QByteArray out = "sex,hours,town,income\n";
    unsigned state = 12345u + static_cast<unsigned>(from);
    const auto random = [&] { return (state = state * 1664525u + 1013904223u) >> 8; };
    for (int i = 0; i < rows; ++i) {
        const bool female = random() % 2;
        const int hours = 20 + static_cast<int>(random() % 40);
        const bool high = hours + static_cast<int>(random() % 12) - (female && !fair ? 9 : 0) > 46;
        out += QByteArray(female ? "f" : "m") + ',' + QByteArray::number(hours) + ',' + (random() % 3 ? "a" : "b") + ',' + (high ? "high" : "low") + '\n';
    }
    return out;
}

} // namespace

class TestCliEvaluate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        write("train.csv", people(1, 1500, false));
        write("test.csv", people(2, 1500, false));
        write("fair.csv", people(3, 1500, true));
        write("other.csv", people(4, 1500, false));
    }

    void everything_is_judged()
    {
        const CliResult result = call(QStringLiteral("fair.csv"), {"--json", "--report", path("report.html")});
        QVERIFY2(result.status == 0, result.err);
        const Json source = Json::parse(result.out.begin(), result.out.end());
        const Json &fairness = source["protocols"]["tstr"]["classifiers"]["xgboost"]["fairness"];
        QVERIFY(fairness["dpr_interval"]["lo"].get<double>() < fairness["dpr"].get<double>());
        QCOMPARE(fairness["dpr_interval"]["resampled"].get<std::string>(), std::string("test rows"));
        QVERIFY(!source["protocols"]["tsts"]["classifiers"]["xgboost"]["fairness"].contains("dpr_interval"));
        for (const char *part : {"quality", "support", "two_sample_test", "marginals", "privacy", "explanation", "leakage"})
            QVERIFY2(source.contains(part), part);
        QVERIFY(source["privacy"]["attack"]["advantage"].is_number());
        QVERIFY(source["privacy"]["linkage"].is_null() && source["privacy"].contains("linkage_undefined")); // nobody knows the sources
        QFile report(path("report.html"));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray page = report.readAll();
        QVERIFY(page.contains("</html>") && !page.contains("http://") && !page.contains("https://"));
    }

    void parts_can_be_left_out()
    {
        const CliResult result = call(QStringLiteral("fair.csv"), {"--json", "--no-attack", "--bootstrap", "0"});
        QVERIFY2(result.status == 0, result.err);
        const Json source = Json::parse(result.out.begin(), result.out.end());
        QVERIFY(source["privacy"]["attack"]["advantage"].is_null());
        QVERIFY(!source["protocols"]["tstr"]["classifiers"]["xgboost"]["fairness"].contains("dpr_interval"));
    }

    void a_copy_is_exposed_and_an_independent_draw_is_not()
    {
        const CliResult copied = call(QStringLiteral("train.csv"), {"--json"}), independent = call(QStringLiteral("other.csv"), {"--json"});
        QVERIFY2(copied.status == 0 && independent.status == 0, copied.err + independent.err);
        const Json copy = Json::parse(copied.out.begin(), copied.out.end()), other = Json::parse(independent.out.begin(), independent.out.end());
        QCOMPARE(copy["privacy"]["exact_copies"].get<double>(), 1.0);
        QVERIFY(copy["support"]["authenticity"].get<double>() < 0.05);
        QVERIFY(other["privacy"]["attack"]["auroc_interval"]["lo"].get<double>() < 0.5);
    }

    void limits_decide_the_exit_status_data()
    {
        QTest::addColumn<QByteArray>("limits");
        QTest::addColumn<int>("status");
        QTest::newRow("kept") << QByteArray(R"({"limits": ["dpr >= 0.5", "accuracy >= 0.6 with 95 % confidence"]})") << 0;
        QTest::newRow("not kept") << QByteArray(R"({"limits": ["dpr >= 0.5", "accuracy >= 0.999"]})") << 4;
        QTest::newRow("undefined is not kept") << QByteArray(R"({"limits": ["linkage <= 1"]})") << 4;
        QTest::newRow("damaged") << QByteArray(R"({"limits": [)") << 2;
    }

    void limits_decide_the_exit_status()
    {
        QFETCH(QByteArray, limits);
        QFETCH(int, status);
        write("limits.json", limits);
        const CliResult result = call(QStringLiteral("fair.csv"), {"--policy", path("limits.json"), "--no-attack", "--bootstrap", "200"});
        QCOMPARE(result.status, status);
        if (status == 2) {
            QCOMPARE(result.err.count('\n'), 1);
            QVERIFY(result.out.isEmpty());
        } else {
            QVERIFY2(result.out.contains("limits kept"), result.out);
        }
    }

    void bad_rows_are_one_line()
    {
        write("bad.csv", "sex,hours,town,income\nx,30,a,high\n");
        const CliResult result = call(QStringLiteral("bad.csv"), {});
        QCOMPARE(result.status, 2);
        QCOMPARE(result.err.count('\n'), 1);
    }

private:
    QString path(const QString &name) const { return folder_.filePath(name); }
    void write(const char *name, const QByteArray &content)
    {
        QFile out(path(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    CliResult call(const QString &synthetic, const QStringList &more) const
    {
        return call_cli(QStringList{"evaluate", "--real-train", path("train.csv"), "--real-test", path("test.csv"), "--synthetic", path(synthetic), "--sensitive", "sex",
                                    "--target", "income", "--positive", "high", "--quality-rows", "500"} +
                        more);
    }

    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestCliEvaluate)
#include "test_cli_evaluate.moc"
