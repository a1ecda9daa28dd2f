#include "core/base/error.h"
#include "core/study/policy.h"
#include "example_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace fairloom;

namespace {

PolicyOutcome check_one(const std::string &limit, const RunResult &run = example_run())
{
    return check_policy(parse_policy("{\"limits\": [" + limit + "]}", "limits.json"), run).outcomes.front();
}

} // namespace

class TestPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void limits_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<bool>("met");
        // the example: student's DPR 0.762, interval 0.70 to 0.85, accuracy 0.833; real accuracy 0.874
        QTest::newRow("kept") << R"({"figure": "dpr", "at_least": 0.75})" << true;
        QTest::newRow("not kept") << R"({"figure": "dpr", "at_least": 0.8})" << false;
        QTest::newRow("as a sentence") << R"("dpr >= 0.75")" << true;
        QTest::newRow("sentence with confidence, kept") << R"("dpr >= 0.7 with 95 % confidence")" << true;
        QTest::newRow("value keeps it, bound does not") << R"("dpr >= 0.75 with 95 % confidence")" << false;
        QTest::newRow("at most") << R"("accuracy <= 0.9")" << true;
        QTest::newRow("both ends") << R"({"figure": "accuracy", "at_least": 0.8, "at_most": 0.83})" << false;
        QTest::newRow("another source") << R"({"figure": "accuracy", "source": "real", "at_least": 0.85})" << true;
        QTest::newRow("undefined fails, whatever the limit") << R"("eor >= 0")" << false;
        QTest::newRow("undefined fails at most, too") << R"("eor <= 1")" << false;
        QTest::newRow("not computed") << R"("exact_copies <= 1")" << false;
        QTest::newRow("confidence without interval") << R"("accuracy >= 0.1 with 95 % confidence")" << false;
        QTest::newRow("a group's rate") << R"({"figure": "selection_rate", "group": "Male", "at_least": 0.2})" << true;
        QTest::newRow("a group's undefined rate") << R"({"figure": "tpr", "group": "Male", "at_least": 0})" << false;
        QTest::newRow("no such group") << R"({"figure": "tpr", "group": "Nobody", "at_least": 0})" << false;
        QTest::newRow("a rate without group") << R"({"figure": "tpr", "at_least": 0})" << false;
        QTest::newRow("a group's figure that is none") << R"({"figure": "dpr", "group": "Male", "at_least": 0})" << false;
        QTest::newRow("no such source") << R"({"figure": "dpr", "source": "imported", "at_least": 0})" << false;
        QTest::newRow("no such protocol") << R"({"figure": "dpr", "protocol": "trts", "at_least": 0})" << false;
        QTest::newRow("no such classifier") << R"({"figure": "dpr", "classifier": "cnn", "at_least": 0})" << false;
        QTest::newRow("quality") << R"("coverage >= 0.9")" << true;
        QTest::newRow("leakage") << R"("auroc_latent <= 0.55")" << false;
    }

    void limits()
    {
        QFETCH(QString, limit);
        QFETCH(bool, met);
        const PolicyOutcome outcome = check_one(limit.toStdString());
        QCOMPARE(outcome.met, met);
        QVERIFY(!outcome.reason.empty());
    }

    void outcome_says_what_was_looked_at()
    {
        const PolicyOutcome outcome = check_one(R"("dpr >= 0.75 with 95 % confidence")");
        QCOMPARE(outcome.limit.source, std::string("student"));
        QCOMPARE(outcome.limit.classifier, std::string("xgboost"));
        // (0.762 - 0.70) / 1.96 * 1.645 below 0.762
        QVERIFY(std::abs(*outcome.bound - 0.71) < 0.001);
        QCOMPARE(limit_text(outcome.limit), std::string("dpr >= 0.75 with 95 % confidence"));
    }

    void drawn_values_give_the_bound()
    {
        RunResult run = example_run();
        std::vector<double> drawn;
        for (int i = 0; i <= 100; ++i)
            drawn.push_back(0.7 + 0.001 * i);
        run.sources[1].second.protocols["tstr"]["xgboost"].fairness.dpr.interval->values = std::make_shared<const std::vector<double>>(drawn);
        QVERIFY(std::abs(*check_one(R"("dpr >= 0.75 with 90 % confidence")", run).bound - 0.71) < 1e-9);
    }

    void seeds_come_first()
    {
        RunResult run = example_run();
        OverSeeds over;
        over.dpr = 0.9;
        over.dpr.interval = Interval{0.85, 0.95, 0.95, "test rows and seeds", 1000, "bootstrap", {}};
        run.sources[1].second.protocols["tstr"]["xgboost"].over_seeds = over;
        QVERIFY(check_one(R"("dpr >= 0.85 with 95 % confidence")", run).met);
    }

    void counting()
    {
        const PolicyResult result = check_policy(parse_policy(R"({"name": "ours", "limits": ["dpr >= 0.7", "dpr >= 0.9", "accuracy >= 0.8"]})", "x"), example_run());
        QCOMPARE(result.name, std::string("ours"));
        QCOMPARE(result.met_count(), std::size_t{2});
        QVERIFY(!result.met());
        QVERIFY(check_policy(parse_policy(R"({"limits": ["dpr >= 0.7"]})", "x"), example_run()).met());
    }

    void every_figure_is_found_or_says_why()
    {
        for (const PolicyFigure &figure : policy_figures()) {
            const PolicyOutcome outcome = check_one(std::string("{\"figure\": \"") + figure.key + "\", \"at_least\": -1e9}");
            QVERIFY2(outcome.met || !outcome.reason.empty(), figure.key);
            QVERIFY(!figure.meaning.empty());
        }
    }

    void nonsense_is_refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("no JSON") << "{\n\"limits\": [\n" << "line 3";
        QTest::newRow("a list") << "[]" << "limits";
        QTest::newRow("no limits") << R"({"name": "x"})" << "limits";
        QTest::newRow("limits is a text") << R"({"limits": "dpr"})" << "limits";
        QTest::newRow("empty") << R"({"limits": []})" << "no limit";
        QTest::newRow("unknown key") << R"({"limits": ["dpr >= 0.8"], "limit": 1})" << "limit";
        QTest::newRow("unknown key of a limit") << R"({"limits": [{"figure": "dpr", "atleast": 1}]})" << "atleast";
        QTest::newRow("unknown figure") << R"({"limits": ["fairness >= 0.8"]})" << "fairness";
        QTest::newRow("no limit in it") << R"({"limits": [{"figure": "dpr"}]})" << "at_least";
        QTest::newRow("half a sentence") << R"({"limits": ["dpr >="]})" << "limit 1";
        QTest::newRow("second one") << R"({"limits": ["dpr >= 0.8", 7]})" << "limit 2";
        QTest::newRow("text for a number") << R"({"limits": [{"figure": "dpr", "at_least": "0.8"}]})" << "at_least";
        QTest::newRow("confidence of 95") << R"({"limits": [{"figure": "dpr", "at_least": 0.8, "confidence": 95}]})" << "0.5";
        QTest::newRow("confidence of 100 %") << R"({"limits": ["dpr >= 0.8 with 100 % confidence"]})" << "0.5";
        QTest::newRow("number without bounds") << R"({"limits": ["dpr >= 1e999"]})" << "1e999";
    }

    void nonsense_is_refused()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        try {
            parse_policy(text.toStdString(), "limits.json");
            QFAIL("it was read");
        } catch (const InputError &error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(part), error.what());
            QVERIFY(!error.remedy().empty());
        }
    }

    void files()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath("limits.json").toStdString();
        QVERIFY_EXCEPTION_THROWN(read_policy(file), InputError);
        QVERIFY_EXCEPTION_THROWN(read_policy(folder.path().toStdString()), InputError);
        std::ofstream(file) << R"({"limits": ["dpr >= 0.8"]})";
        QCOMPARE(read_policy(file).limits.size(), std::size_t{1});
        std::ofstream(file) << std::string(2'000'000, ' ');
        QVERIFY_EXCEPTION_THROWN(read_policy(file), InputError);
    }
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "test_policy.moc"
