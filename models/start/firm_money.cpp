// Money of firms at the start: what they hold in stock, owe, are owed and have, and what they pay their owners in month 1.
//
//   cash flow = profit after tax - G * (capital + stocks + claims - debts to suppliers - loans),  G: growth a month (growth.hpp)
//   dividends = cash flow - G * cash
//   cash      = (payout_speed * buffer + (1 - payout_speed) * cash flow) / (payout_speed + G), so that the payout rule gives these
// Test: tests/models/start.cpp, growth.cpp.
#include "models/capital/payments.hpp"
#include "models/capital/payout.hpp"
#include "models/capital/working_capital.hpp"
#include "models/start/finance.hpp"
#include "models/start/growth.hpp"
#include "models/start/start.hpp"
#include "sim/error.hpp"
#include "sim/parallel.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

// Invoices of the months before the start that are still open when month 1 begins.
void open_invoices(Economy& e, std::size_t row, std::size_t edge, const StartGrowth& growth)
{
    auto& links = e.links;
    const double ordered = static_cast<double>(links.flow[edge].ordered) * 100;
    const std::int32_t late = links.habit[edge].late;
    const std::int32_t months = split_invoice(round_fen(ordered), links.days[edge]).months;
    const auto parts_of = [&](std::int32_t month) { // of the invoice of a month, 0: the one before the first
        return split_invoice(round_fen(ordered * growth.before(1 - month)), links.days[edge]);
    };
    for (std::int32_t due = 1 - late; due <= months + 1; ++due) {
        Money owed;
        if (due - months <= 0) owed += parts_of(due - months).first;
        if (due - months - 1 <= 0) owed += parts_of(due - months - 1).second;
        if (due == months + 1 && owed.fen == 0) continue;
        links.due(edge, due) = owed;
        e.firms.payable[row] += owed;
        if (due <= 0) e.firms.overdue[row] += owed;
    }
}

void stock_firm(Economy& e, std::size_t row, const StartGrowth& growth)
{
    const double held = (1 + e.setup.parameters.ordering.input_cover) * e.firms.planned[row];
    for (auto edge : e.links.network.outgoing(row)) {
        const bool stored = e.technology.sectors[e.links.sector[edge]].holds_stock;
        e.links.flow[edge].stock = static_cast<float>(stored ? e.links.coef[edge] * held : 0.0);
        open_invoices(e, row, edge, growth);
    }
    e.firms.basket_stock[row] = e.firms.basket_coef[row] * held;
}

// Claims as they will stand when month 1 is over, in months of its costs.
void count_claims(Economy& e, std::size_t row, const StartGrowth& growth)
{
    auto& firms = e.firms;
    for (auto edge : e.links.network.incoming(row)) firms.receivable[row] += e.links.owed(edge);
    const double cost = 100 * firms.unit_cost[row] * firms.expected[row];
    const double claims = net_claims_in_months(firms.receivable[row], firms.payable[row], cost * growth.before(1));
    firms.usual_claims[row] = static_cast<float>(claims);
}

// Yuan in month 1.
double cash_flow_of(const Economy& e, std::size_t row, const StartGrowth& growth)
{
    const auto& f = e.firms;
    const double profit = (1 - e.setup.parameters.accounting.profit_tax) * f.usual_margin[row] * f.expected[row];
    if (growth.month() == 0) return profit;
    double stocks = f.finished[row] * f.unit_cost[row] + f.basket_stock[row];
    for (auto edge : e.links.network.outgoing(row)) stocks += e.links.flow[edge].stock;
    const Money claims = f.receivable[row] - f.payable[row] - f.loans(row);
    return profit - growth.month() * (f.capital[row] + stocks + claims.yuan());
}

double buffer_of(const Economy& e, std::size_t row)
{
    const Group& g = e.groups[e.firms.group[row]];
    return buffer_months(e.setup.parameters.accounting, g.size) * e.firms.prudence[row] * e.firms.unit_cost[row] *
           e.firms.expected[row];
}

double cash_of(double flow, double buffer, double speed, double growth)
{
    return (speed * buffer + (1 - speed) * flow) / (speed + growth);
}

// Who wanted to hold more would never be paid: with this buffer all that comes in goes into the growth of cash. The least that firms
// want stays: without cash nobody can order.
void bound_prudence(Economy& e, std::size_t row, double flow, double growth)
{
    const double buffer = buffer_of(e, row), most = std::max(0.0, flow) * (1 + growth);
    if (growth * buffer <= most) return;
    auto& prudence = e.firms.prudence[row];
    const double least = 1 - e.setup.parameters.accounting.buffer_spread;
    prudence = static_cast<float>(std::max(std::min<double>(least, prudence), prudence * most / (growth * buffer)));
}

} // namespace

double first_dividends(const Economy& e, std::size_t row)
{
    const StartGrowth growth(e.setup.parameters);
    const double flow = cash_flow_of(e, row, growth);
    return flow - growth.month() *
                      cash_of(flow, buffer_of(e, row), e.setup.parameters.accounting.payout_speed, growth.month());
}

void open_firms(Economy& e)
{
    const StartGrowth growth(e.setup.parameters);
    const double speed = e.setup.parameters.accounting.payout_speed;
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) stock_firm(e, row, growth);
    });
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            count_claims(e, row, growth);
            const double flow = cash_flow_of(e, row, growth);
            bound_prudence(e, row, flow, growth.month());
            e.firms.cash[row] = round_fen(100 * cash_of(flow, buffer_of(e, row), speed, growth.month()));
        }
    });
}

} // namespace rongtong
