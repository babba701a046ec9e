// Tables with named axes. A place on one axis is no place on another, so a table by (product, region of use) can't be read at a
// region of origin: the mistake does not compile.
//
//   using Row = Place<struct RowTag>;  using Side = Place<struct SideTag>;
//   Grid<double, Row, Side> table;     table.shape(counts, 0);     table(Row(2), Side(0)) = 1;
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rongtong {

// A place on an axis of at most 65 536. Made from a number by name only; a plain list takes it as its number.
template <class Tag>
class Place {
public:
    constexpr Place() = default;
    explicit constexpr Place(std::size_t number) : number_(static_cast<std::uint16_t>(number)) {}
    template <class Other>
    explicit Place(Place<Other>) = delete;                     // of another axis: say what you mean by its number
    constexpr operator std::size_t() const { return number_; } // NOLINT(google-explicit-constructor)

private:
    std::uint16_t number_ = 0;
};

// All places of an axis, in order: for (Row row : Places<Row>(n)).
template <class Axis>
class Places {
public:
    explicit constexpr Places(std::size_t size) : size_(size) {}

    struct Iterator {
        std::size_t number;
        constexpr Axis operator*() const { return Axis(number); }
        constexpr Iterator& operator++()
        {
            ++number;
            return *this;
        }
        friend constexpr bool operator==(Iterator, Iterator) = default;
    };
    constexpr Iterator begin() const { return {0}; }
    constexpr Iterator end() const { return {size_}; }
    constexpr std::size_t size() const { return size_; }

private:
    std::size_t size_;
};

// Numbers by places on one or more axes.
template <class T, class... Axes>
class Grid {
public:
    std::vector<T> all; // the last axis runs fastest

    // Counts: tells how long an axis is by count<Axis>(). All numbers are set to `value`.
    template <class Counts>
    void shape(const Counts& counts, T value = T())
    {
        size_ = {counts.template count<Axes>()...};
        std::size_t product = 1;
        for (const auto size : size_) product *= size;
        all.assign(product, value);
    }
    void fill(T value) { all.assign(all.size(), value); }

    T& operator()(Axes... at) { return all[index(at...)]; }
    const T& operator()(Axes... at) const { return all[index(at...)]; }

    // Of a table with one axis.
    template <class At>
        requires(sizeof...(Axes) == 1 && (std::same_as<At, Axes> && ...))
    T& operator[](At at)
    {
        return all[at];
    }
    template <class At>
        requires(sizeof...(Axes) == 1 && (std::same_as<At, Axes> && ...))
    const T& operator[](At at) const
    {
        return all[at];
    }

private:
    std::size_t index(Axes... at) const
    {
        std::size_t place = 0, axis = 0;
        ((place = place * size_[axis++] + at), ...);
        return place;
    }
    std::array<std::size_t, sizeof...(Axes)> size_{};
};

} // namespace rongtong
