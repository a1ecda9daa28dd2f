#pragma once

#include "core/data/problem.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

struct CausalEdge {
    std::size_t parent = 0, child = 0; ///< nodes
    bool operator==(const CausalEdge &) const = default;
};

/// What causes what among a problem's generated columns: a directed acyclic graph. Node i is column Problem::generated[i].
struct CausalGraph {
    std::vector<std::string> names;                ///< of the nodes: the columns
    std::vector<std::vector<std::size_t>> parents; ///< per node, ascending
    std::vector<std::size_t> sensitive;            ///< nodes
    std::size_t target = 0;                        ///< node
    std::vector<std::size_t> explaining;           ///< nodes whose influence on the target counts as justified, ascending

    std::size_t nodes() const { return names.size(); }
    bool has_edge(std::size_t parent, std::size_t child) const;
};

/// The problem's columns without an edge. Throws InputError for image sets, whose pictures are no single cause.
CausalGraph unconnected_graph(const Problem &problem);

/// { "edges": [["parent", "child"], ...], "explaining": ["column", ...] }, "explaining" being optional. `where` names the text in errors.
/// Throws InputError: no valid JSON, another shape or key, a column that is not generated, an edge to itself, edges in a circle, the
/// target or a sensitive column as explaining, more than 1 MB or 100,000 edges.
CausalGraph parse_causal_graph(const std::string &text, const std::string &where, const Problem &problem);
/// The same from a file.
CausalGraph read_causal_graph(const std::filesystem::path &file, const Problem &problem);

/// A simple guess where nobody knows the graph, and no more than that: the direction of every edge is assumed, not found. Columns are put in
/// an order: the sensitive ones first, then the features by rising association with the sensitive columns (what has least to do with
/// them is taken for a cause of the others, not for an effect), the target last; edges point forward only. For every column its predecessors are
/// gone through by falling association with it, and one becomes a parent if it is associated with the column by itself and given each
/// of the parents found before, one at a time (conditional tests of order 0 and 1, as in low-order independence graphs: Wille and Bühlmann
/// 2006), up to eight parents. Association: I = (conditional) mutual information less its bias under independence d / 2n, as sqrt(1 - exp(-2 I))
/// (Linfoot 1957), which has to reach 0.1, and G = 2n I to exceed its mean d under independence by four of its deviations sqrt(2d); d: degrees of
/// freedom. Numbers are cut into about six bins, categories but the seven most frequent put together, 20,000 evenly spaced training rows used.
CausalGraph estimate_causal_graph(const Problem &problem, std::stop_token stop);

/// Every node after its parents; among those that could come next, the first.
std::vector<std::size_t> topological_order(const CausalGraph &graph);

/// Whether all trails between two nodes are blocked given others (Pearl 1988; found by the reachability of Koller and Friedman 2009,
/// algorithm 3.1). A node is never d-separated from itself.
bool d_separated(const CausalGraph &graph, std::size_t a, std::size_t b, std::span<const std::size_t> given = {});

/// The edges to be cut at generation so that the target y is fair (van Breugel et al. 2021, section 4), in the graph's order of children:
///   "none"  none.
///   "ftu"   fairness through unawareness: an edge between y and a sensitive column, and a sensitive column's edge to a child that it has in
///           common with y: no sensitive column is left in y's Markov boundary.
///   "dp"    demographic parity: every edge between y and a column that is not d-separated from all sensitive columns. y and its whole
///           Markov boundary are then d-separated from them.
///   "cf"    conditional fairness: the same, judged without the explaining columns, whose edges stay: what is cut are the trails between a
///           sensitive column and y that pass through no explaining column. As in the paper's experiment on Adult, trails that only
///           conditioning on an explaining column would open are not cut. Without an explaining column it is "dp".
/// "dp" and "cf" judge columns as if y had no effects, so that no more is cut than has to be. Throws InputError for another word.
std::vector<CausalEdge> unfair_edges(const CausalGraph &graph, const std::string &fairness);

/// The graph without these edges.
CausalGraph without_edges(CausalGraph graph, std::span<const CausalEdge> edges);

} // namespace fairloom
