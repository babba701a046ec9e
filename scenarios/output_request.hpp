// What a scenario asks for: which aggregates, and what beyond them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
    bool operator==(const FirmChoice&) const = default;
};

// The months in which records are taken: each so many months, and the run's last one if asked for.
struct RecordMonths {
    std::int32_t every_months = 1;
    bool last_month = false;

    bool takes(std::int32_t month, std::int32_t months) const
    {
        return month % every_months == 0 || (last_month && month == months);
    }
    std::int32_t times(std::int32_t months) const // in a run of so many months
    {
        return months / every_months + (last_month && months % every_months != 0);
    }
    bool operator==(const RecordMonths&) const = default;
};

struct PanelRequest : RecordMonths {
    std::vector<std::string> variables; // names of panel variables
    FirmChoice firms;
    bool operator==(const PanelRequest&) const = default;
};

struct NetworkRequest : RecordMonths {
    bool operator==(const NetworkRequest&) const = default;
};

// Names out of a known list, or all of them.
struct Selection {
    bool all = true;
    std::vector<std::string> names;

    bool takes(std::string_view name) const;
    bool operator==(const Selection&) const = default;
};

// Aggregates of the months first, first + every, ... up to last.
struct MonthChoice {
    std::int32_t first = 1, every = 1;
    std::optional<std::int32_t> last;

    bool takes(std::int32_t month) const
    {
        return month >= first && (!last || month <= *last) && (month - first) % every == 0;
    }
    bool operator==(const MonthChoice&) const = default;
};

// How often the hash of the whole state is taken.
enum class HashTimes : std::uint8_t { usual, last, never }; // usual: by the number of firms (output/format.md)

struct OutputRequest {
    Selection indicators, groups; // of the economy and, where a group of firms is asked for, of its parts
    MonthChoice months;
    bool accounts = true;
    HashTimes hash = HashTimes::usual;
    std::optional<PanelRequest> panel;
    std::optional<NetworkRequest> network;
    bool events = false;
    bool operator==(const OutputRequest&) const = default;
};

// What firms are grouped by.
const std::vector<std::string>& group_names();

} // namespace rongtong
