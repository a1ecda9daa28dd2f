#include "core/study/queue/memory_need.h"

#include "core/base/error.h"
#include "core/data/picture_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace fairloom {

namespace {

// Bytes, fitted to measured peaks (tests/core/study/test_memory_need.cpp).
constexpr double program_alone = 250e6;
constexpr double each_cell = 31;             // of the table: read, split, encoded
constexpr double each_generated_cell = 24;   // decoded, written
constexpr double each_further_cell = 8;      // of generated tables beside the student's, which are only judged
constexpr double each_value = 10.5;          // of rows that a classifier is trained on: the matrix, and XGBoost's copy
constexpr double each_value_beyond = 3;      // once more for more classifiers than one
constexpr double each_value_explained = 10;  // and for what judges in depth
constexpr double each_test_value = 6;
constexpr double each_parameter = 16;        // itself, its gradient and two moments, in float
constexpr double each_activation = 10;       // of a batch: forwards, backwards and what operators keep between
constexpr double each_logit = 6;
constexpr double each_pixel = 18;            // of a batch of pictures, in all layers
constexpr double each_kept_pixel = 3;        // of every picture: as read, and as a classifier takes it
constexpr std::size_t block_rows = 8192;     // encoded or decoded at once
constexpr std::size_t bins_of_number = 26;   // 24 quantile bins, one or two frequent values
constexpr std::size_t states_of_noise = 15;  // half of the noise columns are numbers, half have a few categories
constexpr std::size_t width_of_noise = 4;

bool generative_network(const RunSettings &settings) { return settings.method == "tabfairgan" || settings.method == "decaf"; }

} // namespace

DataSize size_of(const Dataset &data, const RunSettings &settings)
{
    DataSize out;
    const std::size_t rows = data.table.rows();
    out.test_rows = data.test ? data.test->rows() : static_cast<std::size_t>(static_cast<double>(rows) * settings.test_share);
    out.train_rows = data.test ? rows : rows - out.test_rows;
    out.columns = data.table.columns.size();
    for (const Column &column : data.table.columns) {
        if (column.pictures) {
            out.pixels = column.pictures->picture_bytes();
            continue;
        }
        if (column.role == Role::ignored || column.role == Role::identifier)
            continue;
        out.width += column.type == ColumnType::number ? 1 : column.categories.size();
        out.states += column.type == ColumnType::number ? bins_of_number : column.categories.size();
    }
    return out;
}

std::size_t memory_need(const DataSize &size, const RunSettings &settings)
{
    const std::size_t noise = static_cast<std::size_t>(std::max(0, settings.noise_columns));
    const auto columns = static_cast<double>(size.columns + noise), width = static_cast<double>(size.width + noise * width_of_noise);
    const auto states = static_cast<double>(size.states + noise * states_of_noise);
    const std::size_t most = settings.train_rows > 0 ? std::min(size.train_rows, static_cast<std::size_t>(settings.train_rows)) : size.train_rows;
    const auto train = static_cast<double>(most), test = static_cast<double>(size.test_rows), read = static_cast<double>(size.train_rows + size.test_rows);
    const auto generated = settings.rows > 0 ? static_cast<double>(settings.rows) : train;
    const bool student_only = settings.evaluation == "student", full = settings.evaluation == "full";
    const double further = student_only ? 0 : settings.controls ? 3 : 1, judged = student_only ? generated : std::max(generated, train);
    // A batch is a tenth of the training rows at most.
    const double batch = std::min(static_cast<double>(settings.batch), std::max(32.0, train / 10)), block = std::min(read, static_cast<double>(block_rows));
    const auto hidden = static_cast<double>(settings.hidden), depth = static_cast<double>(settings.depth);

    double need = program_alone + columns * (each_cell * read + (each_generated_cell + each_further_cell * further) * generated);
    need += width * (judged * (each_value + (student_only ? 0 : each_value_beyond) + (full ? each_value_explained : 0)) + each_test_value * test);
    need += each_parameter * (2 * depth * hidden * hidden + 2 * states * hidden);
    need += each_activation * batch * hidden * 2 * depth + 4 * block * hidden * (depth + 2);
    need += each_logit * batch * states + 4 * block * states;
    if (size.pixels > 0) {
        const auto pixels = static_cast<double>(size.pixels);
        need += each_kept_pixel * pixels * (read + generated * (1 + further)) + each_pixel * pixels * batch;
    }
    if (generative_network(settings)) {
        const double rival_batch = settings.rival_batch > 0 ? settings.rival_batch : 256;
        need += 4 * (24 * states * states + 30 * rival_batch * states); // as TabFairGAN's own check has it
    }
    return static_cast<std::size_t>(need);
}

std::size_t rough_memory_need(const RunConfigFile &config)
{
    constexpr double each_byte_of_file = 25, packed = 6, folder = 500e6;
    double need = program_alone + 60e6;
    std::error_code error;
    for (const std::string &name : {config.data, config.test}) {
        const std::filesystem::path file = name;
        if (std::filesystem::is_directory(file, error)) {
            need += folder;
        } else if (std::filesystem::is_regular_file(file, error)) {
            const std::string ending = file.extension().string();
            const bool small = ending == ".gz" || ending == ".zip" || ending == ".xz" || ending == ".bz2" || ending == ".zst" || ending == ".7z";
            if (const std::uintmax_t bytes = std::filesystem::file_size(file, error); !error)
                need += each_byte_of_file * static_cast<double>(bytes) * (small ? packed : 1);
        }
    }
    return static_cast<std::size_t>(need);
}

void refuse_beyond_memory(std::size_t need, std::size_t free, bool allowed, const RunSettings &settings)
{
    if (need <= free)
        return;
    const Message what = allowed ? Message(FAIRLOOM_TEXT("The run needs about %1 of memory, and is allowed %2"), {memory_text(need), memory_text(free)})
                                 : Message(FAIRLOOM_TEXT("The run needs about %1 of memory, and %2 are free"), {memory_text(need), memory_text(free)});
    const bool few_rows = settings.rows == 0 && settings.train_rows == 0;
    throw InputError(what, "",
                     few_rows ? Message(FAIRLOOM_TEXT("Close other programs, take fewer rows (--train-rows, --rows) or a smaller batch, or try it with --ignore-memory"))
                              : Message(FAIRLOOM_TEXT("Close other programs, take fewer rows or a smaller batch, or try it with --ignore-memory")));
}

std::string memory_text(std::size_t bytes)
{
    return bytes >= 1'000'000'000 ? fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9) : fmt::format("{} MB", bytes / 1'000'000);
}

} // namespace fairloom
