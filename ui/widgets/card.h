#pragma once

#include <QFrame>
#include <QString>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace fairloom::ui {

/// A white box with a title, a muted remark at the right, small tools, a body, and the main finding in one sentence
/// under it. Shows a hint with an action instead of its body while it has nothing to show.
class Card final : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setRemark(const QString &remark);
    void setFinding(const QString &sentence); ///< empty hides the line
    QHBoxLayout *tools();                     ///< chips and buttons at the right of the title
    QVBoxLayout *body();

    void setEmpty(const QString &hint, const QString &action = {}); ///< shows the hint; the action's button emits actionRequested
    void setFilled();

signals:
    void actionRequested();

private:
    QLabel *title_, *remark_, *finding_, *hint_;
    QPushButton *action_;
    QHBoxLayout *tools_;
    QVBoxLayout *body_;
    QStackedLayout *stack_;
};

} // namespace fairloom::ui
