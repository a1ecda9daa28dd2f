#pragma once

#include <QWidget>

class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace fairloom::ui {

/// One line above the views: an error with its remedy, a remark, or how far loading is. Stays until it is closed or
/// replaced.
class NoticeBar final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { error, note, progress };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// `action` is the text of a button that emits actionRequested; empty = none.
    void showNotice(Kind kind, const QString &sentence, const QString &action = {});
    void setFraction(double fraction); ///< negative = unknown
    Kind kind() const { return kind_; }

signals:
    void actionRequested();

private:
    Kind kind_ = Kind::note;
    QFrame *frame_;
    QLabel *text_;
    QProgressBar *progress_;
    QPushButton *action_;
    QToolButton *close_;
};

} // namespace fairloom::ui
