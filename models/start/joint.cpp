// Joint projects at the start: as many leaders are in one as posting once a year keeps there, and stages are drawn by how long a project is in each
// (joint/propose.cpp). Test: tests/models/joint/work_jointly.cpp.
#include "models/joint/joint.hpp"
#include "models/start/start.hpp"

#include <array>

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

} // namespace

void start_joint_projects(Economy& e, const Draws& draws)
{
    if (!works_jointly(e)) return;
    const auto time = joint_time_by_stage(e.setup.parameters.research);
    const double months = (time[0] + time[1] + time[2]) / (2 * e.setup.parameters.joint.part * (1 - usual_cost));
    post_demands(e, true);
    std::erase_if(e.work.joint.posting, [&](std::uint32_t row) {
        return draws.uniform(e.firms.id[row], 0, Purpose::joint_demand, 1) >= months / (months + months_to_demand);
    });
    match_demands(e, draws);
    for (JointProject& p : e.joint.projects) draw_progress(p, time, e, draws);
    e.work.joint.events.clear();
    e.joint.begun = 0, e.joint.distance = e.joint.cost = 0;
    e.sums.assign(e.groups.size(), FirmSums{}); // nothing has happened yet
}

} // namespace rongtong
