#include "ui/help/help_window.h"

#include "ui/help/help_browser.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace fairloom::ui {

namespace {

constexpr int place_role = Qt::UserRole;
constexpr int list_width = 260;

QString spokenLanguage()
{
    return QLocale().name().section(u'_', 0, 0);
}

} // namespace

HelpWindow::HelpWindow(const QWidget &commands, QWidget *parent)
    : QDialog(parent), pages_(spokenLanguage()), search_(new QLineEdit), list_(new QListWidget), none_(new QLabel), back_(new QPushButton(tr("Back"))),
      text_(new HelpBrowser)
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Manual"));
    setWindowFlag(Qt::WindowMinMaxButtonsHint);
    resize(960, 640);
    pages_.add(QStringLiteral("keys"), keysPage(commands));
    build();
    listPages();
    connect(&Theme::instance(), &Theme::changed, this, &HelpWindow::showPlace);
}

void HelpWindow::build()
{
    search_->setObjectName(QStringLiteral("helpSearch"));
    search_->setAccessibleName(tr("Search the manual"));
    search_->setPlaceholderText(tr("Search the manual"));
    search_->setClearButtonEnabled(true);
    list_->setObjectName(QStringLiteral("helpList"));
    list_->setAccessibleName(tr("Pages"));
    list_->setWordWrap(true);
    list_->setSpacing(2);
    list_->setFrameShape(QFrame::NoFrame);
    none_->setObjectName(QStringLiteral("helpNothing"));
    none_->setProperty("look", "muted");
    none_->setWordWrap(true);
    none_->setText(tr("No page has all of these words."));
    none_->hide();
    back_->setObjectName(QStringLiteral("helpBack"));
    back_->setAutoDefault(false);
    back_->setToolTip(tr("The page before (Alt+Left)"));

    auto *left = new QVBoxLayout;
    left->setSpacing(Theme::space);
    left->addWidget(search_);
    left->addWidget(none_);
    left->addWidget(list_, 1);
    left->addWidget(back_);
    auto *side = new QWidget;
    side->setFixedWidth(list_width);
    side->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::wide, Theme::wide, Theme::wide, Theme::wide);
    layout->setSpacing(Theme::wide);
    layout->addWidget(side);
    layout->addWidget(text_, 1);

    connect(search_, &QLineEdit::textChanged, this, &HelpWindow::listHits);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        if (list_->count() > 0)
            list_->setCurrentRow(0);
    });
    connect(list_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            visit(item->data(place_role).toString());
    });
    connect(text_, &HelpBrowser::placeRequested, this, [this](const QString &place) {
        visit(place.startsWith(u'#') ? place_.section(u'#', 0, 0) + place : place); // a place on the same page
    });
    connect(back_, &QPushButton::clicked, this, &HelpWindow::goBack);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this), &QShortcut::activated, this, &HelpWindow::goBack);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search_, [this] { search_->setFocus(); });
}

void HelpWindow::open(const QString &place)
{
    if (!search_->text().isEmpty())
        search_->clear();
    show(); // first: a section is scrolled to in the size that the page has on the screen
    if (place == place_)
        showPlace();
    else
        visit(place);
    raise();
    activateWindow();
    text_->setFocus();
}

void HelpWindow::listPages()
{
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const HelpPage &page : pages_.pages()) {
        auto *item = new QListWidgetItem(page.title(), list_);
        item->setData(place_role, page.id);
        if (page.id == place_.section(u'#', 0, 0))
            list_->setCurrentItem(item);
    }
    none_->hide();
}

void HelpWindow::listHits(const QString &text)
{
    if (text.trimmed().isEmpty())
        return listPages();
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const HelpHit &hit : pages_.search(text)) {
        auto *item = new QListWidgetItem(hit.title + u'\n' + hit.quote, list_);
        item->setData(place_role, hit.place);
    }
    list_->setCurrentRow(-1);
    none_->setVisible(list_->count() == 0);
}

void HelpWindow::visit(const QString &place)
{
    if (place == place_)
        return;
    if (!place_.isEmpty())
        before_ << place_;
    place_ = place;
    showPlace();
}

void HelpWindow::goBack()
{
    if (before_.isEmpty())
        return;
    place_ = before_.takeLast();
    showPlace();
}

void HelpWindow::showPlace()
{
    if (place_.isEmpty())
        return;
    const HelpPage *page = pages_.find(place_.section(u'#', 0, 0));
    if (!page)
        page = &pages_.pages().front();
    text_->show(*page, place_.section(u'#', 1), pages_.folder());
    back_->setEnabled(!before_.isEmpty());
    if (search_->text().trimmed().isEmpty())
        listPages();
}

QString HelpWindow::keysPage(const QWidget &commands)
{
    QString out = QStringLiteral("# %1 {#keys}\n\n| %2 | |\n|---|---|\n").arg(tr("Keys"), tr("Command"));
    const auto add = [&out](QString what, const QString &keys) { out += QStringLiteral("| %1 | %2 |\n").arg(what.remove(u'&').remove(u'…'), keys); };
    for (const QAction *action : commands.findChildren<QAction *>())
        if (!action->shortcut().isEmpty() && !action->text().isEmpty())
            add(action->text(), action->shortcut().toString(QKeySequence::NativeText));
    add(tr("Manual page about what has the focus"), QStringLiteral("F1"));
    add(tr("Next field, field before"), QStringLiteral("Tab, Shift+Tab"));
    add(tr("Forget the selection in Compare"), QStringLiteral("Esc"));
    return out;
}

void HelpWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        close(); // made anew in the other language when it is asked for again
    QDialog::changeEvent(event);
}

} // namespace fairloom::ui
