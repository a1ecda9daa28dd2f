#include "core/study/picture_watch.h"

#include "core/data/split.h"
#include "core/model/pictures/decoded_pictures.h"
#include "core/model/row_index.h"

namespace fairloom {

namespace {

constexpr std::size_t pictures_shown = 10;
constexpr auto pause = std::chrono::milliseconds(600);

} // namespace

PictureWatch::PictureWatch(const Problem &problem, const EncodedRows &test, std::uint64_t seed, int threads, RunMonitor &monitor)
    : problem_(problem), threads_(threads), monitor_(monitor)
{
    if (!test.pixels.defined())
        return;
    const std::vector<std::size_t> rows = some_rows(problem.test.rows(), pictures_shown, seed, "watched pictures");
    input_ = test.input().select(as_index(rows));
    for (const std::size_t row : rows)
        group_.push_back(problem.test.group[row]);
}

void PictureWatch::look(const FairModel &model, int epoch, bool last)
{
    const auto now = std::chrono::steady_clock::now();
    if (!input_.pixels.defined() || (!last && now - looked_ < pause))
        return;
    const torch::Tensor z = model.latent_means(*model.teacher, input_, threads_);
    auto strip = std::make_shared<PictureStrip>();
    strip->epoch = epoch;
    strip->columns = static_cast<int>(group_.size());
    append_pictures(strip->pictures, input_.pixels.pool.index_select(0, input_.pixels.which));
    strip->rows = {FAIRLOOM_TEXT("original"), FAIRLOOM_TEXT("reconstruction")};
    const auto append = [&](const std::vector<std::int32_t> &groups) { append_pictures(strip->pictures, decoded_pixels(model, z, groups, threads_)); };
    append(group_);
    for (std::size_t group = 0; group < problem_.groups.size(); ++group) {
        strip->rows.push_back(Message(FAIRLOOM_TEXT("as %1"), {problem_.groups[group].name}));
        append(std::vector<std::int32_t>(group_.size(), static_cast<std::int32_t>(group)));
    }
    monitor_.set_strip(std::move(strip));
    looked_ = std::chrono::steady_clock::now();
}

} // namespace fairloom
