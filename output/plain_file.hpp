// Files that are read: plain ones alone. A pipe would hang, a device might not end.
#pragma once

#include <filesystem>

namespace rongtong {

// InputError where there is no such file, or where it is a folder, a pipe, a socket or a device. `wanted`, such as
// "a results file", is named in the message.
void require_plain_file(const std::filesystem::path& path, const char* wanted);

} // namespace rongtong
