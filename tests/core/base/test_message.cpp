#include "core/base/error.h"
#include "core/base/message.h"

#include <QtTest>

using namespace fairloom;

class TestMessage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void puts_arguments_in();
    void keeps_places_without_argument();
    void translation_may_change_the_order();
    void numbers_data();
    void numbers();
    void error_is_one_line();
};

void TestMessage::puts_arguments_in()
{
    const Message message("%1 fields where the header has %2", {"14", "15"});
    QCOMPARE(message.english(), std::string("14 fields where the header has 15"));
}

void TestMessage::keeps_places_without_argument()
{
    QCOMPARE(Message("100 % of %1 and %2", {"a"}).english(), std::string("100 % of a and %2"));
    QCOMPARE(Message("%1", {"%1"}).english(), std::string("%1")); // arguments are not looked through again
}

void TestMessage::translation_may_change_the_order()
{
    const Message message("%1 of %2", {"a", "b"});
    QCOMPARE(message.format("%2: %1"), std::string("b: a"));
}

void TestMessage::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("integer") << 1234567.0 << 3 << "1234567";
    QTest::newRow("rounded") << 0.12345 << 3 << "0.123";
    QTest::newRow("no trailing zeros") << 0.5 << 3 << "0.5";
    QTest::newRow("no minus zero") << -0.0001 << 3 << "0";
    QTest::newRow("zeros before the point stay") << 100.0 << 0 << "100";
}

void TestMessage::numbers()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(to_text(value, decimals)), text);
}

void TestMessage::error_is_one_line()
{
    const InputError error(Message("14 fields"), "adult.csv, line 812", Message("Remove it"));
    QCOMPARE(QString(error.what()), QString("adult.csv, line 812: 14 fields. Remove it."));
    QCOMPARE(QString(InputError(Message("Wrong"), "", Message()).what()), QString("Wrong."));
}

QTEST_GUILESS_MAIN(TestMessage)
#include "test_message.moc"
