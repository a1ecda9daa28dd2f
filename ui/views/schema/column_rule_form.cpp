#include "ui/views/schema/column_rule_form.h"

#include "core/data/rare_values.h"
#include "ui/models/columns_model.h"
#include "ui/models/schema_model.h"
#include "ui/models/value_list.h"
#include "ui/style/look.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/merge_table.h"
#include "ui/widgets/order_list.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace fairloom::ui {

namespace {

QLabel *remark(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1StringView(name));
    label->setProperty("look", "muted");
    label->setWordWrap(true);
    return label;
}

} // namespace

ColumnRuleForm::ColumnRuleForm(SchemaModel &model, QWidget *parent) : QWidget(parent), model_(model)
{
    setObjectName(QStringLiteral("columnRuleForm"));
    name_ = new ElidedLabel;
    name_->setObjectName(QStringLiteral("ruleColumnName"));
    name_->setProperty("look", "value");
    reset_ = new QPushButton(tr("As found"));
    reset_->setObjectName(QStringLiteral("resetColumnButton"));
    reset_->setProperty("look", "link");
    reset_->setToolTip(tr("Type and role of this column as they were found, nothing merged, no bins"));
    reset_->setCursor(Qt::PointingHandCursor);
    reset_->setAutoDefault(false);

    type_ = combo("columnTypeBox", tr("Type"));
    for (const ColumnKind kind : {ColumnKind::number, ColumnKind::integer, ColumnKind::category, ColumnKind::ordered, ColumnKind::date,
                                  ColumnKind::identifier, ColumnKind::text})
        type_->addItem(ColumnsModel::kindName(kind), int(kind));
    role_ = combo("columnRoleBox", tr("Role"));
    for (const Role role : {Role::feature, Role::sensitive, Role::target, Role::ignored, Role::identifier})
        role_->addItem(ColumnsModel::roleName(role), int(role));
    policy_ = combo("columnPolicyBox", tr("Without value"));
    policy_->addItem(tr("a value of its own"), int(MissingPolicy::category));
    policy_->addItem(tr("leave the row out"), int(MissingPolicy::drop));
    policy_->addItem(tr("fill in the most frequent value or the median"), int(MissingPolicy::impute));
    typeReason_ = remark("typeReason");
    roleReason_ = remark("roleReason");
    missingCount_ = remark("missingCount");
    binNames_ = remark("binNames");
    missing_ = new QLineEdit;
    missing_->setObjectName(QStringLiteral("columnMissingEdit"));
    missing_->setAccessibleName(tr("Also missing"));
    missing_->setPlaceholderText(tr("-9, unknown"));
    missing_->setToolTip(tr("Spellings that stand for a missing value in this column alone, separated by commas"));
    bins_ = new QLineEdit;
    bins_->setObjectName(QStringLiteral("columnBinsEdit"));
    bins_->setAccessibleName(tr("Bins"));
    bins_->setPlaceholderText(tr("Edges that rise: 25; 60"));
    bins_->setToolTip(tr("Edges that turn the numbers into ordered categories; an edge belongs to the bin above it"));
    keep_ = new QSpinBox;
    keep_->setObjectName(QStringLiteral("columnKeepBox"));
    keep_->setAccessibleName(tr("Values kept"));
    keep_->setRange(0, 10000);
    keep_->setSpecialValueText(tr("up to %1, as usual").arg(usual_keep_values));
    keep_->setKeyboardTracking(false);
    keep_->setToolTip(tr("Only so many categories, the most frequent, are kept; all others become one, “(other)”"));
    merge_ = new MergeTable;
    order_ = new OrderList;

    auto *head = new QHBoxLayout;
    head->addWidget(name_, 1);
    head->addWidget(reset_);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, Theme::space, 0);
    grid->setHorizontalSpacing(Theme::space);
    grid->setVerticalSpacing(Theme::gap);
    grid->setColumnStretch(1, 1);
    int row = 0;
    grid->addLayout(head, row++, 0, 1, 2);
    const auto title = [&](QWidget *field, Qt::Alignment alignment = Qt::AlignVCenter) {
        auto *label = new QLabel(field->accessibleName());
        label->setProperty("look", "muted");
        label->setBuddy(field);
        grid->addWidget(label, row, 0, alignment);
        return label;
    };
    const auto add = [&](QWidget *field, QWidget *below) {
        QLabel *label = title(field);
        grid->addWidget(field, row++, 1);
        if (below)
            grid->addWidget(below, row++, 1);
        return label;
    };
    add(type_, typeReason_);
    add(role_, roleReason_);
    add(missing_, missingCount_);
    add(policy_, nullptr);
    binsTitle_ = add(bins_, binNames_);
    merge_->setAccessibleName(tr("Values"));
    valuesTitle_ = title(merge_, Qt::AlignBottom); // the table takes the whole width
    grid->addWidget(merge_, ++row, 0, 1, 2);
    ++row;
    order_->setAccessibleName(tr("Order, lowest first"));
    orderTitle_ = title(order_, Qt::AlignBottom);
    grid->addWidget(order_, ++row, 0, 1, 2);
    ++row;
    keepTitle_ = add(keep_, nullptr);
    grid->setRowStretch(row, 1);
    new WheelGuard(this);

    connect(type_, &QComboBox::activated, this, [this] { model_.setKind(column_, ColumnKind(type_->currentData().toInt())); });
    connect(role_, &QComboBox::activated, this, [this] { model_.setRole(column_, Role(role_->currentData().toInt())); });
    connect(policy_, &QComboBox::activated, this, [this] { model_.setPolicy(column_, MissingPolicy(policy_->currentData().toInt())); });
    connect(missing_, &QLineEdit::editingFinished, this, [this] {
        if (filling_ || !isEnabled())
            return;
        missing_->setModified(false);
        model_.setMissing(column_, splitValues(missing_->text()));
    });
    connect(bins_, &QLineEdit::textChanged, this, &ColumnRuleForm::showBins);
    connect(bins_, &QLineEdit::editingFinished, this, &ColumnRuleForm::storeBins);
    connect(keep_, &QSpinBox::valueChanged, this, [this](int value) {
        if (!filling_)
            model_.setKeepValues(column_, std::size_t(value));
    });
    connect(merge_, &MergeTable::mergeEdited, this, [this] { model_.setMerge(column_, merge_->merge()); });
    connect(order_, &OrderList::orderEdited, this, &ColumnRuleForm::storeOrder);
    connect(reset_, &QPushButton::clicked, this, [this] { model_.resetColumn(column_); });
    // not at once: the field that changed the model is still at work
    connect(&model_, &SchemaModel::changed, this, &ColumnRuleForm::showRule, Qt::QueuedConnection);
    showRule();
}

QComboBox *ColumnRuleForm::combo(const char *name, const QString &title)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1StringView(name));
    box->setAccessibleName(title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

void ColumnRuleForm::setColumn(const std::string &column)
{
    if (column == column_)
        return;
    missing_->setModified(false);
    bins_->setModified(false);
    column_ = column;
    showRule();
}

void ColumnRuleForm::showRule()
{
    const Dataset *open = model_.dataset();
    const int index = open ? open->table.find(column_) : -1;
    setEnabled(index >= 0 && model_.canEdit());
    name_->setText(toQString(column_));
    if (index < 0)
        return;
    filling_ = true;
    const ColumnRule &rule = model_.rule(column_);
    const ColumnKind kind = model_.kindOf(column_);
    type_->setCurrentIndex(type_->findData(int(kind)));
    role_->setCurrentIndex(role_->findData(int(model_.roleOf(column_))));
    policy_->setCurrentIndex(policy_->findData(int(rule.on_missing)));
    // what is being typed stays
    if (!missing_->hasFocus() || !missing_->isModified())
        missing_->setText(joinValues(rule.missing));
    if (!bins_->hasFocus() || !bins_->isModified())
        bins_->setText(joinNumbers(rule.bins));
    keep_->setValue(int(rule.keep_values));
    filling_ = false;

    showFound();
    showBins();
    showValues();
}

void ColumnRuleForm::showFound()
{
    const FoundColumn *const found = model_.found(column_);
    reset_->setEnabled(found != nullptr);
    typeReason_->setText(found ? tr("Found: %1; %2.").arg(ColumnsModel::kindName(found->kind), translated(found->reason.type))
                               : tr("The file is being looked at…"));
    roleReason_->setText(found ? tr("Found: %1; %2.").arg(ColumnsModel::roleName(found->role), translated(found->reason.role)) : QString());
    const Table &table = model_.dataset()->table;
    const std::size_t rows = table.columns[table.index_of(column_)].missing_count();
    missingCount_->setText(rows == 0 ? tr("No row without a value") : tr("%1 rows without a value").arg(count(rows)));
}

void ColumnRuleForm::showBins()
{
    const ColumnKind kind = model_.kindOf(column_);
    const bool can = kind == ColumnKind::number || kind == ColumnKind::integer;
    for (QWidget *part : std::initializer_list<QWidget *>{bins_, binsTitle_, binNames_})
        part->setVisible(can);
    const auto edges = splitNumbers(bins_->text());
    setLook(binNames_, edges ? QStringLiteral("muted") : QStringLiteral("error"));
    if (!edges) {
        binNames_->setText(tr("Write numbers that rise, separated by blanks: 25 60"));
        return;
    }
    QStringList names;
    for (const std::string &name : model_.binNames(column_, *edges))
        names << toQString(name);
    const FoundColumn *const found = model_.found(column_);
    if (names.isEmpty())
        binNames_->setText(found && found->range ? tr("Numbers from %1 to %2, not binned").arg(found->range->first).arg(found->range->second)
                                                 : tr("Not binned"));
    else
        binNames_->setText(tr("%n bin(s): %1", nullptr, int(names.size())).arg(names.join(QStringLiteral("  |  "))));
}

void ColumnRuleForm::showValues()
{
    const ColumnRule &rule = model_.rule(column_);
    const ColumnKind kind = model_.kindOf(column_);
    const FoundColumn *const found = model_.found(column_);
    const bool binned = !rule.bins.empty();
    const bool category = kind == ColumnKind::category || kind == ColumnKind::ordered;
    MergeTable::Values values;
    std::size_t different = 0;
    if (binned) {
        const Column &column = model_.dataset()->table.columns[model_.dataset()->table.index_of(column_)];
        for (const std::string &name : model_.binNames(column_, rule.bins)) {
            const auto at = std::find(column.categories.begin(), column.categories.end(), name);
            const auto code = std::int32_t(at - column.categories.begin());
            values.emplace_back(name, at == column.categories.end() ? 0 : std::size_t(std::count(column.codes.begin(), column.codes.end(), code)));
        }
        different = values.size();
    } else if (found) {
        values = found->values;
        different = found->different;
    }
    const bool mergeable = (binned || category) && !values.empty();
    merge_->setVisible(mergeable);
    valuesTitle_->setVisible(mergeable);
    if (mergeable)
        merge_->setValues(values, rule.merge, different);

    const bool ordered = kind == ColumnKind::ordered && !binned;
    order_->setVisible(ordered);
    orderTitle_->setVisible(ordered);
    if (ordered) {
        QStringList order;
        for (const std::string &value : rule.order)
            order << toQString(value);
        for (const std::string &value : model_.values(column_))
            if (!order.contains(toQString(value)))
                order << toQString(value);
        order_->setValues(order);
    }
    keep_->setVisible(category);
    keepTitle_->setVisible(category);
}

void ColumnRuleForm::storeBins()
{
    const auto edges = splitNumbers(bins_->text());
    if (filling_ || !isEnabled() || !edges)
        return;
    bins_->setModified(false);
    model_.setBins(column_, *edges);
}

void ColumnRuleForm::storeOrder()
{
    std::vector<std::string> order;
    for (const QString &value : order_->values())
        order.push_back(value.toStdString());
    model_.setOrder(column_, std::move(order));
}

} // namespace fairloom::ui
