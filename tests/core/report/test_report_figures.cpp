// Every number that the report's tables print is the one of run.json, rounded: the tables are read back from the page.
#include "core/report/html_report.h"
#include "core/report/report_reading.h"
#include "core/study/full_run.h"
#include "core/study/run_json.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

using namespace fairloom;
using Json = nlohmann::ordered_json;

namespace {

struct Printed {
    double value = 0;
    int decimals = 0;
};

/// The numbers of a cell, in their order.
QList<Printed> numbers_in(QString text)
{
    text.replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char('%'));
    static const QRegularExpression pattern(QStringLiteral("(?<![\\d.])[+-]?\\d+(?:\\.(\\d+))?"));
    QList<Printed> out;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out.append({match.captured(0).toDouble(), static_cast<int>(match.capturedLength(1))});
    }
    return out;
}

bool rounds_to(const Printed &printed, double value) { return std::fabs(printed.value - value) <= 0.5000001 * std::pow(10.0, -printed.decimals); }

using Transform = std::function<double(double)>;
const Transform same = [](double v) { return v; };
const Transform percent = [](double v) { return 100 * v; };
const Transform exponential = [](double v) { return std::exp(v); };

/// What is wrong with a cell that should show json[key] and its interval; empty if nothing.
QString fault(const QString &cell, const Json &json, const std::string &key, const Transform &shown = same)
{
    const QString place = QStringLiteral("%1: \"%2\" against %3").arg(QString::fromStdString(key), cell, QString::fromStdString(json.dump().substr(0, 300)));
    if (!json.contains(key))
        return cell == QString(QChar(0x2013)) ? QString() : place + QStringLiteral(" (not there)");
    if (json[key].is_null())
        return cell.startsWith(QStringLiteral("undefined")) || cell == QString(QChar(0x2013)) ? QString() : place + QStringLiteral(" (undefined)");
    const QList<Printed> numbers = numbers_in(cell);
    if (numbers.isEmpty() || !rounds_to(numbers[0], shown(json[key])))
        return place;
    const std::string interval = key + "_interval";
    if (!json.contains(interval) || json[interval]["hi"].is_null())
        return numbers.size() == 1 || json.contains(interval) ? QString() : place + QStringLiteral(" (an interval)");
    const double low = shown(json[interval]["lo"]), high = shown(json[interval]["hi"]);
    if (numbers.size() != 3 || !rounds_to(numbers[1], low) || !rounds_to(numbers[2], high))
        return place + QStringLiteral(" (interval)");
    const int most = shown(1) == 100 ? 2 : high - low > 0.1 ? 2 : 3;
    return numbers[0].decimals <= most ? QString() : place + QStringLiteral(" (digits)");
}

const std::map<QString, std::string> source_keys = {{"real", "real"},
                                                    {"real, held out", "real"},
                                                    {"teacher", "teacher"},
                                                    {"student", "student"},
                                                    {"imported", "imported"},
                                                    {"control, independent s", "control_independent"},
                                                    {"control, row's own s", "control_joint"}};

std::string source_key(const QString &name) { return source_keys.at(name); }

std::string classifier_of(const QString &title)
{
    return title.contains("XGBoost") ? "xgboost" : title.contains("logistic") ? "logistic" : "cnn";
}

/// The judgement that a table's title means.
const Json &judgement(const Json &run, const QString &title, const std::string &source)
{
    const Json &of = run["sources"][source];
    const std::string classifier = classifier_of(title);
    if (title.contains("latents"))
        return of["representation"]["classifiers"][classifier];
    std::string protocol = title.contains("TSTS") ? "tsts" : source == "real" ? "trtr" : "tstr";
    if (title.contains("without the built-in bias"))
        protocol += "_counterpart";
    return of["protocols"][protocol]["classifiers"][classifier];
}

} // namespace

class TestReportFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fairness();
    void groups();
    void eachColumn();
    void seeds();
    void differences();
    void utility();
    void quality();
    void leakage();
    void privacy();
    void explanation();
    void policy();
    void theReaderSeesAnError();

private:
    const ReadTable &need(const QString &section, const QString &caption)
    {
        for (const ReadTable &table : page_.tables)
            if (table.section == section && table.caption.contains(caption))
                return table;
        qFatal("no table \"%s\" in %s", qPrintable(caption), qPrintable(section));
    }
    void checkGroups(const ReadTable &table, const Json &fairness);
    void checkColumns(const ReadTable &table, const std::function<const Json &(const std::string &)> &of_source, const Transform &shown = same);

    Json run_;
    ReadReport page_;
    int checked_ = 0;
};

void TestReportFigures::initTestCase()
{
    RunResult run = FullRun::make();
    // more protocols and classifiers, with figures that differ from those beside them
    const auto source = [&](const char *name) -> SourceResult & {
        return std::find_if(run.sources.begin(), run.sources.end(), [&](const auto &s) { return s.first == name; })->second;
    };
    source("student").protocols["tsts"]["xgboost"] = source("imported").protocols["tstr"]["xgboost"];
    source("student").protocols["tstr"]["logistic"] = source("teacher").protocols["tstr"]["xgboost"];
    source("real").explanation = source("teacher").explanation;
    run_ = Json::parse(run_json(run));
    page_ = ReportReader::read(html_report(run, RunMonitor()));
    QVERIFY2(page_.fault.isEmpty(), qPrintable(page_.fault));
}

/// A table with a source in each column and a figure in each row.
void TestReportFigures::checkColumns(const ReadTable &table, const std::function<const Json &(const std::string &)> &of_source, const Transform &shown)
{
    for (const QList<ReadCell> &row : table.rows)
        for (int i = 1; i < row.size(); ++i) {
            const std::string key = row[0].guide.toStdString();
            if (key.empty() || key == "four_fifths" || key == "fairlearn")
                continue;
            const QString wrong = fault(row[i].text, of_source(source_key(table.head[i].text)), key, shown);
            QVERIFY2(wrong.isEmpty(), qPrintable(table.label() + QStringLiteral(": ") + wrong));
            ++checked_;
        }
}

void TestReportFigures::fairness()
{
    checked_ = 0;
    for (const ReadTable &table : page_.tables)
        if (table.section == QStringLiteral("fairness") && table.head.size() > 1 && !table.rows.isEmpty() && table.rows[0][0].guide == QStringLiteral("dpr") &&
            table.part != QStringLiteral("Each sensitive column alone"))
            checkColumns(table, [&](const std::string &source) -> const Json & { return judgement(run_, table.caption, source)["fairness"]; });
    // two classifiers on held-out rows, one without the built-in bias, one inside the generated rows, one on the latent
    QVERIFY2(checked_ >= 6 * (5 + 2 + 1 + 1 + 5), qPrintable(QString::number(checked_)));
}

/// One row a group, whose name the first cell has.
void TestReportFigures::checkGroups(const ReadTable &table, const Json &fairness)
{
    static const std::map<QString, std::pair<const char *, const char *>> counts = {
        {"Rows", {"", "n"}}, {"TP", {"counts", "tp"}}, {"FP", {"counts", "fp"}}, {"TN", {"counts", "tn"}}, {"FN", {"counts", "fn"}}};
    for (const QList<ReadCell> &row : table.rows) {
        const QString name = QString(row[0].text).remove(QStringLiteral(" (few rows)"));
        const auto group = std::find_if(fairness["groups"].begin(), fairness["groups"].end(), [&](const Json &g) { return g["group"] == name.toStdString(); });
        QVERIFY2(group != fairness["groups"].end(), qPrintable(name));
        QCOMPARE(row[0].text.endsWith(QStringLiteral("(few rows)")), (*group)["small"].get<bool>());
        for (int i = 1; i < row.size(); ++i, ++checked_) {
            const std::string key = table.head[i].guide.toStdString();
            if (key.empty()) {
                const auto &[part, count] = counts.at(table.head[i].text);
                QCOMPARE(row[i].text.toULongLong(), (*part ? (*group)[part] : *group)[count].get<unsigned long long>());
                continue;
            }
            const bool against = key.ends_with("_difference") || key.ends_with("_log_ratio");
            const QString wrong = fault(row[i].text, against ? (*group)["against_reference"] : *group, key, key.ends_with("_log_ratio") ? exponential : same);
            QVERIFY2(wrong.isEmpty(), qPrintable(table.label() + QStringLiteral(": ") + wrong));
        }
    }
}

void TestReportFigures::groups()
{
    checked_ = 0;
    int tables = 0;
    for (const ReadTable &table : page_.tables) {
        const bool headline = table.section == QStringLiteral("fairness") && table.part == QStringLiteral("Every group");
        if (!headline && table.section != QStringLiteral("groups"))
            continue;
        const std::string source = source_key(table.caption.section(QStringLiteral(", "), 1));
        checkGroups(table, judgement(run_, headline ? QStringLiteral("TSTR, XGBoost") : table.part, source)["fairness"]);
        ++tables;
    }
    QVERIFY2(tables >= 20 && checked_ > 400, qPrintable(QStringLiteral("%1 tables, %2 cells").arg(tables).arg(checked_)));
}

void TestReportFigures::eachColumn()
{
    checked_ = 0;
    const ReadTable &ratios = need("fairness", "Groups of \"sex\" alone");
    checkColumns(ratios, [&](const std::string &source) -> const Json & { return judgement(run_, "TSTR, XGBoost", source)["by_column"]["sex"]; });
    checkGroups(need("fairness", "Decisions per group of \"age\", student"), judgement(run_, "TSTR, XGBoost", "student")["by_column"]["age"]);
    QVERIFY(checked_ > 50);
}

void TestReportFigures::seeds()
{
    checked_ = 0;
    for (const ReadTable &table : page_.tables) {
        if (table.section != QStringLiteral("seeds"))
            continue;
        const QString name = table.caption.contains(QStringLiteral("control")) ? QStringLiteral("control, independent s") : table.caption.section(QStringLiteral(", "), -1);
        const Json &over = judgement(run_, table.caption, source_key(name))["over_seeds"];
        QCOMPARE(table.rows.size(), 2 + static_cast<int>(over["each"].size()));
        for (int i = 1; i < table.head.size(); ++i) {
            const std::string key = table.head[i].guide.toStdString();
            for (int r = 0; r < table.rows.size(); ++r, ++checked_) {
                const QString wrong = r == 1 ? fault(table.rows[r][i].text, over, key + "_sd") : fault(table.rows[r][i].text, r == 0 ? over : over["each"][r - 2], key);
                QVERIFY2(wrong.isEmpty(), qPrintable(table.label() + QStringLiteral(": ") + wrong));
            }
        }
    }
    QVERIFY2(checked_ > 60, qPrintable(QString::number(checked_)));
}

void TestReportFigures::differences()
{
    const ReadTable &table = need("differences", "XGBoost");
    QCOMPARE(table.rows.size(), 2);
    for (int i = 0; i < 2; ++i) {
        const Json &difference = run_["differences"][i];
        QCOMPARE(table.rows[i][1].guide.toStdString(), difference["figure"].get<std::string>());
        for (const auto &[column, key] : {std::pair{2, "difference"}, std::pair{3, "p"}, std::pair{4, "p_holm"}}) {
            const QString wrong = fault(table.rows[i][column].text, difference, key);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }
}

void TestReportFigures::utility()
{
    checked_ = 0;
    for (const ReadTable &table : page_.tables)
        if (table.section == QStringLiteral("utility"))
            checkColumns(table, [&](const std::string &source) -> const Json & { return judgement(run_, table.caption, source)["utility"]; });
    QVERIFY2(checked_ > 60, qPrintable(QString::number(checked_)));
}

void TestReportFigures::quality()
{
    checked_ = 0;
    const ReadTable &near = need("quality", "Neighbourhoods");
    for (const QList<ReadCell> &row : near.rows) {
        const Json &quality = run_["sources"][source_key(row[0].text)]["quality"];
        for (int i = 2; i < row.size(); ++i) {
            const std::string key = near.head[i].guide.isEmpty() ? (near.head[i].text == QStringLiteral("Real rows") ? "n_real" : "n")
                                                                 : QString(near.head[i].guide).remove(QStringLiteral("quality_")).toStdString();
            const QString wrong = fault(row[i].text, row[1].text == QStringLiteral("training rows") ? quality : quality["holdout"], key);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            ++checked_;
        }
    }
    for (const QList<ReadCell> &row : need("quality", "Against real training rows").rows)
        for (int i = 1; i < row.size(); ++i) {
            const Json &source = run_["sources"][source_key(need("quality", "Against real training rows").head[i].text)];
            const QString key = row[0].guide, text = row[i].text;
            const QString wrong = key == QStringLiteral("two_sample_auroc")         ? fault(text, source["two_sample_test"], "auroc")
                                  : row[0].text.contains(QStringLiteral("accuracy")) ? fault(text, source["two_sample_test"], "accuracy")
                                  : key == QStringLiteral("marginal_distance")      ? fault(text, source["marginals"], "mean")
                                  : key == QStringLiteral("association_difference")
                                      ? fault(text, source["marginals"]["associations"], row[0].text.contains(QStringLiteral("largest")) ? "largest_difference" : "mean_difference")
                                  : key.isEmpty() ? QString()
                                                  : fault(text, source["support"], key.toStdString());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            ++checked_;
        }
    QVERIFY(checked_ > 50);
}

void TestReportFigures::leakage()
{
    checked_ = 0;
    for (const QList<ReadCell> &row : need("leakage", "How well").rows) {
        const Json &leakage = run_["sources"][source_key(row[0].text)]["leakage"];
        const std::string key = row[1].guide.toStdString();
        for (const QString &wrong : {fault(row[2].text, leakage, key), fault(row[4].text, leakage, key + "_p")})
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        if (row[3].text != QString(QChar(0x2013))) {
            const QList<Printed> range = numbers_in(row[3].text);
            QVERIFY(rounds_to(range[0], leakage[key + "_null"]["lo"]) && rounds_to(range[1], leakage[key + "_null"]["hi"]));
        }
        ++checked_;
    }
    QCOMPARE(checked_, 4 * 5);
}

void TestReportFigures::privacy()
{
    checked_ = 0;
    for (const ReadTable &table : page_.tables) {
        if (table.section != QStringLiteral("privacy") || !table.caption.startsWith(QStringLiteral("Nearness to training rows")))
            continue;
        const Json &all = run_["sources"][source_key(table.caption.section(QStringLiteral(", "), 1))]["privacy"];
        for (const QList<ReadCell> &row : table.rows)
            for (int i = 1; i < row.size(); ++i, ++checked_) {
                const Json &of = i > 2 ? all["without_near_unique"] : all;
                const bool holdout = i % 2 == 0;
                std::string key = row[0].guide.toStdString();
                QString wrong;
                if (key.starts_with("attack_")) {
                    if (!holdout)
                        wrong = fault(row[i].text, of["attack"], key.substr(7));
                } else if (key == "linkage") {
                    wrong = fault(row[i].text, of, holdout ? "linkage_chance" : key, percent);
                } else {
                    const bool share = key == "exact_copies" || key == "identifiability";
                    if (row[0].text.contains(QStringLiteral("5 % quantile")))
                        key = "dcr_low";
                    wrong = fault(row[i].text, of, key + (holdout ? "_holdout" : ""), share ? percent : same);
                }
                QVERIFY2(wrong.isEmpty(), qPrintable(table.label() + QStringLiteral(": ") + wrong));
            }
    }
    QVERIFY(checked_ >= 3 * 8 * 2);
}

void TestReportFigures::explanation()
{
    checked_ = 0;
    for (const char *caption : {"Share of all columns' influence (SHAP)", "What changes if"}) {
        const ReadTable &table = need("explanation", caption);
        for (const QList<ReadCell> &row : table.rows)
            for (int i = 1; i < row.size(); ++i, ++checked_) {
                const std::string key = table.head[i].guide.toStdString();
                const QString name = table.head[i].text.startsWith(QStringLiteral("Goes with"))  ? QStringLiteral("student")
                                     : table.head[i].text.contains(QStringLiteral("control")) ? QStringLiteral("control, independent s")
                                                                                              : table.head[i].text.section(QStringLiteral(", "), -1);
                const Json &columns = run_["sources"][source_key(name)]["explanation"]["columns"];
                const std::string column = row[0].text.section(QLatin1Char(' '), 0, 0).toStdString();
                const auto found = std::find_if(columns.begin(), columns.end(), [&](const Json &c) { return c["column"] == column; });
                QVERIFY(found != columns.end());
                const QString wrong = fault(row[i].text, *found, key, key == "shap_share" ? percent : same);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            }
    }
    const ReadTable &pairs = need("explanation", "another group, student");
    const Json &counterfactuals = run_["sources"]["student"]["explanation"]["counterfactuals"];
    for (int r = 0; r < pairs.rows.size(); ++r)
        for (int i = 3; i < 6; ++i, ++checked_) {
            const std::string key = pairs.head[i].guide.toStdString();
            const QString wrong = fault(pairs.rows[r][i].text, counterfactuals[r], key, key == "probability_change" ? same : percent);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    QVERIFY(checked_ > 20);
}

void TestReportFigures::policy()
{
    const ReadTable &table = need("policy", "House rules");
    const Json &limits = run_["policy"]["limits"];
    QCOMPARE(table.rows.size(), static_cast<int>(limits.size()));
    for (int r = 0; r < table.rows.size(); ++r) {
        QCOMPARE(table.rows[r][2].text, limits[r]["met"].get<bool>() ? QStringLiteral("met") : QStringLiteral("not met"));
        for (const QString &wrong : {fault(table.rows[r][4].text, limits[r], "value"), fault(table.rows[r][5].text, limits[r], "bound")})
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

/// Or none of the above says anything.
void TestReportFigures::theReaderSeesAnError()
{
    const Json json = {{"dpr", 0.7619}, {"dpr_interval", {{"lo", 0.7}, {"hi", 0.85}}}, {"eor", nullptr}};
    QVERIFY(fault(QString::fromUtf8("0.76 (0.70\u20130.85)"), json, "dpr").isEmpty());
    QVERIFY(fault("undefined [1]", json, "eor").isEmpty());
    for (const char *wrong : {"0.77 (0.70\u20130.85)", "0.76 (0.70\u20130.86)", "0.76", "0.7619 (0.7000\u20130.8500)", "undefined [1]", "\u2212""0.76 (0.70\u20130.85)"})
        QVERIFY2(!fault(QString::fromUtf8(wrong), json, "dpr").isEmpty(), wrong);
    QVERIFY(!fault("0.500", json, "eor").isEmpty());
}

QTEST_GUILESS_MAIN(TestReportFigures)
#include "test_report_figures.moc"
