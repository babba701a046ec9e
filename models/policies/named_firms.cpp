// Whom targets name. Rules: named_firms.hpp. Sums over groups are rounded group by group, so that a name alone moves last digits.
#include "models/policies/named_firms.hpp"

#include "models/phases.hpp"

#include <algorithm>
#include <stdexcept>

namespace rongtong {

namespace {

// Targets that name firms, and when they begin, in the order of their bits.
struct Naming {
    std::int32_t month;
    Target* target;
};

std::vector<Naming> namings(Setup& setup)
{
    std::vector<Naming> all;
    for (auto& p : setup.policies)
        if (p.target.firms.given()) all.push_back({p.start_month, &p.target});
    for (auto& s : setup.shocks)
        if (s.target.firms.given()) all.push_back({s.month, &s.target});
    std::stable_sort(all.begin(), all.end(), [](const Naming& a, const Naming& b) { return a.month < b.month; });
    return all;
}

// Links over which it orders.
double suppliers_of(const Economy& e, std::uint32_t row)
{
    int count = 0;
    for (const auto edge : e.links.network.outgoing(row)) count += e.links.coef[edge] > 0;
    return count;
}

double place_in_order(const Economy& e, std::uint32_t row, FirmOrder by)
{
    const Firms& f = e.firms;
    switch (by) {
    case FirmOrder::sales: return f.expected[row] * f.price[row];
    case FirmOrder::workers: return f.workers[row];
    case FirmOrder::customers: return static_cast<double>(e.links.network.incoming(row).size());
    case FirmOrder::suppliers: return suppliers_of(e, row);
    case FirmOrder::debts: return (f.payable[row] + f.loans(row)).yuan();
    }
    return 0;
}

// Rows in the rest of the target.
std::vector<std::uint32_t> candidates_of(const Economy& e, const Target& target)
{
    Target rest = target;
    rest.mark = 0;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] == FirmState::active && rest.reaches(e.groups[e.firms.group[row]])) rows.push_back(row);
    return rows;
}

std::vector<std::uint32_t> chosen_of(const Economy& e, const Target& target)
{
    auto rows = candidates_of(e, target);
    const NamedFirms& named = target.firms;
    if (!named.ids.empty()) {
        auto ids = named.ids;
        std::sort(ids.begin(), ids.end());
        std::erase_if(rows, [&](auto row) { return !std::binary_search(ids.begin(), ids.end(), e.firms.id[row]); });
        return rows;
    }
    std::vector<std::pair<double, std::uint32_t>> order;
    for (const auto row : rows) order.emplace_back(-place_in_order(e, row, named.by), row);
    std::sort(order.begin(), order.end());
    if (order.size() > named.largest) order.resize(named.largest);
    rows.clear();
    for (const auto& [place, row] : order) rows.push_back(row);
    return rows;
}

// The firm's group as it is, with the bit; last month's counts follow it.
void mark_firm(Economy& e, std::uint32_t row, std::uint8_t mark)
{
    const std::uint16_t before = e.firms.group[row];
    Group g = e.groups[before];
    g.named |= mark;
    const std::uint16_t after = e.groups.number(g);
    if (after == before) return;
    e.sums.resize(e.groups.size());
    if (e.sums[before].firms > 0) --e.sums[before].firms, ++e.sums[after].firms;
    e.firms.group[row] = after;
}

} // namespace

void mark_targets(Setup& setup)
{
    const auto all = namings(setup);
    if (all.size() > most_named_targets) throw std::length_error("more targets name firms than a scenario can have");
    for (std::size_t k = 0; k < all.size(); ++k) all[k].target->mark = static_cast<std::uint8_t>(1U << k);
}

std::size_t named_marks(const Setup& setup)
{
    std::size_t targets = 0;
    for (const auto& p : setup.policies) targets += p.target.firms.given();
    for (const auto& s : setup.shocks) targets += s.target.firms.given();
    return std::size_t{1} << std::min(targets, most_named_targets);
}

void name_firms(Economy& e)
{
    const auto now = [&](const Target& target, std::int32_t month) {
        if (!target.firms.given() || month != e.month) return false;
        for (const auto row : chosen_of(e, target)) mark_firm(e, row, target.mark);
        return true;
    };
    bool named = false;
    for (const auto& p : e.setup.policies) named = now(p.target, p.start_month) || named;
    for (const auto& s : e.setup.shocks) named = now(s.target, s.month) || named;
    if (!named) return;
    set_opening_deposits(e);
    e.accounts_reclassified = true;
}

} // namespace rongtong
