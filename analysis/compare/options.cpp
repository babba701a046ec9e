// Texts of the command line as options of a comparison.
#include <charconv>

#include "analysis/compare.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

std::optional<int> parse_month(std::string_view text, const std::string& whole)
{
    if (text.empty()) return std::nullopt;
    int month = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), month);
    if (error != std::errc{} || end != text.data() + text.size())
        throw OutputError("'" + whole + "' is no window of months; write FIRST:LAST, such as 12:59, 12: or :59");
    return month;
}

} // namespace

void parse_month_window(const std::string& text, CompareOptions& options)
{
    const auto colon = std::min(text.find(':'), text.size());
    options.first_month = parse_month(std::string_view(text).substr(0, colon), text);
    options.last_month = colon == text.size() ? options.first_month
                                              : parse_month(std::string_view(text).substr(colon + 1), text);
    if (text.empty() || (options.first_month && options.last_month && *options.first_month > *options.last_month))
        throw OutputError("'" + text + "' is no window of months: the first must not come after the last");
}

MonthStatistic parse_month_statistic(const std::string& text)
{
    for (const auto statistic :
         {MonthStatistic::mean, MonthStatistic::last, MonthStatistic::sum, MonthStatistic::discounted})
        if (text == name_of(statistic)) return statistic;
    throw OutputError("'" + text + "' is no statistic over months; known: mean, last, sum, discounted");
}

const char* name_of(MonthStatistic statistic)
{
    switch (statistic) {
    case MonthStatistic::mean: return "mean";
    case MonthStatistic::last: return "last";
    case MonthStatistic::sum: return "sum";
    case MonthStatistic::discounted: return "discounted";
    }
    return "";
}

WantedWidth parse_width(const std::string& text)
{
    const bool percent = text.ends_with('%');
    const auto value = number_of(percent ? std::string_view(text).substr(0, text.size() - 1) : std::string_view(text));
    if (!value || !(*value > 0))
        throw OutputError("'" + text + "' is no width of an interval; write 0.5 (in the indicator's unit) or 5%");
    return {*value, percent};
}

} // namespace rongtong
