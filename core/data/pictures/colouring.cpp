#include "core/data/pictures/colouring.h"

#include "core/base/random.h"

namespace fairloom {

const std::vector<std::string> &colour_names()
{
    static const std::vector<std::string> names = {"red", "green", "blue"};
    return names;
}

std::vector<std::int32_t> draw_telling_colours(const std::vector<std::uint8_t> &odd, const ColouringRule &rule)
{
    Random random(rule.seed, "colours that tell the class");
    std::vector<std::int32_t> colours;
    colours.reserve(odd.size());
    for (const std::uint8_t is_odd : odd) {
        const std::int32_t own = is_odd ? 1 : 0;
        const bool keeps = random.uniform() < rule.strength;
        const auto step = static_cast<std::int32_t>(1 + random.below(2));
        colours.push_back(keeps ? own : (own + step) % PictureSet::channels);
    }
    return colours;
}

std::vector<std::int32_t> draw_silent_colours(std::size_t pictures, const ColouringRule &rule)
{
    Random random(rule.seed, "colours that tell nothing");
    std::vector<std::int32_t> colours;
    for (std::size_t i = 0; i < pictures; ++i)
        colours.push_back(static_cast<std::int32_t>(random.below(PictureSet::channels)));
    return colours;
}

PictureSet in_colours(PictureSet pictures, const std::vector<std::int32_t> &colours)
{
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::span<std::uint8_t> bytes = pictures.picture(i);
        for (std::size_t at = 0; at < bytes.size(); ++at)
            if (static_cast<std::int32_t>(at % PictureSet::channels) != colours[i])
                bytes[at] = 0;
    }
    return pictures;
}

} // namespace fairloom
