#pragma once

#include "core/study/store/run_store.h"
#include "made_up_runs.h"
#include "ui/small_file.h"
#include "ui/text.h"
#include "ui/window_driver.h"
#include "ui/workers/project_places.h"
#include "ui/workers/session.h"

#include <memory>

/// Projects for tests: each in a scratch folder that is the home of its test.
namespace project_fixture {

using namespace fairloom;
using namespace fairloom::ui;

inline const Task task{{"group"}, "granted", "yes"};

inline RunSettings quick()
{
    RunSettings settings;
    settings.teacher_epochs = 2;
    settings.student_epochs = 1;
    settings.batch = 128;
    settings.quality_rows = 200;
    settings.bootstrap = 50;
    settings.threads = 1;
    return settings;
}

inline RunSettings endless()
{
    RunSettings settings = quick();
    settings.teacher_epochs = 2000;
    return settings;
}

inline QStringList names(const Session &session)
{
    QStringList out;
    for (const RunEntry *run : session.runs())
        out << run->name;
    return out;
}

/// Runs that nobody has made, with their folders.
inline void fill(const QString &project, int count, const std::string &study = {})
{
    RunStore store(toPath(project));
    for (int i = 1; i <= count; ++i) {
        RunRecord record = made_up::record("balanced-" + std::to_string(i), i % 2 ? "l1" : "huber", 0.5 + 0.4 * i / count, 0.8, std::uint64_t(i));
        record.study = study;
        const std::int64_t id = store.begin(record);
        store.finish(id, record, made_up::curves(std::uint64_t(i), 1, 20));
    }
}

/// A folder of its own for one test, and a small file in it.
struct Home {
    explicit Home(const char *name)
    {
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("home")).toLocal8Bit());
        WindowDriver::prepareApplication(QString::fromLatin1(name), folder.path());
        file = writeSmallFile(folder);
    }
    QString path(const char *name) const { return QDir(folder.path()).filePath(QLatin1StringView(name)); }

    QTemporaryDir folder;
    QString file;
};

inline void open(Session &session, const QString &folder)
{
    QSignalSpy opened(&session, &Session::projectChanged), failed(&session, &Session::projectFailed);
    session.openProject(folder);
    QVERIFY(session.isProjectBusy());
    QTRY_VERIFY_WITH_TIMEOUT(opened.size() + failed.size() > 0, 20000);
    QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.first().first().toString()));
    QCOMPARE(session.projectFolder(), folder);
}

inline void openData(Session &session, const QString &file)
{
    session.openDataset(file);
    QTRY_VERIFY_WITH_TIMEOUT(session.dataset() != nullptr && !session.isLoading(), 20000);
    session.setTask(task);
    QTRY_VERIFY_WITH_TIMEOUT(session.canTrain(), 20000);
}

/// Its id; -1 if it did not end.
inline int train(Session &session)
{
    const int id = session.startRun();
    return id > 0 && QTest::qWaitFor([&] { return !session.activeRun(); }, 120000) ? id : -1;
}

} // namespace project_fixture
