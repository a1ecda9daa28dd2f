#include "ui/widgets/account_line.h"

#include "core/data/dataset.h"
#include "ui/style/theme.h"
#include "ui/text.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace fairloom::ui {

namespace {

QString lineText(const BadLine &line)
{
    return line.expected == 0 ? AccountLine::tr("Line %1: its quotes are wrong").arg(count(line.line))
                              : AccountLine::tr("Line %1: %2 fields where %3 are expected").arg(count(line.line), count(line.fields), count(line.expected));
}

} // namespace

AccountLine::AccountLine(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("accountLine"));
    setProperty("look", "muted");
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QLabel::linkActivated, this, &AccountLine::showDetails);
    connect(&Theme::instance(), &Theme::changed, this, &AccountLine::refresh);
    hide();
}

void AccountLine::setDataset(const Dataset *opened)
{
    parts_.clear();
    badLines_.clear();
    badPictures_.clear();
    notes_.clear();
    if (opened) {
        const auto add = [&](std::size_t number, const char *key, const QString &text) {
            if (number > 0)
                parts_ << QLatin1StringView(key) + QStringLiteral("|") + text;
        };
        const RowAccount &account = opened->account;
        add(account.bad_lines, "bad", tr("%1 bad lines passed over").arg(count(account.bad_lines)));
        add(opened->bad_pictures.size(), "pictures", tr("%n picture(s) left out", nullptr, int(opened->bad_pictures.size())));
        add(account.filtered, "notes", tr("%1 rows filtered out").arg(count(account.filtered)));
        add(account.dropped_missing, "notes", tr("%1 rows without a value left out").arg(count(account.dropped_missing)));
        add(account.imputed_values, "notes", tr("%1 values filled in").arg(count(account.imputed_values)));
        add(account.grouped_values, "notes", tr("%1 rare values grouped").arg(count(account.grouped_values)));
        add(opened->notes.size(), "notes", tr("%n note(s)", nullptr, int(opened->notes.size())));
        QStringList lines;
        for (const BadLine &line : opened->bad_lines)
            lines << lineText(line);
        if (account.bad_lines > opened->bad_lines.size())
            lines << tr("… and %1 more").arg(count(account.bad_lines - opened->bad_lines.size()));
        badLines_ = lines.join(u'\n');
        lines.clear();
        for (const BadPicture &picture : opened->bad_pictures)
            lines << tr("%1: %2", "a picture's name and why it is left out").arg(toQString(picture.name), translated(picture.reason));
        badPictures_ = lines.join(u'\n');
        lines.clear();
        for (const Message &note : opened->notes)
            lines << translated(note) + u'.';
        notes_ = lines.join(u'\n');
    }
    refresh();
}

void AccountLine::refresh()
{
    QStringList links;
    for (const QString &part : parts_) {
        const qsizetype bar = part.indexOf(u'|');
        links << QStringLiteral("<a href=\"%1\" style=\"color:%3; text-decoration:none\">%2</a>")
                     .arg(part.left(bar), part.mid(bar + 1).toHtmlEscaped(), Theme::instance().accent().name());
    }
    setText(links.join(QStringLiteral(" · ")));
    QStringList plain;
    for (const QString &part : parts_)
        plain << part.mid(part.indexOf(u'|') + 1);
    setAccessibleName(plain.join(QStringLiteral(", ")));
    setVisible(!links.isEmpty());
}

void AccountLine::showDetails(const QString &link)
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setObjectName(QStringLiteral("accountDetails"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("look", "card");
    auto *text = new QPlainTextEdit(link == u"bad" ? badLines_ : link == u"pictures" ? badPictures_ : notes_);
    text->setObjectName(QStringLiteral("accountDetailsText"));
    text->setAccessibleName(tr("Particulars"));
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, Theme::space);
    layout->addWidget(text);
    popup->resize(qMax(360, width()), 180);
    popup->move(mapToGlobal(QPoint(0, height() + Theme::gap)));
    popup->show();
    text->setFocus();
}

} // namespace fairloom::ui
