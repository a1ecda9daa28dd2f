#include "ui/widgets/clear_box.h"

#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QPalette>

namespace fairloom::ui {

void makeClear(QAbstractButton *box)
{
    const auto paint = [box] {
        QPalette palette; // what is not said here comes from the application's
        if (Theme::instance().isDark())
            palette.setColor(QPalette::Window, Theme::instance().muted());
        box->setPalette(palette);
    };
    paint();
    QObject::connect(&Theme::instance(), &Theme::changed, box, paint);
}

} // namespace fairloom::ui
