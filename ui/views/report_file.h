#pragma once

#include <QString>

class QWidget;

namespace fairloom::ui {

/// Asks where a report goes; its ending, .html or .pdf, says of which kind it is. Empty if nobody wants it any more.
QString askForReportFile(QWidget *parent, const QString &runName);

} // namespace fairloom::ui
