// The gradient of tiers (专精特新): innovative, specialised, little giant, single champion. A firm's tier is part of its group, so that
// policies can name it; by itself it changes nothing but what a firm aims at.
//
//   asked of        R&D over sales   main field   rank of quality   buyers                       size
//   innovative      bar_low          -            -                 -                            not large
//   specialised     bar_high         main_field   -                 -                            not large
//   little giant    bar_high         main_field   quality_rank      large_buyers, or a leader    not large
//   champion        bar_high         main_field   champion_rank     the same                     any
//   and of all: does R&D; expected demand / usual output - 1 >= growth
//   main field : share of sales, drawn evenly from a half to one, for life
//   rank       : part of the performers of its sector whose quality is not above its own
//   each January, on last year's figures: a firm whose term is over is reviewed; it keeps its tier for another `term` years, or falls to the
//   highest below it whose criteria it meets, or to none. Then firms that meet the criteria of a tier are named for it with the odds a_t:
//   innovative ones out of firms without a tier, specialised ones out of these and the innovative, little giants out of the specialised,
//   champions out of the little giants
//   a_t, for the first `settling` years: such that as many can be expected in the tier as its share of all firms, whole firms; later the mean
//   of these (each year's weighs a third, those before the rest): counts are then what firms and bars make of them
//   start      : from the top, firms that meet most of a tier's criteria, by chance among equals, until its share is reached; terms end
//                evenly over `term` years
//   aim        : once a year a firm that is less than `within` below a bar it could reach does the mix of real and relabelled R&D that is
//                cheapest, where that costs less than what the bar brings: worth, and what policies pay above it (research/threshold.hpp)
// Sources: the ministry's Interim Measures for the gradient cultivation of high-quality SMEs, 2022 (recalled: tiers, term of three years, R&D
// of 3 percent, main field of 70 percent); shares, buyers, ranks, odds and worth assumed. That firms relabel to reach a bar: Chen, Liu,
// Suarez Serrato & Xu 2021, doi 10.1257/aer.20191758. Not modelled: fields and patents, money for the tier itself, regions' own lists.
// Parameters: tier_rules.hpp. Test: tests/models/tiers/.
// Code: criteria.cpp, review_tiers.cpp (January), start/tiers.cpp, firm/tier_aim.cpp (what it aims at).
#pragma once

#include "models/agents/groups.hpp"
#include "models/tiers/tier_rules.hpp"

#include <array>
#include <cstdint>
#include <tuple>

namespace rongtong {

// Of a firm: years until its tier is reviewed, and whether it says that its R&D reaches the next bar.
inline constexpr std::uint8_t says_it_reaches = 128, tier_years = 127;

struct Tiers {
    std::array<double, tier_names.size()> odds{}; // of being named, by tier: mean of the settling years
    double years = 0;                             // Januaries so far

    static constexpr auto fields() { return std::tuple{&Tiers::odds, &Tiers::years}; }
};

inline std::size_t place_of_tier(Tier t) { return static_cast<std::size_t>(t); }

} // namespace rongtong
