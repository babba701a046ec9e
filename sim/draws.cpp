#include "sim/draws.hpp"

#include <cmath>
#include <cstddef>

#ifdef __AVX2__
#include <immintrin.h>
#endif

namespace rongtong {

namespace {

#ifdef __AVX2__

// Philox on four counters side by side, each 32-bit word in its own 64-bit lane. Only the lower half of a lane counts:
// the multiplication ignores the upper one, so what a round leaves there needs no cleaning. (Compilers don't find this
// by themselves: gcc 12 multiplies one by one.)
struct Four {
    __m256i c0, c1, c2, c3;

    void round(__m256i k0, __m256i k1)
    {
        const __m256i p0 = _mm256_mul_epu32(c0, _mm256_set1_epi64x(PHILOX_M4x32_0));
        const __m256i p1 = _mm256_mul_epu32(c2, _mm256_set1_epi64x(PHILOX_M4x32_1));
        c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p1, 32), c1), k0);
        c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p0, 32), c3), k1);
        c1 = p1;
        c3 = p0;
    }
    void store(Words* out) const // four blocks, one after another
    {
        const __m256i front = _mm256_blend_epi32(c0, _mm256_slli_epi64(c1, 32), 0xaa); // words 0, 1 of each block
        const __m256i back = _mm256_blend_epi32(c2, _mm256_slli_epi64(c3, 32), 0xaa);  // words 2, 3
        const __m256i even = _mm256_unpacklo_epi64(front, back);                       // blocks 0, 2
        const __m256i odd = _mm256_unpackhi_epi64(front, back);                        // blocks 1, 3
        auto* to = reinterpret_cast<__m256i*>(out);
        _mm256_storeu_si256(to, _mm256_permute2x128_si256(even, odd, 0x20));
        _mm256_storeu_si256(to + 1, _mm256_permute2x128_si256(even, odd, 0x31));
    }
};

struct Common { // what all counters of one fill share
    std::uint32_t seed, replicate, n_bits, month, purpose;
};

Four start(const std::uint64_t* ids, const Common& c)
{
    const __m256i id = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(ids));
    return {id, _mm256_or_si256(_mm256_srli_epi64(id, 32), _mm256_set1_epi64x(c.n_bits)), _mm256_set1_epi64x(c.month),
            _mm256_set1_epi64x(c.purpose)};
}

// Two groups of four at a time, since one alone would wait for its multiplications.
std::size_t fill_eights(std::span<const std::uint64_t> ids, const Common& c, std::span<Words> out)
{
    std::size_t i = 0;
    for (; i + 8 <= ids.size(); i += 8) {
        Four a = start(&ids[i], c), b = start(&ids[i + 4], c);
        std::uint32_t k0 = c.seed, k1 = c.replicate;
        for (int round = 0; round < 10; ++round, k0 += PHILOX_W32_0, k1 += PHILOX_W32_1) {
            const __m256i key0 = _mm256_set1_epi64x(k0), key1 = _mm256_set1_epi64x(k1);
            a.round(key0, key1);
            b.round(key0, key1);
        }
        a.store(&out[i]);
        b.store(&out[i + 4]);
    }
    return i;
}

#endif

} // namespace

void Draws::fill(std::span<const std::uint64_t> ids, std::int32_t month, Purpose purpose, std::span<Words> out,
                 std::uint32_t n) const
{
    assert(ids.size() == out.size());
    std::size_t i = 0;
#ifdef __AVX2__
    i = fill_eights(
        ids, {key_[0], key_[1], n << 8, static_cast<std::uint32_t>(month), static_cast<std::uint32_t>(purpose)}, out);
#endif
    for (; i < ids.size(); ++i) out[i] = words(ids[i], month, purpose, n);
}

double normal_from(std::uint32_t a, std::uint32_t b)
{
    constexpr double two_pi = 6.283185307179586476925;
    return std::sqrt(-2.0 * std::log(to_uniform(a))) * std::cos(two_pi * to_uniform(b));
}

} // namespace rongtong
