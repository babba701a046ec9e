// Which supplier a link gets: first a region of origin by gravity, then a firm of that sector and region in proportion to its
// size (expected output at the last compaction).
//
//   P(region q | buyer in r) ~ output of the sector's firms in q * distance(r, q) ^ -decay
//   P(firm i | sector, q)    ~ output of i
// Within the region, a buyer with k links draws by size with chance clamp(1 - size_fall * ln(k / 4), size_least, 1), else with equal
// odds: the many suppliers of the large are not all large.
// Sources: gravity, Head & Mayer 2014, doi 10.1016/B978-0-444-54314-1.00003-3; size-proportional matching gives the out-degree
// its heavy tail, Bernard, Moxnes & Saito 2019, doi 10.1086/700760. The same rule builds the network and replaces lost
// suppliers. Parameters: decay_tradable, decay_local, size_fall, size_least. Test: tests/models/network.cpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

inline constexpr std::uint32_t no_supplier = 0xffffffffu;

class SupplierChoice {
public:
    explicit SupplierChoice(const Economy& economy);
    SupplierChoice(const Economy& economy, std::vector<double>& memory); // uses the memory given
    SupplierChoice(const SupplierChoice&) = delete;

    // A row for a buyer of region `region`; no_supplier where the sector has no firm. u, v uniform on (0, 1); by_size: chance
    // that the firm is drawn by size and not with equal odds.
    std::uint32_t choose(std::size_t sector, std::size_t region, double u, double v, double by_size = 1) const;

private:
    double cell_weight(std::size_t cell) const;
    const Economy& economy_;
    std::size_t regions_;
    std::vector<double> own_;         // where none is given
    std::vector<double>& cumulative_; // [sector][region of use][region of origin]
};

// Sorts the active firms by cell and makes the running sums of size that choose() goes by.
void index_sizes(Economy& economy);

// The attributes that a new link gets from the relative size of its partners (terms.hpp). `n` counts the buyer's links.
void set_terms(Economy& economy, const Draws& draws, std::size_t buyer, std::uint32_t edge, std::uint32_t n,
               std::int32_t month);

} // namespace rongtong
