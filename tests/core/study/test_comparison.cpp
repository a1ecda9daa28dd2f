#include "core/base/random.h"
#include "core/study/comparison/curve_bands.h"
#include "core/study/comparison/paired_difference.h"
#include "core/study/comparison/pareto_front.h"
#include "core/study/comparison/student_t.h"
#include "made_up_runs.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace fairloom;

namespace {

using F = ComparedFigure;

std::vector<const RunRecord *> pointers(const std::vector<RunRecord> &runs)
{
    std::vector<const RunRecord *> out;
    for (const RunRecord &run : runs)
        out.push_back(&run);
    return out;
}

RecordedJudgement &judgement(RunRecord &run, const std::string &protocol = "tstr")
{
    return run.sources.back().second.protocols[protocol]["xgboost"];
}

/// Runs of one loss with the given accuracies, seeds 1, 2, ...
void add(std::vector<RunRecord> &runs, const std::string &loss, const std::vector<double> &accuracies)
{
    for (std::size_t i = 0; i < accuracies.size(); ++i)
        runs.push_back(made_up::record(loss + "-" + std::to_string(i + 1), loss, 0.7, accuracies[i], i + 1));
}

bool near(double a, double b, double tolerance = 1e-12)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void student_t_values_data();
    void student_t_values();
    void student_t_tails_data();
    void student_t_tails();
    void rows_are_those_of_the_choice();
    void rows_say_why_a_figure_is_missing();
    void comparable_data();
    void comparable();
    void kinds_data();
    void kinds();
    void groups_differ_in_their_seed_alone();
    void what_touches_no_figure_does_not_part_groups();
    void unfinished_runs_are_in_no_group();
    void spreads();
    void names_tell_groups_apart();
    void front_data();
    void front();
    void front_agrees_with_its_definition();
    void front_of_means();
    void paired_interval_by_hand();
    void paired_needs_two_common_seeds_data();
    void paired_needs_two_common_seeds();
    void equal_differences_data();
    void equal_differences();
    void intervals_cover();
    void one_table_is_one_family();
    void references_on_other_data();
    void sentences_data();
    void sentences();
    void bands();
    void bands_keep_to_common_epochs();
    void bands_of_every_term();
    void decimals_data();
    void decimals();
};

// quantiles and tails by mpmath's incomplete beta function, 30 digits
void TestComparison::student_t_values_data()
{
    QTest::addColumn<double>("level");
    QTest::addColumn<double>("df");
    QTest::addColumn<double>("quantile");
    QTest::newRow("95 %, 1") << 0.95 << 1.0 << 12.706204736174705;
    QTest::newRow("99 %, 1") << 0.99 << 1.0 << 63.656741162871581;
    QTest::newRow("50 %, 1") << 0.5 << 1.0 << 1.0;
    QTest::newRow("95 %, 2") << 0.95 << 2.0 << 4.3026527297494639;
    QTest::newRow("99 %, 3") << 0.99 << 3.0 << 5.8409093097333573;
    QTest::newRow("95 %, 4") << 0.95 << 4.0 << 2.7764451051977944;
    QTest::newRow("50 %, 4") << 0.5 << 4.0 << 0.74069708411268263;
    QTest::newRow("95 %, 9") << 0.95 << 9.0 << 2.2621571627982055;
    QTest::newRow("95 %, 29") << 0.95 << 29.0 << 2.0452296421327043;
    QTest::newRow("99 %, 100") << 0.99 << 100.0 << 2.6258905214380179;
    QTest::newRow("95 %, 1000") << 0.95 << 1000.0 << 1.9623390808264085;
}

void TestComparison::student_t_values()
{
    QFETCH(double, level);
    QFETCH(double, df);
    QFETCH(double, quantile);
    const double found = student_t_quantile(level, df);
    QVERIFY2(std::abs(found / quantile - 1) < 1e-12, qPrintable(QString::number(found, 'g', 17)));
}

void TestComparison::student_t_tails_data()
{
    QTest::addColumn<double>("t");
    QTest::addColumn<double>("df");
    QTest::addColumn<double>("p");
    QTest::newRow("0") << 0.0 << 5.0 << 1.0;
    QTest::newRow("0.5") << 0.5 << 1.0 << 0.70483276469913345;
    QTest::newRow("2") << 2.0 << 4.0 << 0.11611652351681559;
    QTest::newRow("-3") << -3.0 << 9.0 << 0.014956363910414215;
    QTest::newRow("10") << 10.0 << 3.0 << 0.0021283990584141501;
    QTest::newRow("small") << 1e-6 << 7.0 << 0.99999923001709834;
    QTest::newRow("far out") << 12.0 << 50.0 << 2.4623806253325446e-16;
}

void TestComparison::student_t_tails()
{
    QFETCH(double, t);
    QFETCH(double, df);
    QFETCH(double, p);
    QVERIFY2(std::abs(student_t_two_sided(t, df) / p - 1) < 1e-11, qPrintable(QString::number(student_t_two_sided(t, df), 'g', 17)));
}

void TestComparison::rows_are_those_of_the_choice()
{
    RunRecord run = made_up::record("l1-1", "l1", 0.76, 0.84);
    RecordedJudgement other;
    other.dpr = 0.5;
    run.sources.back().second.protocols["tstr"]["logistic"] = other;
    const ComparisonRow row = comparison_row(run, {});
    QCOMPARE(row.source, std::string("student"));
    QVERIFY(row.judged && row.counts());
    QCOMPARE(*row[F::dpr].value, 0.76);
    QCOMPARE(*row[F::accuracy].value, 0.84);
    QCOMPARE(*row[F::tsts_dpr].value, 0.76 + 0.1);
    QCOMPARE(*row[F::coverage].value, 0.9432);
    QCOMPARE(*row[F::auroc_latent].value, 0.53);
    QCOMPARE(*row[F::student_s].value, 1.5);
    QCOMPARE(*row[F::training_s].value, 21.5);
    QCOMPARE(*row[F::total_s].value, 34.0);
    QCOMPARE(*row[F::peak_memory].value, 600e6);

    QCOMPARE(*comparison_row(run, {"", "tstr", "logistic"})[F::dpr].value, 0.5);
    QCOMPARE(*comparison_row(run, {"real", "tstr", "xgboost"})[F::dpr].value, 0.318); // real rows are judged by trtr
    QVERIFY(!comparison_row(run, {"real", "tstr", "xgboost"})[F::coverage]);
    QVERIFY(!comparison_row(run, {"", "tstr", "cnn"}).judged);
    QVERIFY(!comparison_row(run, {"teacher", "tstr", "xgboost"}).judged);
    run.sources.back().first = "rival";
    QCOMPARE(comparison_row(run, {}).source, std::string("rival"));
}

void TestComparison::rows_say_why_a_figure_is_missing()
{
    RunRecord run = made_up::record("l1-1", "l1", 0.76, 0.84);
    judgement(run).dpr = Metric::undefined_because(Message("nobody is selected"));
    run.sources.back().second.density = Metric();
    run.cost.reset();
    const ComparisonRow row = comparison_row(run, {});
    QCOMPARE(row[F::dpr].undefined.english(), std::string("nobody is selected"));
    QVERIFY(!row[F::density] && !row[F::density].undefined.empty());
    QVERIFY(!row[F::rows_per_s] && !row[F::rows_per_s].undefined.empty());
}

void TestComparison::comparable_data()
{
    using Change = std::function<void(RunRecord &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, bool same, const Change &change) { QTest::newRow(name) << change << same; };
    row("the same", true, [](RunRecord &) {});
    row("other settings", true, [](RunRecord &run) { run.settings.loss = "md"; run.settings.seed = 7; });
    row("the file under another name", true, [](RunRecord &run) { run.data_name = "persons"; });
    row("other data", false, [](RunRecord &run) { run.data_sha256 = "77"; });
    row("unknown data", false, [](RunRecord &run) { run.data_sha256.clear(); });
    row("a test file", false, [](RunRecord &run) { run.test_sha256 = "1"; });
    row("another sensitive column", false, [](RunRecord &run) { run.task.sensitive = {"race"}; });
    row("two of them", false, [](RunRecord &run) { run.task.sensitive = {"sex", "race"}; });
    row("another target", false, [](RunRecord &run) { run.task.target = "job"; });
    row("another favourable value", false, [](RunRecord &run) { run.task.positive = "low"; });
    row("fewer rows", false, [](RunRecord &run) { run.settings.train_rows = 100; });
    row("a rare label", false, [](RunRecord &run) { run.settings.favourable_share = 0.05; });
    row("a small group", false, [](RunRecord &run) { run.settings.smallest_group_share = 0.05; });
    row("noise", false, [](RunRecord &run) { run.settings.noise_columns = 20; });
}

void TestComparison::comparable()
{
    QFETCH(std::function<void(RunRecord &)>, change);
    QFETCH(bool, same);
    const RunRecord a = made_up::record("a", "l1", 0.7, 0.8);
    RunRecord b = a;
    change(b);
    QCOMPARE(fairloom::comparable(a, b), same);
    QCOMPARE(fairloom::comparable(b, a), same);
    if (b.data_sha256.empty()) // nothing is known of either
        QVERIFY(!fairloom::comparable(b, b));
}

void TestComparison::kinds_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("label");
    QTest::newRow("own") << "fairloom" << "" << "huber" << "Huber-KL";
    QTest::newRow("rival") << "tabfairgan" << "" << "tabfairgan" << "TabFairGAN";
    QTest::newRow("vae") << "vae" << "" << "vae" << "plain VAE";
    QTest::newRow("imported") << "fairloom" << "rows.csv" << "imported" << "imported rows";
    QTest::newRow("unknown") << "tomorrow" << "" << "tomorrow" << "tomorrow";
}

void TestComparison::kinds()
{
    QFETCH(QString, method);
    QFETCH(QString, file);
    QFETCH(QString, kind);
    QFETCH(QString, label);
    RunRecord run = made_up::record("a", "huber", 0.7, 0.8);
    run.settings.method = method.toStdString();
    run.judged_file = file.toStdString();
    QCOMPARE(run_kind(run), kind.toStdString());
    QCOMPARE(kind_label(run_kind(run)).english(), label.toStdString());
}

void TestComparison::groups_differ_in_their_seed_alone()
{
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.82, 0.84});
    add(runs, "huber", {0.81});
    runs.push_back(made_up::record("l1 again", "l1", 0.9, 0.5, 2)); // a repeated seed is no further draw
    runs.push_back(made_up::record("other beta", "l1", 0.9, 0.5, 4));
    runs.back().settings.log10_beta = 9;
    runs.push_back(made_up::record("other data", "l1", 0.9, 0.5, 5));
    runs.back().data_sha256 = "77";
    const auto list = pointers(runs);
    const std::vector<ComparisonRow> rows = comparison_rows(list, {});
    const std::vector<SeedGroup> groups = seed_groups(rows);
    QCOMPARE(groups.size(), std::size_t(4));
    QCOMPARE(groups[0].rows, (std::vector<std::size_t>{0, 1, 2, 4}));
    QCOMPARE(groups[0].draws, (std::vector<std::size_t>{0, 1, 2}));
    QCOMPARE(groups[0].seeds(), std::size_t(3));
    QVERIFY(near(groups[0][F::accuracy].mean, 0.82));
    QVERIFY(near(groups[0][F::accuracy].sd, 0.02));
    QCOMPARE(groups[0][F::accuracy].n, std::size_t(3));
    QCOMPARE(groups[1].rows, (std::vector<std::size_t>{3}));
    QCOMPARE(groups[1][F::accuracy].sd, 0.0);
    QCOMPARE(groups[2].rows, (std::vector<std::size_t>{5}));
    QCOMPARE(groups[3].rows, (std::vector<std::size_t>{6}));
}

void TestComparison::what_touches_no_figure_does_not_part_groups()
{
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.82, 0.84});
    runs[1].settings.threads = 2;
    runs[1].settings.bootstrap = 0;
    runs[2].settings.controls = true;
    const auto list = pointers(runs);
    QCOMPARE(seed_groups(comparison_rows(list, {})).size(), std::size_t(1));
    const std::vector<std::size_t> some{2, 0};
    QCOMPARE(seed_groups(comparison_rows(list, {}), some)[0].rows, some);
    // rows from two files are two things, even with the same settings
    runs[0].judged_file = "a.csv";
    runs[1].judged_file = "b.csv";
    QCOMPARE(seed_groups(comparison_rows(list, {})).size(), std::size_t(3));
}

void TestComparison::unfinished_runs_are_in_no_group()
{
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.82, 0.84, 0.86});
    runs[0].state = "stopped";
    runs[1].sources.clear();
    judgement(runs[2]).accuracy = Metric::undefined_because(Message("one label"));
    const auto list = pointers(runs);
    const std::vector<SeedGroup> groups = seed_groups(comparison_rows(list, {}));
    QCOMPARE(groups.size(), std::size_t(1));
    QCOMPARE(groups[0].rows, (std::vector<std::size_t>{2, 3}));
    QCOMPARE(groups[0][F::accuracy].n, std::size_t(1));
    QCOMPARE(groups[0][F::accuracy].mean, 0.86);
    QCOMPARE(groups[0][F::dpr].n, std::size_t(2));
}

void TestComparison::spreads()
{
    QCOMPARE(spread_of({}).n, std::size_t(0));
    const double values[] = {2, 4, 4, 4, 5, 5, 7, 9};
    const Spread spread = spread_of(values);
    QCOMPARE(spread.mean, 5.0);
    QVERIFY(near(spread.sd, std::sqrt(32.0 / 7)));
    QCOMPARE(spread.low, 2.0);
    QCOMPARE(spread.high, 9.0);
}

void TestComparison::names_tell_groups_apart()
{
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.8, 0.8});
    add(runs, "huber", {0.8});
    runs.push_back(made_up::record("huber-2", "huber", 0.7, 0.8));
    runs.back().settings.log10_beta = 9;
    runs.back().settings.preset = "custom";
    runs.push_back(made_up::record("gan", "l1", 0.7, 0.8));
    runs.back().settings.method = "tabfairgan";
    const auto list = pointers(runs);
    const auto names = [&] {
        const std::vector<ComparisonRow> rows = comparison_rows(list, {});
        const std::vector<SeedGroup> groups = seed_groups(rows);
        std::vector<std::string> out;
        for (const GroupName &name : group_names(rows, groups))
            out.push_back(name.english());
        return out;
    };
    QCOMPARE(names(), (std::vector<std::string>{"L1-KL", "Huber-KL, log10_beta 7.5", "Huber-KL, log10_beta 9", "TabFairGAN"}));
    runs[2].variant = "mild";
    QCOMPARE(names()[1], std::string("Huber-KL, log10_beta 7.5")); // only one of them has a variant
    runs[3].variant = "strict";
    QCOMPARE(names(), (std::vector<std::string>{"L1-KL", "Huber-KL, mild", "Huber-KL, strict", "TabFairGAN"}));
    runs[3].data_sha256 = "77";
    QCOMPARE(names(), (std::vector<std::string>{"L1-KL", "Huber-KL", "Huber-KL", "TabFairGAN"})); // the data stand beside it
}

using Points = std::vector<TradeOffPoint>;
using Indices = std::vector<std::size_t>;

void TestComparison::front_data()
{
    QTest::addColumn<Points>("points");
    QTest::addColumn<bool>("more_x");
    QTest::addColumn<bool>("more_y");
    QTest::addColumn<Indices>("front");
    const Points four{{0.70, 0.80}, {0.95, 0.82}, {0.72, 0.81}, {0.76, 0.84}};
    QTest::newRow("none") << Points{} << true << true << Indices{};
    QTest::newRow("more of both") << four << true << true << Indices{3, 1};
    QTest::newRow("less of both") << four << false << false << Indices{0};
    QTest::newRow("more x, less y") << four << true << false << Indices{0, 2, 1};
    QTest::newRow("equal points stay") << Points{{1, 1}, {1, 1}, {0.5, 1}} << true << true << Indices{0, 1};
    QTest::newRow("ties in one figure") << Points{{1, 0.5}, {1, 0.7}, {0.9, 0.7}, {0.8, 0.9}} << true << true << Indices{3, 1};
    QTest::newRow("undefined") << Points{{1, std::nullopt}, {std::nullopt, 1}, {0.2, 0.1}} << true << true << Indices{2};
}

void TestComparison::front()
{
    QFETCH(Points, points);
    QFETCH(bool, more_x);
    QFETCH(bool, more_y);
    QFETCH(Indices, front);
    QCOMPARE(pareto_front(points, more_x, more_y), front);
}

void TestComparison::front_agrees_with_its_definition()
{
    Random random(3);
    for (int round = 0; round < 200; ++round) {
        Points points;
        for (int i = 0; i < 40; ++i) // a coarse grid: ties
            points.push_back({double(random.below(8)), double(random.below(8))});
        const bool more_x = random.below(2) == 0, more_y = random.below(2) == 0;
        Indices wanted;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool beaten = std::any_of(points.begin(), points.end(), [&](const TradeOffPoint &other) {
                const double x = (*other.x - *points[i].x) * (more_x ? 1 : -1), y = (*other.y - *points[i].y) * (more_y ? 1 : -1);
                return x >= 0 && y >= 0 && (x > 0 || y > 0);
            });
            if (!beaten)
                wanted.push_back(i);
        }
        Indices found = pareto_front(points, more_x, more_y);
        QVERIFY(std::is_sorted(found.begin(), found.end(), [&](std::size_t a, std::size_t b) { return *points[a].x < *points[b].x; }));
        std::sort(found.begin(), found.end());
        QCOMPARE(found, wanted);
    }
}

void TestComparison::front_of_means()
{
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.84});    // one lucky run
    add(runs, "huber", {0.83, 0.83}); // better on average
    const auto list = pointers(runs);
    const std::vector<SeedGroup> groups = seed_groups(comparison_rows(list, {}));
    Points of_runs, of_means;
    for (const ComparisonRow &row : comparison_rows(list, {}))
        of_runs.push_back({row[F::dpr].value, row[F::accuracy].value});
    for (const SeedGroup &group : groups)
        of_means.push_back({group[F::dpr].mean, group[F::accuracy].mean});
    QCOMPARE(pareto_front(of_runs, true, true), Indices{1});
    QCOMPARE(pareto_front(of_means, true, true), Indices{1}); // of the groups
}

void TestComparison::paired_interval_by_hand()
{
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.81, 0.79, 0.82, 0.80});
    add(runs, "huber", {0.81, 0.83, 0.82, 0.86, 0.85}); // d = 0.01, 0.02, 0.03, 0.04, 0.05
    std::swap(runs[5], runs[9]);                        // seeds, not places, are paired
    const auto list = pointers(runs);
    const std::vector<ComparisonRow> rows = comparison_rows(list, {});
    const std::vector<SeedGroup> groups = seed_groups(rows);
    const PairedDifference d = paired_difference(rows, groups, 1, 0, F::accuracy);
    QCOMPARE(d.seeds, (std::vector<std::uint64_t>{1, 2, 3, 4, 5}));
    const double half = 2.7764451051977944 * std::sqrt(0.00025) / std::sqrt(5.0);
    QVERIFY(near(*d.difference.value, 0.03));
    QVERIFY(near(d.difference.interval->low, 0.03 - half));
    QVERIFY(near(d.difference.interval->high, 0.03 + half));
    QCOMPARE(d.difference.interval->resampled, std::string("seeds"));
    QVERIFY(near(d.p_value, 0.013235599563682707, 1e-10)); // t = 3 sqrt(2), 4 degrees of freedom
    QVERIFY(d.shown());
    const PairedDifference other_way = paired_difference(rows, groups, 0, 1, F::accuracy);
    QVERIFY(near(*other_way.difference.value, -0.03) && near(other_way.difference.interval->high, half - 0.03) && other_way.shown());
    QVERIFY(!paired_difference(rows, groups, 1, 0, F::accuracy, 0.99).shown()); // p > 0.01
    QVERIFY(!paired_difference(rows, groups, 1, 0, F::dpr).shown());
}

void TestComparison::paired_needs_two_common_seeds_data()
{
    QTest::addColumn<int>("first_seed");
    QTest::addColumn<int>("common");
    QTest::newRow("all") << 1 << 3;
    QTest::newRow("two") << 2 << 2;
    QTest::newRow("one") << 3 << 1;
    QTest::newRow("none") << 4 << 0;
}

void TestComparison::paired_needs_two_common_seeds()
{
    QFETCH(int, first_seed);
    QFETCH(int, common);
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.81, 0.79});
    for (int i = 0; i < 3; ++i)
        runs.push_back(made_up::record("md", "md", 0.7, 0.8 + 0.01 * i, std::uint64_t(first_seed + i)));
    const auto list = pointers(runs);
    const std::vector<ComparisonRow> rows = comparison_rows(list, {});
    const PairedDifference d = paired_difference(rows, seed_groups(rows), 1, 0, F::accuracy);
    QCOMPARE(int(d.seeds.size()), common);
    QCOMPARE(bool(d.difference), common >= 2);
    if (common < 2)
        QVERIFY(QString::fromStdString(d.difference.undefined.english()).contains(QString::number(common)) && !d.shown());
}

void TestComparison::equal_differences_data()
{
    QTest::addColumn<double>("shift");
    QTest::addColumn<double>("p");
    QTest::newRow("no difference at all") << 0.0 << 1.0;
    QTest::newRow("the same in every seed") << 0.25 << 0.0;
}

void TestComparison::equal_differences()
{
    QFETCH(double, shift);
    QFETCH(double, p);
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.125, 0.25, 0.5});
    add(runs, "md", {0.125 + shift, 0.25 + shift, 0.5 + shift});
    const auto list = pointers(runs);
    const std::vector<ComparisonRow> rows = comparison_rows(list, {});
    const PairedDifference d = paired_difference(rows, seed_groups(rows), 1, 0, F::accuracy);
    QCOMPARE(*d.difference.value, shift);
    QCOMPARE(d.difference.interval->low, shift);
    QCOMPARE(d.difference.interval->high, shift);
    QCOMPARE(d.p_value, p);
    QCOMPARE(d.shown(), shift != 0);
}

/// Of normal differences, 95 % intervals cover the truth in 95 of 100 cases: 4,000 simulated tables, so 0.9399 .. 0.9601 at 3 standard errors.
void TestComparison::intervals_cover()
{
    Random random(11);
    constexpr int tables = 4000;
    int covered = 0, rejected = 0;
    std::vector<RunRecord> runs;
    add(runs, "l1", {0, 0, 0});
    add(runs, "md", {0, 0, 0});
    const auto list = pointers(runs);
    std::vector<ComparisonRow> rows = comparison_rows(list, {});
    const std::vector<SeedGroup> groups = seed_groups(rows);
    for (int table = 0; table < tables; ++table) {
        for (std::size_t i = 0; i < 3; ++i) {
            const double split = random.normal(); // what the seed does to both
            rows[i].figures[std::size_t(F::accuracy)] = split + 0.1 * random.normal();
            rows[i + 3].figures[std::size_t(F::accuracy)] = 0.5 + split + 0.1 * random.normal();
        }
        const PairedDifference d = paired_difference(rows, groups, 1, 0, F::accuracy);
        covered += d.difference.interval->low <= 0.5 && 0.5 <= d.difference.interval->high;
        rejected += d.p_value < 0.05;
        QCOMPARE(d.p_value < 0.05, d.shown());
    }
    QVERIFY2(covered > 0.9399 * tables && covered < 0.9601 * tables, qPrintable(QString::number(covered)));
    QVERIFY(rejected > 0.5 * tables);
}

void TestComparison::one_table_is_one_family()
{
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.81, 0.79, 0.82, 0.80});
    add(runs, "huber", {0.81, 0.83, 0.82, 0.86, 0.85});
    add(runs, "md", {0.80, 0.80, 0.80, 0.83, 0.81});
    const auto list = pointers(runs);
    const std::vector<ComparisonRow> rows = comparison_rows(list, {});
    const std::vector<SeedGroup> groups = seed_groups(rows);
    const std::vector<F> figures{F::accuracy, F::auroc_latent, F::representation_dpr};
    const std::vector<PairedDifference> found = paired_differences(rows, groups, 0, figures);
    QCOMPARE(found.size(), std::size_t(6)); // two groups against the first, in three figures
    QVERIFY(!found[2].difference);          // not computed, so not in the family
    QCOMPARE(found[2].p_holm, 1.0);
    // p of the others: huber's accuracy, 1, md's accuracy, 1; Holm multiplies the smallest by 4
    QVERIFY(near(found[0].p_holm, std::min(1.0, 4 * found[0].p_value)));
    QVERIFY(near(found[3].p_holm, std::min(1.0, 3 * found[3].p_value)));
    QVERIFY(found[0].p_value < found[3].p_value);
    QVERIFY(found[0].shown() && found[0].p_holm > 0.05); // shown alone, not after adjusting: both can be read
}

void TestComparison::references_on_other_data()
{
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.81});
    add(runs, "md", {0.80, 0.81});
    add(runs, "l1", {0.70, 0.71});
    add(runs, "md", {0.70, 0.71});
    add(runs, "mse", {0.70, 0.71});
    for (std::size_t i = 4; i < 10; ++i)
        runs[i].data_sha256 = "77";
    runs[8].data_sha256 = runs[9].data_sha256 = "99";
    const auto list = pointers(runs);
    const std::vector<ComparisonRow> rows = comparison_rows(list, {});
    const std::vector<SeedGroup> groups = seed_groups(rows);
    QCOMPARE(groups.size(), std::size_t(5));
    QCOMPARE(reference_for(rows, groups, 1, 0), std::size_t(0));
    QCOMPARE(reference_for(rows, groups, 3, 0), std::size_t(2)); // the same settings on its own data
    QCOMPARE(reference_for(rows, groups, 2, 0), std::size_t(2));
    QCOMPARE(reference_for(rows, groups, 4, 0), groups.size());
    const std::vector<F> figures{F::accuracy};
    QCOMPARE(paired_differences(rows, groups, 0, figures).size(), std::size_t(2));
    QVERIFY(paired_differences(rows, groups, groups.size(), figures).empty());
    for (RunRecord &run : runs) {
        run.study = "hard data";
        run.variant = run.settings.loss;
    }
    runs[8].variant = runs[9].variant = "l1";
    QCOMPARE(reference_for(rows, groups, 4, 0), std::size_t(4)); // the study says which it is
}

void TestComparison::sentences_data()
{
    QTest::addColumn<QString>("losses");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("higher") << "huber" << "Huber-KL is higher than L1-KL in accuracy: +0.030 (95 % interval +0.010 to +0.050, 5 seeds)";
    QTest::newRow("lower") << "md" << "MD-KL is lower than L1-KL in accuracy: -0.030 (95 % interval -0.050 to -0.010, 5 seeds)";
    QTest::newRow("neither") << "mse" << "No difference in accuracy is shown between MSE-KL and L1-KL: +0.004 (95 % interval -0.019 to +0.027, 5 seeds)";
}

void TestComparison::sentences()
{
    QFETCH(QString, losses);
    QFETCH(QString, sentence);
    std::vector<RunRecord> runs;
    add(runs, "l1", {0.80, 0.81, 0.79, 0.82, 0.80});
    const std::map<QString, std::vector<double>> accuracies{
        {"huber", {0.81, 0.83, 0.82, 0.86, 0.85}}, {"md", {0.79, 0.79, 0.76, 0.78, 0.75}}, {"mse", {0.81, 0.79, 0.81, 0.84, 0.79}}};
    add(runs, losses.toStdString(), accuracies.at(losses));
    const auto list = pointers(runs);
    const std::vector<ComparisonRow> rows = comparison_rows(list, {});
    const std::vector<SeedGroup> groups = seed_groups(rows);
    const std::vector<GroupName> names = group_names(rows, groups);
    const PairedDifference d = paired_difference(rows, groups, 1, 0, F::accuracy);
    QCOMPARE(QString::fromStdString(difference_sentence(d, names[1].english(), names[0].english()).english()), sentence);
    const PairedDifference none = paired_difference(rows, groups, 1, 0, F::representation_dpr);
    QVERIFY(QString::fromStdString(difference_sentence(none, "a", "b").english()).contains("at least two seeds"));
}

namespace {

RecordedCurves::Stage straight(double begin, double slope, double first, double last, int points)
{
    RecordedCurves::Stage stage;
    stage.terms = {"quality", "kl"};
    for (int i = 0; i < points; ++i) {
        const double epoch = first + (last - first) * i / (points - 1);
        stage.points.push_back({epoch, {begin + slope * epoch, 1}, {begin + slope * epoch, 0.5}});
    }
    return stage;
}

} // namespace

void TestComparison::bands()
{
    // straight lines with points at different epochs: mean and spread are known everywhere
    const RecordedCurves::Stage a = straight(1, -0.1, 0, 10, 11), b = straight(2, -0.1, 0, 10, 4), c = straight(6, -0.1, 0, 10, 38);
    const std::vector<const RecordedCurves::Stage *> runs{&a, &b, &c};
    const CurveBand band = curve_band(runs, "quality", BandSpread::range, 21);
    QCOMPARE(band.runs, std::size_t(3));
    QCOMPARE(band.epochs.size(), std::size_t(21));
    for (std::size_t i = 0; i < band.epochs.size(); ++i) {
        QVERIFY(near(band.epochs[i], 0.5 * double(i)));
        QVERIFY(near(band.mean[i], 3 - 0.1 * band.epochs[i]));
        QVERIFY(near(band.low[i], 1 - 0.1 * band.epochs[i]));
        QVERIFY(near(band.high[i], 6 - 0.1 * band.epochs[i]));
    }
    const CurveBand deviation = curve_band(runs, "quality", BandSpread::deviation, 21);
    QVERIFY(near(deviation.high[7] - deviation.mean[7], std::sqrt(7.0))); // 1, 2, 6
    QVERIFY(near(deviation.mean[7] - deviation.low[7], std::sqrt(7.0)));
    const std::vector<const RecordedCurves::Stage *> one{&a};
    const CurveBand alone = curve_band(one, "quality", BandSpread::range, 21);
    QCOMPARE(alone.low, alone.mean);
    QCOMPARE(curve_band(runs, "no such term", BandSpread::range).runs, std::size_t(0));
}

void TestComparison::bands_keep_to_common_epochs()
{
    const RecordedCurves::Stage a = straight(1, 0, 1, 10, 10), b = straight(2, 0, 0.5, 6, 12), late = straight(0, 0, 20, 30, 5);
    RecordedCurves::Stage begun = straight(0, 0, 0, 1, 2);
    begun.points.pop_back();
    std::vector<const RecordedCurves::Stage *> runs{&a, &b, &begun};
    const CurveBand band = curve_band(runs, "quality", BandSpread::range);
    QCOMPARE(band.runs, std::size_t(2)); // a single point is no curve
    QCOMPARE(band.epochs.front(), 1.0);
    QCOMPARE(band.epochs.back(), 6.0);
    runs.push_back(&late);
    QVERIFY(curve_band(runs, "quality", BandSpread::range).empty());
}

void TestComparison::bands_of_every_term()
{
    const RecordedCurves run = made_up::curves(1), other = made_up::curves(2);
    const std::vector<const RecordedCurves::Stage *> runs{&run.student, &other.student};
    const auto found = curve_bands(runs, BandSpread::range);
    QCOMPARE(found.size(), std::size_t(3));
    QCOMPARE(found[0].first, std::string("quality"));
    QCOMPARE(found[1].first, std::string("kl"));
    QCOMPARE(found[2].first, std::string());
    const CurvePoint &first = run.student.points.front(), &second = other.student.points.front();
    QVERIFY(near(found[2].second.mean.front(), (first.weighted[0] + first.weighted[1] + second.weighted[0] + second.weighted[1]) / 2));
    QVERIFY(near(found[1].second.mean.front(), (first.raw[1] + second.raw[1]) / 2));
}

void TestComparison::decimals_data()
{
    QTest::addColumn<double>("sd");
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("decimals");
    QTest::newRow("hundredths") << 0.02 << 5 << 2;
    QTest::newRow("thousandths") << 0.002 << 5 << 3;
    QTest::newRow("exactly 0.01") << 0.01 << 5 << 2;
    QTest::newRow("wide") << 0.4 << 5 << 2;
    QTest::newRow("finer than is printed") << 1e-5 << 5 << 3;
    QTest::newRow("none") << 0.0 << 5 << 3;
    QTest::newRow("one run") << 0.02 << 1 << 3;
}

void TestComparison::decimals()
{
    QFETCH(double, sd);
    QFETCH(int, n);
    QFETCH(int, decimals);
    Spread spread;
    spread.sd = sd;
    spread.n = std::size_t(n);
    QCOMPARE(spread_decimals(spread, 2, 3), decimals);
}

QTEST_APPLESS_MAIN(TestComparison)
#include "test_comparison.moc"
