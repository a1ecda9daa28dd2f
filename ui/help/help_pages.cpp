#include "ui/help/help_pages.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace fairloom::ui {

namespace {

/// In reading order.
constexpr const char *page_names[] = {"start",   "bias",     "method",  "settings",    "losses",  "fairness", "utility",
                                      "quality", "frontier", "leakage", "uncertainty", "privacy", "compare",  "glossary"};
constexpr int quotedLetters = 110; // letters

QString contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
}

QString withoutIds(QString text)
{
    static const QRegularExpression id(QStringLiteral(R"(\s*\{#[\w-]+\})"));
    return text.remove(id);
}

/// Markdown as people read it.
QString plain(QString text)
{
    static const QRegularExpression picture(QStringLiteral(R"(!\[[^\]]*\]\([^)]*\))")), link(QStringLiteral(R"(\[([^\]]*)\]\([^)]*\))"));
    text = withoutIds(text.remove(picture).replace(link, QStringLiteral("\\1")));
    return text.remove(u'*').remove(u'`').simplified();
}

/// Where the words are, with what stands around them.
QString quote(const QString &text, const QStringList &words)
{
    qsizetype at = text.size();
    for (const QString &word : words)
        if (const qsizetype found = text.indexOf(word, 0, Qt::CaseInsensitive); found >= 0)
            at = std::min(at, found);
    if (at == text.size())
        at = 0;
    qsizetype from = std::max<qsizetype>(0, at - quotedLetters / 3);
    if (from > 0)
        from = text.indexOf(u' ', from) + 1;
    QString out = text.mid(from, quotedLetters);
    if (from + quotedLetters < text.size())
        out = out.left(std::max<qsizetype>(out.lastIndexOf(u' '), 1)) + u'…';
    return from > 0 ? u'…' + out : out;
}

} // namespace

HelpPages::HelpPages(const QString &language) : folder_(QStringLiteral(":/help/") + language)
{
    if (!QFile::exists(folder_ + QStringLiteral("/start.md")))
        folder_ = QStringLiteral(":/help/en");
    for (const char *name : page_names)
        add(QLatin1StringView(name), contentOf(folder_ + u'/' + QLatin1StringView(name) + QStringLiteral(".md")));
}

HelpPage HelpPages::parse(const QString &id, const QString &markdown)
{
    static const QRegularExpression heading(QStringLiteral(R"(^(#{1,6})\s+(.*?)(?:\s*\{#([\w-]+)\})?\s*$)"));
    HelpPage page;
    page.id = id;
    QStringList body;
    const auto close = [&] {
        if (!page.sections.empty())
            page.sections.back().text = plain(body.join(u'\n'));
        body.clear();
    };
    for (const QString &line : markdown.split(u'\n')) {
        const QRegularExpressionMatch found = heading.match(line);
        if (found.hasMatch()) {
            close();
            page.sections.push_back({found.captured(3), plain(found.captured(2)), int(found.captured(1).size()), {}});
            page.markdown += found.captured(1) + u' ' + found.captured(2) + u'\n';
            continue;
        }
        body << line;
        page.markdown += withoutIds(line) + u'\n';
    }
    close();
    if (page.sections.empty())
        page.sections.push_back({id, id, 1, {}});
    return page;
}

void HelpPages::add(const QString &id, const QString &markdown)
{
    pages_.push_back(parse(id, markdown));
}

const HelpPage *HelpPages::find(const QString &id) const
{
    const auto found = std::find_if(pages_.begin(), pages_.end(), [&](const HelpPage &page) { return page.id == id; });
    return found == pages_.end() ? nullptr : &*found;
}

std::vector<HelpHit> HelpPages::search(const QString &text) const
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, HelpHit>> found;
    for (const HelpPage &page : pages_)
        for (const HelpSection &section : page.sections) {
            int score = 0;
            const bool all = !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString &word) {
                const bool inTitle = section.title.contains(word, Qt::CaseInsensitive);
                const qsizetype times = section.text.count(word, Qt::CaseInsensitive);
                score += (inTitle ? 100 : 0) + int(std::min<qsizetype>(times, 20));
                return inTitle || times > 0;
            });
            if (all)
                found.emplace_back(score, HelpHit{page.id + u'#' + section.id, section.title, quote(section.text, words)});
        }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<HelpHit> out;
    for (auto &[score, hit] : found)
        out.push_back(std::move(hit));
    return out;
}

} // namespace fairloom::ui
