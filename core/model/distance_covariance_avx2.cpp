#define FAIRLOOM_KERNEL_ISA pairs_avx2
#include "core/model/distance_covariance_kernel.h"
