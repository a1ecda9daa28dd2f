#pragma once

#include "core/data/number_text.h"
#include "core/data/readers/raw_table.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// Gathers one column's values, row after row. A value that was seen before costs a look-up and four bytes. Where nearly every row
/// has a number of its own, it goes over to numbers alone, if they can be spelled again as they were.
class RawColumnBuilder {
public:
    /// `missing`: spellings of a missing value, which a column of numbers may have too; must outlive the object.
    explicit RawColumnBuilder(const std::vector<std::string> &missing, NumberMarks marks = {});
    /// It can be moved but not copied: its views into texts of its own would go on pointing into the original.
    RawColumnBuilder(RawColumnBuilder &&) = default;
    RawColumnBuilder &operator=(RawColumnBuilder &&) = default;

    /// Makes room for so many rows.
    void reserve(std::size_t rows) { codes_.reserve(rows); }

    /// `stable`: the text outlives the builder, so that it need not be copied.
    void add(std::string_view value, bool stable = false);
    /// A row without any value (JSON null, SQL NULL).
    void add_nothing();
    std::size_t rows() const { return rows_; }

    /// The column; the builder is empty afterwards.
    RawColumn take(std::string name);
    /// Several stretches of one column, in order, as one. Parts are emptied as they are used.
    static RawColumn join(std::string name, std::vector<RawColumnBuilder> &parts);

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::int32_t code = -1;
    };
    std::int32_t code_of(std::string_view value, bool stable);
    void grow();
    bool become_numbers();
    void become_dictionary();
    static bool uniform(const std::vector<RawColumnBuilder> &parts);

    const std::vector<std::string> *missing_;
    NumberMarks marks_;
    std::size_t rows_ = 0;
    std::vector<Slot> slots_;
    std::vector<std::string_view> values_;
    std::deque<std::string> own_; ///< texts that would not outlive the builder
    std::vector<std::int32_t> codes_;
    bool numbers_refused_ = false;
    bool zeros_at_end_ = false;   ///< of numbers_: some number's last decimal is a 0
    std::optional<RawColumn::Numbers> numbers_;
};

} // namespace fairloom
