// Levers and shocks for tests.
#pragma once

#include "tests/models/fixture.hpp"

namespace rongtong {

inline Policy policy_of(const char* lever, std::vector<double> parameters, std::int32_t start = 1)
{
    Policy p;
    p.label = lever;
    p.lever = find_lever(lever);
    REQUIRE(p.lever != nullptr);
    p.parameters = std::move(parameters);
    for (std::size_t k = p.parameters.size(); k < p.lever->parameters.size(); ++k) // the rest at their defaults
        p.parameters.push_back(p.lever->parameters[k].initial);
    p.yearly_cost_per_firm = p.lever->yearly_cost_per_firm;
    p.start_month = start;
    return p;
}

inline Setup with_policy(Setup setup, const Policy& policy)
{
    setup.policies.push_back(policy);
    return setup;
}

inline ShockEvent shock_of(const char* shock, std::int32_t month, std::vector<double> parameters)
{
    ShockEvent event{shock, find_shock(shock), month, std::move(parameters), {}};
    REQUIRE(event.shock != nullptr);
    for (std::size_t k = event.parameters.size(); k < event.shock->parameters.size(); ++k)
        event.parameters.push_back(event.shock->parameters[k].initial);
    return event;
}

inline double days_receivable(const Economy& e)
{
    return 30 * static_cast<double>(e.total.receivable) / static_cast<double>(e.total.link_revenue);
}

inline double overdue_share(const Economy& e)
{
    return static_cast<double>(e.total.overdue) / static_cast<double>(e.total.payable);
}

inline double price_level(const Economy& e)
{
    double spent = 0, bought = 0;
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        spent += (e.ledger.households[r].paid(Flow::consumption) + e.households[r].consumption_imports).yuan();
        bought += e.households[r].consumption_real;
    }
    return spent / bought;
}

// Share of market purchases that come from another region.
inline double cross_share(const Economy& e)
{
    double all = 0, cross = 0;
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>())
            for (OriginRegion q : e.groups.each<OriginRegion>()) {
                const double goods = e.market.trade(j, r, q) * e.market.wanted(j, r);
                all += goods;
                if (q != r) cross += goods;
            }
    return cross / all;
}

// Share of market purchases that are trade and transport services.
inline double trade_services_share(const Economy& e)
{
    double all = 0, services = 0;
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>()) {
            all += e.market.wanted(j, r);
            if (e.technology.sectors[j].is_trade) services += e.market.wanted(j, r);
        }
    return services / all;
}

// Paired differences of a measure, policy less baseline, over replicates: mean over the last `last` of `months`.
template <class F>
std::vector<double> paired(const Setup& setup, const Policy& policy, int replicates, int months, int last,
                           const F& measure)
{
    std::vector<double> differences;
    for (int k = 0; k < replicates; ++k) {
        double difference = 0;
        for (const bool with : {false, true}) {
            Setup s = with ? with_policy(setup, policy) : setup;
            s.replicate = static_cast<std::uint32_t>(k);
            Economy e = after(s, months - last);
            for (int m = 0; m < last; ++m) {
                advance(e);
                difference += (with ? 1 : -1) * measure(e) / last;
            }
        }
        differences.push_back(difference);
    }
    return differences;
}

} // namespace rongtong
