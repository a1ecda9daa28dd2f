#include "ui/models/compare_model.h"

#include "ui/models/audit_csv.h"
#include "ui/text.h"

#include <QByteArrayList>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

CompareRow CompareFigures::row(const RunEntry &run, const AuditChoice &choice)
{
    CompareRow row;
    row.id = run.id;
    row.name = run.name;
    row.data = run.dataName;
    row.dataset = run.request.data;
    row.task = run.request.task;
    row.settings = run.outcome ? run.outcome->result.settings : run.request.settings;
    row.state = run.state;
    if (!run.outcome)
        return row;
    const RunResult &result = run.outcome->result;
    if (const ClassifierResult *judged = AuditFigures::classifier(result, "student", choice)) {
        row.judged = true;
        row.dpr = judged->fairness.dpr;
        row.eor = judged->fairness.eor;
        row.accuracy = judged->utility.accuracy;
        row.f1 = judged->utility.f1;
    }
    if (const SourceResult *student = result.source("student"); student && student->quality) {
        row.density = student->quality->train.density;
        row.coverage = student->quality->train.coverage;
    }
    for (const auto &[stage, seconds] : result.timings)
        if (stage == "total")
            row.seconds = seconds;
    return row;
}

bool CompareFigures::comparable(const CompareRow &a, const CompareRow &b)
{
    if (a.task != b.task)
        return false;
    if (a.dataset == b.dataset)
        return true;
    // Opened again, the same bytes read the same way are the same data.
    return a.dataset && b.dataset && !a.dataset->sha256.empty() && a.dataset->sha256 == b.dataset->sha256
           && a.dataset->recipe == b.dataset->recipe;
}

QString CompareFigures::subject(const CompareRow &row)
{
    return QStringLiteral("%1 → %2 = %3").arg(row.data, toQString(row.task.target), toQString(row.task.positive));
}

std::vector<std::size_t> CompareFigures::bestFront(const std::vector<CompareRow> &rows, std::size_t reference)
{
    const auto usable = [&](const CompareRow &row) {
        return row.judged && row.dpr && row.accuracy && comparable(row, rows[reference]);
    };
    std::vector<std::size_t> front;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!usable(rows[i]))
            continue;
        const bool beaten = std::any_of(rows.begin(), rows.end(), [&](const CompareRow &other) {
            if (!usable(other))
                return false;
            const double dpr = *other.dpr.value - *rows[i].dpr.value, accuracy = *other.accuracy.value - *rows[i].accuracy.value;
            return dpr >= 0 && accuracy >= 0 && (dpr > 0 || accuracy > 0);
        });
        if (!beaten)
            front.push_back(i);
    }
    std::sort(front.begin(), front.end(), [&](std::size_t a, std::size_t b) { return *rows[a].dpr.value < *rows[b].dpr.value; });
    return front;
}

std::vector<SeedSummary> CompareFigures::seedSummaries(const std::vector<CompareRow> &rows)
{
    const auto same = [](const CompareRow &a, const CompareRow &b) {
        RunSettings x = a.settings, y = b.settings;
        x.seed = y.seed = 0;
        x.threads = y.threads = 0;
        return comparable(a, b) && x == y;
    };
    std::vector<SeedSummary> summaries;
    std::vector<bool> taken(rows.size(), false);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (taken[i] || !rows[i].judged)
            continue;
        std::vector<const CompareRow *> members;
        for (std::size_t j = i; j < rows.size(); ++j) {
            if (taken[j] || !rows[j].judged || !same(rows[i], rows[j]))
                continue;
            taken[j] = true;
            // A repeated seed is the same run again, not a further draw.
            if (std::none_of(members.begin(), members.end(), [&](const CompareRow *m) { return m->settings.seed == rows[j].settings.seed; }))
                members.push_back(&rows[j]);
        }
        if (members.size() < 2)
            continue;
        const auto spread = [&members](auto value) {
            std::vector<double> values;
            for (const CompareRow *member : members)
                if (const std::optional<double> v = value(*member))
                    values.push_back(*v);
            SeedSummary::Spread out;
            out.n = int(values.size());
            for (double v : values)
                out.mean += v / double(values.size());
            double squares = 0;
            for (double v : values)
                squares += (v - out.mean) * (v - out.mean);
            if (values.size() > 1)
                out.deviation = std::sqrt(squares / double(values.size() - 1));
            return out;
        };
        SeedSummary summary;
        summary.subject = subject(rows[i]);
        summary.settings = rows[i].settings;
        summary.runs = int(members.size());
        summary.dpr = spread([](const CompareRow &r) { return r.dpr.value; });
        summary.eor = spread([](const CompareRow &r) { return r.eor.value; });
        summary.accuracy = spread([](const CompareRow &r) { return r.accuracy.value; });
        summary.f1 = spread([](const CompareRow &r) { return r.f1.value; });
        summary.density = spread([](const CompareRow &r) { return r.density; });
        summary.coverage = spread([](const CompareRow &r) { return r.coverage; });
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

QString CompareFigures::seedSentence(const SeedSummary &summary, bool withSubject)
{
    const auto spread = [&summary](const SeedSummary::Spread &s) {
        if (s.n == 0)
            return tr("undefined");
        const QString value = s.n > 1 ? tr("%1 ± %2").arg(number(s.mean), number(s.deviation)) : number(s.mean);
        return s.n < summary.runs ? tr("%1 (%2 of %3)").arg(value).arg(s.n).arg(summary.runs) : value;
    };
    QStringList figures = {tr("DPR %1").arg(spread(summary.dpr)), tr("EOR %1").arg(spread(summary.eor)),
                           tr("accuracy %1").arg(spread(summary.accuracy)), tr("F1 %1").arg(spread(summary.f1))};
    // Quality may not have been computed at all; then there is nothing to say about it.
    if (summary.density.n > 0)
        figures << tr("density %1").arg(spread(summary.density));
    if (summary.coverage.n > 0)
        figures << tr("coverage %1").arg(spread(summary.coverage));
    const QString sentence = tr("<b>%1</b>, log10 β %2, λ %3, %4 seeds (mean ± sd): %5.")
                                 .arg(lossLabel(summary.settings.loss).toHtmlEscaped(),
                                      toQString(to_text(summary.settings.log10_beta)), toQString(to_text(summary.settings.lambda)))
                                 .arg(summary.runs)
                                 .arg(figures.join(QStringLiteral(", ")));
    return withSubject ? summary.subject.toHtmlEscaped() + QStringLiteral(": ") + sentence : sentence;
}

QString CompareFigures::lossLabel(const std::string &loss)
{
    return lossName(loss);
}

int CompareFigures::lossIndex(const std::string &loss)
{
    return loss == "huber" ? 1 : loss == "mse" ? 2 : loss == "md" ? 3 : 0;
}

int CompareFigures::lossColour(const std::string &loss)
{
    static constexpr int colours[] = {5, 1, 3, 2};
    return colours[lossIndex(loss)];
}

QByteArray CompareFigures::csv(const std::vector<CompareRow> &rows)
{
    const auto exact = [](double value) { return QByteArray::number(value, 'g', 17); };
    const auto optional = [&](const std::optional<double> &value) { return value ? exact(*value) : QByteArray(); };
    QByteArray out = "name,data,loss,log10_beta,kl_weight,lambda,seed,teacher_epochs,student_epochs,dpr,eor,accuracy,f1,density,"
                     "coverage,seconds,undefined\r\n";
    for (const CompareRow &row : rows) {
        QStringList undefined;
        for (const auto &[label, metric] : {std::pair{"dpr", &row.dpr}, {"eor", &row.eor}, {"accuracy", &row.accuracy}, {"f1", &row.f1}})
            if (row.judged && !*metric)
                undefined << QStringLiteral("%1: %2").arg(QLatin1String(label), translated(metric->undefined));
        const RunSettings &s = row.settings;
        const QByteArrayList fields{csvField(row.name), csvField(row.data), csvField(lossLabel(s.loss)), exact(s.log10_beta),
                                    exact(s.kl_weight), exact(s.lambda), QByteArray::number(qulonglong(s.seed)),
                                    QByteArray::number(s.teacher_epochs), QByteArray::number(s.student_epochs),
                                    optional(row.dpr.value), optional(row.eor.value), optional(row.accuracy.value),
                                    optional(row.f1.value), optional(row.density), optional(row.coverage), optional(row.seconds),
                                    csvField(undefined.join(QStringLiteral("; ")))};
        out += fields.join(',') + "\r\n";
    }
    return out;
}

} // namespace fairloom::ui
