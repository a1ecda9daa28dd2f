// The window. Wiring only: options, settings, theme, language, one session, one window.
#ifdef FAIRLOOM_ENGINE_FILE
#include "app/engine/engine.h"
#endif
#include "core/base/error.h"
#include "core/base/system.h"
#include "core/base/version.h"
#include "ui/style/theme.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"
#include "ui/window/screenshot_session.h"
#include "ui/workers/session.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QSize>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <cstring>

using namespace fairloom::ui;

namespace {

struct Options {
    QString source;
    QString screenshots, language;
    QSize size;
    bool train = false;
    bool goOn = false;
};

Options parse(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Desktop workbench for fair synthetic data"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("data"),
                                 QCoreApplication::translate("main", "Project folder or data file to open, or sample:NAME for a built-in sample"),
                                 QStringLiteral("[data]"));
    const QCommandLineOption train(QStringLiteral("train"),
                                   QCoreApplication::translate("main", "Start training as soon as the data are open"));
    const QCommandLineOption goOn(QStringLiteral("go-on"),
                                  QCoreApplication::translate("main", "Go on with the project's interrupted study without asking"));
    const QCommandLineOption screenshots(
        QStringLiteral("screenshots"),
        QCoreApplication::translate("main", "Drive the window through a session on a built-in sample, leave a picture of each "
                                            "view in this folder, and end"),
        QCoreApplication::translate("main", "folder"));
    const QCommandLineOption size(QStringLiteral("window-size"), QCoreApplication::translate("main", "Size of the window for --screenshots"),
                                  QCoreApplication::translate("main", "width x height"), QStringLiteral("1440x900"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QCoreApplication::translate("main", "Language of this window, whatever is chosen in its settings: en, sv"),
                                      QCoreApplication::translate("main", "code"));
    parser.addOptions({train, goOn, screenshots, size, language});
    parser.process(application);

    Options options;
    options.source = parser.positionalArguments().value(0);
    options.screenshots = parser.value(screenshots);
    options.language = parser.value(language);
    const QStringList sides = parser.value(size).split(u'x');
    options.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    options.train = parser.isSet(train);
    options.goOn = parser.isSet(goOn);
    return options;
}

/// --help and --version work where there is no display.
bool needsNoDisplay(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return std::strcmp(argument, "--help") == 0 || std::strcmp(argument, "-h") == 0
               || std::strcmp(argument, "--version") == 0 || std::strcmp(argument, "-v") == 0;
    });
}

void trainWhenReady(Session &session, MainWindow &window)
{
    // once: later changes of the task are the user's, who presses Train
    auto *once = new QObject(&window);
    QObject::connect(&session, &Session::problemChanged, once, [&session, &window, once] {
        if (!session.canTrain())
            return;
        once->deleteLater();
        if (auto *action = window.findChild<QAction *>(QStringLiteral("trainAction")))
            action->trigger();
    });
}

#ifdef FAIRLOOM_ENGINE_FILE
/// Beside the window, so that whoever presses Train first does not wait for it.
void fetchEngine()
{
    QThreadPool::globalInstance()->start([] {
        try {
            fairloom::engine();
        } catch (const fairloom::InputError &) { // is said when it is needed
        }
    });
}
#endif

} // namespace

int main(int argc, char **argv)
{
    fairloom::system::keep_freed_memory();
    QCoreApplication::setOrganizationName(QStringLiteral("Fairloom"));
    QCoreApplication::setApplicationName(QStringLiteral("fairloom"));
    QCoreApplication::setApplicationVersion(QLatin1StringView(fairloom::version()));

    if (needsNoDisplay(argc, argv)) {
        const QCoreApplication application(argc, argv);
        setLanguage({});
        parse(application);
        return 0;
    }

    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Fairloom"));
    QGuiApplication::setDesktopFileName(QStringLiteral("fairloom"));
    const Options options = parse(application);

    // pictures must not depend on what was done before, nor change it
    QTemporaryDir scratch;
    if (!options.screenshots.isEmpty()) {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, scratch.path());
        qputenv("XDG_DATA_HOME", scratch.path().toLocal8Bit()); // where untitled projects are
    }

    setLanguage(options.language.isEmpty() ? preferences::language() : options.language);
    Theme::instance().setMode(preferences::appearance());
    Session session;
    MainWindow window(session);
    window.show();
#ifdef FAIRLOOM_ENGINE_FILE
    QTimer::singleShot(0, &application, fetchEngine);
#endif
    if (options.train)
        trainWhenReady(session, window);
    window.setGoesOnWithStudies(options.goOn);
    window.start(options.screenshots.isEmpty() ? options.source : QString());
    if (!options.screenshots.isEmpty()) {
        auto *screenshots = new ScreenshotSession(window, session, options.screenshots, options.size);
        screenshots->start();
    }
    return QApplication::exec();
}
