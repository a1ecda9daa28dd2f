#include "ui/views/shown_run.h"

#include "ui/workers/session.h"

#include <QCoreApplication>

namespace fairloom::ui {

namespace {

struct ShownRun {
    Q_DECLARE_TR_FUNCTIONS(ShownRun)
};

} // namespace

bool usesOpenData(const RunEntry &run, const Session &session)
{
    const auto &used = run.request.data;
    const auto open = session.dataset();
    if (!used || !open)
        return used == open;
    // the same file opened again is the same data set
    return used == open || (used->source == open->source && used->test_source == open->test_source
                            && used->recipe == open->recipe && used->sha256 == open->sha256);
}

bool usesOpenProblem(const RunEntry &run, const Session &session)
{
    const auto problem = session.problem();
    return problem && usesOpenData(run, session) && problem->task == run.request.task
           && run.request.settings.seed == session.settings().seed
           && run.request.settings.minimum_group == session.settings().minimum_group;
}

QString shownRun(const RunEntry &run, const Session &session)
{
    const QString line = run.name + QStringLiteral(" · ") + run.dataName;
    return usesOpenData(run, session) ? line : ShownRun::tr("%1 (not open)", "a run and its data set, which is not the open one").arg(line);
}

} // namespace fairloom::ui
