#pragma once

#include "core/base/progress.h"
#include "core/data/table.h"
#include "core/data/problem.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

class FairModel;

struct GenerateRequest {
    std::size_t rows = 0;
    std::string sampler;                                      ///< empty = generator if the student is one, else posterior if training rows are given, else mixture
    std::vector<std::pair<std::string, double>> group_shares; ///< empty = shares of the training rows
    std::optional<double> positive_share;                     ///< exact share of the positive label; empty = as the model draws it
    std::uint64_t seed = 1;
    int threads = 0;
};

/// Writes teacher.safetensors, student.safetensors and model.json.
void save_model(const FairModel &model, const std::filesystem::path &folder);
/// Throws InputError if a file is missing, damaged or of another version.
std::shared_ptr<const FairModel> load_model(const std::filesystem::path &folder);

/// What the model was trained for, and the recipe its data were read with (may be empty).
Task model_task(const FairModel &model);
std::string model_recipe(const FairModel &model);
/// Whether its rows are pictures.
bool generates_pictures(const FairModel &model);

/// New rows, handed over in parts of at most 65,536, so that memory does not grow with their number. `source` (whose training rows are taken) is needed by the posterior sampler only. Throws InputError for what the model cannot do,
/// with the remedy.
void generate_rows(const FairModel &model, const GenerateRequest &request, const Problem *source,
                   const std::function<void(const Table &)> &take, Progress &progress, std::stop_token stop);
/// The same rows in one table.
Table generate_rows(const FairModel &model, const GenerateRequest &request, const Problem *source, Progress &progress,
                    std::stop_token stop);
/// The sampler that a request comes down to.
std::string sampler_used(const FairModel &model, const GenerateRequest &request, bool has_source);

} // namespace fairloom
