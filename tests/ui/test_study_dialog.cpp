// "Run a study…": ready studies, the form, what is said about it, and that what is saved is what is started.
#include "core/study/builtin_studies.h"
#include "core/study/run_json.h"
#include "core/study/study_file.h"
#include "ui/models/number_list.h"
#include "ui/study_fixture.h"
#include "ui/view_looks.h"
#include "ui/window/preferences.h"
#include "ui/views/compare_view.h"
#include "ui/window/study_dialog.h"
#include "ui/window/study_words.h"
#include "ui/window_driver.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace fairloom;
using namespace fairloom::ui;

namespace {

constexpr int soon = 20000;

/// What a run of a study is, whatever its variant is called.
struct RunAsked {
    std::string data, opening;
    RunSettings settings;
    Task task;
    bool operator==(const RunAsked &) const = default;
};

std::vector<RunAsked> runsOf(const std::string &text)
{
    std::vector<RunAsked> out;
    StudyContext context;
    context.data_folder = "/data";
    for (const StudyTrial &trial : parse_study(text, "test", context).trials) {
        const RunConfigFile config = parse_run_config(trial.config, "test");
        out.push_back({trial.data, config.data + " " + config.test + " " + config.recipe, config.settings, config.task});
    }
    return out;
}

bool sameRuns(std::vector<RunAsked> a, const std::vector<RunAsked> &b)
{
    for (const RunAsked &run : b) {
        const auto found = std::find(a.begin(), a.end(), run);
        if (found == a.end())
            return false;
        a.erase(found);
    }
    return a.empty();
}

} // namespace

class TestStudyDialog : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void numbers_data();
    void numbers();
    void numbersComeBack_data();
    void numbersComeBack();
    void readyStudiesStayWhatTheyAre_data();
    void readyStudiesStayWhatTheyAre();
    void formOfAReadyStudyIsTheStudy_data();
    void formOfAReadyStudyIsTheStudy();
    void readyStudiesOnTheOpenData_data();
    void readyStudiesOnTheOpenData();
    void numberOfRuns_data();
    void numberOfRuns();
    void wrongFieldsAreSaid_data();
    void wrongFieldsAreSaid();
    void whyItCannotStart_data();
    void whyItCannotStart();
    void wrongFilesAreSaid_data();
    void wrongFilesAreSaid();
    void savedIsWhatIsStarted();
    void oneClick();
    void timeFromTheLastRun();
    void ownDataOfAStudy();
    void windowRunsAStudy();
    void fitsASmallScreen();

private:
    static void wait(const StudyDialog &dialog) { QTRY_VERIFY_WITH_TIMEOUT(!dialog.isComputing(), soon); }
    template <typename Type>
    static Type *find(const StudyDialog &dialog, const char *name)
    {
        return dialog.findChild<Type *>(QLatin1StringView(name));
    }
    static void click(const StudyDialog &dialog, const char *name)
    {
        auto *button = find<QAbstractButton>(dialog, name);
        QVERIFY2(button, name);
        QVERIFY2(button->isEnabled(), name);
        button->click();
    }
    static void type(const StudyDialog &dialog, const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(dialog, name);
        QVERIFY2(edit, name);
        edit->clear();
        edit->setFocus();
        if (text.isEmpty())
            emit edit->textEdited({});
        QTest::keyClicks(edit, text);
    }
    /// "studyLoss_mse" ticks or unticks, "studySeeds=1, 2" types.
    static void apply(const StudyDialog &dialog, const QStringList &steps)
    {
        for (const QString &step : steps) {
            const QString name = step.section(u'=', 0, 0);
            if (step.contains(u'='))
                type(dialog, qPrintable(name), step.section(u'=', 1));
            else
                click(dialog, qPrintable(name));
        }
    }
    static QString reason(const StudyDialog &dialog) { return find<QLabel>(dialog, "studyReason")->text(); }
    static QString summary(const StudyDialog &dialog) { return find<QLabel>(dialog, "studySummary")->text(); }

    QTemporaryDir settings_;
};

void TestStudyDialog::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("FairloomTest"));
    QCoreApplication::setApplicationName(QStringLiteral("test_study_dialog"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
    qunsetenv("FAIRLOOM_DATA_DIR");
    Theme::instance().setMode(Theme::Mode::light);
}

// --- lists of numbers

void TestStudyDialog::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QString>("problem"); // a part of it
    const QString en = QStringLiteral("en"), sv = QStringLiteral("sv");
    QTest::newRow("nothing") << "  " << false << en << QList<double>{} << "";
    QTest::newRow("one") << "7.5" << false << en << QList<double>{7.5} << "";
    QTest::newRow("commas") << "7, 7.5,8" << false << en << QList<double>{7, 7.5, 8} << "";
    QTest::newRow("blanks and semicolons") << "0 0.1;1" << false << en << QList<double>{0, 0.1, 1} << "";
    QTest::newRow("decimal comma") << "7,5; 8" << false << sv << QList<double>{7.5, 8} << "";
    QTest::newRow("decimal comma and commas") << "7,5, 8" << false << sv << QList<double>{7.5, 8} << "";
    QTest::newRow("seeds in Swedish") << "1,2,3" << true << sv << QList<double>{1, 2, 3} << "";
    QTest::newRow("range") << "1..5" << true << en << QList<double>{1, 2, 3, 4, 5} << "";
    QTest::newRow("range and more") << "1 … 3, 7" << true << en << QList<double>{1, 2, 3, 7} << "";
    QTest::newRow("word") << "7, high" << false << en << QList<double>{} << "high";
    QTest::newRow("half a seed") << "1.5" << true << en << QList<double>{} << "1.5 is not a whole number";
    QTest::newRow("too large") << "8, 25" << false << en << QList<double>{} << "25 is outside of the range from 0 to 20";
    QTest::newRow("negative") << "-1" << false << en << QList<double>{} << "-1 is outside";
    QTest::newRow("twice") << "7, 7.0" << false << en << QList<double>{} << "7 is there twice";
    QTest::newRow("downwards") << "5..1" << true << en << QList<double>{} << "5..1 goes down";
    QTest::newRow("half a range") << "1.." << true << en << QList<double>{} << "1..";
    QTest::newRow("not finite") << "inf" << false << en << QList<double>{} << "inf";
}

void TestStudyDialog::numbers()
{
    QFETCH(QString, text);
    QFETCH(bool, whole);
    QFETCH(QString, language);
    QFETCH(QList<double>, values);
    QFETCH(QString, problem);
    const NumberList list = readNumbers(text, 0, 20, whole, QLocale(language));
    QVERIFY2(list.problem.contains(problem) && list.problem.isEmpty() == problem.isEmpty(), qPrintable(list.problem));
    if (problem.isEmpty())
        QCOMPARE(QList<double>(list.values.begin(), list.values.end()), values);
}

void TestStudyDialog::numbersComeBack_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("swedish");
    QTest::newRow("none") << QList<double>{} << "" << "";
    QTest::newRow("whole") << QList<double>{1, 2} << "1, 2" << "1, 2";
    QTest::newRow("in a row") << QList<double>{1, 2, 3, 4, 5} << "1..5" << "1..5";
    QTest::newRow("in a row and others") << QList<double>{9, 1, 2, 3, 7} << "9, 1..3, 7" << "9, 1..3, 7";
    QTest::newRow("fractions") << QList<double>{0.01, 0.1, 1, 10} << "0.01, 0.1, 1, 10" << "0,01; 0,1; 1; 10";
}

void TestStudyDialog::numbersComeBack()
{
    QFETCH(QList<double>, values);
    QFETCH(QString, english);
    QFETCH(QString, swedish);
    const std::vector<double> in(values.begin(), values.end());
    for (const auto &[language, text] : {std::pair("en", english), std::pair("sv", swedish)}) {
        const QLocale locale{QLatin1StringView(language)};
        QCOMPARE(numbersText(in, locale), text);
        const NumberList back = readNumbers(text, 0, 100, false, locale);
        QVERIFY2(back.problem.isEmpty(), qPrintable(back.problem));
        QCOMPARE(back.values, in);
    }
}

// --- studies and the form

void TestStudyDialog::readyStudiesStayWhatTheyAre_data()
{
    QTest::addColumn<QString>("text");
    for (const BuiltinStudy &study : builtin_studies())
        QTest::newRow(study.name.c_str()) << toQString(study.text);
    const auto plan = [](const char *rest) {
        return QStringLiteral(R"({"name": "x", "data": {"d": {"data": "sample:hiring"}}, %1})").arg(QLatin1StringView(rest));
    };
    QTest::newRow("nothing said") << plan(R"("seeds": [4])");
    QTest::newRow("one rival") << plan(R"("settings": {"method": "vae"})");
    QTest::newRow("rivals") << plan(R"("grid": {"method": ["vae", "reweighing"]})");
    QTest::newRow("rivals and own in a grid") << plan(R"("grid": {"method": ["fairloom", "vae"], "loss": ["l1", "mse"]})");
    QTest::newRow("a preset that was changed") << plan(R"("settings": {"preset": "custom", "log10_beta": 8})");
    QTest::newRow("students and betas") << plan(R"("grid": {"student": ["encoder", "generator"], "log10_beta": [7, 7.25]}, "settings": {"lambda": 0.3})");
    QTest::newRow("depth in the grid") << plan(R"("grid": {"evaluation": ["student", "basic"], "teacher_epochs": [5, 10]}, "settings": {"controls": true})");
    QTest::newRow("variants that say what fields say") << plan(R"("variants": {"a": {"loss": "mse", "controls": true}, "b": {"hidden": 64}}, "settings": {"controls": false})");
    QTest::newRow("random") << plan(R"("random": {"trials": 3, "seed": 7, "ranges": {"log10_beta": [6, 9], "loss": ["l1", "md"]}}, "settings": {"student": "generator"})");
    QTest::newRow("an unknown order of presets") << plan(R"("grid": {"preset": ["faithful", "balanced"]})");
    QTest::newRow("sensitive subsets") << plan(R"("grid": {"sensitive": [["gender"]]})");
}

/// Taking a study apart for the form and putting it together again asks for the same runs.
void TestStudyDialog::readyStudiesStayWhatTheyAre()
{
    QFETCH(QString, text);
    const StudyPlan plan = parse_study_plan(text.toStdString(), "test");
    const std::string again = study_json(putTogether(takeApart(plan), nullptr));
    const auto before = runsOf(text.toStdString()), after = runsOf(again);
    QCOMPARE(after.size(), before.size());
    QVERIFY2(sameRuns(before, after), again.c_str());
}

void TestStudyDialog::formOfAReadyStudyIsTheStudy_data()
{
    QTest::addColumn<QString>("name");
    for (const BuiltinStudy &study : builtin_studies())
        QTest::newRow(study.name.c_str()) << toQString(study.name);
}

/// The same through the fields: showing a ready study and reading the fields again is what its card starts.
void TestStudyDialog::formOfAReadyStudyIsTheStudy()
{
    QFETCH(QString, name);
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    click(dialog, qPrintable(QStringLiteral("studyChange_") + name));
    wait(dialog);
    QVERIFY2(!dialog.studyText().isEmpty(), qPrintable(reason(dialog)));
    const auto &all = builtin_studies();
    const auto ready = std::find_if(all.begin(), all.end(), [&](const BuiltinStudy &study) { return toQString(study.name) == name; });
    StudyParts parts = takeApart(parse_study_plan(ready->text, ready->name));
    const auto data = openStudyData(f.session);
    QVERIFY(data.has_value());
    suitTo(*data, parts);
    QVERIFY(sameRuns(runsOf(study_json(putTogether(parts, &*data))), runsOf(dialog.studyText().toStdString())));
    QCOMPARE(find<QLineEdit>(dialog, "studyName")->text().toStdString(), parts.choices.name);
}

void TestStudyDialog::readyStudiesOnTheOpenData_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("runs");
    QTest::newRow("loss") << "loss" << "20 run";
    QTest::newRow("weights") << "weights" << "100 run";
    QTest::newRow("imbalance") << "imbalance" << "65 run";
    QTest::newRow("head to head") << "head-to-head" << "50 run";
    QTest::newRow("architecture") << "architecture" << "180 run";
}

void TestStudyDialog::readyStudiesOnTheOpenData()
{
    QFETCH(QString, name);
    QFETCH(QString, runs);
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    wait(dialog);
    const QString said = find<QLabel>(dialog, qPrintable(QStringLiteral("studyCount_") + name))->text();
    QVERIFY2(said.startsWith(runs), qPrintable(said));
    QVERIFY(find<QPushButton>(dialog, qPrintable(QStringLiteral("studyStart_") + name))->isEnabled());
}

void TestStudyDialog::numberOfRuns_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<int>("runs");
    QTest::newRow("as it comes") << QStringList{} << 5;
    QTest::newRow("seeds") << QStringList{"studySeeds=1..3"} << 3;
    QTest::newRow("losses") << QStringList{"studyLoss_mse", "studyLoss_md"} << 15;
    QTest::newRow("losses and students") << QStringList{"studyLoss_mse", "studyStudent_generator", "studySeeds=1"} << 4;
    QTest::newRow("values") << QStringList{"studyBeta=6, 7, 8", "studyLambda=0, 1", "studySeeds=1, 2"} << 12;
    QTest::newRow("presets") << QStringList{"studyPreset_faithful", "studyPreset_equal-odds", "studySeeds=1"} << 3;
    QTest::newRow("methods beside losses") << QStringList{"studyMethod_vae", "studyMethod_decaf", "studyLoss_mse", "studySeeds=1"} << 4;
    QTest::newRow("other methods alone") << QStringList{"studyMethod_vae", "studyMethod_reweighing", "studyMethod_fairloom", "studySeeds=1, 2"} << 4;
    QTest::newRow("epochs change none") << QStringList{"studyControls"} << 5;
}

void TestStudyDialog::numberOfRuns()
{
    QFETCH(QStringList, steps);
    QFETCH(int, runs);
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    apply(dialog, steps);
    wait(dialog);
    QVERIFY2(!dialog.studyText().isEmpty(), qPrintable(reason(dialog)));
    QCOMPARE(int(runsOf(dialog.studyText().toStdString()).size()), runs);
    QVERIFY2(summary(dialog).startsWith(QStringLiteral("%1 run").arg(runs)), qPrintable(summary(dialog)));
    QVERIFY(find<QPushButton>(dialog, "startStudyButton")->isEnabled());
    QVERIFY(reason(dialog).isEmpty());
}

void TestStudyDialog::wrongFieldsAreSaid_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no name") << QStringList{"studyName="} << "Give the study a name.";
    QTest::newRow("no method") << QStringList{"studyMethod_fairloom"} << "Choose at least one method.";
    QTest::newRow("no preset") << QStringList{"studyPreset_balanced"} << "Choose at least one preset.";
    QTest::newRow("no loss") << QStringList{"studyLoss_l1"} << "Choose at least one loss.";
    QTest::newRow("no student") << QStringList{"studyStudent_encoder"} << "Choose at least one kind of student.";
    QTest::newRow("beta") << QStringList{"studyBeta=7, x"} << "“x” is not a number.";
    QTest::newRow("beta too large") << QStringList{"studyBeta=21"} << "21 is outside of the range from 0 to 20.";
    QTest::newRow("lambda") << QStringList{"studyLambda=-1"} << "-1 is outside of the range from 0 to 10.";
    QTest::newRow("no seeds") << QStringList{"studySeeds="} << "Name at least one seed.";
    QTest::newRow("half a seed") << QStringList{"studySeeds=1.5"} << "1.5 is not a whole number.";
    QTest::newRow("no sensitive attribute") << QStringList{"studySensitive_gender"} << "Choose at least one sensitive attribute.";
}

void TestStudyDialog::wrongFieldsAreSaid()
{
    QFETCH(QStringList, steps);
    QFETCH(QString, sentence);
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    dialog.show();
    wait(dialog);
    apply(dialog, steps);
    wait(dialog);
    QVERIFY2(reason(dialog).endsWith(sentence), qPrintable(reason(dialog)));
    const auto notes = dialog.findChildren<QLabel *>(QRegularExpression(QStringLiteral("^studyNote_")));
    const auto shown = std::count_if(notes.begin(), notes.end(), [&](const QLabel *note) { return note->isVisible() && note->text() == sentence; });
    QCOMPARE(int(shown), 1); // beside its field
    QVERIFY(!find<QPushButton>(dialog, "startStudyButton")->isEnabled());
    QVERIFY(!find<QPushButton>(dialog, "saveStudyButton")->isEnabled());
    QVERIFY(dialog.studyText().isEmpty());
}

void TestStudyDialog::whyItCannotStart_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<bool>("project");
    QTest::addColumn<bool>("data");
    QTest::addColumn<QString>("part");
    QTest::newRow("no data") << StudyRunner::programBesideThis() << true << false << "Open data first.";
    QTest::newRow("no project") << StudyRunner::programBesideThis() << false << true << "project";
    QTest::newRow("no program") << "/nowhere/fairloom-cli" << true << true << "/nowhere/fairloom-cli";
}

void TestStudyDialog::whyItCannotStart()
{
    QFETCH(QString, program);
    QFETCH(bool, project);
    QFETCH(bool, data);
    QFETCH(QString, part);
    StudyFixture f(program);
    if (project)
        f.openProject();
    if (data)
        f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    wait(dialog);
    QVERIFY2(reason(dialog).contains(part), qPrintable(reason(dialog)));
    QVERIFY(!find<QPushButton>(dialog, "startStudyButton")->isEnabled());
    QVERIFY(!find<QPushButton>(dialog, "studyStart_loss")->isEnabled());
    QCOMPARE(find<QLabel>(dialog, "studyReason_loss")->text(), reason(dialog));
}

void TestStudyDialog::wrongFilesAreSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("not there") << QByteArray() << "cannot be read";
    QTest::newRow("no JSON") << QByteArray("seeds: 1") << "study.json";
    QTest::newRow("a list") << QByteArray("[1]") << "not a JSON object";
    QTest::newRow("unknown part") << QByteArray(R"({"sedes": [1]})") << "sedes";
    QTest::newRow("seeds") << QByteArray(R"({"seeds": ["one"]})") << "seed";
    QTest::newRow("unknown setting") << QByteArray(R"({"settings": {"lozz": 1}, "seeds": [1]})") << "lozz";
    QTest::newRow("value outside its range") << QByteArray(R"({"grid": {"hidden": [64, 999999]}, "seeds": [1]})") << "hidden";
    QTest::newRow("too many runs") << QByteArray(R"({"random": {"trials": 20000, "ranges": {"log10_beta": [6, 9]}}, "seeds": [1]})") << "20000 runs";
}

void TestStudyDialog::wrongFilesAreSaid()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    wait(dialog);
    const QString file = f.folder.filePath(QStringLiteral("study.json"));
    if (!text.isEmpty()) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
    }
    dialog.openStudy(file);
    wait(dialog);
    QVERIFY2(reason(dialog).contains(part) && reason(dialog).endsWith(u'.'), qPrintable(reason(dialog)));
}

void TestStudyDialog::savedIsWhatIsStarted()
{
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    dialog.show();
    apply(dialog, {"studyName=mine", "studyLoss_mse", "studyMethod_vae", "studySeeds=3, 4", "studyLambda=0.25"});
    find<QSpinBox>(dialog, "studyTeacherEpochs")->setValue(7);
    wait(dialog);
    const QString text = dialog.studyText(), file = f.folder.filePath(QStringLiteral("mine.json"));
    QVERIFY(dialog.saveStudy(file));
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(saved.readAll()), text);
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    QCOMPARE(json.value(QStringLiteral("name")).toString(), QStringLiteral("mine"));
    QCOMPARE(json.value(QStringLiteral("seeds")).toArray(), QJsonArray({3, 4}));
    QCOMPARE(json.value(QStringLiteral("data")).toObject().value(QStringLiteral("hiring-gender")).toObject().value(QStringLiteral("data")).toString(),
             QStringLiteral("sample:hiring"));
    const auto runs = runsOf(text.toStdString());
    QCOMPARE(runs.size(), std::size_t(6));
    QCOMPARE(int(std::count_if(runs.begin(), runs.end(), [](const RunAsked &run) { return run.settings.method == "vae"; })), 2);
    for (const RunAsked &run : runs) {
        QCOMPARE(run.settings.teacher_epochs, 7);
        QCOMPARE(run.settings.evaluation, std::string("basic"));
        QCOMPARE(run.settings.lambda, run.settings.method == "vae" ? RunSettings().lambda : 0.25);
        QCOMPARE(run.task.target, f.session.task().target);
        QCOMPARE(run.task.sensitive, f.session.task().sensitive);
    }

    // the file opens as the same study, with the data that it was saved with
    StudyDialog again(f.session, f.runner);
    again.openStudy(file);
    wait(again);
    QVERIFY(find<QRadioButton>(again, "studyOwnData")->isChecked());
    QVERIFY(sameRuns(runs, runsOf(again.studyText().toStdString())));
    QVERIFY(find<QCheckBox>(again, "studyMethod_vae")->isChecked());
    QVERIFY(find<QCheckBox>(again, "studyLoss_mse")->isChecked());

    click(dialog, "startStudyButton");
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), soon);
    QStringList asked, queued;
    for (const StudyTrial &trial : parse_study(text.toStdString(), "mine").trials)
        asked << toQString(trial.name());
    for (const QueuedTrial &trial : f.runner.snapshot().trials) {
        queued << toQString(trial.name);
        QCOMPARE(trial.study, std::string("mine"));
    }
    QCOMPARE(queued, asked);
    QTRY_VERIFY_WITH_TIMEOUT(!f.names(TrialState::running).isEmpty() || f.count(TrialState::done) > 0, 60000);
    const QString first = queued.first();
    const RunConfigFile made = read_run_config(toPath(f.session.projectFolder()) / "runs" / first.toStdString() / "config.json");
    QCOMPARE(made.settings == runs.front().settings, true);

    // the same study again has nothing new, another one of the same name is refused
    StudyDialog same(f.session, f.runner);
    same.openStudy(file);
    type(same, "studyName", QStringLiteral("mine"));
    find<QSpinBox>(same, "studyTeacherEpochs")->setValue(9);
    wait(same);
    click(same, "startStudyButton");
    wait(same);
    QVERIFY2(reason(same).contains(QStringLiteral("other settings")), qPrintable(reason(same)));
    QCOMPARE(same.result(), int(QDialog::Rejected));
    f.runner.cancelStudy(QStringLiteral("mine"));
    QTRY_VERIFY_WITH_TIMEOUT(!f.runner.isRunning(), 60000);
}

void TestStudyDialog::oneClick()
{
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    wait(dialog);
    click(dialog, "studyStart_loss");
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), soon);
    QCOMPARE(f.runner.snapshot().trials.size(), std::size_t(20));
    QCOMPARE(f.runner.snapshot().trials.front().study, std::string("loss"));
    QCOMPARE(f.runner.snapshot().trials.front().name, std::string("hiring-gender.loss=l1.seed-1"));
    StudyDialog next(f.session, f.runner);
    wait(next);
    click(next, "studyChange_loss");
    QCOMPARE(find<QLineEdit>(next, "studyName")->text(), QStringLiteral("loss-2")); // its own name is taken
    f.runner.cancelStudy(QStringLiteral("loss"));
    QTRY_VERIFY_WITH_TIMEOUT(!f.runner.isRunning(), 60000);
}

void TestStudyDialog::timeFromTheLastRun()
{
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    wait(dialog);
    QVERIFY(!summary(dialog).contains(QStringLiteral("about"))); // nothing is known yet
    f.runner.add(StudyFixture::study(QStringLiteral("known"), 1, 1, StudyFixture::fewRows()));
    QTRY_COMPARE_WITH_TIMEOUT(f.session.runs().size(), std::size_t(2), 60000);
    const RunEntry *last = f.session.runs().front();
    const auto time = lastRunTime(f.session, "student");
    QVERIFY(time && time->seconds > 0 && time->seconds < 60);
    QCOMPARE(time->seconds, last->record->seconds());
    QVERIFY2(summary(dialog).startsWith(QStringLiteral("5 run")) && summary(dialog).contains(aboutTime(5 * time->seconds))
                 && summary(dialog).contains(last->name),
             qPrintable(summary(dialog)));
    const QString card = find<QLabel>(dialog, "studyCount_loss")->text();
    QVERIFY2(card.contains(QStringLiteral("about")), qPrintable(card));
}

void TestStudyDialog::ownDataOfAStudy()
{
    StudyFixture f;
    f.openProject();
    f.openHiring();
    QDir data(f.folder.path());
    for (const char *file : {"german/german.data", "adult/adult.data", "adult/adult.test", "bank/nothing.csv"}) {
        QVERIFY(data.mkpath(QFileInfo(data.filePath(QLatin1StringView(file))).path()));
        QFile made(data.filePath(QLatin1StringView(file)));
        QVERIFY(made.open(QIODevice::WriteOnly));
    }
    StudyDialog dialog(f.session, f.runner);
    click(dialog, "studyChange_head-to-head");
    click(dialog, "studyOwnData");
    wait(dialog);
    QVERIFY2(reason(dialog).contains(QStringLiteral("folder")), qPrintable(reason(dialog)));
    type(dialog, "studyDataFolder", f.folder.filePath(QStringLiteral("nowhere")));
    wait(dialog);
    QVERIFY2(reason(dialog).contains(QStringLiteral("None of the study’s own data sets is there")), qPrintable(reason(dialog)));
    type(dialog, "studyDataFolder", f.folder.path());
    wait(dialog);
    QVERIFY2(reason(dialog).isEmpty(), qPrintable(reason(dialog)));
    QVERIFY2(summary(dialog).startsWith(QStringLiteral("100 run")), qPrintable(summary(dialog)));
    for (const char *missing : {"compas-race", "bank-age", "credit-default-sex", "student-sex"})
        QVERIFY2(summary(dialog).contains(QLatin1StringView(missing)), qPrintable(summary(dialog)));
    QVERIFY(!summary(dialog).contains(QStringLiteral("german-sex")));
    QVERIFY(dialog.studyText().contains(QStringLiteral("$FAIRLOOM_DATA_DIR/adult/adult.test"))); // runs wherever the data are
    click(dialog, "studyOpenData");
    wait(dialog);
    QVERIFY2(summary(dialog).startsWith(QStringLiteral("50 run")), qPrintable(summary(dialog)));
}

void TestStudyDialog::fitsASmallScreen()
{
    StudyFixture f;
    f.openProject();
    f.openHiring();
    StudyDialog dialog(f.session, f.runner);
    dialog.resize(1080, 640);
    dialog.show();
    wait(dialog);
    keepPictures(dialog, QStringLiteral("study_dialog"));
    QVERIFY(dialog.width() <= 1280 && dialog.height() <= 660);
    auto *scroll = find<QScrollArea>(dialog, "studyFormScroll");
    QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width()); // nothing is cut at the right
    auto *cards = find<QScrollArea>(dialog, "readyStudies");
    QVERIFY(cards->widget()->minimumSizeHint().width() <= cards->viewport()->width());
    click(dialog, "studyChange_head-to-head");
    wait(dialog);
    keepPictures(dialog, QStringLiteral("study_dialog_head_to_head"));
    click(dialog, "studyChange_architecture");
    type(dialog, "studySeeds", QStringLiteral("1, x"));
    wait(dialog);
    scroll->ensureVisible(0, scroll->widget()->height());
    keepPictures(dialog, QStringLiteral("study_dialog_architecture"));
    QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
    for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
        const bool isFrame = widget->objectName().startsWith(u"qt_") || qobject_cast<const QScrollArea *>(widget);
        if (widget->focusPolicy() == Qt::NoFocus || isFrame || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool inside = qobject_cast<const QLineEdit *>(widget) && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
        QVERIFY2(inside || !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(widget->objectName()));
    }
}

/// From the menu's key to the dock, and what becomes of the rest when the window is closed.
void TestStudyDialog::windowRunsAStudy()
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    WindowDriver::prepareApplication(QStringLiteral("test_study_dialog"), settings_.path());
    QString project;
    {
        WindowDriver driver;
        driver.window.resize(1280, 720);
        driver.window.start(QStringLiteral("sample:hiring"));
        QTRY_VERIFY_WITH_TIMEOUT(driver.session.problem() != nullptr && driver.session.hasProject(), soon);
        project = driver.session.projectFolder();
        auto *dock = driver.find<QDockWidget>(QStringLiteral("studiesDock"));
        QVERIFY(dock && dock->isHidden());
        keepPictures(driver.window, QStringLiteral("window_before"));
        driver.goTo(MainWindow::ComparePage);
        emit driver.window.findChild<CompareView *>()->studyRequested();
        QTRY_VERIFY(driver.window.findChild<StudyDialog *>());
        driver.window.findChild<StudyDialog *>()->reject();
        QTRY_VERIFY(!driver.window.findChild<StudyDialog *>());
        driver.window.activateWindow();
        QTRY_VERIFY(driver.window.isActiveWindow());
        QTest::keyClick(&driver.window, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(driver.window.findChild<StudyDialog *>());
        StudyDialog &dialog = *driver.window.findChild<StudyDialog *>();
        wait(dialog);
        apply(dialog, {"studyName=closing", "studyLoss_mse", "studySeeds=1"});
        find<QSpinBox>(dialog, "studyTeacherEpochs")->setValue(300);
        wait(dialog);
        keepPictures(dialog, QStringLiteral("window_dialog"));
        auto *scroll = find<QScrollArea>(dialog, "studyFormScroll");
        QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width()); // however small the screen is
        click(dialog, "startStudyButton");
        QTRY_VERIFY_WITH_TIMEOUT(!driver.window.findChild<StudyDialog *>(), soon);
        QVERIFY(dock->isVisible());
        auto *queue = driver.find<QTableView>(QStringLiteral("queueTable"));
        QCOMPARE(queue->model()->rowCount(), 2);
        QTRY_VERIFY2(queue->viewport()->height() >= 3 * queue->rowHeight(0), qPrintable(QString::number(queue->viewport()->height())));
        QTRY_VERIFY_WITH_TIMEOUT(says(*dock, QStringLiteral("0 of 2 runs done · about")), 60000);
        keepPictures(driver.window, QStringLiteral("window_study"));

        driver.find<QAction>(QStringLiteral("saveProjectAction"))->trigger(); // no dialog comes
        QVERIFY(says(driver.window, QStringLiteral("A study is running.")));
        driver.window.close();
        auto *question = driver.find<QMessageBox>(QStringLiteral("confirmQuit"));
        QVERIFY(question && driver.window.isVisible());
        QVERIFY2(question->text().contains(QStringLiteral("study")), qPrintable(question->text()));
        for (QAbstractButton *button : question->buttons())
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        QTRY_VERIFY(!driver.window.isVisible());
    }
    QCOMPARE(StudyQueue(toPath(project), {}).snapshot().count(TrialState::waiting), std::size_t(2));
    {
        WindowDriver driver;
        driver.window.start(project);
        QTRY_VERIFY_WITH_TIMEOUT(says(driver.window, QStringLiteral("A study was interrupted: 2 of 2 runs are left.")), soon);
        keepPictures(driver.window, QStringLiteral("window_interrupted"));
        for (QPushButton *button : driver.window.findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == QStringLiteral("Go on") && !button->objectName().startsWith(u"queue"))
                button->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*driver.find<QDockWidget>(QStringLiteral("studiesDock")), QStringLiteral("0 of 2 runs done")), soon);
        QTRY_VERIFY_WITH_TIMEOUT(StudyQueue::at_work(toPath(project)), soon);
        auto *table = driver.find<QTableView>(QStringLiteral("queueTable"));
        table->selectAll();
        driver.find<QAction>(QStringLiteral("queueCancelAction"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!StudyQueue::at_work(toPath(project)), 60000);
        QTRY_VERIFY(driver.window.close()); // nothing to ask about any more
    }
}

QTEST_MAIN(TestStudyDialog)
#include "test_study_dialog.moc"
