// What holds between two firms.
#include "models/digital/standards.hpp"
#include "models/joint/joint.hpp"

#include <algorithm>

namespace rongtong {

ContractTerms terms_between(const Economy& e, std::size_t leader, std::size_t partner)
{
    const auto& groups = e.policy.conditions.groups;
    const double ip = e.setup.parameters.joint.ip;
    const std::size_t a = e.firms.group[leader], b = e.firms.group[partner];
    if (std::max(a, b) >= groups.size()) return {0, ip}; // at the start
    const auto protection = [&](std::size_t g) { return std::clamp(ip + groups[g].more_ip, 0.0, 1.0); };
    return {std::max(groups[a].templates, groups[b].templates), 0.5 * (protection(a) + protection(b))};
}

void set_diffusion(Economy& e)
{
    auto& factor = e.work.joint.protection;
    auto& weight = e.work.joint.weight;
    const auto& rules = e.setup.parameters.joint;
    factor.assign(e.groups.sectors(), 0), weight.assign(e.groups.sectors(), 0);
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const auto research = static_cast<double>(e.sums[g].research_ordered);
        const double ip = std::clamp(rules.ip + e.policy.conditions.groups[g].more_ip, 0.0, 1.0);
        factor[e.groups[g].sector] += research * ip, weight[e.groups[g].sector] += research;
    }
    for (std::size_t s = 0; s < factor.size(); ++s)
        factor[s] = works_jointly(e) && weight[s] > 0 ? diffusion_factor(factor[s] / weight[s], rules) : 1;
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
            former_work(e, f.id[leader], f.id[partner]) != nullptr,
            cost_of_standards(compatibility(f.standard[leader], f.standard[partner], e.work.standard_cover),
                              e.setup.parameters.digital)};
}

const FormerPartners* former_work(const Economy& e, std::uint64_t leader, std::uint64_t partner)
{
    const auto& all = e.joint.former;
    const auto at = place_of_former(all, leader, partner);
    return at != all.end() && are(*at, leader, partner) ? &*at : nullptr;
}

void note_joint(Economy& e, EventKind kind, std::size_t row, std::uint64_t other, double share)
{
    const auto& f = e.firms;
    Event event{kind, f.id[row], f.group[row], f.workers[row], Money(), Money()};
    event.partner = other, event.share = share;
    e.work.joint.events.push_back(event);
}

} // namespace rongtong
