#define FAIRLOOM_KERNELS vector_kernels_avx512
#define FAIRLOOM_KERNELS_NAME "AVX-512"
#include "core/model/vector_kernels_body.h"
