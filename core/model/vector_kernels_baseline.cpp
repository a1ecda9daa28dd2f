#define FAIRLOOM_KERNELS vector_kernels_baseline
#define FAIRLOOM_KERNELS_NAME "baseline"
#include "core/model/vector_kernels_body.h"
