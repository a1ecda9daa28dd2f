#include "core/metrics/support_quality.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metrics/authenticity.h"
#include "plain_distance.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace fairloom;

namespace {

/// Few levels give ties; `copies` in a thousand rows repeat an earlier one. levels = 0: normal numbers.
Matrix random_rows(std::size_t rows, std::size_t columns, int levels, int copies, std::uint64_t seed, float shift = 0, float scale = 1)
{
    Random random(seed);
    Matrix out(rows, columns);
    for (std::size_t i = 0; i < rows; ++i) {
        if (i > 0 && random.below(1000) < static_cast<std::uint64_t>(copies)) {
            std::copy_n(out.row(random.below(i)).begin(), columns, out.row(i).begin());
            continue;
        }
        for (float &v : out.row(i))
            v = shift + scale * (levels > 0 ? static_cast<float>(random.below(static_cast<std::uint64_t>(levels))) / 3
                                            : static_cast<float>(random.normal()));
    }
    return out;
}

/// The nearest row of the reference, of equally near ones the first, and its squared distance.
std::pair<std::size_t, double> plain_nearest(std::span<const float> row, const Matrix &reference, std::size_t except = SIZE_MAX)
{
    std::pair<std::size_t, double> best = {0, INFINITY};
    for (std::size_t j = 0; j < reference.rows; ++j)
        if (const double d = squared_distance(row, reference.row(j)); j != except && d < best.second)
            best = {j, d};
    return best;
}

double distance_to_mean(std::span<const float> row, const Matrix &of)
{
    double sum = 0;
    for (std::size_t c = 0; c < of.columns; ++c) {
        double mean = 0;
        for (std::size_t i = 0; i < of.rows; ++i)
            mean += static_cast<double>(of.row(i)[c]);
        const double difference = static_cast<double>(row[c]) - mean / static_cast<double>(of.rows);
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

double plain_quantile(std::vector<double> values, double q)
{
    std::ranges::sort(values);
    const double at = q * static_cast<double>(values.size() - 1);
    const std::size_t low = static_cast<std::size_t>(std::floor(at)), high = std::min(low + 1, values.size() - 1);
    return values[low] + (at - std::floor(at)) * (values[high] - values[low]);
}

SupportQuality plain_support_quality(const Matrix &real, const Matrix &synthetic)
{
    std::vector<double> radius, real_to_mean, synthetic_to_mean, nearest_to_mean;
    std::vector<std::pair<std::size_t, double>> nearest;
    for (std::size_t i = 0; i < real.rows; ++i) {
        radius.push_back(plain_nearest(real.row(i), real, i).second);
        nearest.push_back(plain_nearest(real.row(i), synthetic));
        real_to_mean.push_back(distance_to_mean(real.row(i), real));
        nearest_to_mean.push_back(distance_to_mean(synthetic.row(nearest.back().first), synthetic));
    }
    double authentic = 0, published = 0;
    for (std::size_t j = 0; j < synthetic.rows; ++j) {
        synthetic_to_mean.push_back(distance_to_mean(synthetic.row(j), real));
        const auto [i, d] = plain_nearest(synthetic.row(j), real);
        authentic += d > radius[i];
    }
    double precision = 0, recall = 0;
    for (int k = 0; k < 30; ++k) {
        const double alpha = k / 29.0;
        const double ball = plain_quantile(real_to_mean, alpha), synthetic_ball = plain_quantile(nearest_to_mean, alpha);
        double inside = 0, recalled = 0;
        for (const double d : synthetic_to_mean)
            inside += d <= ball;
        for (std::size_t i = 0; i < real.rows; ++i)
            recalled += nearest[i].second <= radius[i] && nearest_to_mean[i] <= synthetic_ball;
        precision += std::abs(inside / static_cast<double>(synthetic.rows) - alpha);
        recall += std::abs(recalled / static_cast<double>(real.rows) - alpha);
    }
    SupportQuality out;
    out.alpha_precision = 1 - 2 * precision / 30;
    out.beta_recall = 1 - 2 * recall / 30;
    out.authenticity = authentic / static_cast<double>(synthetic.rows);
    if (synthetic.rows <= real.rows) {
        for (std::size_t i = 0; i < real.rows; ++i)
            published += nearest[i].second > radius[nearest[i].first];
        out.authenticity_published = published / static_cast<double>(real.rows);
    }
    return out;
}

SupportQuality judged(const Matrix &real, const Matrix &synthetic) { return compute_support_quality(real, synthetic, 2, {}); }

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

} // namespace

class TestSupportQuality : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equals_plain_loops_data()
    {
        QTest::addColumn<int>("real_rows");
        QTest::addColumn<int>("synthetic_rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("levels");
        QTest::addColumn<int>("copies");
        QTest::newRow("numbers") << 120 << 90 << 4 << 0 << 0;
        QTest::newRow("numbers with copies") << 100 << 100 << 3 << 0 << 300;
        QTest::newRow("more synthetic rows") << 60 << 150 << 5 << 0 << 100;
        QTest::newRow("binary: ties everywhere") << 80 << 70 << 6 << 2 << 0;
        QTest::newRow("thirds") << 100 << 100 << 4 << 5 << 100;
        QTest::newRow("one column") << 70 << 70 << 1 << 9 << 0;
        QTest::newRow("two rows") << 2 << 2 << 3 << 0 << 0;
        QTest::newRow("all equal") << 20 << 20 << 2 << 1 << 0;
    }

    void equals_plain_loops()
    {
        QFETCH(int, real_rows);
        QFETCH(int, synthetic_rows);
        QFETCH(int, columns);
        QFETCH(int, levels);
        QFETCH(int, copies);
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            const auto rows = [&](int n, const char *purpose) {
                return random_rows(static_cast<std::size_t>(n), static_cast<std::size_t>(columns), levels, copies, derive_seed(seed, purpose));
            };
            const Matrix real = rows(real_rows, "real");
            Matrix synthetic = rows(synthetic_rows, "synthetic");
            for (std::size_t i = 0; i < std::min(real.rows, synthetic.rows); i += 7)
                std::ranges::copy(real.row(i), synthetic.row(i).begin());
            const SupportQuality plain = plain_support_quality(real, synthetic);
            for (const int threads : {1, 2, 3}) {
                const SupportQuality q = compute_support_quality(real, synthetic, threads, {});
                QVERIFY(near(q.alpha_precision, plain.alpha_precision));
                QVERIFY(near(q.beta_recall, plain.beta_recall));
                QVERIFY(near(q.authenticity, plain.authenticity));
                QCOMPARE(q.authenticity_published.value, plain.authenticity_published.value);
                QVERIFY(q.authenticity_published.undefined.empty() == q.authenticity_published.value.has_value());
                QCOMPARE(q.n_real, real.rows);
                QCOMPARE(q.n_synthetic, synthetic.rows);
            }
        }
    }

    void rows_of_another_draw()
    {
        const SupportQuality q = judged(random_rows(2000, 5, 0, 0, 1), random_rows(2000, 5, 0, 0, 2));
        QVERIFY2(q.alpha_precision > 0.95, qPrintable(QString::number(q.alpha_precision)));
        // a synthetic row is within the distance to the nearest other real one half of the time, so R(beta) = beta / 2
        QVERIFY2(std::abs(q.beta_recall - 0.5) < 0.06, qPrintable(QString::number(q.beta_recall)));
        QVERIFY2(q.authenticity > 0.5 && q.authenticity < 0.75, qPrintable(QString::number(q.authenticity)));
    }

    void copies_are_not_authentic()
    {
        const Matrix real = random_rows(1000, 5, 0, 0, 1);
        const SupportQuality q = judged(real, real);
        QCOMPARE(q.authenticity, 0.0);
        QVERIFY(q.alpha_precision > 0.99 && q.beta_recall > 0.99);
        QCOMPARE(*q.authenticity_published.value, 0.0);
    }

    void published_form_depends_on_the_order_of_real_rows()
    {
        // tight rows first, wide ones after them; the synthetic rows are about as far from the wide ones as these from each other
        Matrix real = random_rows(400, 3, 0, 0, 1);
        for (std::size_t i = 0; i < 200; ++i)
            for (float &v : real.row(i))
                v *= 0.01f;
        const Matrix synthetic = random_rows(200, 3, 0, 0, 2);
        Matrix turned(400, 3);
        for (std::size_t i = 0; i < 400; ++i)
            std::ranges::copy(real.row(399 - i), turned.row(i).begin());
        const SupportQuality a = judged(real, synthetic), b = judged(turned, synthetic);
        QCOMPARE(a.authenticity, b.authenticity);
        QVERIFY(std::abs(*a.authenticity_published.value - *b.authenticity_published.value) > 0.2);
        const SupportQuality more = judged(synthetic, real);
        QVERIFY(!more.authenticity_published && !more.authenticity_published.undefined.empty());
    }

    void known_faults_show()
    {
        const Matrix real = random_rows(1000, 5, 0, 0, 1);
        const SupportQuality shifted = judged(real, random_rows(1000, 5, 0, 0, 2, 5));
        QVERIFY2(shifted.alpha_precision < 0.1 && shifted.beta_recall < 0.1, qPrintable(QString::number(shifted.alpha_precision)));
        QCOMPARE(shifted.authenticity, 1.0);

        const SupportQuality narrow = judged(real, random_rows(1000, 5, 0, 0, 2, 0, 0.1f)); // inside the real ones, but all in the middle
        QVERIFY2(narrow.alpha_precision < 0.3 && narrow.beta_recall < 0.1, qPrintable(QString::number(narrow.alpha_precision)));

        Matrix two(1000, 5); // collapsed to two typical rows
        for (std::size_t i = 0; i < 1000; ++i)
            std::ranges::copy(real.row(i % 2), two.row(i).begin());
        QVERIFY(judged(real, two).beta_recall < 0.1);
    }

    void authenticity_against_all_real_rows()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const Matrix real = random_rows(120, 3, seed % 2 ? 0 : 5, 50, seed), generated = random_rows(70, 3, seed % 2 ? 0 : 5, 50, seed + 100);
            QCOMPARE(compute_authenticity(real, generated, 2, {}), compute_support_quality(real, generated, 1, {}).authenticity);
        }
        const Matrix real = random_rows(500, 4, 0, 0, 3);
        Matrix few(50, 4);
        for (std::size_t i = 0; i < few.rows; ++i)
            std::copy_n(real.row(i * 9).begin(), 4, few.row(i).begin());
        QCOMPARE(compute_authenticity(real, few, 1, {}), 0.0);
        QVERIFY_EXCEPTION_THROWN(compute_authenticity(random_rows(1, 4, 0, 0, 1), few, 1, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(compute_authenticity(real, Matrix(0, 4), 1, {}), InputError);
    }

    void what_cannot_be_judged_is_refused()
    {
        QVERIFY_EXCEPTION_THROWN(judged(Matrix(1, 3), Matrix(5, 3)), InputError);
        QVERIFY_EXCEPTION_THROWN(judged(Matrix(5, 3), Matrix(1, 3)), InputError);
        QVERIFY_EXCEPTION_THROWN(judged(Matrix(0, 3), Matrix(0, 3)), InputError);
        QVERIFY_EXCEPTION_THROWN(judged(Matrix(5, 3), Matrix(5, 4)), InputError);
        Matrix holes(5, 3);
        holes.values[4] = NAN;
        QVERIFY_EXCEPTION_THROWN(judged(holes, Matrix(5, 3)), InputError);
        QVERIFY_EXCEPTION_THROWN(judged(Matrix(5, 3), holes), InputError);
    }

    void stops_when_asked()
    {
        std::stop_source source;
        source.request_stop();
        const Matrix rows = random_rows(300, 4, 0, 0, 3);
        QVERIFY_EXCEPTION_THROWN(compute_support_quality(rows, rows, 2, source.get_token()), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSupportQuality)
#include "test_support_quality.moc"
