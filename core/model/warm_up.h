#pragma once

namespace fairloom {

/// Makes a few matrix products on so many threads at once, so that the libraries behind them have set up their kernels and buffers. They do that at
/// first use and bear no lack of memory then: OpenBLAS tries again for ever, oneDNN crashes. So it comes before a limit on memory.
void warm_up_products(int threads);

} // namespace fairloom
