#include "analysis/comparable.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/error.hpp"

namespace rongtong {

namespace {

std::vector<const Run*> runs_of(const std::vector<RunPair>& pairs)
{
    std::vector<const Run*> runs;
    for (const auto& pair : pairs) runs.push_back(pair.base);
    for (const auto& pair : pairs) runs.push_back(pair.other);
    return runs;
}

std::string start_of(const std::string& digest) { return digest.substr(0, 12); }

// "FILE: 2000 firms, where FIRST has 1000"; empty where both are of one economy.
std::string difference(const Run& first, const Run& run)
{
    std::vector<std::string> parts;
    const std::string name = first.path.string();
    if (first.firms && run.firms && *first.firms != *run.firms)
        parts.push_back(fmt::format("{} firms, where {} has {}", *run.firms, name, *first.firms));
    if (!first.calibration.empty() && !run.calibration.empty() && first.calibration != run.calibration)
        parts.push_back(fmt::format("calibration {}, where {} has {}", start_of(run.calibration), name,
                                    start_of(first.calibration)));
    return parts.empty() ? "" : fmt::format("{}: {}", run.path.string(), fmt::join(parts, "; "));
}

std::string span_of(const Run& run)
{
    return fmt::format("{} has months {} to {}", run.path.string(), run.months.front(), run.months.back());
}

} // namespace

void check_comparable(const std::vector<RunPair>& pairs)
{
    const auto runs = runs_of(pairs);
    std::string text;
    std::size_t further = 0;
    const auto look = [&](const Run& first, const Run& run) {
        const auto line = difference(first, run);
        if (line.empty()) return;
        if (text.empty()) text = line;
        else ++further;
    };
    for (const auto& pair : pairs) { // the points of a design may be of different economies, pair by pair the same
        const Run& first = pair.base->point < 0 ? *runs.front() : *pair.base;
        look(first, *pair.base);
        look(first, *pair.other);
    }
    if (text.empty()) return;
    if (further > 0) text += fmt::format(" (and {} {} more)", further, further == 1 ? "run" : "runs");
    throw OutputError(text + ". They differ by more than a policy: run all with the same firms and calibration");
}

std::vector<std::string> comparison_notes(const std::vector<RunPair>& pairs, int first, int last)
{
    std::vector<std::string> notes;
    const auto runs = runs_of(pairs);
    if (const auto &base = *pairs.front().base, &other = *pairs.front().other;
        base.scenario == other.scenario && base.digest != other.digest)
        notes.push_back(
            fmt::format("both scenarios are called '{}'; --set /name=another tells a variant apart", base.scenario));
    const auto by_end = [](const Run* a, const Run* b) { return a->months.back() < b->months.back(); };
    const auto [shortest, longest] = std::minmax_element(runs.begin(), runs.end(), by_end);
    if ((*shortest)->months.back() != (*longest)->months.back())
        notes.push_back(fmt::format("runs differ in length: {}, {}; months {} to {}, which all have, are compared",
                                    span_of(**longest), span_of(**shortest), first, last));
    const auto old = std::ranges::find_if(runs, [](const Run* run) { return run->format == 1; });
    if (old != runs.end())
        notes.push_back(
            fmt::format("{} is of format version 1, in which a share or mean of nothing is 0 and enters the "
                        "means; run it again to have it left out",
                        (*old)->path.string()));
    const auto commit = [&](const Run* run) { return !run->commit.empty() && run->commit != runs.front()->commit; };
    const auto stranger = std::find_if(runs.begin(), runs.end(), commit);
    if (stranger != runs.end() && !runs.front()->commit.empty())
        notes.push_back(
            fmt::format("{} was computed by commit {} of the program, {} by {}: a difference may come from it",
                        (*stranger)->path.string(), start_of((*stranger)->commit), runs.front()->path.string(),
                        start_of(runs.front()->commit)));
    return notes;
}

} // namespace rongtong
