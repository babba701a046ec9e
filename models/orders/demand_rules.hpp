// Parameters of final demand, competition and trade between regions (final_demand.cpp, competition.hpp, market.cpp, bodies/).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct DemandRules {
    double propensity_income, propensity_wealth, spending_limit, substitution, trade_substitution, share_speed,
        reliability_weight, quality_weight, quality_upgrade, quality_gain, quality_decay, border_fee, market_cut_limit,
        services_cut_limit, export_elasticity, direct_tax_response, direct_tax_limit, direct_tax_months,
        foreign_position_speed, surplus_months;
};

inline const std::vector<Parameter<DemandRules>> demand_parameters{
    {{"propensity_income", "1", 0.1, 1, 0.8, "share of disposable income that households spend in the month",
      "assumed"},
     &DemandRules::propensity_income},
    {{"propensity_wealth", "1/month", 0.001, 0.5, 0.0416666666666667,
      "share of deposits that households spend in a month", "form: Godley & Lavoie 2007, ch. 3; value assumed"},
     &DemandRules::propensity_wealth},
    {{"spending_limit", "1/month", 0.1, 1, 0.9, "share of deposits that households spend in a month at most",
      "assumed"},
     &DemandRules::spending_limit},
    {{"substitution", "1", 0, 10, 2,
      "how strongly buyers move to cheaper firms of a sector and region (logit in price over the mean)", "assumed"},
     &DemandRules::substitution},
    {{"trade_substitution", "1", 0, 10, 2, "elasticity of substitution between regions of origin (Armington)",
      "form: Armington 1969, doi 10.2307/3866403; value assumed"},
     &DemandRules::trade_substitution},
    {{"share_speed", "1/month", 0.01, 1, 0.1,
      "share of the gap between wanted and present market shares closed in a month", "assumed"},
     &DemandRules::share_speed},
    {{"reliability_weight", "1", 0, 10, 1, "how strongly buyers prefer firms that delivered what was ordered",
      "assumed"},
     &DemandRules::reliability_weight},
    {{"quality_weight", "1", 0, 10, 1, "how strongly buyers prefer quality above the mean of the market, at the start",
      "assumed"},
     &DemandRules::quality_weight},
    {{"quality_upgrade", "1", 0, 1, 0.1,
      "share of profit above the firm's margin at the start that is spent on better quality", "assumed"},
     &DemandRules::quality_upgrade},
    {{"quality_gain", "1", 0, 10, 0.5, "rise of quality per unit of sales spent on it", "assumed"},
     &DemandRules::quality_gain},
    {{"quality_decay", "1/month", 0, 0.5, 0.02, "share of its lead in quality that a firm loses each month", "assumed"},
     &DemandRules::quality_decay},
    {{"border_fee", "1", 0, 0.3, 0.03,
      "fee on goods that cross a region's border, share of value, part of what trade and transport sell", "assumed"},
     &DemandRules::border_fee},
    {{"market_cut_limit", "1", 0, 0.95, 0.8,
      "largest cut of the trade and transport services that market purchases need, where border fees fall", "assumed"},
     &DemandRules::market_cut_limit},
    {{"services_cut_limit", "1", 0, 0.95, 0.9,
      "largest cut of all orders for trade and transport services, where border fees fall", "assumed"},
     &DemandRules::services_cut_limit},
    {{"export_elasticity", "1", 0, 10, 1.5, "fall of export volume, in percent, per percent of domestic price",
      "assumed"},
     &DemandRules::export_elasticity},
    {{"direct_tax_response", "1", 0, 5, 0.08,
      "rise of the direct tax rate wanted per unit of new public debt over a year's household income; reached in about "
      "a year; must exceed the rate on bonds, or debt grows without bound",
      "response of the surplus to debt of about 0.05, Bohn 1998, doi 10.1162/003355398555793; value assumed"},
     &DemandRules::direct_tax_response},
    {{"direct_tax_limit", "1", 0.05, 1, 0.6, "highest direct tax rate", "assumed"}, &DemandRules::direct_tax_limit},
    {{"direct_tax_months", "month", 1, 120, 12, "time in which the direct tax rate goes to the wanted one", "assumed"},
     &DemandRules::direct_tax_months},
    {{"foreign_position_speed", "1/month", 0, 1, 0.005,
      "share of the foreign position that the transfer abroad undoes in a month", "assumed"},
     &DemandRules::foreign_position_speed},
    {{"surplus_months", "month", 1, 1200, 120, "time over which the surplus abroad is smoothed for the transfer abroad",
      "assumed"},
     &DemandRules::surplus_months},
};

} // namespace rongtong
