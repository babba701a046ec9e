// Why one firm is cheaper than another of its sector. Two kinds of productivity: of grade (better labour and organisation) only a
// share lowers cost, the rest is paid for; technology lowers cost but for what workers get of it.
//
//   ln grade      = productivity_spread * (grade_size * size score + sqrt(1 - grade_size^2) * z)                drawn once, z ~ N(0, 1)
//   ln technology = technology_spread * z'
//   edge e        = grade_cost * ln grade + ln technology
//   labour cost   λ = n * exp(-k * e): wages per unit of sales at the start over the sector's, at most what takes largest_loss of the sector's room;
//                   n: such that the cell's mean is 1
//   k             = (1 - rent) / (1 + p / (1 - p) * labour's share of cost), p: pass_through; smaller where that would put more than
//                   at_stake of the sector's room at stake: what surplus can't carry is paid for
//   worth         w = (unit cost / the sector's) ^ (p / (1 - p)): its price at the start over its market's mean. Per unit of comparable goods
//                   its labour cost is then λ w ~ exp(-(1 - rent) e), and its price (unit cost w) ^ p
//   output of a worker = w * grade * technology, at the start's prices;  wage of a worker ~ λ * output of a worker
//   capital need  κ = what its surplus leaves for investment and owners over the sector's, at least least_capital; the cell's mean is 1
//   usual margin  = surplus + labour share * (1 - λ), less wear of κ times the sector's capital, and interest (usual_debt.hpp)
// Goods of a firm are counted in yuan at its own price of the start; 1 / w comparable goods are in one. Markets share out and price
// comparable goods (orders/market_means.cpp), and a link that moves keeps them. So values at the start are those of the table whatever
// the edges are. Sources: Foster, Haltiwanger & Syverson 2008, doi 10.1257/aer.98.1.394 (efficient firms have lower prices);
// Melitz 2003, doi 10.1111/1468-0262.00467 (cost and selection). Parameters: selection_rules.hpp, productivity_spread of
// network_rules.hpp. Test: tests/models/selection/cost_edge.cpp.
#pragma once

#include "models/agents/technology_table.hpp"
#include "models/network/network_rules.hpp"
#include "models/selection/selection_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline constexpr double least_capital = 0.1;
inline constexpr double largest_loss = 0.7; // of its sector's room

inline double log_grade(double size_score, double z, double spread, const SelectionRules& rules)
{
    const double a = rules.grade_size;
    return spread * (a * size_score + std::sqrt(1 - a * a) * z);
}

inline double cost_edge(double log_grade, double log_technology, const SelectionRules& rules)
{
    return rules.grade_cost * log_grade + log_technology;
}

inline double edge_spread(double grade_spread, const SelectionRules& rules)
{
    return std::hypot(rules.grade_cost * grade_spread, rules.technology_spread);
}

// k: by how much labour cost falls per unit of edge. room: what the surplus leaves for investment and owners, per unit of sales.
inline double labour_cost_slope(const Sector& s, double room, double grade_spread, const SelectionRules& rules)
{
    if (rules.selection_switch <= 0 || s.labour <= 0 || s.unit_cost <= 0) return 0;
    const double p = rules.pass_through, share = s.labour / s.unit_cost;
    const double slope = (1 - rules.rent) / (1 + p / (1 - p) * share);
    const double spread = s.labour * edge_spread(grade_spread, rules);
    return spread > 0 ? std::min(slope, rules.at_stake * std::max(0.0, room) / spread) : slope;
}

// By how much the log labour cost of a firm's own goods falls when its technology gains one log point: all but the rent; less where
// its sector's surplus can't carry differences (k).
inline double saving_of_technology(const Sector& s, const SelectionRules& rules)
{
    if (rules.selection_switch <= 0 || s.unit_cost <= 0) return 1 - rules.rent;
    const double p = rules.pass_through;
    return s.labour_cost_slope * (1 + p / (1 - p) * s.labour / s.unit_cost);
}

// λ; scale: n. Beyond largest_loss of the room, what a firm lacks in productivity its workers lack in wages.
inline double labour_cost_of(const Sector& s, double edge, double scale)
{
    return std::min(scale * std::exp(-s.labour_cost_slope * edge), 1 + largest_loss * s.room / s.labour);
}

inline double unit_cost_of(const Sector& s, double labour_cost) { return s.unit_cost + s.labour * (labour_cost - 1); }

inline double worth_of(const Sector& s, double labour_cost, const SelectionRules& rules)
{
    if (rules.selection_switch <= 0) return 1;
    const double p = rules.pass_through;
    return std::pow(unit_cost_of(s, labour_cost) / s.unit_cost, p / (1 - p));
}

// Not yet scaled to a mean of 1.
inline double capital_need_of(const Sector& s, double labour_cost)
{
    if (s.room <= 0) return 1;
    return std::max(least_capital, 1 + s.labour * (1 - labour_cost) / s.room);
}

// The cost that a firm's price follows: its own by pass_through, its market's by the rest. market: mean cost of its market's comparable
// goods; per unit of its own goods.
inline double followed_cost(double own, double market, double worth, const SelectionRules& rules)
{
    if (rules.selection_switch <= 0) return own;
    return own * std::pow(market / (worth * own), 1 - rules.pass_through);
}

} // namespace rongtong
