#pragma once

#include "core/data/dialect.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace fairloom::ui {

/// How the characters of a file are read: separator, quotes, marks of numbers, lines that are no rows, spellings of a missing value.
class DialectForm final : public QWidget {
    Q_OBJECT
public:
    /// In two columns where there is room, as in a dialog; else in one.
    explicit DialectForm(bool wide, QWidget *parent = nullptr);

    /// What was found or is known. Fields that a person set before stay as they are until forgetEdits(). Fields that do not hold for
    /// the file's format (there is no separator in a database) are disabled.
    void setRule(const DialectRule &rule);
    void setSkipBadLines(bool skip);
    /// Everything, as it is shown.
    DialectRule rule() const;
    /// Only what a person set here.
    DialectRule edits() const { return edits_; }
    void setEdits(const DialectRule &edits);
    void forgetEdits() { edits_ = {}; }
    bool skipBadLines() const;

signals:
    void edited();

private:
    QComboBox *combo(const char *name, const QString &title);
    void store(QWidget *field);
    void show(const DialectRule &rule);

    DialectRule shown_, edits_;
    QComboBox *separator_, *quote_, *escape_, *header_, *decimal_, *thousands_, *encoding_, *badLines_;
    QLineEdit *comment_, *missing_;
    QSpinBox *preamble_;
    bool filling_ = false;
};

} // namespace fairloom::ui
