#include "ui/window/run_notes_dialog.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/workers/session.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

QStringList tagsOf(const RunEntry *run)
{
    QStringList tags;
    if (run && run->record)
        for (const std::string &tag : run->record->tags)
            tags << toQString(tag);
    return tags;
}

QString noteOf(const RunEntry *run)
{
    return run && run->record ? toQString(run->record->note) : QString();
}

QStringList knownTags(const Session &session)
{
    QStringList known;
    for (const RunEntry *run : session.runs())
        known << tagsOf(run);
    known.removeDuplicates();
    known.sort(Qt::CaseInsensitive);
    return known;
}

} // namespace

RunNotesDialog::RunNotesDialog(const Session &session, std::vector<int> ids, QWidget *parent)
    : QDialog(parent), session_(session), ids_(std::move(ids)), tags_(new QLineEdit), note_(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("runNotesDialog"));
    const RunEntry *first = session_.run(ids_.front());
    const bool one = ids_.size() == 1;
    setWindowTitle(one && first ? tr("Tags and note of %1").arg(first->name) : tr("Tags of %n run(s)", nullptr, int(ids_.size())));

    common_ = tagsOf(first);
    for (const int id : ids_) {
        const QStringList own = tagsOf(session_.run(id));
        common_.removeIf([&](const QString &tag) { return !own.contains(tag); });
    }
    tags_->setObjectName(QStringLiteral("tagsEdit"));
    tags_->setText(common_.join(QStringLiteral(", ")));
    tags_->setPlaceholderText(tr("baseline, for the report"));
    tags_->setAccessibleName(tr("Tags"));
    completeTags(knownTags(session_));
    note_->setObjectName(QStringLiteral("noteEdit"));
    note_->setAccessibleName(tr("Note"));
    note_->setTabChangesFocus(true);
    note_->setPlainText(one ? noteOf(first) : QString());

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space);
    const auto add = [&](const QString &title, QWidget *field) {
        auto *label = new QLabel(title);
        label->setProperty("look", "muted");
        label->setBuddy(field);
        layout->addWidget(label);
        layout->addWidget(field);
    };
    add(one ? tr("&Tags, with commas between them") : tr("&Tags that all of them have, with commas between them"), tags_);
    add(tr("&Note"), note_);
    for (QWidget *widget : {layout->itemAt(2)->widget(), layout->itemAt(3)->widget()})
        widget->setVisible(one);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(440, one ? 280 : 120);
}

/// Of the word after the last comma.
void RunNotesDialog::completeTags(const QStringList &known)
{
    auto *completer = new QCompleter(known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setWidget(tags_);
    connect(tags_, &QLineEdit::textEdited, this, [completer](const QString &text) {
        const QString word = text.section(u',', -1).trimmed();
        completer->setCompletionPrefix(word);
        if (word.isEmpty() || completer->completionCount() == 0)
            completer->popup()->hide();
        else
            completer->complete();
    });
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &tag) {
        const qsizetype comma = tags_->text().lastIndexOf(u',');
        tags_->setText(comma < 0 ? tag : tags_->text().left(comma + 1) + u' ' + tag);
    });
}

QStringList RunNotesDialog::typed() const
{
    QStringList tags;
    for (const QString &part : tags_->text().split(u','))
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags << tag;
    return tags;
}

DescribeRuns::Tags RunNotesDialog::tags() const
{
    const QStringList wanted = typed();
    DescribeRuns::Tags out;
    for (const int id : ids_) {
        const QStringList before = tagsOf(session_.run(id));
        QStringList after = ids_.size() == 1 ? QStringList() : before;
        after.removeIf([&](const QString &tag) { return common_.contains(tag) && !wanted.contains(tag); });
        for (const QString &tag : wanted)
            if (!after.contains(tag))
                after << tag;
        if (after != before)
            out.emplace_back(id, after);
    }
    return out;
}

DescribeRuns::Note RunNotesDialog::note() const
{
    if (ids_.size() != 1 || note_->toPlainText() == noteOf(session_.run(ids_.front())))
        return {};
    return {ids_.front(), note_->toPlainText()};
}

} // namespace fairloom::ui
