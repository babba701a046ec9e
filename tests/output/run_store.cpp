// Runs of a sweep: found in files and packs, never twice, and nothing else is touched.
#include "output/run_store.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

#include "output/pack.hpp"
#include "sim/error.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
namespace fs = std::filesystem;

namespace {

using Runs = std::vector<std::size_t>;

fs::path write_below(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

std::string text_in(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Runs as files; what each says is its number.
void put_runs(const fs::path& folder, const Runs& runs)
{
    for (const auto run : runs) write_below(folder / "runs" / RunStore::member_of(run), "run " + std::to_string(run));
}

void check_runs(const RunStore& store, const Runs& runs)
{
    CHECK(store.runs() == runs);
    CHECK(store.size() == runs.size());
    for (const auto run : runs) CHECK(text_in(store.bytes(run)) == "run " + std::to_string(run));
}

} // namespace

TEST_CASE("runs are found in files and in packs")
{
    const Scratch folder;
    put_runs(folder.path, {0, 3, 17, 1000000});
    RunStore store(folder.path);
    check_runs(store, {0, 3, 17, 1000000});
    CHECK(store.loose() == Runs{0, 3, 17, 1000000});
    const auto pack = store.pack("1of1", {3, 17});
    store.moved({3, 17}, pack);
    CHECK(store.loose() == Runs{0, 1000000});
    check_runs(store, {0, 3, 17, 1000000});
    CHECK_FALSE(fs::exists(store.file_of(3)));
    check_runs(RunStore(folder.path), {0, 3, 17, 1000000}); // as another process sees it
    CHECK(store.has(17));
    CHECK_FALSE(store.has(18));
    CHECK_THROWS_AS(store.bytes(18), OutputError);
}

TEST_CASE("each pack has a name of its own")
{
    const Scratch folder;
    put_runs(folder.path, {1, 2, 3});
    const RunStore store(folder.path);
    CHECK(store.pack("2of4", {1}).filename() == "2of4-00001.zip");
    CHECK(store.pack("2of4", {2}).filename() == "2of4-00002.zip");
    CHECK(store.pack("3of4", {3}).filename() == "3of4-00001.zip");
    check_runs(RunStore(folder.path), {1, 2, 3});
}

TEST_CASE("a run that a killed process left in both places is kept once")
{
    const Scratch folder;
    put_runs(folder.path, {1, 2});
    RunStore(folder.path).pack("1of1", {1, 2});
    put_runs(folder.path, {2, 5});
    const RunStore store(folder.path);
    check_runs(store, {1, 2, 5});
    CHECK(store.loose() == Runs{5});
    CHECK_FALSE(fs::exists(store.file_of(2)));
    CHECK(fs::exists(store.file_of(5)));
}

TEST_CASE("what is no run is passed over and left alone")
{
    const Scratch folder;
    put_runs(folder.path, {7});
    std::vector<fs::path> foreign;
    for (const char* name : {"run-7.h5.part", "run-.h5", "run-x.h5", "run--1.h5", "run-000008.h5.bak", "notes.txt",
                             "run-99999999999999999999999.h5", "Run-000009.h5"})
        foreign.push_back(write_below(folder.path / "runs" / name, "mine"));
    foreign.push_back(write_below(folder.path / "packs" / "readme.txt", "mine"));
    foreign.push_back(write_below(folder.path / "packs" / "1of1-00001.zip.part", "half"));
    write_pack(folder.path / "packs" / "other.zip", {foreign.front()});
    const RunStore store(folder.path);
    check_runs(store, {7});
    for (const auto& file : foreign) CHECK(fs::exists(file));
}

TEST_CASE("a folder without runs has none, a damaged pack is told at once")
{
    const Scratch folder;
    CHECK(RunStore(folder.path).size() == 0);
    CHECK(RunStore(folder.path / "none").size() == 0);
    write_below(folder.path / "packs" / "1of1-00001.zip", "no pack");
    CHECK_THROWS_AS(RunStore(folder.path), OutputError);
}

TEST_CASE("a pack that can't be made keeps the files")
{
    const Scratch folder;
    put_runs(folder.path, {1, 2});
    const RunStore store(folder.path);
    CHECK_THROWS_AS(store.pack("1of1", {1, 2, 3}), OutputError); // there is no run 3
    check_runs(RunStore(folder.path), {1, 2});
    CHECK(RunStore(folder.path).loose() == Runs{1, 2});
    CHECK(fs::is_empty(folder.path / "packs"));
}

TEST_CASE("a run that another process packed meanwhile is read from its pack")
{
    const Scratch folder;
    put_runs(folder.path, {1, 2});
    const RunStore early(folder.path), other(folder.path);
    other.pack("1of1", {1});
    check_runs(early, {1, 2});
    fs::remove(early.file_of(2));
    CHECK_THROWS_AS(early.bytes(2), OutputError);
}

TEST_CASE("only this share's half-written packs are cleared away")
{
    const Scratch folder;
    const auto packs = folder.path / "packs";
    for (const char* name : {"1of2-00001.zip.part", "1of2-00001.zip.part.aBcDeF", "1of2-00001.zip",
                             "2of2-00001.zip.part", "1of20-00001.zip.part", "notes.part"})
        write_below(packs / name, "");
    fs::remove(packs / "1of2-00001.zip");
    put_runs(folder.path, {1});
    const RunStore store(folder.path);
    store.pack("1of2", {1});
    write_below(packs / "1of2-00002.zip.part.aBcDeF", "");
    store.tidy("1of2");
    std::vector<std::string> left;
    for (const auto& entry : fs::directory_iterator(packs)) left.push_back(entry.path().filename().string());
    std::ranges::sort(left);
    CHECK(left ==
          std::vector<std::string>{"1of2-00001.zip", "1of20-00001.zip.part", "2of2-00001.zip.part", "notes.part"});
}
