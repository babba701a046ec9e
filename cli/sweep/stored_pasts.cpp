#include "cli/sweep/stored_pasts.hpp"

#include "cli/provenance.hpp"
#include "models/state.hpp"
#include "output/results_reader.hpp"
#include "sim/checkpoint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace rongtong::cli {

namespace fs = std::filesystem;

StoredPasts::StoredPasts(const fs::path& folder) : folder_(folder / "checkpoints")
{
    std::error_code ec;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_, ec)) files.push_back(entry.path());
    std::ranges::sort(files, std::greater()); // the later month first
    for (const auto& file : files) {
        if (file.extension() != ".checkpoint") continue;
        try {
            CheckpointReader checkpoint(file.string());
            Stored stored{file, {}};
            std::vector<std::uint64_t> runs;
            checkpoint.get("sweep.runs", runs);
            stored.runs.assign(runs.begin(), runs.end());
            stored_.push_back(std::move(stored));
        } catch (const CheckpointError&) {
            continue;
        }
    }
}

std::vector<Branch> StoredPasts::take(std::vector<std::size_t>& runs)
{
    const std::lock_guard lock(mutex_);
    std::vector<Branch> branches;
    for (const auto& stored : stored_) {
        Branch branch;
        for (const auto run : stored.runs)
            if (std::erase(runs, run) > 0) branch.runs.push_back(run);
        branch.stored_past = stored.file;
        if (!branch.runs.empty()) branches.push_back(std::move(branch));
    }
    return branches;
}

fs::path StoredPasts::keep(const std::vector<std::size_t>& runs, const Economy& economy, const ResultsBuffer& results)
{
    const auto name = fmt::format("month-{:04}-run-{:06}", economy.month, runs.front());
    const auto image = results_image(results, folder_ / (name + ".h5"));
    const std::vector<std::uint64_t> numbers(runs.begin(), runs.end());
    CheckpointWriter checkpoint;
    checkpoint.add_text("run.program_version", program_version());
    checkpoint.add_text("run.git_commit", git_commit());
    checkpoint.add("sweep.runs", numbers);
    checkpoint.add("run.results", image);
    add_state(checkpoint, economy);
    const fs::path file = folder_ / (name + ".checkpoint");
    checkpoint.save(file.string());
    const std::lock_guard lock(mutex_);
    ++kept_;
    std::erase_if(stored_, [&](const Stored& stored) { return stored.file == file; });
    stored_.push_back({file, runs});
    return file;
}

Past StoredPasts::load(const fs::path& file, const Setup& setup)
{
    CheckpointReader checkpoint(file.string());
    std::vector<std::byte> image;
    checkpoint.get("run.results", image);
    const ResultsReader results(image, file, {.unfinished = true});
    return {restore_state(checkpoint, setup), ResultsBuffer::of(results)};
}

void StoredPasts::tidy(const std::function<bool(std::size_t run)>& finished)
{
    std::error_code ec;
    for (const auto& stored : stored_)
        if (std::ranges::all_of(stored.runs, finished)) fs::remove(stored.file, ec);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_, ec)) files.push_back(entry.path());
    for (const auto& file : files) { // what a killed process was writing when it was killed
        std::size_t month = 0, run = 0;
        const bool named = std::sscanf(file.filename().c_str(), "month-%zu-run-%zu.", &month, &run) == 2;
        if (named && file.extension() != ".checkpoint" && finished(run)) fs::remove(file, ec);
    }
}

} // namespace rongtong::cli
