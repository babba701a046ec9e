// Who leaves: exit by age.
//
//   hazard at age a: share of the firms of that age in a month of the panel that are not there twelve months later; all pairs of
//   months of the panel twelve apart, after the first year, together. Firms that were bought are no exits where events are recorded.
// Test: tests/analysis/validate/exits.cpp.
#include "analysis/validate/hazard.hpp"
#include "analysis/validate/records.hpp"

namespace rongtong::validation {

namespace {

namespace exits_family {

std::optional<std::vector<Survival>> survivals(const Records& records)
{
    if (!records.all_firms() || !records.has({"age"})) return std::nullopt;
    std::vector<Survival> all;
    for (const int month : records.panel_months()) {
        const auto before = records.firms(month, {"age"}), after = records.firms(month + 12, {"age"});
        if (!before || !after) continue;
        add_survivals(*before, *after, records.hit("merger", month, month + 12).value_or(std::vector<std::uint64_t>{}),
                      all);
    }
    if (all.empty()) return std::nullopt;
    return all;
}

std::optional<RecordFigure> young_to_old(const Records& records)
{
    const auto all = survivals(records);
    if (!all) return std::nullopt;
    RecordFigure found{hazard(*all, 12, 48) / hazard(*all, 180, 372)};
    found.plot = {.x = "age, years", .y = "share that leaves within a year"};
    Curve curve{.label = "first run", .x = {}, .y = {}};
    for (int age = 0; age < 31; ++age) {
        curve.x.push_back(age);
        curve.y.push_back(hazard(*all, 12 * age, 12 * (age + 1)));
    }
    found.plot.curves.push_back(std::move(curve));
    return found;
}

const RecordList& list()
{
    static const RecordList all{
        {{"exits.young_to_old",
          "hazard of exit of years 1 to 3 of age over that of years 15 to 30",
          "1",
          "share of firms of that age that are gone twelve months later, life table over all such months of the panel",
          "Dunne, Roberts & Samuelson 1988",
          {1.4, {}},
          "acceptance bar of the base model",
          "output.panel of all firms with age, every 12 months, over two years and more"},
         young_to_old},
    };
    return all;
}

std::vector<Finding> measure(const Material& material) { return measure_records(material, list()); }

} // namespace exits_family

} // namespace

extern const Family family_exits{"Exit", regularities_of(exits_family::list()), exits_family::measure,
                                 &exits_family::list()};

} // namespace rongtong::validation
