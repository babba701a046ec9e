// What holds between two firms.
#include "models/joint/joint.hpp"

#include <algorithm>

namespace rongtong {

ContractTerms terms_between(const Economy& e, std::size_t leader, std::size_t partner)
{
    const auto& groups = e.policy.conditions.groups;
    const double ip = e.setup.parameters.joint.ip;
    const std::size_t a = e.firms.group[leader], b = e.firms.group[partner];
    if (std::max(a, b) >= groups.size()) return {0, ip}; // at the start
    return {std::max(groups[a].templates, groups[b].templates),
            std::clamp(ip + 0.5 * (groups[a].more_ip + groups[b].more_ip), 0.0, 1.0)};
}

Pair pair_of(const Economy& e, std::size_t leader, std::size_t partner)
{
    const auto& f = e.firms;
    const auto sales = [&](std::size_t row) { return f.expected[row] * f.price[row]; };
    const auto region = [&](std::size_t row) { return e.groups[f.group[row]].region; };
    return {sales(leader),
            sales(partner),
            static_cast<double>(f.workers[leader]),
            static_cast<double>(f.workers[partner]),
            e.setup.calibration->regions[region(leader)].km[region(partner)],
            former_work(e, f.id[leader], f.id[partner]) != nullptr};
}

const FormerPartners* former_work(const Economy& e, std::uint64_t leader, std::uint64_t partner)
{
    const auto& all = e.joint.former;
    const auto at = place_of_former(all, leader, partner);
    return at != all.end() && at->leader == leader && at->partner == partner ? &*at : nullptr;
}

void note_joint(Economy& e, EventKind kind, std::size_t row, std::uint64_t other, double share)
{
    const auto& f = e.firms;
    Event event{kind, f.id[row], f.group[row], f.workers[row], Money(), Money()};
    event.partner = other, event.share = share;
    e.work.joint.events.push_back(event);
}

} // namespace rongtong
