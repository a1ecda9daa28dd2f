#include "core/downstream/classifier.h"

#include "core/base/error.h"
#include "core/downstream/logistic_regression.h"
#include "core/downstream/pictures/cnn_classifier.h"
#include "core/downstream/xgboost_classifier.h"

#include <algorithm>

namespace fairloom {

namespace {

class LogisticClassifier final : public Classifier {
public:
    explicit LogisticClassifier(int threads) : threads_(threads) {}

    std::string name() const override { return "logistic"; }
    Representation representation() const override { return Representation::standardised; }

    void fit(const ClassifierRows &rows, std::span<const std::uint8_t> label, std::stop_token stop) override
    {
        const std::vector<std::int32_t> target(label.begin(), label.end());
        LogisticRegression::Settings settings;
        settings.l2 = 2; // one weight vector w in place of two, +-w/2: LIBLINEAR's sum of losses + 1/2 |w|^2 at C = 1
        settings.threads = threads_;
        model_.fit(rows.values, target, 2, settings, std::move(stop));
        mean_ = column_means(rows.values);
    }

    std::vector<float> predict(const ClassifierRows &rows) const override
    {
        const Matrix both = model_.predict(rows.values);
        std::vector<float> out(both.rows);
        for (std::size_t i = 0; i < both.rows; ++i)
            out[i] = both.row(i)[1];
        return out;
    }

    /// w (x - mean): exact where features are taken to vary independently of each other.
    std::optional<Matrix> contributions(const ClassifierRows &rows) const override
    {
        const std::vector<double> weights = model_.log_odds_weights();
        const std::size_t p = mean_.size();
        double common = weights[p];
        for (std::size_t j = 0; j < p; ++j)
            common += weights[j] * mean_[j];
        Matrix out(rows.rows(), p + 1);
        for (std::size_t i = 0; i < out.rows; ++i) {
            for (std::size_t j = 0; j < p; ++j)
                out.row(i)[j] = static_cast<float>(weights[j] * (static_cast<double>(rows.values.row(i)[j]) - mean_[j]));
            out.row(i)[p] = static_cast<float>(common);
        }
        return out;
    }

private:
    static std::vector<double> column_means(const Matrix &values)
    {
        std::vector<double> means(values.columns);
        for (std::size_t i = 0; i < values.rows; ++i)
            for (std::size_t j = 0; j < values.columns; ++j)
                means[j] += static_cast<double>(values.row(i)[j]);
        for (double &mean : means)
            mean /= static_cast<double>(values.rows);
        return means;
    }

    int threads_;
    LogisticRegression model_;
    std::vector<double> mean_; ///< of the training rows
};

/// Training rows of one label only say that label: no boosting round and no intercept gets quite there.
class ConstantAware final : public Classifier {
public:
    explicit ConstantAware(std::unique_ptr<Classifier> inner) : inner_(std::move(inner)) {}

    std::string name() const override { return inner_->name(); }
    Representation representation() const override { return inner_->representation(); }

    void fit(const ClassifierRows &rows, std::span<const std::uint8_t> label, std::stop_token stop) override
    {
        throw_if_stopped(stop);
        if (rows.rows() == 0 || rows.rows() != label.size())
            throw InputError(Message(FAIRLOOM_TEXT("a classifier was given %1 rows and %2 labels"),
                                     {std::to_string(rows.rows()), std::to_string(label.size())}),
                             "", FAIRLOOM_TEXT("Pass at least one row and one label per row"));
        constant_ = std::all_of(label.begin(), label.end(), [&](std::uint8_t y) { return (y != 0) == (label[0] != 0); });
        value_ = label[0] != 0 ? 1.0f : 0.0f;
        if (!constant_)
            inner_->fit(rows, label, std::move(stop));
    }

    std::vector<float> predict(const ClassifierRows &rows) const override
    {
        return constant_ ? std::vector<float>(rows.rows(), value_) : inner_->predict(rows);
    }

    std::optional<Matrix> contributions(const ClassifierRows &rows) const override
    {
        return constant_ ? Matrix(rows.rows(), rows.values.columns + 1) : inner_->contributions(rows);
    }

private:
    std::unique_ptr<Classifier> inner_;
    bool constant_ = false;
    float value_ = 0;
};

} // namespace

std::unique_ptr<Classifier> make_classifier(const std::string &kind, std::uint64_t seed, int threads)
{
    if (kind == "xgboost")
        return std::make_unique<ConstantAware>(make_xgboost_classifier(seed, threads));
    if (kind == "logistic")
        return std::make_unique<ConstantAware>(std::make_unique<LogisticClassifier>(threads));
    if (kind == "cnn")
        return std::make_unique<ConstantAware>(make_cnn_classifier(seed));
    throw InputError(Message(FAIRLOOM_TEXT("there is no classifier “%1”"), {kind}), "",
                     FAIRLOOM_TEXT("Choose “xgboost”, “logistic” or “cnn”"));
}

std::vector<std::string> classifier_names()
{
    return {"xgboost", "logistic"};
}

bool shows_pictures(const Problem &problem)
{
    return std::ranges::any_of(problem.features, [&](std::size_t c) { return problem.train.table.columns[c].pictures != nullptr; });
}

std::vector<std::string> classifier_names(const Problem &problem)
{
    return shows_pictures(problem) ? std::vector<std::string>{"xgboost", "cnn"} : classifier_names();
}

} // namespace fairloom
