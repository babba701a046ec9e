// Parameters of platforms (platforms.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct PlatformRules {
    double platform_switch, count, unit, worth, learning, power, fee_supplier, fee_leader, integration,
        integration_months, taste_spread, inertia, start_members, interoperability, candidates, noise, outage_orders,
        data, data_months, cash_months;
};

inline constexpr Parameter<PlatformRules> platform_parameters[]{
    {{"switch", "1", 0, 1, 0,
      "1: firms join trade platforms and find suppliers there; 0: there are none. Needs the review of links "
      "(review/switch)",
      "a switch", true},
     &PlatformRules::platform_switch},
    {{"count", "1", 1, 8, 1, "platforms at the start, all alike", "assumed", true}, &PlatformRules::count},
    {{"unit", "1", 1e-5, 0.02, 0.0025,
      "share of a firm's sales that fees and gains are counted in: what a platform that all others have joined is "
      "expected to be worth",
      "assumed; the median sector buys internet services for 0.6 percent of its sales (table of 2023)"},
     &PlatformRules::unit},
    {{"worth", "1", 0, 5, 1, "what firms expect of a platform at the start, over unit", "assumed"},
     &PlatformRules::worth},
    {{"learning", "1/year", 0, 1, 0.1, "speed at which they learn what members got from it", "assumed"},
     &PlatformRules::learning},
    {{"power", "1", 0.1, 1, 0.5, "exponent of the gain in the part of the other side that a firm can meet there",
      "below 1: gains fall with each partner more; value assumed"},
     &PlatformRules::power},
    {{"fee_supplier", "1", 0, 5, 0.6, "monthly fee of micro, small and medium firms, over unit",
      "assumed: with fees of 0.4 and less no platform could stay small"},
     &PlatformRules::fee_supplier},
    {{"fee_leader", "1", 0, 5, 0.55, "monthly fee of large firms, over unit",
      "the side that draws the other pays less: Armstrong 2006, doi 10.1111/j.1756-2171.2006.tb00037.x; value assumed"},
     &PlatformRules::fee_leader},
    {{"integration", "1", 0, 10, 0.3, "paid once on joining, in monthly units", "assumed"},
     &PlatformRules::integration},
    {{"integration_months", "month", 1, 120, 36, "months over which a firm that joins spreads it", "assumed"},
     &PlatformRules::integration_months},
    {{"taste_spread", "1", 0, 2, 0.12, "scale of the logistic spread of firms' costs of membership, over unit",
      "assumed"},
     &PlatformRules::taste_spread},
    {{"inertia", "1", 0, 1, 0.03, "by how much gain must differ from cost before a firm joins or leaves", "assumed"},
     &PlatformRules::inertia},
    {{"start_members", "1", 0, 1, 0.05,
      "share of firms that is tried as members; the start is where all have decided from there", "assumed"},
     &PlatformRules::start_members},
    {{"interoperability", "1", 0, 1, 0,
      "part of the members of other platforms that one meets over a common standard without joining", "assumed"},
     &PlatformRules::interoperability},
    {{"candidates", "1", 0, 32, 8, "suppliers that a member sees on its platform in each search beside its own",
      "assumed", true},
     &PlatformRules::candidates},
    {{"noise", "1", 0, 1, 0.5, "what is left there of the noise with which suppliers are judged (review/noise)",
      "assumed"},
     &PlatformRules::noise},
    {{"outage_orders", "1", 0, 1, 0.5,
      "part of the orders over links found on a platform that gets through while it is out", "assumed"},
     &PlatformRules::outage_orders},
    {{"data", "1", 0, 1, 0.4, "part of a bank's error about a member that its orders on the platform take away",
      "that such data tell defaults better: Gambacorta, Huang, Qiu & Wang 2019, BIS Working Paper 834 (recalled); "
      "value "
      "assumed"},
     &PlatformRules::data},
    {{"data_months", "month", 0, 60, 6, "after so many months of membership there are enough data", "assumed", true},
     &PlatformRules::data_months},
    {{"cash_months", "month", 0, 24, 1, "fees that a platform holds as deposits", "assumed"},
     &PlatformRules::cash_months},
};

} // namespace rongtong
