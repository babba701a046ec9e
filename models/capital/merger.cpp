#include "models/capital/merger.hpp"

#include "models/agents/firm_events.hpp"
#include "models/capital/link_debt.hpp"
#include "models/labour_kinds.hpp"
#include "models/ledger/till.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

double input_stocks(const Economy& e, std::size_t row)
{
    double sum = e.firms.basket_stock[row];
    for (auto edge : e.links.network.outgoing(row)) sum += e.links.flow[edge].stock;
    return sum;
}

// A customer needs as many comparable goods as before (selection/cost_edge.hpp); both partners sell from the same region.
void keep_comparable(Economy& e, std::uint32_t edge, std::size_t target, std::size_t buyer)
{
    const auto customer = e.links.network.owner(edge);
    const float before = e.links.coef[edge];
    e.links.coef[edge] *= e.firms.worth[buyer] / e.firms.worth[target];
    if (e.groups[e.firms.group[customer]].region != e.groups[e.firms.group[buyer]].region)
        e.firms.border_coef[customer] += e.links.coef[edge] - before;
}

// The target's customers become the buyer's. A link between the two is one that lost its supplier, and its debt is nobody's.
void take_customers(Economy& e, std::size_t target, std::size_t buyer)
{
    const OpenBalances bought(e, target), buying(e, buyer);
    auto& net = e.links.network;
    auto& edges = e.work.merged_edges;
    const auto incoming = net.incoming(target);
    edges.assign(incoming.begin(), incoming.end());
    for (auto edge : edges) {
        if (e.links.stage[edge] == LinkStage::place) continue; // the target's own
        const bool own = edge >= net.first[buyer] && edge < net.first[buyer] + net.count[buyer];
        if (own) {
            e.firms.receivable[target] -= take_debt(e, buyer, edge, sums_of(e, buyer));
            e.work.lost.back().push_back(edge);
        } else {
            keep_comparable(e, edge, target, buyer);
            net.retarget(edge, static_cast<std::uint32_t>(buyer), false);
        }
    }
}

// Takes what is owed on a link off its buyer's books.
Money end_debt(Economy& e, std::size_t buyer, std::uint32_t edge)
{
    const OpenBalances open(e, buyer);
    return take_debt(e, buyer, edge, sums_of(e, buyer));
}

// All that the target owes suppliers, from the money of both.
void pay_suppliers_of(Economy& e, std::size_t target, std::size_t buyer)
{
    for (auto edge : e.links.network.outgoing(target)) {
        const auto supplier = e.links.network.target[edge];
        const Money owed = end_debt(e, target, edge);
        e.links.flow[edge] = LinkFlow{};
        if (e.links.habit[edge].sold) {
            firm_receives(e, buyer, Flow::invoices, -owed);
            e.banks[e.firms.bank[supplier]].factored_collected += owed;
            continue;
        }
        firm_pays_firm(e, buyer, supplier, Flow::invoices, owed);
        const OpenBalances seller(e, supplier);
        e.firms.receivable[supplier] -= owed;
    }
}

// The target repays its bank, and the buyer's lends as much.
void move_money(Economy& e, std::size_t target, std::size_t buyer)
{
    auto& firms = e.firms;
    const Money cash = firms.cash[target], loans = firms.loans(target);
    firm_pays_firm(e, target, buyer, Flow::mergers, cash - loans);
    firm_pays(e, target, Flow::loans, e.ledger.bank, loans);
    firm_receives(e, buyer, Flow::loans, e.ledger.bank, loans);
    sums_of(e, target).repaid += loans.fen, sums_of(e, buyer).granted += loans.fen;
    Bank &old_bank = e.banks[firms.bank[target]], &new_bank = e.banks[firms.bank[buyer]];
    if (&old_bank != &new_bank) old_bank.repaid += loans, new_bank.granted += loans;
}

// Goods of the target count in the sums of the buyer's group.
void move_sums(Economy& e, std::size_t target, std::size_t buyer)
{
    FirmSums &from = sums_of(e, target), &to = sums_of(e, buyer);
    const auto move = [&](double goods, std::int64_t FirmSums::* sum) {
        from.*sum -= fixed_goods(goods), to.*sum += fixed_goods(goods);
    };
    move(e.firms.finished[target], &FirmSums::finished);
    move(e.firms.capital[target], &FirmSums::capital);
    from.firms -= 1, from.mergers += 1;
}

void take_input_stocks(Economy& e, std::size_t target, std::size_t buyer)
{
    const double inputs = input_stocks(e, target);
    sums_of(e, target).input_stock -= fixed_goods(inputs), sums_of(e, buyer).input_stock += fixed_goods(inputs);
    e.firms.basket_stock[buyer] += inputs;
    e.firms.basket_stock[target] = 0;
}

// Those who are kept; the others look for work.
void take_workers(Economy& e, std::size_t target, std::size_t buyer)
{
    auto& firms = e.firms;
    FirmSums &from = sums_of(e, target), &to = sums_of(e, buyer);
    const Group& group = e.groups[firms.group[target]];
    const std::int32_t workers = firms.workers[target];
    const auto kept = static_cast<std::int32_t>(std::lround(workers * (1 - e.setup.parameters.mergers.redundancy)));
    firms.workers[buyer] += kept, firms.workers[target] = 0;
    from.workers -= workers, to.workers += kept;
    market_of(e, group.sector, group.region).employed_in_firms -= workers - kept;
}

double fen_of_goods(const Economy& e, std::size_t row)
{
    const Group& g = e.groups[e.firms.group[row]];
    const Cell cell = e.groups.cell(e.firms.group[row]);
    return 100 * (e.firms.capital[row] * e.market.capital_price[UseRegion(g.region)] +
                  e.firms.finished[row] * e.firms.price[row] + input_stocks(e, row) * e.market.basket_price[cell]);
}

} // namespace

Money net_asset_value(const Economy& e, std::size_t row)
{
    const auto& f = e.firms;
    return f.cash[row] + f.receivable[row] - f.payable[row] - f.estate_due[row] - f.tax_due[row] - f.loans(row) +
           round_fen(fen_of_goods(e, row));
}

MergerMotive motive_of(const Economy& e, std::size_t target, std::size_t buyer)
{
    const auto& f = e.firms;
    if (in_distress(f, target)) return MergerMotive::distress;
    const bool better = f.productivity[target] > f.productivity[buyer] || f.quality[target] > f.quality[buyer];
    return better ? MergerMotive::capability : MergerMotive::market;
}

Money merger_price(const Economy& e, std::size_t target, MergerMotive motive)
{
    const auto& rules = e.setup.parameters.mergers;
    const double multiple = motive == MergerMotive::distress ? rules.distress_multiple : rules.multiple;
    return round_fen(multiple * std::max(0.0, static_cast<double>(net_asset_value(e, target).fen)));
}

void merge(Economy& e, std::size_t target, std::size_t buyer, Money price)
{
    move_money(e, target, buyer);
    firm_pays(e, buyer, Flow::acquisitions, households_of(e, target), price);
    take_input_stocks(e, target, buyer); // before its links are ended, with the stocks on them
    pay_suppliers_of(e, target, buyer);
    take_customers(e, target, buyer);
    move_sums(e, target, buyer);
    {
        const OpenBalances bought(e, target), buying(e, buyer);
        merge_columns(e.firms, buyer, target);
    }
    take_workers(e, target, buyer);
    e.firms.state[target] = FirmState::gone;
}

} // namespace rongtong
