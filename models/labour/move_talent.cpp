// Researchers: who becomes one, and who moves (equations: talent.hpp).
#include "models/labour/settle_labour.hpp"
#include "models/labour/talent.hpp"
#include "models/labour_kinds.hpp"
#include "models/orders/final_use.hpp"
#include "sim/few.hpp"

namespace rongtong {

namespace {

constexpr std::int32_t months_of_a_year = 12;

void change_trade(LabourMarket& workers, LabourMarket& talent, double persons)
{
    workers.labour_force -= persons, talent.labour_force += persons;
}

// On the job first: nobody works twice.
void train(LabourMarket& workers, LabourMarket& talent, const TalentRules& rules)
{
    change_trade(workers, talent, std::max(0.0, -talent.unemployed()));
    change_trade(workers, talent, trained(talent, workers, rules));
}

double price_in(const Economy& e, std::size_t region)
{
    return consumption_price(e.market, e.technology, UseRegion(region), e.world.import_price);
}

void move(Economy& e)
{
    const auto& regions = e.setup.calibration->regions;
    const auto markets = e.labour.of(Labour::talent);
    const auto& rules = e.setup.parameters.talent;
    const std::size_t R = markets.size();
    Few<double, max_regions> look(R), free(R);
    for (std::size_t r = 0; r < R; ++r) {
        if (markets[r].labour_force > 0) look[r] = prospects(markets[r], regions[r].relative_wage, price_in(e, r));
        free[r] = most_leave * std::max(0.0, markets[r].unemployed());
    }
    for (std::size_t a = 0; a < R; ++a) {
        Few<double, max_regions> wish(R);
        double sum = 0;
        for (std::size_t b = 0; b < R; ++b) {
            if (a == b || markets[a].labour_force <= 0 || markets[b].labour_force <= 0) continue;
            const double friction = std::fabs(std::log(regions[b].relative_wage / regions[a].relative_wage));
            const double ease = e.policy.conditions.talent_ease[a][b];
            sum += wish[b] = movers(look[b] - look[a], friction, ease, markets[a].labour_force, rules);
        }
        const double part = sum > free[a] ? free[a] / sum : 1;
        for (std::size_t b = 0; b < R; ++b) markets[a].left += part * wish[b], markets[b].arrived += part * wish[b];
    }
    for (auto& m : markets) m.labour_force += m.arrived - m.left;
}

} // namespace

void move_talent(Economy& e)
{
    if (!has_talent(e)) return;
    for (std::size_t r = 0; r < e.groups.regions(); ++r) {
        LabourMarket& talent = e.labour(Labour::talent, r);
        talent.arrived = talent.left = 0;
        train(e.labour(Labour::workers, r), talent, e.setup.parameters.talent);
    }
    if (e.month % months_of_a_year == 0) move(e);
}

} // namespace rongtong
