#include "models/capital/merger.hpp"

#include "models/capital/arrears.hpp"
#include "models/capital/till.hpp"
#include "models/population/fates.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

double input_stocks(const Economy& e, std::size_t row)
{
    double sum = e.firms.basket_stock[row];
    const auto first = e.links.network.first[row];
    for (auto edge = first; edge < first + e.links.network.count[row]; ++edge) sum += e.links.flow[edge].stock;
    return sum;
}

// What the buyer owes the target over links, and the other way round after the merger, is nobody's debt.
void cancel_debt(Economy& e, std::uint32_t edge, std::size_t buyer)
{
    for (std::int32_t m = e.month - 3; m <= e.month + 4; ++m) {
        Money& owed = e.links.ring[ring_index(m)][edge];
        auto& s = sums_of(e, buyer);
        if (m <= e.month) e.firms.overdue[buyer] -= owed, s.overdue -= owed.fen, add_aged(s, e.month - m, -owed);
        e.firms.payable[buyer] -= owed, s.payable -= owed.fen;
        e.firms.receivable[buyer] -= owed, s.receivable -= owed.fen;
        owed = Money();
    }
}

// The target's customers become the buyer's. A link between the two is one that lost its supplier.
void take_customers(Economy& e, std::size_t target, std::size_t buyer)
{
    auto& net = e.links.network;
    auto& edges = e.work.merged_edges;
    const auto incoming = net.incoming(target);
    edges.assign(incoming.begin(), incoming.end());
    for (auto edge : edges) {
        const bool own = edge >= net.first[buyer] && edge < net.first[buyer] + net.count[buyer];
        if (own) {
            cancel_debt(e, edge, buyer);
            e.work.lost.back().push_back(edge);
        } else {
            net.retarget(edge, static_cast<std::uint32_t>(buyer), false);
        }
    }
}

// All that the target owes suppliers, from the money of both; its stocks of inputs go to the buyer.
void pay_suppliers_of(Economy& e, std::size_t target, std::size_t buyer)
{
    auto& firms = e.firms;
    const auto first = e.links.network.first[target];
    for (auto edge = first; edge < first + e.links.network.count[target]; ++edge) {
        const auto supplier = e.links.network.target[edge];
        const Money owed = e.links.owed(edge);
        add_cash(e, buyer, -owed);
        sums_of(e, buyer).invoices_paid += owed.fen;
        if (e.links.habit[edge].sold) {
            e.banks[firms.bank[supplier]].factored_collected += owed;
        } else if (owed.fen > 0) {
            add_cash(e, supplier, owed);
            firms.receivable[supplier] -= owed;
            sums_of(e, supplier).receivable -= owed.fen;
            sums_of(e, supplier).collected += owed.fen;
        }
        for (std::int32_t m = e.month - 3; m <= e.month; ++m)
            add_aged(sums_of(e, target), e.month - m, -e.links.ring[ring_index(m)][edge]);
        for (auto& month_due : e.links.ring) month_due[edge] = Money();
        e.links.flow[edge] = LinkFlow{};
    }
    sums_of(e, target).payable -= firms.payable[target].fen;
    sums_of(e, target).overdue -= firms.overdue[target].fen;
    firms.payable[target] = firms.overdue[target] = Money();
}

// Money and loans. The buyer's bank lends what the target's gets back.
void take_money(Economy& e, std::size_t target, std::size_t buyer)
{
    auto& firms = e.firms;
    FirmSums &from = sums_of(e, target), &to = sums_of(e, buyer);
    const Money cash = firms.cash[target], loans = firms.loans(target);
    add_cash(e, target, -cash);
    add_cash(e, buyer, cash);
    from.merged_away += (cash - loans).fen, to.merged_in += (cash - loans).fen;
    from.repaid += loans.fen, to.granted += loans.fen;
    Bank &old_bank = e.banks[firms.bank[target]], &new_bank = e.banks[firms.bank[buyer]];
    if (&old_bank != &new_bank) old_bank.repaid += loans, new_bank.granted += loans;
    e.bank_sums[firms.bank[target]].loans -= loans.fen;
    e.bank_sums[firms.bank[buyer]].loans += loans.fen;
}

// What counted in the sums of the target's group counts in the buyer's.
void move_sums(Economy& e, std::size_t target, std::size_t buyer)
{
    auto& firms = e.firms;
    FirmSums &from = sums_of(e, target), &to = sums_of(e, buyer);
    const auto move = [&](std::int64_t amount, std::int64_t FirmSums::* sum) {
        from.*sum -= amount, to.*sum += amount;
    };
    move(firms.loans(target).fen, &FirmSums::loans);
    move(firms.receivable[target].fen, &FirmSums::receivable);
    move(firms.estate_due[target].fen, &FirmSums::estate_due);
    move(firms.tax_due[target].fen, &FirmSums::tax_due);
    move(fixed_goods(firms.finished[target]), &FirmSums::finished);
    move(fixed_goods(firms.capital[target]), &FirmSums::capital);
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
    const std::int32_t workers = firms.workers[target];
    const auto kept = static_cast<std::int32_t>(std::lround(workers * (1 - e.setup.parameters.mergers.redundancy)));
    firms.workers[buyer] += kept, firms.workers[target] = 0;
    from.workers -= workers, to.workers += kept, from.freed_workers += workers - kept;
    e.households[e.groups[firms.group[target]].region].employed_in_firms -= workers - kept;
}

double fen_of_goods(const Economy& e, std::size_t row)
{
    const Group& g = e.groups[e.firms.group[row]];
    const std::size_t cell = e.groups.cell(e.firms.group[row]);
    return 100 * (e.firms.capital[row] * e.market.capital_price[g.region] + e.firms.finished[row] * e.firms.price[row] +
                  input_stocks(e, row) * e.market.basket_price[cell]);
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
    take_money(e, target, buyer);
    add_cash(e, buyer, -price);
    sums_of(e, buyer).acquisitions_paid += price.fen;
    e.households[e.groups[e.firms.group[target]].region].exit_money += price;
    take_input_stocks(e, target, buyer); // before its links are ended, with the stocks on them
    pay_suppliers_of(e, target, buyer);
    take_customers(e, target, buyer);
    move_sums(e, target, buyer);
    merge_columns(e.firms, buyer, target);
    take_workers(e, target, buyer);
    e.firms.state[target] = FirmState::gone;
}

} // namespace rongtong
