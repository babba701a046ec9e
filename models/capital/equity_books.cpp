// Equity in the books of a month (books.hpp, equity.hpp).
//
// Flows: rounds (equity_issue), sales of stakes, losses that funds bear, and the money of funds, which hold none overnight: what
// government pays in is what they invest and bear, what they earn goes back. Balance: a stake of a firm or a fund is a claim at
// net asset value (stakes); what a fund holds is government's (fund_shares); private investors' stakes are part of households'
// equity.
#include "models/capital/books.hpp"

namespace rongtong {

void book_equity(Economy& e)
{
    Accounts& a = e.accounts;
    const auto& m = e.equity.month;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const FirmSums& s = e.sums[g];
        const Account firm = account_of(e.groups[g].size);
        a.flows(Flow::equity_issue, firm) += Money(s.equity_raised - s.stakes_bought);
        a.flows(Flow::dividends, firm) += Money(s.stake_dividends - s.dividends_away);
        a.flows(Flow::exit_payout, firm) += Money(s.stake_payouts - s.payouts_away);
        a.flows(Flow::equity_sales, firm) += Money(s.stakes_sold);
    }
    a.flows(Flow::equity_issue, Account::households) -= m.from_private;
    a.flows(Flow::equity_issue, Account::funds) -= m.from_funds;
    a.flows(Flow::dividends, Account::households) += m.private_dividends;
    a.flows(Flow::dividends, Account::funds) += m.fund_dividends;
    a.flows(Flow::exit_payout, Account::households) += m.private_payouts;
    a.flows(Flow::exit_payout, Account::funds) += m.fund_payouts;
    a.flows(Flow::equity_sales, Account::households) += m.private_sales - m.sales;
    a.flows(Flow::equity_sales, Account::funds) += m.fund_sales;
    a.pay(Flow::loss_shares, Account::funds, Account::households, m.loss_shares);
    a.pay(Flow::fund_capital, Account::government, Account::funds, m.from_funds + m.loss_shares);
    a.pay(Flow::fund_returns, Account::funds, Account::government, m.fund_dividends + m.fund_payouts + m.fund_sales);
}

void balance_stakes(Economy& e)
{
    auto& b = e.accounts.balance;
    const auto& m = e.equity.month;
    Money corporate, issued;
    for (std::size_t k = 0; k < m.issued_value.size(); ++k) {
        const auto firm = static_cast<Account>(k);
        b(Asset::stakes, firm) += m.corporate_value[k] - m.issued_value[k];
        b(Asset::equity, firm) += m.issued_value[k] - m.corporate_value[k]; // what is left is their owners'
        corporate += m.corporate_value[k];
        issued += m.issued_value[k];
    }
    b(Asset::equity, Account::households) += corporate - m.state_corporate_value - issued;
    b(Asset::equity, Account::government) += m.state_corporate_value;
    b(Asset::stakes, Account::funds) += m.fund_value;
    b(Asset::fund_shares, Account::funds) -= m.fund_value;
    b(Asset::fund_shares, Account::government) += m.fund_value;
}

} // namespace rongtong
