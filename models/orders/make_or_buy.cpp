// Yearly review of links (make_or_buy.hpp): a row phase that moves inputs in-house and back and lists links to be dropped; then,
// one after the other, these get another supplier.
#include "models/orders/make_or_buy.hpp"

#include "models/capital/link_debt.hpp"
#include "models/ledger/till.hpp"
#include "models/network/replacement.hpp"
#include "models/network/review.hpp"
#include "models/phases.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

namespace {

InputReview review_of(const Economy& e, std::size_t row, std::uint32_t edge, double funds)
{
    const auto supplier = e.links.network.target[edge];
    const TermCap& cap = e.work.facts[e.firms.group[row]].cap;
    const LinkHabit habit = e.links.habit[edge];
    const std::int32_t days = e.links.days[edge];
    return {e.firms.price[supplier] / e.market.price[e.groups.cell(e.firms.group[supplier])], funds,
            credit_days(cap.term(e.links, edge), cap.late(e.links, edge)), credit_days(days, habit.late), 0};
}

// What a buyer that is to prefer the small would pay more for such a supplier, share of the volume: its log weight in prices.
double worth_of_small(const GroupFacts& f, const DemandRules& demand)
{
    return f.small_bonus > 0 && demand.substitution > 0 ? f.small_bonus / demand.substitution : 0;
}

struct YearlyReview {
    Economy& e;
    const Draws& draws;
    std::vector<DroppedLink>* dropped; // of the block

    void firm(std::size_t row);
    void link(std::size_t row, std::uint32_t edge, double funds);
};

void YearlyReview::link(std::size_t row, std::uint32_t edge, double funds)
{
    const auto& rules = e.setup.parameters.make;
    const LinkHabit habit = e.links.habit[edge];
    InputReview r = review_of(e, row, edge, funds);
    const GroupFacts& f = e.work.facts[e.firms.group[row]];
    const double lost = r.lost_credit(), cost = rules.switch_cost + worth_of_small(f, e.setup.parameters.demand);
    const bool may_drop = habit.small && !habit.sold && f.cap.sme_only && lost > cost;
    if (habit.made == 0 && !r.make() && !may_drop) return; // almost all: making would not pay without a gap
    const auto w = draws.words(e.firms.id[row], 0, Purpose::make_or_buy, edge - e.links.network.first[row]);
    if (may_drop && lost > cost + exponential_gap(rules.switch_gap, w[1])) {
        dropped->push_back({edge, static_cast<std::uint32_t>(row)});
        return;
    }
    r.gap = exponential_gap(rules.mean_gap, w[0]);
    if (r.make() && habit.made + 1 < made_parts) move_input(e, row, edge, 1, r.gap);
    else if (habit.made > 0 && r.buy_again(rules.margin)) move_input(e, row, edge, -1, r.gap);
}

void YearlyReview::firm(std::size_t row)
{
    const auto& net = e.links.network;
    const double funds = cost_of_funds(e, row);
    bool makes = false;
    for (auto edge : net.outgoing(row)) {
        if (e.links.coef[edge] > 0 && e.firms.state[net.target[edge]] == FirmState::active && net.target[edge] != row &&
            !on_trial(e, row, edge))
            link(row, edge, funds);
        makes |= e.links.habit[edge].made > 0;
    }
    if (!makes) e.firms.own_labour[row] = 0; // and not what rounding left
}

} // namespace

double made_per_output(const Economy& e, std::size_t row)
{
    double sum = 0;
    for (auto edge : e.links.network.outgoing(row)) {
        const int made = e.links.habit[edge].made;
        sum += static_cast<double>(e.links.coef[edge]) * made / (made_parts - made);
    }
    return sum;
}

void move_input(Economy& e, std::size_t row, std::uint32_t edge, int step, double gap)
{
    LinkHabit& habit = e.links.habit[edge];
    auto& firms = e.firms;
    const auto& sectors = e.technology.sectors;
    const double own = sectors[e.groups[firms.group[row]].sector].labour * firms.labour_cost[row];
    const double share = own > 0 ? sectors[e.links.sector[edge]].labour : 0; // of hands in what making takes
    const double volume = static_cast<double>(e.links.coef[edge]) * made_parts / (made_parts - habit.made);
    const double moved = step * volume / made_parts, effort = moved * (1 + gap);
    habit.made = static_cast<std::uint8_t>(habit.made + step) & 15u;
    e.links.coef[edge] = static_cast<float>(volume * (made_parts - habit.made) / made_parts);
    firms.basket_coef[row] = std::max(0.0, firms.basket_coef[row] + effort * (1 - share));
    if (own > 0)
        firms.own_labour[row] = static_cast<float>(std::max(0.0, firms.own_labour[row] + effort * share / own));
    const auto region = [&](std::size_t r) { return e.groups[firms.group[r]].region; };
    if (region(e.links.network.target[edge]) != region(row))
        firms.border_coef[row] = std::max(0.0f, firms.border_coef[row] - static_cast<float>(moved));
}

void review_inputs(Economy& e, const Draws& draws)
{
    for (auto& block : e.work.dropped) block.clear();
    const auto& p = e.setup.parameters;
    if (p.luck.luck_switch <= 0 || p.make.make_switch <= 0) return;
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t block) {
        YearlyReview review{e, draws, &e.work.dropped[block]};
        for (std::size_t row = begin; row < end; ++row)
            if (e.firms.state[row] == FirmState::active &&
                (e.month + static_cast<std::int64_t>(e.firms.id[row])) % 12 == 0)
                review.firm(row);
    });
}

namespace {

// A large firm of the link's sector, drawn as any supplier is (supplier_choice.hpp); no_supplier where a few draws find none.
std::uint32_t draw_large(const Economy& e, const Draws& draws, const SupplierChoice& choice, const DroppedLink& d)
{
    constexpr std::uint32_t tries = 16;
    const std::uint32_t n = (d.edge - e.links.network.first[d.buyer]) * (tries / 2);
    const std::size_t region = e.groups[e.firms.group[d.buyer]].region;
    for (std::uint32_t k = 0; k < tries; ++k) {
        const auto w = draws.words(e.firms.id[d.buyer], e.month, Purpose::make_or_buy, n + k / 2);
        const std::size_t at = k % 2 * 2;
        const auto found = choice.choose(e.links.sector[d.edge], region, to_uniform(w[at]), to_uniform(w[at + 1]));
        if (found == no_supplier) return found;
        if (found != d.buyer && e.firms.state[found] == FirmState::active &&
            e.groups[e.firms.group[found]].size == Size::large)
            return found;
    }
    return no_supplier;
}

} // namespace

void drop_suppliers(Economy& e, const Draws& draws, const SupplierChoice& choice)
{
    for (const auto& block : e.work.dropped)
        for (const auto& d : block) {
            const auto old = e.links.network.target[d.edge];
            const auto supplier = draw_large(e, draws, choice, d);
            if (supplier == no_supplier || !pay_off(e, d.buyer, d.edge)) continue;
            sums_of(e, d.buyer).links_dropped += 1;
            sums_of(e, old).customers_lost += 1;
            move_link(e, draws, d.edge, d.buyer, supplier);
        }
}

} // namespace rongtong
