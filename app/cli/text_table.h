#pragma once

#include <string>
#include <vector>

namespace fairloom::cli {

/// Rows of texts set in columns for a terminal: the first `left` columns flush left, the others flush right.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> head, std::size_t left = 1) : rows_{std::move(head)}, left_(left) {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    std::string str() const;

private:
    std::vector<std::vector<std::string>> rows_;
    std::size_t left_;
};

} // namespace fairloom::cli
