#include "core/base/time_text.h"

#include <QTest>

#include <cstdlib>
#include <ctime>

using namespace fairloom;

class TestTimeText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isLocalWithItsDistanceFromUtc_data();
    void isLocalWithItsDistanceFromUtc();
};

void TestTimeText::isLocalWithItsDistanceFromUtc_data()
{
    QTest::addColumn<QByteArray>("zone"); // of POSIX: hours west of Greenwich
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("utc") << QByteArray("UTC0") << QByteArray("2026-11-26T17:54:17+00:00");
    QTest::newRow("east") << QByteArray("CET-1") << QByteArray("2026-11-26T18:54:17+01:00");
    QTest::newRow("west, half an hour") << QByteArray("NST3:30") << QByteArray("2026-11-26T14:24:17-03:30");
}

void TestTimeText::isLocalWithItsDistanceFromUtc()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, text);
    qputenv("TZ", zone);
    tzset();
    QCOMPARE(local_time_text(std::chrono::system_clock::from_time_t(1795715657)), text.toStdString());
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "test_time_text.moc"
