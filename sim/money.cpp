#include "sim/money.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <vector>

namespace rongtong {

void split_largest_remainder(Money total, std::span<const std::int64_t> weights, std::span<Money> out)
{
    assert(weights.size() == out.size());
    __int128 sum = 0;
    for (auto w : weights) {
        assert(w >= 0);
        sum += w;
    }
    if (sum == 0) {
        if (total.fen != 0) throw AccountingError("money to split, but every weight is zero");
        std::fill(out.begin(), out.end(), Money());
        return;
    }
    const bool negative = total.fen < 0;
    const __int128 amount = negative ? -static_cast<__int128>(total.fen) : total.fen;
    std::vector<__int128> remainder(out.size());
    __int128 given = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        // amount < 2^64 and weight < 2^63: the product fits 128 bits
        const __int128 product = amount * weights[i];
        out[i] = Money(static_cast<std::int64_t>(product / sum));
        remainder[i] = product % sum;
        given += out[i].fen;
    }
    std::vector<std::size_t> order(out.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return remainder[a] > remainder[b]; });
    for (std::size_t k = 0; given < amount; ++k, ++given) out[order[k]].fen += 1;
    if (negative)
        for (auto& m : out) m.fen = -m.fen;
}

} // namespace rongtong
