// What can be opened, what is found out about it, and how that is corrected before.
#include "core/data/recipe_json.h"
#include "real_data.h"
#include "ui/models/pictures_model.h"
#include "ui/models/schema_model.h"
#include "ui/schema_file.h"
#include "ui/style/theme.h"
#include "ui/widgets/pictures/picture_grid.h"
#include "ui/widgets/rows_view.h"
#include "ui/window/main_window.h"
#include "ui/window/open_data_dialog.h"
#include "ui/window/opening.h"
#include "ui/workers/session.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

class TestOpenDataDialog : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void showsWhatWasFound();
    void correctionsCount();
    void utf16AndPackedFiles();
    void databaseHasTables();
    void badLinesAreSaid();
    void schemaBesideTheFile();
    void testFileBesideTheFile();
    void recentFilesRememberAll();
    void foldersOfPictures();
    void digitsAreColoured();
    void windowSaysTheSchema();
    void windowSaysAWrongSchema();

private:
    QString write(const QString &name, const QByteArray &text) const;
    void choose(OpenDataDialog &dialog, const QString &file) const;
    void wait(OpenDataDialog &dialog) const { QTRY_VERIFY_WITH_TIMEOUT(!dialog.isComputing(), 20000); }
    static QString found(const OpenDataDialog &dialog) { return dialog.findChild<QLabel *>("foundDialect")->text(); }
    static int columns(const OpenDataDialog &dialog) { return dialog.findChild<RowsView *>("openPreview")->model()->columnCount(); }

    QTemporaryDir folder_;
};

void TestOpenDataDialog::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("FairloomTest"));
    QCoreApplication::setApplicationName(QStringLiteral("test_open_data_dialog"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    QSettings().clear();
    Theme::instance().setMode(Theme::Mode::light);
}

QString TestOpenDataDialog::write(const QString &name, const QByteArray &text) const
{
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return file.fileName();
}

void TestOpenDataDialog::choose(OpenDataDialog &dialog, const QString &file) const
{
    dialog.findChild<QLineEdit *>("dataPathEdit")->setText(file);
    wait(dialog);
}

void TestOpenDataDialog::showsWhatWasFound()
{
    OpenDataDialog dialog;
    dialog.show();
    choose(dialog, write("weights.csv", "name;weight;town\nann;61,5;Lund\nbo;80,25;Umea\nci;70,0;Lund\n"));
    QVERIFY2(found(dialog).contains(u"semicolon, quotes \", decimal comma, header"), qPrintable(found(dialog)));
    QCOMPARE(columns(dialog), 3);
    QCOMPARE(dialog.findChild<RowsView *>("openPreview")->model()->rowCount(), 3);
    QVERIFY(dialog.chosen().corrections.isEmpty());
    choose(dialog, "");
    QCOMPARE(columns(dialog), 0);
}

void TestOpenDataDialog::correctionsCount()
{
    OpenDataDialog dialog;
    dialog.show();
    choose(dialog, write("odd.csv", "a|b;c\n1|2;3\n4|5;6\n7|8;9\n"));
    dialog.findChild<QPushButton *>("correctDialectButton")->click();
    auto *separator = dialog.findChild<QComboBox *>("dialectSeparator");
    QVERIFY(separator->isVisible());
    const int bar = separator->findData("|");
    separator->setCurrentIndex(bar);
    emit separator->activated(bar);
    wait(dialog);
    QCOMPARE(columns(dialog), 2);
    auto *header = dialog.findChild<QComboBox *>("dialectHeader");
    header->setCurrentIndex(1);
    emit header->activated(1);
    wait(dialog);
    QCOMPARE(dialog.findChild<RowsView *>("openPreview")->model()->rowCount(), 4);

    NoProgress quiet;
    const RecentFile file = dialog.chosen();
    const auto data = open_dataset(file.source.toStdString(), toOptions(file), quiet, {});
    QCOMPARE(data->table.columns.size(), std::size_t(2));
    QCOMPARE(data->table.rows(), std::size_t(4));

    OpenDataDialog again(file); // as it was chosen before
    wait(again);
    QCOMPARE(columns(again), 2);
    QCOMPARE(again.chosen(), file);
}

void TestOpenDataDialog::utf16AndPackedFiles()
{
    const QString text = QStringLiteral("namn,ort\nÅsa,Malmö\nBo,Lund\nEva,Kiruna\n");
    OpenDataDialog dialog;
    dialog.show();
    QByteArray bytes("\xff\xfe", 2);
    bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    choose(dialog, write("wide.txt", bytes));
    QVERIFY2(found(dialog).contains(u"utf-16le"), qPrintable(found(dialog)));
    QCOMPARE(dialog.findChild<RowsView *>("openPreview")->model()->index(0, 1).data().toString(), QStringLiteral("Malmö"));
    choose(dialog, write("rows.jsonl", "{\"a\": 1, \"b\": \"x\"}\n{\"a\": 2, \"b\": \"y\"}\n"));
    QVERIFY(found(dialog).contains(u"JSON"));
    QCOMPARE(columns(dialog), 2);

    const QString gzip = QStandardPaths::findExecutable("gzip");
    if (gzip.isEmpty())
        QSKIP("no gzip");
    const QString plain = write("packed.csv", text.toUtf8());
    QCOMPARE(QProcess::execute(gzip, {"-f", plain}), 0);
    choose(dialog, plain + ".gz");
    QVERIFY2(found(dialog).contains(u"gzip"), qPrintable(found(dialog)));
    QCOMPARE(columns(dialog), 2);
}

void TestOpenDataDialog::databaseHasTables()
{
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty())
        QSKIP("no python3 to make a database with");
    const QString file = folder_.filePath("register.db");
    QCOMPARE(QProcess::execute(python, {"-c",
                                        "import sqlite3,sys\n"
                                        "d=sqlite3.connect(sys.argv[1])\n"
                                        "d.execute('create table cases(id integer, outcome text)')\n"
                                        "d.executemany('insert into cases values(?,?)',[(i,'ab'[i%2]) for i in range(9)])\n"
                                        "d.execute('create table people(name text, age integer, town text)')\n"
                                        "d.executemany('insert into people values(?,?,?)',[('p%d'%i,i,'x') for i in range(9)])\n"
                                        "d.commit()\n",
                                        file}),
             0);
    OpenDataDialog dialog;
    dialog.show();
    choose(dialog, file);
    wait(dialog);
    auto *part = dialog.findChild<QComboBox *>("partCombo");
    QTRY_VERIFY(part->isVisible());
    QCOMPARE(part->count(), 2);
    QTRY_COMPARE(columns(dialog), 2);
    part->setCurrentIndex(1);
    emit part->activated(1);
    wait(dialog);
    QCOMPARE(columns(dialog), 3);
    QCOMPARE(dialog.chosen().source, file + ":people");
    NoProgress quiet;
    QCOMPARE(open_dataset(dialog.chosen().source.toStdString(), toOptions(dialog.chosen()), quiet, {})->table.rows(), std::size_t(9));
}

void TestOpenDataDialog::badLinesAreSaid()
{
    const QString file = write("ragged.csv", "a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11\n");
    OpenDataDialog dialog;
    dialog.show();
    choose(dialog, file);
    QVERIFY2(found(dialog).contains(u"line 3 has 2 fields where 3 are expected"), qPrintable(found(dialog)));
    auto *bad = dialog.findChild<QComboBox *>("dialectBadLines");
    bad->setCurrentIndex(1);
    emit bad->activated(1);
    wait(dialog);
    NoProgress quiet;
    const auto data = open_dataset(file.toStdString(), toOptions(dialog.chosen()), quiet, {});
    QCOMPARE(data->account.bad_lines, std::size_t(1));
}

void TestOpenDataDialog::schemaBesideTheFile()
{
    const QString file = writeSchemaFile(folder_);
    write("loans.schema.json", "{\"columns\": {\"region\": {\"merge\": {\"north\": \"cold\", \"east\": \"cold\"}}}}");
    OpenDataDialog dialog;
    dialog.show();
    choose(dialog, file);
    QVERIFY(dialog.findChild<QLabel *>("recognisedRecipe")->text().contains(u"loans.schema.json"));
    const RecentFile chosen = dialog.chosen();
    QCOMPARE(chosen.schema, folder_.filePath("loans.schema.json"));
    NoProgress quiet;
    const auto data = open_dataset(chosen.source.toStdString(), toOptions(chosen), quiet, {});
    QCOMPARE(data->table.columns[data->table.index_of("region")].categories.size(), std::size_t(3));
    auto *recipe = dialog.findChild<QComboBox *>("recipeCombo");
    recipe->setCurrentIndex(0); // it can be left out
    QVERIFY(dialog.chosen().schema.isEmpty());
}

void TestOpenDataDialog::testFileBesideTheFile()
{
    const QByteArray row = "39, State-gov, 77516, Bachelors, 13, Never-married, Adm-clerical, Not-in-family, White, Male, 2174, 0, 40, United-States, <=50K";
    const QString training = write("people.data", row + "\n"), test = write("people.test", "|1x3 Cross validator\n" + row + ".\n");
    const QString other = write("train.csv", row + "\n"), alone = write("constrained.csv", row + "\n");
    write("test.csv", "a,b\n1,2\n"); // is something else
    write("constestd.csv", row + "\n");

    OpenDataDialog dialog;
    dialog.show();
    auto *field = dialog.findChild<QLineEdit *>("testPathEdit");
    auto *recognised = dialog.findChild<QLabel *>("recognisedRecipe");
    choose(dialog, training);
    QCOMPARE(QDir::fromNativeSeparators(field->text()), test);
    QVERIFY2(recognised->text().contains(u"people.test"), qPrintable(recognised->text()));
    for (const QString &file : {other, alone}) { // the suggestion goes with its file
        choose(dialog, file);
        QCOMPARE(dialog.chosen().recipe, QStringLiteral("adult"));
        QCOMPARE(field->text(), QString());
    }
    field->setText(training); // what somebody chose stays
    choose(dialog, training);
    QCOMPARE(field->text(), training);

    OpenDataDialog again(RecentFile{training, {}, QStringLiteral("adult")}); // without one, as it was chosen before
    wait(again);
    QCOMPARE(again.findChild<QLineEdit *>("testPathEdit")->text(), QString());
    QVERIFY(!again.findChild<QLabel *>("recognisedRecipe")->text().contains(u"people.test"));
    QCOMPARE(fairloom::ui::recognised(training).test, test); // as the window opens a dropped file
}

void TestOpenDataDialog::recentFilesRememberAll()
{
    const RecentFile file{writeSchemaFile(folder_), {}, {}, folder_.filePath("loans.schema.json"), "{\"bad_lines\": \"skip\"}"};
    preferences::addRecentFile(file);
    QCOMPARE(preferences::recentFiles().first(), file);
    QVERIFY(toOptions(file).schema->skip_bad_lines);
}

void TestOpenDataDialog::foldersOfPictures()
{
    const QString folder = folder_.filePath("drawn");
    QVERIFY(QDir().mkpath(folder));
    for (int i = 0; i < 20; ++i) {
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(i % 2 == 0 ? Qt::red : Qt::blue);
        QVERIFY(image.save(QStringLiteral("%1/%2-%3.png").arg(folder, i % 2 == 0 ? "warm" : "cold").arg(i)));
    }
    OpenDataDialog dialog;
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    choose(dialog, folder + "/"); // as completion leaves it
    auto *grid = dialog.findChild<PictureGrid *>("openPreview");
    QVERIFY(grid && grid->isVisible());
    QCOMPARE(grid->model()->rowCount(), 20); // without labels, but there they are
    const auto *sentence = dialog.findChild<QLabel *>("foundDialect");
    QCOMPARE(sentence->property("look").toString(), QString("warning"));

    dialog.findChild<QPushButton *>("correctDialectButton")->click();
    auto *pattern = dialog.findChild<QLineEdit *>("pictureNamePattern");
    QVERIFY(pattern->isVisible() && !dialog.findChild<QWidget *>("colourStrength")->isVisible());
    pattern->setFocus(); // Tab ends the editing of what has the focus
    QTRY_VERIFY(pattern->hasFocus());
    QTest::keyClicks(pattern, "[feeling]-[number]");
    emit pattern->editingFinished();
    wait(dialog);
    QVERIFY2(found(dialog).contains("20 pictures") && found(dialog).contains("names"), qPrintable(found(dialog)));
    QCOMPARE(sentence->property("look").toString(), QString("muted"));
    QVERIFY(grid->model()->index(0, 0).data(PicturesModel::LabelRole).toString().startsWith("cold"));

    NoProgress quiet;
    const RecentFile file = dialog.chosen();
    QCOMPARE(file.source, folder);
    const auto data = open_dataset(file.source.toStdString(), toOptions(file), quiet, {});
    QCOMPARE(data->table.rows(), std::size_t(20));
    QVERIFY(data->table.find("feeling") >= 0 && data->table.picture_column());

    OpenDataDialog again(file); // as it was chosen before
    wait(again);
    QCOMPARE(again.findChild<QLineEdit *>("pictureNamePattern")->text(), QString("[feeling]-[number]"));
    QCOMPARE(again.chosen(), file);

    choose(again, write("back.csv", "a,b\n1,2\n3,4\n")); // a table in its place
    QCOMPARE(columns(again), 2);
    QVERIFY(again.chosen().corrections.isEmpty());
}

void TestOpenDataDialog::digitsAreColoured()
{
    const QString file = QString::fromStdString(test::real_data("mnist/t10k-images-idx3-ubyte.gz").string());
    if (file.isEmpty())
        QSKIP("MNIST is not here: set FAIRLOOM_DATA_DIR");
    OpenDataDialog dialog;
    dialog.show();
    choose(dialog, file);
    QCOMPARE(dialog.findChild<QComboBox *>("recipeCombo")->currentData().toString(), QString("mnist"));
    QVERIFY2(found(dialog).contains("10,000 pictures"), qPrintable(found(dialog)));
    auto *grid = dialog.findChild<PictureGrid *>("openPreview");
    QVERIFY(grid && grid->isVisible());
    QCOMPARE(dialog.findChild<QLabel *>("pictureCount")->text(), QStringLiteral("%1 of 10,000").arg(grid->model()->rowCount()));
    dialog.findChild<QPushButton *>("correctDialectButton")->click();
    auto *strength = dialog.findChild<QDoubleSpinBox *>("colourStrength");
    QVERIFY(strength->isVisible());
    QCOMPARE(strength->value(), 0.9);
    strength->setValue(1);
    wait(dialog);
    const PicturesModel *model = grid->pictures();
    for (int i = 0; i < model->rowCount(); ++i) { // now an even digit is red, whatever the seed
        QMap<QString, QString> labels;
        for (const auto &[column, value] : model->labelsOf(i))
            labels[column] = value;
        QCOMPARE(labels["colour"], QString(labels["parity"] == "even" ? "red" : "green"));
    }
    NoProgress quiet;
    const auto data = open_dataset(dialog.chosen().source.toStdString(), toOptions(dialog.chosen()), quiet, {});
    QCOMPARE(data->schema.pictures->colouring->strength, 1.0);
    QCOMPARE(data->suggested_target, std::string("parity"));
}

void TestOpenDataDialog::windowSaysTheSchema()
{
    Session session;
    MainWindow window(session);
    window.show();
    window.openSource(writeSchemaFile(folder_));
    QTRY_VERIFY_WITH_TIMEOUT(session.dataset() && !session.isLoading(), 20000);
    auto *notice = window.findChild<QLabel *>("noticeText");
    QTRY_VERIFY2(notice->text().contains(u"loans.schema.json"), qPrintable(notice->text()));
    QCOMPARE(preferences::recentFiles().first().schema, folder_.filePath("loans.schema.json"));
}

void TestOpenDataDialog::windowSaysAWrongSchema()
{
    write("loans.schema.json", "{\"columns\": [");
    Session session;
    MainWindow window(session);
    window.show();
    window.openSource(writeSchemaFile(folder_));
    auto *notice = window.findChild<QLabel *>("noticeText");
    QTRY_VERIFY2(notice->text().contains(u"JSON"), qPrintable(notice->text()));
    QVERIFY(!session.dataset());
    QFile::remove(folder_.filePath("loans.schema.json"));
}

QTEST_MAIN(TestOpenDataDialog)
#include "test_open_data_dialog.moc"
