#pragma once

#include <QStatusBar>

class QLabel;
class QTimer;

namespace fairloom::ui {

class Session;

/// What the machine is doing: stage and epoch, seconds an epoch, time left, memory; at the right, what was last saved.
class StatusLine final : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(Session &session, QWidget *parent = nullptr);

    void setRemark(const QString &sentence);

private:
    void showStatus();
    void showMemory();

    Session &session_;
    QLabel *stage_, *pace_, *left_, *memory_, *remark_;
};

} // namespace fairloom::ui
