#include "core/study/store_examples.h"

#include "core/base/file_lock.h"
#include "core/base/version.h"
#include "core/study/store/run_record.h"
#include "core/study/store/run_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <set>

using namespace fairloom;

class TestRunStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void recordsARun();
    void recordHasTheFigures();
    void finishesWithAProblem();
    void findsRuns();
    void namesRuns();
    void namesFolders_data();
    void namesFolders();
    void renames();
    void tagsAndNotes_data();
    void tagsAndNotes();
    void twoStores();
    void interruptedRuns();
    void adopts();
    void adoptsCurves();
    void removesAndRestores();
    void purges();
    void purgeGoesOn();
    void rescansWithoutAnIndex();
    void rescanForgetsAndPassesOver();
    void damagedEntries_data();
    void damagedEntries();
    void entriesOfNewerVersions();
    void refusesToEscape_data();
    void refusesToEscape();
    void indexThatEscapes();
    void refusesProjects();
    void opensElsewhere();

private:
    std::filesystem::path project() const { return std::filesystem::path(folder_->path().toStdString()) / "project"; }
    std::filesystem::path run_folder(const std::string &name) const { return project() / "runs" / name; }
    /// Begins, finishes and leaves the files of a run.
    std::int64_t add(RunStore &store, int number)
    {
        const RunResult run = numbered_run(number);
        const std::int64_t id = store.begin(beginning(run.name));
        write_run_json(run, store.folder_of(*store.find(id)));
        store.finish(id, record_of(run), numbered_curves(number));
        return id;
    }
    void change_index(const char *sql)
    {
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open((project() / "index.sqlite").c_str(), &database), SQLITE_OK);
        char *error = nullptr;
        const int code = sqlite3_exec(database, sql, nullptr, nullptr, &error);
        QVERIFY2(code == SQLITE_OK, error);
        sqlite3_close(database);
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

std::vector<std::string> names_of(const RunStore &store)
{
    std::vector<std::string> out;
    for (const RunRecord &record : store.records())
        out.push_back(record.name);
    return out;
}

using Names = std::vector<std::string>;

bool same_metric(const Metric &a, const Metric &b)
{
    if (a.value != b.value || !(a.undefined == b.undefined) || a.interval.has_value() != b.interval.has_value())
        return false;
    return !a.interval || (a.interval->low == b.interval->low && a.interval->high == b.interval->high && a.interval->level == b.interval->level &&
                           a.interval->draws == b.interval->draws && a.interval->resampled == b.interval->resampled && a.interval->method == b.interval->method);
}

} // namespace

void TestRunStore::init() { folder_ = std::make_unique<QTemporaryDir>(); }

void TestRunStore::recordsARun()
{
    RunResult result = FullRun::make();
    result.rival = RivalSummary{"tabfairgan", 12345, 20, 0.5};
    result.cost = CostSummary{1.5, 0.01, 1e6, 3e9};
    result.settings.seed = 18446744073709551615U;
    result.settings.log10_beta = 8.123456789012345;
    result.settings.student = "generator";
    RunStore store(project());
    QCOMPARE(store.project(), project());
    QVERIFY(store.records().empty());
    const std::int64_t before = store.revision();
    const std::int64_t id = store.begin(beginning("Fair & früh"));
    QVERIFY(store.revision() > before);
    {
        const RunRecord running = store.records().at(0);
        QCOMPARE(running.id, id);
        QCOMPARE(running.name, std::string("Fair & früh"));
        QCOMPARE(running.folder, std::string("runs/Fair___fr_h"));
        QCOMPARE(running.state, std::string("running"));
        QCOMPARE(running.study, std::string("which-loss"));
        QCOMPARE(running.variant, std::string("l1"));
        QCOMPARE(running.data_name, std::string("people.csv"));
        QCOMPARE(running.version, std::string(version()));
        QCOMPARE(running.settings.latent, 16);
        QVERIFY(running.task == (Task{{"sex"}, "income", ">50K"}));
        QVERIFY(!running.created.empty() && running.finished.empty() && running.sources.empty());
        QVERIFY(std::filesystem::is_directory(store.folder_of(running)));
    }
    store.finish(id, record_of(result), numbered_curves(3));

    const RunRecord stored = RunStore(project()).records().at(0);
    QCOMPARE(stored.id, id);
    QCOMPARE(stored.name, std::string("Fair & früh")); // not that of run.json
    QCOMPARE(stored.study, std::string("which-loss"));
    QCOMPARE(stored.state, std::string("done"));
    QVERIFY(stored.problem.empty());
    QCOMPARE(stored.finished, result.finished);
    QCOMPARE(stored.version, result.version);
    QCOMPARE(stored.data_sha256, std::string("abc123"));
    QCOMPARE(stored.test_sha256, std::string("def456"));
    QVERIFY(stored.task == result.task);
    QVERIFY(stored.settings == result.settings);
    QVERIFY(stored.timings == result.timings);
    QCOMPARE(stored.seconds(), 3.7);
    QCOMPARE(stored.cost->rows_per_s, 1e6);
    QCOMPARE(stored.cost->peak_memory_bytes, 3e9);
    QCOMPARE(stored.student_parameters, std::size_t(12345));
    QCOMPARE(stored.teacher_encoder_parameters, result.teacher.encoder_parameters);
    QCOMPARE(store.curves(id).teacher.epochs, 3);
    QCOMPARE(store.curves(id).teacher.points.size(), std::size_t(200));
    QCOMPARE(store.curves(id).teacher.points[7].raw, (std::vector<double>{3, 1}));

    // every figure to the last digit
    QCOMPARE(stored.sources.size(), result.sources.size());
    int figures = 0, undefined = 0, intervals = 0;
    for (const auto &[name, source] : result.sources) {
        const RecordedSource *const back = stored.source(name);
        QVERIFY(back);
        for (const auto &[protocol, classifiers] : source.protocols)
            for (const auto &[classifier, judged] : classifiers) {
                const RecordedJudgement *const judgement = stored.judgement(name, protocol, classifier);
                QVERIFY(judgement);
                const std::pair<Metric, Metric> pairs[] = {
                    {judged.fairness.dpr, judgement->dpr}, {judged.fairness.eor, judgement->eor}, {judged.fairness.dpd, judgement->dpd},
                    {judged.fairness.eod, judgement->eod}, {judged.utility.accuracy, judgement->accuracy}, {judged.utility.f1, judgement->f1},
                    {judged.utility.auroc, judgement->auroc}};
                for (const auto &[said, kept] : pairs) {
                    QVERIFY(same_metric(said, kept));
                    ++figures;
                    undefined += said.undefined.empty() ? 0 : 1;
                    intervals += said.interval ? 1 : 0;
                }
            }
        if (source.quality) {
            QCOMPARE(back->density.value, std::optional(source.quality->train.density));
            QVERIFY(same_metric(back->coverage, [&] {
                Metric out(source.quality->train.coverage);
                out.interval = source.quality->coverage_interval;
                return out;
            }()));
        }
        QCOMPARE(back->auroc_latent, source.leakage.latent ? source.leakage.latent->auroc.value : std::nullopt);
        QCOMPARE(back->representation_dpr, source.representation ? source.representation->dpr.value : std::nullopt);
    }
    QVERIFY(figures > 20 && undefined > 3 && intervals > 10);
}

void TestRunStore::recordHasTheFigures()
{
    RunResult result = example_run();
    result.sources[1].second.protocols["tstr"]["xgboost"].fairness.dpr.interval->values = std::make_shared<std::vector<double>>(1000, 0.5);
    const RunRecord record = record_of(result);
    QCOMPARE(record.id, std::int64_t(0));
    QVERIFY(record.folder.empty() && record.tags.empty() && record.created.empty());
    QCOMPARE(record.generated_source(), std::string("student"));
    QCOMPARE(record.judgement("student", "tstr", "xgboost")->dpr.value, std::optional(0.16 / 0.21));
    QCOMPARE(record.judgement("student", "tstr", "xgboost")->dpr.interval->low, 0.7);
    QVERIFY(!record.judgement("student", "tstr", "xgboost")->dpr.interval->values); // kilobytes a figure
    QCOMPARE(record.judgement("student", "tstr", "xgboost")->eor.undefined.text, std::string("a group has no true positive rate"));
    QCOMPARE(record.judgement("real", "trtr", "xgboost")->accuracy.value, std::optional(0.874));
    QVERIFY(!record.judgement("student", "trtr", "xgboost"));
    QVERIFY(!record.judgement("student", "tstr", "cnn"));
    QVERIFY(!record.judgement("teacher", "tstr", "xgboost"));
    QCOMPARE(record.source("student")->density.value, std::optional(0.88));
    QCOMPARE(record.source("student")->auroc_latent, std::optional(0.56));
    QCOMPARE(record.source("student")->representation_accuracy, std::optional(0.8));
    QVERIFY(!record.source("real")->density);
    QCOMPARE(record.student_parameters, std::size_t(100));
    QCOMPARE(RunRecord().seconds(), 0.0);
    QCOMPARE(RunRecord().generated_source(), std::string());
}

void TestRunStore::finishesWithAProblem()
{
    RunStore store(project());
    const std::int64_t id = store.begin(beginning("a"));
    RunRecord ended;
    ended.state = "failed";
    ended.problem = "Training diverged in epoch 3.";
    store.finish(id, ended, {});
    const RunRecord stored = *store.find(id);
    QCOMPARE(stored.state, std::string("failed"));
    QCOMPARE(stored.problem, ended.problem);
    QCOMPARE(stored.settings.latent, 16); // as it began
    QCOMPARE(stored.data_name, std::string("people.csv"));
    QVERIFY(!stored.finished.empty());
    QVERIFY(store.curves(id).teacher.terms.empty());
    QVERIFY(!is_locked(run_folder("a") / ".lock"));
}

void TestRunStore::findsRuns()
{
    RunStore store(project());
    const std::int64_t first = add(store, 1), second = add(store, 2);
    QCOMPARE(store.find(second)->name, std::string("run-2"));
    QCOMPARE(store.find_folder("runs/run-1")->id, first);
    QVERIFY(!store.find(77));
    QVERIFY(!store.find_folder("runs/run-3"));
    QCOMPARE(store_error_of([&] { store.set_note(77, "x"); }), std::string("run 77: There is no such run in the project. Open the project again."));
    QVERIFY(store_error_of([&] { store.finish(77, {}, {}); }).starts_with("run 77"));
    QVERIFY(store.curves(77).teacher.terms.empty());
}

void TestRunStore::namesRuns()
{
    RunStore store(project());
    QCOMPARE(store.free_name("balanced"), std::string("balanced-1"));
    store.begin(beginning("balanced-1"));
    store.begin(beginning("balanced-9"));
    store.begin(beginning("balanced-x"));
    store.begin(beginning("balanced-plus-20"));
    QCOMPARE(store.free_name("balanced"), std::string("balanced-10"));
    QCOMPARE(store.free_name("it's \"x\"%"), std::string("it's \"x\"%-1"));
    const std::int64_t removed = store.begin(beginning("balanced-30"));
    store.remove({removed});
    QCOMPARE(store.free_name("balanced"), std::string("balanced-31"));
    // Another process was faster.
    QCOMPARE(store.find(store.begin(beginning("balanced-9")))->name, std::string("balanced-31"));
    QCOMPARE(store.find(store.begin(beginning("balanced-x")))->name, std::string("balanced-x-1"));
    QCOMPARE(store.find(store.begin(beginning("")))->name, std::string("run-1"));
}

void TestRunStore::namesFolders_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folder");
    const auto row = [](const char *title, const QString &name, const QString &folder) { QTest::newRow(title) << name << folder; };
    row("plain", QStringLiteral("adult.fair,loss=l1+x_2-1"), QStringLiteral("adult.fair,loss=l1+x_2-1"));
    row("slashes", QStringLiteral("../../etc/passwd"), QStringLiteral("_._.._etc_passwd"));
    row("dot", QStringLiteral("."), QStringLiteral("_"));
    row("dots", QStringLiteral(".."), QStringLiteral("_."));
    row("hidden", QStringLiteral(".lock"), QStringLiteral("_lock"));
    row("unicode", QString::fromUtf8("Größe 東京"), QStringLiteral("Gr__e___"));
    row("control", QStringLiteral("a\nb\tc"), QStringLiteral("a_b_c"));
    row("long", QString(300, QLatin1Char('x')), QString(100, QLatin1Char('x')));
}

void TestRunStore::namesFolders()
{
    QFETCH(QString, name);
    QFETCH(QString, folder);
    RunStore store(project());
    const RunRecord first = *store.find(store.begin(beginning(name.toStdString())));
    QCOMPARE(first.name, name.toStdString());
    QCOMPARE(first.folder, "runs/" + folder.toStdString());
    QVERIFY(std::filesystem::is_directory(run_folder(folder.toStdString())));
    // The folder may be there without being known.
    std::filesystem::create_directory(run_folder(folder.toStdString() + "-2"));
    const RunRecord second = *store.find(store.begin(beginning(name.toStdString() + "/"))); // as long a name would end alike
    QVERIFY(second.folder != first.folder && second.folder != first.folder + "-2");
    QVERIFY(std::filesystem::is_directory(store.folder_of(second)));
}

void TestRunStore::renames()
{
    RunStore store(project());
    const std::int64_t first = add(store, 1), second = add(store, 2);
    store.rename(first, "the best one ☺");
    QCOMPARE(names_of(store), (Names{"the best one ☺", "run-2"}));
    QCOMPARE(store.find(first)->folder, std::string("runs/run-1"));
    store.rename(first, "the best one ☺"); // its own
    QCOMPARE(store_error_of([&] { store.rename(second, "the best one ☺"); }), std::string("Another run is called the best one ☺. Choose another name."));
    QVERIFY(store_error_of([&] { store.rename(second, " \t"); }).starts_with("The run has no name"));
    QCOMPARE(names_of(store), (Names{"the best one ☺", "run-2"}));
}

void TestRunStore::tagsAndNotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("for the paper");
    QTest::newRow("quotes") << QStringLiteral("'single' \"double\" `back` \\ %1 ?1");
    QTest::newRow("SQL") << QStringLiteral("'); DROP TABLE runs; --");
    QTest::newRow("unicode") << QString::fromUtf8("Å 東京 🙂 \u202e\u0301");
    QTest::newRow("lines") << QStringLiteral("first\nsecond\r\n\tthird\n");
    QTest::newRow("long") << QString(100000, QLatin1Char('n'));
}

void TestRunStore::tagsAndNotes()
{
    QFETCH(QString, text);
    const std::string said = text.toStdString();
    std::int64_t id = 0;
    {
        RunStore store(project());
        id = add(store, 1);
        const std::int64_t before = store.revision();
        store.set_tags(id, {said, "second", said, ""});
        store.set_note(id, said);
        QVERIFY(store.revision() > before);
    }
    RunStore store(project());
    QCOMPARE(store.find(id)->note, said);
    QCOMPARE(store.find(id)->tags, (Names{said, "second"}));
    store.set_tags(id, {});
    store.set_note(id, {});
    QVERIFY(store.find(id)->tags.empty() && store.find(id)->note.empty());
    QCOMPARE(store.find(id)->source("student")->density.value, std::optional(0.88)); // all else as it was
}

void TestRunStore::twoStores()
{
    RunStore first(project());
    const std::int64_t id = first.begin(beginning("a"));
    RunStore second(project());
    QCOMPARE(second.records().at(0).state, std::string("running")); // held by the first
    const std::int64_t other = second.begin(beginning("b"));
    QCOMPARE(names_of(first), (Names{"a", "b"}));
    QCOMPARE(first.revision(), second.revision());
    const std::int64_t before = first.revision();
    second.finish(other, record_of(numbered_run(2)), numbered_curves(2));
    QVERIFY(first.revision() > before);
    QCOMPARE(first.find(other)->state, std::string("done"));
    QCOMPARE(first.curves(other).teacher.epochs, 2);
    QCOMPARE(first.rescan(), std::size_t(0));
    QCOMPARE(second.find(id)->state, std::string("running"));
    const std::int64_t unchanged = first.revision();
    first.records();
    second.find(id);
    QCOMPARE(second.revision(), unchanged); // looking changes nothing
    first = std::move(second); // lets go of what the first one held
    QVERIFY(!is_locked(run_folder("a") / ".lock"));
}

void TestRunStore::interruptedRuns()
{
    std::int64_t nothing = 0, half = 0, whole = 0, stopped = 0;
    {
        RunStore store(project());
        nothing = store.begin(beginning("nothing"));
        half = store.begin(beginning("half"));
        whole = store.begin(beginning("whole"));
        stopped = store.begin(beginning("stopped"));
    }
    write_file(run_folder("half") / "run.json", run_json(numbered_run(1)).substr(0, 500));
    write_run_json(numbered_run(5), run_folder("whole"));
    write_curves_file(numbered_curves(5), run_folder("whole") / "curves.bin");
    RunResult early = numbered_run(6);
    early.state = "stopped";
    write_run_json(early, run_folder("stopped"));
    const auto worker = FileLock::try_lock(run_folder("nothing") / ".lock");
    {
        RunStore store(project());
        QCOMPARE(store.find(nothing)->state, std::string("running")); // a worker holds it
        QCOMPARE(store.find(half)->state, std::string("stopped"));
        QCOMPARE(store.find(half)->problem, std::string("It was interrupted: the program ended before the run did"));
        QVERIFY(store.find(half)->sources.empty());
        QCOMPARE(store.find(half)->settings.latent, 16);
        const RunRecord taken = *store.find(whole); // it had ended, only the index did not know
        QCOMPARE(taken.state, std::string("done"));
        QVERIFY(taken.problem.empty());
        QCOMPARE(taken.study, std::string("which-loss"));
        QCOMPARE(taken.settings.seed, std::uint64_t(5));
        QCOMPARE(store.curves(whole).teacher.epochs, 5);
        QCOMPARE(store.find(stopped)->state, std::string("stopped"));
        QCOMPARE(store.find(stopped)->sources.size(), std::size_t(2));
        const std::int64_t settled = store.revision();
        RunStore again(project());
        QCOMPARE(again.revision(), settled);
    }
}

void TestRunStore::adopts()
{
    RunStore store(project());
    RunResult run = numbered_run(4);
    write_run_json(run, run_folder("adult.l1.seed-4"));
    write_curves_file(numbered_curves(4), run_folder("adult.l1.seed-4") / "curves.bin");
    const std::int64_t id = store.adopt("runs/adult.l1.seed-4", "which-loss", "l1");
    RunRecord record = *store.find(id);
    QCOMPARE(record.name, std::string("run-4"));
    QCOMPARE(record.folder, std::string("runs/adult.l1.seed-4"));
    QCOMPARE(record.study, std::string("which-loss"));
    QCOMPARE(record.variant, std::string("l1"));
    QCOMPARE(record.state, std::string("done"));
    QCOMPARE(record.created, run.finished);
    QCOMPARE(record.sources.size(), std::size_t(2));
    QCOMPARE(store.curves(id).teacher.epochs, 4);

    // The same one again, after it has run anew: what people said of it stays.
    store.rename(id, "mine");
    store.set_tags(id, {"tag"});
    store.remove({id});
    run.settings.seed = 99;
    write_run_json(run, run_folder("adult.l1.seed-4"));
    QCOMPARE(store.adopt("runs/adult.l1.seed-4", "", ""), id);
    QVERIFY(!store.find(id)); // the same run: it stays removed
    run.finished = "2026-11-27T08:00:00+01:00";
    write_run_json(run, run_folder("adult.l1.seed-4"));
    QCOMPARE(store.adopt("runs/adult.l1.seed-4", "", ""), id);
    record = *store.find(id);
    QCOMPARE(record.name, std::string("mine"));
    QCOMPARE(record.tags, Names{"tag"});
    QCOMPARE(record.study, std::string("which-loss"));
    QCOMPARE(record.settings.seed, std::uint64_t(99));
    QCOMPARE(store.records().size(), std::size_t(1));

    // Another one of the same name: its folder's name.
    run.name = "mine";
    write_run_json(run, run_folder("other"));
    QCOMPARE(store.find(store.adopt("runs/other", "s", "v"))->name, std::string("other"));

    std::filesystem::create_directory(run_folder("empty"));
    QVERIFY(store_error_of([&] { store.adopt("runs/empty", "s", "v"); }).find("run.json: There is no such file") != std::string::npos);
    QVERIFY(store_error_of([&] { store.adopt("runs/not-there", "s", "v"); }).find("run.json: There is no such file") != std::string::npos);
    QCOMPARE(store.records().size(), std::size_t(2));
}

void TestRunStore::adoptsCurves()
{
    RunStore store(project());
    RunResult run = numbered_run(1);
    run.settings.teacher_epochs = 2;
    write_run_json(run, run_folder("losses"));
    std::string losses = "stage,epoch,step,term,raw,weighted\n";
    for (int epoch = 1; epoch <= 2; ++epoch)
        for (const char *term : {"reconstruction", "kl", "label", "fairness"})
            losses += "teacher," + std::to_string(epoch) + "," + std::to_string(epoch) + "," + term + ",0.5,0.25\n";
    write_file(run_folder("losses") / "losses.csv", losses);
    const RecordedCurves curves = store.curves(store.adopt("runs/losses", "", ""));
    QCOMPARE(curves.teacher.terms.size(), std::size_t(4));
    QCOMPARE(curves.teacher.points.size(), std::size_t(2));
    QCOMPARE(curves.teacher.points[1].weighted[3], 0.25);

    write_run_json(numbered_run(2), run_folder("damaged"));
    write_file(run_folder("damaged") / "curves.bin", "nonsense");
    const std::int64_t damaged = store.adopt("runs/damaged", "", "");
    QVERIFY(store.curves(damaged).teacher.terms.empty());
    QCOMPARE(store.find(damaged)->sources.size(), std::size_t(2)); // its figures are whole

    change_index("UPDATE curves SET bytes = x'464c'");
    QVERIFY(store_error_of([&] { store.curves(damaged); }).find("index.sqlite, run 2: The curves are damaged") != std::string::npos);
}

void TestRunStore::removesAndRestores()
{
    RunStore store(project());
    const std::int64_t first = add(store, 1), second = add(store, 2), third = add(store, 3);
    store.set_note(second, "a note");
    store.remove({first, second});
    QCOMPARE(names_of(store), Names{"run-3"});
    QVERIFY(!store.find(first) && !store.find_folder("runs/run-2"));
    QVERIFY(std::filesystem::exists(run_folder("run-2") / "run.json"));
    QCOMPARE(RunStore(project()).records().size(), std::size_t(1));
    store.restore({second});
    QCOMPARE(names_of(store), (Names{"run-2", "run-3"}));
    QCOMPARE(store.find(second)->note, std::string("a note"));
    QCOMPARE(store.curves(second).teacher.epochs, 2);
    QVERIFY(store_error_of([&] { store.remove({third, 77}); }).starts_with("run 77"));
    QCOMPARE(names_of(store), (Names{"run-2", "run-3"})); // all or none
    store.remove({});
    QCOMPARE(store.records().size(), std::size_t(2));
}

void TestRunStore::purges()
{
    RunStore store(project());
    const std::int64_t first = add(store, 1), second = add(store, 2), third = add(store, 3), running = store.begin(beginning("running"));
    write_file(run_folder("run-1") / "synthetic.csv", std::string(10000, 'x'));
    std::filesystem::create_directory(run_folder("run-1") / "synthetic");
    write_file(run_folder("run-1") / "synthetic" / "1.png", std::string(5000, 'x'));
    const std::filesystem::path elsewhere = project().parent_path() / "elsewhere";
    std::filesystem::create_directory(elsewhere);
    write_file(elsewhere / "file", "mine");
    std::filesystem::create_directory_symlink(elsewhere, run_folder("run-1") / "link");
    QCOMPARE(store.purge(), std::uintmax_t(0));
    store.remove({first, second, running});
    store.restore({second});
    const std::uintmax_t freed = store.purge();
    QVERIFY2(freed > 15000 && freed < 100000, QByteArray::number(qulonglong(freed)));
    QVERIFY(!std::filesystem::exists(run_folder("run-1")));
    QVERIFY(std::filesystem::exists(elsewhere / "file")); // links are not followed
    QVERIFY(std::filesystem::exists(run_folder("run-2") / "run.json"));
    QVERIFY(std::filesystem::exists(run_folder("running"))); // somebody works in it
    QVERIFY(store_error_of([&] { store.restore({first}); }).starts_with("run "));
    store.restore({running});
    QCOMPARE(names_of(store), (Names{"run-2", "run-3", "running"}));
    QCOMPARE(store.purge(), std::uintmax_t(0));
    store.remove({third});
    QVERIFY(store.purge() > 0);
    QVERIFY(store.begin(beginning("new")) > running); // numbers are not given again
}

void TestRunStore::purgeGoesOn()
{
    RunStore store(project());
    add(store, 1);
    add(store, 2);
    // As a kill leaves it: the record is gone, and of the files some.
    change_index("INSERT INTO trash SELECT folder FROM runs; INSERT INTO trash VALUES ('runs/not-there'), ('runs/..'), ('../x'), ('runs/link');"
                 "DELETE FROM runs");
    std::filesystem::create_directory_symlink(project().parent_path(), run_folder("link"));
    QCOMPARE(store.rescan(), std::size_t(0)); // what is being deleted does not come back
    write_run_json(numbered_run(2), run_folder("run-2"));
    QVERIFY(store.adopt("runs/run-2", "", "") > 0); // but somebody may use its place
    QVERIFY(store.purge() > 0);
    QVERIFY(!std::filesystem::exists(run_folder("run-1")));
    QVERIFY(std::filesystem::exists(run_folder("run-2") / "run.json"));
    QVERIFY(std::filesystem::exists(project() / "index.sqlite"));
    QCOMPARE(store.purge(), std::uintmax_t(0));
}

void TestRunStore::rescansWithoutAnIndex()
{
    {
        RunStore store(project());
        const std::int64_t first = add(store, 1), second = add(store, 2);
        store.rename(first, "Größe");
        store.set_tags(first, {"a", "b"});
        store.set_note(first, "a 'note'");
        store.finish(store.begin(beginning("failed")), {}, {}); // left nothing
        write_run_json(numbered_run(7), run_folder("seed-7"));
        write_curves_file(numbered_curves(7), run_folder("seed-7") / "curves.bin");
        store.adopt("runs/seed-7", "which-loss", "md");
        store.set_note(second, "second");
    }
    for (const char *name : {"index.sqlite", "index.sqlite-wal", "index.sqlite-shm"})
        std::filesystem::remove(project() / name);
    RunStore store(project());
    QVERIFY(store.records().empty());
    QCOMPARE(store.rescan(), std::size_t(3));
    QCOMPARE(store.rescan(), std::size_t(0));
    const RunRecord first = *store.find_folder("runs/run-1");
    QCOMPARE(first.name, std::string("Größe"));
    QCOMPARE(first.tags, (Names{"a", "b"}));
    QCOMPARE(first.note, std::string("a 'note'"));
    QCOMPARE(first.study, std::string("which-loss"));
    QCOMPARE(first.settings.seed, std::uint64_t(1));
    QCOMPARE(first.judgement("student", "tstr", "xgboost")->accuracy.value, std::optional(0.5));
    QCOMPARE(store.find_folder("runs/run-2")->note, std::string("second"));
    const RunRecord trial = *store.find_folder("runs/seed-7");
    QCOMPARE(trial.variant, std::string("md"));
    QCOMPARE(store.curves(trial.id).teacher.epochs, 7);
    QVERIFY(!store.find_folder("runs/failed"));
}

void TestRunStore::rescanForgetsAndPassesOver()
{
    RunStore store(project());
    const std::int64_t gone = add(store, 1), removed = add(store, 2), kept = add(store, 3), running = store.begin(beginning("running"));
    store.remove({removed});
    std::filesystem::remove_all(run_folder("run-1"));
    write_run_json(numbered_run(8), run_folder("new"));
    write_run_json(numbered_run(9), run_folder("held"));
    write_run_json(numbered_run(10), project() / "elsewhere");
    std::filesystem::create_directory_symlink(project() / "elsewhere", run_folder("link"));
    std::filesystem::create_directory(run_folder("half"));
    write_file(run_folder("half") / "run.json", run_json(numbered_run(11)).substr(0, 1000));
    write_file(run_folder("half") / "about.json", "{");
    {
        const auto worker = FileLock::try_lock(run_folder("held") / ".lock");
        QCOMPARE(store.rescan(), std::size_t(2)); // one gone, one new
    }
    QVERIFY(!store.find(gone));
    QVERIFY(!store.find(removed)); // still removed, and not found as new
    QCOMPARE(names_of(store), (Names{"run-3", "running", "run-8"}));
    QCOMPARE(store.find(running)->state, std::string("running"));
    QVERIFY(store.find(kept));
    QCOMPARE(store.rescan(), std::size_t(1)); // held no more
    store.restore({removed});
    std::filesystem::remove_all(run_folder("running"));
    store.rescan();
    QVERIFY(store.find(running)); // it is still at work here
}

void TestRunStore::damagedEntries_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *name, const char *sql, const char *place) { QTest::newRow(name) << QByteArray(sql) << QByteArray(place); };
    row("details cut", "UPDATE runs SET details = substr(details, 1, length(details) - 3) WHERE id = 2", "run-2, total: ");
    row("details go on", "UPDATE runs SET details = details || '}' WHERE id = 2", "run-2, total: ");
    row("details empty", "UPDATE runs SET details = '' WHERE id = 2", "run-2: ");
    row("details no object", "UPDATE runs SET details = '[]' WHERE id = 2", "run-2: ");
    row("setting", "UPDATE runs SET details = json_set(details, '$.settings.latent', 'x') WHERE id = 2", "run-2, settings.latent: ");
    row("fraction", "UPDATE runs SET details = json_set(details, '$.settings.latent', 8.5) WHERE id = 2", "run-2, settings.latent: ");
    row("large", "UPDATE runs SET details = json_set(details, '$.settings.latent', 3000000000) WHERE id = 2", "run-2, settings.latent: ");
    row("flag", "UPDATE runs SET details = json_set(details, '$.settings.mirror', 1) WHERE id = 2", "run-2, settings.mirror: ");
    row("seed", "UPDATE runs SET details = json_set(details, '$.settings.seed', -1) WHERE id = 2", "run-2, settings.seed: ");
    row("time", "UPDATE runs SET details = json_set(details, '$.timings_s.total', 'long') WHERE id = 2", "run-2, total: ");
    row("infinite", "UPDATE runs SET details = replace(details, '3.7', '1e999') WHERE id = 2", "run-2, total: ");
    row("no number", "UPDATE runs SET details = replace(details, '3.7', 'nan') WHERE id = 2", "run-2, total: ");
    row("sources bytes", "UPDATE runs SET sources = x'ff00ff' WHERE id = 2", "run-2: ");
    row("half a character", R"(UPDATE runs SET sources = '{"sources": {"\ud800x": {}}}' WHERE id = 2)", "run-2, sources: ");
    row("comma", R"(UPDATE runs SET sources = '{"sources": {},}' WHERE id = 2)", "run-2, sources: ");
    row("interval of no kind", R"(UPDATE runs SET sources = '{"intervals": [], "sources": {"student": {"density": [1, 0, 2, 0]}}}' WHERE id = 2)", "run-2, density: ");
    row("interval below", R"(UPDATE runs SET sources = '{"intervals": [{}], "sources": {"student": {"density": [1, 0, 2, -1]}}}' WHERE id = 2)", "run-2, density: ");
    row("half an interval", R"(UPDATE runs SET sources = '{"intervals": [{}], "sources": {"student": {"density": [1, 0, 2]}}}' WHERE id = 2)", "run-2, density: ");
    row("figure", R"(UPDATE runs SET sources = '{"sources": {"student": {"density": "high"}}}' WHERE id = 2)", "run-2, density: ");
    row("deep", "UPDATE runs SET sources = '{\"x\": ' || replace(hex(zeroblob(500000)), '0', '[') WHERE id = 2", "run-2, x: ");
    row("tags", "UPDATE runs SET tags = '{}' WHERE id = 2", "run-2: ");
}

void TestRunStore::damagedEntries()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, place);
    RunStore store(project());
    const std::int64_t first = add(store, 1), second = add(store, 2);
    store.set_tags(second, {"tag"});
    change_index(sql);
    const std::vector<RunRecord> records = store.records();
    QCOMPARE(records.size(), std::size_t(2));
    QVERIFY(records[0].problem.empty() && records[0].sources.size() == 2);
    QCOMPARE(records[1].id, second);
    QCOMPARE(records[1].name, std::string("run-2"));
    QCOMPARE(records[1].state, std::string("done"));
    QCOMPARE(records[1].problem, place.toStdString() + "The value is damaged or of another kind. Look for the project's runs again: what was damaged is read "
                                                       "from their folders.");
    QCOMPARE(store.rescan(), std::size_t(1)); // its files say it all
    const RunRecord mended = *store.find(second);
    QVERIFY2(mended.problem.empty(), mended.problem.c_str());
    QCOMPARE(mended.settings.seed, std::uint64_t(2));
    QCOMPARE(mended.sources.size(), std::size_t(2));
    QCOMPARE(mended.tags, Names{"tag"});
    QCOMPARE(store.find(first)->settings.seed, std::uint64_t(1));
}

void TestRunStore::entriesOfNewerVersions()
{
    RunStore store(project());
    const std::int64_t id = add(store, 1);
    change_index("UPDATE runs SET details = json_set(details, '$.settings.wings', 4, '$.settings.method', 'magic', '$.settings.latent', 1000000, '$.colour', 'red'),"
                 "sources = json_set(sources, '$.sources.student.beauty', 1, '$.sources.student.protocols.tstr.xgboost.luck', json('[1]'), '$.intervals[0].x', 1)");
    const RunRecord record = *store.find(id);
    QVERIFY2(record.problem.empty(), record.problem.c_str());
    QCOMPARE(record.settings.method, std::string("magic")); // it is what the run had
    QCOMPARE(record.settings.latent, 1000000);
    QVERIFY(store_error_of([&] { check_settings(record.settings); }).starts_with("method: \"magic\" is not available"));
    QCOMPARE(record.settings.seed, std::uint64_t(1));
    QCOMPARE(record.judgement("student", "tstr", "xgboost")->accuracy.value, std::optional(0.5));
    change_index("UPDATE runs SET details = json_set(json_remove(details, '$.settings.balance'), '$.settings.kind', 'pictures')");
    QCOMPARE(store.find(id)->settings.balance, std::string("both")); // what an older version did not write: the default of the kind of data
}

void TestRunStore::refusesToEscape_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *folder : {"", ".", "..", "/etc", "../outside", "runs", "runs/", "runs/.", "runs/..", "runs/../../outside", "runs/a/b", "runs//a", "other/a", "runs/link",
                               "./runs/run-1"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
    QTest::newRow("NUL") << QString::fromLatin1("runs/a\0b", 8);
}

void TestRunStore::refusesToEscape()
{
    QFETCH(QString, folder);
    RunStore store(project());
    add(store, 1);
    write_run_json(numbered_run(1), project().parent_path() / "outside");
    std::filesystem::create_directory_symlink(project().parent_path() / "outside", run_folder("link"));
    const std::string error = store_error_of([&] { store.adopt(folder.toStdString(), "", ""); });
    QVERIFY2(error.find("A run's folder lies outside of the project") != std::string::npos, error.c_str());
    RunRecord record;
    record.folder = folder.toStdString();
    QVERIFY(store_error_of([&] { store.folder_of(record); }).find("outside of the project") != std::string::npos);
    QCOMPARE(store.records().size(), std::size_t(1));
}

void TestRunStore::indexThatEscapes()
{
    RunStore store(project());
    const std::int64_t first = add(store, 1), second = add(store, 2);
    write_run_json(numbered_run(1), project().parent_path() / "outside");
    std::filesystem::rename(run_folder("run-2"), run_folder("other"));
    std::filesystem::create_directory_symlink(project().parent_path() / "outside", run_folder("run-2"));
    change_index("UPDATE runs SET folder = '../outside' WHERE id = 1");
    const RunRecord record = *store.find(first);
    QVERIFY(record.folder.empty());
    QVERIFY(record.problem.find("A run's folder lies outside of the project") != std::string::npos);
    QVERIFY(store_error_of([&] { store.folder_of(*store.find(second)); }).find("outside of the project") != std::string::npos); // by a link
    store.remove({first, second});
    store.purge();
    QVERIFY(store.records().empty());
    QVERIFY(std::filesystem::exists(project().parent_path() / "outside" / "run.json"));
    QVERIFY(std::filesystem::exists(run_folder("other") / "run.json"));
}

void TestRunStore::refusesProjects()
{
    const auto index = project() / "index.sqlite";
    std::filesystem::create_directory(project());
    write_file(index, std::string(5000, 'x'));
    QCOMPARE(store_error_of([&] { RunStore store(project()); }),
             index.string() + ": This is no index of a project. Move the file away; its runs are found again by their folders.");
    std::filesystem::remove(index);
    {
        RunStore store(project());
        add(store, 1);
    }
    change_index("PRAGMA user_version = 99");
    QCOMPARE(store_error_of([&] { RunStore store(project()); }), index.string() + ": The project was written by a newer version of Fairloom. Open it with that version.");
    change_index("PRAGMA user_version = 1; DROP TABLE curves; DROP TABLE runs");
    QVERIFY(store_error_of([&] { RunStore store(project()); }).starts_with(index.string() + ": The project's index is not as it should be ("));
    write_file(project().parent_path() / "file", "x");
    QVERIFY(store_error_of([&] { RunStore store(project().parent_path() / "file"); }).find("The folder cannot be made") != std::string::npos);
}

void TestRunStore::opensElsewhere()
{
    {
        RunStore store(project());
        add(store, 1);
        add(store, 2);
    }
    QVERIFY(!std::filesystem::exists(project() / "index.sqlite-wal")); // all of it is in the one file
    const auto there = project().parent_path() / "another" / "machine";
    std::filesystem::create_directories(there.parent_path());
    std::filesystem::copy(project(), there, std::filesystem::copy_options::recursive);
    std::filesystem::remove_all(project());
    RunStore store(there);
    QCOMPARE(names_of(store), (Names{"run-1", "run-2"}));
    QVERIFY(std::filesystem::exists(store.folder_of(store.records()[1]) / "run.json"));
    QCOMPARE(store.curves(store.records()[1].id).teacher.epochs, 2);
    QCOMPARE(store.rescan(), std::size_t(0));
    QFile file(QString::fromStdString((there / "index.sqlite").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(folder_->path().toUtf8())); // says nowhere where it is
}

QTEST_GUILESS_MAIN(TestRunStore)
#include "test_run_store.moc"
