// Trials of suppliers, from the first order to the last (review.hpp).
#include "models/ledger/till.hpp"
#include "models/network/review.hpp"
#include "models/phases.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

namespace {

std::uint32_t end_of(const Economy& e, std::size_t buyer)
{
    return e.links.network.first[buyer] + e.links.network.count[buyer];
}

bool sells(const Economy& e, std::size_t row) { return e.firms.state[row] == FirmState::active; }

void set_volume(Economy& e, std::size_t buyer, std::uint32_t edge, double coef)
{
    const auto& groups = e.groups;
    const auto supplier = e.links.network.target[edge];
    const bool crosses = groups[e.firms.group[supplier]].region != groups[e.firms.group[buyer]].region;
    float& border = e.firms.border_coef[buyer];
    if (crosses) border = std::max(0.0f, border + static_cast<float>(coef - e.links.coef[edge]));
    e.links.coef[edge] = static_cast<float>(coef);
}

// Goods of a supplier that do as much as one of another's.
double worth_over(const Economy& e, std::uint32_t edge, std::uint32_t other)
{
    const auto& target = e.links.network.target;
    return static_cast<double>(e.firms.worth[target[edge]]) / e.firms.worth[target[other]];
}

} // namespace

bool on_trial(const Economy& e, std::size_t buyer, std::uint32_t edge)
{
    return is_trial(e.links.stage[edge]) || (edge + 1 < end_of(e, buyer) && is_trial(e.links.stage[edge + 1]));
}

void split_volume(Economy& e, std::size_t buyer, std::uint32_t trial, double share)
{
    const std::uint32_t known = trial - 1;
    auto& links = e.links;
    const double worth = worth_over(e, trial, known);
    const double whole = links.coef[known] + links.coef[trial] / worth;
    set_volume(e, buyer, trial, share * whole * worth);
    set_volume(e, buyer, known, (1 - share) * whole);
    float &at_known = links.flow[known].stock, &at_trial = links.flow[trial].stock;
    const double stock = static_cast<double>(at_known) + at_trial;
    at_trial = static_cast<float>(share * stock);
    at_known = static_cast<float>(stock - at_trial);
}

void free_place(Economy& e, std::size_t buyer, std::uint32_t edge)
{
    auto& links = e.links;
    const auto old = links.network.target[edge];
    links.network.retarget(edge, static_cast<std::uint32_t>(buyer), e.firms.state[old] != FirmState::gone);
    links.stage[edge] = LinkStage::place;
    links.coef[edge] = 0;
    links.flow[edge] = LinkFlow{};
    links.habit[edge] = LinkHabit{};
    links.platform[edge] = 0;
}

bool settle_lost_trial(Economy& e, std::size_t buyer, std::uint32_t edge)
{
    auto& stage = e.links.stage;
    if (stage[edge] == LinkStage::settled) {
        const std::uint32_t next = edge + 1;
        if (!on_trial(e, buyer, edge) || !sells(e, e.links.network.target[next])) return false;
        split_volume(e, buyer, next, 1);
        stage[next] = LinkStage::settled;
    } else if (is_trial(stage[edge])) {
        split_volume(e, buyer, edge, 0);
    }
    free_place(e, buyer, edge);
    return true;
}

namespace {

struct TrialCheck {
    Economy& e;
    std::vector<LinkChange>* changes; // of the block

    void firm(std::size_t row);
    void trial(std::size_t row, std::uint32_t edge);
};

// The better supplier gets more; who is left gets nothing from now on.
void TrialCheck::trial(std::size_t row, std::uint32_t edge)
{
    auto& links = e.links;
    const std::uint32_t known = edge - 1;
    const auto& target = links.network.target;
    const auto buyer = static_cast<std::uint32_t>(row);
    if (!sells(e, target[edge])) return; // its customers hear of it when it is gone
    const bool better = weight_of(e, row, target[edge]) >= weight_of(e, row, target[known]);
    if (target[edge] == target[known] || (!better && sells(e, target[known]))) {
        split_volume(e, row, edge, 0);
        links.stage[edge] = LinkStage::leaving;
        changes->push_back({edge, buyer, LinkChange::trial_failed});
        return;
    }
    const int doubled = doublings(links.stage[edge]) + 1;
    const double share = trial_share(doubled, e.setup.parameters.review);
    split_volume(e, row, edge, share);
    links.stage[edge] = static_cast<LinkStage>(static_cast<int>(LinkStage::trial) + doubled);
    if (share < 1) return;
    links.stage[edge] = LinkStage::settled, links.stage[known] = LinkStage::leaving;
    changes->push_back({known, buyer, LinkChange::supplier_left});
}

void TrialCheck::firm(std::size_t row)
{
    for (auto edge : e.links.network.outgoing(row)) {
        const LinkStage stage = e.links.stage[edge];
        if (is_trial(stage)) trial(row, edge);
        else if (stage == LinkStage::leaving && e.links.owed(edge) == Money())
            changes->push_back({edge, static_cast<std::uint32_t>(row), LinkChange::paid_off});
    }
}

void count_change(Economy& e, const LinkChange& c)
{
    FirmSums& s = sums_of(e, c.buyer);
    if (c.what == LinkChange::trial_failed) s.trials_failed += 1;
    else if (c.what == LinkChange::supplier_left) s.suppliers_left += 1;
    else free_place(e, c.buyer, c.edge);
}

} // namespace

void look_at_trials(Economy& e)
{
    for (auto& block : e.work.link_changes) block.clear();
    const auto months = static_cast<std::int64_t>(e.setup.parameters.review.trial_months);
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t block) {
        TrialCheck check{e, &e.work.link_changes[block]};
        for (std::size_t row = begin; row < end; ++row)
            if (e.firms.state[row] == FirmState::active && e.firms.born[row] < e.month &&
                (e.month + static_cast<std::int64_t>(e.firms.id[row])) % months == 0)
                check.firm(row);
    });
    for (const auto& block : e.work.link_changes)
        for (const LinkChange& c : block) count_change(e, c);
}

} // namespace rongtong
