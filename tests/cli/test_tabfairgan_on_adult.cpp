// TabFairGAN on the Adult data against what its public program comes to by the same judgement. Takes ten minutes: with FAIRLOOM_SLOW_TESTS only.
#include "cli_process.h"
#include "real_data.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <cmath>

using Json = nlohmann::json;

namespace {

/// Processor seconds of all programs that were called and have ended.
double seconds_of_programs()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

class TestTabFairGanOnAdult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePublicProgram()
    {
        if (!qEnvironmentVariableIsSet("FAIRLOOM_SLOW_TESTS"))
            QSKIP("takes ten minutes: set FAIRLOOM_SLOW_TESTS, or run ./dev test --slow");
        const QString folder = QString::fromStdString(fairloom::test::real_data("adult").string());
        if (fairloom::test::real_data("adult/adult.data").empty())
            QSKIP("the Adult data set is not here: set FAIRLOOM_DATA_DIR");
        QTemporaryDir out;
        constexpr int epochs = 200;
        const CliResult result =
            call_cli({"run", "--data", folder + "/adult.data", "--test", folder + "/adult.test", "--recipe", "adult", "--sensitive", "sex", "--method",
                      "tabfairgan", "--rival-epochs", QString::number(epochs), "--rival-fair-epochs", "50", "--rival-fairness", "0.5", "--threads", "1",
                      "--evaluation", "basic", "--json", "--out", out.filePath("run")},
                     3500);
        QVERIFY2(result.status == 0, result.err);
        const Json run = Json::parse(result.out.begin(), result.out.end()), &rows = run["sources"]["rival"], &protocols = rows["protocols"];
        const double accuracy = protocols["tstr"]["classifiers"]["xgboost"]["utility"]["accuracy"].get<double>();
        const double parity = protocols["tsts"]["classifiers"]["xgboost"]["fairness"]["dpr"].get<double>();
        const double density = rows["quality"]["density"].get<double>(), coverage = rows["quality"]["coverage"].get<double>();
        const double cost = seconds_of_programs() / epochs; // with reading and judging, which are a small part
        qInfo("TSTR accuracy %.4f, TSTS DPR %.4f, density %.4f, coverage %.4f; %.2f CPU seconds an epoch", accuracy, parity, density, coverage, cost);
        QVERIFY(std::abs(accuracy - 0.82) <= 0.015);
        QVERIFY(std::abs(parity - 0.90) <= 0.06);
        QVERIFY(std::abs(density - 0.6) <= 0.1);
        QVERIFY(std::abs(coverage - 0.78) <= 0.06);
        QVERIFY(cost < 3.5); // of the public program, on two cores of 2024
    }
};

QTEST_GUILESS_MAIN(TestTabFairGanOnAdult)
#include "test_tabfairgan_on_adult.moc"
