#include "ui/window/study_dialog.h"

#include "ui/style/theme.h"
#include "ui/widgets/clear_box.h"
#include "ui/window/preferences.h"
#include "ui/window/ready_studies.h"
#include "ui/window/study_form.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

// What the dialog is made of.

namespace fairloom::ui {

namespace {

constexpr int parts_width = 376;

} // namespace

QWidget *StudyDialog::buildLeft()
{
    auto *title = new QLabel(tr("Ready studies, on the open data"));
    title->setProperty("look", "title");
    auto *empty = new QPushButton(tr("New study"));
    empty->setObjectName(QStringLiteral("newStudyButton"));
    empty->setProperty("look", "chip");
    empty->setAutoDefault(false);
    empty->setToolTip(tr("Write a study of your own in the form"));
    connect(empty, &QPushButton::clicked, this, &StudyDialog::showNew);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, Theme::wide, 0);
    head->addWidget(title, 1);
    head->addWidget(empty);
    auto *left = new QWidget;
    left->setFixedWidth(parts_width);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addLayout(head);
    layout->addWidget(ready_, 1);
    return left;
}

/// Called while the members are made: it may use those that stand before the form.
QWidget *StudyDialog::buildData()
{
    onlyData_->setObjectName(QStringLiteral("studyOnlyData"));
    onlyData_->setWordWrap(true);
    onlyData_->setContentsMargins(0, 3, 0, 0);
    makeClear(openData_);
    makeClear(ownData_);
    openData_->setObjectName(QStringLiteral("studyOpenData"));
    ownData_->setObjectName(QStringLiteral("studyOwnData"));
    folder_->setObjectName(QStringLiteral("studyDataFolder"));
    folder_->setAccessibleName(tr("Folder of the study’s data sets"));
    folder_->setPlaceholderText(tr("The folder that holds adult, compas, german …"));
    folder_->setText(QDir::toNativeSeparators(preferences::studyDataFolder()));
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setObjectName(QStringLiteral("studyBrowseFolder"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder of the study’s data sets"), dataFolder());
        if (!chosen.isEmpty())
            folder_->setText(QDir::toNativeSeparators(chosen));
    });
    auto *line = new QHBoxLayout(folderLine_);
    line->setContentsMargins(24, 0, 0, 0);
    line->setSpacing(Theme::space);
    line->addWidget(folder_, 1);
    line->addWidget(browse);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addWidget(onlyData_);
    layout->addWidget(openData_);
    layout->addWidget(ownData_);
    layout->addWidget(folderLine_);
    return box;
}

QWidget *StudyDialog::buildRight()
{
    auto *content = new QWidget;
    content->setProperty("look", "panel");
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Theme::page, Theme::wide, Theme::page, Theme::wide);
    layout->setSpacing(Theme::wide);
    layout->addWidget(form_, 1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("studyFormScroll"));
    scroll->setProperty("look", "panel");
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setMinimumWidth(content->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width()); // nothing is cut at the right
    auto *frame = new QFrame;
    frame->setProperty("look", "card");
    auto *around = new QVBoxLayout(frame);
    around->setContentsMargins(1, 1, 1, 1);
    around->addWidget(scroll);
    return frame;
}

QWidget *StudyDialog::buildFoot()
{
    summary_->setObjectName(QStringLiteral("studySummary"));
    summary_->setProperty("look", "value");
    summary_->setWordWrap(true);
    reason_->setObjectName(QStringLiteral("studyReason"));
    reason_->setProperty("look", "error");
    reason_->setWordWrap(true);
    open_->setObjectName(QStringLiteral("openStudyButton"));
    open_->setToolTip(tr("Read a study from a JSON file"));
    save_->setObjectName(QStringLiteral("saveStudyButton"));
    save_->setToolTip(tr("Write the study as a JSON file, which the command line runs as well"));
    start_->setObjectName(QStringLiteral("startStudyButton"));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelStudyButton"));
    for (QPushButton *button : {open_, save_, cancel})
        button->setAutoDefault(false);
    start_->setProperty("look", "primary");
    start_->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *said = new QVBoxLayout;
    said->setSpacing(2);
    said->addWidget(summary_);
    said->addWidget(reason_);
    auto *foot = new QWidget;
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(open_);
    layout->addWidget(save_);
    layout->addLayout(said, 1);
    layout->addWidget(cancel);
    layout->addWidget(start_);
    return foot;
}

} // namespace fairloom::ui
