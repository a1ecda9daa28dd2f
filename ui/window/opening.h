#pragma once

#include "core/data/dataset.h"
#include "ui/window/preferences.h"

#include <QString>

#include <stop_token>

// A file as a person names it, and as core is asked to open it.

namespace fairloom::ui {

/// The file alone of "people.zip:train.csv".
QString fileOf(const QString &source);
/// As a file or folder. A pipe or a device is neither: reading it could wait for ever, and takes away what is read.
bool isThere(const QString &path);

/// How core is asked to open it. Throws InputError for a schema that cannot be read.
DatasetOptions toOptions(const RecentFile &file);
/// With the schema that lies beside the file, or the recipe that fits it, if there is one; with the recipe also the test file beside it
/// that the same recipe fits: NAME.test of NAME.data, "test" for "train" as a word of the name. Throws Cancelled.
RecentFile recognised(const QString &file, const std::stop_token &stop = {});

} // namespace fairloom::ui
