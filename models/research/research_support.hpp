// Public support of a group's R&D, all policies together (research/user_cost.hpp).
#pragma once

#include "models/research/threshold.hpp"

#include <algorithm>

namespace rongtong {

struct ResearchSupport {
    double credit = 0;           // public yuan per yuan of R&D
    double deduction = 0;        // of R&D, from taxable profit, beside its cost
    double grant = 0;            // public yuan per yuan of usual R&D
    double relabelling_cost = 0; // effort to call a yuan of other costs R&D, slope; 0: none is
    TaxThreshold tax{};          // a lower rate of profit tax above a threshold of R&D

    // Rates add up; it is as easy to relabel as under the policy under which it is easiest.
    void add(const ResearchSupport& o)
    {
        credit += o.credit, deduction += o.deduction, grant += o.grant;
        tax.add(o.tax);
        if (o.relabelling_cost <= 0) return;
        relabelling_cost = relabelling_cost > 0 ? std::min(relabelling_cost, o.relabelling_cost) : o.relabelling_cost;
    }
};

} // namespace rongtong
