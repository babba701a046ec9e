// SHA-256 (FIPS 180-4) as 64 hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace rongtong {

std::string sha256(std::string_view bytes);

} // namespace rongtong
