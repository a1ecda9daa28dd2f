#define FAIRLOOM_KERNEL_ISA pairs_baseline
#define FAIRLOOM_KERNEL_LANES 4
#include "core/model/distance_covariance_kernel.h"
