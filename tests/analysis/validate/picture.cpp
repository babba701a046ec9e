#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/validate/picture.hpp"

using namespace rongtong::validation;

TEST_CASE("scales: straight, logarithmic, upside down, with round ticks")
{
    const Scale straight{0, 10, 100, 200}, down{0, 10, 350, 60}, logs{1, 100, 0, 10, true};
    CHECK(straight.at(5) == 150);
    CHECK(down.at(10) == 60);
    CHECK(logs.at(10) == Approx(5));
    CHECK(straight.ticks() == std::vector<double>{0, 2, 4, 6, 8, 10});
    CHECK(Scale{-20, 31, 0, 1}.ticks() == std::vector<double>{-20, -10, 0, 10, 20, 30});
    CHECK(Scale{-0.3, 0.25, 0, 1}.ticks().size() == 6);
    CHECK(logs.ticks() == std::vector<double>{1, 2, 5, 10, 20, 50, 100});
    CHECK(Scale{1, 1e4, 0, 1, true}.ticks() == std::vector<double>{1, 10, 100, 1000, 10000});
}

TEST_CASE("a picture has each curve, its interval and the band, what is not a number is left out")
{
    Finding finding{{"a.b", "price < wage", "%", "", ""}, "runs"};
    finding.plot = {.x = "year",
                    .y = "deviation",
                    .curves = {{"mean", {0, 1, 2}, {1, std::nan(""), 3}, {0, 0, 0}, {4, 4, 4}}},
                    .borders = {-3, 3}};
    const auto svg = picture(finding);
    const auto line = svg.substr(svg.find("<polyline"));
    CHECK_THAT(line, Catch::Contains("points=\"70.0,") && Catch::Contains(" 620.0,"));
    CHECK_THAT(line, !Catch::Contains("nan"));
    CHECK_THAT(svg, Catch::Contains("<polygon") && Catch::Contains("stroke-dasharray") &&
                        Catch::Contains("price &lt; wage"));
    Validation validation{{}, {{"section", {finding, finding}}}};
    REQUIRE(pictures(validation).size() == 2);
    CHECK(pictures(validation)[1].first == "a-b-2.svg");
}
