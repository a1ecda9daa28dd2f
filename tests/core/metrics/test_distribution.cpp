#include "core/metrics/distribution.h"

#include "core/base/error.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace fairloom;

namespace {

using Codes = std::vector<std::int32_t>;
using Texts = std::vector<std::string>;

Column numbers(std::vector<double> values, int decimals)
{
    Column c;
    c.type = ColumnType::number;
    c.numbers = std::move(values);
    c.decimals = decimals;
    return c;
}

Column categories(Texts spelling, Codes codes)
{
    Column c;
    c.categories = std::move(spelling);
    c.codes = std::move(codes);
    return c;
}

double sum(const std::vector<double> &v)
{
    return std::accumulate(v.begin(), v.end(), 0.0);
}

} // namespace

class TestDistribution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void categories_come_most_frequent_first()
    {
        const Distribution d = column_distribution(categories({"a", "b", "never", "c"}, {0, 1, 1, 3, 1, 3}), Codes{0, 0, 0, 1, 1, 1}, 2);
        QVERIFY(!d.numeric);
        QCOMPARE(d.labels, (Texts{"b", "c", "a"}));
        QCOMPARE(d.group_rows, (std::vector<std::size_t>{3, 3}));
        QCOMPARE(d.share[0], (std::vector<double>{2.0 / 3, 0, 1.0 / 3}));
        QCOMPARE(d.share[1], (std::vector<double>{1.0 / 3, 2.0 / 3, 0}));
    }

    void the_rest_is_gathered()
    {
        Texts spelling;
        Codes codes;
        for (int c = 0; c < 20; ++c) {
            spelling.push_back("v" + std::to_string(c));
            codes.insert(codes.end(), static_cast<std::size_t>(30 - c), c);
        }
        const Column column = categories(spelling, codes);
        const Distribution d = column_distribution(column, Codes(codes.size(), 0), 1, 12);
        QCOMPARE(d.labels.size(), std::size_t{12});
        QCOMPARE(d.labels.front(), std::string("v0"));
        QCOMPARE(d.labels.back(), std::string("other (9)"));
        QVERIFY(std::abs(sum(d.share[0]) - 1) < 1e-12);
        // another table: a category of the rest, one of the shown, and one that is new
        const Distribution like = column_distribution_like(categories({"v19", "v0", "new", "v1"}, {0, 1, 2, 3}), d, column, Codes(4, 0), 1);
        QCOMPARE(like.labels, d.labels);
        QCOMPARE(like.share[0].front(), 0.25);
        QCOMPARE(like.share[0].back(), 0.5);
    }

    void categories_without_a_label_count_in_the_distance()
    {
        const Column column = categories({"a", "b"}, {0, 1});
        const Distribution d = column_distribution(column, Codes{0, 0}, 1);
        const Distribution like = column_distribution_like(categories({"z", "a"}, {0, 1}), d, column, Codes{0, 0}, 1);
        QCOMPARE(like.share[0], (std::vector<double>{0.5, 0}));
        QCOMPARE(total_variation(d.share[0], like.share[0]), 0.5);
    }

    void whole_numbers_get_bins_of_whole_numbers()
    {
        std::vector<double> ages;
        for (int a = 17; a <= 90; ++a)
            ages.push_back(a);
        const Distribution d = column_distribution(numbers(ages, 0), Codes(ages.size(), 0), 1, 15);
        QVERIFY(d.numeric);
        QCOMPARE(d.labels.front(), std::string("17 - 21"));
        QCOMPARE(d.labels.back(), std::string("87 - 90"));
        QCOMPARE(d.edges.size(), d.labels.size() + 1);
        QCOMPARE(d.share[0].front(), 5.0 / 74);
        QCOMPARE(d.share[0].back(), 4.0 / 74);
        QVERIFY(std::abs(sum(d.share[0]) - 1) < 1e-12);
    }

    void few_whole_numbers_are_labels_of_their_own()
    {
        const Distribution d = column_distribution(numbers({3, 1, 2, 3}, 0), Codes(4, 0), 1);
        QCOMPARE(d.labels, (Texts{"1", "2", "3"}));
        QCOMPARE(d.share[0], (std::vector<double>{0.25, 0.25, 0.5}));
    }

    void missing_numbers_have_a_label()
    {
        const Column column = numbers({0.5, NAN, 1.5, 1.0}, 1);
        const Distribution d = column_distribution(column, Codes(4, 0), 1, 2);
        QCOMPARE(d.labels.size(), std::size_t{3});
        QCOMPARE(d.labels.back(), std::string("missing"));
        QCOMPARE(d.share[0], (std::vector<double>{0.25, 0.5, 0.25}));
        const Distribution like = column_distribution_like(numbers({-9, 9, NAN, NAN}, 1), d, column, Codes(4, 0), 1);
        QCOMPARE(like.share[0], (std::vector<double>{0.25, 0.25, 0.5})); // beyond the ends counts to the ends
        const Distribution none = column_distribution(numbers({NAN}, 0), Codes(1, 0), 1);
        QCOMPARE(none.labels, (Texts{"missing"}));
        QCOMPARE(none.share[0], (std::vector<double>{1.0}));
    }

    void constant_and_empty_columns()
    {
        const Distribution constant = column_distribution(numbers({2.5, 2.5}, 1), Codes(2, 0), 1);
        QCOMPARE(constant.labels, (Texts{"2.5"}));
        QCOMPARE(constant.share[0], (std::vector<double>{1.0}));
        const Distribution empty = column_distribution(categories({"a"}, {}), Codes{}, 2);
        QVERIFY(empty.labels.empty());
        QCOMPARE(empty.group_rows, (std::vector<std::size_t>{0, 0}));
        QVERIFY_EXCEPTION_THROWN(column_distribution(numbers({1}, 0), Codes{}, 1), InputError);
    }

    void total_variation_is_half_the_sum()
    {
        QCOMPARE(total_variation({0.5, 0.5}, {0.5, 0.5}), 0.0);
        QCOMPARE(total_variation({1, 0}, {0, 1}), 1.0);
        QCOMPARE(total_variation({0.75, 0.25}, {0.25, 0.75}), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestDistribution)
#include "test_distribution.moc"
