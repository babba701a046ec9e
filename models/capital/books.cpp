// The books of a month: the transaction-flow matrix, the new deposits, the balance sheet (balance.cpp), and the checks that stop a
// run (check_books.cpp).
//
// Money: every flow has a payer and a payee; with the flows of funds each account's column sums to zero, with ==: opening deposits
// + flows = closing deposits; what firms owe each other is what they claim from each other. Goods: opening + made (received) =
// shipped (used) + scrapped + closing, to the rounding of fixed point and 32-bit stocks.
// Layout: Godley & Lavoie 2007, ch. 2. Test: tests/models/books.cpp.
#include "models/capital/books.hpp"

#include "models/capital/banking.hpp"
#include "models/phases.hpp"
#include "sim/few.hpp"

namespace rongtong {

namespace {

// What banks and the central bank owed when the month began.
struct Opening {
    Money bank_deposits, central_deposits, reserves;
};

void book_firms(Economy& e)
{
    Accounts& a = e.accounts;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const FirmSums& s = e.sums[g];
        const Account firm = account_of(e.groups[g].size);
        const Account owner = e.groups[g].owner == Owner::state ? Account::government : Account::households;
        a.pay(Flow::wages, firm, Account::households, Money(s.wages));
        a.flows(Flow::invoices, firm) += Money(s.collected - s.invoices_paid);
        a.pay(Flow::market_inputs, firm, Account::clearing, Money(s.basket_paid));
        a.pay(Flow::market_sales, Account::clearing, firm, Money(s.market_revenue));
        a.pay(Flow::investment, firm, Account::clearing, Money(s.investment_paid));
        a.pay(Flow::imports, firm, Account::world, Money(s.imports_paid + s.investment_imports));
        a.pay(Flow::production_tax, firm, Account::government, Money(s.tax_paid - s.profit_tax + s.exit_tax));
        a.pay(Flow::profit_tax, firm, Account::government, Money(s.profit_tax));
        a.pay(Flow::dividends, firm, owner, Money(s.dividends - s.dividends_away));
        a.pay(Flow::exit_payout, firm, owner, Money(s.exit_to_owners - s.payouts_away));
        a.pay(Flow::estates, firm, Account::government,
              Money(s.estate_paid + s.estate_awarded + s.proceedings_cost + s.estate_collected - s.claims_sold -
                    s.advances));
        a.pay(Flow::entry_capital, Account::households, firm, Money(s.entry_money));
        a.pay(Flow::used_capital, Account::government, firm, Money(s.capital_sold));
        a.pay(Flow::acquisitions, firm, Account::households, Money(s.acquisitions_paid));
        a.flows(Flow::mergers, firm) += Money(s.merged_in - s.merged_away);
        a.pay(Flow::factoring_discount, firm, Account::bank, Money(s.factoring_discount));
        a.pay(Flow::factoring, Account::bank, firm, Money(s.factored - s.bought_back));
        a.pay(Flow::loan_interest, firm, Account::bank, Money(s.loan_interest));
        a.pay(Flow::loans, Account::bank, firm, Money(s.granted - s.repaid));
    }
}

void book_bodies(Economy& e)
{
    Accounts& a = e.accounts;
    const auto& p = e.pools;
    for (std::size_t k = 0; k < p.income.size(); ++k) {
        a.pay(Flow::mixed_income, Account::pools, Account::households, p.income[k]);
        a.pay(Flow::market_inputs, Account::pools, Account::clearing, p.inputs_paid[k]);
        a.pay(Flow::market_sales, Account::clearing, Account::pools, p.revenue[k]);
        a.pay(Flow::investment, Account::pools, Account::clearing, p.investment_paid[k]);
        a.pay(Flow::imports, Account::pools, Account::world, p.imports_paid[k] + p.investment_imports[k]);
        a.pay(Flow::production_tax, Account::pools, Account::government, p.tax[k]);
    }
    for (const auto& h : e.households) {
        a.pay(Flow::consumption, Account::households, Account::clearing, h.consumption);
        a.pay(Flow::housing, Account::households, Account::clearing, h.housing);
        a.pay(Flow::imports, Account::households, Account::world, h.consumption_imports + h.housing_imports);
        a.pay(Flow::direct_tax, Account::households, Account::government, h.direct_tax);
        a.pay(Flow::transfer_abroad, Account::households, Account::world, h.transfer_abroad);
        a.pay(Flow::deposit_interest, Account::bank, Account::households, h.deposit_interest);
        a.pay(Flow::bank_dividends, Account::bank, Account::households, h.bank_dividends);
        a.pay(Flow::used_capital, Account::households, Account::government, h.used_capital);
    }
    const auto& gov = e.government;
    a.pay(Flow::government_demand, Account::government, Account::clearing, gov.demand);
    a.pay(Flow::public_investment, Account::government, Account::clearing, gov.public_investment);
    a.pay(Flow::policy_cost, Account::government, Account::clearing, gov.policy_cost);
    a.pay(Flow::imports, Account::government, Account::world, gov.demand_imports + gov.public_investment_imports);
    a.pay(Flow::exports, Account::world, Account::clearing, e.world.exports);
}

void book_banks(Economy& e)
{
    Accounts& a = e.accounts;
    const auto& gov = e.government;
    Money to_central = gov.bond_interest;
    for (const auto& bank : e.banks) {
        a.pay(Flow::bond_interest, Account::government, Account::bank, bank.bond_interest);
        a.pay(Flow::reserve_interest, Account::central_bank, Account::bank, bank.reserve_interest);
        a.pay(Flow::advance_interest, Account::bank, Account::central_bank, bank.advance_interest);
        a.flows(Flow::invoices, Account::bank) += bank.factored_collected;
        to_central -= bank.bond_interest;
    }
    a.pay(Flow::bond_interest, Account::government, Account::central_bank, to_central);
    a.pay(Flow::bank_dividends, Account::bank, Account::government, gov.bank_dividends);
    a.pay(Flow::bank_rescue, Account::government, Account::bank, gov.bank_rescue);
    a.pay(Flow::central_bank_profit, Account::central_bank, Account::government, e.central_bank.profit);
}

Money net(const Accounts& a, Account account)
{
    Money sum;
    for (const auto& row : a.flows.cell) sum += row[static_cast<std::size_t>(account)];
    return sum;
}

// What rounding leaves in the market goes to (or comes from) the regions' households, by population.
void sweep_clearing(Economy& e)
{
    const Money rest = net(e.accounts, Account::clearing);
    e.accounts.pay(Flow::mixed_income, Account::clearing, Account::households, rest);
    Few<std::int64_t, max_regions> weight;
    Few<Money, max_regions> part(e.households.size());
    for (const auto& r : e.setup.calibration->regions) weight.push_back(std::llrint(r.population));
    split_largest_remainder(rest, weight, part);
    for (std::size_t r = 0; r < part.size(); ++r) e.households[r].deposits += part[r];
}

void pay_bodies(Economy& e)
{
    for (auto& h : e.households)
        h.deposits += h.wages + h.mixed_income + h.dividends + h.deposit_interest + h.bank_dividends + h.exit_money +
                      h.equity_net - h.used_capital - h.direct_tax - h.transfer_abroad - h.consumption -
                      h.consumption_imports - h.housing - h.housing_imports - h.entry_money;
    auto& gov = e.government;
    gov.treasury += net(e.accounts, Account::government);
    e.world.account += net(e.accounts, Account::world);
    gov.estate_claims += Money(e.total.claims_sold - e.total.estate_paid - e.total.estate_awarded -
                               e.total.estate_collected - e.total.estate_lost);
    gov.new_bonds = Money();
    if (gov.treasury.fen < gov.treasury_at_start.fen / 2 || gov.treasury.fen > 2 * gov.treasury_at_start.fen)
        gov.new_bonds = gov.treasury_at_start - gov.treasury;
    gov.treasury += gov.new_bonds;
    gov.bonds += gov.new_bonds;
}

// Flows of funds: what was lent, borrowed and put aside. Deposits and reserves are stocks of two dates.
void book_funds(Economy& e, const Opening& opening)
{
    Accounts& a = e.accounts;
    Money central = e.government.new_bonds;
    for (const auto& bank : e.banks) {
        a.pay(Flow::bond_issue, Account::bank, Account::government, bank.bonds_bought);
        a.pay(Flow::advances, Account::central_bank, Account::bank, bank.new_advances);
        central -= bank.bonds_bought;
    }
    a.pay(Flow::bond_issue, Account::central_bank, Account::government, central);
    a.pay(Flow::reserves, Account::bank, Account::central_bank, e.central_bank.reserves - opening.reserves);
    for (std::size_t k = 0; k < account_names.size(); ++k) {
        const auto account = static_cast<Account>(k);
        const Money before = account == Account::bank           ? -opening.bank_deposits
                             : account == Account::central_bank ? -opening.central_deposits
                                                                : a.opening_deposits[k];
        a.flows(Flow::deposits, account) -= a.balance(Asset::deposits, account) - before;
    }
}

} // namespace

void set_opening_deposits(Economy& e)
{
    auto& opening = e.accounts.opening_deposits;
    opening.fill(Money());
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        opening[static_cast<std::size_t>(e.groups[e.firms.group[row]].size)] += e.firms.cash[row];
    for (const auto& h : e.households) opening[static_cast<std::size_t>(Account::households)] += h.deposits;
    opening[static_cast<std::size_t>(Account::government)] = e.government.treasury;
    opening[static_cast<std::size_t>(Account::world)] = e.world.account;
}

namespace {

Opening opening_of(const Economy& e)
{
    Opening o;
    for (const auto& bank : e.banks) o.bank_deposits += bank.deposits;
    o.central_deposits = e.government.treasury + e.world.account;
    o.reserves = e.central_bank.reserves;
    return o;
}

} // namespace

void close_books(Economy& e)
{
    if (e.month > 1 && !e.accounts_reclassified)
        for (std::size_t k = 0; k < account_names.size(); ++k)
            e.accounts.opening_deposits[k] = e.accounts.balance(Asset::deposits, static_cast<Account>(k));
    e.accounts_reclassified = false;
    e.accounts.flows = {};
    check_opening(e);
    const Opening opening = opening_of(e);
    book_firms(e);
    book_bodies(e);
    book_banks(e);
    book_equity(e);
    sweep_clearing(e);
    pay_bodies(e);
    move_reserves(e);
    set_balance(e);
    book_funds(e, opening);
    check_books(e);
}

} // namespace rongtong
