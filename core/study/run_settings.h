#pragma once

#include "core/base/message.h"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace fairloom {

/// Every value of a run that people tune. Defaults here are the preset "balanced" of tables; for image sets, adapt_settings() in
/// core/study/presets.h puts others in their place. Each field is described once in
/// run_settings.cpp (range, unit, help); the set-up form, the command line's --help and the JSON reader are made from that.
struct RunSettings {
    std::string kind = "table";           ///< whose defaults and presets hold: table, pictures
    std::string preset = "balanced";
    std::string method = "fairloom";      ///< fairloom, or a rival: vae, fairdisco, tabfairgan, decaf, correlation-remover, reweighing
    std::string loss = "l1";              ///< l1, huber, mse, md
    std::string student = "encoder";      ///< encoder, generator
    std::string sampler = "posterior";    ///< posterior, mixture, generator, prior
    int teacher_epochs = 150;
    int student_epochs = 80;
    int batch = 2048;
    int latent = 8;
    int hidden = 128;
    int depth = 2;
    double log10_beta = 7.5;              ///< 0 = fairness term off
    double kl_weight = 0.2;
    double lambda = 0.1;
    double label_dropout = 0.4;
    double learning_rate = 4e-3;          ///< of the teacher
    double student_learning_rate = 0.012; ///< 0 = the teacher's
    double ramp_share = 0.6;              ///< share of the teacher's epochs over which log10 beta rises
    double smoothing = 0;                 ///< variance added to every posterior in the fairness term
    bool mirror = false;                  ///< half of the pictures of a batch are seen left to right
    int patience = 0;                     ///< epochs without a lower loss that end a stage; 0 = none do
    int student_hidden = 0;               ///< 0 = widest that keeps a quarter of the teacher encoder's parameters
    std::string balance = "none";         ///< what training batches have equal shares of: none, groups, labels, both
    double temperature = 0.65;            ///< of the decoder's probabilities at generation
    double label_temperature = 0.5;       ///< of the target head's
    double label_balance = 0.9;           ///< share of the favourable label's log odds that generation takes back; 1 = half and half
    int rows = 0;                         ///< 0 = as many as training rows
    std::uint64_t seed = 1;
    int threads = 0;                      ///< 0 = all cores
    bool controls = false;
    bool keep_latents = false;
    std::string evaluation = "full";      ///< full, basic, student
    int seeds = 1;                        ///< trainings with seeds of their own, the run's included
    int bootstrap = 1000;                 ///< draws; 0 = no intervals that need them
    int quality_rows = 5000;
    int minimum_group = 30;
    double test_share = 0.3;              ///< share of the rows that is held out where the data have no test file
    // The data made harder, to see what a method bears; 0 = as they are. See core/data/reshape.h.
    int train_rows = 0;
    double favourable_share = 0;
    double smallest_group_share = 0;
    int noise_columns = 0;
    // Of the generative adversarial networks among the rivals; 0 = what their papers or public programs use.
    int rival_epochs = 0;
    int rival_fair_epochs = 0;            ///< of TabFairGAN: the last of all epochs, in which parity counts
    double rival_fairness = 0;            ///< of TabFairGAN: weight of parity
    int rival_batch = 0;
    double rival_learning_rate = 0;
    std::string decaf_fairness = "dp";    ///< which edges DECAF cuts when it generates: none, ftu, cf, dp
    std::string graph;                    ///< JSON file with DECAF's causal graph; empty = it is estimated

    bool operator==(const RunSettings &) const = default;
};

using SettingField = std::variant<int *, double *, bool *, std::uint64_t *, std::string *>;

/// Description of one field of RunSettings.
struct Setting {
    const char *key;                     ///< JSON key, and the flag with '-' for '_': "log10_beta", --log10-beta
    Message label;                       ///< "Fairness, log10 beta"
    Message help;                        ///< one sentence in plain words
    double minimum = 0, maximum = 0;     ///< for numbers
    double step = 1;                     ///< for sliders and spin boxes
    std::vector<std::string> choices;    ///< for texts; none = any text
    bool advanced = false;               ///< shown under "More settings"
    SettingField (*field)(RunSettings &);
    bool of_rivals = false;              ///< says nothing of Fairloom's own models
};

std::span<const Setting> run_setting_descriptions();
const Setting *find_setting(const std::string &key); ///< null if there is none

/// The sampler that a run with these settings uses: a generator student has no posteriors, its own latents stand in their place.
std::string effective_sampler(const RunSettings &settings);

/// Throws InputError naming the setting, its value and the allowed range or choices.
void check_settings(const RunSettings &settings);

/// Sets one field from text ("0.2", "huber", "true"); throws InputError as above.
void set_setting(RunSettings &settings, const std::string &key, const std::string &text);
std::string get_setting(const RunSettings &settings, const std::string &key);

} // namespace fairloom
