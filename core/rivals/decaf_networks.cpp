#include "core/rivals/decaf_networks.h"

#include "core/model/fast_exp.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

using torch::Tensor;

Tensor make_weight(std::int64_t rows, std::int64_t columns, double deviation, torch::Generator &random)
{
    return torch::empty({rows, columns}).normal_(0, deviation, random).set_requires_grad(true);
}

double glorot(std::int64_t in, std::int64_t out) { return std::sqrt(2.0 / static_cast<double>(in + out)); } // Glorot and Bengio 2010

Tensor no_bias_yet(std::int64_t out) { return torch::zeros({out}).set_requires_grad(true); }

DenseLayer make_layer(std::int64_t in, std::int64_t out, torch::Generator &random) { return {make_weight(out, in, glorot(in, out), random), no_bias_yet(out)}; }

StateLayer make_layer(Tensor scores, std::int64_t out, torch::Generator &random)
{
    const double deviation = glorot(scores.size(0), out);
    Tensor states = make_weight(scores.size(0), out, deviation, random);
    return {std::move(states), make_weight(scores.size(1), out, deviation, random), no_bias_yet(out), std::move(scores)};
}

/// One-hot of the largest of log odds + noise; the gradient is that of softmax((log odds + noise) / temperature). One pass a row: LibTorch's
/// operations would go over these small tensors a dozen times.
class ChooseState : public torch::autograd::Function<ChooseState> {
public:
    /// log_odds: n x k, or k for all rows. noise: n x k. Writes from + the state into states[row * stride].
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &log_odds, const Tensor &noise, double temperature, std::int32_t *states,
                          std::int64_t stride, std::int64_t from)
    {
        const std::int64_t n = noise.size(0), k = noise.size(1);
        const Tensor given = log_odds.contiguous();
        Tensor chosen = torch::zeros({n, k}), soft = torch::empty({n, k});
        const float sharpness = static_cast<float>(1 / temperature);
        const std::int64_t step = given.dim() == 1 ? 0 : k;
        for (std::int64_t i = 0; i < n; ++i) {
            const float *odds = given.data_ptr<float>() + i * step, *drawn = noise.data_ptr<float>() + i * noise.stride(0);
            float *to = soft.data_ptr<float>() + i * k;
            std::int64_t best = 0;
            for (std::int64_t j = 0; j < k; ++j)
                if ((to[j] = odds[j] + drawn[j]) > to[best])
                    best = j;
            const float largest = to[best];
            float sum = 0;
            for (std::int64_t j = 0; j < k; ++j)
                sum += to[j] = fast_exp((to[j] - largest) * sharpness);
            for (std::int64_t j = 0; j < k; ++j)
                to[j] /= sum;
            chosen.data_ptr<float>()[i * k + best] = 1;
            states[i * stride] = static_cast<std::int32_t>(from + best);
        }
        context->save_for_backward({soft});
        context->saved_data["temperature"] = temperature;
        context->saved_data["for all rows"] = step == 0;
        return chosen;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        const Tensor soft = context->get_saved_variables()[0], grad = grads[0].contiguous();
        const float sharpness = static_cast<float>(1 / context->saved_data["temperature"].toDouble());
        const std::int64_t n = soft.size(0), k = soft.size(1);
        Tensor out = torch::empty_like(soft);
        for (std::int64_t i = 0; i < n; ++i) {
            const float *p = soft.data_ptr<float>() + i * k, *g = grad.data_ptr<float>() + i * k;
            float *to = out.data_ptr<float>() + i * k;
            float mean = 0;
            for (std::int64_t j = 0; j < k; ++j)
                mean += p[j] * g[j];
            for (std::int64_t j = 0; j < k; ++j)
                to[j] = p[j] * (g[j] - mean) * sharpness;
        }
        if (context->saved_data["for all rows"].toBool())
            out = out.sum(0);
        return {out, Tensor(), Tensor(), Tensor(), Tensor(), Tensor()};
    }
};

} // namespace

torch::Generator torch_random(std::uint64_t seed) { return torch::make_generator<at::CPUGeneratorImpl>(seed); }

CausalGenerator::CausalGenerator(CausalGraph graph, const StateSpace &space, int hidden, torch::Generator &random)
    : graph_(std::move(graph)), space_(space), order_(topological_order(graph_)), networks_(graph_.nodes())
{
    space_.rows = Tensor();
    for (std::size_t node = 0; node < graph_.nodes(); ++node) {
        Network &network = networks_[node];
        if (!graph_.parents[node].empty()) {
            std::vector<Tensor> scores;
            for (const std::size_t parent : graph_.parents[node])
                scores.push_back(space_.part(space_.scores, parent));
            const Tensor all = torch::cat(scores); // of which only those of the parents say anything
            network.first = make_layer(all.index_select(1, (all != 0).any(0).nonzero().squeeze(1)), hidden, random);
            network.second = make_layer(hidden, hidden, random);
            network.last = make_layer(hidden, space_.width(node), random);
        }
        network.last.bias = space_.part(space_.shares, node).log().set_requires_grad(true);
    }
}

Tensor CausalGenerator::log_odds(const Network &network, const std::vector<Tensor> &inputs, int threads) const
{
    if (inputs.empty())
        return network.last.bias;
    const Tensor first = linear(inputs.size() == 1 ? inputs[0] : torch::cat(inputs, 1), network.first.weight().t().contiguous(), network.first.bias, threads);
    const Tensor second = linear(torch::relu(first), network.second.weight, network.second.bias, threads);
    return linear(torch::relu(second), network.last.weight, network.last.bias, threads);
}

GeneratedRows CausalGenerator::draw(std::int64_t n, double temperature, const std::vector<CausalEdge> &cut, torch::Generator &random, int threads) const
{
    const std::int64_t columns = static_cast<std::int64_t>(graph_.nodes());
    const Tensor noise = torch::rand({n, space_.states()}, random).clamp_min_(1e-10).log_().neg_().log_().neg_(); // Gumbel's
    GeneratedRows out;
    out.states = torch::empty({n, columns}, torch::kInt);
    std::vector<Tensor> values(graph_.nodes());
    for (const std::size_t node : order_) {
        std::vector<Tensor> inputs;
        for (const std::size_t parent : graph_.parents[node]) {
            if (std::find(cut.begin(), cut.end(), CausalEdge{parent, node}) == cut.end()) {
                inputs.push_back(values[parent]);
                continue;
            }
            const Tensor drawn = torch::multinomial(space_.part(space_.shares, parent), n, true, random).unsqueeze(1);
            inputs.push_back(torch::zeros({n, space_.width(parent)}).scatter_(1, drawn, 1));
        }
        values[node] = ChooseState::apply(log_odds(networks_[node], inputs, threads), space_.part(noise, node, 1), temperature,
                                          out.states.data_ptr<std::int32_t>() + node, columns, static_cast<std::int64_t>(space_.layout->offset[node]));
    }
    if (torch::GradMode::is_enabled())
        out.values = torch::cat(values, 1);
    return out;
}

std::vector<Tensor> CausalGenerator::parameters() const
{
    std::vector<Tensor> out;
    for (const Network &network : networks_) {
        if (network.last.weight.defined())
            out.insert(out.end(), {network.first.states, network.first.slopes, network.first.bias, network.second.weight, network.second.bias, network.last.weight});
        out.push_back(network.last.bias);
    }
    return out;
}

RowCritic::RowCritic(const StateSpace &space, int hidden, torch::Generator &random)
    : first_(make_layer(space.scores, hidden, random)), second_(make_layer(hidden, hidden, random)), last_(make_weight(1, hidden, glorot(hidden, 1), random))
{
}

Tensor RowCritic::slopes(const Tensor &first, const Tensor &second, const Tensor &inputs, int threads) const
{
    const Tensor active = first.detach() > 0, back = (second.detach() > 0) * last_;
    return linear(active * linear(back, second_.weight.t().contiguous(), Tensor(), threads), inputs, Tensor(), threads);
}

RowCritic::Judgement RowCritic::judge(const Tensor &real, const Tensor &generated, torch::Generator &random, int threads) const
{
    const std::int64_t n = real.size(0);
    // The first layer is linear: between two rows it is between its values for them.
    const Tensor weight = first_.weight();
    const Tensor of_real = embedding_sum(weight, first_.bias, real, threads);
    const Tensor of_generated = embedding_sum(weight, first_.bias, generated, threads);
    const Tensor between = torch::lerp(of_generated, of_real, torch::rand({n, 1}, random));
    const Tensor second = linear(torch::relu(torch::cat({of_generated, of_real, between})), second_.weight, second_.bias, threads);
    const Tensor values = torch::relu(second.narrow(0, 0, 2 * n)).matmul(last_.squeeze(0));
    const Tensor slope = slopes(between, second.narrow(0, 2 * n, n), torch::cat({first_.states, first_.slopes}), threads);
    const Tensor norm = (slope.square().sum(1) + 1e-12).sqrt(); // no infinite gradient where it is 0
    return {values.narrow(0, 0, n).mean() - values.narrow(0, n, n).mean(), (norm - 1).square().mean()};
}

RowCritic::Gradient RowCritic::gradient(const Tensor &generated, int threads) const
{
    const torch::NoGradGuard written_out;
    const Tensor weight = first_.weight(), first = embedding_sum(weight, first_.bias, generated, threads);
    const Tensor second = linear(torch::relu(first), second_.weight, second_.bias, threads);
    return {torch::relu(second).matmul(last_.squeeze(0)).mean().item<double>(), slopes(first, second, weight, threads) / static_cast<double>(generated.size(0))};
}

} // namespace fairloom
