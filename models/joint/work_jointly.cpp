// A month of joint projects (contract.hpp): work, hold-up, walking off, ends; then new ones.
//
//   work of a month   part * (work of the leader + work of the partner) * (1 - cost); each side's own projects have the rest of its R&D
//   stages            as of a firm's own projects (research/stages.hpp), but for the queue for pilot lines; odds are drawn once for both
//   success           gain of a side = gain of its own project (research/gains.hpp) * share * novelty, one draw for both; next month it counts
//   walking off       who goes on alone has what is done of the idea in its own laboratory, or what came out of it waiting for a pilot line where it has no project
//                     of its own beyond the laboratory; the other has nothing
// Test: tests/models/joint/work_jointly.cpp.
#include "models/capital/equity.hpp"
#include "models/joint/joint.hpp"
#include "models/phases.hpp"
#include "models/research/gains.hpp"

#include <algorithm>

namespace rongtong {

namespace {

enum class End { technical, partner_gone, walked_off, starved, success };

class JointMonth {
public:
    JointMonth(Economy& e, const Draws& draws) : e_(e), draws_(draws), rules_(e.setup.parameters.joint) {}

    // Whether the project goes on.
    bool work_on(JointProject& p)
    {
        const JointEffort *leader = effort_of(p.leader), *partner = effort_of(p.partner);
        if (!leader || !partner) return end(p, End::partner_gone);
        luck_ = draws_.words(p.leader, e_.month, Purpose::joint_month);
        const Sides s{leader->row, partner->row};
        const ContractTerms terms = terms_between(e_, s.leader, s.partner);
        const double power = power_of_leader(pair_of(e_, s.leader, s.partner));
        if (to_uniform(luck_[1]) < walk_off_odds(terms.ip, rules_)) {
            take_along(p, to_uniform(luck_[2]) < power ? s.leader : s.partner);
            return end(p, End::walked_off);
        }
        if (is_dry(p, std::min(leader->spent, partner->spent))) return end(p, End::starved);
        p.done += static_cast<float>(rules_.part * (leader->work + partner->work) * (1 - p.cost));
        return p.done < work_of(p.stage, research()) || pass(p, s, hold_up_odds(power, terms.ip, rules_), power);
    }

private:
    struct Sides {
        std::size_t leader, partner; // rows
    };
    const ResearchRules& research() const { return e_.setup.parameters.research; }
    FirmSums& sums(std::size_t row) { return e_.sums[e_.firms.group[row]]; }

    const JointEffort* effort_of(std::uint64_t id) const
    {
        const auto& all = e_.work.joint.efforts;
        const std::size_t row = row_of(e_, id);
        const auto at = std::lower_bound(all.begin(), all.end(), row, [](const auto& x, auto r) { return x.row < r; });
        return at != all.end() && at->row == row ? &*at : nullptr;
    }

    bool is_dry(JointProject& p, double spent) const
    {
        p.dry = spent < research().no_money ? month_older(p.dry) : 0;
        return p.dry >= research().no_money_months;
    }

    bool pass(JointProject& p, const Sides& s, double hold_up, double power)
    {
        if (to_uniform(luck_[0]) >= odds_of(p.stage, research())) return end(p, End::technical);
        p.done = 0;
        if (p.stage == JointStage::market) return succeed(p, s), end(p, End::success);
        p.stage = static_cast<JointStage>(static_cast<std::uint8_t>(p.stage) + 1);
        if (p.stage == JointStage::market && to_uniform(luck_[3]) < hold_up) take_half(p, s, power >= 0.5);
        return true;
    }

    void take_half(JointProject& p, const Sides& s, bool leader_is_stronger)
    {
        p.held_up = 1;
        p.leader_share = leader_is_stronger ? 1 - (1 - p.leader_share) / 2 : p.leader_share / 2;
        const std::size_t weaker = leader_is_stronger ? s.partner : s.leader;
        sums(weaker).joint_held_up += 1;
        note_joint(e_, EventKind::joint_held_up, weaker, leader_is_stronger ? p.leader : p.partner, 0);
    }

    void take_along(const JointProject& p, std::size_t row)
    {
        auto& f = e_.firms;
        if (p.stage == JointStage::idea) f.idea_done[row] = std::max(f.idea_done[row], p.done);
        else if (f.project_stage[row] == static_cast<std::uint8_t>(Stage::idea)) {
            f.project_stage[row] = static_cast<std::uint8_t>(Stage::waiting);
            f.project_waited[row] = 0, f.project_months[row] = 0;
        }
    }

    void succeed(const JointProject& p, const Sides& s)
    {
        const Words w = draws_.words(p.leader, e_.month, Purpose::joint_month, 1);
        const double z = normal_from(w[0], w[1]);
        gain(s.leader, p.partner, p.leader_share * p.leader_novelty, z);
        gain(s.partner, p.leader, (1 - p.leader_share) * p.partner_novelty, z);
        auto& all = e_.joint.former;
        const auto at = place_of_former(all, p.leader, p.partner);
        if (at != all.end() && are(*at, p.leader, p.partner)) at->month = e_.month, ++at->projects;
        else all.insert(at, {std::min(p.leader, p.partner), std::max(p.leader, p.partner), e_.month, 1});
    }

    void gain(std::size_t row, std::uint64_t other, double times, double z)
    {
        auto& f = e_.firms;
        const GroupFacts& facts = e_.work.facts[f.group[row]];
        const double scale = gain_scale(facts.research, f.technology[row] - facts.front, research()) * times;
        const double gained = scale > 0 ? gain_of(scale, z, research()) : 0;
        f.joint_gain[row] += static_cast<float>(gained);
        if (research().product_gain > 0)
            f.quality[row] += static_cast<float>(gain_of(research().product_gain * times, z, research()));
        note_joint(e_, EventKind::joint_success, row, other, gained);
    }

    // The firms that are still there are free. Returns that it does not go on.
    bool end(const JointProject& p, End how)
    {
        for (const std::uint64_t id : {p.leader, p.partner}) {
            const std::size_t row = row_of(e_, id);
            if (row >= e_.firms.rows()) continue;
            e_.firms.joint[row] = 0;
            if (e_.firms.state[row] != FirmState::active) continue;
            count(sums(row), how);
            if (how != End::success) note_joint(e_, kind_of(how), row, id == p.leader ? p.partner : p.leader, 0);
        }
        return false;
    }

    static EventKind kind_of(End how)
    {
        switch (how) {
        case End::walked_off: return EventKind::joint_walked_off;
        case End::partner_gone: return EventKind::joint_partner_gone;
        case End::starved: return EventKind::joint_starved;
        default: return EventKind::joint_failed;
        }
    }

    static void count(FirmSums& s, End how)
    {
        s.joint_failed += how == End::technical, s.joint_partner_gone += how == End::partner_gone;
        s.joint_walked_off += how == End::walked_off, s.joint_starved += how == End::starved;
        s.joint_successes += how == End::success;
    }

    Economy& e_;
    const Draws& draws_;
    const JointRules& rules_;
    Words luck_{};
};

// Efforts of all blocks: by row.
void gather_efforts(Economy& e)
{
    auto& all = e.work.joint.efforts;
    all.clear();
    for (auto& block : e.work.joint_efforts) {
        all.insert(all.end(), block.begin(), block.end());
        block.clear();
    }
}

void forget(Economy& e)
{
    const double memory = e.setup.parameters.joint.memory;
    std::erase_if(e.joint.former, [&](const FormerPartners& p) { return e.month - p.month >= memory; });
}

// What firms that are in a project now will put into it next month, at this month's prices: what grants will cost.
void count_due(Economy& e)
{
    for (const JointProject& p : e.joint.projects)
        for (const std::uint64_t id : {p.leader, p.partner}) {
            const std::size_t row = row_of(e, id);
            const GroupFacts& f = e.work.facts[e.firms.group[row]];
            const double abroad = f.research_fill * e.technology.research_goods.imported * e.world.import_price;
            const double cost = 100 * e.firms.research_order[row] * (f.research_pay + abroad);
            e.sums[e.firms.group[row]].joint_due += std::llrint(e.setup.parameters.joint.part * cost);
        }
}

} // namespace

void work_jointly(Economy& e, const Draws& draws)
{
    if (!works_jointly(e)) return;
    e.joint.begun = 0, e.joint.distance = e.joint.cost = 0;
    gather_efforts(e);
    JointMonth month(e, draws);
    auto& all = e.joint.projects;
    std::size_t kept = 0;
    for (JointProject& p : all)
        if (month.work_on(p)) all[kept++] = p;
    all.resize(kept);
    forget(e);
    post_demands(e, false);
    match_demands(e, draws);
    count_due(e);
}

} // namespace rongtong
