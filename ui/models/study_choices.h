#pragma once

#include "core/study/study_plan.h"
#include "ui/models/study_subject.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fairloom::ui {

/// What a person chooses in the form of a study.
struct StudyChoices {
    std::string name;
    // choices of the settings of the same names, in the order of their descriptions
    std::vector<std::string> methods, presets, losses, students;
    std::vector<std::string> betas, lambdas;     ///< log10 beta and lambda as JSON numbers; empty = as the preset has them
    std::vector<std::string> sensitive;          ///< columns of the open data
    bool eachAlone = false, allTogether = true;  ///< how they are taken
    std::vector<std::uint64_t> seeds;
    std::string evaluation;
    bool controls = false;
    int teacherEpochs = 0, studentEpochs = 0;    ///< 0 = by default
    std::vector<std::string> leftOut;            ///< variants of the study that are not run

    bool operator==(const StudyChoices &) const = default;
};

/// A study as the form shows it: what its fields have, and the rest of it, which they leave as it is.
struct StudyParts {
    StudyPlan rest;
    StudyChoices choices;
};

/// Takes a study apart. Variants that are nothing but combinations of what the fields have become their values; others stay in the rest.
StudyParts takeApart(const StudyPlan &plan);

/// What a study can say on these data: sensitive columns are theirs, and methods that take tables alone are left out for pictures.
void suitTo(const OpenStudyData &data, StudyParts &parts);

/// The study of these parts: on the open data, or on its own where `data` is null. Fields that the rest decides (decidedBy) count for nothing.
StudyPlan putTogether(const StudyParts &parts, const OpenStudyData *data);

/// Keys of settings that the rest of a study has values for.
std::set<std::string> decidedBy(const StudyPlan &rest);

/// Whether no run can be made with it on pictures.
bool takesTablesOnly(const std::string &method);

/// How many runs the study has at most, without reading any of them.
double roughRuns(const StudyPlan &plan);

} // namespace fairloom::ui
