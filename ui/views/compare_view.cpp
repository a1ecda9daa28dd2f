#include "ui/views/compare_view.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/run_prompt.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/rows_view.h"
#include "ui/widgets/source_style.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/trade_off_plot.h"
#include "ui/widgets/view_scroll.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace fairloom::ui {

namespace {

constexpr int redrawAfter = 500; // milliseconds between redraws of the curves while a run goes on

enum Curve { teacher_total, student_quality, student_kl };

} // namespace

CompareView::CompareView(Session &session, QWidget *parent) : QWidget(parent), session_(session)
{
    setObjectName(QStringLiteral("compareView"));
    scatterCard_ = buildScatterCard();
    curvesCard_ = buildCurvesCard();
    tableCard_ = buildTableCard();
    for (Card *card : {scatterCard_, curvesCard_, tableCard_})
        connectPrompt(card, session_);

    auto *grid = new QGridLayout;
    grid->setSpacing(Theme::wide);
    grid->addWidget(scatterCard_, 0, 0);
    grid->addWidget(curvesCard_, 0, 1);
    grid->addWidget(tableCard_, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(0, 5);
    grid->setRowStretch(1, 4);
    auto *scroll = new ViewScroll;
    scroll->content()->addLayout(grid, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(&session_, &Session::runsChanged, this, &CompareView::showSession);
    connect(&session_, &Session::currentRunChanged, this, &CompareView::showSession);
    connect(&session_, &Session::problemChanged, this, &CompareView::showSession);
    connect(&session_, &Session::tick, this, &CompareView::showTick);
    connect(&Theme::instance(), &Theme::changed, this, &CompareView::showScatter); // its markers hold colours
    showSession();
}

Card *CompareView::buildScatterCard()
{
    auto *card = new Card(tr("Fairness against utility"));
    classifier_ = new ChipGroup({});
    offerClassifiers({});
    classifier_->setObjectName(QStringLiteral("compareClassifierChips"));
    classifier_->setAccessibleName(tr("Classifier"));
    card->tools()->addWidget(classifier_);
    scatter_ = new TradeOffPlot;
    scatter_->setObjectName(QStringLiteral("compareScatter"));
    scatter_->setAxisTitles(tr("demographic parity ratio (train synthetic, test real)"), tr("accuracy"));
    card->body()->addWidget(scatter_, 1);
    connect(classifier_, &ChipGroup::currentChanged, this, &CompareView::showSession);
    connect(scatter_, &TradeOffPlot::pointChosen, &session_, &Session::selectRun);
    return card;
}

Card *CompareView::buildCurvesCard()
{
    auto *card = new Card(tr("Loss curves"));
    curve_ = new ChipGroup({tr("Teacher"), tr("Student"), tr("Student KL")});
    curve_->setObjectName(QStringLiteral("compareCurveChips"));
    curve_->setAccessibleName(tr("Which loss is drawn"));
    curve_->setToolTip(tr("Teacher: the sum of its weighted terms. Student: the quality loss of the distillation. Student KL: how far "
                          "the student's posteriors are from the teacher's."));
    curve_->setCurrent(student_quality);
    card->tools()->addWidget(curve_);
    curves_ = new Plot;
    curves_->setObjectName(QStringLiteral("compareCurves"));
    curves_->setAccessibleName(tr("Loss curves of all runs"));
    curves_->setMinimumSize(280, 190);
    card->body()->addWidget(curves_, 1);
    connect(curve_, &ChipGroup::currentChanged, this, &CompareView::showCurves);
    return card;
}

Card *CompareView::buildTableCard()
{
    auto *card = new Card(tr("Runs of this session"));
    model_ = new CompareModel(this);
    sorted_ = new QSortFilterProxyModel(this);
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(CompareModel::valueRole);
    table_ = new RowsView;
    table_->setObjectName(QStringLiteral("compareTable"));
    table_->setAccessibleName(tr("Runs with their settings and results"));
    table_->setModel(sorted_);
    setUpFigureTable(table_, 2);
    table_->setMinimumWidth(720);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setSortingEnabled(true);
    table_->sortByColumn(-1, Qt::AscendingOrder); // as they come, newest first
    table_->setMinimumHeight(104);
    card->body()->addWidget(table_, 1);

    spread_ = new QLabel;
    spread_->setObjectName(QStringLiteral("compareSpread"));
    spread_->setTextFormat(Qt::RichText);
    spread_->setWordWrap(true);
    spread_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(spread_);

    exportCsv_ = new QPushButton(tr("Export CSV…"));
    exportCsv_->setObjectName(QStringLiteral("compareExport"));
    savePlots_ = new QPushButton(tr("Save plots…"));
    savePlots_->setObjectName(QStringLiteral("compareSavePlots"));
    savePlots_->setToolTip(tr("Saves both pictures as PNG and SVG in a folder."));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space);
    buttons->addWidget(exportCsv_);
    buttons->addWidget(savePlots_);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);

    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid() && !selecting_)
            session_.selectRun(row.data(CompareModel::idRole).toInt());
    });
    connect(exportCsv_, &QPushButton::clicked, this, &CompareView::exportCsv);
    connect(savePlots_, &QPushButton::clicked, this, &CompareView::savePlots);
    return card;
}

AuditChoice CompareView::choice() const
{
    return {"tstr", classifiers_[std::size_t(std::max(0, classifier_->current()))]};
}

/// Those that judged one of the runs; the choice stays if it is among them.
void CompareView::offerClassifiers(const std::vector<const RunEntry *> &runs)
{
    std::vector<const RunResult *> results;
    for (const RunEntry *run : runs)
        if (run->outcome && !run->outcome->result.sources.empty())
            results.push_back(&run->outcome->result);
    const std::string before = classifiers_.empty() ? std::string() : choice().classifier;
    classifiers_ = AuditFigures::classifiers(results);
    QStringList labels;
    int kept = 0;
    for (std::size_t i = 0; i < classifiers_.size(); ++i) {
        labels << AuditFigures::classifierChip(classifiers_[i]);
        if (classifiers_[i] == before)
            kept = int(i);
    }
    const QSignalBlocker quiet(classifier_);
    classifier_->setLabels(labels);
    classifier_->setCurrent(kept);
}

void CompareView::showSession()
{
    const RunEntry *current = session_.currentRun();
    showRuns(session_.runs(), current ? current->id : -1);
}

void CompareView::showRuns(const std::vector<const RunEntry *> &runs, int current)
{
    offerClassifiers(runs);
    std::vector<CompareRow> rows;
    curveSources_.clear();
    reference_.reset();
    for (const RunEntry *run : runs) {
        rows.push_back(CompareFigures::row(*run, choice()));
        const std::string &loss = rows.back().settings.loss;
        if (run->monitor)
            curveSources_.push_back({run->id, run->name, CompareFigures::lossLabel(loss), CompareFigures::lossIndex(loss),
                                     CompareFigures::lossColour(loss), run->monitor});
        if (run->id == current)
            reference_ = run->outcome;
    }
    current_ = current;
    selecting_ = true; // filling the table is not a choice of the user
    model_->setRows(std::move(rows));
    selecting_ = false;
    showScatter();
    showCurves();
    showSpread();
    highlight(current);
}

void CompareView::showTick()
{
    if (!isVisible() || (lastCurves_.isValid() && lastCurves_.elapsed() < redrawAfter))
        return;
    showCurves();
}

void CompareView::showScatter()
{
    const std::vector<CompareRow> &rows = model_->rows();
    const Theme &theme = Theme::instance();
    std::vector<TradeOffPlot::Point> points;
    std::vector<std::size_t> place(rows.size(), 0);
    // Without a chosen run, the newest says what is compared.
    const auto chosen = std::find_if(rows.begin(), rows.end(), [this](const CompareRow &row) { return row.id == current_; });
    const std::size_t reference = chosen == rows.end() ? 0 : std::size_t(chosen - rows.begin());
    int left_out = 0, compared = 0, faded = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CompareRow &row = rows[i];
        if (!row.judged || !row.dpr || !row.accuracy) {
            left_out += row.judged ? 1 : 0;
            continue;
        }
        place[i] = points.size();
        TradeOffPlot::Point point;
        point.id = row.id;
        point.label = row.name;
        point.marker = indexedMarker(CompareFigures::lossIndex(row.settings.loss), theme.group(CompareFigures::lossColour(row.settings.loss)));
        point.x = *row.dpr.value;
        point.y = *row.accuracy.value;
        point.toolTip = tr("%1, %2: demographic parity ratio %3, accuracy %4. %5")
                            .arg(row.name, CompareFigures::lossLabel(row.settings.loss), number(row.dpr), number(row.accuracy),
                                 AuditFigures::detail(row.dpr));
        point.faded = !CompareFigures::comparable(row, rows[reference]);
        if (point.faded)
            point.toolTip += QLatin1Char(' ') + tr("Not comparable with the chosen run: %1.").arg(CompareFigures::subject(row));
        ++(point.faded ? faded : compared);
        points.push_back(std::move(point));
    }
    const bool nothing = points.empty();
    std::vector<std::size_t> front;
    QStringList unbeaten;
    for (std::size_t index : nothing ? std::vector<std::size_t>() : CompareFigures::bestFront(rows, reference)) {
        front.push_back(place[index]);
        unbeaten << rows[index].name;
    }
    for (const char *source : {"real", "control_independent"}) {
        const ClassifierResult *judged = reference_ ? AuditFigures::classifier(reference_->result, source, choice()) : nullptr;
        if (!judged || !judged->fairness.dpr || !judged->utility.accuracy)
            continue;
        TradeOffPlot::Point point;
        point.label = AuditFigures::sourceLabel(source);
        point.marker = sourceMarker(toQString(source), 8);
        point.x = *judged->fairness.dpr.value;
        point.y = *judged->utility.accuracy.value;
        point.toolTip = tr("A classifier trained on %1: demographic parity ratio %2, accuracy %3.")
                            .arg(AuditFigures::sourceRows(source), number(point.x), number(point.y));
        points.push_back(std::move(point));
    }

    if (nothing) {
        promptForRun(scatterCard_, session_, tr("Every finished run as a point: how fair and how useful its rows are."));
        scatterCard_->setRemark({});
        scatterCard_->setFinding({});
        scatter_->setPoints({}, {});
        return;
    }
    scatterCard_->setFilled();
    QStringList remarks;
    if (faded > 0)
        remarks << tr("other data or task, faded: %1").arg(faded);
    if (left_out > 0)
        remarks << tr("undefined, not drawn: %1").arg(left_out);
    scatterCard_->setRemark(remarks.join(QStringLiteral(" · ")));
    scatter_->setPoints(std::move(points), std::move(front));
    if (compared == 0)
        scatterCard_->setFinding(tr("No run on the chosen data and task has these figures yet."));
    else if (compared == 1)
        scatterCard_->setFinding(tr("One run on this data and task so far; train others to see what fairness costs."));
    else if (unbeaten.size() == 1)
        scatterCard_->setFinding(tr("%1 is best in both figures among the %2 runs on this data and task. Differences between single "
                                    "runs may be chance: repeat with other seeds.")
                                     .arg(unbeaten.first())
                                     .arg(compared));
    else
        scatterCard_->setFinding(tr("%1 of the %2 runs on this data and task are on the best front: none is better in both figures. "
                                    "Differences between single runs may be chance: repeat with other seeds.")
                                     .arg(unbeaten.size())
                                     .arg(compared));
}

void CompareView::showCurves()
{
    lastCurves_.start();
    const int kind = curve_->current();
    const CurveStage stage = kind == teacher_total ? CurveStage::teacher : CurveStage::student;
    const bool chosen = std::any_of(curveSources_.begin(), curveSources_.end(), [this](const CurveSource &s) { return s.id == current_; });
    static constexpr Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

    curves_->clearAll();
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest(), last = 0;
    int drawn = 0;
    std::vector<int> perLoss(4, 0);
    QStringList spoken;
    // Oldest first, so that a run keeps its dash while further ones are added.
    for (auto source = curveSources_.rbegin(); source != curveSources_.rend(); ++source) {
        const Qt::PenStyle style = styles[std::size_t(perLoss[std::size_t(source->lossIndex)]++) % std::size(styles)];
        const std::vector<std::string> terms = source->monitor->terms(stage);
        const std::string wanted = kind == student_kl ? "kl" : "quality";
        const std::size_t term = std::size_t(std::find(terms.begin(), terms.end(), wanted) - terms.begin());
        QVector<double> keys, values;
        for (const CurvePoint &point : source->monitor->points_since(stage, 0)) {
            double value = 0;
            if (kind == teacher_total) {
                for (double part : point.weighted)
                    value += part;
            } else if (term < point.raw.size()) {
                value = point.raw[term];
            } else {
                continue;
            }
            keys << point.epoch;
            values << value;
            low = std::min(low, value);
            high = std::max(high, value);
            last = std::max(last, point.epoch);
        }
        if (keys.isEmpty())
            continue;
        // The chosen run stands out by the others stepping back.
        const bool faded = chosen && source->id != current_;
        QCPGraph *line = curves_->addLine(source->name, [colour = source->colour, faded] {
            QColor ink = Theme::instance().group(colour);
            ink.setAlphaF(faded ? 0.55f : 1.0f);
            return ink;
        }, style, curveSources_.size() <= 8);
        line->setData(keys, values, true);
        spoken << tr("%1, %2: %3").arg(source->name, source->loss, number(values.last()));
        ++drawn;
    }
    if (drawn == 0) {
        promptForRun(curvesCard_, session_, tr("The loss curves of all runs over each other."));
        curvesCard_->setRemark({});
        curves_->replot(QCustomPlot::rpQueuedReplot);
        return;
    }
    curvesCard_->setFilled();
    // The losses are on scales of their own; a logarithmic axis lets them share a picture.
    const bool logarithmic = low > 0 && high / low > 20;
    const double pad = std::max((high - low) * 0.08, std::max(std::abs(high) * 1e-3, 1e-9));
    curves_->setLogarithmic(logarithmic);
    curves_->setHome({0, std::max(1.0, last)}, logarithmic ? QCPRange(low / 1.3, high * 1.3)
                                                           : QCPRange(low > 0 && low < high - low ? 0.0 : low - pad, high + pad));
    curves_->setAxisTitles(tr("epoch"), kind == teacher_total     ? tr("sum of weighted terms")
                                        : kind == student_quality ? tr("quality loss")
                                                                  : tr("KL(teacher || student)"));
    curvesCard_->setRemark(logarithmic ? tr("logarithmic") : QString());
    curves_->setSummary(spoken.join(QStringLiteral("; ")));
    curves_->updateEndLabels();
    curves_->replot(QCustomPlot::rpQueuedReplot);
}

void CompareView::showSpread()
{
    if (model_->rows().empty()) {
        promptForRun(tableCard_, session_, tr("A table of all runs with their settings and results."));
        tableCard_->setRemark({});
        return;
    }
    tableCard_->setFilled();
    tableCard_->setRemark(tr("student's rows · train synthetic, test real · %1").arg(AuditFigures::classifierLabel(choice().classifier)));
    QStringList lines;
    const std::vector<CompareRow> &rows = model_->rows();
    const bool mixed = std::any_of(rows.begin(), rows.end(),
                                   [&](const CompareRow &row) { return !CompareFigures::comparable(row, rows.front()); });
    for (const SeedSummary &summary : CompareFigures::seedSummaries(rows))
        lines << CompareFigures::seedSentence(summary, mixed);
    spread_->setText(lines.join(QStringLiteral("<br>")));
    spread_->setVisible(!lines.isEmpty());
}

void CompareView::highlight(int id)
{
    scatter_->setCurrent(id);
    for (int row = 0; row < sorted_->rowCount(); ++row) {
        const QModelIndex index = sorted_->index(row, 0);
        if (index.data(CompareModel::idRole).toInt() != id)
            continue;
        selecting_ = true;
        table_->setCurrentIndex(index);
        table_->selectRow(row);
        selecting_ = false;
        return;
    }
}

void CompareView::exportCsv()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export runs"), tr("runs") + QStringLiteral(".csv"), tr("Tables (*.csv)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(CompareFigures::csv(model_->rows())) >= 0 && out.commit())
        emit session_.jobFinished(tr("The runs were saved as %1.").arg(file));
    else
        emit session_.jobFailed(tr("%1 could not be written: %2.").arg(file, out.errorString()));
}

void CompareView::savePlots()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Save plots in"));
    if (folder.isEmpty())
        return;
    std::vector<std::pair<Plot *, QString>> pictures;
    QStringList existing;
    for (const auto &[plot, name] : {std::pair<Plot *, QString>{scatter_, QStringLiteral("fairness-utility")},
                                     {curves_, QStringLiteral("loss-curves")}})
        for (const char *ending : {".png", ".svg"}) {
            pictures.emplace_back(plot, QDir(folder).filePath(name + QLatin1String(ending)));
            if (QFileInfo::exists(pictures.back().second))
                existing << name + QLatin1String(ending);
        }
    if (!existing.isEmpty()) {
        QMessageBox question(QMessageBox::Question, tr("Save plots"),
                             tr("The folder already has %1. Replace?").arg(existing.join(QStringLiteral(", "))), QMessageBox::NoButton, this);
        const QPushButton *replace = question.addButton(tr("Replace"), QMessageBox::AcceptRole);
        question.setDefaultButton(question.addButton(QMessageBox::Cancel));
        question.exec();
        if (question.clickedButton() != replace)
            return;
    }
    for (const auto &[plot, file] : pictures)
        if (!plot->savePicture(file)) {
            emit session_.jobFailed(tr("%1 could not be written.").arg(file));
            return;
        }
    emit session_.jobFinished(tr("The plots were saved in %1.").arg(folder));
}

} // namespace fairloom::ui
