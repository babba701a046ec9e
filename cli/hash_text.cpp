#include "cli/hash_text.hpp"

#include <fmt/format.h>

namespace rongtong::cli {

void write_hash_text(ResultsWriter& writer, const OutputRequest& request)
{
    if (request.hash == HashTimes::never) return;
    std::string text;
    for (const auto hash : writer.written_naturals("/state_hash"))
        text += (text.empty() ? "" : "\n") + (hash == 0 ? "-" : fmt::format("{:016x}", hash));
    writer.attribute("/state_hash", "hexadecimal", text);
}

} // namespace rongtong::cli
