#include "core/base/file_lock.h"

#include "core/base/error.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace fairloom;

class TestFileLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyOneHoldsIt();
    void moves();
    void diesWithItsProcess();
    void isNotInherited();
    void askingDoesNotTakeIt();
    void aFileThatWasRemoved();
    void refusesWhatCannotBeWritten();

private:
    std::filesystem::path file(const char *name) const { return folder_.filePath(QString::fromLatin1(name)).toStdString(); }

    QTemporaryDir folder_;
};

void TestFileLock::onlyOneHoldsIt()
{
    const auto place = file("one");
    QVERIFY(!is_locked(place)); // not even there
    {
        const auto lock = FileLock::try_lock(place);
        QVERIFY(lock.has_value());
        QVERIFY(is_locked(place));
        QVERIFY(!FileLock::try_lock(place).has_value());
        QVERIFY(is_locked(place)); // the attempt has not let it go
        QVERIFY(!is_locked(file("another")));
    }
    QVERIFY(std::filesystem::exists(place));
    QVERIFY(!is_locked(place));
    QVERIFY(FileLock::try_lock(place).has_value());
}

void TestFileLock::moves()
{
    const auto first = file("first"), second = file("second");
    auto lock = FileLock::try_lock(first);
    FileLock kept = std::move(*lock);
    lock.reset();
    QVERIFY(is_locked(first));
    {
        auto other = FileLock::try_lock(second);
        kept = std::move(*other);
    }
    QVERIFY(!is_locked(first));
    QVERIFY(is_locked(second));
}

void TestFileLock::diesWithItsProcess()
{
    const auto place = file("killed");
    int ready[2];
    QCOMPARE(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto lock = FileLock::try_lock(place);
        const char answer = lock ? 'y' : 'n';
        if (write(ready[1], &answer, 1) == 1)
            pause();
        _exit(0);
    }
    char answer = 0;
    QCOMPARE(read(ready[0], &answer, 1), ssize_t(1));
    QCOMPARE(answer, 'y');
    QVERIFY(is_locked(place));
    QVERIFY(!FileLock::try_lock(place).has_value());
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    QVERIFY(!is_locked(place));
    QVERIFY(FileLock::try_lock(place).has_value());
    close(ready[0]);
    close(ready[1]);
}

void TestFileLock::isNotInherited()
{
    const auto place = file("inherited");
    pid_t child = 0;
    char name[] = "sleep", seconds[] = "30";
    char *const arguments[] = {name, seconds, nullptr};
    {
        const auto lock = FileLock::try_lock(place);
        QCOMPARE(posix_spawnp(&child, name, nullptr, nullptr, arguments, environ), 0);
    }
    // The kernel closes the child's copy a moment after it has let the parent go on.
    const bool free = QTest::qWaitFor([&] { return !is_locked(place); }, 5000);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    QVERIFY(free);
}

void TestFileLock::askingDoesNotTakeIt()
{
    const auto place = file("asked");
    FileLock::try_lock(place);
    std::atomic<bool> done{false};
    std::atomic<int> asked{0};
    std::thread asker([&] {
        while (!done) {
            is_locked(place);
            ++asked;
        }
    });
    int failed = 0;
    while (asked < 2000)
        failed += FileLock::try_lock(place) ? 0 : 1;
    done = true;
    asker.join();
    QCOMPARE(failed, 0);
}

void TestFileLock::aFileThatWasRemoved()
{
    const auto place = file("removed");
    const auto of_the_old_file = FileLock::try_lock(place);
    std::filesystem::remove(place);
    QVERIFY(!is_locked(place));
    const auto of_the_new_file = FileLock::try_lock(place);
    QVERIFY(of_the_new_file.has_value());
    QVERIFY(is_locked(place));
}

void TestFileLock::refusesWhatCannotBeWritten()
{
    try {
        FileLock::try_lock(file("no/such/folder/file"));
        QFAIL("no error");
    } catch (const InputError &error) {
        QVERIFY2(QByteArray(error.what()).contains("no/such/folder/file: The file cannot be written"), error.what());
    }
    QVERIFY(!is_locked(file("no/such/folder/file")));
}

QTEST_GUILESS_MAIN(TestFileLock)
#include "test_file_lock.moc"
