#include "core/study/comparison/comparison.h"

#include <algorithm>
#include <map>
#include <set>

namespace fairloom {

std::string GroupName::english() const
{
    std::string out = kind_label(kind).english();
    if (!variant.empty())
        out += ", " + variant;
    for (const auto &[key, value] : settings)
        out += ", " + key + " " + value;
    return out;
}

namespace {

/// Keys in which the groups' settings differ, apart from what is part of the kind, of the data, or touches no figure.
std::vector<std::string> differing_settings(const std::vector<const RunRecord *> &runs)
{
    static const std::set<std::string> passed_over = {"seed", "threads", "controls", "keep_latents", "bootstrap", "preset", "kind", "method", "loss"};
    std::vector<std::string> keys;
    for (const Setting &setting : run_setting_descriptions()) {
        if (passed_over.contains(setting.key))
            continue;
        const std::string first = get_setting(runs.front()->settings, setting.key);
        if (std::any_of(runs.begin(), runs.end(), [&](const RunRecord *run) { return get_setting(run->settings, setting.key) != first; }))
            keys.emplace_back(setting.key);
    }
    return keys;
}

bool variants_tell_apart(const std::vector<const RunRecord *> &runs)
{
    std::set<std::string> seen;
    return std::all_of(runs.begin(), runs.end(), [&](const RunRecord *run) { return !run->variant.empty() && seen.insert(run->variant).second; });
}

} // namespace

std::vector<GroupName> group_names(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups)
{
    std::vector<GroupName> names(groups.size());
    const auto run_of = [&](std::size_t g) { return rows[groups[g].rows.front()].run; };
    std::map<std::string, std::vector<std::size_t>> of_kind;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        names[g].kind = run_kind(*run_of(g));
        of_kind[names[g].kind].push_back(g);
    }
    for (const auto &[kind, members] : of_kind) {
        // Groups on other data may have the same name: the data stand beside it.
        std::vector<const RunRecord *> runs;
        bool alone = true;
        for (const std::size_t g : members) {
            alone = alone && std::none_of(runs.begin(), runs.end(), [&](const RunRecord *other) { return comparable(*other, *run_of(g)); });
            runs.push_back(run_of(g));
        }
        if (alone)
            continue;
        if (kind == "imported") {
            for (const std::size_t g : members)
                names[g].variant = run_of(g)->judged_file;
            continue;
        }
        std::vector<bool> done(members.size(), false);
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (done[i])
                continue;
            std::vector<std::size_t> peers;
            std::vector<const RunRecord *> peer_runs;
            for (std::size_t j = i; j < members.size(); ++j)
                if (!done[j] && comparable(*runs[i], *runs[j])) {
                    done[j] = true;
                    peers.push_back(members[j]);
                    peer_runs.push_back(runs[j]);
                }
            if (peers.size() < 2)
                continue;
            const bool by_variant = variants_tell_apart(peer_runs);
            const std::vector<std::string> keys = by_variant ? std::vector<std::string>() : differing_settings(peer_runs);
            for (std::size_t k = 0; k < peers.size(); ++k) {
                if (by_variant)
                    names[peers[k]].variant = peer_runs[k]->variant;
                for (const std::string &key : keys)
                    names[peers[k]].settings.emplace_back(key, get_setting(peer_runs[k]->settings, key));
            }
        }
    }
    return names;
}

} // namespace fairloom
