// Names of groups and datasets in a file that a stranger may have made: they become paths and parts of messages. Inside
// output/ only.
#pragma once

#include <string>
#include <string_view>

namespace rongtong::hdf5 {

// Why no results file has such a name; empty where it may have it.
std::string fault_of_name(std::string_view name);

} // namespace rongtong::hdf5
