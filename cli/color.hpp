// Colours of what goes to standard error.
#pragma once

#include <string>
#include <string_view>

namespace rongtong::cli {

void use_color(const std::string& when); // "auto", "always" or "never"
bool colored();                          // may stderr be coloured?

inline constexpr const char *red = "1;31", *yellow = "1;33", *green = "32", *bold = "1";
std::string painted(std::string_view text, const char* code); // as it is where stderr is not coloured

// Each line up to its first ": " in bold: "file:line:column".
std::string with_bold_places(std::string_view text);

} // namespace rongtong::cli
