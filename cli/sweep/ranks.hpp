// The processes that share the runs of a sweep: this one alone, or all ranks that mpirun or srun started. Rank 0 hands out
// units (sets of runs) to whoever asks, itself included, and hears what came of the runs.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rongtong::cli {

struct RankCount {
    std::size_t finished = 0, failed = 0; // runs
    std::int64_t months_computed = 0, months_given = 0;
    double firm_months = 0;
    bool broken = false; // a rank could not write any more
};

class Ranks {
public:
    virtual ~Ranks() = default;

    // Joins the others, where there are any. Throws BadInput where there should be but can't be.
    static std::unique_ptr<Ranks> join();

    virtual int rank() const { return 0; }
    virtual int size() const { return 1; }
    virtual void wait_for_all() {}

    // Rank 0: how many units there are, numbered from 0.
    void set_units(std::size_t units) { units_ = units; }
    // Rank 0: hand out no more. By any thread.
    virtual void close() { closed_ = true; }

    // By workers. The next unit for this process; none: all are handed out, or the sweep stops.
    virtual std::optional<std::size_t> next_unit();
    // By workers: a run has its final file.
    virtual void tell_finished(std::size_t) {}
    // By workers: it failed.
    virtual void tell_failed(std::size_t) {}

    // By the main thread, often: passes on what workers and other ranks say.
    virtual void serve() {}
    // By the main thread, when its own workers are done: false as long as other ranks have not said so too.
    virtual bool all_done(const RankCount&) { return true; }

    // Rank 0: runs that other ranks finished since the last call, and what they have done in all.
    virtual std::vector<std::size_t> finished_elsewhere() { return {}; }
    virtual RankCount elsewhere() const { return {}; }

private:
    std::size_t units_ = 0, handed_out_ = 0;
    std::atomic<bool> closed_{false};
};

} // namespace rongtong::cli
