// Records whose bytes are hashed or saved must have no padding: bytes that nobody writes would make equal states differ. A record
// with floating-point members lists its fields, and what is not on the list does not compile:
//
//   struct Bank { ...; static constexpr auto fields() { return std::tuple{&Bank::loans, ...}; } };
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace rongtong {

template <class T>
constexpr bool fills_its_bytes();

namespace detail {

template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t n>
inline constexpr bool is_array<std::array<T, n>> = true;

template <class Record, class... Field>
constexpr bool fields_fill(Field Record::*...)
{
    return (sizeof(Field) + ... + 0) == sizeof(Record) && (fills_its_bytes<Field>() && ...);
}

} // namespace detail

// Whether every byte of a T belongs to a value. Floating-point numbers do (a zero's sign counts).
template <class T>
constexpr bool fills_its_bytes()
{
    if constexpr (std::is_floating_point_v<T>) return sizeof(T) <= 8; // longer ones are padded
    else if constexpr (std::has_unique_object_representations_v<T>) return true;
    else if constexpr (detail::is_array<T>) return fills_its_bytes<typename T::value_type>();
    else if constexpr (requires { T::fields(); })
        return std::apply([](auto... field) { return detail::fields_fill<T>(field...); }, T::fields());
    else return false;
}

// Plain values whose bytes say all: equal values have equal bytes.
template <class T>
concept WholeBytes = std::is_trivially_copyable_v<T> && fills_its_bytes<T>();

} // namespace rongtong
