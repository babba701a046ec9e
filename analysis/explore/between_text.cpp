// What an emulator says, as JSON and for people.
#include <cmath>

#include <fmt/format.h>

#include "analysis/explore/between.hpp"
#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

std::string coded_name(const Emulated& all, std::size_t coded)
{
    const auto& c = all.emulator.coded[coded];
    const auto& name = all.design.factors[c.factor];
    return c.level < 0 ? name : name + "=" + all.design.levels[c.factor][static_cast<std::size_t>(c.level)];
}

// "1", "a", "a:a", "a:b".
std::string term_name(const Emulated& all, std::size_t term)
{
    std::string name;
    for (const auto c : all.emulator.terms[term]) name += (name.empty() ? "" : ":") + coded_name(all, c);
    return name.empty() ? "1" : name;
}

std::vector<std::string> term_names(const Emulated& all)
{
    std::vector<std::string> names;
    for (std::size_t t = 0; t < all.emulator.terms.size(); ++t) names.push_back(term_name(all, t));
    return names;
}

ordered_json place_value(const Emulated& all, std::size_t factor, double value)
{
    const auto& levels = all.design.levels;
    if (factor >= levels.size() || levels[factor].empty()) return value;
    return levels[factor][static_cast<std::size_t>(value)];
}

ordered_json emulator_json(const Emulated& all)
{
    const auto& e = all.emulator;
    if (e.kind == Emulator::Kind::none) return {{"kind", "none"}};
    if (e.kind == Emulator::Kind::grid) return {{"kind", "grid"}, {"values", e.values}, {"unchecked", e.unchecked}};
    auto coded = ordered_json::array();
    for (std::size_t c = 0; c < e.coded.size(); ++c)
        coded.push_back({{"name", coded_name(all, c)}, {"middle", e.coded[c].middle}, {"half", e.coded[c].half}});
    return {{"kind", "surface"}, {"coded", coded}, {"terms", term_names(all)}, {"leverage", e.leverage}};
}

ordered_json outcome_json(const Emulated& all, const EmulatedOutcome& outcome)
{
    ordered_json json{{"outcome", outcome.name}};
    if (outcome.month > 0) json["month"] = outcome.month;
    json["error"] = std::isfinite(outcome.error) ? ordered_json(outcome.error) : ordered_json(nullptr);
    json["left_out_errors"] = outcome.errors;
    if (all.emulator.kind == Emulator::Kind::surface) {
        json["coefficients"] = ordered_json::object();
        for (std::size_t t = 0; t < outcome.coefficients.size(); ++t)
            json["coefficients"][term_name(all, t)] = std::isfinite(outcome.coefficients[t])
                                                          ? ordered_json(outcome.coefficients[t])
                                                          : ordered_json(nullptr);
    }
    json["at"] = ordered_json::array();
    for (const auto& value : outcome.at) json["at"].push_back(value ? ordered_json(*value) : ordered_json(nullptr));
    return json;
}

std::string outcome_name(const EmulatedOutcome& o)
{
    return o.month > 0 ? fmt::format("{} in month {}", o.name, o.month) : o.name;
}

std::string kind_text(const Emulated& all)
{
    const auto points = fmt::format("{} points of {} factors", all.design.points(), all.design.factors.size());
    if (all.emulator.kind == Emulator::Kind::none)
        return points + ": too few to say anything between them, since none can be left out\n";
    if (all.emulator.kind == Emulator::Kind::surface)
        return fmt::format("{}: response surface of {} terms by least squares\n", points, all.emulator.terms.size());
    std::string text = points + ": a full grid, interpolated straight along each factor\n";
    if (!all.emulator.unchecked.empty())
        text += fmt::format("Factors with two values, between which nothing can be checked: {}\n",
                            fmt::join(all.emulator.unchecked, ", "));
    return text;
}

std::string coefficients_table(const Emulated& all)
{
    if (all.emulator.kind != Emulator::Kind::surface) return "";
    Rows rows{{"term"}};
    for (const auto& outcome : all.outcomes) rows.front().push_back(outcome_name(outcome));
    for (std::size_t t = 0; t < all.emulator.terms.size(); ++t) {
        rows.push_back({term_name(all, t)});
        for (const auto& outcome : all.outcomes) rows.back().push_back(figure(outcome.coefficients[t]));
    }
    return "\nCoefficients, of factors from -1 to 1 over their range\n" + aligned_table(rows, {0});
}

std::string places_table(const Emulated& all)
{
    if (all.places.empty()) return "";
    Rows rows{all.design.factors};
    for (const auto& outcome : all.outcomes) rows.front().push_back(outcome_name(outcome));
    for (std::size_t i = 0; i < all.places.size(); ++i) {
        rows.emplace_back();
        for (std::size_t f = 0; f < all.design.factors.size(); ++f) {
            const auto value = place_value(all, f, all.places[i][f]);
            rows.back().push_back(value.is_string() ? value.get<std::string>() : figure(value.get<double>()));
        }
        for (const auto& outcome : all.outcomes)
            rows.back().push_back(outcome.at[i] ? figure(*outcome.at[i]) : "beyond what was run");
    }
    return "\nAt these places\n" + aligned_table(rows, {});
}

} // namespace

ordered_json emulated_json(const Emulated& all)
{
    ordered_json json{{"format", "rongtong explore table"},
                      {"format_version", 1},
                      {"factors", all.design.factors},
                      {"points", all.design.points()},
                      {"notes", all.notes},
                      {"emulator", emulator_json(all)},
                      {"places", ordered_json::array()},
                      {"outcomes", ordered_json::array()}};
    for (const auto& place : all.places) {
        ordered_json entry;
        for (std::size_t f = 0; f < place.size(); ++f) entry[all.design.factors[f]] = place_value(all, f, place[f]);
        json["places"].push_back(std::move(entry));
    }
    for (const auto& outcome : all.outcomes) json["outcomes"].push_back(outcome_json(all, outcome));
    return json;
}

std::string emulated_table(const Emulated& all)
{
    std::string text = kind_text(all);
    for (const auto& note : all.notes) text += "note: " + note + '\n';
    Rows rows{{"outcome", "checked", "error"}};
    for (const auto& outcome : all.outcomes)
        rows.push_back({outcome_name(outcome), fmt::to_string(outcome.errors.size()),
                        outcome.errors.empty() ? "-" : figure(outcome.error)});
    return text + "\nError: root mean square where points are left out\n" + aligned_table(rows, {0}) +
           coefficients_table(all) + places_table(all);
}

} // namespace rongtong
