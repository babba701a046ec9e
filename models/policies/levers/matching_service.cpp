// Lever matching_service (供需对接服务): agencies help buyers to find suppliers.
//
//   served     = part of the target's firms for which agencies have room in a year, * intensity
//   searches   + : links for which a firm that is served looks around, drawn in January for the year that comes
//   candidates + : that it is shown in each search, drawn as the firms that everybody knows: by nearness and size
// Equations: network/review.hpp. Test: tests/models/policies/levers/matching_service.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        if (!c.target.reaches(c.groups[g])) continue;
        SearchHelp& search = conditions.groups[g].search;
        search.served = std::min(1.0, c.parameters[0] * c.intensity);
        search.searches = c.parameters[1], search.candidates = c.parameters[2];
    }
}

} // namespace

extern const Lever lever_matching_service{
    .name = "matching_service",
    .title_en = "agencies that bring buyers and suppliers together",
    .title_zh = "供需对接服务",
    .channel = "how often a firm that is served looks around for suppliers, and how many it is shown",
    .moves = "more suppliers are tried, and more links change to a better one",
    .harm = "agencies know the large firms best: more of the trials go to them",
    .source = "meetings of managers raise sales and bring partners: Cai & Szeidl 2018, doi 10.1093/qje/qjx049 (sign); "
              "sizes assumed",
    .parameters = {{"served", "1/year", 0, 1, 0.2, "part of the target's firms that agencies can serve in a year",
                    "assumed"},
                   {"searches", "1/year", 0, 1, 0.2,
                    "links for which a firm that is served looks around in a year beyond its own, share", "assumed"},
                   {"candidates", "1", 0, 52, 6, "suppliers that it is shown in each search beside its own", "assumed",
                    true}},
    .yearly_cost_per_firm = 40,
    .needs = "review/switch",
    .needs_also = {"luck/switch"},
    .act = act,
};

extern const LeverAims aims_matching_service{
    "matching_service",
    {{"trials_begun", Watched::Goes::rises}, {"suppliers_left", Watched::Goes::rises}},
    {{"trials_with_large", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
