#include "core/study/run_settings.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <type_traits>

namespace fairloom {

namespace {

template <auto Member>
SettingField field(RunSettings &settings)
{
    return &(settings.*Member);
}

using S = RunSettings;

// The order is the set-up form's: first what most people touch, then what is under "More settings".
const std::vector<Setting> &settings_table()
{
    static const std::vector<Setting> table = {
        {"preset", FAIRLOOM_TEXT("Preset"),
         FAIRLOOM_TEXT("A tried set of values: balanced; strict-parity for equal selection rates; equal-odds for equal error rates; "
                       "faithful for closeness to the real rows. \"custom\" once you change one of them."),
         0, 0, 1, {"balanced", "strict-parity", "equal-odds", "faithful", "custom"}, false, field<&S::preset>},
        {"kind", FAIRLOOM_TEXT("Kind of data"),
         FAIRLOOM_TEXT("Whose defaults and presets hold: those of tables or those of pictures; follows the data."), 0, 0, 1,
         {"table", "pictures"}, true, field<&S::kind>},
        {"method", FAIRLOOM_TEXT("Method"),
         FAIRLOOM_TEXT("What makes the rows: Fairloom's own teacher and student, or another method to compare it with: a plain VAE without "
                       "fairness, the teacher alone (FairDisCo), TabFairGAN, DECAF, or the real rows without correlation or reweighed."),
         0, 0, 1, {"fairloom", "vae", "fairdisco", "tabfairgan", "decaf", "correlation-remover", "reweighing"}, true, field<&S::method>},
        {"student", FAIRLOOM_TEXT("Student"),
         FAIRLOOM_TEXT("What the small student model learns: to encode rows as the teacher does (encoder), or to make latents from "
                       "noise, which needs no data to generate (generator)."),
         0, 0, 1, {"encoder", "generator"},
         false, field<&S::student>},
        {"loss", FAIRLOOM_TEXT("Distillation loss"),
         FAIRLOOM_TEXT("How the student's latents are compared with the teacher's: absolute (l1), Huber, squared (mse) or "
                       "maximum mean discrepancy (md)."),
         0, 0, 1, {"l1", "huber", "mse", "md"}, false, field<&S::loss>},
        {"log10_beta", FAIRLOOM_TEXT("Fairness, log10 beta"),
         FAIRLOOM_TEXT("How strongly the teacher is held to forget the sensitive attribute: of tables 7 is mild and 9 strict, of "
                       "pictures 6.5 and 7.5, each with eight latent dimensions; every further dimension wants about 0.45 more; 0 switches the fairness term off."),
         0, 20, 0.1, {}, false, field<&S::log10_beta>},
        {"lambda", FAIRLOOM_TEXT("Utility, lambda"),
         FAIRLOOM_TEXT("How much the student is held to keep the teacher's uncertainty, which carries the usefulness of the "
                       "data."),
         0, 10, 0.01, {}, false, field<&S::lambda>},
        {"kl_weight", FAIRLOOM_TEXT("KL weight"),
         FAIRLOOM_TEXT("How strongly the latent space is pulled towards a standard normal; smaller values keep more of the "
                       "information in the rows."),
         0, 10, 0.05, {}, false, field<&S::kl_weight>},
        {"teacher_epochs", FAIRLOOM_TEXT("Teacher epochs"),
         FAIRLOOM_TEXT("How many times the teacher sees all training rows."), 1, 2000, 10, {}, false,
         field<&S::teacher_epochs>},
        {"student_epochs", FAIRLOOM_TEXT("Student epochs"),
         FAIRLOOM_TEXT("How many times the student sees all training rows."), 1, 2000, 5, {}, false,
         field<&S::student_epochs>},
        {"seed", FAIRLOOM_TEXT("Seed"),
         FAIRLOOM_TEXT("Drives everything that is random: the same seed gives the same rows again."), 0, 2147483647, 1, {},
         false, field<&S::seed>},

        {"sampler", FAIRLOOM_TEXT("Sampler"),
         FAIRLOOM_TEXT("Where new latents come from: the training rows' posteriors (not anonymous; a generator student's own "
                       "latents in their place), a mixture fitted to the student's latents, or the prior."),
         0, 0, 1, {"posterior", "mixture", "generator", "prior"}, true, field<&S::sampler>},
        {"temperature", FAIRLOOM_TEXT("Temperature"),
         FAIRLOOM_TEXT("Below 1, generated values keep closer to what is likely for their latent; above 1, they vary more."), 0.2,
         2, 0.05, {}, true, field<&S::temperature>},
        {"label_temperature", FAIRLOOM_TEXT("Label temperature"),
         FAIRLOOM_TEXT("The same for generated labels: below 1, they say more plainly what the latent says."), 0.2, 2, 0.05, {},
         true, field<&S::label_temperature>},
        {"label_balance", FAIRLOOM_TEXT("Label balance"),
         FAIRLOOM_TEXT("How far generated labels move from their balance in the data, 0, towards half and half, 1; classifiers "
                       "trained on generated rows otherwise choose a rare label too seldom."),
         0, 1, 0.05, {}, true, field<&S::label_balance>},
        {"rows", FAIRLOOM_TEXT("Generated rows"),
         FAIRLOOM_TEXT("How many rows are generated; 0 means as many as there are training rows."), 0, 10000000, 1000, {},
         true, field<&S::rows>},
        {"batch", FAIRLOOM_TEXT("Batch size"),
         FAIRLOOM_TEXT("How many rows go into one training step, at most a tenth of the training rows; the fairness term compares every pair in a batch."), 32,
         65536, 256, {}, true, field<&S::batch>},
        {"latent", FAIRLOOM_TEXT("Latent dimensions"),
         FAIRLOOM_TEXT("How many numbers a row is condensed to; beta's scale depends on it."), 1, 32, 1, {}, true,
         field<&S::latent>},
        {"hidden", FAIRLOOM_TEXT("Hidden width"), FAIRLOOM_TEXT("How wide the teacher's hidden layers are."), 8, 1024, 16, {},
         true, field<&S::hidden>},
        {"depth", FAIRLOOM_TEXT("Hidden layers"),
         FAIRLOOM_TEXT("How many hidden layers the teacher's encoder and decoder have, and the student's encoder."), 1, 4, 1, {}, true,
         field<&S::depth>},
        {"student_hidden", FAIRLOOM_TEXT("Student width"),
         FAIRLOOM_TEXT("How wide the student's hidden layer is; 0 means the widest that keeps the student at a quarter of "
                       "the teacher encoder's parameters."),
         0, 1024, 8, {}, true, field<&S::student_hidden>},
        {"label_dropout", FAIRLOOM_TEXT("Label dropout"),
         FAIRLOOM_TEXT("For what share of the rows the encoder does not see the label, so that rows without one can be "
                       "encoded."),
         0, 1, 0.05, {}, true, field<&S::label_dropout>},
        {"learning_rate", FAIRLOOM_TEXT("Learning rate"),
         FAIRLOOM_TEXT("The peak of the teacher's learning rate, which rises and falls once over the stage."), 0.00001, 0.1, 0.0005, {},
         true, field<&S::learning_rate>},
        {"student_learning_rate", FAIRLOOM_TEXT("Student learning rate"),
         FAIRLOOM_TEXT("The peak of the student's learning rate, which rises and falls once over the stage; 0 means the teacher's."), 0, 0.1, 0.0005, {},
         true, field<&S::student_learning_rate>},
        {"ramp_share", FAIRLOOM_TEXT("Beta ramp"),
         FAIRLOOM_TEXT("Over what share of the teacher's epochs log10 beta rises to its value; a sudden start makes the "
                       "latent space collapse."),
         0, 1, 0.05, {}, true, field<&S::ramp_share>},
        {"smoothing", FAIRLOOM_TEXT("Fairness smoothing"),
         FAIRLOOM_TEXT("How much variance the fairness term adds to every latent before it compares groups, so that it sees rows whose "
                       "latents lie apart, as those of pictures do; 0 compares them as they are, and beta's scale depends on it."),
         0, 10, 0.1, {}, true, field<&S::smoothing>},
        {"mirror", FAIRLOOM_TEXT("Mirrored pictures"),
         FAIRLOOM_TEXT("Show every other picture left to right while the teacher trains: right for faces, wrong for digits."), 0, 1, 1, {},
         true, field<&S::mirror>},
        {"patience", FAIRLOOM_TEXT("Patience"),
         FAIRLOOM_TEXT("Ends a stage after so many epochs without a lower loss, once beta has its value; 0 never ends it early."), 0,
         1000, 5, {}, true, field<&S::patience>},
        {"balance", FAIRLOOM_TEXT("Balanced batches"),
         FAIRLOOM_TEXT("Whether the teacher sees groups, labels or both equally often, so that rare ones are learned as well as "
                       "frequent ones; generated rows keep the shares of the data."),
         0, 0, 1, {"none", "groups", "labels", "both"}, true, field<&S::balance>},
        {"controls", FAIRLOOM_TEXT("Train controls"),
         FAIRLOOM_TEXT("Also train the same model without the fairness term, so that what the term buys can be seen; takes "
                       "about twice as long."),
         0, 1, 1, {}, true, field<&S::controls>},
        {"keep_latents", FAIRLOOM_TEXT("Keep latents"),
         FAIRLOOM_TEXT("Store the training rows' latents with the model, so that it can generate without the data; they are "
                       "personal data."),
         0, 1, 1, {}, true, field<&S::keep_latents>},
        {"evaluation", FAIRLOOM_TEXT("Evaluation"),
         FAIRLOOM_TEXT("Full judges every source in every way; basic leaves out quality in depth, privacy, explanations and intervals; "
                       "student judges the student's rows by XGBoost alone, which is enough for a search."),
         0, 0, 1, {"full", "basic", "student"}, true, field<&S::evaluation>},
        {"seeds", FAIRLOOM_TEXT("Seeds"),
         FAIRLOOM_TEXT("How often the models are trained with a seed of their own; with more than one, the student's intervals take in how much "
                       "training varies, and the run takes as many times longer."),
         1, 20, 1, {}, true, field<&S::seeds>},
        {"bootstrap", FAIRLOOM_TEXT("Bootstrap draws"),
         FAIRLOOM_TEXT("How often test rows are drawn anew for the intervals of ratios and differences; 0 leaves these intervals out."), 0, 100000, 500,
         {}, true, field<&S::bootstrap>},
        {"quality_rows", FAIRLOOM_TEXT("Rows for quality"),
         FAIRLOOM_TEXT("How many rows a side density and coverage are computed from at most."), 100, 1000000, 1000, {}, true,
         field<&S::quality_rows>},
        {"minimum_group", FAIRLOOM_TEXT("Smallest group"),
         FAIRLOOM_TEXT("Groups with fewer rows than this are named in a warning."), 1, 100000, 10, {}, true,
         field<&S::minimum_group>},
        {"test_share", FAIRLOOM_TEXT("Held-out share"),
         FAIRLOOM_TEXT("What share of the rows is held out for testing where the data come without a test file."), 0.05, 0.9, 0.05, {},
         true, field<&S::test_share>},
        {"train_rows", FAIRLOOM_TEXT("Training rows used"),
         FAIRLOOM_TEXT("How many of the training rows are used, drawn at random; 0 means all."), 0, 100000000, 1000, {}, true, field<&S::train_rows>},
        {"favourable_share", FAIRLOOM_TEXT("Share of the favourable label"),
         FAIRLOOM_TEXT("Leaves out rows, of training and test alike, until the favourable label has this share; 0 leaves the data as they are."), 0,
         0.99, 0.05, {}, true, field<&S::favourable_share>},
        {"smallest_group_share", FAIRLOOM_TEXT("Share of the smallest group"),
         FAIRLOOM_TEXT("Leaves out rows, of training and test alike, until the smallest group has this share; 0 leaves the data as they are."), 0, 0.5,
         0.05, {}, true, field<&S::smallest_group_share>},
        {"noise_columns", FAIRLOOM_TEXT("Noise columns"),
         FAIRLOOM_TEXT("Adds so many columns of random numbers and categories that say nothing, to see how a method bears many columns."), 0, 2000, 10,
         {}, true, field<&S::noise_columns>},
        {"rival_epochs", FAIRLOOM_TEXT("Epochs of the rival"),
         FAIRLOOM_TEXT("How many times TabFairGAN or DECAF see all training rows; 0 means as often as their public programs do."), 0, 10000, 10, {},
         true, field<&S::rival_epochs>, true},
        {"rival_fair_epochs", FAIRLOOM_TEXT("Fair epochs of TabFairGAN"),
         FAIRLOOM_TEXT("In how many of its last epochs TabFairGAN counts parity between groups; 0 means a quarter of them."), 0, 10000, 10, {}, true,
         field<&S::rival_fair_epochs>, true},
        {"rival_fairness", FAIRLOOM_TEXT("Parity weight of TabFairGAN"),
         FAIRLOOM_TEXT("How strongly TabFairGAN is held to parity in its fair epochs; 0 means 0.5."), 0, 100, 0.1, {}, true,
         field<&S::rival_fairness>, true},
        {"rival_batch", FAIRLOOM_TEXT("Batch size of the rival"),
         FAIRLOOM_TEXT("How many rows go into one training step of TabFairGAN or DECAF; 0 means as many as in their public programs."), 0, 65536, 64,
         {}, true, field<&S::rival_batch>, true},
        {"rival_learning_rate", FAIRLOOM_TEXT("Learning rate of the rival"),
         FAIRLOOM_TEXT("The learning rate of TabFairGAN or DECAF; 0 means that of their public programs."), 0, 0.1, 0.0001, {}, true,
         field<&S::rival_learning_rate>, true},
        {"decaf_fairness", FAIRLOOM_TEXT("Fairness of DECAF"),
         FAIRLOOM_TEXT("Which edges of the causal graph DECAF cuts: none; the direct one from the sensitive attribute (ftu); paths that nothing "
                       "explains (cf); all that lead from it to the target (dp)."),
         0, 0, 1, {"none", "ftu", "cf", "dp"}, true, field<&S::decaf_fairness>, true},
        {"graph", FAIRLOOM_TEXT("Causal graph"),
         FAIRLOOM_TEXT("A JSON file with the edges of DECAF's causal graph; empty means that a simple one is estimated."), 0, 0, 1, {}, true,
         field<&S::graph>, true},
        {"threads", FAIRLOOM_TEXT("Threads"), FAIRLOOM_TEXT("How many processor threads are used; 0 means all."), 0, 256, 1, {},
         true, field<&S::threads>},
    };
    return table;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string out;
    for (const std::string &name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

std::string number_text(double value) { return fmt::format("{}", value); }

[[noreturn]] void refuse_value(const Setting &setting, const std::string &text)
{
    if (!setting.choices.empty()) {
        throw InputError(Message(FAIRLOOM_TEXT("\"%1\" is not available"), {text}), setting.key,
                         setting.choices.size() == 1
                             ? Message(FAIRLOOM_TEXT("The only choice is %1"), {setting.choices.front()})
                             : Message(FAIRLOOM_TEXT("Choose one of %1"), {joined(setting.choices)}));
    }
    throw InputError(Message(FAIRLOOM_TEXT("%1 is outside the allowed range"), {text}), setting.key,
                     Message(FAIRLOOM_TEXT("Choose a value from %1 to %2"),
                             {number_text(setting.minimum), to_text(setting.maximum)}));
}

[[noreturn]] void refuse_form(const Setting &setting, const std::string &text, Message wanted)
{
    throw InputError(Message(FAIRLOOM_TEXT("\"%1\" cannot be read"), {text}), setting.key, std::move(wanted));
}

template <typename Number>
Number parse_number(const Setting &setting, const std::string &text)
{
    Number value{};
    const char *begin = text.data(), *end = begin + text.size();
    if (begin != end && *begin == '+')
        ++begin;
    const auto [rest, error] = std::from_chars(begin, end, value);
    if (error == std::errc::result_out_of_range)
        refuse_value(setting, text);
    if (error != std::errc() || rest != end || text.empty()) {
        // "-3" for an unsigned field is a number, but one out of range.
        if constexpr (std::is_unsigned_v<Number>) {
            long long negative = 0;
            const auto signed_result = std::from_chars(begin, end, negative);
            if (signed_result.ec == std::errc() && signed_result.ptr == end)
                refuse_value(setting, text);
        }
        refuse_form(setting, text,
                    std::is_integral_v<Number> ? Message(FAIRLOOM_TEXT("Give a whole number"))
                                               : Message(FAIRLOOM_TEXT("Give a number")));
    }
    return value;
}

bool parse_bool(const Setting &setting, const std::string &text)
{
    if (text == "true" || text == "1" || text == "yes" || text == "on")
        return true;
    if (text == "false" || text == "0" || text == "no" || text == "off")
        return false;
    refuse_form(setting, text, FAIRLOOM_TEXT("Give true or false"));
}

void check_field(const Setting &setting, RunSettings &settings)
{
    std::visit(
        [&](auto *value) {
            using Value = std::remove_pointer_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::string>) {
                if (!setting.choices.empty() && std::find(setting.choices.begin(), setting.choices.end(), *value) == setting.choices.end())
                    refuse_value(setting, *value);
            } else if constexpr (!std::is_same_v<Value, bool>) {
                const double number = static_cast<double>(*value);
                if (!(number >= setting.minimum && number <= setting.maximum)) // NaN is refused as well
                    refuse_value(setting, fmt::format("{}", *value));
            }
        },
        setting.field(settings));
}

const Setting &require_setting(const std::string &key)
{
    if (const Setting *setting = find_setting(key))
        return *setting;
    std::vector<std::string> keys;
    for (const Setting &setting : run_setting_descriptions())
        keys.emplace_back(setting.key);
    throw InputError(FAIRLOOM_TEXT("There is no such setting"), key,
                     Message(FAIRLOOM_TEXT("The settings are %1"), {joined(keys)}));
}

} // namespace

std::span<const Setting> run_setting_descriptions() { return settings_table(); }

const Setting *find_setting(const std::string &key)
{
    for (const Setting &setting : settings_table())
        if (key == setting.key)
            return &setting;
    return nullptr;
}

void check_settings(const RunSettings &settings)
{
    RunSettings copy = settings;
    for (const Setting &setting : settings_table())
        check_field(setting, copy);
    if (settings.sampler == "generator" && settings.student != "generator")
        throw InputError(FAIRLOOM_TEXT("Only a generator student can make latents from noise"), "sampler",
                         FAIRLOOM_TEXT("Choose the generator student, or another sampler"));
}

std::string effective_sampler(const RunSettings &settings)
{
    return settings.student == "generator" && settings.sampler == "posterior" ? "generator" : settings.sampler;
}

void set_setting(RunSettings &settings, const std::string &key, const std::string &text)
{
    const Setting &setting = require_setting(key);
    RunSettings changed = settings;
    std::visit(
        [&](auto *value) {
            using Value = std::remove_pointer_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::string>)
                *value = text;
            else if constexpr (std::is_same_v<Value, bool>)
                *value = parse_bool(setting, text);
            else
                *value = parse_number<Value>(setting, text);
        },
        setting.field(changed));
    check_field(setting, changed);
    settings = std::move(changed);
}

std::string get_setting(const RunSettings &settings, const std::string &key)
{
    const Setting &setting = require_setting(key);
    RunSettings copy = settings;
    return std::visit(
        [](auto *value) -> std::string {
            using Value = std::remove_pointer_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::string>)
                return *value;
            else if constexpr (std::is_same_v<Value, bool>)
                return *value ? "true" : "false";
            else
                return fmt::format("{}", *value);
        },
        setting.field(copy));
}

} // namespace fairloom
