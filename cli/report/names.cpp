#include "cli/report/names.hpp"

#include "models/parameters.hpp"
#include "models/policies/lever.hpp"
#include "scenarios/calibration.hpp"
#include "scenarios/shared_files.hpp"

#include <exception>

namespace rongtong::cli {

using nlohmann::ordered_json;

namespace {

ordered_json in_both(std::string_view en, std::string_view zh)
{
    return {{"en", std::string(en)}, {"zh", std::string(zh)}};
}

// Names are a help: without the calibration beside the program groups are called by their codes.
void add_places(ordered_json& names)
{
    try {
        const auto calibration = load_calibration(shared_calibration("china"));
        names["calibration"] = calibration->sha256;
        for (const auto& s : calibration->sectors) names["sector"][s.code] = in_both(s.name_en, s.name_zh);
        for (const auto& r : calibration->regions) names["region"][r.code] = in_both(r.name_en, r.name_zh);
    } catch (const std::exception&) {
        names.erase("calibration");
    }
}

bool is_assumed(const ParameterInfo& parameter) { return parameter.source.starts_with("assumed"); }

// What rests on no source: how many parameters of the model, and which of each instrument.
void add_assumptions(ordered_json& names)
{
    int all = 0, assumed = 0;
    Parameters defaults = default_parameters();
    for_each_group(defaults, [&](const char*, auto&, const auto& declared) {
        for (const auto& d : declared) ++all, assumed += is_assumed(d.info);
    });
    names["assumptions"] = {{"parameters", all}, {"assumed", assumed}, {"levers", ordered_json::object()}};
    const auto add = [&](const auto& instrument) {
        auto list = ordered_json::array();
        for (const auto& p : instrument.parameters)
            if (is_assumed(p)) list.push_back(std::string(p.name));
        names["assumptions"]["levers"][std::string(instrument.name)] = {{"source", std::string(instrument.source)},
                                                                        {"assumed", list}};
    };
    for (const auto* lever : all_levers()) add(*lever);
    for (const auto* shock : all_shocks()) add(*shock);
}

} // namespace

ordered_json report_names()
{
    ordered_json names;
    for (const auto* lever : all_levers())
        names["levers"][std::string(lever->name)] = in_both(lever->title_en, lever->title_zh);
    for (const auto* shock : all_shocks())
        names["levers"][std::string(shock->name)] = in_both(shock->title_en, shock->title_zh);
    add_places(names);
    add_assumptions(names);
    return names;
}

} // namespace rongtong::cli
