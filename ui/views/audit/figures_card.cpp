#include "ui/views/audit/figures_card.h"

#include "ui/models/audit_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/rows_view.h"
#include "ui/widgets/table_setup.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

FiguresCard::FiguresCard(QWidget *parent)
    : AuditCard(tr("Utility, quality, privacy"), parent), table_(new RowsView), model_(new AuditModel(this)),
      part_(new ChipGroup({tr("rows"), tr("latent"), tr("depth"), tr("privacy")})), without_(new QPushButton), caveat_(new QLabel), words_(new QLabel),
      buttons_(new QHBoxLayout)
{
    table_->setObjectName(QStringLiteral("auditTable"));
    table_->setAccessibleName(tr("Utility, quality, leakage and privacy per source"));
    table_->setModel(model_);
    setUpFigureTable(table_, 1);
    table_->setSelectionBehavior(QAbstractItemView::SelectItems);
    table_->setMinimumWidth(470);
    card()->body()->addWidget(table_);
    part_->setObjectName(QStringLiteral("auditFiguresChips"));
    part_->setAccessibleName(tr("What is judged"));
    part_->setToolTip(tr("The generated rows, the latent space they are made from, how the rows are distributed in depth, or what they give away"));
    card()->tools()->addWidget(part_);

    without_->setObjectName(QStringLiteral("withoutNearUnique"));
    without_->setProperty("look", "chip");
    without_->setCheckable(true);
    card()->body()->addWidget(without_, 0, Qt::AlignLeft);
    caveat_->setObjectName(QStringLiteral("privacyCaveat"));
    caveat_->setProperty("look", "muted");
    caveat_->setWordWrap(true);
    caveat_->setText(tr("These figures do not bound what an attacker can learn: a better attack may do better, and rows that lie far from all training rows "
                        "can still give people away."));
    card()->body()->addWidget(caveat_);
    words_->setObjectName(QStringLiteral("inWords"));
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words_->setAccessibleName(tr("In words"));
    card()->body()->addWidget(words_);
    buttons_->setSpacing(Theme::space);
    card()->body()->addStretch(1);
    card()->body()->addLayout(buttons_);

    connect(part_, &ChipGroup::currentChanged, this, &FiguresCard::showPart);
    connect(without_, &QPushButton::toggled, this, [this](bool on) {
        model_->setWithoutNearUnique(on);
        if (!explanation().isEmpty())
            emit explanationChosen();
    });
    connect(table_, &QTableView::clicked, this, &FiguresCard::explain);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &FiguresCard::explain);
    showPart();
}

/// All columns at once would be too narrow to read.
void FiguresCard::showPart()
{
    const auto part = AuditModel::Part(std::max(0, part_->current()));
    for (int column = AuditModel::accuracy; column < AuditModel::column_count; ++column)
        table_->setColumnHidden(column, !AuditModel::isIn(column, part));
    if (part == AuditModel::privacy_part) // two numbers in a cell
        table_->horizontalHeader()->setSectionResizeMode(AuditModel::identifiability, QHeaderView::ResizeToContents);
    fitHeight(table_);
    QStringList names;
    for (const std::string &name : model_->nearUnique())
        names << toQString(name);
    without_->setVisible(part == AuditModel::privacy_part && !names.isEmpty());
    const QString listed = names.size() > 3 ? tr("%1 and %2 more").arg(names.mid(0, 3).join(QStringLiteral(", "))).arg(names.size() - 3)
                                            : names.join(QStringLiteral(", "));
    without_->setText(tr("without near-unique columns (%1)").arg(listed));
    without_->setAccessibleName(without_->text());
    without_->setToolTip(tr("Columns in which nearly every row has a value of its own make every row look far away: %1").arg(names.join(QStringLiteral(", "))));
    caveat_->setVisible(part == AuditModel::privacy_part);
}

void FiguresCard::clear()
{
    const QSignalBlocker quiet(table_->selectionModel());
    model_->setResult(nullptr, {});
    card()->setRemark({});
    card()->setFinding({});
}

void FiguresCard::showResult(const AuditShown &shown)
{
    {
        const QSignalBlocker quiet(table_->selectionModel()); // a reset is no choice of a reader
        model_->setResult(shown.result, shown.choice);
        // the rows may be others now, and the same row another source
        for (int row = 0; row < model_->rowCount(); ++row)
            if (const QModelIndex index = model_->index(row, explainedColumn_); index.data(AuditModel::sourceRole).toString() == explainedSource_)
                table_->setCurrentIndex(index);
    }
    showPart();
    words_->setText(tr("<b>In words.</b> %1").arg(AuditWords::inWords(*shown.result, shown.choice).toHtmlEscaped()));
}

void FiguresCard::explain(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    explainedSource_ = index.data(AuditModel::sourceRole).toString();
    explainedColumn_ = index.column();
    emit explanationChosen();
}

QString FiguresCard::manualPlace() const
{
    switch (explainedColumn_) {
    case AuditModel::accuracy:
    case AuditModel::f1:
    case AuditModel::auroc: return QStringLiteral("utility");
    case AuditModel::density: return QStringLiteral("quality#density");
    case AuditModel::coverage: return QStringLiteral("quality#coverage");
    case AuditModel::leakage_latent: return QStringLiteral("leakage#probe");
    case AuditModel::leakage_rows: return QStringLiteral("leakage#rows");
    case AuditModel::latent_accuracy:
    case AuditModel::latent_dpr:
    case AuditModel::latent_eor: return QStringLiteral("utility#representation");
    case AuditModel::two_sample: return QStringLiteral("quality#two-sample");
    case AuditModel::marginal_distance: return QStringLiteral("quality#marginals");
    case AuditModel::alpha_precision:
    case AuditModel::beta_recall:
    case AuditModel::authenticity: return QStringLiteral("quality#alpha");
    default: return QStringLiteral("privacy#measures");
    }
}

QString FiguresCard::explanation() const
{
    for (int row = 0; row < model_->rowCount(); ++row)
        if (const QModelIndex index = model_->index(row, explainedColumn_); index.data(AuditModel::sourceRole).toString() == explainedSource_)
            return model_->explanation(index);
    return {};
}

} // namespace fairloom::ui
