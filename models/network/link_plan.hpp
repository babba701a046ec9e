// How many links a firm has and for which inputs (start/network.cpp has the equations). Also used for entrants.
#pragma once

#include "models/economy.hpp"
#include "models/network/supplier_choice.hpp"

#include <span>
#include <vector>

namespace rongtong {

class LinkPlans {
public:
    using Inputs = std::vector<std::vector<std::uint8_t>>; // by sector: supplying sectors with firms, largest first

    LinkPlans(const TechnologyTable& technology, const NetworkRules& rules);
    LinkPlans(const TechnologyTable& technology, const NetworkRules& rules, Inputs& memory); // uses the memory given
    LinkPlans(const LinkPlans&) = delete;

    // Number of links of a firm of the sector with so many workers.
    std::uint32_t count(std::size_t sector, double workers) const;

    // The supplying sector of each of n links, ascending, and how many links go to it (n <= links_most).
    void sectors(std::size_t sector, std::uint32_t n, std::span<std::uint8_t> supplying) const;

    double link_share() const { return rules_.link_share; }

private:
    const TechnologyTable& technology_;
    NetworkRules rules_;
    Inputs own_; // where none is given
    Inputs& inputs_;
};

// Draws supplier, sector and volume of every edge of a row whose first and count are set.
void draw_links(Economy& economy, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice,
                std::size_t row, std::int32_t month);

// Chance that a buyer with so many links draws a firm by size (supplier_choice.hpp).
double odds_by_size(std::uint32_t links, const NetworkRules& rules);

// Draws a supplier for one edge: not the buyer itself, a firm that is active; a few tries, then whatever comes.
// no_supplier where the sector has none.
std::uint32_t draw_supplier(const Economy& economy, const Draws& draws, const SupplierChoice& choice, std::size_t buyer,
                            std::size_t sector, std::uint32_t n, std::int32_t month);

} // namespace rongtong
