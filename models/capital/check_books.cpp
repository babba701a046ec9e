// The checks that stop a run: money with ==, goods to rounding (books.cpp).
#include "models/capital/books.hpp"

#include "sim/error.hpp"
#include "sim/parallel.hpp"

#include <atomic>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace rongtong {

namespace {

[[noreturn]] void fail(const Economy& e, std::string_view what, Money amount)
{
    throw AccountingError(fmt::format("month {}: {} by {:.2f} yuan", e.month, what, amount.yuan()));
}

void check_money(const Economy& e)
{
    const Accounts& a = e.accounts;
    for (std::size_t k = 0; k < account_names.size(); ++k) {
        Money gap;
        for (const auto& row : a.flows.cell) gap += row[k];
        if (gap.fen != 0)
            fail(e, fmt::format("deposits of {} differ from opening deposits and flows", account_names[k]), -gap);
    }
    for (std::size_t f = 0; f < flow_names.size(); ++f) {
        Money sum;
        for (auto m : a.flows.cell[f]) sum += m;
        if (sum.fen != 0)
            fail(e, fmt::format("what was paid as {} differs from what was received", flow_names[f]), sum);
    }
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

// Of the invoices that banks bought, what buyers still owe is what the banks claim.
void check_sold_claims(const Economy& e)
{
    Money claims, owed;
    for (const auto& bank : e.banks) claims += bank.factored;
    for (std::size_t edge = 0; edge < e.links.habit.size(); ++edge)
        if (e.links.habit[edge].sold) owed += e.links.owed(edge);
    if (claims != owed)
        fail(e, "invoices that banks bought differ from what is owed on them (trade_credit)", claims - owed);
}

// Invoices by due month are what the firm owes: every month in small runs, once a year in large ones (it reads all of them).
void check_invoices(const Economy& e)
{
    constexpr std::size_t small = 10000;
    if (e.firms.rows() > small && e.month % 12 != 0) return;
    check_sold_claims(e);
    const auto& net = e.links.network;
    std::atomic<std::int64_t> gap{0}; // a sum of whole numbers of magnitude: the same in any order
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        std::int64_t part = 0;
        for (std::size_t row = begin; row < end; ++row) {
            Money owed;
            for (auto edge : net.outgoing(row)) owed += e.links.owed(edge);
            part += std::abs((owed - e.firms.payable[row]).fen);
        }
        if (part != 0) gap += part;
    });
    if (gap != 0) fail(e, "invoices by due month differ from payables (trade_credit)", Money(gap.load()));
}

// What is overdue is so much by age, for each group.
void check_ages(const Economy& e)
{
    for (const auto& s : e.sums) {
        const Money gap(s.overdue_1 + s.overdue_2 + s.overdue_3 - s.overdue);
        if (gap.fen != 0) fail(e, "what is overdue by age differs from what is overdue", gap);
    }
}

void check_banks(const Economy& e)
{
    for (std::size_t b = 0; b < e.banks.size(); ++b) {
        const Money gap = Money(e.bank_sums[b].loans) - e.banks[b].loans;
        if (gap.fen != 0) fail(e, fmt::format("what firms owe bank {} differs from its loans", b), gap);
    }
    const auto& central = e.central_bank;
    const Money gap = central.bonds + central.advances - central.reserves - e.government.treasury - e.world.account;
    if (gap.fen != 0) fail(e, "what the central bank holds differs from what it owes", gap);
}

} // namespace

void check_opening(const Economy& e)
{
    if (e.month == 1) return;
    Money loans, bonds, reserves, advances;
    for (const auto& bank : e.banks)
        loans += bank.loans, bonds += bank.bonds, reserves += bank.reserves, advances += bank.advances;
    const auto same = [&](Asset asset, Account account, Money now) {
        const Money gap = now - e.accounts.balance(asset, account);
        if (gap.fen != 0)
            fail(e,
                 fmt::format("opening {} of {} differ from the last balance sheet",
                             asset_names[static_cast<std::size_t>(asset)],
                             account_names[static_cast<std::size_t>(account)]),
                 gap);
    };
    same(Asset::loans, Account::bank, loans);
    same(Asset::bonds, Account::bank, bonds);
    same(Asset::reserves, Account::bank, reserves);
    same(Asset::advances, Account::bank, -advances);
    same(Asset::bonds, Account::central_bank, e.central_bank.bonds);
    same(Asset::bonds, Account::government, -e.government.bonds);
}

void check_books(const Economy& e)
{
    check_money(e);
    check_banks(e);
    check_stocks(e);
    check_invoices(e);
    check_ages(e);
}

} // namespace rongtong
