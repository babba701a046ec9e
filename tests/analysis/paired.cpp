// data/paired_small.csv holds three indicators of eight pairs. data/paired_small_expected.csv was computed apart from
// us, in 40 digits with mpmath (Student's t by the regularised incomplete beta function; its quantile by root
// finding).
#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>

#include "analysis/paired.hpp"

using namespace rongtong;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> read_csv(const std::string& name)
{
    std::ifstream in(std::string(RONGTONG_SOURCE_DIR) + "/tests/analysis/data/" + name);
    REQUIRE(in);
    std::vector<Row> rows;
    std::vector<std::string> header;
    for (std::string line; std::getline(in, line);) {
        std::vector<std::string> fields;
        std::istringstream cut(line);
        for (std::string field; std::getline(cut, field, ',');) fields.push_back(field);
        if (header.empty()) header = fields;
        else {
            Row row;
            for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = fields.at(i);
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<PairedSample> small_samples()
{
    std::vector<PairedSample> samples;
    for (const auto& row : read_csv("paired_small.csv")) {
        if (samples.empty() || samples.back().indicator != row.at("indicator"))
            samples.push_back({row.at("indicator"), "1", "", {}, {}});
        samples.back().base.push_back(std::stod(row.at("base")));
        samples.back().other.push_back(std::stod(row.at("other")));
    }
    return samples;
}

PairedEffect one(std::vector<double> base, std::vector<double> other)
{
    return paired_effects({{"x", "1", "", std::move(base), std::move(other)}}).front();
}

} // namespace

TEST_CASE("the small reference case, to ten digits")
{
    const auto effects = paired_effects(small_samples());
    const auto expected = read_csv("paired_small_expected.csv");
    REQUIRE(effects.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& effect = effects[i];
        const auto close = [&](const char* name, const std::optional<double>& value) {
            INFO(effect.indicator << " " << name);
            REQUIRE(value);
            CHECK(*value == Approx(std::stod(expected[i].at(name))).epsilon(1e-10).margin(0));
        };
        CHECK(effect.indicator == expected[i].at("indicator"));
        CHECK(effect.n == 8);
        close("mean_base", effect.mean_base);
        close("mean_other", effect.mean_other);
        close("mean_difference", effect.mean_difference);
        close("sd_difference", effect.sd_difference);
        close("se", effect.se);
        close("t_quantile", effect.t_quantile);
        close("low", effect.low);
        close("high", effect.high);
        close("t", effect.t);
        close("p", effect.p);
        close("p_holm", effect.p_holm);
        CHECK(effect.note.empty());
    }
}

TEST_CASE("all differences zero give effect 0 and an interval of 0")
{
    const auto effect = one({1, 2, 3}, {1, 2, 3});
    CHECK(effect.mean_difference == 0.0);
    CHECK(effect.relative_percent == 0.0);
    CHECK(effect.low == 0.0);
    CHECK(effect.high == 0.0);
    CHECK(effect.t == 0.0);
    CHECK(effect.p == 1.0);
    CHECK(effect.note == "no difference in any pair");
}

TEST_CASE("a constant difference: a degenerate interval that says so")
{
    const auto effect = one({0.1, 0.2, 0.7}, {0.1 + 0.3, 0.2 + 0.3, 0.7 + 0.3}); // equal but for rounding
    CHECK(*effect.mean_difference == Approx(0.3));
    CHECK(*effect.low == *effect.high);
    CHECK(effect.sd_difference == 0.0);
    CHECK_FALSE(effect.p);
    CHECK_FALSE(effect.p_holm);
    CHECK(effect.note.find("no variation") == 0);
}

TEST_CASE("a single pair: no interval, and why")
{
    const auto effect = one({1}, {3});
    CHECK(effect.mean_difference == 2.0);
    CHECK(effect.relative_percent == 200.0);
    CHECK_FALSE(effect.low);
    CHECK_FALSE(effect.p);
    CHECK(effect.note.find("single pair") != std::string::npos);
}

TEST_CASE("values that do not exist leave their pair out")
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto effect = one({1, none, 3, 4}, {2, 5, 3, none});
    CHECK(effect.n == 2);
    CHECK(effect.left_out == 2);
    CHECK(effect.mean_difference == 0.5);
    CHECK(effect.note.find("2 without a value") != std::string::npos);
    const auto empty = one({none}, {1});
    CHECK_FALSE(empty.mean_difference);
    CHECK(empty.note == "no pair with a value on both sides");
}

TEST_CASE("a base of zero has no relative difference and a negative one keeps its sign")
{
    CHECK_FALSE(one({0, 0}, {1, 2}).relative_percent);
    CHECK(*one({-2, -2}, {-1, -1}).relative_percent == 50.0);
}

TEST_CASE("Holm's adjustment counts only what was tested")
{
    auto samples = small_samples();
    samples.push_back({"constant", "1", "", {1, 2}, {2, 3}});
    const auto effects = paired_effects(samples);
    CHECK(*effects[0].p_holm == Approx(3 * *effects[0].p));
    CHECK_FALSE(effects[3].p_holm);
}
