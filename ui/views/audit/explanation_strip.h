#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace fairloom::ui {

/// What the number that was chosen means, in a strip that stays in sight at the foot of the view while the cards scroll.
class ExplanationStrip final : public QFrame {
    Q_OBJECT
public:
    explicit ExplanationStrip(QWidget *parent = nullptr);

    void explain(const QString &text); ///< empty: says what can be chosen

signals:
    void closed(); ///< nothing is to be explained any more
    void manualRequested();

private:
    QLabel *text_;
    QToolButton *manual_, *close_;
};

} // namespace fairloom::ui
