#pragma once

#include "core/data/problem.h"
#include "ui/workers/async_value.h"

#include <QDialog>

#include <memory>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace fairloom::ui {

/// Asks for a file of generated rows that any tool made, and shows how its columns go with those of the open data.
class JudgeRowsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit JudgeRowsDialog(std::shared_ptr<const Problem> problem, QWidget *parent = nullptr);

    QString file() const;
    bool isComputing() const { return reading_.isRunning(); }

private:
    void browse();
    void fileChanged();
    void showMatch(const std::vector<std::string> &columns);
    void showProblem(const QString &sentence);
    void fitHeight();

    std::shared_ptr<const Problem> problem_;
    QLineEdit *file_;
    QLabel *found_, *missing_, *extra_, *error_;
    QPushButton *judge_;
    AsyncValue<std::vector<std::string>> reading_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
