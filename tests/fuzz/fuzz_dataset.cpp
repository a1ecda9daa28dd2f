// A schema and, behind a line "---", a table that is opened with it: policies, filters, bins and merges on any values. Whatever they do,
// the account of rows has to come out even, and the schema that is found has to give the same rows again.
#include "fuzz_support.h"

#include "core/data/dataset.h"
#include "core/data/recipe_json.h"
#include "core/data/table_file.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const InputFile file(".csv");
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    constexpr std::string_view border = "\n---\n";
    const std::size_t schema_end = input.find(border);
    NoProgress progress;
    attempt([&] {
        DatasetOptions options;
        if (schema_end != std::string_view::npos)
            options.schema = parse_recipe(std::string(input.substr(0, schema_end)), "schema.json");
        const std::string path =
            file.write(schema_end == std::string_view::npos ? input : input.substr(schema_end + border.size()))
                .string();
        const auto opened = open_dataset(path, options, progress, {});
        const TableFile plain = read_table_file(path, options.schema.value_or(Recipe()), nullptr, progress, {});
        require(opened->table.rows() + opened->account.left_out() == plain.table.rows() + plain.bad_lines,
                "no row goes missing uncounted");
        DatasetOptions again;
        again.schema = opened->schema;
        const auto reopened = open_dataset(path, again, progress, {});
        require(reopened->table.rows() == opened->table.rows(), "the schema that was found gives the same rows");
        for (std::size_t c = 0; c < opened->table.columns.size(); ++c)
            for (std::size_t row = 0; row < opened->table.rows(); ++row)
                require(reopened->table.columns[c].text(row) == opened->table.columns[c].text(row),
                        "the schema gives the same values");
    });
    return 0;
}
