#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// The lines of a text, one after another; LF, CRLF or CR.
class ArffLines {
public:
    explicit ArffLines(std::string_view text);

    /// False at the end. The line comes without blanks around it.
    bool next(std::string_view &line);
    std::size_t number() const { return number_; } ///< of the line that next() gave last, from 1
    std::size_t position() const { return at_; }

private:
    std::string_view text_;
    char end_;
    std::size_t at_ = 0;
    std::size_t number_ = 0;
};

enum class ArffFault { none, unclosed_quote, text_behind_quote };

/// Cuts one line into values: quoted by ' or " (with backslashes or doubled quotes inside) or bare.
class ArffTokens {
public:
    struct Token {
        std::string_view text;
        bool in_line = true; ///< false if escapes had to go, so that the text lives in this object until the next line
    };

    /// Cuts at commas; blanks around values do not count.
    ArffFault cut(std::string_view line);
    /// Cuts at blanks. `commas`: whether there was a comma outside quotes.
    ArffFault cut_at_blanks(std::string_view line, bool &commas);

    const std::vector<Token> &tokens() const { return tokens_; }

    /// Takes one value off the front of `rest`, up to one of `stops` if it is not quoted. `rest` begins with no blank.
    ArffFault take(std::string_view &rest, std::string_view stops, Token &token);
    /// Before take() is called for another line: gives up all texts of this object.
    void clear();

private:
    std::vector<Token> tokens_;
    std::deque<std::string> own_;
    std::size_t own_used_ = 0;
};

/// The text without blanks in front.
std::string_view skip_blanks(std::string_view text);

/// The line without a comment at its end: a % outside quotes behind a blank.
std::string_view without_comment(std::string_view line);

} // namespace fairloom
