#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace fairloom::ui {

/// A heading of the manual with the text below it, up to the next heading.
struct HelpSection {
    QString id;      ///< of the anchor: "dpr"
    QString title;
    int level = 1;   ///< 1 = of the page itself
    QString text;    ///< plain, as it is searched and quoted
};

struct HelpPage {
    QString id;      ///< "fairness"
    QString markdown;                  ///< without the headings' ids
    std::vector<HelpSection> sections; ///< never empty; the first has the page's title
    const QString &title() const { return sections.front().title; }
};

/// A section in which all words of a search occur.
struct HelpHit {
    QString place;   ///< "fairness#dpr"
    QString title;   ///< "Demographic parity ratio (DPR)"
    QString quote;   ///< the words' surroundings, one line
};

/// The manual of one language: pages of Markdown in the program's resources (resources/help), whose headings carry ids, `## Title {#id}`, that are the
/// same in all languages.
class HelpPages {
public:
    /// A language without a manual gets the English one.
    explicit HelpPages(const QString &language);

    const QString &folder() const { return folder_; } ///< ":/help/en"
    const std::vector<HelpPage> &pages() const { return pages_; }
    const HelpPage *find(const QString &id) const;    ///< null if there is none
    /// A page that the program writes itself, at the end.
    void add(const QString &id, const QString &markdown);
    /// Best first: words in titles count more. Empty for a text without words.
    std::vector<HelpHit> search(const QString &text) const;

    static HelpPage parse(const QString &id, const QString &markdown);

private:
    QString folder_;
    std::vector<HelpPage> pages_;
};

} // namespace fairloom::ui
