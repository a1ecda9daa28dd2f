// The module's side: hands out the real functions.
#include "app/engine/engine.h"
#include "core/base/version.h"

#include <utility>

namespace {

fairloom::PictureNeighbours picture_neighbours(const fairloom::Problem &problem, int threads, std::stop_token stop)
{
    return {problem, threads, std::move(stop)};
}

fairloom::NearestPictures nearest(const fairloom::PictureNeighbours &neighbours, const fairloom::Table &generated, int count)
{
    return neighbours.nearest(generated, count);
}

} // namespace

extern "C" __attribute__((visibility("default"))) const fairloom::Engine *fairloom_engine()
{
    using namespace fairloom;
    static const Engine engine{.version = version(),
                               .run_pipeline = &run_pipeline,
                               .judge_rows = &judge_rows,
                               .write_run_artifacts = &write_run_artifacts,
                               .save_model = &save_model,
                               .load_model = &load_model,
                               .decode_picture = &decode_picture,
                               .resize_picture = &resize_picture,
                               .encode_png = &encode_png,
                               .reconstruct_pictures = &reconstruct_pictures,
                               .flip_groups = &flip_groups,
                               .interpolate_pictures = &interpolate_pictures,
                               .generate_pictures = &generate_pictures,
                               .picture_neighbours = &picture_neighbours,
                               .nearest = &nearest};
    return &engine;
}
