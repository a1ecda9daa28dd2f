#include "core/model/vector_kernels.h"

namespace fairloom::kernel {

namespace {

const VectorKernels &choose()
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return vector_kernels_avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return vector_kernels_avx2;
#endif
    return vector_kernels_baseline;
}

} // namespace

const VectorKernels &vector_kernels()
{
    static const VectorKernels &chosen = choose();
    return chosen;
}

} // namespace fairloom::kernel
