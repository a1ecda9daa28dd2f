// What a person may say about columns and file, without a window.
#include "core/data/recipe_json.h"
#include "ui/models/dialect_words.h"
#include "ui/models/schema_model.h"
#include "ui/models/value_list.h"
#include "ui/schema_file.h"
#include "ui/workers/found_columns.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace fairloom;
using namespace fairloom::ui;

class TestSchemaModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void valuesInOneLine();
    void numbersInOneLine();
    void dialectInWords();
    void fileSpeaksForItself();
    void roleFollowsTheTask();
    void mergedNumbersBecomeCategories();
    void binsTurnIntoCategories();
    void missingCodesLetNumbersBeNumbers();
    void policyCountsRows();
    void otherSeparatorForgetsColumns();
    void undoGoesBackStepByStep();
    void backToWhatWasFound();
    void savedSchemaReadsTheSameTable();
    void samplesCannotBeEdited();
    void fileBesideTheData();

private:
    /// Reads the file as the model says, as a session would.
    void reread();

    QTemporaryDir folder_;
    QString file_;
    std::unique_ptr<SchemaModel> model_;
    std::shared_ptr<const Dataset> data_;
};

void TestSchemaModel::initTestCase()
{
    file_ = writeSchemaFile(folder_);
}

void TestSchemaModel::init()
{
    NoProgress quiet;
    data_ = open_dataset(file_.toStdString(), {}, quiet, {});
    model_ = std::make_unique<SchemaModel>();
    model_->setDataset(data_, {{"sex"}, "granted", "yes"});
    model_->setFound(find_columns(data_->source, data_->schema, {}));
}

void TestSchemaModel::reread()
{
    NoProgress quiet;
    DatasetOptions options;
    options.schema = model_->schemaToRead();
    data_ = open_dataset(file_.toStdString(), options, quiet, {});
    model_->setDataset(data_, model_->task());
}

void TestSchemaModel::valuesInOneLine()
{
    const std::vector<std::string> values{"-9", "not asked", "", "a, b", "say \"x\"", " blank"};
    QVERIFY(splitValues(joinValues(values)) == values);
    QCOMPARE(joinValues({"-9", "n.a."}), QStringLiteral("-9, n.a."));
    QVERIFY((splitValues(" -9 ,unknown,, -9 ") == std::vector<std::string>{"-9", "unknown"}));
    QVERIFY(splitValues("").empty());
}

void TestSchemaModel::numbersInOneLine()
{
    QVERIFY((splitNumbers("25; 60") == std::vector<double>{25, 60}));
    QVERIFY((splitNumbers(" -1.5 0 7 ") == std::vector<double>{-1.5, 0, 7}));
    QVERIFY(splitNumbers("")->empty());
    QVERIFY(!splitNumbers("60 25"));
    QVERIFY(!splitNumbers("25 25"));
    QVERIFY(!splitNumbers("old"));
    QVERIFY((splitNumbers(joinNumbers({0.1, 25})) == std::vector<double>{0.1, 25}));
}

void TestSchemaModel::dialectInWords()
{
    DialectRule rule;
    rule.separator = ';';
    rule.quote = '"';
    rule.decimal_mark = ',';
    rule.header = true;
    QCOMPARE(describeDialect(rule), QStringLiteral("semicolon, quotes \", decimal comma, header"));
    rule.header = false;
    rule.encoding = "utf-16le";
    QVERIFY(describeDialect(rule).endsWith(u"no header, utf-16le"));
}

void TestSchemaModel::fileSpeaksForItself()
{
    const FoundColumn *region = model_->found("region");
    QVERIFY(region);
    QCOMPARE(region->different, std::size_t(4));
    std::size_t rows = 0;
    for (const auto &[value, count] : region->values)
        rows += count;
    QCOMPARE(rows, std::size_t(400));
    QVERIFY(region->values.front().second >= region->values.back().second);
    QVERIFY(!region->reason.type.empty());
    QVERIFY(model_->found("case_id")->role == Role::identifier);
    QVERIFY(model_->found("age")->kind == ColumnKind::integer);
    QCOMPARE(model_->found("age")->range->first, -9.0);
}

void TestSchemaModel::roleFollowsTheTask()
{
    QSignalSpy edited(model_.get(), &SchemaModel::edited);
    QVERIFY(model_->roleOf("sex") == Role::sensitive);
    QVERIFY(model_->roleOf("granted") == Role::target);
    model_->setRole("region", Role::sensitive);
    QCOMPARE(model_->task().sensitive.size(), std::size_t(2));
    model_->setRole("payout", Role::ignored);
    QVERIFY(model_->roleOf("payout") == Role::ignored);
    model_->setRole("granted", Role::feature);
    QVERIFY(model_->task().target.empty());
    QCOMPARE(edited.count(), 3);
    model_->setRole("granted", Role::feature); // nothing new
    QCOMPARE(edited.count(), 3);
    reread();
    QVERIFY(data_->table.columns[data_->table.index_of("payout")].role == Role::ignored);
}

void TestSchemaModel::mergedNumbersBecomeCategories()
{
    model_->setKind("payout", ColumnKind::category);
    model_->setMerge("payout", {{"0", "nothing"}, {"*", "something"}});
    reread();
    QVERIFY((model_->values("payout") == std::vector<std::string>{"nothing", "something"}
             || model_->values("payout") == std::vector<std::string>{"something", "nothing"}));
    model_->setMerge("region", {{"north", "cold"}, {"east", "cold"}});
    reread();
    QCOMPARE(model_->values("region").size(), std::size_t(3));
}

void TestSchemaModel::binsTurnIntoCategories()
{
    QVERIFY((model_->binNames("age", {25, 60}) == std::vector<std::string>{"< 25", "25 to < 60", ">= 60"}));
    model_->setBins("age", {25, 60});
    reread();
    const Column &age = data_->table.columns[data_->table.index_of("age")];
    QVERIFY(age.type == ColumnType::category);
    QVERIFY(age.meaning() == ColumnKind::ordered);
    QCOMPARE(model_->values("age").size(), std::size_t(3));
    QVERIFY(model_->kindOf("age") == ColumnKind::integer);
    model_->setBins("age", {});
    reread();
    QVERIFY(data_->table.columns[data_->table.index_of("age")].type == ColumnType::number);
}

void TestSchemaModel::missingCodesLetNumbersBeNumbers()
{
    model_->setMissing("age", {"-9"});
    reread();
    QCOMPARE(data_->table.columns[data_->table.index_of("age")].missing_count(), std::size_t(20));
}

void TestSchemaModel::policyCountsRows()
{
    model_->setMissing("age", {"-9"});
    model_->setPolicy("age", MissingPolicy::drop);
    reread();
    QCOMPARE(data_->table.rows(), std::size_t(380));
    QCOMPARE(data_->account.dropped_missing, std::size_t(20));
    model_->setPolicy("age", MissingPolicy::impute);
    reread();
    QCOMPARE(data_->account.imputed_values, std::size_t(20));
}

void TestSchemaModel::otherSeparatorForgetsColumns()
{
    DialectRule dialect = model_->schema().dialect;
    dialect.separator = ';';
    model_->setDialect(dialect);
    QVERIFY(model_->schema().columns.empty());
    reread();
    QCOMPARE(data_->table.columns.size(), std::size_t(1));
    model_->undo();
    reread();
    QCOMPARE(data_->table.columns.size(), std::size_t(7));
}

void TestSchemaModel::undoGoesBackStepByStep()
{
    const Recipe before = model_->schema();
    model_->setKeepValues("region", 2);
    reread();
    QCOMPARE(model_->values("region").size(), std::size_t(3)); // and "(other)"
    model_->setKind("school", ColumnKind::ordered);
    model_->setOrder("school", {"low", "middle", "high"});
    reread();
    QVERIFY((model_->values("school") == std::vector<std::string>{"low", "middle", "high"}));
    for (int i = 0; i < 3; ++i)
        model_->undo();
    QVERIFY(!model_->canUndo());
    QVERIFY(model_->schema() == before);
    reread();
    QCOMPARE(model_->values("region").size(), std::size_t(4));
}

void TestSchemaModel::backToWhatWasFound()
{
    model_->setKind("age", ColumnKind::category);
    reread();
    QVERIFY(data_->table.columns[data_->table.index_of("age")].type == ColumnType::category);
    model_->backToFound();
    QVERIFY(!model_->schemaToRead());
    reread();
    QVERIFY(data_->table.columns[data_->table.index_of("age")].type == ColumnType::number);
    QVERIFY((model_->task() == Task{{"sex"}, "granted", "yes"}));
}

void TestSchemaModel::savedSchemaReadsTheSameTable()
{
    model_->setMerge("region", {{"north", "cold"}, {"east", "cold"}});
    model_->setMissing("age", {"-9"});
    reread();
    const Recipe saved = parse_recipe(recipe_json(model_->schemaToSave()), "test");
    QCOMPARE(saved.target, std::string("granted"));
    NoProgress quiet;
    DatasetOptions options;
    options.schema = saved;
    const auto again = open_dataset(file_.toStdString(), options, quiet, {});
    QCOMPARE(again->suggested_positive, std::string("yes"));
    QCOMPARE(again->table.columns.size(), data_->table.columns.size());
    for (std::size_t c = 0; c < again->table.columns.size(); ++c)
        QVERIFY(again->table.columns[c].categories == data_->table.columns[c].categories);
    model_->backToFound();
    model_->load(saved);
    QVERIFY(model_->schema() == saved);
}

void TestSchemaModel::samplesCannotBeEdited()
{
    NoProgress quiet;
    SchemaModel model;
    QVERIFY(!model.canEdit());
    model.setDataset(open_dataset("sample:hiring", {}, quiet, {}), {});
    QVERIFY(!model.canEdit());
    QSignalSpy edited(&model, &SchemaModel::edited);
    model.setKind("age", ColumnKind::category);
    QCOMPARE(edited.count(), 0);
}

void TestSchemaModel::fileBesideTheData()
{
    QCOMPARE(SchemaModel::fileBeside(file_), folder_.filePath("loans.schema.json"));
    QCOMPARE(SchemaModel::fileBeside("/x/people.csv.gz"), QStringLiteral("/x/people.schema.json"));
    QCOMPARE(SchemaModel::fileBeside(file_ + ":train.tsv"), folder_.filePath("train.schema.json"));
}

QTEST_MAIN(TestSchemaModel)
#include "test_schema_model.moc"
