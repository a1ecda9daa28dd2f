#pragma once

#include "core/base/message.h"

#include <string>
#include <string_view>

namespace fairloom {

/// What a file holds that is no table for us, by its first bytes: "HTML", "PDF", "Excel" ...; empty if nothing is known against it.
/// Such files get the name people.csv surprisingly often: a download that ended on a page to sign in, a workbook that was renamed.
std::string foreign_content(std::string_view bytes);

/// The same of text, whatever its encoding was: markup, a table drawn in Markdown.
std::string foreign_text(std::string_view text);

/// Whether there are more control characters of more kinds than any text has.
bool is_noise(std::string_view text);

/// What to do about it.
Message foreign_remedy(std::string_view content);

} // namespace fairloom
