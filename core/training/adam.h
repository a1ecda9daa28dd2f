#pragma once

// Internal to core (LibTorch types).

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace fairloom {

/// Adam (Kingma and Ba, ICLR 2015) with beta2 = 0.999 and epsilon = 1e-8, one pass over each parameter: torch::optim::Adam
/// goes over them about ten times.
class Adam {
public:
    /// parameters: float, contiguous, on the CPU.
    explicit Adam(std::vector<torch::Tensor> parameters, double beta1 = 0.9);

    void zero_grad();
    /// One step along the gradients; a parameter without one stays as it is.
    void step(double rate);

    /// What it has gathered, parameter by parameter, for a checkpoint.
    const std::vector<torch::Tensor> &means() const { return means_; }
    const std::vector<torch::Tensor> &squares() const { return squares_; }
    /// Goes on where another had come to after so many steps; shapes must be those of the parameters.
    void restore(std::vector<torch::Tensor> means, std::vector<torch::Tensor> squares, std::int64_t steps);

private:
    std::vector<torch::Tensor> parameters_, means_, squares_;
    double beta1_;
    std::int64_t steps_ = 0;
};

} // namespace fairloom
