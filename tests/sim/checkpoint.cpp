#include "sim/checkpoint.hpp"

#include "sim/column.hpp"
#include "sim/money.hpp"
#include "tests/sim/file_bytes.hpp"
#include "tests/sim/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

using namespace rongtong;
using namespace rongtong::test;

TEST_CASE("A checkpoint gives back what was saved, bit by bit")
{
    const TempFolder folder;
    Column<double> prices{1.5, -0.0, std::numeric_limits<double>::quiet_NaN(), 5e-324};
    const std::vector<Money> cash{Money(3), Money(-4)};
    const std::array<std::uint8_t, 3> flags{1, 2, 3};
    Column<std::uint64_t> large(1'000'003); // several pieces, none of them whole
    std::iota(large.begin(), large.end(), 7u);
    const Column<float> none;
    const std::string text("融通\0checkpoint", 17), path = folder / "a.checkpoint";
    CheckpointWriter writer;
    writer.add("prices", prices);
    writer.add("cash", cash);
    writer.add("flags", flags);
    writer.add("large", large);
    writer.add("none", none);
    writer.add_text("scenario", text);
    writer.add_text("nothing", "");
    writer.add_value("month", std::int32_t{-12});
    writer.save(path);

    CheckpointReader reader(path);
    Column<double> prices_back(99);
    reader.get("prices", prices_back);
    REQUIRE(prices_back.size() == prices.size());
    for (std::size_t i = 0; i < prices.size(); ++i)
        CHECK(std::bit_cast<std::uint64_t>(prices_back[i]) == std::bit_cast<std::uint64_t>(prices[i]));
    std::vector<Money> cash_back;
    reader.get("cash", cash_back);
    CHECK(cash_back == cash);
    std::array<std::uint8_t, 3> flags_back{};
    reader.get("flags", std::span(flags_back));
    CHECK(flags_back == flags);
    Column<std::uint64_t> large_back;
    reader.get("large", large_back);
    CHECK(large_back == large);
    Column<float> none_back(5);
    reader.get("none", none_back);
    CHECK(none_back.empty());
    CHECK(reader.text("scenario") == text);
    CHECK(reader.text("nothing").empty());
    CHECK(reader.value<std::int32_t>("month") == -12);
    CHECK(reader.has("cash"));
    CHECK_FALSE(reader.has("cas"));
    CHECK(reader.sections().size() == 8);
    CHECK(reader.sections()[3].name == "large");
    CHECK(folder.files() == 1); // no temporary file is left
}

TEST_CASE("The same state gives the same file, and a checkpoint without sections is one")
{
    const TempFolder folder;
    const std::vector<int> v{1, 2, 3};
    for (const char* name : {"a", "b"}) {
        CheckpointWriter writer;
        writer.add("v", v);
        writer.save(folder / name);
    }
    CHECK(read_bytes(folder / "a") == read_bytes(folder / "b"));
    CheckpointWriter().save(folder / "empty");
    CHECK(CheckpointReader(folder / "empty").sections().empty());
}

TEST_CASE("Names of sections are unique and not empty")
{
    CheckpointWriter writer;
    writer.add_value("month", 1);
    CHECK_THROWS_AS(writer.add_value("month", 2), std::invalid_argument);
    CHECK_THROWS_AS(writer.add_text("", "x"), std::invalid_argument);
}

namespace {
template <class Values>
concept savable = requires(CheckpointWriter w, Values&& v) { w.add("x", std::forward<Values>(v)); };
static_assert(savable<Column<int>&> && savable<const std::vector<double>&> && savable<std::span<const int>>);
static_assert(!savable<Column<int>>); // it would be gone before save()
} // namespace
