// Indices of technology (models/research/frontier.hpp, advance_frontier.cpp).
#include "models/research/frontier.hpp"

#include "models/research/research.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

TEST_CASE("an index moves with its members' mean gain, what entrants and leavers do to the mean, slowly")
{
    CHECK(index_growth({}, 0, 0, 0.1) == 0);
    CHECK(index_growth({2, 0.01, 0.5}, 0.245, 0, 0.1) == Approx(0.005)); // the mean is where the index goes
    CHECK(index_growth({2, 0.01, 0.5}, 0.145, 0, 0.1) == Approx(0.015));
    CHECK(index_growth({2, 0.01, 0.5}, 0.145, 0.1, 0.1) == Approx(0.005)); // it was that far from it at the start
}

TEST_CASE(
    "the level takes what firms gained when they have lost it: a firm that gains nothing keeps its output per worker")
{
    Economy e = start_economy(researching(1000));
    e.setup.parameters.research.chain = 0;
    e.setup.parameters.research.catch_up = e.setup.parameters.research.success = 1e-9;
    advance(e);
    std::vector<double> before(e.firms.rows());
    const auto per_worker = [&](std::size_t row) { return e.progress.level * e.firms.productivity[row]; };
    for (std::size_t row = 0; row < before.size(); ++row) before[row] = per_worker(row);
    const std::vector<std::uint64_t> ids(e.firms.id.begin(), e.firms.id.end());
    advance(e, 5);
    int seen = 0;
    for (std::size_t row = 0; row < before.size(); ++row)
        if (e.firms.state[row] == FirmState::active && e.firms.id[row] == ids[row] && e.firms.born[row] < 1) {
            CHECK(per_worker(row) == Approx(before[row]).epsilon(1e-7));
            ++seen;
        }
    CHECK(seen > 900);
}

TEST_CASE("sectors without performers move with what they buy")
{
    Economy e = start_economy(resting_research(1000));
    std::size_t without = 0;
    advance(e, 24);
    for (std::size_t s = 0; s < e.groups.sectors(); ++s)
        if (e.frontier.rate[s] == 0) {
            ++without;
            CHECK(e.frontier.gain[s] == Approx(0.0025).epsilon(0.02));
        }
    CHECK(without > 5);
    for (auto& gain : e.frontier.gain) gain = 0; // and stop where what they buy stops
    e.setup.parameters.research.chain = 0;
    e.setup.parameters.research.catch_up = e.setup.parameters.research.success = 1e-9;
    advance(e);
    for (std::size_t s = 0; s < e.groups.sectors(); ++s)
        if (e.frontier.rate[s] == 0) CHECK(std::fabs(e.frontier.gain[s]) < 1e-4);
}
