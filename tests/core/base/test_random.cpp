#include "core/base/random.h"

#include <QtTest>

#include <cmath>
#include <numeric>
#include <vector>

using namespace fairloom;

class TestRandom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void same_seed_same_numbers();
    void purposes_are_streams_of_their_own();
    void below_is_uniform();
    void uniform_and_normal_have_their_moments();
    void shuffle_is_a_permutation_and_fair();
};

void TestRandom::same_seed_same_numbers()
{
    Random a(42), b(42), c(43);
    bool differs = false;
    for (int i = 0; i < 1000; ++i) {
        const auto value = a();
        QCOMPARE(value, b());
        differs = differs || value != c();
    }
    QVERIFY(differs);
}

void TestRandom::purposes_are_streams_of_their_own()
{
    QVERIFY(derive_seed(1, "teacher") != derive_seed(1, "student"));
    QVERIFY(derive_seed(1, "teacher") != derive_seed(2, "teacher"));
    Random a(7, "x"), b(derive_seed(7, "x"));
    QCOMPARE(a(), b());
}

void TestRandom::below_is_uniform()
{
    Random random(1);
    std::vector<int> counts(7);
    constexpr int draws = 70000;
    for (int i = 0; i < draws; ++i)
        ++counts[random.below(7)];
    double chi_square = 0;
    for (const int count : counts)
        chi_square += (count - draws / 7.0) * (count - draws / 7.0) / (draws / 7.0);
    QVERIFY2(chi_square < 22.5, qPrintable(QString::number(chi_square))); // 99.9 % with 6 degrees of freedom
    QCOMPARE(random.below(1), std::uint64_t{0});
}

void TestRandom::uniform_and_normal_have_their_moments()
{
    Random random(3);
    constexpr int n = 200000;
    double mean = 0, normal_mean = 0, normal_square = 0, fourth = 0;
    for (int i = 0; i < n; ++i) {
        const double u = random.uniform();
        QVERIFY(u >= 0 && u < 1);
        mean += u / n;
        const double z = random.normal();
        normal_mean += z / n;
        normal_square += z * z / n;
        fourth += z * z * z * z / n;
    }
    QVERIFY(std::fabs(mean - 0.5) < 0.003); // more than four standard errors
    QVERIFY(std::fabs(normal_mean) < 0.01);
    QVERIFY(std::fabs(normal_square - 1) < 0.015);
    QVERIFY(std::fabs(fourth - 3) < 0.1);
}

void TestRandom::shuffle_is_a_permutation_and_fair()
{
    Random random(5);
    std::vector<int> first(5);
    for (int i = 0; i < 50000; ++i) {
        std::vector<int> values = {0, 1, 2, 3, 4};
        random.shuffle(values);
        ++first[static_cast<std::size_t>(values[0])];
        QCOMPARE(std::accumulate(values.begin(), values.end(), 0), 10);
    }
    for (const int count : first)
        QVERIFY(std::abs(count - 10000) < 360); // four standard deviations
}

QTEST_GUILESS_MAIN(TestRandom)
#include "test_random.moc"
