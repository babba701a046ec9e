// The text of the scripts for Slurm. Words between @ are filled in.
#include "cli/sweep/slurm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rongtong::cli {

namespace {

constexpr const char* array_script = R"sh(#!/bin/bash
# The runs of the sweep "@PLAN@" (@RUNS@) as a Slurm job array: each of @SHARDS@ tasks does its share of them.
# Submit it with submit.sh beside it, which also submits the job that collects; alone, from the sweep's folder:
#     sbatch slurm/array.sh                  (or some tasks again: sbatch --array=3,7 slurm/array.sh)
# A task does what is missing, so it may be stopped, requeued and submitted again at any time. @SIGNAL@ s before its time
# limit it writes checkpoints, goes back into the queue and goes on from them.
#SBATCH --job-name=rongtong
#SBATCH --array=1-@SHARDS@@LIMIT@
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=@CPUS@
@RESOURCES@#SBATCH --signal=B:TERM@@SIGNAL@
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=slurm/logs/array-%A_%a.log
@EXTRA@
# If the program needs modules, load those that it was built with:
# module purge
# module load gcc openmpi hdf5

set -u
program=@PROGRAM@
shards=@SHARDS@
most_restarts=@RESTARTS@

say() { echo "$(date -u +%FT%TZ) task $task: $*"; }

# RUNNING, or what Slurm makes of the task; nothing where Slurm does not answer.
job_state() { scontrol -o show job "$job" 2>/dev/null | sed -n 's/.* JobState=\([A-Z]*\).*/\1/p'; }

# The program ends after the month that each run is in. When a job is cancelled, Slurm itself tells the program, and a second
# signal would end it without checkpoints.
# shellcheck disable=SC2317 # it is called by the trap
pass_on() {
    interrupted=1
    case $(job_state) in
        RUNNING | "")
            say "asked to end; passed on to the program"
            kill -TERM "$pid" 2>/dev/null ;;
    esac
}

# A task that was interrupted goes back into the queue, unless it was cancelled or would never get anywhere.
go_on_later() {
    case $(job_state) in
        RUNNING | "") ;;
        *) say "cancelled; submit.sh goes on from the checkpoints"; exit 143 ;;
    esac
    if ! grep -q '"months_computed": [1-9]' "$summary"; then
        say "NOT requeued: not one month was computed before the signal; give the tasks more time"
        exit 143
    fi
    if [ "${SLURM_RESTART_COUNT:-0}" -ge "$most_restarts" ]; then
        say "NOT requeued: it was restarted $most_restarts times; submit.sh goes on from the checkpoints"
        exit 143
    fi
    say "not done yet; requeued"
    scontrol requeue "$job" && exit 143
    say "NOT requeued: Slurm refused; submit.sh goes on from the checkpoints"
    exit 143
}

task=${SLURM_ARRAY_TASK_ID:?this is a script for sbatch}
job=${SLURM_ARRAY_JOB_ID}_$task
summary=slurm/logs/share-$task-of-$shards.json
[ -f sweep.json ] || { say "submit it from the sweep's folder"; exit 2; }
say "begins on $(uname -n), restarts: ${SLURM_RESTART_COUNT:-0}"

# In the background: bash hears signals while it waits, but not while a program runs in the foreground.
"$program" sweep -o "$PWD" --shard "$task/$shards" --resume --threads "${SLURM_CPUS_PER_TASK:-@CPUS@}" @MORE@--quiet --json \
    >"$summary" &
pid=$!
trap pass_on TERM
interrupted=1
while [ "$interrupted" = 1 ]; do # a signal ends the waiting, but not the program
    interrupted=0
    wait "$pid"
    code=$?
done

case $code in
    0) say "done" ;;
    1) say "FAILED runs in this share: see failures/ in $PWD; the other tasks go on" ;;
    143) go_on_later ;;
    *) say "ended with exit code $code" ;;
esac
exit "$code"
)sh";

constexpr const char* collect_script = R"sh(#!/bin/bash
# Makes one dataset out of the runs of the sweep "@PLAN@", beside its folder: the folder's name and .h5. A file of that name
# is replaced. Submitted by submit.sh with --dependency=afterany, so it begins when all tasks of the array have ended, whatever
# came of them: runs that failed or are missing are marked so in the dataset. By hand, from the sweep's folder:
#     sbatch slurm/collect.sh
#SBATCH --job-name=rongtong-collect
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
@RESOURCES@#SBATCH --open-mode=append
#SBATCH --output=slurm/logs/collect-%j.log
@EXTRA@
# The same modules as in array.sh:
# module purge
# module load gcc openmpi hdf5

set -u
program=@PROGRAM@
[ -f sweep.json ] || { echo "submit it from the sweep's folder"; exit 2; }
echo "$(date -u +%FT%TZ) all tasks have ended; collecting what they left, failed and missing runs marked as such"
exec "$program" collect "$PWD" -o "$PWD.h5" --force
)sh";

constexpr const char* submit_script = R"sh(#!/bin/bash
# Submits the sweep "@PLAN@" (@RUNS@) to Slurm: a job array, and a job that collects when the array has ended.
#     slurm/submit.sh [OPTION OF SBATCH...]
# Options given here go to both and override those in the scripts. May be called again when the jobs have ended: it does
# what is missing or failed.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p slurm/logs
array=$(sbatch --parsable "$@" slurm/array.sh)
array=${array%%;*} # the cluster's name may follow
echo "job array:      $array (@SHARDS@ tasks)"
if ! collect=$(sbatch --parsable "$@" --dependency="afterany:$array" slurm/collect.sh); then
    echo "the collecting job was refused; when the array has ended: cd $PWD && sbatch slurm/collect.sh" >&2
    exit 1
fi
echo "collecting job: ${collect%%;*} (when the array has ended) -> $PWD.h5"
echo "logs:           $PWD/slurm/logs/"
)sh";

using Words = std::vector<std::pair<std::string, std::string>>;

// Each @WORD@ of the text once, from left to right: what is filled in is not looked at again.
std::string fill_in(const std::string& text, const Words& words)
{
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const auto word = std::find_if(words.begin(), words.end(), [&](const auto& w) {
            return text.compare(at, w.first.size() + 2, "@" + w.first + "@") == 0;
        });
        if (word == words.end()) {
            filled += text[at++];
        } else {
            filled += word->second;
            at += word->first.size() + 2;
        }
    }
    return filled;
}

// For a comment: the name may be that of any file.
std::string one_line(std::string text)
{
    std::ranges::replace_if(text, [](unsigned char c) { return c < ' '; }, ' ');
    return text;
}

// A line for sbatch; without a value a comment, so that users see what they may set.
std::string line(const std::string& option, const std::string& value, const std::string& example)
{
    if (value.empty()) return fmt::format("##SBATCH --{}={}\n", option, example);
    return fmt::format("#SBATCH --{}={}\n", option, value);
}

std::string resources(const SlurmOptions& options)
{
    return line("time", options.time, "04:00:00") + line("mem", options.memory, "4G") +
           line("partition", options.partition, "NAME") + line("account", options.account, "NAME");
}

Words words_of(const SlurmOptions& options, const SlurmFigures& figures)
{
    std::string extra, more;
    for (const auto& option : options.extra) extra += fmt::format("#SBATCH {}\n", option);
    if (figures.jobs > 0) more += fmt::format("--jobs {} ", figures.jobs);
    if (figures.pack != 256) more += fmt::format("--pack {} ", figures.pack);
    return {{"PLAN", one_line(figures.plan_name)},
            {"RUNS", fmt::format("{} {}", figures.runs, figures.runs == 1 ? "run" : "runs")},
            {"SHARDS", std::to_string(figures.shards)},
            {"LIMIT", options.max_tasks > 0 ? fmt::format("%{}", options.max_tasks) : ""},
            {"CPUS", std::to_string(options.cpus)},
            {"SIGNAL", std::to_string(options.signal_seconds)},
            {"RESTARTS", std::to_string(options.restarts)},
            {"PROGRAM", shell_quoted(figures.program)},
            {"RESOURCES", resources(options)},
            {"EXTRA", extra},
            {"MORE", more}};
}

} // namespace

std::string shell_quoted(const std::string& text)
{
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::vector<SlurmScript> slurm_scripts(const SlurmOptions& options, const SlurmFigures& figures)
{
    const Words words = words_of(options, figures);
    return {{"array.sh", fill_in(array_script, words)},
            {"collect.sh", fill_in(collect_script, words)},
            {"submit.sh", fill_in(submit_script, words)}};
}

} // namespace rongtong::cli
