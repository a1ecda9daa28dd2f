#include "ui/workers/sample_comparison.h"

#include "core/metrics/association.h"

#include <cmath>

namespace fairloom::ui {

AssociationComparison compareAssociation(const Problem &problem, const Table &generated, std::stop_token stop)
{
    // The generated table lacks ignored columns, so that a column's place differs between the two.
    Table real, synthetic;
    AssociationComparison out;
    for (std::size_t column : problem.generated) {
        const Column &source = problem.train.table.columns[column];
        const int place = generated.find(source.name);
        if (place < 0)
            continue;
        real.columns.push_back(source);
        synthetic.columns.push_back(generated.columns[std::size_t(place)]);
        out.names.push_back(source.name);
    }
    std::vector<std::size_t> which(out.names.size());
    for (std::size_t i = 0; i < which.size(); ++i)
        which[i] = i;
    out.real = association_matrix(real, real, which, stop);
    out.generated = association_matrix(synthetic, real, which, stop);
    out.difference.resize(out.real.size());
    double largest = -1;
    const std::size_t n = which.size();
    for (std::size_t row = 0; row < n; ++row)
        for (std::size_t column = 0; column < n; ++column) {
            const std::size_t i = row * n + column;
            out.difference[i] = out.generated[i] - out.real[i];
            if (row < column && std::abs(out.difference[i]) > largest) {
                largest = std::abs(out.difference[i]);
                out.changed_row = row;
                out.changed_column = column;
            }
        }
    return out;
}

DistributionComparison compareDistribution(const Problem &problem, const Table &generated, const std::vector<std::int32_t> &generatedGroup,
                                           const std::string &column)
{
    const Column &real = problem.train.table.columns[problem.train.table.index_of(column)];
    const Column &synthetic = generated.columns[generated.index_of(column)];
    const int groups = int(problem.groups.size());
    const int most = real.type == ColumnType::number ? 32 : 12;

    DistributionComparison out;
    out.column = column;
    out.real = column_distribution(real, problem.train.group, groups, most);
    out.generated = column_distribution_like(synthetic, out.real, real, generatedGroup, groups);

    const std::vector<std::int32_t> all_real(real.rows(), 0), all_generated(synthetic.rows(), 0);
    const Distribution whole = column_distribution(real, all_real, 1, most);
    const Distribution drawn = column_distribution_like(synthetic, whole, real, all_generated, 1);
    out.distance = total_variation(whole.share.front(), drawn.share.front());
    return out;
}

} // namespace fairloom::ui
