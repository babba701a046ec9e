// Looking for words in the catalogue.
#include "scenarios/describe.hpp"
#include "scenarios/places.hpp"
#include "scenarios/same_meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace rongtong {

namespace {

using nlohmann::ordered_json;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// Does the word begin one of the text? A Chinese one may stand anywhere: there are no blanks.
bool holds_word(const std::string& text, const std::string& word)
{
    const bool latin = static_cast<unsigned char>(word.front()) < 0x80;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        if (!latin || at == 0 || !is_letter(text[at - 1])) return true;
    return false;
}

std::vector<std::string> words_of(const std::string& text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : lowered(text) + " ") {
        if (c != ' ') word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, ""));
    }
    return words;
}

// Every word of it, in any order.
bool holds_phrase(const std::string& text, const std::string& phrase)
{
    return std::ranges::all_of(words_of(phrase), [&](const auto& word) { return holds_word(text, word); });
}

bool holds_any(const std::string& text, const std::vector<std::string>& phrases)
{
    return std::ranges::any_of(phrases, [&](const auto& phrase) { return holds_phrase(text, phrase); });
}

// Appends to `out` the entries that hold, as far as it does not have them.
void add_entries(ordered_json& out, const ordered_json& all, const std::function<bool(const std::string& text)>& holds)
{
    for (const auto& [title, list] : all.items())
        for (const auto& entry : list) {
            const bool known = out.contains(title) && std::ranges::find(out[title], entry) != out[title].end();
            if (!known && holds(lowered(entry.dump()))) out[title].push_back(entry);
        }
}

// Sections in the order of the catalogue.
ordered_json in_order(const ordered_json& all, ordered_json found)
{
    ordered_json out = ordered_json::object();
    for (const auto& [title, list] : all.items())
        if (found.contains(title)) out[title] = std::move(found[title]);
    return out;
}

} // namespace

ordered_json find_described(const std::string& section, const std::string& words, const PlaceFigures* figures)
{
    const ordered_json all = describe(section, "", figures);
    ordered_json out = ordered_json::object();
    add_entries(out, all, [&](const auto& text) { return holds_phrase(text, words); });
    const auto others = same_meaning(lowered(words));
    add_entries(out, all, [&](const auto& text) { return holds_any(text, others); });
    if (out.empty()) // each word by all that it may be called
        add_entries(out, all, [&](const auto& text) {
            return std::ranges::all_of(words_of(words), [&](const auto& word) {
                return holds_word(text, word) || holds_any(text, same_meaning(word));
            });
        });
    if (out.empty())
        throw ScenarioError(
            {{"", "", 0, 0, fmt::format("nothing speaks of \"{}\"", words), "", "fewer words, or others"}});
    return in_order(all, std::move(out));
}

} // namespace rongtong
