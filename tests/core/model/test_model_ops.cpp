#include "core/model/ops.h"
#include "core/model/row_index.h"
#include "core/model/vector_kernels.h"

#include "distance_covariance_oracle.h"
#include "gradient_check.h"

#include <QtTest>

using namespace fairloom;
using torch::Tensor;

namespace {

const auto f64 = torch::TensorOptions().dtype(torch::kDouble);
const auto i32 = torch::TensorOptions().dtype(torch::kInt);
constexpr double tolerance = 1e-6;

std::shared_ptr<const SegmentLayout> layout_of(std::initializer_list<int> states)
{
    auto layout = std::make_shared<SegmentLayout>();
    for (const int count : states)
        layout->add(count);
    return layout;
}

/// The same by LibTorch's own cross-entropy, column by column.
Tensor plain_cross_entropy(const Tensor &logits, const Tensor &states, const SegmentLayout &layout)
{
    Tensor total = torch::zeros({}, logits.options());
    for (std::size_t c = 0; c < layout.columns(); ++c) {
        const Tensor target = states.select(1, static_cast<std::int64_t>(c)).to(torch::kLong);
        const Tensor part = logits.slice(1, layout.offset[c], layout.offset[c + 1]);
        total = total + torch::nn::functional::cross_entropy(
                            part, target, torch::nn::functional::CrossEntropyFuncOptions().ignore_index(-1).reduction(torch::kSum));
    }
    return total / static_cast<double>(logits.size(0));
}

} // namespace

class TestModelOps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::manual_seed(1); }

    void linearIsTheProduct_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("in");
        QTest::addColumn<int>("out");
        QTest::newRow("small") << 37 << 19 << 11;
        QTest::newRow("several blocks of rows, shared among threads") << 1003 << 70 << 33;
        QTest::newRow("fewer outputs than threads") << 5000 << 128 << 2;
    }
    void linearIsTheProduct()
    {
        QFETCH(int, rows);
        QFETCH(int, in);
        QFETCH(int, out);
        const Tensor x = (torch::randn({rows, in}) * 2).set_requires_grad(true), w = torch::randn({out, in}).set_requires_grad(true);
        const Tensor b = torch::randn({out}).set_requires_grad(true), direction = torch::randn({rows, out});
        // float sums of some thousand products in another order
        const auto near = [](const Tensor &a, const Tensor &c) {
            return (a - c).abs().max().item<double>() <= 2e-6 * std::max(1.0, c.abs().max().item<double>()) * 10;
        };
        for (const int threads : {1, 3}) {
            const auto ours = torch::autograd::grad({(linear(x, w, b, threads) * direction).sum()}, {x, w, b});
            const auto theirs = torch::autograd::grad({(torch::linear(x, w, b) * direction).sum()}, {x, w, b});
            const Tensor hidden = torch::silu(x);
            const auto ours_silu = torch::autograd::grad({(silu_linear(x, w, b, threads) * direction).sum()}, {x, w, b});
            const auto theirs_silu = torch::autograd::grad({(torch::linear(hidden, w, b) * direction).sum()}, {x, w, b});
            QVERIFY(near(linear(x, w, b, threads), torch::linear(x, w, b)));
            QVERIFY(near(linear(x, w, {}, threads), torch::linear(x, w)));
            QVERIFY(near(silu_linear(x, w, b, threads), torch::linear(hidden, w, b)));
            for (std::size_t i = 0; i < 3; ++i) {
                QVERIFY(near(ours[i], theirs[i]));
                QVERIFY(near(ours_silu[i], theirs_silu[i]));
            }
            const torch::NoGradGuard no_gradient;
            QVERIFY(near(silu_linear(x, w, b, threads), torch::linear(torch::silu(x), w, b)));
        }
    }

    void selectsRows()
    {
        const Tensor rows = torch::randint(0, 1000, {300}, torch::kLong);
        for (const std::int64_t width : {0, 1, 16, 23}) {
            const Tensor numbers = torch::randn({1000, width}), states = torch::randint(0, 9, {1000, width}, i32);
            QVERIFY(torch::equal(select_rows(numbers, rows), numbers.index_select(0, rows)));
            QVERIFY(torch::equal(select_rows(states, rows), states.index_select(0, rows)));
        }
        const Tensor none = torch::empty({0}, torch::kLong);
        QCOMPARE(select_rows(torch::randn({5, 2}), none).size(0), 0);
    }

    void embeddingSumIsTheOneHotProduct_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1, 5, 16, 37, 53, 128, 150})
            QTest::addRow("%d hidden units", width) << width;
    }
    void embeddingSumIsTheOneHotProduct()
    {
        QFETCH(int, width);
        const Tensor weight = torch::randn({9, width}).set_requires_grad(true), bias = torch::randn({width}).set_requires_grad(true);
        const Tensor indices = torch::tensor({0, 3, 8, 2, -1, 8, 0, 3, 5, -1, -1, -1}, i32).reshape({4, 3});
        Tensor one_hot = torch::zeros({4, 9});
        for (std::int64_t i = 0; i < 4; ++i)
            for (std::int64_t c = 0; c < 3; ++c)
                if (indices[i][c].item<int>() >= 0)
                    one_hot[i][indices[i][c].item<int>()] += 1;
        const Tensor direction = torch::randn({4, width}), expected = torch::mm(one_hot, weight) + bias;
        const auto theirs = torch::autograd::grad({(expected * direction).sum()}, {weight, bias});
        for (const int threads : {1, 2, 3}) {
            QVERIFY(torch::allclose(embedding_sum(weight, bias, indices, threads), expected, 1e-5, 1e-5));
            const auto ours = torch::autograd::grad({(embedding_sum(weight, bias, indices, threads) * direction).sum()}, {weight, bias});
            for (std::size_t i = 0; i < 2; ++i)
                QVERIFY(torch::allclose(ours[i], theirs[i], 1e-5, 1e-5));
        }
    }

    void loopsOfAllInstructionSetsAgree()
    {
        std::vector<const kernel::VectorKernels *> all{&kernel::vector_kernels_baseline};
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            all.push_back(&kernel::vector_kernels_avx2);
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
            all.push_back(&kernel::vector_kernels_avx512);
#endif
        const Tensor x = torch::cat({torch::randn({1000}) * 4, torch::tensor({-200.0f, -88.0f, 0.0f, 88.0f, 200.0f})});
        const Tensor leaf = x.clone().set_requires_grad(true);
        const Tensor slope = torch::autograd::grad({torch::silu(leaf).sum()}, {leaf})[0];
        for (const kernel::VectorKernels *loops : all) {
            Tensor y = torch::empty_like(x), found = torch::empty_like(x), alone = x.clone();
            loops->silu(x.data_ptr<float>(), y.data_ptr<float>(), found.data_ptr<float>(), 1005);
            loops->silu(alone.data_ptr<float>(), alone.data_ptr<float>(), nullptr, 1005);
            QVERIFY2(torch::allclose(y, torch::silu(x), 1e-5, 1e-6), loops->name);
            QVERIFY2(torch::allclose(alone, y), loops->name);
            QVERIFY2(torch::allclose(found, slope, 1e-5, 1e-6), loops->name);
        }
        // rows 1, 2 and 2 again of the first state, none of the second, all of the third
        const std::vector<std::int32_t> row{1, 2, 2, 0, 1, 2}, begin{0, 3, 3, 6};
        const Tensor rows = torch::randn({3, 150});
        const Tensor sums = torch::stack({rows[1] + rows[2] + rows[2], torch::zeros({150}), rows.sum(0)});
        for (const kernel::VectorKernels *loops : all)
            for (const auto &[from, to] : std::vector<std::pair<std::int64_t, std::int64_t>>{{0, 150}, {16, 32}, {16, 51}, {140, 150}, {32, 144}}) {
                Tensor found = torch::full({3, 150}, -7.0f), expected = found.clone();
                expected.slice(1, from, to).copy_(sums.slice(1, from, to));
                loops->sum_by_state(rows.data_ptr<float>(), row.data(), begin.data(), 3, 150, static_cast<unsigned long>(from),
                                    static_cast<unsigned long>(to), found.data_ptr<float>());
                QVERIFY2(torch::allclose(found, expected, 1e-5, 1e-5), loops->name); // and nothing beside what was asked for
            }
    }

    void segmentCrossEntropy_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("mild") << 1.0;
        QTest::newRow("extreme logits") << 200.0;
        QTest::newRow("segments far below the largest logit") << 2000.0;
    }
    void segmentCrossEntropy()
    {
        QFETCH(double, scale);
        const auto layout = layout_of({2, 5, 1, 17});
        const Tensor logits = torch::randn({23, layout->total()}, f64) * scale;
        Tensor states = torch::empty({23, 4}, i32);
        for (std::int64_t c = 0; c < 4; ++c)
            states.select(1, c).copy_(torch::randint(0, layout->offset[static_cast<std::size_t>(c) + 1] - layout->offset[static_cast<std::size_t>(c)], {23}, i32));
        states[3][1] = -1; // a value that the encoder does not know
        const double expected = plain_cross_entropy(logits, states, *layout).item<double>();
        for (const int threads : {1, 2}) {
            QVERIFY(std::abs(segment_cross_entropy(logits, states, layout, threads).item<double>() - expected) < 1e-9 * std::max(1.0, expected));
            const double in_float = segment_cross_entropy(logits.to(torch::kFloat), states, layout, threads).item<double>();
            QVERIFY(std::abs(in_float - expected) < 2e-6 * std::max(1.0, expected));
        }
        if (scale < 10)
            QVERIFY(gradient_error([&](const Tensor &x) { return segment_cross_entropy(x, states, layout, 2); }, logits) < tolerance);
        const Tensor x = logits.to(torch::kFloat).set_requires_grad(true);
        const Tensor ours = torch::autograd::grad({segment_cross_entropy(x, states, layout, 2)}, {x})[0];
        const Tensor theirs = torch::autograd::grad({plain_cross_entropy(x, states, *layout)}, {x})[0];
        QVERIFY(torch::allclose(ours, theirs, 1e-4, 1e-6));
    }

    void distanceCovarianceGradients()
    {
        const Tensor mean = torch::randn({13, 3}, f64), logvar = torch::randn({13, 3}, f64);
        const Tensor group = torch::randint(0, 3, {13}, i32);
        QVERIFY(gradient_error([&](const Tensor &m) { return distance_covariance_term(m, logvar, group, 3, 2); }, mean) < tolerance);
        QVERIFY(gradient_error([&](const Tensor &l) { return distance_covariance_term(mean, l, group, 3, 2); }, logvar) < tolerance);
        double self_pairs = 0;
        const double value = distance_covariance_term(mean, logvar, group, 3, 1, &self_pairs).item<double>();
        QVERIFY(std::abs(value - distance_covariance_oracle(mean, logvar, group, 3).item<double>()) < 1e-12);
        QVERIFY(self_pairs > 0 && self_pairs != value);
    }

    void kullbackLeibler()
    {
        const Tensor mean = torch::randn({7, 4}, f64), logvar = torch::randn({7, 4}, f64);
        const Tensor other_mean = torch::randn({7, 4}, f64), other_logvar = torch::randn({7, 4}, f64);
        // Against the integral, by a million draws: E_p[log p - log q].
        const auto log_density = [](const Tensor &z, const Tensor &m, const Tensor &l) {
            return -0.5 * ((z - m).square() * (-l).exp() + l).sum(-1);
        };
        const Tensor noise = torch::randn({200000, 7, 4}, f64);
        const Tensor z = mean + (0.5 * logvar).exp() * noise;
        const double sampled = (log_density(z, mean, logvar) - log_density(z, other_mean, other_logvar)).mean().item<double>();
        QVERIFY(std::abs(kl_between(mean, logvar, other_mean, other_logvar).item<double>() - sampled) < 0.02 * sampled);
        const Tensor zero = torch::zeros({7, 4}, f64);
        QVERIFY(torch::allclose(kl_to_prior(mean, logvar), kl_between(mean, logvar, zero, zero)));
        QCOMPARE(kl_to_prior(zero, zero).item<double>(), 0.0);
        QVERIFY(gradient_error([&](const Tensor &m) { return kl_to_prior(m, logvar); }, mean) < tolerance);
        QVERIFY(gradient_error([&](const Tensor &l) { return kl_to_prior(mean, l); }, logvar) < tolerance);
        QVERIFY(gradient_error([&](const Tensor &m) { return kl_between(mean, logvar, m, other_logvar); }, other_mean) < tolerance);
        QVERIFY(gradient_error([&](const Tensor &l) { return kl_between(mean, logvar, other_mean, l); }, other_logvar) < tolerance);
    }
};

QTEST_GUILESS_MAIN(TestModelOps)
#include "test_model_ops.moc"
