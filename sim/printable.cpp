#include "sim/printable.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace rongtong {

namespace {

struct Character {
    std::size_t bytes = 1;
    std::uint32_t code = 0;
    bool valid = false;
};

// The first character of a text that is not empty; invalid where the bytes are no UTF-8 (RFC 3629).
Character first_of(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {1, lead, true};
    const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) return {};
    std::uint32_t code = lead & (0xffU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return {};
        code = code << 6U | (byte(i) & 0x3fU);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < least[bytes] || surrogate || code > 0x10ffff) return {};
    return {bytes, code, true};
}

bool turns_direction(std::uint32_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e ||
           code == 0x200f || code == 0x2028 || code == 0x2029;
}

} // namespace

std::string printable(std::string_view text, std::string_view kept)
{
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const Character c = first_of(text);
        const bool control = c.code < 0x20 || (c.code >= 0x7f && c.code <= 0x9f);
        const bool stays = c.bytes == 1 && kept.find(text[0]) != kept.npos;
        if (!c.valid) shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[0]));
        else if (turns_direction(c.code) || (control && !stays)) shown += fmt::format("\\u{:04x}", c.code);
        else shown += text.substr(0, c.bytes);
        text.remove_prefix(c.bytes);
    }
    return shown;
}

} // namespace rongtong
