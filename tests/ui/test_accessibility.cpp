// Walks the accessibility tree of the window in every view, and of the dialogs: every control has a name and is reached by keyboard, and what is a
// picture has a sentence for those who cannot see it.
#include "ui/views/data_view.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/heat_map.h"
#include "ui/window/judge_rows_dialog.h"
#include "ui/window/open_data_dialog.h"
#include "window_driver.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSet>
#include <QSlider>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace fairloom;
using namespace fairloom::ui;

namespace {

bool isControl(QAccessible::Role role)
{
    static const QSet<int> roles{QAccessible::PushButton, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::ComboBox, QAccessible::EditableText,
                                 QAccessible::Slider,     QAccessible::SpinBox,  QAccessible::Table,       QAccessible::Tree,     QAccessible::List,
                                 QAccessible::ButtonMenu, QAccessible::PageTabList, QAccessible::Graphic, QAccessible::Chart};
    return roles.contains(role);
}

/// Parts that Qt makes inside a control, which is reached and named as a whole.
bool isPart(const QWidget *widget)
{
    if (widget->objectName().startsWith(u"qt_") || qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QHeaderView *>(widget))
        return true;
    const QWidget *parent = widget->parentWidget();
    return parent && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") || parent->inherits("QLineEdit") || parent->inherits("QTableView")
                      || parent->inherits("QMenuBar"));
}

bool isPicture(const QWidget *widget)
{
    return qobject_cast<const Plot *>(widget) || qobject_cast<const BarChart *>(widget) || qobject_cast<const HeatMap *>(widget);
}

/// By Tab, by the arrow keys of its group, by a key of its own or by its label's.
bool isReached(const QWidget *widget)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        return true;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        if (!button->shortcut().isEmpty())
            return true;
        if (button->group()) // one of them has Tab, the arrows lead to the others
            for (const QAbstractButton *other : button->group()->buttons())
                if (other->focusPolicy() & Qt::TabFocus)
                    return true;
        // those in the head of a dock do what View's menu does too
        if (button->parentWidget() && button->parentWidget()->property("look").toString() == u"dockTitle")
            return true;
    }
    return qobject_cast<const QTabBar *>(widget) // of docks: they are in the View menu
           || qobject_cast<const QLabel *>(widget); // a picture that is only looked at
}

QString called(const QWidget *widget)
{
    QString out = QStringLiteral("%1 “%2”").arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName());
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (!parent->objectName().isEmpty() && !parent->objectName().startsWith(u"qt_"))
            return out + QStringLiteral(" in “%1”").arg(parent->objectName());
    return out;
}

/// Every fault of what is seen of a window.
QStringList faults(QWidget *window)
{
    QStringList out;
    QSet<const QObject *> walked;
    const std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *node) {
        if (!node || !node->isValid() || !node->object() || walked.contains(node->object()))
            return;
        walked.insert(node->object());
        const auto *widget = qobject_cast<const QWidget *>(node->object());
        if (widget && widget->isVisible() && !isPart(widget)) {
            const bool picture = isPicture(widget);
            if (isControl(node->role()) || picture) {
                if (node->text(QAccessible::Name).trimmed().isEmpty())
                    out << QStringLiteral("no name: ") + called(widget);
                if (widget->isEnabled() && !isReached(widget))
                    out << QStringLiteral("not reached by keyboard: ") + called(widget);
            }
        }
        for (int i = 0; i < node->childCount() && !(widget && widget->inherits("QAbstractItemView")); ++i)
            walk(node->child(i));
    };
    walk(QAccessible::queryAccessibleInterface(window));
    // and nothing that can be seen is outside the tree
    for (const QWidget *widget : window->findChildren<QWidget *>())
        if (widget->isVisible() && !isPart(widget) && (qobject_cast<const QAbstractButton *>(widget) || isPicture(widget)) && widget->window() == window
            && !walked.contains(widget))
            out << QStringLiteral("not in the tree: ") + called(widget);
    return out;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { driver_.reset(); }
    void welcome();
    void train(); // what the views below show
    void views_data();
    void views();
    void picturesSaySomething();
    void dialogs_data();
    void dialogs();
    void tabGoesRound();
    void aFaultIsFound();

private:
    QTemporaryDir folder_;
    std::unique_ptr<WindowDriver> driver_;
};

void TestAccessibility::initTestCase()
{
    WindowDriver::prepareApplication(QStringLiteral("test_accessibility"), folder_.path());
    driver_ = std::make_unique<WindowDriver>();
    driver_->window.resize(1440, 900);
}

void TestAccessibility::welcome()
{
    QCOMPARE(faults(&driver_->window).join(u'\n'), QString());
}

void TestAccessibility::train()
{
    driver_->session.openDataset(QStringLiteral("sample:hiring"));
    QTRY_VERIFY(driver_->session.canTrain());
    RunSettings settings = driver_->session.settings();
    settings.teacher_epochs = 4;
    settings.student_epochs = 2;
    settings.bootstrap = 50;
    settings.seeds = 1;
    driver_->session.setSettings(settings);
    driver_->session.startRun();
    QTRY_VERIFY_WITH_TIMEOUT(!driver_->session.activeRun(), 120000);
    QVERIFY(driver_->session.currentRun()->outcome);
}

void TestAccessibility::views_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<int>("page");
    for (const int page : {DataView::OverviewPage, DataView::AssociationsPage, DataView::SubgroupsPage, DataView::CausalPage})
        QTest::addRow("data, page %d", page + 1) << int(MainWindow::DataPage) << page;
    const char *const names[] = {"data", "training", "samples", "audit", "compare"};
    for (int view = MainWindow::TrainingPage; view <= MainWindow::ComparePage; ++view)
        QTest::newRow(names[view]) << view << -1;
}

void TestAccessibility::views()
{
    QFETCH(int, view);
    QFETCH(int, page);
    driver_->window.showView(static_cast<MainWindow::View>(view));
    if (page >= 0)
        driver_->window.findChild<DataView *>()->showPage(static_cast<DataView::Page>(page));
    QTest::qWait(100);
    QCOMPARE(faults(&driver_->window).join(u'\n'), QString());
}

void TestAccessibility::picturesSaySomething()
{
    QStringList silent;
    for (int view = MainWindow::DataPage; view <= MainWindow::ComparePage; ++view) {
        driver_->window.showView(static_cast<MainWindow::View>(view));
        if (view == MainWindow::DataPage)
            driver_->window.findChild<DataView *>()->showPage(DataView::OverviewPage);
        QTest::qWait(300);
        for (const QWidget *widget : driver_->window.findChildren<QWidget *>())
            if (widget->isVisible() && isPicture(widget) && widget->accessibleDescription().isEmpty())
                silent << called(widget);
    }
    QCOMPARE(silent.join(u'\n'), QString());
}

void TestAccessibility::dialogs_data()
{
    QTest::addColumn<QByteArray>("action");
    for (const char *action : {"openDataAction", "judgeRowsAction", "runStudyAction", "manualAction", "keysAction", "describeRunsAction"})
        QTest::newRow(action) << QByteArray(action);
}

void TestAccessibility::dialogs()
{
    QFETCH(QByteArray, action);
    auto *entry = driver_->find<QAction>(QLatin1StringView(action));
    QVERIFY(entry && entry->isEnabled());
    const QWidgetList before = QApplication::topLevelWidgets();
    entry->trigger();
    QWidget *opened = nullptr;
    QTRY_VERIFY([&] {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->isVisible() && widget != &driver_->window && !before.contains(widget))
                opened = widget;
        return opened != nullptr;
    }());
    QTest::qWait(100);
    const QString found = faults(opened).join(u'\n');
    opened->close();
    QCOMPARE(found, QString());
}

/// Tab comes back to where it began and meets no control twice.
void TestAccessibility::tabGoesRound()
{
    driver_->window.showView(MainWindow::AuditPage);
    driver_->window.activateWindow();
    QTRY_VERIFY(driver_->window.isActiveWindow());
    driver_->find<QPushButton>(QStringLiteral("trainButton"))->setFocus(Qt::TabFocusReason);
    QWidget *const first = QApplication::focusWidget();
    QVERIFY(first);
    QSet<QWidget *> met;
    for (int i = 0; i < 500; ++i) {
        met.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget());
        if (QApplication::focusWidget() == first)
            break;
        QVERIFY2(!met.contains(QApplication::focusWidget()), qPrintable(called(QApplication::focusWidget())));
    }
    QCOMPARE(QApplication::focusWidget(), first);
    QVERIFY(met.size() > 15);
}

/// The walk itself is worth something.
void TestAccessibility::aFaultIsFound()
{
    QWidget window;
    auto *nameless = new QToolButton(&window);
    nameless->setFocusPolicy(Qt::StrongFocus);
    auto *unreached = new QPushButton(QStringLiteral("Go"), &window);
    unreached->setFocusPolicy(Qt::NoFocus);
    unreached->move(50, 0);
    window.show();
    const QStringList found = faults(&window);
    QCOMPARE(found.size(), 2);
    QVERIFY(found[0].startsWith(QStringLiteral("no name")) && found[1].startsWith(QStringLiteral("not reached")));
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
