// Every study that comes with Fairloom can be run on the real files that it names: recipe, columns and favourable label fit them.
#include "core/study/builtin_studies.h"

#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/study/run_json.h"
#include "core/study/study_file.h"
#include "real_data.h"

#include <QFileInfo>
#include <QtTest>

#include <set>

using namespace fairloom;

class TestBuiltinStudies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void realFiles_data()
    {
        QTest::addColumn<QString>("config");
        StudyContext context;
        context.data_folder = test::real_data_folder();
        for (const BuiltinStudy &builtin : builtin_studies()) {
            std::set<std::string> seen;
            for (const StudyTrial &trial : parse_study(builtin.text, builtin.name, context).trials)
                if (seen.insert(trial.data).second)
                    QTest::newRow((builtin.name + ", " + trial.data).c_str()) << QString::fromStdString(trial.config);
        }
    }

    void realFiles()
    {
        QFETCH(QString, config);
        const RunConfigFile run = parse_run_config(config.toStdString(), "study");
        if (!QFileInfo::exists(QString::fromStdString(run.data)))
            QSKIP("the data set is not here: set FAIRLOOM_DATA_DIR");
        DatasetOptions options;
        options.test = run.test;
        options.recipe = run.recipe;
        NoProgress quiet;
        try {
            const auto data = open_dataset(run.data, options, quiet, {});
            const Problem problem = make_problem(*data, run.task, 1);
            QVERIFY(problem.groups.size() >= 2);
        } catch (const InputError &error) {
            QFAIL(error.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestBuiltinStudies)
#include "test_builtin_studies.moc"
