#include "ui/views/welcome_view.h"

#include "core/data/samples.h"
#include "core/study/lesson_file.h"
#include "ui/style/theme.h"
#include "ui/text.h"

#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
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

void clear(QVBoxLayout *list)
{
    while (QLayoutItem *item = list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QPushButton *link(const QString &name, const QString &remark)
{
    auto *button = new QPushButton(QStringLiteral("%1   %2").arg(name, remark));
    button->setProperty("look", "link");
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

/// "hiring, 3 runs, 14 May 2024 13:05"
QString remarkOf(const LeftProject &project)
{
    QStringList parts;
    if (!project.dataName.isEmpty())
        parts << project.dataName;
    parts << WelcomeView::tr("%n run(s)", nullptr, project.runs) << QLocale().toString(project.changed, QLocale::ShortFormat);
    return parts.join(QStringLiteral(", "));
}

QString joined(const std::vector<std::string> &names)
{
    QStringList out;
    for (const std::string &name : names)
        out << toQString(name);
    return out.join(QStringLiteral(" × "));
}

} // namespace

WelcomeView::WelcomeView(QWidget *parent) : QWidget(parent), recent_(new QVBoxLayout), projects_(new QVBoxLayout), projectsPart_(new QWidget)
{
    setObjectName(QStringLiteral("welcomeView"));
    setAccessibleName(tr("Welcome"));

    auto *mark = new QLabel;
    mark->setPixmap(QIcon(QStringLiteral(":/icons/fairloom.svg")).pixmap(QSize(56, 56), devicePixelRatioF()));
    mark->setFixedSize(56, 56);
    mark->setAccessibleName(tr("Fairloom"));
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

    auto *project = new QPushButton(tr("Open project…"));
    project->setObjectName(QStringLiteral("welcomeProjectButton"));
    connect(project, &QPushButton::clicked, this, &WelcomeView::openProjectRequested);
    openLine->addWidget(project);

    recent_->setSpacing(0);
    projects_->setSpacing(0);
    auto *projectsLayout = new QVBoxLayout(projectsPart_);
    projectsLayout->setContentsMargins(0, Theme::wide, 0, 0);
    projectsLayout->addWidget(label(tr("Projects"), "title"));
    projectsLayout->addLayout(projects_);

    auto *content = new QWidget;
    content->setMaximumWidth(860);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 32, 24, 24);
    layout->setSpacing(Theme::wide);
    layout->addLayout(head);
    layout->addWidget(makeLessons());
    layout->addSpacing(Theme::wide);
    layout->addWidget(label(tr("Your data"), "title"));
    layout->addLayout(openLine);
    layout->addLayout(recent_);
    layout->addWidget(projectsPart_);
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

QWidget *WelcomeView::makeLessons()
{
    auto *part = new QWidget;
    auto *layout = new QGridLayout(part); // lessons two by two: in one line their titles are wider than a small window in some languages
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(Theme::page);
    layout->setVerticalSpacing(0);
    for (const Lesson &lesson : builtin_lessons()) {
        const QString name = toQString(lesson.name);
        auto *button = new QPushButton;
        button->setObjectName(QStringLiteral("lesson_") + name);
        connect(button, &QPushButton::clicked, this, [this, name] { emit lessonRequested(name); });
        if (lessons_.isEmpty()) { // the tour
            layout->addWidget(button, 0, 0, 2, 1);
            layout->addWidget(label(tr("Lessons:"), "hint"), 0, 1);
        } else {
            const auto place = static_cast<int>(lessons_.size()) - 1;
            button->setProperty("look", "link");
            button->setCursor(Qt::PointingHandCursor);
            layout->addWidget(button, place / 2, 2 + place % 2, Qt::AlignLeft);
        }
        lessons_ << button;
    }
    layout->setColumnStretch(4, 1);
    showLessons();
    return part;
}

void WelcomeView::showLessons()
{
    for (int i = 0; i < lessons_.size(); ++i) {
        const Lesson &lesson = builtin_lessons()[std::size_t(i)];
        const int left = preferences::lessonStep(toQString(lesson.name));
        const QString title = translated(lesson.title);
        if (i == 0)
            lessons_[i]->setText(left > 0 ? tr("Go on with the tour (step %1 of %2)").arg(left + 1).arg(lesson.steps.size())
                                          : tr("Take the two-minute tour"));
        else
            lessons_[i]->setText(left > 0 ? tr("%1 (step %2)").arg(title).arg(left + 1) : title);
        lessons_[i]->setToolTip(translated(lesson.about));
    }
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
    clear(recent_);
    for (const RecentFile &file : preferences::recentFiles()) {
        const QFileInfo info(file.source);
        QPushButton *button = link(info.fileName(), QDir::toNativeSeparators(info.absolutePath()));
        connect(button, &QPushButton::clicked, this, [this, file] { emit recentRequested(file); });
        recent_->addWidget(button, 0, Qt::AlignLeft);
    }
    showProjects();
}

void WelcomeView::setLeftProjects(const std::vector<LeftProject> &left)
{
    left_ = left;
    showProjects();
}

void WelcomeView::showProjects()
{
    clear(projects_);
    const auto add = [this](const QString &folder, QPushButton *button) {
        button->setObjectName(QStringLiteral("openProject_") + QFileInfo(folder).fileName());
        connect(button, &QPushButton::clicked, this, [this, folder] { emit projectRequested(folder); });
        projects_->addWidget(button, 0, Qt::AlignLeft);
    };
    QStringList shown;
    for (const LeftProject &project : left_) {
        add(project.folder, link(project.title, remarkOf(project)));
        shown << project.folder;
    }
    for (const QString &folder : preferences::recentProjects())
        if (!shown.contains(folder))
            add(folder, link(projectTitle(toPath(folder)), QDir::toNativeSeparators(QFileInfo(folder).absolutePath())));
    projectsPart_->setVisible(projects_->count() > 0);
}

} // namespace fairloom::ui
