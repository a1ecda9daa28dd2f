#include "core/study/stage_settings.h"

#include "core/data/recipe_json.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace fairloom {

namespace {

std::string fingerprint(const RunRequest &request, int threads, const std::vector<std::string> &keys)
{
    nlohmann::json parts = {request.data->sha256, request.data->test_sha256, recipe_json(request.data->schema), request.task.sensitive,
                            request.task.target,  request.task.positive, threads};
    for (const std::string &key : keys)
        parts.push_back(get_setting(request.settings, key));
    return parts.dump();
}

std::vector<std::string> teacher_keys()
{
    return {"teacher_epochs", "batch", "latent",        "hidden",        "depth", "log10_beta",
            "kl_weight",      "seed",  "label_dropout", "learning_rate", "ramp_share", "patience", "test_share", "balance",
            "smoothing",      "mirror", "train_rows", "favourable_share", "smallest_group_share", "noise_columns"};
}

} // namespace

TeacherSettings teacher_settings(const RunSettings &settings, double log10_beta, int threads)
{
    TeacherSettings teacher;
    teacher.epochs = settings.teacher_epochs;
    teacher.batch = settings.batch;
    teacher.hidden = settings.hidden;
    teacher.depth = settings.depth;
    teacher.learning_rate = settings.learning_rate;
    teacher.kl_weight = settings.kl_weight;
    teacher.log10_beta = log10_beta;
    teacher.ramp_share = settings.ramp_share;
    teacher.smoothing = settings.smoothing;
    teacher.mirror = settings.mirror;
    teacher.label_dropout = settings.label_dropout;
    teacher.balance = settings.balance;
    teacher.patience = settings.patience;
    teacher.seed = settings.seed;
    teacher.threads = threads;
    return teacher;
}

StudentSettings student_settings(const RunSettings &settings, int threads)
{
    StudentSettings student;
    student.loss = settings.loss;
    student.epochs = settings.student_epochs;
    student.batch = settings.batch;
    student.hidden = settings.student_hidden;
    student.learning_rate = settings.student_learning_rate > 0 ? settings.student_learning_rate : settings.learning_rate;
    student.lambda = settings.lambda;
    student.label_dropout = settings.label_dropout;
    student.patience = settings.patience;
    student.seed = settings.seed;
    student.threads = threads;
    return student;
}

std::string teacher_fingerprint(const RunRequest &request, int threads)
{
    return fingerprint(request, threads, teacher_keys());
}

std::string student_fingerprint(const RunRequest &request, int threads)
{
    std::vector<std::string> keys = teacher_keys();
    keys.insert(keys.end(), {"loss", "student", "student_epochs", "lambda", "student_hidden", "student_learning_rate", "keep_latents"});
    return fingerprint(request, threads, keys);
}

} // namespace fairloom
