#pragma once

#include "core/data/problem.h"
#include "core/study/study_plan.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace fairloom::ui {

class Session;

/// The open data as a study can take them.
struct OpenStudyData {
    std::string name;                   ///< "adult"
    std::string opening;                ///< StudyPlan::Data::opening, with the session's task
    Task task;
    std::vector<std::string> sensitive; ///< columns that a study can take as the sensitive ones, the task's first
    bool pictures = false;

    bool operator==(const OpenStudyData &) const = default;
};

/// Nothing while no data are open or their task is incomplete or wrong.
std::optional<OpenStudyData> openStudyData(const Session &session);

/// "adult.data · sex → income = >50K"; empty without data.
QString openDataTitle(const Session &session);

/// What a run took that is like those of a study on the open data.
struct RunTime {
    double seconds = 0;
    QString run; ///< its name
};
/// Of the newest finished run on the open data, one with that depth of evaluation before others; nothing if there is none.
std::optional<RunTime> lastRunTime(const Session &session, const std::string &evaluation);

} // namespace fairloom::ui
