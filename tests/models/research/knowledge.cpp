// What is known elsewhere (models/research/knowledge.hpp), and what public research adds to it.
#include "models/research/knowledge.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

TEST_CASE("what is known at home and abroad multiplies what research does, by weights that sum to the exponent")
{
    ResearchRules rules = default_parameters().research;
    rules.public_knowledge = 0.3, rules.home_lag = 50;
    CHECK(knowledge_factor(1, 1, 0.4, rules) == 1);
    CHECK(knowledge_factor(0.8, 0.5, 0.4, rules) == Approx(std::pow(std::pow(0.8, 0.6) * std::pow(0.5, 0.4), 0.3)));
    CHECK(next_home(1, 0.5, rules) == Approx(0.99));
    rules.home_lag = 0;
    CHECK(next_home(0.7, 0.5, rules) == 1);
}

TEST_CASE("less public research means less innovation years later, at rest it follows its trend")
{
    Setup setup = resting_research(2000);
    Economy rest = start_economy(setup);
    ShockEvent cut;
    cut.label = "cut", cut.shock = find_shock("demand"), cut.month = 1;
    cut.parameters = {-0.5, 0, 0, 0, 1, 0, 0}; // half of what government buys, for ever
    cut.target.sectors.reset();
    for (std::size_t s = 0; s < rest.groups.sectors(); ++s)
        cut.target.sectors[s] = rest.technology.research_goods.domestic[s] > 0;
    advance(rest, 24);
    CHECK(rest.frontier.home == Approx(1).epsilon(1e-3));
    setup.shocks.push_back(cut);
    Economy e = start_economy(setup);
    advance(e, 24);
    CHECK(e.frontier.home ==
          Approx(0.5 + 0.5 * std::pow(1 - 1 / e.setup.parameters.research.home_lag, 24)).epsilon(0.02));
    CHECK(e.work.facts[0].knowledge < 0.97 * rest.work.facts[0].knowledge);
}
