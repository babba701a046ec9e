#include "models/start/firm_draws.hpp"

#include "models/labour/hours.hpp"
#include "models/research/performers.hpp"
#include "models/research/research.hpp"
#include "models/research/start_technology.hpp"
#include "models/selection/cost_edge.hpp"
#include "models/selection/size_score.hpp"
#include "models/start/firm_sizes.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

std::vector<double> drawn_sizes(const Sector& s, double shape, std::size_t sector, std::uint64_t n, double workers,
                                const Draws& draws)
{
    std::vector<double> size(n);
    for (std::uint64_t k = 0; k < n; ++k) {
        const double u = (static_cast<double>(k) + draws.uniform(sketch_id(sector, k), 0, Purpose::firm_workers)) /
                         static_cast<double>(n);
        size[k] = drawn_size(s, shape, 1 - u);
    }
    stretch_to(size, s.largest_workers, workers);
    return size;
}

FirmSketch drawn_firm(std::size_t sector, std::size_t k, double size, const Draws& draws)
{
    FirmSketch f{};
    const auto w = draws.words(sketch_id(sector, k), 0, Purpose::firm_productivity);
    f.order = draws.words(sketch_id(sector, k), 0, Purpose::firm_region)[0];
    f.workers = static_cast<std::int32_t>(std::max<std::int64_t>(1, round_by_chance(size, to_uniform(w[2]))));
    f.idle = idle_part(f.workers, to_uniform(w[3]));
    return f;
}

namespace {

double first_technology(const Economy& e, bool performs, double z)
{
    const auto& p = e.setup.parameters;
    if (!researches(e)) return p.selection.technology_spread * z;
    return performs ? p.research.performer_spread * z : technology_of_others(p, z);
}

} // namespace

void draw_edge(const Economy& e, std::size_t sector, std::size_t k, FirmSketch& f, const Draws& draws)
{
    const auto& p = e.setup.parameters;
    const Sector& s = e.technology.sectors[sector];
    const auto of_grade = draws.words(sketch_id(sector, k), 0, Purpose::firm_productivity);
    const auto w = draws.words(sketch_id(sector, k), 0, Purpose::firm_technology);
    const double z = normal_from(of_grade[0], of_grade[1]), spread = p.network.productivity_spread;
    if (p.selection.selection_switch > 0) {
        f.grade = log_grade(size_score(s, p.network.size_shape, f.workers), z, spread, p.selection);
        f.technology = first_technology(e, f.performs, normal_from(w[0], w[1]));
    } else {
        f.grade = spread * z;
        f.technology = researches(e) ? first_technology(e, f.performs, normal_from(w[0], w[1])) : 0;
    }
    f.productivity = std::exp(f.grade + f.technology);
}

void choose_performers(const Economy& e, std::size_t sector, std::vector<FirmSketch>& firms, const Draws& draws)
{
    const auto& rules = e.setup.parameters.research;
    for (std::size_t k = 0; k < firms.size(); ++k)
        firms[k].performs = draws.uniform(sketch_id(sector, k), 0, Purpose::performer) <
                            performer_share(firms[k].workers, rules);
    if (std::ranges::none_of(firms, &FirmSketch::performs) && !firms.empty())
        std::ranges::max_element(firms, {}, &FirmSketch::workers)->performs = true;
}

void centre_performers(std::vector<FirmSketch>& firms)
{
    double sum = 0, workers = 0;
    for (const auto& f : firms)
        if (f.performs) sum += f.workers * f.technology, workers += f.workers;
    for (auto& f : firms) {
        if (!f.performs) continue;
        f.technology -= sum / workers;
        if (!f.sales_given) f.productivity = std::exp(f.grade + f.technology);
    }
}

void draw_edges(const Economy& e, std::size_t sector, std::vector<FirmSketch>& firms, const Draws& draws)
{
    const bool researched = e.technology.sectors[sector].research_weight > 0;
    if (researched) choose_performers(e, sector, firms, draws);
    for (std::size_t k = 0; k < firms.size(); ++k) draw_edge(e, sector, k, firms[k], draws);
    if (researched) centre_performers(firms);
}

std::vector<std::uint64_t> firms_by_region(const Calibration& c, std::uint64_t n)
{
    std::vector<std::int64_t> weight;
    std::vector<Money> count(c.region_count());
    for (const auto& r : c.regions) weight.push_back(std::llrint(r.firm_share * 1e9));
    split_largest_remainder(Money(static_cast<std::int64_t>(n)), weight, count);
    std::vector<std::uint64_t> result;
    for (auto m : count) result.push_back(static_cast<std::uint64_t>(m.fen));
    return result;
}

} // namespace rongtong
