// Whom members of a platform can meet (platforms.hpp).
#pragma once

#include "models/economy.hpp"

namespace rongtong {

bool has_platforms(const Economy& economy);

// The sector whose product platforms are made of. Its number, or that of sectors where the calibration names none.
std::size_t platform_host(const TechnologyTable& technology);

// Share of its sales in which a sector's firms count fees and gains.
double platform_unit(const Economy& economy, std::size_t sector);

// Part of the orders over links found on a platform that does not get through this month.
inline double out_of_order(const Economy& e)
{
    return (1 - e.policy.conditions.platforms_work) * (1 - e.setup.parameters.platforms.outage_orders);
}

// What firms of each sector and side can meet on each platform, from the counts of firms and members.
void set_reach(Economy& economy);

// Lists of members by platform and sector, for those who look around this month.
void list_members(Economy& economy);

// One of a platform's members of a sector; no_supplier where there is none.
std::uint32_t any_member(const Economy& economy, std::size_t platform, std::size_t sector, double uniform);

// What platforms will buy this month, yuan (run_platforms.cpp).
double platform_orders(const Economy& economy);

// The best that a firm which is on none could join, or 0; platforms are numbered from 1. fee_part: what government leaves of the fee.
std::uint8_t best_platform(const Economy& economy, const Draws& draws, std::uint64_t id, std::size_t sector, Side side,
                           double fee_part);

// Whether a member leaves its platform.
bool leaves_platform(const Economy& economy, const Draws& draws, std::uint64_t id, std::size_t platform,
                     std::size_t sector, Side side, double fee_part);

} // namespace rongtong
