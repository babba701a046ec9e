// Designs without chance, against designs worked out by hand.
#include "design_helper.hpp"

using namespace rongtong;

TEST_CASE("A grid takes every combination, the last factor fastest")
{
    const std::vector<Factor> factors{{"rate", 0}, {"rule", 2}, {"cap", 0}};
    const Design d = design_of(R"({"kind": "grid", "steps": {"rate": 3, "cap": 2}})", factors);
    CHECK(places(d) == DesignPlaces{{0, 0, 0},
                                    {0, 0, 1},
                                    {0, 1, 0},
                                    {0, 1, 1},
                                    {0.5, 0, 0},
                                    {0.5, 0, 1},
                                    {0.5, 1, 0},
                                    {0.5, 1, 1},
                                    {1, 0, 0},
                                    {1, 0, 1},
                                    {1, 1, 0},
                                    {1, 1, 1}});
    CHECK(design_of(R"({"kind": "grid", "steps": 4})", factors).points.size() == 4 * 2 * 4);
    CHECK(places(design_of(R"({"kind": "grid"})", {{"rule", 3}})) == DesignPlaces{{0}, {1}, {2}});
}

TEST_CASE("The size of a design is known without making it")
{
    const auto size = [](const std::string& text, std::size_t factors) {
        const auto k = continuous_factors(factors);
        const ReadDesign read = read_design_text(text, k);
        REQUIRE(read.request);
        return design_size(*read.request, k);
    };
    CHECK(size(R"({"kind": "grid", "steps": 100})", 20) == Approx(1e40));
    CHECK(size(R"({"kind": "factorial"})", 60) == 0x1p60);
    CHECK(size(R"({"kind": "saltelli", "base": 1000000000, "second_order": true})", 999) == 2e12);
    CHECK(size(R"({"kind": "morris", "trajectories": 1000000000})", 999) == 1e12);
}

TEST_CASE("A list hands on its values as they stand, in the order of the factors")
{
    const Design d = design_of(R"({"kind": "list", "points": [{"b": "high", "a": 1.5}, {"a": 2, "b": "low"}]})",
                               {{"a", 0}, {"b", 2}});
    REQUIRE(d.listed.size() == 2);
    CHECK(d.listed[0] == std::vector<nlohmann::json>{1.5, "high"});
    CHECK(d.listed[1] == std::vector<nlohmann::json>{2, "low"});
}

TEST_CASE("A two-level design in Yates order: the first factor fastest")
{
    CHECK(places(design_of(R"({"kind": "factorial"})", {{"a", 0}, {"b", 2}, {"c", 0}})) ==
          DesignPlaces{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1}, {1, 1, 1}});
}

TEST_CASE("One at a time: a centre, then each factor alone")
{
    const Design d = design_of(R"({"kind": "one_at_a_time"})", {{"a", 0}, {"b", 3}, {"c", 0}});
    CHECK(
        places(d) ==
        DesignPlaces{{0.5, 0, 0.5}, {0, 0, 0.5}, {1, 0, 0.5}, {0.5, 1, 0.5}, {0.5, 2, 0.5}, {0.5, 0, 0}, {0.5, 0, 1}});
    REQUIRE(d.numbers.size() == 1);
    CHECK(d.numbers[0].first == "factor_changed");
    CHECK(d.numbers[0].second == std::vector<std::int32_t>{-1, 0, 0, 1, 1, 2, 2});
}
