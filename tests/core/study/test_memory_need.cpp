#include "core/study/queue/memory_need.h"

#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/data/dataset.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace fairloom;

/// How much memory a run is thought to need, against peaks (VmHWM) of whole runs of one thread, measured with one epoch a stage.
class TestMemoryNeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nearMeasuredPeaks_data();
    void nearMeasuredPeaks();
    void growsWithWhatIsAsked_data();
    void growsWithWhatIsAsked();
    void seesTheDataAsARunDoes();
    void roughGuess();
    void refuses();
    void tellsNumbers();
    void limitsOfTheMachine();
};

namespace {

RunSettings with(const char *evaluation)
{
    RunSettings out;
    out.evaluation = evaluation;
    return out;
}

// Adult with its test file; hiring; and invented tables: 16 columns of 7 numbers and 7 categories of 10 values, 102 of 50 and 50, 16 of 14 categories with
// 101 values each; UTKFace's 2,000 pictures and MNIST's 10,000 test digits.
constexpr DataSize adult{32561, 16281, 15, 107, 256, 0}, hiring{12000, 5000, 11, 20, 170, 0}, small{140000, 60000, 16, 81, 256, 0}, tall{700000, 300000, 16, 81, 256, 0},
    wide{70000, 30000, 102, 554, 1804, 0}, categories{70000, 30000, 16, 1418, 1418, 0}, faces48{1400, 600, 4, 120, 120, 6912}, faces64{1400, 600, 4, 120, 120, 12288},
    digits{7000, 3000, 3, 20, 20, 2352};

} // namespace

void TestMemoryNeed::nearMeasuredPeaks_data()
{
    QTest::addColumn<QVariant>("size");
    QTest::addColumn<QString>("evaluation");
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("measured"); // MB of 2^20 bytes
    const auto row = [](const char *name, const DataSize &size, const char *evaluation, const char *change, int measured) {
        QTest::newRow(name) << QVariant::fromValue(&size) << evaluation << change << measured;
    };
    row("hiring, student", hiring, "student", "", 227);
    row("hiring, full", hiring, "full", "", 228);
    row("Adult, student", adult, "student", "", 289);
    row("Adult, basic", adult, "basic", "", 287);
    row("Adult, full", adult, "full", "", 329);
    row("Adult, wide and deep", adult, "student", "hidden=1024 depth=4", 788);
    row("Adult, small batch", adult, "student", "batch=32", 263);
    row("Adult, many rows", adult, "student", "rows=300000", 749);
    row("Adult, many rows for quality", adult, "full", "quality_rows=30000", 380);
    row("200,000 rows, student", small, "student", "", 463);
    row("200,000 rows, basic", small, "basic", "", 500);
    row("200,000 rows, full", small, "full", "", 606);
    row("200,000 rows, controls", small, "basic", "controls=true", 536);
    row("200,000 rows, wide", small, "student", "hidden=512", 523);
    row("200,000 rows, wide and deep", small, "student", "hidden=512 depth=4", 585);
    row("200,000 rows, large batch", small, "student", "batch=16384", 495);
    row("200,000 rows, large batch, wide", small, "student", "batch=16384 hidden=512", 781);
    row("a million rows", tall, "student", "", 1525);
    row("a million rows, few generated", tall, "student", "rows=10000", 841);
    row("102 columns, student", wide, "student", "", 1142);
    row("102 columns, basic", wide, "basic", "", 1235);
    row("1,400 categories", categories, "student", "", 1589);
    row("1,400 categories, few generated", categories, "student", "rows=10000", 745);
    row("faces", faces48, "student", "batch=256", 285);
    row("faces, basic", faces48, "basic", "batch=256", 333);
    row("faces, many generated", faces48, "student", "batch=256 rows=10000", 470);
    row("larger faces", faces64, "student", "batch=256", 340);
    row("digits", digits, "student", "batch=256", 361);
    row("digits, basic", digits, "basic", "batch=256", 402);
}

void TestMemoryNeed::nearMeasuredPeaks()
{
    QFETCH(QVariant, size);
    QFETCH(QString, evaluation);
    QFETCH(QString, change);
    QFETCH(int, measured);
    RunSettings settings = with(evaluation.toUtf8().constData());
    for (const QString &one : change.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        set_setting(settings, one.section(QLatin1Char('='), 0, 0).toStdString(), one.section(QLatin1Char('='), 1).toStdString());
    const double need = static_cast<double>(memory_need(*size.value<const DataSize *>(), settings)), peak = measured * 1048576.0;
    const QByteArray figures = QByteArray::number(need / 1048576, 'f', 0) + " MB for " + QByteArray::number(measured);
    qInfo("%s", figures.constData());
    QVERIFY2(need > 0.95 * peak, figures.constData()); // a run that is let in fits
    QVERIFY2(need < 1.35 * peak, figures.constData()); // and few that would fit are kept out
}

void TestMemoryNeed::growsWithWhatIsAsked_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("more");
    QTest::newRow("rows") << "rows" << "1000000" << true;
    QTest::newRow("batch") << "batch" << "8192" << true;
    QTest::newRow("hidden") << "hidden" << "1024" << true;
    QTest::newRow("noise") << "noise_columns" << "500" << true;
    QTest::newRow("training rows") << "train_rows" << "1000" << false;
    QTest::newRow("judged less") << "evaluation" << "student" << false;
}

void TestMemoryNeed::growsWithWhatIsAsked()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(bool, more);
    RunSettings settings = with("full");
    const std::size_t before = memory_need(small, settings);
    set_setting(settings, key.toStdString(), value.toStdString());
    const std::size_t after = memory_need(small, settings);
    QVERIFY2((after > before) == more && after != before, qPrintable(QStringLiteral("%1 -> %2").arg(before).arg(after)));
}

void TestMemoryNeed::seesTheDataAsARunDoes()
{
    NoProgress quiet;
    const auto data = open_dataset("sample:hiring", {}, quiet, {});
    const DataSize size = size_of(*data, {});
    QCOMPARE(size.train_rows, std::size_t(12000));
    QCOMPARE(size.test_rows, std::size_t(5000));
    QCOMPARE(size.columns, std::size_t(11));
    QCOMPARE(size.pixels, std::size_t(0));
    QVERIFY(size.width > 11 && size.width < 40);
    QVERIFY(size.states > size.width);
}

void TestMemoryNeed::roughGuess()
{
    QTemporaryDir folder;
    RunConfigFile config;
    config.data = "sample:hiring";
    const std::size_t least = rough_memory_need(config);
    QVERIFY(least > 200'000'000 && least < 500'000'000);
    QFile file(folder.filePath(QStringLiteral("large.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(100'000'000)); // of holes
    config.data = file.fileName().toStdString();
    QVERIFY(rough_memory_need(config) > least + 1'000'000'000);
}

void TestMemoryNeed::refuses()
{
    refuse_beyond_memory(1000, 1000, false, {});
    try {
        refuse_beyond_memory(2'500'000'000, 900'000'000, false, {});
        QFAIL("nothing was refused");
    } catch (const InputError &error) {
        const QString said = QString::fromUtf8(error.what());
        QVERIFY2(said.contains(QStringLiteral("about 2.5 GB")) && said.contains(QStringLiteral("900 MB are free")), error.what());
        QVERIFY2(said.contains(QStringLiteral("--rows")) && said.contains(QStringLiteral("--ignore-memory")), error.what());
    }
    try {
        refuse_beyond_memory(2'500'000'000, 900'000'000, true, {});
        QFAIL("nothing was refused");
    } catch (const InputError &error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(QStringLiteral("is allowed 900 MB")), error.what());
    }
}

void TestMemoryNeed::tellsNumbers()
{
    QCOMPARE(memory_text(345'678'901), std::string("345 MB"));
    QCOMPARE(memory_text(1'234'567'890), std::string("1.2 GB"));
}

void TestMemoryNeed::limitsOfTheMachine()
{
    QVERIFY(total_memory() > 100'000'000 && total_memory() < std::numeric_limits<std::size_t>::max());
    QVERIFY(available_memory() > 0 && available_memory() <= total_memory());
    QVERIFY(peak_memory() > 1'000'000 && peak_memory() < total_memory());
}

QTEST_GUILESS_MAIN(TestMemoryNeed)
#include "test_memory_need.moc"
