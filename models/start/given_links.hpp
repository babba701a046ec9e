// Links of the start that are given (own_data.hpp), as far as the economy has room for them. Equations: given_links.cpp.
#pragma once

#include "models/economy.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rongtong {

enum class RoomOf : std::uint8_t {
    buyer, // its domestic inputs, as its sector needs them for its output
    input, // what the firms of its sector and region need of one product
    sales, // of the supplier
};

// Where given values ask for more than there is. Yuan a year.
struct LinkCut {
    RoomOf room;
    std::uint32_t who; // row; of input: cell
    std::uint8_t product;
    double asked, taken;
};

class GivenLinks {
public:
    // Firms stand, links do not yet. No links are given: nothing is.
    explicit GivenLinks(const Economy& economy);

    // A buyer whose links are given has these and no others.
    bool has(std::size_t row) const { return row + 1 < first_.size() && first_[row + 1] > first_[row]; }
    bool any() const { return !links_.empty(); }
    std::uint32_t count(std::size_t row) const { return first_[row + 1] - first_[row]; }

    // Supplier, sector and volume of each of its links; a value that is not given has the volume of a drawn link.
    void lay(Economy& economy, std::size_t row, double link_share) const;

    // Of all volumes that are not given: what given ones leave of each room, and largest_fill of the supplier's sales.
    void cut_others(Economy& economy) const;

    const std::vector<LinkCut>& cuts() const { return cuts_; }
    double no_use() const
    {
        return no_use_;
    } // value of links whose product the buyer's sector does not use; they are left out

private:
    struct Link {
        std::uint32_t supplier;
        double goods; // that the buyer needs over it, a month; below zero: not given
    };
    std::span<const Link> of(std::size_t row) const { return {links_.data() + first_[row], count(row)}; }
    void sort_in(const Economy& economy);
    void cut_buyers(const Economy& economy);
    void cut_inputs(const Economy& economy);
    void cut_suppliers(const Economy& economy);

    std::vector<std::uint32_t> first_; // by row, one more at the end
    std::vector<Link> links_;          // of a buyer: by the supplier's sector
    std::vector<LinkCut> cuts_;
    double no_use_ = 0;
};

} // namespace rongtong
