// A draw is a function of (seed, replicate, agent's permanent id, month, purpose, n), never a position in a stream. So a
// policy run and its baseline share their luck agent by agent (common random numbers), even when entries, exits or the
// order of loops differ.
//
// Generator: Philox 4x32-10 (Salmon, Moraes, Dror & Shaw 2011, doi 10.1145/2063384.2063405), as in Random123.
// Key: seed and replicate. Counter: id (40 bits) and n (24 bits), month, purpose.
// Limits: id < 2^40, n < 2^24, seed and replicate < 2^32 each.
#pragma once

#include "sim/purpose.hpp"

// Philox in plain integers: its headers would take in all of the processor's intrinsics.
#define R123_USE_SSE 0
#define R123_USE_X86INTRIN_H 0
#include <Random123/philox.h>

#include <array>
#include <cassert>
#include <cstdint>
#include <span>

namespace rongtong {

using Words = std::array<std::uint32_t, 4>; // 128 random bits

// The middle of the w-th of 2^32 equal intervals of (0, 1): never 0, never 1.
constexpr double to_uniform(std::uint32_t w) { return (static_cast<double>(w) + 0.5) * 0x1p-32; }

class Draws {
public:
    Draws(std::uint32_t seed, std::uint32_t replicate) : key_{{seed, replicate}} {}

    Words words(std::uint64_t id, std::int32_t month, Purpose purpose, std::uint32_t n = 0) const
    {
        assert(id < (std::uint64_t{1} << 40) && n < (1u << 24));
        const r123::Philox4x32::ctr_type counter{
            {static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32) | (n << 8),
             static_cast<std::uint32_t>(month), static_cast<std::uint32_t>(purpose)}};
        const auto r = r123::Philox4x32()(counter, key_);
        return {r[0], r[1], r[2], r[3]};
    }
    double uniform(std::uint64_t id, std::int32_t month, Purpose purpose, std::uint32_t n = 0) const
    {
        return to_uniform(words(id, month, purpose, n)[0]);
    }
    // One block of words for each id: out[i] == words(ids[i], month, purpose, n), several generators side by side.
    void fill(std::span<const std::uint64_t> ids, std::int32_t month, Purpose purpose, std::span<Words> out,
              std::uint32_t n = 0) const;

    std::uint32_t seed() const { return key_[0]; }
    std::uint32_t replicate() const { return key_[1]; }

private:
    r123::Philox4x32::key_type key_;
};

// A uniform random bit generator (for Boost.Random's distributions) over the words of one draw: as many as asked for, by
// counting n upwards from the given one.
class DrawEngine {
public:
    using result_type = std::uint32_t;
    DrawEngine(const Draws& draws, std::uint64_t id, std::int32_t month, Purpose purpose, std::uint32_t n = 0)
        : draws_(draws), id_(id), month_(month), purpose_(purpose), n_(n)
    {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xffffffffu; }
    result_type operator()()
    {
        if (next_ == 4) {
            words_ = draws_.words(id_, month_, purpose_, n_++);
            next_ = 0;
        }
        return words_[next_++];
    }

private:
    const Draws& draws_;
    std::uint64_t id_;
    std::int32_t month_;
    Purpose purpose_;
    std::uint32_t n_;
    Words words_{};
    int next_ = 4;
};

// Standard normal from two words (Box & Muller 1958, doi 10.1214/aoms/1177706645): branch-free, so that a column can be
// drawn at once; Boost's ziggurat takes a varying number of words.
double normal_from(std::uint32_t a, std::uint32_t b);

// Rounds x to one of its two neighbouring whole numbers so that the mean is x (u uniform on (0, 1)). Within 1e-9 of a
// whole number it is that number, whatever the luck: a state of rest stays one.
inline std::int64_t round_by_chance(double x, double u)
{
    const double nearest = static_cast<double>(static_cast<std::int64_t>(x + (x < 0 ? -0.5 : 0.5)));
    if (x - nearest < 1e-9 && nearest - x < 1e-9) return static_cast<std::int64_t>(nearest);
    const double whole = x < 0 ? -static_cast<double>(static_cast<std::int64_t>(-x) + 1)
                               : static_cast<double>(static_cast<std::int64_t>(x));
    return static_cast<std::int64_t>(whole) + (u < x - whole ? 1 : 0);
}

} // namespace rongtong
