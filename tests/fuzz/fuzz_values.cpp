// Numbers and dates in all notations: what reads as one has to come back when it is written and read again.
#include "fuzz_support.h"

#include "core/data/date_text.h"
#include "core/data/number_text.h"

#include <cmath>
#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

namespace {

void number(std::string_view text, const NumberMarks &marks)
{
    const std::optional<WrittenNumber> read = read_number(text, marks);
    if (!read || !read->exact)
        return;
    require(std::isfinite(read->value) && read->decimals >= 0, "a number is finite");
    const std::optional<WrittenNumber> again =
        read_number(write_number(read->value, read->decimals, true, marks), marks);
    require(again.has_value(), "a written number is a number");
    require(std::fabs(again->value - read->value) <= std::fabs(read->value) * 1e-15 + 1e-17,
            "a written number has the same value");
}

void dates(std::string_view text)
{
    bool ambiguous = false;
    const std::string_view texts[] = {text};
    const std::optional<DateFormat> format = find_date_format(texts, ambiguous);
    if (!format)
        return;
    const std::optional<double> days = read_date(text, *format);
    require(days.has_value() && write_date(*days, *format) == text, "a date is written as it was read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (const NumberMarks &marks : {NumberMarks{}, NumberMarks{'.', ","}, NumberMarks{',', ""}, NumberMarks{',', "."},
                                     NumberMarks{'.', " "}, NumberMarks{',', " "}, NumberMarks{'.', "'"}})
        number(text, marks);
    dates(text);
    return 0;
}
