#pragma once

#include "ui/views/samples/samples_page.h"
#include "ui/workers/session.h"

#include <QWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace fairloom::ui {

class Presentation;

/// Real and generated rows of the shown run, on the page that suits the data.
class SamplesView final : public QWidget {
    Q_OBJECT
public:
    explicit SamplesView(Session &session, QWidget *parent = nullptr);

    /// Shows a run's rows; null shows the real rows of the session, if there are any, and what will be here.
    void showOutcome(std::shared_ptr<const RunOutcome> outcome);
    bool isComputing() const { return page_->isComputing(); }

private:
    void showCurrentRun();
    void showPage(const Presentation &presentation);

    Session &session_;
    std::shared_ptr<const RunOutcome> outcome_;
    int shownRun_ = -1;
    const Presentation *presentation_ = nullptr; ///< whose page is shown
    SamplesPage *page_ = nullptr;
    QLabel *run_;
    QVBoxLayout *place_;
};

} // namespace fairloom::ui
