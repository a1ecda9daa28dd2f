#include "core/metrics/quality.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metrics/distance_kernel.h"
#include "golden_values.h"
#include "plain_distance.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace fairloom;

namespace {

Matrix matrix_of(const nlohmann::json &rows)
{
    Matrix out(rows.size(), rows.at(0).size());
    for (std::size_t i = 0; i < out.rows; ++i)
        for (std::size_t j = 0; j < out.columns; ++j)
            out.row(i)[j] = rows[i][j].get<float>();
    return out;
}

std::vector<double> plain_kth(const Matrix &x, int k)
{
    std::vector<double> out;
    for (std::size_t i = 0; i < x.rows; ++i) {
        std::vector<double> d;
        for (std::size_t j = 0; j < x.rows; ++j)
            if (j != i)
                d.push_back(squared_distance(x.row(i), x.row(j)));
        std::nth_element(d.begin(), d.begin() + k - 1, d.end());
        out.push_back(d[static_cast<std::size_t>(k) - 1]);
    }
    return out;
}

Quality plain_quality(const Matrix &real, const Matrix &synthetic, int k)
{
    const std::vector<double> real_radius = plain_kth(real, k), synthetic_radius = plain_kth(synthetic, k);
    std::vector<int> precise(synthetic.rows), covered(real.rows), recalled(real.rows);
    double inside = 0;
    for (std::size_t i = 0; i < real.rows; ++i)
        for (std::size_t j = 0; j < synthetic.rows; ++j) {
            const double d = squared_distance(real.row(i), synthetic.row(j));
            if (d < real_radius[i]) {
                ++inside;
                covered[i] = precise[j] = 1;
            }
            if (d < synthetic_radius[j])
                recalled[i] = 1;
        }
    const auto share = [](const std::vector<int> &v) {
        return static_cast<double>(std::count(v.begin(), v.end(), 1)) / static_cast<double>(v.size());
    };
    Quality out;
    out.density = inside / (k * static_cast<double>(synthetic.rows));
    out.coverage = share(covered);
    out.precision = share(precise);
    out.recall = share(recalled);
    return out;
}

/// Few numbers, many categories and `copies` in a thousand rows that repeat an earlier one: ties everywhere.
Matrix rows_with_ties(std::size_t rows, std::size_t columns, int levels, int copies, float scale, std::uint64_t seed)
{
    Random random(seed);
    Matrix out(rows, columns);
    for (std::size_t i = 0; i < rows; ++i) {
        if (i > 0 && random.below(1000) < static_cast<std::uint64_t>(copies)) {
            const std::size_t from = random.below(i);
            std::copy_n(out.row(from).begin(), columns, out.row(i).begin());
            continue;
        }
        for (float &v : out.row(i))
            v = levels > 0 ? scale * static_cast<float>(random.below(static_cast<std::uint64_t>(levels)))
                           : scale * static_cast<float>(random.normal());
    }
    return out;
}

} // namespace

class TestQuality : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<int>("index");
        const nlohmann::json cases = golden_values("prdc.json").at("cases");
        QVERIFY(cases.size() >= 4);
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i].at("name").get<std::string>().c_str()) << static_cast<int>(i);
    }

    void golden()
    {
        QFETCH(int, index);
        const nlohmann::json c = golden_values("prdc.json").at("cases").at(static_cast<std::size_t>(index));
        const Quality q = compute_quality(make_quality_reference(matrix_of(c.at("real")), c.at("k").get<int>(), 2, {}),
                                          matrix_of(c.at("fake")), 2, {});
        QVERIFY(std::abs(q.precision - c.at("precision").get<double>()) <= 1e-9);
        QVERIFY(std::abs(q.recall - c.at("recall").get<double>()) <= 1e-9);
        QVERIFY(std::abs(q.density - c.at("density").get<double>()) <= 1e-9);
        QVERIFY(std::abs(q.coverage - c.at("coverage").get<double>()) <= 1e-9);
    }

    void equals_the_plain_double_loop_data()
    {
        QTest::addColumn<int>("real_rows");
        QTest::addColumn<int>("synthetic_rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("levels");
        QTest::addColumn<int>("copies");
        QTest::addColumn<float>("scale");
        QTest::addColumn<int>("k");
        QTest::newRow("numbers") << 300 << 250 << 7 << 0 << 0 << 1.0f << 5;
        QTest::newRow("numbers with copies") << 500 << 500 << 9 << 0 << 400 << 1.0f << 5;
        QTest::newRow("binary") << 400 << 380 << 11 << 2 << 0 << 1.0f << 5;
        QTest::newRow("thirds: ties that rounding could split") << 500 << 490 << 13 << 3 << 100 << 1.0f / 3 << 5;
        QTest::newRow("tenths with copies") << 777 << 241 << 5 << 4 << 300 << 0.1f << 3;
        QTest::newRow("wide") << 120 << 100 << 301 << 3 << 200 << 0.7f << 1;
        QTest::newRow("one column") << 200 << 200 << 1 << 9 << 0 << 0.3f << 4;
        QTest::newRow("large values") << 200 << 200 << 6 << 0 << 100 << 1e6f << 5;
        QTest::newRow("as few as can be") << 6 << 6 << 3 << 3 << 0 << 0.3f << 5;
        QTest::newRow("all equal") << 50 << 50 << 3 << 1 << 0 << 1.0f << 5;
    }

    void equals_the_plain_double_loop()
    {
        QFETCH(int, real_rows);
        QFETCH(int, synthetic_rows);
        QFETCH(int, columns);
        QFETCH(int, levels);
        QFETCH(int, copies);
        QFETCH(float, scale);
        QFETCH(int, k);
        const auto make = [&](int rows, std::uint64_t seed) {
            return rows_with_ties(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns), levels, copies, scale, seed);
        };
        const Matrix real = make(real_rows, 1);
        Matrix synthetic = make(synthetic_rows, 2);
        for (std::size_t i = 0; i < std::min(real.rows, synthetic.rows); i += 7) // copies of real rows
            std::copy_n(real.row(i).begin(), real.columns, synthetic.row(i).begin());

        for (const int threads : {1, 2, 3}) {
            QCOMPARE(kth_neighbour_distance(real, k, threads, {}), plain_kth(real, k));
            const Quality q = compute_quality(make_quality_reference(real, k, threads, {}), synthetic, threads, {});
            const Quality plain = plain_quality(real, synthetic, k);
            QCOMPARE(q.density, plain.density);
            QCOMPARE(q.coverage, plain.coverage);
            QCOMPARE(q.precision, plain.precision);
            QCOMPARE(q.recall, plain.recall);
            QCOMPARE(q.n_real, real.rows);
            QCOMPARE(q.n_synthetic, synthetic.rows);
        }
    }

    void nearest_of_other_rows()
    {
        const Matrix rows = rows_with_ties(120, 9, 3, 100, 1.0f / 3, 1), reference = rows_with_ties(301, 9, 3, 100, 1.0f / 3, 2);
        for (const int k : {1, 2, 5})
            for (const int threads : {1, 3}) {
                const NearestRows found = nearest_rows(rows, reference, k, threads, {});
                QCOMPARE(found.distance.size(), rows.rows * static_cast<std::size_t>(k));
                for (std::size_t i = 0; i < rows.rows; ++i) {
                    std::vector<std::pair<double, std::uint32_t>> d; // of equal distances the first row
                    for (std::size_t j = 0; j < reference.rows; ++j)
                        d.emplace_back(squared_distance(rows.row(i), reference.row(j)), static_cast<std::uint32_t>(j));
                    std::sort(d.begin(), d.end());
                    for (std::size_t n = 0; n < static_cast<std::size_t>(k); ++n) {
                        QCOMPARE(found.distance[i * static_cast<std::size_t>(k) + n], d[n].first);
                        QCOMPARE(found.row[i * static_cast<std::size_t>(k) + n], d[n].second);
                    }
                }
            }
        QCOMPARE(nearest_rows(rows, rows, 1, 2, {}).distance, std::vector<double>(rows.rows, 0.0)); // every row is there itself
        QVERIFY_EXCEPTION_THROWN(nearest_rows(rows, Matrix(1, 9), 2, 1, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(nearest_rows(rows, Matrix(9, 8), 2, 1, {}), InputError);
        Matrix huge(6, 3);
        huge.values[4] = 1e20f;
        QVERIFY_EXCEPTION_THROWN(nearest_rows(huge, huge, 1, 1, {}), InputError);
    }

    void every_kernel_keeps_its_error_bound_data()
    {
        QTest::addColumn<int>("kernel");
        for (std::size_t k = 0; k < distance_kernel_count(); ++k)
            QTest::newRow(std::to_string(k).c_str()) << static_cast<int>(k);
    }

    void every_kernel_keeps_its_error_bound()
    {
        QFETCH(int, kernel);
        for (const int levels : {0, 2}) {
            const Matrix a = rows_with_ties(101, 37, levels, 100, levels ? 1.0f : 3.7f, 5), b = rows_with_ties(260, 37, levels, 100, 1.0f, 6);
            const PackedRows packed_a(a), packed_b(b, static_cast<std::size_t>(kernel));
            DistanceBlock block(packed_b);
            QCOMPARE(packed_b.exact(), levels == 2);
            for (const std::size_t begin : {std::size_t{0}, DistanceBlock::block_rows}) {
                const std::size_t count = std::min(DistanceBlock::block_rows, a.rows - begin);
                block.set_rows(a, packed_a, begin, count);
                for (std::size_t first = 0; first < b.rows; first += DistanceBlock::block_columns) {
                    block.compute(first);
                    for (std::size_t i = 0; i < count; ++i)
                        for (std::size_t j = first; j < std::min(b.rows, first + DistanceBlock::block_columns); ++j) {
                            const double plain = squared_distance(a.row(begin + i), b.row(j));
                            QVERIFY(std::abs(static_cast<double>(block.row(i)[j - first]) - plain) <= block.error(i));
                        }
                }
            }
        }
    }

    void two_halves_of_the_same_score_near_one()
    {
        const Quality q = compute_quality(make_quality_reference(rows_with_ties(2000, 10, 0, 0, 1, 3), 5, 2, {}),
                                          rows_with_ties(2000, 10, 0, 0, 1, 4), 2, {});
        QVERIFY(q.density > 0.93 && q.density < 1.07);
        QVERIFY(q.coverage > 0.94);
        QVERIFY(q.precision > 0.7 && q.recall > 0.7);
    }

    void far_rows_score_zero()
    {
        Matrix far = rows_with_ties(100, 4, 0, 0, 1, 4);
        for (float &v : far.values)
            v += 100;
        const Quality q = compute_quality(make_quality_reference(rows_with_ties(100, 4, 0, 0, 1, 3), 5, 1, {}), far, 1, {});
        QCOMPARE(q.density, 0.0);
        QCOMPARE(q.coverage, 0.0);
        QCOMPARE(q.precision, 0.0);
        QCOMPARE(q.recall, 0.0);
    }

    void too_few_rows_are_refused()
    {
        QVERIFY_EXCEPTION_THROWN(kth_neighbour_distance(Matrix(5, 3), 5, 1, {}), InputError);
        const QualityReference reference = make_quality_reference(Matrix(6, 3), 5, 1, {});
        QVERIFY_EXCEPTION_THROWN(compute_quality(reference, Matrix(5, 3), 1, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(compute_quality(reference, Matrix(6, 4), 1, {}), InputError);
        Matrix holes(6, 3);
        holes.values[4] = NAN;
        QVERIFY_EXCEPTION_THROWN(compute_quality(reference, holes, 1, {}), InputError);
    }

    void stops_when_asked()
    {
        std::stop_source source;
        const Matrix rows = rows_with_ties(300, 4, 0, 0, 1, 3);
        const QualityReference reference = make_quality_reference(rows, 5, 2, source.get_token());
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(make_quality_reference(rows, 5, 2, source.get_token()), Cancelled);
        QVERIFY_EXCEPTION_THROWN(compute_quality(reference, rows, 2, source.get_token()), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestQuality)
#include "test_quality.moc"
