#pragma once

// Internal to core (LibTorch types). The one place that chooses networks by the kind of data.

#include "core/model/networks.h"

#include <cstdint>
#include <memory>

namespace fairloom {

/// Encoder of a teacher or of a student. What `hidden` and `depth` are for pictures: see PictureEncoderNet.
std::shared_ptr<EncoderNet> make_encoder(const NetworkShape &shape, int hidden, int depth);
std::shared_ptr<DecoderNet> make_decoder(const NetworkShape &shape, int hidden, int depth);

/// Of the encoder that make_encoder() would make, without making it.
std::int64_t encoder_parameters(const NetworkShape &shape, int hidden, int depth);

/// Widest encoder of that depth whose parameters are at most `budget`; at least 4.
int widest_hidden(const NetworkShape &shape, int depth, std::int64_t budget);

} // namespace fairloom
