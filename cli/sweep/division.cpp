#include "cli/sweep/division.hpp"

#include "cli/exit_codes.hpp"
#include "cli/sweep/need.hpp"

#include <tbb/info.h>

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace rongtong::cli {

ShareName parse_shard(const std::string& text)
{
    if (text.empty()) return {};
    std::size_t i = 0, n = 0;
    char slash = 0, rest = 0;
    const int read = std::sscanf(text.c_str(), "%zu%c%zu%c", &i, &slash, &n, &rest);
    if (read != 3 || slash != '/' || i < 1 || i > n || n > 100000 || !std::isdigit(static_cast<unsigned char>(text[0])))
        throw BadInput(fmt::format("--shard {}: expected I/N with 1 <= I <= N, such as 2/4", text));
    return {i - 1, n};
}

Division divide(const SweepOptions& options, const SweepPlan& plan, std::size_t runs)
{
    constexpr double firms_per_thread = 16384; // a few blocks of rows for each
    const int cpus = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    std::uint64_t firms = 0;
    for (const auto& s : plan.scenarios) firms = std::max(firms, s.scenario.setup.firms);
    const int useful = std::clamp(static_cast<int>(static_cast<double>(firms) / firms_per_thread), 1, cpus);
    Division d;
    d.jobs = options.jobs > 0 ? options.jobs : std::max(1, cpus / useful);
    d.jobs = std::min<int>(d.jobs, static_cast<int>(std::max<std::size_t>(1, runs)));
    d.jobs = jobs_that_fit(d.jobs, options.jobs > 0, need_of(plan).memory_of_a_run);
    d.threads_each = std::max(1, cpus / d.jobs);
    return d;
}

} // namespace rongtong::cli
