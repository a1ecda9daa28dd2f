#include "core/study/dataset_summary.h"

#include "core/data/recipe_json.h"

namespace fairloom {

DatasetSummary summarise(const Dataset &data, const Problem &problem)
{
    DatasetSummary out;
    out.name = data.name;
    out.source = data.source;
    out.test_source = data.test_source;
    out.recipe = data.recipe;
    out.sha256 = data.sha256;
    out.test_sha256 = data.test_sha256;
    if (!data.schema.columns.empty())
        out.schema = recipe_json(data.schema);
    out.rows = problem.train.rows();
    out.test_rows = problem.test.rows();
    out.columns = data.table.columns.size();
    out.account = data.account;
    out.bad_lines = data.bad_lines;
    out.bad_pictures = data.bad_pictures;
    out.notes = data.notes;
    return out;
}

} // namespace fairloom
