#include "scenarios/notes.hpp"

#include "models/policies/binding.hpp"
#include "models/policies/idle.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/reach.hpp"
#include "scenarios/strengths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rongtong {

namespace {

using Notes = std::vector<std::string>;

// Whom nobody can be in, whatever the luck of the start: why, or nothing.
std::string nobody_in(const Target& target, const TargetParts& parts, const Calibration& c, bool has_tiers)
{
    const auto none = [](const auto& list, const auto& chosen, const auto& there) {
        for (std::size_t k = 0; k < list.size(); ++k)
            if (chosen[k] && there(list[k])) return false;
        return true;
    };
    const bool of_firms = parts.size; // others act on products or on borders
    const auto has_firms = [&](const SectorFigures& s) {
        return s.gross_output > 0 && (!of_firms || s.producers == Producers::firms);
    };
    if (parts.sectors && none(c.sectors, target.sectors, has_firms))
        return of_firms ? "no sector of its target has firms" : "no sector of its target makes anything";
    if (!of_firms) return "";
    if (none(c.regions, target.regions, [](const RegionFigures& r) { return r.firm_share > 0; }))
        return "no region of its target has firms";
    const bool only_state = !target.owners[static_cast<std::size_t>(Owner::private_owner)];
    if (only_state && c.state_owned_share_of_large <= 0 && c.state_owned_share_of_others <= 0)
        return "no firm is state-owned";
    const bool without_tier = target.tiers[static_cast<std::size_t>(Tier::none)];
    if (!without_tier && !has_tiers)
        return "firms have no tiers unless /model/tiers/switch is 1 and /model/technology/switch 2";
    return "";
}

void note_reach(const std::string& pointer, const Target& target, const TargetParts& parts, const Setup& setup,
                Notes& notes)
{
    const Calibration& c = *setup.calibration;
    const auto& p = setup.parameters;
    const bool has_tiers = p.tiers.tier_switch > 0 && p.technology.progress_switch >= 2;
    if (const auto why = nobody_in(target, parts, c, has_tiers); !why.empty())
        notes.push_back(fmt::format("{} reaches nobody: {}", pointer, why));
    if (!parts.regions || parts.sectors) return; // of borders between two regions of the target
    std::size_t regions = 0;
    for (std::size_t r = 0; r < c.regions.size(); ++r) regions += target.regions[r];
    if (regions < 2)
        notes.push_back(
            fmt::format("{} does nothing: its target has no two regions with a border between them", pointer));
}

bool changes_uses(const Shock& shock)
{
    return shock.name == std::string_view("demand") || shock.name == std::string_view("export_demand");
}

// Of a shock on final uses of products: whether there is any that it changes, be the product made here or imported.
void note_uses(const ShockEvent& event, const Calibration& c, Notes& notes)
{
    const auto& declared = event.shock->parameters;
    const auto part = [&](std::string_view name) {
        const auto found = std::ranges::find(declared, name, &ParameterInfo::name);
        return found == declared.end() ? 0 : event.parameters[static_cast<std::size_t>(found - declared.begin())];
    };
    const bool abroad = event.shock->name == std::string_view("export_demand");
    for (std::size_t s = 0; s < c.sectors.size(); ++s) {
        const auto& f = c.sectors[s];
        const double home = part("households") * f.household + part("government") * f.government +
                            (part("investors") + part("firms")) * f.fixed_capital;
        if (event.target.sectors[s] && (abroad ? f.exports : home) > 0) return;
    }
    notes.push_back(fmt::format("/shocks/{} reaches nobody: {}", event.label,
                                abroad ? "nothing of its sectors is exported"
                                       : "those whose demand it changes buy nothing of its sectors"));
}

void note_time(const Policy& p, std::int32_t months, Notes& notes)
{
    const std::int32_t after = std::min(p.end_month.value_or(months + 1), months + 1);
    const double most = p.ramp(after - 1);
    if (after > p.start_month && most < 1)
        notes.push_back(fmt::format("/policies/{} reaches {:.0f} % of full strength at most: its ramp takes {} months, "
                                    "and it acts in {}",
                                    p.label, 100 * most, p.ramp_months, after - p.start_month));
    if (p.yearly_budget_cap && *p.yearly_budget_cap == 0 && p.yearly_cost_per_firm > 0)
        notes.push_back(fmt::format("/policies/{} does nothing: its yearly_budget_cap of 0 pays for nothing; leave it "
                                    "out for no cap",
                                    p.label));
}

void note_records(const char* name, const RecordMonths& when, std::int32_t months, Notes& notes)
{
    if (when.times(months) > 0) return;
    notes.push_back(fmt::format("/output/{} stays empty: it is recorded every {} months, and the run has {} "
                                "(\"last_month\": true records the last month as well)",
                                name, when.every_months, months));
}

void note_firms(const FirmChoice& firms, std::uint64_t at_start, Notes& notes)
{
    if (firms.kind != FirmChoice::Kind::list) return;
    std::vector<std::uint64_t> unknown;
    for (const auto id : firms.list)
        if (id == 0 || id > at_start) unknown.push_back(id);
    if (unknown.empty()) return;
    const std::size_t more = unknown.size() > 5 ? unknown.size() - 5 : 0;
    unknown.resize(unknown.size() - more);
    notes.push_back(
        fmt::format("/output/panel/firms: at the start there is no firm {}{}; ids are 1 to {}, and those that "
                    "enter later have larger ones",
                    fmt::join(unknown, ", "), more == 0 ? "" : fmt::format(" and {} more", more), at_start));
}

} // namespace

Notes notes_on_retired(const nlohmann::json& scenario, const RetiredParameters& retired)
{
    Notes notes;
    const auto model = scenario.value("model", nlohmann::json::object());
    for (const auto& r : retired) {
        const auto group = model.find(r.group);
        if (group == model.end() || !group->is_object() || !group->contains(r.name)) continue;
        notes.push_back(fmt::format("/model/{}/{} is retired since {}: {}{}", r.group, r.name, r.since, r.why,
                                    r.same_meaning ? fmt::format("; /model/{} takes its value", r.successor) : ""));
    }
    return notes;
}

Notes notes_on(const Scenario& s)
{
    const Setup& setup = s.setup;
    Notes notes = notes_on_retired(nlohmann::json::parse(s.merged), retired_parameters());
    for (auto& note : notes_on_idle_policies(setup)) notes.push_back(std::move(note));
    for (auto& note : notes_on_courses(setup)) notes.push_back(std::move(note));
    for (auto& note : notes_on_strengths(setup.policies, setup.shocks)) notes.push_back(std::move(note));
    for (const auto& p : setup.policies) {
        note_reach("/policies/" + p.label, p.target, p.lever->target, setup, notes);
        note_time(p, setup.months, notes);
    }
    for (const auto& event : setup.shocks) {
        if (changes_uses(*event.shock)) {
            note_uses(event, *setup.calibration, notes);
            continue;
        }
        if (asks_for_pools(event) && event.target.firms.given())
            notes.push_back(fmt::format("/shocks/{}/pools does nothing: its target names firms", event.label));
        TargetParts parts = event.shock->target;
        if (reaches_pools(event)) parts.size = parts.ownership = parts.tiers = false; // as a shock on products
        note_reach("/shocks/" + event.label, event.target, parts, setup, notes);
    }
    if (s.output.panel) {
        note_records("panel", *s.output.panel, setup.months, notes);
        note_firms(s.output.panel->firms, setup.firms, notes);
    }
    if (s.output.network) note_records("network", *s.output.network, setup.months, notes);
    return notes;
}

Notes notes_on(const SweepPlan& plan)
{
    std::vector<std::string> order;
    std::map<std::string, Notes> scenarios; // by note
    for (const auto& s : plan.scenarios) {
        Notes notes = notes_on(s.scenario);
        if (s.drops_output)
            notes.emplace_back("its \"output\" is left out: in a sweep the plan's \"keep\" says what is written");
        for (auto& note : notes) {
            auto& labels = scenarios[note];
            if (labels.empty()) order.push_back(note);
            labels.push_back(s.label);
        }
    }
    for (auto& note : order)
        note = scenarios[note].size() == plan.scenarios.size()
                   ? note
                   : fmt::format("scenario {}: {}", fmt::join(scenarios[note], ", "), note);
    return order;
}

} // namespace rongtong
