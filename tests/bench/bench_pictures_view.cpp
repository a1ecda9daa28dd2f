#include "ui/models/pictures_model.h"
#include "ui/picture_fixture.h"
#include "ui/style/theme.h"
#include "ui/widgets/pictures/picture_grid.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>
#include <QScrollBar>

using namespace fairloom;

// Twenty thousand pictures as thumbnails: what a frame costs while they are scrolled, on a screen with one and with two pixels a point. The
// first argument is how many points are scrolled a frame: a slow wheel, a fast one, a drag of the scroll bar (every thumbnail is another one).
// A frame has 16.7 ms at 60 frames a second.

namespace {

void scroll(benchmark::State &state, ui::PictureGrid &grid)
{
    QScrollBar *bar = grid.verticalScrollBar();
    const int step = static_cast<int>(state.range(0));
    int value = 0;
    for (auto _ : state) {
        value = (value + step) % bar->maximum();
        bar->setValue(value);
        QApplication::processEvents(); // paints what has come into sight
    }
}

/// The whole of it painted, as after a drag, on a screen with so many pixels a point.
void paint_all(benchmark::State &state, ui::PictureGrid &grid)
{
    const double ratio = static_cast<double>(state.range(0));
    QImage screen(grid.viewport()->size() * ratio, QImage::Format_RGB32);
    screen.setDevicePixelRatio(ratio);
    for (auto _ : state)
        grid.viewport()->render(&screen);
}

void filter(benchmark::State &state, ui::PicturesModel &model)
{
    int group = 0;
    for (auto _ : state) {
        model.setFilter(group, -1);
        QApplication::processEvents();
        group = 1 - group;
    }
    model.setFilter(-1, -1);
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    const QApplication application(argc, argv);
    ui::Theme::instance().setMode(ui::Theme::Mode::light);
    const auto table = std::make_shared<const Table>(fixture::picture_table(20000, 64));
    ui::PicturesModel model;
    model.setTable(table);
    model.setMarks(ui::mark_rows(*table, *fixture::picture_problem(*table), {}));
    ui::PictureGrid grid;
    grid.setPictures(&model);
    grid.resize(1280, 720);
    grid.show();
    QApplication::processEvents();
    benchmark::RegisterBenchmark("scroll_thumbnails_points_per_frame", [&](benchmark::State &state) { scroll(state, grid); })
        ->Arg(24)->Arg(200)->Arg(9973)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("paint_thumbnails_pixels_per_point", [&](benchmark::State &state) { paint_all(state, grid); })
        ->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("filter_thumbnails", [&](benchmark::State &state) { filter(state, model); })->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
