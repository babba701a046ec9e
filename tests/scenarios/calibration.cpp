#include "scenarios/calibration.hpp"

#include "scenarios/stability.hpp"
#include "tests/scenarios/helper.hpp"

#include <nlohmann/json.hpp>

#include <functional>

using namespace rongtong;
using nlohmann::json;

namespace {

// Problems of a copy of the good folder in which one file was changed.
std::vector<Problem> with(const std::string& file, const std::function<void(json&)>& change)
{
    TestFolder folder;
    std::filesystem::copy(china(), folder.path() / "c");
    auto value = json::parse(read_text(china() / file));
    change(value);
    folder.write((std::filesystem::path("c") / file).string(), value.dump(1));
    return problems_of([&] { load_calibration(folder.path() / "c"); });
}

void refused(const std::string& file, const std::string& pointer, const std::string& words,
             const std::function<void(json&)>& change)
{
    const auto problems = with(file, change);
    INFO("looking for " << pointer << " " << words << " in\n" << format_problems(problems));
    bool found = false;
    for (const auto& p : problems)
        found |= p.file.ends_with(file) && p.pointer == pointer && p.line > 0 &&
                 (p.message + p.expected + p.hint).find(words) != std::string::npos;
    CHECK(found);
}

} // namespace

TEST_CASE("the calibration of China holds the figures of its sources")
{
    const auto c = load_calibration(china());
    REQUIRE(c->sector_count() == 45);
    REQUIRE(c->region_count() == 4);
    CHECK(c->enterprises == 29805000);
    double enterprises = 0, value_added = 0, output = 0, people = 0, shares = 0;
    for (const auto& s : c->sectors) {
        enterprises += s.enterprises;
        value_added += s.labour + s.net_tax + s.depreciation + s.surplus;
        output += s.gross_output;
        people += s.employees + s.self_employed;
        REQUIRE(s.inputs.size() == 45);
    }
    for (const auto& r : c->regions) shares += r.firm_share;
    CHECK(enterprises == 29805000);
    CHECK(value_added == Approx(101642e3).epsilon(1e-5));
    CHECK(output == Approx(269903e3).epsilon(1e-5));
    CHECK(people == Approx(740.41e6).epsilon(0.07)); // employed persons 2023, some counted nowhere else
    CHECK(shares == Approx(1).epsilon(1e-12));
    CHECK(c->sectors[0].producers == Producers::farms);
    CHECK(c->sectors[0].employees == 168820000);
    CHECK(c->sectors[41].producers == Producers::publics);
    CHECK(c->sectors[5].inputs[0] == 4675867); // food buys from agriculture
    CHECK(c->sectors[0].inputs[5] == 1081849); // and sells to it
    CHECK_FALSE(c->sectors[26].holds_stock);
    CHECK(c->sectors[21].large.employees == 1000);
    CHECK(c->sectors[21].small.revenue_million_yuan == 3);
    CHECK(c->regions[2].km[3] == 2341);
    CHECK(c->regions[2].code == "west");
    CHECK(c->sha256.size() == 64);
}

TEST_CASE("the domestic coefficients of 2020 have the published spectral radius")
{
    const auto c = load_calibration(china());
    CHECK(domestic_spectral_radius(*c) == Approx(0.566).margin(5e-4));
    CHECK(ordering_gain(default_parameters().ordering, domestic_spectral_radius(*c)) < 1);
}

TEST_CASE("spectral radius and gain, by hand")
{
    Calibration c;
    c.sectors.resize(2); // coefficients 0.2 and 0.3 on the diagonal, 0.1 and 0.4 beside it; no trade
    c.sectors[0].inputs = {20, 10};
    c.sectors[1].inputs = {80, 60};
    c.sectors[0].gross_output = 100;
    c.sectors[1].gross_output = 200;
    CHECK(domestic_spectral_radius(c) == Approx((0.5 + std::sqrt(0.25 - 4 * (0.06 - 0.04))) / 2));
    c.sectors[0].imports = 100; // half of what is used of good 0 comes from abroad
    CHECK(domestic_spectral_radius(c) == Approx((0.4 + std::sqrt(0.16 - 4 * (0.03 - 0.02))) / 2));
    OrderingRules r = default_parameters().ordering;
    r.expectation_speed = 0.5;
    r.finished_speed = 0.5;
    r.finished_cover = 2;
    r.input_speed = 0.25;
    r.input_cover = 1;
    CHECK(ordering_gain(r, 0.5) == Approx(0.5 * (1 - 0.5 + 3 * 0.5)));
}

TEST_CASE("the digest covers every file")
{
    TestFolder folder;
    std::filesystem::copy(china(), folder.path() / "c");
    const auto before = load_calibration(folder.path() / "c")->sha256;
    CHECK(before == load_calibration(china())->sha256);
    folder.write("c/regions.json", read_text(china() / "regions.json") + "\n");
    CHECK(load_calibration(folder.path() / "c")->sha256 != before);
}

TEST_CASE("missing files of a calibration are all named")
{
    TestFolder folder;
    const auto problems = problems_of([&] { load_calibration(folder.path()); });
    CHECK(problems.size() == 5);
    CHECK(problems_of([&] { load_calibration(folder.path() / "none"); }).size() == 1);
}

TEST_CASE("a faulty input-output table is refused")
{
    const auto in_table = [](const char* pointer, const char* words, const std::function<void(json&)>& change) {
        refused("io_table.json", pointer, words, change);
    };
    in_table("/gross_output/7", "the row of sector s08 does not balance", [](json& t) { t["exports"][7] = 9e6; });
    in_table("/gross_output/7", "the column of sector s08 does not balance", [](json& t) { t["labour"][7] = 9e6; });
    in_table("/flows/3/4", "at least 0", [](json& t) { t["flows"][3][4] = -1; });
    in_table("/flows/3/4", "a number", [](json& t) { t["flows"][3][4] = "12"; });
    in_table("/flows/3", "44 columns", [](json& t) { t["flows"][3].erase(4); });
    in_table("/flows", "44 rows", [](json& t) { t["flows"].erase(4); });
    in_table("/sectors/2", "no sector \"s99\"", [](json& t) { t["sectors"][2] = "s99"; });
    in_table("/sectors/2", "out of order", [](json& t) { std::swap(t["sectors"][2], t["sectors"][3]); });
    in_table("/sectors", "46 sectors", [](json& t) { t["sectors"].push_back("s46"); });
    in_table("/imports", "44 figures", [](json& t) { t["imports"].erase(4); });
    in_table("/exports/1", "at least 0", [](json& t) { t["exports"][1] = -5; });
    in_table("/gross_output/0", "the row of sector s01 does not balance", [](json& t) { t["gross_output"][0] = 0; });
    in_table("", "\"surplus\" is missing", [](json& t) { t.erase("surplus"); });
    in_table("/flows", "a list", [](json& t) { t["flows"] = 3; });
}

TEST_CASE("faulty sectors are refused")
{
    const auto in_sectors = [](const char* pointer, const char* words, const std::function<void(json&)>& change) {
        refused("sectors.json", pointer, words, [&](json& root) { change(root["sectors"]); });
    };
    in_sectors("/sectors/1/code", "stands twice", [](json& s) { s[1]["code"] = "s01"; });
    in_sectors("/sectors/1/code", "empty", [](json& s) { s[1]["code"] = ""; });
    in_sectors("/sectors/1", "\"employees\" is missing", [](json& s) { s[1].erase("employees"); });
    in_sectors("/sectors/1/employees", "makes something without employees", [](json& s) { s[1]["employees"] = 0; });
    in_sectors("/sectors/1/critical_input", "from 0 to 1", [](json& s) { s[1]["critical_input"] = 2; });
    in_sectors("/sectors/1/tradable", "true or false", [](json& s) { s[1]["tradable"] = 1; });
    in_sectors("/sectors/1/producers", "did you mean \"firms\"", [](json& s) { s[1]["producers"] = "firm"; });
    in_sectors("/sectors/0/enterprises", "its producers are not firms", [](json& s) { s[0]["enterprises"] = 5; });
    in_sectors("/sectors/1/enterprises", "no enterprises", [](json& s) { s[1]["enterprises"] = 0; });
    in_sectors("/sectors/1/size_class", "no size class", [](json& s) { s[1]["size_class"] = "mines"; });
    in_sectors("/sectors", "enterprises sum to", [](json& s) { s[1]["enterprises"] = 1e6; });
    in_sectors("/sectors/1", "an object", [](json& s) { s[1] = "coal"; });
    const auto many = with("sectors.json", [](json& root) {
        for (int i = 0; i < 16; ++i) root["sectors"].push_back(root["sectors"][1]);
    });
    REQUIRE(many.size() == 1);
    CHECK(many[0].message == "there are 61 sectors");
}

TEST_CASE("faulty regions are refused")
{
    const auto in_regions = [](const char* pointer, const char* words, const std::function<void(json&)>& change) {
        refused("regions.json", pointer, words, [&](json& root) { change(root["regions"]); });
    };
    in_regions("/regions", "firm_share sum to", [](json& r) { r[0]["firm_share"] = 0.6; });
    in_regions("/regions/1/km", "\"west\" is missing", [](json& r) { r[1]["km"].erase("west"); });
    in_regions("/regions/1/km/south", "unknown here", [](json& r) { r[1]["km"]["south"] = 5; });
    in_regions("/regions/1/km/east", "differs from the way back", [](json& r) { r[1]["km"]["east"] = 5; });
    in_regions("/regions/1/km/central", "out of range", [](json& r) { r[1]["km"]["central"] = 0; });
    in_regions("/regions/1/km/west", "out of range", [](json& r) { r[1]["km"]["west"] = -3; });
    in_regions("/regions/1/population", "out of range", [](json& r) { r[1]["population"] = -3; });
    in_regions("/regions/1/relative_wage", "a number", [](json& r) { r[1]["relative_wage"] = nullptr; });
    in_regions("/regions", "9 regions", [](json& r) {
        while (r.size() < 9) r.push_back(r[0]);
    });
    in_regions("/regions", "0 regions", [](json& r) { r = json::array(); });
}

TEST_CASE("faulty national figures and size classes are refused")
{
    refused("nation.json", "/unemployment_rate/value", "from 0 to 0.9",
            [](json& n) { n["unemployment_rate"]["value"] = 5.1; });
    refused("nation.json", "", "\"enterprises\" is missing", [](json& n) { n.erase("enterprises"); });
    refused("nation.json", "/enterprises", "an object", [](json& n) { n["enterprises"] = 5; });
    refused("nation.json", "/enterprises", "\"source\" is missing", [](json& n) { n["enterprises"].erase("source"); });
    refused("size_classes.json", "/classes/1/large/worker", "unknown here",
            [](json& s) { s["classes"][1]["large"]["worker"] = 5; });
    refused("size_classes.json", "/classes/1/large/employees", "out of range",
            [](json& s) { s["classes"][1]["large"]["employees"] = -5; });
}

TEST_CASE("faults of a calibration come at once, not in layers")
{
    TestFolder folder;
    std::filesystem::copy(china(), folder.path() / "c");
    std::filesystem::remove(folder.path() / "c/size_classes.json");
    folder.write("c/sectors.json", "{ broken");
    auto table = json::parse(read_text(china() / "io_table.json"));
    table["exports"][7] = table["exports"][7].get<double>() + table["gross_output"][7].get<double>() / 10; // no balance
    table["flows"][3][4] = "12";  // no number: the row and the column that it stands in are not summed
    table["imports"][20] = -1e99; // out of range: nor is that row
    folder.write("c/io_table.json", table.dump(1));
    auto regions = json::parse(read_text(china() / "regions.json"));
    regions["regions"][0]["firm_share"] = 0.6;
    folder.write("c/regions.json", regions.dump(1));
    folder.write("c/codes.json", R"({"sectors": {"s01": ["A"], "s99": ["A"]}, "regions": {"east": "11"}})");
    std::vector<std::string> said;
    for (const auto& p : problems_of([&] { load_calibration(folder.path() / "c"); }))
        said.push_back(std::filesystem::path(p.file).filename().string() + p.pointer);
    CHECK(said == std::vector<std::string>{"sectors.json", "size_classes.json", "regions.json/regions",
                                           "io_table.json/flows/3/4", "io_table.json/imports/20",
                                           "codes.json/sectors/s99", "codes.json/regions/east",
                                           "io_table.json/gross_output/7"});
}

TEST_CASE("problems of all files of a calibration come together")
{
    TestFolder folder;
    std::filesystem::copy(china(), folder.path() / "c");
    for (const char* file : {"nation.json", "regions.json", "sectors.json"}) {
        auto value = json::parse(read_text(china() / file));
        if (value.contains("regions")) value["regions"][0]["population"] = "many";
        else if (value.contains("sectors")) value["sectors"][3]["self_employed"] = -1;
        else value["enterprises"]["value"] = "all";
        folder.write(std::string("c/") + file, value.dump(1));
    }
    CHECK(problems_of([&] { load_calibration(folder.path() / "c"); }).size() == 3);
}
