#include "core/study/comparison/comparison_exports.h"

#include <fmt/format.h>

#include <numeric>
#include <optional>
#include <string_view>

namespace fairloom {

const std::vector<ComparedFigure> &headline_figures()
{
    using F = ComparedFigure;
    static const std::vector<ComparedFigure> figures{F::dpr, F::eor, F::accuracy, F::f1, F::density, F::coverage, F::tsts_dpr};
    return figures;
}

std::string subject_of(const RunRecord &run)
{
    std::string sensitive;
    for (const std::string &column : run.task.sensitive)
        sensitive += (sensitive.empty() ? "" : " & ") + column;
    std::string out = fmt::format("{}, {} -> {} = {}", run.data_name, sensitive, run.task.target, run.task.positive);
    const RunSettings &s = run.settings;
    if (s.train_rows > 0)
        out += fmt::format(", {} training rows", s.train_rows);
    if (s.favourable_share > 0)
        out += fmt::format(", {:g} % favourable", 100 * s.favourable_share);
    if (s.smallest_group_share > 0)
        out += fmt::format(", smallest group {:g} %", 100 * s.smallest_group_share);
    if (s.noise_columns > 0)
        out += fmt::format(", {} noise columns", s.noise_columns);
    return out;
}

std::vector<std::size_t> ComparisonTable::written() const
{
    if (listed)
        return *listed;
    std::vector<std::size_t> all(rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

const PairedDifference *ComparisonTable::difference_of(std::size_t group, ComparedFigure figure) const
{
    for (const PairedDifference &difference : differences)
        if (difference.group == group && difference.figure == figure)
            return &difference;
    return nullptr;
}

std::string judged_by(const ComparisonChoice &choice)
{
    return fmt::format("source: {}; protocol: {}; classifier: {}", choice.source.empty() ? "generated rows" : choice.source, choice.protocol,
                       choice.classifier);
}

namespace {

class CsvText {
public:
    CsvText &operator<<(std::string_view field)
    {
        begin();
        if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
            text_ += field;
            return *this;
        }
        text_ += '"';
        for (const char c : field)
            text_ += c == '"' ? std::string_view("\"\"") : std::string_view(&c, 1);
        text_ += '"';
        return *this;
    }
    CsvText &operator<<(double value)
    {
        begin();
        text_ += fmt::format("{:.17g}", value);
        return *this;
    }
    CsvText &operator<<(std::size_t value)
    {
        begin();
        text_ += std::to_string(value);
        return *this;
    }
    CsvText &operator<<(const std::optional<double> &value) { return value ? *this << *value : nothing(); }
    CsvText &nothing() { return *this << std::string_view(); }
    void end_line()
    {
        text_ += "\r\n";
        first_ = true;
    }
    std::string text() && { return std::move(text_); }

private:
    void begin()
    {
        if (!first_)
            text_ += ',';
        first_ = false;
    }

    std::string text_;
    bool first_ = true;
};

std::string joined(const std::vector<std::string> &parts, const char *between)
{
    std::string out;
    for (const std::string &part : parts)
        out += (out.empty() ? "" : between) + part;
    return out;
}

/// The settings of a method that is not Fairloom's own are in the JSON export.
constexpr std::string_view listed_settings[] = {"student", "log10_beta", "kl_weight", "lambda", "latent", "hidden", "depth", "teacher_epochs",
                                                "student_epochs"};

} // namespace

std::string runs_csv(const ComparisonTable &table)
{
    CsvText out;
    for (const char *name : {"name", "study", "variant", "state", "data", "sensitive", "target", "positive", "method", "loss"})
        out << name;
    for (const std::string_view key : listed_settings)
        out << key;
    for (const char *name : {"seed", "source", "protocol", "classifier"})
        out << name;
    for (const ComparedFigureInfo &info : compared_figures())
        out << info.key;
    out << "tags" << "note" << "undefined";
    out.end_line();
    for (const std::size_t i : table.written()) {
        const ComparisonRow &row = table.rows[i];
        const RunRecord &run = *row.run;
        out << run.name << run.study << run.variant << run.state << run.data_name << joined(run.task.sensitive, " & ") << run.task.target
            << run.task.positive << (run.judged_file.empty() ? run.settings.method : "imported")
            << (run.judged_file.empty() && run.settings.method == "fairloom" ? run.settings.loss : std::string());
        for (const std::string_view key : listed_settings)
            out << get_setting(run.settings, std::string(key));
        out << std::size_t(run.settings.seed) << row.source << table.choice.protocol << table.choice.classifier;
        std::vector<std::string> undefined;
        for (const ComparedFigureInfo &info : compared_figures()) {
            const Metric &metric = row[info.figure];
            out << metric.value;
            if (!metric && row.judged)
                undefined.push_back(std::string(info.key) + ": " + metric.undefined.english());
        }
        out << joined(run.tags, "; ") << run.note << joined(undefined, "; ");
        out.end_line();
    }
    return std::move(out).text();
}

std::string groups_csv(const ComparisonTable &table)
{
    CsvText out;
    for (const char *name : {"group", "study", "variant", "data", "method", "loss", "log10_beta", "kl_weight", "lambda", "seeds"})
        out << name;
    for (const ComparedFigureInfo &info : compared_figures())
        for (const char *part : {"", "_sd", "_n"})
            out << std::string(info.key) + part;
    out << "reference";
    for (const ComparedFigure figure : headline_figures())
        for (const char *part : {"_difference", "_low", "_high", "_seeds", "_p", "_p_holm"})
            out << std::string(info_of(figure).key) + part;
    out.end_line();
    for (std::size_t g = 0; g < table.groups.size(); ++g) {
        const SeedGroup &group = table.groups[g];
        const RunRecord &run = table.record_of(g);
        out << table.names[g].english() << run.study << run.variant << subject_of(run) << (run.judged_file.empty() ? run.settings.method : "imported")
            << (run.judged_file.empty() && run.settings.method == "fairloom" ? run.settings.loss : std::string()) << run.settings.log10_beta
            << run.settings.kl_weight << run.settings.lambda << group.seeds();
        for (const ComparedFigureInfo &info : compared_figures()) {
            const Spread &spread = group[info.figure];
            out << (spread.n > 0 ? std::optional(spread.mean) : std::nullopt) << (spread.n > 1 ? std::optional(spread.sd) : std::nullopt) << spread.n;
        }
        const std::size_t reference = table.reference_of(g);
        out << (reference < table.groups.size() ? table.names[reference].english() : std::string());
        for (const ComparedFigure figure : headline_figures()) {
            const PairedDifference *found = table.difference_of(g, figure);
            if (found && found->difference && found->difference.interval) {
                out << *found->difference.value << found->difference.interval->low << found->difference.interval->high << found->seeds.size()
                    << found->p_value << found->p_holm;
            } else {
                for (int part = 0; part < 6; ++part)
                    out.nothing();
            }
        }
        out.end_line();
    }
    return std::move(out).text();
}

} // namespace fairloom
