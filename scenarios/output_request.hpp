// What a scenario asks for beyond the aggregates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

// Which firms enter the panel: all, about as many as asked for, or named ones.
struct FirmChoice {
    enum class Kind : std::uint8_t { all, sample, list };
    Kind kind = Kind::all;
    std::uint64_t sample = 0;        // firms wanted of those at the start
    std::vector<std::uint64_t> list; // permanent ids, sorted

    // Whether the firm with this permanent id belongs to the panel of a run that starts with `firms` firms. A sample
    // takes every k-th id, k = ceil(firms / sample), so that entrants come in as well and the same firms are in every
    // run.
    bool takes(std::uint64_t id, std::uint64_t firms) const;
};

struct PanelRequest {
    std::vector<std::string> variables; // names of panel variables
    std::int32_t every_months = 1;
    FirmChoice firms;
};

struct NetworkRequest {
    std::int32_t every_months = 12;
};

struct OutputRequest {
    std::optional<PanelRequest> panel;
    std::optional<NetworkRequest> network;
    bool events = false;
};

} // namespace rongtong
