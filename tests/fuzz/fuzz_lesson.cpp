#include "fuzz_support.h"

#include "core/study/lesson_file.h"

#include <algorithm>
#include <cstdint>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    attempt([&] {
        const Lesson lesson = parse_lesson(std::string(reinterpret_cast<const char *>(data), size), "f.json");
        require(!lesson.steps.empty(), "a lesson has steps");
        require(lesson.name.find_first_of("/\\.") == std::string::npos, "a lesson's name is no path");
        const auto known = [](const std::vector<std::string> &names, const std::string &name) {
            return name.empty() || std::find(names.begin(), names.end(), name) != names.end();
        };
        for (const LessonStep &step : lesson.steps) {
            require(known(lesson_views(), step.view) && known(lesson_pages(), step.page), "a step shows a view that there is");
            for (const LessonAct &act : step.acts)
                if (act.kind == LessonAct::Kind::open)
                    require(act.text.rfind("sample:", 0) == 0, "a lesson opens no file");
                else if (act.kind == LessonAct::Kind::press)
                    require(known(lesson_buttons(), act.text), "a lesson presses harmless buttons only");
        }
    });
    return 0;
}
