#pragma once

#include <string>
#include <string_view>
#include <utility>
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

/// What a page is read on: a screen, or paper, whose writer knows neither modern CSS nor SVG within the text.
enum class ReportForm { web, paper };

/// One cell: a text, which leads to the definition of a figure if it names one.
struct HtmlCell {
    std::string text;
    std::string guide; ///< key of a MetricGuide

    HtmlCell(std::string text_, std::string guide_ = {}) : text(std::move(text_)), guide(std::move(guide_)) {}
    HtmlCell(const char *text_, std::string guide_ = {}) : text(text_), guide(std::move(guide_)) {}
};

/// The columns before `numbers_from` are flush left and those from there on flush right; the first column is a row header.
struct HtmlTable {
    std::string caption;
    std::vector<HtmlCell> head;
    std::vector<std::vector<HtmlCell>> rows;
    std::size_t numbers_from = 1;
    std::vector<std::string> notes;  ///< beneath the table
    std::size_t paper_columns = 8;   ///< more of them than this become several tables on paper
};
void write_table(HtmlWriter &out, const HtmlTable &table, ReportForm form = ReportForm::web);

/// The anchor of a figure's definition.
std::string guide_anchor(const std::string &key);

} // namespace fairloom
