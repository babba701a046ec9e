// Files that can't be written or read.
#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "output/output_path.hpp"
#include "output/results_reader.hpp"
#include "sim/error.hpp"
#include "tests/output/sample.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
namespace fs = std::filesystem;

namespace {

void write_text(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::string read_text(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// In a process of its own, whose files can't grow past `bytes`: writes until it fails. 0: as it should be.
int write_with_limit(const fs::path& path, rlim_t bytes, bool flush)
{
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        int result = 1; // no error came
        try {
            sample::Sample sample{ResultsWriter(path)};
            for (int m = 0; m < 4000; ++m) {
                sample.write_month(m);
                if (flush) sample.writer.flush();
            }
            sample.writer.finish();
        } catch (const OutputError& error) {
            const std::string words = error.what();
            const bool names = words.find(path.string()) != words.npos && words.find("File too large") != words.npos;
            result = names ? 0 : 2;
        } catch (...) {
            result = 3;
        }
        std::exit(result); // with HDF5's own end
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

TEST_CASE("a path is refused before the run starts")
{
    const Scratch folder;
    write_text(folder / "old.h5", "somebody's work");
    CHECK_NOTHROW(check_output_path(folder / "new.h5", false));
    CHECK_NOTHROW(check_output_path(folder / "old.h5", true));
    CHECK_THROWS_WITH(check_output_path(folder / "old.h5", false), Catch::Contains("exists already"));
    CHECK_THROWS_WITH(check_output_path(folder.path, true), Catch::Contains("is a folder"));
    CHECK_THROWS_WITH(check_output_path(folder / "none/R.h5", false), Catch::Contains("does not exist"));
    CHECK_THROWS_WITH(check_output_path(folder / "old.h5/R.h5", false), Catch::Contains("not a folder"));
    CHECK_THROWS_WITH(ResultsWriter("/proc/R.h5"), Catch::Contains("/proc/R.h5"));
    CHECK_THROWS_AS(ResultsWriter(folder / "old.h5"), OutputError);
    CHECK(read_text(folder / "old.h5") == "somebody's work");
    CHECK_FALSE(fs::exists(folder / "old.h5.part"));
}

TEST_CASE("force replaces the old file, and only at the end")
{
    const Scratch folder;
    write_text(folder / "R.h5", "old");
    sample::Sample sample{ResultsWriter(folder / "R.h5", {.force = true, .compression = 0})};
    sample::write_months(sample, 0, 3);
    CHECK(read_text(folder / "R.h5") == "old");
    sample.writer.finish();
    CHECK(ResultsReader(folder / "R.h5").dimension("/month").length == 3);
}

TEST_CASE("a file that appears meanwhile is not replaced")
{
    const Scratch folder;
    sample::Sample sample{ResultsWriter(folder / "R.h5")};
    write_text(folder / "R.h5", "somebody's work");
    CHECK_THROWS_WITH(sample.writer.finish(), Catch::Contains("has appeared meanwhile"));
    CHECK(read_text(folder / "R.h5") == "somebody's work");
    CHECK(fs::exists(folder / "R.h5.part"));
}

TEST_CASE("a part file in the way")
{
    const Scratch folder;
    write_text(folder / "R.h5.part", "somebody's notes");
    CHECK_THROWS_WITH(ResultsWriter(folder / "R.h5"), Catch::Contains("not left by an earlier run"));
    CHECK(read_text(folder / "R.h5.part") == "somebody's notes");
    fs::remove(folder / "R.h5.part");
    const ResultsWriter first(folder / "R.h5");
    CHECK_THROWS_WITH(ResultsWriter(folder / "R.h5"), Catch::Contains("another run is writing"));
}

TEST_CASE("a full disk is told, with path and reason, while writing and while closing")
{
    const Scratch folder;
    const auto path = folder / "R.h5";
    const rlim_t bytes = GENERATE(300, 30000, 200000, 250000);
    CHECK(write_with_limit(path, bytes, false) == 0);
    CHECK_FALSE(fs::exists(path));
    CHECK(write_with_limit(path, bytes, true) == 0);
    CHECK_FALSE(fs::exists(path));
}

TEST_CASE("files that are no results are refused in plain words")
{
    const Scratch folder;
    CHECK_THROWS_WITH(ResultsReader(folder / "none.h5"), Catch::Contains("does not exist"));
    CHECK_THROWS_WITH(ResultsReader(folder.path), Catch::Contains("is a folder"));
    write_text(folder / "text.h5", "month,output\n");
    CHECK_THROWS_WITH(ResultsReader(folder / "text.h5"), Catch::Contains("not an HDF5 file"));
    write_text(folder / "empty.h5", "");
    CHECK_THROWS_WITH(ResultsReader(folder / "empty.h5"), Catch::Contains("not an HDF5 file"));
    {
        ResultsWriter writer(folder / "future.h5");
        writer.attribute("/", "format_version", std::int32_t{3});
        CHECK_THROWS_AS(writer.finish(), OutputError); // it would not read its own file
    }
    CHECK_THROWS_WITH(ResultsReader(folder / "future.h5.part"),
                      Catch::Contains("format version 3") && Catch::Contains("1 to 2"));
    {
        ResultsWriter writer(folder / "foreign.h5");
        writer.attribute("/", "format", std::string("something else"));
    }
    CHECK_THROWS_WITH(ResultsReader(folder / "foreign.h5.part"), Catch::Contains("no results file"));
}

TEST_CASE("a file cut off anywhere is refused, not crashed on")
{
    const Scratch folder;
    sample::write_whole(folder / "R.h5", 20);
    const auto bytes = read_text(folder / "R.h5");
    for (std::size_t part = 1; part < 20; ++part) {
        write_text(folder / "cut.h5", bytes.substr(0, bytes.size() * part / 20));
        CHECK_THROWS_AS(ResultsReader(folder / "cut.h5"), OutputError);
    }
}

TEST_CASE("what a file does not have is named")
{
    const Scratch folder;
    sample::write_whole(folder / "R.h5", 3);
    const ResultsReader file(folder / "R.h5");
    CHECK_THROWS_WITH(file.doubles("/profit"), Catch::Contains("/profit"));
    CHECK_THROWS_WITH(file.doubles("/events"), Catch::Contains("is a group"));
    CHECK_THROWS_WITH(file.integers("/output"), Catch::Contains("does not hold"));
    CHECK_THROWS_WITH(file.doubles("/output", 2, 2), Catch::Contains("no such rows"));
    CHECK_THROWS_WITH(file.text_attribute("/", "colour"), Catch::Contains("colour"));
    CHECK(file.doubles("/output", 1, 2) == std::vector<double>{1001.0, 1000.0 + std::sqrt(2.0)});
    CHECK(file.integer_attribute("/", "seed") == 18446744073709551615u);
    CHECK(file.labels("/sector").back() == "software 软件");
    CHECK(file.labels("/tier") == std::vector<std::string>{"1", "2", "3"});
    CHECK(file.labels("/draw") == std::vector<std::string>{"0", "1", "2", "3"});
    CHECK(file.variable("/output").long_name == "产出 output");
    CHECK(file.has("/events/kind"));
    CHECK_FALSE(file.has("/network"));
}
