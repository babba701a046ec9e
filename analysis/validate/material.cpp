#include "analysis/validate/material.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include <fmt/format.h>

#include "output/file_rules.hpp"
#include "output/input_error.hpp"
#include "output/results_reader.hpp"

namespace rongtong::validation {

namespace {

using nlohmann::json;

json part_of(const json& object, const char* key)
{
    return object.is_object() && object.contains(key) && object[key].is_object() ? object[key] : json::object();
}

json scenario_of(const ResultsReader& file)
{
    if (!file.has_attribute("/", "scenario")) return json::object();
    auto scenario = json::parse(file.text_attribute("/", "scenario"), nullptr, false);
    return scenario.is_object() ? scenario : json::object();
}

void check_months(const Run& run)
{
    if (run.months.empty()) throw InputError(run.path.string() + ": has no months");
    for (std::size_t m = 0; m < run.months.size(); ++m)
        if (run.months[m] != static_cast<int>(m) + 1)
            throw InputError(run.path.string() + ": does not keep each month from the first on, which validate needs: "
                                                 "leave /output/months out of the scenario");
}

void read_sectors(const ResultsReader& file, ObservedRun& seen)
{
    seen.sectors = sector_names(file);
    if (!file.has("/by_sector/output")) return;
    const auto values = file.doubles("/by_sector/output");
    const std::size_t count = values.size() / seen.run.months.size();
    seen.sector_output.resize(count);
    for (std::size_t i = 0; i < values.size(); ++i) seen.sector_output[i % count].push_back(values[i]);
}

std::string with_commas(std::uint64_t number)
{
    auto text = fmt::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

std::string ensemble_name(const Ensemble& e)
{
    const auto& first = *e.runs.front();
    const auto point = first.run.point < 0 ? "" : fmt::format(", point {}", first.run.point);
    const auto growth = e.growth == 0 ? "" : fmt::format(", growing by {:g} % a year", 100 * e.growth);
    const auto firms = first.run.firms ? fmt::format(" of {} firms", with_commas(e.firms)) : "";
    return fmt::format("{}{}: {} {}{}, {} {}{}{}", first.run.scenario, point, e.runs.size(),
                       e.runs.size() == 1 ? "run" : "runs", firms, e.months, e.months == 1 ? "month" : "months", growth,
                       e.luck ? "" : ", without luck");
}

bool same_place(const ObservedRun& a, const ObservedRun& b)
{
    return a.run.seed == b.run.seed && a.run.replicate == b.run.replicate && a.economy == b.economy;
}

// The free run of the same economy and seeds: the shortest with luck that is no shorter, or any without luck.
const ObservedRun* partner(const Material& material, const ObservedRun& run, bool luck, std::size_t months)
{
    const ObservedRun* best = nullptr;
    for (const auto& other : material.runs) {
        if (!other.change.free() || other.luck != luck || !same_place(run, other) || other.run.months.size() < months)
            continue;
        if (!best || other.run.months.size() < best->run.months.size()) best = &other;
    }
    return best;
}

void add_to_ensemble(Material& material, const ObservedRun& run)
{
    const auto same = [&](const Ensemble& e) {
        return e.luck == run.luck && e.growth == run.growth && e.months == run.run.months.size() &&
               e.runs.front()->economy == run.economy;
    };
    auto at = std::ranges::find_if(material.ensembles, same);
    if (at == material.ensembles.end())
        at = material.ensembles.insert(
            at, {"", run.luck, run.growth, run.run.months.size(), run.run.firms.value_or(0), {}, {}});
    at->runs.push_back(&run);
    at->starts.push_back(run.luck ? partner(material, run, false, 1) : nullptr);
}

void add_to_pairing(Material& material, const ObservedRun& run)
{
    const auto* base = partner(material, run, run.luck, run.run.months.size());
    if (!base) return;
    const auto same = [&](const Pairing& p) {
        const auto& first = *p.pairs.front().second;
        return p.luck == run.luck && first.economy == run.economy && p.change.policies == run.change.policies &&
               p.change.shocks == run.change.shocks;
    };
    auto at = std::ranges::find_if(material.pairings, same);
    if (at == material.pairings.end()) at = material.pairings.insert(at, {run.run.scenario, run.change, run.luck, {}});
    at->pairs.emplace_back(base, &run);
}

bool is_same_run(const ObservedRun& a, const ObservedRun& b)
{
    return same_place(a, b) && a.luck == b.luck && a.run.months.size() == b.run.months.size() &&
           a.change.policies == b.change.policies && a.change.shocks == b.change.shocks;
}

// Whether it repeats a run from another point of its own sweep's design. `first`: of that sweep's runs. Any other repetition is a
// mistake.
bool is_repeated(const Material& material, const ObservedRun& run, std::size_t first)
{
    for (std::size_t i = 0; i < material.runs.size(); ++i) {
        const auto& other = material.runs[i];
        if (!is_same_run(run, other)) continue;
        if (i >= first && run.run.point >= 0 && other.run.point >= 0 && run.run.point != other.run.point) return true;
        throw InputError(fmt::format("{}: is the same run as {}: name each run once", run.run.path.string(),
                                     other.run.path.string()));
    }
    return false;
}

} // namespace

ObservedRun observe(const ResultsReader& file, const ReadOptions& options)
{
    ObservedRun seen{read_run(file, options.parts), {}, true, options.growth, {}};
    check_months(seen.run);
    const json scenario = scenario_of(file);
    json model = part_of(scenario, "model");
    seen.change = {part_of(scenario, "policies"), part_of(scenario, "shocks")};
    const json luck = part_of(model, "luck"), technology = part_of(model, "technology");
    if (luck.contains("switch") && luck["switch"].is_number()) seen.luck = luck["switch"].get<double>() != 0;
    if (!options.fixed_growth) seen.growth = path_growth(seen.run, technology, options.growth);
    if (model.contains("luck")) model["luck"].erase("switch");
    if (part_of(model, "luck").empty()) model.erase("luck");
    seen.economy = fmt::format("{} {} {}", seen.run.firms.value_or(0), seen.run.calibration, model.dump());
    read_sectors(file, seen);
    if (options.records && seen.change.free() && seen.luck) seen.records = options.records(file);
    if (options.multipliers && !seen.luck && !seen.change.shocks.empty()) seen.multipliers = options.multipliers(file);
    return seen;
}

// Programs that knew no progress recorded no index of it.
double path_growth(const Run& run, const json& technology, double usual)
{
    double progress = run.find("progress_index") ? usual : 0;
    if (technology.contains("progress") && technology["progress"].is_number()) progress = technology["progress"];
    return std::pow(1 + progress / 12, 12) - 1;
}

// The names stand in the axis' comment, "s01: Agriculture (..." line by line.
std::vector<std::string> sector_names(const ResultsReader& file)
{
    std::vector<std::string> names;
    if (!file.has("/sector") || !file.has_attribute("/sector", "comment")) return names;
    std::istringstream lines(file.text_attribute("/sector", "comment"));
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        names.push_back(colon == std::string::npos ? line : line.substr(colon + 2));
    }
    return names;
}

Material read_material(const std::vector<std::filesystem::path>& inputs, const ReadOptions& options)
{
    Material material;
    for (const auto& input : inputs) {
        const std::size_t first = material.runs.size();
        for_each_results(input, [&](const ResultsReader& file) {
            if (is_collected(file))
                throw InputError(file.path().string() +
                                 ": a collected file does not say what each run was; name the sweep's folder");
            auto seen = observe(file, options);
            if (is_repeated(material, seen, first)) ++material.repeated;
            else material.runs.push_back(std::move(seen));
        });
    }
    sort_material(material);
    return material;
}

void sort_material(Material& material)
{
    for (const auto& run : material.runs) {
        if (run.change.free()) add_to_ensemble(material, run);
        else add_to_pairing(material, run);
    }
    for (auto& e : material.ensembles) e.name = ensemble_name(e);
    for (auto& p : material.pairings)
        p.name += fmt::format(": {} {}{}", p.pairs.size(), p.pairs.size() == 1 ? "pair" : "pairs",
                              p.luck ? "" : ", without luck");
}

} // namespace rongtong::validation
