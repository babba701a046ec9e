// Indicators of digital tools and standards (models/digital/).
#include "models/digital/maturity.hpp"
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

namespace {

double mean_level(const FirmSums& s) { return ratio(count(s.digital_units) / digital_units, count(s.digital_firms)); }

double gap_of_sizes(const Economy& e)
{
    const auto mean = [&](const auto& which) {
        const auto units = [](const FirmSums& s) { return s.digital_units; };
        const auto firms = [](const FirmSums& s) { return s.digital_firms; };
        return ratio(sum_groups(e, which, units) / digital_units, sum_groups(e, which, firms));
    };
    return mean([](const Group& g) { return !is_sme(g); }) - mean(is_sme);
}

} // namespace

extern const std::vector<Indicator> indicators_digital{
    {"digital_level", "1", "digital maturity of firms, 0 to 3", "column digital / 32, mean over firms", nullptr,
     mean_level},
    {"digital_gap", "1", "digital maturity of large firms less that of all others", "difference of means of levels",
     gap_of_sizes, nullptr},
    {"digital_share", "1", "firms at digital level 1 or beyond", "share of firms", nullptr,
     [](const FirmSums& s) { return ratio(s.digital_users, s.digital_firms); }},
    {"digital_adopters", "count", "firms that took a step in digital tools in the month",
     "adoption (digital/maturity.hpp)", nullptr, [](const FirmSums& s) { return count(s.digital_adopted); }},
    {"digital_spending", "yuan", "what firms paid for digital tools in the month, at current prices",
     "steps, spread over a year, and upkeep; the part that is bought", nullptr,
     [](const FirmSums& s) { return yuan(s.digital_paid); }},
    {"digital_helped", "count", "firms that took a step in the month with the help of an agency",
     "lever digital_tools, count", nullptr, [](const FirmSums& s) { return count(s.digital_helped); }},
    {"digital_anyway", "1", "part of the firms that were helped which would have taken the step without",
     "the same decision at the full cost, share of those helped", nullptr,
     [](const FirmSums& s) { return ratio(s.digital_anyway, s.digital_helped); }},
    {"chain_standards", "1", "firms that use the standard of a chain leader",
     "column standard, 1 to the number of sectors, share of firms", nullptr,
     [](const FirmSums& s) { return ratio(s.chain_standards, s.digital_firms); }},
    {"order_surprise", "1", "by how much firms' orders differ from what they expected",
     "sum of |orders - expected demand| over orders, where firms use digital tools", nullptr,
     [](const FirmSums& s) { return s.digital_firms > 0 ? ratio(s.order_surprise, s.orders) : ratio(0.0, 0.0); }},
    {"orders_foretold", "1", "part of orders of buyers that pass on what they expect", "lever data_sharing, over links",
     nullptr,
     [](const FirmSums& s) { return s.digital_firms > 0 ? ratio(s.orders_foretold, s.orders) : ratio(0.0, 0.0); }},
    {"standards_changed", "count", "firms that took another standard in the month", "digital/standards.hpp", nullptr,
     [](const FirmSums& s) { return count(s.standards_changed); }},
};

} // namespace rongtong
