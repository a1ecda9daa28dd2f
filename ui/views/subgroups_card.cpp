#include "ui/views/subgroups_card.h"

#include "core/base/parallel.h"
#include "ui/models/subgroups_model.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/rows_view.h"
#include "ui/widgets/table_setup.h"
#include "ui/workers/session.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fairloom::ui {

SubgroupsCard::SubgroupsCard(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), card_(new Card(tr("Worst-off subgroups"))), search_(new QPushButton(tr("Search"))),
      stop_(new QPushButton(tr("Stop"))), state_(new ElidedLabel), bar_(new QProgressBar), pages_(new QStackedWidget), hint_(new QLabel),
      view_(new RowsView), model_(new SubgroupsModel(this)), sorted_(new QSortFilterProxyModel(this)),
      searching_([this](SubgroupSearch &found) { showFound(found); },
                 [this](const QString &sentence) {
                     setSearching(false);
                     hint_->setText(sentence);
                     pages_->setCurrentWidget(hint_);
                 })
{
    setObjectName(QStringLiteral("subgroupsCard"));
    search_->setObjectName(QStringLiteral("searchSubgroupsButton"));
    search_->setToolTip(tr("Look at every combination of up to three conditions among the training rows"));
    stop_->setObjectName(QStringLiteral("stopSubgroupsButton"));
    stop_->setToolTip(tr("Stop the search"));
    bar_->setObjectName(QStringLiteral("subgroupsProgress"));
    bar_->setAccessibleName(tr("Progress of the search"));
    bar_->setRange(0, 1000);
    bar_->setTextVisible(false);
    bar_->setFixedWidth(120);
    state_->setProperty("look", "muted");
    hint_->setObjectName(QStringLiteral("subgroupsHint"));
    hint_->setProperty("look", "hint");
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setWordWrap(true);
    hint_->setMargin(Theme::wide);
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(SubgroupsModel::SortRole);
    view_->setObjectName(QStringLiteral("subgroupsView"));
    view_->setAccessibleName(tr("Worst-off subgroups"));
    view_->setModel(sorted_);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->verticalHeader()->hide();
    view_->setWordWrap(true);
    view_->verticalHeader()->setDefaultSectionSize(40); // two lines of conditions
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUpSortableFigures(view_, {{SubgroupsModel::size, 66}, {SubgroupsModel::rate, 66}, {SubgroupsModel::gap, 58}, {SubgroupsModel::chance, 60}});
    view_->horizontalHeader()->setSectionResizeMode(SubgroupsModel::conditions, QHeaderView::Stretch);
    view_->setSortingEnabled(true);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as found: the most telling first
    pages_->addWidget(hint_);
    pages_->addWidget(view_);

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space);
    line->addWidget(search_);
    line->addWidget(stop_);
    line->addWidget(bar_);
    line->addWidget(state_, 1);
    card_->body()->addLayout(line);
    card_->body()->addWidget(pages_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);

    timer_.setInterval(50);
    connect(&timer_, &QTimer::timeout, this, &SubgroupsCard::showProgress);
    connect(search_, &QPushButton::clicked, this, &SubgroupsCard::search);
    connect(stop_, &QPushButton::clicked, this, &SubgroupsCard::stop);
    const auto choose = [this](const QModelIndex &index) { emit subgroupChosen(model_->subgroup(sorted_->mapToSource(index).row()).conditions); };
    connect(view_, &QAbstractItemView::clicked, this, choose);
    connect(view_, &QAbstractItemView::activated, this, choose);
    connect(&session_, &Session::problemChanged, this, &SubgroupsCard::showProblem);
    showProblem();
}

void SubgroupsCard::setSearching(bool searching)
{
    search_->setEnabled(problem_ && !searching);
    stop_->setVisible(searching);
    bar_->setVisible(searching);
    if (searching)
        timer_.start();
    else
        timer_.stop();
}

void SubgroupsCard::showProblem()
{
    problem_ = session_.problem();
    searching_.discard();
    model_->setSubgroups({});
    card_->setFinding({});
    card_->setRemark({});
    state_->clear();
    setSearching(false);
    const QString why = session_.problemError();
    hint_->setText(problem_ || why.isEmpty() ? tr("Who is worst off, by up to three columns at once? The search looks at every combination and says how "
                                                  "likely it would find as much by chance.")
                                             : why);
    pages_->setCurrentWidget(hint_);
}

void SubgroupsCard::search()
{
    if (!problem_)
        return;
    progress_ = std::make_shared<SharedProgress>();
    setSearching(true);
    state_->clear();
    searching_.start([problem = problem_, progress = progress_](std::stop_token stop_token) {
        SubgroupSettings settings;
        settings.threads = hardware_threads();
        return search_subgroups(*problem, settings, *progress, stop_token);
    });
}

void SubgroupsCard::stop()
{
    searching_.discard();
    setSearching(false);
    state_->setText(tr("Stopped."));
}

void SubgroupsCard::showProgress()
{
    if (!progress_)
        return;
    const auto [stage, fraction] = progress_->state();
    bar_->setValue(int(1000 * fraction));
    state_->setText(translated(stage));
}

void SubgroupsCard::showFound(SubgroupSearch &found)
{
    setSearching(false);
    state_->setText(tr("%1 subgroups of at least %2 rows looked at").arg(count(found.looked_at), count(found.minimum_size)));
    card_->setRemark(tr("all rows: %1").arg(percent(found.base_rate)));
    if (found.worst_off.empty()) {
        hint_->setText(found.undefined.empty() ? tr("No subgroup is worse off than all rows together.") : translated(found.undefined));
        pages_->setCurrentWidget(hint_);
        return;
    }
    const Subgroup &worst = found.worst_off.front();
    QString finding = tr("Worst off: %1, %2 against %3 of all rows.").arg(inWords(worst.conditions), percent(worst.base_rate), percent(found.base_rate));
    if (worst.p_value)
        finding += u' ' + tr("Chance alone would give as much with probability %1.").arg(chanceText(*worst.p_value));
    model_->setSubgroups(std::move(found.worst_off));
    card_->setFinding(finding);
    pages_->setCurrentWidget(view_);
}

} // namespace fairloom::ui
