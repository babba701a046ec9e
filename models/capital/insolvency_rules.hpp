// Parameters of insolvency: what proceedings cost and how long they take (capital/estate.hpp), of reorganisation (reorganise.hpp),
// and of what owners put in (firm/owner_money.cpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct InsolvencyRules {
    double proceedings_cost, proceedings_months;
    double reorganisation, viable_margin, least_workers, again_months, haircut, extension_months, no_dividends_months;
    double owner_chance, owner_months, owner_margin, owner_scarcity;
};

inline constexpr Parameter<InsolvencyRules> insolvency_parameters[]{
    {{"proceedings_cost", "1", 0, 0.9, 0.22, "share of the estate of a firm that defaults that the proceedings cost",
      "World Bank, Doing Business 2020, resolving insolvency in China: 22 percent of the estate (recalled)"},
     &InsolvencyRules::proceedings_cost},
    {{"proceedings_months", "month", 1, 120, 20,
      "mean months until the estate of a firm that defaults pays its suppliers: so many months pay what is left in "
      "equal "
      "parts",
      "World Bank, Doing Business 2020, resolving insolvency in China: 1.7 years (recalled)"},
     &InsolvencyRules::proceedings_months},
    {{"reorganisation", "1", 0, 1, 0.2,
      "chance that a viable firm that can't pay is reorganised rather than liquidated; 0: none is", "assumed"},
     &InsolvencyRules::reorganisation},
    {{"viable_margin", "1", -1, 1, 0, "smoothed profit over sales of a firm that counts as viable, at least",
      "assumed"},
     &InsolvencyRules::viable_margin},
    {{"least_workers", "1", 1, 10000, 20, "workers of a firm that is worth a reorganisation, at least", "assumed",
      true},
     &InsolvencyRules::least_workers},
    {{"again_months", "month", 1, 600, 60, "months after a reorganisation in which the firm gets no other", "assumed",
      true},
     &InsolvencyRules::again_months},
    {{"haircut", "1", 0, 1, 0.5,
      "share of overdue and unsecured claims that creditors give up; never more than they would lose in liquidation",
      "bound: Enterprise Bankruptcy Law of China 2006, art. 87; value assumed"},
     &InsolvencyRules::haircut},
    {{"extension_months", "month", 1, 4, 4, "months until the rest of the overdue invoices falls due", "assumed", true},
     &InsolvencyRules::extension_months},
    {{"no_dividends_months", "month", 0, 120, 24, "months after a reorganisation without dividends", "assumed", true},
     &InsolvencyRules::no_dividends_months},
    {{"owner_chance", "1", 0, 1, 0.9, "probability that owners put money into a firm that would fail for want of cash",
      "assumed"},
     &InsolvencyRules::owner_chance},
    {{"owner_months", "month", 0, 12, 1.5, "what they put in, in months of sales", "assumed"},
     &InsolvencyRules::owner_months},
    {{"owner_margin", "1", -1, 1, -0.02, "smoothed margin below which they put in nothing", "assumed"},
     &InsolvencyRules::owner_margin},
    {{"owner_scarcity", "1", 0, 5, 0.1,
      "log of orders over deliveries of its cell above which a firm's owners help whatever it lost", "assumed"},
     &InsolvencyRules::owner_scarcity},
};

} // namespace rongtong
