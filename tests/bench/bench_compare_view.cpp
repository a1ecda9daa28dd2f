#include "ui/models/compare_model.h"
#include "ui/style/theme.h"
#include "ui/views/compare/curves_card.h"
#include "ui/views/compare/scatter_card.h"
#include "ui/views/compare/tables_card.h"
#include "ui/views/compare_view.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/trade_off_plot.h"
#include "ui/made_up_entries.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QLineEdit>
#include <QMouseEvent>

#include <memory>

using namespace fairloom;

// A thousand runs in the Compare view: what passes between a change and everything having been painted. Brushing may take 50 ms.

namespace {

constexpr int strengths = 25, seeds = 10; // of four losses: a thousand runs in a hundred groups

struct Window {
    ui::Session session;
    ui::CompareView view{session};
    made_up::Entries runs{made_up::study(strengths, seeds), 300};

    Window()
    {
        view.resize(1280, 720);
        view.show();
        view.showRuns(runs.list(), -1);
        settle();
    }
    /// Until nothing is left to be drawn.
    static void settle()
    {
        for (int i = 0; i < 3; ++i)
            QApplication::processEvents();
    }
};

void brush_runs(benchmark::State &state, Window &window)
{
    const std::size_t count = std::size_t(state.range(0));
    Random random(1);
    for (auto _ : state) {
        state.PauseTiming();
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < count; ++i)
            chosen.push_back(std::size_t(random.below(1000)));
        state.ResumeTiming();
        window.view.runs().select(chosen, ui::CompareRuns::Origin::plot);
        Window::settle();
    }
    window.view.runs().clearSelection();
    Window::settle();
}

void clear_selection(benchmark::State &state, Window &window)
{
    for (auto _ : state) {
        state.PauseTiming();
        window.view.runs().select({1, 2, 3}, ui::CompareRuns::Origin::plot);
        Window::settle();
        state.ResumeTiming();
        window.view.runs().clearSelection();
        Window::settle();
    }
}

/// One move of the mouse while the rubber band is drawn across the plot.
void drag(benchmark::State &state, Window &window)
{
    ui::TradeOffPlot *plot = window.view.scatter().plot();
    const auto send = [plot](QEvent::Type type, const QPointF &at, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, plot->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(plot, &event);
    };
    const QPointF from(60, 40);
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    int step = 0;
    for (auto _ : state) {
        step = step % 60 + 1;
        send(QEvent::MouseMove, from + QPointF(step * plot->width() / 80.0, step * plot->height() / 80.0), Qt::LeftButton);
        Window::settle();
    }
    send(QEvent::MouseButtonRelease, from, Qt::NoButton);
    window.view.runs().clearSelection();
    Window::settle();
}

void filter(benchmark::State &state, Window &window)
{
    bool one = false;
    for (auto _ : state) {
        one = !one;
        window.view.runs().setFilter({one ? QStringLiteral("seed-3") : QStringLiteral("huber"), {}, {}, {}});
        Window::settle();
    }
    window.view.runs().setFilter({});
    Window::settle();
}

void show_all(benchmark::State &state, Window &window)
{
    for (auto _ : state) {
        window.view.showRuns(window.runs.list(), -1);
        Window::settle();
    }
}

void sort_list(benchmark::State &state, Window &window)
{
    auto *model = const_cast<ui::CompareModel *>(&window.view.model());
    bool up = false;
    for (auto _ : state) {
        up = !up;
        model->sort(ui::CompareModel::accuracy, up ? Qt::AscendingOrder : Qt::DescendingOrder);
        Window::settle();
    }
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    const QApplication application(argc, argv);
    ui::Theme::instance().setMode(ui::Theme::Mode::light);
    Window window;
    const auto both = [&](const char *name, auto what) {
        return benchmark::RegisterBenchmark(name, [&window, what](benchmark::State &state) {
                   window.view.tables().showPage(ui::TablesCard::runs_page);
                   what(state, window);
               })
            ->Unit(benchmark::kMillisecond);
    };
    both("compare_1000_brush_runs", brush_runs)->Arg(5)->Arg(100)->Arg(500);
    both("compare_1000_clear_selection", clear_selection);
    both("compare_1000_drag_one_move", drag);
    both("compare_1000_filter", filter);
    both("compare_1000_sort", sort_list);
    both("compare_1000_show_all", show_all);
    auto *chips = window.view.curves().findChild<ui::ChipGroup *>(QStringLiteral("compareCurveLayout"));
    benchmark::RegisterBenchmark("compare_1000_brush_runs_small_multiples", [&](benchmark::State &state) {
        chips->setCurrent(1);
        Window::settle();
        brush_runs(state, window);
        chips->setCurrent(0);
    })->Arg(100)->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
