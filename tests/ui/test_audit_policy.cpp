#include "ui/views/audit/policy_card.h"
#include "ui/views/audit_view.h"
#include "ui/window/preferences.h"
#include "ui/audit_fixture.h"
#include "ui/view_looks.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

class TestAuditPolicy : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void nothingUntilThereIsAFile();
    void limitsAreHeldAgainstTheRun();
    void allMet();
    void damagedFiles_data();
    void damagedFiles();
    void fileIsRemembered();
    void limitsOfTheRunItself();
    void looks();

private:
    QString write(const QByteArray &text)
    {
        const QString file = folder_.filePath(QStringLiteral("limits%1.json").arg(++files_));
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("no file");
        return file;
    }
    QTemporaryDir folder_;
    int files_ = 0;
};

namespace {

constexpr const char *four = R"({"name": "Hiring policy", "limits": [
    {"figure": "dpr", "at_least": 0.7, "note": "agreed with the works council"},
    "accuracy >= 0.8 with 95 % confidence",
    {"figure": "exact_copies", "at_most": 0.01},
    {"figure": "coverage", "at_least": 0.5}]})";

}

void TestAuditPolicy::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("FairloomTest"));
    QCoreApplication::setApplicationName(QStringLiteral("audit_policy"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
}

void TestAuditPolicy::init()
{
    QSettings().clear();
}

void TestAuditPolicy::nothingUntilThereIsAFile()
{
    Session session;
    AuditView view(session);
    auto *card = view.findChild<PolicyCard *>("policyCard");
    const auto *button = view.findChild<QPushButton *>("policyButton");
    QVERIFY(!button->isEnabled());
    view.showOutcome(fixture::outcome());
    QVERIFY(button->isEnabled());
    QCOMPARE(button->text(), QString("Policy limits…"));
    QVERIFY(card->isHidden());
}

void TestAuditPolicy::limitsAreHeldAgainstTheRun()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome()); // DPR 0.763, accuracy 0.833 without interval, no privacy figures, coverage 0.943
    auto *card = view.findChild<PolicyCard *>("policyCard");
    card->openFile(write(four));
    QCOMPARE(view.findChild<QPushButton *>("policyButton")->text(), QString("Policy limits: 2 of 4 met"));
    QVERIFY(!card->isHidden());
    QVERIFY(view.findChild<QLabel *>("policyError")->isHidden());
    const QAbstractItemModel *lines = view.findChild<QTableView *>("policyTable")->model();
    QCOMPARE(lines->rowCount(), 4);
    const auto text = [lines](int row, int column) { return lines->index(row, column).data().toString(); };
    QVERIFY(text(0, 0).contains("✓") && text(1, 0).contains("not met") && text(2, 0).contains("not met") && text(3, 0).contains("✓"));
    QVERIFY2(text(0, 1).contains("dpr >= 0.7") && text(0, 1).contains("works council"), qPrintable(text(0, 1)));
    QVERIFY2(text(0, 2).contains("0.763"), qPrintable(text(0, 2)));
    QVERIFY2(text(1, 2).contains("no interval"), qPrintable(text(1, 2)));
    QVERIFY2(text(2, 2).contains("not computed"), qPrintable(text(2, 2)));

    // another run is held against the same limits
    auto better = fixture::outcome();
    for (auto &[name, source] : better->result.sources)
        if (name == "student")
            source.protocols["tstr"]["xgboost"].utility.accuracy = fixture::interval(0.9, 0.89, 0.91);
    view.showOutcome(better);
    QCOMPARE(view.findChild<QPushButton *>("policyButton")->text(), QString("Policy limits: 3 of 4 met"));
    view.showOutcome(nullptr);
    QVERIFY(card->isHidden());
}

void TestAuditPolicy::allMet()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::scoredOutcome());
    view.findChild<PolicyCard *>("policyCard")->openFile(write(R"({"limits": ["dpr >= 0.1 with 95 % confidence"]})"));
    QCOMPARE(view.findChild<QPushButton *>("policyButton")->text(), QString("Policy limits: 1 of 1 met"));
    QVERIFY(says(view, "all limits are met"));
    view.findChild<QSlider *>("thresholdSlider")->setValue(80); // limits stay with the run as it was judged
    QTRY_VERIFY(says(view, "at its own threshold"));
    QCOMPARE(view.findChild<QPushButton *>("policyButton")->text(), QString("Policy limits: 1 of 1 met"));
}

void TestAuditPolicy::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{\"limits\": [");
    QTest::newRow("unknown figure") << QByteArray(R"({"limits": [{"figure": "niceness", "at_least": 1}]})");
    QTest::newRow("no limits") << QByteArray(R"({"limits": []})");
    QTest::newRow("empty") << QByteArray();
}

void TestAuditPolicy::damagedFiles()
{
    QFETCH(QByteArray, text);
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome());
    auto *card = view.findChild<PolicyCard *>("policyCard");
    card->openFile(write(text));
    const auto *error = view.findChild<QLabel *>("policyError");
    QVERIFY(!error->isHidden() && error->text().endsWith('.'));
    QVERIFY2(error->text().contains("limits"), qPrintable(error->text()));
    QVERIFY(!card->isHidden());
    QVERIFY(view.findChild<QTableView *>("policyTable")->isHidden());
    QCOMPARE(view.findChild<QPushButton *>("policyButton")->text(), QString("Policy limits…"));
    QVERIFY(preferences::policyFile().isEmpty()); // not to be met again at the next start

    card->openFile(write(four)); // and on with a good one
    QVERIFY(error->isHidden());
    QCOMPARE(view.findChild<QPushButton *>("policyButton")->text(), QString("Policy limits: 2 of 4 met"));
}

void TestAuditPolicy::fileIsRemembered()
{
    const QString file = write(four);
    {
        Session session;
        AuditView view(session);
        view.findChild<PolicyCard *>("policyCard")->openFile(file);
    }
    QCOMPARE(preferences::policyFile(), file);
    {
        Session session;
        AuditView view(session);
        view.showOutcome(fixture::outcome());
        QCOMPARE(view.findChild<QPushButton *>("policyButton")->text(), QString("Policy limits: 2 of 4 met"));
    }
    QVERIFY(QFile::remove(file));
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome());
    QVERIFY(!view.findChild<QLabel *>("policyError")->isHidden()); // gone, and said so
    view.findChild<QPushButton *>("policyForget")->click();
    QVERIFY(view.findChild<PolicyCard *>("policyCard")->isHidden());
    QVERIFY(preferences::policyFile().isEmpty());
}

void TestAuditPolicy::limitsOfTheRunItself()
{
    auto outcome = fixture::outcome();
    outcome->result.policy = check_policy(parse_policy(four, "limits"), outcome->result);
    Session session;
    AuditView view(session);
    view.showOutcome(outcome);
    QCOMPARE(view.findChild<QPushButton *>("policyButton")->text(), QString("Policy limits: 2 of 4 met"));
    QVERIFY(!view.findChild<PolicyCard *>("policyCard")->isHidden());
}

void TestAuditPolicy::looks()
{
    if (qEnvironmentVariableIsEmpty("FAIRLOOM_TEST_PICTURES"))
        QSKIP("pictures only");
    Theme::instance().setMode(Theme::Mode::light);
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::scoredOutcome(false, 200));
    view.findChild<PolicyCard *>("policyCard")->openFile(write(four));
    view.resize(880, 1500);
    view.show();
    keepPictures(view, "audit_policy");
}

QTEST_MAIN(TestAuditPolicy)
#include "test_audit_policy.moc"
