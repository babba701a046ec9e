#include "scenarios/designs/fraction.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <set>

namespace rongtong {

namespace {

constexpr std::size_t most_aliases = 8, most_words = 31; // in a note

bool shorter(const Word& a, const Word& b)
{
    const int na = std::popcount(a.factors), nb = std::popcount(b.factors);
    if (na != nb) return na < nb;
    const std::uint32_t differ = a.factors ^ b.factors;
    return (a.factors & differ & (~differ + 1)) != 0; // the earliest letter that only one of them has
}

// As text: "BD, -CE and 3 more". The shortest `most` of them, and all that have at most two letters.
std::string some(std::vector<Word> words, std::size_t most, std::string_view between)
{
    std::sort(words.begin(), words.end(), shorter);
    std::vector<std::string> shown;
    for (const Word& w : words)
        if (shown.size() < most || std::popcount(w.factors) <= 2) shown.push_back(letters(w));
    std::string out = fmt::format("{}", fmt::join(shown, between));
    if (words.size() > shown.size()) out += fmt::format(" and {} more", words.size() - shown.size());
    return out;
}

// Main effects, then two-factor interactions; each interaction once, either by itself or as another effect's alias.
void add_aliases(const std::vector<Word>& words, std::size_t factors, std::vector<std::string>& notes)
{
    std::set<std::uint32_t> said;
    const auto add = [&](std::uint32_t effect) {
        if (said.contains(effect)) return;
        std::vector<Word> aliases;
        for (const Word& w : words) {
            aliases.push_back({effect ^ w.factors, w.minus});
            if (std::popcount(aliases.back().factors) == 2) said.insert(aliases.back().factors);
        }
        notes.push_back(fmt::format("{} is aliased with {}", letters({effect}), some(aliases, most_aliases, ", ")));
    };
    for (std::size_t i = 0; i < factors; ++i) add(1u << i);
    for (std::size_t i = 0; i < factors; ++i)
        for (std::size_t j = i + 1; j < factors; ++j) add(1u << i | 1u << j);
}

} // namespace

std::string letters(const Word& word)
{
    std::string out = word.minus ? "-" : "";
    for (std::size_t i = 0; i < factor_letters.size(); ++i)
        if (word.factors >> i & 1) out += factor_letters[i];
    return out;
}

std::vector<Word> defining_words(const std::vector<Generator>& generators)
{
    std::vector<Word> words{Word{}}; // the identity, with which the products start
    for (const Generator& g : generators) {
        const std::size_t before = words.size();
        for (std::size_t i = 0; i < before; ++i)
            words.push_back({words[i].factors ^ g.product ^ 1u << g.factor, words[i].minus != g.minus});
    }
    words.erase(words.begin());
    std::sort(words.begin(), words.end(), shorter);
    return words;
}

std::vector<std::string> fraction_notes(const std::vector<Generator>& generators, const Factors& factors)
{
    std::vector<std::string> legend, notes;
    for (std::size_t i = 0; i < factors.size(); ++i)
        legend.push_back(fmt::format("{}: {}", factor_letters[i], factors[i].name));
    notes.push_back(fmt::format("{}", fmt::join(legend, ", ")));
    const auto words = defining_words(generators);
    if (words.empty()) {
        notes.emplace_back("full factorial design: nothing is aliased");
        return notes;
    }
    notes.push_back("I = " + some(words, most_words, " = "));
    notes.push_back(fmt::format("resolution {}", std::popcount(words.front().factors)));
    add_aliases(words, factors.size(), notes);
    return notes;
}

} // namespace rongtong
