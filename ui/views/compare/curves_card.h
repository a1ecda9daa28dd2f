#pragma once

#include "ui/views/compare/curve_scene.h"

#include <QElapsedTimer>
#include <QWidget>

#include <utility>
#include <vector>

class QAction;
class QComboBox;
class QStackedWidget;
class QToolButton;

namespace fairloom::ui {

class Card;
class ChipGroup;
class CurvePanels;
class Plot;

/// The loss curves of the compared runs: over each other, with bands over seeds, or apart in one small plot a series.
class CurvesCard final : public QWidget {
    Q_OBJECT
public:
    explicit CurvesCard(CompareRuns &runs, QWidget *parent = nullptr);

    Card *card() const { return card_; }
    bool isEmpty() const { return curves_.drawn().empty(); }
    CurveTerm term() const;
    void setTerm(const CurveTerm &term);
    /// The plots in sight and file names for them.
    std::vector<std::pair<Plot *, QString>> pictures() const;

signals:
    void emptied(); ///< there is no curve to show: whoever owns the card says what will be here

private:
    void refresh();   ///< runs or term have changed
    void offerTerms();
    void draw();
    QString termLabel(const CurveTerm &term) const;
    QString remark(const DrawnCurves &drawn) const;

    CompareRuns &runs_;
    PreparedCurves curves_;
    CurveStyle style_;
    std::vector<CurveTerm> terms_; ///< of the box
    Card *card_;
    QComboBox *term_;
    ChipGroup *layout_;
    QToolButton *options_;
    QAction *range_, *deviation_;
    QStackedWidget *pages_;
    Plot *plot_;
    CurvePanels *panels_;
};

} // namespace fairloom::ui
