#include "ui/lessons/lesson_panel.h"

#include "ui/lessons/lesson_control.h"
#include "ui/style/look.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/window/setting_editor.h"
#include "ui/window/setup_commands.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QUndoStack>
#include <QVBoxLayout>

namespace fairloom::ui {

namespace {

QPushButton *panelButton(const char *name, const QString &text, const QString &toolTip)
{
    auto *out = new QPushButton(text);
    out->setObjectName(QLatin1StringView(name));
    out->setToolTip(toolTip);
    return out;
}

} // namespace

LessonPanel::LessonPanel(LessonControl &control, Session &session, QUndoStack &undo, QWidget *parent)
    : QWidget(parent), control_(control), session_(session), undo_(undo), progress_(new QLabel), title_(new QLabel), text_(new QLabel), waiting_(new QLabel),
      scroll_(new QScrollArea), controls_(new QVBoxLayout),
      back_(panelButton("lessonBack", tr("&Back"), tr("The step before (Page Up)"))),
      doIt_(panelButton("lessonDoIt", tr("&Do it for me"), tr("Does what this step asks for (Ctrl+Return)"))),
      next_(panelButton("lessonNext", tr("&Next"), tr("The next step (Page Down)"))),
      leave_(panelButton("lessonLeave", tr("&Leave"), tr("Ends the lesson; it can be taken up again where it was left")))
{
    setObjectName(QStringLiteral("lessonPanel"));
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    progress_->setProperty("look", "muted");
    progress_->setObjectName(QStringLiteral("lessonProgress"));
    title_->setProperty("look", "lessonTitle");
    title_->setObjectName(QStringLiteral("lessonTitle"));
    title_->setWordWrap(true);
    text_->setObjectName(QStringLiteral("lessonText"));
    text_->setProperty("look", "lessonText");
    text_->setTextFormat(Qt::MarkdownText);
    text_->setWordWrap(true);
    text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text_->setFocusPolicy(Qt::NoFocus);
    waiting_->setObjectName(QStringLiteral("lessonWaiting"));
    waiting_->setProperty("look", "muted");
    waiting_->setWordWrap(true);

    auto *words = new QWidget;
    words->setProperty("look", "panel");
    words->setAttribute(Qt::WA_StyledBackground);
    auto *wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, Theme::space, 0);
    wordsLayout->setSpacing(Theme::gap);
    wordsLayout->addWidget(title_);
    wordsLayout->addWidget(text_);
    wordsLayout->addStretch(1);
    scroll_->setWidget(words);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setProperty("look", "panel");
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto *left = new QVBoxLayout;
    left->setSpacing(Theme::gap);
    left->addWidget(progress_);
    left->addWidget(scroll_, 1);

    auto *fields = new QWidget;
    fields->setLayout(controls_);
    controls_->setContentsMargins(0, 0, 0, 0);
    auto *small = new QHBoxLayout;
    small->setSpacing(Theme::space);
    small->addWidget(back_);
    small->addWidget(leave_);
    auto *right = new QVBoxLayout;
    right->setSpacing(Theme::space);
    right->addWidget(waiting_);
    right->addStretch(1);
    right->addWidget(doIt_);
    right->addWidget(next_);
    right->addLayout(small);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, Theme::space, 14, Theme::wide);
    layout->setSpacing(Theme::page);
    layout->addLayout(left, 6);
    layout->addWidget(fields, 2);
    layout->addLayout(right, 2);

    connect(back_, &QPushButton::clicked, &control_, &LessonControl::back);
    connect(next_, &QPushButton::clicked, &control_, &LessonControl::next);
    connect(doIt_, &QPushButton::clicked, &control_, &LessonControl::doIt);
    connect(leave_, &QPushButton::clicked, &control_, &LessonControl::leave);
    // a presenter's remote sends these two; while a lesson is shown they belong to it
    const auto key = [this](const QKeySequence &keys, void (LessonControl::*act)()) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, &control_, act);
    };
    key(Qt::Key_PageDown, &LessonControl::next);
    key(Qt::Key_PageUp, &LessonControl::back);
    key(Qt::CTRL | Qt::Key_Return, &LessonControl::doIt);
    connect(&control_, &LessonControl::changed, this, &LessonPanel::showStep);
    connect(&control_, &LessonControl::textChanged, this, &LessonPanel::showText);
    connect(&session_, &Session::settingsChanged, this, [this] {
        for (SettingEditor *editor : editors_)
            editor->load(session_.settings());
    });
    showStep();
}

QSize LessonPanel::sizeHint() const
{
    return {640, 11 * fontMetrics().lineSpacing()};
}

void LessonPanel::showStep()
{
    const Lesson *lesson = control_.lesson();
    if (!lesson)
        return;
    const int last = int(lesson->steps.size());
    const QString progress = tr("%1 · step %2 of %3").arg(translated(lesson->title)).arg(control_.step() + 1).arg(last);
    const bool another = progress_->text() != progress;
    progress_->setText(progress);
    title_->setText(translated(control_.currentStep().title));
    back_->setEnabled(control_.step() > 0);
    next_->setText(control_.step() + 1 < last ? tr("&Next") : tr("&Finish"));
    setLook(next_, control_.isReached() ? QStringLiteral("primary") : QString());
    setLook(doIt_, control_.isReached() ? QString() : QStringLiteral("primary"));
    doIt_->setVisible(!control_.currentStep().acts.empty());
    if (another) {
        showControls();
        scroll_->verticalScrollBar()->setValue(0);
    }
    showText();
}

void LessonPanel::showText()
{
    if (!control_.lesson())
        return;
    text_->setText(control_.stepText());
    waiting_->setText(control_.waitingFor());
    waiting_->setVisible(!waiting_->text().isEmpty());
    doIt_->setEnabled(control_.canDoIt());
}

void LessonPanel::showControls()
{
    qDeleteAll(editors_);
    editors_.clear();
    for (const std::string &key : control_.currentStep().controls) {
        SettingEditor *editor = SettingEditor::make(*find_setting(key));
        for (QWidget *part : editor->findChildren<QWidget *>()) // the set-up has its own of that name
            if (!part->objectName().isEmpty())
                part->setObjectName(QStringLiteral("lesson_") + part->objectName());
        editor->setObjectName(QStringLiteral("lesson_") + editor->objectName());
        editor->load(session_.settings());
        connect(editor, &SettingEditor::edited, this, [this, editor] { pushEdit(session_, undo_, *editor); });
        controls_->addWidget(editor);
        editors_ << editor;
    }
    controls_->parentWidget()->setVisible(!editors_.isEmpty());
}

} // namespace fairloom::ui
