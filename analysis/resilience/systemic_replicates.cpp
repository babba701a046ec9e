#include "analysis/resilience/systemic_replicates.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/runs.hpp"
#include "analysis/statistics/figures.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;
namespace fs = std::filesystem;

bool is_network(const fs::path& folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / "edges.csv", error);
}

std::vector<fs::path> networks_in(const fs::path& folder)
{
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory() && is_network(entry.path())) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

RiskGroup group_of_folders(const fs::path& input, const std::vector<fs::path>& folders, double stop)
{
    RiskGroup group{input.string(), {}};
    for (const auto& folder : folders)
        group.runs.push_back(
            {folder.filename().string(), systemic_risk(folder.string(), network_of_folder(folder), stop)});
    return group;
}

std::string key_of(const Run& run)
{
    auto key = fmt::format("seed {}, replicate {}", run.seed, run.replicate);
    return run.point < 0 ? key : fmt::format("{}, point {}", key, run.point);
}

RiskRun risk_run(const Run& run, const RiskQuestion& question)
{
    auto network = network_of_run(run, question.month, question.threshold);
    return {key_of(run), systemic_risk(run.path.string(), std::move(network), question.stop)};
}

void check_point(const std::vector<Run>& runs, const fs::path& input, const RiskQuestion& question)
{
    if (runs.empty()) throw OutputError(fmt::format("{}: has no run of point {}", input.string(), *question.point));
    const auto elsewhere = [&](const Run& run) { return run.point != runs.front().point; };
    if (std::any_of(runs.begin(), runs.end(), elsewhere))
        throw OutputError(input.string() + ": has several points of a design; name one with --point");
}

std::vector<RiskGroup> groups_of_runs(const fs::path& input, const RiskQuestion& question)
{
    auto runs = read_runs(input, network_parts());
    if (!fs::is_directory(input) && runs.size() == 1 && !runs.front().collected)
        return {{input.string(), {risk_run(runs.front(), question)}}};
    if (question.point) std::erase_if(runs, [&](const Run& run) { return run.point != *question.point; });
    check_point(runs, input, question);
    std::vector<RiskGroup> groups;
    for (const auto& run : runs) {
        auto at = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.name == run.scenario; });
        if (at == groups.end()) at = groups.insert(at, {run.scenario, {}});
        at->runs.push_back(risk_run(run, question));
    }
    return groups;
}

struct Figure {
    const char *name, *unit;
    double (*of)(const SystemicRisk&);
};

const std::vector<Figure>& figures()
{
    static const std::vector<Figure> all{
        {"mean", "1", [](const SystemicRisk& r) { return r.mean; }},
        {"mean_weighted_by_sales", "1", [](const SystemicRisk& r) { return r.weighted_mean; }},
        {"above_1_percent", "count", [](const SystemicRisk& r) { return static_cast<double>(r.above_1_percent); }},
        {"essential_inputs", "count", [](const SystemicRisk& r) { return static_cast<double>(r.essential_inputs); }},
        {"single_source_inputs", "count", [](const SystemicRisk& r) { return static_cast<double>(r.single_source); }},
        {"single_source_share", "1", [](const SystemicRisk& r) { return r.single_source_share; }},
    };
    return all;
}

const RiskRun* find(const RiskGroup& group, const std::string& key)
{
    for (const auto& run : group.runs)
        if (run.key == key) return &run;
    return nullptr;
}

void say_unpaired(const RiskGroup& of, const RiskGroup& in, std::vector<std::string>& left_out)
{
    for (const auto& run : of.runs)
        if (!find(in, run.key))
            left_out.push_back(fmt::format("{} of {} has no partner in {}", run.key, of.name, in.name));
}

ordered_json or_null(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? ordered_json(*value) : ordered_json(nullptr);
}

} // namespace

std::vector<RiskGroup> risk_groups(const fs::path& input, const RiskQuestion& question)
{
    if (!fs::is_directory(input)) return groups_of_runs(input, question);
    if (is_network(input))
        return {{input.string(), {{"", systemic_risk(input.string(), network_of_folder(input), question.stop)}}}};
    if (const auto folders = networks_in(input); !folders.empty())
        return {group_of_folders(input, folders, question.stop)};
    return groups_of_runs(input, question);
}

PairedRisk paired_risk(const RiskGroup& from, const RiskGroup& to, double level)
{
    PairedRisk paired{from.name, to.name, {}, {}};
    say_unpaired(from, to, paired.left_out);
    say_unpaired(to, from, paired.left_out);
    std::vector<PairedSample> samples;
    for (const auto& figure : figures()) {
        PairedSample sample{figure.name, figure.unit, "", {}, {}};
        for (const auto& run : from.runs)
            if (const auto* partner = find(to, run.key)) {
                sample.base.push_back(figure.of(run.risk));
                sample.other.push_back(figure.of(partner->risk));
            }
        if (sample.base.empty())
            throw OutputError(fmt::format("{} and {} have no run of the same seed and replicate", from.name, to.name));
        samples.push_back(std::move(sample));
    }
    paired.effects = paired_effects(samples, level);
    return paired;
}

ordered_json paired_risk_json(const PairedRisk& paired, double level)
{
    ordered_json json{{"from", paired.from},
                      {"to", paired.to},
                      {"pairs", paired.effects.front().n},
                      {"level", level},
                      {"left_out", paired.left_out},
                      {"figures", ordered_json::array()}};
    for (const auto& e : paired.effects)
        json["figures"].push_back({{"figure", e.indicator},
                                   {"unit", e.unit},
                                   {"mean_from", or_null(e.mean_base)},
                                   {"mean_to", or_null(e.mean_other)},
                                   {"mean_difference", or_null(e.mean_difference)},
                                   {"se", or_null(e.se)},
                                   {"low", or_null(e.low)},
                                   {"high", or_null(e.high)},
                                   {"p", or_null(e.p)},
                                   {"p_holm", or_null(e.p_holm)},
                                   {"note", e.note}});
    return json;
}

std::string paired_risk_table(const PairedRisk& paired, double level)
{
    std::vector<std::vector<std::string>> rows{
        {"", paired.from, paired.to, "change", fmt::format("{:g} % interval", 100 * level), "p (Holm)", ""}};
    for (const auto& e : paired.effects) {
        const double scale = e.unit == "1" ? 100 : 1;
        const auto text = [&](const std::optional<double>& v) { return v ? fmt::format("{:.4g}", scale * *v) : "-"; };
        rows.push_back({e.indicator + (scale == 100 ? ", %" : ""), text(e.mean_base), text(e.mean_other),
                        text(e.mean_difference), e.low ? text(e.low) + " to " + text(e.high) : "-",
                        probability(e.p_holm), stars(e.p_holm)});
    }
    std::string out = fmt::format("What changes, means of {} {} of the same luck; of shares in points\n",
                                  paired.effects.front().n, paired.effects.front().n == 1 ? "pair" : "pairs");
    for (const auto& sentence : paired.left_out) out += "left out: " + sentence + '\n';
    return out + aligned_table(rows, {0, 6}) + '\n';
}

} // namespace rongtong
