#pragma once

#include "core/base/random.h"
#include "core/data/table.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fairloom {

struct EncoderSettings {
    double frequent_share = 0.04; ///< a number in more than this share of rows is a state of its own
    int quantile_bins = 24;       ///< upper bound on the bins for all other numbers of a column
    int verbatim_rows = 5;        ///< a number is emitted as it is only if so many training rows have it
};

/// Turns the chosen columns of a table into states (small integers) and back. Every category is a state, missing
/// included; every number column becomes its frequent values, each a state, and quantile bins for the rest (design:
/// "blurred numbers ruin density and coverage"). Fitted on training rows only.
class TableEncoder {
public:
    /// `columns`: indices into table.columns, kept in this order. Pictures are left out: they have networks of their own.
    static TableEncoder fit(const Table &table, const std::vector<std::size_t> &columns, const EncoderSettings &settings = {});

    std::size_t columns() const { return codecs_.size(); }
    int states(std::size_t column) const { return codecs_[column].states; }
    int total_states() const;
    const std::vector<std::size_t> &source_columns() const { return source_columns_; }

    /// Columns are found by name, so that a table of generated columns only does as well; categories by spelling.
    /// rows x columns() states, row-major; -1 for a category that no training row has. A number outside the range seen
    /// in training gets the nearest bin.
    std::vector<std::int32_t> encode(const Table &table) const;

    /// One value per row for encoder column `column`: an existing category, or a number on the observed grid inside
    /// its bin; only numbers that at least `verbatim_rows` training rows have are emitted as they are.
    /// `states[i]` in 0 .. states(column) - 1. Returns a column with the training column's name, categories and format.
    Column decode(std::size_t column, std::span<const std::int32_t> states, Random &random) const;

    /// What decoding needs, as one JSON text, and back (throws InputError if it is damaged): stored with the model.
    std::string to_json() const;
    static TableEncoder from_json(const std::string &text);

private:
    struct Bin {
        double low = 0, high = 0;             ///< range of the training values in it, both ends included
        bool frequent = false;                ///< one frequent value, low == high
        std::vector<double> values;           ///< distinct training values that may be emitted verbatim, ascending
        std::vector<double> weights;          ///< cumulative share of the bin's rows they hold; the rest is drawn on the grid
        std::vector<double> gaps;             ///< frequent values inside the range, which are states of their own (derived)
    };
    struct Codec {
        Column prototype;                     ///< name, type, categories, format; no rows
        int states = 0;
        std::vector<Bin> bins;                ///< number columns: one per state but a missing one
        std::vector<std::uint8_t> category_seen; ///< category columns
        std::vector<std::int32_t> category_state, state_category;
        int missing_state = -1;
        // derived from bins, for encoding
        std::vector<double> frequent;         ///< frequent values, ascending
        std::vector<std::int32_t> frequent_state;
        std::vector<double> border;           ///< halfway between neighbouring ranges, ascending
        std::vector<std::int32_t> range_state; ///< border.size() + 1; the frequent states if there is no range
    };
    static Codec fit_column(const Column &column, const EncoderSettings &settings);
    static void fit_numbers(const Column &column, const EncoderSettings &settings, Codec &codec);
    static void derive(Codec &codec);
    static double draw(const Bin &bin, int decimals, Random &random);

    std::vector<std::size_t> source_columns_;
    std::vector<Codec> codecs_;
};

} // namespace fairloom
