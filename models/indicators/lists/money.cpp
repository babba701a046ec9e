// Indicators of cash, trade credit, profit and the public budget.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

namespace {

double receivable_days(const FirmSums& s) { return 30 * ratio(s.receivable, s.link_revenue + s.market_revenue); }
double payable_days(const FirmSums& s) { return 30 * ratio(s.payable, s.invoiced); }

double fiscal_cost(const Economy& e)
{
    Money sum;
    for (const auto& lever : e.policy.levers) sum += lever.cost + lever.transfers;
    return sum.yuan();
}

double budget_balance(const Economy& e)
{
    Money sum;
    for (const auto& flow : e.accounts.flows.cell) sum += flow[static_cast<std::size_t>(Account::government)];
    return (sum - e.government.new_bonds).yuan();
}

} // namespace

extern const std::vector<Indicator> indicators_money{
    {"cash", "yuan", "deposits of firms, end of month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.cash); }},
    {"receivables", "yuan", "owed to firms by known customers, end of month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.receivable); }},
    {"payables", "yuan", "owed by firms to known suppliers, end of month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.payable); }},
    {"days_receivable", "d", "days of sales that are outstanding", "30 * receivables / sales of the month", nullptr,
     receivable_days},
    {"link_days_receivable", "d", "days of invoiced sales that are outstanding",
     "30 * receivables / invoices of the month", nullptr,
     [](const FirmSums& s) { return 30 * ratio(s.receivable, s.link_revenue); }},
    {"days_payable", "d", "days of invoiced purchases that are outstanding",
     "30 * payables / invoices received in the month", nullptr, payable_days},
    {"overdue_share", "1", "share of payables past their due month", "overdue / payables", nullptr,
     [](const FirmSums& s) { return ratio(s.overdue, s.payable); }},
    {"overdue", "yuan", "payables past their due month, end of month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.overdue); }},
    {"overdue_1", "yuan", "part of overdue that fell due in the month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.overdue_1); }},
    {"overdue_2", "yuan", "part of overdue that fell due in the month before", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.overdue_2); }},
    {"overdue_3", "yuan", "part of overdue that fell due earlier", "overdue - overdue_1 - overdue_2", nullptr,
     [](const FirmSums& s) { return yuan(s.overdue_3); }},
    {"arrears_interest", "yuan", "interest on late payments that buyers are charged in a month", "sum over buyers",
     nullptr, [](const FirmSums& s) { return yuan(s.arrears_charged); }},
    {"arrears_interest_earned", "yuan", "interest on arrears that suppliers charged in the month", "sum over suppliers",
     nullptr, [](const FirmSums& s) { return yuan(s.arrears_earned); }},
    {"credit_losses", "yuan", "trade credit lost in suppliers' books in a month", "written off by creditors", nullptr,
     [](const FirmSums& s) { return yuan(s.written_off); }},
    {"profit", "yuan", "profit of firms after depreciation and before profit tax in a month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.profit); }},
    {"profit_margin", "1", "profit over sales", "profit / revenue", nullptr,
     [](const FirmSums& s) { return ratio(s.profit, s.link_revenue + s.market_revenue); }},
    {"dividends", "yuan", "dividends paid in a month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.dividends); }},
    {"taxes", "yuan", "production and profit tax paid by firms in a month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.paid(Flow::production_tax) + s.paid(Flow::profit_tax)); }},
    {"direct_tax_rate", "1", "tax on households' income", "rate in force next month",
     [](const Economy& e) { return e.government.direct_tax_rate; }, nullptr},
    {"public_debt", "yuan", "government bonds less its deposits, end of month", "bonds - treasury",
     [](const Economy& e) { return (e.government.bonds - e.government.treasury).yuan(); }, nullptr},
    {"budget_balance", "yuan", "government's receipts less its spending in a month", "without bonds sold",
     budget_balance, nullptr},
    {"fiscal_cost", "yuan", "what all levers cost in a month: administration, and what they pay to firms",
     "sum over levers", fiscal_cost, nullptr},
    {"foreign_position", "yuan", "deposits of the rest of the world, end of month", "account of the rest of the world",
     [](const Economy& e) { return e.world.account.yuan(); }, nullptr},
};

} // namespace rongtong
