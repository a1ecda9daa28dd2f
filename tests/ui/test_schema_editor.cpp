// The editor of how a file is read, in the data view, by its fields and buttons.
#include "ui/models/schema_model.h"
#include "ui/schema_file.h"
#include "ui/style/theme.h"
#include "ui/views/data_view.h"
#include "ui/views/schema/schema_editor.h"
#include "ui/widgets/rows_view.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

class TestSchemaEditor : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void opensFromTheTable();
    void typeAppliesAtOnce();
    void errorIsOneSentenceAndTheTableStays();
    void missingValues();
    void binsShowTheirNames();
    void groupsOfValues();
    void orderOfValues();
    void rolesReachTheTask();
    void dialectIsCorrected();
    void undoAndBack();
    void savesAndLoads();
    void samplesAreAsTheyAre();

private:
    template <typename Type>
    Type *find(const char *name) const
    {
        return view_->findChild<Type *>(QLatin1StringView(name));
    }
    void open(const QString &file);
    void edit(const char *column);
    void choose(const char *box, const QString &text);
    void type(const char *field, const QString &text);
    void wait();
    const Column &column(const char *name) const { return session_->dataset()->table.columns[session_->dataset()->table.index_of(name)]; }
    QTableWidgetItem *becomes(const QString &value) const;

    QTemporaryDir folder_;
    QString file_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<DataView> view_;
};

void TestSchemaEditor::initTestCase()
{
    Theme::instance().setMode(Theme::Mode::light);
    file_ = writeSchemaFile(folder_);
}

void TestSchemaEditor::init()
{
    session_ = std::make_unique<Session>();
    view_ = std::make_unique<DataView>(*session_);
    view_->resize(900, 560);
    view_->show();
    open(file_);
    session_->setTask({{"sex"}, "granted", "yes"});
    QTest::mouseClick(find<QPushButton>("editSchemaButton"), Qt::LeftButton);
    wait();
    QVERIFY(find<QWidget>("schemaEditor")->isVisible());
}

void TestSchemaEditor::cleanup()
{
    view_.reset();
    session_.reset();
}

void TestSchemaEditor::open(const QString &file)
{
    session_->openDataset(file);
    wait();
}

void TestSchemaEditor::wait()
{
    QTRY_VERIFY_WITH_TIMEOUT(session_->dataset() && !session_->isLoading() && !session_->isProblemPending() && !view_->isComputing(), 20000);
    QCoreApplication::processEvents();
}

void TestSchemaEditor::edit(const char *name)
{
    view_->chooseColumn(session_->dataset()->table.index_of(name));
    wait();
    QCOMPARE(find<QLabel>("ruleColumnName")->text(), QLatin1StringView(name));
}

void TestSchemaEditor::choose(const char *name, const QString &text)
{
    auto *box = find<QComboBox>(name);
    QVERIFY2(box && box->isEnabled(), name);
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    emit box->activated(index);
    wait();
}

void TestSchemaEditor::type(const char *name, const QString &text)
{
    auto *field = find<QLineEdit>(name);
    QVERIFY2(field && field->isEnabled(), name);
    field->setFocus();
    field->selectAll();
    if (text.isEmpty())
        QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
    wait();
}

QTableWidgetItem *TestSchemaEditor::becomes(const QString &value) const
{
    auto *table = find<QTableWidget>("mergeTable");
    for (int row = 0; row < table->rowCount(); ++row)
        if (table->item(row, 0)->text() == value)
            return table->item(row, 2);
    return nullptr;
}

void TestSchemaEditor::opensFromTheTable()
{
    QTest::mouseClick(find<QPushButton>("closeSchemaButton"), Qt::LeftButton);
    QVERIFY(!find<QWidget>("schemaEditor")->isVisible());
    auto *columns = find<RowsView>("columnsView");
    const int age = int(session_->dataset()->table.index_of("age"));
    const QPoint at = columns->visualRect(columns->model()->index(age, 0)).center();
    QTest::mouseClick(columns->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(columns->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(find<QWidget>("schemaEditor")->isVisible());
    QCOMPARE(find<QLabel>("ruleColumnName")->text(), QStringLiteral("age"));
    QTRY_VERIFY(find<QLabel>("typeReason")->text().startsWith(u"Found: integer"));
    QTest::keyClick(find<QWidget>("schemaEditor"), Qt::Key_Escape);
    QVERIFY(!find<QWidget>("schemaEditor")->isVisible());
    QVERIFY(!find<QPushButton>("editSchemaButton")->isChecked());
}

void TestSchemaEditor::typeAppliesAtOnce()
{
    edit("age");
    choose("columnTypeBox", "category");
    QVERIFY(column("age").type == ColumnType::category);
    QCOMPARE(find<QLabel>("ruleColumnName")->text(), QStringLiteral("age"));
    QVERIFY(find<QLabel>("schemaMessage")->text().contains(u"400 rows"));
    QVERIFY((session_->task() == Task{{"sex"}, "granted", "yes"}));
}

void TestSchemaEditor::errorIsOneSentenceAndTheTableStays()
{
    const auto before = session_->dataset();
    edit("region");
    choose("columnTypeBox", "number");
    QVERIFY(session_->dataset() == before);
    auto *message = find<QLabel>("schemaMessage");
    QVERIFY(message->isVisible());
    QCOMPARE(message->property("look").toString(), QStringLiteral("error"));
    QVERIFY2(message->text().contains(u"column region is not a number"), qPrintable(message->text()));
    choose("columnTypeBox", "category");
    QVERIFY(message->property("look").toString() != u"error");
}

void TestSchemaEditor::missingValues()
{
    edit("age");
    type("columnMissingEdit", "-9");
    QCOMPARE(column("age").missing_count(), std::size_t(20));
    QVERIFY(find<QLabel>("missingCount")->text().startsWith(u"20 "));
    choose("columnPolicyBox", "leave the row out");
    QCOMPARE(session_->dataset()->table.rows(), std::size_t(380));
    auto *account = find<QLabel>("accountLine");
    QVERIFY(account->isVisible());
    QVERIFY2(account->text().contains(u"20 rows without a value left out"), qPrintable(account->text()));
}

void TestSchemaEditor::binsShowTheirNames()
{
    edit("age");
    auto *names = find<QLabel>("binNames");
    find<QLineEdit>("columnBinsEdit")->setText("60 25");
    QCOMPARE(names->property("look").toString(), QStringLiteral("error"));
    type("columnBinsEdit", "25 60");
    QVERIFY2(names->text().contains(u"25 to < 60"), qPrintable(names->text()));
    QCOMPARE(column("age").categories.size(), std::size_t(3));
    // bins can be merged as values can
    becomes("25 to < 60")->setText("grown");
    wait();
    QVERIFY(std::find(column("age").categories.begin(), column("age").categories.end(), "grown") != column("age").categories.end());
    type("columnBinsEdit", "");
    QVERIFY(column("age").type == ColumnType::number);
}

void TestSchemaEditor::groupsOfValues()
{
    edit("region");
    auto *table = find<QTableWidget>("mergeTable");
    QCOMPARE(table->rowCount(), 5);
    table->selectRow(0);
    table->selectionModel()->select(table->model()->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    find<QLineEdit>("groupName")->setText("here");
    QTest::mouseClick(find<QPushButton>("groupButton"), Qt::LeftButton);
    wait();
    QCOMPARE(column("region").categories.size(), std::size_t(3));
    QCOMPARE(table->rowCount(), 5); // the file's own values, still
    becomes("all others")->setText("there");
    wait();
    QCOMPARE(column("region").categories.size(), std::size_t(2));
}

void TestSchemaEditor::orderOfValues()
{
    edit("school");
    choose("columnTypeBox", "ordered");
    auto *list = find<QListWidget>("orderList");
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 3);
    const QString last = list->item(2)->text();
    list->setCurrentRow(2);
    QTest::mouseClick(find<QPushButton>("orderUpButton"), Qt::LeftButton);
    wait();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    wait();
    QCOMPARE(QString::fromStdString(column("school").categories.front()), last);
}

void TestSchemaEditor::rolesReachTheTask()
{
    edit("region");
    choose("columnRoleBox", "sensitive");
    QVERIFY((session_->task().sensitive == std::vector<std::string>{"sex", "region"}));
    edit("payout");
    choose("columnRoleBox", "ignored");
    QVERIFY(column("payout").role == Role::ignored);
    QVERIFY(session_->problem() != nullptr);
    edit("sex");
    choose("columnRoleBox", "identifier");
    QVERIFY((session_->task().sensitive == std::vector<std::string>{"region"}));
}

void TestSchemaEditor::dialectIsCorrected()
{
    view_->findChild<QWidget *>("schemaTabs")->findChildren<QPushButton *>().at(1)->click();
    QVERIFY(find<QComboBox>("dialectSeparator")->isVisible());
    QCOMPARE(find<QComboBox>("dialectSeparator")->currentText(), QStringLiteral("comma"));
    choose("dialectSeparator", "semicolon");
    QCOMPARE(session_->dataset()->table.columns.size(), std::size_t(1));
    QVERIFY(session_->task().target.empty());
    QTest::mouseClick(find<QPushButton>("undoSchemaButton"), Qt::LeftButton);
    wait();
    QCOMPARE(session_->dataset()->table.columns.size(), std::size_t(7));
    QVERIFY((session_->task() == Task{{"sex"}, "granted", "yes"}));
    choose("dialectHeader", "is a row");
    QCOMPARE(session_->dataset()->table.rows(), std::size_t(401));
    choose("dialectHeader", "names the columns");
    QCOMPARE(session_->dataset()->table.rows(), std::size_t(400));
    type("dialectMissing", "north");
    QVERIFY(column("region").missing_count() > 0);
}

void TestSchemaEditor::undoAndBack()
{
    auto *undo = find<QPushButton>("undoSchemaButton");
    QVERIFY(!undo->isEnabled());
    edit("age");
    choose("columnTypeBox", "category");
    edit("region");
    find<QSpinBox>("columnKeepBox")->setValue(2);
    wait();
    QCOMPARE(session_->dataset()->account.grouped_values > 0, true);
    QVERIFY(undo->isEnabled());
    QTest::mouseClick(find<QPushButton>("schemaBackButton"), Qt::LeftButton);
    wait();
    QVERIFY(column("age").type == ColumnType::number);
    QCOMPARE(session_->dataset()->account.grouped_values, std::size_t(0));
    QTest::mouseClick(undo, Qt::LeftButton);
    wait();
    QVERIFY(column("age").type == ColumnType::category);
}

void TestSchemaEditor::savesAndLoads()
{
    auto *editor = view_->findChild<SchemaEditor *>();
    edit("region");
    becomes("north")->setText("cold");
    wait();
    becomes("east")->setText("cold");
    wait();
    const QString saved = SchemaModel::fileBeside(file_);
    QVERIFY(editor->saveTo(saved));
    QTest::mouseClick(find<QPushButton>("schemaBackButton"), Qt::LeftButton);
    wait();
    QCOMPARE(column("region").categories.size(), std::size_t(4));
    editor->loadFrom(saved);
    wait();
    QCOMPARE(column("region").categories.size(), std::size_t(3));
    QFile bad(folder_.filePath("bad.json"));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("{\"colums\": {}}");
    bad.close();
    editor->loadFrom(bad.fileName());
    QVERIFY2(find<QLabel>("schemaMessage")->text().contains(u"colums"), qPrintable(find<QLabel>("schemaMessage")->text()));
    QVERIFY(!editor->saveTo(folder_.filePath("no/such/folder.json")));
    QFile::remove(saved);
}

void TestSchemaEditor::samplesAreAsTheyAre()
{
    open("sample:hiring");
    QVERIFY(!find<QPushButton>("editSchemaButton")->isEnabled());
    QVERIFY(!find<QWidget>("schemaEditor")->isVisible());
    QVERIFY(!find<QLabel>("accountLine")->text().contains(u"left out"));
}

QTEST_MAIN(TestSchemaEditor)
#include "test_schema_editor.moc"
