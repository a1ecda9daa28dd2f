#include "core/base/random.h"
#include "core/metrics/distance_kernel.h"
#include "core/metrics/neighbours.h"
#include "core/metrics/one_hot_rows.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

using namespace fairloom;

namespace {

/// Numbers first, then categories of these sizes, some values missing.
Matrix rows_of(std::size_t n, std::size_t numbers, const std::vector<std::size_t> &sizes, std::uint64_t seed, double missing = 0)
{
    std::size_t columns = numbers;
    for (const std::size_t size : sizes)
        columns += size;
    Matrix out(n, columns);
    Random random(seed, "one-hot rows");
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t at = 0;
        for (; at < numbers; ++at)
            out.row(i)[at] = random.below(3) == 0 ? 0.25f : static_cast<float>(random.uniform() * 6 - 3);
        for (const std::size_t size : sizes) {
            if (random.uniform() >= missing)
                out.row(i)[at + random.below(random.below(size) + 1)] = 1;
            at += size;
        }
    }
    return out;
}

const std::vector<std::size_t> adult_like{8, 16, 7, 14, 6, 5, 2, 41, 2};

double plain(const Matrix &a, std::size_t i, const Matrix &b, std::size_t j) { return plain_squared_distance(a.row(i).data(), b.row(j).data(), a.columns); }

} // namespace

class TestOneHotRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWorthwhile_data();
    void isWorthwhile();
    void everyKernelKeepsItsErrorBound_data();
    void everyKernelKeepsItsErrorBound();
    void nearestRowsAreThoseOfAPlainSearch_data();
    void nearestRowsAreThoseOfAPlainSearch();
};

void TestOneHotRows::isWorthwhile_data()
{
    QTest::addColumn<int>("numbers");
    QTest::addColumn<QList<int>>("sizes");
    QTest::addColumn<bool>("worthwhile");
    QTest::addColumn<int>("bytes");
    QTest::newRow("as Adult has them") << 7 << QList<int>{8, 16, 7, 14, 6, 5, 2, 41, 2} << true << 9;
    QTest::newRow("categories alone") << 0 << QList<int>{30, 30} << true << 2;
    QTest::newRow("more values than a byte tells apart") << 1 << QList<int>{600} << true << 3;
    QTest::newRow("mostly numbers") << 60 << QList<int>{5, 5} << false << 0;
    QTest::newRow("numbers alone") << 40 << QList<int>{} << false << 0;
    QTest::newRow("too few columns") << 1 << QList<int>{2, 3} << false << 0;
}

void TestOneHotRows::isWorthwhile()
{
    QFETCH(int, numbers);
    QFETCH(QList<int>, sizes);
    const Matrix rows = rows_of(3000, static_cast<std::size_t>(numbers), std::vector<std::size_t>(sizes.begin(), sizes.end()), 1);
    const OneHotRows packed(rows, 3072, 0);
    QTEST(packed.worthwhile(), "worthwhile");
    QTEST(static_cast<int>(packed.bytes()), "bytes");
    if (packed.worthwhile())
        QCOMPARE(static_cast<int>(packed.numbers()), numbers);
}

void TestOneHotRows::everyKernelKeepsItsErrorBound_data()
{
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("numbers");
    for (std::size_t k = 0; k < distance_kernel_count(); ++k)
        for (const int numbers : {0, 1, 7})
            QTest::addRow("kernel %d, %d numbers", static_cast<int>(k), numbers) << static_cast<int>(k) << numbers;
}

void TestOneHotRows::everyKernelKeepsItsErrorBound()
{
    QFETCH(int, kernel);
    QFETCH(int, numbers);
    const auto p = static_cast<std::size_t>(numbers);
    Matrix a = rows_of(99, p, adult_like, 5, 0.2);
    const Matrix b = rows_of(500, p, adult_like, 6, 0.2);
    const PackedRows packed_b(b, static_cast<std::size_t>(kernel));
    QVERIFY(packed_b.one_hot().worthwhile());
    for (const bool fits : {true, false}) {
        if (!fits) { // two values of one category, and one that is no indicator: then the product is taken
            a.row(2)[p + 8] = a.row(2)[p + 9] = 1;
            a.row(50)[p] = 0.5f;
        }
        std::vector<float> taken_numbers(p), ones(1);
        std::vector<std::uint8_t> bytes(packed_b.one_hot().bytes());
        QCOMPARE(packed_b.one_hot().take(a.row(50), taken_numbers.data(), bytes.data(), ones.data()), fits);
        const PackedRows packed_a(a);
        DistanceBlock block(packed_b);
        for (const std::size_t begin : {std::size_t{0}, DistanceBlock::block_rows}) {
            const std::size_t count = std::min(DistanceBlock::block_rows, a.rows - begin);
            block.set_rows(a, packed_a, begin, count);
            for (std::size_t first = 0; first < b.rows; first += DistanceBlock::block_columns) {
                block.compute(first);
                for (std::size_t i = 0; i < count; ++i)
                    for (std::size_t j = first; j < std::min(b.rows, first + DistanceBlock::block_columns); ++j)
                        QVERIFY(std::abs(static_cast<double>(block.row(i)[j - first]) - plain(a, begin + i, b, j)) <= block.error(i));
            }
        }
    }
}

void TestOneHotRows::nearestRowsAreThoseOfAPlainSearch_data()
{
    QTest::addColumn<int>("numbers");
    QTest::addColumn<int>("k");
    QTest::newRow("numbers and categories, the nearest") << 7 << 1;
    QTest::newRow("numbers and categories, five") << 7 << 5;
    QTest::newRow("categories alone: ties everywhere") << 0 << 3;
    QTest::newRow("numbers alone") << -20 << 4; // without categories: by the product
}

void TestOneHotRows::nearestRowsAreThoseOfAPlainSearch()
{
    QFETCH(int, numbers);
    QFETCH(int, k);
    const auto make = [&](std::size_t n, std::uint64_t seed) {
        Matrix out = rows_of(n, static_cast<std::size_t>(std::abs(numbers)), numbers < 0 ? std::vector<std::size_t>{} : adult_like, seed, 0.05);
        for (std::size_t i = 0; i < n; i += 7) // duplicates of another row, more than may wait for a plain distance
            std::ranges::copy(out.row(0), out.row(i).begin());
        return out;
    };
    const Matrix rows = make(150, 1), reference = make(1500, 1);
    const NearestRows found = nearest_rows(rows, reference, k, 2, {});
    for (std::size_t i = 0; i < rows.rows; ++i) {
        std::vector<std::pair<double, std::uint32_t>> all;
        for (std::size_t j = 0; j < reference.rows; ++j)
            all.emplace_back(plain(rows, i, reference, j), static_cast<std::uint32_t>(j));
        std::ranges::sort(all);
        for (std::size_t n = 0; n < static_cast<std::size_t>(k); ++n) {
            QCOMPARE(found.distance[i * static_cast<std::size_t>(k) + n], all[n].first);
            QCOMPARE(found.row[i * static_cast<std::size_t>(k) + n], all[n].second);
        }
    }
}

QTEST_GUILESS_MAIN(TestOneHotRows)
#include "test_one_hot_rows.moc"
