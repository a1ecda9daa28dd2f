#include "core/study/presets.h"

#include <algorithm>
#include <utility>

namespace fairloom {

namespace {

/// What a preset has different from "balanced", whose values are RunSettings' defaults.
struct Preset {
    const char *name;
    void (*change)(RunSettings &settings);
};

constexpr Preset presets[] = {
    {"balanced", [](RunSettings &) {}},
    {"strict-parity",
     [](RunSettings &settings) {
         settings.log10_beta = 10;
         settings.kl_weight = 0.25;
         settings.learning_rate = 0.006;
         settings.temperature = 0.75;
         settings.label_temperature = 0.6;
         settings.label_balance = 0.15;
     }},
    {"equal-odds",
     [](RunSettings &settings) {
         settings.log10_beta = 8.6;
         settings.kl_weight = 0.05;
         settings.label_dropout = 0.5;
         settings.learning_rate = 0.008;
         settings.temperature = 0.7;
         settings.label_temperature = 0.6;
         settings.label_balance = 0.7;
     }},
    {"faithful",
     [](RunSettings &settings) {
         settings.log10_beta = 6.5;
         settings.kl_weight = 0.12;
         settings.label_dropout = 0;
         settings.learning_rate = 0.01;
         settings.temperature = 0.8;
         settings.label_temperature = 0.6;
         settings.label_balance = 0.13;
     }},
};

RunSettings operating_point(const Preset &preset)
{
    RunSettings settings;
    preset.change(settings);
    return settings;
}

} // namespace

const std::vector<std::string> &operating_point_keys()
{
    static const std::vector<std::string> keys{"log10_beta",    "kl_weight",   "lambda",            "label_dropout",
                                               "learning_rate", "temperature", "label_temperature", "label_balance"};
    return keys;
}

void apply_preset(RunSettings &settings, const std::string &preset)
{
    set_setting(settings, "preset", preset);
    for (const Preset &known : presets)
        if (preset == known.name) {
            const RunSettings point = operating_point(known);
            for (const std::string &key : operating_point_keys())
                set_setting(settings, key, get_setting(point, key));
        }
}

std::string matching_preset(const RunSettings &settings)
{
    for (const Preset &known : presets) {
        const RunSettings point = operating_point(known);
        if (std::ranges::all_of(operating_point_keys(),
                                [&](const std::string &key) { return get_setting(settings, key) == get_setting(point, key); }))
            return known.name;
    }
    return "custom";
}

} // namespace fairloom
