#include "ui/window/open_data_dialog.h"

#include "core/data/recipe.h"
#include "ui/style/theme.h"
#include "ui/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace fairloom::ui {

namespace {

std::filesystem::path toPath(const QString &file)
{
    return std::filesystem::path(file.toStdU16String());
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

QString firstLines(const QString &name, int lines)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList out;
    while (out.size() < lines && !file.atEnd())
        out << QString::fromUtf8(file.readLine(400)).trimmed();
    return out.join(u'\n');
}

} // namespace

DatasetOptions toOptions(const RecentFile &file)
{
    DatasetOptions options;
    options.test = toPath(file.test);
    options.recipe = file.recipe.toStdString();
    return options;
}

RecentFile recognised(const QString &file)
{
    RecentFile out{file, {}, {}};
    if (const auto recipe = fitting(file))
        out.recipe = toQString(recipe->name);
    return out;
}

OpenDataDialog::OpenDataDialog(const RecentFile &start, QWidget *parent)
    : QDialog(parent), file_(new QLineEdit), test_(new QLineEdit), recipe_(new QComboBox), recognised_(new QLabel),
      error_(new QLabel), preview_(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("openDataDialog"));
    setWindowTitle(tr("Open data"));
    setMinimumWidth(620);

    file_->setObjectName(QStringLiteral("dataPathEdit"));
    file_->setAccessibleName(tr("Data file"));
    file_->setPlaceholderText(tr("A CSV or similar text file, one row a person"));
    test_->setObjectName(QStringLiteral("testPathEdit"));
    test_->setAccessibleName(tr("Test file, optional"));
    test_->setPlaceholderText(tr("Without one, 30 % of the rows are kept apart for testing"));
    recipe_->setObjectName(QStringLiteral("recipeCombo"));
    recipe_->setAccessibleName(tr("Recipe"));
    recipe_->setToolTip(tr("What is known about a published data set: column names, types, what is missing, what to predict."));
    recognised_->setObjectName(QStringLiteral("recognisedRecipe"));
    recognised_->setProperty("look", "muted");
    recognised_->setWordWrap(true);
    error_->setObjectName(QStringLiteral("openDataError"));
    error_->setProperty("look", "error");
    error_->setWordWrap(true);
    preview_->setReadOnly(true);
    preview_->setLineWrapMode(QPlainTextEdit::NoWrap);
    preview_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    preview_->setFixedHeight(104);
    preview_->setAccessibleName(tr("First lines of the file"));
    preview_->setPlaceholderText(tr("The first lines of the file appear here."));
    preview_->setTabChangesFocus(true);

    auto *browseFile = new QPushButton(tr("Browse…"));
    browseFile->setObjectName(QStringLiteral("browseButton"));
    auto *browseTest = new QPushButton(tr("Browse…"));
    browseTest->setObjectName(QStringLiteral("browseTestButton"));
    for (QPushButton *button : {browseFile, browseTest})
        button->setAutoDefault(false); // Enter opens
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    open_ = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    open_->setObjectName(QStringLiteral("openDataButton"));
    open_->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);

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
    label(tr("&Test file"), test_, 1);
    grid->addWidget(test_, 1, 1);
    grid->addWidget(browseTest, 1, 2);
    label(tr("&Recipe"), recipe_, 2);
    grid->addWidget(recipe_, 2, 1, 1, 2);
    grid->addWidget(recognised_, 3, 1, 1, 2);
    grid->addWidget(preview_, 4, 0, 1, 3);
    grid->addWidget(error_, 5, 0, 1, 3);
    grid->addWidget(buttons, 6, 0, 1, 3);
    grid->setColumnStretch(1, 1);

    fillRecipes();
    connect(browseFile, &QPushButton::clicked, this, [this] { browse(file_, tr("Data file")); });
    connect(browseTest, &QPushButton::clicked, this, [this] { browse(test_, tr("Test file")); });
    connect(file_, &QLineEdit::textChanged, this, &OpenDataDialog::fileChanged);
    connect(test_, &QLineEdit::textChanged, this, &OpenDataDialog::recipeChanged);
    connect(recipe_, &QComboBox::activated, this, [this](int index) {
        if (index == recipe_->count() - 1) {
            const QString file = QFileDialog::getOpenFileName(this, tr("Recipe"), preferences::lastFolder(),
                                                              tr("Recipes (*.json)"));
            recipe_->setCurrentIndex(0);
            if (!file.isEmpty()) {
                recipe_->insertItem(recipe_->count() - 1, QDir::toNativeSeparators(file), file);
                recipe_->setCurrentIndex(recipe_->count() - 2);
            }
        }
        recipeChanged();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    test_->setText(start.test);
    file_->setText(start.source);
    fileChanged();
    if (!start.source.isEmpty()) {
        // what was chosen before goes over what fits
        if (recipe_->findData(start.recipe) < 0)
            recipe_->insertItem(recipe_->count() - 1, start.recipe, start.recipe);
        recipe_->setCurrentIndex(recipe_->findData(start.recipe));
        recipeChanged();
    }
}

RecentFile OpenDataDialog::chosen() const
{
    return {file_->text().trimmed(), test_->text().trimmed(), recipe_->currentData().toString()};
}

void OpenDataDialog::browse(QLineEdit *edit, const QString &title)
{
    const QString start = edit->text().isEmpty() ? preferences::lastFolder() : edit->text();
    const QString file = QFileDialog::getOpenFileName(
        this, title, start, tr("Tables (*.csv *.tsv *.txt *.data *.test);;All files (*)"));
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
    recipe_->addItem(tr("Recipe from a file…"));
}

void OpenDataDialog::fileChanged()
{
    const QString file = file_->text().trimmed();
    const bool exists = QFileInfo(file).isFile();
    preview_->setPlainText(exists ? firstLines(file, 5) : QString());
    recognised_->clear();
    recipe_->setCurrentIndex(0);
    if (exists) {
        if (const auto recipe = fitting(file)) {
            recipe_->setCurrentIndex(recipe_->findData(toQString(recipe->name)));
            recognised_->setText(tr("Recognised: %1. The recipe names the columns and suggests the task.").arg(toQString(recipe->title)));
        }
    }
    recipeChanged();
}

void OpenDataDialog::recipeChanged()
{
    const QString file = file_->text().trimmed(), test = test_->text().trimmed();
    QString error;
    if (!file.isEmpty() && !QFileInfo(file).isFile())
        error = tr("There is no file %1.").arg(file);
    else if (!test.isEmpty() && !QFileInfo(test).isFile())
        error = tr("There is no test file %1.").arg(test);
    error_->setText(error);
    open_->setEnabled(!file.isEmpty() && error.isEmpty());
}

} // namespace fairloom::ui
