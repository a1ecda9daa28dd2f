#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fairloom {

struct PictureFile {
    std::string name;           ///< path below the folder, with "/" between
    std::filesystem::path path;
};

/// The files of a folder and the folders in it that are named like pictures (.jpg, .jpeg, .png, .gif, .bmp, .tif, .tiff, .webp), by name.
/// What is hidden (".name") is passed over, and so are folders that must not be read and links to folders. Throws InputError for a
/// folder that cannot be read, Cancelled.
std::vector<PictureFile> find_picture_files(const std::filesystem::path &folder, const std::stop_token &stop);

/// Finds the file that a table of labels means: by path below the folder, or by file name and, if the table has one, the name of the
/// folder that it is in ("train/1.jpg" is not val/1.jpg); each with or without extension.
class PictureIndex {
public:
    explicit PictureIndex(const std::vector<PictureFile> &files);

    /// Index into the files; nothing if no file, or more than one, is called that.
    std::optional<std::size_t> find(std::string_view reference) const;

private:
    void add(std::string key, std::size_t file);

    static constexpr std::size_t ambiguous = static_cast<std::size_t>(-1);
    std::vector<std::string> folders_; ///< per file: name of the one that it is in
    std::unordered_map<std::string, std::size_t> by_path_, by_key_;
};

} // namespace fairloom
