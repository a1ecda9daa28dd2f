#pragma once

#include <QLabel>
#include <QStringList>

#include <qcustomplot.h>

namespace fairloom::ui {

/// Names of groups with their colours (and markers, for scatter plots), in one line where there is room.
class GroupLegend final : public QLabel {
    Q_OBJECT
public:
    explicit GroupLegend(QWidget *parent = nullptr);

    void setNames(const QStringList &names, bool markers = false);

private:
    void refresh();

    QStringList names_;
    bool markers_ = false;
};

/// The marker that a group's points have beside their colour.
QCPScatterStyle::ScatterShape groupShape(int group);

} // namespace fairloom::ui
