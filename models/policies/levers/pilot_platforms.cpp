// Lever pilot_platforms (中试验证平台): public pilot lines in the fields and regions of the target.
//
//   lines of a cell = those of the start * (1 + lines * intensity)
//   cost a month    = lines * lane-months of the start * cost * what a performer of the cell spends a month
// Who uses a line pays line_fee of what it spends there, as for the lines of the start; the cost is what building and keeping them takes, used
// or idle. Equations: research/pilot_lines.hpp. Test: tests/models/policies/levers/pilot_platforms.cpp.
#include "models/policies/target_cells.hpp"
#include "models/policies/watched.hpp"
#include "models/research/pilot_lines.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for_each_cell(c, [&](std::size_t cell) { conditions.more_lines[cell] += c.parameters[0] * c.intensity; });
}

double provides(const LeverContext& c, const ResearchFacilities& f)
{
    double sum = 0;
    for_each_cell(c, [&](std::size_t cell) {
        if (f.labs[cell] > 0) sum += f.lines[cell] * f.spending[cell] / f.labs[cell];
    });
    return c.parameters[0] * c.parameters[1] * c.intensity * sum;
}

} // namespace

extern const Lever lever_pilot_platforms{
    .name = "pilot_platforms",
    .title_en = "public pilot lines",
    .title_zh = "中试验证平台",
    .channel = "pilot lines that projects find: odds and waiting time of the pilot stage",
    .moves = "more projects get a line, fewer die at pilot, innovations rise",
    .harm = "lines that stand idle cost as much as others: the more there are, the dearer an innovation",
    .source = "odds of pilots with and without a line as quoted in China's press (no study); size assumed",
    .parameters = {{"lines", "1", 0, 20, 1, "public pilot lines over those of the start", "assumed"},
                   {"cost", "1", 0, 10, 0.5,
                    "public money for a month of a line over what a performer of its cell spends on R&D in a month",
                    "assumed"}},
    .yearly_cost_per_firm = 2,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"research/chain"},
    .target = {.size = false, .ownership = false, .tiers = false},
    .act = act,
    .provides = provides,
};

extern const LeverAims aims_pilot_platforms{
    "pilot_platforms",
    {{"innovations", Watched::Goes::rises},
     {"pilots_with_line", Watched::Goes::rises},
     {"technology_level", Watched::Goes::rises}},
    {{"pilot_idle", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
