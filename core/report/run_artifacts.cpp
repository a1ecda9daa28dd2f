#include "core/report/run_artifacts.h"

#include "core/base/file_output.h"
#include "core/report/audit_json.h"
#include "core/study/loss_log.h"
#include "core/study/model_export.h"
#include "core/study/rows_output.h"
#include "core/study/run_json.h"

namespace fairloom {

void write_run_artifacts(const RunOutcome &outcome, const RunMonitor &curves, const std::filesystem::path &folder,
                         const Translator &translate, bool resumed)
{
    if (outcome.losses)
        outcome.losses->write(folder / "losses.csv", resumed);
    if (outcome.synthetic)
        write_generated(*outcome.synthetic, folder);
    if (outcome.model)
        save_model(*outcome.model, folder);
    write_html_report(outcome.result, curves, folder / "report.html", translate);
    write_file(folder / "audit.json", audit_json(outcome.result));
    // last, for it marks the folder as one that holds a run
    write_file(folder / "run.json", run_json(outcome.result));
}

} // namespace fairloom
