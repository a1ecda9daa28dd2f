#include "core/base/error.h"
#include "core/study/presets.h"
#include "core/study/run_settings.h"

#include <QTest>

#include <limits>
#include <set>

using namespace fairloom;

namespace {

/// The error that the action throws, or an empty text.
template <typename Action>
QString error_of(Action action)
{
    try {
        action();
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestRunSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFieldIsDescribedOnce();
    void defaultsAreValid();
    void refusesValues_data();
    void refusesValues();
    void acceptsValues_data();
    void acceptsValues();
    void refusedValueChangesNothing();
    void checkNamesTheField();
    void presets();
    void generatorNeedsItsStudent();
};

void TestRunSettings::everyFieldIsDescribedOnce()
{
    RunSettings settings;
    std::set<std::string> keys;
    std::set<const void *> fields;
    for (const Setting &setting : run_setting_descriptions()) {
        QVERIFY2(keys.insert(setting.key).second, setting.key);
        const SettingField field = setting.field(settings);
        QVERIFY2(fields.insert(std::visit([](auto *p) { return static_cast<const void *>(p); }, field)).second, setting.key);
        QVERIFY(!setting.label.empty());
        QVERIFY2(setting.help.text.ends_with('.'), setting.key);
        const bool text = std::holds_alternative<std::string *>(field);
        if (std::string(setting.key) == "graph") // a file, the only free text
            QVERIFY(text && setting.choices.empty());
        else
            QCOMPARE(setting.choices.empty(), !text);
        if (!text)
            QVERIFY(setting.minimum < setting.maximum && setting.step > 0);
        QCOMPARE(find_setting(setting.key), &setting);
    }
    // a field that is added must be described
    QCOMPARE(fields.size(), std::size_t(49));
    QVERIFY(!find_setting("epochs"));
}

void TestRunSettings::defaultsAreValid()
{
    check_settings(RunSettings());
    RunSettings copy;
    for (const Setting &setting : run_setting_descriptions())
        set_setting(copy, setting.key, get_setting(RunSettings(), setting.key));
    QVERIFY(copy == RunSettings());
}

void TestRunSettings::refusesValues_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("says");
    QTest::newRow("above") << "log10_beta" << "20.5" << "from 0 to 20";
    QTest::newRow("below") << "latent" << "0" << "from 1 to 32";
    QTest::newRow("not a number") << "batch" << "many" << "whole number";
    QTest::newRow("half a number") << "batch" << "12x" << "whole number";
    QTest::newRow("fraction") << "teacher_epochs" << "1.5" << "whole number";
    QTest::newRow("empty") << "depth" << "" << "whole number";
    QTest::newRow("nan") << "kl_weight" << "nan" << "from 0 to 10";
    QTest::newRow("infinite") << "lambda" << "inf" << "from 0 to 10";
    QTest::newRow("overflow") << "hidden" << "99999999999" << "from 8 to 1024";
    QTest::newRow("negative seed") << "seed" << "-3" << "from 0 to 2147483647";
    QTest::newRow("loss") << "loss" << "l2" << "l1, huber, mse, md";
    QTest::newRow("student") << "student" << "decoder" << "encoder, generator";
    QTest::newRow("preset") << "preset" << "fairest" << "balanced, strict-parity, equal-odds, faithful, custom";
    QTest::newRow("sampler") << "sampler" << "bank" << "posterior, mixture, generator, prior";
    QTest::newRow("switch") << "controls" << "maybe" << "true or false";
    QTest::newRow("unknown key") << "epochs" << "3" << "teacher_epochs";
}

void TestRunSettings::refusesValues()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, says);
    RunSettings settings;
    const QString error = error_of([&] { set_setting(settings, key.toStdString(), value.toStdString()); });
    QVERIFY2(error.contains(key), qPrintable(error));
    QVERIFY2(error.contains(says), qPrintable(error));
    QVERIFY(error.endsWith('.'));
    QVERIFY(settings == RunSettings());
}

void TestRunSettings::acceptsValues_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reads");
    QTest::newRow("real") << "log10_beta" << "8.5" << "8.5";
    QTest::newRow("exponent") << "learning_rate" << "3e-3" << "0.003";
    QTest::newRow("edge") << "log10_beta" << "20" << "20";
    QTest::newRow("whole") << "batch" << "32" << "32";
    QTest::newRow("loss") << "loss" << "md" << "md";
    QTest::newRow("switch on") << "controls" << "yes" << "true";
    QTest::newRow("switch off") << "controls" << "0" << "false";
    QTest::newRow("seed") << "seed" << "2147483647" << "2147483647";
}

void TestRunSettings::acceptsValues()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, reads);
    RunSettings settings;
    set_setting(settings, key.toStdString(), value.toStdString());
    QCOMPARE(QString::fromStdString(get_setting(settings, key.toStdString())), reads);
}

void TestRunSettings::refusedValueChangesNothing()
{
    RunSettings settings;
    settings.batch = 64;
    QVERIFY(!error_of([&] { set_setting(settings, "batch", "1"); }).isEmpty());
    QCOMPARE(settings.batch, 64);
}

void TestRunSettings::checkNamesTheField()
{
    RunSettings settings;
    settings.kl_weight = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(error_of([&] { check_settings(settings); }).contains("kl_weight"));
    settings = {};
    settings.loss = "cosine";
    QVERIFY(error_of([&] { check_settings(settings); }).contains("cosine"));
}

void TestRunSettings::presets()
{
    RunSettings settings;
    QCOMPARE(matching_preset(settings), std::string("balanced"));
    settings.log10_beta = 5;
    settings.batch = 64;
    QCOMPARE(matching_preset(settings), std::string("custom"));
    apply_preset(settings, "balanced");
    QCOMPARE(settings.log10_beta, RunSettings().log10_beta);
    QCOMPARE(settings.batch, 64); // not part of an operating point
    for (const char *name : {"balanced", "strict-parity", "equal-odds", "faithful"}) {
        apply_preset(settings, name);
        QCOMPARE(settings.preset, std::string(name));
        QCOMPARE(matching_preset(settings), std::string(name));
        check_settings(settings);
        RunSettings other = settings;
        other.label_balance += 0.05;
        QCOMPARE(matching_preset(other), std::string("custom"));
    }
    apply_preset(settings, "custom");
    RunSettings faithful;
    apply_preset(faithful, "faithful");
    QCOMPARE(settings.label_balance, faithful.label_balance);
}

void TestRunSettings::generatorNeedsItsStudent()
{
    RunSettings settings;
    QCOMPARE(effective_sampler(settings), std::string("posterior"));
    settings.sampler = "generator";
    QVERIFY(error_of([&] { check_settings(settings); }).contains("generator student"));
    settings.student = "generator";
    check_settings(settings);
    settings.sampler = "posterior";
    QCOMPARE(effective_sampler(settings), std::string("generator"));
    settings.sampler = "mixture";
    QCOMPARE(effective_sampler(settings), std::string("mixture"));
}

QTEST_GUILESS_MAIN(TestRunSettings)
#include "test_run_settings.moc"
