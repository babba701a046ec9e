// The supply network of the start.
//
//   links of a firm      = links_base + links_slope * workers ^ links_exponent, over its sector's inputs above smallest_input:
//                          one each in order of size, the rest in proportion to the input
//   volume over links    = link_share * coefficient, per unit of output, divided among the links for an input by the suppliers' output to the
//                          power volume_by_size, and within largest_new of it while others have room
//   supplier oversold    -> all volumes to it are cut so that known customers take at most largest_fill of its output; what
//                          buyers lose there they buy on the market
// The in-degree follows size by construction, the out-degree by size-proportional choice (supplier_choice.hpp).
// Links that are given come first (given_links.hpp). Parameters: network_rules.hpp. Test: tests/models/network.cpp.
#include "models/start/given_links.hpp"
#include "models/start/growth.hpp"
#include "models/start/start.hpp"

#include "models/network/link_plan.hpp"
#include "models/network/review.hpp"
#include "models/network/supplier_choice.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

void lay_out_rows(Economy& e, const LinkPlans& plans, const GivenLinks& given)
{
    auto& net = e.links.network;
    const std::size_t rows = e.firms.rows();
    net.first.resize(rows);
    net.count.resize(rows);
    std::size_t edges = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto sector = e.groups[e.firms.group[row]].sector;
        net.first[row] = static_cast<std::uint32_t>(edges);
        net.count[row] = given.has(row) ? given.count(row) : plans.count(sector, e.firms.workers[row]);
        edges += net.count[row];
    }
    const double places = reviews(e) ? e.setup.parameters.review.share : 0;
    const auto room = edges + static_cast<std::size_t>((0.25 + 1.2 * places) * static_cast<double>(edges)) + 4096;
    net.target.reserve(room);
    net.target.resize(edges);
    reserve_columns(e.links, room); // untouched until it is used
    resize_columns(e.links, edges);
}

// No firm's known customers order more than largest_fill of its output.
void cut_oversold(Economy& e)
{
    auto& net = e.links.network;
    const double most = e.setup.parameters.network.largest_fill;
    Column<double> factor(e.firms.rows());
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            double ordered = 0;
            for (auto edge : net.incoming(row)) ordered += e.links.flow[edge].ordered;
            factor[row] = std::min(1.0, most * e.firms.expected[row] / std::max(ordered, 1e-9));
        }
    });
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row)
            for (auto edge : net.outgoing(row))
                e.links.coef[edge] = static_cast<float>(e.links.coef[edge] * factor[net.target[edge]]);
    });
}

// What is left of each firm's inputs is bought on the market.
void set_remainders(Economy& e)
{
    auto& net = e.links.network;
    const StartGrowth growth(e.setup.parameters);
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            const auto& g = e.groups[e.firms.group[row]];
            double linked = 0, crossing = 0;
            for (auto edge : net.outgoing(row)) {
                const double coef = e.links.coef[edge];
                linked += coef;
                if (e.groups[e.firms.group[net.target[edge]]].region != g.region) crossing += coef;
                e.links.flow[edge].ordered = static_cast<float>(
                    growth.ordered(e.technology.sectors[e.links.sector[edge]]) * coef * e.firms.planned[row]);
            }
            e.firms.basket_coef[row] = e.technology.sectors[g.sector].domestic - linked;
            e.firms.border_coef[row] = static_cast<float>(crossing);
        }
    });
}

} // namespace

void make_network(Economy& e, const Draws& draws)
{
    index_sizes(e);
    const LinkPlans plans(e.technology, e.setup.parameters.network);
    const GivenLinks given(e);
    lay_out_rows(e, plans, given);
    const SupplierChoice choice(e);
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            if (given.has(row)) given.lay(e, row, plans.link_share());
            else draw_links(e, draws, plans, choice, row, 0);
        }
    });
    e.links.network.build_incoming();
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        auto& net = e.links.network;
        for (std::size_t row = begin; row < end; ++row)
            for (std::uint32_t n = 0; n < net.count[row]; ++n) {
                const auto edge = net.first[row] + n;
                e.links.flow[edge].ordered = static_cast<float>(e.links.coef[edge] * e.firms.expected[row]);
                set_terms(e, draws, row, edge, n, 0);
            }
    });
    if (given.any()) given.cut_others(e);
    else cut_oversold(e);
    set_remainders(e);
}

} // namespace rongtong
