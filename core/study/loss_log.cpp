#include "core/study/loss_log.h"

#include "core/base/file_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

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

std::string LossLog::lines_of_other_stages(const std::filesystem::path &file) const
{
    std::string out, line;
    std::ifstream in(file);
    std::getline(in, line); // header
    while (std::getline(in, line)) {
        const std::string stage = line.substr(0, line.find(','));
        if (std::find(stages_.begin(), stages_.end(), stage) == stages_.end())
            out += line + "\n";
    }
    return out;
}

void LossLog::write(const std::filesystem::path &file, bool resumed) const
{
    std::string text = "stage,epoch,step,term,raw,weighted\n";
    if (resumed)
        text += lines_of_other_stages(file);
    text.reserve(entries_.size() * 48 + text.size());
    for (const Entry &entry : entries_) {
        // nine significant digits give every float back exactly
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{:.9g},{:.9g}\n", stages_[entry.stage], entry.epoch, entry.step,
                       terms_[entry.term], entry.raw, entry.weighted);
    }
    write_file(file, text);
}

} // namespace fairloom
