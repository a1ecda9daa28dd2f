#pragma once

#include "core/data/pictures/picture_decoder.h"
#include "core/data/pictures/png_encoder.h"
#include "core/metrics/pictures/nearest_pictures.h"
#include "core/report/run_artifacts.h"
#include "core/study/imported_rows.h"
#include "core/study/model_export.h"
#include "core/study/picture_tools.h"
#include "core/study/pipeline.h"

namespace fairloom {

/// The functions of core that the window calls and that need LibTorch, OpenCV or XGBoost. These libraries take longer to load than the window to
/// be built, so they are not linked by the program but by a module of its own, which is loaded when the window is on screen.
/// What passes through here is compiled from the same sources on both sides; `version` is compared before anything else is used.
struct Engine {
    const char *version;
    decltype(&fairloom::run_pipeline) run_pipeline;
    decltype(&fairloom::judge_rows) judge_rows;
    decltype(&fairloom::write_run_artifacts) write_run_artifacts;
    decltype(&fairloom::save_model) save_model;
    decltype(&fairloom::load_model) load_model;
    decltype(&fairloom::decode_picture) decode_picture;
    decltype(&fairloom::resize_picture) resize_picture;
    decltype(&fairloom::encode_png) encode_png;
    decltype(&fairloom::reconstruct_pictures) reconstruct_pictures;
    decltype(&fairloom::flip_groups) flip_groups;
    decltype(&fairloom::interpolate_pictures) interpolate_pictures;
    decltype(&fairloom::generate_pictures) generate_pictures;
    PictureNeighbours (*picture_neighbours)(const Problem &problem, int threads, std::stop_token stop);
    NearestPictures (*nearest)(const PictureNeighbours &neighbours, const Table &generated, int count);
};

/// The module's one function with a name that can be looked up.
using EngineFunction = const Engine *();
constexpr char engine_function_name[] = "fairloom_engine";

/// Loads the module the first time; may be called from any thread. Throws InputError if that is not possible.
const Engine &engine();

} // namespace fairloom
