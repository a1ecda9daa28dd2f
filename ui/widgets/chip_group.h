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

    int current() const; ///< -1 while there is no label
    void setCurrent(int index);
    void setLabels(const QStringList &labels); ///< keeps the chosen index where it still exists

signals:
    void currentChanged(int index); ///< by the user or by setCurrent

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateTabStops();

    QButtonGroup *group_;
};

} // namespace fairloom::ui
