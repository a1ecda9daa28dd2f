#include "core/metrics/subgroup_search.h"

#include "column_support.h"
#include "core/metrics/permuted_labels.h"

#include <QElapsedTimer>
#include <QTest>

#include <numeric>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

using Labels = std::vector<std::uint8_t>;

std::string text(const Subgroup &subgroup)
{
    std::string out;
    for (const Condition &condition : subgroup.conditions)
        out += (out.empty() ? "" : ", ") + describe(condition).english();
    return out;
}

SubgroupSearch search(const Table &table, const Labels &label, const SubgroupSettings &settings = {})
{
    NoProgress progress;
    std::vector<std::size_t> columns(table.columns.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    return search_subgroups(table, columns, label, settings, progress, {});
}

/// Six columns; the rate is 0.5 but for one subgroup.
Table plain_table(std::size_t n, std::uint64_t seed)
{
    Table t;
    t.columns = {coded("a", 3, random_codes(n, 3, seed)),     coded("b", 4, random_codes(n, 4, seed + 100)), random_numbers("x", n, seed + 200),
                 coded("c", 30, random_codes(n, 30, seed + 300)), random_numbers("y", n, seed + 400),        coded("d", 2, random_codes(n, 2, seed + 500))};
    return t;
}

Labels coin(std::size_t n, std::uint64_t seed)
{
    Random random(seed, "coin");
    Labels out(n);
    for (std::uint8_t &one : out)
        one = random.uniform() < 0.5;
    return out;
}

void show(const SubgroupSearch &found)
{
    for (const auto *list : {&found.worst_off, &found.best_off})
        for (const Subgroup &s : *list)
            qInfo("%-80s n %6zu rate %.4f gap %+.4f z %+.1f p %.4f", text(s).c_str(), s.size, s.base_rate, s.gap, s.z, s.p_value.value_or(-1));
}

} // namespace

class TestSubgroupSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void conditions_are_worded()
    {
        Table t;
        Column level = categories("level", {"low", "NA", "high"}, {0, 1, 2, 0, 0, 2, 1, 0});
        level.missing_code = 1;
        t.columns = {numbers("age", {17, 28, 30, 44, 45, 51, 60, NAN}), level, numbers("share", {0.5, 0.25, 0.5, 0.5, 0.5, 0.5, 0.5, 1}, 2),
                     coded("town", 8, {7, 7, 7, 3, 3, 0, 1, 2})};
        t.columns[2].fixed_decimals = false;
        const auto worded = [&](std::size_t column) {
            const ConditionedColumn cut = condition_column(t, column, 4, 2);
            QStringList out;
            for (std::size_t row = 0; row < t.rows(); ++row)
                for (std::size_t c = 0; c < cut.conditions.size(); ++c)
                    if (fulfils(t.columns[column], row, cut.conditions[c]) != (cut.which[row] == c))
                        out << QStringLiteral("row %1 does not fit condition %2").arg(row).arg(c);
            for (const Condition &condition : cut.conditions)
                out << QString::fromStdString(describe(condition).english());
            return out;
        };
        QCOMPARE(worded(0), (QStringList{"age 17 to 28", "age 30 to 44", "age 45 to 51", "age = 60", "age: missing"}));
        QCOMPARE(worded(1), (QStringList{"level = low", "level = high", "level: missing"}));
        QCOMPARE(worded(2), (QStringList{"share = 0.25", "share = 0.5", "share = 1"}));
        QCOMPARE(worded(3), (QStringList{"town = 7", "town = 3", "town: other values"}));
        QCOMPARE(condition_column(t, 3, 4, 4).conditions.size(), std::size_t{5}); // one other value goes by its name
        QCOMPARE(condition_column(t, 3, 4, 2).conditions[2].codes, (Codes{0, 1, 2}));
        t.columns[3].codes[0] = -1; // a value that the categories do not have
        QVERIFY(worded(3).contains(QStringLiteral("town: missing")));
    }

    void draws_are_permutations_and_counted_right()
    {
        const std::size_t n = 3001;
        const PermutedLabels labels(n, 700, 300, 5, 2, {});
        QCOMPARE(labels.draws(), std::size_t{300});
        std::vector<std::uint32_t> all(n), some, count(300), sum(300);
        std::iota(all.begin(), all.end(), 0u);
        labels.count(all, count);
        QCOMPARE(count, std::vector<std::uint32_t>(300, 700u));
        Random random(1);
        for (std::size_t i = 0; i < 1500; ++i)
            some.push_back(static_cast<std::uint32_t>(random.below(n)));
        for (const std::size_t size : {0u, 1u, 7u, 8u, 9u, 16u, 63u, 1500u}) {
            labels.count(std::span(some).first(size), count);
            std::fill(sum.begin(), sum.end(), 0u);
            std::vector<std::uint32_t> one(300);
            for (std::size_t i = 0; i < size; ++i) {
                labels.count(std::span(some).subspan(i, 1), one);
                for (std::size_t d = 0; d < 300; ++d)
                    sum[d] += one[d];
            }
            QCOMPARE(count, sum);
        }
        // every row is as likely as any other, whatever its place: 300 draws of 700 in 3001
        for (const std::size_t begin : {0u, 1000u, 2000u}) {
            labels.count(std::span(all).subspan(begin, 1000), count);
            const double mean = std::accumulate(count.begin(), count.end(), 0.0) / 300;
            QVERIFY(std::abs(mean - 700.0 * 1000 / 3001) < 3);
        }
        std::vector<std::uint32_t> first(40);
        PermutedLabels(n, 700, 40, 5, 1, {}).count(some, first);
        labels.count(some, count);
        QVERIFY(std::equal(first.begin(), first.end(), count.begin())); // a draw does not depend on how many there are
    }

    void figures_by_hand()
    {
        // sex F: 1 of 40, M: 39 of 60 (place is the same for all)
        Table t;
        Codes sex;
        Labels label;
        for (int i = 0; i < 100; ++i) {
            sex.push_back(i < 40 ? 0 : 1);
            label.push_back(i == 0 || i >= 61);
        }
        t.columns = {categories("sex", {"F", "M"}, sex), categories("place", {"here"}, Codes(100, 0))};
        SubgroupSettings settings;
        settings.best_off = true;
        settings.permutations = 99;
        const SubgroupSearch found = search(t, label, settings);
        QCOMPARE(found.minimum_size, std::size_t{30});
        QCOMPARE(found.looked_at, std::size_t{2});
        QCOMPARE(found.base_rate, 0.4);
        QCOMPARE(found.worst_off.size(), std::size_t{1});
        const Subgroup &f = found.worst_off[0];
        QCOMPARE(text(f), std::string("sex = F"));
        QCOMPARE(f.size, std::size_t{40});
        QCOMPARE(f.positives, std::size_t{1});
        QCOMPARE(f.base_rate, 0.025);
        QCOMPARE(f.rest_rate, 0.65);
        QVERIFY(std::abs(f.gap + 0.375) < 1e-12);
        QVERIFY(std::abs(f.z - (1 - 40 * 0.4) / std::sqrt(40 * 0.4 * 0.6 * 60 / 99)) < 1e-12);
        QVERIFY(f.interval.low > 0.004 && f.interval.low < 0.005 && f.interval.high > 0.128 && f.interval.high < 0.129); // Wilson of 1 in 40
        QCOMPARE(*f.p_value, 0.01);
        QCOMPARE(found.best_off.size(), std::size_t{1});
        QCOMPARE(text(found.best_off[0]), std::string("sex = M"));
        QVERIFY(std::abs(found.best_off[0].z + f.z) < 1e-12); // one against the other
    }

    void nothing_is_overlooked()
    {
        // all conjunctions one by one, the slow way
        const std::size_t n = 600;
        Table t = plain_table(n, 3);
        t.columns[2].numbers[5] = NAN;
        const Labels label = coin(n, 3);
        SubgroupSettings settings;
        settings.minimum_size = 20;
        settings.permutations = 0;
        settings.margin = 0;
        settings.most_listed = 1;
        settings.best_off = true;
        const SubgroupSearch found = search(t, label, settings);

        std::vector<ConditionedColumn> cut;
        for (std::size_t c = 0; c < t.columns.size(); ++c)
            cut.push_back(condition_column(t, c, settings.bins, settings.most_values));
        const double p = std::accumulate(label.begin(), label.end(), 0.0) / double(n);
        std::size_t looked_at = 0;
        double lowest = 0, highest = 0;
        const std::function<void(std::size_t, std::vector<std::uint32_t>, int)> extend = [&](std::size_t from, std::vector<std::uint32_t> rows, int used) {
            if (used > 0 && rows.size() >= 20) {
                ++looked_at;
                double positives = 0;
                for (const std::uint32_t r : rows)
                    positives += label[r];
                const double m = double(rows.size());
                const double z = (positives - m * p) / std::sqrt(m * p * (1 - p) * (double(n) - m) / (double(n) - 1));
                lowest = std::min(lowest, z);
                highest = std::max(highest, z);
            }
            if (used == 3)
                return;
            for (std::size_t c = from; c < cut.size(); ++c)
                for (const Condition &condition : cut[c].conditions) {
                    std::vector<std::uint32_t> narrowed;
                    for (const std::uint32_t r : rows)
                        if (fulfils(t.columns[c], r, condition))
                            narrowed.push_back(r);
                    extend(c + 1, narrowed, used + 1);
                }
        };
        std::vector<std::uint32_t> all(n);
        std::iota(all.begin(), all.end(), 0u);
        extend(0, all, 0);
        QCOMPARE(found.looked_at, looked_at);
        QVERIFY(std::abs(found.worst_off[0].z - lowest) < 1e-9);
        QVERIFY(std::abs(found.best_off[0].z - highest) < 1e-9);
    }

    void planted_subgroup_is_found_data()
    {
        QTest::addColumn<int>("conditions");
        QTest::newRow("one") << 1;
        QTest::newRow("two") << 2;
        QTest::newRow("three") << 3;
    }

    void planted_subgroup_is_found()
    {
        QFETCH(int, conditions);
        const std::size_t n = 4000;
        const Table t = plain_table(n, 11);
        Labels label = coin(n, 11);
        Random random(5);
        for (std::size_t i = 0; i < n; ++i) {
            const bool inside = t.columns[0].codes[i] == 1 && (conditions < 2 || t.columns[5].codes[i] == 0) &&
                                (conditions < 3 || t.columns[1].codes[i] == 2);
            if (inside)
                label[i] = random.uniform() < 0.15;
        }
        SubgroupSettings settings;
        settings.best_off = true;
        const SubgroupSearch found = search(t, label, settings);
        const std::string expected[] = {"a = 1", "a = 1, d = 0", "a = 1, b = 2, d = 0"};
        QCOMPARE(text(found.worst_off[0]), expected[conditions - 1]);
        QCOMPARE(*found.worst_off[0].p_value, 1.0 / 201);
        QCOMPARE(found.permutations, 200);
        QCOMPARE(found.permuted_rows, n);
        for (const Subgroup &subgroup : found.worst_off)
            QVERIFY(subgroup.z < 0 && subgroup.base_rate < found.base_rate);
        for (const Subgroup &subgroup : found.best_off)
            QVERIFY(subgroup.z > 0);
        QCOMPARE(found.worst_off.size(), std::size_t{10});
        QVERIFY(std::is_sorted(found.worst_off.begin(), found.worst_off.end(), [](const auto &a, const auto &b) { return a.z < b.z; }));
    }

    void without_a_subgroup_p_is_spread()
    {
        // the search looks at about 900 subgroups: by themselves, their p would be far under 0.05 nearly always
        SubgroupSettings settings;
        settings.permutations = 99;
        settings.most_listed = 1;
        settings.best_off = true;
        constexpr int repeats = 60;
        int small[2] = {}, low_half[2] = {};
        for (std::uint64_t seed = 1; seed <= repeats; ++seed) {
            settings.seed = seed;
            const SubgroupSearch found = search(plain_table(700, 1000 * seed), coin(700, seed), settings);
            const double p[2] = {*found.worst_off[0].p_value, *found.best_off[0].p_value};
            for (int side = 0; side < 2; ++side) {
                small[side] += p[side] <= 0.05;
                low_half[side] += p[side] <= 0.5;
            }
        }
        qInfo("p <= 0.05 in %d and %d of %d, p <= 0.5 in %d and %d", small[0], small[1], repeats, low_half[0], low_half[1]);
        for (int side = 0; side < 2; ++side) {
            QVERIFY(small[side] <= 9);      // binomial(60, 0.05): more than 9 happens once in 1,500
            QVERIFY(low_half[side] >= 18 && low_half[side] <= 42);
        }
    }

    void redundant_subgroups_are_not_listed()
    {
        const std::size_t n = 3000;
        Table t = plain_table(n, 21);
        t.columns.push_back(t.columns[0]); // says the same
        t.columns.back().name = "twin";
        Column almost = t.columns[0];
        almost.name = "almost";
        for (std::size_t i = 0; i < n; i += 40)
            almost.codes[i] = 2;
        t.columns.push_back(almost);
        Labels label = coin(n, 21);
        Random random(5);
        for (std::size_t i = 0; i < n; ++i)
            if (t.columns[0].codes[i] == 1)
                label[i] = random.uniform() < 0.2;
        SubgroupSettings settings;
        settings.permutations = 0;
        const SubgroupSearch found = search(t, label, settings);
        QCOMPARE(text(found.worst_off[0]), std::string("a = 1"));
        QVERIFY(!found.worst_off[0].p_value.has_value());
        for (std::size_t i = 1; i < found.worst_off.size(); ++i)
            for (const char *same : {"a = 1", "twin = 1", "almost = 1"})
                QVERIFY2(text(found.worst_off[i]).find(same) == std::string::npos, text(found.worst_off[i]).c_str());
        // without the rules the same list is full of it
        settings.margin = -1;
        settings.most_overlap = 2;
        std::size_t said = 0;
        for (const Subgroup &subgroup : search(t, label, settings).worst_off)
            said += text(subgroup).find("= 1") != std::string::npos;
        QCOMPARE(said, std::size_t{10});
    }

    void threads_do_not_matter()
    {
        const Table t = plain_table(1500, 31);
        const Labels label = coin(1500, 31);
        SubgroupSettings settings;
        settings.best_off = true;
        settings.permutations = 130;
        const auto spelled = [&](int threads) {
            settings.threads = threads;
            const SubgroupSearch found = search(t, label, settings);
            std::string out = std::to_string(found.looked_at);
            for (const auto *list : {&found.worst_off, &found.best_off})
                for (const Subgroup &s : *list)
                    out += ";" + text(s) + " " + std::to_string(s.size) + " " + std::to_string(s.z) + " " + std::to_string(*s.p_value);
            return out;
        };
        const std::string one = spelled(1);
        QCOMPARE(spelled(2), one);
        QCOMPARE(spelled(5), one);
        settings.most_row_visits = 41 * 1000; // 41 sets of six columns
        QCOMPARE(spelled(2), spelled(1));
    }

    void permutations_of_a_sample_say_the_same()
    {
        const std::size_t n = 20000;
        const Table t = plain_table(n, 41);
        Labels label = coin(n, 41);
        for (std::size_t i = 0; i < n; ++i)
            if (t.columns[0].codes[i] == 2 && t.columns[5].codes[i] == 1 && i % 3 == 0)
                label[i] = 0;
        SubgroupSettings settings;
        settings.most_row_visits = 41 * 4000;
        const SubgroupSearch sampled = search(t, label, settings);
        settings.most_row_visits = SubgroupSettings().most_row_visits;
        const SubgroupSearch full = search(t, label, settings);
        QCOMPARE(sampled.permuted_rows, std::size_t{4000});
        QCOMPARE(full.permuted_rows, n);
        QCOMPARE(text(full.worst_off[0]), std::string("a = 2, d = 1"));
        for (std::size_t i = 0; i < full.worst_off.size(); ++i) {
            QCOMPARE(text(sampled.worst_off[i]), text(full.worst_off[i]));
            QVERIFY(std::abs(*sampled.worst_off[i].p_value - *full.worst_off[i].p_value) < 0.15);
        }
    }

    void what_cannot_be_searched_is_said_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("positives");
        QTest::newRow("no rows") << 0 << 2 << 0;
        QTest::newRow("all negative") << 100 << 2 << 0;
        QTest::newRow("all positive") << 100 << 2 << 100;
        QTest::newRow("constant column") << 100 << 1 << 50;
    }

    void what_cannot_be_searched_is_said()
    {
        QFETCH(int, rows);
        QFETCH(int, values);
        QFETCH(int, positives);
        Table t;
        t.columns = {coded("c", values, random_codes(std::size_t(rows), values, 1))};
        Labels label(std::size_t(rows), 0);
        std::fill_n(label.begin(), positives, 1);
        const SubgroupSearch found = search(t, label);
        QVERIFY(!found.undefined.empty());
        QVERIFY(found.worst_off.empty());
        QVERIFY_EXCEPTION_THROWN(search(t, Labels(7)), InputError);
    }

    void too_small_or_too_wide()
    {
        const Table t = plain_table(200, 1);
        SubgroupSettings settings;
        settings.minimum_size = 199;
        SubgroupSearch found = search(t, coin(200, 1), settings);
        QVERIFY(found.undefined.empty() && found.worst_off.empty());
        QCOMPARE(found.looked_at, std::size_t{0});
        settings.minimum_size = 10;
        settings.permutations = 0;
        settings.most_sets = 30; // six columns make 6 + 15 + 20
        found = search(t, coin(200, 1), settings);
        QCOMPARE(found.most_conditions, 2);
        for (const Subgroup &subgroup : found.worst_off)
            QVERIFY(subgroup.conditions.size() <= 2);
        QCOMPARE(search(plain_table(700, 1), coin(700, 1)).minimum_size, std::size_t{30});
        settings = {};
        settings.permutations = 0;
        QCOMPARE(search(plain_table(7001, 1), coin(7001, 1), settings).minimum_size, std::size_t{71});
    }

    void stop_acts_at_once_data()
    {
        QTest::addColumn<QString>("stage");
        for (const char *stage : {"Preparing columns", "Searching subgroups", "Permuting labels", "Searching in permuted labels"})
            QTest::newRow(stage) << QString::fromLatin1(stage);
    }

    void stop_acts_at_once()
    {
        QFETCH(QString, stage);
        const std::size_t n = 200000;
        const Table t = plain_table(n, 1);
        const Labels label = coin(n, 1);
        StopAt stop(stage.toStdString());
        SubgroupSettings settings;
        settings.threads = 2;
        settings.permutations = 1000;
        QVERIFY_EXCEPTION_THROWN(search_subgroups(t, {0, 1, 2, 3, 4, 5}, label, settings, stop, stop.source.get_token()), Cancelled);
        QVERIFY2(stop.seconds_since() < 0.5, qPrintable(QString::number(stop.seconds_since())));
    }

    void adult_worst_off()
    {
        const auto train = real_data("adult/adult.data"), test = real_data("adult/adult.test");
        if (train.empty() || test.empty())
            QSKIP("the Adult data set is not here: set FAIRLOOM_DATA_DIR");
        const Problem problem = suggested_problem(open_real(train, "adult", test));
        SubgroupSettings settings;
        settings.threads = 2;
        settings.best_off = true;
        NoProgress progress;
        QElapsedTimer timer;
        timer.start();
        const SubgroupSearch found = search_subgroups(problem, settings, progress, {});
        qInfo("%zu rows, %zu subgroups, %d permutations of %zu rows: %lld ms", found.rows, found.looked_at, found.permutations,
              found.permuted_rows, timer.elapsed());
        show(found);
        QCOMPARE(found.rows, std::size_t{32561});
        QCOMPARE(found.worst_off.size(), std::size_t{10});
        QCOMPARE(text(found.best_off[0]), std::string("marital-status = Married-civ-spouse"));
        QCOMPARE(*found.worst_off[0].p_value, 1.0 / 201);
        for (const Subgroup &subgroup : found.worst_off)
            for (const Condition &condition : subgroup.conditions)
                QVERIFY(condition.column_name != "income");
    }
};

QTEST_GUILESS_MAIN(TestSubgroupSearch)
#include "test_subgroup_search.moc"
