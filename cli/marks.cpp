#include "cli/marks.hpp"

#include "cli/console.hpp"

#include <fmt/format.h>

#include <cmath>

namespace rongtong::cli {

namespace {

using nlohmann::ordered_json;

std::string in_unit(double value, std::string_view unit)
{
    return short_number(value) + (unit == "1" ? "" : fmt::format(" {}", unit));
}

template <class F>
void for_each_left(const Marks& records, const F& f)
{
    const auto marks = plausibility_marks();
    for (std::size_t k = 0; k < marks.size(); ++k)
        if (records[k].first > 0) f(marks[k], records[k]);
}

} // namespace

std::string expected_text(const PlausibilityMark& mark)
{
    const std::string unit = mark.unit == "1" ? "" : fmt::format(" {}", mark.unit);
    if (mark.low == mark.high) return fmt::format("{:g}{}", mark.low, unit);
    if (std::isinf(mark.high)) return fmt::format("{:g}{} or more", mark.low, unit);
    if (std::isinf(mark.low)) return fmt::format("{:g}{} or less", mark.high, unit);
    return fmt::format("between {:g} and {:g}{}", mark.low, mark.high, unit);
}

std::string mark_text(const PlausibilityMark& mark, const MarkRecord& record)
{
    const std::string when = record.months == 1
                                 ? fmt::format("in month {}", record.first)
                                 : fmt::format("in {} months, first in month {}", record.months, record.first);
    return fmt::format("{} should be {}, but was not {} (furthest out: {}); please read figures of this run with that "
                       "in mind",
                       mark.long_name, expected_text(mark), when, in_unit(record.worst, mark.unit));
}

void warn_of_marks(const Marks& records)
{
    for_each_left(records, [](const auto& mark, const auto& record) { warn(mark_text(mark, record)); });
}

ordered_json marks_json(const Marks& records)
{
    ordered_json json = ordered_json::array();
    for_each_left(records, [&](const PlausibilityMark& mark, const MarkRecord& record) {
        json.push_back({{"name", mark.name},
                        {"unit", mark.unit},
                        {"long_name", mark.long_name},
                        {"expected", expected_text(mark)},
                        {"first_month", record.first},
                        {"months", record.months},
                        {"worst", std::isfinite(record.worst) ? ordered_json(record.worst) : ordered_json(nullptr)}});
    });
    return json;
}

void write_marks(ResultsSink& sink, const Marks& records)
{
    sink.attribute("/", "plausibility", marks_json(records).dump());
}

} // namespace rongtong::cli
