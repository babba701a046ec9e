// A 64-bit fingerprint of a state: two runs with the same hash are in the same state, as far as it was added.
//
// Each column is cut into blocks of a fixed number of bytes, the blocks are hashed in parallel (XXH3-64), and their
// hashes are combined in order: the value does not depend on the number of threads. It does depend on the order of
// adding and on where one column ends and the next begins.
#pragma once

#include "sim/record.hpp"

#include <cstddef>
#include <cstdint>
#include <ranges>
#include <span>
#include <string_view>
#include <type_traits>

namespace rongtong {

class StateHash {
public:
    // A column, vector, array or span. Hashed byte by byte: -0.0 differs from 0.0, and records have no padding.
    template <std::ranges::contiguous_range Values>
        requires std::ranges::sized_range<Values> &&
                 (!std::is_convertible_v<Values, std::string_view>) && WholeBytes<std::ranges::range_value_t<Values>>
    void add(const Values& values)
    {
        using T = std::ranges::range_value_t<Values>;
        add_bytes(std::as_bytes(std::span<const T>(std::ranges::data(values), std::ranges::size(values))));
    }
    void add(std::string_view text) { add_bytes(std::as_bytes(std::span(text.data(), text.size()))); }

    template <class T>
        requires std::is_arithmetic_v<T> || std::is_enum_v<T>
    void add_value(T value)
    {
        add_bytes(std::as_bytes(std::span<const T, 1>(&value, 1)));
    }

    std::uint64_t value() const { return state_; }

private:
    void add_bytes(std::span<const std::byte> bytes);

    std::uint64_t state_ = 0;
};

// XXH3-64 of the bytes, by one thread: the checksum of checkpoints.
std::uint64_t checksum(std::span<const std::byte> bytes);

// The hash of a text alone.
std::uint64_t text_hash(std::string_view text);

} // namespace rongtong
