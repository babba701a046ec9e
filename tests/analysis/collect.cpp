// One dataset out of small files of runs: every value in its place, what is missing told, nothing left after failure.
#include "analysis/collect.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>

#include "output/results_reader.hpp"
#include "output/results_writer.hpp"
#include "sim/error.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
namespace fs = std::filesystem;

namespace {

using Texts = std::vector<std::string>;
using Bytes = std::vector<std::byte>;

// A run of so many months; output in month m is 100 run + m, a lever's intensity 1000 run + 10 m + its first letter.
struct RunFile {
    int run = 0, months = 3;
    Texts levers;
    int events = 0;
    int first_month = 1;
};

void write_levers(ResultsWriter& writer, const RunFile& of, VariableId intensity, int m)
{
    std::vector<double> values;
    for (const auto& lever : of.levers) values.push_back(1000.0 * of.run + 10 * m + (lever[0] - 'a'));
    writer.put(intensity, values);
}

Bytes file_of(const RunFile& of)
{
    const Scratch folder;
    ResultsWriter writer(folder / "R.h5");
    const auto month = writer.unlimited({"/month", 4, true, {"month", "", "", {}}});
    const auto output = writer.variable({"/output", ValueType::float64, {"month"}, {"yuan", "output", "formula", {}}});
    const auto hash = writer.variable({"/state_hash", ValueType::uint64, {"month"}, {"1", "hash", "", {}}});
    writer.dimension({"/size", 0, Texts{"small", "large"}, {"1", "size class", "", {}}});
    const auto sizes = writer.variable({"/by_size/firms", ValueType::int64, {"month", "size"}, {"1", "firms", "", {}}});
    VariableId intensity;
    if (!of.levers.empty()) {
        writer.dimension({"/levers/lever", 0, of.levers, {"1", "label", "", {}}});
        intensity = writer.variable({"/levers/intensity", ValueType::float64, {"month", "lever"}, {"1", "", "", {}}});
    }
    const auto event = writer.unlimited({"/events/event", 4, false, {}});
    const auto firm = writer.variable({"/events/firm", ValueType::uint64, {"event"}, {"1", "firm", "", {}}});
    for (int m = of.first_month; m < of.first_month + of.months; ++m) {
        writer.put(output, 100.0 * of.run + m);
        writer.put(hash, 0xffffffffffffff00u + static_cast<std::uint64_t>(m));
        writer.put(sizes, std::vector<std::int64_t>{m, -m});
        if (!of.levers.empty()) write_levers(writer, of, intensity, m);
        writer.advance(month, m);
    }
    writer.put(firm,
               std::vector<std::uint64_t>(static_cast<std::size_t>(of.events), 50u + static_cast<unsigned>(of.run)));
    writer.advance_rows(event, static_cast<std::size_t>(of.events));
    writer.attribute("/", "seed", std::uint64_t{9});
    writer.attribute("/", "threads", std::int32_t{2});
    writer.attribute("/", "scenario_sha256", "digest " + std::to_string(of.run));
    writer.attribute("/", "ended", std::string("today"));
    writer.finish();
    std::ifstream in(folder / "R.h5", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
    return {bytes, bytes + text.size()};
}

// Two scenarios, three points, two replicates: twelve runs of three months.
struct Sweep {
    std::map<std::size_t, Bytes> files;
    CollectRequest request;

    Sweep()
    {
        request.scenarios = {"first", "第二"};
        request.replicates = {4, 5};
        request.months = {1, 2, 3};
        request.points = 3;
        request.has_points = true;
        request.columns = {{"days", "value of /days", std::vector<double>{30, 60, 90}, true},
                           {"design_trajectory", "of the design", std::vector<std::int32_t>{0, 0, 1}, false}};
        request.attributes = {{"plan", std::string("{}")}};
        request.results = [this](std::size_t run) {
            const auto found = files.find(run);
            return found == files.end() ? std::nullopt : std::optional(found->second);
        };
        request.failed = [](std::size_t run) { return run == 7; };
    }

    void add(const RunFile& of) { files[static_cast<std::size_t>(of.run)] = file_of(of); }
};

// Values of a variable at a run, of `width` values each.
std::vector<double> at(const std::vector<double>& values, std::size_t run, std::size_t width)
{
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(run * width);
    return {begin, begin + static_cast<std::ptrdiff_t>(width)};
}

bool all_absent(const std::vector<double>& values)
{
    return std::ranges::all_of(values, [](double x) { return std::isnan(x); });
}

} // namespace

TEST_CASE("every run stands at its scenario, point and replicate")
{
    const Scratch folder;
    Sweep sweep;
    for (int run = 0; run < 12; ++run) sweep.add({run, 3, {"aid"}, run % 3});
    std::size_t told = 0;
    sweep.request.progress = [&](std::size_t run) { CHECK(run == told++); };
    const auto count = collect_runs(sweep.request, folder / "S.h5", false);
    CHECK(told == 12);
    CHECK(count.finished == 12);
    const ResultsReader file(folder / "S.h5");
    CHECK(file.variable("/output").dimensions == Texts{"/scenario", "/point", "/replicate", "/month"});
    CHECK(file.variable("/output").units == "yuan");
    CHECK(file.labels("/scenario") == Texts{"first", "第二"});
    CHECK(file.integers("/replicate") == std::vector<std::int64_t>{4, 5});
    CHECK(file.doubles("/days") == std::vector<double>{30, 60, 90});
    CHECK(file.integers("/design_trajectory") == std::vector<std::int64_t>{0, 0, 1});
    CHECK(file.variable("/by_size/firms").dimensions ==
          Texts{"/by_size/scenario", "/by_size/point", "/by_size/replicate", "/by_size/month", "/by_size/size"});
    CHECK(file.doubles("/by_size/days") == std::vector<double>{30, 60, 90});
    CHECK_FALSE(file.has("/by_size/design_trajectory"));
    const auto output = file.doubles("/output"), firms = file.doubles("/by_size/firms");
    const auto hashes = file.unsigned_integers("/state_hash");
    for (std::size_t run = 0; run < 12; ++run) {
        const double x = 100.0 * static_cast<double>(run);
        CHECK(at(output, run, 3) == std::vector<double>{x + 1, x + 2, x + 3});
        CHECK(at(firms, run, 6) == std::vector<double>{1, -1, 2, -2, 3, -3});
        CHECK(hashes[run * 3 + 2] == 0xffffffffffffff03u); // whole, not through a double
    }
    CHECK(file.text_attribute("/output", "coordinates") == "days");
    CHECK(file.text_attribute("/", "plan") == "{}");
}

TEST_CASE("records of all runs stand one run after the other and say whose they are")
{
    const Scratch folder;
    Sweep sweep;
    for (int run : {0, 3, 4, 11}) sweep.add({run, 3, {}, run % 3 + (run == 11)});
    collect_runs(sweep.request, folder / "S.h5", false);
    const ResultsReader file(folder / "S.h5");
    CHECK(file.integers("/events/run") == std::vector<std::int64_t>{4, 11, 11, 11});
    CHECK(file.unsigned_integers("/events/firm") == std::vector<std::uint64_t>{54, 61, 61, 61});
}

TEST_CASE("runs that are missing or failed are told and are not a number")
{
    const Scratch folder;
    Sweep sweep;
    for (int run : {1, 2, 10}) sweep.add({run, 3, {}, 0});
    const auto count = collect_runs(sweep.request, folder / "S.h5", false);
    CHECK(count.finished == 3);
    CHECK(count.failed == 1);
    CHECK(count.missing == 8);
    const ResultsReader file(folder / "S.h5");
    CHECK(file.integers("/status") == std::vector<std::int64_t>{0, 1, 1, 0, 0, 0, 0, 2, 0, 0, 1, 0});
    CHECK(file.integers("/months_kept") == std::vector<std::int64_t>{0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 3, 0});
    CHECK(file.texts("/scenario_sha256")[10] == "digest 10");
    CHECK(file.texts("/scenario_sha256")[11].empty());
    const auto output = file.doubles("/output");
    for (std::size_t run = 0; run < 12; ++run) CHECK(all_absent(at(output, run, 3)) == !sweep.files.contains(run));
    CHECK(file.integers("/by_size/firms")[0] == std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("shorter runs end in values that are absent, months are matched, not counted")
{
    const Scratch folder;
    Sweep sweep;
    sweep.request.months = {1, 2, 3, 4, 5};
    sweep.add({0, 2, {}, 0});
    sweep.add({1, 5, {}, 0});
    sweep.add({2, 2, {}, 0, 4});
    collect_runs(sweep.request, folder / "S.h5", false);
    const auto output = ResultsReader(folder / "S.h5").doubles("/output");
    CHECK(output[0] == 1);
    CHECK(output[1] == 2);
    CHECK(all_absent({output[2], output[3], output[4]}));
    CHECK(at(output, 1, 5) == std::vector<double>{101, 102, 103, 104, 105});
    CHECK(all_absent({output[10], output[11], output[12]}));
    CHECK(output[13] == 204);
    sweep.add({3, 6, {}, 0}); // a month that no plan of it has
    CHECK_THROWS_AS(collect_runs(sweep.request, folder / "T.h5", false), OutputError);
}

TEST_CASE("levers of every scenario have their place")
{
    const Scratch folder;
    Sweep sweep;
    sweep.add({0, 3, {"cap"}, 0});
    sweep.add({6, 3, {"aid", "cap"}, 0});
    collect_runs(sweep.request, folder / "S.h5", false);
    const ResultsReader file(folder / "S.h5");
    REQUIRE(file.labels("/levers/lever") == Texts{"cap", "aid"});
    const auto intensity = file.doubles("/levers/intensity");
    const auto first = at(intensity, 0, 6), second = at(intensity, 6, 6);
    CHECK(first[0] == 12); // month 1, cap
    CHECK(first[4] == 32); // month 3
    CHECK(all_absent({first[1], first[3], first[5]}));
    CHECK(second == std::vector<double>{6012, 6010, 6022, 6020, 6032, 6030});
    CHECK(all_absent(at(intensity, 3, 6)));
}

TEST_CASE("a parameter that is no number may give each point levers of its own")
{
    const Scratch folder;
    Sweep sweep;
    sweep.request.columns = {{"policies", "value of /policies", Texts{"{}", "{a}", "{b}"}, true}};
    sweep.add({0, 3, {}, 0});
    sweep.add({2, 3, {"a"}, 0});
    sweep.add({5, 3, {"b", "a"}, 0});
    collect_runs(sweep.request, folder / "S.h5", false);
    const ResultsReader file(folder / "S.h5");
    REQUIRE(file.labels("/levers/lever") == Texts{"a", "b"});
    const auto intensity = file.doubles("/levers/intensity");
    CHECK(all_absent(at(intensity, 0, 6)));
    CHECK(at(intensity, 5, 6) == std::vector<double>{5010, 5011, 5020, 5021, 5030, 5031});
}

TEST_CASE("a lever that appears from nowhere is told, not written beside its place")
{
    const Scratch folder;
    Sweep sweep;
    sweep.add({0, 3, {"a"}, 0});
    sweep.add({1, 3, {"a", "b"}, 0}); // another replicate of the same point
    CHECK_THROWS_WITH(collect_runs(sweep.request, folder / "S.h5", false), Catch::Contains("/levers/intensity"));
    CHECK(fs::is_empty(folder.path));
    sweep.add({6, 3, {"c"}, 0}); // now labels differ, and are matched
    CHECK_THROWS_WITH(collect_runs(sweep.request, folder / "S.h5", false), Catch::Contains("\"b\""));
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("without a design there is no dimension of points")
{
    const Scratch folder;
    Sweep sweep;
    sweep.request.points = 1;
    sweep.request.has_points = false;
    sweep.request.columns.clear();
    for (int run = 0; run < 4; ++run) sweep.add({run, 3, {}, 0});
    collect_runs(sweep.request, folder / "S.h5", false);
    const ResultsReader file(folder / "S.h5");
    CHECK(file.variable("/output").dimensions == Texts{"/scenario", "/replicate", "/month"});
    CHECK(at(file.doubles("/output"), 3, 3) == std::vector<double>{301, 302, 303});
    CHECK_FALSE(file.has("/point"));
    CHECK_FALSE(file.has_attribute("/output", "coordinates"));
}

TEST_CASE("what can't be collected leaves no file behind")
{
    const Scratch folder;
    Sweep sweep;
    CHECK_THROWS_WITH(collect_runs(sweep.request, folder / "S.h5", false), Catch::Contains("no finished run"));
    CHECK(fs::is_empty(folder.path));
    sweep.add({0, 3, {}, 0});
    sweep.add({1, 3, {}, 0});
    sweep.files[1].resize(sweep.files[1].size() / 2);
    CHECK_THROWS_AS(collect_runs(sweep.request, folder / "S.h5", false), OutputError);
    CHECK(fs::is_empty(folder.path));
    sweep.files.erase(1);
    collect_runs(sweep.request, folder / "S.h5", false);
    CHECK_THROWS_AS(collect_runs(sweep.request, folder / "S.h5", false), OutputError); // it is there
    CHECK(ResultsReader(folder / "S.h5").doubles("/output")[0] == 1);
    collect_runs(sweep.request, folder / "S.h5", true);
}
