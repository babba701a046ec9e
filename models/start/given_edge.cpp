#include "models/start/given_edge.hpp"

#include "models/labour/hours.hpp"
#include "models/research/research.hpp"
#include "models/research/start_technology.hpp"
#include "models/selection/size_score.hpp"
#include "models/start/firm_draws.hpp"
#include "models/start/growth.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

constexpr double most_deviations = 3;

// What parts firms of a sector in technology: mean and standard deviation.
struct Spread {
    double mean = 0, deviation = 0;
};

Spread technology_spread(const Economy& e, bool performs)
{
    const auto& p = e.setup.parameters;
    if (p.selection.selection_switch <= 0) return {};
    if (!researches(e)) return {0, p.selection.technology_spread};
    if (performs) return {0, p.research.performer_spread};
    return {technology_of_others(p, 0), p.research.others_spread};
}

// ln q within its bounds. Drawn firms have a median of 1, the sector's mean output of a worker is that of a mean firm.
double log_ratio(const Economy& e, const Sector& s, const FirmSketch& f, const Spread& technology)
{
    const auto& p = e.setup.parameters;
    const double spread = std::hypot(p.network.productivity_spread, technology.deviation);
    const double ratio = std::log(f.productivity / (s.productivity * StartGrowth(p).made(s))) + spread * spread / 2;
    return std::clamp(ratio, -most_deviations * spread, most_deviations * spread);
}

std::int32_t workers_for(double made, double of_a_worker, double u)
{
    constexpr double most = 1e7;
    return static_cast<std::int32_t>(std::max<std::int64_t>(1, round_by_chance(std::min(most, made / of_a_worker), u)));
}

} // namespace

void infer_edge(const Economy& e, std::size_t sector, std::size_t k, FirmSketch& f, const Draws& draws)
{
    const auto& p = e.setup.parameters;
    const Sector& s = e.technology.sectors[sector];
    const Spread technology = technology_spread(e, f.performs);
    const double ratio = log_ratio(e, s, f, technology), spread = p.network.productivity_spread;
    f.grade = ratio, f.technology = 0;
    if (p.selection.selection_switch <= 0) return;
    const double a = p.selection.grade_size, t = technology.deviation;
    const double usual = spread * a * size_score(s, p.network.size_shape, f.workers) + technology.mean;
    const double part = t > 0 ? t * t / (spread * spread * (1 - a * a) + t * t) : 0;
    const auto w = draws.words(sketch_id(sector, k), 0, Purpose::firm_technology);
    f.technology = technology.mean + part * (ratio - usual) + t * std::sqrt(1 - part) * normal_from(w[0], w[1]);
    f.grade = ratio - f.technology;
}

FirmSketch firm_with_sales(const Economy& e, std::size_t sector, std::size_t k, const GivenFirm& given,
                           const Draws& draws)
{
    const Sector& s = e.technology.sectors[sector];
    const double growth = StartGrowth(e.setup.parameters).made(s), made = given.sales->yuan() / 12 * growth;
    const double wage = e.setup.calibration->regions[given.region].relative_wage;
    FirmSketch f = drawn_firm(sector, k, given.workers.value_or(1), draws);
    if (!given.workers) {
        draw_edge(e, sector, k, f, draws);
        const auto w = draws.words(sketch_id(sector, k), 0, Purpose::firm_productivity);
        f.workers = workers_for(made, s.productivity * growth * wage * f.productivity, to_uniform(w[2]));
        f.idle = idle_part(f.workers, to_uniform(w[3]));
    }
    f.productivity = made / (f.workers - f.idle) / wage;
    f.sales_given = true;
    return f;
}

} // namespace rongtong
