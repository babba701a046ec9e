// Workload: a block of four random words for each of a million ids, one by one and side by side (Draws::fill). Both
// write blocks that stay in the cache, as the phases of a month do.
#include "bench/common/main.hpp"

#include "sim/draws.hpp"
#include "sim/hash.hpp"

#include <numeric>
#include <vector>

using namespace rongtong;

namespace {

constexpr std::size_t ids_per_pass = 1 << 20, in_cache = 1024;
constexpr std::uint64_t expected = 0xbf22ce86d3364417; // of the last block

struct Buffers {
    std::vector<std::uint64_t> ids = std::vector<std::uint64_t>(ids_per_pass);
    std::vector<Words> out = std::vector<Words>(in_cache);
    Buffers() { std::iota(ids.begin(), ids.end(), std::uint64_t{1}); }
};

template <class Fill>
void time_draws(benchmark::State& state, const Fill& fill)
{
    Buffers b;
    const auto pass = [&] {
        for (std::size_t i = 0; i < ids_per_pass; i += in_cache) {
            fill(std::span<const std::uint64_t>(b.ids).subspan(i, in_cache), std::span(b.out));
            benchmark::DoNotOptimize(b.out.data());
            benchmark::ClobberMemory();
        }
    };
    const auto hash = [&] {
        StateHash h;
        h.add(b.out);
        return h.value();
    };
    bench::measure(state, 1, ids_per_pass, expected, pass, hash);
}

} // namespace

int main(int argc, char** argv)
{
    const Draws draws(1, 2);
    bench::workload("draws/one_by_one", [&](benchmark::State& state) {
        time_draws(state, [&](auto ids, auto out) {
            for (std::size_t i = 0; i < ids.size(); ++i) out[i] = draws.words(ids[i], 3, Purpose::firm_month);
        });
    });
    bench::workload("draws/side_by_side", [&](benchmark::State& state) {
        time_draws(state, [&](auto ids, auto out) { draws.fill(ids, 3, Purpose::firm_month, out); });
    });
    return bench::run(argc, argv);
}
