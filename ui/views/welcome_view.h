#pragma once

#include "ui/window/preferences.h"
#include "ui/workers/project_places.h"

#include <QList>
#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace fairloom::ui {

/// The first page: the tour and the lessons, recent files and projects, "Open data…", built-in samples with their stories.
class WelcomeView final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomeView(QWidget *parent = nullptr);

    void showLessons(); ///< again: how far each has come
    void showRecent(); ///< reads the lists of recent files and projects again
    /// Untitled projects of earlier starts, offered before the recent ones.
    void setLeftProjects(const std::vector<LeftProject> &left);

signals:
    void openRequested();
    void sampleRequested(const QString &source); ///< "sample:hiring"
    void recentRequested(const fairloom::ui::RecentFile &file);
    void openProjectRequested();
    void projectRequested(const QString &folder);
    void lessonRequested(const QString &name);

private:
    QWidget *makeSamples();
    QWidget *makeLessons();

    void showProjects();

    QVBoxLayout *recent_, *projects_;
    QWidget *projectsPart_;
    QList<QPushButton *> lessons_; ///< the tour first
    std::vector<LeftProject> left_;
};

} // namespace fairloom::ui
