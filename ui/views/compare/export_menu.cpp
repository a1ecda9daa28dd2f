#include "ui/views/compare/export_menu.h"

#include "ui/widgets/plot.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>

namespace fairloom::ui {

ExportMenu::ExportMenu(const CompareRuns &runs, std::function<std::vector<std::size_t>()> listed, std::function<Pictures()> pictures, QWidget *parent)
    : QPushButton(tr("Export"), parent), runs_(runs), listed_(std::move(listed)), pictures_(std::move(pictures))
{
    setObjectName(QStringLiteral("compareExport"));
    setToolTip(tr("Saves the runs that are listed, the means over seeds, or the plots."));
    auto *menu = new QMenu(this);
    const auto table = [this, menu](const QString &text, const char *name, Table of) {
        menu->addAction(text, this, [this, of] { saveTable(of); })->setObjectName(QLatin1String(name));
    };
    table(tr("Runs as CSV…"), "exportRunsCsv", runs_csv);
    table(tr("Means over seeds as CSV…"), "exportGroupsCsv", groups_csv);
    table(tr("Everything as JSON…"), "exportComparisonJson", everything_json);
    menu->addSeparator();
    table(tr("Means over seeds as LaTeX…"), "exportGroupsLatex", groups_latex);
    table(tr("Runs as LaTeX…"), "exportRunsLatex", runs_latex);
    menu->addSeparator();
    for (const auto &[ending, name] : {std::pair{"svg", "exportPlotsSvg"}, {"pdf", "exportPlotsPdf"}, {"png", "exportPlotsPng"}}) {
        const QString of = QLatin1String(ending);
        menu->addAction(tr("Plots as %1…").arg(of.toUpper()), this, [this, of] { askForFolder(of); })->setObjectName(QLatin1String(name));
    }
    setMenu(menu);
}

QByteArray ExportMenu::exported(Table table) const
{
    const ComparisonTable of = runs_.table(listed_());
    switch (table) {
    case runs_csv: return QByteArray::fromStdString(fairloom::runs_csv(of));
    case groups_csv: return QByteArray::fromStdString(fairloom::groups_csv(of));
    case everything_json: return QByteArray::fromStdString(comparison_json(of));
    case groups_latex: return QByteArray::fromStdString(fairloom::groups_latex(of));
    case runs_latex: return QByteArray::fromStdString(fairloom::runs_latex(of));
    }
    return {};
}

void ExportMenu::saveTable(Table table)
{
    const QString ending = table == everything_json ? QStringLiteral(".json") : table >= groups_latex ? QStringLiteral(".tex") : QStringLiteral(".csv");
    const QString name = table == everything_json                           ? tr("comparison")
                         : table == groups_csv || table == groups_latex ? tr("means-over-seeds")
                                                                             : tr("runs");
    const QString filter = table == everything_json ? tr("JSON (*.json)") : table >= groups_latex ? tr("LaTeX (*.tex)") : tr("Tables (*.csv)");
    const QString file = QFileDialog::getSaveFileName(this, tr("Export comparison"), name + ending, filter);
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(exported(table)) >= 0 && out.commit())
        emit saved(tr("The comparison was saved as %1.").arg(file));
    else
        emit failed(tr("%1 could not be written: %2.").arg(file, out.errorString()));
}

QString ExportMenu::savePictures(const QString &folder, const QString &ending) const
{
    QStringList missing;
    for (const auto &[plot, name] : pictures_()) {
        const QString file = QDir(folder).filePath(name + QLatin1Char('.') + ending);
        if (!plot->savePicture(file))
            missing << file;
    }
    return missing.join(QStringLiteral(", "));
}

void ExportMenu::askForFolder(const QString &ending)
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Save plots in"));
    if (folder.isEmpty())
        return;
    QStringList existing;
    for (const auto &[plot, name] : pictures_())
        if (const QString file = name + QLatin1Char('.') + ending; QFileInfo::exists(QDir(folder).filePath(file)))
            existing << file;
    if (!existing.isEmpty()) {
        QMessageBox question(QMessageBox::Question, tr("Save plots"),
                             tr("The folder already has %1. Replace?").arg(existing.join(QStringLiteral(", "))), QMessageBox::NoButton, this);
        const QPushButton *replace = question.addButton(tr("Replace"), QMessageBox::AcceptRole);
        question.setDefaultButton(question.addButton(QMessageBox::Cancel));
        question.exec();
        if (question.clickedButton() != replace)
            return;
    }
    if (const QString missing = savePictures(folder, ending); !missing.isEmpty())
        emit failed(tr("%1 could not be written.").arg(missing));
    else
        emit saved(tr("The plots were saved in %1.").arg(folder));
}

} // namespace fairloom::ui
