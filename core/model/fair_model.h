#pragma once

// Internal to core (LibTorch types); others know FairModel by its forward declaration in core/study/pipeline.h.

#include "core/data/problem.h"
#include "core/data/table_encoder.h"
#include "core/model/latent_mixture.h"
#include "core/model/networks.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairloom {

/// The column of pictures among the features.
struct PictureColumn {
    std::string name;
    int size = 0; ///< S of S x S pictures
    bool operator==(const PictureColumn &) const = default;
};

/// What a model must know of its data to encode rows and to write rows of the original kind.
struct ModelSchema {
    std::string recipe;                       ///< to open a file of the same kind, may be empty
    Task task;
    std::vector<Group> groups;
    std::vector<double> group_shares;         ///< of the training rows
    std::vector<std::string> target_values;
    std::int32_t positive = 0;
    std::vector<double> target_shares;        ///< of the training rows
    std::vector<std::string> column_order;    ///< of generated rows
    std::vector<Column> fixed_columns;        ///< sensitive and target columns: names, categories, no rows
    std::size_t training_rows = 0;
    TableEncoder encoder;                     ///< of the feature columns but the picture
    std::optional<PictureColumn> picture;     ///< set for image sets

    /// Whether both turn the same rows into the same states.
    bool same_encoding(const ModelSchema &other) const;

    /// Throws InputError for pictures of a size that no network takes.
    static ModelSchema from(const Problem &problem, const std::string &recipe, const TableEncoder &encoder);
};

/// Rows as the networks take them; all int32 but the pixels.
struct EncodedRows {
    torch::Tensor indices; ///< n x (columns + 2): input states of x, s, y; y visible
    torch::Tensor states;  ///< n x columns: states of x, -1 = unknown to the encoder
    torch::Tensor group;   ///< n
    torch::Tensor target;  ///< n
    PixelRows pixels;      ///< undefined for tables

    EncoderInput input() const { return {indices, pixels}; }
    FeatureValues features() const { return {states, pixels}; }
    std::int64_t rows() const { return group.size(0); }
};

/// Teacher and student with all that generation needs.
class FairModel {
public:
    FairModel(ModelSchema schema_, int latent);

    ModelSchema schema;
    NetworkShape shape;
    std::string sampler = "posterior";       ///< the run's
    double temperature = 1, label_temperature = 1, label_shift = 0; ///< the run's, see DecodeRequest

    std::shared_ptr<EncoderNet> teacher;     ///< null until trained
    std::shared_ptr<DecoderNet> decoder;
    std::shared_ptr<TargetHead> head;
    int hidden = 0, depth = 0;
    bool teacher_finished = false;
    double teacher_kl_per_row = 0, teacher_seconds_per_epoch = 0;
    bool teacher_collapsed = false;
    std::string teacher_fingerprint, student_fingerprint; ///< of data and settings each was trained with, for resuming

    std::shared_ptr<EncoderNet> student;     ///< encoder student; null until trained, and where the student is a generator
    std::shared_ptr<GeneratorNet> generator; ///< generator student; null until trained, and where the student is an encoder
    bool has_student() const { return student || generator; }
    std::int64_t student_parameters() const; ///< 0 until trained
    std::string student_loss;
    LatentMixture mixture;                   ///< of student latents
    torch::Tensor bank;                      ///< latents kept on request (personal data), else undefined

    /// Rows of the problem that the model was made for.
    EncodedRows encode(const LabelledTable &rows) const;
    /// Training rows of a problem made later from a file of the same kind: its groups and target values are mapped by name.
    /// Throws InputError for a group or target value that the model does not know.
    EncodedRows encode_training_rows(const Problem &problem) const;
    /// The same rows with the label of every one unknown.
    EncoderInput mask_labels(const EncoderInput &input) const;
    /// Makes the labels of the marked rows unknown, in place; marked: 0 or 1 a row.
    void hide_labels(EncoderInput &input, std::span<const std::uint8_t> marked) const;
    /// Posterior of many rows, in blocks, without gradient.
    Posterior posterior(EncoderNet &net, const EncoderInput &input, int threads) const;
    /// Posterior means with the labels of all rows unknown: what of z may be judged on rows whose label is scored.
    torch::Tensor latent_means(EncoderNet &net, const EncoderInput &input, int threads) const;

private:
    EncodedRows encode(const Table &table, const std::vector<std::int32_t> &group, const std::vector<std::int32_t> &target) const;
};

} // namespace fairloom
