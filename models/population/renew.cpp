// The renewal of firms in a month (N1, N2, O6): exits are recorded, entrants founded (entry.cpp), lost suppliers replaced
// (replacement.cpp).
#include "models/network/review.hpp"
#include "models/orders/make_or_buy.hpp"
#include "models/orders/review_links.hpp"
#include "models/phases.hpp"
#include "models/population/renewal.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rongtong {

namespace {

void take_losses(Economy& e)
{
    auto& losses = e.records.losses;
    losses.clear();
    for (auto& block : e.work.losses) {
        losses.insert(losses.end(), block.begin(), block.end());
        block.clear();
    }
    const auto key = [](const Event& x) { return std::tuple(x.firm, x.partner, x.kind, x.owed, x.lost); };
    std::sort(losses.begin(), losses.end(), [&](const Event& a, const Event& b) { return key(a) < key(b); });
}

void order_stakes(Economy& e)
{
    const auto key = [](const Event& x) { return std::tuple(x.firm, x.kind, x.investor, x.partner, x.paid, x.share); };
    std::sort(e.records.stakes.begin(), e.records.stakes.end(),
              [&](const Event& a, const Event& b) { return key(a) < key(b); });
}

// Part of what nobody bought.
void scrap_capital(Economy& e)
{
    e.turnover.scrapped = 0;
    for (double& used : e.turnover.used_capital) {
        const double gone = e.setup.parameters.turnover.scrapping * used;
        e.turnover.scrapped += gone;
        used -= gone;
    }
}

void take_exits(Economy& e)
{
    e.records.events.clear();
    for (auto* lists : {&e.work.exits, &e.work.project_ends})
        for (auto& block : *lists) {
            e.records.events.insert(e.records.events.end(), block.begin(), block.end());
            block.clear();
        }
    take_losses(e);
    order_stakes(e);
    auto& events = e.records.events;
    events.insert(events.end(), e.work.joint.events.begin(), e.work.joint.events.end());
    e.work.joint.events.clear();
    events.insert(events.end(), e.work.mergers.begin(), e.work.mergers.end());
    std::sort(events.begin(), events.end(),
              [](const Event& a, const Event& b) { return std::pair(a.firm, a.kind) < std::pair(b.firm, b.kind); });
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        e.turnover.used_capital[e.groups.cell(g)] += from_fixed_goods(e.sums[g].freed_capital);
    scrap_capital(e);
    auto& output = e.turnover.output;
    std::fill(output.begin(), output.end(), 0.0);
    for (std::size_t g = 0; g < e.groups.size(); ++g) output[e.groups.cell(g)] += from_fixed_goods(e.sums[g].made);
}

} // namespace

void renew_firms(Economy& e, const Draws& draws)
{
    take_exits(e);
    const bool lucky = e.setup.parameters.luck.luck_switch > 0;
    const bool lost = std::any_of(e.work.lost.begin(), e.work.lost.end(),
                                  [](const auto& block) { return !block.empty(); });
    if (!lucky && !lost) return;
    const LinkPlans plans(e.technology, e.setup.parameters.network, e.work.link_inputs);
    const SupplierChoice choice(e, e.work.supplier_weights);
    if (lucky) enter_firms(e, draws, plans, choice);
    replace_lost(e, draws, choice);
    drop_suppliers(e, draws, choice);
    if (!reviews(e)) return;
    show_suppliers(e);
    look_at_trials(e);
    review_links(e, draws, choice);
}

} // namespace rongtong
