#include "sim/checkpoint.hpp"
#include "tests/sim/file_bytes.hpp"
#include "tests/sim/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <string_view>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rongtong;
using namespace rongtong::test;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

void save_month(const std::string& path, int month)
{
    CheckpointWriter writer;
    writer.add_value("month", month);
    writer.save(path);
}

int month_of(const std::string& path) { return CheckpointReader(path).value<int>("month"); }

} // namespace

TEST_CASE("An earlier checkpoint is replaced")
{
    const TempFolder folder;
    save_month(folder / "c", 1);
    save_month(folder / "c", 2);
    CHECK(month_of(folder / "c") == 2);
    CHECK(folder.files() == 1);
}

TEST_CASE("Any other file is left alone")
{
    const TempFolder folder;
    for (const std::string& content : {std::string("dear diary"), std::string("RTC"), std::string()}) {
        write_bytes(folder / "mine", content);
        CHECK_THROWS_WITH(save_month(folder / "mine", 1), Contains(folder / "mine") && Contains("not a checkpoint"));
        CHECK(read_bytes(folder / "mine") == content);
    }
    CHECK_THROWS_AS(save_month(folder / "mine", 1), OutputError);
    CHECK_THROWS_WITH(save_month(folder.path().string(), 1), Contains("folder"));
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0); // stands for a device, which a failing test could destroy
    CHECK_THROWS_WITH(save_month(folder / "pipe", 1), Contains("not a plain file"));
    CHECK(fs::is_fifo(folder / "pipe"));
    CHECK(folder.files() == 2);
}

TEST_CASE("A folder that is not there is an error with path and reason")
{
    const TempFolder folder;
    CHECK_THROWS_WITH(save_month(folder / "absent/c", 1), Contains(folder / "absent/c") && Contains("No such file"));
}

TEST_CASE("A link to a checkpoint stays a link")
{
    const TempFolder folder;
    save_month(folder / "real", 1);
    fs::create_symlink("real", folder / "link");
    save_month(folder / "link", 2);
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(month_of(folder / "real") == 2);
}

TEST_CASE("A plain name is saved in the current folder, with the rights that the user's mask gives")
{
    const TempFolder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    const mode_t mask = umask(027);
    CHECK_NOTHROW(save_month("here", 5));
    umask(mask);
    fs::current_path(before);
    CHECK(month_of(folder / "here") == 5);
    CHECK((fs::status(folder / "here").permissions() & fs::perms::all) == fs::perms(0640));
}

TEST_CASE("When the disk is full, saving says so, cleans up and keeps the earlier checkpoint")
{
    const TempFolder folder;
    const std::string path = folder / "c";
    save_month(path, 1);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) { // a limit on file sizes makes writing fail half-way, as a full disk does
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{3 << 20, 3 << 20};
        setrlimit(RLIMIT_FSIZE, &limit);
        int code = 1;
        try {
            const std::vector<double> large(1 << 20);
            CheckpointWriter writer;
            writer.add("large", large);
            writer.save(path);
        } catch (const OutputError& error) {
            const std::string_view what = error.what();
            code = what.find(path) != what.npos && what.find("File too large") != what.npos ? 0 : 2;
        } catch (...) {
            code = 3;
        }
        _exit(code);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(folder.files() == 1);
    CHECK(month_of(path) == 1);
}
