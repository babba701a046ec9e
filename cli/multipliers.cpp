#include "cli/multipliers.hpp"

#include "models/agents/technology_table.hpp"
#include "models/start/multipliers.hpp"
#include "output/results_reader.hpp"
#include "scenarios/scenario.hpp"
#include "sim/error.hpp"

namespace rongtong::cli {

namespace {

bool stands_still(const Parameters& p)
{
    return p.luck.luck_switch == 0 && p.labour.wage_speed == 0 && p.policy_rate.speed == 0 &&
           p.accounting.investment_speed == 0 && p.accounting.own_speed == 0 && p.demand.quality_upgrade == 0 &&
           p.demand.spending_response == 0;
}

std::vector<validation::SectorMultiplier> of_setup(const Setup& setup)
{
    std::vector<validation::SectorMultiplier> all;
    if (!stands_still(setup.parameters)) return all;
    const TechnologyTable table = make_technology(setup);
    const auto multipliers = output_multipliers(table);
    const double built = table.housing_total + table.public_investment_total;
    for (std::size_t s = 0; s < multipliers.size(); ++s)
        all.push_back({table.sectors[s].code, multipliers[s], table.consumption_total * table.consumption.domestic[s],
                       table.government_total * table.government.domestic[s], built * table.capital_goods.domestic[s]});
    return all;
}

} // namespace

std::vector<validation::SectorMultiplier> multipliers_of(const ResultsReader& results)
{
    if (!results.has_attribute("/", "scenario") || !results.has_attribute("/", "calibration_folder")) return {};
    try {
        const Scenario scenario = scenario_from_text(results.text_attribute("/", "scenario"),
                                                     results.text_attribute("/", "calibration_folder"));
        if (scenario.setup.calibration->sha256 != results.text_attribute("/", "calibration_sha256")) return {};
        return of_setup(scenario.setup);
    } catch (const ScenarioError&) { // of another program, or the calibration is gone
        return {};
    }
}

} // namespace rongtong::cli
