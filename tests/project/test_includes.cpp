// Dependencies point one way: app -> ui -> core, and inside core from report down to base. Reads the sources as text.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

struct Source {
    QString path; ///< from the root of the tree, "core/data/table.h"
    QString text;
};

struct Include {
    QString name;
    int line = 0;
    bool quoted = false;
};

QList<Include> includesOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"));
    QList<Include> found;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (int i = 0; i < lines.size(); ++i) {
        const auto match = pattern.match(lines[i]);
        if (match.hasMatch())
            found.append({match.captured(2), i + 1, match.captured(1) == QLatin1String("\"")});
    }
    return found;
}

/// "core/data", "ui", "app"; empty for what is not ours.
QString areaOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    if (parts.first() == QLatin1String("core"))
        return parts.size() > 2 ? QStringLiteral("core/") + parts[1] : QStringLiteral("core");
    if (parts.first() == QLatin1String("ui") || parts.first() == QLatin1String("app"))
        return parts.first();
    return {};
}

/// What the files of an area may include, apart from the area itself.
QStringList allowedFor(const QString &area)
{
    static const QHash<QString, QStringList> below = {
        {QStringLiteral("core/base"), {}},
        {QStringLiteral("core/data"), {QStringLiteral("core/base")}},
        {QStringLiteral("core/model"), {QStringLiteral("core/data")}},
        {QStringLiteral("core/training"), {QStringLiteral("core/model")}},
        {QStringLiteral("core/downstream"), {QStringLiteral("core/data")}},
        {QStringLiteral("core/metrics"), {QStringLiteral("core/downstream")}},
        {QStringLiteral("core/rivals"), {QStringLiteral("core/training"), QStringLiteral("core/downstream")}},
        {QStringLiteral("core/study"),
         {QStringLiteral("core/training"), QStringLiteral("core/metrics"), QStringLiteral("core/rivals")}},
        {QStringLiteral("core/report"), {QStringLiteral("core/study")}},
        {QStringLiteral("ui"), {QStringLiteral("core/report")}},
        {QStringLiteral("app"), {QStringLiteral("ui")}},
    };
    QStringList all;
    for (const QString &next : below.value(area))
        all << next << allowedFor(next);
    return all;
}

bool isQt(const QString &include)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(Qt[A-Z]\w*/)?Q[A-Z]\w*(\.h)?$|^q[a-z]\w*\.h$)"));
    return pattern.match(include).hasMatch();
}

bool isHeavyLibrary(const QString &include)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^((torch|ATen|c10|caffe2|opencv2|xgboost|oneapi)/|dnnl))"));
    return pattern.match(include).hasMatch();
}

/// The file of ours that an include means: from the root of the tree, or beside the file that includes it.
QString resolved(const QString &from, const Include &include, const QSet<QString> &known)
{
    if (!areaOf(include.name).isEmpty())
        return QDir::cleanPath(include.name);
    if (include.quoted) {
        const QString beside = QDir::cleanPath(from.section(QLatin1Char('/'), 0, -2) + QLatin1Char('/') + include.name);
        if (known.contains(beside) || include.name.startsWith(QLatin1String("..")))
            return beside;
    }
    return {};
}

/// One sentence for every include that breaks a rule.
QStringList violations(const QList<Source> &sources)
{
    QStringList found;
    QSet<QString> known;
    QHash<QString, QList<Include>> includes;
    for (const Source &source : sources) {
        known.insert(source.path);
        includes.insert(source.path, includesOf(source.text));
    }

    QSet<QString> publicHeaders; // what ui and app see of core, directly or through other headers
    QStringList queue;
    for (const Source &source : sources) {
        const QString area = areaOf(source.path);
        const QStringList allowed = allowedFor(area);
        for (const Include &include : includes[source.path]) {
            const QString place = QStringLiteral("%1:%2 includes %3").arg(source.path).arg(include.line).arg(include.name);
            const QString target = resolved(source.path, include, known);
            const QString targetArea = areaOf(target);
            if (!targetArea.isEmpty() && targetArea != area && !allowed.contains(targetArea))
                found << QStringLiteral("%1: %2 may not depend on %3").arg(place, area, targetArea);
            if (area.startsWith(QLatin1String("core")) && isQt(include.name))
                found << place + QStringLiteral(": core has no Qt");
            if (!area.startsWith(QLatin1String("core"))) {
                if (isHeavyLibrary(include.name))
                    found << place + QStringLiteral(": LibTorch, oneDNN, OpenCV and XGBoost stay inside core");
                if (targetArea.startsWith(QLatin1String("core")))
                    queue << target;
            }
        }
    }
    while (!queue.isEmpty()) {
        const QString header = queue.takeLast();
        if (publicHeaders.contains(header))
            continue;
        publicHeaders.insert(header);
        for (const Include &include : includes.value(header)) {
            if (isHeavyLibrary(include.name))
                found << QStringLiteral("%1:%2 includes %3: ui or app can see this header").arg(header).arg(include.line).arg(include.name);
            const QString target = resolved(header, include, known);
            if (!target.isEmpty())
                queue << target;
        }
    }
    return found;
}

QList<Source> readTree(const QString &root)
{
    QList<Source> sources;
    for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator it(root + QLatin1Char('/') + top, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                sources.append({QDir(root).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return sources;
}

} // namespace

class TestIncludes : public QObject {
    Q_OBJECT
private slots:
    void tree_keeps_the_rules()
    {
        const QList<Source> sources = readTree(QStringLiteral(FAIRLOOM_SOURCE_DIR));
        QVERIFY2(sources.size() > 40, "hardly any source was found: is this the root of the tree?");
        const QStringList found = violations(sources);
        QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
    }

    // The checker itself: each row plants one line in one file of a small tree that is otherwise in order.
    void planted_lines_are_found_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("wrong");

        const auto row = [](const char *name, const char *path, const char *line, bool wrong) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(line) << wrong;
        };
        row("core may use the standard library", "core/base/error.h", "#include <string>", false);
        row("core with Qt", "core/base/error.h", "#include <QString>", true);
        row("core with Qt, module folder", "core/study/pipeline.cpp", "#include <QtCore/QObject>", true);
        row("core with Qt, small letters", "core/study/pipeline.cpp", "#include <qglobal.h>", true);
        row("core with Qt, spaces", "core/study/pipeline.cpp", "  #  include  <QFile>", true);
        row("not an include", "core/study/pipeline.cpp", "// #include <QFile>", false);
        row("ui may use Qt", "ui/window.cpp", "#include <QWidget>", false);
        row("ui with LibTorch", "ui/window.cpp", "#include <torch/torch.h>", true);
        row("ui with ATen", "ui/window.h", "#include <ATen/Parallel.h>", true);
        row("ui with c10", "ui/window.h", "#include \"c10/core/Device.h\"", true);
        row("ui with OpenCV", "ui/window.h", "#include <opencv2/core.hpp>", true);
        row("ui with XGBoost", "ui/window.h", "#include <xgboost/c_api.h>", true);
        row("ui with oneDNN", "ui/window.h", "#include <dnnl.h>", true);
        row("ui with oneDNN, folder", "ui/window.h", "#include <oneapi/dnnl/dnnl.hpp>", true);
        row("app with LibTorch", "app/main.cpp", "#include <torch/torch.h>", true);
        row("core's source may use LibTorch", "core/model/teacher.cpp", "#include <torch/torch.h>", false);
        row("core's internal header may use LibTorch", "core/model/teacher.h", "#include <torch/torch.h>", false);
        row("header that ui includes", "core/study/pipeline.h", "#include <torch/torch.h>", true);
        row("header that ui reaches", "core/data/table.h", "#include <ATen/ATen.h>", true);
        row("header that ui reaches through a neighbour", "core/data/cell.h", "#include <opencv2/core.hpp>", true);
        row("app may use ui", "app/main.cpp", "#include \"ui/window.h\"", false);
        row("app may use core", "app/main.cpp", "#include \"core/report/html.h\"", false);
        row("ui with app", "ui/window.cpp", "#include \"app/main.h\"", true);
        row("core with ui", "core/report/html.cpp", "#include \"ui/window.h\"", true);
        row("core with ui, relative", "core/report/html.cpp", "#include \"../../ui/window.h\"", true);
        row("core with app", "core/base/error.h", "#include \"app/main.h\"", true);
        row("base with data", "core/base/error.h", "#include \"core/data/table.h\"", true);
        row("data with model", "core/data/table.h", "#include \"core/model/teacher.h\"", true);
        row("data with downstream", "core/data/table.h", "#include \"core/downstream/classifier.h\"", true);
        row("model with training", "core/model/teacher.cpp", "#include \"core/training/loop.h\"", true);
        row("model with metrics", "core/model/teacher.cpp", "#include \"core/metrics/fairness.h\"", true);
        row("training with metrics", "core/training/loop.h", "#include \"core/metrics/fairness.h\"", true);
        row("training with study", "core/training/loop.h", "#include \"core/study/pipeline.h\"", true);
        row("training with data", "core/training/loop.h", "#include \"core/data/table.h\"", false);
        row("metrics with model", "core/metrics/fairness.h", "#include \"core/model/teacher.h\"", true);
        row("metrics with downstream", "core/metrics/fairness.h", "#include \"core/downstream/classifier.h\"", false);
        row("downstream with metrics", "core/downstream/classifier.h", "#include \"core/metrics/fairness.h\"", true);
        row("study with all below", "core/study/pipeline.cpp", "#include \"core/model/teacher.h\"", false);
        row("study with report", "core/study/pipeline.cpp", "#include \"core/report/html.h\"", true);
        row("upward, angle brackets", "core/study/pipeline.cpp", "#include <core/report/html.h>", true);
        row("upward, relative", "core/data/table.h", "#include \"../study/pipeline.h\"", true);
    }

    void planted_lines_are_found()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(bool, wrong);

        const QList<QPair<const char *, const char *>> files = {
            {"core/base/error.h", ""},
            {"core/data/cell.h", ""},
            {"core/data/table.h", "#include \"core/base/error.h\"\n#include \"cell.h\"\n"},
            {"core/model/teacher.h", "#include \"core/data/table.h\"\n"},
            {"core/model/teacher.cpp", "#include \"core/model/teacher.h\"\n"},
            {"core/training/loop.h", ""},
            {"core/downstream/classifier.h", ""},
            {"core/metrics/fairness.h", ""},
            {"core/study/pipeline.h", "#include \"core/data/table.h\"\n"},
            {"core/study/pipeline.cpp", "#include \"core/study/pipeline.h\"\n"},
            {"core/report/html.h", "#include \"core/study/pipeline.h\"\n"},
            {"core/report/html.cpp", ""},
            {"ui/window.h", "#include \"core/study/pipeline.h\"\n"},
            {"ui/window.cpp", "#include \"ui/window.h\"\n"},
            {"app/main.h", ""},
            {"app/main.cpp", ""},
        };
        QList<Source> sources;
        bool planted = false;
        for (const auto &[name, text] : files) {
            Source source{QString::fromLatin1(name), QString::fromLatin1(text)};
            if (source.path == path) {
                source.text += line + QLatin1Char('\n');
                planted = true;
            }
            sources.append(source);
        }
        QVERIFY2(planted, "the row names a file that the small tree does not have");

        const QStringList found = violations(sources);
        QCOMPARE(!found.isEmpty(), wrong);
        for (const QString &sentence : found)
            QVERIFY2(sentence.startsWith(path + QLatin1Char(':')), qPrintable(sentence));
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "test_includes.moc"
