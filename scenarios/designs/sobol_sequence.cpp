#include "scenarios/designs/sobol_sequence.hpp"

#include "scenarios/designs/luck.hpp"

namespace rongtong {

SobolSequence::SobolSequence(std::size_t dimensions, std::int64_t skip, std::optional<std::uint32_t> seed)
    : engine_(dimensions), shift_(dimensions), at_origin_(seed && skip == 0)
{
    // The engine's state n gives the point after the n-th, counted from the origin, which it never gives.
    if (!at_origin_) engine_.seed(static_cast<std::uint64_t>(seed ? skip - 1 : skip));
    if (seed)
        for (std::size_t i = 0; i < dimensions; ++i) shift_[i] = DesignLuck(*seed).bits(i);
}

void SobolSequence::next(std::span<double> point)
{
    for (std::size_t i = 0; i < shift_.size(); ++i) {
        const std::uint64_t digits = (at_origin_ ? 0 : engine_()) ^ shift_[i];
        point[i] = static_cast<double>(digits >> 11) * 0x1p-53; // 53 digits are what a double holds
    }
    at_origin_ = false;
}

} // namespace rongtong
