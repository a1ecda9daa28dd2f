#include "core/study/store/json_scanner.h"

#include "core/base/error.h"

#include <charconv>
#include <type_traits>

namespace fairloom {

namespace {

constexpr std::size_t most_scanned_depth = 100;

void append_utf8(std::string &out, unsigned code)
{
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80 | (code >> shift & 0x3f)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0 | code >> 6);
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0 | code >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | code >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace

void JsonScanner::refuse() const
{
    const std::string key = section_.empty() || last_key_.empty() ? last_key_ : section_ + "." + last_key_;
    throw InputError(FAIRLOOM_TEXT("The value is damaged or of another kind"), key.empty() ? where_ : where_ + ", " + key,
                     FAIRLOOM_TEXT("Look for the project's runs again: what was damaged is read from their folders"));
}

void JsonScanner::expect(char c)
{
    if (next() != c)
        refuse();
    rest_.remove_prefix(1);
}

void JsonScanner::expect(std::string_view word)
{
    if (!rest_.starts_with(word))
        refuse();
    rest_.remove_prefix(word.size());
}

bool JsonScanner::goes_on(char open, char close, bool first)
{
    if (first)
        expect(open);
    if (next() == close) {
        rest_.remove_prefix(1);
        return false;
    }
    if (!first) {
        expect(',');
        if (next() == close)
            refuse();
    }
    return true;
}

void JsonScanner::read_key(std::string &key)
{
    read_text(key);
    last_key_ = key;
    expect(':');
}

std::string JsonScanner::text()
{
    std::string out;
    read_text(out);
    return out;
}

void JsonScanner::read_text(std::string &out)
{
    expect('"');
    out.clear();
    while (true) {
        std::size_t plain = 0;
        while (plain < rest_.size() && rest_[plain] != '"' && rest_[plain] != '\\' && static_cast<unsigned char>(rest_[plain]) >= 0x20)
            ++plain;
        out += rest_.substr(0, plain);
        rest_.remove_prefix(plain);
        if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\\'))
            refuse();
        const bool escaped = rest_.front() == '\\';
        rest_.remove_prefix(1);
        if (!escaped)
            return;
        read_escape(out);
    }
}

void JsonScanner::read_escape(std::string &out)
{
    constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    if (rest_.empty())
        refuse();
    const char name = rest_.front();
    rest_.remove_prefix(1);
    if (const std::size_t which = names.find(name); which != std::string_view::npos) {
        out += meanings[which];
        return;
    }
    if (name != 'u')
        refuse();
    unsigned code = hex4();
    const auto is_high = [](unsigned half) { return half >= 0xd800 && half < 0xdc00; };
    const auto is_low = [](unsigned half) { return half >= 0xdc00 && half < 0xe000; };
    if (is_high(code)) {
        expect(std::string_view("\\u"));
        const unsigned low = hex4();
        if (!is_low(low))
            refuse();
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (is_low(code)) {
        refuse();
    }
    append_utf8(out, code);
}

unsigned JsonScanner::hex4()
{
    constexpr std::size_t digits = 4;
    unsigned out = 0;
    if (rest_.size() < digits)
        refuse();
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + digits, out, 16);
    if (error != std::errc() || end != rest_.data() + digits)
        refuse();
    rest_.remove_prefix(digits);
    return out;
}

bool JsonScanner::flag()
{
    const bool out = next() == 't';
    expect(std::string_view(out ? "true" : "false"));
    return out;
}

bool JsonScanner::null()
{
    if (next() != 'n')
        return false;
    expect(std::string_view("null"));
    return true;
}

template <typename Number>
Number JsonScanner::parse()
{
    // from_chars() also takes "inf" and "nan".
    const std::size_t first_digit = next() == '-' ? 1 : 0;
    if (rest_.size() <= first_digit || rest_[first_digit] < '0' || rest_[first_digit] > '9')
        refuse();
    Number out{};
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
    if (error != std::errc())
        refuse();
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    if (std::is_integral_v<Number> && !rest_.empty() && std::string_view(".eE").find(rest_.front()) != std::string_view::npos)
        refuse();
    return out;
}

double JsonScanner::number() { return parse<double>(); }
std::int64_t JsonScanner::whole() { return parse<std::int64_t>(); }
std::uint64_t JsonScanner::count() { return parse<std::uint64_t>(); }

void JsonScanner::skip()
{
    std::string closing, passed;
    do {
        const char c = next();
        if (c == '{' || c == '[') {
            closing += c == '{' ? '}' : ']';
            rest_.remove_prefix(1);
            if (closing.size() > most_scanned_depth)
                refuse();
        } else if (!closing.empty() && c == closing.back()) {
            closing.pop_back();
            rest_.remove_prefix(1);
        } else if (!closing.empty() && (c == ',' || c == ':')) {
            rest_.remove_prefix(1);
        } else if (c == '"') {
            read_text(passed);
        } else if (c == 't' || c == 'f') {
            flag();
        } else if (!null()) {
            number();
        }
    } while (!closing.empty());
}

void JsonScanner::end()
{
    if (next() != '\0' || !rest_.empty())
        refuse();
}

} // namespace fairloom
