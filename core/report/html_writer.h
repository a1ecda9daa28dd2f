#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// Text made safe for HTML and SVG, in content and in quoted attributes.
std::string html_escaped(std::string_view text);

/// Builds a page from elements; all text that comes in through it is escaped, but for raw().
class HtmlWriter {
public:
    void raw(std::string_view markup) { out_ += markup; }
    void open(std::string_view tag, std::string_view attributes = {});
    void close(std::string_view tag);
    void element(std::string_view tag, std::string_view text, std::string_view attributes = {});

    const std::string &html() const { return out_; }

private:
    std::string out_;
};

/// A table of texts. The first column is a row header; the columns from `numbers_from` on are set flush right.
struct HtmlTable {
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::size_t numbers_from = 1;
};
void write_table(HtmlWriter &out, const HtmlTable &table);

} // namespace fairloom
