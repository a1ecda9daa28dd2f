#include "core/base/memory.h"
#include "core/base/sha256.h"
#include "core/data/readers/crc32.h"
#include "core/data/readers/file_contents.h"
#include "core/data/readers/text_encoding.h"
#include "raw_table_support.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <limits>
#include <thread>

using namespace fairloom;
using namespace fairloom::test;

namespace {

using Files = QList<QPair<QString, QByteArray>>;

/// An archive of the files, or with the format "raw" the one file compressed.
QByteArray packed(const char *format, const char *filter, const Files &files, const char *options = nullptr, const char *password = nullptr)
{
    archive *writer = archive_write_new();
    archive_write_set_format_by_name(writer, format);
    if (QByteArray(filter) != "none")
        archive_write_add_filter_by_name(writer, filter);
    archive_write_set_bytes_in_last_block(writer, 1);
    if (options && archive_write_set_options(writer, options) != ARCHIVE_OK)
        qFatal("%s", archive_error_string(writer));
    if (password)
        archive_write_set_passphrase(writer, password);
    QTemporaryDir folder; // 7z has to go back in what it writes
    const QByteArray path = folder.filePath("packed").toUtf8();
    if (archive_write_open_filename(writer, path.constData()) != ARCHIVE_OK)
        qFatal("%s", archive_error_string(writer));
    for (const auto &[name, content] : files) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname_utf8(entry, name.toUtf8().constData());
        archive_entry_set_filetype(entry, name.endsWith('/') ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, content.size());
        archive_write_header(writer, entry);
        archive_write_data(writer, content.constData(), static_cast<std::size_t>(content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no archive was written");
    return file.readAll();
}

QByteArray compressed(const char *filter, const QByteArray &content)
{
    return packed("raw", filter, {{"data", content}});
}

/// ASCII as UTF-16 or UTF-32.
QByteArray wide(const QByteArray &text, int size, bool big_endian)
{
    QByteArray out;
    for (const char c : text)
        for (int i = 0; i < size; ++i)
            out += i == (big_endian ? size - 1 : 0) ? c : '\0';
    return out;
}

const QByteArray plain = "a,b\n1,x\n2,y\n";
const QByteArray accents = "gr\xc3\xb6\xc3\x9f" "e,b\n1,\xe2\x82\xac\n";

} // namespace

class TestFileContents : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_data();
    void text();
    void packings_data();
    void packings();
    void members_data();
    void members();
    void complains_data();
    void complains();
    void complains_about_files();
    void every_cut_and_flip_of_gzip_is_noticed();
    void refuses_what_memory_cannot_hold();
    void refusesABomb();
    void pipes();
    void moves();
    void empty_files();
    void hashes();
    void stops();
    void formats_data();
    void formats();
    void splits_parts();
    void utf8_data();
    void utf8();
    void check_sum();
    void speed();

private:
    FileContents open(const QByteArray &bytes, const FileContentsOptions &options = {}, const QString &name = "t.csv")
    {
        const QString path = folder_.filePath(name);
        QFile::remove(path);
        write_file(path, bytes);
        NoProgress progress;
        return open_file_contents(path.toStdString(), options, progress, {});
    }

    QTemporaryDir folder_;
};

void TestFileContents::text_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("mark");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, QByteArray bytes, const char *wanted, const char *encoding, bool mark, QByteArray text) {
        QTest::newRow(name) << bytes << QString(wanted) << QString(encoding) << mark << text;
    };
    row("empty", "", "", "utf-8", false, "");
    row("ASCII", plain, "", "utf-8", false, plain);
    row("UTF-8", accents, "", "utf-8", false, accents);
    row("UTF-8 with a mark", "\xef\xbb\xbf" + accents, "", "utf-8", true, accents);
    row("nothing but a mark", "\xef\xbb\xbf", "", "utf-8", true, "");
    row("Windows-1252", "gr\xf6\xdf" "e,b\n1,\x80\n", "", "windows-1252", false, accents);
    row("UTF-16 LE with a mark", "\xff\xfe" + wide(plain, 2, false), "", "utf-16le", true, plain);
    row("UTF-16 BE with a mark", "\xfe\xff" + wide(plain, 2, true), "", "utf-16be", true, plain);
    row("UTF-16 LE by its zeros", wide(plain, 2, false), "", "utf-16le", false, plain);
    row("UTF-16 BE by its zeros", wide(plain, 2, true), "", "utf-16be", false, plain);
    row("UTF-16 beyond ASCII", QByteArray("\xff\xfe\xf6\x00\xac\x20\x3d\xd8\x00\xde", 10), "", "utf-16le", true, "ö€😀");
    row("UTF-32 LE with a mark", QByteArray("\xff\xfe\0\0", 4) + wide(plain, 4, false), "", "utf-32le", true, plain);
    row("UTF-32 BE with a mark", QByteArray("\0\0\xfe\xff", 4) + wide(plain, 4, true), "", "utf-32be", true, plain);
    row("asked for UTF-8", accents, "UTF-8", "utf-8", false, accents);
    row("asked for Latin-1", "\xf6\x80", "latin-1", "latin-1", false, "ö\xc2\x80");
    row("asked for Windows-1252, though it is UTF-8", "\xc3\xb6", "windows-1252", "windows-1252", false, "Ã¶");
    row("asked for Windows-1252, with UTF-8's mark", "\xef\xbb\xbf" "a\x80", "windows-1252", "windows-1252", true, "a€");
    row("asked for UTF-16 LE", QByteArray("\x71\x67\xac\x4e", 4), "utf-16le", "utf-16le", false, "東京");
    row("asked for UTF-16 BE, with a mark", "\xfe\xff" + wide("ab", 2, true), "utf-16be", "utf-16be", true, "ab");
}

void TestFileContents::text()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, wanted);
    QFETCH(QString, encoding);
    QFETCH(bool, mark);
    QFETCH(QByteArray, text);
    const FileContents contents = open(bytes, {.member = {}, .encoding = wanted.toStdString()});
    QCOMPARE(QByteArray(contents.text().data(), static_cast<qsizetype>(contents.text().size())), text);
    QCOMPARE(QString::fromStdString(contents.encoding), encoding);
    QCOMPARE(contents.had_bom, mark);
    QCOMPARE(contents.compression, std::string());
    QCOMPARE(contents.member, std::string());
}

void TestFileContents::packings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("packing");
    QTest::addColumn<QString>("member");
    QByteArray large;
    for (int i = 0; i < 60000; ++i)
        large += QByteArray::number(i * 7919LL % 1000003) + ",\xc3\xb6\n";
    const auto row = [](const char *name, const QByteArray &bytes, const char *packing, const char *member) {
        QTest::newRow(name) << bytes << QString(packing) << QString(member);
    };
    row("gzip", compressed("gzip", large), "gzip", "");
    row("gzip, two streams", compressed("gzip", large.left(1000)) + compressed("gzip", large.mid(1000)), "gzip", "");
    row("zstd", compressed("zstd", large), "zstd", "");
    row("xz", compressed("xz", large), "xz", "");
    row("bzip2", compressed("bzip2", large), "bzip2", "");
    row("zip", packed("zip", "none", {{"in/people.csv", large}}), "zip", "in/people.csv");
    row("zip, stored", packed("zip", "none", {{"people.csv", large}}, "zip:compression=store"), "zip", "people.csv");
    row("7z", packed("7zip", "none", {{"people.csv", large}}), "7z", "people.csv");
    row("tar", packed("ustar", "none", {{"people.csv", large}}), "tar", "people.csv");
    row("tar in gzip", packed("pax", "gzip", {{"people.csv", large}}), "gzip+tar", "people.csv");
    row("tar in xz", packed("gnutar", "xz", {{"people.csv", large}}), "xz+tar", "people.csv");
    row("gzip in zip", packed("zip", "none", {{"people.csv.gz", compressed("gzip", large)}}), "zip+gzip", "people.csv.gz");
}

void TestFileContents::packings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, packing);
    QFETCH(QString, member);
    const FileContents contents = open(bytes);
    QCOMPARE(QString::fromStdString(contents.compression), packing);
    QCOMPARE(QString::fromStdString(contents.member), member);
    QVERIFY(contents.text().starts_with("0,ö\n7919,ö\n"));
    QCOMPARE(std::count(contents.text().begin(), contents.text().end(), '\n'), std::ptrdiff_t{60000});
    QCOMPARE(contents.sha256({}), sha256({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
}

void TestFileContents::members_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("member"); ///< or the error
    const auto row = [](const char *name, const QStringList &files, const char *wanted, const char *member) {
        QTest::newRow(name) << files << QString::fromUtf8(wanted) << QString::fromUtf8(member);
    };
    row("one of any name", {"README"}, "", "README");
    row("one with a table's name", {"README", "licence.pdf", "in/Adult.DATA"}, "", "in/Adult.DATA");
    row("macOS", {"__MACOSX/._a.csv", "in/", "in/a.csv", "in/._a.csv", "in/.DS_Store"}, "", "in/a.csv");
    row("two", {"a.csv", "b.csv", "README"}, "", "t.zip: The archive holds several files: a.csv, b.csv. Write t.zip:a.csv to choose one.");
    row("two of any name", {"a", "b"}, "", "t.zip: The archive holds several files: a, b. Write t.zip:a to choose one.");
    row("two, one named", {"a.csv", "in/b.csv"}, "in/b.csv", "in/b.csv");
    row("without its folder", {"a.csv", "in/b.csv"}, "b.csv", "in/b.csv");
    row("without its folder, twice", {"x/b.csv", "y/b.csv"}, "b.csv",
        "t.zip: The archive holds several files: x/b.csv, y/b.csv. Write t.zip:x/b.csv to choose one.");
    row("no such file", {"a.csv", "b.csv"}, "c.csv", "t.zip: The archive has no file named \"c.csv\". Its files are a.csv, b.csv.");
    row("no file", {"in/"}, "", "t.zip: The archive holds no file. Choose another file.");
    row("empty archive", {}, "", "t.zip: The archive holds no file. Choose another file.");
    row("beyond ASCII", {"größe.csv", "b.pdf"}, "", "größe.csv");
}

void TestFileContents::members()
{
    QFETCH(QStringList, files);
    QFETCH(QString, wanted);
    QFETCH(QString, member);
    Files content;
    for (const QString &file : files)
        content.append({file, file.endsWith('/') ? QByteArray() : file.toUtf8() + "\n1\n"});
    QString got;
    QString text;
    const QString fault = fault_of([&] {
        const FileContents contents = open(packed("zip", "none", content), {.member = wanted.toStdString(), .encoding = {}}, "t.zip");
        got = QString::fromStdString(contents.member);
        text = QString::fromUtf8(contents.text().data(), static_cast<qsizetype>(contents.text().size()));
    });
    if (got.isEmpty()) {
        QCOMPARE(fault, member);
    } else {
        QCOMPARE(got, member);
        QCOMPARE(text, member + "\n1\n");
    }
}

void TestFileContents::complains_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, QByteArray bytes, const char *encoding, const char *sentence) {
        QTest::newRow(name) << bytes << QString() << QString(encoding) << QString::fromUtf8(sentence);
    };
    const char *const damaged = "t.csv: The packed file is damaged or incomplete. Fetch it again from where it came.";
    QByteArray text;
    for (int i = 0; i < 10000; ++i)
        text += QByteArray::number(i * 7919LL % 1000003) + "\n";
    for (const char *filter : {"gzip", "zstd", "xz", "bzip2"}) {
        const QByteArray bytes = compressed(filter, text);
        row(qPrintable(QString("%1 cut in half").arg(filter)), bytes.left(bytes.size() / 2), "", damaged);
        row(qPrintable(QString("%1 without its end").arg(filter)), bytes.left(bytes.size() - 1), "", damaged);
        row(qPrintable(QString("%1, only its beginning").arg(filter)), bytes.left(10), "", damaged);
    }
    QByteArray zip = packed("zip", "none", {{"a.csv", text}});
    row("zip cut in half", zip.left(zip.size() / 2), "", damaged);
    zip[200] = static_cast<char>(zip[200] ^ 1);
    row("zip with a wrong bit", zip, "", damaged);
    row("tar cut in half", packed("ustar", "none", {{"a.csv", text}}).left(10000), "", damaged);
    row("zip with a password", packed("zip", "none", {{"a.csv", text}}, "zip:encryption=aes256", "secret"), "",
        "t.csv: The archive is protected by a password. Unpack it first.");
    row("zip of a database", packed("zip", "none", {{"a.db", QByteArray("SQLite format 3\0more", 20)}}), "",
        "t.csv: The archive holds an SQLite database. Unpack it first.");
    row("zero bytes", QByteArray("a,b\n1,\0\n", 7), "", "t.csv: This is not a text file: it contains zero bytes. Save the table as CSV in UTF-8.");
    row("zero bytes far behind", QByteArray(5000, 'x') + '\0' + "\xff", "",
        "t.csv: This is not a text file: it contains zero bytes. Save the table as CSV in UTF-8.");
    row("UTF-32 without a mark", wide(plain, 4, false), "",
        "t.csv: This is not a text file: it contains zero bytes. Save the table as CSV in UTF-8.");
    const char *const remedy = "Save the table in UTF-8, or choose its encoding.";
    row("odd byte in UTF-16", "\xff\xfe" + wide(plain, 2, false) + "x", "",
        qPrintable(QString("t.csv, line 4: The text ends in the middle of a character. ") + remedy));
    row("half a surrogate pair", QByteArray("\xff\xfe\x61\x00\x0a\x00\x00\xd8\x61\x00", 10), "",
        qPrintable(QString("t.csv, line 2: This is not valid UTF-16. ") + remedy));
    row("half a surrogate pair at the end", QByteArray("\xff\xfe\x00\xd8", 4), "",
        qPrintable(QString("t.csv, line 1: This is not valid UTF-16. ") + remedy));
    row("beyond Unicode", QByteArray("\xff\xfe\0\0\0\0\x11\0", 8), "", qPrintable(QString("t.csv, line 1: This is not valid UTF-32. ") + remedy));
    row("Latin-1 behind UTF-8's mark", "\xef\xbb\xbf" "a\nb\xf6\n", "", qPrintable(QString("t.csv, line 2: This is not valid UTF-8. ") + remedy));
    row("asked for UTF-8", "a\nb\n\xf6", "utf-8", qPrintable(QString("t.csv, line 3: This is not valid UTF-8. ") + remedy));
    row("asked for UTF-16", "abc", "utf-16le", qPrintable(QString("t.csv, line 1: The text ends in the middle of a character. ") + remedy));
    row("asked for what nobody knows", plain, "ebcdic",
        "t.csv: The encoding ebcdic is not known. Choose one of utf-8, utf-16le, utf-16be, latin-1, windows-1252.");
    QTest::newRow("part of what is no archive") << plain << "a.csv" << ""
                                                << "t.csv: The file is no archive and has no part named \"a.csv\". Name the file alone.";
}

void TestFileContents::complains()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, member);
    QFETCH(QString, encoding);
    QFETCH(QString, sentence);
    QCOMPARE(fault_of([&] { open(bytes, {.member = member.toStdString(), .encoding = encoding.toStdString()}); }), sentence);
}

void TestFileContents::complains_about_files()
{
    NoProgress progress;
    const auto fault = [&](const QString &file) { return fault_of([&] { open_file_contents(file.toStdString(), {}, progress, {}); }); };
    QCOMPARE(fault("/no/such/file.csv"), QString("/no/such/file.csv: There is no such file. Check its name and folder."));
    QCOMPARE(fault(folder_.path()), folder_.path() + ": This is a folder, not a file. Name a file inside it.");
}

void TestFileContents::every_cut_and_flip_of_gzip_is_noticed()
{
    const QByteArray whole = compressed("gzip", "a,b\n1,x\n2,y\n3,z\n1,x\n2,y\n3,z\n");
    for (qsizetype size = 3; size < whole.size(); ++size)
        QVERIFY2(fault_of([&] { open(whole.left(size)); }).contains("damaged or incomplete"), qPrintable(QString::number(size)));
    const std::string text(open(whole).text());
    for (qsizetype at = 10; at < whole.size(); ++at) { // behind the header
        QByteArray flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        std::string got;
        const QString fault = fault_of([&] { got = open(flipped).text(); });
        // Bits between the last code and the sum mean nothing.
        QVERIFY2(fault.contains("damaged or incomplete") || got == text, qPrintable(QString("byte %1: %2").arg(at).arg(fault)));
    }
}

void TestFileContents::refuses_what_memory_cannot_hold()
{
    QVERIFY(available_memory() > 1'000'000);
    QVERIFY(available_memory() < std::numeric_limits<std::size_t>::max());
    const QByteArray zeros(5'000'000, '1');
    FileContentsOptions options;
    options.memory = 1'000'000;
    const QRegularExpression sentence("^t\\.csv: The table takes at least [1-5](\\.[0-9])? MB of memory, and 1 MB are free\\. Close other programs, or "
                                      "choose a smaller table\\.$");
    for (const char *filter : {"gzip", "zstd", "xz", "bzip2"}) {
        const QString fault = fault_of([&] { open(compressed(filter, zeros), options); });
        QVERIFY2(sentence.match(fault).hasMatch(), qPrintable(fault));
    }
    QCOMPARE(fault_of([&] { open(packed("zip", "none", {{"a.csv", zeros}}), options); }),
             QString("t.csv: The table takes at least 5 MB of memory, and 1 MB are free. Close other programs, or choose a smaller table."));
    QCOMPARE(open(zeros, options).text().size(), std::size_t{5'000'000}); // which is but mapped
}

/// What unpacks to a thousand times its size is refused before much of it is unpacked, whatever memory there is.
void TestFileContents::refusesABomb()
{
    const QByteArray much(400'000'000, '1');
    const QByteArray bomb = compressed("gzip", much);
    QVERIFY(bomb.size() < 1'000'000);
    const QString fault = fault_of([&] { open(bomb, {}); });
    QVERIFY2(fault.startsWith("t.csv: The file unpacks to more than 200 times its size") && fault.count('\n') == 0, qPrintable(fault));
    QVERIFY(open(compressed("gzip", much.first(90'000'000)), {}).text().size() == 90'000'000); // which nobody is harmed by
}

void TestFileContents::pipes()
{
    const QString path = folder_.filePath("pipe");
    QCOMPARE(mkfifo(path.toUtf8().constData(), 0600), 0);
    for (const QByteArray &bytes : {plain, compressed("gzip", QByteArray(3'000'000, 'x')), QByteArray()}) {
        std::jthread writer([&] {
            std::ofstream out(path.toStdString(), std::ios::binary);
            out << bytes.left(5).toStdString() << std::flush;
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            out << bytes.mid(5).toStdString();
        });
        NoProgress progress;
        const FileContents contents = open_file_contents(path.toStdString(), {}, progress, {});
        writer.join();
        QCOMPARE(contents.sha256({}), sha256({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
        QCOMPARE(contents.text().size(), std::size_t(bytes == plain ? plain.size() : bytes.isEmpty() ? 0 : 3'000'000));
    }
    NoProgress progress;
    QVERIFY(open_file_contents("/proc/self/status", {}, progress, {}).text().starts_with("Name:"));

    std::stop_source source; // while somebody holds the pipe open and writes nothing
    std::jthread writer([&] {
        const std::ofstream out(path.toStdString(), std::ios::binary);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        source.request_stop();
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
    });
    QVERIFY_THROWS_EXCEPTION(Cancelled, open_file_contents(path.toStdString(), {}, progress, source.get_token()));
}

void TestFileContents::moves()
{
    for (const QByteArray &bytes : {QByteArray("a\n1\n"), QByteArray("\xf6\n1\n"), compressed("gzip", "a\n1\n")}) {
        FileContents first = open(bytes);
        const std::string before(first.text());
        const std::string_view view = first.text();
        const FileContents second = std::move(first);
        QCOMPARE(view.data(), second.text().data());
        QCOMPARE(std::string(second.text()), before);
    }
}

void TestFileContents::empty_files()
{
    for (const char *filter : {"gzip", "zstd", "xz", "bzip2"}) {
        const FileContents contents = open(compressed(filter, ""));
        QVERIFY(contents.text().empty());
        QCOMPARE(contents.compression, std::string(filter));
    }
}

void TestFileContents::hashes()
{
    QCOMPARE(open("").sha256({}), sha256(""));
    const QByteArray bytes = "\xff\xfe" + wide(plain, 2, false); // as stored, not as text
    QCOMPARE(open(bytes).sha256({}), sha256({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, open(plain).sha256(source.get_token()));
}

void TestFileContents::stops()
{
    const QString path = folder_.filePath("stops.gz");
    write_file(path, compressed("gzip", QByteArray(5'000'000, 'x')));
    std::stop_source source;
    struct StopsLater : Progress {
        std::stop_source *source = nullptr;
        void report(const Message &, double) override { source->request_stop(); }
    } progress;
    progress.source = &source;
    QVERIFY_THROWS_EXCEPTION(Cancelled, open_file_contents(path.toStdString(), {}, progress, source.get_token()));
}

void TestFileContents::formats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("format");
    const auto row = [](const char *name, QByteArray bytes, TableFormat format) { QTest::newRow(name) << bytes << static_cast<int>(format); };
    row("nothing", "", TableFormat::delimited);
    row("CSV", plain, TableFormat::delimited);
    row("SQLite", QByteArray("SQLite format 3\0more", 20), TableFormat::sqlite);
    row("a text about SQLite", "SQLite format 3 is a format\n", TableFormat::delimited);
    row("ARFF", "@relation r\n", TableFormat::arff);
    row("ARFF behind comments", "% c\n%\r\n\n  % d\n @RELATION 'r'\n", TableFormat::arff);
    row("ARFF without relation", "@Attribute\ta numeric\n", TableFormat::arff);
    row("comments alone", "% c\n1,2\n", TableFormat::delimited);
    row("other words", "@relations,b\n1,2\n", TableFormat::delimited);
    row("JSON lines", "{\"a\": 1}\n{\"a\": 2}\n", TableFormat::json_lines);
    row("JSON lines with a mistake", "{\"a\": 1,}\n", TableFormat::json_lines);
    row("JSON array", " [\n  {\"a\": 1},\n", TableFormat::json_lines);
    row("JSON array on one line", "[{\"a\": 1}, {\"a\": 2}]", TableFormat::json_lines);
    row("JSON arrays", "[1, \"x\"]\n[2, \"y\"]\n", TableFormat::json_lines);
    row("JSON array over several lines", "[\n  [1,\n   2],\n", TableFormat::json_lines);
    row("JSON cut off in a key", "{\"a long ke", TableFormat::json_lines);
    row("JSON cut off in an array", "[1, 2, \"x", TableFormat::json_lines);
    row("braces in CSV", "{a},b\n1,2\n", TableFormat::delimited);
    row("quoted braces in CSV", "{\"a\"},b\n1,2\n", TableFormat::delimited);
    row("brackets in CSV", "[a],[b]\n1,2\n", TableFormat::delimited);
    row("numbers in brackets in CSV", "[1],[2]\n1,2\n", TableFormat::delimited);
}

void TestFileContents::formats()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, format);
    QCOMPARE(static_cast<int>(detect_format({bytes.constData(), static_cast<std::size_t>(bytes.size())})), format);
    const FileContents contents = open(bytes);
    QCOMPARE(static_cast<int>(contents.format), format);
    QCOMPARE(contents.text().empty(), bytes.isEmpty() || contents.format == TableFormat::sqlite);
    if (contents.format != TableFormat::sqlite && !bytes.isEmpty())
        QCOMPARE(static_cast<int>(open("\xff\xfe" + wide(bytes, 2, false)).format), format);
}

void TestFileContents::splits_parts()
{
    const QString zip = folder_.filePath("p.zip");
    const QString odd = folder_.filePath("a:b.csv");
    write_file(zip, "x");
    write_file(odd, "x");
    const auto split = [](const QString &text) {
        const PathAndPart parts = split_part(text.toStdString());
        return QString::fromStdString(parts.file.string() + " + " + parts.part);
    };
    QCOMPARE(split(zip), zip + " + ");
    QCOMPARE(split(zip + ":in/a.csv"), zip + " + in/a.csv");
    QCOMPARE(split(zip + ":SELECT 'a:b'"), zip + " + SELECT 'a:b'");
    QCOMPARE(split(odd), odd + " + ");
    QCOMPARE(split(odd + ":x"), odd + " + x");
    QCOMPARE(split("no/such.zip:a.csv"), QString("no/such.zip:a.csv + "));
    QCOMPARE(split(folder_.path() + ":a.csv"), folder_.path() + ":a.csv + ");
    QCOMPARE(split(":a"), QString(":a + "));
    QCOMPARE(split("sample:hiring"), QString("sample:hiring + "));
}

void TestFileContents::utf8_data()
{
    QTest::addColumn<QByteArray>("bad"); ///< no valid UTF-8 from its first byte on
    QTest::newRow("lone byte behind") << QByteArray("\x80");
    QTest::newRow("overlong, two bytes") << QByteArray("\xc0\xaf");
    QTest::newRow("overlong, three bytes") << QByteArray("\xe0\x9f\x80");
    QTest::newRow("overlong, four bytes") << QByteArray("\xf0\x8f\x80\x80");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("no lead") << QByteArray("\xff");
    QTest::newRow("cut off after one") << QByteArray("\xe2");
    QTest::newRow("cut off after two") << QByteArray("\xe2\x82");
    QTest::newRow("cut off by ASCII") << QByteArray("\xe2\x82x");
}

void TestFileContents::utf8()
{
    QFETCH(QByteArray, bad);
    for (int before = 0; before < 70; ++before) { // whatever the position in a block of 32
        for (const QByteArray &letter : {QByteArray("a"), QByteArray("é"), QByteArray("€"), QByteArray("😀")}) {
            const QByteArray good = letter.repeated(before);
            QCOMPARE(valid_utf8({good.constData(), static_cast<std::size_t>(good.size())}), static_cast<std::size_t>(good.size()));
            const QByteArray text = good + bad;
            QCOMPARE(valid_utf8({text.constData(), static_cast<std::size_t>(text.size())}), static_cast<std::size_t>(good.size()));
        }
    }
}

void TestFileContents::check_sum()
{
    QCOMPARE(crc32(""), 0U);
    QCOMPARE(crc32("123456789"), 0xcbf43926U); // the check value of CRC-32
    QCOMPARE(crc32("12345678"), 0x9ae0daafU);
}

void TestFileContents::speed()
{
    QByteArray line = "39, State-gov, 77516, Bachelors, 13, Never-married, Adm-clerical, Not-in-family, White, Male, 2174, 0, 40, United-States\n";
    const QByteArray text = line.repeated(100'000'000 / line.size());
    open(text);
    NoProgress progress;
    QElapsedTimer timer;
    timer.start();
    const FileContents contents = open_file_contents(folder_.filePath("t.csv").toStdString(), {}, progress, {});
    const qint64 opened = timer.restart();
    QCOMPARE(contents.text().size(), static_cast<std::size_t>(text.size()));
    const std::string hash = contents.sha256({});
    const qint64 hashed = timer.restart();
    QCOMPARE(valid_utf8(contents.text()), contents.text().size());
    qInfo("100 MB: opened in %lld ms, hashed in %lld ms, UTF-8 judged in %lld ms", static_cast<long long>(opened),
          static_cast<long long>(hashed), static_cast<long long>(timer.elapsed()));
    QVERIFY(opened < 2000); // under 50 on the machine it was written on
    QCOMPARE(hash.size(), std::size_t{64});
}

QTEST_GUILESS_MAIN(TestFileContents)
#include "test_file_contents.moc"
