#include "core/metrics/marginals.h"

#include "core/base/progress.h"
#include "core/downstream/column_features.h"
#include "core/metrics/association.h"
#include "core/metrics/distribution.h"
#include "core/metrics/value_columns.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace fairloom {

namespace {

Metric distance_of(const Distribution &real, const Distribution &generated, std::size_t group)
{
    if (real.group_rows[group] == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("there are no real rows"));
    if (generated.group_rows[group] == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("there are no generated rows"));
    return Metric(total_variation(real.share[group], generated.share[group]));
}

MarginalDistance compare_column(const Problem &problem, const Column &real, const LabelledTable &generated)
{
    const Column &column = source_column(generated.table, real);
    const auto distributions = [&](std::span<const std::int32_t> real_group, std::span<const std::int32_t> group, std::size_t groups) {
        const int count = static_cast<int>(groups);
        const Distribution of_real = column_distribution(real, real_group, count);
        const Distribution of_generated = column_distribution_like(column, of_real, real, group, count);
        std::vector<Metric> out;
        for (std::size_t g = 0; g < groups; ++g)
            out.push_back(distance_of(of_real, of_generated, g));
        return out;
    };
    MarginalDistance out;
    out.column = real.name;
    out.all = distributions(std::vector<std::int32_t>(real.rows(), 0), std::vector<std::int32_t>(column.rows(), 0), 1).front();
    out.groups = distributions(problem.train.group, generated.group, problem.groups.size());
    return out;
}

/// Generated columns under the training table's indices, which is how association_matrix() finds what to compare them with.
Table under_training_indices(const Table &train, const Table &generated, const std::vector<std::size_t> &which)
{
    Table out;
    out.columns.resize(train.columns.size());
    for (const std::size_t c : which)
        out.columns[c] = source_column(generated, train.columns[c]);
    return out;
}

AssociationDifference compare_associations(const Table &train, const Table &generated, const std::vector<std::size_t> &which,
                                           const std::stop_token &stop)
{
    AssociationDifference out;
    const std::size_t k = which.size();
    if (k < 2 || train.rows() < 2 || generated.rows() < 2)
        return out;
    const std::vector<double> real = association_matrix(train, train, which, stop);
    const std::vector<double> made = association_matrix(under_training_indices(train, generated, which), train, which, stop);
    double sum = 0;
    for (std::size_t i = 0; i < k; ++i)
        for (std::size_t j = i + 1; j < k; ++j) {
            const double difference = std::abs(made[i * k + j] - real[i * k + j]);
            sum += difference;
            if (out.pairs++ == 0 || difference > out.largest) {
                out.largest = difference;
                out.first = train.columns[which[i]].name;
                out.second = train.columns[which[j]].name;
            }
        }
    out.mean = sum / static_cast<double>(out.pairs);
    return out;
}

} // namespace

MarginalResult compare_marginals(const Problem &problem, const LabelledTable &generated, std::stop_token stop)
{
    const Table &train = problem.train.table;
    const std::vector<std::size_t> which = value_columns(train, problem.generated);
    MarginalResult out;
    std::size_t defined = 0;
    for (const std::size_t c : which) {
        throw_if_stopped(stop);
        out.columns.push_back(compare_column(problem, train.columns[c], generated));
        if (const Metric &all = out.columns.back().all) {
            out.mean += *all.value;
            ++defined;
        }
    }
    if (defined > 0)
        out.mean /= static_cast<double>(defined);
    out.associations = compare_associations(train, generated.table, which, stop);
    return out;
}

} // namespace fairloom
