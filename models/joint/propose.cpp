// Who works with whom: demands of leaders are matched with candidates (candidates.hpp), and contracts begin.
//
//   a performer of leader_workers or more, or a chain leader that performs, posts a demand once a year while it is in no joint project
//   a pair is possible where both sides expect more of a yuan of theirs than alone (contract.hpp): value / (1 - grant) > 1; the partner errs by
//   exp(candidate_error * z)
//   score     sum of the logs of both
// All pairs of a month are sorted by score, ties by a drawn key, and taken while both firms are free: so nothing depends on rows or threads. Test:
// tests/models/joint/propose.cpp.
#include "models/digital/partners.hpp"
#include "models/joint/candidates.hpp"
#include "models/joint/joint.hpp"
#include "models/research/capabilities.hpp"

#include <algorithm>

namespace rongtong {

namespace {

bool may_lead(const Economy& e, std::size_t row)
{
    if (e.firms.workers[row] >= e.setup.parameters.joint.leader_workers) return true;
    const auto& leaders = e.turnover.leaders;
    return std::find(leaders.begin(), leaders.end(), e.firms.id[row]) != leaders.end();
}

class Matching {
public:
    Matching(Economy& e, const Draws& draws) : e_(e), draws_(draws), work_(e.work.joint), candidates_(e, draws)
    {
        const std::size_t F = field_count(e.technology);
        work_.own.resize(F), work_.other.resize(F);
    }

    void look_for_partner(std::size_t leader)
    {
        draw_capability(candidates_.profile(leader), e_.firms.id[leader], rules().capability_spread, draws_, work_.own);
        const std::size_t field = candidates_.drawn_field(leader, work_.own);
        const auto n = static_cast<std::uint32_t>(rules().candidates);
        sums(leader).joint_demands += 1;
        for (std::uint32_t k = 0; k < n; ++k) {
            const Words w = draws_.words(e_.firms.id[leader], e_.month, Purpose::joint_candidate, k);
            const std::size_t row = candidates_.candidate(leader, field, k, n, w);
            if (row < e_.firms.rows() && row != leader) weigh(leader, row, field, w[3]);
        }
    }

    void begin_best()
    {
        auto& all = work_.proposals;
        std::sort(all.begin(), all.end(), [](const JointProposal& a, const JointProposal& b) {
            if (a.score != b.score) return a.score > b.score;
            return std::tuple(a.key, a.leader, a.partner) < std::tuple(b.key, b.leader, b.partner);
        });
        for (const JointProposal& p : all)
            if (e_.firms.joint[p.leader] == 0 && e_.firms.joint[p.partner] == 0) begin(p);
        all.clear();
    }

private:
    const JointRules& rules() const { return e_.setup.parameters.joint; }
    FirmSums& sums(std::size_t row) { return e_.sums[e_.firms.group[row]]; }

    void weigh(std::size_t leader, std::size_t partner, std::size_t field, std::uint32_t key)
    {
        const auto& f = e_.firms;
        if (is_shut_out(e_, leader, partner)) return;
        draw_capability(candidates_.profile(partner), f.id[partner], rules().capability_spread, draws_, work_.other);
        const double distance = capability_distance(work_.own, work_.other) * kept_distance(leader, partner);
        const Pair pair = pair_of(e_, leader, partner);
        const ContractTerms terms = terms_between(e_, leader, partner);
        const Contract contract = agree(pair, terms, rules());
        const double novelty_l = novelty_of(leader, distance), novelty_p = novelty_of(partner, distance);
        const double whole = whole_joint_work(e_.setup.parameters.research);
        const double value_l = joint_value(true, pair, contract, novelty_l, terms.ip, whole, rules()) /
                               own_cost(leader);
        const double value_p = joint_value(false, pair, contract, novelty_p, terms.ip, whole, rules()) /
                               own_cost(partner);
        if (value_l <= 1 || value_p * std::exp(error_of(leader, partner)) <= 1) return;
        work_.proposals.push_back({std::log(value_l) + std::log(value_p), key, static_cast<std::uint32_t>(leader),
                                   static_cast<std::uint32_t>(partner), static_cast<float>(distance),
                                   static_cast<float>(contract.cost), static_cast<float>(contract.leader_share),
                                   static_cast<float>(novelty_l), static_cast<float>(novelty_p),
                                   static_cast<std::uint8_t>(field)});
    }
    // Of a yuan of joint R&D, with grants.
    double own_cost(std::size_t row) const
    {
        const auto& groups = e_.policy.conditions.groups;
        const std::size_t g = e_.firms.group[row];
        return g < groups.size() ? 1 - granted(groups[g].joint_grant) : 1; // at the start: 1
    }
    double novelty_of(std::size_t row, double distance) const
    {
        return novelty(distance, absorptive_capacity(e_.firms.knowledge[row]), novelty_rules(rules()));
    }
    // What the two have learnt of each other brings them nearer.
    double kept_distance(std::size_t leader, std::size_t partner) const
    {
        const auto* former = former_work(e_, e_.firms.id[leader], e_.firms.id[partner]);
        return former ? std::pow(1 - rules().closer, former->projects) : 1;
    }
    // The partner's own, of this leader's demand.
    double error_of(std::size_t leader, std::size_t partner) const
    {
        const auto n = static_cast<std::uint32_t>(e_.firms.id[leader] & 0xffffff);
        const Words w = draws_.words(e_.firms.id[partner], e_.month, Purpose::joint_answer, n);
        return rules().candidate_error * normal_from(w[0], w[1]);
    }

    void begin(const JointProposal& p)
    {
        auto& f = e_.firms;
        f.joint[p.leader] = f.joint[p.partner] = 1;
        e_.joint.projects.push_back({f.id[p.leader], f.id[p.partner], e_.month, 0, p.distance, p.cost, p.leader_share,
                                     p.leader_novelty, p.partner_novelty, JointStage::idea, 0, 0, p.field});
        sums(p.leader).joint_begun += 1, sums(p.partner).joint_begun += 1;
        e_.joint.begun += 1, e_.joint.distance += p.distance, e_.joint.cost += p.cost;
        note_joint(e_, EventKind::joint_begun, p.leader, f.id[p.partner], p.distance);
    }

    Economy& e_;
    const Draws& draws_;
    JointWorkspace& work_;
    Candidates candidates_;
};

} // namespace

void match_demands(Economy& e, const Draws& draws)
{
    if (e.work.joint.posting.empty()) return;
    Matching matching(e, draws);
    for (auto row : e.work.joint.posting) matching.look_for_partner(row);
    matching.begin_best();
}

void post_demands(Economy& e, bool all_months)
{
    auto& posting = e.work.joint.posting;
    posting.clear();
    const auto month = static_cast<std::uint64_t>(e.month);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (is_free_performer(e.firms, row) && (all_months || (e.firms.id[row] + month) % 12 == 0) && may_lead(e, row))
            posting.push_back(static_cast<std::uint32_t>(row));
}

} // namespace rongtong
