#include "scenarios/words.hpp"

namespace rongtong {

std::pair<std::string, std::string> read_words(const Node& node)
{
    static const std::vector<std::string> languages{"en", "zh"};
    if (!node) return {};
    if (node.json().is_string()) return {node.json(), node.json()};
    if (!node.json().is_object())
        return node.fail("this is no text", "a text, or {\"en\": ..., \"zh\": ...}"),
               std::pair<std::string, std::string>{};
    node.allow(languages);
    return {node["en"].text().value_or(""), node["zh"].text().value_or("")};
}

} // namespace rongtong
