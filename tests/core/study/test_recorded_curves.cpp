#include "core/base/error.h"
#include "core/study/store/run_record.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace fairloom;

class TestRecordedCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewPointsStay();
    void keepsWhatStandsOut_data();
    void keepsWhatStandsOut();
    void followsSmoothCurves();
    void leavesOutWhatCannotBeDrawn();
    void bytesComeBack();
    void filesComeBack();
    void refusesDamage();
    void refusesFiles_data();
    void refusesFiles();
};

namespace {

/// A curve that falls, with a spike at one point of one term.
void draw(RunMonitor &monitor, CurveStage stage, std::size_t points, std::size_t spike = std::numeric_limits<std::size_t>::max())
{
    monitor.set_terms(stage, {"reconstruction", "fairness"}, 100);
    for (std::size_t i = 0; i < points; ++i) {
        const double epoch = 100.0 * static_cast<double>(i + 1) / static_cast<double>(points), fall = std::exp(-epoch / 20);
        monitor.add_point(stage, {epoch, {1000 * fall + 50, i == spike ? 5e-4 : 1e-4 * fall}, {1000 * fall + 50, i == spike ? 500.0 : 100 * fall}});
    }
}

bool same(const CurvePoint &a, const CurvePoint &b, double precision)
{
    const auto near = [precision](const std::vector<double> &x, const std::vector<double> &y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), [precision](double p, double q) { return std::abs(p - q) <= precision * std::abs(p); });
    };
    return near({a.epoch}, {b.epoch}) && near(a.raw, b.raw) && near(a.weighted, b.weighted);
}

bool same(const RecordedCurves::Stage &a, const RecordedCurves::Stage &b, double precision = 0)
{
    return a.terms == b.terms && a.epochs == b.epochs &&
           std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                      [precision](const CurvePoint &p, const CurvePoint &q) { return same(p, q, precision); });
}

template <typename Work>
QByteArray error_of(Work work)
{
    try {
        work();
    } catch (const InputError &error) {
        return error.what();
    }
    return "no error";
}

} // namespace

void TestRecordedCurves::fewPointsStay()
{
    RunMonitor monitor, again;
    draw(monitor, CurveStage::teacher, 300);
    const RecordedCurves curves = curves_of(monitor);
    QCOMPARE(curves.teacher.points.size(), std::size_t(300));
    QCOMPARE(curves.teacher.terms, (std::vector<std::string>{"reconstruction", "fairness"}));
    QCOMPARE(curves.teacher.epochs, 100);
    QVERIFY(curves.student.terms.empty() && curves.student.points.empty());
    show_curves(curves, again);
    QVERIFY(same(curves_of(again).teacher, curves.teacher));
    QVERIFY(again.terms(CurveStage::student).empty());
}

void TestRecordedCurves::keepsWhatStandsOut_data()
{
    QTest::addColumn<std::size_t>("points");
    QTest::addColumn<std::size_t>("spike");
    QTest::addColumn<std::size_t>("most");
    QTest::newRow("in the midst") << std::size_t(5000) << std::size_t(2345) << std::size_t(300);
    QTest::newRow("second") << std::size_t(5000) << std::size_t(1) << std::size_t(300);
    QTest::newRow("last but one") << std::size_t(5000) << std::size_t(4998) << std::size_t(300);
    QTest::newRow("one too many") << std::size_t(301) << std::size_t(77) << std::size_t(300);
    QTest::newRow("three points") << std::size_t(1000) << std::size_t(500) << std::size_t(3);
}

void TestRecordedCurves::keepsWhatStandsOut()
{
    QFETCH(std::size_t, points);
    QFETCH(std::size_t, spike);
    QFETCH(std::size_t, most);
    RunMonitor monitor;
    draw(monitor, CurveStage::teacher, points, spike);
    draw(monitor, CurveStage::student, points);
    const std::vector<CurvePoint> all = monitor.points_since(CurveStage::teacher, 0);
    const RecordedCurves curves = curves_of(monitor, most);
    const std::vector<CurvePoint> &kept = curves.teacher.points;
    QCOMPARE(kept.size(), most);
    QCOMPARE(curves.student.points.size(), most);
    QVERIFY(same(kept.front(), all.front(), 0));
    QVERIFY(same(kept.back(), all.back(), 0));
    QVERIFY(std::is_sorted(kept.begin(), kept.end(), [](const CurvePoint &a, const CurvePoint &b) { return a.epoch < b.epoch; }));
    QVERIFY(std::any_of(kept.begin(), kept.end(), [&](const CurvePoint &point) { return same(point, all[spike], 0); }));
    for (const CurvePoint &point : kept) // none is made up
        QVERIFY(std::any_of(all.begin(), all.end(), [&](const CurvePoint &original) { return same(point, original, 0); }));
    QCOMPARE(curves_of(monitor, 0).teacher.points.size(), std::size_t(2));
}

void TestRecordedCurves::followsSmoothCurves()
{
    RunMonitor monitor;
    draw(monitor, CurveStage::teacher, 20000);
    const std::vector<CurvePoint> all = monitor.points_since(CurveStage::teacher, 0);
    const std::vector<CurvePoint> kept = curves_of(monitor, 300).teacher.points;
    double worst = 0;
    auto right = kept.begin() + 1;
    for (const CurvePoint &point : all) {
        while (right->epoch < point.epoch)
            ++right;
        const CurvePoint &a = *(right - 1), &b = *right;
        const double share = (point.epoch - a.epoch) / (b.epoch - a.epoch);
        worst = std::max(worst, std::abs(a.raw[0] + share * (b.raw[0] - a.raw[0]) - point.raw[0]) / 1000);
    }
    QVERIFY2(worst < 1e-3, QByteArray::number(worst)); // less than a pixel of a plot
}

void TestRecordedCurves::leavesOutWhatCannotBeDrawn()
{
    RunMonitor monitor;
    monitor.set_terms(CurveStage::student, {"quality", "kl"}, 3);
    monitor.add_point(CurveStage::student, {1, {1, 2}, {3, 4}});
    monitor.add_point(CurveStage::student, {2, {1, std::numeric_limits<double>::quiet_NaN()}, {3, 4}});
    monitor.add_point(CurveStage::student, {2, {1, 2}, {3, 1e300}});
    monitor.add_point(CurveStage::student, {2, {1}, {3, 4}});
    monitor.add_point(CurveStage::student, {3, {5, 6}, {7, 8}});
    const RecordedCurves curves = curves_of(monitor);
    QCOMPARE(curves.student.points.size(), std::size_t(2));
    QCOMPARE(curves.student.points[1].epoch, 3.0);

    RecordedCurves bad = curves;
    bad.student.points[0].raw[0] = std::numeric_limits<double>::infinity();
    QCOMPARE(parse_curves(curves_bytes(bad), "bad").student.points.size(), std::size_t(1));
}

void TestRecordedCurves::bytesComeBack()
{
    RunMonitor monitor;
    draw(monitor, CurveStage::teacher, 800, 40);
    draw(monitor, CurveStage::student, 20);
    const RecordedCurves curves = curves_of(monitor);
    const std::string bytes = curves_bytes(curves);
    QCOMPARE(QByteArray(bytes.data(), 8), QByteArray("FLCURVE1"));
    QVERIFY2(bytes.size() < 7000, QByteArray::number(qulonglong(bytes.size())));
    const RecordedCurves back = parse_curves(bytes, "curves");
    QVERIFY(same(back.teacher, curves.teacher, 6e-8)); // half of a float's last digit
    QVERIFY(same(back.student, curves.student, 6e-8));
    QCOMPARE(curves_bytes(back), bytes);
    const RecordedCurves nothing = parse_curves(curves_bytes({}), "none");
    QVERIFY(nothing.teacher.terms.empty() && nothing.student.points.empty());
    // written down once, so that files of earlier versions stay readable
    QCOMPARE(QByteArray::fromStdString(curves_bytes({{{"a"}, {{1, {2}, {0.5}}}, 3}, {}})).toHex(),
             QByteArray("464c435552564531"                                            // mark
                        "03000000" "01000000" "01000000" "61" "01000000"              // teacher: epochs, terms, "a", points
                        "0000803f" "00000040" "0000003f"                              // 1, 2, 0.5
                        "00000000" "00000000" "00000000" "3f1b23a6"));                // student; sum
}

void TestRecordedCurves::filesComeBack()
{
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("curves.bin")).toStdString();
    RunMonitor monitor;
    draw(monitor, CurveStage::student, 100);
    const RecordedCurves curves = curves_of(monitor);
    write_curves_file(curves, file);
    QVERIFY(same(read_curves_file(file).student, curves.student, 6e-8));
}

void TestRecordedCurves::refusesDamage()
{
    RunMonitor monitor;
    draw(monitor, CurveStage::teacher, 12);
    const std::string bytes = curves_bytes(curves_of(monitor));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        QCOMPARE(error_of([&] { parse_curves(changed, "runs/a, curves"); }),
                 QByteArray("runs/a, curves: The curves are damaged. Restore the file, or repeat the run."));
        QVERIFY(error_of([&] { parse_curves(std::string_view(bytes).substr(0, i), "cut"); }).startsWith("cut: The curves are damaged"));
    }
    QVERIFY(error_of([&] { parse_curves(bytes + "more", "long"); }).startsWith("long: The curves are damaged"));
}

void TestRecordedCurves::refusesFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("missing") << QString() << qint64(-1) << QByteArray("There is no such file");
    QTest::newRow("folder") << QStringLiteral(".") << qint64(-1) << QByteArray("This is a folder");
    QTest::newRow("empty") << QStringLiteral("empty") << qint64(0) << QByteArray("The curves are damaged");
    QTest::newRow("large") << QStringLiteral("large") << qint64(64'000'001) << QByteArray("A file of more than 64 MB is not read");
}

void TestRecordedCurves::refusesFiles()
{
    QFETCH(QString, name);
    QFETCH(qint64, size);
    QFETCH(QByteArray, sentence);
    QTemporaryDir folder;
    const QString path = folder.filePath(name.isEmpty() ? QStringLiteral("nothing") : name);
    if (size >= 0) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size));
    }
    const QByteArray error = error_of([&] { read_curves_file(path.toStdString()); });
    QVERIFY2(error.contains(sentence), error);
}

QTEST_GUILESS_MAIN(TestRecordedCurves)
#include "test_recorded_curves.moc"
