#include "output/stored_names.hpp"

#include "sim/printable.hpp"

#include <algorithm>

namespace rongtong::hdf5 {

std::string fault_of_name(std::string_view name)
{
    constexpr std::size_t longest = 100; // bytes: two of them and an ending are still a file's name
    if (name.empty()) return "is empty";
    if (name == "." || name == "..") return "stands for a folder";
    if (name.find_first_of("/\\") != name.npos) return "holds a slash";
    if (printable(name) != name) return "holds control characters, or is not UTF-8";
    if (name.size() > longest) return "is longer than 100 bytes";
    return "";
}

} // namespace rongtong::hdf5
