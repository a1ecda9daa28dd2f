#include "core/study/store/record_json.h"

#include "core/study/store/json_scanner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace fairloom {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct NamedFigure {
    const char *name;
    Metric RecordedJudgement::*figure;
};
constexpr std::array<NamedFigure, 7> judgement_figures = {{{"dpr", &RecordedJudgement::dpr},
                                                           {"eor", &RecordedJudgement::eor},
                                                           {"dpd", &RecordedJudgement::dpd},
                                                           {"eod", &RecordedJudgement::eod},
                                                           {"accuracy", &RecordedJudgement::accuracy},
                                                           {"f1", &RecordedJudgement::f1},
                                                           {"auroc", &RecordedJudgement::auroc}}};
struct NamedSourceFigure {
    const char *name;
    Metric RecordedSource::*figure;
};
constexpr std::array<NamedSourceFigure, 2> source_figures = {{{"density", &RecordedSource::density}, {"coverage", &RecordedSource::coverage}}};
struct NamedNumber {
    const char *name;
    std::optional<double> RecordedSource::*number;
};
constexpr std::array<NamedNumber, 3> source_numbers = {{{"auroc_latent", &RecordedSource::auroc_latent},
                                                        {"representation_accuracy", &RecordedSource::representation_accuracy},
                                                        {"representation_dpr", &RecordedSource::representation_dpr}}};

template <typename Names>
auto named(const Names &names, std::string_view key)
{
    return std::find_if(names.begin(), names.end(), [key](const auto &entry) { return key == entry.name; });
}

class FiguresWriter {
public:
    void put(Json &out, const char *name, const Metric &metric)
    {
        const bool known = metric.value && std::isfinite(*metric.value);
        if (known && metric.interval) {
            Json figure = interval(*metric.interval);
            figure.insert(figure.begin(), *metric.value);
            out[name] = std::move(figure);
        } else if (known) {
            out[name] = *metric.value;
        } else if (metric.interval || !metric.undefined.empty()) {
            Json figure = Json::object();
            put_message(figure, "undefined", metric.undefined);
            if (metric.interval)
                figure["interval"] = interval(*metric.interval);
            out[name] = std::move(figure);
        }
    }

    Json kinds() const
    {
        Json out = Json::array();
        for (const Interval &kind : kinds_)
            out.push_back({{"level", kind.level}, {"resampled", kind.resampled}, {"draws", kind.draws}, {"method", kind.method}});
        return out;
    }

private:
    Json interval(const Interval &interval)
    {
        const auto same = [&](const Interval &kind) {
            return kind.level == interval.level && kind.resampled == interval.resampled && kind.draws == interval.draws && kind.method == interval.method;
        };
        const auto found = std::find_if(kinds_.begin(), kinds_.end(), same);
        const auto kind = found - kinds_.begin();
        if (found == kinds_.end())
            kinds_.push_back(interval);
        return Json::array({number_or_null(interval.low), number_or_null(interval.high), kind});
    }

    std::vector<Interval> kinds_;
};

class FiguresReader {
public:
    explicit FiguresReader(JsonScanner &in) : in_(in) {}

    void read_kinds()
    {
        in_.list([&] {
            Interval &kind = kinds_.emplace_back();
            in_.object([&](const std::string &key) {
                if (key == "level")
                    kind.level = in_.number();
                else if (key == "resampled")
                    kind.resampled = in_.text();
                else if (key == "draws")
                    kind.draws = static_cast<int>(std::clamp<std::int64_t>(in_.whole(), 0, std::numeric_limits<int>::max()));
                else if (key == "method")
                    kind.method = in_.text();
                else
                    in_.skip();
            });
        });
    }

    RecordedSource read_source()
    {
        RecordedSource out;
        in_.object([&](const std::string &key) {
            if (const auto figure = named(source_figures, key); figure != source_figures.end())
                read_metric(out.*(figure->figure));
            else if (const auto plain = named(source_numbers, key); plain != source_numbers.end())
                out.*(plain->number) = in_.number();
            else if (key == "protocols")
                in_.object([&](const std::string &protocol) {
                    auto &classifiers = out.protocols[protocol];
                    in_.object([&](const std::string &classifier) { read_judgement(classifiers[classifier]); });
                });
            else
                in_.skip();
        });
        return out;
    }

private:
    void read_judgement(RecordedJudgement &out)
    {
        in_.object([&](const std::string &key) {
            if (const auto figure = named(judgement_figures, key); figure != judgement_figures.end())
                read_metric(out.*(figure->figure));
            else
                in_.skip();
        });
    }

    void read_metric(Metric &out)
    {
        if (in_.next() == '[') {
            read_interval(out, true);
        } else if (in_.next() == '{') {
            in_.object([&](const std::string &key) {
                if (key == "undefined")
                    read_message(out.undefined);
                else if (key == "interval")
                    read_interval(out, false);
                else
                    in_.skip();
            });
        } else {
            out.value = in_.number();
        }
    }

    /// [number, low, high, kind], the first `with_value`.
    void read_interval(Metric &out, bool with_value)
    {
        int place = with_value ? 0 : 1;
        double low = 0, high = 0;
        std::size_t kind = kinds_.size();
        in_.list([&] {
            switch (place++) {
            case 0: out.value = in_.number(); break;
            case 1: low = in_.null() ? -infinity : in_.number(); break;
            case 2: high = in_.null() ? infinity : in_.number(); break;
            case 3: kind = in_.count(); break;
            default: in_.refuse();
            }
        });
        if (kind >= kinds_.size())
            in_.refuse();
        out.interval = kinds_[kind];
        out.interval->low = low;
        out.interval->high = high;
    }

    void read_message(Message &out)
    {
        constexpr std::size_t most = 9;
        in_.object([&](const std::string &key) {
            if (key == "text")
                out.text = in_.text();
            else if (key == "args")
                in_.list([&] { out.args.push_back(in_.text()); });
            else
                in_.skip();
        });
        if (out.args.size() > most)
            in_.refuse();
    }

    JsonScanner &in_;
    std::vector<Interval> kinds_;
};

} // namespace

std::string sources_text(const RunRecord &record)
{
    FiguresWriter figures;
    Json sources = Json::object();
    for (const auto &[name, source] : record.sources) {
        Json &out = sources[name] = Json::object();
        for (const auto &[protocol, classifiers] : source.protocols)
            for (const auto &[classifier, judgement] : classifiers) {
                Json &of_classifier = out["protocols"][protocol][classifier] = Json::object();
                for (const NamedFigure &entry : judgement_figures)
                    figures.put(of_classifier, entry.name, judgement.*(entry.figure));
            }
        for (const NamedSourceFigure &entry : source_figures)
            figures.put(out, entry.name, source.*(entry.figure));
        for (const NamedNumber &entry : source_numbers)
            if (const std::optional<double> &value = source.*(entry.number); value && std::isfinite(*value))
                out[entry.name] = *value;
    }
    return compact_text({{"intervals", figures.kinds()}, {"sources", std::move(sources)}});
}

void read_sources(std::string_view text, const std::string &where, RunRecord &out)
{
    JsonScanner in(text, where);
    FiguresReader figures(in);
    in.object([&](const std::string &part) {
        if (part == "intervals")
            figures.read_kinds();
        else if (part == "sources")
            in.object([&](const std::string &name) { out.sources.emplace_back(name, figures.read_source()); });
        else
            in.skip();
    });
    in.end();
}

} // namespace fairloom
