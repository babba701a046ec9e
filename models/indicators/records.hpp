// What happened to single firms in a month, for the table of events.
#pragma once

#include "sim/money.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rongtong {

enum class EventKind : std::uint8_t { entry, closure, bankruptcy };
inline constexpr std::array<std::string_view, 3> event_names{"entry", "closure", "bankruptcy"};

struct Event {
    EventKind kind;
    std::uint64_t firm;
    std::uint16_t group;
    std::int32_t workers; // at entry or before exit
    Money owed;           // to suppliers, before exit
    Money lost;           // by its suppliers
};

struct Records {
    std::vector<Event> events; // in the order of firms' ids
};

} // namespace rongtong
