#pragma once

#include "core/base/random.h"
#include "core/data/dataset.h"
#include "core/data/picture_set.h"
#include "core/data/problem.h"
#include "core/downstream/pictures/picture_descriptor.h"
#include "core/downstream/pictures/picture_embedding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>

namespace fairloom::test {

struct ShapesOptions {
    std::size_t rows = 600;
    int size = 32;
    double bias = 0.5; ///< probability that a circle is red and a square green; 0.5 = colour says nothing
    std::uint64_t seed = 1;
};

/// Draws a filled circle or a square of varied place and size in a colour, on a dark ground with noise. pixels: size x size x 3.
inline void draw_shape(std::span<std::uint8_t> pixels, int size, bool circle, bool red, Random &random)
{
    const double radius = size * (0.18 + 0.12 * random.uniform()), margin = radius + 1;
    const double x0 = margin + random.uniform() * (size - 2 * margin), y0 = margin + random.uniform() * (size - 2 * margin);
    const std::array<double, 3> colour = red ? std::array{220.0, 40.0, 40.0} : std::array{40.0, 200.0, 40.0};
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const double dx = std::abs(x - x0), dy = std::abs(y - y0);
            const bool inside = circle ? std::hypot(dx, dy) < radius : std::max(dx, dy) < 0.886 * radius; // of one area
            for (int c = 0; c < 3; ++c)
                pixels[static_cast<std::size_t>((y * size + x) * 3 + c)] =
                    static_cast<std::uint8_t>(std::clamp((inside ? colour[static_cast<std::size_t>(c)] : 30.0) + 8 * random.normal(), 0.0, 255.0));
        }
}

/// An image set as a reader would give it: columns picture, shape (circle, square) and colour (red, green), and the same shapes in colours
/// that say nothing, as picture (unbiased) and colour (unbiased).
inline Table shapes_table(const ShapesOptions &options)
{
    Table table;
    table.name = "shapes";
    table.columns.resize(5);
    Column &shape = table.columns[1];
    shape.name = "shape";
    shape.categories = {"circle", "square"};
    Random random(options.seed, "shapes");
    for (std::size_t row = 0; row < options.rows; ++row)
        shape.codes.push_back(random.uniform() < 0.5 ? 0 : 1);
    for (const std::size_t first : {std::size_t(0), std::size_t(3)}) {
        Column &picture = table.columns[first], &colour = table.columns[first == 0 ? 2 : 4];
        const std::string suffix = first == 0 ? "" : " (unbiased)";
        auto set = std::make_shared<PictureSet>();
        set->width = set->height = options.size;
        set->bytes.resize(options.rows * set->picture_bytes());
        picture.name = "picture" + suffix;
        picture.kind = ColumnKind::picture;
        colour.name = "colour" + suffix;
        colour.categories = {"red", "green"};
        for (std::size_t row = 0; row < options.rows; ++row) {
            const bool circle = shape.codes[row] == 0, red = (random.uniform() < (first == 0 ? options.bias : 0.5)) == circle;
            Random drawing(options.seed + row, "shape"); // the same shape in both
            draw_shape(set->picture(row), options.size, circle, red, drawing);
            picture.categories.push_back("shape " + std::to_string(row + 1) + ".png");
            picture.codes.push_back(static_cast<std::int32_t>(row));
            colour.codes.push_back(red ? 0 : 1);
        }
        picture.pictures = std::move(set);
        if (first != 0)
            picture.role = colour.role = Role::ignored;
    }
    return table;
}

/// Sensitive: colour; target: shape, of which circle is the favourable one.
inline Problem shapes_problem(const ShapesOptions &options)
{
    Dataset data;
    data.name = "shapes";
    data.table = shapes_table(options);
    data.counterparts = {{"picture", "picture (unbiased)"}, {"colour", "colour (unbiased)"}};
    return make_problem(data, {{"colour"}, "shape", "circle"}, 1);
}

} // namespace fairloom::test
