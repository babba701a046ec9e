#include "scenarios/shared_files.hpp"

#include <algorithm>
#include <cstdlib>

namespace rongtong {

namespace {

namespace fs = std::filesystem;

bool is_bare_name(const fs::path& given) { return given.has_filename() && !given.has_parent_path(); }

} // namespace

fs::path shared_scenarios()
{
    if (const char* folder = std::getenv("RONGTONG_SCENARIOS")) return folder;
    std::error_code ec;
    const fs::path program = fs::read_symlink("/proc/self/exe", ec).parent_path();
    for (const char* place : {"../share/rongtong/scenarios", "../../scenarios"}) {
        const fs::path folder = (program / place).lexically_normal();
        if (!program.empty() && fs::exists(folder / "baseline.json", ec)) return folder;
    }
    return {};
}

fs::path shared_scenario(const fs::path& given, const fs::path& beside)
{
    std::error_code ec;
    if (!is_bare_name(given)) return beside / given;
    // A folder of the scenario's runs often has its name; it is not what is meant.
    if (fs::exists(beside / given, ec) && !fs::is_directory(beside / given, ec)) return beside / given;
    const fs::path folder = shared_scenarios();
    for (const auto& name : {given, fs::path(given.string() + ".json")})
        if (!folder.empty() && fs::is_regular_file(folder / name, ec)) return folder / name;
    return beside / given;
}

fs::path shared_calibration(const fs::path& given, const fs::path& beside)
{
    std::error_code ec;
    if (!is_bare_name(given) || fs::exists(beside / given, ec)) return beside / given;
    const fs::path folder = shared_scenarios();
    if (!folder.empty() && fs::is_directory(folder / "calibration" / given, ec)) return folder / "calibration" / given;
    return beside / given;
}

std::vector<std::string> shared_scenario_names()
{
    std::vector<std::string> names;
    std::error_code ec;
    for (const auto& entry : fs::directory_iterator(shared_scenarios(), ec))
        if (const auto& path = entry.path(); path.extension() == ".json" && !path.stem().string().ends_with(".schema"))
            names.push_back(path.stem().string());
    std::ranges::sort(names);
    return names;
}

} // namespace rongtong
