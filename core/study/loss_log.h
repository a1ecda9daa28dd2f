#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fairloom {

/// One line of losses.csv.
struct LossRow {
    std::string stage; ///< "teacher", "student", "control"
    int epoch = 0;     ///< from 1
    int step = 0;      ///< from 1, counted through the stage
    std::string term;  ///< "reconstruction", "kl", "label", "fairness", "quality", ...
    double raw = 0;    ///< as the formula gives it
    double weighted = 0; ///< as it enters the loss
};

/// Every loss term of every step of a run: what losses.csv holds. Names are stored once, so that a long run costs about
/// 24 bytes a value. Not safe for concurrent use: the run writes it, others read it when the run has ended.
class LossLog {
public:
    void add(const std::string &stage, int epoch, int step, const std::string &term, double raw, double weighted);

    std::size_t size() const { return entries_.size(); }
    LossRow row(std::size_t i) const;

    /// stage,epoch,step,term,raw,weighted; complete or not at all. `resumed`: lines that the file has of stages that this log
    /// has not are kept, since a resumed run does not train them again. Throws InputError if the place cannot be written.
    void write(const std::filesystem::path &file, bool resumed = false) const;

private:
    struct Entry {
        std::uint16_t stage, term;
        std::int32_t epoch, step;
        float raw, weighted;
    };
    std::string lines_of_other_stages(const std::filesystem::path &file) const;
    static std::uint16_t index(std::vector<std::string> &names, const std::string &name);

    std::vector<std::string> stages_, terms_;
    std::vector<Entry> entries_;
};

} // namespace fairloom
