#include "core/model/latent_mixture.h"

#include "core/base/error.h"

#include <QtTest>

using namespace fairloom;
using torch::Tensor;

class TestLatentMixture : public QObject {
    Q_OBJECT

    /// Three clusters in the plane, one of them a correlated ellipse.
    static Tensor clusters()
    {
        torch::manual_seed(4);
        Tensor a = torch::randn({600, 2}) * 0.3 + torch::tensor({-3.0f, 0.0f});
        Tensor b = torch::randn({300, 2}) * 0.2 + torch::tensor({3.0f, 3.0f});
        Tensor c = torch::randn({300, 1});
        return torch::cat({a, b, torch::cat({c, 0.9 * c + 0.1 * torch::randn({300, 1})}, 1) + torch::tensor({3.0f, -3.0f})});
    }

private Q_SLOTS:
    void samplesLookLikeTheData()
    {
        const Tensor data = clusters();
        const LatentMixture mixture = LatentMixture::fit(data, 3, 100, 1, 2, {});
        const Tensor drawn = mixture.sample(20000, at::detail::createCPUGenerator(9));
        QVERIFY(torch::allclose(drawn.mean(0), data.mean(0), 0, 0.1));
        QVERIFY(torch::allclose(drawn.std(0), data.std(0), 0.05, 0.05));
        const Tensor lower = drawn.index({(drawn.select(1, 0) > 0).logical_and(drawn.select(1, 1) < -0.5)});
        const double correlation = torch::corrcoef(lower.t())[0][1].item<double>();
        QVERIFY2(correlation > 0.95, qPrintable(QString::number(correlation)));
    }

    void moreComponentsFitBetter()
    {
        const Tensor data = clusters();
        const double one = LatentMixture::fit(data, 1, 100, 1, 2, {}).mean_log_density(data);
        const double three = LatentMixture::fit(data, 3, 100, 1, 2, {}).mean_log_density(data);
        QVERIFY(three > one + 0.5);
    }

    void fewRowsAndConstantDimensions()
    {
        const LatentMixture few = LatentMixture::fit(torch::randn({5, 4}), 32, 10, 1, 2, {});
        QCOMPARE(few.components(), 1);
        Tensor flat = torch::randn({100, 3});
        flat.select(1, 1).fill_(2.0);
        const Tensor drawn = LatentMixture::fit(flat, 2, 20, 1, 2, {}).sample(50, at::detail::createCPUGenerator(1));
        QVERIFY(drawn.isfinite().all().item<bool>());
        QVERIFY(torch::allclose(drawn.select(1, 1), torch::full({50}, 2.0f), 0, 0.02));
    }

    void sameSeedSameMixtureWithAnyThreads()
    {
        const Tensor data = clusters();
        QVERIFY(torch::equal(LatentMixture::fit(data, 4, 20, 7, 1, {}).mean, LatentMixture::fit(data, 4, 20, 7, 3, {}).mean));
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, LatentMixture::fit(clusters(), 3, 100, 1, 2, source.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestLatentMixture)
#include "test_latent_mixture.moc"
