// Sums over months of economies in which buyers look for suppliers.
#pragma once

#include "tests/models/policies.hpp"

namespace rongtong {

struct SearchCounts {
    double begun = 0, refused = 0, mapped = 0, with_large = 0, left = 0;
    double ordered = 0, to_small = 0, goods = 0;
};

inline SearchCounts search_counts(const Setup& setup, int months = 48, int from = 24)
{
    Economy e = start_economy(setup);
    SearchCounts n;
    for (int month = 1; month <= months; ++month) {
        advance(e);
        if (month <= from) continue;
        const auto& t = e.total;
        n.begun += static_cast<double>(t.trials_begun), n.refused += static_cast<double>(t.trials_refused);
        n.mapped += static_cast<double>(t.trials_mapped), n.with_large += static_cast<double>(t.trials_with_large);
        n.left += static_cast<double>(t.suppliers_left), n.ordered += static_cast<double>(t.orders_seen);
        n.to_small += static_cast<double>(t.orders_to_small), n.goods += from_fixed_goods(t.goods_seen);
    }
    return n;
}

} // namespace rongtong
