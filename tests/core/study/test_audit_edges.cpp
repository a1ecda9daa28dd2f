// Data on which figures can go wrong: each is right, or undefined with a reason; nothing crashes, nothing is NaN.
#include "core/base/random.h"
#include "core/data/csv_reader.h"
#include "core/metrics/fairness.h"
#include "core/study/evaluation.h"
#include "core/study/metric_json.h"
#include "core/study/policy.h"
#include "core/study/run_json.h"
#include "core/study/uncertainty.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace fairloom;

namespace {

struct Rows {
    std::string csv = "group,other,a,b,y\n";
    std::size_t count = 0;

    void add(const std::string &group, const std::string &other, double a, const std::string &b, bool y)
    {
        csv += group + "," + other + "," + std::to_string(a) + "," + b + "," + (y ? "yes" : "no") + "\n";
        ++count;
    }
};

/// Rows whose label depends on a and b, unless `shuffled`.
Rows rows(std::size_t n, const std::vector<std::string> &groups, std::uint64_t seed, bool shuffled = false)
{
    Random random(seed);
    Rows out;
    for (std::size_t i = 0; i < n; ++i) {
        const double a = std::round(100 * random.normal()) / 100;
        const bool b = random.uniform() < 0.5, y = shuffled ? random.uniform() < 0.4 : a + (b ? 0.6 : -0.6) + 0.5 * random.normal() > 0;
        out.add(groups[random.below(groups.size())], random.uniform() < 0.5 ? "x" : "z", a, b ? "u" : "v", y);
    }
    return out;
}

std::vector<std::string> many(int count)
{
    std::vector<std::string> out;
    for (int g = 0; g < count; ++g)
        out.push_back("g" + std::to_string(100 + g));
    return out;
}

std::shared_ptr<const Dataset> dataset(const Rows &train, const Rows &test)
{
    NoProgress quiet;
    auto out = std::make_shared<Dataset>();
    CsvOptions options;
    out->table = read_csv(train.csv + test.csv.substr(test.csv.find('\n') + 1), "t.csv", options, quiet, {}).table;
    std::vector<std::size_t> first, second;
    for (std::size_t i = 0; i < train.count + test.count; ++i)
        (i < train.count ? first : second).push_back(i);
    out->test = out->table.select_rows(second);
    out->table = out->table.select_rows(first);
    return out;
}

/// Every null says why, whatever stands where.
void check_json(const Json &json, const std::string &where)
{
    if (json.is_array())
        for (const Json &item : json)
            check_json(item, where);
    if (!json.is_object())
        return;
    for (const auto &[key, value] : json.items()) {
        if (value.is_null())
            QVERIFY2(json.contains(key + "_undefined") && !json[key + "_undefined"].get<std::string>().empty(), (where + "." + key).c_str());
        if (value.is_number_float())
            QVERIFY2(std::isfinite(value.get<double>()), (where + "." + key).c_str());
        check_json(value, where + "." + key);
    }
}

EvaluationSettings quick()
{
    EvaluationSettings settings;
    settings.threads = 2;
    settings.quality_rows = 300;
    settings.bootstrap = 200;
    return settings;
}

std::vector<std::pair<std::string, SourceResult>> judge(const Problem &problem, const LabelledTable &generated, std::vector<SourceDifference> *differences = nullptr)
{
    NoProgress quiet;
    Evaluator evaluator(problem, quick(), {});
    std::vector<std::pair<std::string, SourceResult>> sources;
    sources.emplace_back("real", evaluator.real(quiet));
    sources.emplace_back("imported", evaluator.synthetic(generated, nullptr, quiet));
    std::vector<SourceDifference> found = add_uncertainty(sources, problem.groups, quick(), {});
    if (differences)
        *differences = std::move(found);
    return sources;
}

} // namespace

class TestAuditEdges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_is_wrong_without_saying_so_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"ordinary", "shuffled labels", "constant classifier", "single-member groups", "one-row groups in the test rows", "fifty groups",
                                 "two columns, an empty intersection", "a group without a label in the test rows", "a dozen rows", "generated rows all alike"})
            QTest::newRow(kind) << kind;
    }

    void nothing_is_wrong_without_saying_so()
    {
        QFETCH(QString, kind);
        Rows train = rows(600, {"m", "f"}, 1), test = rows(400, {"m", "f"}, 2), generated = rows(500, {"m", "f"}, 3);
        Task task{{"group"}, "y", "yes"};
        if (kind == "shuffled labels")
            train = rows(600, {"m", "f"}, 1, true), test = rows(400, {"m", "f"}, 2, true), generated = rows(500, {"m", "f"}, 3, true);
        if (kind == "single-member groups")
            train.add("lonely", "x", 0.5, "u", true), test.add("lonely", "x", 0.5, "u", true), generated.add("lonely", "x", 0.5, "u", true);
        if (kind == "one-row groups in the test rows") {
            for (int i = 0; i < 40; ++i)
                train.add("rare", "x", 0.01 * i, "u", i % 2 == 0);
            test.add("rare", "z", 0.3, "v", false);
        }
        if (kind == "fifty groups")
            train = rows(1500, many(50), 1), test = rows(600, many(50), 2), generated = rows(600, many(50), 3);
        if (kind == "two columns, an empty intersection") {
            task.sensitive = {"group", "other"};
            train = Rows(), test = Rows();
            Random random(5);
            for (int i = 0; i < 900; ++i) {
                const bool f = random.uniform() < 0.5;
                (i < 500 ? train : test).add(f ? "f" : "m", f ? "x" : random.uniform() < 0.5 ? "x" : "z", random.normal(), "u", random.uniform() < 0.5);
            }
            generated = train;
        }
        if (kind == "a group without a label in the test rows") {
            test = Rows();
            Random random(6);
            for (int i = 0; i < 200; ++i)
                test.add(i % 4 ? "m" : "f", "x", random.normal(), "u", i % 4 && i % 3);
        }
        if (kind == "a dozen rows")
            train = rows(14, {"m", "f"}, 11), test = rows(12, {"m", "f"}, 12), generated = rows(12, {"m", "f"}, 14);
        if (kind == "generated rows all alike") {
            generated = Rows();
            for (int i = 0; i < 100; ++i)
                generated.add("m", "x", 0.25, "u", i % 2);
        }
        const auto data = dataset(train, test);
        const Problem problem = make_problem(*data, task, 1);
        Table table = dataset(train, generated)->test.value();
        LabelledTable labelled = label_table(problem, table);
        if (kind == "constant classifier")
            std::fill(labelled.label.begin(), labelled.label.end(), std::uint8_t{0});
        std::vector<SourceDifference> differences;
        const auto sources = judge(problem, labelled, &differences);
        for (const auto &[name, source] : sources)
            check_json(source_to_json(source, false), name);
        for (const SourceDifference &difference : differences) {
            check_json(difference_json(difference), "difference");
            QVERIFY(difference.p_value > 0 && difference.p_value <= 1 && difference.p_holm >= difference.p_value);
        }
        for (const auto &[name, source] : sources)
            for (const auto &[protocol, classifiers] : source.protocols)
                for (const auto &[classifier, judged] : classifiers)
                    QCOMPARE(judged.fairness.dpr.interval.has_value() && protocol == "tsts", false);
    }

    void shuffled_labels_are_chance()
    {
        const auto data = dataset(rows(1500, {"m", "f"}, 21, true), rows(1500, {"m", "f"}, 22, true));
        const Problem problem = make_problem(*data, {{"group"}, "y", "yes"}, 1);
        const auto sources = judge(problem, problem.train);
        const Metric &area = sources[0].second.protocols.at("trtr").at("logistic").utility.auroc;
        QVERIFY(area.interval->low < 0.5 + 0.02 && area.interval->high > 0.5 - 0.02);
    }

    void a_classifier_that_selects_nobody()
    {
        const auto data = dataset(rows(300, {"m", "f"}, 1), rows(300, {"m", "f"}, 2));
        const Problem problem = make_problem(*data, {{"group"}, "y", "yes"}, 1);
        LabelledTable nobody = problem.train;
        std::fill(nobody.label.begin(), nobody.label.end(), std::uint8_t{0});
        const auto sources = judge(problem, nobody);
        const ClassifierResult &judged = sources[1].second.protocols.at("tstr").at("xgboost");
        QVERIFY(!judged.fairness.dpr && !judged.fairness.dpr.undefined.empty() && !judged.fairness.dpr.interval);
        QCOMPARE(*judged.fairness.dpd.value, 0.0);
        QVERIFY(!judged.utility.precision && *judged.utility.recall.value == 0);
    }

    void each_column_alone()
    {
        const auto data = dataset(rows(800, {"m", "f", "d"}, 1), rows(800, {"m", "f", "d"}, 2));
        const Problem problem = make_problem(*data, {{"group", "other"}, "y", "yes"}, 1);
        const auto sources = judge(problem, problem.train);
        const ClassifierResult &judged = sources[1].second.protocols.at("tstr").at("xgboost");
        QCOMPARE(judged.fairness.groups.size(), std::size_t{6});
        QCOMPARE(judged.by_column.size(), std::size_t{2});
        QCOMPARE(judged.by_column[0].fairness.groups.size(), std::size_t{3});
        QVERIFY(judged.by_column[1].fairness.dpr.interval);
        std::size_t rows_of_x = 0;
        for (const GroupRates &rates : judged.fairness.groups)
            if (rates.group.values[1].second == "x")
                rows_of_x += rates.n;
        QCOMPARE(judged.by_column[1].fairness.groups[0].n, rows_of_x);
    }

    void intervals_hold_their_values()
    {
        const auto data = dataset(rows(600, {"m", "f"}, 1), rows(600, {"m", "f"}, 2));
        const Problem problem = make_problem(*data, {{"group"}, "y", "yes"}, 1);
        const auto sources = judge(problem, problem.train);
        for (const auto &[name, source] : sources) {
            const ClassifierResult &judged = source.protocols.at(name == "real" ? "trtr" : "tstr").at("xgboost");
            for (const Metric *metric : {&judged.fairness.dpr, &judged.fairness.eor, &judged.fairness.dpd, &judged.utility.f1, &judged.utility.accuracy, &judged.utility.auroc}) {
                QVERIFY(metric->interval && metric->interval->low <= *metric->value && *metric->value <= metric->interval->high);
                QCOMPARE(metric->interval->resampled, std::string("test rows"));
            }
        }
    }

    void judged_anew_at_another_threshold()
    {
        const auto data = dataset(rows(600, {"m", "f"}, 1), rows(600, {"m", "f"}, 2));
        const Problem problem = make_problem(*data, {{"group"}, "y", "yes"}, 1);
        const auto sources = judge(problem, problem.train);
        const ClassifierResult &judged = sources[1].second.protocols.at("tstr").at("logistic");
        FairnessOptions options;
        options.threshold = 0.8;
        options.reference = 0;
        const ClassifierResult anew = judge_anew(judged, problem.groups, options, quick(), {});
        QVERIFY(*anew.fairness.groups[0].selection_rate.value < *judged.fairness.groups[0].selection_rate.value);
        QVERIFY(anew.fairness.dpr.interval && anew.utility.f1.interval);
        QCOMPARE(anew.fairness.reference, std::size_t{0});
        QCOMPARE(*anew.utility.auroc.value, *judged.utility.auroc.value);
        options.threshold = judged.fairness.threshold;
        options.reference.reset();
        QCOMPARE(*judge_anew(judged, problem.groups, options, quick(), {}).fairness.dpr.value, *judged.fairness.dpr.value);
    }

    void seeds()
    {
        const auto data = dataset(rows(600, {"m", "f"}, 1), rows(600, {"m", "f"}, 2));
        const Problem problem = make_problem(*data, {{"group"}, "y", "yes"}, 1);
        const auto sources = judge(problem, problem.train);
        const ClassifierResult &judged = sources[1].second.protocols.at("tstr").at("xgboost");
        std::vector<SeedRows> others;
        Random random(3);
        for (std::uint64_t seed = 2; seed <= 5; ++seed) {
            ScoredRows scored = *judged.scored;
            for (float &p : scored.probability)
                p = std::clamp(p + 0.1f * static_cast<float>(random.normal()), 0.0f, 1.0f);
            others.push_back({seed, std::make_shared<const ScoredRows>(scored)});
        }
        const std::optional<OverSeeds> over = over_seeds(judged, 1, others, problem.groups, quick(), {});
        QVERIFY(over);
        QCOMPARE(over->each.size(), std::size_t{5});
        QCOMPARE(*over->each[0].dpr.value, *judged.fairness.dpr.value);
        double mean = 0;
        for (const SeedFigures &figures : over->each)
            mean += *figures.accuracy.value / 5;
        QVERIFY(std::abs(*over->accuracy.value - mean) < 1e-12);
        QCOMPARE(over->dpr.interval->resampled, std::string("test rows and seeds"));
        QVERIFY(over->dpr_sd > 0);
        // other test rows: nothing can be said
        ScoredRows fewer = *judged.scored;
        fewer.label[0] = !fewer.label[0];
        QVERIFY(!over_seeds(judged, 1, {{2, std::make_shared<const ScoredRows>(fewer)}}, problem.groups, quick(), {}));
        QVERIFY(!over_seeds(judged, 1, {}, problem.groups, quick(), {}));
    }
};

QTEST_GUILESS_MAIN(TestAuditEdges)
#include "test_audit_edges.moc"
