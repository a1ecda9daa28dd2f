#include "ui/views/report_file.h"

#include "ui/window/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace fairloom::ui {

namespace {

struct ReportFile {
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

} // namespace

QString askForReportFile(QWidget *parent, const QString &runName)
{
    const QString page = ReportFile::tr("Web pages (*.html)"), paper = ReportFile::tr("For paper (*.pdf)");
    QString chosen = page;
    QString file = QFileDialog::getSaveFileName(parent, ReportFile::tr("Export report"), QDir(preferences::lastFolder()).filePath(runName + QStringLiteral(".html")),
                                                page + QStringLiteral(";;") + paper, &chosen);
    if (file.isEmpty() || chosen != paper)
        return file;
    if (file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
        return file;
    // The name that was offered has one ending, and the filter asks for the other; what is there under that name was not asked about.
    file = (file.endsWith(QStringLiteral(".html"), Qt::CaseInsensitive) ? file.chopped(5) : file) + QStringLiteral(".pdf");
    const QString question = ReportFile::tr("%1 is there already. Replace it?").arg(QDir::toNativeSeparators(file));
    if (QFileInfo::exists(file) && QMessageBox::question(parent, ReportFile::tr("Export report"), question) != QMessageBox::Yes)
        return {};
    return file;
}

} // namespace fairloom::ui
