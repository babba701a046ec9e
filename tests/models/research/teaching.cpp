// What firms without R&D learn from customers that do some (models/research/teaching.hpp, find_teachers.cpp, models/start/teaching.cpp).
#include "models/research/teaching.hpp"
#include "models/research/gains.hpp"
#include "models/research/research.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

namespace {

std::size_t sector_of_row(const Economy& e, std::size_t row) { return e.groups[e.firms.group[row]].sector; }

double lead_of(const Economy& e, std::size_t row)
{
    return e.firms.technology[row] - e.frontier.front[sector_of_row(e, row)];
}

// The first firm without R&D of a sector in which some are taught, which is behind.
std::size_t learner(const Economy& e)
{
    std::size_t row = 0;
    while (e.firms.research_usual[row] > 0 || e.frontier.taught[sector_of_row(e, row)] <= 0 || lead_of(e, row) > -0.1)
        ++row;
    return row;
}

} // namespace

TEST_CASE("who is taught as the mean learns as the mean, who is not has what is in the air")
{
    CHECK(teaching_of(0.2, 0.2, 0.3) == Approx(1));
    CHECK(teaching_of(0, 0.2, 0.3) == Approx(0.7));
    CHECK(teaching_of(0.6, 0.2, 0.3) == Approx(0.7 + 0.9));
    CHECK(teaching_of(0.6, 0, 0.3) == 1); // nobody there is taught
    CHECK(teaching_of(0.6, 0.2, 0) == 1);
}

TEST_CASE("at the start firms know their largest customer that does R&D and is ahead, and the mean distance to the "
          "front is kept")
{
    const Economy e = start_economy(researching(5000));
    const auto& f = e.firms;
    std::vector<double> cost(e.groups.sectors()), taught(cost.size()), slowness(cost.size());
    const double part = e.setup.parameters.research.along_links;
    std::size_t some = 0;
    for (std::size_t row = 0; row < f.rows(); ++row) {
        if (f.research_usual[row] > 0) continue;
        double largest = 0;
        for (std::size_t buyer = 0; buyer < f.rows() && row < 40; ++buyer) // by hand, from the buyers' side
            for (const auto edge : e.links.network.outgoing(buyer))
                if (e.links.network.target[edge] == row && f.research_usual[buyer] > 0 &&
                    lead_of(e, buyer) > lead_of(e, row))
                    largest = std::max(largest, double{e.links.flow[edge].ordered});
        if (row < 40) CHECK(f.taught[row] == Approx(std::sqrt(std::min(1.0, largest / f.expected[row]))));
        const std::size_t s = sector_of_row(e, row);
        const double weight = e.technology.sectors[s].labour * f.labour_cost[row] * f.made[row];
        cost[s] += weight, taught[s] += weight * f.taught[row], some += f.taught[row] > 0;
        slowness[s] += weight / (e.frontier.teaching[s] * teaching_of(f.taught[row], e.frontier.taught[s], part));
    }
    CHECK(some > 100);
    for (std::size_t s = 0; s < cost.size(); ++s) {
        if (cost[s] <= 0) continue;
        CHECK(e.frontier.taught[s] == Approx(taught[s] / cost[s]));
        CHECK(slowness[s] / cost[s] == Approx(1));
    }
}

TEST_CASE("a firm that is taught catches up faster, by what its customer gives it of its orders")
{
    Economy e = start_economy(researching(3000));
    const std::size_t row = learner(e);
    Economy other = e;
    e.firms.taught[row] = 1, other.firms.taught[row] = 0;
    // its month of the year is not this one, so that it does not look again
    REQUIRE((e.firms.id[row] + 1) % 12 != 0);
    const double lead = lead_of(e, row);
    advance(e), advance(other);
    const auto& rules = e.setup.parameters.research;
    const std::size_t s = sector_of_row(e, row);
    const double faster = rules.along_links / e.frontier.taught[s] * e.frontier.teaching[s];
    CHECK(e.firms.technology[row] - other.firms.technology[row] ==
          Approx(caught_up(lead, 0, rules) * faster).epsilon(0.01));
}

TEST_CASE("once a year a firm looks at its customers again, who does R&D is not taught, switched off nobody is")
{
    Economy e = start_economy(researching(3000));
    const std::size_t row = learner(e);
    for (std::size_t k = 0; k < e.firms.rows(); ++k)
        if (e.firms.research_usual[k] > 0) CHECK(e.firms.taught[k] == 0);
    e.firms.taught[row] = 0.77f;
    advance(e, 12);
    CHECK(e.firms.taught[row] != 0.77f);
    Setup off = researching(3000);
    off.parameters.research.along_links = 0;
    Economy none = start_economy(off);
    advance(none, 12);
    for (const float taught : none.firms.taught) CHECK(taught == 0);
}
