#include "models/digital/partners.hpp"

#include "models/phases.hpp"
#include "models/platforms/meet.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

bool has_digital(const Economy& e)
{
    return e.setup.parameters.digital.digital_switch > 0 && e.technology.research_total > 0;
}

double level_of_suppliers(const Economy& e, std::size_t row)
{
    const auto& net = e.links.network;
    double sum = 0, count = 0;
    for (const auto edge : net.outgoing(row)) {
        const std::size_t supplier = net.target[edge];
        if (e.links.stage[edge] == LinkStage::place || supplier >= e.firms.rows()) continue;
        if (e.firms.state[supplier] != FirmState::active) continue;
        sum += level_of(e.firms.digital[supplier]), count += 1;
    }
    return count > 0 ? sum / count : 1;
}

std::uint8_t fitting_standard(const Economy& e, std::size_t row, double orders)
{
    const std::size_t sectors = e.groups.sectors();
    const std::size_t sector = e.groups[e.firms.group[row]].sector;
    if (e.turnover.leaders[sector] == e.firms.id[row]) return standard_of_chain(sector);
    StandardSales sales; // what is not ordered over links is ordered on the market
    const std::uint8_t platform = e.firms.platform[row];
    const std::uint8_t usual = platform != 0 ? standard_of_platform(platform - 1u, sectors) : national_standard;
    sales.add(usual, orders);
    for (const auto edge : e.links.network.incoming(row)) {
        const LinkFlow& flow = e.links.flow[edge];
        if (flow.ordered <= 0 || flow.defaulted()) continue;
        const auto goods = static_cast<double>(flow.ordered);
        sales.add(e.firms.standard[e.links.network.owner(edge)], goods), sales.add(usual, -goods);
    }
    return sales.best(e.firms.standard[row], sectors, e.setup.parameters.digital.standard_pull, e.work.standard_cover);
}

namespace {

// What a buyer means to use of an input this month, with what its stocks of a growing economy take, goods.
double expected_order(const Economy& e, std::size_t buyer, std::size_t edge)
{
    const bool stores = e.technology.sectors[e.links.sector[edge]].holds_stock;
    const double stored = stores ? 1 + e.progress.trend * (1 + e.setup.parameters.ordering.input_cover) : 1;
    return e.links.coef[edge] * e.firms.planned[buyer] * stored;
}

} // namespace

Forecast forecast_for(const Economy& e, std::size_t row)
{
    const auto& f = e.firms;
    const auto& groups = e.policy.conditions.groups;
    double gap = 0, told = 0, loss = 0;
    if (f.digital[row] < digital_units) return {};
    for (const auto edge : e.links.network.incoming(row)) {
        const LinkFlow& flow = e.links.flow[edge];
        const std::size_t buyer = e.links.network.owner(edge);
        const ForecastTerms& terms = groups[f.group[buyer]].forecasts;
        if (terms.share <= 0 || e.links.place[edge] >= 256 * terms.share || f.digital[buyer] < digital_units) continue;
        if (flow.defaulted() || f.state[buyer] != FirmState::active) continue;
        const auto ordered = static_cast<double>(flow.ordered);
        gap += expected_order(e, buyer, edge) - ordered;
        told += ordered, loss += terms.margin_loss * ordered;
    }
    const double orders = std::max(f.orders[row], 1e-9);
    return {static_cast<float>(gap), static_cast<float>(told), static_cast<float>(std::min(0.9, loss / orders))};
}

void set_cover(Economy& e)
{
    const std::size_t sectors = e.groups.sectors();
    const auto& named = e.policy.conditions.standard_cover;
    auto& cover = e.work.standard_cover;
    cover.assign(1 + sectors + most_platforms, 0.0f);
    cover[national_standard] = 1;
    if (named.empty()) return; // at the start
    for (std::size_t s = 0; s < sectors; ++s) cover[standard_of_chain(s)] = static_cast<float>(named[s]);
    const std::size_t host = platform_host(e.technology);
    for (std::size_t k = 0; k < most_platforms && host < sectors; ++k)
        cover[standard_of_platform(k, sectors)] = static_cast<float>(named[host]);
}

namespace {

bool tells_forecasts(const Economy& e)
{
    const auto& groups = e.policy.conditions.groups;
    return std::any_of(groups.begin(), groups.end(), [](const GroupConditions& g) { return g.forecasts.share > 0; });
}

} // namespace

// Each looks at its own links once a year, before anybody changes level or standard.
void look_at_partners(Economy& e)
{
    if (!has_digital(e)) return;
    set_cover(e);
    auto& w = e.work;
    w.partners_level.resize(e.firms.rows()), w.next_standard.resize(e.firms.rows());
    if (e.setup.parameters.luck.luck_switch <= 0) return;
    const auto month = static_cast<std::uint64_t>(e.month);
    const bool told = tells_forecasts(e);
    w.forecasts.resize(told ? e.firms.rows() : 0);
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            if (told) w.forecasts[row] = forecast_for(e, row);
            if ((e.firms.id[row] + month) % 12 != 0) continue;
            w.partners_level[row] = static_cast<float>(level_of_suppliers(e, row));
            w.next_standard[row] = fitting_standard(e, row, e.firms.orders[row]);
        }
    });
}

} // namespace rongtong
