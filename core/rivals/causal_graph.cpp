#include "core/rivals/causal_graph.h"

#include "core/base/error.h"
#include "core/data/name_list.h"

#include <algorithm>

namespace fairloom {

namespace {

std::vector<std::vector<std::size_t>> children_of(const CausalGraph &graph)
{
    std::vector<std::vector<std::size_t>> children(graph.nodes());
    for (std::size_t child = 0; child < graph.nodes(); ++child)
        for (const std::size_t parent : graph.parents[child])
            children[parent].push_back(child);
    return children;
}

bool contains(const std::vector<std::size_t> &nodes, std::size_t node) { return std::find(nodes.begin(), nodes.end(), node) != nodes.end(); }

/// Per node, whether an active trail given `given` leads to it from one of `from`; nodes left out are as if they were not there.
std::vector<std::uint8_t> connected(const CausalGraph &graph, std::span<const std::size_t> from, std::span<const std::size_t> given,
                                    std::span<const std::size_t> left_out = {})
{
    const std::size_t n = graph.nodes();
    const std::vector<std::vector<std::size_t>> children = children_of(graph);
    std::vector<std::uint8_t> known(n), opens(n), gone(n), reached(n), seen_up(n), seen_down(n);
    for (const std::size_t node : left_out)
        gone[node] = 1;
    // A collider lets a trail through if it or something that it causes is known.
    std::vector<std::size_t> ancestors;
    for (const std::size_t node : given) {
        known[node] = 1;
        ancestors.push_back(node);
    }
    while (!ancestors.empty()) {
        const std::size_t node = ancestors.back();
        ancestors.pop_back();
        if (opens[node])
            continue;
        opens[node] = 1;
        for (const std::size_t parent : graph.parents[node])
            if (!gone[parent])
                ancestors.push_back(parent);
    }
    struct Visit {
        std::size_t node;
        bool up; ///< came from a child
    };
    std::vector<Visit> open;
    for (const std::size_t node : from)
        if (!gone[node])
            open.push_back({node, true});
    while (!open.empty()) {
        const auto [node, up] = open.back();
        open.pop_back();
        std::uint8_t &seen = (up ? seen_up : seen_down)[node];
        if (seen || gone[node])
            continue;
        seen = 1;
        if (!known[node])
            reached[node] = 1;
        const bool to_parents = up ? !known[node] : opens[node] != 0;
        if (to_parents)
            for (const std::size_t parent : graph.parents[node])
                open.push_back({parent, true});
        if (!known[node])
            for (const std::size_t child : children[node])
                open.push_back({child, false});
    }
    return reached;
}

std::vector<CausalEdge> edges_seen_by_target(const CausalGraph &graph)
{
    std::vector<CausalEdge> out;
    for (std::size_t child = 0; child < graph.nodes(); ++child)
        for (const std::size_t parent : graph.parents[child]) {
            const bool both_cause = contains(graph.sensitive, parent) && graph.has_edge(graph.target, child);
            const bool direct = (contains(graph.sensitive, parent) && child == graph.target) || (parent == graph.target && contains(graph.sensitive, child));
            if (both_cause || direct)
                out.push_back({parent, child});
        }
    return out;
}

std::vector<CausalEdge> edges_that_carry(const CausalGraph &graph, std::span<const std::size_t> explaining)
{
    std::vector<CausalEdge> effects, out;
    for (std::size_t child = 0; child < graph.nodes(); ++child)
        if (graph.has_edge(graph.target, child))
            effects.push_back({graph.target, child});
    // What leads to the target's neighbours through the target itself is cut with them.
    const std::vector<std::uint8_t> reached = connected(without_edges(graph, effects), graph.sensitive, {}, explaining);
    for (const std::size_t parent : graph.parents[graph.target])
        if (reached[parent])
            out.push_back({parent, graph.target});
    for (const CausalEdge &edge : effects)
        if (reached[edge.child])
            out.push_back(edge);
    return out;
}

} // namespace

bool CausalGraph::has_edge(std::size_t parent, std::size_t child) const { return std::binary_search(parents[child].begin(), parents[child].end(), parent); }

CausalGraph unconnected_graph(const Problem &problem)
{
    CausalGraph graph;
    for (const std::size_t c : problem.generated) {
        const Column &column = problem.train.table.columns[c];
        if (column.pictures)
            throw InputError(FAIRLOOM_TEXT("A causal graph needs a table, and these rows show pictures"), problem.train.table.name,
                             FAIRLOOM_TEXT("Choose another method"));
        if (column.name == problem.task.target)
            graph.target = graph.nodes();
        if (is_one_of(column.name, problem.task.sensitive))
            graph.sensitive.push_back(graph.nodes());
        graph.names.push_back(column.name);
    }
    graph.parents.resize(graph.nodes());
    return graph;
}

std::vector<std::size_t> topological_order(const CausalGraph &graph)
{
    const std::vector<std::vector<std::size_t>> children = children_of(graph);
    std::vector<std::size_t> waiting(graph.nodes()), order, ready;
    for (std::size_t node = graph.nodes(); node-- > 0;)
        if ((waiting[node] = graph.parents[node].size()) == 0)
            ready.push_back(node);
    while (!ready.empty()) { // kept falling, the first at the back
        const std::size_t node = ready.back();
        ready.pop_back();
        order.push_back(node);
        for (const std::size_t child : children[node])
            if (--waiting[child] == 0)
                ready.insert(std::upper_bound(ready.begin(), ready.end(), child, std::greater<>()), child);
    }
    return order;
}

bool d_separated(const CausalGraph &graph, std::size_t a, std::size_t b, std::span<const std::size_t> given)
{
    const std::size_t from[] = {a};
    return a != b && !connected(graph, from, given)[b];
}

std::vector<CausalEdge> unfair_edges(const CausalGraph &graph, const std::string &fairness)
{
    if (fairness == "none")
        return {};
    if (fairness == "ftu")
        return edges_seen_by_target(graph);
    if (fairness == "dp")
        return edges_that_carry(graph, {});
    if (fairness == "cf")
        return edges_that_carry(graph, graph.explaining);
    throw InputError(Message(FAIRLOOM_TEXT("“%1” is no kind of fairness that a causal graph is cut for"), {fairness}), "decaf_fairness",
                     FAIRLOOM_TEXT("Choose “none”, “ftu”, “cf” or “dp”"));
}

CausalGraph without_edges(CausalGraph graph, std::span<const CausalEdge> edges)
{
    for (const CausalEdge &edge : edges)
        std::erase(graph.parents[edge.child], edge.parent);
    return graph;
}

} // namespace fairloom
