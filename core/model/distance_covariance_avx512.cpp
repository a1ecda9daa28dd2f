#define FAIRLOOM_KERNEL_ISA pairs_avx512
#include "core/model/distance_covariance_kernel.h"
