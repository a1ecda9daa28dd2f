#include "core/study/comparison/comparison_exports.h"
#include "made_up_runs.h"

#include <nlohmann/json.hpp>

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace fairloom;

namespace {

/// Two groups of three seeds and a run alone, with names that want quoting.
struct Comparison {
    std::vector<RunRecord> runs;
    std::vector<ComparisonRow> rows;
    std::vector<SeedGroup> groups;
    std::vector<GroupName> names;
    std::vector<PairedDifference> differences;

    Comparison()
    {
        const double accuracies[] = {0.80, 0.82, 0.81};
        for (std::uint64_t seed = 1; seed <= 3; ++seed)
            runs.push_back(made_up::record("l1, \"first\"-" + std::to_string(seed), "l1", 0.70 + 0.02 * double(seed), accuracies[seed - 1], seed));
        for (std::uint64_t seed = 1; seed <= 3; ++seed)
            runs.push_back(made_up::record("md_" + std::to_string(seed), "md", 0.71 + 0.02 * double(seed), accuracies[seed - 1] + 0.05 + 0.001 * double(seed), seed));
        runs.push_back(made_up::record("mse-1", "mse", 0.75, 0.83));
        for (RunRecord &run : runs) {
            run.study = "Which loss?";
            run.data_name = "people & 50% more";
        }
        runs[0].tags = {"keep", "paper"};
        runs[0].note = "line one\nline two";
        runs[4].sources.back().second.protocols["tstr"]["xgboost"].eor = Metric::undefined_because(Message("nobody is selected"));
        std::vector<const RunRecord *> list;
        for (const RunRecord &run : runs)
            list.push_back(&run);
        rows = comparison_rows(list, {});
        groups = seed_groups(rows);
        names = group_names(rows, groups);
        differences = paired_differences(rows, groups, 0, headline_figures());
    }
    ComparisonTable table() const { return {rows, groups, names, differences, 0, {}, {}}; }
};

/// RFC 4180, read back.
QList<QStringList> parsed(const std::string &csv)
{
    QList<QStringList> lines;
    QStringList line;
    QString field;
    bool quoted = false;
    const QString text = QString::fromStdString(csv);
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            line << field;
            field.clear();
        } else if (c == '\r') {
            ++i;
            lines << (line << field);
            line.clear();
            field.clear();
        } else {
            field += c;
        }
    }
    return lines;
}

QString cell(const QList<QStringList> &lines, int row, const QString &column)
{
    const qsizetype at = lines.front().indexOf(column);
    return at < 0 ? QStringLiteral("no such column") : lines[row + 1][at];
}

} // namespace

class TestComparisonExports : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runs_as_csv();
    void groups_as_csv();
    void as_json();
    void groups_as_latex();
    void groups_as_markdown();
    void runs_as_latex();
    void latex_is_typeset();
    void escaping_data();
    void escaping();
    void data_made_harder_have_another_name();
    void nothing_to_write();
};

void TestComparisonExports::runs_as_csv()
{
    const Comparison comparison;
    const QList<QStringList> lines = parsed(runs_csv(comparison.table()));
    QCOMPARE(lines.size(), 8);
    for (const QStringList &line : lines)
        QCOMPARE(line.size(), lines.front().size());
    QCOMPARE(cell(lines, 0, "name"), QString("l1, \"first\"-1"));
    QCOMPARE(cell(lines, 0, "note"), QString("line one\nline two"));
    QCOMPARE(cell(lines, 0, "tags"), QString("keep; paper"));
    QCOMPARE(cell(lines, 0, "data"), QString("people & 50% more"));
    QCOMPARE(cell(lines, 3, "loss"), QString("md"));
    QCOMPARE(cell(lines, 5, "seed"), QString("3"));
    QCOMPARE(cell(lines, 2, "dpr").toDouble(), 0.70 + 0.02 * 3); // to the last bit
    QCOMPARE(cell(lines, 0, "total_s").toDouble(), 34.0);
    QCOMPARE(cell(lines, 4, "eor"), QString());
    QVERIFY(cell(lines, 4, "undefined").contains("eor: nobody is selected"));
    QVERIFY(cell(lines, 0, "undefined").contains("representation_dpr"));

    ComparisonTable some = comparison.table();
    some.listed = {6, 1};
    const QList<QStringList> two = parsed(runs_csv(some));
    QCOMPARE(two.size(), 3);
    QCOMPARE(cell(two, 0, "name"), QString("mse-1"));
    QCOMPARE(nlohmann::json::parse(comparison_json(some))["runs"].size(), std::size_t(2));
}

void TestComparisonExports::groups_as_csv()
{
    const Comparison comparison;
    const QList<QStringList> lines = parsed(groups_csv(comparison.table()));
    QCOMPARE(lines.size(), 4);
    for (const QStringList &line : lines)
        QCOMPARE(line.size(), lines.front().size());
    QCOMPARE(cell(lines, 0, "group"), QString("L1-KL"));
    QCOMPARE(cell(lines, 0, "seeds"), QString("3"));
    QVERIFY(std::abs(cell(lines, 0, "dpr").toDouble() - 0.74) < 1e-12);
    QVERIFY(std::abs(cell(lines, 0, "dpr_sd").toDouble() - 0.02) < 1e-12);
    QCOMPARE(cell(lines, 1, "eor_n"), QString("2"));
    QCOMPARE(cell(lines, 2, "dpr_sd"), QString()); // one run has no spread
    QCOMPARE(cell(lines, 0, "dpr_difference"), QString());
    QCOMPARE(cell(lines, 1, "reference"), QString("L1-KL"));
    QCOMPARE(cell(lines, 1, "accuracy_seeds"), QString("3"));
    QVERIFY(std::abs(cell(lines, 1, "accuracy_difference").toDouble() - 0.052) < 1e-12);
    QVERIFY(cell(lines, 1, "accuracy_low").toDouble() > 0.04);
    QVERIFY(cell(lines, 1, "accuracy_p_holm").toDouble() >= cell(lines, 1, "accuracy_p").toDouble());
    QCOMPARE(cell(lines, 2, "accuracy_difference"), QString()); // one common seed
}

void TestComparisonExports::as_json()
{
    const Comparison comparison;
    const auto json = nlohmann::json::parse(comparison_json(comparison.table()));
    QCOMPARE(json["runs"].size(), std::size_t(7));
    QCOMPARE(json["groups"].size(), std::size_t(3));
    QCOMPARE(json["reference"], "L1-KL");
    QCOMPARE(json["runs"][0]["settings"]["loss"], "l1");
    QCOMPARE(json["runs"][2]["figures"]["dpr"].get<double>(), 0.70 + 0.02 * 3);
    QVERIFY(json["runs"][4]["figures"]["eor"].is_null());
    QCOMPARE(json["runs"][4]["figures"]["eor_undefined"], "nobody is selected");
    QCOMPARE(json["groups"][1]["seeds"].size(), std::size_t(3));
    QCOMPARE(json["groups"][1]["runs"][0], "md_1");
    QCOMPARE(json["groups"][0]["figures"]["accuracy"]["n"], 3);
    QVERIFY(json["groups"][2]["figures"]["accuracy"]["sd"].is_null());
    QCOMPARE(json["differences"].size(), 2 * headline_figures().size());
    bool found = false;
    for (const auto &difference : json["differences"])
        if (difference["group"] == "MD-KL" && difference["figure"] == "accuracy") {
            found = true;
            QVERIFY(difference["shown"].get<bool>());
            QCOMPARE(difference["difference_interval"]["method"], "paired t");
            QVERIFY(difference["sentence"].get<std::string>().starts_with("MD-KL is higher than L1-KL in accuracy"));
        }
    QVERIFY(found);
}

void TestComparisonExports::groups_as_latex()
{
    const Comparison comparison;
    const QString text = QString::fromStdString(groups_latex(comparison.table()));
    for (const char *rule : {"\\toprule", "\\midrule", "\\bottomrule"})
        QCOMPARE(text.count(QLatin1String(rule)), 1);
    QVERIFY2(text.contains("L1-KL (reference) & 3 & $0.74 \\pm 0.02$"), qPrintable(text));
    QVERIFY2(text.contains("$0.81 \\pm 0.01$"), qPrintable(text));
    QVERIFY2(text.contains("$0.862 \\pm 0.010$$^{*}$") || text.contains("$0.86 \\pm 0.01$$^{*}$"), qPrintable(text));
    QVERIFY2(text.contains("(2 of 3)"), qPrintable(text)); // the undefined EOR
    QVERIFY(text.contains("excludes 0"));
    // as many columns in every line as the table has
    const QRegularExpression spec(QStringLiteral("begin\\{tabular\\}\\{([lr]+)\\}"));
    const qsizetype columns = spec.match(text).captured(1).size();
    QVERIFY(columns > 8);
    int lines = 0;
    for (const QString &line : text.split('\n'))
        if (line.contains(" & ")) {
            QCOMPARE(line.count(" & "), columns - 1);
            ++lines;
        }
    QCOMPARE(lines, 4);
}

void TestComparisonExports::groups_as_markdown()
{
    const Comparison comparison;
    const QString text = QString::fromStdString(groups_markdown(comparison.table()));
    QVERIFY2(text.contains("### people & 50% more, sex -> income = high\n"), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("| L1-KL (reference) | 3 | 0.74 ± 0.02 |")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("| MD-KL | 3 | 0.75 ± 0.02 ▲ |")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("| +0.052 (+0.050 to +0.054) ▲ |")), qPrintable(text)); // accuracy
    QVERIFY2(text.contains("(2 of 3)"), qPrintable(text));
    // Every line of a table has as many cells as its head.
    qsizetype cells = 0;
    int tables = 0;
    for (const QString &line : text.split('\n')) {
        if (!line.startsWith('|')) {
            cells = 0;
            continue;
        }
        if (cells == 0)
            ++tables;
        else
            QCOMPARE(line.count('|'), cells);
        cells = line.count('|');
    }
    QCOMPARE(tables, 3);
}

void TestComparisonExports::runs_as_latex()
{
    Comparison comparison;
    const QString text = QString::fromStdString(runs_latex(comparison.table()));
    QVERIFY2(text.contains("md\\_2 & MD-KL & 2 & 0.750 & -- &"), qPrintable(text));
    QVERIFY(!text.contains("people")); // all on the same data
    QCOMPARE(text.count(" \\\\\n"), 8);
    comparison.runs[6].data_name = "others";
    comparison.runs[6].data_sha256 = "77";
    const QString two = QString::fromStdString(runs_latex(comparison.table()));
    QVERIFY2(two.contains("people \\& 50\\% more, sex -\\textgreater{} income = high"), qPrintable(two));
}

void TestComparisonExports::latex_is_typeset()
{
    const QString latex = QStandardPaths::findExecutable(QStringLiteral("pdflatex"));
    if (latex.isEmpty())
        QSKIP("pdflatex is not installed");
    const Comparison comparison;
    QTemporaryDir folder;
    QFile file(folder.filePath("table.tex"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\\documentclass{article}\\usepackage{booktabs,longtable}\\begin{document}\n");
    file.write(QByteArray::fromStdString(groups_latex(comparison.table()) + "\n" + runs_latex(comparison.table())));
    file.write("\\end{document}\n");
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(latex, {"-interaction=nonstopmode", "-halt-on-error", "table.tex"});
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput().constData());
}

void TestComparisonExports::escaping_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::newRow("plain") << "L1-KL 0.5" << "L1-KL 0.5";
    QTest::newRow("specials") << "a_b & 5 % $x$ #1 {y}" << "a\\_b \\& 5 \\% \\$x\\$ \\#1 \\{y\\}";
    QTest::newRow("backslash") << "\\input{x}" << "\\textbackslash{}input\\{x\\}";
    QTest::newRow("tilde and hat") << "~a^b" << "\\textasciitilde{}a\\textasciicircum{}b";
    QTest::newRow("angles") << "<=50K" << "\\textless{}=50K";
    QTest::newRow("two lines") << "a\nb" << "a b";
    QTest::newRow("letters") << QString::fromUtf8("Größe") << QString::fromUtf8("Größe");
}

void TestComparisonExports::escaping()
{
    QFETCH(QString, text);
    QFETCH(QString, escaped);
    QCOMPARE(QString::fromStdString(latex_escaped(text.toStdString())), escaped);
}

void TestComparisonExports::data_made_harder_have_another_name()
{
    RunRecord run = made_up::record("a", "l1", 0.7, 0.8);
    QCOMPARE(subject_of(run), std::string("people, sex -> income = high"));
    run.task.sensitive = {"sex", "race"};
    run.settings.favourable_share = 0.05;
    run.settings.noise_columns = 200;
    QCOMPARE(subject_of(run), std::string("people, sex & race -> income = high, 5 % favourable, 200 noise columns"));
}

void TestComparisonExports::nothing_to_write()
{
    const ComparisonTable nothing;
    QCOMPARE(parsed(runs_csv(nothing)).size(), 1);
    QCOMPARE(parsed(groups_csv(nothing)).size(), 1);
    QVERIFY(nlohmann::json::parse(comparison_json(nothing))["runs"].empty());
    QVERIFY(QString::fromStdString(groups_latex(nothing)).contains("\\end{tabular}"));
    QVERIFY(QString::fromStdString(groups_markdown(nothing)).contains("Mean ±"));
}

QTEST_APPLESS_MAIN(TestComparisonExports)
#include "test_comparison_exports.moc"
