#include "core/report/html_writer.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t longest_whole_head = 10; ///< a narrow column would break the word

void write_cell(HtmlWriter &out, const HtmlCell &cell, std::string_view tag, const std::string &attributes, ReportForm form)
{
    out.open(tag, attributes);
    const bool linked = !cell.guide.empty() && form == ReportForm::web;
    if (linked)
        out.open("a", "href=\"#" + html_escaped(guide_anchor(cell.guide)) + "\"");
    out.raw(html_escaped(cell.text));
    if (linked)
        out.raw("</a>");
    out.close(tag);
}

void write_head(HtmlWriter &out, const HtmlTable &table, ReportForm form)
{
    if (table.head.empty())
        return;
    out.open("thead");
    out.open("tr");
    for (std::size_t i = 0; i < table.head.size(); ++i) {
        const bool number = i >= table.numbers_from;
        std::string attributes = form == ReportForm::paper ? (number ? "align=\"right\" class=\"head\"" : "align=\"left\" class=\"head\"")
                                                           : (number ? "scope=\"col\" class=\"n\"" : "scope=\"col\"");
        if (form == ReportForm::paper && table.head[i].text.size() < longest_whole_head)
            attributes += " style=\"white-space: nowrap\"";
        write_cell(out, table.head[i], form == ReportForm::paper ? "td" : "th", attributes, form);
    }
    out.close("tr");
    out.close("thead");
}

void write_body(HtmlWriter &out, const HtmlTable &table, ReportForm form)
{
    out.open("tbody");
    for (const std::vector<HtmlCell> &row : table.rows) {
        out.open("tr");
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool number = i >= table.numbers_from;
            if (form == ReportForm::paper)
                write_cell(out, row[i], "td", number ? "align=\"right\"" : "", form);
            else if (i == 0)
                write_cell(out, row[i], "th", number ? "scope=\"row\" class=\"n\"" : "scope=\"row\"", form);
            else
                write_cell(out, row[i], "td", number ? "class=\"n\"" : "", form);
        }
        out.close("tr");
    }
    out.close("tbody");
}

void write_notes(HtmlWriter &out, const HtmlTable &table)
{
    for (const std::string &note : table.notes)
        out.element("p", note, "class=\"tablenote\"");
}

void write_web_table(HtmlWriter &out, const HtmlTable &table)
{
    // who has no mouse can scroll a table that is wider than the window
    out.open("div", "class=\"scroll\" tabindex=\"0\"" + (table.caption.empty() ? std::string() : " role=\"region\" aria-label=\"" + html_escaped(table.caption) + "\""));
    out.open("table");
    if (!table.caption.empty())
        out.element("caption", table.caption);
    write_head(out, table, ReportForm::web);
    write_body(out, table, ReportForm::web);
    out.close("table");
    out.close("div");
    write_notes(out, table);
}

/// Row headers and the columns from `begin` to `end`.
HtmlTable part_of(const HtmlTable &table, std::size_t begin, std::size_t end)
{
    const auto cut = [&](const std::vector<HtmlCell> &row) {
        const auto at = [&](std::size_t i) { return row.begin() + static_cast<std::ptrdiff_t>(std::min(i, row.size())); };
        std::vector<HtmlCell> out(row.begin(), at(table.numbers_from));
        out.insert(out.end(), at(begin), at(end));
        return out;
    };
    HtmlTable out{{}, cut(table.head), {}, table.numbers_from, {}, table.paper_columns};
    for (const std::vector<HtmlCell> &row : table.rows)
        out.rows.push_back(cut(row));
    return out;
}

void write_paper_part(HtmlWriter &out, const HtmlTable &table)
{
    out.open("table", "width=\"100%\" cellspacing=\"0\" cellpadding=\"3\" border=\"1\"");
    write_head(out, table, ReportForm::paper);
    write_body(out, table, ReportForm::paper);
    out.close("table");
    out.element("p", "\u00a0", "class=\"gap\"");
}

void write_paper_table(HtmlWriter &out, const HtmlTable &table)
{
    if (!table.caption.empty())
        out.element("h4", table.caption);
    std::size_t columns = table.head.size();
    for (const std::vector<HtmlCell> &row : table.rows)
        columns = std::max(columns, row.size());
    if (columns <= table.paper_columns || table.numbers_from >= table.paper_columns) {
        write_paper_part(out, table);
    } else {
        // parts of about the same width
        const std::size_t numbers = columns - table.numbers_from, room = table.paper_columns - table.numbers_from;
        const std::size_t parts = (numbers + room - 1) / room, each = (numbers + parts - 1) / parts;
        for (std::size_t begin = table.numbers_from; begin < columns; begin += each)
            write_paper_part(out, part_of(table, begin, std::min(columns, begin + each)));
    }
    write_notes(out, table);
}

} // namespace

std::string html_escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 16);
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default:
            // control characters are not allowed in HTML at all
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return out;
}

void HtmlWriter::open(std::string_view tag, std::string_view attributes)
{
    out_ += '<';
    out_ += tag;
    if (!attributes.empty()) {
        out_ += ' ';
        out_ += attributes;
    }
    out_ += '>';
}

void HtmlWriter::close(std::string_view tag)
{
    out_ += "</";
    out_ += tag;
    out_ += ">\n";
}

void HtmlWriter::element(std::string_view tag, std::string_view text, std::string_view attributes)
{
    open(tag, attributes);
    out_ += html_escaped(text);
    close(tag);
}

void write_table(HtmlWriter &out, const HtmlTable &table, ReportForm form)
{
    if (form == ReportForm::web)
        write_web_table(out, table);
    else
        write_paper_table(out, table);
}

std::string guide_anchor(const std::string &key) { return "figure-" + key; }

} // namespace fairloom
