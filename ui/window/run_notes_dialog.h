#pragma once

#include "ui/window/run_commands.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace fairloom::ui {

/// Tags of one or several runs, and the note of one. Of several runs those tags are shown that all have; the others stay as they are.
class RunNotesDialog final : public QDialog {
    Q_OBJECT
public:
    RunNotesDialog(const Session &session, std::vector<int> ids, QWidget *parent = nullptr);

    /// What it says now; for runs that have other tags than before, and a run whose note is another.
    DescribeRuns::Tags tags() const;
    DescribeRuns::Note note() const;

private:
    void completeTags(const QStringList &known);
    QStringList typed() const;

    const Session &session_;
    std::vector<int> ids_;
    QStringList common_;
    QLineEdit *tags_;
    QPlainTextEdit *note_;
};

} // namespace fairloom::ui
