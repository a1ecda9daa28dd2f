#include "ui/views/shown_run.h"

#include "ui/workers/session.h"
#include "ui/workers/stored_run.h"

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
    if (!used && run.record && open) // a stored run whose rows have not been read
        return !run.gapIsItsData && run.record->data_sha256 == open->sha256 && run.record->test_sha256 == open->test_sha256;
    if (!used || !open)
        return used == open && !run.record;
    // the same file opened again is the same data set
    return used == open || (used->source == open->source && used->test_source == open->test_source
                            && used->recipe == open->recipe && used->sha256 == open->sha256);
}

bool usesOpenProblem(const RunEntry &run, const Session &session)
{
    const auto problem = session.problem();
    return problem && !isReshaped(run.request.settings) && usesOpenData(run, session) && problem->task == run.request.task
           && run.request.settings.seed == session.settings().seed
           && run.request.settings.minimum_group == session.settings().minimum_group;
}

QString shownRun(const RunEntry &run, const Session &session)
{
    const QString line = run.name + QStringLiteral(" · ") + run.dataName;
    return usesOpenData(run, session) ? line : ShownRun::tr("%1 (not open)", "a run and its data set, which is not the open one").arg(line);
}

} // namespace fairloom::ui
