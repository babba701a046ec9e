// Designs with chance or low discrepancy: the properties that define them, and golden results.
#include "design_helper.hpp"

#include "scenarios/sha256.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

using namespace rongtong;

namespace {

const std::vector<Factor> mixed{{"a", 0}, {"rule", 6}, {"b", 0}, {"switch", 2}};

// Of the bits of all places, independent of the byte order of the machine.
std::string fingerprint(const Design& d)
{
    std::string bytes;
    for (const DesignPoint& p : d.points)
        for (const double x : p.at)
            for (int shift = 0; shift < 64; shift += 8)
                bytes += static_cast<char>(std::bit_cast<std::uint64_t>(x) >> shift & 0xff);
    return sha256(bytes).substr(0, 16);
}

std::map<double, int> count(const Design& d, std::size_t factor)
{
    std::map<double, int> out;
    for (const DesignPoint& p : d.points) ++out[p.at[factor]];
    return out;
}

// Of a continuous factor: how many of `strata` equal parts of [0, 1) have exactly one point.
std::size_t filled(const DesignPlaces& points, std::size_t factor, std::size_t strata)
{
    std::set<std::size_t> seen;
    for (const auto& p : points) seen.insert(static_cast<std::size_t>(p[factor] * static_cast<double>(strata)));
    return seen.size();
}

} // namespace

TEST_CASE("Designs with a seed give the same points on every machine")
{
    const std::vector<std::pair<std::string, std::string>> golden{
        {R"({"kind": "random", "points": 100})", "fe9e1b9f653a9eea"},
        {R"({"kind": "random", "points": 100, "seed": 2})", "16727ab44fbda73a"},
        {R"({"kind": "latin_hypercube", "points": 100})", "0c0763b4d7ea51be"},
        {R"({"kind": "latin_hypercube", "points": 100, "seed": 4294967295})", "c4f10550b1106cf5"},
        {R"({"kind": "sobol", "points": 128})", "4f89f451dafe6111"},
        {R"({"kind": "sobol", "points": 128, "seed": 1})", "7905093662eaef40"},
        {R"({"kind": "morris", "trajectories": 20})", "76b7ed05b27cd606"},
        {R"({"kind": "morris", "trajectories": 20, "seed": 2, "levels": 6})", "131289c4e1f682f6"},
        {R"({"kind": "saltelli", "base": 16, "seed": 1, "second_order": true})", "8c1ade126a16aa5b"}};
    std::set<std::string> different;
    for (const auto& [text, expected] : golden) {
        INFO(text);
        const Design d = design_of(text, mixed);
        CHECK(fingerprint(d) == expected);
        CHECK(fingerprint(design_of(text, mixed)) == fingerprint(d));
        different.insert(fingerprint(d));
    }
    CHECK(different.size() == golden.size());
}

TEST_CASE("Seed 1 is the default of random designs, no seed that of the Sobol sequence")
{
    for (const std::string head : {R"({"kind": "random", "points": 50)", R"({"kind": "latin_hypercube", "points": 50)",
                                   R"({"kind": "morris", "trajectories": 50)"})
        CHECK(places(design_of(head + "}", mixed)) == places(design_of(head + ", \"seed\": 1}", mixed)));
    CHECK(places(design_of(R"({"kind": "sobol", "points": 50})", mixed)) !=
          places(design_of(R"({"kind": "sobol", "points": 50, "seed": 1})", mixed)));
}

TEST_CASE("Random points are uniform, and more of them begin with the same ones")
{
    const Design d = design_of(R"({"kind": "random", "points": 6000})", mixed);
    for (const auto& [level, n] : count(d, 1)) CHECK(std::fabs(n - 1000) < 4 * std::sqrt(1000 * 5 / 6.0));
    CHECK(count(d, 1).size() == 6);
    double sum = 0, squares = 0, together = 0;
    for (const DesignPoint& p : d.points) {
        CHECK((p.at[0] > 0 && p.at[0] < 1));
        sum += p.at[0] - 0.5;
        squares += (p.at[0] - 0.5) * (p.at[0] - 0.5);
        together += (p.at[0] - 0.5) * (p.at[2] - 0.5);
    }
    CHECK(std::fabs(sum / 6000) < 4 * std::sqrt(1 / 12.0 / 6000));
    CHECK(squares / 6000 == Approx(1 / 12.0).epsilon(0.05));
    CHECK(std::fabs(together / 6000) < 4 / 12.0 / std::sqrt(6000));

    const DesignPlaces few = places(design_of(R"({"kind": "random", "points": 17})", mixed));
    CHECK(std::equal(few.begin(), few.end(), places(d).begin()));
}

TEST_CASE("Latin hypercube: each stratum once, each level as often as another or once more")
{
    for (const std::size_t n : {1u, 2u, 5u, 97u, 1000u}) {
        const Design d = design_of(R"({"kind": "latin_hypercube", "points": )" + std::to_string(n) + "}", mixed);
        REQUIRE(d.points.size() == n);
        CHECK(filled(places(d), 0, n) == n);
        CHECK(filled(places(d), 2, n) == n);
        const auto levels = count(d, 1);
        CHECK(levels.size() == std::min<std::size_t>(n, 6));
        for (const auto& [level, times] : levels) {
            CHECK((level >= 0 && level <= 5 && level == std::floor(level)));
            CHECK((times == static_cast<int>(n / 6) || times == static_cast<int>(n / 6) + 1));
        }
    }
    const DesignPlaces big = places(design_of(R"({"kind": "latin_hypercube", "points": 1000})", mixed));
    double together = 0;
    for (const auto& p : big) together += (p[0] - 0.5) * (p[2] - 0.5);
    CHECK(std::fabs(together / 1000) < 4 / 12.0 / std::sqrt(1000)); // the columns are shuffled apart
}

TEST_CASE("The Sobol sequence begins with its known points")
{
    const auto two = continuous_factors(2);
    const DesignPlaces known{{0.5, 0.5}, {0.75, 0.25}, {0.25, 0.75}, {0.375, 0.375}, {0.875, 0.875}};
    CHECK(places(design_of(R"({"kind": "sobol", "points": 5})", two)) == known);
    CHECK(places(design_of(R"({"kind": "sobol", "points": 3, "skip": 2})", two)) ==
          DesignPlaces(known.begin() + 2, known.end()));
    CHECK(places(design_of(R"({"kind": "sobol", "points": 3})", {{"rule", 2}, {"size", 4}})) ==
          DesignPlaces{{1, 2}, {1, 1}, {0, 3}});
}

TEST_CASE("Shifted Sobol points are balanced: the origin is one of them")
{
    const auto two = continuous_factors(2);
    const DesignPlaces p = places(design_of(R"({"kind": "sobol", "points": 64, "seed": 7})", two));
    CHECK(filled(p, 0, 64) == 64);
    CHECK(filled(p, 1, 64) == 64);
    std::set<std::pair<int, int>> boxes; // every 8 by 8 box once
    for (const auto& x : p) boxes.emplace(static_cast<int>(x[0] * 8), static_cast<int>(x[1] * 8));
    CHECK(boxes.size() == 64);
    const DesignPlaces later = places(design_of(R"({"kind": "sobol", "points": 60, "seed": 7, "skip": 4})", two));
    CHECK(later == DesignPlaces(p.begin() + 4, p.end()));
    // without a shift, leaving out one point less than a power of two does the same
    CHECK(filled(places(design_of(R"({"kind": "sobol", "points": 64, "skip": 63})", two)), 0, 64) == 64);
}

TEST_CASE("Morris: one factor changes at each step, by delta up or down, each factor once")
{
    for (const std::size_t levels : {2u, 4u, 10u}) {
        const Design d = design_of(
            R"({"kind": "morris", "trajectories": 200, "levels": )" + std::to_string(levels) + "}", mixed);
        const auto p = static_cast<double>(levels);
        const std::vector<double> step{p / (2 * (p - 1)), 3, p / (2 * (p - 1)), 1}; // in places, or in levels
        REQUIRE(d.numbers.size() == 3);
        const auto &trajectory = d.numbers[0].second, &at = d.numbers[1].second, &changed = d.numbers[2].second;
        std::set<std::int32_t> seen;
        for (std::size_t i = 0; i < d.points.size(); ++i) {
            CHECK(trajectory[i] == static_cast<std::int32_t>(i / 5));
            CHECK(at[i] == static_cast<std::int32_t>(i % 5));
            if (at[i] == 0) {
                CHECK(changed[i] == -1);
                seen.clear();
                continue;
            }
            CHECK(seen.insert(changed[i]).second);
            for (std::size_t f = 0; f < mixed.size(); ++f) {
                const double moved = std::fabs(d.points[i].at[f] - d.points[i - 1].at[f]);
                CHECK(moved == Approx(static_cast<std::int32_t>(f) == changed[i] ? step[f] : 0).margin(1e-15));
            }
        }
    }
}

TEST_CASE("Morris: every level is met, all equally often, and no other place")
{
    const Design d = design_of(R"({"kind": "morris", "trajectories": 2000})", mixed);
    for (const std::size_t f : {0u, 1u}) {
        const auto met = count(d, f);
        const double share = 10000.0 / (f == 0 ? 4 : 6);
        CHECK(met.size() == (f == 0 ? 4 : 6));
        // points of a trajectory go together: 2000 independent starts
        for (const auto& [level, n] : met) CHECK(std::fabs(n - share) < 5 * 4 * std::sqrt(2000 / 6.0));
    }
    for (const auto& [place, n] : count(d, 0)) CHECK(3 * place == Approx(std::round(3 * place)).margin(1e-12));
}

TEST_CASE("Saltelli: AB_i is A with column i from B, BA_i the other way round")
{
    const Design d = design_of(R"({"kind": "saltelli", "base": 32, "second_order": true, "seed": 3})", mixed);
    REQUIRE(d.texts.size() == 1);
    REQUIRE(d.numbers.size() == 1);
    std::map<std::string, DesignPlaces> block;
    for (std::size_t i = 0; i < d.points.size(); ++i) {
        auto& rows = block[d.texts[0].second[i]];
        CHECK(d.numbers[0].second[i] == static_cast<std::int32_t>(rows.size()));
        rows.push_back(d.points[i].at);
    }
    CHECK(block.size() == 10);
    CHECK(block["A"] != block["B"]);
    for (std::size_t i = 0; i < mixed.size(); ++i)
        for (std::size_t row = 0; row < 32; ++row)
            for (std::size_t j = 0; j < mixed.size(); ++j) {
                CHECK(block["AB_" + mixed[i].name][row][j] == block[i == j ? "B" : "A"][row][j]);
                CHECK(block["BA_" + mixed[i].name][row][j] == block[i == j ? "A" : "B"][row][j]);
            }
    CHECK(design_of(R"({"kind": "saltelli", "base": 32})", mixed).points.size() == 32 * 6);
}

TEST_CASE("Saltelli: A and B are the halves of one Sobol point")
{
    const DesignPlaces eight = places(design_of(R"({"kind": "sobol", "points": 8, "skip": 3})", continuous_factors(4)));
    const DesignPlaces p = places(design_of(R"({"kind": "saltelli", "base": 8, "skip": 3})", continuous_factors(2)));
    for (std::size_t row = 0; row < 8; ++row) {
        CHECK(p[row] == std::vector<double>{eight[row][0], eight[row][1]});
        CHECK(p[8 + row] == std::vector<double>{eight[row][2], eight[row][3]});
    }
}
