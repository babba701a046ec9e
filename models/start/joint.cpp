// Joint projects at the start: as many leaders are in one as posting once a year keeps there, and stages are drawn by how long a project is in each
// (joint/propose.cpp). What they expect of it is part of expected growth: the productivity of research of a sector is lower by
//
//   1 + sum over its performers in a project of output * part * (value - 1) / output of all of its performers        value: contract.hpp
//
// Test: tests/models/joint/propose.cpp.
#include "models/joint/joint.hpp"
#include "models/capital/equity.hpp"
#include "models/start/start.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace rongtong {

namespace {

constexpr double usual_cost = 0.3;       // part of joint work that coordination takes, about
constexpr double months_to_demand = 6.5; // mean months from the end of a project to the next demand

// Months of work that a project is expected to need in each stage.
std::array<double, 3> joint_time_by_stage(const ResearchRules& r)
{
    std::array<double, 3> time{};
    double reached = 1;
    for (std::size_t k = 0; k < time.size(); ++k) {
        const auto stage = static_cast<JointStage>(k);
        time[k] = reached * work_of(stage, r);
        reached *= odds_of(stage, r);
    }
    return time;
}

void draw_progress(JointProject& p, const std::array<double, 3>& time, const Economy& e, const Draws& draws)
{
    const Words w = draws.words(p.leader, 0, Purpose::joint_month);
    double left = to_uniform(w[0]) * (time[0] + time[1] + time[2]), before = 0;
    std::size_t stage = 0;
    const auto& r = e.setup.parameters.research;
    while (stage < 2 && left >= time[stage])
        left -= time[stage], before += work_of(static_cast<JointStage>(stage++), r);
    p.stage = static_cast<JointStage>(stage);
    p.done = static_cast<float>(to_uniform(w[1]) * work_of(p.stage, r));
    const double speed = 2 * e.setup.parameters.joint.part * (1 - p.cost);
    p.begun = -static_cast<std::int32_t>((before + p.done) / speed);
}

// What firms in joint projects expect beyond R&D alone, by sector: weighed by output, over R&D alone.
std::vector<double> premiums(const Economy& e)
{
    const auto sector_of = [&](std::size_t row) { return e.groups[e.firms.group[row]].sector; };
    std::vector<double> more(e.groups.sectors()), all(e.groups.sectors());
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.research_usual[row] > 0) all[sector_of(row)] += e.firms.expected[row];
    const auto& rules = e.setup.parameters.joint;
    const double whole = whole_joint_work(e.setup.parameters.research);
    for (const JointProject& p : e.joint.projects) {
        const std::size_t leader = row_of(e, p.leader), partner = row_of(e, p.partner);
        const Pair pair = pair_of(e, leader, partner);
        const Contract c{p.cost, p.leader_share};
        const auto value = [&](bool leads, double novelty) {
            return joint_value(leads, pair, c, novelty, rules.ip, whole, rules);
        };
        more[sector_of(leader)] += e.firms.expected[leader] * rules.part * (value(true, p.leader_novelty) - 1);
        more[sector_of(partner)] += e.firms.expected[partner] * rules.part * (value(false, p.partner_novelty) - 1);
    }
    for (std::size_t s = 0; s < all.size(); ++s) more[s] = all[s] > 0 ? more[s] / all[s] : 0;
    return more;
}

void end_last(Economy& e)
{
    for (const std::uint64_t id : {e.joint.projects.back().leader, e.joint.projects.back().partner})
        e.firms.joint[row_of(e, id)] = 0;
    e.joint.projects.pop_back();
}

// All who may look for a partner do so once, which says how often demands are met, and then again, as if in earlier years, until as many are
// in a project as renewal keeps there:  months / (months + months_to_demand + 12 * (1 - met) / met) of them
void begin_projects(Economy& e, double months, const Draws& draws)
{
    constexpr int most_years = 12;
    std::size_t leaders = 0, wanted = 0;
    for (int year = 0; year < most_years && (year == 0 || e.joint.projects.size() < wanted); ++year) {
        e.month = -12 * year; // draws of their own
        post_demands(e, true);
        if (year == 0) leaders = e.work.joint.posting.size();
        match_demands(e, draws);
        if (year > 0 || e.joint.projects.empty()) continue;
        const double met = static_cast<double>(e.joint.projects.size()) / static_cast<double>(leaders);
        const double share = months / (months + months_to_demand + 12 * (1 - met) / met);
        wanted = static_cast<std::size_t>(std::lround(share * static_cast<double>(leaders)));
    }
    e.month = 0;
    while (e.joint.projects.size() > wanted) end_last(e);
}

} // namespace

void start_joint_projects(Economy& e, const Draws& draws)
{
    if (!works_jointly(e)) return;
    const auto time = joint_time_by_stage(e.setup.parameters.research);
    const double months = (time[0] + time[1] + time[2]) / (2 * e.setup.parameters.joint.part * (1 - usual_cost));
    begin_projects(e, months, draws);
    for (JointProject& p : e.joint.projects) draw_progress(p, time, e, draws);
    const auto more = premiums(e);
    for (std::size_t s = 0; s < more.size(); ++s) e.frontier.research[s] /= 1 + more[s];
    e.work.joint.events.clear();
    e.joint.begun = 0, e.joint.distance = e.joint.cost = 0;
    e.sums.assign(e.groups.size(), FirmSums{}); // nothing has happened yet
}

} // namespace rongtong
