#include "ui/window/open_data_dialog.h"

#include "core/base/error.h"
#include "core/data/readers/file_contents.h"
#include "core/data/recipe_json.h"
#include "ui/style/look.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/presentation.h"
#include "ui/views/reading/reading_form.h"
#include "ui/views/rows/rows_panel.h"
#include "ui/window/opening.h"

#include <QAbstractItemView>
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
#include <QVBoxLayout>

#include <utility>

namespace fairloom::ui {

namespace {

constexpr std::size_t previewed_rows = 50;
constexpr int schema_role = Qt::UserRole + 1; ///< of a recipe's item: its data is the path of a schema

} // namespace

OpenDataDialog::OpenDataDialog(const RecentFile &start, QWidget *parent)
    : QDialog(parent), file_(new QLineEdit), test_(new QLineEdit), part_(new QComboBox), recipe_(new QComboBox), partTitle_(new QLabel(tr("&Part"))),
      recognised_(new QLabel), found_(new QLabel), error_(new QLabel), correct_(new QPushButton), readingPlace_(new QVBoxLayout),
      preview_(new QStackedWidget), lines_(new QPlainTextEdit),
      recognising_([this](RecentFile &known) {
          showRecognised(known);
          recipeChanged();
          startPreview();
      }),
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
        reading_->setCorrections({});
        startPreview();
    });
    connect(recipe_, &QComboBox::activated, this, &OpenDataDialog::recipeActivated);
    connect(correct_, &QPushButton::toggled, this, &OpenDataDialog::showReading);

    const PathAndPart path = split_part(start.source.toStdString());
    wantedPart_ = toQString(path.part);
    suggestsTest_ = start.source.isEmpty();
    test_->setText(start.test);
    file_->setText(start.source.isEmpty() ? QString() : toQString(path.file.string()));
    fileChanged();
    suggestsTest_ = true;
    if (!start.source.isEmpty()) {
        recognising_.discard(); // what was chosen before goes over what fits
        const QString chosenBefore = start.schema.isEmpty() ? start.recipe : start.schema;
        if (recipe_->findData(chosenBefore) < 0) {
            recipe_->insertItem(recipe_->count() - 1, QDir::toNativeSeparators(chosenBefore), chosenBefore);
            recipe_->setItemData(recipe_->count() - 2, !start.schema.isEmpty(), schema_role);
        }
        recipe_->setCurrentIndex(recipe_->findData(chosenBefore));
        if (!start.corrections.isEmpty()) {
            try {
                startCorrections_ = parse_recipe(start.corrections.toStdString(), "corrections");
                reading_->setCorrections(startCorrections_);
            } catch (const InputError &) {
                // an older Fairloom's; the file is looked at anew
            }
        }
        recipeChanged();
        startPreview();
    }
}

OpenDataDialog::~OpenDataDialog() = default;

void OpenDataDialog::choose(const QString &path)
{
    file_->setText(QDir::toNativeSeparators(path));
}

void OpenDataDialog::buildFields()
{
    file_->setObjectName(QStringLiteral("dataPathEdit"));
    file_->setAccessibleName(tr("Data file"));
    file_->setPlaceholderText(tr("A table as text, packed or not, an SQLite database, a folder of pictures, or an IDX file"));
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
    lines_->setReadOnly(true);
    lines_->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    lines_->setAccessibleName(tr("First lines of the file"));
    lines_->setPlaceholderText(tr("The first rows of the file appear here."));
    lines_->setTabChangesFocus(true);
    preview_->addWidget(lines_);
    preview_->setMinimumHeight(160);
    readingPlace_->setContentsMargins(0, 0, 0, 0);
    present(nullptr);
    showReading(false);
}

void OpenDataDialog::layOut()
{
    auto *browseFile = new QPushButton(tr("Browse…"));
    browseFile->setObjectName(QStringLiteral("browseButton"));
    auto *folder = new QPushButton(tr("Folder…"));
    folder->setObjectName(QStringLiteral("browseFolderButton"));
    folder->setToolTip(tr("A folder of pictures"));
    auto *browseTest = new QPushButton(tr("Browse…"));
    browseTest->setObjectName(QStringLiteral("browseTestButton"));
    for (QPushButton *button : {browseFile, folder, browseTest})
        button->setAutoDefault(false); // Enter opens
    connect(browseFile, &QPushButton::clicked, this, [this] { browse(file_, tr("Data file")); });
    connect(folder, &QPushButton::clicked, this, &OpenDataDialog::browseFolder);
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
    grid->addWidget(folder, 0, 3);
    grid->addWidget(partTitle_, 1, 0);
    grid->addWidget(part_, 1, 1, 1, 3);
    label(tr("&Test file"), test_, 2);
    grid->addWidget(test_, 2, 1);
    grid->addWidget(browseTest, 2, 2);
    label(tr("&Recipe"), recipe_, 3);
    grid->addWidget(recipe_, 3, 1, 1, 3);
    grid->addWidget(recognised_, 4, 1, 1, 3);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::wide);
    line->addWidget(found_, 1);
    line->addWidget(correct_);
    grid->addLayout(line, 5, 0, 1, 4);
    grid->addLayout(readingPlace_, 6, 0, 1, 4);
    grid->addWidget(preview_, 7, 0, 1, 4);
    grid->addWidget(error_, 8, 0, 1, 4);
    grid->addWidget(buttons, 9, 0, 1, 4);
    grid->setColumnMinimumWidth(0, fontMetrics().horizontalAdvance(tr("&Test file")) + Theme::gap); // the row below it reaches over all columns
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(7, 1);
    part_->hide();
    partTitle_->hide();
    recognised_->hide();
    error_->hide();
}

void OpenDataDialog::showReading(bool shown)
{
    reading_->setVisible(shown);
    correct_->setText(shown ? tr("▾ Correct how it is read") : tr("▸ Correct how it is read"));
}

/// Preview and form for what is in the table.
void OpenDataDialog::present(const Table *table)
{
    const Presentation &presentation = Presentation::of(table);
    if (&presentation == presentation_)
        return;
    presentation_ = &presentation;
    delete std::exchange(rows_, nullptr);
    rows_ = presentation.makeRows();
    rows_->view()->setObjectName(QStringLiteral("openPreview"));
    rows_->view()->setAccessibleName(tr("First rows of the file"));
    preview_->addWidget(rows_);
    delete std::exchange(reading_, nullptr);
    reading_ = presentation.makeReading();
    reading_->setCorrections(startCorrections_);
    readingPlace_->addWidget(reading_);
    connect(reading_, &ReadingForm::edited, this, [this] {
        previewed_ = true;
        startPreview();
    });
    showReading(correct_->isChecked());
}

/// Without a slash at its end, which a folder's name may have.
QString OpenDataDialog::typedPath() const
{
    const QString path = file_->text().trimmed();
    return path.isEmpty() ? path : QDir::cleanPath(path);
}

QString OpenDataDialog::source() const
{
    const QString file = typedPath();
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
    const Recipe corrections = previewed_ ? reading_->corrections() : startCorrections_;
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
           "*.7z *ubyte);;All files (*)"));
    if (file.isEmpty())
        return;
    preferences::setLastFolder(QFileInfo(file).absolutePath());
    edit->setText(QDir::toNativeSeparators(file));
}

void OpenDataDialog::browseFolder()
{
    const QString start = file_->text().isEmpty() ? preferences::lastFolder() : fileOf(file_->text());
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of pictures"), start);
    if (folder.isEmpty())
        return;
    preferences::setLastFolder(QFileInfo(folder).absolutePath());
    file_->setText(QDir::toNativeSeparators(folder));
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
    recognising_.discard(); // what was chosen goes over what fits
    reading_->recipeChanged();
    recipeChanged();
    startPreview();
}

void OpenDataDialog::fileChanged()
{
    const QString file = typedPath();
    const bool exists = isThere(fileOf(file));
    part_->hide();
    partTitle_->hide();
    part_->clear();
    recognised_->clear();
    if (!suggestedTest_.isEmpty() && test_->text() == suggestedTest_)
        test_->clear(); // it belongs to another file
    suggestedTest_.clear();
    startCorrections_ = {};
    previewed_ = false;
    reading_->setCorrections({});
    recipe_->setCurrentIndex(0);
    recognising_.discard();
    if (exists && QFileInfo(fileOf(file)).isDir())
        recognising_.start([file](const std::stop_token &stop) { return recognised(file, stop); }); // looks at all that is in it
    else if (exists)
        showRecognised(recognised(file));
    recognised_->setVisible(!recognised_->text().isEmpty());
    recipeChanged();
    if (recognising_.isRunning())
        sayLooking(); // the preview follows, with the recipe that fits
    else
        startPreview();
}

void OpenDataDialog::sayLooking()
{
    previewing_.discard();
    setLook(found_, QStringLiteral("muted"));
    found_->setText(tr("Looking at the file…"));
}

void OpenDataDialog::showRecognised(const RecentFile &known)
{
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
        if (suggestsTest_ && !known.test.isEmpty() && test_->text().trimmed().isEmpty()) {
            suggestedTest_ = QDir::toNativeSeparators(known.test);
            test_->setText(suggestedTest_);
            recognised_->setText(recognised_->text() + u' ' + tr("Its test file lies beside it and is used: %1.").arg(QFileInfo(known.test).fileName()));
        }
    }
    recognised_->setVisible(!recognised_->text().isEmpty());
}

void OpenDataDialog::recipeChanged()
{
    const QString file = typedPath(), test = test_->text().trimmed();
    QString error;
    if (!file.isEmpty() && !isThere(fileOf(file)))
        error = tr("There is no file or folder %1.").arg(file);
    else if (!test.isEmpty() && !isThere(fileOf(test)))
        error = tr("There is no test file %1.").arg(test);
    error_->setText(error);
    error_->setVisible(!error.isEmpty());
    open_->setEnabled(!file.isEmpty() && error.isEmpty() && !recognising_.isRunning());
}

// --- preview

void OpenDataDialog::startPreview()
{
    const QString file = typedPath();
    if (!isThere(fileOf(file))) {
        previewing_.discard();
        rows_->setTable(nullptr);
        lines_->clear();
        preview_->setCurrentWidget(lines_);
        found_->clear();
        correct_->hide();
        return;
    }
    sayLooking();
    previewing_.start([what = chosen()](std::stop_token stop) {
        const DatasetOptions options = toOptions(what);
        const Recipe recipe = options.schema ? *options.schema : what.recipe.isEmpty() ? Recipe() : load_filtered_recipe(what.recipe.toStdString());
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
    present(&preview.table);
    previewed_ = true;
    rows_->setTable(std::make_shared<const Table>(preview.table));
    rows_->setPartOf(preview.picture_count);
    preview_->setCurrentWidget(rows_);
    reading_->setFound(preview);
    setLook(found_, reading_->isWarning(preview) ? QStringLiteral("warning") : QStringLiteral("muted"));
    found_->setText(reading_->inWords(preview));
    correct_->setVisible(reading_->isUseful(preview));
    if (!reading_->isUseful(preview))
        correct_->setChecked(false);
}

void OpenDataDialog::showProblem(const QString &sentence)
{
    rows_->setTable(nullptr);
    preview_->setCurrentWidget(lines_);
    setLook(found_, QStringLiteral("error"));
    found_->setText(sentence);
    correct_->show();
}

} // namespace fairloom::ui
