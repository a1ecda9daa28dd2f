#include "core/study/presets.h"

#include "core/data/picture_set.h"

#include <algorithm>
#include <span>
#include <utility>

namespace fairloom {

namespace {

/// What a preset has different from "balanced", whose values are the defaults of the kind of data.
struct Preset {
    const char *name;
    void (*change)(RunSettings &settings);
};

constexpr Preset table_presets[] = {
    {"balanced", [](RunSettings &) {}},
    {"strict-parity",
     [](RunSettings &settings) {
         settings.log10_beta = 10;
         settings.kl_weight = 0.22;
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
         settings.label_balance = 0.85;
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

constexpr Preset picture_presets[] = {
    {"balanced", [](RunSettings &) {}},
    {"strict-parity",
     [](RunSettings &settings) {
         settings.log10_beta = 7.5;
         settings.kl_weight = 2;
     }},
    {"equal-odds", [](RunSettings &settings) { settings.label_balance = 0.7; }},
    {"faithful",
     [](RunSettings &settings) {
         settings.log10_beta = 5;
         settings.kl_weight = 0.5;
     }},
};

/// The defaults of an image set: found on coloured digits (7,000 pictures of 32 pixels) and on faces (1,400 of 48), see docs/tuning.md.
RunSettings picture_defaults(int size, std::size_t rows)
{
    RunSettings settings;
    settings.kind = "pictures";
    settings.log10_beta = 6.5;
    settings.smoothing = 1;
    settings.kl_weight = 1;
    settings.balance = "both";
    settings.label_balance = 0;
    settings.learning_rate = 3e-3;
    settings.student_learning_rate = 0;
    settings.batch = 256;
    settings.depth = 1;
    settings.latent = size > 32 ? 32 : 16;
    settings.hidden = size > 32 ? 96 : 64;
    settings.teacher_epochs = static_cast<int>(std::clamp<std::size_t>(300000 / std::max<std::size_t>(1, rows), 15, 150));
    settings.student_epochs = std::max(30, settings.teacher_epochs / 2); // after 10, the KL from a teacher of digits is still 25 a row
    return settings;
}

std::span<const Preset> presets_of(const std::string &kind)
{
    if (kind == "pictures")
        return picture_presets;
    return table_presets;
}

RunSettings operating_point(const Preset &preset, const std::string &kind)
{
    RunSettings settings = default_settings(kind);
    preset.change(settings);
    return settings;
}

} // namespace

RunSettings default_settings(const std::string &kind)
{
    return kind == "pictures" ? picture_defaults(0, 0) : RunSettings(); // no preset depends on size and number
}

std::string kind_of(const Table &table)
{
    return table.picture_column() ? "pictures" : "table";
}

void adapt_settings(RunSettings &settings, const Table &data)
{
    const Column *pictures = data.picture_column();
    const RunSettings to = pictures ? picture_defaults(pictures->pictures->width, data.rows()) : RunSettings();
    if (settings.kind != to.kind) {
        const std::string preset = matching_preset(settings);
        const RunSettings from = default_settings(settings.kind);
        for (const Setting &setting : run_setting_descriptions())
            if (get_setting(settings, setting.key) == get_setting(from, setting.key))
                set_setting(settings, setting.key, get_setting(to, setting.key));
        apply_preset(settings, preset);
    } else if (!pictures) {
        return;
    }
    for (const char *key : {"latent", "hidden", "teacher_epochs", "student_epochs"})
        set_setting(settings, key, get_setting(to, key));
}

const std::vector<std::string> &operating_point_keys()
{
    static const std::vector<std::string> keys{"log10_beta",    "kl_weight",   "lambda",            "label_dropout",
                                               "learning_rate", "temperature", "label_temperature", "label_balance"};
    return keys;
}

void apply_preset(RunSettings &settings, const std::string &preset)
{
    set_setting(settings, "preset", preset);
    for (const Preset &known : presets_of(settings.kind))
        if (preset == known.name) {
            const RunSettings point = operating_point(known, settings.kind);
            for (const std::string &key : operating_point_keys())
                set_setting(settings, key, get_setting(point, key));
        }
}

std::string matching_preset(const RunSettings &settings)
{
    for (const Preset &known : presets_of(settings.kind)) {
        const RunSettings point = operating_point(known, settings.kind);
        if (std::ranges::all_of(operating_point_keys(),
                                [&](const std::string &key) { return get_setting(settings, key) == get_setting(point, key); }))
            return known.name;
    }
    return "custom";
}

} // namespace fairloom
