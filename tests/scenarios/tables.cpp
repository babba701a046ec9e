// Tables that real countries have: they run and mean what they say, or are refused with what to do.
#include "tests/scenarios/table_runs.hpp"

using namespace rongtong;
using namespace rongtong::table_runs;

TEST_CASE("a final use may be zero in every sector")
{
    for (const std::string use : {"government", "exports", "household"}) {
        INFO(use);
        TableCase one;
        const std::string to = use == "household" ? "government" : "household";
        for (std::size_t s = 0; s < one.size(); ++s) {
            one.at(to, s) += one.at(use, s);
            one.at(use, s) = 0;
        }
        runs(one);
    }
}

TEST_CASE("a table without capital goods is refused: capital would wear out for good")
{
    TableCase one;
    for (std::size_t s = 0; s < one.size(); ++s) {
        one.at("household", s) += one.at("fixed_capital", s);
        one.at("fixed_capital", s) = 0;
    }
    const TestFolder folder;
    const auto problems = problems_of([&] { load_calibration(one.write(folder)); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/fixed_capital");
}

TEST_CASE("a sector that a country does not have has no firms and no pool")
{
    for (const bool imported : {false, true})
        for (const char* code : {"s26", "s03", "s31", "s01", "s45"}) {
            TableCase one;
            const std::size_t k = one.position(code);
            if (code == std::string("s01") && !imported) continue; // the first sector, by imports only
            INFO(code << (imported ? " imported" : ""));
            one.remove(k, imported);
            const Economy e = runs(one);
            CHECK_FALSE(e.technology.sectors[k].has_firms);
            CHECK(e.technology.sectors[k].output == 0);
            for (std::size_t r = 0; r < e.groups.regions(); ++r)
                CHECK(e.pools.persons[k * e.groups.regions() + r] == 0);
        }
}

TEST_CASE("a sector without output can't have firms or persons, and one with output needs them")
{
    const auto refused = [](const char* key, double value, const char* words, bool gone) {
        TableCase one;
        if (gone) one.remove(25, true);
        one.sectors["sectors"][25][key] = value;
        const TestFolder folder;
        const auto text = format_problems(problems_of([&] { load_calibration(one.write(folder)); }));
        INFO(text);
        CHECK(text.find(words) != std::string::npos);
    };
    refused("enterprises", 10, "sector s26 makes nothing, but has enterprises", true);
    refused("employees", 10, "sector s26 makes nothing, but has employees", true);
    refused("self_employed", 10, "sector s26 makes nothing, but has self-employed", true);
    refused("employees", 0, "sector s26 makes something without employees", false);
    refused("enterprises", 0, "sector s26 has firms as producers, but no enterprises", false);
}

TEST_CASE("a sector that makes losses pays wages, and the state what is missing")
{
    for (const double loss : {0.0, 200000.0, 2000000.0}) {
        TableCase one;
        const std::size_t i = one.position("s11"), j = one.position("s03");
        const double gap = one.at("surplus", i) + loss;
        one.at("surplus", i) -= gap;
        one.flow(j, i) += gap;
        one.at("imports", j) += gap;
        const Economy e = runs(one);
        const Sector& s = e.technology.sectors[i];
        const auto& f = e.setup.calibration->sectors[i];
        double labour = 0, persons = 0;
        for (const auto& all : e.setup.calibration->sectors)
            labour += all.labour, persons += all.employees + all.self_employed;
        const double wage = s.labour * f.gross_output / (f.employees + f.self_employed);
        CHECK(wage >= 0.999 * labour / persons); // no less than persons earn on average
        CHECK(s.labour <= f.labour / f.gross_output);
        CHECK(s.surplus >= e.setup.parameters.accounting.smallest_margin - 1e-12);
        if (loss > 1e6) CHECK(s.tax < f.net_tax / f.gross_output - 0.1);
    }
}

TEST_CASE("persons whose labour the table leaves out are paid")
{
    TableCase one;
    const std::size_t i = one.position("s40");
    one.at("surplus", i) += one.at("labour", i);
    one.at("labour", i) = 0;
    const Economy e = runs(one);
    const auto& f = e.setup.calibration->sectors[i];
    CHECK(e.technology.sectors[i].labour * f.gross_output / (f.employees + f.self_employed) > 0.06); // million a year
}

TEST_CASE("re-exports pass through: home production stays what the table says")
{
    TableCase one;
    const std::size_t i = one.position("s23");
    const double more = 2 * one.at("gross_output", i) - one.at("exports", i);
    one.at("exports", i) += more;
    one.at("imports", i) += more;
    const Economy e = runs(one);
    const double flow = e.technology.scale * 1e6 / 12;
    CHECK(e.technology.sectors[i].output == Approx(one.at("gross_output", i) * flow).epsilon(1e-3));
    CHECK(e.technology.exports[i] == Approx(one.at("gross_output", i) * flow));
}

TEST_CASE("a table that knows its re-exports says so")
{
    TableCase one;
    const std::size_t i = one.position("s23"), n = one.size();
    std::vector<double> known(n);
    known[i] = 0.5 * one.at("exports", i);
    one.table["reexports"] = known;
    const Economy e = runs(one);
    CHECK(e.technology.exports[i] == Approx(0.5 * one.at("exports", i) * e.technology.scale * 1e6 / 12));
    known[i] = 1.5 * one.at("exports", i);
    one.table["reexports"] = known;
    const TestFolder folder;
    const auto problems = problems_of([&] { load_calibration(one.write(folder)); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/reexports/" + std::to_string(i));
}

TEST_CASE("two sectors that feed only each other are productive below a radius of 1")
{
    TableCase one;
    one.aggregate(
        [&] {
            std::vector<std::size_t> group(one.size(), 2);
            group[0] = 0, group[1] = 1;
            return group;
        }(),
        3);
    const std::vector<double> x{3e6, 5e6, 20e6};
    const auto table = [&](const char* key, std::vector<double> v) { one.table[key] = v; };
    one.table["flows"] = std::vector<std::vector<double>>{{0, 0.5 * x[1], 0}, {1.5 * x[0], 0, 0}, {0, 0, 0.1 * x[2]}};
    table("labour", {0.1 * x[0], 0.3 * x[1], 0.5 * x[2]});
    table("net_tax", {-0.65 * x[0], 0.05 * x[1], 0.1 * x[2]});
    table("depreciation", {0, 0.05 * x[1], 0.1 * x[2]});
    table("surplus", {0.05 * x[0], 0.1 * x[1], 0.2 * x[2]});
    table("household", {x[0] - 0.5 * x[1], x[1] - 1.5 * x[0], 0.5 * x[2]});
    table("government", {0, 0, 0.2 * x[2]});
    table("fixed_capital", {0, 0, 0.2 * x[2]});
    for (const char* key : {"inventories", "exports", "imports"}) table(key, {0, 0, 0});
    table("gross_output", x);
    for (auto& s : one.sectors["sectors"]) s["employees"] = 5e7, s["self_employed"] = 0, s["producers"] = "firms";
    for (int s : {0, 1}) one.sectors["sectors"][s]["enterprises"] = 1e6;
    one.sectors["sectors"][2]["enterprises"] = 27805000;
    CHECK(start_economy(setup_of(one.load())).technology.spectral_radius == Approx(std::sqrt(0.75)).epsilon(1e-9));
    runs(one);
}

TEST_CASE("a small open economy with re-exports, aggregated to nine sectors")
{
    TableCase one;
    std::vector<std::size_t> group(one.size());
    for (std::size_t s = 0; s < group.size(); ++s) group[s] = s / 5;
    one.aggregate(group, 9);
    for (std::size_t s = 0; s < 6; ++s) { // goods: half of what is used comes from abroad, and much passes through
        const double more = (s % 2 == 0 ? 0.5 : 2.5) * one.at("gross_output", s);
        one.at("imports", s) += more;
        one.at("exports", s) += more;
    }
    const Economy e = runs(one);
    for (std::size_t s = 0; s < 6; ++s) // exports beyond home output are not counted as exports of its own
        CHECK(e.technology.exports[s] <= e.setup.calibration->sectors[s].gross_output * e.technology.scale * 1e6 / 12);
}

TEST_CASE("an aggregation to three sectors")
{
    TableCase one;
    std::vector<std::size_t> group(one.size(), 2);
    group[0] = 0;
    for (std::size_t s = 1; s < 30; ++s) group[s] = 1;
    one.aggregate(group, 3);
    runs(one);
}
