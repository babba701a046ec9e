#include "tests/models/policies/conditions.hpp"
#include "tests/models/policies/walk.hpp"

#include <algorithm>
#include <map>

namespace rongtong {

namespace {

// A part of a target, and a narrower target in it.
struct Part {
    std::string_view name;
    bool (*declared)(const TargetParts&);
    void (*narrow)(Target&);
};

constexpr std::array parts{
    Part{"regions", [](const TargetParts& t) { return t.regions; },
         [](Target& t) { t.regions = std::bitset<8>(0b0101); }},
    Part{"sectors", [](const TargetParts& t) { return t.sectors; },
         [](Target& t) { t.sectors = std::bitset<64>(0x5555555555555555); }},
    Part{"size", [](const TargetParts& t) { return t.size; }, [](Target& t) { t.sizes = std::bitset<4>(0b0101); }},
    Part{"ownership", [](const TargetParts& t) { return t.ownership; },
         [](Target& t) { t.owners = std::bitset<2>(0b01); }},
    Part{"tiers", [](const TargetParts& t) { return t.tiers; }, [](Target& t) { t.tiers = std::bitset<5>(0b00101); }},
    Part{"firms", [](const TargetParts& t) { return t.firms(); }, [](Target& t) { t.mark = 1; }}};

// Conditions of the whole economy that a lever with a target may change, and why nothing leaks out of the target.
const std::map<std::string_view, std::string_view> economy_wide{
    {"funds", "what funds have; fund_reach says in whose firms they invest"},
    {"failures", "name their target themselves"},
    {"venture_budget", "a leader has one purse for all its suppliers"}};

struct Place {
    Economy economy = start_economy(small_setup(500));
    Place() // with a group of each tier beside each of the start, and named firms in every other group
    {
        const auto at_start = economy.groups.all();
        for (Group g : at_start)
            for (std::size_t t = 1; t < tier_names.size(); ++t) g.tier = static_cast<Tier>(t), economy.groups.number(g);
        for (std::size_t g = 0, all = economy.groups.size(); g < all; g += 2) {
            Group named = economy.groups[g];
            named.named = 1;
            economy.groups.number(named);
        }
        economy.sums.resize(economy.groups.size());
        set_conditions(economy);
    }
    const GroupTable& groups() const { return economy.groups; }
    const Conditions& usual() const { return economy.policy.conditions; }
};

const Place& place()
{
    static const Place here;
    return here;
}

template <class Kind>
std::vector<double> defaults(const Kind& kind)
{
    std::vector<double> values;
    for (const auto& p : kind.parameters) values.push_back(p.initial);
    return values;
}

Conditions under(const Lever& lever, const Target& target, double intensity = 1)
{
    Conditions conditions = place().usual();
    lever.act({intensity, defaults(lever), target, place().groups()}, conditions);
    return conditions;
}

Conditions under(const Shock& shock, const std::vector<double>& parameters, const Target& target, std::int32_t months)
{
    Conditions conditions = place().usual();
    shock.act({months, parameters, target, place().groups()}, conditions);
    return conditions;
}

Conditions under(const Shock& shock, const Target& target) { return under(shock, defaults(shock), target, 0); }

bool in_target(const Target& target, Scope scope, std::size_t k)
{
    const auto& groups = place().groups();
    switch (scope) {
    case Scope::group: return target.reaches(groups[k]);
    case Scope::sector: return target.sectors[k];
    case Scope::product: return target.sectors[k / groups.regions()] && target.regions[k % groups.regions()];
    case Scope::border: return target.regions[k / max_regions] && target.regions[k % max_regions];
    case Scope::economy: break;
    }
    return false;
}

// Names of the conditions that differ, all or outside a target.
Findings changed(const Conditions& a, const Conditions& b, const Target* outside = nullptr)
{
    Findings names;
    const auto before = numbers_of(a), after = numbers_of(b);
    for (std::size_t n = 0; n < before.size(); ++n) {
        const auto &x = before[n].values, &y = after[n].values;
        bool differs = x.size() != y.size();
        for (std::size_t k = 0; k < std::min(x.size(), y.size()); ++k)
            differs = differs || (x[k] != y[k] && !(outside && in_target(*outside, before[n].scope, k)));
        if (outside && economy_wide.contains(before[n].name)) differs = false;
        if (differs) names.emplace_back(before[n].name);
    }
    return names;
}

template <class Kind>
void walk_target(const Kind& kind, Findings& findings)
{
    const Conditions all = under(kind, Target{});
    const bool has_target = std::any_of(parts.begin(), parts.end(), [&](auto& p) { return p.declared(kind.target); });
    for (const auto& part : parts) {
        Target narrow;
        part.narrow(narrow);
        const Conditions fewer = under(kind, narrow);
        const bool looks = !changed(all, fewer).empty();
        if (part.declared(kind.target) && !looks)
            findings.push_back(std::string("ignores ") + std::string(part.name) + " of its target");
        if (!part.declared(kind.target) && looks)
            findings.push_back(std::string("looks at ") + std::string(part.name) + ", which it does not declare");
        if (!has_target || !part.declared(kind.target)) continue;
        for (const auto& name : changed(place().usual(), fewer, &narrow))
            findings.push_back("changes " + name + " outside its " + std::string(part.name));
    }
}

} // namespace

Findings walk_conditions(const Lever& lever)
{
    Findings findings;
    if (changed(place().usual(), under(lever, Target{})).empty()) findings.emplace_back("changes nothing");
    walk_target(lever, findings);
    return findings;
}

Findings walk_conditions(const Shock& shock)
{
    Findings findings;
    if (changed(place().usual(), under(shock, Target{})).empty()) findings.emplace_back("changes nothing");
    walk_target(shock, findings);
    return findings;
}

std::size_t zero_of(const Shock& shock)
{
    for (std::size_t k = 0; k < shock.parameters.size(); ++k) {
        auto values = defaults(shock);
        if (shock.parameters[k].low > 0) continue;
        values[k] = 0;
        bool nothing = true;
        for (std::int32_t months = 0; months < 240; ++months)
            nothing = nothing && changed(place().usual(), under(shock, values, Target{}, months)).empty();
        if (nothing) return k;
    }
    return shock.parameters.size();
}

} // namespace rongtong
