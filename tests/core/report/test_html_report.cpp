#include "core/report/findings.h"
#include "core/report/html_report.h"
#include "core/report/html_writer.h"
#include "core/report/report_reading.h"
#include "core/report/run_command.h"
#include "core/report/svg_plot.h"
#include "core/study/example_run.h"
#include "core/study/full_run.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace fairloom;

Q_DECLARE_METATYPE(fairloom::RunResult)

namespace {

/// Rows that were made elsewhere, judged beside the real ones.
RunResult imported_run()
{
    RunResult run = example_run();
    run.sources[1].first = "imported";
    run.sources[1].second.representation.reset();
    run.sources[1].second.leakage.latent.reset();
    run.sources[1].second.leakage.latent_distance_correlation.reset();
    run.name = "rows.csv";
    run.settings = RunSettings();
    run.teacher = {};
    run.student = {};
    run.timings = {{"load", 0.1}, {"total", 1.0}};
    return run;
}

} // namespace

class TestHtmlReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isWellFormedAndSelfContained_data();
    void isWellFormedAndSelfContained();
    void isInOrder();
    void everyLinkLeadsSomewhere();
    void importedRows();
    void policyVerdict();
    void manyGroupsStaySmall();
    void everythingIsEscaped();
    void holdsEveryFigure();
    void undefinedIsExplained();
    void hasLossCurves();
    void emptyRun();
    void translates();
    void findings();
    void findingWithoutInterval_data();
    void findingWithoutInterval();
    void findingOfLeakage_data();
    void findingOfLeakage();
    void findingShowsItsComparison();
    void picturesAndBuiltInBias();
    void noPrivacyCaveatWithoutNeed();
    void command();
    void quoting_data();
    void quoting();
    void ticks_data();
    void ticks();
};

void TestHtmlReport::isWellFormedAndSelfContained()
{
    QFETCH(RunResult, run);
    const std::string html = html_report(run, RunMonitor());
    QXmlStreamReader reader(report_as_xml(html));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = reader.name();
        const auto attributes = reader.attributes();
        if (name == u"svg") {
            QCOMPARE(attributes.value("role").toString(), QString("img"));
            QVERIFY(attributes.value("aria-label").size() > 10);
        }
        if (name == u"th")
            QVERIFY(attributes.hasAttribute("scope"));
        QVERIFY(!attributes.hasAttribute("src"));
        QVERIFY2(!attributes.hasAttribute("href") || attributes.value("href").startsWith(u'#'), "a reference leads out of the page");
        for (const char *other : {"script", "link", "img", "iframe", "object"})
            QVERIFY2(name.toString() != other, other);
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(html.find("http") == std::string::npos);
    QVERIFY(html.find("url(") == std::string::npos);
    QVERIFY(html.find("@import") == std::string::npos);
    QVERIFY(html.find("nan") == std::string::npos || html.find(">nan") == std::string::npos);
    QVERIFY(html.find("prefers-color-scheme: dark") != std::string::npos);
    QVERIFY(html.find("@media print") != std::string::npos);
    QVERIFY(html.size() < 5'000'000);
}

void TestHtmlReport::isWellFormedAndSelfContained_data()
{
    QTest::addColumn<RunResult>("run");
    QTest::newRow("example") << example_run();
    QTest::newRow("full") << FullRun::make();
    QTest::newRow("empty") << RunResult();
    QTest::newRow("imported") << imported_run();
}

void TestHtmlReport::isInOrder()
{
    const ReadReport page = ReportReader::read(html_report(FullRun::make(), RunMonitor()));
    QVERIFY2(page.fault.isEmpty(), qPrintable(page.fault));
    int level = 0;
    for (const QString &heading : page.headings) {
        const int next = heading[1].digitValue();
        QVERIFY2(next <= level + 1 && next <= 3, qPrintable(heading));
        QVERIFY2(heading.size() > 4, qPrintable(heading));
        level = next;
    }
    QCOMPARE(page.headings.filter(QRegularExpression("^h1 ")).size(), 1);
    QStringList sections;
    for (const QString &id : page.ids)
        if (!id.startsWith("figure-"))
            sections << id;
    QCOMPARE(sections, (QStringList{"summary", "warnings", "fairness", "seeds", "differences", "utility", "quality", "leakage", "privacy", "explanation", "policy", "data", "model",
                                    "method", "repeat", "groups", "definitions"}));
    for (const ReadTable &table : page.tables)
        QVERIFY2(!table.caption.isEmpty(), qPrintable(table.section));
}

void TestHtmlReport::everyLinkLeadsSomewhere()
{
    const ReadReport page = ReportReader::read(html_report(FullRun::make(), RunMonitor()));
    QCOMPARE(QSet<QString>(page.ids.begin(), page.ids.end()).size(), page.ids.size());
    int definitions = 0;
    for (const QString &link : page.links) {
        QVERIFY2(page.ids.contains(link.mid(1)), qPrintable(link));
        definitions += link.startsWith("#figure-");
    }
    QVERIFY(definitions > 300);
}

void TestHtmlReport::importedRows()
{
    RunResult run = imported_run();
    const QString page = QString::fromStdString(html_report(run, RunMonitor()));
    for (const char *absent : {"Model card", "control", "Control", "teacher", "Teacher", "student", "not anonymous", "posterior", "latent"})
        QVERIFY2(!page.section("<body>", 1).contains(absent), absent);
    QVERIFY(page.contains("trained on the imported rows selects"));
    QVERIFY(page.contains("fairloom-cli evaluate --real-train"));
    QVERIFY(page.contains("--synthetic"));
}

void TestHtmlReport::policyVerdict()
{
    RunResult run = FullRun::make();
    QVERIFY(QString::fromStdString(html_report(run, RunMonitor())).contains("1 of 2 limits of the policy &quot;House rules&quot; are met; not met: tpr [Female] &lt;= 0.5"));
    run.policy->outcomes.resize(1);
    QVERIFY(html_report(run, RunMonitor()).find("All limits of the policy &quot;House rules&quot; are met (1 of 1)") != std::string::npos);
    run.policy.reset();
    QVERIFY(html_report(run, RunMonitor()).find("id=\"policy\"") == std::string::npos);
}

void TestHtmlReport::manyGroupsStaySmall()
{
    RunResult run = FullRun::make();
    for (auto &[name, source] : run.sources)
        for (auto &[protocol, classifiers] : source.protocols)
            for (auto &[classifier, result] : classifiers) {
                const GroupRates one = result.fairness.groups.back();
                for (int i = 0; i < 60; ++i) {
                    result.fairness.groups.push_back(one);
                    result.fairness.groups.back().group.name = "group " + std::to_string(i);
                }
            }
    const std::string html = html_report(run, RunMonitor());
    QVERIFY2(html.size() < 5'000'000, qPrintable(QString::number(html.size())));
    QVERIFY(html.find("group 59") != std::string::npos);
}

void TestHtmlReport::everythingIsEscaped()
{
    RunResult run = example_run();
    run.name = "<script>alert(1)</script>";
    run.task.positive = "\"><img onerror=x>";
    run.dataset.name = "a&b'c";
    const std::string html = html_report(run, RunMonitor());
    QVERIFY(html.find("<script") == std::string::npos);
    QVERIFY(html.find("<img") == std::string::npos);
    QVERIFY(html.find("Female & <B>") == std::string::npos);
    QVERIFY(html.find("Female &amp; &lt;B&gt;") != std::string::npos);
    QVERIFY(!QXmlStreamReader(report_as_xml(html)).hasError());
}

void TestHtmlReport::holdsEveryFigure()
{
    const QString html = QString::fromStdString(html_report(example_run(), RunMonitor()));
    for (const char *text : {"0.76 (0.70\u20130.85)", "0.833", "0.874", "0.764", "0.88", "0.94", "0.86", "0.93", "abc123", "8.5",
                             "Group &lt;Other&gt; has only 7 rows.", "Fairloom 0.1.0", "not anonymous", "0.480\u20130.520", "TSTS"})
        QVERIFY2(html.contains(QString::fromUtf8(text)), text);
    for (const Setting &setting : run_setting_descriptions())
        QVERIFY2(html.contains(QString::fromStdString(html_escaped(setting.help.english()))), setting.key);
}

void TestHtmlReport::undefinedIsExplained()
{
    const std::string html = html_report(example_run(), RunMonitor());
    QVERIFY(html.find("undefined: a group has no true positive rate") != std::string::npos);
    QVERIFY(html.find("nan") == std::string::npos);
}

void TestHtmlReport::hasLossCurves()
{
    RunMonitor monitor;
    monitor.set_terms(CurveStage::teacher, {"reconstruction", "kl", "fairness"}, 3);
    for (int epoch = 1; epoch <= 3; ++epoch)
        monitor.add_point(CurveStage::teacher, {double(epoch), {30.0 / epoch, 0.1 * epoch, 0}, {30.0 / epoch, 0.02 * epoch, 0}});
    const std::string html = html_report(example_run(), monitor);
    QVERIFY(html.find("Loss of the teacher; reconstruction 30 \u2192 10; kl 0.02 \u2192 0.06") != std::string::npos);
    QVERIFY(html.find("Loss of the student") == std::string::npos);
    QXmlStreamReader reader(report_as_xml(html));
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(html.find("inf,") == std::string::npos && html.find("nan") == std::string::npos);
}

void TestHtmlReport::emptyRun()
{
    RunResult run;
    run.state = "stopped";
    const std::string html = html_report(run, RunMonitor());
    QVERIFY(html.find("stopped before its end") != std::string::npos);
    QXmlStreamReader reader(report_as_xml(html));
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void TestHtmlReport::translates()
{
    const auto translate = [](const Message &message) {
        return message.text == "In words" ? std::string("I ord") : message.text == "en" ? std::string("sv") : message.english();
    };
    const std::string html = html_report(example_run(), RunMonitor(), translate);
    QVERIFY(html.find(">I ord<") != std::string::npos);
    QVERIFY(html.find("lang=\"sv\"") != std::string::npos);
}

void TestHtmlReport::findings()
{
    QStringList texts;
    for (const Message &finding : main_findings(example_run()))
        texts << QString::fromStdString(finding.english());
    const QString all = texts.join("\n");
    QVERIFY2(texts[0].contains("the group \"Female & <B>\" at 76 % of the rate of \"Male\""), qPrintable(all));
    QVERIFY2(texts[0].contains("stands at 32 %"), qPrintable(all));
    QVERIFY2(all.contains("not settled") && all.contains("95 % interval runs from 70 % to 85 % over test rows"), qPrintable(all));
    QVERIFY2(all.contains("accuracy is 83.3 %, 4.1 points below"), qPrintable(all));
    QVERIFY2(all.contains("No control was trained"), qPrintable(all));
    QVERIFY2(all.contains("AUROC 0.56, where chance lies between 0.48 and 0.52"), qPrintable(all));
    QVERIFY2(all.contains("Coverage is 94 %"), qPrintable(all));
}

void TestHtmlReport::findingWithoutInterval_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("says");
    QTest::newRow("meets") << 0.81 << 0.9 << "meets the 80 % rule, and so does";
    QTest::newRow("misses") << 0.5 << 0.79 << "misses the 80 % rule, and so does";
    QTest::newRow("open") << 0.79 << 0.81 << "not settled";
}

void TestHtmlReport::findingWithoutInterval()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, says);
    RunResult run = example_run();
    Metric &dpr = run.sources[1].second.protocols["tstr"]["xgboost"].fairness.dpr;
    dpr.value = (low + high) / 2;
    dpr.interval->low = low;
    dpr.interval->high = high;
    QVERIFY(QString::fromStdString(main_findings(run)[1].english()).contains(says));
    dpr.interval.reset();
    QVERIFY(QString::fromStdString(main_findings(run)[1].english()).contains("no interval"));
}

void TestHtmlReport::findingOfLeakage_data()
{
    QTest::addColumn<double>("auroc");
    QTest::addColumn<QString>("says");
    QTest::newRow("chance") << 0.51 << "no better than chance at telling the group from the latents of held-out rows: AUROC 0.51, where";
    QTest::newRow("below chance") << 0.43 << "no better than chance at telling the group from the latents of held-out rows: AUROC 0.43, where";
    QTest::newRow("just above") << 0.522 << "to some degree: AUROC 0.522, where chance lies between 0.48 and 0.52";
}

void TestHtmlReport::findingOfLeakage()
{
    QFETCH(double, auroc);
    QFETCH(QString, says);
    RunResult run = example_run();
    run.sources[1].second.leakage.latent->auroc = auroc;
    QString all;
    for (const Message &finding : main_findings(run))
        all += QString::fromStdString(finding.english()) + "\n";
    QVERIFY2(all.contains(says), qPrintable(all));
}

void TestHtmlReport::findingShowsItsComparison()
{
    RunResult run = example_run();
    Fairness &fairness = run.sources[1].second.protocols["tstr"]["xgboost"].fairness;
    fairness.dpr.value = 0.797;
    QVERIFY(main_findings(run)[0].english().find("at 79.7 % of the rate") != std::string::npos);
    fairness.dpr.value = 0.7998;
    QVERIFY(main_findings(run)[0].english().find("at 79.98 % of the rate") != std::string::npos);
    for (GroupRates &group : fairness.groups)
        group.selection_rate = 0.2;
    fairness.dpr = 1.0;
    QVERIFY(main_findings(run)[0].english().find("selects all groups equally often") != std::string::npos);
}

void TestHtmlReport::picturesAndBuiltInBias()
{
    RunResult run = example_run();
    const auto text = [&] { return QString::fromStdString(html_report(run, RunMonitor())); };
    QVERIFY(!text().contains("built-in bias") && !text().contains("Copies of training pictures"));
    SourceResult &real = run.sources[0].second, &student = run.sources[1].second;
    real.protocols["trtr_counterpart"] = real.protocols["trtr"];
    real.protocols["trtr_counterpart"]["xgboost"].fairness.dpr = 0.21;
    student.protocols["tstr_counterpart"] = student.protocols["tstr"];
    student.protocols["tstr_counterpart"]["xgboost"].fairness.dpr = 0.93;
    student.protocols["tstr"]["cnn"] = student.protocols["tstr"]["xgboost"];
    student.memorisation = Memorisation{500, 700, 300, 1.2, 1.3, 0.9, 0.4, 0.025, 0.01, 0.004, 0};
    const QString page = text();
    QVERIFY(page.contains("tested on held-out real rows without the built-in bias, XGBoost"));
    QVERIFY(page.contains("(TSTR; of real rows TRTR), convolutional network"));
    QVERIFY(page.contains("its demographic parity ratio is 0.93 and its accuracy 83.3 %; trained on the real rows they are 0.21"));
    QVERIFY(page.contains("2.5 % come nearer to a training picture than 99 % of held-out pictures do; 0.4 % are copies"));
    QVERIFY(page.contains("Copies of training pictures"));
    QCOMPARE(headline_counterpart(run, "student")->fairness.dpr.value.value(), 0.93);
    QVERIFY(!headline_counterpart(run, "nobody"));
}

void TestHtmlReport::noPrivacyCaveatWithoutNeed()
{
    RunResult run = example_run();
    QVERIFY(privacy_caveats(run)[0].english().find("not anonymous") != std::string::npos);
    run.settings.sampler = "mixture";
    QVERIFY(html_report(run, RunMonitor()).find("not anonymous:") == std::string::npos);
    QVERIFY(!privacy_caveats(run).empty());
}

void TestHtmlReport::command()
{
    QCOMPARE(run_command(example_run()),
             std::string("fairloom-cli run --data 'data/people'\\''s file.csv' --sensitive sex --target income --positive '>50K' "
                         "--preset custom --log10-beta 8.5 --controls --out DIR"));
}

void TestHtmlReport::quoting_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << "a/b-c_1.csv" << "a/b-c_1.csv";
    QTest::newRow("empty") << "" << "''";
    QTest::newRow("space") << "a b" << "'a b'";
    QTest::newRow("dollar") << "$HOME" << "'$HOME'";
    QTest::newRow("quote") << "it's" << "'it'\\''s'";
}

void TestHtmlReport::quoting()
{
    QFETCH(QString, text);
    QFETCH(QString, quoted);
    QCOMPARE(QString::fromStdString(shell_quoted(text.toStdString())), quoted);
}

void TestHtmlReport::ticks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QList<double>>("expected");
    QTest::newRow("unit") << 0.0 << 1.0 << QList<double>{0, 0.25, 0.5, 0.75, 1};
    QTest::newRow("hundred") << 0.0 << 100.0 << QList<double>{0, 25, 50, 75, 100};
    QTest::newRow("one epoch") << 0.0 << 3.0 << QList<double>{0, 1, 2, 3};
    QTest::newRow("nothing") << 1.0 << 1.0 << QList<double>{};
}

void TestHtmlReport::ticks()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QList<double>, expected);
    const std::vector<double> got = round_ticks(low, high, 4);
    QCOMPARE(QList<double>(got.begin(), got.end()), expected);
}

QTEST_GUILESS_MAIN(TestHtmlReport)
#include "test_html_report.moc"
