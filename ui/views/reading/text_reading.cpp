#include "ui/views/reading/text_reading.h"

#include "ui/models/dialect_words.h"
#include "ui/text.h"
#include "ui/widgets/dialect_form.h"

#include <QVBoxLayout>

namespace fairloom::ui {

TextReading::TextReading(QWidget *parent) : ReadingForm(parent), dialect_(new DialectForm(true))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(dialect_);
    connect(dialect_, &DialectForm::edited, this, &ReadingForm::edited);
}

void TextReading::setFound(const FilePreview &preview)
{
    dialect_->setRule(preview.dialect);
}

QString TextReading::inWords(const FilePreview &preview) const
{
    const QString format = preview.format == TableFormat::arff         ? tr("ARFF")
                           : preview.format == TableFormat::json_lines ? tr("JSON")
                           : preview.format == TableFormat::sqlite     ? tr("SQLite database")
                                                                       : describeDialect(preview.dialect);
    QString text = preview.compression.empty() ? tr("Found: %1.").arg(format) : tr("Found: %1, %2.").arg(toQString(preview.compression), format);
    if (!preview.bad_lines.empty()) {
        const BadLine &first = preview.bad_lines.front();
        const QString what = first.expected > 0 ? tr("line %1 has %2 fields where %3 are expected").arg(first.line).arg(first.fields).arg(first.expected)
                                                : tr("the quotes of line %1 are wrong").arg(first.line);
        text += u' ' + (dialect_->skipBadLines() ? tr("Bad lines are passed over and counted; %1.").arg(what)
                                                 : tr("The file will be refused, because %1; correct below how it is read, or pass over bad lines.").arg(what));
    }
    return text;
}

bool TextReading::isWarning(const FilePreview &preview) const
{
    return !preview.bad_lines.empty() && !dialect_->skipBadLines();
}

Recipe TextReading::corrections() const
{
    Recipe out;
    out.dialect = dialect_->edits();
    out.skip_bad_lines = dialect_->skipBadLines();
    return out;
}

void TextReading::setCorrections(const Recipe &corrections)
{
    dialect_->setEdits(corrections.dialect);
    dialect_->setSkipBadLines(corrections.skip_bad_lines);
}

} // namespace fairloom::ui
