#pragma once

#include "ui/models/compare_runs.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace fairloom::ui {

class Card;
class ChipGroup;
class CompareGroupsModel;
class CompareModel;
class RowsView;

/// Two tables of what is compared: groups of runs that differ in their seed alone, each against a reference, and the runs themselves. Rows that are
/// selected together in the list are selected in the plots as well.
class TablesCard final : public QWidget {
    Q_OBJECT
public:
    enum Page { groups_page, runs_page };

    explicit TablesCard(CompareRuns &runs, QWidget *parent = nullptr);

    Card *card() const { return card_; }
    const CompareModel &model() const { return *model_; }
    const CompareGroupsModel &groupsModel() const { return *groupsModel_; }
    void showPage(Page page);
    Page page() const;

signals:
    void runChosen(int id);
    void emptied(); ///< there is no run to show: whoever owns the card says what will be here

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildGroups();
    void buildRuns();
    void refresh();
    void offerReferences();
    void showHead();
    void listSelected();   ///< after a selection in the plot: the list has its runs alone
    void markCurrent();
    void selectFromList();
    void groupMenu(const QPoint &at);
    void selectGroup(std::size_t group);
    void layOutGroups();
    void fillWidth();      ///< the list's names take what other columns leave

    CompareRuns &runs_;
    Card *card_;
    ChipGroup *which_;
    QComboBox *reference_;
    QLabel *referenceLabel_;
    QStackedWidget *pages_;
    RowsView *groups_, *list_;
    CompareGroupsModel *groupsModel_;
    CompareModel *model_;
    bool filling_ = false;   ///< what happens to the list's selection then is no choice of the reader
    bool pageChosen_ = false;
    int nameWidth_ = 0;      ///< what the list's names need; 0 = not measured yet
};

} // namespace fairloom::ui
