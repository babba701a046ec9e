#include "cli/sweep/ranks.hpp"

#include "cli/exit_codes.hpp"
#include "cli/sweep/mpi_ranks.hpp"

#include <cstdlib>
#include <string>

namespace rongtong::cli {

namespace {

int number_in(const char* variable)
{
    const char* text = std::getenv(variable);
    return text ? std::atoi(text) : 0;
}

// Started by an MPI launcher? Open MPI, MPICH and Slurm's PMI and PMIx say so in these variables.
bool launched_by_mpi()
{
    for (const char* variable : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MV2_COMM_WORLD_SIZE"})
        if (number_in(variable) > 0) return true;
    return std::getenv("PMIX_RANK") != nullptr;
}

// Several tasks of one srun that do not know of each other would all do the same runs.
bool lonely_task() { return std::getenv("SLURM_STEP_ID") && number_in("SLURM_STEP_NUM_TASKS") > 1; }

} // namespace

std::optional<std::size_t> Ranks::next_unit()
{
    if (closed_ || handed_out_ >= units_) return std::nullopt;
    return handed_out_++;
}

std::unique_ptr<Ranks> Ranks::join()
{
    if (launched_by_mpi()) {
        if (auto ranks = join_mpi()) return ranks;
        throw BadInput(
            "this rongtong was built without MPI, but was started by mpirun or srun: each process would do all "
            "runs; build it where MPI is installed, or use --shard");
    }
    if (lonely_task())
        throw BadInput(
            "srun started several tasks without MPI: each would do all runs; say srun --mpi=pmix, or use --shard");
    return std::make_unique<Ranks>();
}

} // namespace rongtong::cli
