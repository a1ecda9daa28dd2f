#include "core/base/random.h"
#include "core/data/data_support.h"
#include "core/rivals/causal_graph.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

using Names = std::vector<std::pair<std::string, std::string>>;

/// A problem with these columns and nothing of interest in them.
Problem problem_of(const std::vector<std::string> &columns, const std::vector<std::string> &sensitive, const std::string &target)
{
    std::string text;
    for (const std::string &column : columns)
        text += (text.empty() ? "" : ",") + column;
    text += "\n";
    for (int row = 0; row < 40; ++row)
        for (std::size_t c = 0; c < columns.size(); ++c)
            text += std::string(row >> (c % 5) & 1 ? "u" : "v") + (c + 1 == columns.size() ? "\n" : ",");
    Dataset data;
    data.name = "t.csv";
    data.table = parse(text);
    return make_problem(data, {sensitive, target, "u"}, 1);
}

/// A graph over nodes 0, 1, ... without a problem behind it.
CausalGraph graph_of(std::size_t nodes, const std::vector<CausalEdge> &edges, std::vector<std::size_t> sensitive, std::size_t target)
{
    CausalGraph graph;
    graph.parents.resize(nodes);
    for (std::size_t node = 0; node < nodes; ++node)
        graph.names.push_back(std::to_string(node));
    for (const CausalEdge &edge : edges)
        graph.parents[edge.child].push_back(edge.parent);
    for (std::vector<std::size_t> &parents : graph.parents)
        std::sort(parents.begin(), parents.end());
    graph.sensitive = std::move(sensitive);
    graph.target = target;
    return graph;
}

CausalGraph random_graph(Random &random, std::size_t nodes, double density)
{
    std::vector<std::size_t> order(nodes);
    for (std::size_t node = 0; node < nodes; ++node)
        order[node] = node;
    random.shuffle(order);
    std::vector<CausalEdge> edges;
    for (std::size_t i = 0; i < nodes; ++i)
        for (std::size_t j = i + 1; j < nodes; ++j)
            if (random.uniform() < density)
                edges.push_back({order[i], order[j]});
    CausalGraph graph = graph_of(nodes, edges, {0, 1}, 2);
    for (std::size_t node = 3; node < nodes; ++node)
        if (random.uniform() < 0.3)
            graph.explaining.push_back(node);
    return graph;
}

/// d-separation once more, by the other criterion: no way in the moral graph of the ancestors (Lauritzen et al. 1990).
bool separated_in_moral_graph(const CausalGraph &graph, std::size_t a, std::size_t b, const std::vector<std::size_t> &given)
{
    std::set<std::size_t> ancestral{a, b};
    ancestral.insert(given.begin(), given.end());
    for (bool grew = true; grew;) {
        grew = false;
        for (const std::size_t node : std::set<std::size_t>(ancestral))
            for (const std::size_t parent : graph.parents[node])
                grew = ancestral.insert(parent).second || grew;
    }
    std::set<std::pair<std::size_t, std::size_t>> edges;
    for (const std::size_t node : ancestral)
        for (const std::size_t parent : graph.parents[node]) {
            edges.insert({node, parent}), edges.insert({parent, node});
            for (const std::size_t other : graph.parents[node])
                edges.insert({parent, other});
        }
    const std::set<std::size_t> blocked(given.begin(), given.end());
    std::set<std::size_t> reached{a};
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto &[from, to] : edges)
            if (reached.contains(from) && !blocked.contains(to))
                grew = reached.insert(to).second || grew;
    }
    return !reached.contains(b);
}

std::set<std::size_t> markov_boundary(const CausalGraph &graph, std::size_t node)
{
    std::set<std::size_t> out(graph.parents[node].begin(), graph.parents[node].end());
    for (std::size_t child = 0; child < graph.nodes(); ++child)
        if (graph.has_edge(node, child)) {
            out.insert(child);
            out.insert(graph.parents[child].begin(), graph.parents[child].end());
        }
    out.erase(node);
    return out;
}

Names named(const CausalGraph &graph, const std::vector<CausalEdge> &edges)
{
    Names out;
    for (const CausalEdge &edge : edges)
        out.emplace_back(graph.names[edge.parent], graph.names[edge.child]);
    std::sort(out.begin(), out.end());
    return out;
}

/// The graph of Adult in the paper's experiments, with sex as the sensitive column.
CausalGraph adult_graph()
{
    const std::vector<std::pair<std::string, std::vector<std::string>>> effects = {
        {"age", {"occupation", "hours", "income", "workclass", "marital", "education", "relationship"}},
        {"education", {"occupation", "hours", "income", "workclass", "relationship"}},
        {"hours", {"income"}},
        {"marital", {"occupation", "hours", "income", "workclass", "relationship", "education"}},
        {"country", {"marital", "hours", "education", "workclass", "income", "relationship"}},
        {"occupation", {"income"}},
        {"race", {"occupation", "income", "hours", "education", "marital"}},
        {"relationship", {"income"}},
        {"sex", {"occupation", "marital", "income", "workclass", "education", "relationship"}},
        {"workclass", {"income"}}};
    std::vector<std::string> columns;
    std::string edges;
    for (const auto &[cause, caused] : effects) {
        columns.push_back(cause);
        for (const std::string &effect : caused)
            edges += (edges.empty() ? "" : ",") + ("[\"" + cause + "\",\"" + effect + "\"]");
    }
    columns.emplace_back("income");
    return parse_causal_graph("{\"edges\":[" + edges + "],\"explaining\":[\"occupation\",\"hours\",\"workclass\",\"education\"]}", "adult.json",
                              problem_of(columns, {"sex"}, "income"));
}

} // namespace

class TestCausalGraph : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_a_graph();
    void refuses_data();
    void refuses();
    void files();
    void order();
    void textbook_separation_data();
    void textbook_separation();
    void separation_two_ways();
    void as_in_the_paper_on_adult();
    void effects_of_the_target();
    void cuts_do_what_they_promise();
    void cuts_only_what_they_must();
    void unknown_fairness();
    void estimates_a_chain();
    void copies_hide_nothing();
    void estimate_is_a_graph_of_its_own_kind();
};

void TestCausalGraph::reads_a_graph()
{
    const Problem problem = problem_of({"a", "sex", "b", "y"}, {"sex"}, "y");
    const CausalGraph graph = parse_causal_graph(R"({"edges": [["sex", "a"], ["a", "y"], ["b", "y"], ["a", "y"]], "explaining": ["b", "a", "b"]})", "g.json", problem);
    QCOMPARE(graph.names, (std::vector<std::string>{"a", "sex", "b", "y"}));
    QCOMPARE(graph.parents, (std::vector<std::vector<std::size_t>>{{1}, {}, {}, {0, 2}}));
    QCOMPARE(graph.sensitive, (std::vector<std::size_t>{1}));
    QCOMPARE(graph.target, std::size_t{3});
    QCOMPARE(graph.explaining, (std::vector<std::size_t>{0, 2}));
    QVERIFY(parse_causal_graph(R"({"edges": []})", "g.json", problem).parents == unconnected_graph(problem).parents);
}

void TestCausalGraph::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << "{\n\"edges\": [[}" << "g.json, line 2: The file is not valid JSON. Correct the line.";
    QTest::newRow("empty") << "" << "g.json, line 1: The file is not valid JSON. Correct the line.";
    QTest::newRow("a list") << "[]" << "g.json: The file has no list “edges”. Write {\"edges\": [[\"cause\", \"effect\"], ...], \"explaining\": [\"column\", ...]}.";
    QTest::newRow("edges no list") << R"({"edges": 3})" << "g.json: The file has no list “edges”.";
    QTest::newRow("another key") << R"({"edges": [], "nodes": []})" << "g.json: A causal graph has no key “nodes”. Use “edges” and “explaining”.";
    QTest::newRow("three columns") << R"({"edges": [["a", "b", "y"]]})" << "g.json, edge 1: An edge is a list of two columns.";
    QTest::newRow("a number") << R"({"edges": [["a", 3]]})" << "g.json, edge 1: A column is named by a text.";
    QTest::newRow("unknown column") << R"({"edges": [["a", "b"], ["agg", "y"]]})"
                                    << "g.json, edge 2: There is no generated column named \"agg\". Did you mean age? The columns are a, sex, b, age, y.";
    QTest::newRow("itself") << R"({"edges": [["a", "a"]]})" << "g.json, edge 1: Column a cannot cause itself. Remove the edge.";
    QTest::newRow("circle") << R"({"edges": [["sex", "a"], ["a", "b"], ["b", "age"], ["age", "a"], ["age", "y"]]})"
                            << "g.json: The edges go in a circle: a, b, age, a. Remove one of these edges.";
    QTest::newRow("circle of two") << R"({"edges": [["a", "b"], ["b", "a"]]})" << "g.json: The edges go in a circle: a, b, a. Remove one of these edges.";
    QTest::newRow("explaining no list") << R"({"edges": [], "explaining": "a"})" << "g.json: “explaining” is no list of columns.";
    QTest::newRow("explaining unknown") << R"({"edges": [], "explaining": ["c"]})" << "g.json, explaining: There is no generated column named \"c\".";
    QTest::newRow("sex explains") << R"({"edges": [], "explaining": ["sex"]})" << "g.json, explaining: Column sex is sensitive or the target and can explain nothing. Name features only.";
    QTest::newRow("target explains") << R"({"edges": [], "explaining": ["y"]})" << "g.json, explaining: Column y is sensitive or the target and can explain nothing.";
    QTest::newRow("too deep") << "{\"edges\": " + QString("[").repeated(50'000) << "g.json: The file is nested too deeply. Check that it is the right file.";
    QTest::newRow("too large") << QString(" ").repeated(1'000'001) << "g.json: A file of a causal graph of more than 1 MB is not read. Check that it is the right file.";
    QTest::newRow("too large a number") << R"({"edges": [], "explaining": [1e999]})" << "g.json: The file is no causal graph.";
    QTest::newRow("too many edges") << "{\"edges\": [0" + QString(",0").repeated(100'001) + "]}" << "g.json: There are more than 100,000 edges. Check that it is the right file.";
}

void TestCausalGraph::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const Problem problem = problem_of({"a", "sex", "b", "age", "y"}, {"sex"}, "y");
    const QString said = complaint([&] { parse_causal_graph(text.toStdString(), "g.json", problem); });
    QVERIFY2(said.startsWith(message), qPrintable(said.left(500)));
}

void TestCausalGraph::files()
{
    const Problem problem = problem_of({"a", "sex", "y"}, {"sex"}, "y");
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("g.json").toStdString();
    std::ofstream(file) << R"({"edges": [["sex", "y"]]})";
    QCOMPARE(read_causal_graph(file, problem).parents[2], (std::vector<std::size_t>{1}));
    std::ofstream(file) << std::string(1'000'001, ' ');
    QVERIFY(complaint([&] { read_causal_graph(file, problem); }).contains("more than 1 MB"));
    QVERIFY(complaint([&] { read_causal_graph(file.string() + "x", problem); }).contains("g.jsonx: There is no such file"));
    QVERIFY(complaint([&] { read_causal_graph(folder.path().toStdString(), problem); }).contains("folder"));
    if (std::filesystem::exists("/dev/zero"))
        QVERIFY(complaint([&] { read_causal_graph("/dev/zero", problem); }).contains("The file cannot be read"));
}

void TestCausalGraph::order()
{
    QCOMPARE(topological_order(graph_of(5, {{4, 0}, {0, 3}, {2, 3}}, {4}, 3)), (std::vector<std::size_t>{1, 2, 4, 0, 3}));
    Random random(1);
    for (int i = 0; i < 200; ++i) {
        const CausalGraph graph = random_graph(random, 12, 0.3);
        const std::vector<std::size_t> order = topological_order(graph);
        QCOMPARE(order.size(), graph.nodes());
        std::set<std::size_t> done;
        for (const std::size_t node : order) {
            for (const std::size_t parent : graph.parents[node])
                QVERIFY(done.contains(parent));
            QVERIFY(done.insert(node).second);
        }
    }
}

void TestCausalGraph::textbook_separation_data()
{
    QTest::addColumn<QVector<QVector<int>>>("edges");
    QTest::addColumn<QVector<int>>("given");
    QTest::addColumn<bool>("separated"); ///< 0 and 2
    QTest::newRow("chain") << QVector<QVector<int>>{{0, 1}, {1, 2}} << QVector<int>{} << false;
    QTest::newRow("chain, middle known") << QVector<QVector<int>>{{0, 1}, {1, 2}} << QVector<int>{1} << true;
    QTest::newRow("fork") << QVector<QVector<int>>{{1, 0}, {1, 2}} << QVector<int>{} << false;
    QTest::newRow("fork, cause known") << QVector<QVector<int>>{{1, 0}, {1, 2}} << QVector<int>{1} << true;
    QTest::newRow("collider") << QVector<QVector<int>>{{0, 1}, {2, 1}} << QVector<int>{} << true;
    QTest::newRow("collider, effect known") << QVector<QVector<int>>{{0, 1}, {2, 1}} << QVector<int>{1} << false;
    QTest::newRow("collider, effect's effect known") << QVector<QVector<int>>{{0, 1}, {2, 1}, {1, 3}} << QVector<int>{3} << false;
    QTest::newRow("butterfly, middle known") << QVector<QVector<int>>{{3, 0}, {3, 1}, {4, 1}, {4, 2}} << QVector<int>{1} << false;
    QTest::newRow("butterfly") << QVector<QVector<int>>{{3, 0}, {3, 1}, {4, 1}, {4, 2}} << QVector<int>{} << true;
    QTest::newRow("butterfly, middle and one cause known") << QVector<QVector<int>>{{3, 0}, {3, 1}, {4, 1}, {4, 2}} << QVector<int>{1, 3} << true;
}

void TestCausalGraph::textbook_separation()
{
    QFETCH(QVector<QVector<int>>, edges);
    QFETCH(QVector<int>, given);
    QFETCH(bool, separated);
    std::vector<CausalEdge> list;
    for (const QVector<int> &edge : edges)
        list.push_back({static_cast<std::size_t>(edge[0]), static_cast<std::size_t>(edge[1])});
    const CausalGraph graph = graph_of(5, list, {0}, 2);
    const std::vector<std::size_t> known(given.begin(), given.end());
    QCOMPARE(d_separated(graph, 0, 2, known), separated);
    QCOMPARE(d_separated(graph, 2, 0, known), separated);
    QVERIFY(!d_separated(graph, 0, 0));
}

void TestCausalGraph::separation_two_ways()
{
    Random random(7);
    int apart = 0, together = 0;
    for (int i = 0; i < 3000; ++i) {
        const CausalGraph graph = random_graph(random, 9, 0.25);
        std::vector<std::size_t> given;
        for (std::size_t node = 2; node < 9; ++node)
            if (random.uniform() < 0.3)
                given.push_back(node);
        const bool separated = d_separated(graph, 0, 1, given);
        QCOMPARE(separated, separated_in_moral_graph(graph, 0, 1, given));
        ++(separated ? apart : together);
    }
    QVERIFY(apart > 500 && together > 500);
}

void TestCausalGraph::as_in_the_paper_on_adult()
{
    const CausalGraph graph = adult_graph();
    QCOMPARE(named(graph, unfair_edges(graph, "none")), Names{});
    QCOMPARE(named(graph, unfair_edges(graph, "ftu")), (Names{{"sex", "income"}}));
    QCOMPARE(named(graph, unfair_edges(graph, "cf")), (Names{{"marital", "income"}, {"relationship", "income"}, {"sex", "income"}}));
    QCOMPARE(named(graph, unfair_edges(graph, "dp")), (Names{{"education", "income"},
                                                              {"hours", "income"},
                                                              {"marital", "income"},
                                                              {"occupation", "income"},
                                                              {"relationship", "income"},
                                                              {"sex", "income"},
                                                              {"workclass", "income"}}));
}

void TestCausalGraph::effects_of_the_target()
{
    // s -> x -> y, y -> own, y -> shared <- s; 0 = s, 1 = x, 2 = y, 3 = own, 4 = shared
    const CausalGraph graph = graph_of(5, {{0, 1}, {1, 2}, {2, 3}, {2, 4}, {0, 4}}, {0}, 2);
    QCOMPARE(unfair_edges(graph, "ftu"), (std::vector<CausalEdge>{{0, 4}}));
    QCOMPARE(unfair_edges(graph, "dp"), (std::vector<CausalEdge>{{1, 2}, {2, 4}})); // y's own effect has nothing to do with s any more
    const CausalGraph reversed = graph_of(3, {{2, 0}}, {0}, 2);
    QCOMPARE(unfair_edges(reversed, "ftu"), (std::vector<CausalEdge>{{2, 0}}));
    QCOMPARE(unfair_edges(reversed, "dp"), (std::vector<CausalEdge>{{2, 0}}));
    const CausalGraph common_cause = graph_of(4, {{3, 0}, {3, 2}}, {0}, 2);
    QCOMPARE(unfair_edges(common_cause, "ftu"), std::vector<CausalEdge>{});
    QCOMPARE(unfair_edges(common_cause, "dp"), (std::vector<CausalEdge>{{3, 2}}));
}

void TestCausalGraph::cuts_do_what_they_promise()
{
    Random random(3);
    int cut = 0;
    for (int i = 0; i < 1500; ++i) {
        const CausalGraph graph = random_graph(random, 10, 0.3);
        for (const std::string fairness : {"ftu", "dp", "cf"}) {
            const std::vector<CausalEdge> edges = unfair_edges(graph, fairness);
            cut += static_cast<int>(edges.size());
            for (const CausalEdge &edge : edges)
                QVERIFY(graph.has_edge(edge.parent, edge.child));
            CausalGraph rest = without_edges(graph, edges);
            if (fairness == "cf") // trails through what explains are allowed: they are taken away before looking
                for (const std::size_t node : graph.explaining) {
                    rest.parents[node].clear();
                    for (std::vector<std::size_t> &parents : rest.parents)
                        std::erase(parents, node);
                }
            const std::set<std::size_t> boundary = markov_boundary(rest, rest.target);
            for (const std::size_t s : graph.sensitive) {
                if (fairness == "ftu") {
                    QVERIFY(!boundary.contains(s));
                    continue;
                }
                QVERIFY(d_separated(rest, s, rest.target));
                for (const std::size_t node : boundary) // so that no prediction from it depends on s either
                    QVERIFY(d_separated(rest, s, node));
            }
        }
    }
    QVERIFY(cut > 1000);
}

void TestCausalGraph::cuts_only_what_they_must()
{
    Random random(4);
    for (int i = 0; i < 500; ++i) {
        const CausalGraph graph = random_graph(random, 8, 0.3);
        const std::vector<CausalEdge> edges = unfair_edges(graph, "dp");
        for (std::size_t left = 0; left < edges.size(); ++left) {
            std::vector<CausalEdge> fewer = edges;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left));
            const CausalGraph rest = without_edges(graph, fewer);
            bool unfair = false;
            for (const std::size_t s : graph.sensitive) {
                unfair = unfair || !d_separated(rest, s, rest.target);
                for (const std::size_t node : markov_boundary(rest, rest.target))
                    unfair = unfair || !d_separated(rest, s, node);
            }
            QVERIFY(unfair);
        }
    }
}

void TestCausalGraph::unknown_fairness()
{
    QCOMPARE(complaint([] { unfair_edges(graph_of(3, {}, {0}, 2), "eo"); }),
             QString("decaf_fairness: “eo” is no kind of fairness that a causal graph is cut for. Choose “none”, “ftu”, “cf” or “dp”."));
}

/// s -> x1 -> y <- x2, s -> x3; nothing else.
static Problem chain_data(bool with_copy = false)
{
    Random random(11);
    std::string text = with_copy ? "x2,copy,y,x1,s,x3,alone\n" : "x2,y,x1,s,x3,alone\n";
    for (int i = 0; i < 12'000; ++i) {
        const bool s = random.uniform() < 0.4;
        const bool x1 = random.uniform() < (s ? 0.75 : 0.3);
        const double x2 = random.normal();
        const bool y = random.uniform() < 1 / (1 + std::exp(-(2.2 * x1 - 1.2 + 1.2 * x2)));
        const double x3 = random.normal() + (s ? 0.5 : 0);
        const std::string value = to_text(x2, 2);
        text += value + "," + (with_copy ? value + "," : "") + (y ? "yes" : "no") + "," + (x1 ? "high" : "low") + "," + (s ? "F" : "M") + "," + to_text(x3, 2) + "," +
                std::to_string(random.below(4)) + "\n";
    }
    Dataset data;
    data.name = "t.csv";
    data.table = parse(text);
    return make_problem(data, {{"s"}, "y", "yes"}, 1);
}

void TestCausalGraph::estimates_a_chain()
{
    const CausalGraph graph = estimate_causal_graph(chain_data(), {});
    std::vector<CausalEdge> edges;
    for (std::size_t child = 0; child < graph.nodes(); ++child)
        for (const std::size_t parent : graph.parents[child])
            edges.push_back({parent, child});
    QCOMPARE(named(graph, edges), (Names{{"s", "x1"}, {"s", "x3"}, {"x1", "y"}, {"x2", "y"}}));
}

void TestCausalGraph::copies_hide_nothing()
{
    // Given one of two equal columns, the other says nothing: one of them has to stay.
    const CausalGraph graph = estimate_causal_graph(chain_data(true), {});
    const auto node = [&](const std::string &name) { return static_cast<std::size_t>(std::find(graph.names.begin(), graph.names.end(), name) - graph.names.begin()); };
    QVERIFY(graph.has_edge(node("x2"), node("y")) != graph.has_edge(node("copy"), node("y")));
    QVERIFY(graph.has_edge(node("x2"), node("copy")) || graph.has_edge(node("copy"), node("x2")));
}

void TestCausalGraph::estimate_is_a_graph_of_its_own_kind()
{
    const QString file = real_file("adult/adult.data");
    if (file.isEmpty())
        QSKIP("Adult is not there");
    const Problem problem = make_problem(*open(file, {{}, "adult", {}}), {{"sex", "race"}, "income", ">50K"}, 1);
    const CausalGraph graph = estimate_causal_graph(problem, {}), again = estimate_causal_graph(problem, {});
    QCOMPARE(graph.parents, again.parents);
    QCOMPARE(topological_order(graph).size(), graph.nodes());
    QCOMPARE(graph.sensitive.size(), std::size_t{2});
    std::size_t edges = 0;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        QVERIFY(graph.parents[node].size() <= 8);
        QVERIFY(!graph.has_edge(graph.target, node));
        edges += graph.parents[node].size();
    }
    for (const std::size_t s : graph.sensitive)
        for (const std::size_t parent : graph.parents[s])
            QVERIFY(std::count(graph.sensitive.begin(), graph.sensitive.end(), parent));
    QVERIFY(edges > 15);
    QVERIFY(graph.parents[graph.target].size() >= 3);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(estimate_causal_graph(problem, stop.get_token()), Cancelled);
}

QTEST_GUILESS_MAIN(TestCausalGraph)
#include "test_causal_graph.moc"
