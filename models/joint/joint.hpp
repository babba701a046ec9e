// Joint projects in the economy: who may look for a partner, and what holds between two firms.
#pragma once

#include "models/economy.hpp"
#include "models/joint/contract.hpp"
#include "models/research/facilities.hpp"
#include "models/research/stages.hpp"

#include <algorithm>
#include <utility>

namespace rongtong {

// Without luck nobody looks for partners: what is drawn has no expected value that all could take.
inline bool works_jointly(const Economy& e)
{
    const auto& p = e.setup.parameters;
    return has_chain(e) && p.joint.joint_switch > 0 && p.luck.luck_switch > 0;
}

// A project of two firms passes pilots as projects of the start do on average: on its partners' plant, not in the queue.
inline double work_of(JointStage stage, const ResearchRules& r)
{
    if (stage == JointStage::idea) return r.idea_work;
    return stage == JointStage::market ? r.market_work : mean_pilot_work(r.line_share, r);
}
inline double odds_of(JointStage stage, const ResearchRules& r)
{
    if (stage == JointStage::idea) return r.idea_odds;
    return stage == JointStage::market ? r.market_odds : mean_pilot_odds(r.line_share, r);
}
inline double whole_joint_work(const ResearchRules& r)
{
    return work_of(JointStage::idea, r) + work_of(JointStage::pilot, r) + work_of(JointStage::market, r);
}

// Where the pair stands among former partners, or would.
template <class Former>
auto place_of_former(Former& all, std::uint64_t a, std::uint64_t b)
{
    return std::lower_bound(all.begin(), all.end(), std::minmax(a, b), [](const FormerPartners& p, const auto& ids) {
        return std::pair(p.first, p.second) < std::pair<std::uint64_t, std::uint64_t>(ids);
    });
}
inline bool are(const FormerPartners& p, std::uint64_t a, std::uint64_t b)
{
    return p.first == std::min(a, b) && p.second == std::max(a, b);
}

// Of the two firms in these rows (between.cpp). Protection is the mean of what holds for either.
ContractTerms terms_between(const Economy& e, std::size_t leader, std::size_t partner);
Pair pair_of(const Economy& e, std::size_t leader, std::size_t partner);
const FormerPartners* former_work(const Economy& e, std::uint64_t leader, std::uint64_t partner); // ids

// How fast firms of each sector catch up with those that do R&D there, over the speed at the protection of the start, by how far
// what these know is protected: mean over them by their R&D of the month. Into e.work.joint.protection.
void set_diffusion(Economy& e);

// For the table of events. share: distance of the two, or the gain.
void note_joint(Economy& e, EventKind kind, std::size_t row, std::uint64_t other, double share);

// Leaders whose month it is, or all of them, post a demand; demands are matched (propose.cpp).
void post_demands(Economy& e, bool all_months);
void match_demands(Economy& e, const Draws& draws);

} // namespace rongtong
