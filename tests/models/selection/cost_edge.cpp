// Cost edges (models/selection/cost_edge.hpp): what they are worth, and that a start with them shows the table's values.
#include "models/selection/cost_edge.hpp"

#include "models/selection/size_score.hpp"
#include "models/start/start.hpp"
#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

SelectionRules plain_edges()
{
    SelectionRules rules = default_parameters().selection;
    rules.rent = 0.1, rules.pass_through = 0.5, rules.at_stake = 0.5, rules.technology_spread = 0.2;
    return rules;
}

// Materials .6, labour .2, surplus .2.
Sector made_up_sector()
{
    Sector s;
    s.labour = 0.2, s.surplus = 0.2, s.unit_cost = 0.8, s.markup = 0.25, s.room = 0.16, s.margin = 0.06;
    return s;
}

struct EdgeMeans {
    double output = 0, labour = 0, capital = 0, sold = 0, comparable = 0;
};

std::vector<EdgeMeans> edges_by_cell(const Economy& e)
{
    std::vector<EdgeMeans> cells(e.cell_costs.now.size());
    const auto& f = e.firms;
    for (std::size_t row = 0; row < f.rows(); ++row) {
        if (f.born[row] == 0) continue; // founders of the month before the first are drawn
        auto& m = cells[e.groups.cell(f.group[row])];
        m.output += f.planned[row], m.labour += f.labour_cost[row] * f.planned[row];
        m.capital += f.capital_need[row] * f.planned[row];
        m.sold += f.share[row] * f.worth[row], m.comparable += f.share[row];
    }
    return cells;
}

} // namespace

TEST_CASE("of grade a share lowers cost, of technology all but what workers get")
{
    const SelectionRules rules = plain_edges();
    CHECK(log_grade(1, 0, 0.4, rules) == Approx(0.4 * rules.grade_size));
    CHECK(log_grade(0, 1, 0.4, rules) == Approx(0.4 * std::sqrt(1 - rules.grade_size * rules.grade_size)));
    CHECK(cost_edge(0.1, 0.02, rules) == Approx(0.1 * rules.grade_cost + 0.02));
    CHECK(edge_spread(0.5, rules) == Approx(std::sqrt(0.25 * rules.grade_cost * rules.grade_cost + 0.04)));
}

TEST_CASE("labour cost of comparable goods falls by the edge less rent, and the price follows by pass-through")
{
    const SelectionRules rules = plain_edges();
    Sector s = made_up_sector();
    const double slope = labour_cost_slope(s, 1, 0.3, rules);
    CHECK(slope == Approx(0.9 / (1 + 0.25)));
    const double edge = 0.02, labour = std::exp(-slope * edge), worth = worth_of(s, labour, rules);
    CHECK(std::log(labour * worth) == Approx(-0.9 * edge).epsilon(0.01)); // to first order
    const double cost = unit_cost_of(s, labour) * worth;                  // of comparable goods
    CHECK(std::log(worth) == Approx(0.5 * std::log(cost / s.unit_cost)).epsilon(1e-9));
    CHECK(worth < 1);
    // Thin surplus: one standard deviation of labour cost takes at most at_stake of the room.
    const double thin = labour_cost_slope(s, 0.01, 0.3, rules);
    CHECK(thin * s.labour * edge_spread(0.3, rules) == Approx(0.5 * 0.01));
    CHECK(labour_cost_slope(s, 0, 0.3, rules) == 0);
    SelectionRules off = rules;
    off.selection_switch = 0;
    CHECK(labour_cost_slope(s, 1, 0.3, off) == 0);
    CHECK(worth_of(s, 0.9, off) == 1);
}

TEST_CASE("a firm works with as much capital as its surplus leaves room for")
{
    const Sector s = made_up_sector();
    CHECK(capital_need_of(s, 1) == 1);
    CHECK(capital_need_of(s, 0.8) == Approx(1.25)); // .04 more of a room of .16
    CHECK(capital_need_of(s, 3) == least_capital);
}

TEST_CASE("a price follows its own cost by pass-through and its market's cost by the rest")
{
    const SelectionRules rules = plain_edges();
    CHECK(followed_cost(0.8, 0.8, 1, rules) == Approx(0.8));
    CHECK(followed_cost(0.8 * 1.21, 0.8, 1, rules) == Approx(0.8 * 1.1));
    CHECK(followed_cost(0.8 * 1.1, 0.8 * 1.1, 1, rules) == Approx(0.8 * 1.1));
    CHECK(followed_cost(0.8, 0.8, 0.64, rules) == Approx(1.0)); // cheap goods: its own unit holds more of them
    SelectionRules off = rules;
    off.selection_switch = 0;
    CHECK(followed_cost(0.9, 0.8, 0.5, off) == 0.9);
}

TEST_CASE("the normal score of a size is 0 in the middle and rises with it")
{
    Sector s = made_up_sector();
    s.size_scale = 4;
    CHECK(size_score(s, 1, 4.5) == Approx(0).margin(1e-12));
    CHECK(size_score(s, 1, 1) < -0.5);
    CHECK(size_score(s, 1, 1000) > 2);
}

TEST_CASE("in each cell mean labour cost and capital need are 1, and its market's price is 1")
{
    const Economy e = start_economy(small_setup(2000));
    std::size_t differ = 0;
    for (const auto& m : edges_by_cell(e)) {
        if (m.output <= 0) continue;
        CHECK(m.labour == Approx(m.output).epsilon(1e-6));
        CHECK(m.capital == Approx(m.output).epsilon(1e-6));
        CHECK(m.sold == Approx(m.comparable).epsilon(1e-6));
        ++differ;
    }
    CHECK(differ > 50);
    double low = 1, high = 1;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        low = std::min<double>(low, e.firms.labour_cost[row]), high = std::max<double>(high, e.firms.labour_cost[row]);
    CHECK(low < 0.8);
    CHECK(high > 1.2);
}

TEST_CASE("at the start the price that a firm wants is the one it has")
{
    const Economy e = start_economy(small_setup(2000));
    const auto& rules = e.setup.parameters.selection;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.born[row] == 0) continue;
        const Sector& s = e.technology.sectors[e.groups[e.firms.group[row]].sector];
        const double market = s.unit_cost * e.cell_costs.worth_scale[e.groups.cell(e.firms.group[row])];
        const double cost = followed_cost(e.firms.unit_cost[row], market, e.firms.worth[row], rules);
        REQUIRE(cost * (1 + s.markup) == Approx(1).epsilon(1e-6));
    }
}

TEST_CASE("switched off, firms of a sector differ in output per worker only")
{
    Setup setup = small_setup(2000);
    setup.parameters.selection.selection_switch = 0;
    const Economy e = start_economy(setup);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        REQUIRE(e.firms.labour_cost[row] == 1);
        REQUIRE(e.firms.capital_need[row] == 1);
        REQUIRE(e.firms.worth[row] == 1);
    }
}

TEST_CASE("what crosses borders stays right when suppliers of other worth take over, by choice or by merger")
{
    Setup setup = small_setup(2000);
    setup.parameters.mergers.rate = 0.5;
    Economy e = start_economy(setup);
    std::int64_t mergers = 0;
    for (int month = 0; month < 12; ++month) {
        advance(e);
        mergers += e.total.mergers;
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            double crossing = 0;
            for_links(e, row, [&](std::uint32_t edge) {
                if (region_of(e, e.links.network.target[edge]) != region_of(e, row)) crossing += e.links.coef[edge];
            });
            INFO("month " << e.month << " row " << row);
            REQUIRE(e.firms.border_coef[row] == Approx(crossing).margin(1e-5));
        }
    }
    CHECK(mergers > 20);
}
