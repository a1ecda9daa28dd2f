#pragma once

#include "ui/models/compare_runs.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace fairloom::ui {

/// Which runs are compared and by whom they were judged; what is selected, and a way back to all of them.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(CompareRuns &runs, QWidget *parent = nullptr);

    /// As if a person had made these choices; what the runs do not have stays as it is.
    void choose(const CompareFilter &filter, const ComparisonChoice &choice);

private:
    void offer();            ///< what the runs have; choices stay where they still exist
    void apply();
    void showSelection();

    CompareRuns &runs_;
    QLineEdit *search_;
    QTimer *typing_;         ///< so that not every key stroke arranges a thousand runs
    QComboBox *study_, *kind_, *subject_, *protocol_, *classifier_;
    std::vector<std::string> protocols_, classifiers_; ///< of the boxes
    QLabel *selected_;
    QPushButton *clear_;
};

} // namespace fairloom::ui
