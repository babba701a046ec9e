// Indicators of employment, wages and households.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

#include <algorithm>

namespace rongtong {

namespace {

template <class Body, class Member>
double over(const Body& bodies, const Member& member)
{
    double sum = 0;
    for (const auto& body : bodies) sum += member(body);
    return sum;
}

double in_pools(const Economy& e)
{
    return over(e.labour.all, [](const LabourMarket& market) { return market.employed_in_pools; });
}

double unemployment(const Economy& e)
{
    const double force = over(e.labour.all, [](const LabourMarket& market) { return market.labour_force; });
    const double employed = over(e.labour.all, [](const LabourMarket& market) { return market.employed(); });
    return 1 - ratio(employed, force);
}

double unemployment_of(const Economy& e, std::size_t region)
{
    double force = 0, employed = 0;
    for (std::size_t kind = 0; kind < labour_names.size(); ++kind) {
        const LabourMarket& market = e.labour(static_cast<Labour>(kind), region);
        force += market.labour_force, employed += market.employed();
    }
    return 1 - ratio(employed, force);
}

} // namespace

extern const std::vector<Indicator> indicators_people{
    {"employment", "person", "workers in firms", "sum over firms", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.workers); }},
    {"self_employment", "person", "persons in pools of self-employed, farms and public units", "sum over pools",
     in_pools, nullptr},
    {"unemployment_rate", "1", "unemployed over labour force",
     "1 - (workers in firms + persons in pools) / labour force", unemployment, nullptr, unemployment_of},
    {"wage", "yuan", "mean monthly wage in firms", "wages / workers", nullptr,
     [](const FirmSums& s) { return ratio(yuan(s.paid(Flow::wages)), static_cast<double>(s.workers)); }},
    {"wages", "yuan", "wages paid by firms in a month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.paid(Flow::wages)); }},
    {"benefits", "yuan", "unemployment benefit paid in a month", "sum over regions",
     [](const Economy& e) {
         return over(e.ledger.households, [](const Purse& h) { return h.received(Flow::benefits).yuan(); });
     },
     nullptr},
    {"productivity", "yuan", "output per worker and month at starting prices", "made / workers", nullptr,
     [](const FirmSums& s) { return ratio(from_fixed_goods(s.made), static_cast<double>(s.workers)); }},
    {"disposable_income", "yuan", "households' income after direct tax and transfer abroad in a month",
     "sum over regions",
     [](const Economy& e) { return over(e.households, [](const Households& h) { return h.disposable.yuan(); }); },
     nullptr, [](const Economy& e, std::size_t region) { return e.households[region].disposable.yuan(); }},
    {"household_deposits", "yuan", "deposits of households, end of month", "sum over regions",
     [](const Economy& e) { return over(e.households, [](const Households& h) { return h.deposits.yuan(); }); },
     nullptr, [](const Economy& e, std::size_t region) { return e.households[region].deposits.yuan(); }},
    {"sme_employment_share", "1", "share of firms' workers in micro, small and medium firms", "over all firms",
     [](const Economy& e) {
         return ratio(sum_groups(e, is_sme, [](const FirmSums& s) { return s.workers; }),
                      static_cast<double>(e.total.workers));
     },
     nullptr},
    {"sme_revenue_share", "1", "share of firms' sales by micro, small and medium firms", "over all firms",
     [](const Economy& e) {
         return ratio(sum_groups(e, is_sme, [](const FirmSums& s) { return s.link_revenue + s.market_revenue; }),
                      static_cast<double>(e.total.link_revenue + e.total.market_revenue));
     },
     nullptr},
    {"sme_value_added_share", "1", "share of firms' value added in micro, small and medium firms", "over all firms",
     [](const Economy& e) {
         const auto value = [](const FirmSums& s) {
             return s.link_revenue + s.market_revenue - s.invoiced - s.paid(Flow::market_inputs) - s.imports_paid;
         };
         return ratio(sum_groups(e, is_sme, value), static_cast<double>(value(e.total)));
     },
     nullptr},
};

} // namespace rongtong
