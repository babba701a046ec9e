// Sectors and regions of a calibration, found by whatever people call them: code, name in either language, a part of a name,
// a code of the official classification.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rongtong {

struct PlaceName {
    std::string code, name_en, name_zh;
    std::vector<std::string> official;
};

template <class List>
std::vector<PlaceName> names_of_places(const List& list,
                                       const std::map<std::string, std::vector<std::string>>& official)
{
    std::vector<PlaceName> names;
    for (const auto& entry : list) {
        const auto codes = official.find(entry.code);
        names.push_back({entry.code, entry.name_en, entry.name_zh,
                         codes == official.end() ? std::vector<std::string>{} : codes->second});
    }
    return names;
}

// Their numbers, best matches only: those of that code or name; else those that hold the official code, or parts of it; else
// those whose name holds the words; else those whose name lies near. Upper and lower case of Latin letters are alike.
std::vector<std::size_t> find_places(std::string_view words, const std::vector<PlaceName>& places);

// 'did you mean "s23" (Electronic components, 电子元器件)?' where at most a few match, else where to look them up.
std::string place_hint(std::string_view words, const std::vector<PlaceName>& places, std::string_view section);

// In lower case, as far as letters are ASCII.
std::string lowered(std::string_view text);

} // namespace rongtong
