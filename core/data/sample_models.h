#pragma once

#include "core/base/random.h"
#include "core/data/sample_graph.h"
#include "core/data/samples.h"
#include "core/data/table.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// A sample's structural equations. One call of draw() is one person.
class SampleModel {
public:
    virtual ~SampleModel() = default;

    virtual SampleInfo info() const = 0;
    virtual std::vector<std::string> groups() const = 0;
    /// All columns, without rows.
    virtual std::vector<Column> columns() const = 0;

    /// One row as codes and numbers, in column order. `group` >= 0 is do(s = group): the person's own group is still drawn, so
    /// that everything else comes from the same random numbers. Returns whether the label is positive.
    virtual bool draw(Random &random, int group, double bias, std::vector<double> &row) const = 0;

    /// See sample_graph().
    virtual SampleGraph graph() const { return {}; }

    /// Puts what the rows look like in front of them, if the sample is one of pictures.
    virtual void add_pictures(Table &, Random) const {}
    /// See Dataset::counterparts.
    virtual std::vector<std::pair<std::string, std::string>> counterparts() const { return {}; }
};

/// The model of that name, or null.
const SampleModel *find_sample_model(const std::string &name);
const SampleModel &hiring_model();
const SampleModel &lending_model();
const SampleModel &shapes_model();

// What the models are written with.
double sigmoid(double x);
/// Index drawn with the given probabilities; they add up to 1.
int draw_index(Random &random, const std::vector<double> &probabilities);
/// Rounded to so many decimals, within limits.
double on_grid(double value, int decimals, double low, double high);
Column category_column(std::string name, std::vector<std::string> categories, Role role = Role::feature);
/// An edge of a graph by the names of its nodes.
struct NamedEdge {
    const char *from, *to;
    bool biased = false;
};
SampleGraph graph_of(std::vector<SampleGraph::Node> nodes, std::initializer_list<NamedEdge> edges, const char *sensitive, const char *target);
Column number_column(std::string name, int decimals);

} // namespace fairloom
