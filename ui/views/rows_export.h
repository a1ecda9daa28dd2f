#pragma once

class QWidget;

namespace fairloom::ui {

class Session;
struct RunEntry;

/// Asks where to save a run's generated rows, and saves them. Before that, if the rows are not anonymous, asks whether to.
void exportRows(QWidget *parent, Session &session, const RunEntry &run);

} // namespace fairloom::ui
