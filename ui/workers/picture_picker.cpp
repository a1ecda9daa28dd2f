#include "ui/workers/picture_picker.h"

namespace fairloom::ui {

void PicturePicker::add(const PictureSet &from, std::size_t index)
{
    out_.width = from.width;
    out_.height = from.height;
    const auto picture = from.picture(index);
    out_.bytes.insert(out_.bytes.end(), picture.begin(), picture.end());
}

void PicturePicker::add(const Table &table, std::size_t row)
{
    const Column &column = *table.picture_column();
    add(*column.pictures, static_cast<std::size_t>(column.codes[row]));
}

} // namespace fairloom::ui
