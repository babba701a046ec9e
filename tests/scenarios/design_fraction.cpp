// Regular fractions: worked out by hand and against the table in Box, Hunter and Hunter (2005), chapter 6.
#include "design_helper.hpp"

#include "scenarios/designs/fraction.hpp"

#include <algorithm>
#include <bit>

using namespace rongtong;

namespace {

bool has(const Design& d, const std::string& note)
{
    return std::find(d.notes.begin(), d.notes.end(), note) != d.notes.end();
}

double sign(const DesignPoint& p, std::size_t i) { return 2 * p.at[i] - 1; }

} // namespace

TEST_CASE("The half fraction 2^(3-1) with C = AB")
{
    const Design d = design_of(R"({"kind": "fractional_factorial", "generators": ["C=AB"]})", continuous_factors(3));
    CHECK(places(d) == DesignPlaces{{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {1, 1, 1}});
    CHECK(d.notes == std::vector<std::string>{"A: x1, B: x2, C: x3", "I = ABC", "resolution 3", "A is aliased with BC",
                                              "B is aliased with AC", "C is aliased with AB"});
}

TEST_CASE("The other half has the minus sign")
{
    const Design d = design_of(R"({"kind": "fractional_factorial", "generators": ["C = -AB"]})", continuous_factors(3));
    CHECK(places(d) == DesignPlaces{{0, 0, 0}, {1, 0, 1}, {0, 1, 1}, {1, 1, 0}});
    CHECK(has(d, "I = -ABC"));
    CHECK(has(d, "A is aliased with -BC"));
}

TEST_CASE("E = ABCD: main effects with four-factor, pairs with three-factor interactions")
{
    const Design d = design_of(R"({"kind": "fractional_factorial", "generators": ["E=ABCD"]})", continuous_factors(5));
    REQUIRE(d.points.size() == 16);
    for (const DesignPoint& p : d.points) CHECK(sign(p, 4) == sign(p, 0) * sign(p, 1) * sign(p, 2) * sign(p, 3));
    CHECK(d.notes.size() == 3 + 5 + 10);
    CHECK(has(d, "I = ABCDE"));
    CHECK(has(d, "resolution 5"));
    CHECK(has(d, "A is aliased with BCDE"));
    CHECK(has(d, "E is aliased with ABCD"));
    CHECK(has(d, "BD is aliased with ACE"));
}

TEST_CASE("D = AB, E = AC: three words, and an interaction is named once")
{
    const Design d = design_of(R"({"kind": "fractional_factorial", "generators": ["D=AB", "E=AC"]})",
                               continuous_factors(5));
    CHECK(d.points.size() == 8);
    CHECK(has(d, "I = ABD = ACE = BCDE"));
    CHECK(has(d, "A is aliased with BD, CE, ABCDE"));
    CHECK(has(d, "BC is aliased with DE, ABE, ACD"));
    CHECK_FALSE(has(d, "DE is aliased with BC, ABE, ACD"));
}

TEST_CASE("Generators may be written with names, which go before letters, and define any factor")
{
    const std::vector<Factor> factors{{"tax", 0}, {"cap", 2}, {"A", 0}, {"d", 0}};
    const auto by_name = design_of(R"({"kind": "fractional_factorial", "generators": ["tax=cap * A*d"]})", factors);
    CHECK(places(by_name) == DesignPlaces{{0, 0, 0, 0}, // - - - gives -
                                          {1, 1, 0, 0},
                                          {1, 0, 1, 0},
                                          {0, 1, 1, 0},
                                          {1, 0, 0, 1},
                                          {0, 1, 0, 1},
                                          {0, 0, 1, 1},
                                          {1, 1, 1, 1}});
    CHECK(has(by_name, "I = ABCD")); // the letters of the notes go by order
}

TEST_CASE("Letters leave out I")
{
    CHECK(letters({0b111100000}) == "FGHJ");
    const Design d = design_of(R"({"kind": "fractional_factorial", "generators": ["J=ABCDEFGH"]})",
                               continuous_factors(9));
    CHECK(has(d, "I = ABCDEFGHJ"));
    CHECK(read_design_text(R"({"kind": "fractional_factorial", "generators": ["I=ABCD"]})", continuous_factors(9))
              .problems.size() == 1);
}

TEST_CASE("The smallest fraction with a resolution has as many runs as the tables say")
{
    // factors, resolution, runs (log2)
    const std::vector<std::array<int, 3>> known{{3, 3, 2}, {4, 3, 3},  {5, 3, 3},  {6, 3, 3},  {7, 3, 3},
                                                {8, 3, 4}, {12, 3, 4}, {4, 4, 3},  {5, 4, 4},  {8, 4, 4},
                                                {9, 4, 5}, {12, 4, 5}, {5, 5, 4},  {6, 5, 5},  {7, 5, 6},
                                                {8, 5, 6}, {9, 5, 7},  {11, 5, 7}, {12, 5, 8}, {3, 5, 3}};
    for (const auto& [factors, resolution, runs] : known) {
        INFO(factors << " factors, resolution " << resolution);
        const auto k = static_cast<std::size_t>(factors);
        const Design d = design_of(R"({"kind": "fractional_factorial", "resolution": )" + std::to_string(resolution) +
                                       "}",
                                   continuous_factors(k));
        CHECK(d.points.size() == std::size_t{1} << runs);
        const auto generators = smallest_fraction(k, resolution);
        const auto words = defining_words(generators);
        CHECK(words.size() + 1 == std::size_t{1} << generators.size());
        for (const Word& w : words) CHECK(std::popcount(w.factors) >= resolution);
    }
    // of two equally small ones the better: D = ABC rather than D = AB
    CHECK(has(design_of(R"({"kind": "fractional_factorial", "resolution": 3})", continuous_factors(4)), "I = ABCD"));
}

TEST_CASE("In a fraction of resolution 5 main effects and pairs are orthogonal to each other")
{
    const std::size_t k = 8;
    const Design d = design_of(R"({"kind": "fractional_factorial", "resolution": 5})", continuous_factors(k));
    std::vector<std::uint32_t> effects;
    for (std::size_t i = 0; i < k; ++i)
        for (std::size_t j = i; j < k; ++j) effects.push_back(1u << i | 1u << j);
    for (const std::uint32_t a : effects)
        for (const std::uint32_t b : effects) {
            double sum = 0;
            for (const DesignPoint& p : d.points) {
                double product = 1;
                for (std::size_t i = 0; i < k; ++i)
                    if ((a ^ b) >> i & 1) product *= sign(p, i);
                sum += product;
            }
            REQUIRE(sum == (a == b ? static_cast<double>(d.points.size()) : 0));
        }
}

TEST_CASE("Too few factors for a fraction: the full design, and the notes say so")
{
    const Design d = design_of(R"({"kind": "fractional_factorial", "resolution": 4})", continuous_factors(2));
    CHECK(places(d) == DesignPlaces{{0, 0}, {1, 0}, {0, 1}, {1, 1}});
    CHECK(has(d, "full factorial design: nothing is aliased"));
}
