// Packed files and encodings: whatever the bytes are, what comes out is a format and valid UTF-8 text.
#include "fuzz_support.h"

#include "core/data/readers/file_contents.h"
#include "core/data/readers/text_encoding.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const InputFile file(".bin");
    const std::filesystem::path &path = file.write({reinterpret_cast<const char *>(data), size});
    NoProgress progress;
    FileContentsOptions options;
    options.memory = std::size_t{64} << 20; // a bomb has to be refused, not unpacked
    for (const char *encoding : {"", "utf-8", "utf-16le", "latin-1"}) {
        options.encoding = encoding;
        attempt([&] {
            const FileContents contents = open_file_contents(path, options, progress, {});
            require(valid_utf8(contents.text()) == contents.text().size(), "text is UTF-8");
            require(contents.text().find('\0') == std::string_view::npos, "text has no zero bytes");
        });
    }
    return 0;
}
