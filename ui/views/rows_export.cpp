#include "ui/views/rows_export.h"

#include "ui/views/presentation.h"
#include "ui/workers/session.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace fairloom::ui {

namespace {

struct RowsExport {
    Q_DECLARE_TR_FUNCTIONS(RowsExport)
};

bool wantsPersonalRows(QWidget *parent)
{
    QMessageBox question(QMessageBox::Warning, RowsExport::tr("Export generated rows"),
                         RowsExport::tr("These rows derive one to one from real people and are not anonymous."),
                         QMessageBox::NoButton, parent);
    question.setObjectName(QStringLiteral("confirmRows"));
    question.setInformativeText(
        RowsExport::tr("Treat the file like the original data. Rows from the sampler “mixture” need no source rows."));
    const QAbstractButton *go = question.addButton(RowsExport::tr("Export"), QMessageBox::AcceptRole);
    question.addButton(QMessageBox::Cancel);
    question.exec();
    return question.clickedButton() == go;
}

} // namespace

std::optional<Formulas> askAboutFormulas(QWidget *parent, const Table &table)
{
    if (!has_formulas(table))
        return Formulas::as_they_are;
    QMessageBox question(QMessageBox::Warning, RowsExport::tr("Export rows"),
                         RowsExport::tr("Some values begin as formulas of a spreadsheet do (=, +, - or @). A spreadsheet that opens the file would run them."),
                         QMessageBox::NoButton, parent);
    question.setObjectName(QStringLiteral("confirmFormulas"));
    question.setInformativeText(RowsExport::tr("With an apostrophe before them they are texts for a spreadsheet, but other values than before for a program."));
    const QAbstractButton *defuse = question.addButton(RowsExport::tr("Put an apostrophe before them"), QMessageBox::AcceptRole);
    const QAbstractButton *leave = question.addButton(RowsExport::tr("Leave them as they are"), QMessageBox::AcceptRole);
    question.addButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() == defuse)
        return Formulas::defused;
    if (question.clickedButton() == leave)
        return Formulas::as_they_are;
    return std::nullopt;
}

void exportRows(QWidget *parent, Session &session, const RunEntry &run)
{
    if (!run.outcome || !run.outcome->synthetic)
        return;
    const int id = run.id;
    const QString name = run.name;
    const std::size_t rows = run.outcome->synthetic->rows();
    const Presentation &presentation = Presentation::of(run.outcome->synthetic.get());
    if (run.outcome->result.settings.sampler == "posterior" && !wantsPersonalRows(parent))
        return;
    const std::optional<Formulas> formulas = askAboutFormulas(parent, *run.outcome->synthetic);
    if (!formulas)
        return;
    const QString place = presentation.askForPlace(parent, name);
    if (!place.isEmpty())
        session.exportSynthetic(id, place, presentation.saved(rows, place), *formulas);
}

} // namespace fairloom::ui
