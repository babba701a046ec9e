// A file that may be damaged is read in a process of its own first: HDF5 does not survive every file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace rongtong {

// Within a Session: forks, and calls `read` in the child, which writes nothing and ends with it. What it returns is returned here; what
// it throws is thrown here, as OutputError. Its death, more time than `bytes` bytes take, and more memory are an OutputError that names
// the file.
std::string read_in_child(const std::function<std::string()>& read, const std::filesystem::path& shown,
                          std::uint64_t bytes);

} // namespace rongtong
