#include "ui/workers/session_private.h"

#include "core/report/html_report.h"
#include "core/study/model_export.h"
#include "core/study/rows_output.h"
#include "ui/report/pdf_report.h"
#include "ui/text.h"

#include <QDir>

namespace fairloom::ui {

namespace {

constexpr std::size_t sheet_across = 20, sheet_rows = 20;

}

void Session::startJob(std::function<QString(std::stop_token)> work)
{
    d_->jobs.push_back(std::make_unique<Background<QString>>(std::move(work)));
    d_->timer.start();
}

void Session::exportSynthetic(int runId, const QString &place, const QString &saved, Formulas formulas)
{
    const RunEntry *run = entry(runId);
    if (!run || !run->outcome || !run->outcome->synthetic) {
        emit jobFailed(tr("This run has no synthetic rows. Export rows from a run that finished."));
        return;
    }
    startJob([rows = run->outcome->synthetic, path = toPath(place), saved, formulas](std::stop_token stop) {
        save_rows(*rows, path, sheet_across, sheet_rows, stop, formulas);
        return saved;
    });
}

void Session::exportModel(int runId, const QString &folder)
{
    const RunEntry *run = entry(runId);
    if (!run || !run->outcome || !run->outcome->model) {
        emit jobFailed(tr("This run has no model. Export the model of a run that finished training."));
        return;
    }
    const QString done = tr("Model saved to %1.").arg(QDir::toNativeSeparators(folder));
    startJob([model = run->outcome->model, path = toPath(folder), done](std::stop_token) {
        save_model(*model, path);
        return done;
    });
}

void Session::exportReport(int runId, const QString &file)
{
    const RunEntry *run = entry(runId);
    if (!run || !run->outcome) {
        emit jobFailed(tr("This run has no results. Make a report of a run that finished."));
        return;
    }
    const QString done = tr("Report saved to %1.").arg(QDir::toNativeSeparators(file));
    startJob([outcome = run->outcome, monitor = run->monitor, path = toPath(file), file, done](std::stop_token) {
        // QCoreApplication::translate may be called from any thread
        const Translator translate = [](const Message &message) { return translated(message).toStdString(); };
        if (file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
            writePdfReport(outcome->result, *monitor, file, translate);
        else
            write_html_report(outcome->result, *monitor, path, translate);
        return done;
    });
}

void Session::pollJobs()
{
    for (auto job = d_->jobs.begin(); job != d_->jobs.end();) {
        auto ended = (*job)->fetch();
        if (!ended) {
            ++job;
            continue;
        }
        job = d_->jobs.erase(job);
        if (ended->result)
            emit jobFinished(*ended->result);
        else if (ended->failure.kind != Failure::Kind::cancelled)
            emit jobFailed(ended->failure.sentence());
    }
}

} // namespace fairloom::ui
