// Production (O3): Leontief in critical inputs, capital and labour; shortages ration all customers alike.
//
//   stored inputs: a linked input that reaches for the plan allows stock / coefficient; what lacks of others is taken from spare
//             goods of the market basket, and the worst of them leaves 1 - critical * share missing of output (critical = 1:
//             Leontief; between: part of production goes on without; 0: can be put off)
//   inputs that can't be stored: orders/input_limits.hpp
//   capital:  capacity * capital / capital per output / normal_utilisation
//   labour:   workers * productivity * (1 + overtime)
//   made    = min(planned, limits) * inputs for makers of goods; min(orders, limits) * inputs for services
//   fill    = min(1, (finished + made) / orders), the same for every customer (proportional rationing)
// Sources: Hallegatte 2014, doi 10.1111/risa.12090; Inoue & Todo 2019, doi 10.1038/s41893-019-0351-x; graded criticality after
// Pichler, Pangallo, del Rio-Chanona, Lafond & Farmer 2022, doi 10.1016/j.jedc.2022.104527.
// Parameters: ordering_rules.hpp, critical inputs of the calibration. Test: tests/models/production.cpp.
#pragma once

#include <algorithm>

namespace rongtong {

// All stored inputs together. What is missing of linked ones (need = coefficient * planned) is taken from spare goods of the market
// basket as far as these reach, in proportion; and it is ordered on the market (firm/order.cpp).
struct InputCheck {
    double planned, spare;
    double missing = 0, worst = 0, loosest = 1e300;

    void add(double critical, double stock, double coefficient)
    {
        const double need = coefficient * planned;
        if (stock >= need) {
            loosest = std::min(loosest, stock / coefficient);
            return;
        }
        missing += need - stock;
        worst = std::max(worst, critical * (1 - stock / need));
    }
    // The basket itself.
    void add_basket(double critical, double stock, double coefficient)
    {
        const double need = coefficient * planned;
        if (need <= 0 || critical <= 0) return;
        if (stock >= need) loosest = std::min(loosest, stock / coefficient);
        else basket = critical * (1 - stock / need);
    }
    // Share of output that they allow.
    double factor() const
    {
        const double covered = missing > 0 ? std::min(1.0, spare / missing) : 1;
        return 1 - std::max(basket, worst * (1 - covered));
    }

    double basket = 0;
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

// inputs: share of output that they allow, 0 to 1.
inline Output produce(double orders, double planned, double finished, bool holds_stock, double limit, double inputs)
{
    const double made = std::min(holds_stock ? planned : orders, limit) * inputs;
    const double shipped = std::min(orders, finished + made);
    return {made, shipped, orders > 0 ? shipped / orders : 1.0};
}

} // namespace rongtong
