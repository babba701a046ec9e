// Workload: months of the whole model on the calibration of China, from month 13 on (the first year is start-up), by number of
// firms and threads; the mean of 12 months, so that a year's closing of rows is in it. Beside the whole, each phase's part is
// reported, and the building of the starting economy; and, at 100 000 firms, the month without each mechanism of capital, and with each that is off by default. The state after the first year must be the same for any number of threads.
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

// Hash after the first year, of the first run of this size and these parameters: the others must agree.
std::uint64_t expected_hash(const Setup& setup, std::uint64_t actual)
{
    static std::map<std::string, std::uint64_t> known;
    const auto* bytes = reinterpret_cast<const char*>(&setup.parameters);
    std::string key(bytes, sizeof(Parameters));
    return known.emplace(key + std::to_string(setup.firms), actual).first->second;
}

// A mechanism that can be left out or switched on, and how.
struct Mechanism {
    const char* name;
    void (*change)(Parameters&);
};

constexpr Mechanism left_out[] = {
    {"nothing", [](Parameters&) {}},
    {"credit", [](Parameters& p) { p.credit.credit_switch = 0; }},
    {"chain_finance", [](Parameters& p) { p.chain_finance.chain_switch = 0; }},
    {"equity", [](Parameters& p) { p.equity.equity_switch = 0; }},
    {"mergers", [](Parameters& p) { p.mergers.merger_switch = 0; }},
    {"reorganisation", [](Parameters& p) { p.insolvency.reorganisation = 0; }},
    {"make_or_buy", [](Parameters& p) { p.make.make_switch = 0; }},
};

constexpr Mechanism switched_on[] = {
    {"research", [](Parameters& p) { p.technology.progress_switch = 2; }},
    {"review", [](Parameters& p) { p.review.review_switch = 1; }}, // on the usual network
    {"platforms",
     [](Parameters& p) {
         p.review.review_switch = p.platforms.platform_switch = 1;
         p.platforms.worth = 1.5; // nearly all are members
     }},
    {"density", [](Parameters& p) { p.turnover.density = 0.3; }},
};

void time_months(benchmark::State& state, const Setup& setup, int threads)
{
    const std::uint64_t firms = setup.firms;
    with_threads(threads, [&] {
        Economy economy = start_economy(setup);
        advance_year(economy);
        const auto hash = state_hash(economy);
        if (!bench::check_result(state, expected_hash(setup, hash), hash)) return;
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
                            [=](benchmark::State& state) { time_months(state, setup_of(firms), threads); });
            if (firms >= 1'000'000u)
                bench::workload(fmt::format("month/start/rows:{}/threads:{}", firms, threads),
                                [=](benchmark::State& state) { time_start(state, firms, threads); });
        }
    const auto changed = [](const char* how, const Mechanism& m) {
        bench::workload(fmt::format("month/{}:{}/rows:100000/threads:1", how, m.name), [=](benchmark::State& state) {
            Setup setup = setup_of(100'000);
            m.change(setup.parameters);
            time_months(state, setup, 1);
        });
    };
    for (const Mechanism& m : left_out) changed("without", m);
    for (const Mechanism& m : switched_on) changed("with", m);
    return bench::run(argc, argv);
}
