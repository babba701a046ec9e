// The calendar beside a run's months: a scenario may say which date month 1 has. Months of the calendar are counted from January of
// year 0. Test: tests/analysis/periods.cpp.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace rongtong {

// "2021-04"; empty for anything else.
inline std::optional<int> parse_calendar_month(std::string_view text)
{
    constexpr std::string_view like = "0000-00";
    if (text.size() != like.size() || text[4] != '-') return std::nullopt;
    int year = 0, month = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        auto& part = i < 4 ? year : month;
        part = 10 * part + (text[i] - '0');
    }
    if (month < 1 || month > 12) return std::nullopt;
    return 12 * year + month - 1;
}

inline std::string calendar_text(int calendar_month)
{
    char text[16] = {};
    std::snprintf(text, sizeof text, "%04d-%02d", calendar_month / 12, calendar_month % 12 + 1);
    return text;
}

} // namespace rongtong
