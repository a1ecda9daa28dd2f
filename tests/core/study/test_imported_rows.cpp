// Rows that another tool generated, judged as our own are.
#include "core/base/error.h"
#include "core/data/csv_writer.h"
#include "core/study/generated_file.h"
#include "core/study/imported_rows.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace fairloom;

class TestImportedRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void columnsAreMatched();
    void realRowsAreAsGoodAsReal();
    void missingColumnIsOneSentence();
    void stopKeepsWhatIsFinished();

private:
    std::string write(const char *name, const Table &table) const;

    QTemporaryDir folder_;
    RunRequest request_;
};

void TestImportedRows::initTestCase()
{
    NoProgress quiet;
    request_.name = "imported-1";
    request_.data = open_dataset("sample:hiring", {}, quiet, {});
    request_.task = {request_.data->suggested_sensitive, request_.data->suggested_target, request_.data->suggested_positive};
    request_.settings.quality_rows = 300;
}

std::string TestImportedRows::write(const char *name, const Table &table) const
{
    const std::string file = folder_.filePath(QString::fromUtf8(name)).toStdString();
    write_csv(table, file);
    return file;
}

void TestImportedRows::columnsAreMatched()
{
    const Problem problem = make_problem(*request_.data, request_.task, 1);
    std::vector<std::string> columns{"something else"};
    for (const std::size_t column : problem.generated)
        columns.push_back(problem.train.table.columns[column].name);
    ColumnMatch match = match_columns(problem, columns);
    QCOMPARE(match.found.size(), problem.generated.size());
    QVERIFY(match.missing.empty() && match.missing_sentence().empty());
    QVERIFY((match.extra == std::vector<std::string>{"something else"}));
    columns.pop_back();
    match = match_columns(problem, columns);
    QCOMPARE(match.missing.size(), std::size_t(1));
    QVERIFY(match.missing_sentence().english().find(match.missing.front()) != std::string::npos);
}

void TestImportedRows::realRowsAreAsGoodAsReal()
{
    const Problem problem = make_problem(*request_.data, request_.task, request_.settings.seed);
    RunMonitor monitor;
    const RunOutcome out = judge_rows(request_, write("copy.csv", problem.train.table), monitor, {});
    QCOMPARE(out.result.state, std::string("done"));
    const SourceResult *imported = out.result.source("imported"), *real = out.result.source("real");
    QVERIFY(imported && real && out.synthetic && out.problem);
    QCOMPARE(imported->rows, problem.train.rows());
    // trained on the same rows in the same order
    QCOMPARE(*imported->protocols.at("tstr").at("logistic").utility.accuracy.value, *real->protocols.at("trtr").at("logistic").utility.accuracy.value);
    QVERIFY(monitor.status().stage == RunStage::finished);
    // the sample has test rows of its own; where they are part of the file, their being seen is warned of
    QCOMPARE(problem.test_was_split_off, std::any_of(out.result.warnings.begin(), out.result.warnings.end(), [](const Message &warning) {
                 return warning.text.find("has seen") != std::string::npos;
             }));
}

void TestImportedRows::missingColumnIsOneSentence()
{
    const Problem problem = make_problem(*request_.data, request_.task, request_.settings.seed);
    Table table = problem.train.table;
    const std::string gone = table.columns[problem.features.front()].name;
    table.columns.erase(table.columns.begin() + std::ptrdiff_t(problem.features.front()));
    RunMonitor monitor;
    try {
        judge_rows(request_, write("short.csv", table), monitor, {});
        QFAIL("nothing was said");
    } catch (const InputError &error) {
        QVERIFY2(std::string(error.what()).find(gone) != std::string::npos, error.what());
    }
    QVERIFY(monitor.status().stage == RunStage::failed);
}

void TestImportedRows::stopKeepsWhatIsFinished()
{
    std::stop_source stop;
    stop.request_stop();
    RunMonitor monitor;
    const RunOutcome out = judge_rows(request_, write("stop.csv", request_.data->table), monitor, stop.get_token());
    QCOMPARE(out.result.state, std::string("stopped"));
}

QTEST_GUILESS_MAIN(TestImportedRows)
#include "test_imported_rows.moc"
