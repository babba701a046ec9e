#include "scenarios/standard_input.hpp"

#include <iostream>
#include <iterator>

namespace rongtong {

const std::string& standard_input()
{
    static const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    return text;
}

} // namespace rongtong
