// Money is a whole number of fen (1/100 yuan) in 64 bits. Sums are exact in any order; overflow throws, never wraps.
#pragma once

#include "sim/error.hpp"
#include "sim/quantity.hpp"

#include <cmath>
#include <compare>
#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>

namespace rongtong {

// Whole numbers that 64 bits with a sign hold: no fraction to cut off, no truth value, nothing to wrap.
template <class T>
concept WholeFen = std::integral<T> && !std::same_as<T, bool> &&
                   (std::is_signed_v<T> || sizeof(T) < sizeof(std::int64_t));

struct Money {
    std::int64_t fen = 0;

    constexpr Money() = default;
    template <WholeFen T>
    explicit constexpr Money(T f) : fen(f)
    {}

    Money& operator+=(Money o)
    {
        if (__builtin_add_overflow(fen, o.fen, &fen)) throw MoneyOverflow("a sum of money left the 64-bit range");
        return *this;
    }
    Money& operator-=(Money o)
    {
        if (__builtin_sub_overflow(fen, o.fen, &fen))
            throw MoneyOverflow("a difference of money left the 64-bit range");
        return *this;
    }
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }
    friend Money operator-(Money a) { return Money() - a; }
    friend constexpr auto operator<=>(Money, Money) = default;

    constexpr double yuan() const { return static_cast<double>(fen) / 100.0; }
};

// Rounds an amount in (fractional) fen to whole fen, halves to even. Throws MoneyOverflow outside 64 bits.
inline Money round_fen(double fen)
{
    if (!(std::fabs(fen) < 9.2e18)) throw MoneyOverflow("an amount of money left the 64-bit range");
    return Money(std::llrint(fen));
}

// What a quantity of goods is worth at a price.
inline Money worth(Price price, Goods goods) { return round_fen(price.value * goods.value * 100.0); }

// The whole part of amount * numerator / denominator, rounded towards zero, exact (128-bit product).
// numerator <= denominator, denominator > 0.
inline Money part_of(Money amount, std::int64_t numerator, std::int64_t denominator)
{
    return Money(static_cast<std::int64_t>(static_cast<__int128>(amount.fen) * numerator / denominator));
}

// Splits total over out in proportion to weights (>= 0, not all zero unless total is zero) so that the parts sum to
// total exactly: floors first, the rest one fen each by largest remainder, ties to the lower index
// (Hare quota; Balinski & Young 1982). Sizes must agree.
void split_largest_remainder(Money total, std::span<const std::int64_t> weights, std::span<Money> out);

} // namespace rongtong
