#pragma once

#include "core/study/store/project_file.h"
#include "ui/text.h"
#include "ui/workers/session.h"
#include "ui/workers/study_runner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A session with a project in a folder of its own, and a queue whose runs the real fairloom-cli makes.
struct StudyFixture {
    explicit StudyFixture(const QString &program = fairloom::ui::StudyRunner::programBesideThis()) : runner(session, program) {}

    /// A project that holds nothing, or what an earlier session has left there.
    void openProject(const QString &name = QStringLiteral("project"), const QString &root = {})
    {
        const QString place = QDir(root.isEmpty() ? folder.path() : root).filePath(name);
        if (!fairloom::is_project(fairloom::ui::toPath(place)))
            fairloom::write_project(fairloom::ui::toPath(place), {});
        session.openProject(place);
        QTRY_COMPARE_WITH_TIMEOUT(session.projectFolder(), place, 20000);
    }
    void openHiring()
    {
        session.openDataset(QStringLiteral("sample:hiring"));
        QTRY_VERIFY_WITH_TIMEOUT(session.problem() != nullptr, 20000);
    }

    /// Two losses and so many seeds, a second or two each.
    static QString study(const QString &name, int seeds, int epochs = 1, const QString &more = {})
    {
        QStringList list;
        for (int seed = 1; seed <= seeds; ++seed)
            list << QString::number(seed);
        return QStringLiteral(R"({"name": "%1", "data": {"hiring": {"data": "sample:hiring"}},
            "settings": {"evaluation": "student", "teacher_epochs": %2, "student_epochs": 1%3}, "grid": {"loss": ["l1", "mse"]}, "seeds": [%4]})")
            .arg(name).arg(epochs).arg(more, list.join(QStringLiteral(", ")));
    }

    /// What makes runs short.
    static QString fewRows() { return QStringLiteral(R"(, "train_rows": 2000)"); }

    int count(fairloom::TrialState state) const { return static_cast<int>(runner.snapshot().count(state)); }
    QStringList names(fairloom::TrialState state) const
    {
        QStringList out;
        for (const fairloom::QueuedTrial &trial : runner.snapshot().trials)
            if (trial.state == state)
                out << fairloom::ui::toQString(trial.name);
        return out;
    }

    QTemporaryDir folder;
    fairloom::ui::Session session;
    fairloom::ui::StudyRunner runner;
};
