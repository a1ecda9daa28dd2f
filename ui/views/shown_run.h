#pragma once

#include <QString>

namespace fairloom::ui {

class Session;
struct RunEntry;

/// Whether the run was made with the data set that is open now.
bool usesOpenData(const RunEntry &run, const Session &session);
/// Whether the session's groups and labels are those that the run uses: same data, task and split.
bool usesOpenProblem(const RunEntry &run, const Session &session);
/// The run that a view shows and its data, "balanced-1 · hiring · gender", with a note if these are not the open ones.
QString shownRun(const RunEntry &run, const Session &session);

} // namespace fairloom::ui
