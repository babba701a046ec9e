// Workload: months of the whole model on the calibration of China, from month 13 on (the first year is start-up), by number of
// firms and threads; the mean of 12 months, so that a year's closing of rows is in it. Beside the whole, each phase's part is
// reported, and the building of the starting economy. The state after the first year must be the same for any number of threads.
#include "bench/common/main.hpp"

#include "models/state.hpp"
#include "scenarios/calibration.hpp"

#include <map>
#include <memory>

using namespace rongtong;

namespace {

Setup setup_of(std::uint64_t firms)
{
    static const auto calibration = load_calibration(RONGTONG_SOURCE_DIR "/scenarios/calibration/china");
    Setup setup;
    setup.calibration = calibration;
    setup.firms = firms;
    return setup;
}

void advance_year(Economy& economy)
{
    const Draws draws(economy.setup.seed, economy.setup.replicate);
    for (int month = 0; month < 12; ++month) advance_month(economy, draws);
}

// Hash after the first year, of the first run of this size: the others must agree.
std::uint64_t expected_hash(std::uint64_t firms, std::uint64_t actual)
{
    static std::map<std::uint64_t, std::uint64_t> known;
    return known.emplace(firms, actual).first->second;
}

void time_months(benchmark::State& state, std::uint64_t firms, int threads)
{
    with_threads(threads, [&] {
        Economy economy = start_economy(setup_of(firms));
        advance_year(economy);
        const auto hash = state_hash(economy);
        if (!bench::check_result(state, expected_hash(firms, hash), hash)) return;
        economy.work.clock = {};
        double months = 0;
        for (auto _ : state) {
            advance_year(economy);
            months += 12;
        }
        state.counters["rows"] = 12 * static_cast<double>(firms); // firm-months in a pass
        state.counters["threads"] = threads;
        for (std::size_t k = 0; k < phase_names.size(); ++k)
            state.counters[std::string(phase_names[k]) + "_ms"] = 1e3 * economy.work.clock.seconds[k] / months;
    });
}

void time_start(benchmark::State& state, std::uint64_t firms, int threads)
{
    with_threads(threads, [&] {
        const Setup setup = setup_of(firms);
        for (auto _ : state) {
            const Economy economy = start_economy(setup);
            benchmark::DoNotOptimize(economy.firms.id.data());
        }
        state.counters["rows"] = static_cast<double>(firms);
        state.counters["threads"] = threads;
    });
}

} // namespace

int main(int argc, char** argv)
{
    for (std::uint64_t firms : {10'000u, 100'000u, 1'000'000u, 3'000'000u})
        for (int threads : {1, 2}) {
            bench::workload(fmt::format("month/year/rows:{}/threads:{}", firms, threads),
                            [=](benchmark::State& state) { time_months(state, firms, threads); });
            if (firms >= 1'000'000u)
                bench::workload(fmt::format("month/start/rows:{}/threads:{}", firms, threads),
                                [=](benchmark::State& state) { time_start(state, firms, threads); });
        }
    return bench::run(argc, argv);
}
