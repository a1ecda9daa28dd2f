#include "app/cli/setting_arguments.h"

#include "app/cli/errors.h"
#include "core/base/error.h"
#include "core/study/presets.h"

#include <algorithm>
#include <variant>

namespace fairloom::cli {

namespace {

std::string help_of(const Setting &setting)
{
    std::string allowed;
    if (setting.choices.empty())
        allowed = text(Message(FAIRLOOM_TEXT("%1 to %2"), {to_text(setting.minimum, 5), to_text(setting.maximum, 5)}));
    for (const std::string &choice : setting.choices)
        allowed += (allowed.empty() ? "" : ", ") + choice;
    return text(setting.help) + " "
           + text(Message(FAIRLOOM_TEXT("[%1; default %2]"), {allowed, get_setting(RunSettings(), setting.key)}));
}

} // namespace

std::string flag_name(const std::string &key)
{
    std::string flag = "--" + key;
    std::replace(flag.begin(), flag.end(), '_', '-');
    return flag;
}

void SettingArguments::add_options(CLI::App &command)
{
    RunSettings defaults;
    for (const Setting &setting : run_setting_descriptions()) {
        const std::string flag = flag_name(setting.key);
        if (std::holds_alternative<bool *>(setting.field(defaults))) {
            command.add_flag(flag + ",!--no-" + flag.substr(2), switches_[setting.key], text(setting.help))
                ->group(text(FAIRLOOM_TEXT("Settings")));
        } else {
            command.add_option(flag, given_[setting.key], help_of(setting))
                ->group(text(FAIRLOOM_TEXT("Settings")))
                ->type_name(std::holds_alternative<std::string *>(setting.field(defaults)) ? "NAME" : "NUMBER");
        }
    }
}

void SettingArguments::apply(RunSettings &settings) const
{
    for (const Setting &setting : run_setting_descriptions()) { // "preset" comes first in that list
        const std::string key = setting.key;
        const auto given = given_.find(key);
        const auto toggled = switches_.find(key);
        try {
            if (given != given_.end() && !given->second.empty()) {
                if (key == "preset")
                    apply_preset(settings, given->second);
                else
                    set_setting(settings, key, given->second);
            } else if (toggled != switches_.end() && toggled->second != 0) {
                set_setting(settings, key, toggled->second > 0 ? "true" : "false");
            }
        } catch (const InputError &error) {
            throw InputError(error.message(), flag_name(key), error.remedy());
        }
    }
    settings.preset = matching_preset(settings);
}

} // namespace fairloom::cli
