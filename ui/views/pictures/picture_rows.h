#pragma once

#include "ui/views/rows/rows_panel.h"
#include "ui/workers/async_value.h"
#include "ui/workers/row_marks.h"

class QComboBox;
class QLabel;

namespace fairloom::ui {

class GroupLegend;
class PictureDetails;
class PictureGrid;
class PicturesModel;

/// Rows of an image set as thumbnails, narrowed down by group and label, with how many there are of each; a click or Return shows the
/// picture large with all its labels.
class PictureRows final : public RowsPanel {
    Q_OBJECT
public:
    explicit PictureRows(QWidget *parent = nullptr);

    void setTable(std::shared_ptr<const Table> table) override;
    void setProblem(std::shared_ptr<const Problem> problem) override;
    void setRows(std::optional<std::vector<std::size_t>> rows) override;
    void setPartOf(std::size_t rows) override;
    bool isComputing() const override { return marking_.isRunning(); }
    QAbstractItemView *view() const override;

    PictureGrid *grid() const { return grid_; }
    int groupFilter() const; ///< index of the chosen group, -1 = any
    int labelFilter() const;
    /// Without it a click only chooses a picture, for views that show it elsewhere.
    void setDetailsOffered(bool offered) { detailsOffered_ = offered; }

signals:
    void chosen(std::size_t row); ///< of the table: the current picture is another one now

private:
    void showMarks(RowMarks &marks);
    void filter();
    void showCount();
    void open(int item);

    std::shared_ptr<const Table> table_;
    PicturesModel *model_;
    PictureGrid *grid_;
    PictureDetails *details_;
    QComboBox *group_, *label_;
    QLabel *count_;
    GroupLegend *legend_;
    std::size_t partOf_ = 0;
    bool detailsOffered_ = true;
    AsyncValue<RowMarks> marking_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
