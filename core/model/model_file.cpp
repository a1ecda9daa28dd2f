#include "core/model/model_file.h"

#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/data/json_whole_number.h"
#include "core/model/network_factory.h"
#include "core/model/pictures/picture_networks.h"
#include "core/model/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace fairloom {

namespace {

using nlohmann::json;

constexpr int file_version = 1;

[[noreturn]] void damaged(const std::filesystem::path &file)
{
    throw InputError(FAIRLOOM_TEXT("This is not an intact model file"), file.string(),
                     FAIRLOOM_TEXT("Take the file that the run wrote, or train again"));
}

void put(TensorFile &file, const std::string &prefix, const torch::nn::Module &net)
{
    for (const auto &parameter : net.named_parameters())
        file.tensors.emplace_back(prefix + "." + parameter.key(), parameter.value().detach());
}

void take(const TensorFile &file, const std::string &prefix, torch::nn::Module &net, const std::string &where)
{
    const torch::NoGradGuard no_gradient;
    for (auto &parameter : net.named_parameters())
        parameter.value().copy_(file.take(prefix + "." + parameter.key(), parameter.value().sizes().vec(), where));
}

/// A stranger's model.json of a few bytes may ask for networks of many GB: whether the file beside it can hold that many numbers is looked at before
/// they are made.
void check_room(const TensorFile &file, std::int64_t parameters, const std::filesystem::path &where)
{
    std::int64_t held = 0;
    for (const auto &[name, tensor] : file.tensors)
        held += tensor.numel();
    if (parameters > held)
        damaged(where);
}

std::int32_t small_number(const json &value, std::int32_t least = 0)
{
    return static_cast<std::int32_t>(json_whole_number(value, least, std::numeric_limits<std::int32_t>::max()));
}

json column_json(const Column &column)
{
    return {{"name", column.name},
            {"role", std::string(to_string(column.role))},
            {"categories", column.categories},
            {"missing_code", column.missing_code},
            {"missing_spelling", column.missing_spelling}};
}

Column column_from(const json &entry)
{
    Column column;
    column.name = entry.at("name").get<std::string>();
    column.role = entry.at("role").get<std::string>() == "target" ? Role::target : Role::sensitive;
    column.categories = entry.at("categories").get<std::vector<std::string>>();
    column.missing_code = small_number(entry.at("missing_code"), -1);
    column.missing_spelling = entry.at("missing_spelling").get<std::string>();
    return column;
}

json schema_json(const ModelSchema &schema)
{
    json groups = json::array(), fixed = json::array();
    for (const Group &group : schema.groups)
        groups.push_back({{"name", group.name}, {"values", group.values}});
    for (const Column &column : schema.fixed_columns)
        fixed.push_back(column_json(column));
    json out = {{"recipe", schema.recipe},
            {"sensitive", schema.task.sensitive},
            {"target", schema.task.target},
            {"positive", schema.task.positive},
            {"groups", groups},
            {"group_shares", schema.group_shares},
            {"target_values", schema.target_values},
            {"target_shares", schema.target_shares},
            {"positive_code", schema.positive},
            {"column_order", schema.column_order},
            {"fixed_columns", fixed},
            {"training_rows", schema.training_rows},
            {"encoder", json::parse(schema.encoder.to_json())}};
    if (schema.picture)
        out["picture"] = {{"column", schema.picture->name}, {"size", schema.picture->size}};
    return out;
}

ModelSchema schema_from(const json &entry)
{
    ModelSchema schema;
    schema.recipe = entry.at("recipe").get<std::string>();
    schema.task.sensitive = entry.at("sensitive").get<std::vector<std::string>>();
    schema.task.target = entry.at("target").get<std::string>();
    schema.task.positive = entry.at("positive").get<std::string>();
    for (const json &group : entry.at("groups"))
        schema.groups.push_back({group.at("name").get<std::string>(),
                                 group.at("values").get<std::vector<std::pair<std::string, std::string>>>()});
    schema.group_shares = entry.at("group_shares").get<std::vector<double>>();
    schema.target_values = entry.at("target_values").get<std::vector<std::string>>();
    schema.target_shares = entry.at("target_shares").get<std::vector<double>>();
    schema.positive = small_number(entry.at("positive_code"));
    schema.column_order = entry.at("column_order").get<std::vector<std::string>>();
    for (const json &column : entry.at("fixed_columns"))
        schema.fixed_columns.push_back(column_from(column));
    schema.training_rows = static_cast<std::size_t>(json_whole_number(entry.at("training_rows"), 0));
    schema.encoder = TableEncoder::from_json(entry.at("encoder").dump());
    if (entry.contains("picture"))
        schema.picture = PictureColumn{entry.at("picture").at("column").get<std::string>(), entry.at("picture").at("size").get<int>()};
    return schema;
}

/// Everything that later code takes for granted about a schema from a stranger's file.
bool consistent(const ModelSchema &schema)
{
    if (schema.groups.empty() || schema.group_shares.size() != schema.groups.size() || schema.target_values.size() < 2 ||
        schema.target_shares.size() != schema.target_values.size() || schema.positive < 0 ||
        static_cast<std::size_t>(schema.positive) >= schema.target_values.size())
        return false;
    const std::size_t features = schema.encoder.columns() + (schema.picture ? 1 : 0);
    if (features == 0 || schema.column_order.size() != features + schema.fixed_columns.size() ||
        (schema.picture && (!PictureLayout::fits(schema.picture->size) ||
                            std::ranges::count(schema.column_order, schema.picture->name) != 1)))
        return false;
    std::size_t fixed = 0;
    for (const Column &column : schema.fixed_columns) {
        fixed += static_cast<std::size_t>(std::count(schema.column_order.begin(), schema.column_order.end(), column.name));
        if (column.categories.empty() || (column.role == Role::target && column.categories.size() != schema.target_values.size()))
            return false;
    }
    return fixed == schema.fixed_columns.size();
}

} // namespace

void write_model(const FairModel &model, const std::filesystem::path &folder)
{
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    TensorFile teacher;
    teacher.metadata = {{"format", "pt"}, {"fairloom", "teacher"}};
    put(teacher, "encoder", *model.teacher);
    put(teacher, "decoder", *model.decoder);
    put(teacher, "head", *model.head);
    write_safetensors(teacher, folder / "teacher.safetensors");

    json about = {{"fairloom_model", file_version},
                  {"schema", schema_json(model.schema)},
                  {"latent", model.shape.latent},
                  {"hidden", model.hidden},
                  {"depth", model.depth},
                  {"sampler", model.sampler},
                  {"temperature", model.temperature},
                  {"label_temperature", model.label_temperature},
                  {"label_shift", model.label_shift},
                  {"teacher_finished", model.teacher_finished},
                  {"teacher_kl_per_row", model.teacher_kl_per_row},
                  {"teacher_seconds_per_epoch", model.teacher_seconds_per_epoch},
                  {"teacher_collapsed", model.teacher_collapsed},
                  {"teacher_fingerprint", model.teacher_fingerprint},
                  {"student_fingerprint", model.student_fingerprint}};
    if (model.has_student()) {
        TensorFile student;
        student.metadata = {{"format", "pt"}, {"fairloom", "student"}};
        if (model.student)
            put(student, "encoder", *model.student);
        else
            put(student, "generator", *model.generator);
        if (!model.mixture.empty()) {
            student.tensors.emplace_back("mixture.weight", model.mixture.weight);
            student.tensors.emplace_back("mixture.mean", model.mixture.mean);
            student.tensors.emplace_back("mixture.cholesky", model.mixture.cholesky);
        }
        if (model.bank.defined())
            student.tensors.emplace_back("personal_data.latents", model.bank);
        write_safetensors(student, folder / "student.safetensors");
        about["student"] = {{"kind", model.student ? "encoder" : "generator"},
                            {"hidden", model.student ? model.student->hidden() : model.generator->hidden()},
                            {"depth", model.student ? model.student->depth() : 2},
                            {"loss", model.student_loss},
                            {"mixture_components", model.mixture.empty() ? 0 : model.mixture.components()},
                            {"kept_latents", model.bank.defined() ? model.bank.size(0) : 0}};
    }
    write_file(folder / "model.json", about.dump(1) + "\n");
}

std::shared_ptr<FairModel> read_model(const std::filesystem::path &folder)
{
    const std::filesystem::path file = folder / "model.json";
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw InputError(FAIRLOOM_TEXT("There is no model in this folder"), folder.string(),
                         FAIRLOOM_TEXT("Name the folder that a finished run has written"));
    const json about = json::parse(std::string(std::istreambuf_iterator<char>(in), {}), nullptr, false);
    if (!about.is_object())
        damaged(file);
    try {
        if (small_number(about.at("fairloom_model")) != file_version)
            throw InputError(FAIRLOOM_TEXT("The model was written by another version of Fairloom"), file.string(),
                             FAIRLOOM_TEXT("Open it with that version, or train again"));
        ModelSchema schema = schema_from(about.at("schema"));
        const int latent = small_number(about.at("latent")), hidden = small_number(about.at("hidden")), depth = small_number(about.at("depth"));
        if (!consistent(schema) || latent < 1 || latent > 1024 || hidden < 1 || hidden > 16384 || depth < 1 || depth > 16)
            damaged(file);
        auto model = std::make_shared<FairModel>(std::move(schema), latent);
        model->hidden = hidden;
        model->depth = depth;
        model->sampler = about.at("sampler").get<std::string>();
        model->temperature = about.value("temperature", 1.0);
        model->label_temperature = about.value("label_temperature", 1.0);
        model->label_shift = about.value("label_shift", 0.0);
        if (!(model->temperature > 0) || !(model->label_temperature > 0) || !std::isfinite(model->label_shift))
            damaged(file);
        model->teacher_finished = about.at("teacher_finished").get<bool>();
        model->teacher_kl_per_row = about.at("teacher_kl_per_row").get<double>();
        model->teacher_seconds_per_epoch = about.at("teacher_seconds_per_epoch").get<double>();
        model->teacher_collapsed = about.at("teacher_collapsed").get<bool>();
        model->teacher_fingerprint = about.at("teacher_fingerprint").get<std::string>();
        model->student_fingerprint = about.at("student_fingerprint").get<std::string>();
        const std::filesystem::path teacher_file = folder / "teacher.safetensors";
        const TensorFile teacher = read_safetensors(teacher_file);
        check_room(teacher, encoder_parameters(model->shape, hidden, depth), teacher_file);
        model->teacher = make_encoder(model->shape, hidden, depth);
        model->decoder = make_decoder(model->shape, hidden, depth);
        model->head = std::make_shared<TargetHead>(model->shape, TargetHead::width(hidden));
        take(teacher, "encoder", *model->teacher, teacher_file.string());
        take(teacher, "decoder", *model->decoder, teacher_file.string());
        take(teacher, "head", *model->head, teacher_file.string());
        if (about.contains("student")) {
            const json &entry = about.at("student");
            const int student_hidden = small_number(entry.at("hidden")), student_depth = small_number(entry.at("depth"));
            const std::int64_t components = json_whole_number(entry.at("mixture_components"), 0);
            const std::int64_t kept = json_whole_number(entry.at("kept_latents"), 0);
            if (student_hidden < 1 || student_hidden > 16384 || student_depth < 1 || student_depth > 16 || components < 0 || kept < 0)
                damaged(file);
            const std::filesystem::path student_file = folder / "student.safetensors";
            const TensorFile student = read_safetensors(student_file);
            const std::string kind = entry.value("kind", std::string("encoder"));
            if (kind != "encoder" && kind != "generator")
                damaged(file);
            model->student_loss = entry.at("loss").get<std::string>();
            if (kind == "encoder") {
                check_room(student, encoder_parameters(model->shape, student_hidden, student_depth), student_file);
                model->student = make_encoder(model->shape, student_hidden, student_depth);
                take(student, "encoder", *model->student, student_file.string());
            } else {
                check_room(student, GeneratorNet::parameter_count(latent, student_hidden), student_file);
                model->generator = std::make_shared<GeneratorNet>(latent, student_hidden);
                take(student, "generator", *model->generator, student_file.string());
            }
            if (components > 0) {
                model->mixture.weight = student.take("mixture.weight", {components}, student_file.string());
                model->mixture.mean = student.take("mixture.mean", {components, latent}, student_file.string());
                model->mixture.cholesky = student.take("mixture.cholesky", {components, latent, latent}, student_file.string());
            }
            if (kept > 0)
                model->bank = student.take("personal_data.latents", {kept, latent}, student_file.string());
        }
        return model;
    } catch (const json::exception &) {
        damaged(file);
    } catch (const std::out_of_range &) {
        damaged(file);
    }
}

} // namespace fairloom
