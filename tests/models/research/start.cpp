// R&D at the start (models/start/research.cpp), and economies that grow by it.
#include "models/start/start.hpp"
#include "models/research/gains.hpp"
#include "models/research/start_technology.hpp"
#include "models/state.hpp"
#include "tests/models/books.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

namespace {

// Final use of each product of the table, scaled; million yuan a year.
std::vector<double> fixed_capital_of_run(const Economy& e)
{
    const auto& t = e.technology;
    std::vector<double> use;
    for (std::size_t j = 0; j < e.groups.sectors(); ++j)
        use.push_back(t.capital_goods.domestic[j] *
                          (t.firm_investment_total + t.housing_total + t.public_investment_total) +
                      t.research_goods.domestic[j] * t.research_total);
    return use;
}

double research_of_firms(const Economy& e)
{
    double sum = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) sum += e.firms.research_usual[row] * e.firms.expected[row];
    return sum;
}

} // namespace

TEST_CASE("R&D is the table's, and final use by product stays as it is")
{
    Setup with = researching(2000, 0), without = with;
    without.parameters.technology.progress_switch = 1;
    const Economy a = start_economy(with), b = start_economy(without);
    const auto now = fixed_capital_of_run(a), before = fixed_capital_of_run(b);
    for (std::size_t j = 0; j < now.size(); ++j) CHECK(now[j] == Approx(before[j]).epsilon(1e-12).margin(1e-6));
    for (std::size_t j = 0; j < now.size(); ++j)
        CHECK(a.technology.final_demand[j] == Approx(b.technology.final_demand[j]).epsilon(1e-12));
    for (std::size_t s = 0; s < now.size(); ++s)
        CHECK(a.technology.sectors[s].output == Approx(b.technology.sectors[s].output).epsilon(1e-12));
    CHECK(a.technology.research_total > 0);
    CHECK(research_of_firms(a) == Approx(a.technology.research_total).epsilon(1e-6));
    CHECK(b.technology.research_total == 0);
    CHECK(research_of_firms(b) == 0);
}

TEST_CASE("R&D comes out of a firm's formation: nobody opens with negative dividends or without capital")
{
    for (double growth : {0.0, 0.03}) {
        const Economy e = start_economy(researching(20000, growth));
        std::vector<double> lacks(e.groups.sectors()), sales(e.groups.sectors());
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            const std::size_t s = e.groups[e.firms.group[row]].sector;
            REQUIRE(e.firms.capital_need[row] > 0);
            lacks[s] += std::max(0.0, -first_dividends(e, row)), sales[s] += e.firms.expected[row];
        }
        for (std::size_t s = 0; s < lacks.size(); ++s) CHECK(lacks[s] <= 1e-3 * sales[s]);
    }
}

TEST_CASE(
    "performers are few and make a good part of output; firms that do no R&D are behind by what they make up in a year")
{
    const Economy e = start_economy(researching(20000));
    double performers = 0, output = 0, all = 0, others = 0, behind = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const bool performs = e.firms.research_usual[row] > 0;
        const Sector& s = e.technology.sectors[e.groups[e.firms.group[row]].sector];
        performers += performs;
        if (s.research_weight > 0) output += performs * e.firms.made[row], all += e.firms.made[row];
        if (!performs) others += 1, behind += e.firms.technology[row];
    }
    const double firms = static_cast<double>(e.firms.rows());
    CHECK(performers / firms > 0.01);
    CHECK(performers / firms < 0.05);
    CHECK(output / all > 0.3);
    CHECK(output / all < 0.7);
    CHECK(behind / others == Approx(-0.03 / 0.15).epsilon(0.02));
}

TEST_CASE("without luck an economy that grows by its research rests on its path")
{
    Economy e = start_economy(resting_research(2000));
    advance(e);
    const double output = from_fixed_goods(e.total.made), research = from_fixed_goods(e.total.research_received);
    const double price = e.policy_rate.price;
    advance(e, 119);
    const double path = std::pow(1 + 0.03 / 12, 119);
    CHECK(e.progress.level == Approx(std::pow(1 + 0.03 / 12, 120)).epsilon(1e-3));
    CHECK(from_fixed_goods(e.total.made) / output == Approx(path).epsilon(1e-3));
    CHECK(from_fixed_goods(e.total.research_received) / research == Approx(path).epsilon(2e-3));
    CHECK(e.policy_rate.price == Approx(price).epsilon(1e-3));
}

TEST_CASE("without R&D nothing grows, from the first month on")
{
    Setup setup = researching(1000);
    setup.parameters.research.base = 0;
    Economy e = start_economy(setup);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) REQUIRE(e.firms.research_usual[row] == 0);
    advance(e, 36);
    CHECK(e.progress.level == 1);
    CHECK(e.total.innovations == 0);
    setup = researching(1000);
    setup.parameters.technology.progress_switch = 0;
    e = start_economy(setup);
    advance(e, 3);
    CHECK(e.progress.level == 1);
}

TEST_CASE("a calibration that knows no R&D is one in which progress is given")
{
    Setup setup = researching(1000);
    auto plain = std::make_shared<Calibration>(*china());
    for (auto& s : plain->sectors) s.rd_intensity = 0;
    setup.calibration = plain;
    Setup given = setup;
    given.parameters.technology.progress_switch = 1;
    Economy a = start_economy(setup), b = start_economy(given);
    advance(a, 2), advance(b, 2);
    CHECK(state_hash(a) == state_hash(b));
}

TEST_CASE(
    "with luck research makes the growth that is asked for, as many take it up as leave, books balance on any threads")
{
    const auto run = [] {
        Economy e = start_economy(researching(5000));
        std::int64_t innovations = 0, joined = 0;
        const auto performers = [&] {
            return std::count_if(e.firms.research_usual.begin(), e.firms.research_usual.end(),
                                 [](float r) { return r > 0; });
        };
        const auto before = performers();
        for (int month = 0; month < 120; ++month) {
            advance(e);
            if (month % 40 == 0) recount_books(e);
            innovations += e.total.innovations, joined += e.total.new_performers;
        }
        CHECK(innovations > 100);
        CHECK(joined > 0);
        CHECK(static_cast<double>(performers()) == Approx(static_cast<double>(before)).epsilon(0.2));
        CHECK(std::log(e.progress.level) / 10 > 0.022);
        CHECK(std::log(e.progress.level) / 10 < 0.038);
        return state_hash(e);
    };
    CHECK(with_threads(1, run) == with_threads(3, run));
}

TEST_CASE("research makes growth where firms of a sector do not differ in cost as well")
{
    Economy e = start_economy(without_edges(resting_research(1000)));
    advance(e, 60);
    CHECK(e.progress.level == Approx(std::pow(1 + 0.03 / 12, 60)).epsilon(1e-3));
}

TEST_CASE("who succeeds has a better product, without product gains quality is profit's alone")
{
    const auto sales = [](double gain) {
        Setup setup = researching(3000);
        setup.parameters.research.product_gain = gain, setup.parameters.demand.quality_upgrade = 0;
        Economy e = start_economy(setup);
        advance(e, 60);
        double better = 0, mean = 0, performers = 0, others = 0;
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            if (e.firms.research_usual[row] <= 0) {
                others += std::fabs(e.firms.quality[row] - 1);
                continue;
            }
            performers += 1, mean += e.firms.quality[row], better += e.firms.quality[row] > 1.02;
        }
        return std::array{better, mean / performers, others};
    };
    const auto with = sales(0.2), without = sales(0);
    CHECK(with[0] > 10);
    CHECK(with[1] == Approx(1).margin(0.05));
    CHECK(without[0] == 0);
    CHECK(without[1] == 1);
    CHECK(without[2] == 0);
}
