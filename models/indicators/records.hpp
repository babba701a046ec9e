// What happened to single firms in a month, for the table of events.
#pragma once

#include "sim/money.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rongtong {

enum class EventKind : std::uint8_t { entry, closure, bankruptcy, merger };
inline constexpr std::array<std::string_view, 4> event_names{"entry", "closure", "bankruptcy", "merger"};

struct Event {
    EventKind kind;
    std::uint64_t firm;
    std::uint16_t group;
    std::int32_t workers; // at entry or before exit
    Money owed;           // to suppliers, before exit
    Money lost;           // by its suppliers
    std::uint64_t partner = 0; // the other party: of a merger, the buyer
};

struct Records {
    std::vector<Event> events; // in the order of firms' ids
};

} // namespace rongtong
