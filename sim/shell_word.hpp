// Printed commands can be pasted into a shell, whatever the paths in them are called.
#pragma once

#include <string>
#include <string_view>

namespace rongtong {

// The word as bash takes it: bare where it is plain, in quotes where it is not, and with control characters and bytes that
// are no UTF-8 written out ($'\x1b'), so that a terminal does not obey them.
std::string shell_word(std::string_view word);

} // namespace rongtong
