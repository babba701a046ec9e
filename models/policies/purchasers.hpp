// Who buys final goods, as shocks to demand tell them apart.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace rongtong {

enum class Purchaser { households, government, investors, firms };
inline constexpr std::array<std::string_view, 4> purchaser_names{"households", "government", "investors", "firms"};

} // namespace rongtong
