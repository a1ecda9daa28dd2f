#include "core/metrics/association.h"

#include "core/base/random.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace fairloom;

namespace {

using Codes = std::vector<std::int32_t>;

Codes random_codes(std::size_t n, int count, std::uint64_t seed)
{
    Random random(seed);
    Codes out(n);
    for (std::int32_t &c : out)
        c = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(count)));
    return out;
}

Column numbers(const std::string &name, std::vector<double> values)
{
    Column c;
    c.name = name;
    c.type = ColumnType::number;
    c.numbers = std::move(values);
    return c;
}

Column categories(const std::string &name, std::vector<std::string> spelling, Codes codes)
{
    Column c;
    c.name = name;
    c.categories = std::move(spelling);
    c.codes = std::move(codes);
    return c;
}

} // namespace

class TestAssociation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void identical_codes_are_fully_associated()
    {
        const Codes a = random_codes(3000, 4, 1);
        QVERIFY(std::abs(cramers_v(a, 4, a, 4) - 1) < 1e-12);
        QVERIFY(std::abs(cramers_v(a, 9, a, 4) - 1) < 1e-12); // levels that do not occur do not count
    }

    void independent_codes_are_not()
    {
        // without the correction it would be about sqrt(16 / 3000 / 4) = 0.037 each time
        double sum = 0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed)
            sum += cramers_v(random_codes(3000, 5, seed), 5, random_codes(3000, 5, seed + 100), 5);
        QVERIFY(sum / 20 < 0.015);
    }

    void formula_by_hand()
    {
        // 2 x 2 table 30 10 / 10 30: chi2 / n = 0.25; corrected 0.25 - 1/79; levels 2 - 1/79 - 1
        Codes a, b;
        const int cells[2][2] = {{30, 10}, {10, 30}};
        for (int r = 0; r < 2; ++r)
            for (int c = 0; c < 2; ++c)
                for (int i = 0; i < cells[r][c]; ++i) {
                    a.push_back(r);
                    b.push_back(c);
                }
        QVERIFY(std::abs(cramers_v(a, 2, b, 2) - std::sqrt((0.25 - 1.0 / 79) / (1 - 1.0 / 79))) < 1e-12);
        QCOMPARE(cramers_v(a, 2, b, 2), cramers_v(b, 2, a, 2));
    }

    void constants_have_none()
    {
        const Codes constant(100, 0), a = random_codes(100, 3, 2);
        QCOMPARE(cramers_v(constant, 1, a, 3), 0.0);
        QCOMPARE(cramers_v(a, 3, constant, 5), 0.0);
        QCOMPARE(cramers_v(Codes{}, 0, Codes{}, 0), 0.0);
        QCOMPARE(cramers_v(Codes{1}, 2, Codes{0}, 2), 0.0);
    }

    void numbers_are_cut_by_the_reference()
    {
        std::vector<double> values;
        for (int i = 0; i < 1000; ++i)
            values.push_back(i);
        const Column reference = numbers("x", values);
        const CodedColumn own = code_column(reference, reference, 10);
        std::vector<int> count(static_cast<std::size_t>(own.count));
        for (const std::int32_t c : own.codes)
            ++count[static_cast<std::size_t>(c)];
        QCOMPARE(own.count, 11); // ten bins and missing
        for (int b = 0; b < 10; ++b)
            QVERIFY(std::abs(count[static_cast<std::size_t>(b)] - 100) <= 1);
        QCOMPARE(count[10], 0);
        const CodedColumn other = code_column(numbers("x", {-5, 5000, NAN, 500}), reference, 10);
        QCOMPARE(other.codes, (Codes{0, 9, 10, own.codes[500]}));
    }

    void frequent_values_leave_fewer_bins()
    {
        std::vector<double> values(900, 0.0);
        for (int i = 1; i <= 100; ++i)
            values.push_back(i);
        const Column column = numbers("gain", values);
        const CodedColumn coded = code_column(column, column, 10);
        QCOMPARE(coded.codes[0], 0);
        QCOMPARE(coded.codes.back(), 1);
        QCOMPARE(coded.count, 3);
        const Column empty = numbers("none", {NAN, NAN});
        QCOMPARE(code_column(empty, empty).codes[0], code_column(empty, empty).codes[1]);
    }

    void categories_meet_by_spelling()
    {
        const Column reference = categories("c", {"a", "b"}, {0, 1});
        const CodedColumn coded = code_column(categories("c", {"b", "new", "a"}, {0, 1, 2}), reference);
        QCOMPARE(coded.codes, (Codes{1, 2, 0}));
        QCOMPARE(coded.count, 3);
    }

    void matrix_is_symmetric_with_unit_diagonal()
    {
        Table t;
        const Codes a = random_codes(500, 3, 1);
        t.columns = {categories("a", {"x", "y", "z"}, a), categories("b", {"x", "y", "z"}, random_codes(500, 3, 2)),
                     categories("c", {"x", "y", "z"}, a)};
        const std::vector<double> m = association_matrix(t, t, {2, 1, 0}, {});
        QCOMPARE(m.size(), std::size_t{9});
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(m[i * 3 + i], 1.0);
            for (std::size_t j = 0; j < 3; ++j)
                QCOMPARE(m[i * 3 + j], m[j * 3 + i]);
        }
        QVERIFY(m[2] > 0.999); // c against a
        QVERIFY(m[1] < 0.15);
        std::stop_source source;
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(association_matrix(t, t, {0, 1}, source.get_token()), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestAssociation)
#include "test_association.moc"
