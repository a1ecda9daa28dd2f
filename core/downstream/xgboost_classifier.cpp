#include "core/downstream/xgboost_classifier.h"

#include "core/base/progress.h"

#include <xgboost/c_api.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>

namespace fairloom {

namespace {

constexpr int rounds = 100;

/// Its threads wait for each other actively at every node: where another program wants the cores, two of them took 3 to 8 s
/// for Adult and one 0.8 s, where two on an idle machine take 0.25 s. So each gets enough work to be worth the risk.
int worthwhile_threads(const Matrix &features, int threads)
{
    constexpr std::size_t values_per_thread = 4'000'000;
    return static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(std::max(1, threads)),
                                                  1 + features.values.size() / values_per_thread));
}

void check(int code)
{
    if (code != 0)
        throw std::runtime_error(std::string("XGBoost: ") + XGBGetLastError());
}

struct FreeMatrix {
    void operator()(void *handle) const { XGDMatrixFree(handle); }
};
struct FreeBooster {
    void operator()(void *handle) const { XGBoosterFree(handle); }
};
using MatrixOwner = std::unique_ptr<void, FreeMatrix>;
using BoosterOwner = std::unique_ptr<void, FreeBooster>;

MatrixOwner make_matrix(const Matrix &features, int threads)
{
    DMatrixHandle handle = nullptr;
    check(XGDMatrixCreateFromMat_omp(features.values.data(), features.rows, features.columns, std::nanf(""), &handle, threads));
    return MatrixOwner(handle);
}

class XGBoostClassifier final : public Classifier {
public:
    XGBoostClassifier(std::uint64_t seed, int threads)
        : seed_(static_cast<std::uint32_t>(seed & 0x7fffffff)), threads_(threads)
    {
    }

    std::string name() const override { return "xgboost"; }
    Representation representation() const override { return Representation::raw; }

    void fit(const ClassifierRows &rows, std::span<const std::uint8_t> label, std::stop_token stop) override
    {
        const Matrix &features = rows.values;
        const int threads = worthwhile_threads(features, threads_);
        const MatrixOwner matrix = make_matrix(features, threads);
        std::vector<float> target(label.size());
        std::transform(label.begin(), label.end(), target.begin(), [](std::uint8_t y) { return y ? 1.0f : 0.0f; });
        check(XGDMatrixSetFloatInfo(matrix.get(), "label", target.data(), target.size()));

        DMatrixHandle cached = matrix.get();
        BoosterOwner handle;
        {
            BoosterHandle raw = nullptr;
            check(XGBoosterCreate(&cached, 1, &raw));
            handle.reset(raw);
        }
        const auto set = [&](const char *name, const std::string &value) {
            check(XGBoosterSetParam(handle.get(), name, value.c_str()));
        };
        set("verbosity", "0");
        set("nthread", std::to_string(threads));
        set("seed", std::to_string(seed_));
        set("objective", "binary:logistic");
        // The default, "auto", means "exact" for tables of this size. On Adult (32,561 x 108, two threads) "exact" scores
        // accuracy 0.8722, AUROC 0.9269, demographic parity ratio 0.312 in 10 s and more, "hist" 0.8729, 0.9269 and 0.328 in
        // 0.3 to 0.6 s. The standard error of that accuracy is 0.0026. Everything else is the default.
        set("tree_method", "hist");
        for (int round = 0; round < rounds; ++round) {
            throw_if_stopped(stop);
            check(XGBoosterUpdateOneIter(handle.get(), round, matrix.get()));
        }
        throw_if_stopped(stop);
        booster_ = std::move(handle);
    }

    std::vector<float> predict(const ClassifierRows &rows) const override
    {
        return ask(rows.values, R"({"type":0,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false})", 1);
    }

    /// Lundberg, Erion and Lee's TreeSHAP: exact where features that a tree does not know follow its training rows.
    std::optional<Matrix> contributions(const ClassifierRows &rows) const override
    {
        Matrix out;
        out.rows = rows.rows();
        out.columns = rows.values.columns + 1;
        out.values = ask(rows.values, R"({"type":2,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false})", out.columns);
        return out;
    }

private:
    /// The answer to a kind of prediction that has `width` values a row.
    std::vector<float> ask(const Matrix &features, const char *config, std::size_t width) const
    {
        if (!booster_)
            throw std::logic_error("predict before fit");
        if (features.rows == 0)
            return {};
        const MatrixOwner matrix = make_matrix(features, worthwhile_threads(features, threads_));
        const bst_ulong *shape = nullptr;
        bst_ulong dimensions = 0;
        const float *values = nullptr;
        check(XGBoosterPredictFromDMatrix(booster_.get(), matrix.get(), config, &shape, &dimensions, &values));
        if (std::accumulate(shape, shape + dimensions, bst_ulong(1), std::multiplies<>()) != features.rows * width)
            throw std::runtime_error("XGBoost: an answer of another size");
        return std::vector<float>(values, values + features.rows * width);
    }

    std::uint32_t seed_;
    int threads_;
    BoosterOwner booster_;
};

} // namespace

std::unique_ptr<Classifier> make_xgboost_classifier(std::uint64_t seed, int threads)
{
    return std::make_unique<XGBoostClassifier>(seed, threads);
}

} // namespace fairloom
