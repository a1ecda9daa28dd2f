#include "core/training/training_checkpoint.h"

#include "core/base/error.h"
#include "core/model/safetensors.h"

#include <ATen/CPUGeneratorImpl.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <mutex>
#include <sstream>
#include <stdexcept>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr char part_separator = ',';

std::string hexadecimal(const Tensor &bytes)
{
    std::string out;
    const std::uint8_t *byte = bytes.data_ptr<std::uint8_t>();
    for (std::int64_t i = 0; i < bytes.numel(); ++i)
        fmt::format_to(std::back_inserter(out), "{:02x}", byte[i]);
    return out;
}

Tensor bytes_of(const std::string &hexadecimal)
{
    Tensor out = torch::empty({static_cast<std::int64_t>(hexadecimal.size() / 2)}, torch::kByte);
    for (std::int64_t i = 0; i < out.numel(); ++i)
        out.data_ptr<std::uint8_t>()[i] =
            static_cast<std::uint8_t>(std::stoi(hexadecimal.substr(static_cast<std::size_t>(2 * i), 2), nullptr, 16));
    return out;
}

Tensor random_state()
{
    torch::Generator generator = at::detail::getDefaultCPUGenerator();
    const std::lock_guard<std::mutex> lock(generator.mutex());
    return generator.get_state();
}

void set_random_state(const Tensor &state)
{
    torch::Generator generator = at::detail::getDefaultCPUGenerator();
    const std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_state(state);
}

std::string numbered(const char *kind, std::size_t i)
{
    return fmt::format("{}.{}", kind, i);
}

std::vector<std::string> split(const std::string &names)
{
    std::vector<std::string> out;
    std::istringstream in(names);
    for (std::string name; std::getline(in, name, part_separator);)
        out.push_back(name);
    return out;
}

} // namespace

TrainingCheckpoint::TrainingCheckpoint(const CheckpointPlace &place, std::vector<Tensor> parameters, Adam &optimizer, int steps_per_epoch)
    : place_(place), parameters_(std::move(parameters)), optimizer_(optimizer), steps_per_epoch_(steps_per_epoch)
{
}

TrainingCheckpoint::Position TrainingCheckpoint::restore(CurveRecorder &recorder, std::size_t terms)
{
    if (place_.file.empty() || !place_.resume)
        return {};
    Position at;
    try {
        const TensorFile kept = read_safetensors(place_.file);
        const auto text = [&](const char *key) -> const std::string & { return kept.metadata.at(key); };
        if (text("fingerprint") != place_.fingerprint)
            return {};
        at.epoch = std::stoi(text("epoch"));
        at.epochs_without = std::stoi(text("epochs_without"));
        at.lowest = std::stod(text("lowest"));
        at.seconds = std::stod(text("seconds"));
        const std::string where = place_.file.string();
        const std::vector<std::string> part_names = split(text("parts"));
        const std::int64_t width = static_cast<std::int64_t>(2 * (terms + part_names.size()));
        const Tensor losses = kept.take("losses", {std::int64_t(at.epoch) * steps_per_epoch_, width}, where);
        std::vector<Tensor> values, means, squares;
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            const std::vector<std::int64_t> shape = parameters_[i].sizes().vec();
            values.push_back(kept.take(numbered("parameter", i), shape, where));
            means.push_back(kept.take(numbered("mean", i), shape, where));
            squares.push_back(kept.take(numbered("square", i), shape, where));
        }
        const Tensor random = bytes_of(text("random"));
        if (random.numel() != random_state().numel())
            return {};
        set_random_state(random); // throws before it changes anything

        const torch::NoGradGuard no_gradient;
        for (std::size_t i = 0; i < parameters_.size(); ++i)
            parameters_[i].copy_(values[i]);
        optimizer_.restore(std::move(means), std::move(squares), std::int64_t(at.epoch) * steps_per_epoch_);
        const float *loss = losses.data_ptr<float>();
        losses_.clear();
        for (int step = 1; step <= at.epoch * steps_per_epoch_; ++step) {
            std::vector<double> raw(loss, loss + terms), weighted(loss + terms, loss + 2 * terms);
            loss += 2 * terms;
            std::vector<LossPart> parts;
            for (const std::string &name : part_names) {
                parts.push_back({name, static_cast<double>(loss[0]), static_cast<double>(loss[1])});
                loss += 2;
            }
            recorder.add((step - 1) / steps_per_epoch_ + 1, step, raw, weighted, parts);
            note(raw, weighted, parts);
        }
    } catch (const InputError &) { // not there, or damaged: the training begins anew
        return {};
    } catch (const std::logic_error &) { // text where a number should be, or none
        return {};
    } catch (const c10::Error &) {
        return {};
    }
    return at;
}

void TrainingCheckpoint::note(const std::vector<double> &raw, const std::vector<double> &weighted, const std::vector<LossPart> &parts)
{
    if (place_.file.empty())
        return;
    for (const std::vector<double> *values : {&raw, &weighted})
        for (const double value : *values)
            losses_.push_back(static_cast<float>(value));
    if (part_names_.empty()) // the first step: all have the same
        for (const LossPart &part : parts)
            part_names_.push_back(part.name);
    for (const LossPart &part : parts) {
        losses_.push_back(static_cast<float>(part.raw));
        losses_.push_back(static_cast<float>(part.weighted));
    }
}

void TrainingCheckpoint::save_if_due(const Position &position)
{
    if (place_.file.empty() || Clock::now() - saved_ < std::chrono::duration<double>(place_.seconds_between))
        return;
    try {
        save(position);
    } catch (const InputError &) {
    } catch (const std::filesystem::filesystem_error &) {
    }
    saved_ = Clock::now();
}

void TrainingCheckpoint::save(const Position &position) const
{
    std::filesystem::create_directories(place_.file.parent_path());
    TensorFile file;
    file.metadata = {{"fingerprint", place_.fingerprint},
                     {"epoch", std::to_string(position.epoch)},
                     {"epochs_without", std::to_string(position.epochs_without)},
                     {"lowest", fmt::format("{:.17g}", position.lowest)},
                     {"seconds", fmt::format("{:.17g}", position.seconds)},
                     {"parts", fmt::format("{}", fmt::join(part_names_, std::string(1, part_separator)))},
                     {"random", hexadecimal(random_state())}};
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        file.tensors.emplace_back(numbered("parameter", i), parameters_[i]);
        file.tensors.emplace_back(numbered("mean", i), optimizer_.means()[i]);
        file.tensors.emplace_back(numbered("square", i), optimizer_.squares()[i]);
    }
    const std::int64_t steps = std::int64_t(position.epoch) * steps_per_epoch_;
    Tensor losses = torch::empty({steps, static_cast<std::int64_t>(losses_.size()) / steps});
    std::copy(losses_.begin(), losses_.end(), losses.data_ptr<float>());
    file.tensors.emplace_back("losses", losses);
    write_safetensors(file, place_.file);
}

} // namespace fairloom
