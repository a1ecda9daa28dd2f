#include "core/data/readers/json_row.h"

namespace fairloom {

namespace {

void append_quoted(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            out += "\\u00";
            out += digits[c >> 4];
            out += digits[c & 0xf];
        } else {
            out += c;
        }
    }
    out += '"';
}

/// NaN, Infinity and -Infinity outside strings as null; nothing if there are none.
std::optional<std::string> without_nan(std::string_view text)
{
    std::string out;
    std::size_t kept = 0;
    for (std::size_t at = text.find_first_of("\"NI-"); at != std::string_view::npos; at = text.find_first_of("\"NI-", at)) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at)
                at += text[at] == '\\';
            if (++at >= text.size())
                break;
            continue;
        }
        std::size_t size = 0;
        for (const std::string_view word : {"NaN", "Infinity", "-Infinity"})
            if (text.substr(at).starts_with(word))
                size = word.size();
        if (size > 0) {
            out.append(text, kept, at - kept).append("null");
            kept = at + size;
        }
        at += std::max<std::size_t>(size, 1);
    }
    if (kept == 0)
        return std::nullopt;
    return out.append(text.substr(kept));
}

} // namespace

std::optional<JsonRow::Fault> JsonRow::read(std::string_view text)
{
    if (parse(text))
        return std::nullopt;
    const Fault fault = fault_;
    if (const std::optional<std::string> other = without_nan(text); other && parse(*other))
        return std::nullopt;
    return fault;
}

bool JsonRow::parse(std::string_view text)
{
    size_ = 0;
    is_array_ = false;
    path_sizes_.clear();
    path_.clear();
    elements_ = 0;
    json_depth_ = 0;
    fault_ = {};
    return nlohmann::json::sax_parse(text.begin(), text.end(), static_cast<nlohmann::json_sax<nlohmann::json> *>(this));
}

bool JsonRow::parse_error(std::size_t position, const std::string &, const nlohmann::json::exception &)
{
    fault_ = {FAIRLOOM_TEXT("This is not valid JSON"), position};
    return false;
}

void JsonRow::begin_in_json()
{
    if (!json_.empty() && json_.back() != '[' && json_.back() != '{' && json_.back() != ':')
        json_ += ',';
}

bool JsonRow::value(std::string_view text, Kind kind)
{
    if (json_depth_ > 0) {
        begin_in_json();
        if (kind == Kind::text)
            append_quoted(json_, text);
        else
            json_ += text;
        return true;
    }
    if (path_sizes_.empty() && !is_array_) {
        fault_ = {FAIRLOOM_TEXT("A row has to be an object or an array"), 0};
        return false;
    }
    add(text, kind);
    return true;
}

void JsonRow::add(std::string_view text, Kind kind)
{
    if (size_ == cells_.size())
        cells_.emplace_back();
    Cell &cell = cells_[size_++];
    if (is_array_ && path_sizes_.empty())
        cell.name = "column_" + std::to_string(++elements_);
    else
        cell.name = path_;
    cell.kind = kind;
    cell.text = text;
}

bool JsonRow::start_object(std::size_t)
{
    if (json_depth_ > 0) {
        begin_in_json();
        json_ += '{';
        ++json_depth_;
        return true;
    }
    if (is_array_ && path_sizes_.empty())
        path_ = "column_" + std::to_string(++elements_);
    if (is_array_ || !path_sizes_.empty())
        path_ += '.';
    path_sizes_.push_back(path_.size());
    return true;
}

bool JsonRow::key(string_t &name)
{
    if (json_depth_ > 0) {
        begin_in_json();
        append_quoted(json_, name);
        json_ += ':';
        return true;
    }
    path_.resize(path_sizes_.back());
    path_ += name;
    return true;
}

bool JsonRow::end_object()
{
    if (json_depth_ > 0) {
        json_ += '}';
        --json_depth_;
    } else {
        path_sizes_.pop_back();
    }
    return true;
}

bool JsonRow::start_array(std::size_t)
{
    if (json_depth_ == 0 && path_sizes_.empty() && !is_array_) {
        is_array_ = true;
        return true;
    }
    if (json_depth_ > 0)
        begin_in_json();
    else
        json_.clear();
    json_ += '[';
    ++json_depth_;
    return true;
}

bool JsonRow::end_array()
{
    if (json_depth_ == 0)
        return true; // the row itself
    json_ += ']';
    if (--json_depth_ == 0)
        add(json_, Kind::json);
    return true;
}

} // namespace fairloom
