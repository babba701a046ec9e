#include <catch2/catch.hpp>

#include <fstream>

#include "analysis/export.hpp"
#include "output/results_reader.hpp"
#include "sim/error.hpp"
#include "tests/analysis/runs_for_tests.hpp"
#include "tests/output/sample.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
namespace fs = std::filesystem;

namespace {

std::string read_text(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_network(const fs::path& path)
{
    ResultsWriter writer(path);
    writer.attribute("/", "scenario_name", std::string("a <b> & \"c\""));
    const auto edge = writer.unlimited({.path = "/network/edge", .block = 2, .has_values = false, .text = {}});
    const auto column = [&](const char* name, ValueType type, Attributes further = {}) {
        const char* unit = type == ValueType::float64 ? "yuan" : "1";
        return writer.variable({std::string("/network/") + name, type, {"edge"}, {unit, name, "", std::move(further)}});
    };
    const auto month = column("month", ValueType::int32);
    const auto buyer = column("buyer", ValueType::uint64);
    const auto supplier = column("supplier", ValueType::uint64);
    const auto value = column("value", ValueType::float64);
    const auto kind = column("kind", ValueType::int8, flags({"spot", "contract"}));
    writer.put(month, std::vector<std::int32_t>{0, 12, 12});
    writer.put(buyer, std::vector<std::uint64_t>{1, 1, 18446744073709551615u});
    writer.put(supplier, std::vector<std::uint64_t>{2, 3, 3});
    writer.put(value, std::vector<double>{0.5, 0.1, std::numeric_limits<double>::quiet_NaN()});
    writer.put(kind, std::vector<std::int8_t>{0, 1, 0});
    writer.advance_rows(edge, 3);
    writer.finish();
}

} // namespace

TEST_CASE("a tidy table per group")
{
    const Scratch folder;
    sample::write_whole(folder / "R.h5", 3);
    std::vector<std::string> names;
    for (const auto& path : export_csv(folder / "R.h5", folder / "csv")) names.push_back(path.filename());
    CHECK(names == std::vector<std::string>{"constants.csv", "indicators.csv", "by_size.csv", "by_sector.csv",
                                            "draws.csv", "note.csv", "transaction_flow.csv", "events.csv", "panel.csv",
                                            "units.csv"});
    CHECK(read_text(folder / "csv/indicators.csv") ==
          "month,state_hash,output,firms\n0,11400714819323198485,1000,100\n1,4354685564936845354,1001,101\n"
          "2,15755400384260043839,1001.4142135623731,102\n");
    CHECK_THAT(read_text(folder / "csv/by_size.csv"), Catch::StartsWith("month,size,output\n0,micro,0\n0,small,0\n"));
    CHECK_THAT(read_text(folder / "csv/by_size.csv"),
               Catch::EndsWith("2,small,0.6666666666666666\n2,medium,-2\n2,large,2e-300\n"));
    CHECK_THAT(read_text(folder / "csv/by_sector.csv"),
               Catch::Contains("1,agriculture,0.1\n") && Catch::Contains("软件"));
    CHECK_THAT(read_text(folder / "csv/transaction_flow.csv"),
               Catch::Contains("month,flow,account,transaction_flow\n") &&
                   Catch::Contains("1,taxes,households,1099511627781\n"));
    CHECK(read_text(folder / "csv/events.csv") == "month,kind,firm\n1,bankruptcy,10\n2,entry,20\n2,entry,21\n");
    CHECK(read_text(folder / "csv/note.csv") == "flow,note\nwages,paid monthly\ntaxes,\n");
    CHECK(read_text(folder / "csv/constants.csv") == "price_index\n1.25\n");
}

TEST_CASE("units.csv says what the columns of the tables are")
{
    const Scratch folder;
    sample::write_whole(folder / "R.h5", 3);
    export_csv(folder / "R.h5", folder / "csv");
    const auto text = read_text(folder / "csv/units.csv");
    INFO(text);
    CHECK_THAT(text, Catch::StartsWith("table,name,unit,long_name,comment\n") &&
                         Catch::Contains("\nindicators,month,month,"));
    const ResultsReader file(folder / "R.h5");
    const auto output = file.variable("/by_size/output");
    CHECK_THAT(text, Catch::Contains("\nby_size,size,") && Catch::Contains("\nby_size,output," + output.units + ","));
    CHECK_THAT(text, Catch::Contains("\npanel,firm,") && Catch::Contains("\nevents,kind,"));
    std::size_t columns = 0; // of all tables, each once
    for (const auto& entry : fs::directory_iterator(folder / "csv")) {
        const auto table = read_text(entry.path());
        const auto head = table.substr(0, table.find('\n'));
        if (entry.path().filename() != "units.csv") columns += 1 + std::count(head.begin(), head.end(), ',');
    }
    CHECK(std::count(text.begin(), text.end(), '\n') == static_cast<long>(columns + 1));
}

TEST_CASE("nothing is overwritten without force, and nothing half")
{
    const Scratch folder;
    sample::write_whole(folder / "R.h5", 2);
    fs::create_directory(folder / "csv");
    std::ofstream(folder / "csv/panel.csv") << "mine";
    CHECK_THROWS_WITH(export_csv(folder / "R.h5", folder / "csv"),
                      Catch::Contains("panel.csv") && Catch::Contains("exists already"));
    CHECK(std::distance(fs::directory_iterator(folder / "csv"), {}) == 1);
    CHECK(export_csv(folder / "R.h5", folder / "csv", {.force = true, .month = {}}).size() == 10);
    CHECK_THAT(read_text(folder / "csv/panel.csv"), Catch::StartsWith("month,firm,output\n0,0,0\n"));
    CHECK_THROWS_AS(export_csv(folder / "R.h5", folder / "R.h5"), OutputError);
}

TEST_CASE("fields that need it are quoted, what is not a number is empty")
{
    const Scratch folder;
    {
        ResultsWriter writer(folder / "R.h5");
        writer.dimension(
            {.path = "/by_kind/kind", .length = 0, .values = std::vector<std::string>{"a,b", "say \"x\""}, .text = {}});
        const auto value = writer.variable({"/by_kind/value", ValueType::float64, {"kind"}, {"1", "value", "", {}}});
        writer.put(value, std::vector<double>{std::numeric_limits<double>::quiet_NaN(), 1e16});
        writer.finish();
    }
    export_csv(folder / "R.h5", folder / "csv");
    CHECK(read_text(folder / "csv/by_kind.csv") == "kind,value\n\"a,b\",\n\"say \"\"x\"\"\",1e+16\n");
}

TEST_CASE("the last snapshot of the network, or the month's, as GraphML")
{
    const Scratch folder;
    write_network(folder / "R.h5");
    export_graphml(folder / "R.h5", folder / "last.graphml");
    const auto text = read_text(folder / "last.graphml");
    CHECK_THAT(text,
               Catch::Contains("<data key=\"month\">12</data>") && Catch::Contains("a &lt;b&gt; &amp; &quot;c&quot;"));
    CHECK_THAT(text, Catch::Contains("<key id=\"value\" for=\"edge\" attr.name=\"value\" "
                                     "attr.type=\"double\"><desc>value [yuan]</desc></key>"));
    CHECK_THAT(text, Catch::Contains("<desc>an edge leads from supplier to buyer") && !Catch::Contains("for=\"node\""));
    CHECK_THAT(
        text, Catch::Contains(
                  "    <node id=\"f1\"/>\n    <node id=\"f3\"/>\n    <node id=\"f18446744073709551615\"/>\n    <edge"));
    CHECK_THAT(text, Catch::Contains("<edge source=\"f3\" target=\"f1\"><data key=\"value\">0.1</data><data "
                                     "key=\"kind\">contract</data></edge>"));
    CHECK_THAT(text, Catch::Contains(
                         "<edge source=\"f3\" target=\"f18446744073709551615\"><data key=\"kind\">spot</data></edge>"));
    export_graphml(folder / "R.h5", folder / "first.graphml", {.force = false, .month = 0});
    CHECK_THAT(read_text(folder / "first.graphml"), Catch::Contains("target=\"f1\"") && !Catch::Contains("f3"));
    CHECK_THROWS_WITH(export_graphml(folder / "R.h5", folder / "first.graphml"), Catch::Contains("exists already"));
    CHECK_THROWS_WITH(export_graphml(folder / "R.h5", folder / "x.graphml", {.force = false, .month = 5}),
                      Catch::Contains("month 5"));
}

namespace {

// Links 3 -> 1 and 2 -> 1 in month 12; a panel of firms 1 and 3 in months 6 and 12; firm 2 entered and 9 left.
void write_network_with_firms(const fs::path& path)
{
    ResultsWriter writer(path);
    const auto text = [](const char* unit, const char* name) { return Description{unit, name, "", {}}; };
    writer.dimension({"/sector", 0, std::vector<std::string>{"s01", "s<2>"}, text("1", "sector of the table")});
    const auto rows = [&](const char* axis) {
        return writer.unlimited({.path = axis, .block = 4, .has_values = false, .text = {}});
    };
    const auto edge = rows("/network/edge"), row = rows("/panel/row"), event = rows("/events/event");
    const auto put = [&](const char* variable, ValueType type, const char* axis, const Description& words,
                         const auto& values) { writer.put(writer.variable({variable, type, {axis}, words}), values); };
    using Ids = std::vector<std::uint64_t>;
    using Months = std::vector<std::int32_t>;
    const auto plain = text("1", "x");
    put("/network/month", ValueType::int32, "edge", plain, Months{12, 12});
    put("/network/buyer", ValueType::uint64, "edge", plain, Ids{1, 1});
    put("/network/supplier", ValueType::uint64, "edge", plain, Ids{3, 2});
    put("/panel/month", ValueType::int32, "row", plain, Months{6, 6, 12, 12});
    put("/panel/firm", ValueType::uint64, "row", plain, Ids{1, 3, 1, 3});
    put("/panel/sector", ValueType::float64, "row", text("1", "number"), std::vector<double>{0, 1, 0, 1});
    put("/panel/age", ValueType::float64, "row", text("month", "months since entry"),
        std::vector<double>{5, 6, 11, 12.5});
    put("/events/firm", ValueType::uint64, "event", plain, Ids{2, 9});
    put("/events/sector", ValueType::int8, "event", {"1", "sector", "", flags({"s01", "s<2>"})},
        std::vector<std::int8_t>{1, 0});
    put("/events/region", ValueType::int8, "event", {"1", "region", "", flags({"east"})},
        std::vector<std::int8_t>{0, 0});
    writer.advance_rows(edge, 2);
    writer.advance_rows(row, 4);
    writer.advance_rows(event, 2);
    writer.finish();
}

} // namespace

TEST_CASE("nodes carry what panel and events know of the firms in that month")
{
    const Scratch folder;
    write_network_with_firms(folder / "R.h5");
    export_graphml(folder / "R.h5", folder / "n.graphml");
    const auto text = read_text(folder / "n.graphml");
    INFO(text);
    CHECK_THAT(text, Catch::Contains("<key id=\"node_sector\" for=\"node\" attr.name=\"sector\" "
                                     "attr.type=\"string\"><desc>sector of the table</desc></key>"));
    CHECK_THAT(text, Catch::Contains("<key id=\"node_age\" for=\"node\" attr.name=\"age\" "
                                     "attr.type=\"double\"><desc>months since entry [month]</desc></key>"));
    CHECK_THAT(text,
               Catch::Contains("<node id=\"f1\"><data key=\"node_sector\">s01</data><data key=\"node_age\">11</data>"
                               "</node>"));
    CHECK_THAT(text, Catch::Contains("<node id=\"f2\"><data key=\"node_sector\">s&lt;2&gt;</data><data "
                                     "key=\"node_region\">east</data></node>"));
    CHECK_THAT(text, Catch::Contains("<node id=\"f3\"><data key=\"node_sector\">s&lt;2&gt;</data><data "
                                     "key=\"node_age\">12.5</data></node>"));
    CHECK_THAT(text, !Catch::Contains("f9"));
}

TEST_CASE("the panel's sector and the like are words in tables, from their own attribute or else from the root's axis")
{
    const Scratch folder;
    write_network_with_firms(folder / "R.h5"); // sector has no attribute there, as in files of earlier versions
    export_csv(folder / "R.h5", folder / "csv");
    CHECK_THAT(read_text(folder / "csv/panel.csv"),
               Catch::StartsWith("month,firm,sector,age\n6,1,s01,5\n6,3,s<2>,6\n"));
    CHECK_THAT(read_text(folder / "csv/units.csv"), Catch::Contains("\npanel,sector,1,sector of the table,"));
    {
        ResultsWriter writer(folder / "S.h5");
        const auto row = writer.unlimited({.path = "/panel/row", .block = 4, .has_values = false, .text = {}});
        const auto region = writer.variable({"/panel/region",
                                             ValueType::float64,
                                             {"row"},
                                             {"1", "number", "", {{"members", std::string("east west")}}}});
        writer.put(region, std::vector<double>{1, 0, 2, 0.5, std::numeric_limits<double>::quiet_NaN()});
        writer.advance_rows(row, 5);
        writer.finish();
    }
    export_csv(folder / "S.h5", folder / "s");
    CHECK(read_text(folder / "s/panel.csv") == "region\nwest\neast\n2\n0.5\n\n");
}

TEST_CASE("a run that did not ask for the network says so")
{
    const Scratch folder;
    sample::write_run(folder / "R.h5", "s", 0, {1});
    CHECK_THROWS_WITH(export_graphml(folder / "R.h5", folder / "x.graphml"),
                      Catch::Contains("ask for /network in the scenario"));
    CHECK_FALSE(fs::exists(folder / "x.graphml"));
}
