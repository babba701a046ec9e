// What levers declare as goals and harms must be there to be compared.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "models/indicators/indicator.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

using namespace rongtong;

TEST_CASE("every lever declares goals and harms, by indicators and groups that exist")
{
    const auto& aims = all_lever_aims();
    REQUIRE(aims.size() == all_levers().size());
    for (std::size_t i = 0; i < aims.size(); ++i) {
        INFO(aims[i]->lever);
        CHECK(aims[i]->lever == all_levers()[i]->name);
        CHECK_FALSE(aims[i]->goals.empty());
        CHECK_FALSE(aims[i]->harms.empty());
        for (const auto* list : {&aims[i]->goals, &aims[i]->harms})
            for (const auto& watched : *list) {
                INFO(watched.indicator);
                const auto& all = all_indicators();
                const auto found = std::find_if(all.begin(), all.end(),
                                                [&](const auto& one) { return one.name == watched.indicator; });
                REQUIRE(found != all.end());
                CHECK(watched.axis.empty() == watched.group.empty());
                if (watched.axis.empty()) continue;
                CHECK(found->of_firms != nullptr); // given by group
                CHECK(watched.axis == "size");
                CHECK(std::set<std::string_view>{"micro", "small", "medium", "large"}.contains(watched.group));
            }
    }
}
