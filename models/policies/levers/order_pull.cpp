// Lever order_pull (大企业订单带动): large buyers are to give more of their orders to small suppliers.
//
//   worth of a micro, small or medium supplier to buyers of the target += preference * intensity, log weight of an offer
// It counts where they look around and where a trial is looked at, so small suppliers are tried although others offer more, and are kept.
// Equations: network/review.hpp. Test: tests/models/policies/levers/order_pull.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g])) conditions.groups[g].small_bonus += c.parameters[0] * c.intensity;
}

} // namespace

extern const Lever lever_order_pull{
    .name = "order_pull",
    .title_en = "orders of large firms for small suppliers",
    .title_zh = "大企业订单带动中小企业",
    .channel = "what a small supplier is worth to buyers of the target beyond its offer",
    .moves = "a larger part of the orders of those buyers goes to micro, small and medium firms",
    .harm = "they take dearer, worse or less reliable offers",
    .source =
        "small firms that win public orders grow: Ferraz, Finan & Szerman 2015, doi 10.3386/w21219 (sign); form and "
        "size assumed",
    .parameters = {{"preference", "1", 0, 3, 0.5, "log weight that a small supplier's offer has more", "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "review/switch",
    .needs_also = {"luck/switch"},
    .act = act,
};

extern const LeverAims aims_order_pull{
    "order_pull",
    {{"orders_to_small", Watched::Goes::rises}},
    {{"linked_input_price", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
