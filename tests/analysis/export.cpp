#include <catch2/catch.hpp>

#include <fstream>

#include "analysis/export.hpp"
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
        return writer.variable({std::string("/network/") + name, type, {"edge"}, {"1", name, "", std::move(further)}});
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
    CHECK(names == std::vector<std::string>{"indicators.csv", "constants.csv", "by_size.csv", "by_sector.csv",
                                            "transaction_flow.csv", "draws.csv", "note.csv", "events.csv",
                                            "panel.csv"});
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

TEST_CASE("nothing is overwritten without force, and nothing half")
{
    const Scratch folder;
    sample::write_whole(folder / "R.h5", 2);
    fs::create_directory(folder / "csv");
    std::ofstream(folder / "csv/panel.csv") << "mine";
    CHECK_THROWS_WITH(export_csv(folder / "R.h5", folder / "csv"),
                      Catch::Contains("panel.csv") && Catch::Contains("exists already"));
    CHECK(std::distance(fs::directory_iterator(folder / "csv"), {}) == 1);
    CHECK(export_csv(folder / "R.h5", folder / "csv", {.force = true, .month = {}}).size() == 9);
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
    CHECK_THAT(text, Catch::Contains("<key id=\"value\" for=\"edge\" attr.name=\"value\" attr.type=\"double\"/>"));
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

TEST_CASE("a run that did not ask for the network says so")
{
    const Scratch folder;
    sample::write_run(folder / "R.h5", "s", 0, {1});
    CHECK_THROWS_WITH(export_graphml(folder / "R.h5", folder / "x.graphml"),
                      Catch::Contains("ask for /network in the scenario"));
    CHECK_FALSE(fs::exists(folder / "x.graphml"));
}
