// Receipts of firms (row phase): goods and invoices of known suppliers (receive_links.cpp), purchases on the market, investment, taxes,
// dividends.
// Equations: payments.hpp, investment.hpp, payout.hpp.
#include "models/firm/receive.hpp"

#include "models/capital/credit.hpp"
#include "models/capital/equity.hpp"
#include "models/capital/investment.hpp"
#include "models/capital/merger.hpp"
#include "models/capital/payments.hpp"
#include "models/capital/payout.hpp"
#include "models/capital/profit.hpp"
#include "models/capital/reorganise.hpp"
#include "models/capital/working_capital.hpp"
#include "models/ledger/till.hpp"
#include "models/orders/make_or_buy.hpp"
#include "models/phases.hpp"
#include "models/research/research.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

// Pays on delivery. Plans keep purchases within cash; if prices rose beyond that, the treasury advances the rest as tax due.
void Receipt::spend(std::size_t row, Flow flow, Money amount, FirmSums& s)
{
    auto& firms = e.firms;
    if (amount > firms.cash[row]) {
        const Money advance = amount - firms.cash[row];
        firms.tax_due[row] += advance;
        receive(firms, row, s, Flow::estates, advance);
        s.tax_advanced += advance.fen;
    }
    pay(firms, row, s, flow, amount);
}

void Receipt::buy_on_market(std::size_t row, const GroupFacts& f, double lacking, FirmSums& s)
{
    auto& firms = e.firms;
    const double ordered = firms.basket_order[row], made = firms.made[row];
    const double saved = std::min(0.5 * ordered, firms.border_coef[row] * firms.planned[row] * f.border_saving);
    const double arrived = ordered * f.basket_fill;
    const double use = std::min(firms.basket_stock[row], firms.basket_coef[row] * made + lacking);
    const Money paid = round_fen(100 * std::max(0.0, ordered * f.basket_pay - saved * f.trade_pay));
    const Money imports = round_fen(100 * f.imports * made * e.world.import_price);
    firms.basket_stock[row] += arrived - use;
    firms.spent[row] += paid + imports - stock_built(arrived - use, f.basket_price);
    spend(row, Flow::market_inputs, paid, s);
    spend(row, Flow::imports, imports, s);
    s.imports_paid += imports.fen;
    s.basket_received += fixed_goods(arrived);
    s.inputs_received += fixed_goods(arrived);
    s.inputs_used += fixed_goods(use);
    s.input_stock += fixed_goods(firms.basket_stock[row]);
}

void Receipt::invest(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& p = e.setup.parameters;
    const double upgrade = std::min(
        firms.investment[row],
        upgrade_order(firms.margin[row], firms.usual_margin[row], firms.expected[row], p.demand.quality_upgrade));
    const double arrived = (firms.investment[row] - upgrade) * f.capital_fill;
    const double worn = p.accounting.depreciation / 12 * firms.capital[row];
    const Money domestic = round_fen(100 * firms.investment[row] * f.capital_pay);
    const Money imported = round_fen(100 * firms.investment[row] * f.capital_fill *
                                     e.technology.capital_goods.imported * e.world.import_price);
    spend(row, Flow::investment, domestic, s);
    spend(row, Flow::imports, imported, s);
    if (firms.born[row] == month - 1) s.entry_new_capital += fixed_goods(arrived - worn);
    firms.capital[row] += arrived - worn;
    const double lead = (firms.quality[row] - 1.0) * (1 - p.demand.quality_decay);
    const double gained = p.demand.quality_gain * upgrade * f.capital_fill / std::max(1e-9, firms.expected[row]);
    firms.quality[row] = static_cast<float>(1 + lead + gained);
    firms.spent[row] += round_fen(100 * (worn + upgrade * f.capital_fill) *
                                  f.capital_price); // a cost of this month's profit
    s.investment_received += fixed_goods(firms.investment[row] * f.capital_fill);
    s.capital_added += fixed_goods(arrived);
    s.depreciated += fixed_goods(worn);
}

// What owners take out, once the state is paid. The firm learns what its customers owe it as a rule.
Money Receipt::dividends_of(std::size_t row, const GroupFacts& f)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.accounting;
    const double cost = 100 * firms.unit_cost[row] * firms.expected[row];
    const double claims = net_claims_in_months(firms.receivable[row], firms.payable[row], cost);
    firms.usual_claims[row] = next_usual_claims(firms.usual_claims[row], claims, month - firms.born[row],
                                                rules.claims_memory);
    if (pays_no_dividends(firms.reorganised[row], month, e.setup.parameters.insolvency)) return Money();
    const double kept = kept_for_claims(static_cast<double>(firms.loan_short[row].fen) / cost,
                                        firms.debt[row] * usual_working_loans(e.setup.parameters.credit),
                                        claims - firms.usual_claims[row], rules.claims_weight);
    return payout(firms.cash[row], (f.buffer * firms.prudence[row] + kept) * cost, rules.payout_speed);
}

void Receipt::pay_state_and_owners(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.accounting;
    const Money production_tax = round_fen(f.tax * static_cast<double>(firms.revenue[row].fen));
    const Money profit = firms.revenue[row] - firms.spent[row] - production_tax;
    const Money profit_tax = profit.fen > 0 ? round_fen(rules.profit_tax * static_cast<double>(profit.fen)) : Money();
    firms.tax_due[row] += production_tax + profit_tax;
    const Money tax = std::min(firms.tax_due[row], firms.cash[row]); // a negative tax is a subsidy, paid at once
    firms.tax_due[row] -= tax;
    pay(firms, row, s, Flow::profit_tax, profit_tax);
    if (f.research_support.tax.threshold > 0) take_lower_rate(row, f, profit, s);
    pay(firms, row, s, Flow::production_tax, tax - profit_tax);
    const Money dividends = dividends_of(row, f);
    pay(firms, row, s, Flow::dividends, dividends);
    note_payout(e, row, PayoutKind::dividend, dividends);
    if (firms.revenue[row].fen > 0) {
        const double margin = static_cast<double>(profit.fen) / static_cast<double>(firms.revenue[row].fen);
        firms.margin[row] += static_cast<float>(0.1 * (std::max(-1.0, margin) - firms.margin[row]));
    }
    s.dividends += dividends.fen;
    s.profit += profit.fen;
}

double Receipt::exit_odds_of(std::size_t row, const GroupFacts& f) const
{
    const auto& firms = e.firms;
    return exit_odds.all(firms.workers[row], firms.made[row], f.cell_output, f.margin - firms.usual_margin[row]);
}

void Receipt::close(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    const auto& firms = e.firms;
    BankSums& bank = banks[firms.bank[row]];
    count_balances(firms, row, s, bank, 1);
    s.capital += fixed_goods(firms.capital[row]);
    s.capital_wanted += fixed_goods(firms.capital_need[row] * f.capital_per_output * firms.usual_output[row]);
    s.exits_expected += fixed_odds(exit_odds_of(row, f));
    s.finished += fixed_goods(firms.finished[row]);
    const Money late = firms.arrears[row] >= bad_loan_months ? firms.loans(row) : Money();
    s.arrears_loans += late.fen, bank.arrears_loans += late.fen;
}

void Receipt::firm(std::size_t row, const Words& w)
{
    auto& firms = e.firms;
    if (firms.state[row] == FirmState::gone) return;
    const GroupFacts& f = e.work.facts[firms.group[row]];
    FirmSums& s = sums[firms.group[row]];
    if (firms.state[row] == FirmState::closing) end_last_month(row, f, s);
    if (firms.state[row] != FirmState::active) return vanish(row, s);
    double lacking = 0;
    const double input_cost = inputs_over_links(row, f, lacking, s);
    if (firms.own_labour[row] > 0) s.made_inhouse += fixed_goods(made_per_output(e, row) * firms.made[row]);
    buy_on_market(row, f, lacking, s);
    invest(row, f, s);
    if (researches(e)) learn(row, f, s);
    if (e.platforms.any()) use_platform(row, f, s);
    pay_state_and_owners(row, f, s);
    if (credit) ask_for_credit(row, f, s);
    look_ahead(row, f, input_cost, w, s);
    close(row, f, s);
    if (for_sale && rongtong::for_sale(firms, row, to_uniform(w[1]), e.setup.parameters.mergers))
        for_sale->push_back(static_cast<std::uint32_t>(row));
}

namespace {

std::array<Money*, 6> months_ahead(Economy& e)
{
    std::array<Money*, 6> ring;
    for (std::int32_t k = 0; k < 6; ++k) ring[k] = e.links.ring[ring_index(e.month + k)].data();
    return ring;
}

} // namespace

void receive_goods(Economy& e, const Draws& draws)
{
    const auto& p = e.setup.parameters;
    const bool lucky = p.luck.luck_switch > 0;
    auto& work = e.work;
    const double quality = e.market.mean_quality;
    const ExitOdds exits(p.turnover);
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t block) {
        const std::size_t slot = thread_slot();
        if (lucky)
            draws.fill({e.firms.id.data() + begin, end - begin}, e.month, Purpose::firm_month,
                       {work.words[slot].data(), end - begin});
        Receipt receipt{e,
                        draws,
                        e.month,
                        lucky,
                        p.credit.credit_switch > 0,
                        p.demand.quality_weight * quality,
                        quality,
                        log_odds(p.credit.usual_risk),
                        log_odds(p.credit.largest_risk),
                        static_cast<std::uint32_t>(e.links.network.edges()),
                        months_ahead(e),
                        work.sums[slot].data(),
                        work.bank_sums[slot].data(),
                        &work.lost[block],
                        lucky && p.mergers.merger_switch > 0 ? &work.for_sale[block] : nullptr,
                        &work.line_asks[block],
                        &work.project_ends[block],
                        &work.joint_efforts[block],
                        lucky && p.equity.equity_switch > 0 ? &work.equity.asks[block] : nullptr,
                        exits};
        for (std::size_t row = begin; row < end; ++row) receipt.firm(row, work.words[slot][row - begin]);
    });
}

} // namespace rongtong
