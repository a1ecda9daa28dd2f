#pragma once

#include "core/base/matrix.h"
#include "core/data/problem.h"
#include "core/data/table.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fairloom {

/// Rows as downstream classifiers see them: the features and the sensitive columns (never the target); categories
/// one-hot, numbers as they are (missing = NaN) or standardised. Fitted on the training rows that a protocol uses.
class ClassifierFeatures {
public:
    enum class Numbers { raw, standardised }; ///< standardised: mean 0, deviation 1, missing = 0 plus an indicator
    static ClassifierFeatures fit(const Problem &problem, const Table &train, Numbers numbers);
    /// The same with other columns (indices into problem.train.table), for probes that must not see all of them.
    static ClassifierFeatures fit(const Problem &problem, const Table &train, Numbers numbers,
                                  const std::vector<std::size_t> &columns);

    Matrix transform(const Table &table) const;
    const std::vector<std::string> &names() const { return names_; } ///< "age", "sex=Female", ...

private:
    struct Part;
    std::vector<std::string> names_;
    std::vector<std::shared_ptr<const Part>> parts_;
    std::size_t width_ = 0;
};

/// Rows as density, coverage and other neighbour metrics see them (method.md, "Quality"): numbers quantile-to-normal
/// fitted on the real training rows and clipped at +-3, categories one-hot, sensitive columns and target included.
/// Independent of the model's encoder.
class NeighbourFeatures {
public:
    static NeighbourFeatures fit(const Problem &problem);

    Matrix transform(const Table &table) const;

private:
    struct Part;
    std::vector<std::shared_ptr<const Part>> parts_;
    std::size_t width_ = 0;
};

} // namespace fairloom
