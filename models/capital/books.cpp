// The books of a month: the transaction-flow matrix, the new deposits, the balance sheet, and the checks that stop a run.
//
// Money: every flow has a payer and a payee; for each account, opening deposits + flows = closing deposits, with ==; what firms
// owe each other is what they claim from each other, with ==. Goods: opening + made (received) = shipped (used) + scrapped +
// closing, to the rounding of fixed point and 32-bit stocks.
// Layout: Godley & Lavoie 2007, ch. 2. Test: tests/models/books.cpp.
#include "models/phases.hpp"

#include "sim/error.hpp"
#include "sim/parallel.hpp"

#include <atomic>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace rongtong {

namespace {

Account account_of(Size size) { return static_cast<Account>(static_cast<int>(size)); }

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
        a.pay(Flow::dividends, firm, owner, Money(s.dividends));
        a.pay(Flow::exit_payout, firm, owner, Money(s.exit_to_owners));
        a.pay(Flow::estates, firm, Account::government,
              Money(s.estate_paid + s.estate_collected - s.claims_sold - s.advances));
        a.pay(Flow::entry_capital, Account::households, firm, Money(s.entry_money));
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
    }
    const auto& gov = e.government;
    a.pay(Flow::government_demand, Account::government, Account::clearing, gov.demand);
    a.pay(Flow::public_investment, Account::government, Account::clearing, gov.public_investment);
    a.pay(Flow::policy_cost, Account::government, Account::clearing, gov.policy_cost);
    a.pay(Flow::imports, Account::government, Account::world, gov.demand_imports + gov.public_investment_imports);
    a.pay(Flow::exports, Account::world, Account::clearing, e.world.exports);
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
    std::vector<std::int64_t> weight;
    std::vector<Money> part(e.households.size());
    for (const auto& r : e.setup.calibration->regions) weight.push_back(std::llrint(r.population));
    split_largest_remainder(rest, weight, part);
    for (std::size_t r = 0; r < part.size(); ++r) e.households[r].deposits += part[r];
}

void pay_bodies(Economy& e)
{
    for (auto& h : e.households)
        h.deposits += h.wages + h.mixed_income + h.dividends + h.exit_money - h.direct_tax - h.transfer_abroad -
                      h.consumption - h.consumption_imports - h.housing - h.housing_imports - h.entry_money;
    auto& gov = e.government;
    gov.treasury += net(e.accounts, Account::government);
    e.world.account += net(e.accounts, Account::world);
    gov.estate_claims += Money(e.total.claims_sold - e.total.estate_paid - e.total.estate_collected -
                               e.total.estate_lost);
    gov.new_bonds = Money();
    if (gov.treasury.fen < gov.treasury_at_start.fen / 2 || gov.treasury.fen > 2 * gov.treasury_at_start.fen)
        gov.new_bonds = gov.treasury_at_start - gov.treasury;
    gov.treasury += gov.new_bonds;
    gov.bonds += gov.new_bonds;
    e.bank.bonds += gov.new_bonds;
    e.accounts.pay(Flow::bond_issue, Account::bank, Account::government, gov.new_bonds);
}

void set_balance(Economy& e)
{
    auto& b = e.accounts.balance;
    b = {};
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const FirmSums& s = e.sums[g];
        const Account firm = account_of(e.groups[g].size);
        const Account owner = e.groups[g].owner == Owner::state ? Account::government : Account::households;
        const Money capital = round_fen(100 * from_fixed_goods(s.capital) * e.market.capital_price[e.groups[g].region]);
        const Money stocks = round_fen(100 *
                                       (from_fixed_goods(s.finished) * e.market.price[e.groups.cell(g)] +
                                        from_fixed_goods(s.input_stock) * e.market.basket_price[e.groups.cell(g)]));
        const Money claims(s.cash + s.receivable - s.payable - s.estate_due - s.tax_due);
        b(Asset::deposits, firm) += Money(s.cash);
        b(Asset::trade_credit, firm) += Money(s.receivable - s.payable);
        b(Asset::estate_claims, firm) -= Money(s.estate_due);
        b(Asset::tax_due, firm) -= Money(s.tax_due);
        b(Asset::tax_due, Account::government) += Money(s.tax_due);
        b(Asset::capital, firm) += capital;
        b(Asset::stocks, firm) += stocks;
        b(Asset::equity, firm) -= claims + capital + stocks;
        b(Asset::equity, owner) += claims + capital + stocks;
    }
    for (const auto& h : e.households) b(Asset::deposits, Account::households) += h.deposits;
    b(Asset::deposits, Account::government) = e.government.treasury;
    b(Asset::deposits, Account::world) = e.world.account;
    Money deposits;
    for (const auto& m : b.cell[static_cast<std::size_t>(Asset::deposits)]) deposits += m;
    e.bank.deposits = deposits;
    b(Asset::deposits, Account::bank) = Money() - deposits;
    b(Asset::bonds, Account::government) = Money() - e.government.bonds;
    b(Asset::bonds, Account::bank) = e.bank.bonds;
    b(Asset::estate_claims, Account::government) = e.government.estate_claims;
}

[[noreturn]] void fail(const Economy& e, std::string_view what, Money amount)
{
    throw AccountingError(fmt::format("month {}: {} by {:.2f} yuan", e.month, what, amount.yuan()));
}

void check_money(const Economy& e)
{
    const Accounts& a = e.accounts;
    for (std::size_t f = 0; f < flow_names.size(); ++f) {
        Money sum;
        for (auto m : a.flows.cell[f]) sum += m;
        if (sum.fen != 0 && static_cast<Flow>(f) != Flow::bond_issue)
            fail(e, fmt::format("what was paid as {} differs from what was received", flow_names[f]), sum);
    }
    for (std::size_t k = 0; k < account_names.size(); ++k) {
        const auto account = static_cast<Account>(k);
        if (account == Account::bank) continue;
        const Money gap = a.balance(Asset::deposits, account) - a.opening_deposits[k] - net(a, account);
        if (gap.fen != 0)
            fail(e, fmt::format("deposits of {} differ from opening deposits and flows", account_names[k]), gap);
    }
    if (e.bank.deposits != e.bank.bonds)
        fail(e, "deposits differ from the bank's bonds", e.bank.deposits - e.bank.bonds);
    if (e.bank.bonds != e.government.bonds)
        fail(e, "the bank's bonds differ from government's", e.bank.bonds - e.government.bonds);
    for (std::size_t r = 0; r < asset_names.size(); ++r) {
        const auto asset = static_cast<Asset>(r);
        if (asset == Asset::capital || asset == Asset::stocks) continue;
        Money sum;
        for (auto m : a.balance.cell[r]) sum += m;
        if (sum.fen != 0) fail(e, fmt::format("claims and debts differ in {}", asset_names[r]), sum);
    }
}

void check_goods(const Economy& e, std::string_view what, double gap, double volume)
{
    const double rounding = 2e-6 * volume + 1e-2 * static_cast<double>(e.firms.rows());
    if (std::fabs(gap) > rounding)
        throw AccountingError(
            fmt::format("month {}: goods do not add up in {} by {:.3f} of {:.3f}", e.month, what, gap, volume));
}

void check_stocks(const Economy& e)
{
    const FirmSums &t = e.total, &p = e.previous;
    const auto goods = [](std::int64_t x) { return from_fixed_goods(x); };
    check_goods(e, "finished goods", goods(p.finished + t.made - t.shipped - t.finished_scrapped - t.finished),
                goods(p.finished + t.made));
    check_goods(e, "inputs",
                goods(p.input_stock + t.inputs_received - t.inputs_used - t.inputs_scrapped - t.input_stock),
                goods(p.input_stock + t.inputs_received));
    check_goods(e, "linked trade", goods(t.shipped - t.market_shipped - (t.inputs_received - t.basket_received)),
                goods(t.shipped));
    check_goods(e, "capital",
                goods(p.capital + t.capital_added + t.entry_capital - t.depreciated - t.freed_capital - t.capital),
                goods(p.capital));
}

// Invoices by due month are what the firm owes: every month in small runs, once a year in large ones (it reads all of them).
void check_invoices(const Economy& e)
{
    constexpr std::size_t small = 10000;
    if (e.firms.rows() > small && e.month % 12 != 0) return;
    const auto& net = e.links.network;
    std::atomic<std::int64_t> gap{0}; // a sum of whole numbers of magnitude: the same in any order
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        std::int64_t part = 0;
        for (std::size_t row = begin; row < end; ++row) {
            Money owed;
            for (auto edge = net.first[row]; edge < net.first[row] + net.count[row]; ++edge) owed += e.links.owed(edge);
            part += std::abs((owed - e.firms.payable[row]).fen);
        }
        if (part != 0) gap += part;
    });
    if (gap != 0) fail(e, "invoices by due month differ from payables (trade_credit)", Money(gap.load()));
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

void close_books(Economy& e)
{
    if (e.month > 1 && !e.accounts_reclassified)
        for (std::size_t k = 0; k < account_names.size(); ++k)
            e.accounts.opening_deposits[k] = e.accounts.balance(Asset::deposits, static_cast<Account>(k));
    e.accounts_reclassified = false;
    e.accounts.flows = {};
    book_firms(e);
    book_bodies(e);
    sweep_clearing(e);
    pay_bodies(e);
    set_balance(e);
    check_money(e);
    check_stocks(e);
    check_invoices(e);
}

} // namespace rongtong
