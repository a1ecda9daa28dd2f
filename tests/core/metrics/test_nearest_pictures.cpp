#include "core/metrics/pictures/nearest_pictures.h"

#include "core/base/error.h"
#include "core/data/data_support.h"
#include "core/downstream/neighbour_features.h"
#include "core/downstream/small_pictures.h"
#include "core/metrics/quality.h"

#include <QtTest>

#include <algorithm>

using namespace fairloom;
using namespace fairloom::test;

namespace {

Table noise_like(Table table)
{
    Random random(5);
    for (Column &column : table.columns)
        if (column.pictures) {
            auto noise = std::make_shared<PictureSet>(*column.pictures);
            for (std::uint8_t &byte : noise->bytes)
                byte = static_cast<std::uint8_t>(random.below(256));
            column.pictures = std::move(noise);
        }
    return table;
}

Quality quality(const Problem &problem, const Table &table)
{
    const NeighbourFeatures features = NeighbourFeatures::fit(problem, 2);
    return compute_quality(make_quality_reference(features.transform(problem.train.table, 2), 5, 2, {}), features.transform(table, 2), 2, {});
}

} // namespace

/// What the space of random convolutions says of pictures: density, coverage, nearest neighbours, copies.
class TestNearestPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void density_and_coverage()
    {
        const Problem problem = shapes_problem({.rows = 1200});
        const Quality same = quality(problem, problem.train.table), other = quality(problem, problem.test.table),
                      noise = quality(problem, noise_like(problem.test.table));
        QCOMPARE(same.coverage, 1.0); // every row lies in its own ball
        QVERIFY2(other.density > 0.85 && other.density < 1.15, qPrintable(QString::number(other.density)));
        QVERIFY2(other.coverage > 0.8, qPrintable(QString::number(other.coverage))); // of fewer rows
        QVERIFY2(noise.density < 0.02 && noise.coverage < 0.02, qPrintable(QString::number(noise.coverage)));
    }

    void training_pictures_are_their_own_neighbours()
    {
        const Problem problem = shapes_problem({.rows = 300});
        const Table some = problem.train.table.select_rows({7, 3, 11});
        const PictureNeighbours neighbours(problem, 2, {});
        const NearestPictures found = neighbours.nearest(some, 3);
        QCOMPARE(found.row.size(), std::size_t{9});
        QCOMPARE(found.row[0], 7u);
        QCOMPARE(found.row[3], 3u);
        QCOMPARE(found.row[6], 11u);
        for (std::size_t i = 0; i < 9; i += 3) {
            QVERIFY(found.distance[i] < 1e-3f);
            QVERIFY(found.distance[i + 1] > 0.01f && found.distance[i + 1] <= found.distance[i + 2]);
        }
        // what is usual is the median of the held-out pictures' own distances
        std::vector<float> holdout = neighbours.nearest(problem.test.table, 1).distance;
        QCOMPARE(holdout.size(), problem.test.rows());
        std::ranges::sort(holdout);
        QCOMPARE(found.usual, 0.5 * (double(holdout[(holdout.size() - 1) / 2]) + double(holdout[holdout.size() / 2])));
        const NearestPictures alone = PictureNeighbours(problem, 1, {}).nearest(some, 3); // whatever the number of threads
        QCOMPARE(alone.row, found.row);
        QCOMPARE(alone.distance, found.distance);
        QCOMPARE(alone.usual, found.usual);
    }

    void copies_show()
    {
        const Problem problem = shapes_problem({.rows = 600});
        const PictureNeighbours neighbours(problem, 2, {});
        const Memorisation copied = neighbours.memorisation(problem.train.table.select_rows({1, 2, 3, 4}));
        QCOMPARE(copied.copies, 1.0);
        QCOMPARE(copied.near, 1.0);
        QVERIFY(copied.median < 1e-3 && copied.median_ratio < 1e-2);

        const Memorisation fresh = neighbours.memorisation(shapes_table({.rows = 400, .seed = 900000}));
        QCOMPARE(fresh.copies, 0.0);
        QCOMPARE(fresh.copies_holdout, 0.0);
        QVERIFY2(fresh.near < 0.05, qPrintable(QString::number(fresh.near)));
        QVERIFY(fresh.near_holdout <= 0.01);
        QVERIFY(fresh.limit > 0 && fresh.median > fresh.limit);
        QVERIFY2(std::abs(fresh.median / fresh.median_holdout - 1) < 0.15, qPrintable(QString::number(fresh.median)));
        QCOMPARE(fresh.generated, std::size_t{400});
        QCOMPARE(fresh.train, problem.train.rows());
        QCOMPARE(fresh.holdout, problem.test.rows());

        // Half of them copies.
        Table mixed = shapes_table({.rows = 40, .seed = 900000});
        auto set = std::make_shared<PictureSet>(*mixed.columns[0].pictures);
        const Column &train = *problem.train.table.picture_column();
        for (std::size_t i = 0; i < 20; ++i)
            std::ranges::copy(train.pictures->picture(static_cast<std::size_t>(train.codes[i])), set->picture(i).begin());
        mixed.columns[0].pictures = std::move(set);
        QCOMPARE(neighbours.memorisation(mixed).copies, 0.5);
    }

    void stops_and_refuses()
    {
        const Problem problem = shapes_problem({.rows = 60});
        std::stop_source source;
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(PictureNeighbours(problem, 1, source.get_token()), Cancelled);
        QVERIFY(complaint([&] { PictureNeighbours(problem, 1, {}).nearest(problem.test.table, 61); }).contains("too few for 61"));
        Problem table = problem;
        table.features = {problem.train.table.index_of("shape")};
        QVERIFY(complaint([&] { PictureNeighbours(table, 1, {}); }).contains("no pictures to compare"));
    }
};

QTEST_GUILESS_MAIN(TestNearestPictures)
#include "test_nearest_pictures.moc"
