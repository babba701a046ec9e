// Lever shared_equipment (科研设备共享): institutes open their equipment to small performers of the target's sectors and regions.
//
//   lab-months of a cell = hours * intensity * small performers of the start
//   cost a month         = lab-months * (1 - price) * cost * what a small performer of the cell spends a month
// What small performers want beyond that is shared out: the more there are, the less each gets. They pay price of what it saves them.
// Equations: research/pilot_lines.hpp. Test: tests/models/policies/levers/shared_equipment.cpp.
#include "models/policies/target_cells.hpp"
#include "models/policies/watched.hpp"
#include "models/research/pilot_lines.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    const double open = c.parameters[0] * c.intensity;
    for_each_cell(c, [&](std::size_t cell) {
        conditions.equipment[cell] += open;
        conditions.equipment_worth[cell] += open * (1 - c.parameters[1]);
    });
}

double provides(const LeverContext& c, const ResearchFacilities& f)
{
    double sum = 0;
    for_each_cell(c, [&](std::size_t cell) { sum += f.small_spending[cell]; });
    return c.parameters[0] * (1 - c.parameters[1]) * c.parameters[2] * c.intensity * sum;
}

} // namespace

extern const Lever lever_shared_equipment{
    .name = "shared_equipment",
    .title_en = "shared research equipment",
    .title_zh = "科研设备共享",
    .channel = "equipment that small performers find: the work that an idea takes in their laboratories",
    .moves = "innovations of small performers rise, and more small firms take up R&D",
    .harm = "hours are shared out: the more laboratories come, the less each gets; more ideas crowd the pilot lines; "
            "equipment that nobody uses costs as much",
    .source = "opening of large research equipment to SMEs: State Council opinions of 2014 (recalled); size assumed",
    .parameters = {{"hours", "1", 0, 5, 1, "lab-months a month over small performers of the start", "assumed"},
                   {"price", "1", 0, 1, 0.3, "what users pay, over what it saves them", "assumed"},
                   {"cost", "1", 0, 10, 0.15,
                    "what a lab-month costs over what a small performer spends on R&D in a month", "assumed"}},
    .yearly_cost_per_firm = 2,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"research/chain"},
    .target = {.size = false, .ownership = false, .tiers = false},
    .act = act,
    .provides = provides,
};

extern const LeverAims aims_shared_equipment{
    "shared_equipment",
    {{"innovations", Watched::Goes::rises}, {"performers", Watched::Goes::rises}},
    {{"equipment_served", Watched::Goes::falls},
     {"pilots_with_line", Watched::Goes::falls},
     {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
