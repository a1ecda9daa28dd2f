#pragma once

#include "ui/models/study_choices.h"
#include "ui/workers/async_value.h"
#include "ui/workers/prepared_study.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace fairloom::ui {

class ReadyStudies;
class Session;
class StudyForm;
class StudyRunner;

/// "Run a study…": ready studies for the open data, a form that writes one, and what it comes to. It closes once the queue has the study.
class StudyDialog final : public QDialog {
    Q_OBJECT
public:
    StudyDialog(Session &session, StudyRunner &runner, QWidget *parent = nullptr);

    void openStudy(const QString &file);
    bool saveStudy(const QString &file); ///< false, and said in the dialog, if that cannot be done
    /// What would be started or saved; empty while it cannot be.
    QString studyText() const;
    bool isComputing() const;

private:
    QWidget *buildData();
    QWidget *buildLeft();
    QWidget *buildRight();
    QWidget *buildFoot();
    void connectParts();
    void showData();
    void showOwnData();
    void showNew();
    void showPlan(const StudyPlan &plan, const QString &ready, bool ownData);
    void prepare();
    void showPrepared(const PreparedStudy &prepared);
    void showReason();
    QString reasonWithoutData() const;
    void start(const PreparedStudy &study);
    QString freeName(const QString &wanted) const;
    QString dataFolder() const;
    bool usesOwnData() const;

    Session &session_;
    StudyRunner &runner_;
    std::optional<OpenStudyData> data_; ///< the open one, as the dialog shows it
    StudyPlan plan_;                    ///< that the form was filled with
    QString problem_;                   ///< why the study of the form cannot be started, as far as it was multiplied out
    QString readyReason_;               ///< why no ready study can be started, as their cards say
    QString fileProblem_;               ///< of the last attempt to open, save or start
    std::optional<PreparedStudy> prepared_;
    bool starting_ = false;

    ReadyStudies *ready_;
    QLabel *onlyData_;                  ///< where there is no choice
    QRadioButton *openData_, *ownData_;
    QWidget *folderLine_;
    QLineEdit *folder_;
    StudyForm *form_;
    QLabel *summary_, *reason_;
    QPushButton *open_, *save_, *start_;
    AsyncValue<PreparedStudy> preparing_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
