#include "sim/hash.hpp"

#include "sim/parallel.hpp"

#include <vector>

#include <xxhash.h>

namespace rongtong {

namespace {
constexpr std::size_t block_bytes = std::size_t{1} << 18; // part of the value's definition: never change
}

void StateHash::add_bytes(std::span<const std::byte> bytes)
{
    // The state so far and the length come first, so that neither order nor boundaries can be moved unseen.
    constexpr std::size_t head = 2;
    std::vector<std::uint64_t> parts(head + block_count(bytes.size(), block_bytes));
    parts[0] = state_;
    parts[1] = bytes.size();
    for_blocks(
        bytes.size(),
        [&](std::size_t begin, std::size_t end, std::size_t b) {
            parts[head + b] = XXH3_64bits(bytes.data() + begin, end - begin);
        },
        block_bytes);
    state_ = XXH3_64bits(parts.data(), parts.size() * sizeof(parts[0]));
}

std::uint64_t checksum(std::span<const std::byte> bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::uint64_t text_hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

} // namespace rongtong
