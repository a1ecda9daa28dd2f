#pragma once

#include "core/study/run_result.h"

#include <QByteArray>

namespace fairloom::ui {

/// Every figure of an audit as CSV (UTF-8, RFC 4180), one a line, all sources, protocols and classifiers:
/// source,protocol,classifier,group,figure,value,low,high,undefined. Numbers as exact as in run.json.
QByteArray auditCsv(const RunResult &result);

/// A field as RFC 4180 wants it.
QByteArray csvField(const QString &text);

} // namespace fairloom::ui
