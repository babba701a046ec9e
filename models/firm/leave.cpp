// How a firm leaves (N2; odds in population/closure.hpp, ranks in capital/estate.hpp): by its owner's choice, in order, or by default.
// An owner that gives up may find a successor (population/exit_odds.hpp): the firm goes on, nothing real moves, and its bank knows
// it as before. What the successor pays goes from households to households of the region.
#include "models/capital/equity.hpp"
#include "models/capital/estate.hpp"
#include "models/firm/plan.hpp"
#include "models/ledger/till.hpp"
#include "models/population/closure.hpp"
#include "models/population/exit_odds.hpp"

namespace rongtong {

bool Plan::gives_up(std::size_t row, const GroupFacts& f, std::uint32_t word) const
{
    if (!luck) return false;
    const auto& firms = e.firms;
    const auto& rules = e.setup.parameters.turnover;
    // The bound saves the powers and exponentials of almost all firms.
    const double u = to_uniform(word);
    if (u > rules.closure_rate / 12 * 150) return false;
    if (u > closure_probability(firms.margin[row], f.margin, firms.workers[row], rules)) return false;
    // Solvent as a going concern; what a liquidation brings less, the owner pays.
    const Money owed = firms.payable[row] + firms.estate_due[row] + firms.tax_due[row] + firms.loans(row);
    const Money capital = round_fen(100 * f.capital_price * firms.capital[row]);
    return firms.cash[row] + firms.receivable[row] + capital >= owed + wages_of(row, f);
}

bool Plan::finds_successor(std::size_t row, const GroupFacts& f) const
{
    const double share = share_wound_up(e.firms.workers[row], e.firms.made[row], f.cell_output,
                                        e.setup.parameters.turnover);
    return share < 1 && draws.uniform(e.firms.id[row], month, Purpose::succession) >= share;
}

// What the region's households pay for the capital of a firm that leaves: what they expect to sell of it, at its price.
Money Plan::used_capital_price(std::size_t row, const GroupFacts& f) const
{
    const auto& p = e.setup.parameters;
    return round_fen(100 * p.turnover.used_share * p.credit.liquidation_value * f.capital_price * e.firms.capital[row]);
}

// Ends a firm's loans: the bank gets a part, the rest is lost.
void Plan::end_loans(std::size_t row, Money to_bank, FirmSums& s)
{
    auto& firms = e.firms;
    const Money lost = firms.loans(row) - to_bank;
    BankSums& bank = banks[firms.bank[row]];
    pay(firms, row, s, Flow::loans, to_bank);
    s.repaid += to_bank.fen, bank.repaid += to_bank.fen;
    s.loans_lost += lost.fen, bank.lost += lost.fen;
    if (lost.fen > 0)
        losses->push_back({EventKind::loan_loss, firms.id[row], firms.group[row], 0, firms.loans(row), lost,
                           firms.bank[row] + std::uint64_t{1}});
    firms.loan_short[row] = firms.loan_long[row] = firms.credit_short[row] = firms.credit_long[row] = Money();
}

// Solvent closure: the receiver takes the claims, all creditors are paid, and a last month is made and delivered from what is
// at hand. The rest of the month's money goes to the owners when it is over (receive.cpp).
void Plan::wind_up(std::size_t row, const GroupFacts& f, Money wages, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& net = e.links.network;
    order_inputs(row, f, Words{});
    for (auto edge : net.outgoing(row)) {
        auto& flow = e.links.flow[edge];
        flow.paid = e.links.owed(edge);
        flow.ordered = 0;
        e.links.clear_debt(edge);
    }
    s.closures += 1;
    s.claims_sold += firms.receivable[row].fen;
    s.estate_paid += firms.estate_due[row].fen;
    receive(firms, row, s, Flow::estates, firms.receivable[row]);
    receive(firms, row, s, Flow::used_capital, used_capital_price(row, f));
    end_loans(row, firms.loans(row), s);
    pay(firms, row, s, Flow::wages, wages);
    pay(firms, row, s, Flow::invoices, firms.payable[row]);
    pay(firms, row, s, Flow::estates, firms.estate_due[row]);
    pay(firms, row, s, Flow::production_tax, firms.tax_due[row]);
    if (firms.cash[row].fen < 0) receive(firms, row, s, Flow::owner_money, -firms.cash[row]);
    exits->push_back(
        {EventKind::closure, firms.id[row], firms.group[row], firms.workers[row], firms.payable[row], Money()});
    firms.state[row] = FirmState::closing;
    firms.payable[row] = firms.overdue[row] = firms.estate_due[row] = firms.tax_due[row] = Money();
    firms.basket_order[row] = firms.investment[row] = 0;
    firms.research_order[row] = 0;
}

// Default before suppliers are paid.
void Plan::fail_unpaid(std::size_t row, const GroupFacts& f, std::int32_t workers, FirmSums& s)
{
    for (auto edge : e.links.network.outgoing(row)) e.links.flow[edge].paid = Money();
    fail(row, f, workers, s);
}

namespace {

Money shown_as_paid(const Links& links, std::size_t row)
{
    Money sum;
    for (auto edge : links.network.outgoing(row)) sum += links.flow[edge].paid;
    return sum;
}

// What suppliers get of an estate: banks that bought their claims at once, the others later.
struct SuppliersPart {
    Money at_once, later;
};

// Divides to_creditors by what is owed over the links; the rest is lost.
SuppliersPart divide_over_links(Plan& plan, std::size_t row, Money to_creditors, Money owed)
{
    auto& links = plan.e.links;
    SuppliersPart all;
    for (auto edge : links.network.outgoing(row)) {
        auto& flow = links.flow[edge];
        const Money rest = links.owed(edge) - flow.paid;
        const Money part = owed.fen > 0 ? part_of(rest, to_creditors.fen, owed.fen) : Money();
        const Money at_once = links.habit[edge].sold ? part : Money();
        links.clear_debt(edge);
        links.estate_pays(edge) = part - at_once;
        links.estate_lacks(edge) = rest - part;
        flow.paid += at_once;
        flow.default_now();
        all.at_once += at_once, all.later += part - at_once;
        if (rest > part) plan.link_losses->push_back({static_cast<std::uint32_t>(row), edge, rest, rest - part, false});
    }
    return all;
}

// Who gets what of a firm that defaults.
struct Division {
    Money sold, to_estates, from_estates; // price of its capital; what it owes the receiver, and the receiver it
    Estate estate;
    SuppliersPart suppliers;
    Money to_receiver, to_owners;
    Money lost; // by suppliers
};

Division divide(Plan& plan, std::size_t row, Money sold)
{
    const auto& firms = plan.e.firms;
    Division d;
    d.sold = sold;
    d.to_estates = std::max(Money(), firms.estate_due[row]);
    d.from_estates = d.to_estates - firms.estate_due[row];
    const Money owed = firms.payable[row] + d.to_estates;
    d.estate = divide_estate(firms.cash[row] + firms.receivable[row] + d.from_estates + sold, sold, firms.loans(row),
                             firms.tax_due[row], owed, plan.e.setup.parameters.insolvency.proceedings_cost);
    d.suppliers = divide_over_links(plan, row, d.estate.to_creditors, owed);
    if (owed.fen > 0) d.to_receiver = part_of(d.to_estates, d.estate.to_creditors.fen, owed.fen);
    const Money paid = d.suppliers.at_once + d.suppliers.later;
    d.lost = firms.payable[row] - paid;
    d.to_owners = d.estate.to_owners + (d.estate.to_creditors - paid - d.to_receiver); // with what rounding leaves
    return d;
}

} // namespace

// Default: division of the estate (estate.hpp). Links show it to suppliers (links.hpp). What they show as paid in the clearing stays
// paid; cash may be below zero after that, by less than the claims on which it drew.
void Plan::fail(std::size_t row, const GroupFacts& f, std::int32_t workers, FirmSums& s)
{
    auto& firms = e.firms;
    book_payment(row, shown_as_paid(e.links, row), s);
    const Division d = divide(*this, row, used_capital_price(row, f));
    s.defaults += 1;
    receive(firms, row, s, Flow::used_capital, d.sold);
    receive(firms, row, s, Flow::estates, firms.receivable[row]); // the receiver takes its claims
    s.loans_of_defaulted += firms.loans(row).fen;
    end_loans(row, d.estate.to_bank, s);
    s.claims_sold += firms.receivable[row].fen;
    pay(firms, row, s, Flow::production_tax, d.estate.tax);
    pay(firms, row, s, Flow::invoices, d.suppliers.at_once);
    pay(firms, row, s, Flow::estates, d.suppliers.later + d.estate.cost + d.to_receiver - d.from_estates);
    pay(firms, row, s, Flow::exit_payout, d.to_owners);
    s.estate_awarded += d.suppliers.later.fen;
    s.proceedings_cost += d.estate.cost.fen;
    s.estate_paid += (d.to_receiver - d.from_estates).fen;
    s.estate_lost += (d.to_estates - d.to_receiver).fen;
    note_payout(e, row, PayoutKind::last_payout, d.to_owners);
    s.owed_by_defaulted += firms.payable[row].fen;
    s.lost_by_creditors += d.lost.fen;
    exits->push_back({EventKind::bankruptcy, firms.id[row], firms.group[row], workers, firms.payable[row], d.lost});
    leave_nothing(row);
}

// What is left of a firm that defaults, for the rest of the month.
void Plan::leave_nothing(std::size_t row)
{
    auto& firms = e.firms;
    firms.state[row] = FirmState::defaulted;
    firms.workers[row] = 0;
    firms.cash[row] = firms.estate_due[row] = firms.tax_due[row] = Money();
    firms.planned[row] = firms.producible[row] = firms.basket_order[row] = firms.investment[row] = 0;
    firms.research_order[row] = 0;
}

} // namespace rongtong
