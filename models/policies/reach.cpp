#include "models/policies/reach.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace rongtong {

namespace {

bool has_firms(const Economy& e, const Target& target)
{
    for (std::size_t g = 0; g < e.sums.size(); ++g)
        if (e.sums[g].firms > 0 && target.reaches(e.groups[g])) return true;
    return false;
}

} // namespace

bool asks_for_pools(const ShockEvent& event)
{
    const auto& declared = event.shock->parameters;
    for (std::size_t k = 0; k < event.parameters.size(); ++k)
        if (declared[k].name == "pools") return event.parameters[k] > 0;
    return false;
}

bool reaches_pools(const ShockEvent& event) { return asks_for_pools(event) && !event.target.firms.given(); }

Reach::Reach(const Setup& setup, std::int32_t first_month)
{
    for (const auto& p : setup.policies) policies_.push_back({0, 0, p.start_month > first_month});
    for (const auto& s : setup.shocks) // those that can't be aimed by size act on products, borders or banks
        shocks_.push_back({0, 0, s.month > first_month && s.shock->target.size && !reaches_pools(s)});
}

void Reach::look(const Economy& e)
{
    for (std::size_t k = 0; k < policies_.size(); ++k) {
        if (e.policy.levers[k].intensity <= 0) continue;
        ++policies_[k].months;
        policies_[k].empty += e.policy.levers[k].reached == 0;
    }
    for (std::size_t k = 0; k < shocks_.size(); ++k) {
        if (e.setup.shocks[k].month != e.month) continue;
        ++shocks_[k].months;
        shocks_[k].empty += !has_firms(e, e.setup.shocks[k].target);
    }
}

std::vector<std::string> Reach::notes(const Setup& setup) const
{
    std::vector<std::string> notes;
    for (std::size_t k = 0; k < policies_.size(); ++k) {
        const Record& r = policies_[k];
        if (!r.counts) continue;
        if (r.months == 0 && setup.policies[k].rule)
            notes.push_back(
                fmt::format("/policies/{} acted in no month: its rule never held", setup.policies[k].label));
        if (r.empty == 0) continue;
        notes.push_back(r.empty == r.months ? fmt::format("/policies/{} reached no firm in any of its {} months",
                                                          setup.policies[k].label, r.months)
                                            : fmt::format("/policies/{} reached no firm in {} of its {} months",
                                                          setup.policies[k].label, r.empty, r.months));
    }
    for (std::size_t k = 0; k < shocks_.size(); ++k)
        if (shocks_[k].counts && shocks_[k].empty > 0)
            notes.push_back(fmt::format("/shocks/{} reached no firm: there was none in its target in month {}",
                                        setup.shocks[k].label, setup.shocks[k].month));
    return notes;
}

} // namespace rongtong
