// Trade platforms of the start: who is a member, and what that takes out of members' baskets (platforms/platforms.hpp).
#include "models/platforms/meet.hpp"
#include "models/start/start.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void shape(Economy& e, const PlatformRules& rules)
{
    auto& p = e.platforms;
    Platform platform;
    platform.fee_supplier = rules.fee_supplier, platform.fee_leader = rules.fee_leader, platform.worth = rules.worth;
    const std::size_t seats = sides * e.groups.sectors();
    p.all.assign(static_cast<std::size_t>(rules.count), platform);
    p.firms.assign(seats, 0);
    p.members.assign(p.all.size() * seats, 0);
}

std::size_t seat_of(const Economy& e, std::size_t row)
{
    const Group& g = e.groups[e.firms.group[row]];
    return seat(e.groups.sectors(), side_of(g.size), g.sector);
}

void count(Economy& e)
{
    auto& p = e.platforms;
    std::fill(p.firms.begin(), p.firms.end(), 0.0), std::fill(p.members.begin(), p.members.end(), 0.0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const std::size_t at = seat_of(e, row);
        p.firms[at] += 1;
        if (e.firms.platform[row] != 0) p.members[(e.firms.platform[row] - 1u) * p.firms.size() + at] += 1;
    }
    set_reach(e);
}

// A tried member is on a platform by chance.
void try_members(Economy& e, const Draws& draws, const PlatformRules& rules)
{
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Words w = draws.words(e.firms.id[row], 0, Purpose::platform_start);
        const double platform = to_uniform(w[1]) * static_cast<double>(e.platforms.all.size());
        e.firms.platform[row] = to_uniform(w[0]) < rules.start_members ? static_cast<std::uint8_t>(1 + platform) : 0;
    }
    count(e);
}

// All decide at once. How many changed.
std::size_t decide(Economy& e, const Draws& draws)
{
    std::size_t changed = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Group& g = e.groups[e.firms.group[row]];
        const std::uint64_t id = e.firms.id[row];
        std::uint8_t next = e.firms.platform[row];
        if (next != 0 && leaves_platform(e, draws, id, next - 1u, g.sector, side_of(g.size), 1)) next = 0;
        if (next == 0) next = best_platform(e, draws, id, g.sector, side_of(g.size), 1);
        changed += next != e.firms.platform[row];
        e.firms.platform[row] = next;
    }
    count(e);
    return changed;
}

} // namespace

double fee_of_member(const Economy& e, std::size_t row)
{
    if (e.firms.platform[row] == 0) return 0;
    const Platform& p = e.platforms.all[e.firms.platform[row] - 1u];
    const Group& g = e.groups[e.firms.group[row]];
    return platform_unit(e, g.sector) * p.fee(side_of(g.size));
}

void open_platforms(Economy& e, const Draws& draws)
{
    if (!has_platforms(e)) return;
    const auto& rules = e.setup.parameters.platforms;
    shape(e, rules);
    try_members(e, draws, rules);
    constexpr int most_rounds = 200; // a platform that fills gains some firms in each
    for (int round = 0; round < most_rounds && decide(e, draws) > 0; ++round) {
    }
    std::vector<double> fees(e.platforms.all.size());
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.platform[row] == 0) continue;
        e.firms.platform_months[row] = 255; // for long
        take_out_of_basket(e, row, fee_of_member(e, row));
        fees[e.firms.platform[row] - 1u] += fee_of_member(e, row) * e.firms.expected[row];
    }
    for (std::size_t k = 0; k < fees.size(); ++k) {
        Platform& p = e.platforms.all[k];
        const double last = fees[k] / (1 + e.progress.trend); // in the month before the first
        p.fees = round_fen(100 * last);
        p.cash = round_fen(100 * rules.cash_months * last);
    }
}

} // namespace rongtong
