#include <cmath>

#include <fmt/format.h>

#include "analysis/resilience/recovery.hpp"
#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

ordered_json number(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json mean_json(const PairedEffect& e)
{
    return {{"mean", number(e.mean_difference)}, {"low", number(e.low)}, {"high", number(e.high)}, {"n", e.n}};
}

ordered_json place_json(const SeriesPlace& place)
{
    ordered_json json{{"indicator", place.indicator}};
    if (!place.axis.empty()) json["by"] = place.axis, json["group"] = place.group;
    return json;
}

std::string place_text(const SeriesPlace& place)
{
    return place.group.empty() ? place.indicator : place.indicator + " of " + place.group;
}

std::string with_interval(const PairedEffect& e, double scale = 1)
{
    if (!e.mean_difference) return "-";
    const std::string mean = figure(scale * *e.mean_difference);
    return e.low ? fmt::format("{} ({} to {})", mean, figure(scale * *e.low), figure(scale * *e.high)) : mean;
}

} // namespace

ordered_json resilience_json(const Resilience& resilience, const RecoveryOptions& options)
{
    ordered_json json{{"name", resilience.name},
                      {"shock_month", resilience.shock_month},
                      {"last_month", resilience.last_month},
                      {"tolerance", options.tolerance},
                      {"hold_months", options.hold},
                      {"level", options.level},
                      {"pairs", resilience.pairs},
                      {"left_out", resilience.left_out},
                      {"notes", resilience.notes},
                      {"rows", ordered_json::array()}};
    for (const auto& row : resilience.rows) {
        auto entry = place_json(row.place);
        entry["unit"] = row.unit;
        entry["worse_when_higher"] = row.worse_when_higher;
        entry["loss"] = mean_json(row.loss);
        entry["area"] = mean_json(row.area);
        entry["depth"] = mean_json(row.depth);
        entry["months_to_trough"] = mean_json(row.trough);
        entry["recovered"] = row.recovered;
        entry["months_to_recovery"] = row.recovery ? mean_json(*row.recovery) : ordered_json(nullptr);
        entry["by_pair"] = ordered_json::array();
        for (const auto& r : row.pairs)
            entry["by_pair"].push_back(
                {{"loss", r.loss},
                 {"area", r.area},
                 {"depth", r.depth},
                 {"months_to_trough", r.trough},
                 {"months_to_recovery", r.recovery ? ordered_json(*r.recovery) : ordered_json(nullptr)},
                 {"months", r.months},
                 {"months_missing", r.missing}});
        json["rows"].push_back(std::move(entry));
    }
    return json;
}

ordered_json changes_json(const std::vector<ResilienceChange>& list)
{
    auto json = ordered_json::array();
    const auto change = [](const PairedEffect& e) {
        auto entry = mean_json(e);
        entry["without_policy"] = number(e.mean_base);
        entry["with_policy"] = number(e.mean_other);
        entry["p"] = number(e.p);
        return entry;
    };
    for (const auto& c : list) {
        auto entry = place_json(c.place);
        entry["loss"] = change(c.loss);
        entry["area"] = change(c.area);
        entry["depth"] = change(c.depth);
        entry["months_to_trough"] = change(c.trough);
        json.push_back(std::move(entry));
    }
    return json;
}

std::string resilience_table(const Resilience& resilience, const RecoveryOptions& options)
{
    std::string text = fmt::format("{}: shock in month {}, followed to month {}, {} {}\n", resilience.name,
                                   resilience.shock_month, resilience.last_month, resilience.pairs.size(),
                                   resilience.pairs.size() == 1 ? "pair" : "pairs");
    for (const auto& sentence : resilience.left_out) text += "left out: " + sentence + '\n';
    for (const auto& note : resilience.notes) text += "note: " + note + '\n';
    Rows rows{{"indicator", "unit", "loss (unit x months)", "area, months", "depth, %", "months to trough",
               "months to recovery", "recovered"}};
    for (const auto& row : resilience.rows)
        rows.push_back({place_text(row.place) + (row.worse_when_higher ? " (worse when higher)" : ""), row.unit,
                        with_interval(row.loss), with_interval(row.area), with_interval(row.depth, 100),
                        with_interval(row.trough), row.recovery ? with_interval(*row.recovery) : "-",
                        fmt::format("{} of {}", row.recovered, row.pairs.size())});
    return text + aligned_table(rows, {0, 1}) +
           fmt::format("recovered: within {:g} % of the path without the shock, for {} months; {:g} % intervals: "
                       "Student's t over pairs.\n\n",
                       100 * options.tolerance, options.hold, 100 * options.level);
}

std::string changes_table(const std::vector<ResilienceChange>& list, double level)
{
    Rows rows{{"indicator", "loss", "p", "area, months", "p", "depth, points", "p"}};
    for (const auto& c : list)
        rows.push_back({place_text(c.place), with_interval(c.loss), probability(c.loss.p), with_interval(c.area),
                        probability(c.area.p), with_interval(c.depth, 100), probability(c.depth.p)});
    return fmt::format("What the policy changes (with less without, {:g} % intervals)\n", 100 * level) +
           aligned_table(rows, {0}) + '\n';
}

} // namespace rongtong
