// Links of the start that are given.
//
//   goods needed over a link  = value / 12 / orders of month 1 per unit of need (growth.hpp);  coefficient: over the buyer's output
// Given values are taken as they are while they fit; what does not fit is cut in proportion, in this order:
//   a buyer's links           at most the domestic inputs of its sector, times its output
//   of a product, by cell     at most the cell's input of it: what the table says of the cell's firms together, not of each
//   a supplier's customers    at most most_known of its sales
// A link for a product that the buyer's sector does not use is left out. A value that is not given is link_share * coefficient over the
// buyer's links for that product, like a drawn one. These, and the links of buyers that are not listed, get what is left.
// Assumed: most_known: somebody else buys a hundredth of everything, or a firm would have no price in the market.
// Test: tests/models/own_links.cpp.
#include "models/start/given_links.hpp"

#include "models/own_data.hpp"
#include "models/start/given_firms.hpp"
#include "models/start/growth.hpp"

#include <algorithm>

namespace rongtong {

namespace {

constexpr double most_known = 0.99;

std::size_t sector_of(const Economy& e, std::size_t row) { return e.groups[e.firms.group[row]].sector; }

// Orders of month 1 per unit of need.
double ordered(const Economy& e, std::size_t supplier)
{
    return StartGrowth(e.setup.parameters).ordered(e.technology.sectors[sector_of(e, supplier)]);
}

// By what a sum is multiplied to fit into its room. Volumes are kept in 32 bits: a millionth is left for their rounding.
double fit(double sum, double room)
{
    const double most = room * (1 - 1e-6);
    return sum > most ? most / sum : 1;
}

// What the firms of each cell need of each product: [cell * sectors + product].
std::vector<double> inputs_of_cells(const Economy& e)
{
    const std::size_t n = e.groups.sectors();
    std::vector<double> made(e.groups.count<Cell>()), needs(made.size() * n);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        made[e.groups.cell(e.firms.group[row])] += e.firms.planned[row];
    for (std::size_t cell = 0; cell < made.size(); ++cell)
        for (std::size_t j = 0; j < n; ++j)
            needs[cell * n + j] = e.technology.input(j, cell / e.groups.regions()) * made[cell];
    return needs;
}

std::size_t place_of(const Economy& e, std::size_t buyer, std::size_t product)
{
    return e.groups.cell(e.firms.group[buyer]) * e.groups.sectors() + product;
}

} // namespace

GivenLinks::GivenLinks(const Economy& e)
{
    if (!e.setup.own || e.setup.own->links.empty()) return;
    sort_in(e);
    cut_buyers(e);
    cut_inputs(e);
    cut_suppliers(e);
}

// By buyer, in the order of the list, then by the supplier's sector.
void GivenLinks::sort_in(const Economy& e)
{
    const auto& given = e.setup.own->links;
    const auto rows = rows_of_given(e);
    const auto used = [&](const GivenLink& link) {
        return e.technology.input(sector_of(e, rows[link.supplier]), sector_of(e, rows[link.buyer])) > 0;
    };
    first_.assign(e.firms.rows() + 1, 0);
    for (const auto& link : given) {
        if (used(link)) ++first_[rows[link.buyer] + 1];
        else no_use_ += link.value.value_or(Money()).yuan();
    }
    for (std::size_t row = 0; row < e.firms.rows(); ++row) first_[row + 1] += first_[row];
    links_.resize(first_.back());
    auto next = first_;
    for (const auto& link : given) {
        if (!used(link)) continue;
        const auto supplier = rows[link.supplier];
        const double goods = link.value ? link.value->yuan() / 12 / ordered(e, supplier) : -1;
        links_[next[rows[link.buyer]]++] = {supplier, goods};
    }
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        std::stable_sort(links_.begin() + first_[row], links_.begin() + first_[row + 1],
                         [&](auto& a, auto& b) { return sector_of(e, a.supplier) < sector_of(e, b.supplier); });
}

void GivenLinks::cut_buyers(const Economy& e)
{
    for (std::uint32_t row = 0; row < e.firms.rows(); ++row) {
        double asked = 0, yuan = 0;
        for (const auto& link : of(row)) {
            if (link.goods < 0) continue;
            asked += link.goods, yuan += 12 * link.goods * ordered(e, link.supplier);
        }
        const double by = fit(asked, e.technology.sectors[sector_of(e, row)].domestic * e.firms.planned[row]);
        if (by == 1) continue;
        for (auto k = first_[row]; k < first_[row + 1]; ++k)
            if (links_[k].goods > 0) links_[k].goods *= by;
        cuts_.push_back({RoomOf::buyer, row, 0, yuan, yuan * by});
    }
}

void GivenLinks::cut_inputs(const Economy& e)
{
    const auto room = inputs_of_cells(e);
    const std::size_t n = e.groups.sectors();
    std::vector<double> asked(room.size()), by(room.size());
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for (const auto& link : of(row))
            asked[place_of(e, row, sector_of(e, link.supplier))] += std::max(0.0, link.goods);
    for (std::size_t k = 0; k < room.size(); ++k) {
        by[k] = fit(asked[k], room[k]);
        if (by[k] == 1) continue;
        const double year = 12 * StartGrowth(e.setup.parameters).ordered(e.technology.sectors[k % n]);
        cuts_.push_back({RoomOf::input, static_cast<std::uint32_t>(k / n), static_cast<std::uint8_t>(k % n),
                         asked[k] * year, asked[k] * year * by[k]});
    }
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for (auto k = first_[row]; k < first_[row + 1]; ++k)
            if (links_[k].goods > 0) links_[k].goods *= by[place_of(e, row, sector_of(e, links_[k].supplier))];
}

void GivenLinks::cut_suppliers(const Economy& e)
{
    std::vector<double> asked(e.firms.rows()), by(e.firms.rows());
    for (const auto& link : links_) asked[link.supplier] += std::max(0.0, link.goods) * ordered(e, link.supplier);
    for (std::uint32_t row = 0; row < e.firms.rows(); ++row) {
        by[row] = fit(asked[row], most_known * e.firms.expected[row]);
        if (by[row] < 1) cuts_.push_back({RoomOf::sales, row, 0, 12 * asked[row], 12 * asked[row] * by[row]});
    }
    for (auto& link : links_)
        if (link.goods > 0) link.goods *= by[link.supplier];
}

void GivenLinks::lay(Economy& e, std::size_t row, double link_share) const
{
    const auto links = of(row);
    const std::size_t user = sector_of(e, row);
    std::size_t same = 0, left = 0; // links for the product, and how many of them follow
    for (std::size_t k = 0; k < links.size(); ++k) {
        const auto edge = e.links.network.first[row] + k;
        const std::size_t product = sector_of(e, links[k].supplier);
        if (left == 0)
            for (same = 0; k + same < links.size() && sector_of(e, links[k + same].supplier) == product;) ++same;
        left = (left == 0 ? same : left) - 1;
        e.links.network.target[edge] = links[k].supplier;
        e.links.sector[edge] = static_cast<std::uint8_t>(product);
        e.links.coef[edge] = static_cast<float>(links[k].goods >= 0 ? links[k].goods / e.firms.planned[row]
                                                                    : link_share * e.technology.input(product, user) /
                                                                          static_cast<double>(same));
    }
}

void GivenLinks::cut_others(Economy& e) const
{
    const auto& net = e.links.network;
    const std::size_t rows = e.firms.rows();
    auto room = inputs_of_cells(e);
    std::vector<double> inputs(room.size()), domestic(rows), open(rows), sales(rows), ordered_of(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        domestic[row] = e.technology.sectors[sector_of(e, row)].domestic;
        sales[row] = e.setup.parameters.network.largest_fill * e.firms.expected[row];
    }
    const auto is_given = [&](std::size_t row, std::size_t edge) {
        return has(row) && of(row)[edge - net.first[row]].goods >= 0;
    };
    const auto each = [&](const auto& act) {
        for (std::size_t row = 0; row < rows; ++row)
            for (auto edge : net.outgoing(row)) act(row, edge, place_of(e, row, e.links.sector[edge]));
    };
    each([&](std::size_t row, std::size_t edge, std::size_t place) {
        const double coef = e.links.coef[edge], goods = coef * e.firms.planned[row];
        const auto supplier = net.target[edge];
        if (is_given(row, edge)) {
            room[place] -= goods, domestic[row] -= coef, sales[supplier] -= goods * ordered(e, supplier);
        } else {
            inputs[place] += goods, open[row] += coef, ordered_of[supplier] += goods * ordered(e, supplier);
        }
    });
    each([&](std::size_t row, std::size_t edge, std::size_t place) {
        if (is_given(row, edge)) return;
        const auto supplier = net.target[edge];
        const double by = fit(inputs[place], std::max(0.0, room[place])) *
                          fit(open[row], std::max(0.0, domestic[row])) *
                          fit(ordered_of[supplier], std::max(0.0, sales[supplier]));
        e.links.coef[edge] = static_cast<float>(e.links.coef[edge] * by);
    });
}

} // namespace rongtong
