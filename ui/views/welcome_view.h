#pragma once

#include "ui/window/preferences.h"

#include <QWidget>

class QVBoxLayout;

namespace fairloom::ui {

/// The first page: built-in samples with their stories, recent files, "Open data…".
class WelcomeView final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomeView(QWidget *parent = nullptr);

    void showRecent(); ///< reads the list of recent files again

signals:
    void openRequested();
    void sampleRequested(const QString &source); ///< "sample:hiring"
    void recentRequested(const fairloom::ui::RecentFile &file);

private:
    QWidget *makeSamples();

    QVBoxLayout *recent_;
};

} // namespace fairloom::ui
