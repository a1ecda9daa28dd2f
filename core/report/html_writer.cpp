#include "core/report/html_writer.h"

namespace fairloom {

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

void write_table(HtmlWriter &out, const HtmlTable &table)
{
    const auto attributes = [&](std::size_t column, const char *scope) {
        std::string text = scope;
        if (column >= table.numbers_from)
            text += std::string(text.empty() ? "" : " ") + "class=\"n\"";
        return text;
    };
    out.open("div", "class=\"scroll\"");
    out.open("table");
    if (!table.caption.empty())
        out.element("caption", table.caption);
    if (!table.head.empty()) {
        out.open("thead");
        out.open("tr");
        for (std::size_t i = 0; i < table.head.size(); ++i)
            out.element("th", table.head[i], attributes(i, "scope=\"col\""));
        out.close("tr");
        out.close("thead");
    }
    out.open("tbody");
    for (const std::vector<std::string> &row : table.rows) {
        out.open("tr");
        for (std::size_t i = 0; i < row.size(); ++i)
            out.element(i == 0 ? "th" : "td", row[i], attributes(i, i == 0 ? "scope=\"row\"" : ""));
        out.close("tr");
    }
    out.close("tbody");
    out.close("table");
    out.close("div");
}

} // namespace fairloom
