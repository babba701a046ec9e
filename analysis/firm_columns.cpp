#include "analysis/firm_columns.hpp"

#include <algorithm>
#include <limits>

#include "analysis/cells.hpp"

namespace rongtong {

namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

// The place of each id in `firms`, or nowhere.
std::vector<std::size_t> places_of(const std::vector<std::uint64_t>& ids, const std::vector<std::uint64_t>& firms)
{
    std::vector<std::size_t> places;
    places.reserve(ids.size());
    for (const auto id : ids) {
        const auto at = std::lower_bound(firms.begin(), firms.end(), id);
        places.push_back(at != firms.end() && *at == id ? static_cast<std::size_t>(at - firms.begin()) : nowhere);
    }
    return places;
}

FirmColumn empty_column(const Cells& cells, std::size_t firms)
{
    const auto& variable = cells.variable();
    const auto type = cells.is_text() ? ColumnType::text : cells.is_integer() ? ColumnType::integer : ColumnType::real;
    return {variable.name, variable.units, variable.long_name, type, std::vector<std::string>(firms)};
}

std::vector<FirmColumn> panel_columns(const ResultsReader& file, const std::vector<std::uint64_t>& firms, int month)
{
    if (!file.has("/panel/firm")) return {};
    const auto rows = rows_of_month(file.integers("/panel/month"), month);
    if (!rows) return {};
    const auto places = places_of(file.unsigned_integers("/panel/firm", rows->first, rows->count), firms);
    std::vector<FirmColumn> columns;
    for (const auto& variable : file.variables("/panel")) {
        if (variable.name == "firm" || variable.name == "month") continue;
        const Cells cells(file, variable);
        columns.push_back(empty_column(cells, firms.size()));
        const auto values = cells.read(rows->first, rows->count);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] != nowhere) columns.back().values[places[i]] = values[i];
    }
    return columns;
}

// Fills what the panel left empty.
void add_from_events(const ResultsReader& file, const std::string& name, const std::vector<std::size_t>& places,
                     std::size_t firms, std::vector<FirmColumn>& columns)
{
    if (!file.has("/events/" + name)) return;
    const Cells cells(file, file.variable("/events/" + name));
    const auto same = [&](const FirmColumn& column) { return column.name == name; };
    auto column = std::find_if(columns.begin(), columns.end(), same);
    if (column == columns.end()) column = columns.insert(columns.end(), empty_column(cells, firms));
    const auto values = cells.read(0, places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] != nowhere && column->values[places[i]].empty()) column->values[places[i]] = values[i];
}

} // namespace

std::optional<MonthRows> rows_of_month(const std::vector<std::int64_t>& months, std::int64_t month)
{
    const auto [begin, end] = std::equal_range(months.begin(), months.end(), month);
    if (begin == end) return std::nullopt;
    return MonthRows{static_cast<int>(month), static_cast<std::size_t>(begin - months.begin()),
                     static_cast<std::size_t>(end - begin)};
}

std::vector<FirmColumn> firm_columns(const ResultsReader& file, const std::vector<std::uint64_t>& firms, int month)
{
    auto columns = panel_columns(file, firms, month);
    if (!file.has("/events/firm")) return columns;
    const auto places = places_of(file.unsigned_integers("/events/firm"), firms);
    for (const char* name : {"sector", "region"}) add_from_events(file, name, places, firms.size(), columns);
    return columns;
}

} // namespace rongtong
