#include "scenarios/describe.hpp"

#include "models/indicators/indicator.hpp"
#include "models/parameters.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/two_laws.hpp"
#include "scenarios/describe_parts.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/places.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace rongtong {

namespace {

using nlohmann::ordered_json;

ordered_json parameter(const ParameterInfo& p)
{
    return {{"name", p.name},       {"unit", p.unit},   {"minimum", p.low},     {"maximum", p.high},
            {"default", p.initial}, {"whole", p.whole}, {"meaning", p.meaning}, {"source", p.source}};
}

ordered_json parameters(const std::vector<ParameterInfo>& declared)
{
    ordered_json list = ordered_json::array();
    for (const auto& d : declared) list.push_back(parameter(d));
    return list;
}

// Of a switch that a lever or a shock needs.
std::string pointer_of(std::string_view needs) { return needs.empty() ? "" : fmt::format("/model/{}", needs); }

// The second one, as it stood before there could be more; those that follow.
std::string second_of(const std::vector<std::string_view>& needs) { return needs.empty() ? "" : pointer_of(needs[0]); }
ordered_json rest_of(const std::vector<std::string_view>& needs)
{
    ordered_json list = ordered_json::array();
    for (std::size_t k = 1; k < needs.size(); ++k) list.push_back(pointer_of(needs[k]));
    return list;
}

ordered_json levers()
{
    ordered_json list = ordered_json::array();
    for (const Lever* l : all_levers())
        list.push_back({{"name", l->name},
                        {"title_en", l->title_en},
                        {"title_zh", l->title_zh},
                        {"acts_on", l->channel},
                        {"moves", l->moves},
                        {"possible_harm", l->harm},
                        {"yearly_cost_per_firm", l->yearly_cost_per_firm},
                        {"source", l->source},
                        {"needs", pointer_of(l->needs)},
                        {"needs_also", second_of(l->needs_also)},
                        {"needs_further", rest_of(l->needs_also)},
                        {"target", names_of_parts(l->target)},
                        {"two_at_once", rule_of_two(*l).rule},
                        {"parameters", parameters(l->parameters)}});
    return list;
}

ordered_json shocks()
{
    ordered_json list = ordered_json::array();
    for (const Shock* s : all_shocks())
        list.push_back({{"name", s->name},
                        {"title_en", s->title_en},
                        {"title_zh", s->title_zh},
                        {"acts_on", s->channel},
                        {"source", s->source},
                        {"needs", pointer_of(s->needs)},
                        {"needs_also", second_of(s->needs_also)},
                        {"needs_further", rest_of(s->needs_also)},
                        {"target", names_of_parts(s->target)},
                        {"parameters", parameters(s->parameters)}});
    return list;
}

ordered_json model_parameters()
{
    ordered_json list = ordered_json::array();
    Parameters p = default_parameters();
    for_each_group(p, [&](const char* group, auto&, const auto& declared) {
        for (const auto& d : declared) {
            ordered_json entry = {{"group", group}};
            entry.update(parameter(d.info));
            entry["pointer"] = fmt::format("/model/{}/{}", group, d.info.name);
            list.push_back(entry);
        }
    });
    return list;
}

ordered_json indicators()
{
    ordered_json list = ordered_json::array();
    for (const auto& i : all_indicators())
        list.push_back({{"name", i.name},
                        {"unit", i.unit},
                        {"long_name", i.long_name},
                        {"formula", i.formula},
                        {"given_for", i.of_firms ? "economy and groups of firms" : "economy"}});
    for (const auto& v : panel_variables())
        list.push_back({{"name", v.name},
                        {"unit", v.unit},
                        {"long_name", v.long_name},
                        {"formula", ""},
                        {"given_for", "firm panel"}});
    return list;
}

struct Section {
    std::string name, one;
    std::function<ordered_json()> list;
};

std::vector<Section> sections(const PlaceFigures* figures)
{
    std::vector<Section> all{{"levers", "lever", levers},
                             {"parameters", "parameter", model_parameters},
                             {"indicators", "indicator", indicators},
                             {"shocks", "shock", shocks},
                             {"targets", "part of a target", described_targets},
                             {"output", "key of the output", described_output}};
    if (!figures) return all;
    all.push_back({"sectors", "sector", [figures] { return described_sectors(*figures); }});
    all.push_back({"regions", "region", [figures] { return described_regions(*figures); }});
    all.push_back({"sizes", "size class", [figures] { return described_sizes(*figures); }});
    return all;
}

[[noreturn]] void refuse(const std::string& message, const std::string& hint)
{
    throw ScenarioError({{"", "", 0, 0, message, "", hint}});
}

// The names that an entry answers to.
std::vector<std::string> answers_to(const ordered_json& entry)
{
    const std::string name = entry["name"];
    std::vector<std::string> names{name};
    if (entry.contains("group") && entry.contains("pointer")) { // a parameter
        const std::string group = entry["group"];
        names.insert(names.end(), {group + "/" + name, group});
    }
    for (const char* key : {"name_en", "name_zh"})
        if (entry.contains(key)) names.push_back(entry[key]);
    if (entry.contains("official_codes"))
        for (const auto& code : entry["official_codes"]) names.push_back(code);
    return names;
}

// What sectors and regions are called beside their code.
std::vector<std::size_t> places_meant(const ordered_json& all, const std::string& name)
{
    std::vector<PlaceName> places;
    for (const auto& e : all)
        if (e.contains("official_codes"))
            places.push_back({e["name"], e["name_en"], e["name_zh"], e["official_codes"]});
    return find_places(name, places);
}

// The entries of that name, or all without one. The names that there are go to `known`.
ordered_json chosen(const Section& section, const std::string& name, std::vector<std::string>& known)
{
    ordered_json all = section.list(), out = ordered_json::array();
    if (name.empty()) return all;
    for (const auto& entry : all) {
        const auto names = answers_to(entry);
        if (std::find(names.begin(), names.end(), name) != names.end()) out.push_back(entry);
        known.insert(known.end(), names.begin(), names.end());
    }
    if (out.empty())
        for (const auto i : places_meant(all, name)) out.push_back(all[i]);
    return out;
}

std::vector<std::string> section_names(const PlaceFigures* figures)
{
    std::vector<std::string> names;
    for (const auto& s : sections(figures)) names.push_back(s.name);
    return names;
}

std::string ways_on(const std::string& word, const std::vector<std::string>& known)
{
    const auto hint = suggestion(word, known);
    return hint.empty() ? fmt::format("rongtong describe --find \"{}\" looks into all texts", word) : hint;
}

// "" for all sections: then those that have the name.
ordered_json found(const std::string& section, const std::string& name, const PlaceFigures* figures)
{
    ordered_json out = ordered_json::object();
    std::vector<std::string> known = section.empty() ? section_names(figures) : std::vector<std::string>{};
    std::string what = "lever, parameter, indicator or shock";
    for (const auto& s : sections(figures)) {
        if (!section.empty() && section != s.name) continue;
        if (!section.empty()) what = s.one;
        if (ordered_json list = chosen(s, name, known); !list.empty()) out[s.name] = std::move(list);
    }
    if (out.empty()) refuse(fmt::format("there is no {} \"{}\"", what, name), ways_on(name, known));
    return out;
}

} // namespace

bool is_of_places(const std::string& section)
{
    return section == "sectors" || section == "regions" || section == "sizes";
}

ordered_json describe(const std::string& section, const std::string& name, const PlaceFigures* figures)
{
    const auto names = section_names(figures);
    if (section.empty() || std::ranges::find(names, section) != names.end()) return found(section, name, figures);
    if (!name.empty()) refuse(fmt::format("there is no catalogue of \"{}\"", section), suggestion(section, names));
    return found("", section, figures); // a single word that is no section is a name
}

} // namespace rongtong
