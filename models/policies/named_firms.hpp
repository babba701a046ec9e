// Firms that a target names: by id, or the first of an order.
//
// They are chosen once, in the month in which the policy begins or the shock strikes, among the active firms in the rest of the target,
// and stay named until they leave. A firm that is named carries a bit of the target in its group, so that every lever and shock that acts
// by group acts on named firms as well. At most eight targets of a scenario name firms.
//
//   sales: expected sales a month, yuan; workers: persons; customers, suppliers: links; debts: what it owes suppliers and banks, fen
//   ties: the lower row, which is the older firm
// Test: tests/models/policies/named_firms.cpp.
#pragma once

#include "models/agents/groups.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rongtong {

enum class FirmOrder : std::uint8_t { sales, workers, customers, suppliers, debts };
inline constexpr std::array<std::string_view, 5> firm_order_names{"sales", "workers", "customers", "suppliers",
                                                                  "debts"};
inline constexpr std::size_t most_named_targets = 8, most_named_firms = 100000;

struct NamedFirms {
    std::vector<std::uint64_t> ids{}; // these, or
    std::uint32_t largest = 0;        // so many, the first in the order
    FirmOrder by = FirmOrder::sales;

    bool given() const { return largest > 0 || !ids.empty(); }
    friend bool operator==(const NamedFirms&, const NamedFirms&) = default;
};

struct Setup;
struct Economy;

// Gives each target that names firms its bit, in the order in which they begin. Throws std::length_error beyond eight of them.
void mark_targets(Setup& setup);

// Numbers that the bits of a firm can make: 1 where no target names firms.
std::size_t named_marks(const Setup& setup);

// The firms of targets that begin this month get their bits: before the month's conditions. Serial.
void name_firms(Economy& economy);

} // namespace rongtong
