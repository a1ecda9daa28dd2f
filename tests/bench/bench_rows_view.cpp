#include "core/base/progress.h"
#include "core/data/dataset.h"
#include "core/data/file_text.h"
#include "core/data/row_order.h"
#include "real_data.h"
#include "ui/models/table_model.h"
#include "ui/widgets/rows_view.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QScrollBar>

#include <filesystem>
#include <fstream>
#include <memory>

using namespace fairloom;

// A million rows in the window: what a frame costs while they are scrolled, and what sorting them takes. Adult 31 times over, from
// FAIRLOOM_DATA_DIR. A frame has 16.7 ms at 60 frames a second.

namespace {

std::shared_ptr<const Table> million_rows()
{
    const std::filesystem::path adult = test::real_data("adult/adult.data");
    if (adult.empty())
        return nullptr;
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "fairloom-bench-rows-view.csv";
    std::string text = read_file(adult);
    while (text.ends_with("\n\n"))
        text.pop_back();
    {
        std::ofstream out(file, std::ios::binary);
        for (int i = 0; i < 31; ++i)
            out << text;
    }
    NoProgress progress;
    const auto data = open_dataset(file.string(), {.test = {}, .recipe = "adult"}, progress, {});
    std::filesystem::remove(file);
    return {data, &data->table};
}

/// One frame: the scroll bar moves, the view paints.
void scroll(benchmark::State &state, ui::RowsView &view)
{
    QScrollBar *bar = view.verticalScrollBar();
    const int step = static_cast<int>(state.range(0));
    int value = 0;
    for (auto _ : state) {
        value = (value + step) % bar->maximum();
        bar->setValue(value);
        view.viewport()->repaint();
    }
}

void sort(benchmark::State &state, const Table &table)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(sorted_rows(table, static_cast<std::size_t>(state.range(0)), false, std::nullopt, {}));
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    const QApplication application(argc, argv);
    const std::shared_ptr<const Table> table = million_rows();
    if (!table) {
        std::fputs("Adult was not found: set FAIRLOOM_DATA_DIR\n", stderr);
        return 1;
    }
    ui::TableModel model;
    model.setTable(table);
    ui::RowsView view;
    view.setModel(&model);
    view.fitColumns();
    view.resize(1280, 720);
    view.show();
    QApplication::processEvents();
    benchmark::RegisterBenchmark("scroll_rows_per_frame", [&](benchmark::State &state) { scroll(state, view); })
        ->Arg(1)->Arg(25)->Arg(9973)->Unit(benchmark::kMillisecond);
    auto *sorting = benchmark::RegisterBenchmark("sort_million_rows_by_column", [&](benchmark::State &state) { sort(state, *table); });
    sorting->Arg(static_cast<int>(table->index_of("age")))->Arg(static_cast<int>(table->index_of("fnlwgt")))
        ->Arg(static_cast<int>(table->index_of("occupation")))->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
