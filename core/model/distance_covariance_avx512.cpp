#define FAIRLOOM_KERNEL_ISA pairs_avx512
#define FAIRLOOM_KERNEL_LANES 16
#include "core/model/distance_covariance_kernel.h"
