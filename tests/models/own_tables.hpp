// Tables of firms and links for tests of starts that are given some.
#pragma once

#include "models/own_data.hpp"
#include "models/start/given_firms.hpp"

#include "tests/models/fixture.hpp"

#include <algorithm>
#include <memory>

namespace rongtong {

// All firms and links of a start, as tables have them.
inline OwnData tables_of(const Economy& e)
{
    OwnData data;
    data.sha256 = "tables of " + std::to_string(e.setup.seed);
    const auto& net = e.links.network;
    for (std::uint32_t row = 0; row < e.setup.firms; ++row) {
        const Group& g = e.groups[e.firms.group[row]];
        data.firms.push_back({g.sector, g.region, e.firms.workers[row], round_fen(1200 * e.firms.expected[row])});
        data.ids.push_back(std::to_string(e.firms.id[row]));
        const auto first = data.links.size();
        for (auto edge : net.outgoing(row)) {
            const auto value = round_fen(1200.0 * e.links.flow[edge].ordered);
            const auto same = std::find_if(data.links.begin() + static_cast<std::ptrdiff_t>(first), data.links.end(),
                                           [&](const GivenLink& l) { return l.supplier == net.target[edge]; });
            if (same != data.links.end()) *same->value += value;
            else if (net.target[edge] != row && value > Money()) data.links.push_back({row, net.target[edge], value});
        }
    }
    return data;
}

inline Setup given(Setup setup, OwnData data)
{
    setup.own = std::make_shared<const OwnData>(std::move(data));
    return setup;
}

// Firms of every second place, without links; sales other than the model drew.
inline OwnData half_of(const Economy& e)
{
    OwnData all = tables_of(e), half;
    half.sha256 = "half";
    for (std::size_t k = 0; k < all.firms.size(); k += 2) {
        GivenFirm f = all.firms[k];
        f.sales = round_fen(static_cast<double>(f.sales->fen) * (k % 4 == 0 ? 0.8 : 1.2));
        if (k % 5 == 0) f.workers.reset();
        if (k % 3 == 0) f.sales.reset();
        half.firms.push_back(f);
        half.ids.push_back(all.ids[k]);
    }
    return half;
}

inline void check_sales(const Economy& e)
{
    const auto rows = rows_of_given(e);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const GivenFirm& f = e.setup.own->firms[k];
        INFO("firm " << k);
        if (f.workers) REQUIRE(e.firms.workers[rows[k]] == *f.workers);
        if (f.sales) REQUIRE(round_fen(1200 * e.firms.expected[rows[k]]) == *f.sales);
        REQUIRE(sector_of(e, rows[k]) == f.sector);
        REQUIRE(region_of(e, rows[k]) == f.region);
    }
}

inline double made_by_sector(const Economy& e, std::size_t sector)
{
    return sum_over_firms(e,
                          [&](std::size_t row) { return sector_of(e, row) == sector ? e.firms.expected[row] : 0.0; });
}

} // namespace rongtong
