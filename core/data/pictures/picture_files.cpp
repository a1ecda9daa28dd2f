#include "core/data/pictures/picture_files.h"

#include "core/base/error.h"
#include "core/base/progress.h"

#include <algorithm>
#include <cctype>

namespace fairloom {

namespace {

bool named_like_picture(const std::filesystem::path &file)
{
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const char *known : {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp"})
        if (extension == known)
            return true;
    return false;
}

std::string without_extension(const std::string &name)
{
    const std::size_t dot = name.rfind('.'), slash = name.rfind('/');
    return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? name : name.substr(0, dot);
}

std::string file_name(const std::string &name)
{
    const std::size_t slash = name.rfind('/');
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

} // namespace

std::vector<PictureFile> find_picture_files(const std::filesystem::path &folder, const std::stop_token &stop)
{
    namespace fs = std::filesystem;
    std::vector<PictureFile> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end; !error && at != end;
         at.increment(error)) {
        throw_if_stopped(stop);
        const std::string name = at->path().filename().string();
        if (name.starts_with('.')) {
            at.disable_recursion_pending();
            continue;
        }
        std::error_code ignored;
        if (named_like_picture(name) && at->is_regular_file(ignored))
            files.push_back({at->path().lexically_relative(folder).generic_string(), at->path()});
    }
    if (error)
        throw InputError(FAIRLOOM_TEXT("The folder cannot be read"), folder.string(), FAIRLOOM_TEXT("Check its permissions"));
    std::sort(files.begin(), files.end(), [](const PictureFile &a, const PictureFile &b) { return a.name < b.name; });
    return files;
}

PictureIndex::PictureIndex(const std::vector<PictureFile> &files)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string &path = files[i].name, name = file_name(path), stem = without_extension(path), last = without_extension(name);
        folders_.push_back(files[i].path.parent_path().filename().string());
        by_path_.emplace(path, i);
        add(name, i);
        add(stem, i);
        if (last != stem) // in the folder itself they are the same
            add(last, i);
    }
}

void PictureIndex::add(std::string key, std::size_t file)
{
    const auto [found, fresh] = by_key_.emplace(std::move(key), file);
    if (!fresh && found->second != file)
        found->second = ambiguous;
}

std::optional<std::size_t> PictureIndex::find(std::string_view reference) const
{
    std::string name(reference);
    std::replace(name.begin(), name.end(), '\\', '/');
    while (name.starts_with("./"))
        name.erase(0, 2);
    if (const auto found = by_path_.find(name); found != by_path_.end())
        return found->second;
    if (const auto found = by_key_.find(name); found != by_key_.end() && found->second != ambiguous)
        return found->second;
    const std::size_t slash = name.rfind('/');
    if (slash == std::string::npos)
        return std::nullopt;
    const auto found = by_key_.find(name.substr(slash + 1));
    if (found == by_key_.end() || found->second == ambiguous || file_name(name.substr(0, slash)) != folders_[found->second])
        return std::nullopt;
    return found->second;
}

} // namespace fairloom
