// The module that the window loads late: what is refused, and that data, errors and stops pass between the two sides.
#include "app/engine/engine_library.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/data/dataset.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <vector>

using namespace fairloom;

namespace {

QString module_file() { return QStringLiteral(FAIRLOOM_BINARY_DIR "/bin/" FAIRLOOM_ENGINE_FILE); }

} // namespace

class TestEngine : public QObject {
    Q_OBJECT
private slots:
    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("sentence");

        QVERIFY(folder_.isValid());
        const QString text = folder_.filePath(QStringLiteral("text.so"));
        QFile out(text);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write("no library\n") > 0);
        QTest::newRow("not there") << folder_.filePath(QStringLiteral("nowhere.so")) << "is missing";
        QTest::newRow("text") << text << "cannot be loaded";
        QTest::newRow("another library") << QLibraryInfo::path(QLibraryInfo::LibrariesPath) + QStringLiteral("/libQt6Core.so.6") << "another version";
        QTest::newRow("another version") << QStringLiteral(FAIRLOOM_OTHER_ENGINE) << "another version";
    }

    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QString, sentence);
        try {
            load_engine(file);
            QFAIL("it was loaded");
        } catch (const InputError &error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(sentence), error.what());
            QVERIFY2(QString::fromUtf8(error.what()).contains(file), error.what());
        }
    }

    void isOfThisVersion()
    {
        const Engine &engine = load_engine(module_file());
        QCOMPARE(engine.version, version());
        QCOMPARE(&fairloom::engine(), &engine); // the same module that the program finds by itself
    }

    void picturesPass()
    {
        std::vector<std::uint8_t> pixels(3 * 4 * 4);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = static_cast<std::uint8_t>(5 * i);
        const std::string png = encode_png(4, 4, pixels.data());
        std::vector<std::uint8_t> read(pixels.size());
        QVERIFY(decode_picture(png, 4, read).empty());
        QCOMPARE(read, pixels);
        QCOMPARE(QString::fromStdString(decode_picture("nonsense", 4, read).english()), QStringLiteral("the content is not a picture"));
    }

    void errorsPass()
    {
        QVERIFY_EXCEPTION_THROWN(load_model(folder_.filePath(QStringLiteral("nowhere")).toStdString()), InputError);
    }

    void stopsPass()
    {
        NoProgress quiet;
        RunRequest request;
        request.data = open_dataset("sample:hiring", {}, quiet, {});
        request.task.sensitive = request.data->suggested_sensitive;
        request.task.target = request.data->suggested_target;
        request.task.positive = request.data->suggested_positive;
        std::stop_source stop;
        stop.request_stop();
        RunMonitor monitor;
        QCOMPARE(QString::fromStdString(run_pipeline(request, monitor, stop.get_token()).result.state), QStringLiteral("stopped"));
    }

    void windowLinksNothingSlow()
    {
        QProcess readelf;
        readelf.start(QStringLiteral("readelf"), {QStringLiteral("-d"), QStringLiteral(FAIRLOOM_BINARY_DIR "/bin/fairloom")});
        QVERIFY2(readelf.waitForFinished(), "readelf is part of the compiler's tools");
        const QString needed = QString::fromUtf8(readelf.readAllStandardOutput());
        QVERIFY(needed.contains(QStringLiteral("libQt6Widgets")));
        QVERIFY2(!needed.contains(QRegularExpression(QStringLiteral("torch|libc10|opencv|xgboost|dnnl"))), qPrintable(needed));
    }

private:
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
