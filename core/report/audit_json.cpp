#include "core/report/audit_json.h"

#include "core/report/metric_guide.h"
#include "core/report/run_command.h"
#include "core/study/account_json.h"
#include "core/study/metric_json.h"

#include <string_view>

namespace fairloom {

namespace {

Json data_json(const DatasetSummary &data)
{
    Json out = {{"name", data.name}, {"rows", data.rows}, {"test_rows", data.test_rows}, {"columns", data.columns}};
    put_account(out, data.account);
    out["sha256"] = data.sha256;
    if (!data.test_sha256.empty())
        out["test_sha256"] = data.test_sha256;
    put_messages(out, "notes", data.notes);
    return out;
}

/// Whatever is null with a reason, however deep it stands.
void gather_undefined(const Json &json, const std::string &path, Json &out)
{
    constexpr std::string_view mark = "_undefined";
    if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i)
            gather_undefined(json[i], path + "[" + std::to_string(i) + "]", out);
        return;
    }
    if (!json.is_object())
        return;
    for (const auto &[key, value] : json.items()) {
        const bool reason = key.size() > mark.size() && key.ends_with(mark) && value.is_string();
        const std::string name = reason ? key.substr(0, key.size() - mark.size()) : key;
        // a column of that name may end like this too
        if (reason && json.contains(name) && json[name].is_null())
            out.push_back({{"where", path + "." + name}, {"why", value}});
        else
            gather_undefined(value, path + "." + key, out);
    }
}

Json definitions_json()
{
    Json out = Json::object();
    for (const MetricGuide &guide : metric_guides())
        out[guide.key] = {{"name", guide.name.english()},
                          {"definition", guide.definition.english()},
                          {"formula", guide.formula.english()},
                          {"caveat", guide.caveat.english()}};
    return out;
}

} // namespace

std::string audit_json(const RunResult &result)
{
    Json out = {{"fairloom", result.version}, {"name", result.name}, {"state", result.state}, {"finished", result.finished}};
    out["data"] = data_json(result.dataset);
    out["task"] = {{"sensitive", result.task.sensitive}, {"target", result.task.target}, {"positive", result.task.positive}};
    out["command"] = run_command(result);
    put_judgements(out, result);
    out["policy"] = result.policy ? policy_json(*result.policy) : Json(nullptr);
    put_messages(out, "warnings", result.warnings);
    Json undefined = Json::array();
    for (const char *part : {"sources", "differences", "policy"})
        gather_undefined(out[part], part, undefined);
    out["undefined"] = std::move(undefined);
    out["definitions"] = definitions_json();
    return document_text(out);
}

} // namespace fairloom
