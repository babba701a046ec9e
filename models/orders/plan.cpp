// Plans of firms (row phase): each reads its own row, its links and what its group faces, and writes only these.
// In order: planned output and labour; whether it leaves; what it pays; what it orders.
#include "models/phases.hpp"

#include "models/capital/investment.hpp"
#include "models/capital/payments.hpp"
#include "models/orders/competition.hpp"
#include "models/orders/ordering.hpp"
#include "models/orders/production.hpp"
#include "models/population/exit.hpp"
#include "models/population/hours.hpp"
#include "sim/parallel.hpp"

#include <array>

namespace rongtong {

namespace {

struct Plan {
    Economy& e;
    const Draws& draws;
    std::int32_t month;
    bool luck;
    double noise_scale; // of a link's order per 16-bit step

    std::array<Money*, 4> ring; // invoices due three months ago (and earlier), two, one, and this month, by edge

    // by block
    FirmSums* sums = nullptr;
    std::vector<Event>* exits = nullptr;

    void firm(std::size_t row, const Words& w, const Words& noise);
    double wage_of(std::size_t row, const GroupFacts& f) const // fen per worker
    {
        const double full = f.labour * e.firms.productivity[row] * f.wage_index * 100;
        return e.firms.workers[row] > 1 ? full : full * hours_of_one(e.firms.planned[row], e.firms.productivity[row]);
    }
    Money wages_of(std::size_t row, const GroupFacts& f) const { return round_fen(wage_of(row, f) * e.firms.workers[row]); }
    Money hire(std::size_t row, const GroupFacts& f, FirmSums& s, const Words& w);
    bool gives_up(std::size_t row, const GroupFacts& f, std::uint32_t word) const;
    void wind_up(std::size_t row, const GroupFacts& f, Money wages, FirmSums& s);
    void fail(std::size_t row, FirmSums& s);
    bool pay_suppliers(std::size_t row, const GroupFacts& f, Money available, FirmSums& s);
    bool pay_what_it_can(std::size_t row, Money available, FirmSums& s);
    double order_inputs(std::size_t row, const GroupFacts& f, const Words& noise); // returns what is missing, goods
    void order_on_market(std::size_t row, const GroupFacts& f, double missing, FirmSums& s);
};

// Adjusts the workforce; returns this month's wages. Nobody is employed who can't be paid from cash at hand.
Money Plan::hire(std::size_t row, const GroupFacts& f, FirmSums& s, const Words& w)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.labour;
    const double gap = firms.planned[row] / firms.productivity[row] - firms.workers[row];
    const double change = gap > 0 ? rules.hiring_speed * gap * f.hire_share : rules.firing_speed * gap;
    if (gap > 0) s.workers_wanted += fixed_goods(rules.hiring_speed * gap);
    auto workers = std::max<std::int64_t>(1, firms.workers[row] + round_by_chance(change, luck ? to_uniform(w[0]) : 0.5));
    firms.workers[row] = static_cast<std::int32_t>(workers);
    const double wage = wage_of(row, f);
    Money wages = round_fen(wage * static_cast<double>(workers));
    if (wages > firms.cash[row]) {
        workers = std::max<std::int64_t>(0, static_cast<std::int64_t>(static_cast<double>(firms.cash[row].fen) / wage));
        wages = std::min(firms.cash[row], round_fen(wage * static_cast<double>(workers)));
    }
    firms.workers[row] = static_cast<std::int32_t>(workers);
    return wages;
}

bool Plan::gives_up(std::size_t row, const GroupFacts& f, std::uint32_t word) const
{
    if (!luck) return false;
    const auto& firms = e.firms;
    const auto& rules = e.setup.parameters.turnover;
    // The bound saves the powers and exponentials of almost all firms.
    const double u = to_uniform(word);
    if (u > rules.closure_rate / 12 * 150) return false;
    if (u > closure_probability(firms.margin[row], f.margin, firms.workers[row], rules)) return false;
    const Money owed = firms.payable[row] + firms.estate_due[row] + firms.tax_due[row];
    return firms.cash[row] + firms.receivable[row] >= owed + wages_of(row, f);
}

// Solvent closure: the receiver takes the claims, all creditors are paid, and a last month is made and delivered from what is
// at hand. The rest of the month's money goes to the owners when it is over (receive.cpp).
void Plan::wind_up(std::size_t row, const GroupFacts& f, Money wages, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& net = e.links.network;
    order_inputs(row, f, Words{});
    for (auto edge = net.first[row]; edge < net.first[row] + net.count[row]; ++edge) {
        auto& flow = e.links.flow[edge];
        flow.paid = e.links.owed(edge);
        flow.ordered = 0;
        for (auto& month_due : e.links.ring) month_due[edge] = Money();
    }
    s.closures += 1;
    s.claims_sold += firms.receivable[row].fen;
    s.wages += wages.fen;
    s.invoices_paid += firms.payable[row].fen;
    s.estate_paid += firms.estate_due[row].fen;
    s.exit_tax += firms.tax_due[row].fen;
    s.freed_workers += firms.workers[row];
    exits->push_back({EventKind::closure, firms.id[row], firms.group[row], firms.workers[row], firms.payable[row], Money()});
    firms.cash[row] += firms.receivable[row] - wages - firms.payable[row] - firms.estate_due[row] - firms.tax_due[row];
    firms.state[row] = FirmState::closing;
    firms.payable[row] = firms.overdue[row] = firms.estate_due[row] = firms.tax_due[row] = Money();
    firms.basket_order[row] = firms.investment[row] = 0;
}

// Default: division of the estate (exit.hpp). Links show it to suppliers: paid, and buyer_defaults for what is lost.
void Plan::fail(std::size_t row, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& net = e.links.network;
    const Money owed = firms.payable[row] + firms.estate_due[row];
    const Estate estate = divide_estate(firms.cash[row] + firms.receivable[row], firms.tax_due[row], owed);
    Money paid;
    for (auto edge = net.first[row]; edge < net.first[row] + net.count[row]; ++edge) {
        auto& flow = e.links.flow[edge];
        flow.paid = owed.fen > 0 ? part_of(e.links.owed(edge), estate.to_creditors.fen, owed.fen) : Money();
        flow.ordered = buyer_defaults;
        paid += flow.paid;
    }
    const Money to_receiver = owed.fen > 0 ? part_of(firms.estate_due[row], estate.to_creditors.fen, owed.fen) : Money();
    const Money to_owners = estate.to_owners + (estate.to_creditors - paid - to_receiver); // with what rounding leaves
    const Money lost = firms.payable[row] - paid;
    s.defaults += 1;
    s.claims_sold += firms.receivable[row].fen;
    s.exit_tax += estate.tax.fen;
    s.invoices_paid += paid.fen;
    s.estate_paid += to_receiver.fen;
    s.estate_lost += (firms.estate_due[row] - to_receiver).fen;
    s.exit_to_owners += to_owners.fen;
    s.freed_workers += firms.workers[row];
    s.owed_by_defaulted += firms.payable[row].fen;
    s.lost_by_creditors += lost.fen;
    exits->push_back({EventKind::bankruptcy, firms.id[row], firms.group[row], firms.workers[row], firms.payable[row], lost});
    firms.state[row] = FirmState::defaulted;
    firms.workers[row] = 0;
    firms.cash[row] = firms.estate_due[row] = firms.tax_due[row] = Money();
    firms.planned[row] = firms.producible[row] = firms.basket_order[row] = firms.investment[row] = 0;
}

// Pays on each link what is due by habit; where the buyer is behind, or a cap ends the habit, all that is past it.
// False: the firm can't go on paying.
bool Plan::pay_suppliers(std::size_t row, const GroupFacts& f, Money available, FirmSums& s)
{
    auto& firms = e.firms;
    const auto first = e.links.network.first[row], count = e.links.network.count[row];
    LinkFlow* const flows = e.links.flow.data() + first;
    const std::uint8_t* const late = e.links.late.data() + first;
    const std::uint8_t* const place = e.links.place.data() + first;
    const bool behind = firms.behind[row];
    Money wanted, newly_due;
    for (std::uint32_t n = 0; n < count; ++n) {
        const bool capped = f.compliance > 0 && keeps_cap(place[n], f.compliance);
        const std::int32_t delay = capped ? 0 : late[n];
        Money sum = ring[3 - delay][first + n];
        if (behind || capped)
            for (std::int32_t m = 0; m < 3 - delay; ++m) sum += ring[m][first + n];
        flows[n].paid = sum;
        wanted += sum;
        newly_due += ring[3][first + n];
    }
    firms.overdue[row] += newly_due;
    if (wanted > available) return pay_what_it_can(row, available, s);
    for (std::uint32_t n = 0; n < count; ++n) {
        const bool capped = f.compliance > 0 && keeps_cap(place[n], f.compliance);
        const std::int32_t delay = capped ? 0 : late[n];
        ring[3 - delay][first + n] = Money();
        if (behind || capped)
            for (std::int32_t m = 0; m < 3 - delay; ++m) ring[m][first + n] = Money();
    }
    firms.behind[row] = 0;
    firms.overdue[row] -= wanted;
    firms.payable[row] -= wanted;
    firms.cash[row] -= wanted;
    s.invoices_paid += wanted.fen;
    return true;
}

// Oldest month first, within a month in proportion. False: the oldest month can't be paid in full.
bool Plan::pay_what_it_can(std::size_t row, Money available, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& net = e.links.network;
    const auto first = net.first[row], last = first + net.count[row];
    for (auto edge = first; edge < last; ++edge) e.links.flow[edge].paid = Money();
    Money paid;
    for (std::int32_t m = month - 3; m <= month; ++m) {
        auto& ring = e.links.ring[ring_index(m)];
        Money month_sum;
        for (auto edge = first; edge < last; ++edge) month_sum += ring[edge];
        const Money part = std::min(month_sum, available - paid);
        if (m == month - 3 && part < month_sum) return false;
        if (part.fen <= 0) continue;
        for (auto edge = first; edge < last; ++edge) {
            const Money x = part_of(ring[edge], part.fen, month_sum.fen);
            ring[edge] -= x;
            e.links.flow[edge].paid += x;
            paid += x;
        }
    }
    firms.behind[row] = 1;
    firms.overdue[row] -= paid;
    firms.payable[row] -= paid;
    firms.cash[row] -= paid;
    s.invoices_paid += paid.fen;
    return true;
}

// Orders on links, and the output that inputs at hand allow (same-sector links are one input; spare goods of the market
// basket stand in for what is missing).
double Plan::order_inputs(std::size_t row, const GroupFacts& f, const Words& noise)
{
    auto& firms = e.firms;
    const double speed = e.setup.parameters.ordering.input_speed, planned = firms.planned[row];
    const auto first = e.links.network.first[row], count = e.links.network.count[row];
    LinkFlow* const flows = e.links.flow.data() + first;
    const float* const coefs = e.links.coef.data() + first;
    const std::uint8_t* const sectors = e.links.sector.data() + first;
    const InputFacts* const inputs = e.work.inputs.data();
    InputCheck check{planned, std::max(0.0, firms.basket_stock[row] - firms.basket_coef[row] * planned)};
    double stock = 0, coef = 0;
    Words w = noise;
    for (std::uint32_t n = 0; n < count; ++n) {
        const InputFacts input = inputs[sectors[n]];
        if (n > 0 && n % 8 == 0 && luck) w = draws.words(firms.id[row], month, Purpose::link_noise, n / 8);
        const std::uint32_t bits = (w[n % 8 / 2] >> (n % 2 * 16)) & 0xffffu;
        const double shock = luck ? (static_cast<double>(bits) - 32767.5) * noise_scale : 0;
        const double need = coefs[n] * planned;
        flows[n].ordered = static_cast<float>(order_quantity(need, flows[n].stock, input.cover, shock, speed));
        stock += flows[n].stock;
        coef += coefs[n];
        const bool input_ends = n + 1 == count || sectors[n + 1] != sectors[n];
        if (!input_ends) continue;
        if (input.critical > 0 && coef > 0) check.add(input.critical, stock, coef);
        stock = coef = 0;
    }
    double limit = check.limit();
    if (f.critical > 0 && firms.basket_coef[row] > 0)
        limit = std::min(limit, input_limit(f.critical, planned, firms.basket_stock[row], firms.basket_coef[row]));
    firms.producible[row] = limit;
    return check.missing;
}

// Inputs and capital goods bought on the market, as far as cash reaches; imports come first.
void Plan::order_on_market(std::size_t row, const GroupFacts& f, double missing, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& p = e.setup.parameters;
    const double planned = firms.planned[row], need = firms.basket_coef[row] * planned;
    double left = 0.97 * firms.cash[row].yuan();
    const double imports = f.imports * planned * e.world.import_price * (1 + 2 * p.ordering.overtime);
    if (imports > left) firms.producible[row] = std::min(firms.producible[row], planned * left / imports);
    left = std::max(0.0, left - imports);
    double basket = order_quantity(need, firms.basket_stock[row], p.ordering.input_cover, 0, p.ordering.input_speed);
    basket += missing;
    if (basket * f.basket_price > left) basket = left / f.basket_price;
    left = std::max(0.0, left - basket * f.basket_price);
    double capital = capital_order(firms.capital[row], firms.expected[row], f.capital_per_output, p.accounting.depreciation,
                                   p.accounting.investment_speed) +
                     upgrade_order(firms.margin[row], f.margin, firms.expected[row], p.demand.quality_upgrade);
    if (capital * f.capital_price > left) capital = left / f.capital_price;
    firms.basket_order[row] = basket;
    firms.investment[row] = capital;
    s.basket_ordered += fixed_goods(basket);
    s.border_saved += fixed_goods(std::min(0.5 * basket, firms.border_coef[row] * planned * f.border_saving));
    s.investment_ordered += fixed_goods(capital);
}

void Plan::firm(std::size_t row, const Words& w, const Words& noise)
{
    auto& firms = e.firms;
    if (firms.state[row] != FirmState::active) return;
    const GroupFacts& f = e.work.facts[firms.group[row]];
    FirmSums& s = sums[firms.group[row]];
    firms.planned[row] =
        planned_output(firms.expected[row], firms.finished[row], f.holds_stock, e.setup.parameters.ordering);
    if (gives_up(row, f, w[1])) return wind_up(row, f, wages_of(row, f), s);
    const Money wages = hire(row, f, s, w);
    if (firms.workers[row] == 0 || !pay_suppliers(row, f, firms.cash[row] - wages, s)) return fail(row, s);
    firms.cash[row] -= wages;
    firms.spent[row] = wages;
    const Money estate = std::min(firms.cash[row], Money((firms.estate_due[row].fen + 2) / 3));
    firms.cash[row] -= estate;
    firms.estate_due[row] -= estate;
    s.estate_paid += estate.fen;
    s.firms += 1;
    s.workers += firms.workers[row];
    s.wages += wages.fen;
    const double missing = order_inputs(row, f, noise);
    order_on_market(row, f, missing, s);
}

std::array<Money*, 4> past_months(Economy& e)
{
    std::array<Money*, 4> ring;
    for (std::int32_t k = 0; k < 4; ++k) ring[k] = e.links.ring[ring_index(e.month - 3 + k)].data();
    return ring;
}

} // namespace

void plan_firms(Economy& e, const Draws& draws)
{
    const auto& luck = e.setup.parameters.luck;
    const bool lucky = luck.luck_switch > 0;
    auto& work = e.work;
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t block) {
        const std::size_t slot = thread_slot();
        auto& words = work.words[slot];
        auto& noise = work.noise[slot];
        if (lucky) {
            const std::span ids{e.firms.id.data() + begin, end - begin};
            draws.fill(ids, e.month, Purpose::firm_month, {words.data(), end - begin});
            draws.fill(ids, e.month, Purpose::link_noise, {noise.data(), end - begin});
        }
        Plan plan{e, draws, e.month, lucky, luck.link_noise * 3.4641016151377544 / 65536,
                  past_months(e), work.sums[slot].data(),
                  &work.exits[block]};
        for (std::size_t row = begin; row < end; ++row) plan.firm(row, words[row - begin], noise[row - begin]);
    });
}

} // namespace rongtong
