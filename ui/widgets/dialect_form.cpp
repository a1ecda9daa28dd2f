#include "ui/widgets/dialect_form.h"

#include "core/data/readers/text_encoding.h"
#include "ui/models/dialect_words.h"
#include "ui/models/value_list.h"
#include "ui/style/theme.h"
#include "ui/text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace fairloom::ui {

namespace {

/// Chooses the item with that value; one that is not offered is added.
void choose(QComboBox *box, const QString &value)
{
    int index = box->findData(value);
    if (index < 0) {
        box->addItem(value, value);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

QString ofChar(char c)
{
    return c == '\0' ? QString() : QString(QLatin1Char(c));
}

char toChar(const QComboBox *box)
{
    const QString text = box->currentData().toString();
    return text.isEmpty() ? '\0' : text.front().toLatin1();
}

} // namespace

DialectForm::DialectForm(bool wide, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("dialectForm"));
    separator_ = combo("dialectSeparator", tr("Separator"));
    for (const char c : {',', ';', '\t', ' ', '|', ':'})
        separator_->addItem(separatorName(c), ofChar(c));
    quote_ = combo("dialectQuote", tr("Quotes"));
    quote_->addItem(QStringLiteral("\""), QStringLiteral("\""));
    quote_->addItem(QStringLiteral("'"), QStringLiteral("'"));
    quote_->addItem(tr("none"), QString());
    escape_ = combo("dialectEscape", tr("A quote inside quotes"));
    escape_->addItem(tr("is doubled"), QString());
    escape_->addItem(tr("stands behind \\"), QStringLiteral("\\"));
    header_ = combo("dialectHeader", tr("First line"));
    header_->addItem(tr("names the columns"), true);
    header_->addItem(tr("is a row"), false);
    decimal_ = combo("dialectDecimal", tr("Decimal mark"));
    decimal_->addItem(tr("point: 1.5"), QStringLiteral("."));
    decimal_->addItem(tr("comma: 1,5"), QStringLiteral(","));
    thousands_ = combo("dialectThousands", tr("Thousands mark"));
    thousands_->addItem(tr("none: 1234"), QString());
    thousands_->addItem(tr("comma: 1,234"), QStringLiteral(","));
    thousands_->addItem(tr("point: 1.234"), QStringLiteral("."));
    thousands_->addItem(tr("blank: 1 234"), QStringLiteral(" "));
    thousands_->addItem(tr("apostrophe: 1'234"), QStringLiteral("'"));
    encoding_ = combo("dialectEncoding", tr("Encoding"));
    for (const std::string &name : encoding_names())
        encoding_->addItem(toQString(name), toQString(name));
    badLines_ = combo("dialectBadLines", tr("Lines that are no rows"));
    badLines_->addItem(tr("refuse the file"), false);
    badLines_->addItem(tr("pass over and count"), true);
    comment_ = new QLineEdit;
    comment_->setObjectName(QStringLiteral("dialectComment"));
    comment_->setAccessibleName(tr("Comments begin with"));
    comment_->setPlaceholderText(tr("no comments"));
    preamble_ = new QSpinBox;
    preamble_->setObjectName(QStringLiteral("dialectPreamble"));
    preamble_->setAccessibleName(tr("Lines above the table"));
    preamble_->setRange(0, 9999);
    preamble_->setKeyboardTracking(false);
    missing_ = new QLineEdit;
    missing_->setObjectName(QStringLiteral("dialectMissing"));
    missing_->setAccessibleName(tr("Missing values are written"));
    missing_->setToolTip(tr("Spellings that stand for a missing value in every column, separated by commas; \"\" is an empty field."));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::space);
    grid->setVerticalSpacing(Theme::gap);
    int place = 0;
    const auto add = [&](QWidget *field) {
        const int row = wide ? place / 2 : place, column = wide ? 2 * (place % 2) : 0;
        ++place;
        auto *label = new QLabel(field->accessibleName());
        label->setProperty("look", "muted");
        label->setBuddy(field);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
    };
    for (QWidget *field : std::initializer_list<QWidget *>{separator_, decimal_, quote_, thousands_, escape_, encoding_, header_, preamble_, badLines_, comment_})
        add(field);
    auto *label = new QLabel(missing_->accessibleName());
    label->setProperty("look", "muted");
    label->setBuddy(missing_);
    const int last = grid->rowCount();
    grid->addWidget(label, last, 0);
    grid->addWidget(missing_, last, 1, 1, wide ? 3 : 1);
    grid->setColumnStretch(1, 1);
    if (wide)
        grid->setColumnStretch(3, 1);

    for (QComboBox *box : {separator_, quote_, escape_, header_, decimal_, thousands_, encoding_, badLines_})
        connect(box, &QComboBox::activated, this, [this, box] { store(box); });
    for (QLineEdit *edit : {comment_, missing_})
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] { store(edit); });
    connect(preamble_, &QSpinBox::valueChanged, this, [this] { store(preamble_); });
    show({});
}

QComboBox *DialectForm::combo(const char *name, const QString &title)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1StringView(name));
    box->setAccessibleName(title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

void DialectForm::setRule(const DialectRule &rule)
{
    DialectRule whole = rule;
    const auto keep = [&](auto member) {
        if (edits_.*member)
            whole.*member = edits_.*member;
    };
    keep(&DialectRule::encoding);
    keep(&DialectRule::separator);
    keep(&DialectRule::quote);
    keep(&DialectRule::escape);
    keep(&DialectRule::header);
    keep(&DialectRule::comment_prefix);
    keep(&DialectRule::preamble_lines);
    keep(&DialectRule::decimal_mark);
    keep(&DialectRule::thousands_mark);
    keep(&DialectRule::missing);
    show(whole);
}

void DialectForm::setEdits(const DialectRule &edits)
{
    edits_ = edits;
    setRule(shown_);
}

void DialectForm::show(const DialectRule &rule)
{
    filling_ = true;
    shown_ = rule;
    const CsvDialect usual = rule.with_defaults();
    choose(separator_, ofChar(usual.separator));
    choose(quote_, ofChar(usual.quote));
    choose(escape_, ofChar(usual.escape));
    header_->setCurrentIndex(usual.header.value_or(true) ? 0 : 1);
    choose(decimal_, ofChar(usual.marks.decimal));
    choose(thousands_, toQString(usual.marks.thousands));
    choose(encoding_, toQString(rule.encoding.value_or("utf-8")));
    comment_->setText(toQString(usual.comment_prefix));
    preamble_->setValue(int(usual.preamble_lines));
    missing_->setText(joinValues(usual.missing));
    missing_->setCursorPosition(0);
    // a format that has no such thing leaves it unset
    for (QWidget *field : std::initializer_list<QWidget *>{separator_, quote_, escape_, header_, decimal_, thousands_, comment_, preamble_})
        field->setEnabled(rule.separator.has_value());
    encoding_->setEnabled(rule.encoding.has_value());
    badLines_->setEnabled(rule.encoding.has_value());
    filling_ = false;
}

void DialectForm::setSkipBadLines(bool skip)
{
    badLines_->setCurrentIndex(skip ? 1 : 0);
}

bool DialectForm::skipBadLines() const
{
    return badLines_->currentData().toBool();
}

DialectRule DialectForm::rule() const
{
    return shown_;
}

void DialectForm::store(QWidget *field)
{
    if (filling_)
        return;
    const auto set = [&](auto member, const auto &value) {
        if (shown_.*member == value)
            return false;
        shown_.*member = value;
        edits_.*member = value;
        return true;
    };
    bool changed = field == badLines_;
    if (field == separator_)
        changed = set(&DialectRule::separator, toChar(separator_));
    else if (field == quote_)
        changed = set(&DialectRule::quote, toChar(quote_));
    else if (field == escape_)
        changed = set(&DialectRule::escape, toChar(escape_));
    else if (field == header_)
        changed = set(&DialectRule::header, header_->currentData().toBool());
    else if (field == decimal_)
        changed = set(&DialectRule::decimal_mark, toChar(decimal_));
    else if (field == thousands_)
        changed = set(&DialectRule::thousands_mark, thousands_->currentData().toString().toStdString());
    else if (field == encoding_)
        changed = set(&DialectRule::encoding, encoding_->currentData().toString().toStdString());
    else if (field == comment_)
        changed = set(&DialectRule::comment_prefix, comment_->text().trimmed().toStdString());
    else if (field == preamble_)
        changed = set(&DialectRule::preamble_lines, std::size_t(preamble_->value()));
    else if (field == missing_)
        changed = set(&DialectRule::missing, splitValues(missing_->text()));
    if (changed)
        emit edited();
}

} // namespace fairloom::ui
