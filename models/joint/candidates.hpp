// Where a leader looks for a partner.
//
//   field of a demand  drawn with weight  (profile of its sector - own capability)+: what it lacks of what its sector uses; where it lacks
//                      nothing, the profile
//   candidates         performers of that field in no joint project: a quarter of them are suppliers over links, then each is the nearest of three
//                      that are drawn, the last third is drawn anywhere
// What is looked at for a demand does not grow with the number of firms. Shares of the sources are assumed. Test: tests/models/joint/propose.cpp.
#pragma once

#include "models/economy.hpp"

#include <span>

namespace rongtong {

class Candidates {
public:
    Candidates(Economy& economy, const Draws& draws);

    // What the firm needs and knows little of. own: its capability.
    std::size_t drawn_field(std::size_t leader, std::span<const double> own) const;

    // Row of the k-th of n candidates; firms.rows() where none is found. w: its draw.
    std::size_t candidate(std::size_t leader, std::size_t field, std::uint32_t k, std::uint32_t n,
                          const Words& w) const;

    std::size_t sector_of(std::size_t row) const { return e_.groups[e_.firms.group[row]].sector; }
    std::span<const double> profile(std::size_t row) const; // of its sector, by field

private:
    std::size_t field_of(std::size_t row) const { return e_.technology.sectors[sector_of(row)].field; }
    std::size_t supplier_of(std::size_t leader, std::size_t field, std::uint32_t word) const;
    bool serves(std::size_t row, std::size_t field) const;
    double km(std::size_t a, std::size_t b) const;

    const Economy& e_;
    const Draws& draws_;
    const JointWorkspace& work_;
};

// Does R&D, and is in no joint project.
inline bool is_free_performer(const Firms& f, std::size_t row)
{
    return f.state[row] == FirmState::active && f.research_usual[row] > 0 && f.joint[row] == 0;
}

} // namespace rongtong
