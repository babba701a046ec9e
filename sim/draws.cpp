#include "sim/draws.hpp"

#include <cmath>
#include <cstddef>

namespace rongtong {

namespace {

constexpr std::size_t lanes = 8;

// Ten Philox rounds on `lanes` counters side by side: plain loops over arrays, which the compiler turns into vector code.
struct Lanes {
    std::uint32_t c0[lanes], c1[lanes], c2[lanes], c3[lanes];
};

void ten_rounds(Lanes& x, std::uint32_t k0, std::uint32_t k1)
{
    for (int round = 0; round < 10; ++round) {
        for (std::size_t i = 0; i < lanes; ++i) {
            const std::uint64_t p0 = std::uint64_t{PHILOX_M4x32_0} * x.c0[i];
            const std::uint64_t p1 = std::uint64_t{PHILOX_M4x32_1} * x.c2[i];
            const std::uint32_t n0 = static_cast<std::uint32_t>(p1 >> 32) ^ x.c1[i] ^ k0;
            const std::uint32_t n2 = static_cast<std::uint32_t>(p0 >> 32) ^ x.c3[i] ^ k1;
            x.c1[i] = static_cast<std::uint32_t>(p1);
            x.c3[i] = static_cast<std::uint32_t>(p0);
            x.c0[i] = n0;
            x.c2[i] = n2;
        }
        k0 += PHILOX_W32_0;
        k1 += PHILOX_W32_1;
    }
}

} // namespace

void Draws::fill(std::span<const std::uint64_t> ids, std::int32_t month, Purpose purpose, std::span<Words> out,
                 std::uint32_t n) const
{
    assert(ids.size() == out.size());
    std::size_t i = 0;
    for (; i + lanes <= ids.size(); i += lanes) {
        Lanes x;
        for (std::size_t j = 0; j < lanes; ++j) {
            x.c0[j] = static_cast<std::uint32_t>(ids[i + j]);
            x.c1[j] = static_cast<std::uint32_t>(ids[i + j] >> 32) | (n << 8);
            x.c2[j] = static_cast<std::uint32_t>(month);
            x.c3[j] = static_cast<std::uint32_t>(purpose);
        }
        ten_rounds(x, key_[0], key_[1]);
        for (std::size_t j = 0; j < lanes; ++j) out[i + j] = {x.c0[j], x.c1[j], x.c2[j], x.c3[j]};
    }
    for (; i < ids.size(); ++i) out[i] = words(ids[i], month, purpose, n);
}

double normal_from(std::uint32_t a, std::uint32_t b)
{
    constexpr double two_pi = 6.283185307179586476925;
    return std::sqrt(-2.0 * std::log(to_uniform(a))) * std::cos(two_pi * to_uniform(b));
}

} // namespace rongtong
