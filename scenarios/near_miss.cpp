#include "scenarios/near_miss.hpp"

#include <algorithm>

namespace rongtong {

namespace {
constexpr std::size_t longest_list = 300; // bytes of candidates that still fit a message
constexpr std::size_t longest_word = 100; // longer words are no slips of the pen
} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

std::string nearest(std::string_view word, std::span<const std::string> candidates)
{
    if (word.empty() || word.size() > longest_word) return "";
    const std::string* best = nullptr;
    std::size_t distance = longest_word;
    for (const auto& c : candidates)
        if (const auto d = edit_distance(word, c);
            d < distance && d <= std::max<std::size_t>(1, std::max(word.size(), c.size()) / 3)) {
            distance = d;
            best = &c;
        }
    if (best) return *best;
    for (const auto& c : candidates) // an abbreviation, or a name with something before or behind it
        if (word.size() >= 3 && c.find(word) != c.npos) return c;
    return "";
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates)
{
    if (const auto c = nearest(word, candidates); !c.empty()) return "did you mean \"" + c + "\"?";
    std::string out;
    for (const auto& c : candidates) out += (out.empty() ? "" : ", ") + c;
    return out.empty() || out.size() > longest_list ? "" : "one of: " + out;
}

} // namespace rongtong
