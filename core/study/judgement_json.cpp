#include "core/study/metric_json.h"

namespace fairloom {

Json difference_json(const SourceDifference &d)
{
    Json out = {{"first", d.first},   {"second", d.second}, {"protocol", d.protocol}, {"classifier", d.classifier},
                {"family", d.family}, {"figure", d.figure}};
    put_metric(out, "difference", d.difference);
    if (d.difference) {
        out["p"] = number_or_null(d.p_value);
        out["p_holm"] = number_or_null(d.p_holm);
    }
    return out;
}

Json policy_json(const PolicyResult &policy)
{
    Json out = {{"name", policy.name}, {"met", policy.met()}, {"limits", Json::array()}};
    for (const PolicyOutcome &outcome : policy.outcomes) {
        const PolicyLimit &l = outcome.limit;
        Json limit = {{"figure", l.figure}, {"source", l.source}, {"protocol", l.protocol}, {"classifier", l.classifier}, {"group", l.group}};
        limit["at_least"] = l.at_least ? Json(*l.at_least) : Json(nullptr);
        limit["at_most"] = l.at_most ? Json(*l.at_most) : Json(nullptr);
        limit["confidence"] = l.confidence ? Json(*l.confidence) : Json(nullptr);
        if (!l.note.empty())
            limit["note"] = l.note;
        limit["met"] = outcome.met;
        put_metric(limit, "value", outcome.figure);
        limit["bound"] = outcome.bound ? number_or_null(*outcome.bound) : Json(nullptr);
        limit["reason"] = outcome.reason.english();
        put_message(limit, "reason_message", outcome.reason);
        out["limits"].push_back(std::move(limit));
    }
    return out;
}

void put_judgements(Json &object, const RunResult &result)
{
    object["sources"] = Json::object();
    for (const auto &[name, source] : result.sources)
        object["sources"][name] = source_to_json(source, true);
    object["differences"] = Json::array();
    for (const SourceDifference &difference : result.differences)
        object["differences"].push_back(difference_json(difference));
}

std::string document_text(const Json &document) { return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

} // namespace fairloom
