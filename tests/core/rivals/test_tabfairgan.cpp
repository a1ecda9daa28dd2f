#include "core/rivals/tabfairgan.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/samples.h"
#include "core/rivals/tabfairgan_trainer.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <thread>

using namespace fairloom;
using torch::Tensor;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

Column category(const std::string &name, std::vector<std::string> categories, Role role = Role::feature)
{
    Column column;
    column.name = name;
    column.categories = std::move(categories);
    column.role = role;
    return column;
}

Column number(const std::string &name, int decimals)
{
    Column column;
    column.name = name;
    column.type = ColumnType::number;
    column.kind = decimals == 0 ? ColumnKind::integer : ColumnKind::number;
    column.decimals = decimals;
    return column;
}

/// Two groups, of which A has the favourable label four times in five and B once in five; colour follows the label, and score the colour. Half of all
/// rows have no debt, one in ten an unknown one.
Problem made_up(std::size_t rows = 640, bool two_sensitive = false)
{
    Table table;
    table.name = "made up";
    table.columns = {number("score", 1), category("group", {"A", "B"}, Role::sensitive), category("town", {"x", "y", "z"}),
                     category("colour", {"red", "green", "never"}), number("debt", 0), category("label", {"no", "yes"}, Role::target)};
    table.columns[4].missing_spelling = "?";
    Random random(7);
    for (std::size_t i = 0; i < rows; ++i) {
        const bool b = random.uniform() < 0.5, yes = random.uniform() < (b ? 0.2 : 0.8), red = random.uniform() < (yes ? 0.9 : 0.1);
        table.columns[0].numbers.push_back(std::round(10 * (50 + 10 * random.normal() + (red ? 20 : 0))) / 10);
        table.columns[1].codes.push_back(b);
        // B lives in y or z: with the town as a second sensitive column, one combination does not occur.
        table.columns[2].codes.push_back(static_cast<std::int32_t>(b ? 1 + random.below(2) : random.below(3)));
        table.columns[3].codes.push_back(red ? 0 : 1);
        table.columns[4].numbers.push_back(i % 10 == 9 ? unknown : i % 2 == 0 ? 0 : 100 + static_cast<double>(random.below(900)));
        table.columns[5].codes.push_back(yes);
    }
    Dataset data;
    data.name = table.name;
    data.table = table;
    data.test = table;
    Task task{{"group"}, "label", "yes"};
    if (two_sensitive)
        task.sensitive.push_back("town");
    return make_problem(data, task, 1);
}

RivalSettings quick(int epochs)
{
    RivalSettings settings;
    settings.epochs = epochs;
    settings.fair_epochs = -1;
    settings.batch = 64;
    settings.learning_rate = 2e-3;
    settings.teacher.seed = 3;
    settings.teacher.threads = 2;
    return settings;
}

struct Watched {
    RunMonitor monitor;
    TrainingHooks hooks;

    explicit Watched(std::stop_token stop = {})
    {
        hooks.monitor = &monitor;
        hooks.stop = std::move(stop);
    }
};

Table made(const Problem &problem, const RivalSettings &settings, std::size_t rows, std::uint64_t seed = 5)
{
    Watched watched;
    TabFairGan rival(settings);
    rival.train(problem, watched.hooks);
    NoProgress progress;
    return rival.generate(rows, seed, progress, {});
}

/// Rate of the favourable label per group.
std::vector<double> rates(const Problem &problem, const Table &table)
{
    const LabelledTable rows = label_table(problem, table);
    std::vector<double> all(problem.groups.size(), 0.0), positive = all;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        all[static_cast<std::size_t>(rows.group[i])] += 1;
        positive[static_cast<std::size_t>(rows.group[i])] += rows.label[i];
    }
    for (std::size_t g = 0; g < all.size(); ++g)
        positive[g] /= all[g];
    return positive;
}

double share(const Column &column, std::int32_t code)
{
    return static_cast<double>(std::count(column.codes.begin(), column.codes.end(), code)) / static_cast<double>(column.rows());
}

RowLayout small_layout()
{
    RowLayout layout;
    layout.numbers = 2;
    for (const int states : {3, 2, 2})
        layout.categories.add(states);
    layout.group = 1;
    layout.target = 2;
    layout.positive = 1;
    return layout;
}

} // namespace

class TestTabFairGan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    void numbersHaveTheirPlaces()
    {
        const std::vector<double> numbers{5, unknown, 1, 3, 3, 3, 9, 2, 1};
        const QuantileScale scale = QuantileScale::fit(numbers); // 1 1 2 3 3 3 5 9
        QCOMPARE(scale.place(1), 0.0);
        QCOMPARE(scale.place(-4), 0.0);
        QCOMPARE(scale.place(9), 1.0);
        QCOMPARE(scale.place(40), 1.0);
        QCOMPARE(scale.place(2), 2.0 / 7);
        QCOMPARE(scale.place(3), 4.0 / 7); // the middle of the three
        QCOMPARE(scale.place(4), 5.5 / 7);
        QCOMPARE(scale.number(0), 1.0);
        QCOMPARE(scale.number(1.7), 9.0);
        QCOMPARE(scale.number(6.25 / 7), 6.0);
        for (const double number : {1.0, 2.0, 3.0, 4.0, 5.0, 6.5, 9.0})
            QCOMPARE(scale.number(scale.place(number)), number);
        // More values than quantiles: evenly spread ones keep their places.
        std::vector<double> many(10001);
        std::iota(many.begin(), many.end(), 0.0);
        const QuantileScale coarse = QuantileScale::fit(many, 11);
        QCOMPARE(coarse.place(2500), 0.25);
        QCOMPARE(coarse.number(0.333), 3330.0);
        QVERIFY(QuantileScale::fit(std::vector<double>{unknown, unknown}).empty());
        QCOMPARE(QuantileScale::fit(std::vector<double>{4.5, unknown}).number(0.8), 4.5);
    }

    void rowsComeBackAsTheyWere_data()
    {
        QTest::addColumn<bool>("two_sensitive");
        QTest::newRow("one sensitive column") << false;
        QTest::newRow("two sensitive columns") << true;
    }
    void rowsComeBackAsTheyWere()
    {
        QFETCH(bool, two_sensitive);
        const Problem problem = made_up(640, two_sensitive);
        const TabFairGanColumns columns = TabFairGanColumns::fit(problem, {});
        const RowLayout &layout = columns.layout();
        QCOMPARE(layout.numbers, 2);
        // colour has two states, not three; debt has one for missing; group has five combinations of six
        QCOMPARE(layout.width(), two_sensitive ? 2 + 2 + 2 + 5 + 2 : 2 + 3 + 2 + 2 + 2 + 2);
        const ShortRows rows = columns.encode(problem.train);
        std::vector<std::int64_t> all(problem.train.rows());
        std::iota(all.begin(), all.end(), 0);
        const Tensor wide = rows.widened(all, layout);
        QVERIFY(torch::isfinite(wide).all().item<bool>());
        QCOMPARE(wide.slice(1, layout.numbers).sum().item<double>(), static_cast<double>(all.size() * layout.categories.columns()));
        const Table back = columns.decode(wide);
        QCOMPARE(back.columns.size(), problem.generated.size());
        for (std::size_t c = 0; c < back.columns.size(); ++c) {
            const Column &was = problem.train.table.columns[problem.generated[c]];
            QCOMPARE(back.columns[c].name, was.name);
            for (std::size_t row = 0; row < all.size(); ++row)
                QCOMPARE(back.columns[c].text(row), was.text(row));
        }
    }

    void columnWithoutAnyNumber()
    {
        Problem problem = made_up(200);
        std::fill(problem.train.table.columns[4].numbers.begin(), problem.train.table.columns[4].numbers.end(), unknown);
        const Table rows = made(problem, quick(1), 50);
        QCOMPARE(rows.columns[4].missing_count(), std::size_t(50));
    }

    void picturesAreRefused()
    {
        const Dataset data = make_sample("shapes", 1, 1.0, 60);
        const Problem problem = make_problem(data, {data.suggested_sensitive, data.suggested_target, data.suggested_positive}, 1);
        Watched watched;
        QVERIFY_THROWS_EXCEPTION(InputError, TabFairGan(quick(1)).train(problem, watched.hooks));
    }

    void generatorActivatesEachColumn()
    {
        const RowLayout layout = small_layout();
        torch::Generator random = at::detail::createCPUGenerator(4);
        TabFairGanGenerator generator(layout, random);
        const Tensor noise = torch::empty({40, layout.width()}).normal_(0, 3, random);
        const Tensor gumbel = torch::empty({40, layout.categories.total()}).uniform_(0, 1, random).log().neg().log().neg();
        const Tensor toward = torch::empty({40, layout.width()}).normal_(0, 1, random);
        const Tensor ours = generator.forward(noise, gumbel, 2);
        (ours * toward).sum().backward();

        std::vector<Tensor> copies;
        for (const Tensor &parameter : generator.parameters())
            copies.push_back(parameter.detach().clone().set_requires_grad(true));
        const Tensor units = torch::linear(torch::relu(torch::linear(noise, copies[0], copies[1])), copies[2], copies[3]);
        std::vector<Tensor> parts{torch::relu(units.slice(1, 0, 2))};
        for (std::size_t c = 0; c < layout.categories.columns(); ++c) {
            const std::int64_t begin = layout.begin(c), end = begin + layout.states(c);
            parts.push_back(torch::softmax((units.slice(1, begin, end) + gumbel.slice(1, begin - 2, end - 2)) / 0.2, 1));
        }
        const Tensor theirs = torch::cat(parts, 1);
        (theirs * toward).sum().backward();
        QVERIFY(torch::allclose(ours, theirs, 1e-4, 1e-5));
        for (std::size_t p = 0; p < copies.size(); ++p)
            QVERIFY(torch::allclose(generator.parameters()[p].grad(), copies[p].grad(), 1e-3, 1e-4));
        QVERIFY((ours.slice(1, 0, 2) == 0).any().item<bool>()); // numbers can be exactly 0
    }

    void criticIsTrainedAsByAutograd()
    {
        torch::Generator random = at::detail::createCPUGenerator(11);
        TabFairGanCritic exact(9, random), single(9, random);
        {
            const torch::NoGradGuard no_gradient;
            for (std::size_t p = 0; p < single.parameters().size(); ++p)
                single.parameters()[p].copy_(exact.parameters()[p].mul_(3));
        }
        exact.to(torch::kDouble);
        const Tensor both = torch::empty({100, 9}, torch::kDouble).normal_(0, 2, random), between = torch::empty({50, 9}, torch::kDouble).normal_(0, 2, random);

        // the loss as it is written, with a derivative of a derivative
        Tensor x = between.clone().set_requires_grad(true);
        const Tensor of_autograd = torch::autograd::grad({exact.forward(x, 1).sum()}, {x}, {}, true, true)[0];
        const Tensor scores = exact.forward(both, 1);
        const Tensor distance = scores.slice(0, 0, 50).mean() - scores.slice(0, 50).mean(), penalty = (of_autograd.norm(2, 1) - 1).square().mean();
        const auto wanted = torch::autograd::grad({distance + 10 * penalty}, exact.parameters());

        const Tensor own_scores = exact.forward(both, 1), closed = exact.gradient(between, 1);
        QVERIFY(torch::allclose(closed, of_autograd, 1e-10, 1e-12));
        const CriticLoss loss = critic_loss(own_scores, closed, 10);
        QVERIFY(std::abs(loss.distance - distance.item<double>()) < 1e-12 && std::abs(loss.penalty - penalty.item<double>()) < 1e-10);
        torch::autograd::backward({own_scores, closed}, {loss.by_scores, loss.by_gradient});
        // and in floats, as it is trained
        const Tensor float_scores = single.forward(both.to(torch::kFloat), 2), float_gradient = single.gradient(between.to(torch::kFloat), 2);
        const CriticLoss float_loss = critic_loss(float_scores, float_gradient, 10);
        torch::autograd::backward({float_scores, float_gradient}, {float_loss.by_scores, float_loss.by_gradient});
        for (std::size_t p = 0; p < wanted.size(); ++p) {
            QVERIFY(wanted[p].norm().item<double>() > 1e-3);
            QVERIFY(torch::allclose(exact.parameters()[p].grad(), wanted[p], 1e-9, 1e-12));
            QVERIFY(torch::allclose(single.parameters()[p].grad().to(torch::kDouble), wanted[p], 1e-3, 1e-4));
        }
    }

    void gradientOfLengthZero()
    {
        const CriticLoss loss = critic_loss(torch::zeros({4, 3}), torch::zeros({2, 3}), 10);
        QCOMPARE(loss.penalty, 1.0);
        QVERIFY(torch::equal(loss.by_gradient, torch::zeros({2, 3})));
    }

    void parityOfSoftRows()
    {
        const RowLayout layout = small_layout();
        Tensor rows = torch::zeros({3, layout.width()});
        const auto set = [&](int row, float first_group, float positive) {
            rows[row][layout.begin(1)] = first_group;
            rows[row][layout.begin(1) + 1] = 1 - first_group;
            rows[row][layout.begin(2)] = 1 - positive;
            rows[row][layout.begin(2) + 1] = positive;
        };
        set(0, 1.0f, 0.5f);
        set(1, 0.5f, 1.0f);
        set(2, 0.0f, 0.2f);
        // first group: (0.5 + 0.5) / 1.5; second: (0.5 + 0.2) / 1.5
        const double gap = parity_gap(rows, layout, torch::tensor({1.0f, -1.0f})).item<double>();
        QVERIFY(std::abs(gap - 0.2) < 1e-6);
        QVERIFY(std::abs(parity_gap(rows, layout, torch::tensor({-1.0f, 1.0f})).item<double>() + 0.2) < 1e-6);
        for (int row = 0; row < 3; ++row)
            set(row, 0.0f, 1.0f); // nobody of the first group
        QVERIFY(std::isfinite(parity_gap(rows, layout, torch::tensor({1.0f, -1.0f})).item<double>()));
    }

    void parityWeightsFollowTheTrainingRows()
    {
        LabelledTable rows;
        const auto add = [&](int group, int positive, int of) {
            for (int i = 0; i < of; ++i) {
                rows.group.push_back(group);
                rows.label.push_back(i < positive);
            }
        };
        add(0, 2, 10);
        add(1, 6, 20);
        QCOMPARE(parity_weights(rows, 2), (std::vector<double>{-1, 1}));
        add(2, 7, 10); // rates 0.2, 0.3, 0.7
        const std::vector<double> three = parity_weights(rows, 3);
        QVERIFY(std::abs(three[0] + 2.0 / 3) < 1e-12 && std::abs(three[1] + 1.0 / 3) < 1e-12 && std::abs(three[2] - 1) < 1e-12);
        LabelledTable equal;
        equal.group = {0, 0, 1, 1};
        equal.label = {0, 1, 1, 0};
        QCOMPARE(parity_weights(equal, 2), (std::vector<double>{0, 0}));
    }

    void withoutFairEpochsTheGapStays()
    {
        const Problem problem = made_up();
        const Table rows = made(problem, quick(60), 4000);
        const std::vector<double> of = rates(problem, rows), real = rates(problem, problem.train.table);
        qInfo("rates %.3f %.3f, of training rows %.3f %.3f", of[0], of[1], real[0], real[1]);
        QVERIFY(of[0] - of[1] > 0.35);
        // The rest is learned as well: shares, and what goes with what.
        QVERIFY(std::abs(share(rows.columns[1], 0) - share(problem.train.table.columns[1], 0)) < 0.12);
        QVERIFY(std::abs(share(rows.columns[3], 0) - share(problem.train.table.columns[3], 0)) < 0.12);
        double red = 0, green = 0, reds = 0;
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            const bool is_red = rows.columns[3].codes[i] == 0;
            reds += is_red;
            (is_red ? red : green) += rows.columns[0].numbers[i];
        }
        QVERIFY(red / reds - green / (static_cast<double>(rows.rows()) - reds) > 10); // 20 in the training rows
    }

    void fairEpochsRaiseParity()
    {
        const Problem problem = made_up();
        RivalSettings settings = quick(60);
        const std::vector<double> plain = rates(problem, made(problem, settings, 4000));
        settings.fair_epochs = 20;
        settings.fairness = 4;
        const std::vector<double> fair = rates(problem, made(problem, settings, 4000));
        qInfo("rates %.3f %.3f, with fair epochs %.3f %.3f", plain[0], plain[1], fair[0], fair[1]);
        QVERIFY(std::abs(fair[0] - fair[1]) < 0.5 * (plain[0] - plain[1]));
    }

    void rowsAreValid_data() { rowsComeBackAsTheyWere_data(); }
    void rowsAreValid()
    {
        QFETCH(bool, two_sensitive);
        const Problem problem = made_up(640, two_sensitive);
        const Table rows = made(problem, quick(2), 3000);
        QCOMPARE(rows.rows(), std::size_t(3000));
        QCOMPARE(label_table(problem, rows).rows(), std::size_t(3000)); // every group and label is known
        for (const Column &column : rows.columns) {
            const Column &known = problem.train.table.columns[problem.train.table.index_of(column.name)];
            if (column.type == ColumnType::category) {
                const std::set<std::int32_t> seen(known.codes.begin(), known.codes.end());
                for (const std::int32_t code : column.codes)
                    QVERIFY(seen.contains(code));
                continue;
            }
            double least = 1e300, greatest = -1e300;
            for (const double value : known.numbers)
                if (!std::isnan(value)) {
                    least = std::min(least, value);
                    greatest = std::max(greatest, value);
                }
            for (std::size_t i = 0; i < column.rows(); ++i) {
                if (column.is_missing(i))
                    continue;
                const double value = column.numbers[i];
                QVERIFY(value >= least && value <= greatest);
                QCOMPARE(*column.read_value(column.text(i)), value);
            }
        }
        QCOMPARE(rows.columns[0].missing_count(), std::size_t(0));
        QVERIFY(rows.columns[4].missing_count() > 0);
    }

    void sameSeedSameRows()
    {
        const Problem problem = made_up(300);
        RivalSettings settings = quick(2);
        settings.fair_epochs = 1;
        const Table rows = made(problem, settings, 200), again = made(problem, settings, 200), drawn_anew = made(problem, settings, 200, 6);
        for (std::size_t c = 0; c < rows.columns.size(); ++c)
            for (std::size_t i = 0; i < rows.rows(); ++i)
                QCOMPARE(again.columns[c].text(i), rows.columns[c].text(i));
        QVERIFY(drawn_anew.columns[0].numbers != rows.columns[0].numbers);
        settings.teacher.seed = 4;
        QVERIFY(made(problem, settings, 200).columns[0].numbers != rows.columns[0].numbers);
    }

    void stopsAtOnce()
    {
        const Dataset data = make_sample("hiring", 1);
        const Problem problem = make_problem(data, {data.suggested_sensitive, data.suggested_target, data.suggested_positive}, 1);
        std::stop_source source;
        Watched watched(source.get_token());
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            source.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        TabFairGan rival(quick(100000));
        QVERIFY_THROWS_EXCEPTION(Cancelled, rival.train(problem, watched.hooks));
        QVERIFY2(timer.elapsed() >= 290 && timer.elapsed() < 800, qPrintable(QString::number(timer.elapsed())));

        Watched another;
        TabFairGan trained(quick(1));
        trained.train(problem, another.hooks);
        NoProgress progress;
        QVERIFY_THROWS_EXCEPTION(Cancelled, trained.generate(10, 1, progress, source.get_token()));
    }

    void curvesAreReported()
    {
        const Problem problem = made_up();
        Watched watched;
        int steps = 0, epochs = 0;
        double weighted_before = 0, weighted_after = 0;
        watched.hooks.on_step = [&](const StepLosses &losses) {
            ++steps;
            (losses.epoch <= 3 ? weighted_before : weighted_after) += std::abs(losses.weighted[3]);
            QCOMPARE(losses.weighted[2], 10 * losses.raw[2]);
        };
        watched.hooks.on_epoch = [&](int epoch) { QCOMPARE(epoch, ++epochs); };
        RivalSettings settings = quick(4);
        settings.fair_epochs = 0; // the last quarter
        const RivalTraining training = TabFairGan(settings).train(problem, watched.hooks);
        QCOMPARE(training.epochs, 4);
        QCOMPARE(epochs, 4);
        QCOMPARE(steps, 4 * 10);
        const std::size_t width = 13;
        QCOMPARE(training.parameters, 2 * (width * width + width));
        QVERIFY(training.seconds_per_epoch > 0);
        QCOMPARE(watched.monitor.terms(CurveStage::teacher), (std::vector<std::string>{"critic", "generator", "penalty", "parity"}));
        const std::vector<CurvePoint> points = watched.monitor.points_since(CurveStage::teacher, 0);
        QCOMPARE(points.size(), std::size_t(4));
        QCOMPARE(points.back().epoch, 4.0);
        QCOMPARE(weighted_before, 0.0);
        QVERIFY(weighted_after > 0);
        QCOMPARE(watched.monitor.status().epoch, 4);
    }

    void divergenceIsASentence()
    {
        RivalSettings settings = quick(30);
        settings.learning_rate = 1e30;
        Watched watched;
        QVERIFY_THROWS_EXCEPTION(ComputationError, TabFairGan(settings).train(made_up(200), watched.hooks));
    }

    void refusedSettings_data()
    {
        QTest::addColumn<int>("epochs");
        QTest::addColumn<int>("fair_epochs");
        QTest::addColumn<int>("batch");
        QTest::addColumn<double>("fairness");
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("where");
        QTest::newRow("fair epochs beyond all") << 10 << 11 << 64 << 0.5 << 1e-3 << "rival_fair_epochs";
        QTest::newRow("fair epochs beyond the default") << 0 << 201 << 64 << 0.5 << 1e-3 << "rival_fair_epochs";
        QTest::newRow("epochs") << -1 << 0 << 64 << 0.5 << 1e-3 << "rival_epochs";
        QTest::newRow("batch") << 1 << 0 << -64 << 0.5 << 1e-3 << "rival_batch";
        QTest::newRow("fairness") << 1 << 0 << 64 << -0.5 << 1e-3 << "rival_fairness";
        QTest::newRow("fairness that is no number") << 1 << 0 << 64 << unknown << 1e-3 << "rival_fairness";
        QTest::newRow("learning rate") << 1 << 0 << 64 << 0.5 << -1e-3 << "rival_learning_rate";
    }
    void refusedSettings()
    {
        QFETCH(int, epochs);
        QFETCH(int, fair_epochs);
        QFETCH(int, batch);
        QFETCH(double, fairness);
        QFETCH(double, rate);
        QFETCH(QString, where);
        RivalSettings settings;
        settings.epochs = epochs;
        settings.fair_epochs = fair_epochs;
        settings.batch = batch;
        settings.fairness = fairness;
        settings.learning_rate = rate;
        Watched watched;
        QString refused;
        try {
            TabFairGan(settings).train(made_up(100), watched.hooks);
        } catch (const InputError &error) {
            refused = QString::fromStdString(error.where());
        }
        QCOMPARE(refused, where);
    }

    void moreGroupsComeClose()
    {
        const Problem problem = made_up(640, true);
        RivalSettings settings = quick(60);
        const auto spread = [&](const Table &rows) {
            const std::vector<double> of = rates(problem, rows);
            return *std::max_element(of.begin(), of.end()) - *std::min_element(of.begin(), of.end());
        };
        const double plain = spread(made(problem, settings, 4000));
        settings.fair_epochs = 20;
        settings.fairness = 4;
        const double fair = spread(made(problem, settings, 4000));
        qInfo("spread of five groups' rates %.3f, with fair epochs %.3f", plain, fair);
        QVERIFY(plain > 0.4);
        QVERIFY(fair < 0.6 * plain);
    }
};

QTEST_GUILESS_MAIN(TestTabFairGan)
#include "test_tabfairgan.moc"
