// The whole state as named columns and values: for checkpoints, and for the hash that tells whether two runs are the same.
// Scratch memory and what a month sets anew before it reads it are not state.
#pragma once

#include "models/economy.hpp"
#include "sim/checkpoint.hpp"

#include <cstddef>
#include <cstdint>

namespace rongtong {

// Hash of the names, kinds and sizes of all that is state: a checkpoint is read by programs with the same layout only.
std::uint64_t state_layout();

// Adds the state to a checkpoint. The spans refer to the economy: save before it moves on.
void add_state(CheckpointWriter& checkpoint, const Economy& economy);

// The economy of a checkpoint under a setup, which may have other policies from here on. Throws CheckpointError if it does not
// fit (layout, sectors, regions).
Economy restore_state(CheckpointReader& checkpoint, const Setup& setup);

// What the columns of firms and links take, which is nearly all of an economy.
std::size_t state_bytes(const Economy& economy);

// 64-bit hash of the whole state: the same for any number of threads and across checkpoint and resume.
std::uint64_t state_hash(const Economy& economy);

} // namespace rongtong
