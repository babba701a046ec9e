#include <fmt/format.h>

#include "analysis/discovery/prim.hpp"
#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

const char* sign_of(Interest::Than than)
{
    switch (than) {
    case Interest::Than::below: return "<";
    case Interest::Than::at_most: return "<=";
    case Interest::Than::above: return ">";
    case Interest::Than::at_least: return ">=";
    }
    return "";
}

std::string condition(const Interest& i) { return fmt::format("{} {} {}", i.outcome, sign_of(i.than), i.bound); }

ordered_json factors_json(const Discovery& discovery)
{
    auto list = ordered_json::array();
    for (const auto& f : discovery.factors)
        list.push_back(f.levels.empty() ? ordered_json{{"factor", f.factor}, {"low", f.low}, {"high", f.high}}
                                        : ordered_json{{"factor", f.factor}, {"levels", f.levels}});
    return list;
}

ordered_json box_json(const PrimBox& box)
{
    ordered_json json{
        {"coverage", box.coverage}, {"density", box.density},         {"mass", box.mass},
        {"points", box.points},     {"of_interest", box.of_interest}, {"restrictions", ordered_json::array()}};
    for (const auto& r : box.restrictions) {
        ordered_json entry{{"factor", r.factor}};
        if (r.levels.empty()) {
            entry["low"] = r.low;
            entry["high"] = r.high;
            entry["from_below"] = r.from_below;
            entry["from_above"] = r.from_above;
        } else entry["levels"] = r.levels;
        entry["quasi_p"] = r.quasi_p;
        json["restrictions"].push_back(std::move(entry));
    }
    return json;
}

std::string range_text(const Restriction& r)
{
    if (!r.levels.empty()) return fmt::format("{}", fmt::join(r.levels, ", "));
    if (r.from_below && r.from_above) return figure(r.low) + " to " + figure(r.high);
    return r.from_below ? "at least " + figure(r.low) : "at most " + figure(r.high);
}

} // namespace

ordered_json discovery_json(const Discovery& discovery, const PrimOptions& options)
{
    ordered_json json{{"format", "rongtong discovery"},
                      {"format_version", 1},
                      {"method", "PRIM (Friedman and Fisher 1999)"},
                      {"condition", condition(discovery.interest)},
                      {"outcome", discovery.interest.outcome},
                      {"sign", sign_of(discovery.interest.than)},
                      {"bound", discovery.interest.bound},
                      {"factors", factors_json(discovery)},
                      {"points", discovery.points},
                      {"of_interest", discovery.of_interest},
                      {"left_out", discovery.left_out},
                      {"alpha", options.alpha},
                      {"least_mass", options.least_mass},
                      {"least_density", options.least_density},
                      {"boxes", ordered_json::array()}};
    for (const auto& t : discovery.trajectories) {
        auto box = box_json(t.boxes[t.chosen]);
        box["trajectory"] = ordered_json::array();
        for (const auto& step : t.boxes) box["trajectory"].push_back(box_json(step));
        json["boxes"].push_back(std::move(box));
    }
    return json;
}

std::string discovery_table(const Discovery& discovery, const PrimOptions& options)
{
    std::string text = fmt::format(
        "{}: {} of {} points ({:.1f} %)\n", condition(discovery.interest), discovery.of_interest, discovery.points,
        100.0 * static_cast<double>(discovery.of_interest) / static_cast<double>(discovery.points));
    if (discovery.left_out > 0)
        text += fmt::format("note: {} points without a value are left out\n", discovery.left_out);
    if (discovery.trajectories.empty()) text += "no box is better than the whole space\n";
    for (std::size_t b = 0; b < discovery.trajectories.size(); ++b) {
        const auto& box = discovery.trajectories[b].boxes[discovery.trajectories[b].chosen];
        text += fmt::format("\nBox {}: {:.1f} % of its {} points are of interest (density); it holds {:.1f} % of all "
                            "that are (coverage)\n",
                            b + 1, 100 * box.density, box.points, 100 * box.coverage);
        std::vector<std::vector<std::string>> rows{{"factor", "range", "by chance (quasi p)"}};
        for (const auto& r : box.restrictions) rows.push_back({r.factor, range_text(r), probability(r.quasi_p)});
        text += aligned_table(rows, {0, 1});
    }
    return text + fmt::format("\nPRIM (Friedman and Fisher 1999), slices of {:g} %; the box with the largest coverage "
                              "at a density of {:g} %.\n",
                              100 * options.alpha, 100 * options.least_density);
}

} // namespace rongtong
