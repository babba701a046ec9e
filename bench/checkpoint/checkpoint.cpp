// Workload: 300 MB of columns (the state of about a quarter of a million firms with their links) are saved, read back
// and hashed. Saving includes the wait for the disk, so it says as much about the disk as about the program. The file
// lies in TMPDIR (or /tmp).
#include "bench/common/main.hpp"

#include "sim/checkpoint.hpp"
#include "sim/column.hpp"
#include "sim/hash.hpp"

#include <filesystem>
#include <vector>

#include <unistd.h>

using namespace rongtong;

namespace {

constexpr std::size_t columns = 10, rows = 3'750'000; // 8 bytes each: 300 MB
using State = std::vector<Column<std::uint64_t>>;

State make_state()
{
    State state(columns, Column<std::uint64_t>(rows));
    for (std::size_t c = 0; c < columns; ++c)
        for (std::size_t r = 0; r < rows; ++r) state[c][r] = (r + 1) * (c + 1) * 0x9e3779b97f4a7c15u;
    return state;
}

std::uint64_t hash_of(const State& state)
{
    StateHash hash;
    for (const auto& column : state) hash.add(column);
    return hash.value();
}

void save(const State& state, const std::string& path)
{
    CheckpointWriter writer;
    for (std::size_t c = 0; c < columns; ++c) writer.add(fmt::format("column_{}", c), state[c]);
    writer.save(path);
}

State load(const std::string& path)
{
    CheckpointReader reader(path);
    State state(columns);
    for (std::size_t c = 0; c < columns; ++c) reader.get(fmt::format("column_{}", c), state[c]);
    return state;
}

template <class Body, class Hash>
void time(benchmark::State& timer, int threads, std::uint64_t expected, const Body& body, const Hash& hash)
{
    bench::measure(timer, threads, rows * columns, expected, body, hash);
    timer.SetBytesProcessed(timer.iterations() * static_cast<std::int64_t>(rows * columns * 8));
}

} // namespace

int main(int argc, char** argv)
{
    const State state = make_state();
    const std::uint64_t expected = hash_of(state);
    const auto path = (std::filesystem::temp_directory_path() / fmt::format("rongtong-bench-{}", getpid())).string();
    save(state, path);
    bench::workload("checkpoint/save", [&](benchmark::State& timer) {
        time(timer, 1, expected, [&] { save(state, path); }, [&] { return hash_of(load(path)); });
    });
    bench::workload("checkpoint/load", [&](benchmark::State& timer) {
        State back;
        time(timer, 1, expected, [&] { back = load(path); }, [&] { return hash_of(back); });
    });
    for (int threads : {1, 2})
        bench::workload(fmt::format("checkpoint/state_hash/threads:{}", threads),
                        [&, threads](benchmark::State& timer) {
                            std::uint64_t hash = 0;
                            time(timer, threads, expected, [&] { hash = hash_of(state); }, [&] { return hash; });
                        });
    const int code = bench::run(argc, argv);
    std::filesystem::remove(path);
    return code;
}
