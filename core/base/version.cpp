#include "core/base/version.h"

namespace fairloom {

const char *version()
{
    return FAIRLOOM_VERSION;
}

} // namespace fairloom
