#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>

#include "analysis/discovery/prim.hpp"
#include "sim/error.hpp"

using namespace rongtong;

namespace {

// A grid of 20 x 20 x 3 points; of interest where a > 0.7 and b < 0.4, whatever c is.
Study corner()
{
    Study study;
    study.design.factors = {"a", "b", "c"};
    study.design.levels.resize(3);
    Outcome y{"y", "", 0, {{}}};
    for (int i = 0; i < 20; ++i)
        for (int j = 0; j < 20; ++j)
            for (int k = 0; k < 3; ++k) {
                const double a = (i + 0.5) / 20, b = (j + 0.5) / 20;
                study.design.x.push_back({a, b, static_cast<double>(k)});
                y.y[0].push_back(a > 0.7 && b < 0.4 ? 1 : 0);
            }
    study.outcomes.push_back(y);
    return study;
}

const Restriction* of(const PrimBox& box, const std::string& factor)
{
    for (const auto& r : box.restrictions)
        if (r.factor == factor) return &r;
    return nullptr;
}

} // namespace

TEST_CASE("PRIM finds a corner, and that the third factor has no part in it")
{
    const auto found = discover(corner(), parse_interest("y >= 1"), {});
    CHECK(found.points == 1200);
    CHECK(found.of_interest == 6 * 8 * 3);
    REQUIRE(found.trajectories.size() == 1); // the first box holds all
    const auto& box = found.trajectories[0].boxes[found.trajectories[0].chosen];
    CHECK(box.density >= 0.8);
    CHECK(box.coverage >= 0.95);
    REQUIRE(of(box, "a"));
    REQUIRE(of(box, "b"));
    CHECK(of(box, "a")->from_below);
    CHECK_FALSE(of(box, "a")->from_above);
    CHECK(of(box, "a")->low == Approx(0.7).margin(0.06));
    CHECK(of(box, "b")->high == Approx(0.4).margin(0.06));
    CHECK(of(box, "a")->quasi_p < 1e-6);
    CHECK_FALSE(of(box, "c"));
    // Peeling makes boxes smaller, and here each at least as dense as the one before.
    const auto& boxes = found.trajectories[0].boxes;
    CHECK(boxes.front().coverage == 1);
    CHECK(boxes.front().density == Approx(0.12));
    for (std::size_t i = 1; i < boxes.size(); ++i) CHECK(boxes[i].density >= boxes[i - 1].density);
}

TEST_CASE("PRIM peels texts level by level, and goes on to a second box")
{
    Study study;
    study.design.factors = {"kind", "x"};
    study.design.levels = {{"none", "cap", "fund"}, {}};
    Outcome y{"y", "", 0, {{}}};
    for (int level = 0; level < 3; ++level)
        for (int i = 0; i < 100; ++i) {
            study.design.x.push_back({static_cast<double>(level), i / 100.0});
            y.y[0].push_back(level == 1 ? 1 : level == 2 && i >= 80 ? 1 : 0);
        }
    study.outcomes.push_back(y);
    const auto found = discover(study, parse_interest("y>0.5"), {.least_mass = 0.03, .least_density = 1});
    REQUIRE(found.trajectories.size() >= 2);
    const auto& first = found.trajectories[0].boxes[found.trajectories[0].chosen];
    CHECK(of(first, "kind")->levels == std::vector<std::string>{"cap"});
    CHECK(first.coverage == Approx(100.0 / 120));
    const auto& second = found.trajectories[1].boxes[found.trajectories[1].chosen];
    CHECK(second.density == 1);
    CHECK(of(second, "x")->low >= 0.79);
}

TEST_CASE("PRIM: a factor that was pasted back to its whole span is not restricted")
{
    // a = 0: of interest from b = 10 on; a = 1: also below 5. So a = 0 is peeled off first, and comes back at the end.
    Study study;
    study.design.factors = {"a", "b"};
    study.design.levels.resize(2);
    Outcome y{"y", "", 0, {{}}};
    for (int a = 0; a < 2; ++a)
        for (int b = 0; b < 20; ++b) {
            study.design.x.push_back({double(a), double(b)});
            y.y[0].push_back(b >= 10 || (a == 1 && b < 5) ? 1 : 0);
        }
    study.outcomes.push_back(y);
    const auto found = discover(study, parse_interest("y>0"), {.boxes = 1});
    const auto& boxes = found.trajectories[0].boxes;
    CHECK(of(boxes[1], "a"));
    const auto& box = boxes[found.trajectories[0].chosen];
    CHECK(box.coverage == Approx(20.0 / 25));
    CHECK_FALSE(of(box, "a"));
    CHECK(of(box, "b")->from_below);
    CHECK_FALSE(of(box, "b")->from_above);
    CHECK(found.factors[1].high == 19);
}

TEST_CASE("PRIM: the quasi p-value is the binomial tail")
{
    // 2 x 2 cells of 10 points: of a = 1, b = 1 nine of ten are of interest, of a = 0, b = 1 five of ten, else none.
    Study study;
    study.design.factors = {"a", "b"};
    study.design.levels.resize(2);
    Outcome y{"y", "", 0, {{}}};
    for (int a = 0; a < 2; ++a)
        for (int b = 0; b < 2; ++b)
            for (int i = 0; i < 10; ++i) {
                study.design.x.push_back({double(a), double(b)});
                y.y[0].push_back(b == 1 && i < (a == 1 ? 9 : 5) ? 1 : 0);
            }
    study.outcomes.push_back(y);
    const auto found = discover(study, parse_interest("y>0"), {.boxes = 1});
    const auto& box = found.trajectories[0].boxes[found.trajectories[0].chosen];
    CHECK(box.points == 10);
    CHECK(box.density == Approx(0.9));
    // without a: 14 of 20; P(X >= 9) for Binomial(10, 0.7) = 10 * 0.7^9 * 0.3 + 0.7^10
    CHECK(of(box, "a")->quasi_p == Approx(10 * std::pow(0.7, 9) * 0.3 + std::pow(0.7, 10)).epsilon(1e-10));
}

TEST_CASE("conditions, and what can't be told apart")
{
    CHECK(parse_interest("y<=2").holds(2));
    CHECK_FALSE(parse_interest("y<2").holds(2));
    CHECK(parse_interest(" out put >= -1e3 ").bound == -1000);
    CHECK(parse_interest("days/size/micro>3").outcome == "days/size/micro");
    for (const char* bad : {"y", "y=3", "<3", "y<a", "y<"}) CHECK_THROWS_AS(parse_interest(bad), OutputError);
    CHECK_THROWS_WITH(discover(corner(), parse_interest("y>5"), {}), Catch::Contains("0 of 1200 points"));
    CHECK_THROWS_WITH(discover(corner(), parse_interest("z>5"), {}), Catch::Contains("no outcome 'z'"));
}
