#include "core/rivals/causal_graph.h"

#include "core/base/error.h"
#include "core/data/file_text.h"
#include "core/data/name_list.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fairloom {

namespace {

using Json = nlohmann::json;

constexpr std::size_t most_bytes = 1'000'000;
constexpr std::size_t most_edges = 100'000;
constexpr int most_depth = 10;
constexpr const char *shape = FAIRLOOM_TEXT("Write {\"edges\": [[\"cause\", \"effect\"], ...], \"explaining\": [\"column\", ...]}");

[[noreturn]] void refuse(const std::string &where, Message what, Message remedy) { throw InputError(std::move(what), where, std::move(remedy)); }

void refuse_if_large(std::uintmax_t bytes, const std::string &where)
{
    if (bytes > most_bytes)
        refuse(where, FAIRLOOM_TEXT("A file of a causal graph of more than 1 MB is not read"), FAIRLOOM_TEXT("Check that it is the right file"));
}

Json parse(const std::string &text, const std::string &where)
{
    const auto shallow = [&](int depth, Json::parse_event_t, Json &) {
        if (depth > most_depth)
            refuse(where, FAIRLOOM_TEXT("The file is nested too deeply"), FAIRLOOM_TEXT("Check that it is the right file"));
        return true;
    };
    try {
        return Json::parse(text, shallow);
    } catch (const Json::parse_error &error) {
        const std::size_t at = std::min(error.byte, text.size());
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        refuse(where + ", line " + std::to_string(line), FAIRLOOM_TEXT("The file is not valid JSON"), FAIRLOOM_TEXT("Correct the line"));
    } catch (const Json::exception &) { // a number that no double holds
        refuse(where, FAIRLOOM_TEXT("The file is no causal graph"), shape);
    }
}

std::size_t node_named(const CausalGraph &graph, const Json &name, const std::string &where)
{
    if (!name.is_string())
        refuse(where, FAIRLOOM_TEXT("A column is named by a text"), shape);
    const std::string wanted = name.get<std::string>();
    const auto found = std::find(graph.names.begin(), graph.names.end(), wanted);
    if (found == graph.names.end()) {
        const std::string nearest = nearest_name(wanted, graph.names);
        refuse(where, Message(FAIRLOOM_TEXT("There is no generated column named \"%1\""), {wanted}),
               nearest.empty() ? Message(FAIRLOOM_TEXT("The columns are %1"), {join_names(graph.names)})
                               : Message(FAIRLOOM_TEXT("Did you mean %1? The columns are %2"), {nearest, join_names(graph.names)}));
    }
    return static_cast<std::size_t>(found - graph.names.begin());
}

void add_edge(CausalGraph &graph, const Json &edge, const std::string &where)
{
    if (!edge.is_array() || edge.size() != 2)
        refuse(where, FAIRLOOM_TEXT("An edge is a list of two columns"), shape);
    const std::size_t parent = node_named(graph, edge[0], where), child = node_named(graph, edge[1], where);
    if (parent == child)
        refuse(where, Message(FAIRLOOM_TEXT("Column %1 cannot cause itself"), {graph.names[parent]}), FAIRLOOM_TEXT("Remove the edge"));
    std::vector<std::size_t> &parents = graph.parents[child];
    const auto place = std::lower_bound(parents.begin(), parents.end(), parent);
    if (place == parents.end() || *place != parent) // written twice, it is still one
        parents.insert(place, parent);
}

void refuse_circle(const CausalGraph &graph, const std::string &where)
{
    const std::vector<std::size_t> order = topological_order(graph);
    if (order.size() == graph.nodes())
        return;
    std::vector<std::uint8_t> ordered(graph.nodes());
    for (const std::size_t node : order)
        ordered[node] = 1;
    // What has no place in the order has a parent that has none either: going back from parent to parent ends in a circle.
    std::size_t node = static_cast<std::size_t>(std::find(ordered.begin(), ordered.end(), 0) - ordered.begin());
    std::vector<std::size_t> way;
    while (std::find(way.begin(), way.end(), node) == way.end()) {
        way.push_back(node);
        node = *std::find_if(graph.parents[node].begin(), graph.parents[node].end(), [&](std::size_t parent) { return !ordered[parent]; });
    }
    std::vector<std::string> names{graph.names[node]};
    for (std::size_t i = way.size(); i-- > 0;) {
        names.push_back(graph.names[way[i]]);
        if (way[i] == node)
            break;
    }
    refuse(where, Message(FAIRLOOM_TEXT("The edges go in a circle: %1"), {join_names(names)}), FAIRLOOM_TEXT("Remove one of these edges"));
}

} // namespace

CausalGraph parse_causal_graph(const std::string &text, const std::string &where, const Problem &problem)
{
    refuse_if_large(text.size(), where);
    CausalGraph graph = unconnected_graph(problem);
    const Json document = parse(text, where);
    if (!document.is_object() || !document.contains("edges") || !document["edges"].is_array())
        refuse(where, FAIRLOOM_TEXT("The file has no list “edges”"), shape);
    for (const auto &[key, value] : document.items())
        if (key != "edges" && key != "explaining")
            refuse(where, Message(FAIRLOOM_TEXT("A causal graph has no key “%1”"), {key}), FAIRLOOM_TEXT("Use “edges” and “explaining”"));
    if (document["edges"].size() > most_edges)
        refuse(where, FAIRLOOM_TEXT("There are more than 100,000 edges"), FAIRLOOM_TEXT("Check that it is the right file"));
    std::size_t number = 0;
    for (const Json &edge : document["edges"])
        add_edge(graph, edge, where + ", edge " + std::to_string(++number));
    refuse_circle(graph, where);
    if (!document.contains("explaining"))
        return graph;
    if (!document["explaining"].is_array())
        refuse(where, FAIRLOOM_TEXT("“explaining” is no list of columns"), shape);
    for (const Json &name : document["explaining"]) {
        const std::size_t node = node_named(graph, name, where + ", explaining");
        const bool sensitive = std::find(graph.sensitive.begin(), graph.sensitive.end(), node) != graph.sensitive.end();
        if (sensitive || node == graph.target)
            refuse(where + ", explaining", Message(FAIRLOOM_TEXT("Column %1 is sensitive or the target and can explain nothing"), {graph.names[node]}),
                   FAIRLOOM_TEXT("Name features only"));
        graph.explaining.push_back(node);
    }
    std::sort(graph.explaining.begin(), graph.explaining.end());
    graph.explaining.erase(std::unique(graph.explaining.begin(), graph.explaining.end()), graph.explaining.end());
    return graph;
}

CausalGraph read_causal_graph(const std::filesystem::path &file, const Problem &problem)
{
    refuse_what_is_no_file(file);
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) // a device or a pipe, which may never end
        refuse(file.string(), FAIRLOOM_TEXT("The file cannot be read"), FAIRLOOM_TEXT("Check the path and its permissions"));
    refuse_if_large(size, file.string());
    return parse_causal_graph(read_file(file), file.string(), problem);
}

} // namespace fairloom
