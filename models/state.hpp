// The whole state as named columns and values: for checkpoints, and for the hash that tells whether two runs are the same.
// Scratch memory and what a month sets anew before it reads it are not state.
#pragma once

#include "models/economy.hpp"
#include "sim/checkpoint.hpp"

#include <cstddef>
#include <cstdint>

namespace rongtong {

inline constexpr std::uint32_t state_version = 7; // of the list of columns and values; a change needs a new number

// Adds the state to a checkpoint. The spans refer to the economy: save before it moves on.
void add_state(CheckpointWriter& checkpoint, const Economy& economy);

// The economy of a checkpoint under a setup, which may have other policies from here on. Throws CheckpointError if it does not
// fit (version, sectors, regions).
Economy restore_state(CheckpointReader& checkpoint, const Setup& setup);

// What the columns of firms and links take, which is nearly all of an economy.
std::size_t state_bytes(const Economy& economy);

// 64-bit hash of the whole state: the same for any number of threads and across checkpoint and resume.
std::uint64_t state_hash(const Economy& economy);

} // namespace rongtong
