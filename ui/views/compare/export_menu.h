#pragma once

#include "ui/models/compare_runs.h"

#include <QByteArray>
#include <QPushButton>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace fairloom::ui {

class Plot;

/// The button that saves what is compared: tables as CSV, JSON and LaTeX, plots as SVG, PDF and PNG.
class ExportMenu final : public QPushButton {
    Q_OBJECT
public:
    enum Table { runs_csv, groups_csv, everything_json, groups_latex, runs_latex };
    using Pictures = std::vector<std::pair<Plot *, QString>>; ///< plots and their file names without ending

    /// `listed`: the runs that the list shows, as it has them sorted. `pictures`: the plots in sight.
    ExportMenu(const CompareRuns &runs, std::function<std::vector<std::size_t>()> listed, std::function<Pictures()> pictures, QWidget *parent = nullptr);

    QByteArray exported(Table table) const;
    /// The files that could not be written; empty = all were.
    QString savePictures(const QString &folder, const QString &ending) const;

signals:
    void saved(const QString &sentence);
    void failed(const QString &sentence);

private:
    void saveTable(Table table);
    void askForFolder(const QString &ending);

    const CompareRuns &runs_;
    std::function<std::vector<std::size_t>()> listed_;
    std::function<Pictures()> pictures_;
};

} // namespace fairloom::ui
