#pragma once

#include "core/data/pictures/bad_picture.h"
#include "core/data/row_account.h"
#include "core/study/metric_json.h"

#include <vector>

namespace fairloom {

/// Puts "left_out", "left_out_by", "imputed_values" and "grouped_values".
void put_account(Json &object, const RowAccount &account);

/// The pictures that were left out, each with its name and the reason.
Json bad_pictures_json(const std::vector<BadPicture> &pictures);

} // namespace fairloom
