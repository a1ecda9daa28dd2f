#pragma once

#include "core/base/error.h"
#include "core/base/message.h"
#include "core/metrics/metric.h"

#include <QString>

#include <filesystem>

namespace fairloom {
struct LessonText;
}

namespace fairloom::ui {

/// A text of core in the language of the window.
QString translated(const Message &message);
/// "where: what. Remedy." in the language of the window.
QString translated(const InputError &error);
QString translated(const ComputationError &error);

QString translated(const LessonText &text);

/// At most `decimals` decimals; "–" and nothing else where undefined (the reason belongs into the tool tip).
QString number(const Metric &metric, int decimals = 3);
QString number(double value, int decimals = 3);
/// With a sign, but what is printed as zero has none: "+1.5", "−0.2", "0".
QString signedNumber(double value, int decimals);
QString percent(double share, int decimals = 1);
/// "0:34", "1:02:10"
QString duration(double seconds);

QString toQString(const std::string &text);
/// What people call a data set: "hiring" for "sample:hiring", else the name itself.
QString displayName(const std::string &dataName);
std::filesystem::path toPath(const QString &file);
/// "L1-KL" for "l1"; the names of the distillation losses as people read them.
QString lossName(const std::string &loss);
/// Whole numbers with separators: "32,561".
QString count(qulonglong value);

} // namespace fairloom::ui
