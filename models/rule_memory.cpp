#include "models/rule_memory.hpp"

#include "models/policies/look_back.hpp"
#include "sim/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace rongtong {

namespace {

RuleSpells read_spells(const std::string& text)
{
    RuleSpells spells;
    std::istringstream lines(text);
    std::int32_t since = 0;
    for (std::string label; lines >> since && std::getline(lines.ignore(), label);) spells[label] = since;
    return spells;
}

std::uint64_t indicator_names()
{
    std::string names;
    for (const auto& i : all_indicators()) names.append(i.name).append(given_by_region(i) ? " by region\n" : "\n");
    return text_hash(names);
}

} // namespace

void add_rules(CheckpointWriter& checkpoint, const Economy& e)
{
    const SeenMonth seen = look_back(e);
    checkpoint.add_value("policy.indicators", indicator_names());
    checkpoint.add_text("policy.spells", text_of(e.policy.spells));
    checkpoint.add_value("policy.seen_month", seen.month);
    checkpoint.add_text("policy.seen", bytes_of(seen.values));
}

void restore_rules(CheckpointReader& checkpoint, Economy& e)
{
    constexpr const char* names = "policy.indicators";
    if (checkpoint.has(names) && checkpoint.value<std::uint64_t>(names) == indicator_names()) {
        e.policy.spells = read_spells(checkpoint.text("policy.spells"));
        e.policy.seen = {checkpoint.value<std::int32_t>("policy.seen_month"),
                         values_of(checkpoint.text("policy.seen"))};
    } else if (std::ranges::any_of(e.setup.policies, [](const Policy& p) { return p.rule.has_value(); })) {
        throw CheckpointError(checkpoint.path() +
                              ": the checkpoint knows other indicators than this program, and a rule looks at one: use "
                              "the program that wrote it, or start the run again");
    }
}

std::string text_of(const RuleSpells& spells)
{
    std::string text;
    for (const auto& [label, since] : spells) text += fmt::format("{} {}\n", since, label);
    return text;
}

std::string bytes_of(const std::vector<double>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double)};
}

std::vector<double> values_of(const std::string& bytes)
{
    std::vector<double> values(bytes.size() / sizeof(double));
    std::copy_n(bytes.data(), values.size() * sizeof(double), reinterpret_cast<char*>(values.data()));
    return values;
}

} // namespace rongtong
