// The supply network of the start (models/start/network.cpp, models/network/supplier_choice.hpp).
#include "models/network/link_plan.hpp"
#include "models/network/supplier_choice.hpp"

#include "tests/models/fixture.hpp"

#include <algorithm>
#include <numeric>
#include <set>

using namespace rongtong;

namespace {

const Economy& start_of_3000()
{
    static const Economy e = start_economy(small_setup(3000));
    return e;
}

} // namespace

TEST_CASE("the number of links grows with workers, within bounds")
{
    const Economy& e = start_of_3000();
    NetworkRules rules = e.setup.parameters.network;
    rules.links_base = 3, rules.links_slope = 1.5, rules.links_exponent = 0.5, rules.links_most = 20;
    const LinkPlans plans(e.technology, rules);
    const std::size_t sector = sector_of(e, 0);
    CHECK(plans.count(sector, 4) == 6);    // 3 + 1.5 * 2
    CHECK(plans.count(sector, 100) == 18); // 3 + 15
    CHECK(plans.count(sector, 1e6) == 20);
}

TEST_CASE("links go to a sector's largest inputs first, the rest in proportion")
{
    const Economy& e = start_of_3000();
    const LinkPlans plans(e.technology, e.setup.parameters.network);
    const std::size_t user = sector_of(e, 0);
    std::vector<std::size_t> inputs; // that firms make, largest first
    for (std::size_t j = 0; j < e.technology.sectors.size(); ++j)
        if (e.technology.sectors[j].has_firms &&
            e.technology.input(j, user) >= e.setup.parameters.network.smallest_input)
            inputs.push_back(j);
    std::sort(inputs.begin(), inputs.end(),
              [&](auto a, auto b) { return e.technology.input(a, user) > e.technology.input(b, user); });
    REQUIRE(inputs.size() > 3);

    std::vector<std::uint8_t> few(3), many(60);
    plans.sectors(user, 3, few);
    std::vector<std::size_t> wanted(inputs.begin(), inputs.begin() + 3);
    std::sort(wanted.begin(), wanted.end());
    CHECK(std::vector<std::size_t>(few.begin(), few.end()) == wanted);

    plans.sectors(user, 60, many);
    CHECK(std::is_sorted(many.begin(), many.end()));
    double total = 0;
    for (auto j : inputs) total += e.technology.input(j, user);
    for (auto j : inputs) {
        const auto n = std::count(many.begin(), many.end(), j);
        const double share = 1 + (60.0 - static_cast<double>(inputs.size())) * e.technology.input(j, user) / total;
        CHECK(std::fabs(static_cast<double>(n) - share) <= 1.0);
    }
}

TEST_CASE("no firm supplies itself, links lead to active firms of the sector they name")
{
    const Economy& e = start_of_3000();
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) {
            const auto supplier = e.links.network.target[edge];
            if (supplier == row) REQUIRE(e.links.coef[edge] == 0);
            if (e.links.coef[edge] <= 0) return;
            REQUIRE(sector_of(e, supplier) == e.links.sector[edge]);
            REQUIRE(e.firms.state[supplier] == FirmState::active);
        });
}

TEST_CASE("links of a firm are sorted by sector, and large firms have several suppliers of an input")
{
    const Economy& e = start_of_3000();
    std::size_t multi = 0, large = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto first = e.links.network.first[row], count = e.links.network.count[row];
        REQUIRE(std::is_sorted(e.links.sector.begin() + first, e.links.sector.begin() + first + count));
        if (e.firms.workers[row] < 100) continue;
        ++large;
        std::set<std::uint8_t> kinds(e.links.sector.begin() + first, e.links.sector.begin() + first + count);
        std::set<std::uint32_t> suppliers(e.links.network.target.begin() + first,
                                          e.links.network.target.begin() + first + count);
        multi += suppliers.size() > kinds.size();
    }
    REQUIRE(large > 10);
    CHECK(static_cast<double>(multi) > 0.9 * static_cast<double>(large));
}

TEST_CASE("known customers take at most largest_fill of what a firm makes")
{
    const Economy& e = start_of_3000();
    const double most = e.setup.parameters.network.largest_fill;
    double fullest = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        double ordered = 0;
        for (auto edge : e.links.network.incoming(row)) ordered += e.links.flow[edge].ordered;
        REQUIRE(ordered <= most * e.firms.expected[row] * (1 + 1e-6));
        fullest = std::max(fullest, ordered / e.firms.expected[row]);
    }
    CHECK(fullest == Approx(most).epsilon(1e-5)); // the bound binds for some
}

TEST_CASE("linked inputs and market basket together are what the technology needs")
{
    const Economy& e = start_of_3000();
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        double linked = 0, crossing = 0;
        for_links(e, row, [&](std::uint32_t edge) {
            linked += e.links.coef[edge];
            if (region_of(e, e.links.network.target[edge]) != region_of(e, row)) crossing += e.links.coef[edge];
        });
        const auto& s = e.technology.sectors[sector_of(e, row)];
        REQUIRE(e.firms.basket_coef[row] + linked == Approx(s.domestic).epsilon(1e-9));
        REQUIRE(e.firms.basket_coef[row] >= 0);
        REQUIRE(linked <= e.setup.parameters.network.link_share * s.domestic * (1 + 1e-6));
        REQUIRE(e.firms.border_coef[row] == Approx(crossing).epsilon(1e-5).margin(1e-7));
    }
}

TEST_CASE("the way back of the network is the network")
{
    const Economy& e = start_of_3000();
    std::vector<std::uint32_t> seen(e.links.network.edges());
    std::size_t edges = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for (auto edge : e.links.network.incoming(row)) {
            REQUIRE(e.links.network.target[edge] == row);
            ++seen[edge];
            ++edges;
        }
    CHECK(edges == e.links.network.edges());
    CHECK(std::all_of(seen.begin(), seen.end(), [](auto n) { return n == 1; }));
}

TEST_CASE("customers are spread unevenly: a heavy tail of the out-degree")
{
    const Economy& e = start_of_3000();
    std::vector<double> customers;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        customers.push_back(static_cast<double>(e.links.network.incoming(row).size()));
    std::sort(customers.rbegin(), customers.rend());
    const double mean = std::accumulate(customers.begin(), customers.end(), 0.0) /
                        static_cast<double>(customers.size());
    CHECK(customers[0] > 20 * mean);
    // Hill's estimator over the upper twentieth: far fatter than any exponential tail
    const std::size_t k = customers.size() / 20;
    double logs = 0;
    for (std::size_t i = 0; i < k; ++i) logs += std::log(customers[i] / customers[k]) / static_cast<double>(k);
    INFO("tail exponent " << 1 / logs);
    CHECK(1 / logs > 0.7);
    CHECK(1 / logs < 2.5);
}

TEST_CASE("suppliers are chosen by distance and size")
{
    const Economy& e = start_of_3000();
    const SupplierChoice choice(e);
    std::size_t sector = 0;
    while (!e.technology.sectors[sector].tradable || e.technology.sectors[sector].firm_count < 40) ++sector;
    const std::size_t R = e.groups.regions(), home = 1;
    std::vector<double> weight(R), drawn(R);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (sector_of(e, row) == sector) weight[region_of(e, row)] += e.firms.expected[row];
    double sum = 0;
    for (std::size_t q = 0; q < R; ++q) {
        weight[q] *= std::pow(china()->regions[home].km[q], -e.setup.parameters.network.decay_tradable);
        sum += weight[q];
    }
    const int n = 40000;
    std::vector<double> times(e.firms.rows());
    const Draws draws(3, 0);
    for (int k = 0; k < n; ++k) {
        const auto w = draws.words(static_cast<std::uint64_t>(k), 1, Purpose::link_supplier);
        const auto row = choice.choose(sector, home, to_uniform(w[0]), to_uniform(w[1]));
        REQUIRE(row != no_supplier);
        REQUIRE(sector_of(e, row) == sector);
        drawn[region_of(e, row)] += 1.0 / n;
        times[row] += 1;
    }
    for (std::size_t q = 0; q < R; ++q) CHECK(drawn[q] == Approx(weight[q] / sum).margin(0.015));
    // within a region in proportion to size: compare the two largest firms at home
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (sector_of(e, row) == sector && region_of(e, row) == home) rows.push_back(row);
    std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return e.firms.expected[a] > e.firms.expected[b]; });
    const double expected = e.firms.expected[rows[0]] / e.firms.expected[rows[1]];
    CHECK(times[rows[0]] / times[rows[1]] == Approx(expected).epsilon(0.15));
}

TEST_CASE("terms grow with the power of the buyer and stay within their bounds")
{
    const Economy& e = start_of_3000();
    double with = 0, with_days = 0, against = 0, against_days = 0, late = 0, edges = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) {
            REQUIRE(e.links.days[edge] >= shortest_term);
            REQUIRE(e.links.days[edge] <= longest_term);
            REQUIRE(e.links.habit[edge].late <= 3);
            late += e.links.habit[edge].late > 0, edges += 1;
            const double power = std::log(e.firms.expected[row] / e.firms.expected[e.links.network.target[edge]]);
            if (power > 1) with += 1, with_days += e.links.days[edge];
            if (power < -1) against += 1, against_days += e.links.days[edge];
        });
    CHECK(with_days / with > against_days / against + 2);
    // suppliers are larger than buyers on most links, so a little less than between equals
    const auto& terms = e.setup.parameters.terms;
    CHECK(late / edges > terms.late_share - 6 * terms.late_power);
    CHECK(late / edges < terms.late_share + 3 * terms.late_power);
}
