// Every lever and shock keeps what all of them must keep; levers that do not are found.
#include "tests/models/policies/walk.hpp"

#include <set>

using namespace rongtong;

namespace {

using Names = std::set<std::string_view>;

// A lever that acts as it is told to.
Lever bent(void (*act)(const LeverContext&, Conditions&))
{
    return {.name = "bent",
            .title_en = "",
            .title_zh = "",
            .channel = "",
            .moves = "",
            .harm = "",
            .source = "",
            .parameters = {},
            .yearly_cost_per_firm = 1,
            .act = act};
}

void lower_capacity(const LeverContext& c, Conditions& conditions, bool (*hits)(const Target&, const Group&))
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (hits(c.target, c.groups[g])) conditions.groups[g].capacity *= 1 - 0.5 * c.intensity;
}

void pass_over_size(const LeverContext& c, Conditions& conditions)
{
    lower_capacity(c, conditions, [](const Target& t, const Group& g) {
        return t.regions[g.region] && t.sectors[g.sector] && t.owners[static_cast<std::size_t>(g.owner)];
    });
}

} // namespace

TEST_CASE("every lever acts in its target alone, looks at every part of it that it declares, and is nothing at zero",
          "[walk]")
{
    REQUIRE(!all_levers().empty());
    for (const Lever* lever : all_levers()) {
        INFO(lever->name);
        CHECK(walk_conditions(*lever) == Findings{});
        CHECK(walk_runs(*lever) == Findings{});
    }
}

TEST_CASE("every shock hits its target alone, looks at every part of it that it declares, and is nothing at zero",
          "[walk]")
{
    const Names without_zero{"firm_failure"}; // fails at least one firm
    REQUIRE(!all_shocks().empty());
    for (const Shock* shock : all_shocks()) {
        INFO(shock->name);
        CHECK(walk_conditions(*shock) == Findings{});
        CHECK(walk_runs(*shock) == Findings{});
        CHECK((zero_of(*shock) == shock->parameters.size()) == without_zero.contains(shock->name));
    }
}

TEST_CASE("the walk finds a lever that passes over a part of its target, or looks at one that it does not declare",
          "[walk]")
{
    Lever lever = bent(pass_over_size);
    CHECK(walk_conditions(lever) == Findings{"ignores size of its target", "changes capacity outside its size",
                                             "ignores tiers of its target", "changes capacity outside its tiers",
                                             "ignores firms of its target", "changes capacity outside its firms"});
    lever.target = {.sectors = false, .size = false, .tiers = false};
    CHECK(walk_conditions(lever) == Findings{"looks at sectors, which it does not declare"});
    CHECK(walk_conditions(bent([](const LeverContext&, Conditions&) {})).front() == "changes nothing");
    const auto everywhere = [](const LeverContext& c, Conditions& k) { k.credit_supply *= 1 - 0.5 * c.intensity; };
    CHECK(walk_conditions(bent(everywhere)).back() == "changes credit_supply outside its firms");
}

TEST_CASE("the walk finds a lever that acts at zero intensity, or not at all", "[walk]")
{
    CHECK(walk_runs(bent(pass_over_size)) == Findings{});
    const auto at_zero = [](const LeverContext&, Conditions& k) { k.groups[0].capacity *= 0.5; };
    CHECK(walk_runs(bent(at_zero)) == Findings{"moves results at zero intensity"});
    Lever idle = bent([](const LeverContext&, Conditions&) {});
    CHECK(walk_runs(idle) == Findings{}); // its cost moves results
    idle.yearly_cost_per_firm = 0;
    CHECK(walk_runs(idle) == Findings{"moves no result"});
}
