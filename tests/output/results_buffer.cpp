// Results kept in memory give the file that they would have given, and can be taken over by a run that goes on from there.
#include "output/results_buffer.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <fstream>
#include <numeric>
#include <thread>

#include "output/results_reader.hpp"
#include "output/results_writer.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
namespace fs = std::filesystem;

namespace {

Description text(const char* units) { return {units, "some words", "a formula", {}}; }

// What a run with these levers declares: every type, axes of both kinds, records.
struct Layout {
    DimensionId month, event;
    VariableId output, hash, by_size, flow, intensity, event_month, event_kind, event_firm;

    Layout(ResultsSink& sink, const std::vector<std::string>& levers)
    {
        month = sink.unlimited({"/month", 4, true, text("month")});
        sink.dimension({"/size", 0, std::vector<std::string>{"small", "large"}, text("1")});
        sink.group("/extra", {"", "an empty group", "", {}});
        output = sink.variable({"/output", ValueType::float64, {"month"}, text("yuan")});
        hash = sink.variable({"/state_hash", ValueType::uint64, {"month"}, text("1")});
        by_size = sink.variable({"/by_size/firms", ValueType::int32, {"month", "size"}, text("1")});
        sink.dimension({"/accounts/flow", 0, std::vector<std::string>{"wages", "taxes"}, {}});
        sink.dimension({"/accounts/draw", 3, {}, {}});
        flow = sink.variable({"/accounts/flows", ValueType::int64, {"month", "flow", "draw"}, text("0.01 yuan")});
        if (!levers.empty()) {
            sink.dimension({"/levers/lever", 0, levers, text("1")});
            intensity = sink.variable({"/levers/intensity", ValueType::float64, {"month", "lever"}, text("1")});
        }
        event = sink.unlimited({"/events/event", 3, false, {}});
        event_month = sink.variable({"/events/month", ValueType::int32, {"event"}, text("month")});
        event_kind = sink.variable({"/events/kind", ValueType::int8, {"event"}, {"1", "kind", "", flags({"a", "b"})}});
        event_firm = sink.variable({"/events/firm", ValueType::uint64, {"event"}, text("1")});
        const auto fixed = sink.variable({"/weights", ValueType::float32, {"size"}, text("1")});
        sink.put(fixed, std::vector<float>{0.25F, 0.75F});
    }
};

// Month m; the intensity of a lever is told from its place.
void give(ResultsSink& sink, const Layout& at, int m, std::size_t levers)
{
    const double x = m;
    sink.put(at.output, x / 3);
    sink.put(at.hash, 0xf000000000000000u + static_cast<std::uint64_t>(m));
    sink.put(at.by_size, std::vector<std::int32_t>{m, -m});
    std::vector<std::int64_t> flows(6);
    std::iota(flows.begin(), flows.end(), std::int64_t{1} << (40 + m % 3));
    sink.put(at.flow, flows);
    std::vector<double> intensity;
    for (std::size_t k = 0; k < levers; ++k) intensity.push_back(x + 0.1 * static_cast<double>(k));
    if (levers > 0) sink.put(at.intensity, intensity);
    const auto n = static_cast<std::size_t>(m % 3);
    sink.put(at.event_month, std::vector<std::int32_t>(n, m));
    sink.put(at.event_kind, std::vector<std::int8_t>(n, 1));
    sink.put(at.event_firm, std::vector<std::uint64_t>(n, 77));
    sink.advance_rows(at.event, n);
    sink.advance(at.month, m);
}

void fill(ResultsSink& sink, int from, int to, const std::vector<std::string>& levers)
{
    const Layout at(sink, levers);
    for (int m = from; m < to; ++m) give(sink, at, m, levers.size());
    sink.attribute("/", "title", std::string("运行 a run"));
    sink.attribute("/", "seed", std::uint64_t{5});
    sink.attribute("/", "seed", std::uint64_t{7}); // replaces
    sink.attribute("/events/kind", "note", std::string("of the variable"));
}

std::vector<std::byte> contents(const fs::path& file)
{
    std::vector<std::byte> bytes(fs::file_size(file));
    std::ifstream(file, std::ios::binary)
        .read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

fs::path copied(const ResultsBuffer& buffer, const fs::path& file)
{
    ResultsWriter writer(file);
    buffer.copy_to(writer);
    writer.finish();
    return file;
}

fs::path direct(const fs::path& file, int from, int to, const std::vector<std::string>& levers)
{
    ResultsWriter writer(file);
    fill(writer, from, to, levers);
    writer.finish();
    return file;
}

using Texts = std::vector<std::string>;

// The buffer of a run with `levers` that goes on in month `at` from one that had `before`.
ResultsBuffer going_on(const Texts& before, const Texts& levers, int at, int months)
{
    ResultsBuffer past;
    fill(past, 0, at, before);
    ResultsBuffer buffer;
    const Layout layout(buffer, levers);
    buffer.adopt(past);
    for (int m = at; m < months; ++m) give(buffer, layout, m, levers.size());
    return buffer;
}

std::vector<double> intensities(const ResultsBuffer& buffer)
{
    const Scratch folder;
    return ResultsReader(copied(buffer, folder / "R.h5")).doubles("/levers/intensity");
}

} // namespace

// Written a second later: HDF5 may not note the time of writing anywhere.
TEST_CASE("the time of writing leaves no trace in a file")
{
    const Scratch folder;
    ResultsBuffer buffer;
    fill(buffer, 0, 2, {"aid"});
    const auto first = contents(copied(buffer, folder / "a.h5"));
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    CHECK((first == contents(copied(buffer, folder / "b.h5"))));
}

TEST_CASE("what was kept in memory gives the same file")
{
    const int months = GENERATE(0, 1, 4, 11);
    const Texts levers = GENERATE(Texts{}, Texts{"aid", "cap"});
    const Scratch folder;
    ResultsBuffer buffer;
    fill(buffer, 0, months, levers);
    const auto first = contents(copied(buffer, folder / "a.h5"));
    CHECK((first == contents(copied(buffer, folder / "again.h5")))); // it is still there
    const ResultsReader a(folder / "a.h5"), b(direct(folder / "b.h5", 0, months, levers));
    REQUIRE(a.groups() == b.groups());
    CHECK(a.attributes("/") == b.attributes("/"));
    for (const auto& group : a.groups()) {
        REQUIRE(a.variables(group).size() == b.variables(group).size());
        for (const auto& dimension : b.dimensions(group)) CHECK(a.labels(dimension.path) == b.labels(dimension.path));
        for (const auto& v : b.variables(group)) {
            INFO(v.path);
            CHECK(a.variable(v.path).shape == v.shape);
            CHECK(a.attributes(v.path) == b.attributes(v.path));
            CHECK(a.doubles(v.path) == b.doubles(v.path));
        }
    }
    CHECK(a.unsigned_integers("/state_hash") == b.unsigned_integers("/state_hash"));
    CHECK(a.integers("/accounts/flows") == b.integers("/accounts/flows"));
}

TEST_CASE("a run that goes on from kept results has the months of both")
{
    const int at = GENERATE(0, 1, 5, 9);
    const Scratch folder;
    const auto buffer = going_on({"cap"}, {"cap"}, at, 9);
    const ResultsReader whole(direct(folder / "whole.h5", 0, 9, {"cap"})), on(copied(buffer, folder / "on.h5"));
    for (const auto& group : whole.groups())
        for (const auto& v : whole.variables(group)) {
            INFO(v.path);
            CHECK(on.doubles(v.path) == whole.doubles(v.path));
        }
    CHECK(on.unsigned_integers("/state_hash") == whole.unsigned_integers("/state_hash"));
    CHECK(on.dimension("/events/event").length == whole.dimension("/events/event").length);
}

TEST_CASE("levers go to their label, and those that are new begin with zeros")
{
    // "cap" was 0 and 1 in the two months; then aid is x, cap x + 0.1
    CHECK(intensities(going_on({"cap"}, {"aid", "cap"}, 2, 3)) == std::vector<double>{0, 0, 0, 1, 2, 2.1});
    CHECK(intensities(going_on({"aid", "cap"}, {"cap", "tax"}, 2, 3)) == std::vector<double>{0.1, 0, 1.1, 0, 2, 2.1});
    CHECK(intensities(going_on({"a", "b"}, {"b", "a"}, 2, 2)) == std::vector<double>{0.1, 0, 1.1, 1});
    CHECK(intensities(going_on({}, {"cap"}, 2, 3)) == std::vector<double>{0, 0, 2});
}

TEST_CASE("results that have no such lever any more go on without it")
{
    const Scratch folder;
    const ResultsReader file(copied(going_on({"cap"}, {}, 2, 4), folder / "R.h5"));
    CHECK_FALSE(file.has("/levers"));
    CHECK(file.dimension("/month").length == 4);
}

TEST_CASE("earlier results that lack a variable are refused")
{
    ResultsBuffer past, buffer;
    fill(past, 0, 2, {});
    const Layout layout(buffer, {});
    buffer.variable({"/profit", ValueType::float64, {"month"}, text("yuan")});
    CHECK_THROWS_AS(buffer.adopt(past), std::logic_error);
}

TEST_CASE("a buffer with months of its own takes no earlier ones")
{
    ResultsBuffer past, buffer;
    fill(past, 0, 2, {});
    fill(buffer, 0, 1, {});
    CHECK_THROWS_AS(buffer.adopt(past), std::logic_error);
}

TEST_CASE("wrong calls throw at once")
{
    ResultsBuffer buffer;
    const Layout at(buffer, {"cap"});
    CHECK_THROWS_AS(buffer.put(at.output, std::vector<float>{1.0F}), std::logic_error);
    CHECK_THROWS_AS(buffer.put(at.by_size, std::vector<std::int32_t>{1}), std::logic_error);
    CHECK_THROWS_AS(buffer.put(VariableId{99}, 1.0), std::exception);
    CHECK_THROWS_AS(buffer.advance(at.month, 0), std::logic_error); // nothing was given
    CHECK_THROWS_AS(buffer.advance_rows(DimensionId{9}, 0), std::exception);
    CHECK_THROWS_AS(buffer.variable({"/x", ValueType::float64, {"nowhere"}, {}}), std::logic_error);
    CHECK_THROWS_AS(buffer.variable({"/x", ValueType::float64, {"size", "month"}, {}}), std::logic_error);
    CHECK(buffer.variable({"/output", ValueType::float64, {"month"}, {}}).index == at.output.index);
}

TEST_CASE("a file that is read into memory goes on as one that was never written")
{
    const int at = GENERATE(0, 2, 5);
    const Scratch folder;
    const auto half = ResultsBuffer::of(ResultsReader(direct(folder / "half.h5", 0, at, {"aid", "cap"})));
    CHECK(half.axes().size() == 2);
    ResultsBuffer buffer;
    const Layout layout(buffer, {"aid", "cap"});
    buffer.adopt(half);
    for (int m = at; m < 7; ++m) give(buffer, layout, m, 2);
    const ResultsReader on(copied(buffer, folder / "on.h5")), whole(direct(folder / "whole.h5", 0, 7, {"aid", "cap"}));
    for (const auto& group : whole.groups())
        for (const auto& v : whole.variables(group)) {
            INFO(v.path);
            CHECK(on.doubles(v.path) == whole.doubles(v.path));
        }
    CHECK(on.unsigned_integers("/events/firm") == whole.unsigned_integers("/events/firm"));
}

TEST_CASE("a file with fixed values of every kind is read into memory")
{
    const Scratch folder;
    const ResultsReader file(direct(folder / "R.h5", 0, 3, {"cap"}));
    const ResultsReader back(copied(ResultsBuffer::of(file), folder / "back.h5"));
    CHECK(back.doubles("/weights") == std::vector<double>{0.25, 0.75});
    CHECK(back.labels("/levers/lever") == Texts{"cap"});
    CHECK(back.integers("/month") == file.integers("/month"));
}
