#include "ui/window/task_fields.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/window/setup_commands.h"
#include "ui/workers/session.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_values = 20;        ///< as make_problem: more distinct numbers cannot be groups or labels
constexpr std::size_t rows_looked_at = 200000; ///< enough to see more than 20 distinct values wherever it matters

/// The values of a column as they are spelled, sorted; empty if a number column has too many to be groups or labels.
QStringList valuesOf(const Column &column)
{
    QStringList out;
    if (column.type == ColumnType::category) {
        for (std::size_t i = 0; i < column.categories.size(); ++i)
            if (static_cast<std::int32_t>(i) != column.missing_code)
                out << toQString(column.categories[i]);
        return out;
    }
    std::vector<double> seen;
    for (std::size_t row = 0; row < std::min(column.numbers.size(), rows_looked_at); ++row) {
        if (column.is_missing(row) || std::find(seen.begin(), seen.end(), column.numbers[row]) != seen.end())
            continue;
        if (seen.size() == most_values)
            return {};
        seen.push_back(column.numbers[row]);
        out << toQString(column.text(row));
    }
    std::sort(out.begin(), out.end(), [](const QString &a, const QString &b) { return a.toDouble() < b.toDouble(); });
    return out;
}

/// Columns that are ignored can be chosen too: it is what labels of pictures are until somebody asks for one.
bool canBeChosen(const Column &column)
{
    return column.role != Role::identifier && !column.pictures && valuesOf(column).size() >= 2;
}

QLabel *message(const char *name, const char *look)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1StringView(name));
    label->setProperty("look", look);
    label->setWordWrap(true);
    label->hide();
    return label;
}

QComboBox *combo(const char *name, const QString &accessible, const QString &help)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1StringView(name));
    box->setAccessibleName(accessible);
    box->setToolTip(help);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setPlaceholderText(TaskFields::tr("Choose…"));
    return box;
}

} // namespace

TaskFields::TaskFields(Session &session, QUndoStack &undo, QWidget *parent) : QWidget(parent), session_(session), undo_(undo)
{
    sensitive_ = new QPushButton;
    sensitive_->setObjectName(QStringLiteral("sensitiveBox"));
    sensitive_->setProperty("look", "field");
    sensitive_->setAccessibleName(tr("Sensitive columns"));
    sensitive_->setToolTip(tr("The column whose groups should be treated alike; several columns make groups of their combinations."));
    sensitive_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    sensitive_->setFocusPolicy(Qt::StrongFocus);
    sensitiveMenu_ = new QMenu(sensitive_);
    sensitiveMenu_->installEventFilter(this);
    sensitiveMenu_->setObjectName(QStringLiteral("sensitiveMenu"));
    connect(sensitive_, &QPushButton::clicked, this, [this] {
        sensitiveMenu_->setMinimumWidth(sensitive_->width());
        sensitiveMenu_->popup(sensitive_->mapToGlobal(QPoint(0, sensitive_->height())));
    });

    target_ = combo("targetBox", tr("Target"), tr("The column that decisions are about, such as who is hired."));
    positive_ = combo("positiveBox", tr("Favourable label"), tr("The value of the target that people want for themselves."));
    sensitiveError_ = message("sensitiveError", "error");
    targetError_ = message("targetError", "error");
    positiveError_ = message("positiveError", "error");
    positiveShare_ = message("positiveShare", "muted");
    warnings_ = message("taskWarnings", "warning");
    leaks_ = message("leakWarnings", "warning");

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const auto add = [&](const QString &title, QWidget *field, std::initializer_list<QLabel *> below) {
        if (layout->count() > 0)
            layout->addSpacing(6);
        auto *label = new QLabel(title);
        label->setProperty("look", "muted");
        label->setBuddy(field);
        layout->addWidget(label);
        layout->addWidget(field);
        for (QLabel *line : below)
            layout->addWidget(line);
    };
    add(tr("Sensitive"), sensitive_, {sensitiveError_});
    add(tr("Target"), target_, {targetError_});
    add(tr("Favourable label"), positive_, {positiveShare_, positiveError_, warnings_, leaks_});

    connect(target_, &QComboBox::currentIndexChanged, this, [this] {
        if (filling_)
            return;
        fillPositive();
        store();
    });
    connect(positive_, &QComboBox::currentIndexChanged, this, [this] {
        if (!filling_)
            store();
    });
    connect(&session_, &Session::datasetChanged, this, &TaskFields::fillColumns);
    connect(&session_, &Session::taskChanged, this, &TaskFields::showTask);
    connect(&session_, &Session::problemChanged, this, &TaskFields::showProblem);
    connect(&session_, &Session::targetLeaksChanged, this, &TaskFields::showLeaks);
    fillColumns();
    showProblem();
    showLeaks();
}

bool TaskFields::eventFilter(QObject *watched, QEvent *event)
{
    // the menu stays open, so that several columns can be ticked in one go
    if (watched == sensitiveMenu_ && sensitiveMenu_->activeAction()) {
        const bool click = event->type() == QEvent::MouseButtonRelease;
        const bool key = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
        if (click || key) {
            sensitiveMenu_->activeAction()->trigger();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TaskFields::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateSensitiveText();
}

void TaskFields::fillColumns()
{
    filling_ = true;
    sensitiveMenu_->clear();
    target_->clear();
    if (const auto dataset = session_.dataset()) {
        for (const Column &column : dataset->table.columns) {
            if (!canBeChosen(column))
                continue;
            const QString name = toQString(column.name);
            QAction *action = sensitiveMenu_->addAction(name);
            action->setObjectName(QStringLiteral("sensitive_") + name);
            action->setData(name);
            action->setCheckable(true);
            connect(action, &QAction::toggled, this, [this] {
                if (!filling_)
                    store();
            });
            target_->addItem(name);
        }
    }
    setEnabled(session_.dataset() != nullptr);
    filling_ = false;
    showTask();
}

void TaskFields::fillPositive()
{
    filling_ = true;
    positive_->clear();
    const auto dataset = session_.dataset();
    const int column = dataset ? dataset->table.find(target_->currentText().toStdString()) : -1;
    if (column >= 0)
        positive_->addItems(valuesOf(dataset->table.columns[static_cast<std::size_t>(column)]));
    positive_->setCurrentIndex(-1);
    filling_ = false;
}

void TaskFields::showTask()
{
    const Task &task = session_.task();
    filling_ = true;
    for (QAction *action : sensitiveMenu_->actions()) {
        const std::string name = action->data().toString().toStdString();
        action->setChecked(std::find(task.sensitive.begin(), task.sensitive.end(), name) != task.sensitive.end());
    }
    const int target = target_->findText(toQString(task.target));
    const bool sameTarget = target == target_->currentIndex() && positive_->count() > 0;
    target_->setCurrentIndex(target);
    if (!sameTarget)
        fillPositive();
    filling_ = true;
    positive_->setCurrentIndex(positive_->findText(toQString(task.positive)));
    filling_ = false;
    updateSensitiveText();
}

void TaskFields::store()
{
    Task task;
    for (const QAction *action : sensitiveMenu_->actions())
        if (action->isChecked())
            task.sensitive.push_back(action->data().toString().toStdString());
    task.target = target_->currentText().toStdString();
    task.positive = positive_->currentText().toStdString();
    if (task != session_.task())
        undo_.push(new ChangeTask(session_, task));
}

void TaskFields::updateSensitiveText()
{
    QStringList names;
    for (const std::string &name : session_.task().sensitive)
        names << toQString(name);
    QString text = names.isEmpty() ? tr("Choose…") : names.join(QStringLiteral(" × "));
    if (const auto problem = session_.problem(); problem && problem->task.sensitive == session_.task().sensitive)
        text += QStringLiteral("  ") + tr("%n group(s)", nullptr, static_cast<int>(problem->groups.size()));
    sensitive_->setAccessibleDescription(text);
    sensitive_->setText(sensitive_->fontMetrics().elidedText(text, Qt::ElideRight, width() - 40));
}

void TaskFields::showProblem()
{
    updateSensitiveText();
    const Task &task = session_.task();
    const QString error = session_.dataset() ? session_.problemError() : QString();
    QLabel *place = task.sensitive.empty() ? sensitiveError_ : task.target.empty() ? targetError_ : positiveError_;
    for (QLabel *label : {sensitiveError_, targetError_, positiveError_}) {
        label->setText(label == place ? error : QString());
        label->setVisible(label == place && !error.isEmpty());
    }

    const auto problem = session_.problem();
    positiveShare_->setVisible(problem != nullptr);
    warnings_->hide();
    if (!problem)
        return;
    std::size_t positive = 0, rows = 0;
    for (const LabelledTable *part : {&problem->train, &problem->test}) {
        if (part == &problem->test && !problem->test_was_split_off)
            continue; // the share is about the file that is named in the title
        positive += static_cast<std::size_t>(std::count(part->label.begin(), part->label.end(), std::uint8_t{1}));
        rows += part->rows();
    }
    positiveShare_->setText(tr("%1 of rows").arg(percent(rows ? static_cast<double>(positive) / static_cast<double>(rows) : 0)));

    QStringList lines;
    for (const Message &warning : problem->warnings) {
        QString line = translated(warning);
        lines << (line.endsWith(u'.') ? line : line + u'.');
    }
    warnings_->setText(lines.join(u'\n'));
    warnings_->setVisible(!lines.isEmpty());
}

void TaskFields::showLeaks()
{
    QStringList lines;
    for (const Message &leak : session_.targetLeaks()) {
        const QString line = translated(leak);
        lines << (line.endsWith(u'.') ? line : line + u'.');
    }
    leaks_->setText(lines.join(u'\n'));
    leaks_->setVisible(!lines.isEmpty());
}

} // namespace fairloom::ui
