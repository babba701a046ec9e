#include "sim/shell_word.hpp"

#include "sim/printable.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

// Every byte that is not plain ASCII written out.
std::string written_out(std::string_view word)
{
    std::string text = "$'";
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '\\') text += std::string("\\") + c;
        else if (byte < 0x20 || byte >= 0x7f) text += fmt::format("\\x{:02x}", byte);
        else text += c;
    }
    return text + "'";
}

} // namespace

std::string shell_word(std::string_view word)
{
    static constexpr const char* plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=+./:,@%";
    if (!word.empty() && word.find_first_not_of(plain) == word.npos) return std::string(word);
    if (printable(word) != word) return written_out(word);
    std::string text = "'";
    for (const char c : word) {
        if (c == '\'') text += "'\\''";
        else text += c;
    }
    return text + "'";
}

} // namespace rongtong
