#pragma once

#include "core/base/error.h"
#include "core/data/readers/raw_table.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace fairloom::fuzz {

/// Ends the process as a finding that the fuzzer keeps the input of.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", what);
    std::abort();
}

/// Runs a reader on bad input: InputError is the one answer that is allowed instead of a result.
template <typename Function>
void attempt(const Function &function)
{
    try {
        function();
    } catch (const InputError &error) {
        require(std::string_view(error.what()).size() > 10, "an error is a sentence");
    }
}

/// A file of the process's own that every input is written to anew.
class InputFile {
public:
    explicit InputFile(const char *ending)
    {
        const std::filesystem::path memory = "/dev/shm";
        const std::filesystem::path folder =
            std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
        path_ = folder / ("fairloom-fuzz-" + std::to_string(getpid()) + ending);
    }
    InputFile(const InputFile &) = delete;
    InputFile &operator=(const InputFile &) = delete;
    ~InputFile()
    {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    const std::filesystem::path &write(std::string_view bytes) const
    {
        std::ofstream out(path_, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        require(static_cast<bool>(out.flush()), "the input can be written to a file");
        return path_;
    }

private:
    std::filesystem::path path_;
};

inline void require_sound(const RawTable &table)
{
    for (const RawColumn &column : table.columns) {
        require(column.rows() == table.rows(), "columns are of one length");
        for (const std::int32_t code : column.codes)
            require(code >= -1 && code < static_cast<std::int32_t>(column.values.size()), "codes point at values");
    }
    require(table.first_bad.size() <= table.bad_lines, "listed bad lines are among those counted");
}

inline bool same(const RawTable &a, const RawTable &b)
{
    if (a.columns.size() != b.columns.size() || a.bad_lines != b.bad_lines || a.first_bad.size() != b.first_bad.size())
        return false;
    for (std::size_t i = 0; i < a.first_bad.size(); ++i)
        if (a.first_bad[i].line != b.first_bad[i].line || a.first_bad[i].fields != b.first_bad[i].fields)
            return false;
    for (std::size_t c = 0; c < a.columns.size(); ++c)
        if (a.columns[c].name != b.columns[c].name || a.columns[c].values != b.columns[c].values ||
            a.columns[c].codes != b.columns[c].codes)
            return false;
    return true;
}

} // namespace fairloom::fuzz
