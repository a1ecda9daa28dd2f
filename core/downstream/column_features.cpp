#include "core/downstream/column_features.h"

#include "core/base/error.h"
#include "core/data/column_mapping.h"
#include "core/data/picture_set.h"

namespace fairloom {

const Column &source_column(const Table &table, const Column &known)
{
    const Column &column = table.columns[table.index_of(known.name)];
    if (column.type != known.type || (column.pictures == nullptr) != (known.pictures == nullptr))
        throw InputError(Message(FAIRLOOM_TEXT("Column %1 is not of the type that it has in the training rows"), {known.name}), table.name,
                         FAIRLOOM_TEXT("Map the table to the training rows first"));
    if (!known.pictures)
        return column;
    const PictureSet &own = *column.pictures, &wanted = *known.pictures;
    if (own.width != wanted.width || own.height != wanted.height)
        throw InputError(Message(FAIRLOOM_TEXT("Pictures of %1 x %2 pixels cannot be judged beside real ones of %3 x %4"),
                                 {std::to_string(own.width), std::to_string(own.height), std::to_string(wanted.width),
                                  std::to_string(wanted.height)}),
                         table.name, FAIRLOOM_TEXT("Open both with the same picture size"));
    return column;
}

Column without_rows(const Column &column)
{
    Column out;
    out.name = column.name;
    out.type = column.type;
    out.pictures = column.pictures;
    if (!column.pictures) // pictures' names say nothing
        out.categories = column.categories;
    return out;
}

void write_one_hot(const Column &column, const std::vector<std::string> &categories, std::size_t offset, Matrix &out)
{
    std::vector<std::int32_t> renamed;
    if (column.categories != categories)
        renamed = category_mapping(column.categories, categories);
    for (std::size_t row = 0; row < out.rows; ++row) {
        std::int32_t code = column.codes[row];
        if (code >= 0 && !renamed.empty())
            code = renamed[static_cast<std::size_t>(code)];
        if (code >= 0) // a value that training has not is all zeros
            out.values[row * out.columns + offset + static_cast<std::size_t>(code)] = 1;
    }
}

} // namespace fairloom
