#include "core/base/error.h"
#include "core/report/audit_json.h"
#include "core/report/html_report.h"
#include "core/report/metric_guide.h"
#include "core/report/run_command.h"
#include "core/study/full_run.h"
#include "core/study/run_json.h"
#include "core/study/run_json_reader.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <functional>
#include <map>
#include <random>

using namespace fairloom;
using Json = nlohmann::ordered_json;

class TestAuditJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsTheRun();
    void undefinedSaysWhereAndWhy();
    void definesItsFigures();
    void sameFromRunJson();
    void emptyRun();
    void documentsOfStrangers();
};

void TestAuditJson::holdsTheRun()
{
    const RunResult run = FullRun::make();
    const std::string text = audit_json(run);
    QVERIFY(text.ends_with("}\n"));
    const Json audit = Json::parse(text), whole = Json::parse(run_json(run));
    for (const char *key : {"name", "fairloom", "state", "finished", "sources", "differences", "policy", "warnings"})
        QVERIFY2(audit[key] == whole[key], key);
    QCOMPARE(audit["data"]["sha256"].get<std::string>(), std::string("abc123"));
    QCOMPARE(audit["data"]["test_sha256"].get<std::string>(), std::string("def456"));
    QCOMPARE(audit["data"]["test_rows"].get<int>(), 300);
    QCOMPARE(audit["data"]["left_out"].get<int>(), 1 + 2 + 3 + 6 + 7);
    QCOMPARE(audit["task"]["sensitive"][0].get<std::string>(), std::string("sex"));
    QCOMPARE(audit["command"].get<std::string>(), run_command(run));
}

void TestAuditJson::undefinedSaysWhereAndWhy()
{
    const Json audit = Json::parse(audit_json(FullRun::make()));
    std::map<std::string, std::string> why;
    for (const Json &entry : audit["undefined"])
        why[entry["where"]] = entry["why"];
    QCOMPARE(why.size(), audit["undefined"].size());
    QVERIFY(QString::fromStdString(why.at("sources.student.protocols.tstr.classifiers.xgboost.fairness.eor")).contains("100 % of them alike"));
    QVERIFY(why.contains("sources.student.protocols.tstr.classifiers.xgboost.fairness.groups[0].tpr"));
    QVERIFY(why.contains("differences[1].difference"));
    QVERIFY(why.contains("policy.limits[1].value"));
    QVERIFY(why.contains("sources.real.quality.density"));
    for (const auto &[where, reason] : why) {
        std::string path = "/" + where;
        for (char &c : path)
            c = c == '.' || c == '[' ? '/' : c;
        std::erase(path, ']');
        QVERIFY2(audit.at(Json::json_pointer(path)).is_null(), where.c_str());
        QVERIFY2(!reason.empty(), where.c_str());
    }
}

void TestAuditJson::definesItsFigures()
{
    const Json audit = Json::parse(audit_json(example_run()));
    const Json &definitions = audit["definitions"];
    QCOMPARE(definitions.size(), metric_guides().size());
    for (const char *key : {"dpr", "eor", "accuracy", "density"})
        QVERIFY2(!definitions[key]["definition"].get<std::string>().empty(), key);
    for (const auto &[key, definition] : definitions.items()) {
        QVERIFY2(!definition["name"].get<std::string>().empty(), key.c_str());
        QVERIFY2(definition["formula"].is_string() && definition["caveat"].is_string(), key.c_str());
    }
}

void TestAuditJson::sameFromRunJson()
{
    for (const RunResult &run : {example_run(), FullRun::make()})
        QCOMPARE(audit_json(parse_run_result(run_json(run), "run.json")), audit_json(run));
}

void TestAuditJson::emptyRun()
{
    const Json audit = Json::parse(audit_json(RunResult()));
    QVERIFY(audit["sources"].empty() && audit["undefined"].empty() && audit["policy"].is_null());
}

/// What a stranger's run.json may hold, as long as its types are right, must not break the report or the audit.
void TestAuditJson::documentsOfStrangers()
{
    const Json json = Json::parse(run_json(FullRun::make()));
    std::vector<Json::json_pointer> places;
    const std::function<void(const Json &, const Json::json_pointer &)> gather = [&](const Json &part, const Json::json_pointer &here) {
        if (!here.empty())
            places.push_back(here);
        if (part.is_object())
            for (const auto &[key, value] : part.items())
                gather(value, here / key);
        else if (part.is_array())
            for (std::size_t i = 0; i < part.size(); ++i)
                gather(part[i], here / i);
    };
    gather(json, Json::json_pointer());
    const std::vector<Json> others = {nullptr, 0, 1e300, -1e300, 1000000, "", Json::array(), Json::object()};
    std::mt19937_64 random(2);
    int written = 0;
    for (int i = 0; i < 150; ++i) {
        Json changed = json;
        for (int changes = 0; changes < 1 + i % 2; ++changes) {
            const Json::json_pointer &place = places[random() % places.size()];
            if (changed.contains(place))
                changed[place] = others[random() % others.size()];
        }
        try {
            const RunResult run = parse_run_result(changed.dump(), "run.json");
            QVERIFY(!audit_json(run).empty());
            QVERIFY(!html_report(run, RunMonitor()).empty());
            ++written;
        } catch (const InputError &) {
        }
    }
    QVERIFY2(written > 10, qPrintable(QString::number(written)));
}

QTEST_GUILESS_MAIN(TestAuditJson)
#include "test_audit_json.moc"
