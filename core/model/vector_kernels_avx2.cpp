#define FAIRLOOM_KERNELS vector_kernels_avx2
#define FAIRLOOM_KERNELS_NAME "AVX2"
#include "core/model/vector_kernels_body.h"
