// The balance sheet at the end of a month: assets positive, debts negative (books.cpp).
//
// Claims are what is owed, capital and stocks of goods are worth their present prices (used capital in households' hands: what
// it is sold for). A firm's equity is what is left of it, owned by households or government; likewise a bank's.
#include "models/capital/books.hpp"

namespace rongtong {

Account account_of(Size size) { return static_cast<Account>(static_cast<int>(size)); }

namespace {

Money used_capital(const Economy& e)
{
    double value = 0;
    for (std::size_t k = 0; k < e.turnover.used_capital.size(); ++k)
        value += e.turnover.used_capital[k] * e.market.capital_price[UseRegion(k % e.groups.regions())];
    return round_fen(100 * e.setup.parameters.credit.liquidation_value * value);
}

void balance_banks(Economy& e)
{
    auto& b = e.accounts.balance;
    for (const auto& bank : e.banks) {
        const Money of_state = round_fen(bank.state_share * static_cast<double>(bank.equity().fen));
        b(Asset::deposits, Account::bank) -= bank.deposits;
        b(Asset::reserves, Account::bank) += bank.reserves;
        b(Asset::advances, Account::bank) -= bank.advances;
        b(Asset::loans, Account::bank) += bank.loans;
        b(Asset::trade_credit, Account::bank) += bank.factored;
        b(Asset::bonds, Account::bank) += bank.bonds;
        b(Asset::equity, Account::bank) -= bank.equity();
        b(Asset::equity, Account::government) += of_state;
        b(Asset::equity, Account::households) += bank.equity() - of_state;
    }
    const auto& central = e.central_bank;
    b(Asset::deposits, Account::central_bank) = -(e.government.treasury + e.world.account);
    b(Asset::reserves, Account::central_bank) = -central.reserves;
    b(Asset::advances, Account::central_bank) = central.advances;
    b(Asset::bonds, Account::central_bank) = central.bonds;
}

} // namespace

void set_balance(Economy& e)
{
    auto& b = e.accounts.balance;
    b = {};
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const FirmSums& s = e.sums[g];
        const Account firm = account_of(e.groups[g].size);
        const Account owner = e.groups[g].owner == Owner::state ? Account::government : Account::households;
        const Money capital = round_fen(100 * from_fixed_goods(s.capital) *
                                        e.market.capital_price[UseRegion(e.groups[g].region)]);
        const Money stocks = round_fen(100 *
                                       (from_fixed_goods(s.finished) * e.market.price[e.groups.cell(g)] +
                                        from_fixed_goods(s.input_stock) * e.market.basket_price[e.groups.cell(g)]));
        const Money claims(s.cash + s.receivable - s.payable - s.estate_due - s.tax_due - s.loans);
        b(Asset::deposits, firm) += Money(s.cash);
        b(Asset::trade_credit, firm) += Money(s.receivable - s.payable);
        b(Asset::loans, firm) -= Money(s.loans);
        b(Asset::estate_claims, firm) -= Money(s.estate_due);
        b(Asset::tax_due, firm) -= Money(s.tax_due);
        b(Asset::tax_due, Account::government) += Money(s.tax_due);
        b(Asset::capital, firm) += capital;
        b(Asset::stocks, firm) += stocks;
        b(Asset::equity, firm) -= claims + capital + stocks;
        b(Asset::equity, owner) += claims + capital + stocks;
    }
    for (const auto& h : e.households) b(Asset::deposits, Account::households) += h.deposits;
    for (const auto& p : e.platforms.all) {
        b(Asset::deposits, Account::platforms) += p.cash;
        b(Asset::equity, Account::platforms) -= p.cash;
        b(Asset::equity, Account::households) += p.cash;
    }
    b(Asset::deposits, Account::government) = e.government.treasury;
    b(Asset::deposits, Account::world) = e.world.account;
    b(Asset::bonds, Account::government) = -e.government.bonds;
    b(Asset::estate_claims, Account::government) = e.government.estate_claims;
    b(Asset::capital, Account::households) = used_capital(e);
    balance_banks(e);
    balance_stakes(e);
}

} // namespace rongtong
