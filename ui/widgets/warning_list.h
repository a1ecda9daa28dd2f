#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;

namespace fairloom::ui {

/// The warnings of a run as a slim box: the first ones at once, the rest behind a button. Hidden while there are none.
class WarningList final : public QFrame {
    Q_OBJECT
public:
    explicit WarningList(QWidget *parent = nullptr);

    void setWarnings(const QStringList &warnings, bool severe);
    const QStringList &warnings() const { return warnings_; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showWarnings();

    QStringList warnings_;
    QLabel *text_;
    QPushButton *more_;
    bool all_ = false, severe_ = false;
};

} // namespace fairloom::ui
