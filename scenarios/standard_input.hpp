// A scenario or plan called "-" is read from the standard input.
#pragma once

#include <string>

namespace rongtong {

const std::string& standard_input(); // all of it; it is read once

} // namespace rongtong
