// Trade platforms: agents on which two sides of firms meet (PLATFORMS of docs/odd.md, 7.37).
//
// Large firms are one side, all others the other. A member sees suppliers of its platform when it looks around (orders/search_links.cpp).
//   reach    : part of the other side that a firm of a sector and side can meet there: over the sectors that it sells to (suppliers) or
//              buys from (leaders), weighted by what they buy of each other in the table; members of other platforms count with
//              interoperability
//   gain     = worth * quality * reach ^ power, fee, taste: all over unit * own sales. taste: logistic, scale taste_spread, fixed by
//              firm and platform. In sectors that buy little of the host's product the unit is less: fees are at most half of that
//   once a year, in a row's own month: join the best platform with  gain - fee - integration / integration_months > taste + inertia;
//              leave with  gain - fee < taste - inertia                                            adoption.hpp
//   worth    ' = worth + learning / 12 * (found - worth);  found = orders of a month over links found there, of the links that were
//              reviewed in the month, times 12, * firms' profit over sales / (unit * sales, of members)
//   data     : after data_months of membership the part `data` of the error that a bank makes about a member is gone (capital/scoring.hpp)
//   money    : fees of members (a cost, deductible) -> platform -> the sector that hosts platforms; it spends what it earned in the month
//              before, with the trend; households keep its deposits at cash_months of fees, and take what is beyond twice these
//   start    : the fixed point that all firms reach from start_members; a member's basket holds so much less of the host's product as its
//              fee costs, and the platform buys it: nobody's cost differs from the table's
// Two ends, nearly empty and nearly full, are stable where worth is about the fee: a lever can tip what stands low.
// Sources: two-sided platforms, Rochet & Tirole 2003, doi 10.1162/154247603322493212; membership fees, Armstrong 2006, doi
// 10.1111/j.1756-2171.2006.tb00037.x (both recalled); form of adoption and values assumed. Entry and exit of platforms, fees that follow
// demand, functions beside trade and data for banks (technology, talent, forecasts) are not modelled yet.
// Parameters: platform_rules.hpp. Test: tests/models/platforms/.
// Code: adoption.hpp, firm/use_platform.cpp (a member's month), run_platforms.cpp (a platform's month), meet.cpp (reach, lists of members),
// start/platforms.cpp.
#pragma once

#include "models/platforms/adoption.hpp"
#include "sim/money.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <vector>

namespace rongtong {

inline constexpr std::size_t most_platforms = 8;

struct Platform {
    double fee_supplier = 0, fee_leader = 0; // a month, over unit
    double quality = 1;
    double worth = 1; // what firms expect of it, over unit
    Money cash;       // deposits
    Money fees;       // of last month
    Money found;      // orders over links found on it, of members whose review fell in the month

    double fee(Side side) const { return side == Side::leader ? fee_leader : fee_supplier; }

    static constexpr auto fields()
    {
        using P = Platform;
        return std::tuple{&P::fee_supplier, &P::fee_leader, &P::quality, &P::worth, &P::cash, &P::fees, &P::found};
    }
};

// A value for each sector on each side; of each platform.
inline std::size_t seat(std::size_t sectors, Side side, std::size_t sector)
{
    return static_cast<std::size_t>(side) * sectors + sector;
}

struct Platforms {
    std::vector<Platform> all;
    std::vector<double> firms;   // by seat: of the last month
    std::vector<double> members; // by platform and seat: of the last month
    std::vector<double> reach;   // by platform and seat: what firms see this month; follows from these

    bool any() const { return !all.empty(); }
};

// What members did in a month, of a thread: whole numbers.
struct PlatformCounts {
    std::vector<std::int64_t> members;                        // by platform and seat
    std::array<std::int64_t, most_platforms> fees{}, units{}; // fen; units: sales of members, times the sector's unit

    void clear()
    {
        std::fill(members.begin(), members.end(), 0);
        fees = units = {};
    }
};

} // namespace rongtong
