#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fairloom {

/// Reads JSON from front to back without building a document: a project's index has megabytes of it, read whenever the project is opened. Who reads
/// says what comes next; anything else, and damage, throws InputError with the text's name and the last key. Strict, but for texts that
/// are not valid UTF-8, numbers as "0." and "01", and the inside of what is skipped.
class JsonScanner {
public:
    /// `text` must outlive it; `where` names it in errors.
    JsonScanner(std::string_view text, std::string where) : rest_(text), where_(std::move(where)) {}

    /// Calls entry(key), which has to read the value, for every entry of an object.
    template <typename Entry>
    void object(Entry entry)
    {
        std::string key;
        for (bool first = true; goes_on('{', '}', first); first = false) {
            read_key(key);
            entry(static_cast<const std::string &>(key));
        }
    }
    /// Calls item(), which has to read it, for every item of a list.
    template <typename Item>
    void list(Item item)
    {
        for (bool first = true; goes_on('[', ']', first); first = false)
            item();
    }

    std::string text();
    bool flag();
    double number(); ///< finite
    std::int64_t whole();
    std::uint64_t count();
    /// Reads a null if there is one.
    bool null();
    void skip(); ///< any value
    void end();  ///< nothing but blanks may follow

    /// The first character of what comes next: one of { [ " t f n - 0 .. 9 if it is a value, 0 at the end.
    char next()
    {
        std::size_t blanks = 0;
        while (blanks < rest_.size() && (rest_[blanks] == ' ' || rest_[blanks] == '\n' || rest_[blanks] == '\t' || rest_[blanks] == '\r'))
            ++blanks;
        rest_.remove_prefix(blanks);
        return rest_.empty() ? '\0' : rest_.front();
    }
    /// Named before the key in errors: "settings" for "settings.latent".
    void set_section(std::string section) { section_ = std::move(section); }
    [[noreturn]] void refuse() const;

private:
    bool goes_on(char open, char close, bool first);
    void read_key(std::string &key);
    void read_text(std::string &out);
    void read_escape(std::string &out);
    unsigned hex4();
    void expect(char c);
    void expect(std::string_view word);
    template <typename Number>
    Number parse();

    std::string_view rest_;
    std::string where_, section_, last_key_;
};

} // namespace fairloom
