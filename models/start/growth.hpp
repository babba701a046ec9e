// A start whose ratios stay, whatever the growth. Month 1 is the month that the table shows; growth G is a month's.
//
//   every agent's net lending in month 1 = G * its opening net financial assets
// These sum to zero over agents, so the flows do; at G = 0 it is a stationary start. It means:
//   makers of goods make 1 + G * finished_cover of what they sell, and buyers of stored inputs order 1 + G * (1 + cover) of what they
//   need: output is solved with both
//   capital      12 * investment of the table / (depreciation + growth + xi)                         (technology.cpp, turnover.cpp)
//   a firm       pays out what it earns less G * (capital + stocks + claims - loans + cash): cash such that the payout rule gives this
//   a loan       grows by G; an invoice of j months ago is worth (1 + G)^-j
//   banks        dividends = profit - G * equity;  government: deficit = G * debt;  households: saving = G * deposits
// Source of the accounts: Godley & Lavoie 2007; of growth in them: Lavoie & Godley 2001, doi 10.1080/01603477.2001.11490327.
// Test: tests/models/growth.cpp.
#pragma once

#include "models/agents/technology_table.hpp"
#include "models/progress/progress.hpp"
#include "models/setup.hpp"

#include <cmath>

namespace rongtong {

class StartGrowth {
public:
    explicit StartGrowth(const Parameters& p)
        : month_(growth_a_month(p)),
          finished_(1 + month_ * p.ordering.finished_cover),
          ordered_(1 + month_ * (1 + p.ordering.input_cover))
    {}

    double month() const { return month_; }
    double year() const { return 12 * month_; }
    double made(const Sector& seller) const { return seller.holds_stock ? finished_ : 1; }       // over what it sells
    double ordered(const Sector& supplier) const { return supplier.holds_stock ? ordered_ : 1; } // over what is needed
    double basket() const { return ordered_; }                                                   // the same of a basket
    double before(std::int32_t months) const { return month_ == 0 ? 1 : std::pow(1 + month_, -months); } // over month 1

private:
    double month_, finished_, ordered_;
};

// Of month 1, yuan.
double imports_of(const TechnologyTable& technology, const StartGrowth& growth);

} // namespace rongtong
