// Production (O3): Leontief in critical inputs, capital and labour; shortages ration all customers alike.
//
//   inputs:   limit_k = (1 - c_k) * planned + c_k * stock_k / coefficient_k for inputs k with criticality c_k > 0
//             (c = 1: Leontief; c between: part of production goes on without; c = 0: can be put off)
//   capital:  capacity * capital / capital per output / normal_utilisation
//   labour:   workers * productivity * (1 + overtime)
//   made    = min(planned, limits) for makers of goods; min(orders, limits) for services
//   fill    = min(1, (finished + made) / orders), the same for every customer (proportional rationing)
// Sources: Hallegatte 2014, doi 10.1111/risa.12090; Inoue & Todo 2019, doi 10.1038/s41893-019-0351-x; graded criticality after
// Pichler, Pangallo, del Rio-Chanona, Lafond & Farmer 2022, doi 10.1016/j.jedc.2022.104527.
// Parameters: ordering_rules.hpp, critical_input of the calibration. Test: tests/models/production.cpp.
#pragma once

#include <algorithm>

namespace rongtong {

inline double input_limit(double critical, double planned, double stock, double coefficient)
{
    return (1 - critical) * planned + critical * stock / coefficient;
}

// The limit of all linked inputs together. What is missing of them (need = coefficient * planned) is taken from spare goods of
// the market basket as far as these reach, in proportion; and it is ordered on the market (plan.cpp).
struct InputCheck {
    double planned, spare;
    double missing = 0, worst = 0, loosest = 1e300;

    void add(double critical, double stock, double coefficient)
    {
        const double need = coefficient * planned;
        if (stock >= need) {
            loosest = std::min(loosest, input_limit(critical, planned, stock, coefficient));
            return;
        }
        missing += need - stock;
        worst = std::max(worst, critical * (1 - stock / need));
    }
    double limit() const
    {
        const double covered = missing > 0 ? std::min(1.0, spare / missing) : 1;
        return worst > 0 ? std::min(loosest, planned * (1 - worst * (1 - covered))) : loosest;
    }
};

inline double capital_limit(double capacity, double capital, double capital_per_output, double normal_utilisation)
{
    return capacity * capital / (capital_per_output * normal_utilisation);
}

inline double labour_limit(double workers, double productivity, double overtime)
{
    return workers * productivity * (1 + overtime);
}

struct Output {
    double made, shipped, fill;
};

inline Output produce(double orders, double planned, double finished, bool holds_stock, double limit)
{
    const double made = std::min(holds_stock ? planned : orders, limit);
    const double shipped = std::min(orders, finished + made);
    return {made, shipped, orders > 0 ? shipped / orders : 1.0};
}

} // namespace rongtong
