// The window's side: what its code calls by name is taken from the module. The linker sees these definitions before core's libraries, and says
// so ("undefined reference" to LibTorch, OpenCV or XGBoost) if the window comes to call something that is missing here.
#include "app/engine/engine.h"
#include "app/engine/engine_library.h"

#include <QCoreApplication>
#include <QDir>

#include <utility>

namespace fairloom {

const Engine &engine()
{
    static const Engine &loaded = load_engine(QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/" FAIRLOOM_ENGINE_FILE)));
    return loaded;
}

RunOutcome run_pipeline(const RunRequest &request, RunMonitor &monitor, std::stop_token stop)
{
    return engine().run_pipeline(request, monitor, std::move(stop));
}

RunOutcome judge_rows(const RunRequest &request, const std::string &file, RunMonitor &monitor, std::stop_token stop, const JudgeOptions &options)
{
    return engine().judge_rows(request, file, monitor, std::move(stop), options);
}

void write_run_artifacts(const RunOutcome &outcome, const RunMonitor &curves, const std::filesystem::path &folder, const Translator &translate, bool resumed)
{
    engine().write_run_artifacts(outcome, curves, folder, translate, resumed);
}

void save_model(const FairModel &model, const std::filesystem::path &folder)
{
    engine().save_model(model, folder);
}

std::shared_ptr<const FairModel> load_model(const std::filesystem::path &folder)
{
    return engine().load_model(folder);
}

Message decode_picture(std::string_view bytes, int size, std::span<std::uint8_t> out)
{
    return engine().decode_picture(bytes, size, out);
}

void resize_picture(std::span<const std::uint8_t> pixels, int width, int height, int size, std::span<std::uint8_t> out)
{
    engine().resize_picture(pixels, width, height, size, out);
}

std::string encode_png(int width, int height, const std::uint8_t *rgb)
{
    return engine().encode_png(width, height, rgb);
}

PictureSet reconstruct_pictures(const FairModel &model, const LabelledTable &rows, const std::vector<std::size_t> &which, int threads)
{
    return engine().reconstruct_pictures(model, rows, which, threads);
}

PictureSet flip_groups(const FairModel &model, const LabelledTable &rows, const std::vector<std::size_t> &which, int threads)
{
    return engine().flip_groups(model, rows, which, threads);
}

PictureSet interpolate_pictures(const FairModel &model, const LabelledTable &rows, std::size_t from, std::size_t to, std::int32_t group, int steps,
                                int threads)
{
    return engine().interpolate_pictures(model, rows, from, to, group, steps, threads);
}

Table generate_pictures(const FairModel &model, const PictureWish &wish, Progress &progress, std::stop_token stop)
{
    return engine().generate_pictures(model, wish, progress, std::move(stop));
}

PictureNeighbours::PictureNeighbours(const Problem &problem, int threads, std::stop_token stop)
    : PictureNeighbours(engine().picture_neighbours(problem, threads, std::move(stop)))
{
}

NearestPictures PictureNeighbours::nearest(const Table &generated, int count) const
{
    return engine().nearest(*this, generated, count);
}

} // namespace fairloom
