// Database files, damaged ones above all: SQLite reports damage only where it meets it.
#include "fuzz_support.h"

#include "core/data/readers/sqlite_reader.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const InputFile file(".sqlite");
    const std::filesystem::path &path = file.write({reinterpret_cast<const char *>(data), size});
    NoProgress progress;
    attempt([&] {
        std::size_t count = 0;
        for (const SqliteTable &table : sqlite_tables(path))
            if (++count <= 4)
                attempt([&] { require_sound(read_sqlite(path, table.name, progress, {})); });
    });
    attempt([&] { require_sound(read_sqlite(path, "SELECT * FROM people WHERE age > 30", progress, {})); });
    return 0;
}
