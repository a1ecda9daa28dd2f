// What somebody does who has the Adult data: opens them, says what is sensitive and what is decided, trains, watches,
// reads every view and takes the results away. Steps follow each other and share one window.
#include "ui/window_driver.h"

#include "core/study/loss_log.h"
#include "real_data.h"
#include "ui/models/audit_figures.h"
#include "ui/models/audit_model.h"
#include "ui/models/columns_model.h"
#include "ui/models/compare_model.h"
#include "ui/models/runs_model.h"
#include "ui/text.h"
#include "ui/views/data_view.h"
#include "ui/views/samples_view.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/distribution_plot.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/interval_plot.h"
#include "ui/widgets/rates_plot.h"
#include "ui/widgets/trade_off_plot.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace fairloom;
using namespace fairloom::ui;
using State = RunEntry::State;

namespace {

constexpr int adult_rows = 32561;

const QStringList adult_columns{"age",          "workclass",      "fnlwgt",        "education",      "education-num",
                                "marital-status", "occupation",   "relationship",  "race",           "sex",
                                "capital-gain", "capital-loss",   "hours-per-week", "native-country", "income"};
const QSet<QString> adult_numbers{"age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week"};

/// Fields of all lines, read without any of our own code; Adult has no quotes.
QList<QStringList> readLines(const QString &name)
{
    QFile file(name);
    QList<QStringList> out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty())
            continue;
        QStringList fields;
        for (const QString &field : line.split(u','))
            fields << field.trimmed();
        out << fields;
    }
    return out;
}

/// How many points the plots showed at one moment of the run.
struct Look {
    RunStage stage = RunStage::waiting;
    State state = State::waiting;
    int teacher = 0, student = 0, cloud = 0, leakage = 0;
};

/// Different numbers of points seen while the run was in progress, in the order in which they were seen.
template <typename Where>
QList<int> counts(const std::vector<Look> &looks, int Look::*of, Where where)
{
    QList<int> out;
    for (const Look &look : looks)
        if (look.state == State::running && where(look) && (out.isEmpty() || out.last() != look.*of))
            out << look.*of;
    return out;
}

bool shows(const QString &text, double value, int decimals = 3)
{
    bool number = false;
    const double shown = text.toDouble(&number);
    return number && std::abs(shown - value) <= 0.5000001 * std::pow(10, -decimals);
}

} // namespace

class TestUserJourney : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void opensBothFiles();
    void saysWhatIsSensitiveAndDecided();
    void trainsAndWatches();
    void dataViewIsFilled();
    void trainingViewKeepsItsCurves();
    void samplesViewIsFilled();
    void auditShowsTheResult();
    void compareShowsTheResult();
    void runsShowTheResult();
    void exportsFromTheMenu();
    void exportedRowsAreLegal();

private:
    void goTo(MainWindow::View view);
    void checkRatios(const char *plot, Metric Fairness::*ratio);
    const RunResult &result() const { return run_->outcome->result; }
    const ClassifierResult &judged(const std::string &source) const
    {
        return result().source(source)->protocols.at(source == "real" ? "trtr" : "tstr").at("xgboost");
    }
    template <typename Type>
    Type *find(const char *name) const
    {
        return driver_->find<Type>(QLatin1StringView(name));
    }

    QString folder_;
    QTemporaryDir settings_, out_;
    std::unique_ptr<WindowDriver> driver_;
    const RunEntry *run_ = nullptr; ///< once it has ended well
};

void TestUserJourney::initTestCase()
{
    folder_ = QString::fromStdString(test::real_data("adult").string());
    if (test::real_data("adult/adult.data").empty() || test::real_data("adult/adult.test").empty())
        QSKIP("the Adult data are not here: set FAIRLOOM_DATA_DIR");
    WindowDriver::prepareApplication(QStringLiteral("test_user_journey"), settings_.path());
    driver_ = std::make_unique<WindowDriver>();
    QVERIFY(QTest::qWaitForWindowExposed(&driver_->window));
}

void TestUserJourney::cleanupTestCase()
{
    driver_.reset();
}

void TestUserJourney::opensBothFiles()
{
    find<QAction>("openDataAction")->trigger();
    auto *dialog = find<QDialog>("openDataDialog");
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>("dataPathEdit"), folder_ + QStringLiteral("/adult.data"));
    QCOMPARE(QFileInfo(dialog->findChild<QLineEdit *>("testPathEdit")->text()), QFileInfo(folder_ + QStringLiteral("/adult.test"))); // suggested
    QCOMPARE(dialog->findChild<QComboBox *>("recipeCombo")->currentData().toString(), QStringLiteral("adult"));
    QVERIFY(!dialog->findChild<QLabel *>("recognisedRecipe")->text().isEmpty());
    auto *open = dialog->findChild<QPushButton *>("openDataButton");
    QVERIFY(open->isEnabled());
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.dataset() != nullptr, 60000);
    QCOMPARE(find<QLabel>("datasetName")->text(), QStringLiteral("adult.data"));
    QCOMPARE(driver_->session.dataset()->table.rows(), std::size_t(adult_rows));
    QVERIFY(driver_->session.dataset()->test);
    QCOMPARE(driver_->session.dataset()->test->rows(), std::size_t(16281));
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.canTrain(), 60000);
}

void TestUserJourney::saysWhatIsSensitiveAndDecided()
{
    // something else first, and back: what the recipe suggests is not what is tested here
    driver_->toggleSensitive(QStringLiteral("race"));
    driver_->toggleSensitive(QStringLiteral("sex"));
    QCOMPARE(driver_->session.task().sensitive, std::vector<std::string>{"race"});
    driver_->chooseByTyping(QStringLiteral("targetBox"), QStringLiteral("education"));
    driver_->chooseByTyping(QStringLiteral("positiveBox"), QStringLiteral("Masters"));
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.canTrain(), 60000);
    QCOMPARE(driver_->session.problem()->groups.size(), std::size_t(5));
    QCOMPARE(driver_->session.problem()->task.positive, std::string("Masters"));

    driver_->toggleSensitive(QStringLiteral("sex"));
    driver_->toggleSensitive(QStringLiteral("race"));
    driver_->chooseByTyping(QStringLiteral("targetBox"), QStringLiteral("income"));
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("positiveError")->isVisible(), 60000); // the favourable label is asked for again
    driver_->chooseByTyping(QStringLiteral("positiveBox"), QStringLiteral(">50K"));
    QVERIFY(driver_->session.task() == (Task{{"sex"}, "income", ">50K"}));
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.canTrain(), 60000);
    QCOMPARE(driver_->session.problem()->groups.size(), std::size_t(2));
    QVERIFY2(find<QLabel>("positiveShare")->text().contains(QStringLiteral("24.1")), qPrintable(find<QLabel>("positiveShare")->text()));

    driver_->typeNumber(QStringLiteral("setting_teacher_epochs"), 8);
    driver_->typeNumber(QStringLiteral("setting_student_epochs"), 3);
    QCOMPARE(driver_->session.settings().teacher_epochs, 8);
    QCOMPARE(driver_->session.settings().student_epochs, 3);
}

void TestUserJourney::trainsAndWatches()
{
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("trainButton")->isEnabled(), 60000);
    std::vector<Look> looks;
    QObject watcher;
    connect(&driver_->session, &Session::tick, &watcher, [&] {
        const RunEntry *run = driver_->session.currentRun();
        looks.push_back({run->monitor->status().stage, run->state, driver_->points("teacherPlot"), driver_->points("studentPlot"),
                         driver_->points("cloudPlot"), driver_->points("leakagePlot")});
    });
    driver_->click(QStringLiteral("trainButton"));
    QVERIFY(driver_->session.activeRun());
    QCOMPARE(driver_->window.view(), MainWindow::TrainingPage);
    QVERIFY(find<Plot>("teacherPlot")->isVisible() && find<Plot>("studentPlot")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!driver_->session.activeRun(), 300000);
    const RunEntry *run = driver_->session.currentRun();
    QVERIFY2(run->state == State::done && run->outcome, qPrintable(run->error));

    const auto during = [](RunStage stage) {
        return [stage](const Look &look) { return look.stage == stage; };
    };
    const auto always = [](const Look &) { return true; };
    const QList<int> teacher = counts(looks, &Look::teacher, during(RunStage::teacher));
    QVERIFY2(teacher.size() >= 3, "the teacher's curves did not grow while it trained");
    QVERIFY(std::is_sorted(teacher.begin(), teacher.end()));
    const QList<int> student = counts(looks, &Look::student, always);
    QVERIFY2(student.size() >= 2 && student.first() == 0, "the student's curves did not grow while the run was in progress");
    QVERIFY(std::is_sorted(student.begin(), student.end()));
    QVERIFY(counts(looks, &Look::cloud, during(RunStage::teacher)).size() >= 2);
    QVERIFY(counts(looks, &Look::leakage, during(RunStage::teacher)).size() >= 2);
    QCOMPARE(looks.front().teacher, 0);
    run_ = run;
}

void TestUserJourney::goTo(MainWindow::View view)
{
    QVERIFY2(run_, "the run before did not end well");
    driver_->goTo(view);
}

void TestUserJourney::dataViewIsFilled()
{
    goTo(MainWindow::DataPage);
    auto *view = find<DataView>("dataView");
    QVERIFY(view->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing(), 60000);
    const auto *columns = find<QTableView>("columnsView")->model();
    QCOMPARE(columns->rowCount(), 15);
    for (int row = 0; row < 15; ++row) {
        QCOMPARE(columns->index(row, ColumnsModel::name).data().toString(), adult_columns[row]);
        QVERIFY(!columns->index(row, ColumnsModel::values).data(ColumnsModel::HistogramRole).value<QList<double>>().isEmpty());
    }
    QCOMPARE(find<QTableView>("rowsView")->model()->rowCount(), adult_rows);

    // counted in the published file: 1,179 of 10,771 women, 6,662 of 21,790 men
    auto *rates = find<BarChart>("baseRatePlot");
    QVERIFY(rates->isVisible());
    const QStringList lines = rates->numbersAsText().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith(u"Female\t") && lines[2].startsWith(u"Male\t"));
    QVERIFY(std::abs(lines[1].split(u'\t')[2].toDouble() - 1179.0 / 10771) < 1e-9);
    QVERIFY(std::abs(lines[2].split(u'\t')[2].toDouble() - 6662.0 / 21790) < 1e-9);
    QVERIFY(find<BarChart>("proxyPlot")->barCount() >= 5);
    QVERIFY(find<BarChart>("proxyPlot")->numbersAsText().contains(QStringLiteral("relationship")));

    // a column of categories, then one of numbers
    auto *list = find<QTableView>("columnsView");
    const auto choose = [&](const char *column) {
        const QModelIndex index = list->model()->index(int(adult_columns.indexOf(QLatin1StringView(column))), 0);
        list->scrollTo(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    };
    choose("education");
    QTRY_VERIFY_WITH_TIMEOUT(find<BarChart>("distributionBars")->isVisible()
                                 && find<BarChart>("distributionBars")->numbersAsText().contains(QStringLiteral("HS-grad")), 60000);
    choose("age");
    QTRY_VERIFY_WITH_TIMEOUT(find<Plot>("distributionPlot")->isVisible() && driver_->points("distributionPlot") >= 20, 60000);
    QCOMPARE(find<Plot>("distributionPlot")->graphCount(), 2);
}

void TestUserJourney::trainingViewKeepsItsCurves()
{
    goTo(MainWindow::TrainingPage);
    const RunMonitor &monitor = *run_->monitor;
    const struct {
        const char *plot;
        CurveStage stage;
        int terms, epochs;
    } all[] = {{"teacherPlot", CurveStage::teacher, 4, 8}, {"studentPlot", CurveStage::student, 2, 3}};
    for (const auto &[name, stage, terms, epochs] : all) {
        const std::vector<CurvePoint> points = monitor.points_since(stage, 0);
        auto *plot = find<Plot>(name);
        QVERIFY(plot->isVisible());
        QCOMPARE(plot->graphCount(), terms);
        for (int term = 0; term < terms; ++term) {
            QCOMPARE(plot->graph(term)->dataCount(), int(points.size()));
            for (int i = 0; i < int(points.size()); ++i) {
                const double shown = plot->graph(term)->data()->at(i)->value;
                const double value = points[std::size_t(i)].weighted[std::size_t(term)];
                QVERIFY(shown == value || (std::isnan(shown) && value <= 0)); // a logarithmic axis leaves these out
            }
        }
        QCOMPARE(plot->graph(0)->data()->at(int(points.size()) - 1)->key, double(epochs));
    }
    QCOMPARE(driver_->points("cloudPlot"), int(monitor.cloud()->x.size()));
    QVERIFY(driver_->points("leakagePlot") > 0);
    QVERIFY(run_->outcome->losses->size() > 0);
    QCOMPARE(result().teacher.epochs, 8);
    QCOMPARE(result().student.epochs, 3);
}

void TestUserJourney::samplesViewIsFilled()
{
    goTo(MainWindow::SamplesPage);
    const Table &synthetic = *run_->outcome->synthetic;
    const auto *real = find<QTableView>("realTable")->model();
    const auto *generated = find<QTableView>("generatedTable")->model();
    QCOMPARE(real->rowCount(), adult_rows);
    QCOMPARE(generated->rowCount(), adult_rows);
    QCOMPARE(synthetic.rows(), std::size_t(adult_rows));
    const QList<QStringList> file = readLines(folder_ + QStringLiteral("/adult.data"));
    for (int column = 0; column < 15; ++column) {
        QCOMPARE(generated->headerData(column, Qt::Horizontal).toString(), adult_columns[column]);
        for (const int row : {0, 1, 1234, adult_rows - 1}) {
            QCOMPARE(real->index(row, column).data().toString(), file[row][column]);
            QCOMPARE(generated->index(row, column).data().toString(), toQString(synthetic.columns[std::size_t(column)].text(std::size_t(row))));
        }
    }

    auto *view = find<SamplesView>("samplesView");
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing(), 120000);
    auto *plot = find<DistributionPlot>("sampleDistributionPlot");
    QVERIFY(plot->isVisible());
    driver_->chooseByTyping(QStringLiteral("sampleColumn"), QStringLiteral("income"));
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing() && !plot->real().numeric && plot->real().labels.size() == 2, 60000);
    QCOMPARE(plot->real().share.size(), std::size_t(2));
    QVERIFY(plot->plottableCount() > 0);
    const auto found = std::find(plot->real().labels.begin(), plot->real().labels.end(), ">50K");
    QVERIFY(found != plot->real().labels.end());
    const auto label = std::size_t(found - plot->real().labels.begin());
    QVERIFY(std::abs(plot->real().share[0][label] - 1179.0 / 10771) < 1e-9);
    QVERIFY(std::abs(plot->real().share[1][label] - 6662.0 / 21790) < 1e-9);
    const Column &sex = synthetic.columns[synthetic.index_of("sex")], &income = synthetic.columns[synthetic.index_of("income")];
    for (std::size_t g = 0; g < 2; ++g) {
        int rows = 0, positive = 0;
        for (std::size_t row = 0; row < synthetic.rows(); ++row)
            if (sex.text(row) == (g == 0 ? "Female" : "Male")) {
                ++rows;
                positive += income.text(row) == ">50K";
            }
        QVERIFY(rows > 0);
        QVERIFY(std::abs(plot->generated().share[g][label] - double(positive) / rows) < 1e-9);
    }

    auto *realMap = find<HeatMap>("associationReal"), *generatedMap = find<HeatMap>("associationGenerated"),
         *difference = find<HeatMap>("associationDifference");
    QCOMPARE(realMap->names(), adult_columns);
    QCOMPARE(generatedMap->names(), adult_columns);
    for (int row = 0; row < 15; ++row)
        for (int column = 0; column < 15; ++column) {
            for (const HeatMap *map : {realMap, generatedMap})
                QVERIFY(map->value(row, column) >= 0 && map->value(row, column) <= 1 + 1e-9);
            QVERIFY(std::abs(difference->value(row, column) - (generatedMap->value(row, column) - realMap->value(row, column))) < 1e-9);
        }
    const int relationship = int(adult_columns.indexOf("relationship")), sexColumn = int(adult_columns.indexOf("sex"));
    QVERIFY(realMap->value(relationship, sexColumn) > 0.6); // husbands and wives
}

void TestUserJourney::checkRatios(const char *name, Metric Fairness::*ratio)
{
    auto *plot = find<IntervalPlot>(name);
    QVERIFY(plot->isVisible());
    QCOMPARE(plot->rows().size(), std::size_t(3));
    int drawn = 0;
    for (const IntervalPlot::Row &row : plot->rows()) {
        const Metric &metric = judged(row.source.toStdString()).fairness.*ratio;
        QVERIFY2(row.metric, qPrintable(row.source));
        QCOMPARE(row.metric->value, metric.value);
        if (!metric)
            continue;
        QCOMPARE(plot->graph(drawn)->data()->at(0)->key, *metric.value);
        ++drawn;
    }
    QCOMPARE(plot->graphCount(), drawn);
}

void TestUserJourney::auditShowsTheResult()
{
    goTo(MainWindow::AuditPage);
    QVERIFY(find<QWidget>("auditView")->isVisible());
    QStringList names;
    const auto *model = find<QTableView>("auditTable")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data(AuditModel::sourceRole).toString();
    QCOMPARE(names, (QStringList{"real", "teacher", "student"}));
    for (int row = 0; row < names.size(); ++row) {
        const std::string name = names[row].toStdString();
        const SourceResult &source = *result().source(name);
        const Utility &utility = judged(name).utility;
        const struct {
            int column;
            std::optional<double> value;
        } cells[] = {{AuditModel::accuracy, utility.accuracy.value},
                     {AuditModel::f1, utility.f1.value},
                     {AuditModel::auroc, utility.auroc.value},
                     {AuditModel::density, source.quality->train.density},
                     {AuditModel::coverage, source.quality->train.coverage},
                     {AuditModel::leakage_latent, source.leakage.latent ? source.leakage.latent->auroc.value : std::nullopt},
                     {AuditModel::leakage_rows, source.leakage.features->auroc.value}};
        for (const auto &[column, value] : cells) {
            const QModelIndex cell = model->index(row, column);
            QCOMPARE(cell.data(AuditModel::valueRole).isValid(), value.has_value());
            if (!value)
                continue;
            QCOMPARE(cell.data(AuditModel::valueRole).toDouble(), *value);
            QVERIFY2(shows(cell.data().toString(), *value, column == AuditModel::accuracy ? 3 : 2), qPrintable(cell.data().toString()));
        }
        QVERIFY(*utility.accuracy.value > 0.5 && *utility.accuracy.value < 1);
    }
    QVERIFY(result().source("student")->leakage.latent && result().source("teacher")->leakage.latent);
    // real rows judged by the published test rows: what everybody finds there
    QVERIFY(std::abs(*judged("real").utility.accuracy.value - 0.873) < 0.01);

    checkRatios("dprPlot", &Fairness::dpr);
    checkRatios("eorPlot", &Fairness::eor);

    auto *rates = find<RatesPlot>("ratesPlot");
    auto *sources = find<QComboBox>("ratesSource");
    QCOMPARE(sources->currentData().toString(), QStringLiteral("student"));
    for (int i = 0; i < sources->count(); ++i) {
        sources->setCurrentIndex(i);
        const std::string source = sources->itemData(i).toString().toStdString();
        const std::vector<GroupRates> &expected = judged(source).fairness.groups;
        QCOMPARE(rates->groups().size(), std::size_t(2));
        QVERIFY(rates->plottableCount() >= 2);
        double lowest = 1, highest = 0;
        for (std::size_t g = 0; g < 2; ++g) {
            QCOMPARE(rates->groups()[g].n, g == 0 ? std::size_t(5421) : std::size_t(10860)); // test rows of each group
            for (int rate = 0; rate < RatesPlot::rate_count; ++rate)
                QCOMPARE(RatesPlot::rate(rates->groups()[g], rate).value, RatesPlot::rate(expected[g], rate).value);
            const double selected = *rates->groups()[g].selection_rate.value;
            lowest = std::min(lowest, selected);
            highest = std::max(highest, selected);
        }
        // what stands beside each other on this page must agree
        if (const auto &dpr = judged(source).fairness.dpr)
            QVERIFY(std::abs(*dpr.value - lowest / highest) < 1e-12);
    }
    QVERIFY(!find<QLabel>("inWords")->text().isEmpty());
}

void TestUserJourney::compareShowsTheResult()
{
    goTo(MainWindow::ComparePage);
    const ClassifierResult &student = judged("student");
    const auto *model = find<QTableView>("compareTable")->model();
    QCOMPARE(model->rowCount(), 1);
    const struct {
        int column;
        std::optional<double> value;
    } cells[] = {{CompareModel::dpr, student.fairness.dpr.value},
                 {CompareModel::eor, student.fairness.eor.value},
                 {CompareModel::accuracy, student.utility.accuracy.value},
                 {CompareModel::f1, student.utility.f1.value},
                 {CompareModel::density, result().source("student")->quality->train.density},
                 {CompareModel::coverage, result().source("student")->quality->train.coverage}};
    for (const auto &[column, value] : cells) {
        const QModelIndex cell = model->index(0, column);
        QCOMPARE(cell.data(CompareModel::valueRole).isValid(), value.has_value());
        if (!value)
            continue;
        QCOMPARE(cell.data(CompareModel::valueRole).toDouble(), *value);
        QVERIFY2(shows(cell.data().toString(), *value), qPrintable(cell.data().toString()));
    }
    QCOMPARE(model->index(0, CompareModel::name).data().toString(), run_->name);

    if (student.fairness.dpr) {
        const auto &points = find<TradeOffPlot>("compareScatter")->points();
        const auto point = std::find_if(points.begin(), points.end(), [this](const auto &p) { return p.id == run_->id; });
        QVERIFY(point != points.end());
        QCOMPARE(point->x, *student.fairness.dpr.value);
        QCOMPARE(point->y, *student.utility.accuracy.value);
    }
    const std::vector<CurvePoint> curve = run_->monitor->points_since(CurveStage::student, 0);
    auto *curves = find<Plot>("compareCurves");
    QCOMPARE(curves->graphCount(), 1);
    QCOMPARE(curves->graph(0)->dataCount(), int(curve.size()));
    QCOMPARE(curves->graph(0)->data()->at(0)->value, curve.front().raw[0]);
}

void TestUserJourney::runsShowTheResult()
{
    QVERIFY2(run_, "the run before did not end well");
    const ClassifierResult &student = judged("student");
    const auto *model = find<QTableView>("runsTable")->model();
    QCOMPARE(model->rowCount(), 1);
    const auto text = [&](int column) { return model->index(0, column).data().toString(); };
    QCOMPARE(text(RunsModel::Name), run_->name);
    QCOMPARE(text(RunsModel::State), QStringLiteral("done"));
    QVERIFY(text(RunsModel::Data).contains(QStringLiteral("sex")));
    if (student.fairness.dpr)
        QVERIFY2(shows(text(RunsModel::Dpr).section(u' ', 0, 0), *student.fairness.dpr.value, 2), qPrintable(text(RunsModel::Dpr)));
    QVERIFY2(shows(text(RunsModel::Accuracy), *student.utility.accuracy.value), qPrintable(text(RunsModel::Accuracy)));
    QVERIFY(shows(text(RunsModel::Coverage), result().source("student")->quality->train.coverage, 2));
}

void TestUserJourney::exportsFromTheMenu()
{
    QVERIFY2(run_, "the run before did not end well");
    const QDir out(out_.path());
    driver_->exportBy("exportRowsAction", out.filePath("synthetic.csv"));
    driver_->exportBy("exportReportAction", out.filePath("report.html"));
    driver_->exportBy("exportModelAction", out.path());
    QVERIFY(QFileInfo(out.filePath("synthetic.csv")).size() > 1000000);
    QVERIFY(QFileInfo(out.filePath(run_->name + "-model/model.json")).size() > 100);

    QFile report(out.filePath("report.html"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(report.readAll());
    QVERIFY(text.contains(run_->name));
    QVERIFY(text.contains(number(judged("student").utility.accuracy)));
    if (judged("student").fairness.dpr)
        QVERIFY(text.contains(number(judged("student").fairness.dpr)));

    driver_->exportBy("exportReportAction", out.filePath("report.pdf"));
    QFile paper(out.filePath("report.pdf"));
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.readAll().startsWith("%PDF-"));
}

void TestUserJourney::exportedRowsAreLegal()
{
    const QList<QStringList> real = readLines(folder_ + QStringLiteral("/adult.data"));
    const QList<QStringList> synthetic = readLines(QDir(out_.path()).filePath("synthetic.csv"));
    QCOMPARE(real.size(), adult_rows);
    QCOMPARE(synthetic.size(), adult_rows + 1);
    QCOMPARE(synthetic.first(), adult_columns);
    for (int column = 0; column < adult_columns.size(); ++column) {
        const bool numeric = adult_numbers.contains(adult_columns[column]);
        QSet<QString> values;
        qlonglong low = std::numeric_limits<qlonglong>::max(), high = std::numeric_limits<qlonglong>::min();
        for (const QStringList &row : real) {
            values << row[column];
            low = std::min(low, row[column].toLongLong());
            high = std::max(high, row[column].toLongLong());
        }
        QSet<QString> used;
        for (int row = 1; row < synthetic.size(); ++row) {
            QCOMPARE(synthetic[row].size(), adult_columns.size());
            const QString &value = synthetic[row][column];
            const auto where = [&] { return QStringLiteral("line %1, %2: %3").arg(row + 1).arg(adult_columns[column], value); };
            used << value;
            if (numeric) {
                bool whole = false;
                const qlonglong n = value.toLongLong(&whole);
                QVERIFY2(whole && n >= low && n <= high, qPrintable(where()));
            } else {
                QVERIFY2(values.contains(value), qPrintable(where()));
            }
        }
        QVERIFY2(used.size() >= 2, qPrintable(adult_columns[column])); // a column with one value is no data
    }
}

QTEST_MAIN(TestUserJourney)
#include "test_user_journey.moc"
