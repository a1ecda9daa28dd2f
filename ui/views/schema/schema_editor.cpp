#include "ui/views/schema/schema_editor.h"

#include "core/base/error.h"
#include "core/data/recipe_json.h"
#include "ui/models/dialect_words.h"
#include "ui/style/look.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/schema/column_rule_form.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/dialect_form.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/workers/session.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

QScrollArea *scrolled(const QString &name, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->setProperty("look", "panel");
    return area;
}

void fill(QScrollArea *area, QWidget *content)
{
    content->setAttribute(Qt::WA_StyledBackground);
    content->setProperty("look", "panel");
    area->setWidget(content);
}

QPushButton *schemaButton(const char *name, const QString &text, const QString &help)
{
    auto *out = new QPushButton(text);
    out->setObjectName(QLatin1StringView(name));
    out->setToolTip(help);
    out->setAutoDefault(false);
    return out;
}

} // namespace

SchemaEditor::SchemaEditor(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), card_(new Card(tr("How the file is read"), this)),
      finding_([this](std::vector<FoundColumn> &found) { model_.setFound(std::move(found)); },
               [this](const QString &sentence) { setMessage(sentence, true); })
{
    setObjectName(QStringLiteral("schemaEditor"));
    tabs_ = new ChipGroup({tr("Column"), tr("File")});
    tabs_->setObjectName(QStringLiteral("schemaTabs"));
    tabs_->setAccessibleName(tr("Edit the column or the file"));
    QPushButton *close = schemaButton("closeSchemaButton", tr("Done"), tr("Back to the pictures (Esc)"));
    close->setProperty("look", "chip");
    card_->tools()->addWidget(tabs_);
    card_->tools()->addWidget(close);

    pages_ = new QStackedWidget(card_->body()->parentWidget());
    QScrollArea *const columnPage = scrolled(tr("Column"), pages_);
    column_ = new ColumnRuleForm(model_, columnPage->viewport());
    fill(columnPage, column_);
    pages_->addWidget(columnPage);
    QScrollArea *const filePage = scrolled(tr("File"), pages_);
    fill(filePage, buildFilePage(filePage->viewport()));
    pages_->addWidget(filePage);
    card_->body()->addWidget(pages_, 1);
    card_->body()->addWidget(buildButtons());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::wide, Theme::wide, Theme::wide);
    layout->addWidget(card_);

    connect(tabs_, &ChipGroup::currentChanged, pages_, &QStackedWidget::setCurrentIndex);
    connect(close, &QPushButton::clicked, this, &SchemaEditor::closeRequested);
    connect(dialect_, &DialectForm::edited, this, [this] {
        if (dialect_->skipBadLines() != model_.schema().skip_bad_lines)
            model_.setSkipBadLines(dialect_->skipBadLines());
        else
            model_.setDialect(dialect_->rule());
    });
    connect(filter_, &QComboBox::activated, this, [this] { model_.setFilter(filter_->currentData().toString().toStdString()); });
    connect(undo_, &QPushButton::clicked, this, [this] { model_.undo(); });
    connect(back_, &QPushButton::clicked, this, [this] { model_.backToFound(); });
    connect(load_, &QPushButton::clicked, this, &SchemaEditor::load);
    connect(save_, &QPushButton::clicked, this, &SchemaEditor::save);
    connect(stop_, &QPushButton::clicked, this, [this] {
        session_.stopLoading();
        setMessage(tr("Stopped; what is shown is as before the last change."), false);
    });
    connect(&model_, &SchemaModel::changed, this, &SchemaEditor::showState, Qt::QueuedConnection);
    connect(&model_, &SchemaModel::edited, this, [this] {
        reading_ = true;
        setMessage({}, false);
        session_.rereadDataset(model_.schemaToRead(), model_.task());
    });
    connect(&session_, &Session::datasetChanged, this, &SchemaEditor::showDataset);
    connect(&session_, &Session::taskChanged, this, [this] {
        if (!session_.isRereading())
            model_.setTask(session_.task());
    });
    connect(&session_, &Session::loadingChanged, this, &SchemaEditor::showLoading);
    connect(&session_, &Session::rereadFailed, this, [this](const QString &sentence) {
        reading_ = false;
        setMessage(sentence, true);
    });
    showDataset();
    showLoading();
}

QWidget *SchemaEditor::buildFilePage(QWidget *parent)
{
    auto *page = new QWidget(parent);
    dialect_ = new DialectForm(false, page);
    filter_ = new QComboBox;
    filter_->setObjectName(QStringLiteral("schemaFilterBox"));
    filter_->setAccessibleName(tr("Filter of rows"));
    filterTitle_ = new QLabel(tr("Filter of rows"));
    filterTitle_->setProperty("look", "muted");
    filterTitle_->setBuddy(filter_);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space);
    line->addWidget(filterTitle_);
    line->addWidget(filter_, 1);
    found_ = new QLabel;
    found_->setObjectName(QStringLiteral("schemaDialect"));
    found_->setProperty("look", "muted");
    found_->setWordWrap(true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, Theme::space, 0);
    layout->setSpacing(Theme::gap);
    layout->addWidget(found_);
    layout->addWidget(dialect_);
    layout->addLayout(line);
    layout->addStretch(1);
    new WheelGuard(page);
    return page;
}

QWidget *SchemaEditor::buildButtons()
{
    undo_ = schemaButton("undoSchemaButton", tr("Undo"), tr("Take the last change back (Ctrl+Z)"));
    back_ = schemaButton("schemaBackButton", tr("Back to what was found"), tr("Read the file as it says itself, without any change"));
    load_ = schemaButton("loadSchemaButton", tr("Load schema…"), tr("Read the file as a saved schema says"));
    save_ = schemaButton("saveSchemaButton", tr("Save schema…"), tr("Save how the file is read, so that it is read the same way next time"));
    stop_ = schemaButton("stopReadingButton", tr("Stop"), tr("Stop reading; what is shown stays"));
    message_ = new QLabel;
    message_->setObjectName(QStringLiteral("schemaMessage"));
    message_->setWordWrap(true);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    message_->hide();
    progress_ = new QProgressBar;
    progress_->setObjectName(QStringLiteral("schemaProgress"));
    progress_->setAccessibleName(tr("Reading the file"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);

    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    auto *reading = new QHBoxLayout;
    reading->addWidget(progress_, 1);
    reading->addWidget(stop_);
    auto *first = new QHBoxLayout;
    first->setSpacing(Theme::space);
    first->addWidget(undo_);
    first->addWidget(back_);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(Theme::space);
    second->addWidget(load_);
    second->addWidget(save_);
    second->addStretch(1);
    layout->addWidget(message_);
    layout->addLayout(reading);
    layout->addLayout(first);
    layout->addLayout(second);
    return box;
}

// --- what is shown

void SchemaEditor::setColumn(const std::string &column)
{
    column_->setColumn(column);
}

void SchemaEditor::start()
{
    if (model_.canEdit() && !finding_.isRunning() && !model_.found(column_->column()))
        find();
}

void SchemaEditor::find()
{
    const std::shared_ptr<const Dataset> opened = session_.dataset();
    finding_.start([source = opened->source, schema = opened->schema](std::stop_token stop) { return find_columns(source, schema, stop); });
}

void SchemaEditor::showDataset()
{
    const auto opened = session_.dataset();
    const bool reread = reading_;
    reading_ = false;
    const bool sameCut = model_.dataset() && opened && model_.dataset()->source == opened->source && model_.dataset()->schema.dialect == opened->schema.dialect
                         && model_.dataset()->schema.skip_bad_lines == opened->schema.skip_bad_lines;
    model_.setDataset(opened, session_.task());
    found_->setText(opened ? tr("Read as: %1").arg(describeDialect(opened->schema.dialect)) : QString());
    if (!sameCut) {
        finding_.discard();
        model_.setFound({});
    }
    if (isVisible() && model_.canEdit() && !sameCut)
        find();
    if (opened && column_->column().empty() && !opened->table.columns.empty())
        column_->setColumn(opened->table.columns.front().name);
    if (reread && opened)
        setMessage(tr("Read again: %1 rows, %2 columns.").arg(count(opened->table.rows()), count(opened->table.columns.size())), false);
    else
        setMessage({}, false);
}

void SchemaEditor::showLoading()
{
    const bool loading = session_.isRereading();
    progress_->setVisible(loading);
    stop_->setVisible(loading);
    if (loading)
        progress_->setValue(int(1000 * session_.loadingFraction()));
}

void SchemaEditor::showState()
{
    const Recipe &schema = model_.schema();
    undo_->setEnabled(model_.canUndo());
    const bool can = model_.canEdit();
    for (QPushButton *one : {back_, load_, save_})
        one->setEnabled(can);
    dialect_->setEnabled(can);
    dialect_->forgetEdits();
    dialect_->setRule(schema.dialect);
    dialect_->setSkipBadLines(schema.skip_bad_lines);
    filter_->clear();
    filter_->addItem(tr("none: all rows"), QString());
    for (const FilterRule &filter : schema.filters) {
        filter_->addItem(toQString(filter.name), toQString(filter.name));
        filter_->setItemData(filter_->count() - 1, toQString(filter.description), Qt::ToolTipRole);
    }
    filter_->setCurrentIndex(std::max(0, filter_->findData(toQString(schema.filter))));
    filter_->setVisible(!schema.filters.empty());
    filterTitle_->setVisible(!schema.filters.empty());
}

void SchemaEditor::setMessage(const QString &sentence, bool error)
{
    setLook(message_, error ? QStringLiteral("error") : QStringLiteral("muted"));
    message_->setText(sentence);
    message_->setVisible(!sentence.isEmpty());
}

/// Ctrl+Z is the window's as well; in here it is the editor's.
bool SchemaEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo))
        event->accept();
    return QWidget::event(event);
}

void SchemaEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else if (event->matches(QKeySequence::Undo))
        model_.undo();
    else
        QWidget::keyPressEvent(event);
}

// --- files

bool SchemaEditor::saveTo(const QString &name)
{
    const QByteArray text = QByteArray::fromStdString(recipe_json(model_.schemaToSave()));
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        setMessage(tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(name), file.errorString()), true);
        return false;
    }
    setMessage(tr("Saved as %1.").arg(QFileInfo(name).fileName()), false);
    return true;
}

void SchemaEditor::loadFrom(const QString &file)
{
    try {
        model_.load(load_recipe(file.toStdString()));
    } catch (const InputError &error) {
        setMessage(translated(error), true);
    }
}

void SchemaEditor::save()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save schema"), SchemaModel::fileBeside(toQString(model_.dataset()->source)),
                                                      tr("Schemas (*.json)"));
    if (!file.isEmpty())
        saveTo(file);
}

void SchemaEditor::load()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Load schema"), QFileInfo(toQString(model_.dataset()->source)).path(),
                                                      tr("Schemas and recipes (*.json)"));
    if (!file.isEmpty())
        loadFrom(file);
}

} // namespace fairloom::ui
