#include "sim/money.hpp"

#include <algorithm>
#include <array>
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
    // With the sign kept throughout, since the magnitude of the most negative amount fits no 64-bit number.
    const std::int64_t sign = total.fen < 0 ? -1 : 1;
    // Short splits, as there are in every month, ask for no memory.
    constexpr std::size_t few = 64;
    std::array<__int128, few> few_remainders;
    std::array<std::size_t, few> few_places;
    const bool many = out.size() > few;
    std::vector<__int128> many_remainders(many ? out.size() : 0);
    std::vector<std::size_t> many_places(many ? out.size() : 0);
    const std::span<__int128> remainder(many ? many_remainders.data() : few_remainders.data(), out.size());
    const std::span<std::size_t> order(many ? many_places.data() : few_places.data(), out.size());
    std::int64_t given = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const __int128 product = static_cast<__int128>(total.fen) * weights[i]; // at most 2^126
        out[i] = Money(static_cast<std::int64_t>(product / sum));
        remainder[i] = sign * (product % sum);
        given += out[i].fen;
    }
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return remainder[a] != remainder[b] ? remainder[a] > remainder[b] : a < b; });
    for (std::size_t k = 0; given != total.fen; ++k, given += sign) out[order[k]].fen += sign;
}

} // namespace rongtong
