#pragma once

#include "core/base/matrix.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// How near generated rows come to the training rows, each figure beside what real holdout rows, which cannot be copies, give. None of
/// these figures bounds what an attacker can learn. Distances are Euclidean in NeighbourFeatures' space.
struct PrivacyFigures {
    double dcr_median = 0, dcr_median_holdout = 0;   ///< distance to the closest training record
    double dcr_low = 0, dcr_low_holdout = 0;         ///< the same, its 5 % quantile
    double nndr_median = 0, nndr_median_holdout = 0; ///< nearest-neighbour distance ratio: nearest / second nearest training row; 0/0 counts as 1
    /// Share of rows that are a training row in every column looked at, with Wilson's interval.
    Metric exact_copies, exact_copies_holdout;
    /// Share of training rows that have a generated row nearer than their nearest other training row (the unweighted form of Yoon et al.,
    /// ADS-GAN 2020), beside the share of holdout rows of which the same holds.
    Metric identifiability, identifiability_holdout;
    /// Rate at which a generated row's nearest training row is the very row it derives from; undefined where the sources are not known
    /// (they are for the posterior sampler alone). By chance: 1 / number of training rows.
    Metric linkage;
    double linkage_chance = 0;
    std::size_t n = 0, n_train = 0, n_holdout = 0;   ///< rows looked at
};

/// A membership-inference attack: an attacker who has the generated rows and a record says "was trained on" if the record's
/// nearest generated row is nearer than a threshold.
struct MembershipAttack {
    Metric auroc;      ///< of -distance for members against non-members; 0.5 = no better than a coin; interval by DeLong
    /// True minus false positive rate on the scored half, with a threshold that was best on the other half, the shadow rows; Newcombe's interval.
    Metric advantage;
    double threshold = 0;
    std::size_t members = 0, non_members = 0; ///< scored ones
};

/// `without` leaves out columns in which nearly every row has a value of its own, such as census weights: they make every row look far away.
struct PrivacyResult {
    PrivacyFigures all, without;
    MembershipAttack attack, attack_without;
    /// The same attack where the members are rows that generated ones derive from; undefined where that is not known.
    MembershipAttack attack_sources;
    std::vector<std::string> near_unique;     ///< the columns left out; if empty, `without` repeats `all`
};

/// The rows of one side in a neighbour space, once with all columns and once without the near-unique ones.
struct PrivacyRows {
    Matrix all, without; ///< `without` is empty if no column is near-unique
};

/// What several generated sets are compared with: training rows, and holdout rows that come from the same people as these. Made once.
class PrivacyReference {
public:
    struct Settings {
        std::size_t rows = 5000;   ///< at most so many generated, holdout and member rows are looked at; the closest record is sought among all
        std::uint64_t seed = 1;
        int threads = 1;
        std::vector<std::string> near_unique = {};
        bool attack = true;
    };
    /// Throws InputError if a side has fewer than three rows or the columns differ, and Cancelled.
    PrivacyReference(PrivacyRows train, PrivacyRows holdout, Settings settings, std::stop_token stop);

    /// `source_row`: per generated row, the training row it derives from; null where not known. Throws as above.
    PrivacyResult judge(const PrivacyRows &generated, const std::vector<std::size_t> *source_row) const;

private:
    struct Side;
    PrivacyRows train_, holdout_;
    Settings settings_;
    std::stop_token stop_;
    std::vector<std::size_t> holdout_rows_, member_rows_; ///< those looked at
    std::shared_ptr<const Side> all_, without_;
};

} // namespace fairloom
