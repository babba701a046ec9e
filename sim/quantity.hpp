// Identifiers and quantities are types: adding goods to persons, or handing a firm's id to a bank, does not compile.
#pragma once

#include <compare>
#include <cstdint>

namespace rongtong {

// A permanent identifier of one kind of agent; never used again after its owner has gone.
template <class Tag>
struct Id {
    std::uint64_t value = 0;
    friend constexpr auto operator<=>(Id, Id) = default;
};

// A number with a unit. Same units add; a plain number scales; a ratio of same units is a plain number.
template <class Tag, class Rep>
struct Quantity {
    using rep = Rep;
    Rep value{};

    constexpr Quantity() = default;
    explicit constexpr Quantity(Rep v) : value(v) {}

    constexpr Quantity& operator+=(Quantity o)
    {
        value += o.value;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity o)
    {
        value -= o.value;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.value + b.value); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.value - b.value); }
    friend constexpr Quantity operator*(Quantity a, Rep k) { return Quantity(a.value * k); }
    friend constexpr Quantity operator*(Rep k, Quantity a) { return Quantity(a.value * k); }
    friend constexpr Quantity operator/(Quantity a, Rep k) { return Quantity(a.value / k); }
    friend constexpr double operator/(Quantity a, Quantity b)
    {
        return static_cast<double>(a.value) / static_cast<double>(b.value);
    }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

struct Firm; // tags only
struct Region;
struct Bank;

using FirmId = Id<Firm>;

using Goods = Quantity<struct GoodsTag, double>;           // yuan of the base year, at the starting price of 1
using Persons = Quantity<struct PersonsTag, std::int32_t>; // whole workers
using Months = Quantity<struct MonthsTag, std::int32_t>;   // whole months
using Days = Quantity<struct DaysTag, double>;             // days, 30 to a month
using Price = Quantity<struct PriceTag, double>;           // yuan per unit of goods
using Share = Quantity<struct ShareTag, double>;           // 0 to 1

} // namespace rongtong
