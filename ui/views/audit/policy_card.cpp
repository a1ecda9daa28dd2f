#include "ui/views/audit/policy_card.h"

#include "core/study/run_result.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rows_view.h"
#include "ui/window/preferences.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

enum PolicyColumn { verdict, limit, found, column_count };
constexpr int limits_in_sight = 10;

} // namespace

PolicyCard::PolicyCard(QWidget *parent)
    : AuditCard(tr("Policy limits"), parent), button_(new QPushButton), choose_(new QPushButton(tr("Another file…"))), forget_(new QPushButton(tr("Forget"))),
      error_(new QLabel), table_(new RowsView), model_(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("policyCard"));
    button_->setObjectName(QStringLiteral("policyButton"));
    button_->setToolTip(tr("Holds this run against limits out of a JSON file, such as “dpr >= 0.8 with 95 % confidence”."));
    choose_->setObjectName(QStringLiteral("policyChoose"));
    choose_->setToolTip(tr("Reads limits out of another file"));
    forget_->setObjectName(QStringLiteral("policyForget"));
    forget_->setToolTip(tr("Holds runs against no limits any more; the file stays as it is"));
    for (QPushButton *tool : {choose_, forget_}) {
        tool->setProperty("look", "chip");
        card()->tools()->addWidget(tool);
    }
    error_->setObjectName(QStringLiteral("policyError"));
    error_->setProperty("look", "error");
    error_->setWordWrap(true);
    error_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    card()->body()->addWidget(error_);
    table_->setObjectName(QStringLiteral("policyTable"));
    table_->setAccessibleName(tr("Policy limits"));
    model_->setColumnCount(column_count);
    model_->setHorizontalHeaderLabels({tr("verdict"), tr("limit"), tr("found")});
    for (int column = 0; column < column_count; ++column)
        model_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
    table_->setModel(model_);
    table_->verticalHeader()->hide();
    table_->setWordWrap(true);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->horizontalHeader()->setSectionResizeMode(verdict, QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(limit, QHeaderView::Stretch);
    table_->horizontalHeader()->setSectionResizeMode(found, QHeaderView::Stretch);
    card()->body()->addWidget(table_);

    connect(button_, &QPushButton::clicked, this, [this] {
        if (isHidden())
            choose();
        else
            emit lookedFor();
    });
    connect(choose_, &QPushButton::clicked, this, &PolicyCard::choose);
    connect(forget_, &QPushButton::clicked, this, &PolicyCard::forget);
    if (const QString remembered = preferences::policyFile(); !remembered.isEmpty())
        read(remembered);
    check();
}

void PolicyCard::choose()
{
    const QString folder = file_.isEmpty() ? preferences::lastFolder() : QFileInfo(file_).path();
    const QString file = QFileDialog::getOpenFileName(this, tr("Policy limits"), folder, tr("Limits (*.json);;All files (*)"));
    if (!file.isEmpty())
        openFile(file);
}

void PolicyCard::openFile(const QString &file)
{
    if (read(file))
        preferences::setPolicyFile(file);
    check();
    if (run_)
        emit lookedFor();
}

bool PolicyCard::read(const QString &file)
{
    file_ = file;
    policy_.reset();
    error_->clear();
    try {
        policy_ = read_policy(toPath(file));
    } catch (const InputError &error) {
        error_->setText(translated(error));
    }
    return policy_.has_value();
}

void PolicyCard::forget()
{
    file_.clear();
    policy_.reset();
    error_->clear();
    preferences::setPolicyFile({});
    check();
}

void PolicyCard::setRun(std::shared_ptr<const RunResult> run)
{
    run_ = run && !run->sources.empty() ? std::move(run) : nullptr;
    check();
}

void PolicyCard::showResult(const AuditShown &shown)
{
    otherTerms_ = !shown.runsOwn;
    check();
}

void PolicyCard::clear()
{
    setRun(nullptr);
}

void PolicyCard::check()
{
    button_->setText(tr("Policy limits…"));
    button_->setEnabled(run_ != nullptr);
    error_->setVisible(!error_->text().isEmpty());
    forget_->setVisible(!file_.isEmpty());
    table_->hide();
    card()->setFinding({});
    card()->setRemark(file_.isEmpty() ? QString() : QFileInfo(file_).fileName());
    setVisible(run_ && (policy_ || !file_.isEmpty() || run_->policy));
    if (!run_)
        return;
    if (policy_)
        showOutcomes(check_policy(*policy_, *run_));
    else if (file_.isEmpty() && run_->policy)
        showOutcomes(*run_->policy);
}

void PolicyCard::showOutcomes(const PolicyResult &policy)
{
    model_->removeRows(0, model_->rowCount());
    for (const PolicyOutcome &outcome : policy.outcomes) {
        auto *met = new QStandardItem(outcome.met ? tr("✓ met") : tr("✗ not met"));
        met->setForeground(outcome.met ? Theme::instance().good() : Theme::instance().bad());
        QString text = toQString(limit_text(outcome.limit));
        QStringList of; // what the limit left open was settled by the check
        if (!outcome.limit.source.empty())
            of << AuditFigures::sourceLabel(outcome.limit.source);
        if (!outcome.limit.classifier.empty())
            of << AuditFigures::classifierLabel(outcome.limit.classifier);
        if (outcome.limit.protocol == "tsts")
            of << AuditFigures::protocolChip(outcome.limit.protocol);
        if (!of.isEmpty())
            text += tr(" (%1)").arg(of.join(QStringLiteral(", ")));
        if (!outcome.limit.note.empty())
            text += QStringLiteral(" – ") + toQString(outcome.limit.note);
        auto *kept = new QStandardItem(text), *why = new QStandardItem(translated(outcome.reason));
        for (QStandardItem *item : {kept, why})
            item->setToolTip(item->text());
        model_->appendRow({met, kept, why});
    }
    table_->show();
    table_->resizeRowsToContents();
    int height = table_->horizontalHeader()->sizeHint().height() + 4;
    for (int row = 0; row < std::min(limits_in_sight, model_->rowCount()); ++row)
        height += std::max(26, table_->rowHeight(row));
    table_->setFixedHeight(height);
    const QString verdict = tr("%1 of %2 met").arg(policy.met_count()).arg(policy.outcomes.size());
    button_->setText(tr("Policy limits: %1").arg(verdict));
    const QString name = policy.name.empty() ? tr("Policy limits") : toQString(policy.name);
    QString finding = tr("%1: %2.").arg(name, policy.met() ? tr("all limits are met") : verdict);
    if (otherTerms_)
        finding += u' ' + tr("Limits are held against the run as it was judged, at its own threshold.");
    card()->setFinding(finding);
}

QString PolicyCard::explanation() const
{
    return {};
}

} // namespace fairloom::ui
