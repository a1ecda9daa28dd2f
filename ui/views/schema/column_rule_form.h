#pragma once

#include <QWidget>

#include <string>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace fairloom::ui {

class MergeTable;
class OrderList;
class SchemaModel;

/// What is said about one column: type and role with the reasons for what was found, missing values, bins, merged values, order, how
/// many values are kept. Every change goes to the model at once.
class ColumnRuleForm final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnRuleForm(SchemaModel &model, QWidget *parent = nullptr);

    void setColumn(const std::string &column);
    const std::string &column() const { return column_; }

private:
    QComboBox *combo(const char *name, const QString &title);
    void showRule();
    void showFound();
    void showBins();
    void showValues();
    void storeBins();
    void storeOrder();

    SchemaModel &model_;
    std::string column_;
    QLabel *name_, *typeReason_, *roleReason_, *missingCount_, *binNames_, *binsTitle_, *valuesTitle_, *orderTitle_, *keepTitle_;
    QComboBox *type_, *role_, *policy_;
    QLineEdit *missing_, *bins_;
    QSpinBox *keep_;
    QPushButton *reset_;
    MergeTable *merge_;
    OrderList *order_;
    bool filling_ = false;
};

} // namespace fairloom::ui
