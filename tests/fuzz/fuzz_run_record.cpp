#include "fuzz_support.h"

#include "core/study/store/record_json.h"

#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

namespace {

/// Text that was made of text that was read. Bytes that are not UTF-8 are replaced in it, and keys that become alike by that are one: so a second
/// round is what nothing may change any more.
template <typename Read, typename Write>
void require_stable(std::string_view text, const Read &read, const Write &write)
{
    const auto round = [&](std::string_view given) {
        RunRecord record;
        read(given, "index", record);
        return write(record);
    };
    const std::string second = round(round(text));
    require(round(second) == second, "what is written is read again as it was");
}

} // namespace

/// The texts in the index of a project: the first byte says which.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    attempt([&] {
        switch (data[0] % 3) {
        case 0: require_stable(text, read_details, details_text); break;
        case 1: require_stable(text, read_sources, sources_text); break;
        default: {
            const std::vector<std::string> texts = read_texts(text, "index");
            require(read_texts(texts_text(texts), "index").size() == texts.size(), "a list of texts is read again");
        }
        }
    });
    return 0;
}
