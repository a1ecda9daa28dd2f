#pragma once

#include "core/base/message.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// Takes one JSON value apart into the cells of a row. Objects inside objects give "a.b"; arrays inside a row become JSON text without
/// blanks; the elements of a row that is an array are "column_1" and so on. Numbers keep their spelling.
class JsonRow final : private nlohmann::json_sax<nlohmann::json> {
public:
    enum class Kind { nothing, number, boolean, text, json };
    struct Cell {
        std::string name;
        std::string text;
        Kind kind = Kind::nothing;
    };

    /// What is wrong with the value.
    struct Fault {
        Message what;
        std::size_t position = 0; ///< in the text
    };
    /// Reads the value anew. Python's NaN and Infinity, which are no JSON, are null.
    std::optional<Fault> read(std::string_view text);

    std::size_t size() const { return size_; }
    const Cell &operator[](std::size_t i) const { return cells_[i]; }
    bool is_array() const { return is_array_; }
    std::size_t elements() const { return elements_; } ///< of a row that is an array

private:
    bool parse(std::string_view text);

    bool null() override { return value("null", Kind::nothing); }
    bool boolean(bool on) override { return value(on ? "true" : "false", Kind::boolean); }
    bool number_integer(number_integer_t number) override { return value(std::to_string(number), Kind::number); }
    bool number_unsigned(number_unsigned_t number) override { return value(std::to_string(number), Kind::number); }
    bool number_float(number_float_t, const string_t &spelling) override { return value(spelling, Kind::number); }
    bool string(string_t &text) override { return value(text, Kind::text); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override;
    bool key(string_t &name) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string &, const nlohmann::json::exception &) override;

    bool value(std::string_view text, Kind kind);
    void begin_in_json();
    void add(std::string_view text, Kind kind);

    std::vector<Cell> cells_; ///< more than size_, so that their texts' memory is used again
    std::size_t size_ = 0;
    bool is_array_ = false;
    std::vector<std::size_t> path_sizes_; ///< per open object: of the path in front of its keys
    std::string path_;                    ///< of the value that comes next
    std::size_t elements_ = 0;            ///< of a row that is an array
    std::string json_;                    ///< of the array that is being written as text
    std::size_t json_depth_ = 0;          ///< 0 = none is
    Fault fault_;
};

} // namespace fairloom
