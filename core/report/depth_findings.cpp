#include "core/data/name_list.h"
#include "core/report/findings.h"
#include "core/report/report_numbers.h"

namespace fairloom {

namespace {

constexpr std::size_t most_limits = 5;

std::string range_text(const Metric &metric)
{
    const int decimals = decimals_of(metric.interval);
    return fixed_text(metric.interval->low, decimals) + "\u2013" + fixed_text(metric.interval->high, decimals);
}

void add_copies(const PrivacyFigures &figures, std::vector<Message> &out)
{
    if (figures.exact_copies && figures.exact_copies_holdout)
        out.emplace_back(FAIRLOOM_TEXT("Of the generated rows %1 repeat a training row in every column; of real held-out rows, which are no copies, %2 do"),
                         std::vector{percent_text(*figures.exact_copies.value, 2), percent_text(*figures.exact_copies_holdout.value, 2)});
}

void add_attack(const MembershipAttack &attack, std::vector<Message> &out)
{
    const Metric &advantage = attack.advantage;
    if (!advantage || !advantage.interval)
        return;
    const std::vector<std::string> args = {fixed_text(*advantage.value, decimals_of(advantage.interval)), range_text(advantage)};
    if (advantage.interval->low > 0)
        out.emplace_back(FAIRLOOM_TEXT("Somebody who has the generated rows can tell to some degree whether a person was among the training rows: the attack that was "
                                       "tried has an advantage of %1 (%2), where 0 is guessing and 1 is certainty"),
                         args);
    else
        out.emplace_back(FAIRLOOM_TEXT("The attack that was tried does no better than guessing at telling whether a person was among the training rows: its "
                                       "advantage is %1 (%2), where 0 is guessing; a better attack may do better"),
                         args);
}

/// Share of all influence that lies with the sensitive columns; empty where it is not known.
std::optional<double> sensitive_share(const Explanation &explanation)
{
    std::optional<double> share;
    for (const ColumnInfluence &column : explanation.columns)
        if (column.sensitive && column.shap_share)
            share = share.value_or(0) + *column.shap_share.value;
    return share;
}

} // namespace

Message policy_verdict(const PolicyResult &policy)
{
    const std::string count = std::to_string(policy.outcomes.size());
    if (policy.met())
        return policy.name.empty() ? Message(FAIRLOOM_TEXT("All limits are met (%1 of %1)"), {count})
                                   : Message(FAIRLOOM_TEXT("All limits of the policy \"%2\" are met (%1 of %1)"), {count, policy.name});
    std::vector<std::string> missed;
    for (const PolicyOutcome &outcome : policy.outcomes)
        if (!outcome.met)
            missed.push_back(limit_text(outcome.limit));
    const std::string met = std::to_string(policy.met_count()), names = join_names(missed, most_limits);
    return policy.name.empty() ? Message(FAIRLOOM_TEXT("%1 of %2 limits are met; not met: %3"), {met, count, names})
                               : Message(FAIRLOOM_TEXT("%1 of %2 limits of the policy \"%4\" are met; not met: %3"), {met, count, names, policy.name});
}

std::vector<Message> privacy_findings(const RunResult &result)
{
    std::vector<Message> out;
    const SourceResult *source = result.source(generated_source_name(result));
    if (!source || !source->privacy)
        return out;
    add_copies(source->privacy->all, out);
    add_attack(source->privacy->attack, out);
    return out;
}

std::vector<Message> explanation_findings(const RunResult &result)
{
    std::vector<Message> out;
    const SourceResult *source = result.source(generated_source_name(result)), *real = result.source("real");
    if (!source || !source->explanation)
        return out;
    const Explanation *before = real && real->explanation ? &*real->explanation : nullptr;
    const std::optional<double> share = sensitive_share(*source->explanation), share_before = before ? sensitive_share(*before) : std::nullopt;
    if (share && share_before)
        out.emplace_back(FAIRLOOM_TEXT("The sensitive attribute has %1 of all columns' influence on what that classifier decides, and %2 if it is trained on the real rows"),
                         std::vector{percent_text(*share, 1), percent_text(*share_before, 1)});
    const Metric &changed = source->explanation->changed;
    if (changed && before && before->changed)
        out.emplace_back(FAIRLOOM_TEXT("For %1 of the people it would decide otherwise if they had another group's value and all else were the same; trained on the real "
                                       "rows, for %2"),
                         std::vector{percent_text(*changed.value, 1), percent_text(*before->changed.value, 1)});
    return out;
}

} // namespace fairloom
