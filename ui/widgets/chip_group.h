#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace fairloom::ui {

/// A row of rounded buttons of which one is chosen ("log", "linear"). Reached by Tab, changed by arrow keys.
class ChipGroup final : public QWidget {
    Q_OBJECT
public:
    explicit ChipGroup(const QStringList &labels, QWidget *parent = nullptr);

    int current() const;
    void setCurrent(int index);
    void setLabels(const QStringList &labels);

signals:
    void currentChanged(int index);

private:
    QButtonGroup *group_;
};

} // namespace fairloom::ui
