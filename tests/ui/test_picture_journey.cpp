// What somebody does who has a folder of pictures: opens it, corrects how it is read, looks at the pictures, says what is sensitive and what is
// decided, trains, watches the strip, reads every view and takes the results away. Steps follow each other and share one window.
#include "ui/window_driver.h"

#include "core/data/picture_set.h"
#include "ui/models/audit_figures.h"
#include "ui/models/audit_model.h"
#include "ui/models/pictures_model.h"
#include "ui/views/data_view.h"
#include "ui/views/samples_view.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/interval_plot.h"
#include "ui/widgets/pictures/picture_details.h"
#include "ui/widgets/pictures/picture_grid.h"
#include "ui/widgets/pictures/picture_sheet.h"
#include "ui/window/open_data_dialog.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QTableView>
#include <QTemporaryDir>

using namespace fairloom;
using namespace fairloom::ui;
using State = RunEntry::State;

namespace {

constexpr int pictures = 300;

/// A disc or a square, red or blue, at another place and of another size each time.
QImage draw(bool disc, bool red, QRandomGenerator &random)
{
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(QColor(20, 20, 20));
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(red ? QColor(220, 40, 40) : QColor(40, 60, 220));
    const int size = 16 + int(random.bounded(12)), x = int(random.bounded(38 - size)), y = int(random.bounded(38 - size));
    if (disc)
        painter.drawEllipse(x, y, size, size);
    else
        painter.drawRect(x, y, size, size);
    return image;
}

} // namespace

class TestPictureJourney : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { driver_.reset(); }
    void looksBeforeOpening();
    void opensTheFolder();
    void dataViewShowsPictures();
    void namesWhatIsLeftOut();
    void saysWhatIsSensitiveAndDecided();
    void filtersByGroupAndLabel();
    void trainsAndWatchesTheStrip();
    void samplesViewShowsPictures();
    void auditShowsTheResult();
    void compareShowsTheResult();
    void exportsPictures();
    void judgesPicturesOfAnotherTool();
    void tablesComeBack();

private:
    template <typename Type>
    Type *find(const char *name) const
    {
        return driver_->find<Type>(QLatin1StringView(name));
    }
    void goTo(MainWindow::View view);
    bool writeFolder();

    QTemporaryDir settings_, data_, out_;
    QString folder_;
    std::unique_ptr<WindowDriver> driver_;
    const RunEntry *run_ = nullptr; ///< once it has ended well
};

bool TestPictureJourney::writeFolder()
{
    folder_ = data_.filePath(QStringLiteral("shapes"));
    if (!QDir().mkpath(folder_))
        return false;
    QRandomGenerator random(7);
    QFile labels(QDir(folder_).filePath(QStringLiteral("labels.csv")));
    if (!labels.open(QIODevice::WriteOnly))
        return false;
    labels.write("file,colour,shape,artist\n");
    for (int i = 0; i < pictures; ++i) {
        const bool disc = i % 2 == 0, red = random.bounded(10) < 8 ? disc : !disc; // colour tells the shape
        const QString name = QStringLiteral("shape%1.png").arg(i, 3, 10, QLatin1Char('0'));
        if (!draw(disc, red, random).save(QDir(folder_).filePath(name)))
            return false;
        labels.write(QStringLiteral("%1,%2,%3,%4\n").arg(name, red ? "red" : "blue", disc ? "disc" : "square", i % 3 == 0 ? "ann" : "bo").toUtf8());
    }
    labels.write("broken.png,red,disc,ann\ngone.png,red,disc,ann\n");
    QFile broken(QDir(folder_).filePath(QStringLiteral("broken.png")));
    return broken.open(QIODevice::WriteOnly) && broken.write("this is no picture") > 0;
}

void TestPictureJourney::initTestCase()
{
    WindowDriver::prepareApplication(QStringLiteral("test_picture_journey"), settings_.path());
    QVERIFY(writeFolder());
    driver_ = std::make_unique<WindowDriver>();
    QVERIFY(QTest::qWaitForWindowExposed(&driver_->window));
}

void TestPictureJourney::looksBeforeOpening()
{
    driver_->window.openSource(folder_); // as if it was dropped
    auto *dialog = find<OpenDataDialog>("openDataDialog");
    QVERIFY(dialog && dialog->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isComputing(), 20000);
    auto *grid = dialog->findChild<PictureGrid *>("openPreview");
    QVERIFY(grid && grid->isVisible());
    QVERIFY(grid->model()->rowCount() >= 12 && grid->model()->rowCount() <= 50);
    const QString found = dialog->findChild<QLabel *>("foundDialect")->text();
    QVERIFY2(found.contains("301 pictures") && found.contains("labels.csv"), qPrintable(found));
    // the labels of a picture that is looked at
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->visualRect(grid->model()->index(0, 0)).center());
    auto *details = dialog->findChild<PictureDetails *>();
    QTRY_VERIFY(details->isVisible());
    QVERIFY2(details->accessibleDescription().contains("shape: disc"), qPrintable(details->accessibleDescription()));
    dialog->reject();
    QTRY_VERIFY(!find<OpenDataDialog>("openDataDialog"));
}

void TestPictureJourney::opensTheFolder()
{
    find<QAction>("openDataAction")->trigger();
    auto *dialog = find<OpenDataDialog>("openDataDialog");
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>("dataPathEdit"), folder_);
    auto *open = dialog->findChild<QPushButton *>("openDataButton");
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isComputing() && open->isEnabled(), 20000);
    QTest::mouseClick(dialog->findChild<QPushButton *>("correctDialectButton"), Qt::LeftButton);
    auto *size = dialog->findChild<QComboBox *>("pictureSize");
    QTRY_VERIFY(size->isVisible());
    QCOMPARE(size->currentData().toInt(), 32);
    QTest::keyClick(size, Qt::Key_Up);
    QCOMPARE(size->currentData().toInt(), 28);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isComputing(), 20000);
    QCOMPARE(dialog->findChild<PictureGrid *>("openPreview")->pictures()->image(0).size(), QSize(28, 28));
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.dataset() != nullptr, 60000);
    const Table &table = driver_->session.dataset()->table;
    QCOMPARE(table.rows(), std::size_t(pictures));
    QVERIFY(table.picture_column());
    QCOMPARE(table.picture_column()->pictures->width, 28);
    QCOMPARE(find<QLabel>("datasetName")->text(), QStringLiteral("shapes"));
    QCOMPARE(preferences::recentFiles().value(0).source, folder_);
}

void TestPictureJourney::dataViewShowsPictures()
{
    QCOMPARE(driver_->window.view(), MainWindow::DataPage);
    const auto *view = find<DataView>("dataView"); // the samples view has pictures too
    auto *grid = view->findChild<PictureGrid *>("pictureGrid");
    QVERIFY(grid && grid->isVisible());
    QCOMPARE(grid->model()->rowCount(), pictures);
    QCOMPARE(view->findChild<QLabel *>("pictureCount")->text(), QStringLiteral("300 pictures"));
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->visualRect(grid->model()->index(1, 0)).center());
    auto *details = view->findChild<PictureDetails *>("pictureDetails");
    QTRY_VERIFY(details->isVisible());
    QVERIFY2(details->accessibleDescription().endsWith("shape: square, artist: bo"), qPrintable(details->accessibleDescription()));
    QTest::keyClick(grid, Qt::Key_Escape);
    QVERIFY(!details->isVisible());
}

void TestPictureJourney::namesWhatIsLeftOut()
{
    auto *line = find<QLabel>("accountLine");
    QVERIFY2(line->isVisible() && line->accessibleName().contains("2 pictures left out"), qPrintable(line->accessibleName()));
    emit line->linkActivated(QStringLiteral("pictures"));
    auto *text = find<QPlainTextEdit>("accountDetailsText");
    QVERIFY(text);
    const QString names = text->toPlainText();
    QVERIFY2(names.contains("broken.png: ") && names.contains("gone.png: ") && names.count(u'\n') == 1, qPrintable(names));
    text->window()->close();
}

void TestPictureJourney::saysWhatIsSensitiveAndDecided()
{
    driver_->toggleSensitive(QStringLiteral("colour"));
    driver_->chooseByTyping(QStringLiteral("targetBox"), QStringLiteral("shape"));
    driver_->chooseByTyping(QStringLiteral("positiveBox"), QStringLiteral("disc"));
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.canTrain(), 60000);
    const Problem &problem = *driver_->session.problem();
    QCOMPARE(problem.groups.size(), std::size_t(2));
    QCOMPARE(problem.train.rows() + problem.test.rows(), std::size_t(pictures));
    driver_->typeNumber(QStringLiteral("setting_teacher_epochs"), 12);
    driver_->typeNumber(QStringLiteral("setting_student_epochs"), 4);
}

void TestPictureJourney::filtersByGroupAndLabel()
{
    auto *view = find<DataView>("dataView");
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing(), 60000);
    const Table &table = driver_->session.dataset()->table;
    const Column &colour = table.columns[table.index_of("colour")], &shape = table.columns[table.index_of("shape")];
    int red = 0, redDiscs = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        red += colour.text(row) == "red";
        redDiscs += colour.text(row) == "red" && shape.text(row) == "disc";
    }
    auto *group = view->findChild<QComboBox *>("pictureGroupFilter"); // the samples view has such filters too
    QCOMPARE(group->itemText(2), QStringLiteral("red (%1)").arg(red));
    group->setCurrentIndex(2);
    auto *label = view->findChild<QComboBox *>("pictureLabelFilter");
    label->setCurrentIndex(label->findText(QStringLiteral("disc (150)")));
    QCOMPARE(view->findChild<QLabel *>("pictureCount")->text(), QStringLiteral("%1 of 300").arg(redDiscs));
    QCOMPARE(find<PictureGrid>("pictureGrid")->model()->rowCount(), redDiscs);
    // the same figures as beside it
    auto *rates = find<BarChart>("baseRatePlot");
    QVERIFY(rates->isVisible());
    QCOMPARE(rates->numbersAsText().split(u'\n', Qt::SkipEmptyParts).size(), 3);
    group->setCurrentIndex(0);
    label->setCurrentIndex(0);
}

void TestPictureJourney::trainsAndWatchesTheStrip()
{
    std::vector<double> epochs; // of the strips that were on screen while the teacher trained
    QObject watcher;
    connect(&driver_->session, &Session::tick, &watcher, [&] {
        const auto strip = driver_->session.currentRun()->monitor->strip();
        auto *sheet = find<PictureSheet>("pictureStrip");
        if (strip && sheet->isVisible() && sheet->content().pictures && (epochs.empty() || epochs.back() != strip->epoch))
            epochs.push_back(strip->epoch);
    });
    driver_->click(QStringLiteral("trainButton"));
    QVERIFY(driver_->session.activeRun());
    QVERIFY(!find<PictureSheet>("pictureStrip")->isVisible()); // there is none yet
    QTRY_VERIFY_WITH_TIMEOUT(!driver_->session.activeRun(), 300000);
    const RunEntry *run = driver_->session.currentRun();
    QVERIFY2(run->state == State::done && run->outcome, qPrintable(run->error));
    QVERIFY2(!epochs.empty(), "no strip was seen while the run trained");

    auto *sheet = find<PictureSheet>("pictureStrip");
    QVERIFY(sheet->isVisible());
    const auto strip = run->monitor->strip();
    QCOMPARE(sheet->content().columns, strip->columns);
    QCOMPARE(sheet->rows(), int(strip->rows.size()));
    QCOMPARE(sheet->rows(), 4); // original, reconstruction, two groups
    QVERIFY(sheet->content().pictures->bytes == strip->pictures.bytes);
    QVERIFY(sheet->rect().contains(sheet->pictureRect(3, strip->columns - 1)));
    run_ = run;
}

void TestPictureJourney::goTo(MainWindow::View view)
{
    QVERIFY2(run_, "the run before did not end well");
    driver_->goTo(view);
}

void TestPictureJourney::samplesViewShowsPictures()
{
    goTo(MainWindow::SamplesPage);
    auto *view = find<SamplesView>("samplesView");
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing(), 120000);
    auto *real = find<PictureGrid>("realPictures"), *generated = find<PictureGrid>("generatedPictures");
    QVERIFY(real->isVisible() && generated->isVisible());
    QCOMPARE(real->model()->rowCount(), int(run_->outcome->problem->train.rows()));
    QCOMPARE(generated->model()->rowCount(), int(run_->outcome->synthetic->rows()));
    const Column &drawn = *run_->outcome->synthetic->picture_column();
    const QImage shown = generated->pictures()->image(3);
    QCOMPARE(shown.constBits(), drawn.pictures->picture(std::size_t(drawn.codes[3])).data());
    QVERIFY(generated->model()->index(3, 0).data(PicturesModel::GroupRole).toInt() >= 0);

    auto *nearest = find<PictureSheet>("nearestPictures");
    QVERIFY(nearest->isVisible());
    QCOMPARE(nearest->rows(), 2);
    QCOMPARE(nearest->content().columns, 7);
    // one generated picture beside those nearest to it
    QTest::mouseClick(generated->viewport(), Qt::LeftButton, {}, generated->visualRect(generated->model()->index(2, 0)).center());
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing() && nearest->rows() == 1, 60000);
    const auto first = nearest->content().pictures->picture(0);
    const auto expected = drawn.pictures->picture(std::size_t(drawn.codes[2]));
    QVERIFY(std::equal(first.begin(), first.end(), expected.begin(), expected.end()));

    // one latent for every group: the original, its reconstruction, two groups
    auto *flips = find<PictureSheet>("flippedPictures");
    QCOMPARE(flips->content().columns, 4);
    QCOMPARE(flips->rows(), 3);
    QTest::mouseClick(real->viewport(), Qt::LeftButton, {}, real->visualRect(real->model()->index(4, 0)).center());
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing(), 60000);
    const auto original = flips->content().pictures->picture(0);
    const QImage chosen = real->pictures()->image(4);
    QVERIFY(std::equal(original.begin(), original.end(), chosen.constBits()));
    const auto asBlue = flips->content().pictures->picture(2), asRed = flips->content().pictures->picture(3);
    QVERIFY(!std::equal(asBlue.begin(), asBlue.end(), asRed.begin()));
    auto *path = find<PictureSheet>("picturePath");
    QCOMPARE(path->rows(), 1);
    QCOMPARE(path->content().columns, 11);
    const auto end = path->content().pictures->picture(10);
    QVERIFY(std::equal(end.begin(), end.end(), chosen.constBits())); // the way ends with what was chosen last

    // new ones of a group and a label
    auto *group = find<QWidget>("pictureSamples")->findChildren<QComboBox *>("pictureGroupFilter").at(1);
    auto *label = find<QWidget>("pictureSamples")->findChildren<QComboBox *>("pictureLabelFilter").at(1);
    group->setCurrentIndex(2);
    label->setCurrentIndex(1);
    driver_->click(QStringLiteral("drawMoreButton"));
    QTRY_VERIFY_WITH_TIMEOUT(!view->isComputing(), 60000);
    QCOMPARE(generated->model()->rowCount(), 60);
    for (int i = 0; i < 60; ++i)
        QCOMPARE(generated->model()->index(i, 0).data(PicturesModel::GroupRole).toInt(), 1);
    QVERIFY(!find<QPushButton>("exportButton")->isVisible()); // they are not the run's
    driver_->click(QStringLiteral("backToRunButton"));
    QCOMPARE(generated->model()->rowCount(), int(run_->outcome->synthetic->rows()));
}

void TestPictureJourney::auditShowsTheResult()
{
    goTo(MainWindow::AuditPage);
    QStringList names;
    const auto *model = find<QTableView>("auditTable")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data(AuditModel::sourceRole).toString();
    QCOMPARE(names, (QStringList{"real", "teacher", "student"}));
    auto *classifiers = find<ChipGroup>("classifierChips");
    QStringList chips;
    for (const QPushButton *chip : classifiers->findChildren<QPushButton *>())
        chips << chip->text();
    QVERIFY2(chips.contains("XGBoost") && chips.contains("CNN") && !chips.contains("Logistic"), qPrintable(chips.join(u' ')));
    for (const char *classifier : {"xgboost", "cnn"}) {
        classifiers->setCurrent(int(chips.indexOf(AuditFigures::classifierChip(classifier))));
        for (int row = 0; row < names.size(); ++row) {
            const std::string name = names[row].toStdString();
            const auto &judged = run_->outcome->result.source(name)->protocols.at(name == "real" ? "trtr" : "tstr").at(classifier);
            QCOMPARE(model->index(row, AuditModel::accuracy).data(AuditModel::valueRole).toDouble(), *judged.utility.accuracy.value);
        }
    }
    QVERIFY(find<QLabel>("inWords")->text().contains("convolutional network"));
    QVERIFY(find<IntervalPlot>("dprPlot")->isVisible());
}

void TestPictureJourney::compareShowsTheResult()
{
    goTo(MainWindow::ComparePage);
    QCOMPARE(find<QTableView>("compareTable")->model()->rowCount(), 1);
    QVERIFY(find<Plot>("compareCurves")->graphCount() == 1);
}

void TestPictureJourney::exportsPictures()
{
    QVERIFY2(run_, "the run before did not end well");
    driver_->exportBy("exportRowsAction", out_.path());
    driver_->exportBy("exportReportAction", QDir(out_.path()).filePath(QStringLiteral("report.html")));
    const QDir folder(QDir(out_.path()).filePath(run_->name + QStringLiteral("-synthetic")));
    const int rows = int(run_->outcome->synthetic->rows());
    QFile labels(folder.filePath(QStringLiteral("labels.csv")));
    QVERIFY(labels.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = labels.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), rows + 1);
    int found = 0;
    for (int i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> fields = lines[i].trimmed().split(',');
        const QImage image(folder.filePath(QString::fromUtf8(fields[0])));
        found += image.size() == QSize(28, 28);
        QVERIFY(fields.contains("red") || fields.contains("blue"));
        QVERIFY(fields.contains("disc") || fields.contains("square"));
    }
    QCOMPARE(found, rows);
    // pixel by pixel what was generated
    const Column &drawn = *run_->outcome->synthetic->picture_column();
    const QImage file = QImage(folder.filePath(QString::fromStdString(drawn.text(5)))).convertToFormat(QImage::Format_RGB888);
    QCOMPARE(file, imageOf(*drawn.pictures, std::size_t(drawn.codes[5])));
    const QImage sheet(QDir(out_.path()).filePath(run_->name + QStringLiteral("-synthetic.png")));
    QVERIFY(sheet.width() >= 28 * 10 && sheet.height() >= 28);
}

void TestPictureJourney::judgesPicturesOfAnotherTool()
{
    QVERIFY2(run_, "the run before did not end well");
    find<QAction>("judgeRowsAction")->trigger();
    auto *dialog = find<QDialog>("judgeRowsDialog");
    QVERIFY(dialog);
    auto *judge = dialog->findChild<QPushButton *>("judgeButton");
    auto *place = dialog->findChild<QLineEdit *>("judgePathEdit");
    QVERIFY(place->placeholderText().contains("folder of pictures"));
    place->setText(QDir(out_.path()).filePath(run_->name + QStringLiteral("-synthetic")));
    QTRY_VERIFY_WITH_TIMEOUT(judge->isEnabled(), 60000);
    QVERIFY(dialog->findChild<QLabel *>("matchFound")->text().startsWith("3 of 3"));
    QTest::mouseClick(judge, Qt::LeftButton);
    const RunEntry &imported = *driver_->session.runs().front();
    QTRY_VERIFY_WITH_TIMEOUT(imported.state == RunEntry::State::done, 300000);
    QVERIFY(imported.outcome->result.source("imported")->protocols.at("tstr").contains("cnn"));
}

void TestPictureJourney::tablesComeBack()
{
    driver_->window.openSource(QStringLiteral("sample:hiring"));
    QTRY_VERIFY_WITH_TIMEOUT(driver_->session.dataset()->source == "sample:hiring" && driver_->session.problem(), 60000);
    QVERIFY(!find<PictureGrid>("pictureGrid"));
    QVERIFY(find<QTableView>("rowsView"));
    QVERIFY(find<QTableView>("columnsView")->isVisible());
}

QTEST_MAIN(TestPictureJourney)
#include "test_picture_journey.moc"
