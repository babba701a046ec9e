// What final users buy: composites of products, by use, from the table. Test: tests/models/start.cpp, tests/models/research/start.cpp.
#include "models/start/composites.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rongtong {

// figures: of each sector's product, million yuan a year.
Composite composite(const std::vector<double>& figures, const std::vector<double>& m, double& total)
{
    Composite k;
    total = std::accumulate(figures.begin(), figures.end(), 0.0);
    for (std::size_t j = 0; j < figures.size(); ++j) {
        const double use = total > 0 ? figures[j] / total : 0; // a use that no sector has buys nothing
        k.domestic.push_back((1 - m[j]) * use);
        k.imported += m[j] * use;
    }
    return k;
}

std::vector<double> column_of(const Calibration& c, double SectorFigures::* a)
{
    std::vector<double> figures;
    for (const auto& s : c.sectors) figures.push_back(s.*a);
    return figures;
}

namespace {

// By what sectors spend on R&D, where it is modelled.
std::vector<double> research_weights(const Setup& setup, const TechnologyTable& t)
{
    const Calibration& c = *setup.calibration;
    std::vector<double> weights(c.sector_count());
    if (setup.parameters.technology.progress_switch <= 1) return weights;
    for (std::size_t s = 0; s < weights.size(); ++s)
        if (t.sectors[s].has_firms) weights[s] = c.sectors[s].rd_intensity * c.sectors[s].gross_output;
    return weights;
}

} // namespace

void set_fields(const Calibration& c, TechnologyTable& t)
{
    std::vector<std::string> names; // by field
    for (std::size_t s = 0; s < t.sectors.size(); ++s) {
        const std::string& name = c.sectors[s].rd_field.empty() ? c.sectors[s].code : c.sectors[s].rd_field;
        const auto at = std::find(names.begin(), names.end(), name) - names.begin();
        if (at == std::ssize(names)) names.push_back(name);
        t.sectors[s].field = static_cast<std::uint8_t>(at);
    }
}

FixedCapital set_capital_goods(const Setup& setup, const std::vector<double>& m, TechnologyTable& t)
{
    const Calibration& c = *setup.calibration;
    const double base = setup.parameters.research.base;
    auto goods = column_of(c, &SectorFigures::fixed_capital);
    std::vector<double> research(goods.size());
    FixedCapital f{std::accumulate(goods.begin(), goods.end(), 0.0), 0};
    const auto weights = research_weights(setup, t);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t s = 0; s < goods.size() && sum > 0; ++s) {
        if (base > 0) t.sectors[s].research_weight = weights[s] / sum;
        if (c.sectors[s].sells_research) std::swap(research[s], goods[s]);
        t.sectors[s].talent = base > 0 && c.sectors[s].sells_research && setup.parameters.talent.talent_switch > 0;
    }
    double rest;
    t.capital_goods = composite(goods, m, rest);
    t.research_goods = composite(research, m, f.research);
    f.research *= base;
    return f;
}

} // namespace rongtong
