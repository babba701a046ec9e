#include "scenarios/calibration_unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string>
#include <utility>

namespace rongtong {

namespace {

constexpr std::array<std::pair<std::string_view, double>, 6> number_words{
    {{"thousand", 1e-3}, {"million", 1}, {"millions", 1}, {"billion", 1e3}, {"billions", 1e3}, {"trillion", 1e6}}};

// "million" -> 1, "10" -> 1e-5; 0 for a word that says no size.
double millions_of(std::string_view word)
{
    for (const auto& [name, millions] : number_words)
        if (word == name) return millions;
    double number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size() && number > 0 && number < 1e16 ? number / 1e6 : 0;
}

bool names_another_time(std::string_view text)
{
    return text.find("month") != text.npos || text.find("quarter") != text.npos;
}

} // namespace

double TableUnit::in_millions(double figure) const
{
    if (millions == 1) return figure;
    return std::strtod(fmt::format("{:.15g}", figure * millions).c_str(), nullptr);
}

TableUnit read_unit(const Node& node)
{
    constexpr const char* expected =
        "a number or one of thousand, million, billion, trillion, then the currency, as in "
        "\"million yuan a year\"";
    const std::string text = node.text().value_or("million yuan");
    std::string_view rest = text;
    double units = 1;
    bool sized = false;
    while (!rest.empty()) { // "100 million yuan": what is no number or word of size is the currency
        const std::string_view word = rest.substr(0, rest.find(' '));
        const double by = millions_of(word);
        if (by == 0) break;
        sized = true;
        units *= by * 1e6;
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    if (!sized || rest.empty()) node.fail("this unit is not understood", expected, "\"1 yuan\" for single units");
    else if (names_another_time(rest)) node.fail("the figures of the table are those of a year", expected);
    return {std::strtod(fmt::format("{:.12g}", units / 1e6).c_str(), nullptr)};
}

} // namespace rongtong
