#include "core/downstream/pictures/picture_descriptor.h"

#include "core/base/random.h"
#include "core/data/picture_set.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>

using namespace fairloom;

namespace {

using Paint = std::function<std::array<int, 3>(int x, int y)>;

std::vector<float> describe(int width, int height, const Paint &paint)
{
    std::vector<std::uint8_t> pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : paint(x, y))
                pixels.push_back(static_cast<std::uint8_t>(value));
    const PictureDescriptor descriptor(width, height);
    std::vector<float> out(descriptor.size(), NAN);
    descriptor.describe(pixels, out);
    return out;
}

constexpr std::size_t colours = 48;

std::size_t gradients(const std::vector<float> &description) { return description.size() - colours; }

} // namespace

class TestPictureDescriptor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void size_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("blocks");
        QTest::newRow("28") << 28 << 28 << 9;
        QTest::newRow("32") << 32 << 32 << 9;
        QTest::newRow("48") << 48 << 48 << 25;
        QTest::newRow("64, no finer than 48") << 64 << 64 << 25;
        QTest::newRow("two cells at least") << 5 << 64 << 5;
    }
    void size()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, blocks);
        const PictureDescriptor descriptor(width, height);
        QCOMPARE(descriptor.size(), static_cast<std::size_t>(blocks * 36) + colours);
        const std::vector<std::string> names = descriptor.names("picture");
        QCOMPARE(std::set<std::string>(names.begin(), names.end()).size(), descriptor.size());
    }

    void flat_pictures_have_colour_only()
    {
        const std::vector<float> d = describe(32, 32, [](int, int) { return std::array{255, 128, 0}; });
        for (std::size_t i = 0; i < gradients(d); ++i)
            QCOMPARE(d[i], 0.0f);
        for (std::size_t i = gradients(d); i < d.size(); i += 3) {
            QCOMPARE(d[i], 1.0f);
            QCOMPARE(d[i + 1], 0.5f);
            QCOMPARE(d[i + 2], 0.0f);
        }
    }

    /// Bins are 20 degrees wide; a gradient and its opposite are the same.
    void orientation_data()
    {
        QTest::addColumn<int>("right");
        QTest::addColumn<int>("down");
        QTest::addColumn<int>("bin");
        QTest::newRow("down: 90 degrees, the middle of bin 4") << 0 << 7 << 4;
        QTest::newRow("up is the same without sign") << 0 << -7 << 4;
        QTest::newRow("right and down: 45 degrees, bins 1 and 2") << 4 << 4 << 2;
        QTest::newRow("right and up: 135 degrees, bins 6 and 7") << 4 << -4 << 6;
    }
    void orientation()
    {
        QFETCH(int, right);
        QFETCH(int, down);
        QFETCH(int, bin);
        const std::vector<float> d = describe(32, 32, [&](int x, int y) {
            const int grey = 128 + right * (x - 16) / 2 + down * (y - 16) / 2;
            return std::array{grey, grey, grey};
        });
        for (std::size_t cell = 0; cell < gradients(d); cell += 9) {
            const auto largest = std::max_element(d.begin() + static_cast<std::ptrdiff_t>(cell), d.begin() + static_cast<std::ptrdiff_t>(cell + 9));
            QCOMPARE(static_cast<int>(largest - d.begin() - static_cast<std::ptrdiff_t>(cell)), bin);
        }
    }

    void edges_of_one_channel_count()
    {
        for (int channel = 0; channel < 3; ++channel) {
            const std::vector<float> d = describe(32, 32, [&](int x, int) {
                std::array out{90, 90, 90};
                out[static_cast<std::size_t>(channel)] = x < 16 ? 20 : 200;
                return out;
            });
            QVERIFY(*std::max_element(d.begin(), d.begin() + static_cast<std::ptrdiff_t>(gradients(d))) > 0.2f);
        }
    }

    void blocks_are_normed_and_light_does_not_matter()
    {
        Random random(3);
        std::vector<int> grey(32 * 32);
        for (int &g : grey)
            g = static_cast<int>(random.below(100));
        const auto at = [&](int factor) {
            return describe(32, 32, [&grey, factor](int x, int y) {
                const int g = factor * grey[static_cast<std::size_t>(32 * y + x)];
                return std::array{g, g, g};
            });
        };
        const std::vector<float> dark = at(1), bright = at(2);
        for (std::size_t block = 0; block < gradients(dark); block += 36) {
            float squares = 0;
            for (std::size_t i = block; i < block + 36; ++i) {
                squares += dark[i] * dark[i];
                QVERIFY(std::abs(dark[i] - bright[i]) <= 1 / 64.0f);
            }
            QVERIFY2(std::abs(squares - 1) < 0.1f, qPrintable(QString::number(squares)));
        }
    }
};

QTEST_GUILESS_MAIN(TestPictureDescriptor)
#include "test_picture_descriptor.moc"
