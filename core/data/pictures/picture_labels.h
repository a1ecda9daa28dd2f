#pragma once

#include "core/base/progress.h"
#include "core/data/pictures/bad_picture.h"
#include "core/data/pictures/picture_files.h"
#include "core/data/readers/raw_table.h"
#include "core/data/recipe.h"
#include "core/data/table.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// What is known about the pictures of a folder: a row for every picture that something is known about.
struct PictureLabels {
    Table table;                          ///< columns of labels, typed by the recipe's rules; no column that names pictures
    std::vector<std::size_t> files;       ///< per row: index of its picture's file
    std::vector<BadPicture> bad;          ///< rows whose picture is not there, names that do not fit the pattern
    std::size_t unlabelled = 0;           ///< pictures without a row
    PictureRule rule;                     ///< with what was found out: the file of labels and its column of names
    std::string source;                   ///< file of labels, or empty
    std::string sha256;                   ///< of that file
    DialectRule dialect;                  ///< of that file
    std::vector<std::string> file_columns; ///< of that file, all of them in its order
    std::size_t bad_lines = 0;
    std::vector<BadLine> first_bad;
    std::vector<Message> notes;
};

/// Finds labels for the pictures of a folder: inside their names if the recipe has a pattern; else in the file that the recipe names (in
/// the folder, beside it or absolute, also with another extension); else in the only text file of the folder with a column that names
/// the pictures; else the first folder below the one that all are in is their class, in a column "class". With `like`, labels have
/// that table's columns, types and categories. Throws InputError: no labels, no such file, two files that could be it.
PictureLabels read_picture_labels(const std::filesystem::path &folder, const std::vector<PictureFile> &files, const Recipe &recipe, const Table *like,
                                  Progress &progress, const std::stop_token &stop);

/// The file with labels that the rule names, or empty if there is none of that name.
std::filesystem::path find_label_file(const std::filesystem::path &folder, const std::string &labels);

} // namespace fairloom
