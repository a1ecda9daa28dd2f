#define FAIRLOOM_KERNEL_ISA pairs_avx2
#define FAIRLOOM_KERNEL_LANES 8
#include "core/model/distance_covariance_kernel.h"
