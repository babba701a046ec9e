// Losses that travel (Jacobson & von Schedvin 2015, Econometrica 83(4), doi 10.3982/ECTA12148): trade creditors of firms that go
// bankrupt fail more often themselves, and the more so, the larger the loss is against their sales.
//
// The largest debtors fail in one of two economies that are the same otherwise, luck included. Of their direct suppliers: how many
// more default, are reorganised or are bought in distress within twelve months than in the economy without the failures, by class of
// loss over yearly sales; and the slope of that excess on loss over sales, with a 95 % interval over replicates.
#include "models/capital/merger.hpp"
#include "models/population/exit.hpp"
#include "tests/models/policies.hpp"

#include <algorithm>
#include <array>
#include <map>

using namespace rongtong;

namespace {

constexpr int replicates = 20, past = 12, horizon = 12;
constexpr double failing = 20; // firms
constexpr std::array<double, 4> limits{0, 0.01, 0.05, 0.2};

struct Creditor {
    double loss_share = 0; // of yearly sales
    std::array<int, 2> failed{};
};

using Creditors = std::map<std::uint64_t, Creditor>; // by id

std::size_t class_of(double share)
{
    return static_cast<std::size_t>(std::lower_bound(limits.begin(), limits.end(), share) - limits.begin());
}

std::size_t row_of(const Economy& e, std::uint64_t id) // rows() where it is gone
{
    const auto it = std::lower_bound(e.firms.id.begin(), e.firms.id.end(), id);
    const auto row = static_cast<std::size_t>(it - e.firms.id.begin());
    return it != e.firms.id.end() && *it == id && e.firms.state[row] != FirmState::gone ? row : e.firms.rows();
}

// One month; notes which creditors fail in it.
void watch(Economy& e, Creditors& creditors, std::size_t with)
{
    std::map<std::uint64_t, bool> distress;
    for (const auto& [id, c] : creditors)
        if (const auto row = row_of(e, id); row < e.firms.rows()) distress[id] = in_distress(e.firms, row);
    advance(e);
    for (const auto& x : e.records.events) {
        const auto it = creditors.find(x.firm);
        if (it == creditors.end() || x.kind == EventKind::closure) continue;
        if (x.kind == EventKind::merger && !distress[x.firm]) continue;
        it->second.failed[with] = 1;
    }
}

// Suppliers of the firms that will fail, with their yearly sales in fen.
std::map<std::uint64_t, double> suppliers_of_failing(Economy next)
{
    std::map<std::uint64_t, double> sales;
    const Economy before = next;
    advance(next);
    const auto& f = before.firms;
    std::vector<std::uint64_t> failed;
    for (const auto& x : next.records.events)
        if (x.kind == EventKind::bankruptcy) failed.push_back(x.firm);
    const auto owed = [&](std::size_t row) { return (f.payable[row] + f.loans(row)).fen; };
    std::sort(failed.begin(), failed.end(), [&](auto a, auto b) { return owed(row_of(before, a)) > owed(row_of(before, b)); });
    failed.resize(std::min<std::size_t>(failed.size(), static_cast<std::size_t>(failing)));
    for (auto id : failed)
        for_links(before, row_of(before, id), [&](auto edge) {
            const auto s = before.links.network.target[edge];
            if (f.state[s] == FirmState::active && before.links.coef[edge] > 0)
                sales[f.id[s]] = 1200 * f.price[s] * f.expected[s];
        });
    for (auto id : failed) sales.erase(id);
    return sales;
}

Creditors one_replicate(int replicate)
{
    Economy without = after(small_setup(3000, 1, static_cast<std::uint32_t>(replicate)), past);
    Economy with = without;
    with.setup.shocks.push_back(shock_of("firm_failure", past + 1, {failing, 0}));
    const auto sales = suppliers_of_failing(with);
    Creditors creditors;
    for (const auto& [id, s] : sales) creditors[id];
    for (int m = 0; m < horizon; ++m) {
        watch(with, creditors, 1);
        watch(without, creditors, 0);
        if (m > 0) continue;
        for (const auto& x : with.records.losses)
            if (x.kind == EventKind::trade_loss && creditors.count(x.firm))
                creditors[x.firm].loss_share += static_cast<double>(x.lost.fen) / sales.at(x.firm);
    }
    return creditors;
}

// Least squares of the excess on the loss share.
double slope_of(const Creditors& creditors)
{
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const auto& [id, c] : creditors) {
        const double excess = c.failed[1] - c.failed[0];
        n += 1, x += c.loss_share, y += excess, xx += c.loss_share * c.loss_share, xy += c.loss_share * excess;
    }
    return (xy - x * y / n) / (xx - x * x / n);
}

} // namespace

TEST_CASE("creditors of firms that fail default more often, rising with their loss", "[loss_pattern]")
{
    struct Row {
        double firms = 0, with = 0, without = 0;
    };
    std::array<Row, 5> table;
    double sum = 0, square = 0;
    for (int k = 0; k < replicates; ++k) {
        const Creditors creditors = one_replicate(k);
        for (const auto& [id, c] : creditors) {
            Row& row = table[class_of(c.loss_share)];
            row.firms += 1, row.with += c.failed[1], row.without += c.failed[0];
        }
        const double slope = slope_of(creditors);
        sum += slope, square += slope * slope;
    }
    const double mean = sum / replicates, variance = (square - sum * mean) / (replicates - 1);
    const double half = 2.093 * std::sqrt(variance / replicates); // Student's t, 19 degrees of freedom
    for (std::size_t k = 0; k < table.size(); ++k)
        WARN("class " << k << ": creditors " << table[k].firms << ", failed with " << table[k].with << ", without "
                      << table[k].without);
    WARN("slope " << mean << " +- " << half);
    CHECK(mean - half > 0);
}

TEST_CASE("probe", "[probe]")
{
    Economy e = start_economy(small_setup(10000));
    double owed = 0, lost = 0, loans = 0, loans_lost = 0; int def = 0, with_loss = 0, reorg = 0, nloss = 0, merg=0;
    for (int m = 0; m < 60; ++m) {
        advance(e);
        owed += e.total.owed_by_defaulted, lost += e.total.lost_by_creditors, def += e.total.defaults;
        loans += e.total.loans_of_defaulted, loans_lost += e.total.loans_lost, reorg += e.total.reorganisations;
        nloss += e.records.losses.size(); merg += e.total.mergers;
        for (const auto& x : e.records.events) with_loss += x.kind == EventKind::bankruptcy && x.lost.fen > 0;
    }
    WARN("defaults " << def << " with loss " << with_loss << " owed " << owed << " lost " << lost << " loans " << loans << " lost " << loans_lost << " reorg " << reorg << " records " << nloss << " mergers " << merg);
    // how many firms would cost creditors
    int n = 0, big = 0; double L = 0, P = 0;
    for (std::size_t r = 0; r < e.firms.rows(); ++r) {
        if (e.firms.state[r] != FirmState::active) continue;
        const double cap = 100 * e.setup.parameters.credit.liquidation_value * e.firms.capital[r] * e.market.capital_price[e.groups[e.firms.group[r]].region];
        const Money col(static_cast<std::int64_t>(cap));
        const Money o = e.firms.payable[r] + e.firms.estate_due[r];
        const Estate s = divide_estate(e.firms.cash[r] + e.firms.receivable[r] + col, col, e.firms.loans(r), e.firms.tax_due[r], o);
        P += o.fen; L += (o - s.to_creditors).fen; n += s.to_creditors < o; big += (o - s.to_creditors).fen * 10 > o.fen;
    }
    WARN("firms in deficit " << n << " by 10% " << big << " of " << e.firms.rows() << " share " << L / P);
}
