#include "cli/memory.hpp"

#include "models/indicators/indicator.hpp"
#include "models/own_data.hpp"
#include "models/start/estimate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <string_view>

#include <sys/resource.h>
#include <unistd.h>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr double program_bytes = 90e6, firm_bytes = 430, link_bytes = 118; // of the state with its scratch, measured
constexpr double value_bytes = 8, edge_bytes = 40, event_bytes = 90;       // of a record

double of_aggregates(const Scenario& s)
{
    const auto& c = *s.setup.calibration;
    double all = 0, by_group = 0;
    for (const auto& indicator : all_indicators()) {
        if (!s.output.indicators.takes(indicator.name)) continue;
        ++all;
        by_group += indicator.of_firms != nullptr;
    }
    double groups = 0;
    for (const auto& name : group_names())
        if (s.output.groups.takes(name))
            groups += name == "sector"   ? static_cast<double>(c.sector_count())
                      : name == "region" ? static_cast<double>(c.region_count())
                                         : 4;
    constexpr double accounts = 1500; // cells of the two matrices
    std::int32_t months = 0;
    for (std::int32_t m = 1; m <= s.setup.months; ++m) months += s.output.months.takes(m);
    return value_bytes * months * (all + by_group * groups + (s.output.accounts ? accounts : 0));
}

double firms_in_panel(const PanelRequest& panel, double firms)
{
    if (panel.firms.kind == FirmChoice::Kind::sample) return std::min(firms, static_cast<double>(panel.firms.sample));
    if (panel.firms.kind == FirmChoice::Kind::list)
        return std::min(firms, static_cast<double>(panel.firms.list.size()));
    return firms;
}

// A number in a file of the system; infinite where it has none ("max").
double number_in(const fs::path& file)
{
    std::ifstream in(file);
    double value = 0;
    return in >> value ? value : unlimited;
}

// "MemAvailable:   12345 kB"
double line_of(const char* file, const std::string& name)
{
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(name + ":")) {
            std::istringstream rest(line.substr(name.size() + 1));
            double kilobytes = 0;
            rest >> kilobytes;
            return kilobytes * 1024;
        }
    return unlimited;
}

// Without files that the system keeps in memory as long as nobody else needs it.
double used_in(const fs::path& group, const char* now)
{
    const double used = number_in(group / now);
    if (used == unlimited) return 0;
    std::ifstream in(group / "memory.stat");
    std::string name;
    for (double value = 0; in >> name >> value;)
        if (name == "inactive_file") return std::max(0.0, used - value);
    return used;
}

// What a group and those above it leave, of cgroup version 2 or of the memory controller of version 1.
double left_in_cgroup()
{
    std::ifstream in("/proc/self/cgroup");
    double left = unlimited;
    for (std::string line; std::getline(in, line);) {
        const auto second = line.rfind(':');
        const bool first_version = line.find(":memory:") != std::string::npos;
        if (second == std::string::npos || (!first_version && !line.starts_with("0::"))) continue;
        const fs::path root = first_version ? "/sys/fs/cgroup/memory" : "/sys/fs/cgroup";
        const char* most = first_version ? "memory.limit_in_bytes" : "memory.max";
        const char* now = first_version ? "memory.usage_in_bytes" : "memory.current";
        for (fs::path group = line.substr(second + 1);; group = group.parent_path()) {
            const fs::path folder = root / group.relative_path();
            if (const double limit = number_in(folder / most); limit < 1e18) {
                left = std::min(left, limit - used_in(folder, now));
            }
            if (!group.has_relative_path()) break;
        }
    }
    return left;
}

double left_of(int limit, const std::string& used)
{
    rlimit now{};
    if (getrlimit(static_cast<__rlimit_resource_t>(limit), &now) != 0 || now.rlim_cur == RLIM_INFINITY)
        return unlimited;
    const double taken = line_of("/proc/self/status", used);
    return std::max(0.0, static_cast<double>(now.rlim_cur) - (taken < unlimited ? taken : 0));
}

} // namespace

constexpr double given_link_bytes = 60; // while they are laid out

MemoryNeed memory_of(const Scenario& s)
{
    const auto firms = static_cast<double>(s.setup.firms);
    double links = firms * mean_links(s.setup);
    MemoryNeed need;
    if (s.setup.own) { // there already, and links beside drawn ones
        const auto given = static_cast<double>(s.setup.own->links.size());
        links += given;
        need.state += given * given_link_bytes;
    }
    need.state += program_bytes + firms * firm_bytes + links * link_bytes;
    need.results = of_aggregates(s);
    if (s.output.panel) {
        const double rows = firms_in_panel(*s.output.panel, firms);
        const double columns = static_cast<double>(s.output.panel->variables.size()) + 2;
        const double times = s.output.panel->times(s.setup.months);
        need.records = 3 * value_bytes * rows;
        need.results += times * rows * columns * value_bytes;
    }
    if (s.output.network) {
        need.records = std::max(need.records, 3 * value_bytes * links);
        need.results += s.output.network->times(s.setup.months) * links * edge_bytes;
    }
    constexpr double events_a_month = 0.02; // of firms: entries, closures, losses
    if (s.output.events) need.results += events_a_month * firms * s.setup.months * event_bytes;
    return need;
}

MemoryLimit available_memory()
{
    constexpr double address_space = 0.6; // of it that is used: room is reserved for entrants, threads have stacks
    double machine = line_of("/proc/meminfo", "MemAvailable");
    if (machine == unlimited)
        machine = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    MemoryLimit least{machine, "the machine"};
    const auto take = [&](double bytes, const char* source) {
        if (bytes < least.bytes) least = {bytes, source};
    };
    take(left_of(RLIMIT_AS, "VmSize") * address_space, "the shell (ulimit -v)");
    take(left_of(RLIMIT_DATA, "VmData") * address_space, "the shell (ulimit -d)");
    take(left_in_cgroup(), "the cgroup");
    return least;
}

std::optional<double> room_on_disk(const fs::path& folder)
{
    std::error_code ec;
    for (fs::path at = fs::absolute(folder.empty() ? "." : folder, ec);; at = at.parent_path()) {
        if (fs::exists(at, ec)) {
            const auto space = fs::space(at, ec);
            return ec ? std::nullopt : std::optional(static_cast<double>(space.available));
        }
        if (!at.has_relative_path()) return std::nullopt;
    }
}

std::string size_text(double bytes)
{
    return bytes < 1e9 ? fmt::format("{:.0f} MB", bytes / 1e6) : fmt::format("{:.1f} GB", bytes / 1e9);
}

bool memory_is_unchecked()
{
    const char* wish = std::getenv("RONGTONG_MEMORY");
    return wish && std::string_view(wish) == "unchecked";
}

std::string too_large(const std::string& what, double need)
{
    const MemoryLimit limit = available_memory();
    if (need <= limit.bytes || memory_is_unchecked()) return "";
    return fmt::format("{} need about {} of memory, and {} leaves {}", what, size_text(need), limit.source,
                       size_text(limit.bytes));
}

} // namespace rongtong::cli
