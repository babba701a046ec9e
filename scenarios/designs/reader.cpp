#include "scenarios/designs/kind.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong {

std::vector<std::string> DesignReader::names() const
{
    std::vector<std::string> out;
    for (const Factor& f : factors_) out.push_back(f.name);
    return out;
}

std::optional<std::int64_t> DesignReader::whole_at(const Node& at, double low, double high)
{
    const auto value = at.number(low, high, "1", true);
    if (!value) {
        good_ = false;
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*value);
}

std::int64_t DesignReader::whole(std::string_view key, double low, double high, std::optional<std::int64_t> fallback)
{
    if (!node_[key] && fallback) return *fallback;
    const Node at = node_.need(key);
    if (!at) good_ = false;
    return at ? whole_at(at, low, high).value_or(static_cast<std::int64_t>(low)) : static_cast<std::int64_t>(low);
}

std::optional<std::uint32_t> DesignReader::seed(std::optional<std::uint32_t> fallback)
{
    if (!node_["seed"]) return fallback;
    return static_cast<std::uint32_t>(whole("seed", 0, largest_seed));
}

bool DesignReader::flag(std::string_view key, bool fallback)
{
    const Node at = node_[key];
    if (!at) return fallback;
    const auto value = at.flag();
    if (!value) good_ = false;
    return value.value_or(fallback);
}

std::vector<Node> DesignReader::list(std::string_view key)
{
    const Node at = node_.need(key);
    if (!at || !at.is_array()) {
        good_ = false;
        return {};
    }
    if (at.json().empty()) fail(at, "the list is empty", "at least one element");
    return at.items();
}

void DesignReader::allow(std::span<const std::string> keys)
{
    node_.allow(keys);
    for (const auto& [key, node] : node_.members())
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) good_ = false;
}

void DesignReader::fail(const Node& at, std::string message, std::string expected, std::string hint)
{
    at.fail(std::move(message), std::move(expected), std::move(hint));
    good_ = false;
}

void DesignReader::fail_key(const Node& at, std::string message, std::string expected, std::string hint)
{
    at.fail_key(std::move(message), std::move(expected), std::move(hint));
    good_ = false;
}

void DesignReader::unknown_factor(const Node& at, const std::string& name)
{
    fail_key(at, fmt::format("there is no factor \"{}\"", name), "the name of a varied parameter",
             suggestion(name, names()));
}

void DesignReader::two_values_each()
{
    for (const Factor& f : factors_)
        if (f.levels != 0 && f.levels != 2)
            fail(node_,
                 fmt::format("the factor \"{}\" has {} listed value{}", f.name, f.levels, f.levels == 1 ? "" : "s"),
                 "exactly 2, or a low and a high bound", "a two-level design knows low and high only");
}

} // namespace rongtong
