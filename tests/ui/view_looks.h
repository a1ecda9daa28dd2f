#pragma once

#include "ui/style/theme.h"

#include <QDir>
#include <QLabel>
#include <QTest>
#include <QWidget>

#include <algorithm>

/// Whether one of the labels that can be seen in the view has that part.
inline bool says(const QWidget &view, const QString &part)
{
    const auto texts = view.findChildren<QLabel *>();
    return std::any_of(texts.begin(), texts.end(), [&](const QLabel *label) { return label->isVisibleTo(&view) && label->text().contains(part); });
}

/// Pictures for people to look at, if asked for.
inline void keepPictures(QWidget &view, const QString &name)
{
    using fairloom::ui::Theme;
    const QString folder = qEnvironmentVariable("FAIRLOOM_TEST_PICTURES");
    if (folder.isEmpty())
        return;
    for (const auto mode : {Theme::Mode::light, Theme::Mode::dark}) {
        Theme::instance().setMode(mode);
        QTest::qWait(100);
        view.grab().save(QDir(folder).filePath(name + (mode == Theme::Mode::dark ? "_dark.png" : "_light.png")));
    }
    Theme::instance().setMode(Theme::Mode::light);
}
