#pragma once

#include "core/report/html_report.h"

#include <memory>
#include <string>
#include <vector>

class QTranslator;

namespace fairloom::cli {

/// A language that documents can be written in; the command line itself speaks English.
class Translation {
public:
    /// "en", or one of languages(). Throws InputError if there is no such language.
    explicit Translation(const std::string &language);
    ~Translation();

    /// Lives no longer than this object; empty for English.
    Translator translator() const;

    static const std::vector<std::string> &languages();

private:
    std::unique_ptr<QTranslator> texts_;
};

} // namespace fairloom::cli
