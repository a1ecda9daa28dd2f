#include "core/study/store/record_json.h"

#include "core/study/presets.h"
#include "core/study/store/json_scanner.h"

#include <array>
#include <limits>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace fairloom {

namespace {

void read_setting(JsonScanner &in, const Setting &setting, RunSettings &settings)
{
    std::visit(
        [&](auto *field) {
            using Value = std::remove_pointer_t<decltype(field)>;
            if constexpr (std::is_same_v<Value, std::string>) {
                *field = in.text();
            } else if constexpr (std::is_same_v<Value, bool>) {
                *field = in.flag();
            } else if constexpr (std::is_same_v<Value, double>) {
                *field = in.number();
            } else if constexpr (std::is_same_v<Value, std::uint64_t>) {
                *field = in.count();
            } else {
                const std::int64_t whole = in.whole();
                if (whole < std::numeric_limits<int>::min() || whole > std::numeric_limits<int>::max())
                    in.refuse();
                *field = static_cast<int>(whole);
            }
        },
        setting.field(settings));
}

/// Wherever it stands: its defaults hold for what an older version did not write.
std::string kind_in(JsonScanner settings)
{
    std::string out = RunSettings().kind;
    settings.object([&](const std::string &key) {
        if (key == "kind")
            out = settings.text();
        else
            settings.skip();
    });
    return out;
}

RunSettings read_settings(JsonScanner &in)
{
    static const std::unordered_map<std::string_view, const Setting *> known = [] {
        std::unordered_map<std::string_view, const Setting *> out;
        for (const Setting &setting : run_setting_descriptions())
            out.emplace(setting.key, &setting);
        return out;
    }();
    in.set_section("settings");
    RunSettings out = default_settings(kind_in(in));
    in.object([&](const std::string &key) {
        if (const auto found = known.find(key); found != known.end())
            read_setting(in, *found->second, out);
        else
            in.skip();
    });
    in.set_section({});
    return out;
}

std::vector<std::string> read_texts(JsonScanner &in)
{
    std::vector<std::string> out;
    in.list([&] { out.push_back(in.text()); });
    return out;
}

constexpr std::array<std::pair<const char *, double CostSummary::*>, 4> cost_parts = {{{"training_s", &CostSummary::training_s},
                                                                                      {"first_row_s", &CostSummary::first_row_s},
                                                                                      {"rows_per_s", &CostSummary::rows_per_s},
                                                                                      {"peak_memory_bytes", &CostSummary::peak_memory_bytes}}};

} // namespace

Json settings_json(const RunSettings &settings)
{
    Json out = Json::object();
    RunSettings copy = settings;
    for (const Setting &setting : run_setting_descriptions())
        std::visit([&](auto *value) { out[setting.key] = *value; }, setting.field(copy));
    return out;
}

RunSettings read_settings(const std::string &text, const std::string &where)
{
    JsonScanner in(text, where);
    RunSettings out = read_settings(in);
    in.end();
    return out;
}

std::string details_text(const RunRecord &record)
{
    Json out = Json::object();
    out["task"] = {{"sensitive", record.task.sensitive}, {"target", record.task.target}, {"positive", record.task.positive}};
    out["settings"] = settings_json(record.settings);
    Json &timings = out["timings_s"] = Json::object();
    for (const auto &[part, seconds] : record.timings)
        timings[part] = number_or_null(seconds);
    if (record.cost)
        for (const auto &[name, part] : cost_parts)
            out["cost"][name] = number_or_null((*record.cost).*part);
    return compact_text(out);
}

void read_details(std::string_view text, const std::string &where, RunRecord &out)
{
    JsonScanner in(text, where);
    in.object([&](const std::string &part) {
        if (part == "settings") {
            out.settings = read_settings(in);
        } else if (part == "task") {
            in.object([&](const std::string &key) {
                if (key == "sensitive")
                    out.task.sensitive = read_texts(in);
                else if (key == "target")
                    out.task.target = in.text();
                else if (key == "positive")
                    out.task.positive = in.text();
                else
                    in.skip();
            });
        } else if (part == "timings_s") {
            in.object([&](const std::string &key) {
                if (!in.null())
                    out.timings.emplace_back(key, in.number());
            });
        } else if (part == "cost") {
            out.cost.emplace();
            in.object([&](const std::string &key) {
                for (const auto &[name, member] : cost_parts)
                    if (key == name) {
                        if (!in.null())
                            (*out.cost).*member = in.number();
                        return;
                    }
                in.skip();
            });
        } else {
            in.skip();
        }
    });
    in.end();
}

std::string texts_text(const std::vector<std::string> &texts) { return compact_text(Json(texts)); }

std::vector<std::string> read_texts(std::string_view text, const std::string &where)
{
    JsonScanner in(text, where);
    std::vector<std::string> out = read_texts(in);
    in.end();
    return out;
}

std::string compact_text(const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace fairloom
