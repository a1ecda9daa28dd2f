#include "ui/views/associations_card.h"

#include "ui/models/associations_model.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rows_view.h"
#include "ui/widgets/table_setup.h"
#include "ui/workers/session.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace fairloom::ui {

AssociationsCard::AssociationsCard(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), card_(new Card(tr("Associations"))), view_(new RowsView),
      model_(new AssociationsModel(this)), sorted_(new QSortFilterProxyModel(this)),
      computing_([this](std::vector<AssociationRow> &rows) { showRows(rows); }, [this](const QString &sentence) { card_->setEmpty(sentence); })
{
    setObjectName(QStringLiteral("associationsCard"));
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(AssociationsModel::SortRole);
    view_->setObjectName(QStringLiteral("associationsView"));
    view_->setAccessibleName(tr("Associations of columns"));
    view_->setModel(sorted_);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->verticalHeader()->hide();
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUpSortableFigures(view_, {{AssociationsModel::auroc, 78}, {AssociationsModel::group, 106}, {AssociationsModel::label, 100}});
    view_->horizontalHeader()->setSectionResizeMode(AssociationsModel::name, QHeaderView::Stretch);
    view_->setSortingEnabled(true);
    view_->sortByColumn(AssociationsModel::auroc, Qt::DescendingOrder);
    card_->body()->addWidget(view_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);

    connect(view_, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        emit columnChosen(model_->row(sorted_->mapToSource(index).row()).column);
    });
    connect(&session_, &Session::problemChanged, this, &AssociationsCard::showProblem);
    showProblem();
}

void AssociationsCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    start();
}

void AssociationsCard::showProblem()
{
    problem_ = session_.problem();
    done_ = false;
    computing_.discard();
    card_->setFinding({});
    card_->setRemark({});
    const QString why = session_.problemError();
    card_->setEmpty(problem_ ? tr("The associations are being computed…")
                             : tr("How much each column has to do with the sensitive one and with the target.") + (why.isEmpty() ? QString() : u'\n' + why));
    if (isVisible())
        start();
}

void AssociationsCard::start()
{
    if (!problem_ || done_ || computing_.isRunning())
        return;
    computing_.start([problem = problem_](std::stop_token stop) { return associate_columns(*problem, stop); });
}

void AssociationsCard::showRows(std::vector<AssociationRow> &rows)
{
    done_ = true;
    QStringList sensitive;
    for (const std::string &name : problem_->task.sensitive)
        sensitive << toQString(name);
    const QString group = sensitive.join(QStringLiteral(" & "));
    QString finding;
    if (!rows.empty() && rows.front().auroc && *rows.front().auroc) {
        const double best = *rows.front().auroc->value;
        finding = best < 0.6 ? tr("No column tells %1 by itself: AUROC at most %2.").arg(group, number(best, 2))
                             : tr("%1 tells %2 best by itself: AUROC %3.").arg(toQString(rows.front().name), group, number(best, 2));
    }
    model_->setRows(std::move(rows), group, toQString(problem_->task.target));
    card_->setRemark(tr("V: Cramér’s, η: correlation ratio"));
    card_->setFinding(finding);
    card_->setFilled();
}

} // namespace fairloom::ui
