#include "core/base/sha256.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace fairloom;

class TestSha256 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void published_vectors_data();
    void published_vectors();
    void every_length_around_blocks();
    void parts_make_no_difference();
};

void TestSha256::published_vectors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hash");
    QTest::newRow("empty") << QByteArray() << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    QTest::newRow("abc") << QByteArray("abc") << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    QTest::newRow("a million a") << QByteArray(1000000, 'a') << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
}

void TestSha256::published_vectors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, hash);
    QCOMPARE(QString::fromStdString(sha256(text.toStdString())), hash);
}

void TestSha256::every_length_around_blocks()
{
    for (int length = 0; length <= 200; ++length) {
        const QByteArray text(length, 'x');
        const QByteArray expected = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        QCOMPARE(QByteArray::fromStdString(sha256(text.toStdString())), expected);
    }
}

void TestSha256::parts_make_no_difference()
{
    const std::string text(1000, 'q');
    Sha256 hash;
    for (std::size_t at = 0, step = 1; at < text.size(); at += step, step = step * 2 + 1)
        hash.update(std::string_view(text).substr(at, step));
    QCOMPARE(hash.finish(), sha256(text));
}

QTEST_GUILESS_MAIN(TestSha256)
#include "test_sha256.moc"
