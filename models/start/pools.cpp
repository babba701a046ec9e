// Pools of the start: their sector's output that no firm makes, by the region's population. Test: tests/models/start.cpp.
#include "models/start/start.hpp"

namespace rongtong {

void make_pools(Economy& e)
{
    const std::size_t cells = e.groups.count<Cell>();
    const auto& c = *e.setup.calibration;
    Pools& p = e.pools;
    for (auto* v : {&p.persons, &p.persons_at_start, &p.output_at_start, &p.expected, &p.supply, &p.price, &p.appeal,
                    &p.share, &p.pull, &p.ordered, &p.shipped, &p.basket, &p.investment})
        v->assign(cells, 0);
    for (auto* v : {&p.revenue, &p.inputs_paid, &p.imports_paid}) v->assign(cells, Money());
    double population = 0;
    for (const auto& r : c.regions) population += r.population;
    for (Cell k : e.groups.each<Cell>()) {
        const std::size_t s = e.groups.sector_of(k);
        const auto& t = e.technology.sectors[s];
        const double part = c.regions[e.groups.origin_of(k)].population / population;
        const double persons = t.has_firms ? c.sectors[s].self_employed : c.sectors[s].employees;
        p.output_at_start[k] = p.expected[k] = t.output * t.pool_share * part;
        p.persons[k] = p.persons_at_start[k] = persons * e.technology.scale * part;
        p.supply[k] = p.price[k] = 1;
    }
}

} // namespace rongtong
