// What the tests of scenario files share.
#pragma once

#include "scenarios/problems.hpp"
#include "scenarios/scenario.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace rongtong {

inline std::filesystem::path source_folder() { return RONGTONG_SOURCE_DIR; }
inline std::filesystem::path china() { return source_folder() / "scenarios/calibration/china"; }

inline std::string read_text(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

// A folder of one test, gone at its end.
class TestFolder {
public:
    TestFolder()
    {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("rongtong-test-" + std::to_string(getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~TestFolder() { std::filesystem::remove_all(path_); }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::filesystem::path write(const std::string& name, const std::string& text) const
    {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_ / name;
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// All problems that f() throws; none if it does not throw.
template <class F>
std::vector<Problem> problems_of(const F& f)
{
    try {
        f();
    } catch (const ScenarioError& e) {
        return e.problems;
    }
    return {};
}

// A scenario text on the figures of China.
inline std::string scenario_text(const std::string& more = "")
{
    return "{\"calibration\": \"" + china().string() + "\"" + (more.empty() ? "" : ", " + more) + "}\n";
}

} // namespace rongtong
