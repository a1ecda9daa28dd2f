#include "core/study/teacher_cache.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/model/model_file.h"
#include "core/study/loss_curves.h"

#include <random>
#include <system_error>

namespace fairloom {

namespace fs = std::filesystem;

fs::path TeacherCache::place(const std::string &fingerprint) const
{
    return folder_ / sha256(fingerprint).substr(0, 32);
}

std::shared_ptr<FairModel> TeacherCache::find(const std::string &fingerprint, const ModelSchema &schema) const
{
    std::error_code error;
    if (folder_.empty() || !fs::exists(place(fingerprint) / "model.json", error))
        return nullptr;
    try {
        std::shared_ptr<FairModel> kept = read_model(place(fingerprint));
        if (kept->teacher_finished && kept->teacher_fingerprint == fingerprint && kept->schema.same_encoding(schema))
            return kept;
    } catch (const InputError &) {
        // of another version, or damaged: it is trained again
    }
    return nullptr;
}

void TeacherCache::show_curves(const std::string &fingerprint, const RunSettings &settings, RunMonitor &monitor) const
{
    try {
        read_loss_curves(place(fingerprint) / "losses.csv", settings, monitor);
    } catch (const InputError &) {
        // a teacher without curves is as good
    }
}

void TeacherCache::keep(const FairModel &model, const LossLog *losses) const
{
    if (folder_.empty())
        return;
    const fs::path last = place(model.teacher_fingerprint);
    const fs::path first = last.string() + "." + std::to_string(std::random_device()()); // another process may be keeping the same one
    std::error_code error;
    fs::create_directories(first, error);
    try {
        if (losses)
            losses->write(first / "losses.csv");
        write_model(model, first);
        fs::rename(first, last, error);
    } catch (const InputError &) {
    }
    fs::remove_all(first, error); // where the rename did not take it away
}

} // namespace fairloom
