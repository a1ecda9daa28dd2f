#include "ui/window/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace fairloom::ui {

namespace {

/// Texts of Qt's standard buttons, of which Debian has no Swedish; Qt asks for them in this context.
[[maybe_unused]] constexpr const char *buttons[] = {
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"), QT_TRANSLATE_NOOP("QPlatformTheme", "Close"), QT_TRANSLATE_NOOP("QPlatformTheme", "Open"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Save"),   QT_TRANSLATE_NOOP("QPlatformTheme", "&Yes"),  QT_TRANSLATE_NOOP("QPlatformTheme", "&No"),
};

/// The translators belong to the application and are found again by name, so that no static object outlives it.
void install(const QString &objectName, const QString &file)
{
    if (auto *before = qApp->findChild<QTranslator *>(objectName)) {
        QCoreApplication::removeTranslator(before);
        delete before;
    }
    auto *translator = new QTranslator(qApp);
    translator->setObjectName(objectName);
    if (QFile::exists(file) && translator->load(file))
        QCoreApplication::installTranslator(translator);
}

} // namespace

void setLanguage(const QString &language)
{
    QString code = language.isEmpty() ? QLocale::system().name().section(u'_', 0, 0) : language;
    if (!QFile::exists(QStringLiteral(":/i18n/fairloom_%1.qm").arg(code)))
        code = QStringLiteral("en");
    QLocale::setDefault(code == u"en" ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale(code));
    // Qt's own texts ("Cancel" in a file dialog) first, ours last, because the newest translator is asked first
    install(QStringLiteral("qtTranslator"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_%1.qm").arg(code));
    install(QStringLiteral("fairloomTranslator"), QStringLiteral(":/i18n/fairloom_%1.qm").arg(code));
}

} // namespace fairloom::ui
