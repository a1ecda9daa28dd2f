#pragma once

#include "ui/workers/audit_anew.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;

namespace fairloom::ui {

/// The terms on which decisions are judged: a slider with a number for the threshold, and the group that others are held against.
class ThresholdBar final : public QWidget {
    Q_OBJECT
public:
    explicit ThresholdBar(QWidget *parent = nullptr);

    /// Groups to choose from; the choice stays where it can.
    void setGroups(const std::vector<std::string> &names);
    /// `why` is empty if terms can be chosen; else everything is out of reach and says so.
    void setUnavailable(const QString &why);
    AuditTerms terms() const;
    void setRemark(const QString &sentence); ///< empty hides it

signals:
    void termsChanged();

private:
    void setThreshold(double threshold);

    QSlider *slider_;
    QDoubleSpinBox *spin_;
    QPushButton *reset_;
    QComboBox *reference_;
    QLabel *label_, *referenceLabel_, *remark_;
    QString sliderTip_, referenceTip_;
};

} // namespace fairloom::ui
