#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace fairloom::ui {

/// Values in an order that can be changed by dragging, by the two buttons, and by Alt with the arrow keys.
class OrderList final : public QWidget {
    Q_OBJECT
public:
    explicit OrderList(QWidget *parent = nullptr);

    void setValues(const QStringList &values);
    QStringList values() const;

signals:
    void orderEdited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void move(int step);

    QListWidget *list_;
    QPushButton *up_, *down_;
};

} // namespace fairloom::ui
