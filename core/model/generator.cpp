#include "core/model/generator.h"

#include "core/base/random.h"
#include "core/model/row_index.h"

#include <algorithm>
#include <memory>
#include <numeric>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr std::size_t generated_block_rows = 8192;

torch::Generator torch_generator(std::uint64_t seed, std::string_view purpose)
{
    return at::detail::createCPUGenerator(derive_seed(seed, purpose));
}

/// Row numbers in [0, available), without end.
class RowChoice {
public:
    RowChoice(std::size_t available, std::size_t n, std::uint64_t seed, std::string_view purpose) : available_(available), random_(seed, purpose)
    {
        if (n == available) {
            order_.resize(n);
            std::iota(order_.begin(), order_.end(), std::size_t(0));
            random_.shuffle(order_);
        }
    }

    std::vector<std::size_t> next(std::size_t n)
    {
        std::vector<std::size_t> rows(n);
        for (std::size_t &row : rows)
            row = taken_ < order_.size() ? order_[taken_++] : random_.below(available_);
        return rows;
    }

private:
    std::size_t available_, taken_ = 0;
    std::vector<std::size_t> order_;
    Random random_;
};

} // namespace

LatentDraw LatentStream::next(std::size_t n)
{
    const torch::NoGradGuard no_gradient;
    std::vector<Tensor> parts;
    LatentDraw out;
    std::size_t left = n;
    while (left > 0) {
        if (!rest_.z.defined() || rest_.z.size(0) == 0)
            rest_ = produce_(generated_block_rows);
        const std::int64_t here = rest_.z.size(0), taken = std::min(here, static_cast<std::int64_t>(left));
        parts.push_back(rest_.z.slice(0, 0, taken));
        rest_.z = rest_.z.slice(0, taken, here);
        if (!rest_.source_row.empty()) {
            const auto end = rest_.source_row.begin() + static_cast<std::ptrdiff_t>(taken);
            out.source_row.insert(out.source_row.end(), rest_.source_row.begin(), end);
            rest_.source_row.erase(rest_.source_row.begin(), end);
        }
        left -= static_cast<std::size_t>(taken);
    }
    out.z = parts.empty() ? torch::empty({0, 0}) : torch::cat(parts);
    return out;
}

LatentStream posterior_latents(const FairModel &model, EncoderNet &encoder, const EncodedRows &rows, std::size_t n, std::uint64_t seed,
                               int threads)
{
    const Posterior posterior = model.posterior(encoder, rows.input(), threads);
    return LatentStream([posterior, latent = model.shape.latent,
                         choice = std::make_shared<RowChoice>(static_cast<std::size_t>(rows.rows()), n, seed, "posterior rows"),
                         generator = torch_generator(seed, "posterior noise")](std::size_t count) mutable {
        const torch::NoGradGuard no_gradient;
        LatentDraw draw;
        draw.source_row = choice->next(count);
        const Tensor chosen = as_index(draw.source_row);
        const Tensor noise = torch::randn({static_cast<std::int64_t>(count), latent}, generator);
        draw.z = draw_latent({posterior.mean.index_select(0, chosen), posterior.logvar.index_select(0, chosen)}, noise);
        return draw;
    });
}

LatentStream mixture_latents(const FairModel &model, std::uint64_t seed)
{
    return LatentStream([mixture = model.mixture, generator = torch_generator(seed, "mixture")](std::size_t count) {
        return LatentDraw{mixture.sample(static_cast<std::int64_t>(count), generator), {}};
    });
}

LatentStream generator_latents(const FairModel &model, std::uint64_t seed, int threads)
{
    return LatentStream([net = model.generator, threads, generator = torch_generator(seed, "generator")](std::size_t count) {
        const torch::NoGradGuard no_gradient;
        return LatentDraw{net->forward(torch::randn({static_cast<std::int64_t>(count), net->noise()}, generator), threads), {}};
    });
}

LatentStream prior_latents(const FairModel &model, std::uint64_t seed)
{
    return LatentStream([latent = model.shape.latent, generator = torch_generator(seed, "prior")](std::size_t count) {
        return LatentDraw{torch::randn({static_cast<std::int64_t>(count), latent}, generator), {}};
    });
}

LatentStream bank_latents(const FairModel &model, std::size_t n, std::uint64_t seed)
{
    return LatentStream([bank = model.bank, choice = std::make_shared<RowChoice>(static_cast<std::size_t>(model.bank.size(0)), n, seed,
                                                                                 "bank rows")](std::size_t count) {
        return LatentDraw{bank.index_select(0, as_index(choice->next(count))), {}};
    });
}

} // namespace fairloom
