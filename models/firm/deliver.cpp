// Production and delivery (market phase): each supplier collects the orders and payments of its known customers (a pull over
// its incoming links), adds its part of the market, produces, and makes one offer that all its customers read.
// Deliveries go in tiers (input_limits.hpp). Equations: production.hpp, competition.hpp.
#include "models/phases.hpp"

#include "models/bodies/steps.hpp"
#include "models/capital/chain_finance.hpp"
#include "models/capital/credit.hpp"
#include "models/capital/profit.hpp"
#include "models/ledger/till.hpp"
#include "models/orders/import_shares.hpp"
#include "models/orders/input_limits.hpp"
#include "models/orders/production.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

struct Pulled {
    double ordered = 0;
    float largest = 0;
    Money paid, later, lost; // later: what estates of customers that default still pay
};

// Orders and payments of known customers. Those that default show how their debt ends.
Pulled pull_customers(const Economy& e, std::span<const std::uint32_t> incoming)
{
    constexpr std::ptrdiff_t ahead =
        24; // edges to fetch in advance, of this row and the next: the gather is bound by latency
    Pulled p;
    const LinkFlow* const flows = e.links.flow.data();
    const std::uint32_t* const end = e.links.network.lists_end() - ahead;
    for (std::size_t k = 0; k < incoming.size(); ++k) {
        const std::uint32_t* const at = incoming.data() + k;
        __builtin_prefetch(&flows[at < end ? at[ahead] : *at]);
        const LinkFlow& flow = flows[*at];
        p.paid += flow.paid;
        if (flow.defaulted()) {
            p.later += e.links.estate_pays(incoming[k]);
            p.lost += e.links.estate_lacks(incoming[k]);
            continue;
        }
        p.ordered += flow.ordered;
        p.largest = std::max(p.largest, flow.ordered);
    }
    return p;
}

struct Delivery {
    Economy& e;
    FirmSums* sums = nullptr;
    BankSums* banks = nullptr;
    int tier = 0;

    void firm(std::size_t row);
    void pay_bank_its_claims(std::size_t row, Pulled& p, FirmSums& s);
    void sell_invoices(std::size_t row, double fen_per_ordered, Money& link_revenue, FirmSums& s);
    void collect(std::size_t row, const Pulled& p, FirmSums& s);
    double market_orders(std::size_t row, const GroupFacts& f);
    void ship(std::size_t row, const GroupFacts& f, const Pulled& p, FirmSums& s);
    void sell(std::size_t row, double fill, double market, FirmSums& s);
    Money invoice_customers(std::size_t row, double fen_per_ordered) const;
};

void Delivery::collect(std::size_t row, const Pulled& p, FirmSums& s)
{
    auto& firms = e.firms;
    receive(firms, row, s, Flow::invoices, p.paid);
    s.written_off += p.lost.fen;
    firms.receivable[row] -= p.paid + p.later + p.lost;
    if (firms.state[row] == FirmState::active) {
        firms.estate_due[row] -= p.later;
        return;
    }
    // The receiver holds the claims of a firm that leaves, also those on itself.
    pay(firms, row, s, Flow::estates, p.paid);
    s.estate_collected += p.paid.fen, s.estate_lost += p.lost.fen;
}

// What customers paid on invoices that belong to the supplier's bank; `p` keeps the supplier's part.
void Delivery::pay_bank_its_claims(std::size_t row, Pulled& p, FirmSums& s)
{
    const SoldLinks sold = payments_on_sold(e, row);
    p.paid -= sold.paid;
    BankSums& bank = banks[e.firms.bank[row]];
    bank.factored_collected += sold.paid.fen;
    const bool recourse = e.setup.parameters.chain_finance.recourse > 0 && e.firms.state[row] == FirmState::active;
    if (!recourse || sold.lost.fen == 0) {
        p.lost -= sold.lost;
        bank.factored_lost += sold.lost.fen;
        return;
    }
    // The supplier buys the lost claims back with a loan.
    e.firms.receivable[row] += sold.lost;
    e.firms.loan_short[row] += sold.lost;
    pay(e.firms, row, s, Flow::factoring, sold.lost);
    receive(e.firms, row, s, Flow::loans, sold.lost);
    s.bought_back += sold.lost.fen, bank.factored -= sold.lost.fen;
    s.granted += sold.lost.fen, bank.granted += sold.lost.fen;
}

// Invoices on sold links go to the bank at once; `link_revenue` keeps what the supplier itself claims.
void Delivery::sell_invoices(std::size_t row, double fen_per_ordered, Money& link_revenue, FirmSums& s)
{
    SoldLinks sold;
    invoices_on_sold(e, row, fen_per_ordered, sold);
    const Money cost = sold.invoiced - sold.with_discount;
    link_revenue -= sold.invoiced;
    receive(e.firms, row, s, Flow::factoring, sold.invoiced);
    pay(e.firms, row, s, Flow::factoring_discount, cost);
    e.firms.spent[row] += cost;
    BankSums& bank = banks[e.firms.bank[row]];
    s.sellers += 1;
    s.factored += sold.invoiced.fen, bank.factored += sold.invoiced.fen;
    bank.discount += cost.fen;
}

double Delivery::market_orders(std::size_t row, const GroupFacts& f)
{
    auto& firms = e.firms;
    const double speed = e.setup.parameters.demand.share_speed;
    const double share = (1 - speed) * firms.share[row] * f.share_scale + speed * firms.pull[row] * f.pull_scale;
    firms.share[row] = share;
    return share * f.market_ordered * firms.worth[row];
}

// The same rounding as the buyer's (receive.cpp), so that claims and debts agree to the fen.
Money Delivery::invoice_customers(std::size_t row, double fen_per_ordered) const
{
    Money sum;
    for (auto edge : e.links.network.incoming(row))
        if (const float ordered = e.links.flow[edge].ordered; ordered > 0) sum += round_fen(fen_per_ordered * ordered);
    return sum;
}

// Invoices to customers, cash from the market, and the offer that tells customers what arrives. fill: share of orders shipped.
void Delivery::sell(std::size_t row, double fill, double market, FirmSums& s)
{
    auto& firms = e.firms;
    const double fen_per_ordered = firms.price[row] * fill * 100;
    const Money link_revenue = invoice_customers(row, fen_per_ordered);
    const Money market_revenue = round_fen(fen_per_ordered * market);
    const bool closing = firms.state[row] == FirmState::closing;
    Money claims = link_revenue;
    if (firms.sells[row]) sell_invoices(row, fen_per_ordered, claims, s);
    firms.receivable[row] += claims;
    receive(firms, row, s, Flow::market_sales, market_revenue);
    if (closing) { // the receiver takes its last invoices
        receive(firms, row, s, Flow::estates, claims);
        s.claims_sold += claims.fen;
    }
    firms.revenue[row] = link_revenue + market_revenue;
    e.work.offers[row] = Offer::of(firms.price[row], fill, closing);
    s.link_revenue += link_revenue.fen;
    s.market_revenue += market_revenue.fen;
}

void Delivery::ship(std::size_t row, const GroupFacts& f, const Pulled& p, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.ordering;
    const double market = market_orders(row, f), orders = p.ordered + market;
    const double capital = capital_limit(f.capacity, firms.capital[row], firms.capital_need[row] * f.capital_per_output,
                                         rules.normal_utilisation);
    const double limit = std::min({firms.producible[row], capital,
                                   labour_limit(firms.workers[row], f.level * firms.per_worker(row), rules.overtime)});
    const double inputs = std::min<double>(e.work.input_factor[row], deliveries_allow(e, row, f));
    const Output out = produce(orders, firms.planned[row], firms.finished[row], f.holds_stock, limit, inputs);
    sell(row, out.fill, market, s);
    firms.orders[row] = orders;
    firms.made[row] = out.made;
    const double held = firms.finished[row];
    firms.finished[row] = std::max(0.0, held + out.made - out.shipped);
    firms.spent[row] -= stock_built(firms.finished[row] - held, firms.unit_cost[row]);
    firms.largest_buyer[row] = orders > 0 ? static_cast<float>(p.largest / orders) : 0;
    firms.reliability[row] += 0.1f * (static_cast<float>(out.fill) - firms.reliability[row]);
    s.orders += fixed_goods(orders);
    s.shipped += fixed_goods(out.shipped);
    s.made += fixed_goods(out.made);
    s.market_shipped += fixed_goods(market * out.fill);
    s.comparable_shipped += fixed_goods(market / firms.worth[row] * out.fill);
    s.capacity += fixed_goods(capital);
}

void Delivery::firm(std::size_t row)
{
    auto& firms = e.firms;
    if (e.work.facts[firms.group[row]].tier != tier) return;
    if (firms.state[row] == FirmState::gone) {
        e.work.offers[row] = Offer::of_gone();
        firms.made[row] = 0; // of its last month
        return;
    }
    FirmSums& s = sums[firms.group[row]];
    Pulled p = pull_customers(e, e.links.network.incoming(row));
    if (firms.sells[row]) pay_bank_its_claims(row, p, s);
    collect(row, p, s);
    if (firms.state[row] != FirmState::defaulted) return ship(row, e.work.facts[firms.group[row]], p, s);
    e.work.offers[row] = Offer::of_gone();
    s.finished_scrapped += fixed_goods(firms.finished[row]);
    firms.orders[row] = firms.made[row] = firms.finished[row] = firms.share[row] = 0;
    firms.revenue[row] = Money();
}

void deliver_firms(Economy& e, int tier)
{
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        Delivery d{e, e.work.sums[thread_slot()].data(), e.work.bank_sums[thread_slot()].data(), tier};
        for (std::size_t row = begin; row < end; ++row) d.firm(row);
    });
}

// Fills of this tier's products on the market, for the tiers that follow.
void post_fills(Economy& e, int tier)
{
    Market& m = e.market;
    m.shipped.all = e.pools.shipped;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        std::int64_t sum = 0; // whole numbers: the same whoever added what
        for (const auto& slot : e.work.sums) sum += slot[g].comparable_shipped;
        m.shipped[e.groups.cell(g)] += from_fixed_goods(sum);
    }
    for (Product j : e.groups.each<Product>()) {
        if (e.technology.sectors[j].tier != tier) continue;
        for (UseRegion r : e.groups.each<UseRegion>()) {
            double fill = 0;
            for (OriginRegion q : e.groups.each<OriginRegion>())
                fill += m.trade(j, r, q) * shipped_share(m, e.groups.cell(j, q));
            const double abroad = m.import_shift(j, r);
            m.fill(j, r) = (1 - abroad) * fill + arrives_from_abroad(abroad, fill);
        }
    }
}

} // namespace

void deliver_goods(Economy& e)
{
    for (int tier = 0; tier < delivery_tiers; ++tier) {
        deliver_pools(e, tier);
        deliver_firms(e, tier);
        if (tier + 1 < delivery_tiers) post_fills(e, tier);
    }
}

} // namespace rongtong
