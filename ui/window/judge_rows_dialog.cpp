#include "ui/window/judge_rows_dialog.h"

#include "core/data/file_preview.h"
#include "core/study/generated_file.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/presentation.h"
#include "ui/window/opening.h"
#include "ui/window/preferences.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace fairloom::ui {

namespace {

QString names(const std::vector<std::string> &list)
{
    QStringList out;
    for (const std::string &name : list)
        out << toQString(name);
    return out.isEmpty() ? QStringLiteral("–") : out.join(QStringLiteral(", "));
}

QLabel *words(const char *name, const char *look)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1StringView(name));
    label->setProperty("look", look);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

JudgeRowsDialog::JudgeRowsDialog(std::shared_ptr<const Problem> problem, QWidget *parent)
    : QDialog(parent), problem_(std::move(problem)), file_(new QLineEdit), found_(words("matchFound", "finding")), missing_(words("matchMissing", "finding")),
      extra_(words("matchExtra", "hint")), error_(words("judgeError", "error")),
      reading_([this](std::vector<std::string> &columns) { showMatch(columns); }, [this](const QString &sentence) { showProblem(sentence); })
{
    setObjectName(QStringLiteral("judgeRowsDialog"));
    setWindowTitle(tr("Judge generated rows"));
    setMinimumSize(640, 240);
    file_->setObjectName(QStringLiteral("judgePathEdit"));
    file_->setAccessibleName(tr("File of generated rows"));
    file_->setPlaceholderText(Presentation::of(&problem_->train.table).generatedHint());
    auto *browseButton = new QPushButton(tr("Browse…"));
    browseButton->setObjectName(QStringLiteral("judgeBrowseButton"));
    browseButton->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    judge_ = buttons->addButton(tr("Judge"), QDialogButtonBox::AcceptRole);
    judge_->setObjectName(QStringLiteral("judgeButton"));
    judge_->setDefault(true);
    judge_->setEnabled(false);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::page, Theme::page, Theme::page, Theme::page);
    grid->setHorizontalSpacing(Theme::space);
    grid->setVerticalSpacing(Theme::space);
    grid->setColumnStretch(1, 1);
    const auto label = [&](const QString &text, int row, QWidget *buddy = nullptr) {
        auto *widget = new QLabel(text);
        widget->setBuddy(buddy);
        if (!buddy)
            widget->setProperty("look", "muted");
        grid->addWidget(widget, row, 0, Qt::AlignTop);
    };
    label(tr("&File"), 0, file_);
    grid->addWidget(file_, 0, 1);
    grid->addWidget(browseButton, 0, 2);
    label(tr("Found"), 1);
    grid->addWidget(found_, 1, 1, 1, 2);
    label(tr("Missing"), 2);
    grid->addWidget(missing_, 2, 1, 1, 2);
    label(tr("Passed over"), 3);
    grid->addWidget(extra_, 3, 1, 1, 2);
    grid->addWidget(error_, 4, 0, 1, 3);
    grid->setRowStretch(5, 1);
    grid->addWidget(buttons, 6, 0, 1, 3);

    connect(browseButton, &QPushButton::clicked, this, &JudgeRowsDialog::browse);
    connect(file_, &QLineEdit::textChanged, this, &JudgeRowsDialog::fileChanged);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fileChanged();
}

QString JudgeRowsDialog::file() const
{
    return file_->text().trimmed();
}

void JudgeRowsDialog::browse()
{
    const QString chosen = Presentation::of(&problem_->train.table).askForGenerated(this);
    if (chosen.isEmpty())
        return;
    preferences::setLastFolder(QFileInfo(chosen).absolutePath());
    file_->setText(QDir::toNativeSeparators(chosen));
}

void JudgeRowsDialog::fileChanged()
{
    judge_->setEnabled(false);
    for (QLabel *label : {found_, missing_, extra_})
        label->setText(QStringLiteral("–"));
    error_->clear();
    const QString name = file();
    if (name.isEmpty())
        return reading_.discard();
    if (!isThere(fileOf(name))) {
        reading_.discard();
        error_->setText(tr("There is no file or folder %1.").arg(name));
        return;
    }
    reading_.start([source = name.toStdString()](std::stop_token stop) {
        std::vector<std::string> columns;
        for (const Column &column : preview_file(source, {}, 20, stop).table.columns)
            columns.push_back(column.name);
        return columns;
    });
}

void JudgeRowsDialog::showMatch(const std::vector<std::string> &columns)
{
    const ColumnMatch match = match_columns(*problem_, columns);
    found_->setText(tr("%1 of %2: %3").arg(match.found.size()).arg(problem_->generated.size()).arg(names(match.found)));
    missing_->setText(names(match.missing));
    extra_->setText(names(match.extra));
    const Message sentence = match.missing_sentence();
    error_->setText(sentence.empty() ? QString() : translated(sentence) + u'.');
    judge_->setEnabled(match.missing.empty());
    fitHeight();
}

void JudgeRowsDialog::showProblem(const QString &sentence)
{
    error_->setText(sentence);
    fitHeight();
}

/// Long lists of columns and long sentences take several lines.
void JudgeRowsDialog::fitHeight()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

} // namespace fairloom::ui
