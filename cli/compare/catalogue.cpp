#include "cli/compare/catalogue.hpp"

#include "models/policies/watched.hpp"

namespace rongtong::cli {

namespace {

std::vector<Watch> watches_of(const std::vector<Watched>& declared, Role role, const LeverAims& lever)
{
    std::vector<Watch> watches;
    for (const auto& w : declared)
        watches.push_back({std::string(w.indicator), std::string(w.axis), std::string(w.group), role,
                           w.goes == Watched::Goes::rises ? 1 : -1, std::string(lever.lever)});
    return watches;
}

} // namespace

WatchCatalogue watch_catalogue()
{
    WatchCatalogue catalogue;
    for (const auto* lever : all_lever_aims())
        catalogue[std::string(lever->lever)] = {watches_of(lever->goals, Role::goal, *lever),
                                                watches_of(lever->harms, Role::harm, *lever)};
    return catalogue;
}

} // namespace rongtong::cli
