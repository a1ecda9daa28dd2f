#pragma once

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/plot.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/workers/session.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

#include <functional>

// Times are what people were promised only in an optimised build without sanitizers.
#if defined(NDEBUG) && !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
inline constexpr bool times_count = true;
#else
inline constexpr bool times_count = false;
#endif

/// The real window over a real session, worked by mouse and keys as a person would.
class WindowDriver {
public:
    using State = fairloom::ui::RunEntry::State;

    WindowDriver() : window(session) { window.show(); }

    /// Keeps the test's preferences out of the user's.
    static void prepareApplication(const QString &name, const QString &settingsFolder)
    {
        QCoreApplication::setOrganizationName(QStringLiteral("FairloomTest"));
        QCoreApplication::setApplicationName(name);
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settingsFolder);
        QSettings().clear();
        fairloom::ui::setLanguage(QStringLiteral("en"));
        fairloom::ui::Theme::instance().setMode(fairloom::ui::Theme::Mode::light);
    }

    template <typename Type>
    Type *find(const QString &name) const
    {
        return window.findChild<Type *>(name);
    }

    void click(const QString &button)
    {
        auto *widget = find<QPushButton>(button);
        QVERIFY2(widget && widget->isVisible() && widget->isEnabled(), qPrintable(button));
        QTest::mouseClick(widget, Qt::LeftButton);
    }

    /// The view's entry in the list at the left.
    void clickView(int row)
    {
        auto *list = find<QListWidget>(QStringLiteral("navigation"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
    }

    /// By the view's key.
    void goTo(fairloom::ui::MainWindow::View view)
    {
        window.activateWindow();
        QTRY_VERIFY(window.isActiveWindow());
        QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_1 + int(view)), Qt::ControlModifier);
        QCOMPARE(window.view(), view);
    }

    void typeNumber(const QString &spinBox, int value)
    {
        auto *box = find<QSpinBox>(spinBox);
        QVERIFY2(box, qPrintable(spinBox));
        box->selectAll();
        QTest::keyClicks(box, QString::number(value));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(box->value(), value);
    }

    void chooseByTyping(const QString &comboBox, const QString &text)
    {
        auto *box = find<QComboBox>(comboBox);
        QVERIFY2(box && box->isEnabled(), qPrintable(comboBox));
        QTest::qWait(QApplication::keyboardInputInterval() + 50); // what was typed before must not count
        QTest::keyClicks(box, text);
        QCOMPARE(box->currentText(), text);
    }

    /// Opens the menu of sensitive columns, ticks or unticks one, closes it.
    void toggleSensitive(const QString &column)
    {
        click(QStringLiteral("sensitiveBox"));
        auto *menu = find<QMenu>(QStringLiteral("sensitiveMenu"));
        QTRY_VERIFY(menu->isVisible());
        auto *action = find<QAction>(QStringLiteral("sensitive_") + column);
        QVERIFY2(action, qPrintable(column));
        const bool before = action->isChecked();
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        QCOMPARE(action->isChecked(), !before);
        QTest::keyClick(menu, Qt::Key_Escape);
        QTRY_VERIFY(!menu->isVisible());
    }

    /// Points of all lines of a plot.
    int points(const QString &name) const
    {
        const auto *plot = find<fairloom::ui::Plot>(name);
        int sum = 0;
        for (int i = 0; plot && i < plot->graphCount(); ++i)
            sum += plot->graph(i)->dataCount();
        return sum;
    }

    /// Until the active run is in that stage and says that it does that (the beginning of a sentence); false if it ends before.
    bool waitForStage(fairloom::RunStage stage, const QString &activity = {}, int milliseconds = 300000)
    {
        bool there = false;
        return QTest::qWaitFor([&] {
            const auto *run = session.activeRun();
            if (!run)
                return true;
            const fairloom::RunStatus status = run->monitor->status();
            there = status.stage == stage && fairloom::ui::translated(status.activity).startsWith(activity);
            return there;
        }, milliseconds) && there;
    }

    /// Milliseconds from `act` until the session says that the active run has ended; -1 if it does not.
    qint64 timeToEnd(const std::function<void()> &act)
    {
        const int id = session.activeRun()->id;
        qint64 at = -1;
        QElapsedTimer time;
        QObject context;
        QObject::connect(&session, &fairloom::ui::Session::runsChanged, &context, [&] {
            if (at < 0 && !session.run(id)->active())
                at = time.elapsed();
        });
        time.start();
        act();
        if (!QTest::qWaitFor([&] { return at >= 0; }, 60000))
            return -1;
        return at;
    }

    /// Chooses the menu's entry and answers the file dialog that it opens, and the question before it, if there is one.
    void exportBy(const char *action, const QString &place)
    {
        auto *entry = find<QAction>(QLatin1StringView(action));
        QVERIFY2(entry && entry->isEnabled(), action);
        QSignalSpy done(&session, &fairloom::ui::Session::jobFinished), failed(&session, &fairloom::ui::Session::jobFailed);
        bool answered = false;
        int looks = 0;
        QTimer person;
        QObject::connect(&person, &QTimer::timeout, &person, [&] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (auto *question = qobject_cast<QMessageBox *>(widget); question && question->isVisible()) {
                    for (QAbstractButton *button : question->buttons())
                        if (question->buttonRole(button) == QMessageBox::AcceptRole)
                            return button->click();
                }
                auto *dialog = qobject_cast<QFileDialog *>(widget);
                if (!dialog || !dialog->isVisible())
                    continue;
                if (++looks > 50)
                    return dialog->reject(); // it did not take the answer: the test goes on and fails
                auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
                edit->setText(place);
                answered = true;
                QTest::keyClick(edit, Qt::Key_Return);
                return;
            }
        });
        person.start(100);
        entry->trigger();
        person.stop();
        QVERIFY2(answered, "no file dialog came");
        QTRY_VERIFY_WITH_TIMEOUT(done.size() + failed.size() > 0, 60000);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.first().first().toString()));
    }

    fairloom::ui::Session session;
    fairloom::ui::MainWindow window;
};
