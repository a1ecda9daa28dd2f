#pragma once

#include "core/base/message.h"
#include "core/data/dataset.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// A data set that seeded code draws from a stated causal model, so that the true effect of the sensitive attribute
/// is known: for first start, teaching and tests.
struct SampleInfo {
    std::string name;        ///< "hiring"
    Message title;
    Message story;           ///< one or two sentences: what depends on what, and where the bias is
    std::size_t rows = 0;    ///< training rows
    std::size_t test_rows = 0;
    std::vector<std::string> sensitive;
    std::string target;
    std::string positive;
};

std::vector<SampleInfo> builtin_samples();

/// Draws the sample; same seed, same rows. `bias` scales the biased edges: 1 as described, 0 none. `rows`: training rows, 0 = as
/// described. Throws InputError for an unknown name.
Dataset make_sample(const std::string &name, std::uint64_t seed = 1, double bias = 1.0, std::size_t rows = 0);

/// P(y = positive | do(s = group)) for every group of the sample's first sensitive column, from the model's own
/// equations (a million seeded draws, which take some seconds): the known truth. Throws Cancelled on a stop.
std::vector<std::pair<std::string, double>> sample_truth(const std::string &name, double bias = 1.0, const std::stop_token &stop = {});

} // namespace fairloom
