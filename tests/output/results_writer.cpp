#include <catch2/catch.hpp>

#include "output/results_reader.hpp"
#include "sim/error.hpp"
#include "tests/output/sample.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
namespace fs = std::filesystem;

namespace {

// Every value of every variable of two files.
void require_same_data(const fs::path& one, const fs::path& two)
{
    const ResultsReader a(one), b(two);
    REQUIRE(a.groups() == b.groups());
    for (const auto& group : a.groups()) {
        const auto variables = a.variables(group);
        REQUIRE(variables.size() == b.variables(group).size());
        for (const auto& dimension : a.dimensions(group)) CHECK(a.labels(dimension.path) == b.labels(dimension.path));
        for (const auto& variable : variables) {
            INFO(variable.path);
            CHECK(variable.shape == b.variable(variable.path).shape);
            if (variable.type == ValueType::text) CHECK(a.texts(variable.path) == b.texts(variable.path));
            else if (variable.type == ValueType::uint64)
                CHECK(a.unsigned_integers(variable.path) == b.unsigned_integers(variable.path));
            else CHECK(a.doubles(variable.path) == b.doubles(variable.path));
        }
    }
}

} // namespace

TEST_CASE("a file is under its own name only when it is finished")
{
    const Scratch folder;
    const auto path = folder / "R.h5";
    {
        sample::Sample sample{ResultsWriter(path)};
        sample::write_months(sample, 0, 5);
        CHECK(sample.writer.part_path() == fs::path(path.string() + ".part"));
    }
    CHECK_FALSE(fs::exists(path));
    CHECK(fs::exists(path.string() + ".part"));
    CHECK_THROWS_WITH(ResultsReader(path.string() + ".part"), Catch::Contains("not finished"));
    CHECK(ResultsReader(path.string() + ".part", {.unfinished = true}).dimension("/month").length ==
          0);                     // never flushed
    sample::write_whole(path, 5); // takes the leftover's place
    CHECK_FALSE(fs::exists(path.string() + ".part"));
    CHECK(ResultsReader(path).number_attribute("/", "finished") == 1);
}

TEST_CASE("blocks hold what was put, whatever the number of months")
{
    const int months = GENERATE(0, 1, 11, 12, 13, 25);
    const Scratch folder;
    sample::write_whole(folder / "R.h5", months);
    const ResultsReader file(folder / "R.h5");
    CHECK(file.dimension("/month").length == static_cast<std::size_t>(months));
    const auto values = file.doubles("/by_size/output");
    REQUIRE(values.size() == static_cast<std::size_t>(4 * months));
    for (int m = 0; m < months; ++m) CHECK(values[static_cast<std::size_t>(4 * m) + 1] == m / 3.0);
    std::vector<std::int64_t> event_months;
    for (int m = 0; m < months; ++m) event_months.insert(event_months.end(), static_cast<std::size_t>(m % 4), m);
    CHECK(file.integers("/events/month") == event_months);
}

TEST_CASE("a run resumed from its checkpoint gives the data of an undisturbed one")
{
    const int stop = GENERATE(0, 1, 12, 17, 24);
    const int compression = GENERATE(0, 1);
    const Scratch folder;
    sample::write_whole(folder / "whole.h5", 30, {.force = false, .compression = compression});
    std::vector<std::byte> bytes;
    {
        sample::Sample killed{ResultsWriter(folder / "resumed.h5", {.force = false, .compression = compression})};
        sample::write_months(killed, 0, stop);
        bytes = killed.writer.snapshot_bytes();
        sample::write_months(killed, stop, stop + 15); // lost with the process
        killed.writer.flush();
    }
    sample::Sample resumed{ResultsWriter::resume(folder / "resumed.h5", bytes)};
    CHECK(resumed.writer.length(resumed.month) == static_cast<std::size_t>(stop));
    sample::write_months(resumed, stop, 30);
    resumed.writer.finish();
    require_same_data(folder / "whole.h5", folder / "resumed.h5");
}

TEST_CASE("snapshots and flushes on the way leave no trace in the data")
{
    const Scratch folder;
    sample::write_whole(folder / "whole.h5", 30);
    sample::Sample often{ResultsWriter(folder / "often.h5")};
    for (int m = 0; m < 30; ++m) {
        often.write_month(m);
        if (m % 5 == 2) often.writer.flush();
        if (m % 7 == 3) CHECK_FALSE(often.writer.snapshot_bytes().empty());
    }
    often.writer.finish();
    require_same_data(folder / "whole.h5", folder / "often.h5");
}

TEST_CASE("a part file can't be gone on with under another layout")
{
    const Scratch folder;
    std::vector<std::byte> bytes;
    {
        sample::Sample first{ResultsWriter(folder / "R.h5")};
        bytes = first.writer.snapshot_bytes();
    }
    auto writer = ResultsWriter::resume(folder / "R.h5", bytes);
    CHECK_THROWS_AS(
        writer.dimension(
            {.path = "/size", .length = 0, .values = std::vector<std::string>{"a", "b", "c", "d"}, .text = {}}),
        OutputError);
    CHECK_THROWS_AS(writer.variable({"/output", ValueType::float32, {"month"}, {}}), OutputError);
    CHECK_THROWS_AS(writer.unlimited({.path = "/month", .has_values = false, .text = {}}), OutputError);
    CHECK_NOTHROW(writer.unlimited({.path = "/month", .block = 13, .has_values = true, .text = {}})); // chunks stay
    bytes.resize(bytes.size() / 2);
    writer = ResultsWriter(folder / "other.h5");
    CHECK_THROWS_AS(ResultsWriter::resume(folder / "third.h5", bytes), OutputError);
}

TEST_CASE("wrong calls are told")
{
    const Scratch folder;
    ResultsWriter writer(folder / "R.h5");
    const auto month = writer.unlimited({.path = "/month", .block = 4, .has_values = true, .text = {}});
    writer.dimension({.path = "/by_size/size", .length = 2, .values = {}, .text = {}});
    const auto value = writer.variable({"/value", ValueType::float64, {"month"}, {}});
    const auto pair = writer.variable({"/by_size/value", ValueType::float64, {"month", "size"}, {}});
    CHECK_THROWS_AS(writer.variable({"/elsewhere/value", ValueType::float64, {"size"}, {}}), std::logic_error);
    CHECK_THROWS_AS(writer.variable({"/by_size/late", ValueType::float64, {"size", "month"}, {}}), std::logic_error);
    CHECK_THROWS_AS(writer.variable({"value", ValueType::float64, {"month"}, {}}), std::logic_error);
    CHECK_THROWS_AS(writer.dimension({.path = "/none", .length = 0, .values = {}, .text = {}}), std::logic_error);
    CHECK_THROWS_AS(writer.put(value, std::uint64_t{1}), std::logic_error);
    CHECK_THROWS_AS(writer.put(pair, 1.0), std::logic_error);
    writer.put(value, 1.0);
    CHECK_THROWS_AS(writer.flush(), std::logic_error);
    CHECK_THROWS_AS(writer.advance_rows(month, 1), std::logic_error);
    CHECK_THROWS_WITH(writer.advance(month, 0), Catch::Contains("/by_size/value"));
}

TEST_CASE("an attribute is replaced, an empty one stays empty, a long one whole")
{
    const Scratch folder;
    {
        ResultsWriter writer(folder / "R.h5");
        writer.attribute("/", "ended", std::string("never"));
        writer.attribute("/", "ended", std::string("2026-01-01T00:00:00Z"));
        writer.attribute("/", "command_line", std::string());
        writer.attribute("/", "scenario", sample::long_scenario());
        writer.group("/levers", {"", "levers", "", {{"flags", std::vector<std::int8_t>{1, 2}}}});
        writer.finish();
    }
    const ResultsReader file(folder / "R.h5");
    CHECK(file.text_attribute("/", "ended") == "2026-01-01T00:00:00Z");
    CHECK(file.text_attribute("/", "command_line").empty());
    CHECK(file.text_attribute("/", "scenario") == sample::long_scenario());
    CHECK(file.text_attribute("/levers", "long_name") == "levers");
    CHECK(file.attributes("/levers").back().second == AttributeValue(std::vector<std::int8_t>{1, 2}));
    CHECK(file.attributes("/").front().first == "format");
}
