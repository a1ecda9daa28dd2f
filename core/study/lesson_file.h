#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// A text in several languages: code -> text.
struct LessonText {
    std::vector<std::pair<std::string, std::string>> by_language;

    /// That language's, else English, else whatever there is.
    const std::string &in(const std::string &language) const;
};

/// Something that the window can do in a person's place.
struct LessonAct {
    enum class Kind {
        open,     ///< text: a built-in sample, "sample:hiring?bias=0"; files are not opened
        settings, ///< values: of the next run
        train,
        advance,  ///< number: epochs that the run in progress goes on before it pauses
        press,    ///< text: one of lesson_buttons()
        view,     ///< text: one of lesson_views()
        page,     ///< text: one of lesson_pages(), of the data view
    };
    Kind kind = Kind::train;
    std::string text;
    int number = 0;
    std::vector<std::pair<std::string, std::string>> values; ///< as set_setting() takes them; checked
};

/// What a step waits for, all at once; nothing means that it only wants to be read.
struct LessonGoal {
    std::string data;                 ///< source of the open sample
    std::optional<double> bias_most;  ///< the open sample's bias is at most that
    bool redrawn = false;             ///< the open sample was drawn with another seed than at the step's beginning
    std::vector<std::pair<std::string, std::string>> settings; ///< of the next run
    std::string run;                  ///< "begun" or "done": a run that was started in this step or after
    int epoch = 0;                    ///< the shown run's teacher has come so far
    std::string view, page, pressed;

    bool empty() const
    {
        return data.empty() && !bias_most && !redrawn && settings.empty() && run.empty() && epoch == 0 && view.empty() && page.empty() && pressed.empty();
    }
};

struct LessonStep {
    LessonText title, text;           ///< text: Markdown; {student.dpr} and the like stand for figures of the shown run, {before.student.dpr} of the run before
    std::string view, page;           ///< shown when the step begins; empty = as it is
    std::string point_at;             ///< object name of the control that the step is about
    std::vector<std::string> controls; ///< keys of settings that get a slider beside the text
    std::vector<LessonAct> acts;      ///< what "Do it for me" does
    LessonGoal until;
};

/// A tour or a lesson: steps that point at the real window, wait for the real result and never block.
struct Lesson {
    std::string name;                 ///< "where-bias-hides": letters, digits and '-'
    LessonText title, about;
    int minutes = 0;
    std::vector<LessonStep> steps;    ///< at least one
};

const std::vector<std::string> &lesson_views();   ///< "data", "training", "samples", "audit", "compare"
const std::vector<std::string> &lesson_pages();   ///< "overview", "associations", "subgroups", "causal"
const std::vector<std::string> &lesson_buttons(); ///< object names of buttons that change nothing that could be missed

/// Throws InputError with the place: not a lesson, a value of another type, a word that is not known, a sample or setting that does not exist, more than
/// 1 MB or 200 steps. `where` names the file.
Lesson parse_lesson(const std::string &text, const std::string &where);
Lesson read_lesson(const std::filesystem::path &file);

/// The tour first, then the lessons, in their order; compiled in from resources/lessons.
const std::vector<Lesson> &builtin_lessons();
/// Their JSON texts, by file name.
const std::vector<std::pair<std::string, std::string>> &builtin_lesson_texts();

} // namespace fairloom
