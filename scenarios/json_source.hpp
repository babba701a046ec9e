// JSON text (RFC 8259, nothing beyond it) in which the place of every value and key is known.
#pragma once

#include "sim/error.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rongtong {

// Lines and columns count from 1, columns in characters (code points). The key's place is 0 where the value has no key.
struct SourcePlace {
    int line = 0, column = 0;
    int key_line = 0, key_column = 0;
};

struct JsonSource {
    std::string file; // as the user gave it
    std::string text;
    nlohmann::json value;
    std::map<std::string, SourcePlace, std::less<>> places; // by JSON pointer

    const SourcePlace* find(std::string_view pointer) const;
};

inline constexpr int deepest_nesting = 100;

// nullopt, and a problem with line and column for each fault found, if the text is not plain JSON: comments, two
// equal keys in one object, NaN, numbers beyond a double, bytes that are not UTF-8, a byte order mark, nesting beyond
// deepest_nesting.
std::optional<JsonSource> parse_json(std::string text, const std::string& file, std::vector<Problem>& problems);

// The same of a file; a missing or unreadable file and a folder are problems too. `file` is the name in problems.
std::optional<JsonSource> read_json(const std::filesystem::path& path, const std::string& file,
                                    std::vector<Problem>& problems);

// The number that begins at this place of a text, as it is written; empty where none does.
std::string number_at(const std::string& text, const SourcePlace& place);

// A key as it stands in a JSON pointer (RFC 6901: ~ and / escaped).
std::string pointer_token(std::string_view key);

} // namespace rongtong
