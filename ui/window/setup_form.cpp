#include "ui/window/setup_form.h"

#include "ui/models/method_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/window/setting_editor.h"
#include "ui/window/setup_commands.h"
#include "ui/window/task_fields.h"
#include "ui/workers/session.h"

#include <QPushButton>
#include <QScrollArea>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <cstring>

namespace fairloom::ui {

SetupForm::SetupForm(Session &session, QUndoStack &undo, QWidget *parent) : QWidget(parent), session_(session), undo_(undo)
{
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);

    auto *content = new QWidget;
    content->setProperty("look", "panel");
    auto *form = new QVBoxLayout(content);
    form->setContentsMargins(14, 0, 14, Theme::wide);
    form->setSpacing(Theme::space);
    form->addWidget(new TaskFields(session_, undo_));

    advanced_ = new QWidget;
    auto *advancedForm = new QVBoxLayout(advanced_);
    advancedForm->setContentsMargins(0, 0, 0, 0);
    advancedForm->setSpacing(Theme::space);

    for (const Setting &setting : run_setting_descriptions()) {
        SettingEditor *editor = SettingEditor::make(setting);
        editors_ << editor;
        (setting.advanced ? advancedForm : form)->addWidget(editor);
        connect(editor, &SettingEditor::edited, this, [this, editor] { edited(editor); });
    }

    fold_ = new QPushButton;
    fold_->setObjectName(QStringLiteral("moreSettings"));
    fold_->setProperty("look", "link");
    fold_->setCheckable(true);
    fold_->setCursor(Qt::PointingHandCursor);
    form->addWidget(fold_, 0, Qt::AlignLeft);
    form->addWidget(advanced_);
    form->addStretch(1);
    connect(fold_, &QPushButton::toggled, this, &SetupForm::updateFold);
    updateFold();
    new WheelGuard(content);

    auto *scroll = new QScrollArea;
    scroll->setProperty("look", "panel");
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setMinimumWidth(210);

    connect(&session_, &Session::settingsChanged, this, &SetupForm::showSettings);
    showSettings();
}

QSize SetupForm::sizeHint() const
{
    return {240, 600};
}

void SetupForm::showSettings()
{
    for (SettingEditor *editor : editors_) {
        editor->load(session_.settings());
        editor->setVisible(isUsed(editor->setting()));
    }
    updateFold();
}

bool SetupForm::isUsed(const Setting &setting) const
{
    return !setting.of_rivals || isRival(session_.settings());
}

void SetupForm::edited(SettingEditor *editor)
{
    pushEdit(session_, undo_, *editor);
}

void SetupForm::updateFold()
{
    const qsizetype hidden = std::count_if(editors_.begin(), editors_.end(), [this](const SettingEditor *editor) {
        return editor->setting().advanced && isUsed(editor->setting());
    });
    fold_->setText((fold_->isChecked() ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + tr("More settings (%1)").arg(hidden));
    advanced_->setVisible(fold_->isChecked());
}

} // namespace fairloom::ui
