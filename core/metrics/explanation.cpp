#include "core/metrics/explanation.h"

#include "core/base/item_loop.h"
#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/data/split.h"
#include "core/downstream/classifier.h"
#include "core/metrics/association.h"
#include "core/metrics/fairness.h"
#include "core/metrics/intervals.h"
#include "core/metrics/utility.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>

namespace fairloom {

namespace {

/// SHAP values are asked for so many rows at a time: they take longest, and Stop is to be noticed.
constexpr std::size_t shap_rows = 128;
constexpr std::size_t most_groups_of_all_pairs = 6;

constexpr const char *no_rows = FAIRLOOM_TEXT("there are no rows");

/// A column and where its values stand among a classifier's features; count = 0: nowhere.
struct SeenColumn {
    std::size_t column = 0; ///< in the problem's tables
    bool sensitive = false;
    std::size_t begin = 0, count = 0;
    bool picture = false;
};

std::vector<SeenColumn> seen_columns(const Problem &problem, const ClassifierFeatures &features)
{
    const Table &table = problem.train.table;
    std::vector<SeenColumn> out;
    for (const std::size_t c : problem.features)
        out.push_back({c, false, 0, 0, table.columns[c].pictures != nullptr});
    for (const std::string &name : problem.task.sensitive)
        out.push_back({table.index_of(name), true, 0, 0, false});
    for (SeenColumn &seen : out) {
        const auto first = std::ranges::find(features.columns(), seen.column);
        seen.begin = static_cast<std::size_t>(first - features.columns().begin());
        seen.count = static_cast<std::size_t>(std::ranges::count(features.columns(), seen.column));
    }
    return out;
}

/// Gives a row the column's value of a row of other ones. Features depend on the value in their row alone, so that copying them does what
/// copying it in the table would do, without describing a picture again.
void copy_value(const SeenColumn &column, const ClassifierRows &from, std::size_t source, ClassifierRows &to, std::size_t row)
{
    std::ranges::copy(from.values.row(source).subspan(column.begin, column.count), to.values.row(row).subspan(column.begin).begin());
    if (column.picture && !from.pictures.empty())
        to.pictures.index[row] = from.pictures.index[source];
}

ClassifierRows part_of(const ClassifierRows &rows, std::size_t begin, std::size_t end)
{
    ClassifierRows out(Matrix(end - begin, rows.values.columns));
    for (std::size_t i = begin; i < end; ++i)
        std::ranges::copy(rows.values.row(i), out.values.row(i - begin).begin());
    if (!rows.pictures.empty()) {
        out.pictures.set = rows.pictures.set;
        const std::span<const std::int32_t> index = std::span(rows.pictures.index).subspan(begin, end - begin);
        out.pictures.index.assign(index.begin(), index.end());
    }
    return out;
}

/// Mean of differences between two figures; undefined as soon as one of them is.
class MeanDifference {
public:
    void add(const Metric &figure, const Metric &less)
    {
        ++n_;
        if (figure && less)
            sum_ += *figure.value - *less.value;
        else if (undefined_.empty())
            undefined_ = figure ? less.undefined : figure.undefined;
    }
    Metric mean() const
    {
        if (n_ == 0)
            return Metric::undefined_because(FAIRLOOM_TEXT("no column was shuffled"));
        return undefined_.empty() ? Metric(sum_ / n_) : Metric::undefined_because(undefined_);
    }

private:
    double sum_ = 0;
    int n_ = 0;
    Message undefined_;
};

class Explainer {
public:
    Explainer(const Problem &problem, const Classifier &classifier, const ClassifierFeatures &features, const LabelledTable &test,
              const ExplanationSettings &settings, std::stop_token stop);

    Explanation explain() const
    {
        Explanation out;
        out.rows = label_.size();
        out.columns = influences();
        add_shap(out.columns);
        std::ranges::stable_sort(out.columns, std::greater(), [](const ColumnInfluence &c) {
            return c.shap_share ? *c.shap_share.value : c.accuracy_drop.value.value_or(-std::numeric_limits<double>::infinity());
        });
        add_counterfactuals(out);
        return out;
    }

private:
    struct Judgement {
        Metric accuracy, dpr;
    };
    Judgement judge(const std::vector<float> &probability) const;
    bool selected(float probability) const { return static_cast<double>(probability) >= settings_.threshold; }

    std::vector<ColumnInfluence> influences() const;
    void shuffle(const SeenColumn &column, ColumnInfluence &out) const;
    double proxy(const SeenColumn &column) const;

    void add_shap(std::vector<ColumnInfluence> &columns) const;
    std::optional<std::vector<double>> summed_shap() const;

    void add_counterfactuals(Explanation &out) const;
    ClassifierRows examples() const;
    GroupCounterfactual counterfactual(std::size_t group, std::size_t as, const std::vector<float> &probability) const;

    const Problem &problem_;
    const Classifier &classifier_;
    const ClassifierFeatures &features_;
    ExplanationSettings settings_;
    std::stop_token stop_;
    std::vector<SeenColumn> columns_;
    std::size_t reference_ = 0; ///< the group with most test rows, of equals the first, as in FairnessOptions

    // of the rows that are looked at
    ClassifierRows rows_;
    std::vector<std::uint8_t> label_;
    std::vector<std::int32_t> group_;
    std::vector<float> probability_;
    Judgement before_;
};

Explainer::Explainer(const Problem &problem, const Classifier &classifier, const ClassifierFeatures &features, const LabelledTable &test,
                     const ExplanationSettings &settings, std::stop_token stop)
    : problem_(problem), classifier_(classifier), features_(features), settings_(settings), stop_(std::move(stop)),
      columns_(seen_columns(problem, features))
{
    throw_if_stopped(stop_);
    std::vector<std::size_t> counts(problem.groups.size());
    for (const std::int32_t g : test.group)
        ++counts[static_cast<std::size_t>(g)];
    reference_ = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());

    const std::vector<std::size_t> which = rows_in_order(test.rows(), settings.rows > 0 ? settings.rows : test.rows(), settings.seed, "explained rows");
    for (const std::size_t row : which) {
        label_.push_back(test.label[row]);
        group_.push_back(test.group[row]);
    }
    rows_ = features.transform(test.table.select_rows(which));
    probability_ = classifier.predict(rows_);
    before_ = judge(probability_);
}

Explainer::Judgement Explainer::judge(const std::vector<float> &probability) const
{
    std::vector<std::uint8_t> decision(probability.size());
    std::ranges::transform(probability, decision.begin(), [&](float p) { return selected(p); });
    FairnessOptions options;
    options.threshold = settings_.threshold;
    options.level = 0; // intervals would be thrown away
    return {compute_utility(label_, probability, settings_.threshold).accuracy,
            compute_fairness(label_, decision, group_, problem_.groups, options).dpr};
}

std::vector<ColumnInfluence> Explainer::influences() const
{
    std::vector<ColumnInfluence> out(columns_.size());
    NoProgress progress;
    for_each_item(out.size(), settings_.threads, {}, progress, stop_, [&](std::size_t i, int) {
        out[i].column = problem_.train.table.columns[columns_[i].column].name;
        out[i].sensitive = columns_[i].sensitive;
        out[i].proxy = proxy(columns_[i]);
        shuffle(columns_[i], out[i]);
    });
    return out;
}

void Explainer::shuffle(const SeenColumn &column, ColumnInfluence &out) const
{
    std::vector<std::size_t> order(label_.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    // A stream for each column, so that its figures depend neither on the other columns nor on who works on it.
    Random random(settings_.seed, "shuffled column " + out.column);
    ClassifierRows shuffled = rows_;
    MeanDifference accuracy, dpr;
    for (int repeat = 0; repeat < settings_.repeats; ++repeat) {
        throw_if_stopped(stop_);
        random.shuffle(order);
        for (std::size_t row = 0; row < order.size(); ++row)
            copy_value(column, rows_, order[row], shuffled, row);
        const Judgement after = judge(classifier_.predict(shuffled));
        accuracy.add(before_.accuracy, after.accuracy);
        dpr.add(after.dpr, before_.dpr);
    }
    out.accuracy_drop = accuracy.mean();
    out.parity_change = dpr.mean();
}

double Explainer::proxy(const SeenColumn &column) const
{
    if (column.sensitive)
        return 1;
    const Column &values = problem_.train.table.columns[column.column];
    const CodedColumn coded = code_column(values, values);
    return cramers_v(coded.codes, coded.count, problem_.train.group, static_cast<int>(problem_.groups.size()));
}

/// Per column, the sum over rows of |SHAP value|; nothing if the classifier gives none.
std::optional<std::vector<double>> Explainer::summed_shap() const
{
    const std::size_t n = label_.size(), parts = (n + shap_rows - 1) / shap_rows;
    std::vector<std::optional<std::vector<double>>> sums(parts); // by part: the order of addition must not depend on the threads
    NoProgress progress;
    for_each_item(parts, settings_.threads, {}, progress, stop_, [&](std::size_t part, int) {
        const std::optional<Matrix> values = classifier_.contributions(part_of(rows_, part * shap_rows, std::min(n, (part + 1) * shap_rows)));
        if (!values)
            return;
        std::vector<double> &to = sums[part].emplace(columns_.size());
        for (std::size_t row = 0; row < values->rows; ++row)
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                double value = 0;
                for (const float feature : values->row(row).subspan(columns_[c].begin, columns_[c].count))
                    value += static_cast<double>(feature);
                to[c] += std::abs(value);
            }
    });
    std::vector<double> total(columns_.size());
    for (const auto &part : sums) {
        if (!part)
            return std::nullopt;
        std::ranges::transform(total, *part, total.begin(), std::plus());
    }
    return total;
}

/// `columns` in the order of columns_.
void Explainer::add_shap(std::vector<ColumnInfluence> &columns) const
{
    const auto undefined = [&](const Message &reason) {
        for (ColumnInfluence &column : columns)
            column.shap = column.shap_share = Metric::undefined_because(reason);
    };
    if (label_.empty())
        return undefined(no_rows);
    const std::optional<std::vector<double>> sums = summed_shap();
    if (!sums)
        return undefined(Message(FAIRLOOM_TEXT("the classifier “%1” gives no SHAP values"), {classifier_.name()}));
    const double total = std::accumulate(sums->begin(), sums->end(), 0.0);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        columns[c].shap = Metric((*sums)[c] / static_cast<double>(label_.size()));
        columns[c].shap_share = total > 0 ? Metric((*sums)[c] / total)
                                          : Metric::undefined_because(FAIRLOOM_TEXT("no column changes what the classifier says"));
    }
}

/// For every group one of its training rows. All rows of a group have the same values in the sensitive columns, and these are what makes
/// it the group, however Group::values spells them.
ClassifierRows Explainer::examples() const
{
    std::vector<std::size_t> first(problem_.groups.size(), problem_.train.rows());
    for (std::size_t row = problem_.train.rows(); row-- > 0;)
        first[static_cast<std::size_t>(problem_.train.group[row])] = row;
    if (std::ranges::find(first, problem_.train.rows()) != first.end())
        throw std::logic_error("a group without training rows");
    return features_.transform(problem_.train.table.select_rows(first));
}

void Explainer::add_counterfactuals(Explanation &out) const
{
    const std::size_t groups = problem_.groups.size(), n = label_.size();
    const ClassifierRows example = examples();
    std::vector<std::vector<float>> as(groups); // probabilities of all rows with the values of each group
    NoProgress progress;
    for_each_item(groups, settings_.threads, {}, progress, stop_, [&](std::size_t g, int) {
        ClassifierRows rows = rows_;
        for (const SeenColumn &column : columns_)
            if (column.sensitive)
                for (std::size_t row = 0; row < n; ++row)
                    copy_value(column, example, g, rows, row);
        as[g] = classifier_.predict(rows);
    });

    std::size_t changed = 0; // the values of its own group leave a row as it is
    for (std::size_t row = 0; row < n; ++row)
        changed += std::ranges::any_of(as, [&](const std::vector<float> &other) { return selected(other[row]) != selected(probability_[row]); });
    out.changed = wilson_rate(changed, n);

    for (std::size_t g = 0; g < groups; ++g)
        for (std::size_t other = 0; other < groups; ++other)
            if (g != other && (groups <= most_groups_of_all_pairs || g == reference_ || other == reference_))
                out.counterfactuals.push_back(counterfactual(g, other, as[other]));
}

/// probability: of all rows, with the values of group `as`.
GroupCounterfactual Explainer::counterfactual(std::size_t group, std::size_t as, const std::vector<float> &probability) const
{
    GroupCounterfactual out;
    out.group = problem_.groups[group].name;
    out.as = problem_.groups[as].name;
    std::size_t gained = 0, lost = 0;
    double change = 0;
    for (std::size_t row = 0; row < label_.size(); ++row) {
        if (group_[row] != static_cast<std::int32_t>(group))
            continue;
        const bool own = selected(probability_[row]), other = selected(probability[row]);
        gained += other && !own;
        lost += own && !other;
        change += static_cast<double>(probability[row]) - static_cast<double>(probability_[row]);
        ++out.n;
    }
    if (out.n == 0) {
        out.gained = out.lost = out.probability_change = Metric::undefined_because(Message(FAIRLOOM_TEXT("group “%1” has no row"), {out.group}));
        return out;
    }
    out.gained = wilson_rate(gained, out.n);
    out.lost = wilson_rate(lost, out.n);
    out.probability_change = Metric(change / static_cast<double>(out.n));
    return out;
}

} // namespace

Explanation explain(const Problem &problem, const Classifier &classifier, const ClassifierFeatures &features, const LabelledTable &test,
                    const ExplanationSettings &settings, std::stop_token stop)
{
    return Explainer(problem, classifier, features, test, settings, std::move(stop)).explain();
}

} // namespace fairloom
