#include "ui/views/welcome_view.h"

#include "core/data/samples.h"
#include "ui/style/theme.h"
#include "ui/text.h"

#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QIcon>
#include <QVBoxLayout>

namespace fairloom::ui {

namespace {

QLabel *label(const QString &text, const char *look)
{
    auto *widget = new QLabel(text);
    widget->setProperty("look", look);
    widget->setWordWrap(true);
    return widget;
}

QString joined(const std::vector<std::string> &names)
{
    QStringList out;
    for (const std::string &name : names)
        out << toQString(name);
    return out.join(QStringLiteral(" × "));
}

} // namespace

WelcomeView::WelcomeView(QWidget *parent) : QWidget(parent), recent_(new QVBoxLayout)
{
    setObjectName(QStringLiteral("welcomeView"));
    setAccessibleName(tr("Welcome"));

    auto *mark = new QLabel;
    mark->setPixmap(QIcon(QStringLiteral(":/icons/fairloom.svg")).pixmap(QSize(56, 56), devicePixelRatioF()));
    mark->setFixedSize(56, 56);
    auto *headWords = new QVBoxLayout;
    headWords->setSpacing(2);
    headWords->addWidget(label(tr("Fairloom"), "heading"));
    headWords->addWidget(label(tr("See who is treated how in a data set, train a model that forgets the group, and check on real "
                                  "rows what became of fairness and usefulness."),
                               "hint"));
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::page);
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addLayout(headWords, 1);

    auto *open = new QPushButton(tr("Open data…"));
    open->setObjectName(QStringLiteral("welcomeOpenButton"));
    open->setProperty("look", "primary");
    connect(open, &QPushButton::clicked, this, &WelcomeView::openRequested);
    auto *openLine = new QHBoxLayout;
    openLine->setSpacing(Theme::wide);
    openLine->addWidget(open);
    openLine->addWidget(label(tr("or drop a table or a folder of pictures here"), "hint"), 1);

    recent_->setSpacing(0);

    auto *content = new QWidget;
    content->setMaximumWidth(860);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 32, 24, 24);
    layout->setSpacing(Theme::wide);
    layout->addLayout(head);
    layout->addSpacing(Theme::wide);
    layout->addWidget(label(tr("Your data"), "title"));
    layout->addLayout(openLine);
    layout->addLayout(recent_);
    layout->addSpacing(Theme::wide);
    layout->addWidget(label(tr("Built-in samples"), "title"));
    layout->addWidget(label(tr("Drawn from a stated causal model, so that the true effect of the group is known."), "muted"));
    layout->addWidget(makeSamples());
    layout->addStretch(1);

    auto *centred = new QWidget;
    auto *centre = new QHBoxLayout(centred);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->addStretch(1);
    centre->addWidget(content, 8);
    centre->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(centred);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    showRecent();
}

QWidget *WelcomeView::makeSamples()
{
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    for (const SampleInfo &sample : builtin_samples()) {
        const QString source = QStringLiteral("sample:") + toQString(sample.name);
        auto *card = new QFrame;
        card->setProperty("look", "card");
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(label(translated(sample.title), "title"));
        QString story = translated(sample.story);
        if (!story.endsWith(u'.'))
            story += u'.';
        words->addWidget(label(story, "finding"));
        words->addWidget(label(tr("%1 rows · sensitive: %2 · target: %3, favourable: %4")
                                   .arg(count(sample.rows + sample.test_rows), joined(sample.sensitive),
                                        toQString(sample.target), toQString(sample.positive)),
                               "muted"));
        auto *open = new QPushButton(tr("Open"));
        open->setObjectName(QStringLiteral("openSample_") + toQString(sample.name));
        open->setAccessibleName(tr("Open sample: %1").arg(translated(sample.title)));
        connect(open, &QPushButton::clicked, this, [this, source] { emit sampleRequested(source); });
        auto *line = new QHBoxLayout(card);
        line->setContentsMargins(Theme::page, Theme::wide, Theme::page, Theme::wide);
        line->setSpacing(Theme::page);
        line->addLayout(words, 1);
        line->addWidget(open, 0, Qt::AlignVCenter);
        layout->addWidget(card);
    }
    return list;
}

void WelcomeView::showRecent()
{
    while (QLayoutItem *item = recent_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const RecentFile &file : preferences::recentFiles()) {
        const QFileInfo info(file.source);
        auto *button = new QPushButton(QStringLiteral("%1   %2").arg(info.fileName(), QDir::toNativeSeparators(info.absolutePath())));
        button->setProperty("look", "link");
        button->setCursor(Qt::PointingHandCursor);
        connect(button, &QPushButton::clicked, this, [this, file] { emit recentRequested(file); });
        recent_->addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace fairloom::ui
