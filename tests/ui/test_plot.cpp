#include "ui/style/theme.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/chart_menu.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/plot_tickers.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace fairloom::ui;

namespace {

/// Exposes what the axis would show.
QStringList labelsOf(QCPAxisTicker &ticker, double low, double high)
{
    QVector<double> ticks;
    QVector<QString> labels;
    ticker.generate(QCPRange(low, high), QLocale::c(), QLatin1Char('f'), 3, ticks, nullptr, &labels);
    QStringList out;
    for (int i = 0; i < ticks.size(); ++i)
        if (ticks[i] >= low * 0.9999 && ticks[i] <= high * 1.0001)
            out << labels[i];
    return out;
}

int pixelsNear(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green()) + std::abs(pixel.blue() - colour.blue()) < 12;
        }
    return count;
}

QList<QCPItemText *> textsOf(const Plot &plot, const QString &text)
{
    QList<QCPItemText *> out;
    for (int i = 0; i < plot.itemCount(); ++i)
        if (auto *item = qobject_cast<QCPItemText *>(const_cast<Plot &>(plot).item(i)); item && item->text() == text)
            out << item;
    return out;
}

} // namespace

class TestPlot : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().setMode(Theme::Mode::light); }
    void cleanup() { Theme::instance().setMode(Theme::Mode::light); }

    void picturesAreSaved_data();
    void picturesAreSaved();
    void numbersAreText();
    void coloursFollowTheTheme();
    void endLabelsKeepClear();
    void clearedItemsAreForgotten();
    void zoomIsKeptUntilReset();
    void linearTicks_data();
    void linearTicks();
    void logarithmicTicks_data();
    void logarithmicTicks();
    void barsAreTextAndPicture();
    void csvIsQuoted();
};

void TestPlot::picturesAreSaved_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<bool>("saved");
    QTest::newRow("png") << "png" << QByteArray("\x89PNG") << true;
    QTest::newRow("svg") << "svg" << QByteArray("<?xml") << true;
    QTest::newRow("pdf") << "pdf" << QByteArray("%PDF") << true;
    QTest::newRow("unknown") << "doc" << QByteArray() << false;
}

void TestPlot::picturesAreSaved()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, begin);
    QFETCH(bool, saved);
    QTemporaryDir folder;
    Plot plot;
    plot.resize(400, 240);
    plot.setAxisTitles("epoch", "loss");
    plot.addLine("reconstruction", QColor("#2563c9"))->setData({0, 1, 2}, {3, 2, 1}, true);
    plot.setHome({0, 2}, {0, 3});
    const QString name = folder.filePath("plot." + ending);
    QCOMPARE(plot.savePicture(name), saved);
    QCOMPARE(QFile::exists(name), saved);
    if (!saved)
        return;
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(begin));
    QVERIFY2(bytes.size() > 1500, qPrintable(QString::number(bytes.size())));
    if (ending == "svg") {
        QVERIFY(bytes.contains("reconstruction"));
        QVERIFY(bytes.contains("#2563c9"));
    }
    if (ending == "png") {
        const QImage image = QImage::fromData(bytes);
        QCOMPARE(image.size(), QSize(800, 480));
        QVERIFY(pixelsNear(image, QColor("#2563c9")) > 500);
    }
}

void TestPlot::numbersAreText()
{
    Plot plot;
    plot.setAxisTitles("epoch", "loss");
    plot.addLine("KL", QColor(Qt::red))->setData({0, 0.5}, {1.25, std::numeric_limits<double>::quiet_NaN()}, true);
    plot.addLine("label", QColor(Qt::blue))->setData({0}, {-3}, true);
    QCOMPARE(plot.numbersAsText(), QString("series\tepoch\tloss\nKL\t0\t1.25\nKL\t0.5\t\nlabel\t0\t-3\n"));
}

void TestPlot::coloursFollowTheTheme()
{
    Plot plot;
    plot.resize(300, 200);
    QCPGraph *line = plot.addLine("group", groupColour(0));
    line->setData({0, 1}, {1, 1}, true);
    plot.setHome({0, 1}, {0, 2});
    plot.replot();
    const QColor surface = Theme::instance().surface(), blue = Theme::instance().group(0);
    QImage light = plot.grab().toImage();
    QCOMPARE(light.pixelColor(2, 100), surface);
    QVERIFY(pixelsNear(light, blue) > 100);

    Theme::instance().setMode(Theme::Mode::dark);
    QVERIFY(Theme::instance().surface() != surface);
    QVERIFY(Theme::instance().group(0) != blue);
    plot.replot();
    const QImage dark = plot.grab().toImage();
    QCOMPARE(dark.pixelColor(2, 100), Theme::instance().surface());
    QVERIFY(pixelsNear(dark, Theme::instance().group(0)) > 100);
    QCOMPARE(line->pen().color(), Theme::instance().group(0));
    QCOMPARE(plot.xAxis->tickLabelColor(), Theme::instance().muted());
}

void TestPlot::endLabelsKeepClear()
{
    Plot plot;
    plot.resize(400, 200);
    const QStringList names{"reconstruction", "KL to prior", "label", "fairness"};
    for (const QString &name : names)
        plot.addLine(name, QColor(Qt::black))->setData({0, 10}, {1, 1.001}, true);
    plot.setHome({0, 10}, {0, 2});
    plot.grab(); // gives a hidden widget its size
    plot.replot();
    QList<double> heights;
    for (const QString &name : names) {
        const QList<QCPItemText *> texts = textsOf(plot, name);
        QCOMPARE(texts.size(), 1);
        QVERIFY(texts.first()->visible());
        const double right = texts.first()->position->pixelPosition().x()
                             + QFontMetrics(texts.first()->font()).horizontalAdvance(name);
        QVERIFY2(right <= plot.width(), qPrintable(name));
        heights << texts.first()->position->pixelPosition().y();
    }
    std::sort(heights.begin(), heights.end());
    for (int i = 1; i < heights.size(); ++i)
        QVERIFY(heights[i] - heights[i - 1] >= QFontMetrics(Theme::instance().small()).ascent());
}

void TestPlot::clearedItemsAreForgotten()
{
    Plot plot;
    plot.resize(300, 200);
    plot.setAxisTitles("x", "y");
    plot.addLine("one", QColor(Qt::red))->setData({0, 1}, {0, 1}, true);
    plot.addVerticalMark(0.5, "half");
    plot.setHint("wait");
    plot.replot();
    plot.clearItems();
    plot.clearPlottables();
    plot.replot();
    QCOMPARE(plot.plottableCount(), 0);
    QVERIFY(textsOf(plot, "one").isEmpty());
    QCOMPARE(textsOf(plot, "y").size(), 1);
    QCOMPARE(textsOf(plot, "wait").size(), 1);
    plot.addLine("two", QColor(Qt::red))->setData({0, 1}, {0, 1}, true);
    Theme::instance().setMode(Theme::Mode::dark);
    plot.replot();
    QCOMPARE(textsOf(plot, "two").size(), 1);
}

void TestPlot::zoomIsKeptUntilReset()
{
    Plot plot;
    plot.resize(300, 200);
    plot.setHome({0, 10}, {0, 1});
    QCOMPARE(plot.xAxis->range().upper, 10.0);
    QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(plot.isZoomed());
    const QCPRange zoomed = plot.xAxis->range();
    QVERIFY(zoomed.size() < 10);
    plot.setHome({0, 20}, {0, 1}); // data grew meanwhile
    QCOMPARE(plot.xAxis->range().upper, zoomed.upper);
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, QPoint(150, 100));
    QVERIFY(!plot.isZoomed());
    QCOMPARE(plot.xAxis->range().upper, 20.0);
}

void TestPlot::linearTicks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("quarters") << 0.0 << 1.0 << QStringList{"0", "0.2", "0.4", "0.6", "0.8", "1.0"};
    QTest::newRow("whole") << 0.0 << 100.0 << QStringList{"0", "20", "40", "60", "80", "100"};
    QTest::newRow("small") << 0.0 << 2e-7 << QStringList{"0", "5.0·10⁻⁸", "10⁻⁷", "1.5·10⁻⁷", "2.0·10⁻⁷"};
}

void TestPlot::linearTicks()
{
    QFETCH(double, low);
    QFETCH(double, high);
    TidyTicker ticker;
    QTEST(labelsOf(ticker, low, high), "labels");
}

void TestPlot::logarithmicTicks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("decades") << 0.01 << 100.0 << QStringList{"0.01", "0.1", "1", "10", "100"};
    QTest::newRow("one decade") << 1.0 << 10.0 << QStringList{"1", "2", "5", "10"};
    QTest::newRow("tiny") << 1e-6 << 1e-3 << QStringList{"10⁻⁶", "10⁻⁵", "10⁻⁴", "0.001"};
}

void TestPlot::logarithmicTicks()
{
    QFETCH(double, low);
    QFETCH(double, high);
    DecadeTicker ticker;
    QTEST(labelsOf(ticker, low, high), "labels");
}

void TestPlot::barsAreTextAndPicture()
{
    BarChart chart;
    chart.resize(400, 120);
    chart.setValueName("rate");
    Bar female, male;
    female.value = 0.109;
    female.low = 0.1;
    female.high = 0.12;
    female.label = "10.9 %";
    male.label = "undefined";
    BarSeries series;
    series.name = "real";
    series.fill = [] { return QBrush(Theme::instance().group(0)); };
    series.bars = {female, male};
    chart.setBars({"Female", "Male"}, {series});
    QCOMPARE(chart.numbersAsText(),
             QString("category\tseries\trate\tlow\thigh\nFemale\treal\t0.109\t0.1\t0.12\nMale\treal\t\t\t\n"));
    const QImage light = chart.grab().toImage();
    QVERIFY(pixelsNear(light, Theme::instance().group(0)) > 200);

    int category = -1;
    connect(&chart, &BarChart::barActivated, this, [&](int c, int) { category = c; });
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(category, 1);
    QTemporaryDir folder;
    for (const char *ending : {"png", "svg", "pdf"}) {
        const QString name = folder.filePath(QStringLiteral("bars.") + QLatin1StringView(ending));
        QVERIFY(chart.savePicture(name));
        QVERIFY(QFileInfo(name).size() > 1000);
    }
}

void TestPlot::csvIsQuoted()
{
    QCOMPARE(tabsToCsv("a\tb\n1,5\tsay \"no\"\n"), QString("a,b\n\"1,5\",\"say \"\"no\"\"\"\n"));
}

QTEST_MAIN(TestPlot)
#include "test_plot.moc"
