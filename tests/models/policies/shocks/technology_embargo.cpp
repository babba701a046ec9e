// Shock technology_embargo (models/policies/shocks/technology_embargo.cpp, models/research/knowledge.hpp).
#include "models/research/knowledge.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

namespace {

bool is_cut_off(std::size_t sector) { return sector >= 16 && sector < 24; } // machinery to instruments

std::int64_t innovations_of(const Economy& e, bool of_target)
{
    std::int64_t sum = 0;
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        if (is_cut_off(e.groups[g].sector) == of_target) sum += e.sums[g].innovations;
    return sum;
}

} // namespace

TEST_CASE("less foreign knowledge lowers what R&D does, by its weight in the sector")
{
    ResearchRules rules = default_parameters().research;
    rules.public_knowledge = 0.5;
    CHECK(knowledge_factor(1, 1, 0.6, rules) == 1);
    CHECK(knowledge_factor(1, 0.25, 0.5, rules) == Approx(std::pow(0.25, 0.25)));
    CHECK(knowledge_factor(1, 0, 0.5, rules) == 0);
    CHECK(weight_of_foreign(0) == 0.2);
    CHECK(weight_of_foreign(0.3) == Approx(0.5));
    CHECK(weight_of_foreign(0.9) == 0.7);
}

TEST_CASE("an embargo lowers innovations of its sectors and leaves those of others for two years")
{
    Setup setup = researching(20000);
    ShockEvent embargo = shock_of("technology_embargo", 2, {1, 0, 0});
    for (std::size_t s = 0; s < 64; ++s) embargo.target.sectors[s] = is_cut_off(s);
    Economy free = start_economy(setup);
    setup.shocks.push_back(embargo);
    Economy cut = start_economy(setup);
    std::int64_t own = 0, own_cut = 0, others = 0, others_cut = 0;
    for (int month = 0; month < 24; ++month) {
        advance(free), advance(cut);
        own += innovations_of(free, true), own_cut += innovations_of(cut, true);
        others += innovations_of(free, false), others_cut += innovations_of(cut, false);
    }
    CHECK(own > 10);
    CHECK(own_cut < 0.2 * static_cast<double>(own)); // those of its first month
    CHECK(static_cast<double>(others_cut) == Approx(static_cast<double>(others)).epsilon(0.03));
}

TEST_CASE("an embargo fades, or ends, and finds nobody where progress is given")
{
    Setup setup = researching(1000);
    setup.shocks.push_back(shock_of("technology_embargo", 1, {0.8, 4, 1}));
    Economy e = start_economy(setup);
    for (double left : {0.2, 0.4, 0.6, 0.8, 1.0}) {
        advance(e);
        CHECK(e.policy.conditions.groups[0].foreign_knowledge == Approx(left));
    }
}
