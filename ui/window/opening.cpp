#include "ui/window/opening.h"

#include "core/base/error.h"
#include "core/data/readers/file_contents.h"
#include "core/data/recipe.h"
#include "core/data/recipe_json.h"
#include "ui/models/schema_model.h"
#include "ui/text.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <optional>

namespace fairloom::ui {

namespace {

std::optional<Recipe> fitting(const QString &file, const std::stop_token &stop)
{
    if (!isThere(file))
        return std::nullopt;
    try {
        return recognise_recipe(toPath(file), stop);
    } catch (const Cancelled &) {
        throw;
    } catch (const std::exception &) {
        return std::nullopt; // what is wrong with the file is said when it is opened
    }
}

/// What the test file of this training file would be called. Empty if its name says nothing of the kind.
QString testNameOf(const QString &name)
{
    static const QRegularExpression data(QStringLiteral("\\.data(?=$|\\.)"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression train(QStringLiteral("(?<!\\p{L})(t)rain(?:ing)?(?!\\p{L})"), QRegularExpression::CaseInsensitiveOption);
    QString out = name;
    out.replace(data, QStringLiteral(".test")).replace(train, QStringLiteral("\\1est"));
    return out == name ? QString() : out;
}

QString testFileBeside(const QString &file, const std::string &recipe, const std::stop_token &stop)
{
    const QFileInfo training(file);
    const QString name = testNameOf(training.fileName());
    const QString test = training.dir().filePath(name);
    if (name.isEmpty() || !QFileInfo(test).isFile())
        return {};
    const auto its = fitting(test, stop);
    return its && its->name == recipe ? test : QString();
}

void correct(DialectRule &dialect, const DialectRule &by)
{
    for_each_part([&](auto member) {
        if (by.*member)
            dialect.*member = by.*member;
    });
}

} // namespace

QString fileOf(const QString &source)
{
    return toQString(split_part(source.toStdString()).file.string());
}

bool isThere(const QString &path)
{
    return QFileInfo(path).isFile() || QFileInfo(path).isDir();
}

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
        options.schema = file.recipe.isEmpty() ? Recipe() : load_filtered_recipe(file.recipe.toStdString());
    const Recipe corrections = parse_recipe(file.corrections.toStdString(), "corrections");
    correct(options.schema->dialect, corrections.dialect);
    if (corrections.pictures)
        options.schema->pictures = corrections.pictures;
    options.schema->skip_bad_lines = options.schema->skip_bad_lines || corrections.skip_bad_lines;
    return options;
}

RecentFile recognised(const QString &file, const std::stop_token &stop)
{
    RecentFile out{file};
    if (const QString beside = SchemaModel::fileBeside(file); QFileInfo(beside).isFile())
        out.schema = beside;
    else if (const auto recipe = fitting(file, stop)) {
        out.recipe = toQString(recipe->name);
        out.test = testFileBeside(file, recipe->name, stop);
    }
    return out;
}

} // namespace fairloom::ui
