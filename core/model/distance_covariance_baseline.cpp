#define FAIRLOOM_KERNEL_ISA pairs_baseline
#include "core/model/distance_covariance_kernel.h"
