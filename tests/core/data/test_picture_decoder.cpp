#include "core/data/pictures/picture_decoder.h"
#include "core/data/pictures/picture_header.h"
#include "core/data/readers/crc32.h"
#include "picture_support.h"

#include <gif_lib.h>

#include <QtEndian>
#include <QtTest>

#include <array>

using namespace fairloom;
using namespace fairloom::test;

namespace {

constexpr int size = 32;

struct Decoded {
    QString why; ///< empty = it could be
    std::vector<std::uint8_t> pixels;
};

Decoded decode(const QByteArray &bytes, int edge = size)
{
    Decoded out;
    out.pixels.assign(static_cast<std::size_t>(edge * edge * 3), 99);
    out.why = QString::fromStdString(decode_picture({bytes.constData(), static_cast<std::size_t>(bytes.size())}, edge, out.pixels).english());
    return out;
}

QByteArray big(quint32 value)
{
    QByteArray out(4, '\0');
    qToBigEndian(value, out.data());
    return out;
}

QByteArray little(quint32 value)
{
    QByteArray out(4, '\0');
    qToLittleEndian(value, out.data());
    return out;
}

QByteArray png_chunk(const QByteArray &type, const QByteArray &body)
{
    const QByteArray summed = type + body;
    return big(quint32(body.size())) + summed + big(crc32({summed.constData(), static_cast<std::size_t>(summed.size())}));
}

/// A PNG file that announces any size and has no pixels.
QByteArray png_header(quint32 width, quint32 height)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + png_chunk("IHDR", big(width) + big(height) + QByteArray("\x08\x02\0\0\0", 5)) +
           png_chunk("IDAT", QByteArray("\x78\x9c\x03\0\0\0\0\x01", 8)) + png_chunk("IEND", "");
}

/// A chunk of a WebP file.
QByteArray webp_chunk(const QByteArray &type, QByteArray body)
{
    const quint32 bytes = quint32(body.size());
    if (bytes % 2 == 1)
        body += '\0';
    return type + little(bytes) + body;
}

QByteArray lossless_webp(const cv::Mat &picture)
{
    std::vector<std::uint8_t> bytes;
    cv::imencode(".webp", picture, bytes, {cv::IMWRITE_WEBP_QUALITY, 101}); // more than 100 = lossless
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

QByteArray webp(const QByteArray &chunks)
{
    return "RIFF" + little(quint32(chunks.size() + 4)) + "WEBP" + chunks;
}

/// The beginning of a lossless picture: its signature and its size.
QByteArray lossless(quint32 width, quint32 height)
{
    return webp_chunk("VP8L", "/" + little((width - 1) | (height - 1) << 14) + QByteArray(20, '\x55'));
}

/// What an extended file begins with.
QByteArray canvas(quint32 width, quint32 height)
{
    return webp_chunk("VP8X", QByteArray(4, '\0') + little(width - 1).left(3) + little(height - 1).left(3));
}

/// An animation of 64 x 64 pixels: each a lossless picture of that size.
QByteArray animated_webp(const std::vector<cv::Mat> &frames)
{
    const QByteArray extent = little(63).left(3) + little(63).left(3);
    QByteArray chunks = webp_chunk("VP8X", little(2) + extent) + webp_chunk("ANIM", QByteArray(6, '\0'));
    for (const cv::Mat &frame : frames)
        chunks += webp_chunk("ANMF", QByteArray(6, '\0') + extent + little(100).left(3) + QByteArray(1, '\0') + lossless_webp(frame).mid(12));
    return webp(chunks);
}

/// A TIFF of entries {tag, type, value}, each of one value that fills its four bytes as it stands, and no pixels.
QByteArray tiff(const std::vector<std::array<quint32, 3>> &entries)
{
    QByteArray out = QByteArray("II*\0\x08\0\0\0", 8) + little(quint32(entries.size())).left(2);
    for (const auto &[tag, type, value] : entries)
        out += little(tag).left(2) + little(type).left(2) + little(1) + little(value);
    return out + little(0);
}

/// EXIF data with nothing but an orientation.
QByteArray exif(int orientation, bool big_endian)
{
    QByteArray out = big_endian ? QByteArray("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 26)
                                : QByteArray("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0", 26);
    out[big_endian ? 19 : 18] = char(orientation);
    return out;
}

QByteArray jpeg_with_exif(const QByteArray &jpeg, const QByteArray &tiff)
{
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray segment("\xff\xe1", 2);
    segment += char((body.size() + 2) >> 8);
    segment += char((body.size() + 2) & 255);
    return jpeg.left(2) + segment + body + jpeg.mid(2);
}

int append(GifFileType *file, const GifByteType *bytes, int count)
{
    static_cast<QByteArray *>(file->UserData)->append(reinterpret_cast<const char *>(bytes), count);
    return count;
}

/// 16 x 16 pixels, two frames. First: red above, below left what colour 2 says, below right green; second: all blue.
QByteArray animated_gif(bool interlaced, bool transparent, bool local_colours)
{
    QByteArray out;
    int error = 0;
    GifFileType *const file = EGifOpen(&out, append, &error);
    EGifSetGifVersion(file, true);
    const GifColorType colours[4] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 0}, {0, 0, 255}};
    ColorMapObject *const map = GifMakeMapObject(4, colours);
    EGifPutScreenDesc(file, 16, 16, 8, 0, local_colours ? nullptr : map);
    for (int frame = 0; frame < 2; ++frame) {
        GraphicsControlBlock control{};
        control.TransparentColor = transparent ? 2 : NO_TRANSPARENT_COLOR;
        GifByteType block[4];
        EGifGCBToExtension(&control, block);
        EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, 4, block);
        EGifPutImageDesc(file, 0, 0, 16, 16, interlaced, local_colours ? map : nullptr);
        const auto put_row = [&](int y) {
            GifPixelType line[16];
            for (int x = 0; x < 16; ++x)
                line[x] = GifPixelType(frame == 1 ? 3 : y < 8 ? 0 : x < 8 ? 2 : 1);
            EGifPutLine(file, line, 16);
        };
        if (interlaced) {
            for (const auto &[first, step] : {std::pair(0, 8), std::pair(4, 8), std::pair(2, 4), std::pair(1, 2)})
                for (int y = first; y < 16; y += step)
                    put_row(y);
        } else {
            for (int y = 0; y < 16; ++y)
                put_row(y);
        }
    }
    GifFreeMapObject(map);
    EGifCloseFile(file, &error);
    return out;
}

} // namespace

class TestPictureDecoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formats_data();
    void formats();
    void middle_is_cut_out();
    void grey();
    void alpha_lies_over_white();
    void sixteen_bits_are_scaled();
    void cmyk();
    void orientation_data();
    void orientation();
    void first_frame_of_gif_data();
    void first_frame_of_gif();
    void first_frame_of_webp();
    void shrinks_without_blur_or_noise();
    void enlarges();
    void refused_data();
    void refused();
    void cut_short_data();
    void cut_short();
    void damaged_bytes_never_crash();
    void headers_data();
    void headers();
    void size_that_decoders_take_data();
    void size_that_decoders_take();
};

void TestPictureDecoder::formats_data()
{
    QTest::addColumn<QByteArray>("extension");
    for (const char *extension : {".jpg", ".png", ".bmp", ".tif", ".webp"})
        QTest::newRow(extension) << QByteArray(extension);
}

void TestPictureDecoder::formats()
{
    QFETCH(QByteArray, extension);
    const Decoded out = decode(encoded(quadrants(), extension));
    QCOMPARE(out.why, QString());
    QCOMPARE(corners(out.pixels, size), QString("RGBW"));
}

void TestPictureDecoder::middle_is_cut_out()
{
    cv::Mat wide(64, 192, CV_8UC3, cv::Scalar::all(0));
    quadrants().copyTo(wide(cv::Rect(64, 0, 64, 64)));
    QCOMPARE(corners(decode(encoded(wide, ".png")).pixels, size), QString("RGBW"));
    cv::Mat high(192, 64, CV_8UC3, cv::Scalar::all(0));
    quadrants().copyTo(high(cv::Rect(0, 64, 64, 64)));
    QCOMPARE(corners(decode(encoded(high, ".png")).pixels, size), QString("RGBW"));
}

void TestPictureDecoder::grey()
{
    for (const char *extension : {".png", ".jpg"}) {
        const Decoded out = decode(encoded(cv::Mat(40, 40, CV_8UC1, cv::Scalar(77)), extension));
        QCOMPARE(out.why, QString());
        for (const std::uint8_t value : out.pixels)
            QVERIFY(std::abs(value - 77) <= 1);
    }
}

void TestPictureDecoder::alpha_lies_over_white()
{
    cv::Mat picture(40, 40, CV_8UC4, cv::Scalar(0, 0, 0, 255)); // black
    picture(cv::Rect(0, 0, 20, 40)).setTo(cv::Scalar(0, 0, 255, 0)); // red that cannot be seen
    picture(cv::Rect(20, 20, 20, 20)).setTo(cv::Scalar(0, 0, 0, 128)); // half
    for (const QByteArray &bytes : {encoded(picture, ".png"), lossless_webp(picture)}) {
        const Decoded out = decode(bytes, 40);
        QCOMPARE(colour_at(out.pixels, 40, 5, 5), QString("W"));
        QCOMPARE(colour_at(out.pixels, 40, 35, 5), QString("K"));
        QCOMPARE(colour_at(out.pixels, 40, 35, 35), QString("(127 127 127)"));
    }
}

void TestPictureDecoder::sixteen_bits_are_scaled()
{
    const cv::Mat picture(40, 40, CV_16UC3, cv::Scalar(65535, 511, 32768)); // BGR; the upper byte of 511 is 1
    const Decoded out = decode(encoded(picture, ".png"));
    QCOMPARE(out.why, QString());
    QCOMPARE(int(out.pixels[0]), 128);
    QCOMPARE(int(out.pixels[1]), 2);
    QCOMPARE(int(out.pixels[2]), 255);
    QVERIFY(!decode(encoded(cv::Mat(40, 40, CV_32FC3, cv::Scalar(0.5, 0.5, 0.5)), ".tif")).why.isEmpty());
}

void TestPictureDecoder::cmyk()
{
    QFile file(QStringLiteral(FAIRLOOM_SOURCE_DIR "/tests/data/pictures/cmyk.jpg")); // 16 x 16: red left, blue right
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Decoded out = decode(file.readAll());
    QCOMPARE(out.why, QString());
    QCOMPARE(corners(out.pixels, size), QString("RBRB"));
}

void TestPictureDecoder::orientation_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QString>("expected");
    // what quadrants() looks like once its first row is where EXIF says that it is
    const char *const expected[] = {"RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
    for (int i = 1; i <= 8; ++i)
        QTest::addRow("%d", i) << i << QString(expected[i - 1]);
    QTest::addRow("no such") << 9 << QString("RGBW");
}

void TestPictureDecoder::orientation()
{
    QFETCH(int, orientation);
    QFETCH(QString, expected);
    for (const bool big_endian : {false, true}) {
        const QByteArray tiff = exif(orientation, big_endian);
        const Decoded jpeg = decode(jpeg_with_exif(encoded(quadrants(), ".jpg"), tiff));
        QCOMPARE(jpeg.why, QString());
        QCOMPARE(corners(jpeg.pixels, size), expected);
        // large enough to be decoded at a part of its size
        QCOMPARE(corners(decode(jpeg_with_exif(encoded(quadrants(640, 640), ".jpg"), tiff)).pixels, size), expected);
        const QByteArray png = encoded(quadrants(), ".png");
        const Decoded turned = decode(png.left(33) + png_chunk("eXIf", tiff) + png.mid(33));
        QCOMPARE(turned.why, QString());
        QCOMPARE(corners(turned.pixels, size), expected);
    }
}

void TestPictureDecoder::first_frame_of_gif_data()
{
    QTest::addColumn<bool>("interlaced");
    QTest::addColumn<bool>("transparent");
    QTest::addColumn<bool>("local_colours");
    for (const bool interlaced : {false, true})
        for (const bool transparent : {false, true})
            for (const bool local : {false, true})
                QTest::addRow("%d%d%d", interlaced, transparent, local) << interlaced << transparent << local;
}

void TestPictureDecoder::first_frame_of_gif()
{
    QFETCH(bool, interlaced);
    QFETCH(bool, transparent);
    QFETCH(bool, local_colours);
    const Decoded out = decode(animated_gif(interlaced, transparent, local_colours));
    QCOMPARE(out.why, QString());
    QCOMPARE(corners(out.pixels, size), transparent ? QString("RRWG") : QString("RRKG"));
}

void TestPictureDecoder::first_frame_of_webp()
{
    const cv::Mat blue(64, 64, CV_8UC3, cv::Scalar(255, 0, 0));
    const Decoded out = decode(animated_webp({quadrants(), blue}));
    QCOMPARE(out.why, QString());
    QCOMPARE(corners(out.pixels, size), QString("RGBW"));
}

void TestPictureDecoder::shrinks_without_blur_or_noise()
{
    // Stripes of 16 pixels become stripes of 2: still black and white where a blur would leave grey.
    cv::Mat stripes(256, 256, CV_8UC3, cv::Scalar::all(0));
    for (int x = 0; x < 256; x += 32)
        stripes(cv::Rect(x, 0, 16, 256)).setTo(cv::Scalar::all(255));
    for (const char *extension : {".png", ".jpg"}) {
        const Decoded out = decode(encoded(stripes, extension));
        for (int x = 0; x < size; ++x)
            QCOMPARE(colour_at(out.pixels, size, x, 16), x % 4 < 2 ? QString("W") : QString("K"));
    }
    // Stripes of one pixel become grey and not a pattern of their own.
    cv::Mat fine(256, 256, CV_8UC3, cv::Scalar::all(0));
    for (int x = 0; x < 256; x += 2)
        fine(cv::Rect(x, 0, 1, 256)).setTo(cv::Scalar::all(255));
    for (const std::uint8_t value : decode(encoded(fine, ".png")).pixels)
        QVERIFY(value >= 126 && value <= 129);
}

void TestPictureDecoder::enlarges()
{
    const Decoded out = decode(encoded(quadrants(4, 4), ".png"), 64);
    QCOMPARE(out.why, QString());
    QCOMPARE(corners(out.pixels, 64), QString("RGBW"));
}

void TestPictureDecoder::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << "the file is empty";
    QTest::newRow("text") << QByteArray("this is no picture\n") << "the content is not a picture";
    QTest::newRow("huge PNG") << png_header(30000, 30000) << "30,000 x 30,000 pixels are more than 100 million";
    QTest::newRow("more than fits a number") << png_header(0xffffffff, 0xffffffff) << "4,294,967,295 x 4,294,967,295 pixels are more than 100 million";
    QTest::newRow("no width") << png_header(0, 10) << "the picture is damaged";
    QTest::newRow("no pixels") << png_header(10, 10) << "the picture is damaged";
    QByteArray jpeg = encoded(quadrants(), ".jpg");
    const qsizetype frame = jpeg.indexOf("\xff\xc0");
    QVERIFY(frame > 0);
    for (int i = 0; i < 4; ++i)
        jpeg[frame + 5 + i] = char(0x75); // 30,069
    QTest::newRow("huge JPEG") << jpeg << "30,069 x 30,069 pixels are more than 100 million";
    QByteArray gif = animated_gif(false, false, false);
    gif.replace(6, 4, QByteArray("\xff\xff\xff\xff", 4));
    QTest::newRow("huge GIF") << gif << "65,535 x 65,535 pixels are more than 100 million";
    QByteArray bmp = encoded(quadrants(), ".bmp");
    bmp.replace(18, 8, QByteArray("\x30\x75\0\0\x30\x75\0\0", 8));
    QTest::newRow("huge BMP") << bmp << "30,000 x 30,000 pixels are more than 100 million";
    QTest::newRow("huge WebP") << webp(lossless(16000, 15000)) << "16,000 x 15,000 pixels are more than 100 million";
    QTest::newRow("huge TIFF") << tiff({{256, 4, 30000}, {257, 3, 20000}}) << "30,000 x 20,000 pixels are more than 100 million";
    const QString damaged = "the picture is damaged";
    // OpenCV takes a file with these letters for DICOM, whose library ends the program when the rest is something else.
    QTest::newRow("WebP that is none, with DICOM's letters") << webp(webp_chunk("VP8L", QByteArray(108, '\0') + "DICM" + QByteArray(40, '\0'))) << damaged;
    QTest::newRow("size of a TIFF elsewhere in the file") << tiff({{256, 16, 8}, {257, 16, 8}}) << damaged;
    QTest::newRow("TIFF of a huge tile") << tiff({{256, 3, 64}, {257, 3, 64}, {322, 4, 20000}, {323, 4, 20000}}) << damaged;
    QTest::newRow("TIFF of a huge strip") << tiff({{256, 3, 64}, {257, 3, 64}, {278, 4, 8'000'000}}) << damaged;
}

void TestPictureDecoder::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    QCOMPARE(decode(bytes).why, why);
}

void TestPictureDecoder::cut_short_data()
{
    QTest::addColumn<QByteArray>("bytes");
    cv::Mat noise(200, 200, CV_8UC3);
    cv::theRNG().state = 1;
    cv::randu(noise, cv::Scalar::all(0), cv::Scalar::all(255));
    for (const char *extension : {".jpg", ".png", ".bmp", ".tif", ".webp"})
        QTest::newRow(extension) << encoded(noise, extension);
    std::vector<std::uint8_t> progressive;
    cv::imencode(".jpg", noise, progressive, {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    QTest::newRow("progressive") << QByteArray(reinterpret_cast<const char *>(progressive.data()), qsizetype(progressive.size()));
    QTest::newRow("gif") << animated_gif(false, true, false);
}

void TestPictureDecoder::cut_short()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(decode(bytes).why, QString());
    for (const double share : {0.02, 0.3, 0.5, 0.9}) {
        if (bytes.startsWith("GIF") && share > 0.5) // its first frame is all that is read
            continue;
        QVERIFY2(!decode(bytes.left(qsizetype(double(bytes.size()) * share))).why.isEmpty(), qPrintable(QString::number(share)));
    }
    if (!bytes.startsWith("GIF") && !bytes.startsWith("II")) // nothing of theirs tells the end
        QVERIFY(!decode(bytes.chopped(1)).why.isEmpty());
}

void TestPictureDecoder::damaged_bytes_never_crash()
{
    std::vector<QByteArray> files = {animated_gif(true, true, true)};
    for (const char *extension : {".jpg", ".png", ".bmp", ".tif", ".webp"})
        files.push_back(encoded(quadrants(20, 20), extension));
    quint32 state = 7;
    const auto draw = [&state](quint32 below) {
        state = state * 1664525 + 1013904223;
        return (state >> 8) % below;
    };
    for (const QByteArray &file : files)
        for (int trial = 0; trial < 300; ++trial) {
            QByteArray bytes = file;
            for (int change = 0; change < 3; ++change)
                bytes[qsizetype(draw(quint32(bytes.size())))] = char(draw(256));
            const Decoded out = decode(bytes.left(qsizetype(1 + draw(quint32(bytes.size())))), 28);
            QCOMPARE(out.pixels.size(), std::size_t{28 * 28 * 3});
        }
}

void TestPictureDecoder::headers_data()
{
    QTest::addColumn<QByteArray>("extension");
    for (const char *extension : {".jpg", ".png", ".bmp", ".tif", ".webp"})
        QTest::newRow(extension) << QByteArray(extension);
}

void TestPictureDecoder::headers()
{
    QFETCH(QByteArray, extension);
    const QByteArray bytes = encoded(quadrants(70, 30), extension);
    const PictureHeader header = read_picture_header({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QCOMPARE(header.width, std::uint64_t{70});
    QCOMPARE(header.height, std::uint64_t{30});
    QVERIFY(!header.ends_early);
}

void TestPictureDecoder::size_that_decoders_take_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("width");
    // A second size, small or large, must not hide how large the picture is that will be decoded.
    QTest::newRow("WebP, lossless, then extended") << webp(lossless(16000, 15000) + canvas(3, 3)) << 16000;
    QTest::newRow("WebP, extended, then lossless") << webp(canvas(900, 3) + lossless(3, 3)) << 900;
    QTest::newRow("WebP, twice lossless") << webp(lossless(700, 3) + lossless(3, 3)) << 700;
    QTest::newRow("WebP, something else first") << webp(webp_chunk("EXIF", "x") + canvas(3, 3)) << 0;
    QByteArray jpeg = encoded(quadrants(70, 30), ".jpg");
    const qsizetype frame = jpeg.indexOf("\xff\xc0");
    QVERIFY(frame > 0);
    QByteArray other = jpeg.mid(frame, 19);
    other[8] = 3; // the lower byte of the width
    jpeg.insert(jpeg.size() - 2, other);
    QTest::newRow("JPEG, another frame behind the picture") << jpeg << 70;
    QByteArray png = png_header(40, 3);
    png.insert(png.size() - 12, png_chunk("IHDR", big(3) + big(3) + QByteArray("\x08\x02\0\0\0", 5)));
    QTest::newRow("PNG, another header behind the picture") << png << 40;
    QTest::newRow("TIFF, twice") << tiff({{256, 4, 40}, {256, 4, 3}, {257, 4, 3}}) << 40;
    QTest::newRow("TIFF, as a byte") << tiff({{256, 1, 0xffffff28}, {257, 4, 3}}) << 40;
}

void TestPictureDecoder::size_that_decoders_take()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, width);
    QCOMPARE(int(read_picture_header({bytes.constData(), static_cast<std::size_t>(bytes.size())}).width), width);
}

QTEST_APPLESS_MAIN(TestPictureDecoder)
#include "test_picture_decoder.moc"
