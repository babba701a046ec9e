#include "scenarios/describe.hpp"

#include "models/indicators/indicator.hpp"
#include "models/parameters.hpp"
#include "models/policies/two_laws.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace rongtong {

namespace {

using json = nlohmann::ordered_json;

json parameter(const ParameterInfo& p)
{
    return {{"name", p.name},       {"unit", p.unit},   {"minimum", p.low},     {"maximum", p.high},
            {"default", p.initial}, {"whole", p.whole}, {"meaning", p.meaning}, {"source", p.source}};
}

json parameters(const std::vector<ParameterInfo>& declared)
{
    json list = json::array();
    for (const auto& d : declared) list.push_back(parameter(d));
    return list;
}

// Of the switch that a lever or a shock needs.
std::string pointer_of(std::string_view needs) { return needs.empty() ? "" : fmt::format("/model/{}", needs); }

json levers()
{
    json list = json::array();
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
                        {"target", names_of_parts(l->target)},
                        {"two_at_once", rule_of_two(*l).rule},
                        {"parameters", parameters(l->parameters)}});
    return list;
}

json shocks()
{
    json list = json::array();
    for (const Shock* s : all_shocks())
        list.push_back({{"name", s->name},
                        {"title_en", s->title_en},
                        {"title_zh", s->title_zh},
                        {"acts_on", s->channel},
                        {"source", s->source},
                        {"needs", pointer_of(s->needs)},
                        {"target", names_of_parts(s->target)},
                        {"parameters", parameters(s->parameters)}});
    return list;
}

json model_parameters()
{
    json list = json::array();
    Parameters p = default_parameters();
    for_each_group(p, [&](const char* group, auto&, const auto& declared) {
        for (const auto& d : declared) {
            json entry = {{"group", group}};
            entry.update(parameter(d.info));
            entry["pointer"] = fmt::format("/model/{}/{}", group, d.info.name);
            list.push_back(entry);
        }
    });
    return list;
}

json indicators()
{
    json list = json::array();
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
    std::function<json()> list;
};

const std::vector<Section>& sections()
{
    static const std::vector<Section> all{{"levers", "lever", levers},
                                          {"parameters", "parameter", model_parameters},
                                          {"indicators", "indicator", indicators},
                                          {"shocks", "shock", shocks}};
    return all;
}

[[noreturn]] void refuse(const std::string& what, const std::string& word, const std::vector<std::string>& known)
{
    throw ScenarioError(
        {{"", "", 0, 0, fmt::format("there is no {} \"{}\"", what, word), "", suggestion(word, known)}});
}

// The names that an entry answers to.
std::vector<std::string> answers_to(const json& entry)
{
    const std::string name = entry["name"];
    if (!entry.contains("group")) return {name};
    const std::string group = entry["group"];
    return {name, group + "/" + name, group};
}

// The entries of that name, or all without one. The names that there are go to `known`.
json chosen(const Section& section, const std::string& name, std::vector<std::string>& known)
{
    json all = section.list(), out = json::array();
    if (name.empty()) return all;
    for (const auto& entry : all) {
        const auto names = answers_to(entry);
        if (std::find(names.begin(), names.end(), name) != names.end()) out.push_back(entry);
        known.insert(known.end(), names.begin(), names.end());
    }
    return out;
}

std::vector<std::string> section_names()
{
    std::vector<std::string> names;
    for (const auto& s : sections()) names.push_back(s.name);
    return names;
}

// "" for all sections: then those that have the name.
json found(const std::string& section, const std::string& name)
{
    json out = json::object();
    std::vector<std::string> known = section.empty() ? section_names() : std::vector<std::string>{};
    std::string what = "lever, parameter, indicator or shock";
    for (const auto& s : sections()) {
        if (!section.empty() && section != s.name) continue;
        if (!section.empty()) what = s.one;
        if (json list = chosen(s, name, known); !list.empty()) out[s.name] = std::move(list);
    }
    if (out.empty()) refuse(what, name, known);
    return out;
}

} // namespace

json describe(const std::string& section, const std::string& name)
{
    const auto names = section_names();
    if (section.empty() || std::find(names.begin(), names.end(), section) != names.end()) return found(section, name);
    if (!name.empty()) refuse("catalogue of", section, names);
    return found("", section); // a single word that is no section is a name
}

} // namespace rongtong
