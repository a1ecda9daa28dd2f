#include "core/metrics/marginals.h"

#include "column_support.h"
#include "core/data/picture_set.h"
#include "core/metrics/association.h"

#include <QTest>

using namespace fairloom;
using namespace fairloom::test;

namespace {

LabelledTable labelled(Table table, Codes group)
{
    LabelledTable out;
    out.table = std::move(table);
    out.group = std::move(group);
    return out;
}

Table table_of(std::vector<Column> columns)
{
    Table out;
    out.columns = std::move(columns);
    return out;
}

Problem problem_with(Table table, Codes group)
{
    const std::size_t n = table.rows();
    return problem_of(std::move(table), std::move(group), std::vector<std::uint8_t>(n, 1));
}

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

} // namespace

class TestMarginals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distances_by_hand()
    {
        // groups: first four rows 0, the other four 1
        const Column kind = categories("kind", {"a", "b"}, {0, 0, 0, 1, 0, 1, 1, 1}), years = numbers("years", {1, 1, 2, 2, 1, 2, 2, 2});
        const Problem problem = problem_with(table_of({kind, years}), {0, 0, 0, 0, 1, 1, 1, 1});
        // spelled the other way round, in another order of columns, and with a kind that real rows do not know
        const LabelledTable generated = labelled(
            table_of({numbers("years", {2, 2, 2, 2}), categories("kind", {"b", "new", "a"}, {2, 0, 1, 1})}), {0, 0, 1, 1});
        const MarginalResult r = compare_marginals(problem, generated, {});
        QCOMPARE(r.columns.size(), std::size_t{2});
        QCOMPARE(r.columns[0].column, std::string("kind"));
        QVERIFY(near(*r.columns[0].all.value, 0.5));        // a 1/2 -> 1/4, b 1/2 -> 1/4, new 0 -> 1/2
        QVERIFY(near(*r.columns[0].groups[0].value, 0.25)); // a 3/4 -> 1/2
        QVERIFY(near(*r.columns[0].groups[1].value, 1));    // nothing but new ones
        QVERIFY(near(*r.columns[1].all.value, 3.0 / 8));
        QVERIFY(near(*r.columns[1].groups[0].value, 0.5));
        QVERIFY(near(*r.columns[1].groups[1].value, 0.25));
        QVERIFY(near(r.mean, (0.5 + 3.0 / 8) / 2));
        QCOMPARE(r.associations.pairs, std::size_t{1});
        QCOMPARE(r.associations.first, std::string("kind"));
        QCOMPARE(r.associations.second, std::string("years"));
    }

    void the_same_rows_are_at_distance_0()
    {
        const Table table = table_of({random_numbers("x", 500, 1), coded("kind", 20, random_codes(500, 20, 2)), random_numbers("z", 500, 3)});
        const Codes group = random_codes(500, 3, 4);
        const MarginalResult r = compare_marginals(problem_with(table, group), labelled(table, group), {});
        for (const MarginalDistance &column : r.columns) {
            QCOMPARE(*column.all.value, 0.0);
            QCOMPARE(column.groups.size(), std::size_t{3});
            for (const Metric &g : column.groups)
                QCOMPARE(*g.value, 0.0);
        }
        QCOMPARE(r.mean, 0.0);
        QCOMPARE(r.associations.mean, 0.0);
        QCOMPARE(r.associations.largest, 0.0);
        QCOMPARE(r.associations.pairs, std::size_t{3});
    }

    void lost_connections_are_found()
    {
        const std::size_t n = 3000;
        const Codes kind = random_codes(n, 4, 1), noise = random_codes(n, 4, 2);
        Codes copy = kind;
        for (std::size_t i = 0; i < n; i += 3)
            copy[i] = noise[i];
        const auto table = [&](const Codes &third) { return table_of({random_numbers("x", n, 3), coded("kind", 4, kind), coded("copy", 4, third)}); };
        const Codes group = random_codes(n, 2, 4);
        const Table real = table(copy), made = table(noise);
        const MarginalResult r = compare_marginals(problem_with(real, group), labelled(made, group), {});
        QVERIFY(r.mean < 0.03); // each column by itself is right
        const double expected = std::abs(cramers_v(kind, 4, copy, 4) - cramers_v(kind, 4, noise, 4));
        QVERIFY(near(r.associations.largest, expected) && expected > 0.6);
        QCOMPARE(r.associations.first, std::string("kind"));
        QCOMPARE(r.associations.second, std::string("copy"));
        QVERIFY(r.associations.mean > expected / 3 - 1e-12 && r.associations.mean < expected / 3 + 0.03);
    }

    void only_generated_columns_with_values_are_compared()
    {
        Column picture = coded("picture", 4, {0, 1, 2, 3});
        picture.kind = ColumnKind::picture;
        picture.pictures = std::make_shared<PictureSet>();
        Problem problem = problem_with(table_of({numbers("line", {1, 2, 3, 4}), picture, coded("kind", 2, {0, 0, 1, 1})}), {0, 0, 1, 1});
        problem.generated = {1, 2};
        const MarginalResult r = compare_marginals(problem, labelled(table_of({picture, coded("kind", 2, {0, 0, 0, 0})}), {0, 0, 1, 1}), {});
        QCOMPARE(r.columns.size(), std::size_t{1});
        QCOMPARE(r.columns[0].column, std::string("kind"));
        QVERIFY(near(r.mean, 0.5));
        QCOMPARE(r.associations.pairs, std::size_t{0}); // one column has no pair
        QVERIFY(r.associations.first.empty());
    }

    void empty_sides_are_undefined()
    {
        const Problem problem = problem_with(table_of({coded("kind", 2, {0, 0, 1, 1}), numbers("x", {1, 2, 3, NAN})}), {0, 0, 1, 1});
        const LabelledTable one = labelled(table_of({coded("kind", 2, {0, 1}), numbers("x", {NAN, NAN})}), {1, 1});
        const MarginalResult r = compare_marginals(problem, one, {});
        QVERIFY(r.columns[0].all.value.has_value());
        QVERIFY(near(*r.columns[1].all.value, 0.75)); // missing is a value of its own
        QVERIFY(!r.columns[0].groups[0] && !r.columns[0].groups[0].undefined.empty());
        QVERIFY(near(*r.columns[0].groups[1].value, 0.5));

        const MarginalResult none = compare_marginals(problem, labelled(table_of({coded("kind", 2, {}), numbers("x", {})}), {}), {});
        QVERIFY(!none.columns[0].all && !none.columns[1].all);
        QCOMPARE(none.mean, 0.0);
        QCOMPARE(none.associations.pairs, std::size_t{0});
    }

    void what_cannot_be_compared_is_refused()
    {
        const Problem problem = problem_with(table_of({coded("kind", 2, {0, 1})}), {0, 1});
        QVERIFY_EXCEPTION_THROWN(compare_marginals(problem, labelled(table_of({numbers("kind", {0, 1})}), {0, 1}), {}), InputError);
        QVERIFY_EXCEPTION_THROWN(compare_marginals(problem, labelled(table_of({coded("sort", 2, {0, 1})}), {0, 1}), {}), InputError);
        std::stop_source source;
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(compare_marginals(problem, labelled(table_of({coded("kind", 2, {0, 1})}), {0, 1}), source.get_token()), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestMarginals)
#include "test_marginals.moc"
