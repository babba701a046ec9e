#include "bench/common/main.hpp"
#include "bench/memory/gather.hpp"
#include "bench/memory/triad.hpp"

using namespace rongtong;

int main(int argc, char** argv)
{
    const auto add = [](const char* name, auto function, std::size_t rows) {
        for (int threads : {1, 2})
            bench::workload(fmt::format("memory/{}/rows:{}/threads:{}", name, rows, threads),
                            [=](benchmark::State& state) { function(state, rows, threads); });
    };
    for (std::size_t rows : {1'000'000u, 10'000'000u}) add("triad", bench::time_triad, rows);
    for (std::size_t rows : {10'000u, 100'000u, 1'000'000u, 3'000'000u}) {
        add("gather", bench::time_gather<false>, rows);
        add("gather_prefetched", bench::time_gather<true>, rows);
    }
    return bench::run(argc, argv);
}
