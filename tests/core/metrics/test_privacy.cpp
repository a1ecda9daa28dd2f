#include "core/metrics/privacy.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metrics/intervals.h"
#include "core/metrics/membership_attack.h"
#include "core/metrics/utility.h"
#include "plain_distance.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace fairloom;

namespace {

/// levels: number of different values a column has; 0 = normal numbers.
Matrix random_rows(std::size_t rows, std::size_t columns, int levels, std::uint64_t seed)
{
    Random random(seed);
    Matrix out(rows, columns);
    for (float &v : out.values)
        v = levels > 0 ? static_cast<float>(random.below(static_cast<std::uint64_t>(levels))) / 3 : static_cast<float>(random.normal());
    return out;
}

PrivacyRows only(Matrix all)
{
    PrivacyRows out;
    out.all = std::move(all);
    return out;
}

PrivacyReference::Settings settings(std::size_t rows, int threads = 2, std::uint64_t seed = 1)
{
    PrivacyReference::Settings out;
    out.rows = rows;
    out.threads = threads;
    out.seed = seed;
    return out;
}

PrivacyRows normal(std::size_t rows, std::uint64_t seed) { return only(random_rows(rows, 4, 0, seed)); }

std::vector<std::size_t> counting(std::size_t n)
{
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

bool covers(const Metric &metric, double value)
{
    return metric.interval && metric.interval->low <= value && value <= metric.interval->high;
}

/// Distances to all rows of the reference but `except`, ascending, and of equal ones the first row.
std::vector<std::pair<double, std::size_t>> plain_neighbours(std::span<const float> row, const Matrix &reference, std::size_t except = SIZE_MAX)
{
    std::vector<std::pair<double, std::size_t>> out;
    for (std::size_t j = 0; j < reference.rows; ++j)
        if (j != except)
            out.emplace_back(std::sqrt(squared_distance(row, reference.row(j))), j);
    std::ranges::sort(out);
    return out;
}

struct PlainCloseness {
    std::vector<double> first, ratio;
    std::size_t copies = 0, linked = 0;

    PlainCloseness(const Matrix &rows, const Matrix &train, const std::vector<std::size_t> &source)
    {
        for (std::size_t i = 0; i < rows.rows; ++i) {
            const auto near = plain_neighbours(rows.row(i), train);
            first.push_back(near[0].first);
            ratio.push_back(near[1].first > 0 ? near[0].first / near[1].first : 1);
            copies += near[0].first == 0;
            linked += !source.empty() && near[0].second == source[i];
        }
        std::ranges::sort(first);
        std::ranges::sort(ratio);
    }
};

bool same(const Metric &a, const Metric &b)
{
    return a.value == b.value && a.undefined == b.undefined && a.interval.has_value() == b.interval.has_value() &&
           (!a.interval || (a.interval->low == b.interval->low && a.interval->high == b.interval->high));
}

bool same(const MembershipAttack &a, const MembershipAttack &b)
{
    return same(a.auroc, b.auroc) && same(a.advantage, b.advantage) && a.threshold == b.threshold && a.members == b.members;
}

bool same(const PrivacyFigures &a, const PrivacyFigures &b)
{
    return a.dcr_median == b.dcr_median && a.dcr_low == b.dcr_low && a.nndr_median == b.nndr_median && a.dcr_median_holdout == b.dcr_median_holdout &&
           a.dcr_low_holdout == b.dcr_low_holdout && a.nndr_median_holdout == b.nndr_median_holdout && same(a.exact_copies, b.exact_copies) &&
           same(a.exact_copies_holdout, b.exact_copies_holdout) && same(a.identifiability, b.identifiability) &&
           same(a.identifiability_holdout, b.identifiability_holdout) && same(a.linkage, b.linkage);
}

bool same(const PrivacyResult &a, const PrivacyResult &b)
{
    return same(a.all, b.all) && same(a.without, b.without) && same(a.attack, b.attack) && same(a.attack_without, b.attack_without) &&
           same(a.attack_sources, b.attack_sources);
}

} // namespace

class TestPrivacy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copies_are_found()
    {
        const PrivacyRows train = normal(1500, 1);
        const std::vector<std::size_t> source = counting(1500);
        const PrivacyResult r = PrivacyReference(train, normal(1200, 2), settings(1000), {}).judge(train, &source);
        QCOMPARE(*r.all.exact_copies.value, 1.0);
        QCOMPARE(*r.all.exact_copies_holdout.value, 0.0);
        QCOMPARE(r.all.dcr_median, 0.0);
        QVERIFY(r.all.dcr_median_holdout > 0 && r.all.dcr_low_holdout > 0 && r.all.dcr_low_holdout < r.all.dcr_median_holdout);
        QCOMPARE(r.all.nndr_median, 0.0);
        QVERIFY(r.all.nndr_median_holdout > 0.5);
        QCOMPARE(*r.all.identifiability.value, 1.0);
        QCOMPARE(*r.all.identifiability_holdout.value, 0.0); // just as near as the nearest training row, which is not nearer
        QCOMPARE(*r.all.linkage.value, 1.0);
        QCOMPARE(r.all.linkage_chance, 1.0 / 1500);
        for (const MembershipAttack *attack : {&r.attack, &r.attack_sources}) {
            QCOMPARE(*attack->auroc.value, 1.0);
            QVERIFY(*attack->advantage.value == 1.0 && attack->advantage.interval->low > 0.95);
            QVERIFY(attack->threshold > 0);
            QCOMPARE(attack->members, std::size_t{500});
        }
        QCOMPARE(r.all.n, std::size_t{1000});
        QCOMPARE(r.all.n_train, std::size_t{1500});
        QCOMPARE(r.all.n_holdout, std::size_t{1000});
        QVERIFY(same(r.without, r.all) && same(r.attack_without, r.attack)); // no column is near-unique
    }

    void near_copies_of_some_rows_are_found()
    {
        // a tenth of the training rows, ten times each and a little moved: a sampler that holds on to rows
        const PrivacyRows train = normal(2000, 1);
        PrivacyRows generated = normal(2000, 3);
        std::vector<std::size_t> source(2000);
        for (std::size_t i = 0; i < 2000; ++i) {
            source[i] = 10 * (i % 200);
            for (std::size_t c = 0; c < 4; ++c)
                generated.all.row(i)[c] = train.all.row(source[i])[c] + 0.02f * generated.all.row(i)[c];
        }
        const PrivacyResult r = PrivacyReference(train, normal(2000, 2), settings(5000), {}).judge(generated, &source);
        QCOMPARE(*r.all.exact_copies.value, 0.0);
        QVERIFY(*r.all.linkage.value > 0.95);
        QVERIFY(*r.attack_sources.auroc.value > 0.98 && *r.attack_sources.advantage.value > 0.9);
        QVERIFY(*r.attack.auroc.value < 0.65); // nine members in ten have not been used
        QVERIFY(r.all.dcr_median < 0.3 * r.all.dcr_median_holdout);
    }

    void rows_of_another_draw_are_not_accused()
    {
        constexpr int repeats = 30;
        int auroc = 0, advantage = 0, sources = 0;
        double more_identified = 0, linked = 0;
        for (std::uint64_t seed = 1; seed <= repeats; ++seed) {
            const PrivacyReference reference(normal(500, 3 * seed), normal(500, 3 * seed + 1), settings(5000, 2, seed), {});
            Random random(seed, "sources");
            std::vector<std::size_t> source(500);
            std::ranges::generate(source, [&] { return random.below(500); });
            const PrivacyResult r = reference.judge(normal(500, 3 * seed + 2), &source);
            auroc += covers(r.attack.auroc, 0.5);
            advantage += covers(r.attack.advantage, 0);
            sources += covers(r.attack_sources.auroc, 0.5) && covers(r.attack_sources.advantage, 0);
            more_identified += (*r.all.identifiability.value - *r.all.identifiability_holdout.value) / repeats;
            linked += *r.all.linkage.value / repeats;
            QCOMPARE(*r.all.exact_copies.value, 0.0);
            QVERIFY(std::abs(r.all.dcr_median / r.all.dcr_median_holdout - 1) < 0.15);
        }
        QVERIFY2(auroc >= 25 && advantage >= 25 && sources >= 23, qPrintable(QString("%1 %2 %3").arg(auroc).arg(advantage).arg(sources)));
        QVERIFY2(std::abs(more_identified) < 0.03, qPrintable(QString::number(more_identified)));
        QVERIFY2(linked < 0.006, qPrintable(QString::number(linked))); // by chance 0.002
    }

    void equals_plain_loops_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("levels");
        QTest::newRow("numbers") << 3 << 0;
        QTest::newRow("binary: ties and duplicates everywhere") << 5 << 2;
        QTest::newRow("thirds") << 3 << 5;
        QTest::newRow("one column") << 1 << 40;
        QTest::newRow("all equal") << 2 << 1;
    }

    void equals_plain_loops()
    {
        QFETCH(int, columns);
        QFETCH(int, levels);
        const std::size_t width = static_cast<std::size_t>(columns);
        const Matrix train = random_rows(90, width, levels, 1), holdout = random_rows(90, width, levels, 2);
        Matrix generated = random_rows(130, width, levels, 3);
        for (std::size_t i = 0; i < generated.rows; i += 3)
            std::ranges::copy(train.row(i % 90), generated.row(i).begin());
        std::vector<std::size_t> source(generated.rows);
        for (std::size_t i = 0; i < source.size(); ++i)
            source[i] = i % 90;
        const PrivacyResult r = PrivacyReference(only(train), only(holdout), settings(5000), {}).judge(only(generated), &source);

        const PlainCloseness near(generated, train, source), near_holdout(holdout, train, {});
        QCOMPARE(r.all.dcr_median, quantile_of_sorted(near.first, 0.5));
        QCOMPARE(r.all.dcr_low, quantile_of_sorted(near.first, 0.05));
        QCOMPARE(r.all.nndr_median, quantile_of_sorted(near.ratio, 0.5));
        QCOMPARE(r.all.dcr_median_holdout, quantile_of_sorted(near_holdout.first, 0.5));
        QCOMPARE(r.all.dcr_low_holdout, quantile_of_sorted(near_holdout.first, 0.05));
        QCOMPARE(r.all.nndr_median_holdout, quantile_of_sorted(near_holdout.ratio, 0.5));
        QCOMPARE(*r.all.exact_copies.value, static_cast<double>(near.copies) / 130);
        QCOMPARE(*r.all.exact_copies_holdout.value, static_cast<double>(near_holdout.copies) / 90);
        QCOMPARE(*r.all.linkage.value, static_cast<double>(near.linked) / 130);

        int identified = 0, identified_holdout = 0;
        std::vector<float> score;
        for (std::size_t i = 0; i < train.rows; ++i) {
            const double nearest = plain_neighbours(train.row(i), generated)[0].first;
            identified += nearest < plain_neighbours(train.row(i), train, i)[0].first;
            score.push_back(static_cast<float>(-nearest));
        }
        for (std::size_t i = 0; i < holdout.rows; ++i) {
            const double nearest = plain_neighbours(holdout.row(i), generated)[0].first;
            identified_holdout += nearest < plain_neighbours(holdout.row(i), train)[0].first;
            score.push_back(static_cast<float>(-nearest));
        }
        QCOMPARE(*r.all.identifiability.value, identified / 90.0);
        QCOMPARE(*r.all.identifiability_holdout.value, identified_holdout / 90.0);
        std::vector<std::uint8_t> member(90, 1);
        member.resize(180, 0);
        QVERIFY(std::abs(*r.attack.auroc.value - *auroc(member, score).value) < 1e-12);
    }

    void near_unique_columns_hide_copies()
    {
        // four binary columns, and a weight that makes every row one of its kind
        const auto rows = [](std::uint64_t seed) {
            PrivacyRows out;
            out.without = random_rows(400, 4, 2, seed);
            out.all = Matrix(400, 5);
            Random random(seed, "weights");
            for (std::size_t i = 0; i < 400; ++i) {
                std::ranges::copy(out.without.row(i), out.all.row(i).begin());
                out.all.row(i)[4] = static_cast<float>(random.normal());
            }
            return out;
        };
        PrivacyReference::Settings s;
        s.near_unique = {"weight"};
        const PrivacyReference reference(rows(1), rows(2), s, {});
        const PrivacyResult r = reference.judge(rows(3), nullptr);
        QCOMPARE(r.near_unique, std::vector<std::string>{"weight"});
        QCOMPARE(*r.all.exact_copies.value, 0.0);
        QCOMPARE(*r.without.exact_copies.value, 1.0);
        QCOMPARE(*r.without.exact_copies_holdout.value, 1.0);
        QCOMPARE(r.without.nndr_median, 1.0); // 0 / 0
        QVERIFY(!same(r.attack, r.attack_without));
        QCOMPARE(*r.attack_without.auroc.value, 0.5);
        QCOMPARE(*r.attack_without.advantage.value, 0.0);
        QVERIFY(!r.all.linkage && !r.all.linkage.undefined.empty());
        QVERIFY(!r.attack_sources.auroc && !r.attack_sources.advantage.undefined.empty());

        PrivacyRows halves = rows(3);
        halves.without = {};
        QVERIFY_EXCEPTION_THROWN(reference.judge(halves, nullptr), InputError);
        halves.without = Matrix(399, 4);
        QVERIFY_EXCEPTION_THROWN(reference.judge(halves, nullptr), InputError);
    }

    void attack_by_hand()
    {
        // shadow rows: members at 1, 1, 4 and others at 2, 9, 9; best below 2, where two of three and none are accused
        const std::vector<double> members = {1, 1, 16, 1, 2.25, 4}, others = {4, 81, 81, 2.25, 100, 1.5 * 1.5 - 1e-9};
        const MembershipAttack a = membership_attack(members, others);
        QCOMPARE(a.threshold, 1.5);
        QCOMPARE(a.members, std::size_t{3});
        QCOMPARE(a.non_members, std::size_t{3});
        QVERIFY(std::abs(*a.advantage.value - (1.0 / 3 - 1.0 / 3)) < 1e-12); // 1.5 is not below 1.5
        QCOMPARE(a.advantage.interval->method, std::string("Newcombe"));
        QCOMPARE(a.auroc.interval->method, std::string("DeLong"));

        const MembershipAttack none = membership_attack(std::vector<double>{9, 9, 9, 9, 9}, std::vector<double>{1, 1, 1, 1});
        QCOMPARE(none.threshold, 0.0); // members are farther away: accusing nobody is best
        QCOMPARE(*none.advantage.value, 0.0);
        QCOMPARE(*none.auroc.value, 0.0);
        QCOMPARE(none.members, std::size_t{2});
        const double next = std::nextafter(1.0, 2.0);
        const MembershipAttack tight = membership_attack(std::vector<double>{1, 1}, std::vector<double>{next * next, next * next});
        QCOMPARE(*tight.advantage.value, 1.0); // no number lies between
        QVERIFY(!membership_attack(std::vector<double>{1}, std::vector<double>{1, 2}).advantage);
    }

    void figures_do_not_depend_on_threads_and_copies_of_the_reference()
    {
        const PrivacyRows generated = only(random_rows(700, 6, 3, 3));
        const std::vector<std::size_t> source = std::vector<std::size_t>(700, 5);
        const auto judged = [&](int threads, std::uint64_t seed) {
            auto reference = std::make_unique<PrivacyReference>(only(random_rows(600, 6, 3, 1)), only(random_rows(500, 6, 3, 2)),
                                                                settings(200, threads, seed), std::stop_token());
            const PrivacyReference copy = *reference;
            reference.reset();
            return copy.judge(generated, &source);
        };
        QVERIFY(same(judged(1, 1), judged(2, 1)));
        QVERIFY(same(judged(1, 1), judged(3, 1)));
        QVERIFY(!same(judged(1, 1), judged(1, 2)));
        QVERIFY(!judged(1, 1).attack_sources.auroc); // all of one row
    }

    void the_attack_can_be_left_out()
    {
        PrivacyReference::Settings s;
        s.attack = false;
        const PrivacyResult r = PrivacyReference(normal(50, 1), normal(50, 2), s, {}).judge(normal(50, 3), nullptr);
        QVERIFY(r.all.identifiability && !r.attack.auroc && !r.attack.advantage.undefined.empty() && !r.attack_sources.auroc);
    }

    void what_cannot_be_judged_is_refused()
    {
        for (const std::size_t rows : {0, 1, 2}) {
            QVERIFY_EXCEPTION_THROWN(PrivacyReference(normal(rows, 1), normal(9, 2), {}, {}), InputError);
            QVERIFY_EXCEPTION_THROWN(PrivacyReference(normal(9, 1), normal(rows, 2), {}, {}), InputError);
            QVERIFY_EXCEPTION_THROWN(PrivacyReference(normal(9, 1), normal(9, 2), {}, {}).judge(normal(rows, 3), nullptr), InputError);
        }
        QVERIFY_EXCEPTION_THROWN(PrivacyReference(normal(9, 1), only(Matrix(9, 5)), {}, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(PrivacyReference(normal(9, 1), normal(9, 2), settings(0), {}), InputError);
        const PrivacyReference reference(normal(3, 1), normal(3, 2), {}, {});
        QVERIFY_EXCEPTION_THROWN(reference.judge(only(Matrix(9, 5)), nullptr), InputError);
        const std::vector<std::size_t> few = {0, 1}, beyond = {0, 1, 3};
        QVERIFY_EXCEPTION_THROWN(reference.judge(normal(3, 3), &few), InputError);
        QVERIFY_EXCEPTION_THROWN(reference.judge(normal(3, 3), &beyond), InputError);
        QVERIFY(reference.judge(normal(3, 3), nullptr).attack.auroc.value.has_value()); // three are enough
    }

    void stops_when_asked()
    {
        std::stop_source source;
        const PrivacyReference reference(normal(300, 1), normal(300, 2), settings(5000), source.get_token());
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(PrivacyReference(normal(300, 1), normal(300, 2), settings(5000), source.get_token()), Cancelled);
        QVERIFY_EXCEPTION_THROWN(reference.judge(normal(300, 3), nullptr), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPrivacy)
#include "test_privacy.moc"
