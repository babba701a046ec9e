// Random draws of designs: Philox through sim/draws.hpp (replicate 0, purpose design_point), so that the same seed
// gives the same points on every machine, and so that they share nothing with the draws of the runs.
#pragma once

#include "sim/draws.hpp"

#include <cstdint>
#include <vector>

namespace rongtong {

class DesignLuck {
public:
    // What a draw is for: where its counter n starts.
    enum class Use : std::uint32_t {
        place = 0,
        level = 1u << 20,
        order = 2u << 20,
        labels = 3u << 20,
        shift = 4u << 20
    };

    explicit DesignLuck(std::uint32_t seed) : draws_(seed, 0) {}

    // Uniform on (0, 1), for one factor of one point.
    double place(std::size_t point, std::size_t column) const;
    // Uniform on 0, ..., bound - 1.
    std::uint32_t below(std::uint32_t bound, std::size_t point, std::size_t column, Use use) const;
    // 0, ..., count - 1 in random order (Fisher and Yates).
    std::vector<std::uint32_t> shuffled(std::size_t count, std::size_t column, Use use) const;
    // 64 random bits.
    std::uint64_t bits(std::size_t column) const;

private:
    Draws draws_;
};

} // namespace rongtong
