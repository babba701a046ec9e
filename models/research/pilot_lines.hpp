// Pilot lines and shared equipment of institutes, by field of technology and region: a place.
//
//   room'  = min(room + capacity, one project's months on a line, or a month's capacity)        lane-months; the rest lapses, idle
//   a project gets a line while its place has room, and takes all its months at once; who waited longest comes first, ties by a drawn key
//   who finds none asks the place of its field with most room elsewhere: line_travel of the pilot's work is added
//   who still finds none goes on without a line with the odds 1 / patience, at the latest after longest_wait months; else it waits
//   capacity of the start: line_share of the projects that performers are expected to bring
//   equipment: served = min(1, lab-months that are open / laboratories that wanted some last month);
//     ease of a small laboratory = 1 / (1 - equipment_saving * served * (1 - price))
// Lumps of capacity are pooled over time, so that a small economy is served like a large one in the mean. Parameters: research_rules.hpp. Tests:
// tests/models/research/pilot_lines.cpp.
#pragma once

#include "models/research/stages.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rongtong {

// What there is for research beside firms' own laboratories.
struct ResearchFacilities {
    // of the start, by cell
    std::vector<double> lines;                      // lane-months a month
    std::vector<double> labs, spending;             // performers; their R&D, yuan a month
    std::vector<double> small_labs, small_spending; // of those who find equipment useful
    // by place
    std::vector<double> room;  // lane-months
    std::vector<double> asked; // small laboratories that could have used equipment last month
    // of the nation, this month: no state
    double capacity = 0, idle = 0; // lane-months
    double equipment = 0;          // lab-months that are open
};

// By place, lane-months or lab-months a month.
struct OpenFacilities {
    std::vector<double> lines, equipment, equipment_worth; // worth: mean part of the saving that laboratories keep
};

// A project that waits for a line.
struct LineAsk {
    std::uint32_t row;
    std::uint32_t place;
    std::uint64_t key;
    std::uint8_t waited;
    bool served;
};

inline double most_room(double capacity, const ResearchRules& r) { return std::max(line_work(r), capacity); }

// Takes a month's capacity in. Returns what lapses.
inline double open_line(double& room, double capacity, const ResearchRules& r)
{
    const double all = room + capacity;
    room = std::min(all, most_room(capacity, r));
    return all - room;
}

inline bool comes_before(const LineAsk& a, const LineAsk& b)
{
    if (a.waited != b.waited) return a.waited > b.waited;
    return a.key != b.key ? a.key < b.key : a.row < b.row;
}

inline double equipment_ease(double open, double worth, double asked, const ResearchRules& r)
{
    if (open <= 0) return 1;
    return 1 / (1 - r.equipment_saving * std::min(1.0, open / std::max(asked, 1e-9)) * worth);
}

} // namespace rongtong
