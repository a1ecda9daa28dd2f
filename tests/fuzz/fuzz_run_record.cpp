#include "fuzz_support.h"

#include "core/study/store/record_json.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

/// The texts in the index of a project: the first byte says which.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    attempt([&] {
        RunRecord record, again;
        switch (data[0] % 3) {
        case 0:
            read_details(text, "index", record);
            read_details(details_text(record), "index", again);
            require(details_text(again) == details_text(record), "details that are written are read again as they were");
            break;
        case 1:
            read_sources(text, "index", record);
            read_sources(sources_text(record), "index", again);
            require(sources_text(again) == sources_text(record), "figures that are written are read again as they were");
            break;
        default:
            require(read_texts(texts_text(read_texts(text, "index")), "index").size() <= size, "a list of texts is read again");
        }
    });
    return 0;
}
