#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/data/pictures/bad_picture.h"
#include "core/data/readers/raw_table.h"
#include "core/data/recipe.h"
#include "core/data/table.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// An image set as a table, and what was found out about it.
struct PictureTable {
    Table table;                           ///< the column "picture" first, then labels
    std::size_t found = 0;                 ///< pictures that there are, whatever became of them
    PictureRule rule;                      ///< as it was read, everything set
    DialectRule dialect;                   ///< of the file of labels
    std::vector<std::string> file_columns; ///< of the file of labels, in its order; empty = there is none
    std::string sha256;                    ///< of what `sha256sum` prints for the files: pictures by name, then labels
    std::size_t bad_lines = 0;             ///< of the file of labels, passed over
    std::vector<BadLine> first_bad;
    std::vector<BadPicture> bad;           ///< left out, by name
    std::size_t bad_rows = 0;              ///< rows left out with them
    std::size_t unlabelled = 0;            ///< pictures left out because nothing is known about them
    std::vector<Message> notes;
    std::vector<std::pair<std::string, std::string>> counterparts; ///< see Dataset
};

/// Whether read_picture_table() is for it rather than read_table_file(): a folder, or an IDX file.
bool is_picture_source(const std::string &source);

/// Reads a folder of pictures (see read_picture_labels), an IDX file of pictures with the labels beside it (column "digit"), or a folder that
/// holds one such file. The recipe's PictureRule says what is known; a colouring adds the columns "parity", "colour", "picture (unbiased)"
/// and "colour (unbiased)". With `like` the labels have that table's columns, types and categories. What cannot be read is left out and
/// listed. Throws InputError: nothing to read, no labels, more memory than most_picture_bytes. Cancelled.
PictureTable read_picture_table(const std::string &source, const Recipe &recipe, const Table *like, Progress &progress, const std::stop_token &stop);

/// A few pictures of an image set, spread over all of them, to be looked at before it is opened.
struct PicturePreview {
    PictureTable some;                 ///< as read_picture_table() would have them
    std::size_t of = 0;                ///< how many pictures there are in all
    std::optional<InputError> refused; ///< why the labels cannot be read; there are pictures alone then
};

/// Throws InputError if there are no pictures to look at, Cancelled.
PicturePreview preview_picture_table(const std::string &source, const Recipe &recipe, std::size_t most, const std::stop_token &stop);

/// The first of the recipes that fits the pictures' names, the file of labels or the kind of file, if any. Throws Cancelled.
std::optional<Recipe> recognise_picture_recipe(const std::filesystem::path &source, std::vector<Recipe> recipes, const std::stop_token &stop);

} // namespace fairloom
