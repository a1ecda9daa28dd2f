#include "ui/widgets/epoch_mark.h"

#include "ui/style/theme.h"

namespace fairloom::ui {

void EpochMark::place(Plot &plot, double epoch)
{
    if (epoch < 0) {
        if (line_)
            plot.removeItem(line_);
        return;
    }
    if (!line_)
        line_ = new QCPItemStraightLine(&plot);
    line_->setPen(QPen(Theme::instance().accent(), 1));
    for (QCPItemPosition *point : {line_->point1, line_->point2}) {
        point->setTypeX(QCPItemPosition::ptPlotCoords);
        point->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line_->point1->setCoords(epoch, 0);
    line_->point2->setCoords(epoch, 1);
}

} // namespace fairloom::ui
