// Packs: what goes in comes out, damage is told, and what fails leaves nothing behind.
#include "output/pack.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

#include "sim/error.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
namespace fs = std::filesystem;

namespace {

fs::path write(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string text_of(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::vector<std::string> names_in(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

// Text that deflate can't shorten to nothing.
std::string noise(std::size_t length)
{
    std::string text;
    for (std::uint64_t x = 1; text.size() < length; x = x * 6364136223846793005u + 1442695040888963407u)
        text += static_cast<char>(x >> 56);
    return text;
}

} // namespace

TEST_CASE("members of a pack are the files that went in")
{
    const Scratch folder;
    const std::string large = noise(300000), even(200000, 'x');
    const std::vector files{write(folder / "run-000001.h5", large), write(folder / "empty", ""),
                            write(folder / "even", even), write(folder / "名字", "utf-8")};
    write_pack(folder / "p.zip", files);
    const PackReader pack(folder / "p.zip");
    CHECK(pack.members() == std::vector<std::string>{"run-000001.h5", "empty", "even", "名字"});
    CHECK(text_of(pack.bytes("run-000001.h5")) == large);
    CHECK(pack.bytes("empty").empty());
    CHECK(text_of(pack.bytes("even")) == even);
    CHECK(text_of(pack.bytes("名字")) == "utf-8");
    CHECK(fs::file_size(folder / "p.zip") < 310000); // deflated
    for (const auto& file : files) CHECK(fs::exists(file));
    CHECK(names_in(folder.path).size() == 5);
    CHECK_THROWS_AS(pack.bytes("other"), OutputError);
    CHECK_THROWS_AS(pack.bytes("empt"), OutputError);
}

TEST_CASE("every damage to a member is told")
{
    const Scratch folder;
    write_pack(folder / "p.zip", {write(folder / "a", noise(2000)), write(folder / "b", "second")});
    const std::string whole = read(folder / "p.zip");
    for (std::size_t place = 40; place < 2000; place += 97) {
        std::string broken = whole;
        broken[place] = static_cast<char>(broken[place] ^ 0x20);
        const PackReader pack(write(folder / "broken.zip", broken));
        INFO(place);
        CHECK_THROWS_AS(pack.bytes("a"), OutputError);
        CHECK(text_of(pack.bytes("b")) == "second");
    }
    for (std::size_t length : {std::size_t{0}, std::size_t{1}, whole.size() / 2, whole.size() - 1})
        CHECK_THROWS_AS(PackReader(write(folder / "cut.zip", whole.substr(0, length))), OutputError);
    CHECK_THROWS_AS(PackReader(folder / "none.zip"), OutputError);
    CHECK_THROWS_AS(PackReader(write(folder / "no.zip", "this is no zip archive at all")), OutputError);
}

TEST_CASE("a pack that can't be made leaves nothing behind")
{
    const Scratch folder;
    const auto a = write(folder / "a", "first");
    CHECK_THROWS_AS(write_pack(folder / "p.zip", {a, folder / "missing"}), OutputError);
    CHECK(names_in(folder.path) == std::vector<std::string>{"a"});
    CHECK_THROWS_AS(write_pack(folder.path / "no" / "p.zip", {a}), OutputError);
    CHECK_THROWS_AS(write_pack(folder / "p.zip", {a, a}), OutputError); // one name, two members
    CHECK(names_in(folder.path) == std::vector<std::string>{"a"});
}

TEST_CASE("a pack is never written over another file")
{
    const Scratch folder;
    const auto a = write(folder / "a", "first");
    write(folder / "p.zip", "somebody's");
    CHECK_THROWS_AS(write_pack(folder / "p.zip", {a}), OutputError);
    CHECK(read(folder / "p.zip") == "somebody's");
    CHECK(names_in(folder.path) == std::vector<std::string>{"a", "p.zip"});
}

TEST_CASE("what a killed process left under the temporary name is replaced")
{
    const Scratch folder;
    const auto a = write(folder / "a", "first");
    write(folder / "p.zip.part", "half of a pack");
    write_pack(folder / "p.zip", {a});
    CHECK(text_of(PackReader(folder / "p.zip").bytes("a")) == "first");
    CHECK(names_in(folder.path) == std::vector<std::string>{"a", "p.zip"});
}
