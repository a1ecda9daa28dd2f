// Every text of the programs stands in the Swedish file, translated, with the same places for arguments. The texts are
// extracted anew into a temporary folder, with the script that ./dev translations runs.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

const QString source_root = QStringLiteral(FAIRLOOM_SOURCE_DIR);

struct Text {
    QString context;
    QString source;
    QStringList translations; ///< one, or one for each plural form
    bool numerus = false;
    bool finished = true;
};

QList<Text> readTexts(const QString &path)
{
    QList<Text> texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == QLatin1String("message")) {
            texts.last().context = context;
        } else if (xml.isStartElement()) {
            const auto attributes = xml.attributes();
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("message")) {
                texts.append(Text{});
                texts.last().numerus = attributes.value(QLatin1String("numerus")) == QLatin1String("yes");
            } else if (xml.name() == QLatin1String("source")) {
                texts.last().source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation")) {
                texts.last().finished = !attributes.hasAttribute(QLatin1String("type"));
                if (!texts.last().numerus)
                    texts.last().translations << xml.readElementText();
            } else if (xml.name() == QLatin1String("numerusform")) {
                texts.last().translations << xml.readElementText();
            }
        }
    }
    if (xml.hasError())
        texts.clear();
    return texts;
}

/// The places for arguments, sorted: "%1", "%L2", "%n".
QStringList placesIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(L?[0-9]{1,2}|L?n)"));
    QStringList places;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        places << it.next().captured();
    places.removeDuplicates();
    places.sort();
    return places;
}

/// What is wrong with a translation; empty if nothing.
QString faultOf(const Text &text)
{
    if (!text.finished || text.translations.isEmpty())
        return QStringLiteral("not translated");
    for (const QString &translation : text.translations) {
        if (translation.trimmed().isEmpty())
            return QStringLiteral("not translated");
        QStringList wanted = placesIn(text.source), got = placesIn(translation);
        // A singular form may say "one" instead of the number.
        if (text.numerus) {
            wanted.removeAll(QStringLiteral("%n"));
            got.removeAll(QStringLiteral("%n"));
        }
        if (wanted != got)
            return QStringLiteral("other places for arguments: ") + translation;
    }
    if (text.numerus && !placesIn(text.translations.last()).contains(QStringLiteral("%n")) &&
        placesIn(text.source).contains(QStringLiteral("%n")))
        return QStringLiteral("the plural has lost its number: ") + text.translations.last();
    return {};
}

QStringList faultsIn(const QList<Text> &texts)
{
    QStringList faults;
    for (const Text &text : texts) {
        const QString fault = faultOf(text);
        if (!fault.isEmpty())
            faults << QStringLiteral("%1: \"%2\": %3").arg(text.context, text.source, fault);
    }
    return faults;
}

struct Extraction {
    int exitCode = -1;
    QString messages;
};

Extraction extract(const QString &tsFolder, const QString &root)
{
    const QString bin = QLibraryInfo::path(QLibraryInfo::BinariesPath);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("FAIRLOOM_LUPDATE"), bin + QStringLiteral("/lupdate"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(source_root + QStringLiteral("/translations/update.sh"), {tsFolder, root});
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAll())};
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void every_text_is_translated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("Swedish") << QStringLiteral("sv") << 100;
        QTest::newRow("English plurals") << QStringLiteral("en") << 0;
    }

    void every_text_is_translated()
    {
        QFETCH(QString, language);
        QFETCH(int, atLeast);
        const QString name = QStringLiteral("fairloom_%1.ts").arg(language);

        QTemporaryDir folder;
        QVERIFY(QFile::copy(source_root + QStringLiteral("/translations/") + name, folder.filePath(name)));
        const Extraction extraction = extract(folder.path(), source_root);
        QCOMPARE(extraction.exitCode, 0);
        // lupdate warns where a text would get another context than the running program asks for.
        QCOMPARE(extraction.messages, QString());

        const QList<Text> texts = readTexts(folder.filePath(name));
        QVERIFY(texts.size() >= atLeast);
        const QStringList faults = faultsIn(texts);
        QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 texts; run ./dev translations, then translate:\n").arg(faults.size()) +
                                              faults.join(QLatin1Char('\n'))));
    }

    // The extraction itself, on a planted tree.
    void extraction_finds_texts_of_core_and_ui()
    {
        QTemporaryDir tree, out;
        write(tree.filePath(QStringLiteral("core/a.cpp")),
              "#define FAIRLOOM_TEXT(text) text\n"
              "// FAIRLOOM_TEXT(\"in a comment\")\n"
              "auto url = \"https://x\"; auto a = FAIRLOOM_TEXT(\"Line %1 // has %2\");\n"
              "auto b = f('\"', FAIRLOOM_TEXT(\"Two \" // why\n    \"parts\"), FAIRLOOM_TEXT( \"Same\" ), FAIRLOOM_TEXT(\"Same\"));\n");
        write(tree.filePath(QStringLiteral("ui/b.cpp")),
              "class Box : public QObject { Q_OBJECT void f() { tr(\"Hello\"); tr(\"%n rows\", \"\", 2); } };\n");
        write(tree.filePath(QStringLiteral("app/c.cpp")), "auto c = FAIRLOOM_TEXT(\"In app\");\n");
        const Extraction extraction = extract(out.path(), tree.path());
        QCOMPARE(extraction.messages, QString());
        QCOMPARE(extraction.exitCode, 0);

        QStringList core, ui;
        const QList<Text> texts = readTexts(out.filePath(QStringLiteral("fairloom_sv.ts")));
        for (const Text &text : texts) {
            (text.context == QLatin1String("core") ? core : ui) << text.source;
            QVERIFY(!text.finished);
        }
        core.sort();
        ui.sort();
        QCOMPARE(core, QStringList({QStringLiteral("In app"), QStringLiteral("Line %1 // has %2"), QStringLiteral("Same"),
                                    QStringLiteral("Two parts")}));
        QCOMPARE(ui, QStringList({QStringLiteral("%n rows"), QStringLiteral("Hello")}));
        QCOMPARE(faultsIn(texts).size(), texts.size());
    }

    void extraction_refuses_what_it_cannot_read()
    {
        QTemporaryDir tree, out;
        write(tree.filePath(QStringLiteral("core/a.cpp")), "\nauto a = FAIRLOOM_TEXT(name);\n");
        const Extraction extraction = extract(out.path(), tree.path());
        QVERIFY(extraction.exitCode != 0);
        QVERIFY2(extraction.messages.contains(QStringLiteral("a.cpp:2:")), qPrintable(extraction.messages));
    }

    void faults_are_seen_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("translations");
        QTest::addColumn<bool>("numerus");
        QTest::addColumn<bool>("finished");
        QTest::addColumn<bool>("fault");
        const auto row = [](const char *name, const QString &source, const QStringList &translations, bool numerus, bool finished,
                            bool fault) { QTest::newRow(name) << source << translations << numerus << finished << fault; };
        row("good", "Open", {"Öppna"}, false, true, false);
        row("unfinished", "Open", {"Öppna"}, false, false, true);
        row("empty", "Open", {""}, false, true, true);
        row("none", "Open", {}, false, true, true);
        row("places kept, other order", "%1 of %2", {"%2 har %1"}, false, true, false);
        row("place lost", "%1 of %2", {"%2"}, false, true, true);
        row("place added", "%1 rows", {"%1 rader %2"}, false, true, true);
        row("place changed", "%1 rows", {"%L1 rader"}, false, true, true);
        row("plural", "%n rows", {"en rad", "%n rader"}, true, true, false);
        row("plural without number", "%n rows", {"%n rad", "rader"}, true, true, true);
        row("plural, one form empty", "%n rows", {"%n rad", ""}, true, true, true);
        row("plural, place lost in one form", "%n rows of %1", {"%n rad", "%n rader av %1"}, true, true, true);
    }

    void faults_are_seen()
    {
        QFETCH(QString, source);
        QFETCH(QStringList, translations);
        QFETCH(bool, numerus);
        QFETCH(bool, finished);
        QFETCH(bool, fault);
        QCOMPARE(!faultOf(Text{QStringLiteral("core"), source, translations, numerus, finished}).isEmpty(), fault);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
