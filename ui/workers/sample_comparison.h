#pragma once

#include "core/metrics/distribution.h"
#include "core/study/pipeline.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom::ui {

/// Association of the columns that real and generated rows share.
struct AssociationComparison {
    std::vector<std::string> names;
    std::vector<double> real, generated, difference; ///< names x names, row-major; difference = generated - real
    std::size_t changed_row = 0, changed_column = 0; ///< the pair with the largest change
};

/// One column in real and generated rows.
struct DistributionComparison {
    std::string column;
    Distribution real, generated; ///< per group, same labels
    double distance = 0;          ///< total variation of all rows, 0 .. 1
};

// Work for threads: plain functions of immutable values; throw InputError and Cancelled.

AssociationComparison compareAssociation(const Problem &problem, const Table &generated, std::stop_token stop);
/// `generatedGroup`: group of every generated row, as label_table gives it.
DistributionComparison compareDistribution(const Problem &problem, const Table &generated, const std::vector<std::int32_t> &generatedGroup,
                                           const std::string &column);

} // namespace fairloom::ui
