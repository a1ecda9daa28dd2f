#pragma once

#include "core/base/matrix.h"
#include "core/data/problem.h"
#include "core/data/table.h"
#include "core/downstream/pictures/picture_rows.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// How a classifier wants its rows. Categories are one-hot in all of them.
enum class Representation {
    raw,          ///< numbers as they are, missing = NaN; pictures as numbers (PictureDescriptor)
    standardised, ///< numbers with mean 0 and deviation 1, missing = 0 plus an indicator; pictures as numbers
    pixels,       ///< the same, but pictures are handed on as they are
};

/// Rows as a classifier is given them.
struct ClassifierRows {
    Matrix values;        ///< n x p
    PictureRows pictures; ///< of the same rows, for Representation::pixels; else empty

    ClassifierRows() = default;
    ClassifierRows(Matrix values_, PictureRows pictures_ = {}) : values(std::move(values_)), pictures(std::move(pictures_)) {}
    std::size_t rows() const { return values.rows; }
};

/// Rows as downstream classifiers see them: the features and the sensitive columns (never the target). Fitted on the training rows
/// that a protocol uses.
class ClassifierFeatures {
public:
    static ClassifierFeatures fit(const Problem &problem, const Table &train, Representation representation);
    /// The same with other columns (indices into problem.train.table), for probes that must not see all of them.
    static ClassifierFeatures fit(const Problem &problem, const Table &train, Representation representation,
                                  const std::vector<std::size_t> &columns);

    /// Throws InputError if the table's pictures are of another size than the training rows'.
    ClassifierRows transform(const Table &table) const;
    const std::vector<std::string> &names() const { return names_; } ///< of the values: "age", "sex=Female", ...
    /// Of the same values, the column that each of them says something about: an index into problem.train.table. A column's values stand
    /// side by side, and in a row depend on the column's value in that row alone. Pictures that are handed on as they are have none.
    const std::vector<std::size_t> &columns() const { return columns_; }

private:
    struct Part;
    std::vector<std::string> names_;
    std::vector<std::size_t> columns_;
    std::vector<std::shared_ptr<const Part>> parts_;
};

} // namespace fairloom
