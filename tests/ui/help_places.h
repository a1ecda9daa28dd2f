#pragma once

#include "ui/help/help_pages.h"

#include <algorithm>

/// Whether the manual has "fairness#dpr", or the page "fairness".
inline bool hasPlace(const fairloom::ui::HelpPages &pages, const QString &place)
{
    const fairloom::ui::HelpPage *page = pages.find(place.section(u'#', 0, 0));
    const QString id = place.section(u'#', 1);
    return page && (id.isEmpty() || std::any_of(page->sections.begin(), page->sections.end(), [&](const auto &section) { return section.id == id; }));
}
