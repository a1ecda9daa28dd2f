#include "ui/views/audit/differences_card.h"

#include "ui/models/audit_guide.h"
#include "ui/models/differences_model.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rows_view.h"
#include "ui/widgets/table_setup.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr int differences_in_sight = 9; ///< of more the table scrolls

}

DifferencesCard::DifferencesCard(QWidget *parent) : AuditCard(tr("Differences between sources"), parent), model_(new DifferencesModel(this)), table_(new RowsView)
{
    table_->setObjectName(QStringLiteral("differencesTable"));
    table_->setAccessibleName(tr("Differences between sources"));
    table_->setModel(model_);
    setUpFigureTable(table_, 2);
    table_->horizontalHeader()->setSectionResizeMode(DifferencesModel::interval, QHeaderView::ResizeToContents);
    table_->setSelectionBehavior(QAbstractItemView::SelectItems);
    card()->body()->addWidget(table_);
    card()->body()->addStretch(1);
    const auto explain = [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        const SourceDifference &d = model_->differences()[std::size_t(index.row())];
        first_ = d.first;
        second_ = d.second;
        figure_ = d.figure;
        column_ = index.column();
        emit explanationChosen();
    };
    connect(table_, &QTableView::clicked, this, explain);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, explain);
}

void DifferencesCard::clear()
{
    const QSignalBlocker quiet(table_->selectionModel());
    model_->setDifferences({});
    card()->setRemark({});
    card()->setFinding({});
}

void DifferencesCard::setWaiting()
{
    clear();
    card()->setEmpty(tr("Test rows are being drawn anew for these terms…"));
}

void DifferencesCard::showResult(const AuditShown &shown)
{
    std::vector<SourceDifference> differences;
    for (const SourceDifference &d : shown.result->differences)
        if (d.protocol == shown.choice.protocol && d.classifier == shown.choice.classifier)
            differences.push_back(d);
    if (differences.empty()) {
        clear();
        card()->setEmpty(shown.choice.protocol == "tsts" ? tr("Sources that are tested on their own generated rows share no test rows to be compared on.")
                                                         : tr("No differences were computed with this protocol and classifier in this run."));
        return;
    }
    const auto named = std::find_if(differences.begin(), differences.end(), [](const SourceDifference &d) { return d.figure == "dpr" && d.difference; });
    const QString sentence = named == differences.end() ? QString() : DifferencesModel::inWords(*named);
    const auto settled = std::count_if(differences.begin(), differences.end(), [](const SourceDifference &d) { return d.difference && d.p_holm < 0.05; });
    const QString finding = tr("%1. %2 of %3 differences are more than chance (adjusted p < %4).")
                                .arg(sentence)
                                .arg(settled)
                                .arg(differences.size())
                                .arg(number(0.05, 2));
    {
        const QSignalBlocker quiet(table_->selectionModel());
        model_->setDifferences(std::move(differences));
        for (int row = 0; row < model_->rowCount(); ++row) {
            const SourceDifference &d = model_->differences()[std::size_t(row)];
            if (d.first == first_ && d.second == second_ && d.figure == figure_)
                table_->setCurrentIndex(model_->index(row, column_));
        }
    }
    card()->setFilled();
    fitHeight(table_);
    const int most = table_->horizontalHeader()->sizeHint().height() + differences_in_sight * table_->verticalHeader()->defaultSectionSize();
    table_->setFixedHeight(std::min(table_->height(), most));
    card()->setRemark(tr("same test rows, drawn anew together"));
    card()->setFinding(sentence.isEmpty() ? finding.mid(2) : finding);
}

QString DifferencesCard::explanation() const
{
    for (int row = 0; row < model_->rowCount(); ++row) {
        const SourceDifference &d = model_->differences()[std::size_t(row)];
        if (d.first == first_ && d.second == second_ && d.figure == figure_)
            return model_->explanation(model_->index(row, column_));
    }
    return {};
}

} // namespace fairloom::ui
