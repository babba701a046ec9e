// Joint projects of two firms, and what pairs that worked together keep of it: side tables, because few firms have any. Firms carry a mark (column joint) and
// what they gain next month (column joint_gain).
#pragma once

#include "models/indicators/records.hpp"
#include "sim/table.hpp"

#include <cstdint>
#include <tuple>
#include <vector>

namespace rongtong {

enum class JointStage : std::uint8_t { idea, pilot, market };

struct JointProject {
    std::uint64_t leader, partner; // ids
    std::int32_t begun;
    float done;                            // usual R&D put into this stage by both, months
    float distance;                        // of the two when they began
    float cost;                            // part of the work that coordination takes
    float leader_share;                    // of what comes out
    float leader_novelty, partner_novelty; // what each finds over what it would alone
    JointStage stage;
    std::uint8_t dry;     // months in a row in which one of them had no money
    std::uint8_t held_up; // 1: the stronger took half of the other's share
    std::uint8_t field;   // of technology, in which the leader looked for a partner

    static constexpr auto fields()
    {
        using J = JointProject;
        return std::tuple{
            &J::leader,         &J::partner,         &J::begun, &J::done, &J::distance, &J::cost, &J::leader_share,
            &J::leader_novelty, &J::partner_novelty, &J::stage, &J::dry,  &J::held_up,  &J::field};
    }
};

// Two firms that have brought a project to the market together.
struct FormerPartners {
    std::uint64_t first, second; // ids, the lower one first
    std::int32_t month;          // of the last success
    std::uint32_t projects;      // so far

    static constexpr auto fields()
    {
        using P = FormerPartners;
        return std::tuple{&P::first, &P::second, &P::month, &P::projects};
    }
};

struct JointWork {
    std::vector<JointProject> projects; // in the order in which they were begun
    std::vector<FormerPartners> former; // by first, then second
    // of the nation, this month: no state
    double distance = 0, cost = 0; // sums over projects begun
    std::int64_t begun = 0;
};

// A firm that is in a joint project: what it did for R&D this month, in months of usual R&D.
struct JointEffort {
    std::uint32_t row;
    float spent, work; // work: with what is known elsewhere (research/knowledge.hpp)
};

// Two firms that would rather work together than alone.
struct JointProposal {
    double score;
    std::uint32_t key;
    std::uint32_t leader, partner; // rows
    float distance, cost, leader_share, leader_novelty, partner_novelty;
    std::uint8_t field;
};

// Scratch of a month.
struct JointWorkspace {
    std::vector<JointEffort> efforts;       // of all blocks, by row
    std::vector<std::uint32_t> posting;     // rows of firms that look for a partner
    std::vector<std::uint32_t> rows;        // of free performers, field by field
    std::vector<std::size_t> first, next;   // by field: its first in `rows`
    std::vector<double> own, other;         // capabilities by field
    std::vector<double> protection, weight; // by sector: of what others can learn there
    std::vector<JointProposal> proposals;
    std::vector<Event> events;
};

} // namespace rongtong
