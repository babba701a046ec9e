#include "output/plain_file.hpp"

#include "output/input_error.hpp"
#include "sim/planted.hpp"

namespace rongtong {

namespace fs = std::filesystem;

void require_plain_file(const fs::path& path, const char* wanted)
{
    std::error_code error;
    const auto refuse = [&](const std::string& reason) { throw InputError(path.string() + ": " + reason); };
    switch (fs::status(path, error).type()) {
    case fs::file_type::regular: return;
    case fs::file_type::not_found: return refuse("does not exist");
    case fs::file_type::directory: return refuse(std::string("is a folder, not ") + wanted);
    case fs::file_type::none: return refuse("can't be read: " + error.message());
    default:
        if (!planted("pipes")) refuse(std::string("is a pipe or a device, not ") + wanted);
    }
}

} // namespace rongtong
