#include "scenarios/places.hpp"

#include "scenarios/near_miss.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

namespace rongtong {

namespace {

constexpr std::size_t most_in_hint = 4;

bool starts_alike(std::string_view a, std::string_view b) { return a.starts_with(b) || b.starts_with(a); }

// "C39", "c391" or "39" against "C391": one is part of the other.
bool holds_code(const std::string& official, const std::string& words)
{
    const std::string code = lowered(official);
    if (words.empty() || words.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") != words.npos) return false;
    if (starts_alike(code, words) && words.size() > 1) return true;
    if (words == code.substr(0, 1)) return true; // a whole section
    const bool digits = words.find_first_not_of("0123456789") == words.npos && words.size() >= 2;
    const auto number = code.substr(std::min(code.size(), code.find_first_of("0123456789"))); // none of a whole section
    return digits && !number.empty() && starts_alike(number, words);
}

std::vector<std::size_t> all_that(const std::vector<PlaceName>& places,
                                  const std::function<bool(const PlaceName&)>& test)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (test(places[i])) found.push_back(i);
    return found;
}

} // namespace

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::size_t> find_places(std::string_view words, const std::vector<PlaceName>& places)
{
    const std::string w = lowered(words);
    auto found = all_that(
        places, [&](const auto& p) { return lowered(p.code) == w || lowered(p.name_en) == w || p.name_zh == words; });
    if (found.empty())
        found = all_that(places, [&](const auto& p) {
            return std::ranges::any_of(p.official, [&](const auto& o) { return holds_code(o, w); });
        });
    if (found.empty() && w.size() >= 3)
        found = all_that(places, [&](const auto& p) {
            return lowered(p.name_en).find(w) != std::string::npos || p.name_zh.find(words) != std::string::npos;
        });
    if (!found.empty()) return found;
    std::vector<std::string> names; // short codes are too alike to be near one another
    for (const auto& p : places)
        names.insert(names.end(), {p.code.size() > 3 ? lowered(p.code) : "", lowered(p.name_en), p.name_zh});
    const auto meant = nearest(w, names);
    const auto at = std::ranges::find(names, meant);
    if (!meant.empty() && at != names.end()) found.push_back(static_cast<std::size_t>(at - names.begin()) / 3);
    return found;
}

std::string place_hint(std::string_view words, const std::vector<PlaceName>& places, std::string_view section)
{
    const auto found = find_places(words, places);
    if (found.empty() || found.size() > most_in_hint) {
        std::vector<std::string> codes;
        for (const auto& p : places) codes.push_back(p.code);
        const auto list = suggestion(words, codes);
        return list.starts_with("one of") ? list : fmt::format("rongtong describe {} lists the codes", section);
    }
    std::vector<std::string> texts;
    for (const auto i : found)
        texts.push_back(fmt::format("\"{}\" ({}, {})", places[i].code, places[i].name_en, places[i].name_zh));
    return fmt::format("did you mean {}?", fmt::join(texts, " or "));
}

} // namespace rongtong
