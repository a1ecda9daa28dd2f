#include "ui/workers/audit_anew.h"

#include "core/base/parallel.h"
#include "core/study/uncertainty.h"

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr int settled_after = 250; ///< milliseconds: a hand on the slider rests shorter than that

std::vector<Group> groupsOf(const Fairness &fairness)
{
    std::vector<Group> groups;
    for (const GroupRates &rates : fairness.groups)
        groups.push_back(rates.group);
    return groups;
}

std::optional<std::size_t> placeOf(const std::vector<Group> &groups, const std::string &name)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group &group) { return group.name == name; });
    return found == groups.end() ? std::nullopt : std::optional(std::size_t(found - groups.begin()));
}

/// In the table of one column, the reference is the value that the chosen group has there.
void refer(ColumnFairness &column, const Group &reference, double level)
{
    const auto value = std::find_if(reference.values.begin(), reference.values.end(), [&](const auto &entry) { return entry.first == column.column; });
    const std::vector<Group> groups = groupsOf(column.fairness);
    const std::optional<std::size_t> place = value == reference.values.end() ? std::nullopt : placeOf(groups, value->second);
    if (!place)
        return;
    FairnessOptions options;
    options.reference = place;
    options.level = level;
    const Fairness against = fairness_of_counts(counts_of(column.fairness), groups, options);
    column.fairness.reference = against.reference;
    for (std::size_t g = 0; g < groups.size(); ++g)
        column.fairness.groups[g].against = against.groups[g].against;
}

ClassifierResult onTerms(const ClassifierResult &judged, const AuditTerms &terms, double level)
{
    const std::vector<Group> groups = groupsOf(judged.fairness);
    FairnessOptions options;
    options.threshold = terms.threshold;
    options.reference = placeOf(groups, terms.reference);
    options.level = level;
    EvaluationSettings points;
    points.bootstrap = 0;
    ClassifierResult out = judge_anew(judged, groups, options, points, {});
    if (options.reference)
        for (ColumnFairness &column : out.by_column)
            refer(column, groups[*options.reference], level);
    return out;
}

/// Generated test rows are no sample of people: more of them could be had for nothing.
double levelOf(const std::string &source, const AuditChoice &choice)
{
    return choice.protocol == "tsts" && source != "real" ? 0 : 0.95;
}

using Sources = std::vector<std::pair<std::string, SourceResult>>;

/// Those figures alone that other terms change.
Sources movedSources(const RunResult &run, const AuditChoice &choice, const AuditTerms &terms, const std::stop_token &stop)
{
    Sources out;
    for (const auto &[name, source] : run.sources) {
        SourceResult moved;
        const ClassifierResult *judged = AuditFigures::classifier(run, name, choice);
        if (judged && judged->scored)
            moved.protocols[AuditFigures::protocolOf(name, choice)][choice.classifier] = onTerms(*judged, terms, levelOf(name, choice));
        if (source.representation) {
            moved.representation.emplace();
            for (const auto &[classifier, latent] : source.representation->classifiers)
                if (latent.scored)
                    moved.representation->classifiers[classifier] = onTerms(latent, terms, 0.95);
        }
        if (stop.stop_requested())
            break;
        out.emplace_back(name, std::move(moved));
    }
    return out;
}

void put(Sources moved, RunResult &result)
{
    for (std::size_t i = 0; i < moved.size(); ++i) {
        SourceResult &source = result.sources[i].second;
        for (auto &[protocol, classifiers] : moved[i].second.protocols)
            for (auto &[classifier, judged] : classifiers)
                source.protocols[protocol][classifier] = std::move(judged);
        if (source.representation)
            for (auto &[classifier, judged] : moved[i].second.representation->classifiers)
                source.representation->classifiers[classifier] = std::move(judged);
    }
}

} // namespace

std::shared_ptr<const RunResult> judgedOnTerms(const RunResult &run, const AuditChoice &choice, const AuditTerms &terms, int draws, const std::stop_token &stop)
{
    auto out = std::make_shared<RunResult>(run);
    Sources moved = movedSources(run, choice, terms, stop);
    // Differences of the run's own threshold would stand beside figures of another one.
    std::erase_if(out->differences, [&](const SourceDifference &d) { return d.protocol == choice.protocol && d.classifier == choice.classifier; });
    if (draws > 0) {
        std::vector<Group> groups;
        for (const auto &[name, source] : moved)
            for (const auto &[protocol, classifiers] : source.protocols)
                for (const auto &[classifier, judged] : classifiers)
                    groups = groupsOf(judged.fairness);
        EvaluationSettings settings;
        settings.seed = run.settings.seed;
        settings.threads = hardware_threads();
        settings.bootstrap = draws;
        for (SourceDifference &difference : add_uncertainty(moved, groups, settings, stop))
            out->differences.push_back(std::move(difference));
    }
    put(std::move(moved), *out);
    return out;
}

AuditAnew::AuditAnew(QObject *parent)
    : QObject(parent), intervals_(
                           [this](std::shared_ptr<const RunResult> &result) {
                               shown_ = std::move(result);
                               emit changed();
                           },
                           [this](const QString &sentence) { emit failed(sentence); })
{
    soon_.setSingleShot(true);
    soon_.setInterval(0); // after all moves that wait already, so that a slow machine skips some instead of lagging behind
    later_.setSingleShot(true);
    later_.setInterval(settled_after);
    connect(&soon_, &QTimer::timeout, this, [this] {
        judge();
        emit changed();
    });
    connect(&later_, &QTimer::timeout, this, &AuditAnew::drawIntervals);
}

void AuditAnew::setRun(std::shared_ptr<const RunResult> run, const AuditChoice &choice)
{
    run_ = std::move(run);
    choice_ = choice;
    judge();
}

void AuditAnew::setTerms(const AuditTerms &terms)
{
    if (terms == terms_)
        return;
    terms_ = terms;
    intervals_.discard();
    soon_.start();
}

bool AuditAnew::asRun() const
{
    return !run_ || !whyNot().isEmpty() || terms_ == AuditTerms();
}

void AuditAnew::judge()
{
    soon_.stop();
    later_.stop();
    intervals_.discard();
    if (asRun()) {
        shown_ = run_;
        return;
    }
    shown_ = judgedOnTerms(*run_, choice_, terms_, 0, {});
    later_.start();
}

void AuditAnew::drawIntervals()
{
    const int draws = run_->settings.bootstrap > 0 ? run_->settings.bootstrap : EvaluationSettings().bootstrap;
    intervals_.start([run = run_, choice = choice_, terms = terms_, draws](std::stop_token stop) { return judgedOnTerms(*run, choice, terms, draws, stop); });
}

QString AuditAnew::whyNot() const
{
    if (!run_ || run_->sources.empty())
        return tr("There is nothing to judge yet.");
    bool judged = false;
    for (const std::string &source : AuditFigures::sources(*run_))
        if (const ClassifierResult *found = AuditFigures::classifier(*run_, source, choice_)) {
            if (found->scored)
                return {};
            judged = true;
        }
    return judged ? tr("This result came from a file, which does not hold the probabilities of single rows: other thresholds and reference groups can be tried "
                       "after the run is made again.")
                  : tr("Nothing was judged with this protocol and classifier.");
}

std::vector<std::string> AuditAnew::groups() const
{
    std::vector<std::string> names;
    if (!run_)
        return names;
    for (const std::string &source : AuditFigures::sources(*run_))
        if (const ClassifierResult *found = AuditFigures::classifier(*run_, source, choice_)) {
            for (const Group &group : groupsOf(found->fairness))
                names.push_back(group.name);
            break;
        }
    return names;
}

} // namespace fairloom::ui
