#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/data/file_text.h"
#include "core/data/readers/crc32.h"
#include "core/study/store/run_record.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace fairloom {

namespace {

constexpr std::string_view mark = "FLCURVE1";
constexpr std::size_t most_recorded_bytes = 64'000'000;
constexpr std::size_t most_terms = 100, most_name_bytes = 1000, most_stored_points = 1'000'000;

// --- thinning

/// Every point's place on axes that make one stage's terms comparable: the epoch, then raw and weighted values, each between 0 and 1.
std::vector<std::vector<double>> unit_axes(const std::vector<CurvePoint> &points)
{
    std::vector<std::vector<double>> out;
    for (const CurvePoint &point : points) {
        out.push_back({point.epoch});
        out.back().insert(out.back().end(), point.raw.begin(), point.raw.end());
        out.back().insert(out.back().end(), point.weighted.begin(), point.weighted.end());
    }
    for (std::size_t axis = 0; axis < out.front().size(); ++axis) {
        const auto [low, high] = std::minmax_element(out.begin(), out.end(), [axis](const auto &a, const auto &b) { return a[axis] < b[axis]; });
        const double begin = (*low)[axis], length = (*high)[axis] - begin;
        for (std::vector<double> &place : out)
            place[axis] = length > 0 ? (place[axis] - begin) / length : 0;
    }
    return out;
}

/// Twice the triangles' areas between three points, over all axes but the first.
double triangles(const std::vector<double> &a, const std::vector<double> &b, const std::vector<double> &c)
{
    double sum = 0;
    for (std::size_t axis = 1; axis < a.size(); ++axis)
        sum += std::abs((b[0] - a[0]) * (c[axis] - a[axis]) - (c[0] - a[0]) * (b[axis] - a[axis]));
    return sum;
}

std::vector<CurvePoint> thinned(const std::vector<CurvePoint> &points, std::size_t most)
{
    most = std::max<std::size_t>(most, 2);
    if (points.size() <= most)
        return points;
    const std::vector<std::vector<double>> places = unit_axes(points);
    // The points between the first and the last in as many buckets as may be kept.
    const std::size_t buckets = most - 2, between = points.size() - 2;
    const auto begin_of = [&](std::size_t bucket) { return 1 + bucket * between / buckets; };
    std::vector<CurvePoint> out{points.front()};
    std::size_t kept = 0;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        const std::size_t begin = begin_of(bucket), end = begin_of(bucket + 1);
        const std::size_t next_end = bucket + 1 < buckets ? begin_of(bucket + 2) : points.size();
        std::vector<double> next(places.front().size(), 0.0); // the middle of the bucket that follows, or the last point
        for (std::size_t i = end; i < next_end; ++i)
            for (std::size_t axis = 0; axis < next.size(); ++axis)
                next[axis] += places[i][axis] / static_cast<double>(next_end - end);
        std::size_t best = begin;
        double largest = -1;
        for (std::size_t i = begin; i < end; ++i)
            if (const double size = triangles(places[kept], places[i], next); size > largest) {
                largest = size;
                best = i;
            }
        out.push_back(points[best]);
        kept = best;
    }
    out.push_back(points.back());
    return out;
}

/// What a stage cannot be drawn or stored with is left out.
bool is_whole(const CurvePoint &point, std::size_t terms)
{
    const auto stays_finite = [](double value) { return std::isfinite(static_cast<float>(value)); };
    return point.raw.size() == terms && point.weighted.size() == terms && stays_finite(point.epoch) &&
           std::all_of(point.raw.begin(), point.raw.end(), stays_finite) && std::all_of(point.weighted.begin(), point.weighted.end(), stays_finite);
}

RecordedCurves::Stage stage_of(const RunMonitor &monitor, CurveStage stage, std::size_t most_points)
{
    RecordedCurves::Stage out;
    out.terms = monitor.terms(stage);
    out.epochs = monitor.epochs(stage);
    std::vector<CurvePoint> points = monitor.points_since(stage, 0);
    std::erase_if(points, [&](const CurvePoint &point) { return out.terms.empty() || !is_whole(point, out.terms.size()); });
    out.points = thinned(points, most_points);
    return out;
}

// --- bytes

class BytesWriter {
public:
    void number(std::uint32_t value)
    {
        for (int shift = 0; shift < 32; shift += 8)
            out_.push_back(static_cast<char>(value >> shift & 0xff));
    }
    void number(double value) { number(std::bit_cast<std::uint32_t>(static_cast<float>(value))); }
    void text(std::string_view text)
    {
        number(static_cast<std::uint32_t>(text.size()));
        out_ += text;
    }
    void append(std::string_view bytes) { out_ += bytes; }
    std::string take()
    {
        number(crc32(out_));
        return std::move(out_);
    }

private:
    std::string out_;
};

class BytesReader {
public:
    BytesReader(std::string_view bytes, const std::string &where) : rest_(bytes), where_(where) {}

    [[noreturn]] void refuse() const { throw InputError(FAIRLOOM_TEXT("The curves are damaged"), where_, FAIRLOOM_TEXT("Restore the file, or repeat the run")); }

    std::string_view take(std::size_t size)
    {
        if (size > rest_.size())
            refuse();
        const std::string_view out = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return out;
    }
    std::uint32_t number()
    {
        std::uint32_t out = 0;
        for (int shift = 0; const char byte : take(4)) {
            out |= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << shift;
            shift += 8;
        }
        return out;
    }
    std::size_t count(std::size_t most)
    {
        const std::uint32_t out = number();
        if (out > most)
            refuse();
        return out;
    }
    double real()
    {
        const float out = std::bit_cast<float>(number());
        if (!std::isfinite(out))
            refuse();
        return out;
    }
    bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
    const std::string &where_;
};

void put_stage(BytesWriter &out, const RecordedCurves::Stage &stage)
{
    out.number(static_cast<std::uint32_t>(std::max(0, stage.epochs)));
    out.number(static_cast<std::uint32_t>(stage.terms.size()));
    for (const std::string &term : stage.terms)
        out.text(term);
    const auto whole = [&](const CurvePoint &point) { return is_whole(point, stage.terms.size()); };
    out.number(static_cast<std::uint32_t>(std::count_if(stage.points.begin(), stage.points.end(), whole)));
    for (const CurvePoint &point : stage.points) {
        if (!whole(point))
            continue;
        out.number(point.epoch);
        for (const double value : point.raw)
            out.number(value);
        for (const double value : point.weighted)
            out.number(value);
    }
}

RecordedCurves::Stage read_stage(BytesReader &in)
{
    RecordedCurves::Stage out;
    out.epochs = static_cast<int>(in.count(std::numeric_limits<int>::max()));
    out.terms.resize(in.count(most_terms));
    for (std::string &term : out.terms)
        term = in.take(in.count(most_name_bytes));
    const std::size_t points = in.count(most_stored_points);
    for (std::size_t i = 0; i < points; ++i) {
        CurvePoint point;
        point.epoch = in.real();
        for (std::vector<double> *values : {&point.raw, &point.weighted})
            for (std::size_t term = 0; term < out.terms.size(); ++term)
                values->push_back(in.real());
        out.points.push_back(std::move(point));
    }
    return out;
}

} // namespace

RecordedCurves curves_of(const RunMonitor &monitor, std::size_t most_points)
{
    return {stage_of(monitor, CurveStage::teacher, most_points), stage_of(monitor, CurveStage::student, most_points)};
}

void show_curves(const RecordedCurves &curves, RunMonitor &monitor)
{
    for (const auto &[stage, recorded] : {std::pair(CurveStage::teacher, &curves.teacher), std::pair(CurveStage::student, &curves.student)}) {
        if (recorded->terms.empty())
            continue;
        monitor.set_terms(stage, recorded->terms, recorded->epochs);
        for (const CurvePoint &point : recorded->points)
            monitor.add_point(stage, point);
    }
}

std::string curves_bytes(const RecordedCurves &curves)
{
    BytesWriter out;
    out.append(mark);
    put_stage(out, curves.teacher);
    put_stage(out, curves.student);
    return out.take();
}

RecordedCurves parse_curves(std::string_view bytes, const std::string &where)
{
    constexpr std::size_t sum_bytes = 4;
    BytesReader in(bytes.substr(0, bytes.size() - std::min(bytes.size(), sum_bytes)), where);
    if (in.take(mark.size()) != mark)
        in.refuse();
    if (BytesReader(bytes.substr(bytes.size() - sum_bytes), where).number() != crc32(bytes.substr(0, bytes.size() - sum_bytes)))
        in.refuse();
    RecordedCurves out;
    out.teacher = read_stage(in);
    out.student = read_stage(in);
    if (!in.at_end())
        in.refuse();
    return out;
}

void write_curves_file(const RecordedCurves &curves, const std::filesystem::path &file) { write_file(file, curves_bytes(curves)); }

RecordedCurves read_curves_file(const std::filesystem::path &file)
{
    refuse_what_is_no_file(file);
    std::error_code error;
    if (std::filesystem::file_size(file, error) > most_recorded_bytes || error)
        throw InputError(FAIRLOOM_TEXT("A file of more than 64 MB is not read"), file.string(), FAIRLOOM_TEXT("Check that it is the right file"));
    return parse_curves(read_file(file), file.string());
}

} // namespace fairloom
