#include "ui/widgets/choice_boxes.h"

#include "ui/style/theme.h"
#include "ui/widgets/clear_box.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

namespace fairloom::ui {

ChoiceBoxes::ChoiceBoxes(const QString &prefix, const QString &of, int columns, QWidget *parent)
    : QWidget(parent), prefix_(prefix), of_(of), columns_(columns), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(Theme::wide);
    grid_->setVerticalSpacing(Theme::gap);
    grid_->setColumnStretch(columns, 1);
}

void ChoiceBoxes::setChoices(const std::vector<Choice> &choices)
{
    if (choices == choices_)
        return;
    choices_ = choices;
    for (QCheckBox *box : boxes_)
        delete box;
    boxes_.clear();
    for (const Choice &choice : choices) {
        auto *box = new QCheckBox(choice.text);
        box->setObjectName(prefix_ + QString::fromStdString(choice.id));
        box->setAccessibleName(QStringLiteral("%1: %2").arg(of_, choice.text));
        makeClear(box);
        const int place = static_cast<int>(boxes_.size());
        grid_->addWidget(box, place / columns_, place % columns_);
        connect(box, &QCheckBox::clicked, this, &ChoiceBoxes::edited);
        boxes_.push_back(box);
    }
}

void ChoiceBoxes::setChosen(const std::vector<std::string> &ids)
{
    for (std::size_t i = 0; i < boxes_.size(); ++i)
        boxes_[i]->setChecked(std::find(ids.begin(), ids.end(), choices_[i].id) != ids.end());
}

std::vector<std::string> ChoiceBoxes::chosen() const
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < boxes_.size(); ++i)
        if (boxes_[i]->isChecked() && boxes_[i]->isEnabledTo(this))
            out.push_back(choices_[i].id);
    return out;
}

bool ChoiceBoxes::isChosen(const std::string &id) const
{
    const std::vector<std::string> ids = chosen();
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void ChoiceBoxes::setAvailable(const std::string &id, bool available, const QString &toolTip)
{
    for (std::size_t i = 0; i < boxes_.size(); ++i)
        if (choices_[i].id == id) {
            boxes_[i]->setEnabled(available);
            boxes_[i]->setToolTip(toolTip);
        }
}

} // namespace fairloom::ui
