#include "core/data/picture_set.h"
#include "core/data/pictures/picture_column.h"
#include "core/data/sample_models.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <span>

namespace fairloom {

namespace {

constexpr int edge = 32; // pixels

using Rgb = std::array<double, 3>;
constexpr std::array<Rgb, 2> paints = {{{232, 126, 44}, {58, 120, 226}}}; // orange, blue

/// One shape: everything about its picture but the colour.
struct Shape {
    bool square = false, outlined = false;
    double x = 0, y = 0;       ///< middle, pixels
    double half = 0;           ///< radius, or half a side
    double cosine = 1, sine = 0; ///< of the angle that it is turned by
    double stroke = 0;         ///< of an outline, pixels
    double ground = 0;         ///< grey level behind it
    double light = 1;          ///< on it
    std::array<float, edge * edge> noise{};
};

/// How far a point lies outside the shape's edge, negative inside.
double distance(const Shape &shape, double x, double y)
{
    const double dx = x - shape.x, dy = y - shape.y;
    if (!shape.square)
        return std::hypot(dx, dy) - shape.half;
    const double u = std::abs(dx * shape.cosine + dy * shape.sine), v = std::abs(dy * shape.cosine - dx * shape.sine);
    return std::max(u, v) - shape.half;
}

/// Edges are smoothed over one pixel.
void draw(const Shape &shape, const Rgb &paint, std::span<std::uint8_t> out)
{
    for (int y = 0; y < edge; ++y)
        for (int x = 0; x < edge; ++x) {
            const double outside = distance(shape, x + 0.5, y + 0.5);
            const double cover = std::clamp(0.5 - (shape.outlined ? std::abs(outside) - shape.stroke / 2 : outside), 0.0, 1.0);
            const auto pixel = static_cast<std::size_t>(y * edge + x);
            for (std::size_t c = 0; c < PictureSet::channels; ++c) {
                const double value = shape.ground + cover * (shape.light * paint[c] - shape.ground) + static_cast<double>(shape.noise[pixel]);
                out[PictureSet::channels * pixel + c] = static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
            }
        }
}

Shape draw_shape(Random &random, bool square, bool outlined)
{
    Shape shape;
    shape.square = square;
    shape.outlined = outlined;
    shape.half = 5.5 + 5 * random.uniform();
    const double room = edge / 2.0 - shape.half * (square ? std::numbers::sqrt2 : 1) - 1;
    shape.x = edge / 2.0 + std::max(room, 0.5) * (2 * random.uniform() - 1);
    shape.y = edge / 2.0 + std::max(room, 0.5) * (2 * random.uniform() - 1);
    const double angle = random.uniform() * std::numbers::pi / 2;
    shape.cosine = std::cos(angle);
    shape.sine = std::sin(angle);
    shape.stroke = 2 + 2 * random.uniform();
    shape.ground = random.uniform() < 0.5 ? 20 + 40 * random.uniform() : 190 + 40 * random.uniform();
    shape.light = 0.85 + 0.2 * random.uniform();
    const double roughness = 3 + 6 * random.uniform();
    for (float &noise : shape.noise)
        noise = static_cast<float>(roughness * random.normal());
    return shape;
}

/// Circle or square? With U independent uniform draws, [..] = 1 if true, b = bias:
///
///     shape       circle with probability 0.5, else square
///     colour      orange with probability 0.5 + 0.4 b of a circle, 0.5 - 0.4 b of a square, else blue
///     style       outlined with probability 0.3, else filled
///     colour (unbiased)   orange with probability 0.5, else blue
///
/// Place, size, turn, stroke, light, ground and noise of a picture depend on nothing. A second picture shows the same in the unbiased colour.
/// Colour follows shape and nothing follows colour: to repaint a shape leaves it what it is.
class ShapesModel final : public SampleModel {
public:
    SampleInfo info() const override
    {
        SampleInfo info;
        info.name = "shapes";
        info.title = FAIRLOOM_TEXT("Shapes: pictures of circles and squares, most of them in the usual colour");
        info.story = FAIRLOOM_TEXT("Circles are orange in 9 of 10 pictures and squares blue, so that whoever learns from the pictures learns the colour. "
                                   "A second picture of each shows it in a colour that tells nothing");
        info.rows = 2400;
        info.test_rows = 1200;
        info.sensitive = {"colour"};
        info.target = "shape";
        info.positive = "circle";
        return info;
    }

    std::vector<std::string> groups() const override { return {"orange", "blue"}; }

    std::vector<Column> columns() const override
    {
        return {category_column("shape", {"circle", "square"}, Role::target), category_column("colour", groups(), Role::sensitive),
                category_column("style", {"filled", "outlined"}, Role::ignored), category_column(unbiased("colour"), groups(), Role::ignored)};
    }

    bool draw(Random &random, int group, double bias, std::vector<double> &row) const override
    {
        const bool circle = random.uniform() < 0.5;
        const int own = random.uniform() < 0.5 + (circle ? 0.4 : -0.4) * bias ? 0 : 1;
        const bool outlined = random.uniform() < 0.3;
        const int silent = random.uniform() < 0.5 ? 0 : 1;
        row = {circle ? 0.0 : 1.0, static_cast<double>(group >= 0 ? group : own), outlined ? 1.0 : 0.0, static_cast<double>(silent)};
        return circle;
    }

    void add_pictures(Table &table, Random random) const override
    {
        const std::vector<std::int32_t> shape = table.columns[0].codes, colour = table.columns[1].codes, style = table.columns[2].codes,
                                        silent = table.columns[3].codes;
        const auto biased = std::make_shared<PictureSet>(), other = std::make_shared<PictureSet>();
        for (const auto &set : {biased, other}) {
            set->width = set->height = edge;
            set->bytes.resize(table.rows() * set->picture_bytes());
        }
        for (std::size_t i = 0; i < table.rows(); ++i) {
            const Shape drawn = draw_shape(random, shape[i] == 1, style[i] == 1);
            fairloom::draw(drawn, paints[static_cast<std::size_t>(colour[i])], biased->picture(i));
            fairloom::draw(drawn, paints[static_cast<std::size_t>(silent[i])], other->picture(i));
        }
        table.columns.insert(table.columns.begin(), picture_column("picture", running_names(biased->size()), biased));
        table.columns.insert(table.columns.end() - 1, picture_column(unbiased("picture"), running_names(other->size()), other, Role::ignored));
    }

    std::vector<std::pair<std::string, std::string>> counterparts() const override
    {
        return {{"picture", unbiased("picture")}, {"colour", unbiased("colour")}};
    }

private:
    static std::string unbiased(const std::string &name) { return name + " (unbiased)"; }
};

} // namespace

const SampleModel &shapes_model()
{
    static const ShapesModel model;
    return model;
}

} // namespace fairloom
