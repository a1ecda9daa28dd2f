// The manual: whole in both languages, its links lead somewhere, it can be searched, and F1 opens it where one is.
#include "ui/help/help_browser.h"
#include "ui/help/help_control.h"
#include "ui/help/help_pages.h"
#include "ui/help/help_window.h"
#include "ui/help_places.h"
#include "ui/view_looks.h"
#include "ui/window_driver.h"

#include <QDir>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextBlock>

using namespace fairloom;
using namespace fairloom::ui;

class TestHelp : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup() { setLanguage(QStringLiteral("en")); }
    void parses();
    void languagesHaveTheSamePages();
    void linksLeadSomewhere_data();
    void linksLeadSomewhere();
    void everyFileIsAPage();
    void search_data();
    void search();
    void reads();
    void searchesAndGoesBack();
    void f1_data();
    void f1();
    void f1InADialog();
    void speaksTheWindowsLanguage();

private:
    QTemporaryDir folder_;
};

void TestHelp::initTestCase()
{
    WindowDriver::prepareApplication(QStringLiteral("test_help"), folder_.path());
}

void TestHelp::parses()
{
    const HelpPage page = HelpPages::parse(QStringLiteral("x"), QStringLiteral("# Title {#top}\n\nSome *text* with [a link](y.md#z).\n\n## Second part {#second}\n\n"
                                                                               "* **F1** {#f1}: a mean\n"));
    QCOMPARE(page.title(), QStringLiteral("Title"));
    QCOMPARE(page.sections.size(), std::size_t(2));
    QCOMPARE(page.sections[0].id, QStringLiteral("top"));
    QCOMPARE(page.sections[0].text, QStringLiteral("Some text with a link."));
    QCOMPARE(page.sections[1].id, QStringLiteral("second"));
    QCOMPARE(page.sections[1].level, 2);
    QVERIFY2(!page.markdown.contains(u"{#"), qPrintable(page.markdown));
    QCOMPARE(HelpPages::parse(QStringLiteral("x"), QString()).title(), QStringLiteral("x")); // a page that is missing
}

void TestHelp::languagesHaveTheSamePages()
{
    const HelpPages english(QStringLiteral("en")), swedish(QStringLiteral("sv")), other(QStringLiteral("xx"));
    QCOMPARE(other.folder(), english.folder());
    QVERIFY(swedish.folder() != english.folder());
    QCOMPARE(swedish.pages().size(), english.pages().size());
    QVERIFY(english.pages().size() >= 14);
    for (std::size_t i = 0; i < english.pages().size(); ++i) {
        const HelpPage &one = english.pages()[i], &two = swedish.pages()[i];
        QCOMPARE(two.id, one.id);
        QVERIFY2(one.title() != one.id, qPrintable(one.id)); // there is such a file
        QVERIFY2(two.title() != two.id, qPrintable(two.id));
        QCOMPARE(two.sections.size(), one.sections.size());
        for (std::size_t s = 0; s < one.sections.size(); ++s) {
            QVERIFY2(!one.sections[s].id.isEmpty(), qPrintable(one.sections[s].title));
            QCOMPARE(two.sections[s].id, one.sections[s].id);
            QCOMPARE(two.sections[s].level, one.sections[s].level);
        }
    }
}

void TestHelp::linksLeadSomewhere_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Swedish") << "sv";
}

void TestHelp::linksLeadSomewhere()
{
    QFETCH(QString, language);
    const HelpPages pages(language);
    static const QRegularExpression link(QStringLiteral(R"((!?)\[[^\]]*\]\(([^)#]*)(?:#([^)]*))?\))"));
    int links = 0;
    for (const HelpPage &page : pages.pages())
        for (auto found = link.globalMatch(page.markdown); found.hasNext();) {
            const QRegularExpressionMatch one = found.next();
            ++links;
            if (!one.captured(1).isEmpty()) {
                QVERIFY2(QFile::exists(pages.folder() + u'/' + one.captured(2)), qPrintable(page.id + QStringLiteral(": ") + one.captured(2)));
                continue;
            }
            const HelpPage *target = pages.find(QString(one.captured(2)).remove(QStringLiteral(".md")));
            QVERIFY2(target, qPrintable(page.id + QStringLiteral(": ") + one.captured(2)));
            QFile source(pages.folder() + u'/' + target->id + QStringLiteral(".md"));
            QVERIFY(source.open(QIODevice::ReadOnly));
            QVERIFY2(one.captured(3).isEmpty() || source.readAll().contains("{#" + one.captured(3).toUtf8() + '}'), qPrintable(page.id + QStringLiteral(": ") + one.captured(0)));
        }
    QVERIFY(links > 8);
    // and so do the places that parts of the window name
    for (const char *name : {"dataView", "subgroupsView", "trainingView", "cloudPlot", "setupDock", "studyDialog", "openDataDialog", "compareScatter"}) {
        QWidget part;
        part.setObjectName(QLatin1StringView(name));
        const QString place = HelpControl::placeFor(&part);
        QVERIFY2(hasPlace(pages, place), qPrintable(place));
    }
}

void TestHelp::everyFileIsAPage()
{
    for (const char *language : {"en", "sv"}) {
        const HelpPages pages{QLatin1StringView(language)};
        QCOMPARE(QDir(pages.folder()).entryList({QStringLiteral("*.md")}).size(), qsizetype(pages.pages().size()));
    }
}

void TestHelp::search_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first"); ///< place; empty = nothing is found
    QTest::newRow("by its name") << "en" << "demographic parity" << "fairness#dpr";
    QTest::newRow("letters of any case") << "en" << "COVERAGE" << "quality#coverage";
    QTest::newRow("several words, in any order") << "en" << "share labour smallest" << "fairness#dpr";
    QTest::newRow("Swedish") << "sv" << "täckning" << "quality#coverage";
    QTest::newRow("no such word") << "en" << "zeppelin" << "";
    QTest::newRow("one of two words is nowhere") << "en" << "coverage zeppelin" << "";
    QTest::newRow("blank") << "en" << "  " << "";
}

void TestHelp::search()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(QString, first);
    const std::vector<HelpHit> hits = HelpPages(language).search(text);
    if (first.isEmpty()) {
        QVERIFY(hits.empty());
        return;
    }
    QVERIFY(!hits.empty());
    QCOMPARE(hits.front().place, first);
    QVERIFY(hits.front().quote.size() < 130);
}

void TestHelp::reads()
{
    WindowDriver driver;
    HelpWindow help(driver.window);
    help.open(QStringLiteral("fairness#calibration"));
    QVERIFY(QTest::qWaitForWindowExposed(&help));
    auto *text = help.findChild<HelpBrowser *>(QStringLiteral("helpText"));
    const QString shown = text->toPlainText();
    QVERIFY(shown.startsWith(u"Measures of fairness"));
    QVERIFY2(!shown.contains(u"{#") && !shown.contains(u"**"), qPrintable(shown));
    // the section is at the top of what is seen, or as far up as the page goes
    QTRY_VERIFY(text->verticalScrollBar()->value() > 0);
    const QTextCursor top = text->cursorForPosition(QPoint(20, 30));
    QVERIFY2(text->verticalScrollBar()->value() == text->verticalScrollBar()->maximum() || top.block().text().contains(u"Calibration"),
             qPrintable(top.block().text()));
    auto *list = help.findChild<QListWidget *>(QStringLiteral("helpList"));
    QCOMPARE(list->currentItem()->text(), QStringLiteral("Measures of fairness"));
    // a drawing
    help.open(QStringLiteral("method"));
    const QVariant drawing = text->loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("stages.svg")));
    QVERIFY(drawing.value<QImage>().width() > 300);
    // keys come from the commands
    help.open(QStringLiteral("keys"));
    QVERIFY2(text->toPlainText().contains(u"Ctrl+R"), qPrintable(text->toPlainText()));
    help.open(QStringLiteral("no such page"));
    QVERIFY(text->toPlainText().startsWith(u"First steps"));
    for (const QWidget *widget : help.findChildren<QWidget *>())
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && !widget->objectName().startsWith(u"qt_"))
            QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QPushButton *>(widget), qPrintable(widget->objectName()));
}

void TestHelp::searchesAndGoesBack()
{
    WindowDriver driver;
    HelpWindow help(driver.window);
    help.open(QStringLiteral("start"));
    auto *search = help.findChild<QLineEdit *>(QStringLiteral("helpSearch"));
    auto *list = help.findChild<QListWidget *>(QStringLiteral("helpList"));
    auto *back = help.findChild<QPushButton *>(QStringLiteral("helpBack"));
    const int pages = list->count();
    QVERIFY(!back->isEnabled());
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("four-fifths"));
    QCOMPARE(list->count(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(help.place(), QStringLiteral("fairness#dpr"));
    QCOMPARE(list->count(), 1); // one goes on through what was found
    QTest::keyClicks(search, QStringLiteral("x"));
    QCOMPARE(list->count(), 0);
    QVERIFY(help.findChild<QWidget *>(QStringLiteral("helpNothing"))->isVisible());
    search->clear();
    QCOMPARE(list->count(), pages);
    emit help.findChild<HelpBrowser *>()->placeRequested(QStringLiteral("uncertainty#paired"));
    QCOMPARE(help.place(), QStringLiteral("uncertainty#paired"));
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(help.place(), QStringLiteral("fairness#dpr"));
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(help.place(), QStringLiteral("start"));
    QVERIFY(!back->isEnabled());
}

void TestHelp::f1_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("place");
    QTest::newRow("welcome") << "" << "start";
    QTest::newRow("audit") << "auditView" << "fairness";
    QTest::newRow("nothing, in a view") << "dataView" << "bias";
    QTest::newRow("a plot") << "leakagePlot" << "leakage";
    QTest::newRow("set-up") << "setupDock" << "settings";
}

void TestHelp::f1()
{
    QFETCH(QString, part);
    QFETCH(QString, place);
    WindowDriver driver;
    QVERIFY(QTest::qWaitForWindowExposed(&driver.window));
    QWidget *from = part.isEmpty() ? static_cast<QWidget *>(&driver.window) : driver.find<QWidget>(part);
    QVERIFY2(from, qPrintable(part));
    QTest::keyClick(from, Qt::Key_F1);
    auto *help = driver.window.findChild<HelpWindow *>();
    QVERIFY(help && help->isVisible());
    QCOMPARE(help->place(), place);
    driver.find<QAction>(QStringLiteral("keysAction"))->trigger();
    QCOMPARE(driver.window.findChildren<HelpWindow *>().size(), 1);
    QCOMPARE(help->place(), QStringLiteral("keys"));
}

void TestHelp::f1InADialog()
{
    WindowDriver driver;
    QVERIFY(QTest::qWaitForWindowExposed(&driver.window));
    driver.window.openSource(QStringLiteral("sample:hiring"));
    QTRY_VERIFY_WITH_TIMEOUT(driver.session.canTrain(), 20000);
    driver.find<QAction>(QStringLiteral("runStudyAction"))->trigger();
    auto *dialog = driver.window.findChild<QDialog *>(QStringLiteral("studyDialog"));
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QTest::keyClick(dialog, Qt::Key_F1);
    auto *help = driver.window.findChild<HelpWindow *>();
    QVERIFY(help && help->isVisible());
    QCOMPARE(help->parentWidget(), dialog); // else the dialog would keep people from reading it
    QCOMPARE(help->place(), QStringLiteral("compare#studies"));
}

void TestHelp::speaksTheWindowsLanguage()
{
    setLanguage(QStringLiteral("sv"));
    WindowDriver driver;
    HelpWindow help(driver.window);
    help.open(QStringLiteral("fairness"));
    QVERIFY(help.findChild<HelpBrowser *>()->toPlainText().startsWith(u"Mått på rättvisa"));
    keepPictures(help, QStringLiteral("help_sv"));
    setLanguage(QStringLiteral("en"));
    QTRY_VERIFY(!help.isVisible());
}

QTEST_MAIN(TestHelp)
#include "test_help.moc"
