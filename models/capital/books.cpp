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

// What banks were paid on invoices that they own, also after receipts.
void book_collections(Economy& e)
{
    for (const auto& bank : e.banks) e.ledger.bank[Flow::invoices] += bank.factored_collected;
}

// What rounding leaves in the market goes to (or comes from) the regions' households, by population.
void sweep_clearing(Economy& e)
{
    const Money rest = e.ledger.clearing.net();
    Few<std::int64_t, max_regions> weight;
    Few<Money, max_regions> part(e.households.size());
    for (const auto& r : e.setup.calibration->regions) weight.push_back(std::llrint(r.population));
    split_largest_remainder(rest, weight, part);
    for (std::size_t r = 0; r < part.size(); ++r)
        transfer(Flow::mixed_income, e.ledger.clearing, e.ledger.households[r], part[r]);
}

// Deposits and accounts follow from what was received and paid.
void pay_bodies(Economy& e)
{
    for (std::size_t r = 0; r < e.households.size(); ++r) e.households[r].deposits += e.ledger.households[r].net();
    auto& gov = e.government;
    gov.treasury += e.ledger.government.net();
    e.world.account += e.ledger.world.net();
    gov.estate_claims += Money(e.total.claims_sold - e.total.estate_paid - e.total.estate_awarded -
                               e.total.estate_collected - e.total.estate_lost);
    gov.new_bonds = Money();
    const Money usual = grown(gov.treasury_at_start, e.progress);
    if (gov.treasury.fen < usual.fen / 2 || gov.treasury.fen > 2 * usual.fen) gov.new_bonds = usual - gov.treasury;
    gov.trend_bonds = trend_bonds(e);
    gov.new_bonds += gov.trend_bonds;
    gov.treasury += gov.new_bonds;
    gov.bonds += gov.new_bonds;
}

// The matrix: a column an account, a row a flow.
void fill_matrix(Economy& e)
{
    auto& flows = e.accounts.flows;
    flows = {};
    const auto add = [&](Account account, const Purse& purse) {
        for (const FlowInfo& info : flow_list) flows(info.flow, account) += purse[info.flow];
    };
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        for (const FlowInfo& info : flow_list)
            flows(info.flow, account_of(e.groups[g].size)) += Money(e.sums[g].flow(info.flow));
    for (const Purse& purse : e.ledger.households) add(Account::households, purse);
    add(Account::pools, e.ledger.pools), add(Account::government, e.ledger.government);
    add(Account::world, e.ledger.world), add(Account::bank, e.ledger.bank);
    add(Account::central_bank, e.ledger.central_bank), add(Account::funds, e.ledger.funds);
    add(Account::platforms, e.ledger.platforms), add(Account::clearing, e.ledger.clearing);
}

// Flows of funds: what was lent, borrowed and put aside. Deposits and reserves are stocks of two dates.
void book_funds(Economy& e, const Opening& opening)
{
    auto& ledger = e.ledger;
    Money central = e.government.new_bonds;
    for (const auto& bank : e.banks) {
        transfer(Flow::bond_issue, ledger.bank, ledger.government, bank.bonds_bought);
        transfer(Flow::advances, ledger.central_bank, ledger.bank, bank.new_advances);
        central -= bank.bonds_bought;
    }
    transfer(Flow::bond_issue, ledger.central_bank, ledger.government, central);
    transfer(Flow::reserves, ledger.bank, ledger.central_bank, e.central_bank.reserves - opening.reserves);
    fill_matrix(e);
    Accounts& a = e.accounts;
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
    for (const auto& p : e.platforms.all) opening[static_cast<std::size_t>(Account::platforms)] += p.cash;
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
    check_opening(e);
    const Opening opening = opening_of(e);
    book_collections(e);
    book_equity(e);
    sweep_clearing(e);
    pay_bodies(e);
    move_reserves(e);
    set_balance(e);
    book_funds(e, opening);
    check_books(e);
}

} // namespace rongtong
