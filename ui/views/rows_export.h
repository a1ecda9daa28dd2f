#pragma once

#include "core/data/csv_writer.h"

#include <optional>

class QWidget;

namespace fairloom::ui {

class Session;
struct RunEntry;

/// Asks where to save a run's generated rows, and saves them. Before that, if the rows are not anonymous, asks whether to.
void exportRows(QWidget *parent, Session &session, const RunEntry &run);

/// What is to become of values that a spreadsheet would run; asks only if the table has some. Nothing = not saved, after all.
std::optional<Formulas> askAboutFormulas(QWidget *parent, const Table &table);

} // namespace fairloom::ui
