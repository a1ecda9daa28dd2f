#include "core/study/loss_log.h"

#include "core/study/file_output.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairloom {

std::uint16_t LossLog::index(std::vector<std::string> &names, const std::string &name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end())
        return static_cast<std::uint16_t>(found - names.begin());
    names.push_back(name);
    return static_cast<std::uint16_t>(names.size() - 1);
}

void LossLog::add(const std::string &stage, int epoch, int step, const std::string &term, double raw, double weighted)
{
    entries_.push_back({index(stages_, stage), index(terms_, term), epoch, step, static_cast<float>(raw),
                        static_cast<float>(weighted)});
}

LossRow LossLog::row(std::size_t i) const
{
    const Entry &entry = entries_.at(i);
    return {stages_[entry.stage], entry.epoch, entry.step, terms_[entry.term], entry.raw, entry.weighted};
}

void LossLog::write(const std::filesystem::path &file) const
{
    std::string text = "stage,epoch,step,term,raw,weighted\n";
    text.reserve(entries_.size() * 48 + text.size());
    for (const Entry &entry : entries_) {
        // nine significant digits give every float back exactly
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{:.9g},{:.9g}\n", stages_[entry.stage], entry.epoch, entry.step,
                       terms_[entry.term], entry.raw, entry.weighted);
    }
    write_file(file, text);
}

} // namespace fairloom
