// What a results file knows about single firms in a month: for the nodes of an exported network.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "output/results_reader.hpp"

namespace rongtong {

// Records of one month, which lie one after the other.
struct MonthRows {
    int month = 0;
    std::size_t first = 0, count = 0;
};

// months: of all records, in order. Empty where there is none of that month.
std::optional<MonthRows> rows_of_month(const std::vector<std::int64_t>& months, std::int64_t month);

enum class ColumnType { text, integer, real };

struct FirmColumn {
    std::string name, unit, long_name;
    ColumnType type = ColumnType::text;
    std::vector<std::string> values; // per firm; "" where it is not known
};

// Of these firms (ascending ids) in this month: every variable of the panel, if it has that month, with sector, region, size
// and ownership by their names; and the sector and region, which never change, of firms that entered or left, from the
// events. No column where the run asked for neither.
std::vector<FirmColumn> firm_columns(const ResultsReader& file, const std::vector<std::uint64_t>& firms, int month);

} // namespace rongtong
