// Looking for words in the catalogue.
#include "scenarios/describe.hpp"
#include "scenarios/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rongtong {

namespace {

using json = nlohmann::ordered_json;

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

} // namespace

json find_described(const std::string& section, const std::string& words, const PlaceFigures* figures)
{
    const auto wanted = words_of(words);
    const json all = describe(section, "", figures);
    json out = json::object();
    for (const auto& [title, list] : all.items())
        for (const auto& entry : list) {
            const std::string text = lowered(entry.dump());
            if (std::ranges::all_of(wanted, [&](const auto& word) { return holds_word(text, word); }))
                out[title].push_back(entry);
        }
    if (out.empty())
        throw ScenarioError(
            {{"", "", 0, 0, fmt::format("nothing speaks of \"{}\"", words), "", "fewer words, or others"}});
    return out;
}

} // namespace rongtong
