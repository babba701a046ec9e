#include "sim/checkpoint.hpp"
#include "sim/column.hpp"
#include "sim/hash.hpp"
#include "tests/sim/file_bytes.hpp"
#include "tests/sim/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <cstring>

using namespace rongtong;
using namespace rongtong::test;
using Catch::Matchers::Contains;

namespace {

void save_small(const std::string& path)
{
    const std::vector<double> prices{1.5, 2.5, 3.5};
    CheckpointWriter writer;
    writer.add("prices", prices);
    writer.add_text("scenario", "{\"name\": \"baseline\"}");
    writer.add_value("month", std::int32_t{12});
    writer.save(path);
}

void read_all(const std::string& path)
{
    CheckpointReader reader(path);
    Column<double> prices;
    reader.get("prices", prices);
    reader.text("scenario");
    reader.value<std::int32_t>("month");
}

// What a reader says about a file with these bytes; "" if it takes it.
std::string complaint(const TempFolder& folder, const std::string& bytes)
{
    const auto path = folder / "changed";
    write_bytes(path, bytes);
    try {
        read_all(path);
    } catch (const CheckpointError& error) {
        return error.what();
    }
    return "";
}

// Puts a right checksum over a changed header, as another version's program would have.
std::string with_header_checksum(std::string bytes)
{
    const std::uint64_t sum = checksum(std::as_bytes(std::span(bytes.data(), 56)));
    std::memcpy(bytes.data() + 56, &sum, sizeof sum);
    return bytes;
}

} // namespace

TEST_CASE("Damage to any one byte is found")
{
    const TempFolder folder;
    save_small(folder / "good");
    const std::string good = read_bytes(folder / "good");
    REQUIRE(complaint(folder, good).empty());
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
        INFO("byte " << i);
        const auto said = complaint(folder, bad);
        REQUIRE_FALSE(said.empty());
        REQUIRE_THAT(said, Contains(folder / "changed"));
        REQUIRE_THAT(said, Contains(";")); // the second half says what to do
    }
}

TEST_CASE("A file that was cut off, at any length, or has grown is found")
{
    const TempFolder folder;
    save_small(folder / "good");
    const std::string good = read_bytes(folder / "good");
    for (std::size_t length = 0; length < good.size(); ++length) {
        INFO("length " << length);
        REQUIRE_FALSE(complaint(folder, good.substr(0, length)).empty());
    }
    CHECK_THAT(complaint(folder, good + "x"), Contains("damaged"));
    CHECK_THAT(complaint(folder, ""), Contains("empty"));
}

TEST_CASE("Each kind of damage is named")
{
    const TempFolder folder;
    save_small(folder / "good");
    const std::string good = read_bytes(folder / "good");
    const auto flipped = [&](std::size_t i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 1);
        return complaint(folder, bad);
    };
    CHECK_THAT(flipped(0), Contains("not a checkpoint of rongtong"));
    CHECK_THAT(flipped(17), Contains("header"));
    CHECK_THAT(flipped(70), Contains("directory"));
    CHECK_THAT(flipped(good.size() - 1), Contains("section 'month'"));
    CHECK_THAT(flipped(good.size() - 5), Contains("section 'scenario'"));
}

TEST_CASE("Another format version is not taken for damage")
{
    const TempFolder folder;
    save_small(folder / "good");
    std::string other = read_bytes(folder / "good");
    other[8] = 2;
    CHECK_THAT(complaint(folder, with_header_checksum(other)),
               Contains("format version 2") && Contains("reads version 1"));
}

TEST_CASE("A header that contradicts its file is refused even with a right checksum")
{
    const TempFolder folder;
    save_small(folder / "good");
    const std::string good = read_bytes(folder / "good");
    for (std::size_t field : {12u, 16u, 19u, 23u, 24u, 32u}) { // counts and lengths, small and absurd
        std::string bad = good;
        bad[field] = static_cast<char>(bad[field] ^ 0x41);
        INFO("field at " << field);
        CHECK_THAT(complaint(folder, with_header_checksum(bad)), Contains("damaged"));
    }
}

TEST_CASE("What is wanted must be what is there")
{
    const TempFolder folder;
    save_small(folder / "good");
    CheckpointReader reader(folder / "good");
    Column<float> narrow;
    Column<std::int64_t> whole;
    std::array<double, 2> two{};
    CHECK_THROWS_WITH(reader.get("prices", narrow), Contains("8 bytes") && Contains("4 bytes"));
    CHECK_THROWS_WITH(reader.get("prices", whole), Contains("real numbers") && Contains("whole numbers"));
    CHECK_THROWS_WITH(reader.get("prices", std::span(two)), Contains("3 values, but 2"));
    CHECK_THROWS_WITH(reader.value<std::int64_t>("month"), Contains("section 'month'"));
    CHECK_THROWS_WITH(reader.value<double>("wages"), Contains("no section 'wages'"));
    CHECK_THROWS_WITH(reader.text("prices"), Contains("text"));
    CHECK_THROWS_AS(reader.text("wages"), CheckpointError);
}

TEST_CASE("What is no checkpoint at all is called so")
{
    const TempFolder folder;
    CHECK_THROWS_WITH(CheckpointReader(folder / "absent"), Contains("no such file"));
    CHECK_THROWS_WITH(CheckpointReader(folder.path().string()), Contains("folder"));
    CHECK_THROWS_WITH(CheckpointReader("/dev/null"), Contains("not a plain file"));
    CHECK_THAT(complaint(folder, "{\"name\": \"a scenario\"}"), Contains("not a checkpoint of rongtong"));
    CHECK_THAT(complaint(folder, std::string(1000, 'x')), Contains("not a checkpoint of rongtong"));
}
