// A comparison as JSON and as a table.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/compare.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

const char* statistic_name(MonthStatistic statistic)
{
    switch (statistic) {
    case MonthStatistic::mean: return "mean";
    case MonthStatistic::last: return "last";
    case MonthStatistic::sum: return "sum";
    }
    return "";
}

ordered_json or_null(const std::optional<double>& value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json effect_json(const PairedEffect& effect)
{
    return {{"indicator", effect.indicator},
            {"unit", effect.unit},
            {"long_name", effect.long_name},
            {"n", effect.n},
            {"left_out", effect.left_out},
            {"fewest_months", effect.months.fewest},
            {"most_months", effect.months.most},
            {"mean_base", or_null(effect.mean_base)},
            {"mean_other", or_null(effect.mean_other)},
            {"mean_difference", or_null(effect.mean_difference)},
            {"relative_percent", or_null(effect.relative_percent)},
            {"sd_difference", or_null(effect.sd_difference)},
            {"se", or_null(effect.se)},
            {"t_quantile", or_null(effect.t_quantile)},
            {"low", or_null(effect.low)},
            {"high", or_null(effect.high)},
            {"t", or_null(effect.t)},
            {"p", or_null(effect.p)},
            {"p_holm", or_null(effect.p_holm)},
            {"note", effect.note}};
}

// How the numbers of one row are written, all alike.
struct Style {
    int decimals = 0;
    bool exponent = false; // everything in the row is tiny
};

int magnitude(double value) { return static_cast<int>(std::floor(std::log10(value))); }

// Five digits of the levels and three of the difference, at most six behind the point; the JSON has all.
Style style_of(const PairedEffect& effect)
{
    const double level = std::max(std::fabs(effect.mean_base.value_or(0)), std::fabs(effect.mean_other.value_or(0)));
    const double difference = std::fabs(effect.mean_difference.value_or(0));
    const double largest = std::max(
        {level, difference, std::fabs(effect.low.value_or(0)), std::fabs(effect.high.value_or(0))});
    if (largest == 0) return {};
    if (largest < 1e-4) return {3, true};
    int decimals = 4 - magnitude(largest);
    if (difference > 0) decimals = std::max(decimals, 2 - magnitude(difference));
    return {std::clamp(decimals, 0, 6), false};
}

// With commas between thousands, and no sign before a zero.
std::string number(const std::optional<double>& value, Style style)
{
    if (!value) return "-";
    if (style.exponent) return fmt::format("{:.{}e}", *value, style.decimals);
    std::string text = fmt::format("{:.{}f}", std::fabs(*value), style.decimals);
    const bool zero = text.find_first_not_of("0.") == text.npos;
    for (auto at = static_cast<std::ptrdiff_t>(std::min(text.find('.'), text.size())) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return (*value < 0 && !zero ? "-" : "") + text;
}

std::string probability(const std::optional<double>& p)
{
    if (!p) return "-";
    return *p < 1e-4 ? "<0.0001" : fmt::format("{:.4f}", *p);
}

std::string stars(const std::optional<double>& p)
{
    if (!p || *p >= 0.05) return "";
    return *p < 0.001 ? "***" : *p < 0.01 ? "**" : "*";
}

// One pair has no interval and no test: three columns less, and what would be said in each row is said once above.
bool is_single(const ScenarioEffects& scenario) { return scenario.pairs.size() == 1; }

std::vector<std::string> head_of(const ScenarioEffects& scenario, double level)
{
    if (is_single(scenario)) return {"indicator", "unit", "base", "other", "difference", "relative", "", ""};
    return {
        "indicator", "unit",     "base", "other", "difference", fmt::format("{:g} % interval", 100 * level), "relative",
        "p",         "p (Holm)", "",     ""};
}

// What is said behind the numbers of a row. An indicator that some months lack, such as a share of nothing, says how many it goes
// over.
std::string remark(const PairedEffect& effect, std::size_t months, bool single)
{
    std::string text = single && effect.note == single_pair ? "" : effect.note;
    if (effect.n == 0 || effect.months.fewest == months) return text;
    const auto over = effect.months.fewest == effect.months.most
                          ? fmt::format("over {} of {} months", effect.months.most, months)
                          : fmt::format("over {} to {} of {} months", effect.months.fewest, effect.months.most, months);
    return text.empty() ? over : text + "; " + over;
}

std::vector<std::string> row_of(const PairedEffect& effect, std::size_t months, bool single)
{
    const Style style = style_of(effect);
    const auto relative = effect.relative_percent ? fmt::format("{:+.2f} %", *effect.relative_percent)
                                                  : std::string("-");
    std::vector<std::string> row{effect.indicator, effect.unit, number(effect.mean_base, style),
                                 number(effect.mean_other, style), number(effect.mean_difference, style)};
    if (single) {
        row.insert(row.end(), {relative, "", remark(effect, months, single)});
        return row;
    }
    const auto interval = effect.low ? fmt::format("{} to {}", number(effect.low, style), number(effect.high, style))
                                     : std::string("-");
    row.insert(row.end(), {interval, relative, probability(effect.p), probability(effect.p_holm), stars(effect.p_holm),
                           remark(effect, months, single)});
    return row;
}

// Columns on a terminal: one per character, two per Chinese one (from U+3000 on, which is lead byte 0xE3 in UTF-8).
std::size_t width_of(const std::string& text)
{
    std::size_t width = 0;
    for (const unsigned char c : text) width += (c & 0xC0U) == 0x80U ? 0U : c >= 0xE3U ? 2U : 1U;
    return width;
}

// The first two columns and the last two, which hold words, to the left; numbers to the right.
std::string aligned(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - width_of(row[i]), ' ');
            const bool left = i < 2 || i + 2 >= row.size();
            line += (i ? "  " : "") + (left ? row[i] + blanks : blanks + row[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

// Where not every month between the first and the last was written.
std::string few_of_them(const Comparison& comparison, const ScenarioEffects& scenario)
{
    const auto span = static_cast<std::size_t>(scenario.last_month - scenario.first_month + 1);
    return comparison.statistic == MonthStatistic::last || scenario.months == span
               ? ""
               : fmt::format(" ({} of them)", scenario.months);
}

std::string scenario_table(const Comparison& comparison, const ScenarioEffects& scenario)
{
    std::string text = fmt::format("{} against {}: {} of months {} to {}{}, {} {}\n", scenario.scenario,
                                   comparison.base, statistic_name(comparison.statistic), scenario.first_month,
                                   scenario.last_month, few_of_them(comparison, scenario), scenario.pairs.size(),
                                   scenario.pairs.size() == 1 ? "pair" : "pairs");
    for (const auto& sentence : scenario.left_out) text += "left out: " + sentence + '\n';
    if (!scenario.differs) text += "no indicator differs in any month\n";
    for (const auto& note : scenario.notes) text += "note: " + note + '\n';
    if (is_single(scenario)) text += std::string(single_pair) + '\n';
    std::vector<std::vector<std::string>> rows{head_of(scenario, comparison.level)};
    for (const auto& effect : scenario.effects) rows.push_back(row_of(effect, scenario.months, is_single(scenario)));
    return text + aligned(rows) + '\n';
}

} // namespace

ordered_json comparison_json(const Comparison& comparison)
{
    ordered_json json{{"format", "rongtong comparison"}, {"format_version", 1},
                      {"base", comparison.base},         {"statistic", statistic_name(comparison.statistic)},
                      {"level", comparison.level},       {"scenarios", ordered_json::array()}};
    for (const auto& scenario : comparison.scenarios) {
        ordered_json entry{{"scenario", scenario.scenario},     {"first_month", scenario.first_month},
                           {"last_month", scenario.last_month}, {"months", scenario.months},
                           {"differs", scenario.differs},
                           {"pairs", ordered_json::array()},    {"left_out", scenario.left_out},
                           {"notes", scenario.notes},           {"effects", ordered_json::array()}};
        for (const auto& [point, seed, replicate] : scenario.pairs) {
            ordered_json pair = {{"seed", seed}, {"replicate", replicate}};
            if (point >= 0) pair["point"] = point;
            entry["pairs"].push_back(std::move(pair));
        }
        for (const auto& effect : scenario.effects) entry["effects"].push_back(effect_json(effect));
        json["scenarios"].push_back(std::move(entry));
    }
    return json;
}

std::string comparison_table(const Comparison& comparison)
{
    std::string text;
    for (const auto& scenario : comparison.scenarios) text += scenario_table(comparison, scenario);
    return text + "difference = other - base, paired by seed and replicate; interval: Student's t.\n"
                  "Holm: adjusted for the number of indicators. * p < 0.05, ** p < 0.01, *** p < 0.001 (Holm).\n";
}

} // namespace rongtong
