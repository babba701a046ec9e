// Texts that come from files, made fit to be shown: a terminal must not obey them.
#pragma once

#include <string>
#include <string_view>

namespace rongtong {

// Control characters (C0, DEL, C1) and marks that turn the direction of writing become \uNNNN, which JSON reads as what
// they were; bytes that are no UTF-8 become \xNN. `kept` names control characters that stay, such as "\n".
std::string printable(std::string_view text, std::string_view kept = "");

} // namespace rongtong
