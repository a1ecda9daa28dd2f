// Thumbnails: only what is in sight is painted, keys walk, filters count.
#include "ui/models/pictures_model.h"
#include "ui/picture_fixture.h"
#include "ui/style/theme.h"
#include "ui/views/pictures/picture_rows.h"
#include "ui/views/presentation.h"
#include "ui/views/rows/rows_panel.h"
#include "ui/widgets/pictures/picture_details.h"
#include "ui/widgets/pictures/picture_grid.h"
#include "ui/widgets/pictures/picture_sheet.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

namespace {

/// Counts how many items a painting touches.
class CountingDelegate final : public QStyledItemDelegate {
public:
    explicit CountingDelegate(QAbstractItemDelegate *of) : of_(of) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        ++painted;
        of_->paint(painter, option, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override { return of_->sizeHint(option, index); }
    mutable int painted = 0;

private:
    QAbstractItemDelegate *of_;
};

QColor middleOf(const QImage &image)
{
    return image.pixelColor(image.width() / 2, image.height() / 2);
}

} // namespace

class TestPictureGrid : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().setMode(Theme::Mode::light); }
    void presentationAsksTheTable();
    void modelSharesTheBytes();
    void paintsOnlyWhatIsInSight();
    void thumbnailsShowThePictures_data();
    void thumbnailsShowThePictures();
    void keysWalk();
    void filtersCount();
    void rowsOfASubgroup();
    void clickShowsTheLabels();
    void sheetPlacesPictures();

private:
    std::unique_ptr<PictureRows> rows(std::size_t count, bool task = true) const;
};

std::unique_ptr<PictureRows> TestPictureGrid::rows(std::size_t count, bool task) const
{
    const auto table = std::make_shared<const Table>(fixture::picture_table(count, 32));
    auto out = std::make_unique<PictureRows>();
    out->resize(520, 480);
    out->setTable(table);
    if (task)
        out->setProblem(fixture::picture_problem(*table));
    out->show();
    if (!QTest::qWaitFor([&] { return !out->isComputing(); }))
        return nullptr;
    return out;
}

void TestPictureGrid::presentationAsksTheTable()
{
    const Table pictures = fixture::picture_table(3, 32);
    QCOMPARE(Presentation::of(&pictures).rowsTitle(), QString("Pictures"));
    QCOMPARE(Presentation::of(&pictures).size(pictures), QString("3 pictures 32 × 32"));
    QCOMPARE(Presentation::of(fixture::generated().get()).rowsTitle(), QString("Rows"));
    QCOMPARE(Presentation::of(nullptr).rowsTitle(), QString("Rows"));
    const std::unique_ptr<RowsPanel> panel(Presentation::of(&pictures).makeRows());
    QVERIFY(qobject_cast<PictureRows *>(panel.get()));
}

void TestPictureGrid::modelSharesTheBytes()
{
    const auto table = std::make_shared<const Table>(fixture::picture_table(6, 32));
    PicturesModel model;
    model.setTable(table);
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.image(0).size(), QSize(32, 32));
    const QImage image = model.image(3);
    QCOMPARE(image.constBits(), table->picture_column()->pictures->picture(3).data());
    QCOMPARE(middleOf(image), QColor(230, 20, 20)); // divisible by 3
    QCOMPARE(middleOf(model.image(4)), QColor(20, 20, 230));
    QCOMPARE(model.name(3), QString("p3.png"));
    QCOMPARE(model.index(3, 0).data(PicturesModel::LabelRole).toString(), QString("red · square")); // without a task
    QCOMPARE(model.index(3, 0).data(PicturesModel::GroupRole).toInt(), -1);
    model.setTable(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestPictureGrid::paintsOnlyWhatIsInSight()
{
    const auto panel = rows(20000);
    QVERIFY(panel);
    PictureGrid *grid = panel->grid();
    CountingDelegate counting(grid->itemDelegate());
    grid->setItemDelegate(&counting);
    QTRY_VERIFY(counting.painted > 0);
    const int columns = grid->viewport()->width() / 80, lines = grid->viewport()->height() / grid->gridSize().height() + 2;
    QVERIFY(columns >= 5);
    for (const int place : {0, grid->verticalScrollBar()->maximum() / 2, grid->verticalScrollBar()->maximum()}) {
        grid->verticalScrollBar()->setValue(place);
        counting.painted = 0;
        grid->viewport()->grab();
        QVERIFY2(counting.painted >= columns && counting.painted <= columns * lines, qPrintable(QString::number(counting.painted)));
    }
    // every picture has its place
    const int whole = grid->verticalScrollBar()->maximum() + grid->viewport()->height();
    QVERIFY(std::abs(whole - 20000.0 / columns * grid->gridSize().height()) < 3 * grid->gridSize().height());
}

void TestPictureGrid::thumbnailsShowThePictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("ratio");
    for (const bool dark : {false, true})
        for (const double ratio : {1.0, 2.0})
            QTest::addRow("%s %gx", dark ? "dark" : "light", ratio) << dark << ratio;
}

void TestPictureGrid::thumbnailsShowThePictures()
{
    QFETCH(bool, dark);
    QFETCH(double, ratio);
    Theme::instance().setMode(dark ? Theme::Mode::dark : Theme::Mode::light);
    const auto panel = rows(12);
    QVERIFY(panel);
    PictureGrid *grid = panel->grid();
    QTRY_VERIFY(grid->indexAt(grid->visualRect(grid->model()->index(11, 0)).center()).row() == 11); // laid out after the marks came
    QImage seen(grid->viewport()->size() * ratio, QImage::Format_RGB32);
    seen.setDevicePixelRatio(ratio);
    grid->viewport()->render(&seen);
    for (int item = 0; item < 12; ++item) {
        const QRect cell = grid->visualRect(grid->model()->index(item, 0));
        const QPointF middle = QPointF(cell.center().x(), cell.top() + 4 + 32) * ratio;
        const QColor colour = seen.pixelColor(middle.toPoint());
        QVERIFY2(item % 3 == 0 ? colour.red() > 200 && colour.blue() < 60 : colour.blue() > 200 && colour.red() < 60, qPrintable(colour.name()));
        // the group's marker, in its colour: blue is the first group, red the second
        const QColor marker = Theme::instance().group(item % 3 == 0 ? 1 : 0);
        bool found = false;
        for (int y = int((cell.top() + 72) * ratio); y < int(cell.bottom() * ratio) && !found; ++y)
            for (int x = int(cell.left() * ratio); x < int(cell.right() * ratio) && !found; ++x)
                found = seen.pixelColor(x, y) == marker;
        QVERIFY2(found, qPrintable(QString::number(item)));
    }
    Theme::instance().setMode(Theme::Mode::light);
}

void TestPictureGrid::keysWalk()
{
    const auto panel = rows(1000);
    QVERIFY(panel);
    PictureGrid *grid = panel->grid();
    grid->setFocus();
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(grid, key);
        return grid->currentIndex().row();
    };
    const int columns = grid->viewport()->width() / 80;
    QCOMPARE(press(Qt::Key_Home), 0);
    QCOMPARE(press(Qt::Key_Right), 1);
    QCOMPARE(press(Qt::Key_Down), 1 + columns);
    QCOMPARE(press(Qt::Key_Left), columns);
    QCOMPARE(press(Qt::Key_Left), columns - 1); // on to the line above
    QCOMPARE(press(Qt::Key_Up), columns - 1);
    const int page = press(Qt::Key_PageDown);
    QVERIFY(page >= 3 * columns && (page - columns + 1) % columns == 0);
    QCOMPARE(press(Qt::Key_PageUp), columns - 1);
    QCOMPARE(press(Qt::Key_End), 999);
    QVERIFY(grid->viewport()->rect().contains(grid->visualRect(grid->currentIndex()).center())); // scrolled there
    QCOMPARE(press(Qt::Key_Down), 999);

    QSignalSpy opened(grid, &PictureGrid::opened);
    QTest::keyClick(grid, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toInt(), 999);
    grid->copyPicture();
    QCOMPARE(middleOf(QGuiApplication::clipboard()->image()), QColor(230, 20, 20));

    auto *spoken = QAccessible::queryAccessibleInterface(grid);
    QVERIFY(spoken && spoken->text(QAccessible::Name) == "Pictures of the data");
    QCOMPARE(grid->model()->index(999, 0).data(Qt::AccessibleTextRole).toString(), QString("p999.png, red, square"));
}

void TestPictureGrid::filtersCount()
{
    const auto panel = rows(600);
    QVERIFY(panel);
    auto *group = panel->findChild<QComboBox *>("pictureGroupFilter"), *label = panel->findChild<QComboBox *>("pictureLabelFilter");
    auto *count = panel->findChild<QLabel *>("pictureCount");
    QVERIFY(group->isVisible() && label->isVisible());
    QCOMPARE(group->count(), 3);
    QCOMPARE(group->itemText(1), QString("blue (400)"));
    QCOMPARE(group->itemText(2), QString("red (200)"));
    QCOMPARE(label->itemText(2), QString("square (300)"));
    QCOMPARE(count->text(), QString("600 pictures"));
    group->setCurrentIndex(2);
    QCOMPARE(count->text(), QString("200 of 600"));
    label->setCurrentIndex(2);
    QCOMPARE(count->text(), QString("100 of 600"));
    for (int i = 0; i < 100; ++i)
        QCOMPARE(panel->grid()->pictures()->tableRow(i) % 6, std::size_t(3)); // divisible by 3 and odd
    group->setCurrentIndex(0);
    QCOMPARE(count->text(), QString("300 of 600"));

    // without a task there is nothing to filter by
    panel->setProblem(nullptr);
    QVERIFY(!group->isVisible() && !label->isVisible());
    QCOMPARE(count->text(), QString("600 pictures"));
}

void TestPictureGrid::rowsOfASubgroup()
{
    const auto panel = rows(60);
    QVERIFY(panel);
    panel->setRows(std::vector<std::size_t>{5, 3, 4});
    auto *count = panel->findChild<QLabel *>("pictureCount");
    QCOMPARE(count->text(), QString("3 of 60"));
    QCOMPARE(panel->grid()->pictures()->name(0), QString("p5.png"));
    panel->findChild<QComboBox *>("pictureGroupFilter")->setCurrentIndex(2);
    QCOMPARE(count->text(), QString("1 of 60"));
    QCOMPARE(panel->grid()->pictures()->name(0), QString("p3.png"));
    panel->setRows({});
    QCOMPARE(count->text(), QString("20 of 60"));
}

void TestPictureGrid::clickShowsTheLabels()
{
    const auto panel = rows(60);
    QVERIFY(panel);
    PictureGrid *grid = panel->grid();
    auto *details = panel->findChild<PictureDetails *>();
    QVERIFY(!details->isVisible());
    QSignalSpy chosen(panel.get(), &PictureRows::chosen);
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->visualRect(grid->model()->index(7, 0)).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<std::size_t>(), std::size_t(7));
    QTRY_VERIFY(details->isVisible());
    QCOMPARE(details->findChild<QLabel *>("pictureName")->text(), QString("p7.png"));
    const QString labels = details->accessibleDescription();
    QCOMPARE(labels, QString("colour: blue, shape: square, number: 7"));
    const QImage seen = details->grab().toImage();
    QCOMPARE(seen.pixelColor(80, 88), QColor(20, 20, 230)); // the middle of the picture

    QTest::keyClick(grid, Qt::Key_Right); // shows the next one
    QCOMPARE(details->findChild<QLabel *>("pictureName")->text(), QString("p8.png"));
    QTest::keyClick(grid, Qt::Key_Escape);
    QVERIFY(!details->isVisible());
    QTest::keyClick(grid, Qt::Key_Return);
    QTRY_VERIFY(details->isVisible());
    QTest::mouseClick(details->findChild<QPushButton *>("closePictureButton"), Qt::LeftButton);
    QVERIFY(!details->isVisible());
}

void TestPictureGrid::sheetPlacesPictures()
{
    PictureSheet sheet(64);
    sheet.setContent({fixture::draw_pictures(6, 32), 3, {"original", "red"}, {"a", "b", "c"}, {}, {}});
    QCOMPARE(sheet.rows(), 2);
    sheet.resize(sheet.sizeHint());
    const QImage seen = sheet.grab().toImage();
    for (int i = 0; i < 6; ++i) {
        const QRect place = sheet.pictureRect(i / 3, i % 3);
        QCOMPARE(place.size(), QSize(64, 64));
        QVERIFY(sheet.rect().contains(place));
        QCOMPARE(seen.pixelColor(place.center()), i % 3 == 0 ? QColor(230, 20, 20) : QColor(20, 20, 230));
    }
    sheet.resize(200, 100); // smaller pictures rather than cut ones
    QVERIFY(sheet.pictureRect(1, 2).width() < 64);
    QVERIFY(sheet.rect().contains(sheet.pictureRect(1, 2)));
    sheet.setContent({});
    QCOMPARE(sheet.rows(), 0);
}

QTEST_MAIN(TestPictureGrid)
#include "test_picture_grid.moc"
