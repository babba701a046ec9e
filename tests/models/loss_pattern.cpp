// Losses that travel (Jacobson & von Schedvin 2015, Econometrica 83(4), doi 10.3982/ECTA12148): trade creditors of firms that go
// bankrupt fail more often themselves, and the more so, the larger the loss is against their sales.
//
// The same sixty firms of one economy fail in two of three futures, on equal luck: in none; with estates that pay suppliers, as
// capital is sold at liquidation_value; with the capital worth nothing in that month, so that suppliers lose. They are the firms whose
// suppliers then lose most. Of these suppliers: how many default, are reorganised or are bought in distress within twelve months, by
// class of loss over yearly sales; and the slope of the excess on that ratio, with a 95 % interval over replicates. The second
// future loses the suppliers as many customers as the third: third less second is the effect of the loss alone. A second study lets the
// twenty largest debtors fail at the default parameters.
#include "models/capital/estate.hpp"
#include "models/capital/merger.hpp"
#include "tests/models/policies.hpp"

#include <algorithm>
#include <array>
#include <map>

using namespace rongtong;

namespace {

constexpr int replicates = 20, past = 12, horizon = 12;
constexpr std::size_t failing = 12; // few, or what they no longer make and buy ruins creditors, paid or not
constexpr std::array<double, 4> limits{0, 0.01, 0.05, 0.2};

enum Future : std::size_t { none, paid, lost };

struct Creditor {
    double sales = 0, loss = 0, claims = 0; // of a year; fen
    std::array<int, 3> failed{};
    double share() const { return loss / sales; }
    double exposure() const { return claims / sales; }
};

using Creditors = std::map<std::uint64_t, Creditor>; // by id

std::size_t row_of(const Economy& e, std::uint64_t id) // rows() where it is gone
{
    const auto it = std::lower_bound(e.firms.id.begin(), e.firms.id.end(), id);
    const auto row = static_cast<std::size_t>(it - e.firms.id.begin());
    return it != e.firms.id.end() && *it == id && e.firms.state[row] != FirmState::gone ? row : e.firms.rows();
}

// What suppliers lose if the firm fails and its capital is worth nothing.
Money suppliers_loss(const Economy& e, std::size_t row)
{
    const auto& f = e.firms;
    const Money to_estates = std::max(Money(), f.estate_due[row]), owed = f.payable[row] + to_estates;
    const Money pot = f.cash[row] + f.receivable[row] + to_estates - f.estate_due[row];
    const double cost = e.setup.parameters.insolvency.proceedings_cost;
    return owed - divide_estate(pot, Money(), f.loans(row), f.tax_due[row], owed, cost).to_creditors;
}

std::vector<std::size_t> most_costly(const Economy& e)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] == FirmState::active) rows.push_back(row);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](auto a, auto b) { return suppliers_loss(e, a) > suppliers_loss(e, b); });
    rows.resize(failing);
    return rows;
}

Creditors suppliers_of(const Economy& e, const std::vector<std::size_t>& rows)
{
    Creditors creditors;
    for (auto row : rows)
        for_links(e, row, [&](auto edge) {
            const auto s = e.links.network.target[edge];
            if (e.firms.state[s] != FirmState::active || e.links.coef[edge] <= 0) return;
            Creditor& c = creditors[e.firms.id[s]];
            c.sales = 1200 * e.firms.price[s] * e.firms.expected[s];
            if (!e.links.habit[edge].sold) c.claims += static_cast<double>(e.links.owed(edge).fen);
        });
    for (auto row : rows) creditors.erase(e.firms.id[row]);
    return creditors;
}

// One month; notes which creditors fail in it.
void watch(Economy& e, Creditors& creditors, Future future)
{
    std::map<std::uint64_t, bool> distress;
    for (const auto& [id, c] : creditors)
        if (const auto row = row_of(e, id); row < e.firms.rows()) distress[id] = in_distress(e.firms, row);
    advance(e);
    for (const auto& x : e.records.events) {
        const auto it = creditors.find(x.firm);
        if (it == creditors.end()) continue;
        const bool saved = x.kind == EventKind::merger && distress[x.firm];
        if (saved || x.kind == EventKind::bankruptcy || x.kind == EventKind::reorganisation)
            it->second.failed[future] = 1;
    }
}

void follow(Economy e, const std::vector<std::size_t>& rows, Creditors& creditors, Future future)
{
    if (future != none)
        for (auto row : rows)
            e.setup.shocks.push_back(shock_of("firm_failure", past + 1, {1, static_cast<double>(e.firms.id[row])}));
    const double usual = e.setup.parameters.credit.liquidation_value;
    if (future == lost) e.setup.parameters.credit.liquidation_value = 0;
    for (int m = 0; m < horizon; ++m) {
        watch(e, creditors, future);
        e.setup.parameters.credit.liquidation_value = usual;
        if (m > 0 || future != lost) continue;
        for (const auto& x : e.records.losses)
            if (const auto it = creditors.find(x.firm); x.kind == EventKind::trade_loss && it != creditors.end())
                it->second.loss += static_cast<double>(x.lost.fen);
    }
}

Creditors one_replicate(int replicate)
{
    const Economy e = after(small_setup(10000, 1, static_cast<std::uint32_t>(replicate)), past);
    const auto rows = most_costly(e);
    Creditors creditors = suppliers_of(e, rows);
    for (Future future : {none, paid, lost}) follow(e, rows, creditors, future);
    return creditors;
}

// Least squares of how much more often creditors fail than in another future, on loss (or claims) over sales.
double slope_of(const Creditors& creditors, Future one, Future other, double (Creditor::*over_sales)() const)
{
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const auto& [id, c] : creditors) {
        const double excess = c.failed[one] - c.failed[other], share = (c.*over_sales)();
        n += 1, x += share, y += excess, xx += share * share, xy += share * excess;
    }
    return (xy - x * y / n) / (xx - x * x / n);
}

} // namespace

TEST_CASE("creditors of firms that fail default more often, rising with their loss", "[loss_pattern]")
{
    struct Class {
        double firms = 0;
        std::array<double, 3> failed{};
    };
    std::array<Class, 5> table;
    std::vector<double> all, loss_alone;
    for (int k = 0; k < replicates; ++k) {
        const Creditors creditors = one_replicate(k);
        for (const auto& [id, c] : creditors) {
            Class& in = table[static_cast<std::size_t>(std::lower_bound(limits.begin(), limits.end(), c.share()) -
                                                       limits.begin())];
            in.firms += 1;
            for (Future future : {none, paid, lost}) in.failed[future] += c.failed[future];
        }
        all.push_back(slope_of(creditors, lost, none, &Creditor::share));
        loss_alone.push_back(slope_of(creditors, lost, paid, &Creditor::share));
    }
    const Interval a = interval_of(all), b = interval_of(loss_alone);
    for (const auto& in : table)
        WARN("creditors " << in.firms << "; failed: nobody fails " << in.failed[none] << ", paid " << in.failed[paid]
                          << ", with losses " << in.failed[lost]);
    WARN("slope against nobody fails " << a.mean << " +- " << a.half << ", of the loss alone " << b.mean << " +- "
                                       << b.half);
    const auto excess = [&](std::size_t k) { return (table[k].failed[lost] - table[k].failed[paid]) / table[k].firms; };
    CHECK(b.above_zero());
    CHECK(excess(3) > excess(2)); // 5 to 20 percent of sales, against 1 to 5
    CHECK(excess(3) > excess(1));
    CHECK(a.above_zero());
}

namespace {

std::vector<std::size_t> largest_debtors(const Economy& e, std::size_t count)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] == FirmState::active) rows.push_back(row);
    const auto owed = [&](std::size_t row) { return e.firms.payable[row] + e.firms.loans(row); };
    std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return owed(a) > owed(b); });
    rows.resize(count);
    return rows;
}

} // namespace

// At the default parameters: what creditors lose of their claims and what they wait for.
TEST_CASE("creditors of the largest debtors default more often when these fail, rising with their claims",
          "[loss_pattern]")
{
    std::vector<double> slopes;
    std::array<std::array<double, 3>, 5> table{}; // creditors; failed: nobody fails, the largest debtors fail
    for (int k = 0; k < replicates; ++k) {
        const Economy e = after(small_setup(10000, 1, static_cast<std::uint32_t>(k)), past);
        const auto rows = largest_debtors(e, 20);
        Creditors creditors = suppliers_of(e, rows);
        for (Future future : {none, paid}) follow(e, rows, creditors, future);
        for (const auto& [id, c] : creditors) {
            auto& in = table[static_cast<std::size_t>(std::lower_bound(limits.begin(), limits.end(), c.exposure()) -
                                                      limits.begin())];
            in[0] += 1, in[1] += c.failed[none], in[2] += c.failed[paid];
        }
        slopes.push_back(slope_of(creditors, paid, none, &Creditor::exposure));
    }
    for (const auto& in : table)
        WARN("creditors " << in[0] << "; failed: nobody fails " << in[1] << ", the largest debtors fail " << in[2]);
    const Interval slope = interval_of(slopes);
    WARN("slope on claims over sales " << slope.mean << " +- " << slope.half);
    CHECK(slope.above_zero());
    CHECK((table[3][2] - table[3][1]) / table[3][0] > (table[2][2] - table[2][1]) / table[2][0]);
}
