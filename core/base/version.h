#pragma once

namespace fairloom {

/// Version of Fairloom, "0.1.0".
const char *version();

} // namespace fairloom
