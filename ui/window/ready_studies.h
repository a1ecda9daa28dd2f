#pragma once

#include "ui/models/study_choices.h"
#include "ui/workers/async_value.h"
#include "ui/workers/prepared_study.h"

#include <QFrame>
#include <QScrollArea>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace fairloom::ui {

class Session;

/// One study to choose: what it is about, how long it takes, and a click to start it.
class StudyCard final : public QFrame {
    Q_OBJECT
public:
    /// `name`: the end of its parts' object names.
    StudyCard(const QString &name, const QString &title, const QString &description, QWidget *parent = nullptr);

    void setCount(const QString &text);   ///< "20 runs · about 11 min"
    void setReason(const QString &reason); ///< why it cannot be started, one sentence; empty if it can
    void setCurrent(bool current);        ///< the form shows it
    QPushButton *changeButton() { return change_; }
    QPushButton *startButton() { return start_; }

private:
    QLabel *count_, *reason_;
    QPushButton *change_, *start_;
};

/// The studies that come with Fairloom, made ready for the open data.
class ReadyStudies final : public QScrollArea {
    Q_OBJECT
public:
    explicit ReadyStudies(Session &session, QWidget *parent = nullptr);

    /// `open`: null while no data are open; `reason` says why, or why nothing at all can be started.
    void setData(const OpenStudyData *open, const QString &reason);
    void setCurrent(const QString &name); ///< of what the form shows; empty = none of these
    void showTimes();                     ///< from the last run
    bool isComputing() const { return preparing_.isRunning(); }

signals:
    void changeRequested(const fairloom::StudyPlan &plan);
    void startRequested(const fairloom::ui::PreparedStudy &study);

private:
    struct Ready {
        StudyPlan plan;
        StudyCard *card = nullptr;
        std::optional<PreparedStudy> prepared;
        std::string evaluation;
        QString reason; ///< why these data are nothing for it
    };
    struct Outcome {
        std::optional<PreparedStudy> prepared;
        Failure failure;
    };

    void prepare(const OpenStudyData &open);
    void take(std::vector<Outcome> &outcomes);

    Session &session_;
    std::vector<Ready> ready_;
    AsyncValue<std::vector<Outcome>> preparing_; // last, so that the thread ends before anything it reports to
};

/// "20 runs · about 11 min": how long so many runs on the open data would take, as far as one was made.
QString countAndTime(std::size_t runs, const Session &session, const std::string &evaluation);

} // namespace fairloom::ui
