#include "core/downstream/logistic_regression.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/downstream/lbfgs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace fairloom {

namespace {

/// Rows are added up in parts of this size whatever the number of threads, so that the fit does not depend on it.
constexpr std::size_t part_rows = 2048;

/// Eight sums side by side: a single one would wait for each addition.
double dot(const float *x, const double *w, std::size_t n)
{
    double sum[8] = {};
    std::size_t j = 0;
    for (; j + 8 <= n; j += 8)
        for (std::size_t l = 0; l < 8; ++l)
            sum[l] += static_cast<double>(x[j + l]) * w[j + l];
    double total = ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
    for (; j < n; ++j)
        total += static_cast<double>(x[j]) * w[j];
    return total;
}

void add_scaled(double *to, double factor, const float *x, std::size_t n)
{
    for (std::size_t j = 0; j < n; ++j)
        to[j] += factor * static_cast<double>(x[j]);
}

/// Above this share of values that are not zero, reading all in order is faster than those alone.
constexpr double most_filled = 0.3;

/// The rows of a matrix without its zeros: of one-hot categories there are few others. Empty where too many values are not zero.
class SparseRows {
public:
    explicit SparseRows(const Matrix &rows)
    {
        const auto filled = static_cast<std::size_t>(std::ranges::count_if(rows.values, [](float v) { return v != 0; }));
        if (static_cast<double>(filled) > most_filled * static_cast<double>(rows.values.size()))
            return;
        columns_.reserve(filled);
        values_.reserve(filled);
        begin_.reserve(rows.rows + 1);
        begin_.push_back(0);
        for (std::size_t i = 0; i < rows.rows; ++i) {
            const std::span<const float> x = rows.row(i);
            for (std::size_t j = 0; j < x.size(); ++j)
                if (x[j] != 0) {
                    columns_.push_back(static_cast<std::uint32_t>(j));
                    values_.push_back(x[j]);
                }
            begin_.push_back(columns_.size());
        }
    }

    bool empty() const { return begin_.empty(); }
    double dot(std::size_t row, const double *w) const
    {
        double sum = 0;
        for (std::size_t k = begin_[row]; k < begin_[row + 1]; ++k)
            sum += static_cast<double>(values_[k]) * w[columns_[k]];
        return sum;
    }
    void add_scaled(std::size_t row, double *to, double factor) const
    {
        for (std::size_t k = begin_[row]; k < begin_[row + 1]; ++k)
            to[columns_[k]] += factor * static_cast<double>(values_[k]);
    }

private:
    std::vector<std::size_t> begin_;
    std::vector<std::uint32_t> columns_;
    std::vector<float> values_;
};

/// Mean cross-entropy with its gradient. The parameters are `outputs` vectors of p weights and an intercept; two
/// classes need one vector only: the logit of class 1.
class Objective {
public:
    Objective(const Matrix &features, std::span<const std::int32_t> target, int classes, double l2, int threads,
              std::stop_token stop)
        : features_(features), sparse_(features), target_(target), outputs_(classes == 2 ? 1 : static_cast<std::size_t>(classes)),
          // the two vectors of the multinomial form are +-w/2: half the penalty of one w
          l2_(classes == 2 ? 0.5 * l2 : l2), threads_(threads), stop_(std::move(stop)),
          partial_((features.rows + part_rows - 1) / part_rows, std::vector<double>(parameters() + 1))
    {
    }

    std::size_t width() const { return features_.columns + 1; }
    std::size_t outputs() const { return outputs_; }
    std::size_t parameters() const { return outputs_ * width(); }

    double operator()(const std::vector<double> &w, std::vector<double> &gradient)
    {
        throw_if_stopped(stop_);
        parallel_for(partial_.size(), threads_, [&](std::size_t begin, std::size_t end, int) {
            for (std::size_t part = begin; part < end; ++part) {
                throw_if_stopped(stop_);
                add_part(part, w, partial_[part]);
            }
        });
        const double n = static_cast<double>(features_.rows);
        double value = 0;
        std::fill(gradient.begin(), gradient.end(), 0.0);
        for (const std::vector<double> &part : partial_) {
            for (std::size_t i = 0; i < gradient.size(); ++i)
                gradient[i] += part[i];
            value += part.back();
        }
        value /= n;
        for (double &g : gradient)
            g /= n;
        for (std::size_t c = 0; c < outputs_; ++c)
            for (std::size_t j = 0; j < features_.columns; ++j) {
                const double weight = w[c * width() + j];
                value += l2_ / (2 * n) * weight * weight;
                gradient[c * width() + j] += l2_ / n * weight;
            }
        return value;
    }

private:
    void add_part(std::size_t part, const std::vector<double> &w, std::vector<double> &sums) const
    {
        std::fill(sums.begin(), sums.end(), 0.0);
        const std::size_t p = features_.columns;
        std::vector<double> z(outputs_);
        for (std::size_t i = part * part_rows; i < std::min(features_.rows, (part + 1) * part_rows); ++i) {
            const std::size_t y = static_cast<std::size_t>(target_[i]);
            for (std::size_t c = 0; c < outputs_; ++c)
                z[c] = product(i, &w[c * width()]) + w[c * width() + p];
            if (outputs_ == 1) {
                const double margin = y == 1 ? z[0] : -z[0];
                sums.back() += margin > 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin;
                z[0] = 1 / (1 + std::exp(-z[0])) - (y == 1 ? 1 : 0);
            } else {
                const double top = *std::max_element(z.begin(), z.end());
                const double own = z[y];
                double total = 0;
                for (double &v : z)
                    total += v = std::exp(v - top);
                sums.back() += std::log(total) + top - own;
                for (double &v : z)
                    v /= total;
                z[y] -= 1;
            }
            for (std::size_t c = 0; c < outputs_; ++c) {
                add_row(i, &sums[c * width()], z[c]);
                sums[c * width() + p] += z[c];
            }
        }
    }

    double product(std::size_t row, const double *w) const
    {
        return sparse_.empty() ? dot(features_.row(row).data(), w, features_.columns) : sparse_.dot(row, w);
    }
    void add_row(std::size_t row, double *to, double factor) const
    {
        if (sparse_.empty())
            add_scaled(to, factor, features_.row(row).data(), features_.columns);
        else
            sparse_.add_scaled(row, to, factor);
    }

    const Matrix &features_;
    SparseRows sparse_;
    std::span<const std::int32_t> target_;
    std::size_t outputs_;
    double l2_;
    int threads_;
    std::stop_token stop_;
    std::vector<std::vector<double>> partial_; ///< gradient sums, and the loss last
};

void require_fit(const Matrix &features, std::span<const std::int32_t> target, int classes)
{
    if (features.rows == 0 || features.rows != target.size())
        throw InputError(Message(FAIRLOOM_TEXT("a classifier was given %1 rows and %2 labels"),
                                 {std::to_string(features.rows), std::to_string(target.size())}),
                         "", FAIRLOOM_TEXT("Pass at least one row and one label per row"));
    for (const std::int32_t y : target)
        if (y < 0 || y >= classes)
            throw InputError(Message(FAIRLOOM_TEXT("label %1 is none of the %2 classes"), {std::to_string(y), std::to_string(classes)}),
                             "", FAIRLOOM_TEXT("Number the classes from 0"));
    if (!std::all_of(features.values.begin(), features.values.end(), [](float v) { return std::isfinite(v); }))
        throw InputError(FAIRLOOM_TEXT("the features of a logistic regression hold values that are not finite"), "",
                         FAIRLOOM_TEXT("Fill missing values in first"));
}

} // namespace

void LogisticRegression::fit(const Matrix &features, std::span<const std::int32_t> target, int classes, const Settings &settings,
                             std::stop_token stop)
{
    require_fit(features, target, classes);
    Objective objective(features, target, classes, settings.l2, settings.threads, std::move(stop));
    std::vector<double> w(objective.parameters(), 0.0);
    minimise_lbfgs(w, [&](const std::vector<double> &at, std::vector<double> &gradient) { return objective(at, gradient); },
                   settings.max_iterations, settings.tolerance);

    features_ = features.columns;
    classes_ = classes;
    const std::size_t k = static_cast<std::size_t>(classes), width = objective.width();
    weights_.assign(width * k, 0.0);
    for (std::size_t j = 0; j < width; ++j)
        for (std::size_t c = 0; c < k; ++c)
            weights_[j * k + c] = classes == 2 ? (c == 1 ? 0.5 : -0.5) * w[j] : w[c * width + j];
}

Matrix LogisticRegression::predict(const Matrix &features) const
{
    if (features.columns != features_)
        throw InputError(Message(FAIRLOOM_TEXT("a classifier fitted on %1 features was given %2"),
                                 {std::to_string(features_), std::to_string(features.columns)}),
                         "", FAIRLOOM_TEXT("Prepare both tables in the same way"));
    const std::size_t k = static_cast<std::size_t>(classes_);
    Matrix out(features.rows, k);
    std::vector<double> z(k);
    for (std::size_t i = 0; i < features.rows; ++i) {
        const std::span<const float> x = features.row(i);
        for (std::size_t c = 0; c < k; ++c)
            z[c] = weights_[features_ * k + c];
        for (std::size_t j = 0; j < features_; ++j)
            for (std::size_t c = 0; c < k; ++c)
                z[c] += static_cast<double>(x[j]) * weights_[j * k + c];
        const double top = *std::max_element(z.begin(), z.end());
        double total = 0;
        for (double &v : z)
            total += v = std::exp(v - top);
        for (std::size_t c = 0; c < k; ++c)
            out.row(i)[c] = static_cast<float>(z[c] / total);
    }
    return out;
}

std::vector<double> LogisticRegression::log_odds_weights() const
{
    std::vector<double> out(features_ + 1);
    for (std::size_t j = 0; j < out.size(); ++j)
        out[j] = weights_[j * 2 + 1] - weights_[j * 2];
    return out;
}

} // namespace fairloom
