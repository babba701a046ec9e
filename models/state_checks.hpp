// A restored state, looked at before anything is computed with it: its checksums are right for whoever wrote them, so every
// index, flag, enumeration and length that the months rely on is held against its range.
#pragma once

#include "models/economy.hpp"

#include <string>
#include <vector>

namespace rongtong {

// Before the table of groups is made of them. Throws CheckpointError with `path`, section, place, value and range.
void check_groups(const std::vector<Group>& groups, const Setup& setup, const std::string& path);

// A byte that must be 0 or 1: a bool of another value would be no bool.
bool checked_flag(std::uint8_t byte, const char* section, const std::string& path);

// Everything else.
void check_state(const Economy& economy, const std::string& path);

} // namespace rongtong
