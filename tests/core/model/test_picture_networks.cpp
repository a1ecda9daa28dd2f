#include "core/model/network_factory.h"
#include "core/model/pictures/picture_networks.h"
#include "core/model/pictures/picture_ops.h"
#include "core/model/pictures/row_blocks.h"
#include "core/model/vector_kernels.h"

#include <QtTest>

#include <numbers>

using namespace fairloom;
using torch::Tensor;

namespace {

const auto i32 = torch::TensorOptions().dtype(torch::kInt);

NetworkShape shape_of(int size, int latent = 6)
{
    NetworkShape shape;
    shape.layout = std::make_shared<SegmentLayout>();
    shape.groups = 3;
    shape.targets = 2;
    shape.latent = latent;
    shape.picture_size = size;
    return shape;
}

PixelRows pixels_of(int size, std::int64_t n)
{
    return {torch::randint(0, 256, {n, size, size, 3}, torch::kByte), torch::arange(n), {}};
}

EncoderInput input_of(const NetworkShape &shape, std::int64_t n)
{
    Tensor indices = torch::empty({n, 2}, i32);
    indices.select(1, 0).copy_(torch::randint(0, shape.groups, {n}, i32));
    indices.select(1, 1).copy_(torch::randint(shape.groups, shape.groups + shape.targets + 1, {n}, i32));
    return {indices, pixels_of(shape.picture_size, n)};
}

double relative(const Tensor &a, const Tensor &b)
{
    return ((a - b).abs().max() / b.abs().max().clamp_min(1e-12)).item<double>();
}

} // namespace

class TestPictureNetworks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        torch::set_num_threads(1);
        torch::manual_seed(1);
    }

    void patchesComeBack_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {28, 32, 48, 64})
            QTest::addRow("%d", size) << size;
    }
    void patchesComeBack()
    {
        QFETCH(int, size);
        QVERIFY(PictureLayout::fits(size));
        const std::int64_t p = PictureLayout(size, 64).patch;
        PixelRows rows = pixels_of(size, 5).select(torch::tensor({3, 1, 3}, torch::kLong));
        const Tensor expected = rows.pool.index_select(0, rows.which);
        QVERIFY(torch::equal(from_patches(rows.patches(p), p), expected));
        rows.mirrored = torch::tensor({true, false, true}, torch::kBool);
        const Tensor mirrored = from_patches(rows.patches(p), p);
        QVERIFY(torch::equal(mirrored[0], expected[0].flip(1)));
        QVERIFY(torch::equal(mirrored[1], expected[1]));
    }

    void modulatedSiluIsWhatItSays()
    {
        const Tensor x = torch::randn({3, 4, 4, 19}).set_requires_grad(true), scale = torch::randn({3, 19}).set_requires_grad(true);
        const Tensor shift = torch::randn({3, 19}).set_requires_grad(true), direction = torch::randn({3, 4, 4, 19});
        const Tensor theirs = torch::silu(x * scale.view({3, 1, 1, 19}) + shift.view({3, 1, 1, 19}));
        QVERIFY(torch::allclose(modulated_silu(x, scale, shift), theirs, 1e-5, 1e-6));
        const auto ours = torch::autograd::grad({(modulated_silu(x, scale, shift) * direction).sum()}, {x, scale, shift});
        const auto expected = torch::autograd::grad({(theirs * direction).sum()}, {x, scale, shift});
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY2(relative(ours[i], expected[i]) < 1e-5, qPrintable(QString::number(i)));
    }

    void likelihoodIsTheNormalDensity()
    {
        const Tensor location = torch::randn({3, 5, 7}).set_requires_grad(true), log_scale = torch::full({1}, -1.3f).set_requires_grad(true);
        const Tensor value = torch::randint(0, 256, {3, 5, 7}, torch::kByte), x = value.to(torch::kFloat) / 255;
        const Tensor theirs = (0.5 * (x - location).square() * (-2 * log_scale).exp() + log_scale + 0.5 * std::log(2 * std::numbers::pi) +
                               std::log(255.0))
                                  .sum();
        const Tensor ours = gaussian_likelihood(location, log_scale, value);
        QVERIFY(relative(ours, theirs) < 1e-6);
        const auto gradient = torch::autograd::grad({ours}, {location, log_scale}), expected = torch::autograd::grad({theirs}, {location, log_scale});
        QVERIFY(relative(gradient[0], expected[0]) < 1e-5);
        QVERIFY(relative(gradient[1], expected[1]) < 1e-5);
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
        const Tensor location = torch::randn({10007}), value = torch::randint(0, 256, {10007}, torch::kByte);
        const Tensor difference = location - value.to(torch::kFloat) / 255;
        const Tensor x = torch::randn({6, 37}) * 5, scale = torch::randn({37}), shift = torch::randn({37});
        for (const kernel::VectorKernels *loops : all) {
            Tensor gradient = torch::empty_like(location), y = torch::empty_like(x);
            const double sum = loops->squared_error(location.data_ptr<float>(), value.data_ptr<std::uint8_t>(), 10007, 3, gradient.data_ptr<float>());
            QVERIFY2(std::abs(sum / difference.to(torch::kDouble).square().sum().item<double>() - 1) < 1e-6, loops->name);
            QVERIFY2(torch::allclose(gradient, 3 * difference, 1e-5, 1e-6), loops->name);
            loops->modulated_silu(x.data_ptr<float>(), scale.data_ptr<float>(), shift.data_ptr<float>(), 6, 37, y.data_ptr<float>());
            QVERIFY2(torch::allclose(y, torch::silu(x * scale + shift), 1e-5, 1e-6), loops->name);
        }
    }

    void blocksAreTheWholeInParts()
    {
        const std::int64_t n = 3 * rows_in_block + 7;
        const Tensor x = torch::randn({n, 5}), w = torch::randn({4, 5}).set_requires_grad(true), unused = torch::randn({2}).set_requires_grad(true);
        const Tensor direction = torch::randn({n, 4}), z = torch::randn({n, 5}).set_requires_grad(true);
        const auto expected = torch::autograd::grad({(torch::tanh(torch::matmul(x, w.t())) * direction).sum()}, {w});
        const auto whole = torch::autograd::grad({torch::tanh(torch::matmul(z, w.t())).square().sum()}, {w, z});
        Tensor one_thread;
        for (const int threads : {1, 2, 3}) {
            const Tensor rows = rows_by_blocks(
                n, {w, unused}, [&](std::int64_t begin, std::int64_t end) { return torch::tanh(torch::matmul(x.slice(0, begin, end), w.t())); }, threads);
            if (threads == 1)
                one_thread = rows.detach();
            QVERIFY(torch::equal(rows, one_thread));
            const auto found = torch::autograd::grad({(rows * direction).sum()}, {w, unused}, {}, false, false, true);
            QVERIFY(relative(found[0], expected[0]) < 1e-5);
            QVERIFY(!found[1].defined());
            const Tensor sum = sum_by_blocks(
                z, {w}, [&](std::int64_t, std::int64_t, const Tensor &part) { return torch::tanh(torch::matmul(part, w.t())).square().sum(); },
                threads);
            const auto gradient = torch::autograd::grad({2 * sum}, {w, z});
            QVERIFY(relative(gradient[0], 2 * whole[0]) < 1e-5);
            QVERIFY(relative(gradient[1], 2 * whole[1]) < 1e-5);
        }
    }

    void blocksPassExceptionsOn()
    {
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, rows_by_blocks(500, {}, [](std::int64_t begin, std::int64_t) -> Tensor {
                                     if (begin > 100)
                                         throw std::runtime_error("no");
                                     return torch::zeros({rows_in_block, 1});
                                 }, 2));
    }

    void shapes_data() { patchesComeBack_data(); }
    void shapes()
    {
        QFETCH(int, size);
        const NetworkShape shape = shape_of(size);
        const auto encoder = make_encoder(shape, 32, 2);
        const auto decoder = make_decoder(shape, 32, 2);
        QCOMPARE(parameter_count(*encoder), PictureEncoderNet::parameter_count(shape, 32, 2));
        const EncoderInput input = input_of(shape, 70);
        const Posterior posterior = encoder->forward(input, 2);
        QCOMPARE(posterior.mean.sizes().vec(), (std::vector<std::int64_t>{70, 6}));
        QCOMPARE(posterior.logvar.sizes().vec(), (std::vector<std::int64_t>{70, 6}));
        const Tensor group = input.indices.select(1, 0).contiguous();
        const DecodedFeatures decoded = decoder->decode(posterior.mean.detach(), group, 2);
        QCOMPARE(decoded.pixels.sizes().vec(), (std::vector<std::int64_t>{70, size, size, 3}));
        QCOMPARE(decoded.pixels.scalar_type(), torch::kByte);
        QCOMPARE(decoded.logits.size(1), std::int64_t(0));

        // every parameter of both has a part in the loss
        const Tensor loss = decoder->loss(draw_latent(posterior, torch::randn({70, 6})), group, {torch::empty({70, 0}, i32), input.pixels}, 2);
        loss.backward();
        for (const auto *net : std::initializer_list<const torch::nn::Module *>{encoder.get(), decoder.get()})
            for (const auto &parameter : net->named_parameters())
                QVERIFY2(parameter.value().grad().defined() && parameter.value().grad().abs().sum().item<double>() > 0, parameter.key().c_str());
    }

    void gradientsAgreeWithDifferences()
    {
        const NetworkShape shape = shape_of(28, 3);
        const auto encoder = make_encoder(shape, 32, 1);
        const auto decoder = make_decoder(shape, 32, 1);
        const EncoderInput input = input_of(shape, 66);
        const Tensor group = input.indices.select(1, 0).contiguous(), noise = torch::randn({66, 3});
        const auto loss = [&] {
            return decoder->loss(draw_latent(encoder->forward(input, 2), noise), group, {torch::empty({66, 0}, i32), input.pixels}, 2);
        };
        std::vector<Tensor> parameters = encoder->parameters();
        for (const Tensor &parameter : decoder->parameters())
            parameters.push_back(parameter);
        const auto gradient = torch::autograd::grad({loss()}, parameters);
        // A step along the gradient changes the loss by its squared length, in float to within a percent or two.
        double squared = 0;
        for (const Tensor &g : gradient)
            squared += g.to(torch::kDouble).square().sum().item<double>();
        const double step = 0.5 / std::sqrt(squared) * 1e-2;
        const auto moved = [&](double by) {
            const torch::NoGradGuard no_gradient;
            for (std::size_t i = 0; i < parameters.size(); ++i)
                parameters[i].add_(gradient[i], by);
            const double value = loss().item<double>();
            for (std::size_t i = 0; i < parameters.size(); ++i)
                parameters[i].add_(gradient[i], -by);
            return value;
        };
        const double slope = (moved(step) - moved(-step)) / (2 * step);
        QVERIFY2(std::abs(slope / squared - 1) < 0.03, qPrintable(QString("%1 %2").arg(slope).arg(squared)));
    }

    void groupReachesEveryScale()
    {
        const NetworkShape shape = shape_of(32);
        const auto decoder = make_decoder(shape, 32, 1);
        const Tensor z = torch::randn({4, 6});
        const Tensor a = decoder->decode(z, torch::zeros({4}, i32), 1).pixels, b = decoder->decode(z, torch::ones({4}, i32), 1).pixels;
        QVERIFY(!torch::equal(a, b));
        const auto parameters = decoder->named_parameters();
        for (const char *name : {"group_embedding", "coarse_block1.modulation.weight", "up_modulation.weight", "fine_block1.modulation.weight",
                                 "out_modulation.weight"})
            QCOMPARE(parameters[name].size(0), std::int64_t(3)); // one row a group
    }

    void studentIsAQuarter_data() { patchesComeBack_data(); }
    void studentIsAQuarter()
    {
        QFETCH(int, size);
        const NetworkShape shape = shape_of(size, 16);
        for (const int hidden : {32, 64, 96, 128}) {
            const std::int64_t teacher = PictureEncoderNet::parameter_count(shape, hidden, 1);
            const auto student = make_encoder(shape, widest_hidden(shape, 1, teacher / 4), 1);
            QVERIFY(parameter_count(*student) * 4 <= teacher);
            QVERIFY(parameter_count(*student) * 8 > teacher);
        }
    }

    void rowsDoNotDependOnThreads()
    {
        const NetworkShape shape = shape_of(48);
        const auto encoder = make_encoder(shape, 64, 1);
        const auto decoder = make_decoder(shape, 64, 1);
        const torch::NoGradGuard no_gradient;
        const EncoderInput input = input_of(shape, 200);
        const Posterior one = encoder->forward(input, 1), two = encoder->forward(input, 2);
        QVERIFY(torch::equal(one.mean, two.mean));
        const Tensor group = input.indices.select(1, 0).contiguous();
        QVERIFY(torch::equal(decoder->decode(one.mean, group, 1).pixels, decoder->decode(one.mean, group, 2).pixels));
    }

    void smoothedDependence()
    {
        // The same as V2 of latents with as much more variance, in units of the density at 0.
        const Posterior posterior{torch::randn({40, 4}, torch::kDouble), torch::randn({40, 4}, torch::kDouble)};
        const Tensor group = torch::randint(0, 2, {40}, i32);
        double self = 0, smoothed_self = 0;
        const double unit = std::pow(4 * std::numbers::pi * 0.5, 2.0);
        const double expected = unit * distance_covariance_term(posterior.mean, (posterior.logvar.exp() + 0.5).log(), group, 2, 1, &self).item<double>();
        QVERIFY(std::abs(smoothed_distance_covariance(posterior, group, 2, 0.5, 1, &smoothed_self).item<double>() - expected) < 1e-12);
        QVERIFY(std::abs(smoothed_self - unit * self) < 1e-12);
        QCOMPARE(smoothed_distance_covariance(posterior, group, 2, 0, 1).item<double>(),
                 distance_covariance_term(posterior.mean, posterior.logvar, group, 2, 1).item<double>());
    }
};

QTEST_GUILESS_MAIN(TestPictureNetworks)
#include "test_picture_networks.moc"
