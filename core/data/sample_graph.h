#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fairloom {

/// What depends on what in a built-in sample, with places for a drawing: x, y in 0 .. 1 from the upper left. Columns that depend on nothing and act on
/// nothing are left out.
struct SampleGraph {
    struct Node {
        std::string name;      ///< of the column
        bool observed = true;  ///< false: it acts but is not in the data
        double x = 0, y = 0;
    };
    struct Edge {
        std::size_t from = 0, to = 0;
        bool biased = false;   ///< weakened with the sample's bias
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::size_t sensitive = 0, target = 0; ///< among nodes; the sensitive one has no cause
};

/// Without nodes for a sample of pictures, whose sensitive attribute has a cause. Throws InputError for an unknown name.
SampleGraph sample_graph(const std::string &name);

} // namespace fairloom
