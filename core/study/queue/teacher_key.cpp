#include "core/study/queue/teacher_key.h"

#include "core/base/sha256.h"
#include "core/study/metric_json.h"

namespace fairloom {

namespace {

Json object_of(const std::string &config)
{
    Json out = Json::parse(config, nullptr, false);
    return out.is_object() ? out : Json::object();
}

/// Sorted: the order in which keys were written says nothing.
std::string text_of(const Json &object) { return nlohmann::json(object).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

} // namespace

std::string teacher_key(const std::string &config)
{
    Json object = object_of(config);
    if (object.value("method", Json("fairloom")) != "fairloom")
        return "";
    for (const char *key : {"loss", "student", "student_epochs", "lambda", "student_hidden", "student_learning_rate", "sampler", "temperature",
                            "label_temperature", "label_balance", "rows", "evaluation", "name", "controls", "keep_latents", "bootstrap", "quality_rows",
                            "minimum_group", "threads"})
        object.erase(key);
    return sha256(text_of(object));
}

bool same_trial(const std::string &config, const std::string &other)
{
    Json a = object_of(config), b = object_of(other);
    for (const char *key : {"data", "test"}) {
        a.erase(key);
        b.erase(key);
    }
    return text_of(a) == text_of(b);
}

std::string data_key(const std::string &config)
{
    const Json object = object_of(config);
    Json out = Json::object();
    for (const char *key : {"data", "test", "recipe", "schema", "test_share", "train_rows"})
        if (object.contains(key))
            out[key] = object[key];
    return text_of(out);
}

} // namespace fairloom
