#include "ui/window/open_data_dialog.h"

#include "core/data/readers/file_contents.h"
#include "core/data/recipe.h"
#include "core/data/recipe_json.h"
#include "ui/models/dialect_words.h"
#include "ui/models/schema_model.h"
#include "ui/models/table_model.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/dialect_form.h"
#include "ui/widgets/rows_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>

namespace fairloom::ui {

namespace {

constexpr std::size_t previewed_rows = 50;
constexpr int schema_role = Qt::UserRole + 1; ///< of a recipe's item: its data is the path of a schema

std::filesystem::path toPath(const QString &file)
{
    return std::filesystem::path(file.toStdU16String());
}

/// The file alone of "people.zip:train.csv".
QString fileOf(const QString &source)
{
    return toQString(split_part(source.toStdString()).file.string());
}

std::optional<Recipe> fitting(const QString &file)
{
    if (!QFileInfo(file).isFile())
        return std::nullopt; // reading a pipe or a device could wait for ever, and takes away what is read
    try {
        return recognise_recipe(toPath(file));
    } catch (const std::exception &) {
        return std::nullopt; // what is wrong with the file is said when it is opened
    }
}

/// A recipe by name, with the filter behind a colon chosen.
Recipe namedRecipe(const QString &name)
{
    const std::string text = name.toStdString();
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || QFileInfo::exists(name))
        return load_recipe(text);
    Recipe recipe = load_recipe(text.substr(0, colon));
    recipe.filter = text.substr(colon + 1);
    return recipe;
}

void correct(DialectRule &dialect, const DialectRule &by)
{
    const auto take = [&](auto member) {
        if (by.*member)
            dialect.*member = by.*member;
    };
    take(&DialectRule::encoding);
    take(&DialectRule::separator);
    take(&DialectRule::quote);
    take(&DialectRule::escape);
    take(&DialectRule::header);
    take(&DialectRule::comment_prefix);
    take(&DialectRule::preamble_lines);
    take(&DialectRule::decimal_mark);
    take(&DialectRule::thousands_mark);
    take(&DialectRule::missing);
}

void setLook(QWidget *widget, const char *look)
{
    widget->setProperty("look", look);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

DatasetOptions toOptions(const RecentFile &file)
{
    DatasetOptions options;
    options.test = toPath(file.test);
    options.recipe = file.recipe.toStdString();
    if (!file.schema.isEmpty())
        options.schema = load_recipe(file.schema.toStdString());
    if (file.corrections.isEmpty())
        return options;
    if (!options.schema)
        options.schema = file.recipe.isEmpty() ? Recipe() : namedRecipe(file.recipe);
    const Recipe corrections = parse_recipe(file.corrections.toStdString(), "corrections");
    correct(options.schema->dialect, corrections.dialect);
    options.schema->skip_bad_lines = options.schema->skip_bad_lines || corrections.skip_bad_lines;
    return options;
}

RecentFile recognised(const QString &file)
{
    RecentFile out{file};
    if (const QString beside = SchemaModel::fileBeside(file); QFileInfo(beside).isFile())
        out.schema = beside;
    else if (const auto recipe = fitting(file))
        out.recipe = toQString(recipe->name);
    return out;
}

OpenDataDialog::OpenDataDialog(const RecentFile &start, QWidget *parent)
    : QDialog(parent), file_(new QLineEdit), test_(new QLineEdit), part_(new QComboBox), recipe_(new QComboBox), partTitle_(new QLabel(tr("&Part"))),
      recognised_(new QLabel), found_(new QLabel), error_(new QLabel), correct_(new QPushButton), dialect_(new DialectForm(true)),
      preview_(new QStackedWidget), lines_(new QPlainTextEdit), rows_(new RowsView), rowsModel_(new TableModel(this)),
      previewing_([this](FilePreview &preview) { showPreview(preview); }, [this](const QString &sentence) { showProblem(sentence); })
{
    setObjectName(QStringLiteral("openDataDialog"));
    setWindowTitle(tr("Open data"));
    setMinimumWidth(780);
    buildFields();
    layOut();
    fillRecipes();

    connect(file_, &QLineEdit::textChanged, this, &OpenDataDialog::fileChanged);
    connect(test_, &QLineEdit::textChanged, this, &OpenDataDialog::recipeChanged);
    connect(part_, &QComboBox::activated, this, [this] {
        dialect_->forgetEdits();
        startPreview();
    });
    connect(recipe_, &QComboBox::activated, this, &OpenDataDialog::recipeActivated);
    connect(correct_, &QPushButton::toggled, this, &OpenDataDialog::showDialect);
    connect(dialect_, &DialectForm::edited, this, &OpenDataDialog::startPreview);

    const PathAndPart path = split_part(start.source.toStdString());
    wantedPart_ = toQString(path.part);
    test_->setText(start.test);
    file_->setText(start.source.isEmpty() ? QString() : toQString(path.file.string()));
    fileChanged();
    if (!start.source.isEmpty()) {
        // what was chosen before goes over what fits
        const QString chosenBefore = start.schema.isEmpty() ? start.recipe : start.schema;
        if (recipe_->findData(chosenBefore) < 0) {
            recipe_->insertItem(recipe_->count() - 1, QDir::toNativeSeparators(chosenBefore), chosenBefore);
            recipe_->setItemData(recipe_->count() - 2, !start.schema.isEmpty(), schema_role);
        }
        recipe_->setCurrentIndex(recipe_->findData(chosenBefore));
        if (!start.corrections.isEmpty()) {
            try {
                const Recipe corrections = parse_recipe(start.corrections.toStdString(), "corrections");
                dialect_->setEdits(corrections.dialect);
                dialect_->setSkipBadLines(corrections.skip_bad_lines);
            } catch (const InputError &) {
                // an older Fairloom's; the file is looked at anew
            }
        }
        recipeChanged();
        startPreview();
    }
}

OpenDataDialog::~OpenDataDialog() = default;

void OpenDataDialog::buildFields()
{
    file_->setObjectName(QStringLiteral("dataPathEdit"));
    file_->setAccessibleName(tr("Data file"));
    file_->setPlaceholderText(tr("A table as text, packed or not, or an SQLite database; one row a person"));
    part_->setObjectName(QStringLiteral("partCombo"));
    part_->setAccessibleName(tr("File of the archive or table of the database"));
    partTitle_->setBuddy(part_);
    test_->setObjectName(QStringLiteral("testPathEdit"));
    test_->setAccessibleName(tr("Test file, optional"));
    test_->setPlaceholderText(tr("Without one, 30 % of the rows are kept apart for testing"));
    recipe_->setObjectName(QStringLiteral("recipeCombo"));
    recipe_->setAccessibleName(tr("Recipe or schema"));
    recipe_->setToolTip(tr("What is known about a published data set, or a schema saved before: column names, types, what is missing, what to predict."));
    recipe_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    recognised_->setObjectName(QStringLiteral("recognisedRecipe"));
    recognised_->setProperty("look", "muted");
    recognised_->setWordWrap(true);
    found_->setObjectName(QStringLiteral("foundDialect"));
    found_->setProperty("look", "muted");
    found_->setWordWrap(true);
    correct_->setObjectName(QStringLiteral("correctDialectButton"));
    correct_->setProperty("look", "link");
    correct_->setCheckable(true);
    correct_->setAutoDefault(false);
    correct_->setCursor(Qt::PointingHandCursor);
    error_->setObjectName(QStringLiteral("openDataError"));
    error_->setProperty("look", "error");
    error_->setWordWrap(true);
    rows_->setObjectName(QStringLiteral("openPreview"));
    rows_->setAccessibleName(tr("First rows of the file"));
    rows_->setModel(rowsModel_);
    lines_->setReadOnly(true);
    lines_->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    lines_->setAccessibleName(tr("First lines of the file"));
    lines_->setPlaceholderText(tr("The first rows of the file appear here."));
    lines_->setTabChangesFocus(true);
    preview_->addWidget(lines_);
    preview_->addWidget(rows_);
    preview_->setMinimumHeight(160);
    showDialect(false);
}

void OpenDataDialog::layOut()
{
    auto *browseFile = new QPushButton(tr("Browse…"));
    browseFile->setObjectName(QStringLiteral("browseButton"));
    auto *browseTest = new QPushButton(tr("Browse…"));
    browseTest->setObjectName(QStringLiteral("browseTestButton"));
    for (QPushButton *button : {browseFile, browseTest})
        button->setAutoDefault(false); // Enter opens
    connect(browseFile, &QPushButton::clicked, this, [this] { browse(file_, tr("Data file")); });
    connect(browseTest, &QPushButton::clicked, this, [this] { browse(test_, tr("Test file")); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    open_ = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    open_->setObjectName(QStringLiteral("openDataButton"));
    open_->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::page, Theme::page, Theme::page, Theme::page);
    grid->setHorizontalSpacing(Theme::space);
    grid->setVerticalSpacing(Theme::space);
    const auto label = [&](const QString &text, QWidget *buddy, int row) {
        auto *widget = new QLabel(text);
        widget->setBuddy(buddy);
        grid->addWidget(widget, row, 0);
    };
    label(tr("&File"), file_, 0);
    grid->addWidget(file_, 0, 1);
    grid->addWidget(browseFile, 0, 2);
    grid->addWidget(partTitle_, 1, 0);
    grid->addWidget(part_, 1, 1, 1, 2);
    label(tr("&Test file"), test_, 2);
    grid->addWidget(test_, 2, 1);
    grid->addWidget(browseTest, 2, 2);
    label(tr("&Recipe"), recipe_, 3);
    grid->addWidget(recipe_, 3, 1, 1, 2);
    grid->addWidget(recognised_, 4, 1, 1, 2);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::wide);
    line->addWidget(found_, 1);
    line->addWidget(correct_);
    grid->addLayout(line, 5, 0, 1, 3);
    grid->addWidget(dialect_, 6, 0, 1, 3);
    grid->addWidget(preview_, 7, 0, 1, 3);
    grid->addWidget(error_, 8, 0, 1, 3);
    grid->addWidget(buttons, 9, 0, 1, 3);
    grid->setColumnMinimumWidth(0, fontMetrics().horizontalAdvance(tr("&Test file")) + Theme::gap); // the row below it reaches over all columns
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(7, 1);
    part_->hide();
    partTitle_->hide();
    recognised_->hide();
    error_->hide();
}

void OpenDataDialog::showDialect(bool shown)
{
    dialect_->setVisible(shown);
    correct_->setText(shown ? tr("▾ Correct how it is read") : tr("▸ Correct how it is read"));
}

QString OpenDataDialog::source() const
{
    const QString file = file_->text().trimmed();
    const QString part = part_->isHidden() ? wantedPart_ : part_->currentText();
    return part.isEmpty() ? file : file + u':' + part;
}

RecentFile OpenDataDialog::chosen() const
{
    RecentFile out{source(), test_->text().trimmed()};
    const QString name = recipe_->currentData().toString();
    if (recipe_->currentData(schema_role).toBool())
        out.schema = name;
    else
        out.recipe = name;
    Recipe corrections;
    corrections.dialect = dialect_->edits();
    corrections.skip_bad_lines = dialect_->skipBadLines();
    if (!(corrections == Recipe()))
        out.corrections = toQString(recipe_json(corrections));
    return out;
}

void OpenDataDialog::browse(QLineEdit *edit, const QString &title)
{
    const QString start = edit->text().isEmpty() ? preferences::lastFolder() : fileOf(edit->text());
    const QString file = QFileDialog::getOpenFileName(
        this, title, start,
        tr("Tables (*.csv *.tsv *.txt *.data *.test *.tab *.dat *.arff *.json *.jsonl *.ndjson *.db *.sqlite *.sqlite3 *.gz *.zip *.zst *.xz *.bz2 *.tar *.tgz "
           "*.7z);;All files (*)"));
    if (file.isEmpty())
        return;
    preferences::setLastFolder(QFileInfo(file).absolutePath());
    edit->setText(QDir::toNativeSeparators(file));
}

void OpenDataDialog::fillRecipes()
{
    recipe_->addItem(tr("None: read the file as it is"), QString());
    for (const Recipe &recipe : builtin_recipes()) {
        const QString name = toQString(recipe.name), title = toQString(recipe.title);
        recipe_->addItem(title, name);
        for (const FilterRule &filter : recipe.filters) {
            recipe_->addItem(tr("%1, filter “%2”").arg(title, toQString(filter.name)), name + u':' + toQString(filter.name));
            recipe_->setItemData(recipe_->count() - 1, toQString(filter.description), Qt::ToolTipRole);
        }
    }
    recipe_->addItem(tr("Recipe or schema from a file…"));
}

void OpenDataDialog::recipeActivated(int index)
{
    if (index == recipe_->count() - 1) {
        const QString file = QFileDialog::getOpenFileName(this, tr("Recipe or schema"), preferences::lastFolder(), tr("Recipes and schemas (*.json)"));
        recipe_->setCurrentIndex(0);
        if (!file.isEmpty()) {
            recipe_->insertItem(recipe_->count() - 1, QDir::toNativeSeparators(file), file);
            recipe_->setItemData(recipe_->count() - 2, file.endsWith(u".schema.json"), schema_role);
            recipe_->setCurrentIndex(recipe_->count() - 2);
        }
    }
    recipeChanged();
    startPreview();
}

void OpenDataDialog::fileChanged()
{
    const QString file = file_->text().trimmed();
    const bool exists = QFileInfo(fileOf(file)).isFile();
    part_->hide();
    partTitle_->hide();
    part_->clear();
    recognised_->clear();
    dialect_->forgetEdits();
    dialect_->setSkipBadLines(false);
    recipe_->setCurrentIndex(0);
    if (exists) {
        const RecentFile known = recognised(file);
        if (!known.schema.isEmpty()) {
            int at = recipe_->findData(known.schema);
            if (at < 0) {
                recipe_->insertItem(1, tr("Schema %1").arg(QFileInfo(known.schema).fileName()), known.schema);
                recipe_->setItemData(1, true, schema_role);
                at = 1;
            }
            recipe_->setCurrentIndex(at);
            recognised_->setText(tr("The schema %1 lies beside the file and says how it is read.").arg(QFileInfo(known.schema).fileName()));
        } else if (const int at = recipe_->findData(known.recipe); at > 0) {
            recipe_->setCurrentIndex(at);
            recognised_->setText(tr("Recognised: %1. The recipe names the columns and suggests the task.").arg(recipe_->itemText(at)));
        }
    }
    recognised_->setVisible(!recognised_->text().isEmpty());
    recipeChanged();
    startPreview();
}

void OpenDataDialog::recipeChanged()
{
    const QString file = file_->text().trimmed(), test = test_->text().trimmed();
    QString error;
    if (!file.isEmpty() && !QFileInfo(fileOf(file)).isFile())
        error = tr("There is no file %1.").arg(file);
    else if (!test.isEmpty() && !QFileInfo(fileOf(test)).isFile())
        error = tr("There is no test file %1.").arg(test);
    error_->setText(error);
    error_->setVisible(!error.isEmpty());
    open_->setEnabled(!file.isEmpty() && error.isEmpty());
}

// --- preview

void OpenDataDialog::startPreview()
{
    const QString file = file_->text().trimmed();
    if (!QFileInfo(fileOf(file)).isFile()) {
        previewing_.discard();
        rowsModel_->setTable(nullptr);
        lines_->clear();
        preview_->setCurrentWidget(lines_);
        found_->clear();
        correct_->hide();
        return;
    }
    setLook(found_, "muted");
    found_->setText(tr("Looking at the file…"));
    previewing_.start([what = chosen()](std::stop_token stop) {
        const DatasetOptions options = toOptions(what);
        const Recipe recipe = options.schema ? *options.schema : what.recipe.isEmpty() ? Recipe() : namedRecipe(what.recipe);
        return preview_file(what.source.toStdString(), recipe, previewed_rows, stop);
    });
}

void OpenDataDialog::showParts(const FilePreview &preview)
{
    QStringList names;
    for (const std::string &part : preview.parts)
        names << toQString(part);
    if (part_->isHidden() || names.size() != part_->count()) {
        part_->clear();
        part_->addItems(names);
        const int wanted = static_cast<int>(names.indexOf(wantedPart_.isEmpty() ? toQString(preview.part) : wantedPart_));
        part_->setCurrentIndex(qMax(0, wanted));
    }
    part_->setVisible(names.size() > 1);
    partTitle_->setVisible(names.size() > 1);
}

void OpenDataDialog::showPreview(const FilePreview &preview)
{
    showParts(preview);
    if (preview.table.columns.empty() && preview.parts.size() > 1)
        return startPreview(); // now with the first part, which is chosen
    const auto table = std::make_shared<const Table>(preview.table);
    rowsModel_->setTable(table);
    rows_->fitColumns();
    preview_->setCurrentWidget(rows_);
    dialect_->setRule(preview.dialect);
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
    setLook(found_, preview.bad_lines.empty() || dialect_->skipBadLines() ? "muted" : "warning");
    found_->setText(text);
    correct_->setVisible(preview.format != TableFormat::sqlite);
    if (preview.format == TableFormat::sqlite)
        correct_->setChecked(false);
}

void OpenDataDialog::showProblem(const QString &sentence)
{
    rowsModel_->setTable(nullptr);
    preview_->setCurrentWidget(lines_);
    setLook(found_, "error");
    found_->setText(sentence);
    correct_->show();
}

} // namespace fairloom::ui
