// Tables that real countries have: they run and mean what they say, or are refused with what to do.
#include "tests/scenarios/table_cases.hpp"

#include "models/economy.hpp"
#include "models/indicators/indicator.hpp"
#include "models/indicators/range.hpp"
#include "models/state.hpp"

#include <cmath>

using namespace rongtong;

namespace {

Setup setup_of(const std::shared_ptr<const Calibration>& calibration, std::uint64_t firms = 1000)
{
    Setup setup;
    setup.calibration = calibration;
    setup.firms = firms;
    setup.parameters.technology.progress = 0; // inventories of a growing economy come on top of what the table says
    return setup;
}

// Output without inventories by elimination, million a year: independent of how the model gets it.
std::vector<double> leontief(const Calibration& c)
{
    const std::size_t n = c.sector_count();
    std::vector<std::vector<double>> a(n, std::vector<double>(n + 1));
    for (std::size_t j = 0; j < n; ++j) {
        const auto& f = c.sectors[j];
        const double through = std::max(0.0, f.exports - f.gross_output);
        const double use = f.gross_output + f.imports - f.exports;
        const double home = use > 0 ? 1 - (f.imports - through) / use : 1;
        for (std::size_t s = 0; s < n; ++s) {
            const auto& buyer = c.sectors[s];
            a[j][s] = (j == s) - (buyer.gross_output > 0 ? home * buyer.inputs[j] / buyer.gross_output : 0);
        }
        a[j][n] = home * (f.household + f.government + f.fixed_capital) + f.exports - through;
    }
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i) {
            if (i == k) continue;
            const double factor = a[i][k] / a[k][k];
            for (std::size_t j = k; j <= n; ++j) a[i][j] -= factor * a[k][j];
        }
    std::vector<double> x;
    for (std::size_t k = 0; k < n; ++k) x.push_back(a[k][n] / a[k][k]);
    return x;
}

std::vector<double> output_by_sector(const Economy& e)
{
    std::vector<double> made(e.groups.sectors());
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.born[row] < 0) made[e.groups[e.firms.group[row]].sector] += e.firms.expected[row]; // who is open
    for (std::size_t k = 0; k < e.pools.output_at_start.size(); ++k)
        made[k / e.groups.regions()] += e.pools.output_at_start[k];
    return made;
}

void check_start(const Economy& e)
{
    const Calibration& c = *e.setup.calibration;
    const auto expected = leontief(c), made = output_by_sector(e);
    const double flow = e.technology.scale * 1e6 / 12;
    double table = 0;
    for (std::size_t s = 0; s < made.size(); ++s) {
        INFO(c.sectors[s].code);
        CHECK(made[s] == Approx(expected[s] * flow).epsilon(0.02).margin(1e-3));
        const Sector& t = e.technology.sectors[s];
        if (t.output > 0) CHECK(t.labour > 0);
        if (t.output > 0) CHECK(t.domestic + t.imports + t.labour + t.tax + t.surplus == Approx(1));
        table += c.sectors[s].gross_output * flow;
    }
    CHECK(std::accumulate(made.begin(), made.end(), 0.0) == Approx(table).epsilon(0.02));
}

// Nobody makes something where nothing is made; a ratio over nothing may be missing.
void check_finite(const Economy& e)
{
    for (const auto& indicator : all_indicators()) {
        const double value = indicator.of_economy ? indicator.of_economy(e) : indicator.of_firms(e.total);
        INFO(e.month << " " << indicator.name);
        CHECK_FALSE(std::isinf(value));
        if (indicator.unit == std::string_view("yuan")) CHECK(std::isfinite(value));
    }
    CHECK(e.total.paid(Flow::wages) > 0);
    std::vector<std::int64_t> wages(e.groups.sectors());
    for (std::size_t g = 0; g < e.sums.size(); ++g) wages[e.groups[g].sector] += e.sums[g].paid(Flow::wages);
    for (std::size_t s = 0; s < wages.size(); ++s)
        if (e.technology.sectors[s].has_firms) CHECK(wages[s] > 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) REQUIRE(std::isfinite(e.firms.expected[row]));
}

Economy runs(const TableCase& one, std::uint64_t firms = 1000)
{
    Economy e = start_economy(setup_of(one.load(), firms));
    check_start(e);
    const Draws draws(1, 0);
    while (e.month < 36) advance_month(e, draws);
    check_finite(e);
    CHECK(e.total.firms > static_cast<std::int64_t>(firms) * 9 / 10);
    return e;
}

} // namespace

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

TEST_CASE("a table in another unit gives the same economy, to the bit")
{
    const auto hash_in = [](const std::string& unit, double factor) {
        TableCase one;
        for (const auto& key : vector_keys)
            for (std::size_t s = 0; s < one.size(); ++s) one.at(key, s) *= factor;
        for (std::size_t i = 0; i < one.size(); ++i)
            for (std::size_t j = 0; j < one.size(); ++j) one.flow(i, j) *= factor;
        one.table["unit"] = unit;
        Economy e = start_economy(setup_of(one.load()));
        const Draws draws(1, 0);
        while (e.month < 3) advance_month(e, draws);
        return state_hash(e);
    };
    const auto in_millions = hash_in("million yuan a year", 1);
    CHECK(hash_in("billion yuan a year", 1e-3) == in_millions);
    CHECK(hash_in("100 million yuan", 1e-2) == in_millions);
    CHECK(hash_in("1 yuan a year", 1e6) == in_millions);
    for (const char* unit : {"yuan a year", "million", "Mio. yuan", "million yuan a month"}) {
        INFO(unit);
        TableCase one;
        one.table["unit"] = unit;
        const TestFolder folder;
        const auto problems = problems_of([&] { load_calibration(one.write(folder)); });
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].pointer == "/unit");
    }
}

TEST_CASE("totals that do not fit into 64 bits are refused before a run")
{
    TableCase one;
    one.table["unit"] = "3500 million yuan a year"; // 3 500 times the amounts
    const TestFolder folder;
    one.write(folder, "large");
    const auto scenario = [&](const std::string& firms) {
        const auto file = folder.write("s.json",
                                       "{\"calibration\": \"large\", \"months\": 3, \"firms\": " + firms + "}");
        return problems_of([&] { load_scenario(file); });
    };
    CHECK(scenario("1000").empty());
    const auto problems = scenario("1000000");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/calibration");
    CHECK(problems[0].line == 1);
    CHECK(problems[0].message.find("do not fit into 64 bits: capital of") != std::string::npos);
    one.table["unit"] = "1 yuan a year"; // a millionth of the amounts
    one.write(folder, "small");
    const auto small = problems_of([&] { load_scenario(folder.write("t.json", "{\"calibration\": \"small\"}")); });
    REQUIRE(small.size() == 1);
    CHECK(small[0].message.find("a month's wage is") != std::string::npos);
}

TEST_CASE("a sum over firms that leaves its range stops the run")
{
    FirmSums sums{};
    check_range(sums);
    sums.capital = std::int64_t{1} << 61;
    CHECK_THROWS_AS(check_range(sums), MoneyOverflow);
    sums.capital = -sums.capital;
    CHECK_THROWS_AS(check_range(sums), MoneyOverflow);
}

TEST_CASE("ranges of a calibration are said in words")
{
    TableCase one;
    one.table["gross_output"][3] = -1;
    const TestFolder folder;
    auto regions = nlohmann::json::parse(read_text(china() / "regions.json"));
    regions["regions"][0]["population"] = 0;
    one.write(folder);
    folder.write("case/regions.json", regions.dump());
    const auto text = format_problems(problems_of([&] { load_calibration(folder.path() / "case"); }));
    INFO(text);
    CHECK(text.find("e-308") == std::string::npos);
    CHECK(text.find("a number above 0, at most 1000000000000 (persons)") != std::string::npos);
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
