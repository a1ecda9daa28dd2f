#include "core/model/warm_up.h"

#include "core/base/parallel.h"

#include <dnnl.h>
#include <torch/torch.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fairloom {

void warm_up_products(int threads)
{
    constexpr dnnl_dim_t size = 128;
    constexpr int rounds = 3, blas_size = 512; // long enough that all threads are at it at a time: each needs a buffer of its own
    const int count = std::max(1, threads);
    parallel_for(static_cast<std::size_t>(count), count, [&](std::size_t, std::size_t, int) {
        at::set_num_threads(1);
        const torch::NoGradGuard no_grad;
        const std::vector<float> a(size * size, 1.0f), b(size * size, 1.0f);
        std::vector<float> c(size * size);
        for (const char transpose_a : {'N', 'T'})
            for (const char transpose_b : {'N', 'T'})
                for (const float keep : {0.0f, 1.0f})
                    dnnl_sgemm(transpose_a, transpose_b, size, size, size, 1.0f, a.data(), size, b.data(), size, keep, c.data(), size);
        for (const auto type : {torch::kFloat, torch::kDouble}) {
            const torch::Tensor matrix = torch::ones({blas_size, blas_size}, type);
            for (int round = 0; round < rounds; ++round)
                torch::mm(matrix, matrix);
        }
    });
}

} // namespace fairloom
