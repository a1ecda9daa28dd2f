#pragma once

#include "core/study/metric_json.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// The text of a JSON file that may come from a stranger. Throws InputError: no such file, unreadable, larger than 64 MB.
std::string read_json_text(const std::filesystem::path &file);

/// Throws InputError, with the line: damaged, nested more than 100 deep, or with so many keys in one object that reading it would take minutes.
/// `where` names the file; `remedy`: what to do about damage, where the file is none that a run writes.
Json parse_json_text(const std::string &text, const std::string &where, const Message &remedy = {});

/// One object of a parsed file and where it stands, so that an error can name file and key. Whatever has another type than was asked for throws
/// InputError; what is missing is what an older version did not write, and comes as empty. It refers to the document, which must outlive it.
class JsonPart {
public:
    /// Throws unless `json` is an object.
    JsonPart(const Json &json, std::string file, std::string path = {});

    bool has(const std::string &key) const; ///< neither missing nor null
    bool mentions(const std::string &key) const; ///< null counts too

    std::optional<JsonPart> part(const std::string &key) const;
    std::vector<JsonPart> list(const std::string &key) const;            ///< of objects
    std::vector<std::pair<std::string, JsonPart>> parts() const;         ///< all entries of this object, each an object
    std::vector<std::pair<std::string, double>> numbers() const;         ///< all entries of this object that are not null, each a number

    std::string text(const std::string &key) const;
    std::vector<std::string> texts(const std::string &key) const;
    std::vector<std::size_t> counts(const std::string &key) const;
    std::vector<std::pair<std::string, std::string>> named_texts(const std::string &key) const;
    bool flag(const std::string &key) const;
    /// null is what stands for a number that was not finite.
    double number(const std::string &key) const;
    double number(const std::string &key, double if_missing) const;
    std::optional<double> optional_number(const std::string &key) const;
    std::size_t count(const std::string &key) const;
    std::uint64_t seed(const std::string &key) const;
    int small_count(const std::string &key) const;

    /// Under `key` + "_message"; of older files, the English text under `key`.
    Message message(const std::string &key) const;
    /// Under `key` + "_messages"; of older files, the English texts under `key`.
    std::vector<Message> messages(const std::string &key) const;
    std::optional<Interval> interval(const std::string &name) const;
    Metric metric(const std::string &name) const;

    [[noreturn]] void refuse(const std::string &key, Message what, Message remedy) const;

private:
    const Json *find(const std::string &key) const; ///< null if missing or null
    std::string path_of(const std::string &key) const;
    const Json::array_t &array(const Json &json, const std::string &key) const;
    std::size_t whole(const Json &json, const std::string &key, std::size_t most) const;
    double number_of(const Json &json, const std::string &key) const;
    std::string text_of(const Json &json, const std::string &key) const;
    Message message_of(const JsonPart &part) const;

    const Json &json_;
    std::string file_, path_;
};

} // namespace fairloom
