#include "core/downstream/logistic_regression.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/downstream/lbfgs.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace fairloom;

namespace {

struct Rows {
    Matrix x;
    std::vector<std::int32_t> y;
};

Rows noisy_classes(std::size_t n, int classes, std::uint64_t seed)
{
    Random random(seed);
    Rows out{Matrix(n, 3), {}};
    for (std::size_t i = 0; i < n; ++i) {
        for (float &v : out.x.row(i))
            v = static_cast<float>(random.normal());
        const double at = out.x.row(i)[0] + 0.5 * out.x.row(i)[1] + random.normal();
        out.y.push_back(std::clamp(static_cast<int>(std::floor(at + 0.5 * classes)), 0, classes - 1));
    }
    return out;
}

/// Logits of the fitted model up to a constant per row, from its probabilities.
double log_probability(const Matrix &p, std::size_t i, int c)
{
    return std::log(static_cast<double>(p.row(i)[static_cast<std::size_t>(c)]));
}

/// The model's weights, read off its predictions at the origin and at the unit vectors, centred over classes: that is
/// where the penalty puts them.
std::vector<std::vector<double>> weights_of(const LogisticRegression &model, std::size_t columns, int classes)
{
    Matrix probes(columns + 1, columns);
    for (std::size_t j = 0; j < columns; ++j)
        probes.row(j)[j] = 1;
    const Matrix p = model.predict(probes);
    std::vector<std::vector<double>> w(static_cast<std::size_t>(classes), std::vector<double>(columns + 1));
    for (std::size_t j = 0; j <= columns; ++j) {
        double mean = 0;
        for (int c = 0; c < classes; ++c) {
            double v = log_probability(p, j, c);
            if (j < columns)
                v -= log_probability(p, columns, c);
            w[static_cast<std::size_t>(c)][j] = v;
            mean += v / classes;
        }
        for (auto &row : w)
            row[j] -= mean;
    }
    return w;
}

double objective(const Rows &rows, const std::vector<std::vector<double>> &w, double l2)
{
    double loss = 0, penalty = 0;
    for (std::size_t i = 0; i < rows.x.rows; ++i) {
        std::vector<double> z;
        for (const auto &row : w) {
            double v = row.back();
            for (std::size_t j = 0; j < rows.x.columns; ++j)
                v += row[j] * static_cast<double>(rows.x.row(i)[j]);
            z.push_back(v);
        }
        double total = 0;
        for (const double v : z)
            total += std::exp(v);
        loss += std::log(total) - z[static_cast<std::size_t>(rows.y[i])];
    }
    for (const auto &row : w)
        for (std::size_t j = 0; j + 1 < row.size(); ++j)
            penalty += row[j] * row[j];
    return (loss + 0.5 * l2 * penalty) / static_cast<double>(rows.x.rows);
}

} // namespace

class TestLogisticRegression : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_gradient_vanishes_at_the_optimum_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<double>("l2");
        QTest::newRow("two classes") << 2 << 1.0;
        QTest::newRow("two classes, strong penalty") << 2 << 100.0;
        QTest::newRow("four classes") << 4 << 1.0;
    }

    void the_gradient_vanishes_at_the_optimum()
    {
        QFETCH(int, classes);
        QFETCH(double, l2);
        const Rows rows = noisy_classes(500, classes, 1);
        LogisticRegression model;
        LogisticRegression::Settings settings;
        settings.l2 = l2;
        settings.tolerance = 1e-7;
        settings.threads = 2;
        model.fit(rows.x, rows.y, classes, settings, {});
        auto w = weights_of(model, 3, classes);
        for (auto &row : w)
            for (double &v : row) {
                const double at = v, step = 1e-4;
                v = at + step;
                const double above = objective(rows, w, l2);
                v = at - step;
                const double below = objective(rows, w, l2);
                v = at;
                QVERIFY(std::abs((above - below) / (2 * step)) < 2e-6);
            }
    }

    void known_solution_of_one_binary_feature()
    {
        // without penalty the fit reproduces the observed shares: 3 of 10 at x = 0, 8 of 10 at x = 1
        Rows rows{Matrix(20, 1), {}};
        for (std::size_t i = 0; i < 20; ++i) {
            rows.x.row(i)[0] = i >= 10;
            rows.y.push_back(i < 10 ? i < 3 : i < 18);
        }
        LogisticRegression model;
        LogisticRegression::Settings settings;
        settings.l2 = 0;
        settings.tolerance = 1e-9;
        model.fit(rows.x, rows.y, 2, settings, {});
        const Matrix p = model.predict(rows.x);
        QVERIFY(std::abs(p.row(0)[1] - 0.3f) < 1e-6f);
        QVERIFY(std::abs(p.row(15)[1] - 0.8f) < 1e-6f);
        QVERIFY(std::abs(p.row(15)[0] - 0.2f) < 1e-6f);
    }

    void rows_of_probabilities_sum_to_one()
    {
        const Rows rows = noisy_classes(300, 5, 2);
        LogisticRegression model;
        model.fit(rows.x, rows.y, 5, {}, {});
        const Matrix p = model.predict(rows.x);
        QCOMPARE(p.columns, std::size_t{5});
        for (std::size_t i = 0; i < p.rows; ++i) {
            float total = 0;
            for (const float v : p.row(i))
                total += v;
            QVERIFY(std::abs(total - 1) < 1e-5f);
        }
    }

    void threads_do_not_change_the_fit()
    {
        const Rows rows = noisy_classes(9000, 3, 3);
        LogisticRegression one, three;
        LogisticRegression::Settings settings;
        one.fit(rows.x, rows.y, 3, settings, {});
        settings.threads = 3;
        three.fit(rows.x, rows.y, 3, settings, {});
        QCOMPARE(one.predict(rows.x).values, three.predict(rows.x).values);
    }

    void separable_rows_are_learned()
    {
        Rows rows{Matrix(40, 1), {}};
        for (std::size_t i = 0; i < 40; ++i) {
            rows.x.row(i)[0] = static_cast<float>(i) / 10;
            rows.y.push_back(i >= 20);
        }
        LogisticRegression model;
        model.fit(rows.x, rows.y, 2, {}, {});
        const Matrix p = model.predict(rows.x);
        for (std::size_t i = 0; i < 40; ++i)
            QCOMPARE(p.row(i)[1] > 0.5f, i >= 20);
    }

    void a_class_without_rows_gets_no_probability()
    {
        Rows rows = noisy_classes(200, 2, 4);
        LogisticRegression model;
        model.fit(rows.x, rows.y, 3, {}, {});
        const Matrix p = model.predict(rows.x);
        for (std::size_t i = 0; i < p.rows; ++i)
            QVERIFY(p.row(i)[2] < 1e-3f);
        model.fit(rows.x, std::vector<std::int32_t>(200, 0), 1, {}, {});
        QCOMPARE(model.predict(rows.x).row(0)[0], 1.0f);
    }

    void bad_input_is_refused()
    {
        LogisticRegression model;
        Matrix x(2, 1);
        QVERIFY_EXCEPTION_THROWN(model.fit(Matrix(0, 1), {}, 2, {}, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(model.fit(x, std::vector<std::int32_t>{0}, 2, {}, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(model.fit(x, std::vector<std::int32_t>{0, 2}, 2, {}, {}), InputError);
        x.values[0] = NAN;
        QVERIFY_EXCEPTION_THROWN(model.fit(x, std::vector<std::int32_t>{0, 1}, 2, {}, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(model.predict(Matrix(1, 4)), InputError);
    }

    void stops_when_asked()
    {
        std::stop_source source;
        source.request_stop();
        const Rows rows = noisy_classes(100, 2, 1);
        LogisticRegression model;
        QVERIFY_EXCEPTION_THROWN(model.fit(rows.x, rows.y, 2, {}, source.get_token()), Cancelled);
    }

    void lbfgs_finds_the_bottom_of_a_curved_valley()
    {
        // Rosenbrock's function, minimum 0 at (1, 1)
        std::vector<double> x = {-1.2, 1};
        const LbfgsResult r = minimise_lbfgs(
            x,
            [](const std::vector<double> &v, std::vector<double> &g) {
                const double a = 1 - v[0], b = v[1] - v[0] * v[0];
                g = {-2 * a - 400 * v[0] * b, 200 * b};
                return a * a + 100 * b * b;
            },
            200, 1e-9);
        QVERIFY(r.converged);
        QVERIFY(std::abs(x[0] - 1) < 1e-8 && std::abs(x[1] - 1) < 1e-8);
        QVERIFY(r.iterations < 80);
    }
};

QTEST_GUILESS_MAIN(TestLogisticRegression)
#include "test_logistic_regression.moc"
