#include "core/study/store/run_store.h"
#include "made_up_runs.h"
#include "ui/models/runs_filter.h"
#include "ui/models/runs_model.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/workers/session.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace fairloom;

// A project of a thousand stored runs: until its window can be used (it must be under a second), until the curves of all are there, and what
// the table of runs costs to scroll and to search. The project is made anew in the folder FAIRLOOM_BENCH_PROJECT names, or in a scratch
// folder; one that has its runs is taken as it is.

namespace {

constexpr int runs = 1000;

void fill(const QString &project)
{
    RunStore store(ui::toPath(project));
    const char *const losses[] = {"l1", "huber", "mse", "md"};
    for (int i = int(store.records().size()); i < runs; ++i) {
        RunRecord record = made_up::record("loss." + std::string(losses[i % 4]) + ".seed-" + std::to_string(i / 4 + 1), losses[i % 4],
                                           0.4 + 0.0005 * (i * 37 % 1000), 0.78 + 0.00005 * (i * 61 % 1000), std::uint64_t(i / 4 + 1));
        record.study = i % 3 ? "Which loss?" : "";
        const std::int64_t id = store.begin(record);
        store.finish(id, record, made_up::curves(std::uint64_t(i), 1 + i % 4, 150));
        if (i % 50 == 0)
            store.set_tags(id, {"baseline", "for the report"});
    }
}

template <typename Condition>
void waitUntil(Condition there)
{
    while (!there())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
}

QTableView *tableOf(const ui::MainWindow &window)
{
    return window.findChild<QTableView *>(QStringLiteral("runsTable"));
}

/// From the wish to open a project until the window shows its runs and answers.
void openProject(benchmark::State &state, const QString &project)
{
    ui::Session session;
    ui::MainWindow window(session);
    window.resize(1440, 900);
    window.show();
    window.start();
    waitUntil([&] { return session.hasProject(); });
    for (auto _ : state) {
        session.openProject(project);
        waitUntil([&] { return tableOf(window)->model()->rowCount() == runs; });
        window.repaint();
        state.PauseTiming();
        waitUntil([&] { return session.runs().back()->curves != nullptr; });
        session.newProject();
        waitUntil([&] { return session.isProjectUntitled() && !session.isProjectBusy(); });
        state.ResumeTiming();
    }
}

/// A window without runs, for comparison.
void buildWindow(benchmark::State &state)
{
    for (auto _ : state) {
        ui::Session session;
        ui::MainWindow window(session);
        window.show();
        window.repaint();
    }
}

void readCurves(benchmark::State &state, const QString &project)
{
    for (auto _ : state) {
        ui::Session session;
        session.openProject(project);
        waitUntil([&] { return session.runs().size() == std::size_t(runs); });
        waitUntil([&] { return session.runs().back()->curves && session.runs().front()->curves; });
    }
}

struct Open {
    explicit Open(const QString &project) : window(session)
    {
        window.resize(1440, 900);
        window.show();
        window.start(project);
        waitUntil([&] { return tableOf(window)->model()->rowCount() == runs && session.runs().back()->curves; });
    }
    ui::Session session;
    ui::MainWindow window;
};

void scroll(benchmark::State &state, const QString &project)
{
    const Open open(project);
    QTableView *table = tableOf(open.window);
    int value = 0;
    for (auto _ : state) {
        value = (value + 7) % table->verticalScrollBar()->maximum();
        table->verticalScrollBar()->setValue(value);
        table->viewport()->repaint();
    }
}

/// A key pressed in the search field, until the table shows what is found.
void search(benchmark::State &state, const QString &project)
{
    const Open open(project);
    auto *field = open.window.findChild<QLineEdit *>(QStringLiteral("runsSearch"));
    const QString words[] = {QStringLiteral("hub"), QStringLiteral("hube"), QStringLiteral("huber 1"), QString()};
    std::size_t next = 0;
    for (auto _ : state) {
        field->setText(words[next++ % 4]);
        tableOf(open.window)->viewport()->repaint();
    }
}

/// All but a few runs are deleted and brought back.
void removeAndRestore(benchmark::State &state, const QString &project)
{
    Open open(project);
    std::vector<int> ids;
    for (const ui::RunEntry *run : open.session.runs())
        if (ids.size() < runs - 5)
            ids.push_back(run->id);
    for (auto _ : state) {
        open.session.removeRuns(ids);
        open.session.restoreRuns(ids);
    }
}

/// The longest that the window does not answer while it takes in what another process did: all records are read again, by the store's thread.
void longestPause(benchmark::State &state, const QString &project)
{
    Open open(project);
    RunStore other(ui::toPath(project));
    const ui::RunEntry *run = open.session.runs().front();
    int count = 0;
    for (auto _ : state) {
        const std::string note = "note " + std::to_string(++count);
        other.set_note(run->record->id, note);
        qint64 longest = 0;
        while (open.session.run(run->id)->record->note != note) {
            QElapsedTimer pause;
            pause.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            longest = std::max(longest, pause.nsecsElapsed());
        }
        state.SetIterationTime(double(longest) * 1e-9);
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QTemporaryDir scratch;
    qputenv("XDG_DATA_HOME", scratch.path().toLocal8Bit());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, scratch.path());
    ui::setLanguage(QStringLiteral("en"));
    ui::Theme::instance().setMode(ui::Theme::Mode::light);
    const QByteArray given = qgetenv("FAIRLOOM_BENCH_PROJECT");
    const QString project = given.isEmpty() ? scratch.filePath(QStringLiteral("thousand")) : QString::fromLocal8Bit(given);
    fill(project);

    benchmark::RegisterBenchmark("build_window", buildWindow)->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark::RegisterBenchmark("open_project", openProject, project)->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark::RegisterBenchmark("read_curves", readCurves, project)->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark::RegisterBenchmark("scroll_runs", scroll, project)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("search_runs", search, project)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("remove_and_restore", removeAndRestore, project)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("longest_pause", longestPause, project)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(10);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
