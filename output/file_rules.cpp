#include "output/file_rules.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include <fmt/format.h>

#include "output/collected_rules.hpp"
#include "output/results_reader.hpp"
#include "sim/error.hpp"
#include "sim/planted.hpp"

namespace rongtong {

namespace {

constexpr std::array texts{"format",           "scenario",         "scenario_name", "title",       "scenario_sha256",
                           "program_version",  "git_commit",       "compiler",      "plan",        "calibration_sha256",
                           "command_line",     "started",          "ended",         "design",      "calibration_folder",
                           "start_firms_file", "start_links_file", "start_notes",   "plan_sha256", "created",
                           "plausibility",     "sweep_plan_sha256"};
constexpr std::array counts{"format_version", "seed", "replicate", "threads", "finished", "sweep_run", "sweep_point"};
constexpr std::size_t bytes_at_once = std::size_t{1} << 23;

[[noreturn]] void refuse_months(const ResultsReader& file, const std::string& why)
{
    throw OutputError(file.path().string() + ": " + why);
}

void check_root(const ResultsReader& file)
{
    for (const auto* name : texts)
        if (file.has_attribute("/", name)) file.text_attribute("/", name);
    for (const auto* name : counts)
        if (file.has_attribute("/", name)) file.integer_attribute("/", name);
}

// units and so on are texts wherever they stand; other attributes need only be readable.
void check_attributes(const ResultsReader& file, const std::string& path)
{
    constexpr std::array described{"units", "long_name", "comment", "flag_meanings"};
    for (const auto& [name, value] : file.attributes(path))
        if (!std::holds_alternative<std::string>(value) && std::ranges::find(described, name) != described.end())
            file.text_attribute(path, name); // refuses it
}

// Months of a run are each there once; those of records may repeat.
void check_months(const ResultsReader& file, const std::string& path, std::size_t length, bool once)
{
    constexpr std::int64_t latest = 1000000;
    std::int64_t before = -1;
    for (std::size_t first = 0; first < length; first += bytes_at_once) {
        const auto months = file.integers(path, first, std::min(bytes_at_once, length - first));
        for (std::size_t i = 0; i < months.size(); ++i) {
            const auto month = months[i];
            if (month < 0 || month > latest)
                refuse_months(file, fmt::format("{} has month {} at place {}, where 0 to {} is possible", path, month,
                                                first + i, latest));
            if (once ? month <= before : month < before)
                refuse_months(file, fmt::format("{} has month {} after month {}, at place {}; months must ascend{}",
                                                path, month, before, first + i, once ? ", each once" : ""));
            before = month;
        }
    }
}

void read_values(const ResultsReader& file, const VariableInfo& variable)
{
    const auto& path = variable.path;
    if (variable.type == ValueType::text) return static_cast<void>(file.texts(path));
    const auto read = [&](auto... rows) {
        if (variable.type == ValueType::uint64) file.unsigned_integers(path, rows...);
        else file.doubles(path, rows...);
    };
    if (variable.shape.empty()) return read();
    std::size_t row = sizeof(double);
    for (std::size_t i = 1; i < variable.shape.size(); ++i) row *= std::max<std::size_t>(1, variable.shape[i]);
    const std::size_t rows = variable.shape[0], at_once = std::max<std::size_t>(1, bytes_at_once / row);
    for (std::size_t first = 0; first < rows; first += at_once) read(first, std::min(at_once, rows - first));
}

void check_group(const ResultsReader& file, const std::string& group)
{
    const std::string inside = group == "/" ? "/" : group + "/";
    check_attributes(file, group);
    for (const auto& dimension : file.dimensions(group)) {
        check_attributes(file, dimension.path);
        if (dimension.name == "month") check_months(file, dimension.path, dimension.length, true);
        else if (dimension.has_values || !dimension.unlimited) file.labels(dimension.path);
    }
    const bool records = group != "/" && file.has(inside + "month") && !file.is_dimension(inside + "month");
    for (const auto& variable : file.shapes(group)) {
        if (records && variable.dimensions != file.variable(inside + "month").dimensions)
            refuse_months(file, fmt::format("{} does not lie over the records of {}, as {}month does", variable.path,
                                            group, inside));
        check_attributes(file, variable.path);
        const auto monthly = [](const std::string& path) { return path.ends_with("/month"); };
        if (variable.type == ValueType::text && std::ranges::any_of(variable.dimensions, monthly))
            refuse_months(file, variable.path + " holds texts, where a variable over months holds numbers");
        read_values(file, variable);
        // collected runs follow one another
        if (records && variable.name == "month" && !variable.shape.empty() && !file.has(inside + "run"))
            check_months(file, variable.path, variable.shape.at(0), false);
    }
}

} // namespace

void check_rules(const ResultsReader& file)
{
    check_root(file);
    if (file.has("/month") && !file.is_dimension("/month")) refuse_months(file, "/month is no dimension scale");
    for (const auto& group : file.groups()) check_group(file, group);
    if (is_collected(file) && !planted("collected")) check_collected(file);
}

bool is_collected(const ResultsReader& file)
{
    return file.has_attribute("/", "plan") && file.has("/status") && file.has("/months_kept");
}

} // namespace rongtong
