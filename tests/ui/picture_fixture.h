#pragma once

#include "core/data/picture_set.h"
#include "core/data/pictures/picture_column.h"
#include "core/data/problem.h"
#include "core/data/table.h"
#include "ui/run_fixture.h"

#include <memory>
#include <string>

/// Image sets drawn by the tests: discs and squares, red and blue.
namespace fixture {

/// `count` pictures of size x size. Picture i is a disc where i is even, red where i is divisible by 3.
inline std::shared_ptr<const PictureSet> draw_pictures(std::size_t count, int size)
{
    auto out = std::make_shared<PictureSet>();
    out->width = out->height = size;
    out->bytes.assign(count * out->picture_bytes(), 20);
    for (std::size_t i = 0; i < count; ++i) {
        const auto picture = out->picture(i);
        const int radius = size / 4 + static_cast<int>(i % 5) * size / 40, middle = size / 2;
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x) {
                const int dx = x - middle, dy = y - middle;
                const bool inside = i % 2 == 0 ? dx * dx + dy * dy < radius * radius : std::max(std::abs(dx), std::abs(dy)) < radius;
                if (inside)
                    picture[static_cast<std::size_t>(3 * (y * size + x) + (i % 3 == 0 ? 0 : 2))] = 230;
            }
    }
    return out;
}

/// Columns picture, colour, shape and number (ignored).
inline Table picture_table(std::size_t count, int size)
{
    std::vector<std::string> names;
    std::vector<std::int32_t> colour, shape;
    Column number;
    number.name = "number";
    number.type = ColumnType::number;
    number.kind = ColumnKind::integer;
    number.role = Role::ignored;
    for (std::size_t i = 0; i < count; ++i) {
        names.push_back("p" + std::to_string(i) + ".png");
        colour.push_back(i % 3 == 0 ? 0 : 1);
        shape.push_back(i % 2 == 0 ? 0 : 1);
        number.numbers.push_back(static_cast<double>(i));
    }
    Table table;
    table.name = "shapes";
    table.columns = {picture_column("picture", names, draw_pictures(count, size)),
                     category("colour", {"red", "blue"}, colour, Role::sensitive), category("shape", {"disc", "square"}, shape, Role::target), number};
    return table;
}

/// Groups blue and red, labels disc and square, all rows for training.
inline std::shared_ptr<const Problem> picture_problem(const Table &table)
{
    auto out = std::make_shared<Problem>();
    out->train.table = table;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        out->train.group.push_back(1 - table.columns[1].codes[row]);
        out->train.target.push_back(table.columns[2].codes[row]);
        out->train.label.push_back(table.columns[2].codes[row] == 0);
    }
    out->test = out->train;
    out->task = {{"colour"}, "shape", "disc"};
    out->groups = {{"blue", {{"colour", "blue"}}}, {"red", {{"colour", "red"}}}};
    out->target_values = {"disc", "square"};
    out->positive = 0;
    out->features = {0};
    out->generated = {0, 1, 2};
    return out;
}

} // namespace fixture
