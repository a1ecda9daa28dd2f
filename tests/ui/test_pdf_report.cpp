#include "core/base/error.h"
#include "core/report/html_report.h"
#include "core/study/full_run.h"
#include "core/study/loss_curves.h"
#include "core/study/run_json_reader.h"
#include "ui/report/paper_document.h"
#include "ui/report/pdf_report.h"

#include <QFile>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace fairloom;

class TestPdfReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofAFile();
};

/// By hand, to look at a run's pages: FAIRLOOM_RUN=folder FAIRLOOM_PDF=file test_pdf_report ofAFile
void TestPdfReport::ofAFile()
{
    const QString folder = qEnvironmentVariable("FAIRLOOM_RUN"), file = qEnvironmentVariable("FAIRLOOM_PDF");
    if (folder.isEmpty() || file.isEmpty())
        QSKIP("no run was named");
    const RunResult run = read_run_result((folder + "/run.json").toStdString());
    RunMonitor curves;
    if (QFile::exists(folder + "/losses.csv"))
        read_loss_curves((folder + "/losses.csv").toStdString(), run.settings, curves);
    writePdfReport(run, curves, file);
    write_html_report(run, curves, (file + ".html").toStdString());
}

QTEST_MAIN(TestPdfReport)
#include "test_pdf_report.moc"
