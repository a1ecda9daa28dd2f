#pragma once

#include "core/data/sample_source.h"
#include "ui/workers/async_value.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QSlider;

namespace fairloom {
struct Problem;
}

namespace fairloom::ui {

class Card;
class CausalGraphView;
class EffectPlot;
class Session;

/// The model that a built-in sample is drawn from: its graph, a slider that weakens the biased edges and draws the data anew, and the total effect of the
/// group as these rows estimate it beside the truth that the model knows.
class CausalCard final : public QWidget {
    Q_OBJECT
public:
    explicit CausalCard(Session &session, QWidget *parent = nullptr);

    /// Whether the open data are a sample whose graph is known.
    bool hasModel() const { return hasModel_; }
    bool isComputing() const { return truths_.isRunning() || redraw_.isActive(); }

signals:
    void modelChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Truth = std::vector<std::pair<std::string, double>>; ///< P(positive | do(group)) by group

    void showDataset();
    void showEffect();
    void draw();
    void drawAnew();
    void updateControls();

    Session &session_;
    bool hasModel_ = false;
    SampleSource sample_;
    std::map<std::string, Truth> known_; ///< by source without its seed
    Card *card_;
    CausalGraphView *graph_;
    QSlider *bias_;
    QLabel *biasText_;
    QPushButton *anew_;
    EffectPlot *effect_;
    QLabel *note_;
    QTimer redraw_; ///< a little after the slider has come to rest
    AsyncValue<std::pair<std::string, Truth>> truths_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
