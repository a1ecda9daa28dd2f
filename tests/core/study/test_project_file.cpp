#include "core/study/store/project_file.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/data/recipe_json.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace fairloom;

class TestProjectFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackWhole();
    void comesBackEmpty();
    void storesPaths_data();
    void storesPaths();
    void opensElsewhere();
    void passesOverWhatIsNewer();
    void replacesTheFileAsAWhole();
    void refuses_data();
    void refuses();
    void refusesWhatCannotBeWritten();
};

namespace {

std::filesystem::path path_of(const QTemporaryDir &folder, const char *name) { return folder.filePath(QString::fromUtf8(name)).toStdString(); }

QByteArray read(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const std::filesystem::path &path, const QByteArray &text)
{
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

template <typename Work>
QByteArray error_of(Work work)
{
    try {
        work();
    } catch (const InputError &error) {
        return error.what();
    }
    return "no error";
}

ProjectState full_state(const std::filesystem::path &project)
{
    ProjectState state;
    state.data = (project / "people's \"file\".csv").string();
    state.test = "/somewhere/else/test.csv";
    state.recipe = "adult";
    state.schema = recipe_json(parse_recipe(R"({"name": "adult", "columns": {"age": {"role": "sensitive", "bins": [40.0]}}, "sensitive": ["age"]})", "adult"));
    state.task = {{"sex", "Ålder"}, "income", ">50K"};
    state.settings.kind = "pictures";
    state.settings.method = "decaf";
    state.settings.latent = 16;
    state.settings.log10_beta = 8.123456789012345;
    state.settings.seed = 2147483647;
    state.settings.controls = true;
    state.settings.graph = (project / "graph.json").string();
    state.window = R"({"geometry":"AdnQ","docks":[1,2.5,null],"selected":{"runs":[3,1]}})";
    state.selected_run = 17;
    state.data_sha256 = "abc";
    state.created = "2026-11-26T18:00:00+01:00";
    state.version = version();
    return state;
}

} // namespace

void TestProjectFile::comesBackWhole()
{
    QTemporaryDir folder;
    const auto project = path_of(folder, "new/folder");
    QVERIFY(!is_project(project));
    const ProjectState state = full_state(project);
    write_project(project, state);
    QVERIFY(is_project(project));
    QVERIFY(!is_project(project / "project.json"));
    const ProjectState back = read_project(project);
    QCOMPARE(back.data, state.data);
    QCOMPARE(back.schema, state.schema);
    QCOMPARE(back.window, state.window);
    QVERIFY(back.settings == state.settings);
    QVERIFY(back == state);
    ProjectState saved_again = back;
    saved_again.version = "0.0.1"; // says who saved it, not who made it
    write_project(project, saved_again);
    QVERIFY(read_project(project) == state);
}

void TestProjectFile::comesBackEmpty()
{
    QTemporaryDir folder;
    write_project(path_of(folder, "p"), {});
    ProjectState back = read_project(path_of(folder, "p"));
    QVERIFY(!back.created.empty());
    back.created.clear();
    back.version.clear();
    QVERIFY(back == ProjectState());
}

void TestProjectFile::storesPaths_data()
{
    QTest::addColumn<QString>("given");  // "%1" is the project
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *name, const char *given, const char *stored) {
        QTest::newRow(name) << QString::fromUtf8(given) << QString::fromUtf8(stored);
    };
    row("inside", "%1/people.csv", "people.csv");
    row("deeper", "%1/data/people.csv", "data/people.csv");
    row("a part of a file inside", "%1/db.sqlite:SELECT 'a//b' FROM x", "db.sqlite:SELECT 'a//b' FROM x");
    row("outside", "/data/people.csv", "/data/people.csv");
    row("beside, the same beginning", "%1-old/people.csv", "%1-old/people.csv");
    row("out again", "%1/../people.csv", "%1/../people.csv");
    row("folder of pictures", "%1/faces/", "faces/");
    row("the project itself", "%1", "%1");
    row("sample", "sample:hiring", "sample:hiring");
    row("a file that is called like a sample", "%1/sample:x", "./sample:x");
}

void TestProjectFile::storesPaths()
{
    QFETCH(QString, given);
    QFETCH(QString, stored);
    QTemporaryDir folder;
    const auto project = path_of(folder, "p");
    const QString place = QString::fromStdString(project.string());
    ProjectState state;
    state.data = state.test = state.settings.graph = given.replace(QStringLiteral("%1"), place).toStdString();
    write_project(project, state);
    const auto json = nlohmann::json::parse(read(project / "project.json").toStdString());
    const std::string wanted = stored.replace(QStringLiteral("%1"), place).toStdString();
    QCOMPARE(json["data"].get<std::string>(), wanted);
    QCOMPARE(json["test"].get<std::string>(), wanted);
    QCOMPARE(json["settings"]["graph"].get<std::string>(), wanted);
    const ProjectState back = read_project(project);
    QCOMPARE(std::filesystem::path(back.data).lexically_normal(), std::filesystem::path(state.data).lexically_normal());
    QCOMPARE(back.test, back.data);
    QCOMPARE(back.settings.graph, back.data);
    write_project(project, back);
    QCOMPARE(read_project(project).data, back.data);
}

void TestProjectFile::opensElsewhere()
{
    QTemporaryDir folder;
    const auto project = path_of(folder, "here"), elsewhere = path_of(folder, "there/somewhere");
    const ProjectState state = full_state(project);
    write_project(project, state);
    std::filesystem::create_directories(elsewhere.parent_path());
    std::filesystem::rename(project, elsewhere);
    const ProjectState moved = read_project(elsewhere);
    QCOMPARE(moved.data, (elsewhere / "people's \"file\".csv").string());
    QCOMPARE(moved.settings.graph, (elsewhere / "graph.json").string());
    QCOMPARE(moved.test, state.test);

    // From the working folder, and through a link to it.
    const QString before = QDir::currentPath();
    std::filesystem::create_directory_symlink(elsewhere, path_of(folder, "link"));
    std::filesystem::current_path(path_of(folder, "link"));
    ProjectState relative = moved;
    relative.data = "data.csv";
    write_project(".", relative);
    const ProjectState back = read_project(path_of(folder, "link"));
    std::filesystem::current_path(before.toStdString());
    QCOMPARE(back.data, path_of(folder, "link/data.csv").string());
    QVERIFY(read(elsewhere / "project.json").contains("\"data\": \"data.csv\""));
}

void TestProjectFile::passesOverWhatIsNewer()
{
    QTemporaryDir folder;
    const auto project = path_of(folder, "p");
    std::filesystem::create_directory(project);
    write(project / "project.json", R"({"fairloom_project": 1, "colour": [1], "settings": {"latent": 4, "wings": true, "kind": "pictures"}})");
    const ProjectState state = read_project(project);
    QCOMPARE(state.settings.latent, 4);
    QCOMPARE(state.settings.balance, std::string("both")); // what is not written is the default of the kind of data
    QVERIFY(state.data.empty() && state.window.empty() && state.schema.empty());
}

void TestProjectFile::replacesTheFileAsAWhole()
{
    QTemporaryDir folder;
    const auto project = path_of(folder, "p");
    write_project(project, full_state(project));
    ProjectState invalid = full_state(project);
    invalid.data = "other.csv";
    invalid.window = "{no JSON";
    const QByteArray error = error_of([&] { write_project(project, invalid); });
    QVERIFY2(error.contains("project.json, window, line 1: The file is not valid JSON"), error);
    QVERIFY(read_project(project) == full_state(project));
    write_project(project, {});
    QCOMPARE(QDir(QString::fromStdString(project.string())).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("project.json")}); // nothing half-written is left beside it
}

void TestProjectFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sentence");
    const QByteArray remedy = ". Correct the file, or remove it: the project's runs stay.";
    const auto row = [&](const char *name, const QByteArray &text, const QByteArray &sentence) { QTest::newRow(name) << text << sentence; };
    row("empty", "", ", line 1: The file is not valid JSON" + remedy);
    row("cut", R"({"fairloom_project": 1, "data": "a)", ", line 1: The file is not valid JSON" + remedy);
    row("no object", "[1]", ": This is not a JSON object" + remedy);
    row("something else", R"({"fairloom": "0.1.0"})", ": The file is no project of Fairloom" + remedy);
    row("newer", R"({"fairloom_project": 2})", ": The project was written by a newer version of Fairloom. Open it with that version.");
    row("number for a text", R"({"fairloom_project": 1, "data": 3})", ", data: The value is not a text" + remedy);
    row("text for a task", R"({"fairloom_project": 1, "task": "x"})", ", task: This is not a JSON object" + remedy);
    row("sensitive", R"({"fairloom_project": 1, "task": {"sensitive": "sex"}})", ", task.sensitive: The value is not a list" + remedy);
    row("schema", R"({"fairloom_project": 1, "schema": "x"})", ", schema: This is not a JSON object" + remedy);
    row("run", R"({"fairloom_project": 1, "selected_run": -1})", ", selected_run: The value is not a whole number, or negative, or too large" + remedy);
    row("setting of another type", R"({"fairloom_project": 1, "settings": {"latent": "8"}})", ", settings.latent: The value is damaged or of another kind" + remedy);
    row("fraction", R"({"fairloom_project": 1, "settings": {"latent": 8.5}})", ", settings.latent: The value is damaged or of another kind" + remedy);
    row("range", R"({"fairloom_project": 1, "settings": {"latent": -8}})", ", settings.latent: -8 is outside the allowed range. Choose a value from");
    row("choice", R"({"fairloom_project": 1, "settings": {"method": "magic"}})", ", settings.method: \"magic\" is not available. Choose one of");
    row("deep", QByteArray(2000, '['), ": The file is nested too deeply" + remedy);
    row("large", QByteArray(64'000'001, ' '), ": A file of more than 64 MB is not read" + remedy);
}

void TestProjectFile::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sentence);
    QTemporaryDir folder;
    write(path_of(folder, "project.json"), text);
    const QByteArray error = error_of([&] { read_project(folder.path().toStdString()); });
    QVERIFY2(error.startsWith(path_of(folder, "project.json").string().c_str() + sentence), error);
}

void TestProjectFile::refusesWhatCannotBeWritten()
{
    QTemporaryDir folder;
    QVERIFY(error_of([&] { read_project(path_of(folder, "nowhere")); }).contains("project.json: There is no such file"));
    write(path_of(folder, "file"), "x");
    QVERIFY(error_of([&] { write_project(path_of(folder, "file"), {}); }).contains("file/project.json: The file cannot be written (Not a directory)"));
    ProjectState large;
    large.window = "\"" + std::string(64'000'000, 'x') + "\"";
    QVERIFY(error_of([&] { write_project(path_of(folder, "p"), large); }).contains("more than 64 MB"));
    QVERIFY(!is_project(path_of(folder, "p")));
}

QTEST_GUILESS_MAIN(TestProjectFile)
#include "test_project_file.moc"
