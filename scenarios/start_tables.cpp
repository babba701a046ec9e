#include "scenarios/start_tables.hpp"

#include "scenarios/near_miss.hpp"
#include "scenarios/node.hpp"
#include "scenarios/official_codes.hpp"
#include "scenarios/places.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace rongtong {

namespace {

enum FirmColumn { id, sector, region, workers, sales };
enum LinkColumn { buyer, supplier, value };

// Codes of sectors or regions, and what people call them otherwise.
class Codes {
public:
    template <class List>
    Codes(const List& list, const std::map<std::string, std::vector<std::string>>& official, const char* what,
          const char* section)
        : names_(names_of_places(list, official)), what_(what), section_(section)
    {
        for (const auto& entry : list) places_.emplace(entry.code, static_cast<std::uint8_t>(places_.size()));
    }

    std::optional<std::uint8_t> read(CsvSource& source, std::size_t column) const
    {
        const std::string code(source.field(column));
        if (const auto found = places_.find(code); found != places_.end()) return found->second;
        if (code.empty()) source.fail(column, "this field is empty", fmt::format("the code of a {}", what_));
        else
            source.fail(column, fmt::format("there is no {} \"{}\"", what_, code),
                        fmt::format("the code of a {}", what_), place_hint(code, names_, section_));
        return std::nullopt;
    }

private:
    std::vector<PlaceName> names_;
    std::map<std::string, std::uint8_t> places_;
    const char *what_, *section_;
};

std::optional<Money> csv_money(CsvSource& source, std::size_t wanted, double low)
{
    const auto yuan = csv_number(source, wanted, low, most_money, "yuan a year");
    if (!yuan) return std::nullopt;
    return round_fen(*yuan * 100);
}

// A new id gets the next place.
bool read_id(CsvSource& source, FirmPlaces& places, std::size_t place)
{
    const std::string text(source.field(id));
    if (text.empty() || text.size() > longest_id) {
        source.fail(id, text.empty() ? "this field is empty" : "this is too long",
                    fmt::format("a name of at most {} bytes", longest_id));
        return false;
    }
    const auto [found, added] = places.emplace(text, static_cast<std::uint32_t>(place));
    if (!added) source.fail(id, fmt::format("\"{}\" stands twice in this table", text), "each firm once");
    return added;
}

void check_producers(CsvSource& source, const SectorFigures& figures)
{
    if (figures.producers == Producers::firms && figures.gross_output > 0) return;
    const char* who = figures.gross_output <= 0               ? "it makes nothing"
                      : figures.producers == Producers::farms ? "farms make its product"
                                                              : "public units make its product";
    source.fail(sector, fmt::format("{} has no firms: {}", figures.code, who), "a sector with firms",
                "rongtong describe sectors");
}

} // namespace

std::optional<double> csv_number(CsvSource& source, std::size_t wanted, double low, double high, const char* unit,
                                 bool whole)
{
    const auto text = source.field(wanted);
    if (text.empty()) return std::nullopt;
    const auto expected = in_range(low, high, unit, whole);
    constexpr const char* missing = "leave the field empty where it is not known";
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::invalid_argument || end != text.data() + text.size()) {
        const bool grouped = text.find(',') != text.npos;
        source.fail(wanted, fmt::format("\"{}\" is not a number", text.substr(0, longest_id)), expected,
                    grouped ? "no commas in numbers" : missing);
    } else if (error != std::errc() || !std::isfinite(number) || number < low || number > high) {
        source.fail(wanted, fmt::format("{} is out of range", text.substr(0, longest_id)), expected, missing);
    } else if (whole && number != std::floor(number)) {
        source.fail(wanted, fmt::format("{} is not a whole number", text.substr(0, longest_id)), expected, missing);
    } else {
        return number;
    }
    return std::nullopt;
}

std::string read_given_firms(const std::filesystem::path& file, const Calibration& c,
                             const std::filesystem::path& folder, OwnData& data, FirmPlaces& places,
                             CsvProblems& problems)
{
    const auto official = load_codes(folder, c);
    const Codes sectors(c.sectors, official.sectors, "sector", "sectors");
    const Codes regions(c.regions, official.regions, "region", "regions");
    CsvSource source(file, {"id", "sector", "region", "workers", "sales"}, workers, problems);
    while (source.next()) {
        if (data.firms.size() >= static_cast<std::size_t>(most_firms)) {
            source.fail(id, "there are too many firms", fmt::format("at most {}", most_firms));
            break;
        }
        read_id(source, places, data.firms.size());
        GivenFirm firm;
        const auto s = sectors.read(source, sector), r = regions.read(source, region);
        if (s) check_producers(source, c.sectors[*s]);
        firm.sector = s.value_or(0), firm.region = r.value_or(0);
        if (const auto n = csv_number(source, workers, 1, most_workers, "persons", true))
            firm.workers = static_cast<std::int32_t>(*n);
        firm.sales = csv_money(source, sales, least_sales);
        data.firms.push_back(firm);
        data.ids.emplace_back(source.field(id));
    }
    if (data.firms.empty() && !problems.any())
        problems.add(1, 1, "there is no firm in this table", "a line for each firm");
    return source.digest();
}

namespace {

std::optional<std::uint32_t> read_partner(CsvSource& source, std::size_t column, const FirmPlaces& places)
{
    const std::string text(source.field(column));
    if (const auto found = places.find(text); found != places.end()) return found->second;
    source.fail(
        column,
        text.empty() ? "this field is empty" : fmt::format("there is no firm \"{}\"", text.substr(0, longest_id)),
        "the id of a firm in the table of firms", "leave links with others out: they are drawn, or part of the market");
    return std::nullopt;
}

// Pairs that stand there twice, by their lines.
void check_pairs(const std::vector<GivenLink>& links, const std::vector<int>& lines, CsvProblems& problems)
{
    std::vector<std::uint32_t> order(links.size());
    for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
    const auto pair = [&](std::uint32_t k) { return std::uint64_t{links[k].buyer} << 32 | links[k].supplier; };
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return pair(a) != pair(b) ? pair(a) < pair(b) : a < b; });
    std::vector<std::pair<int, int>> twice;
    for (std::size_t k = 1; k < order.size(); ++k)
        if (pair(order[k]) == pair(order[k - 1])) twice.emplace_back(lines[order[k]], lines[order[k - 1]]);
    std::sort(twice.begin(), twice.end());
    for (const auto& [line, before] : twice)
        problems.add(line, 1, fmt::format("this buyer and supplier stand in line {} already", before), "each pair once",
                     "add their values up");
}

} // namespace

std::string read_given_links(const std::filesystem::path& file, const FirmPlaces& places, OwnData& data,
                             CsvProblems& problems)
{
    CsvSource source(file, {"buyer", "supplier", "value"}, value, problems);
    std::vector<int> lines;
    while (source.next()) {
        const auto b = read_partner(source, buyer, places), s = read_partner(source, supplier, places);
        const auto yuan = csv_money(source, value, least_value);
        if (!b || !s) continue;
        if (*b == *s) {
            source.fail(supplier, "a firm does not buy from itself", "another firm", "leave this line out");
            continue;
        }
        data.links.push_back({*b, *s, yuan});
        lines.push_back(source.line());
    }
    check_pairs(data.links, lines, problems);
    return source.digest();
}

} // namespace rongtong
