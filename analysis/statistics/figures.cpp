#include "analysis/statistics/figures.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace rongtong {

namespace {

int magnitude(double value) { return static_cast<int>(std::floor(std::log10(value))); }

// Columns on a terminal: one per character, two per Chinese one (from U+3000 on, which is lead byte 0xE3 in UTF-8).
std::size_t width_of(const std::string& text)
{
    std::size_t width = 0;
    for (const unsigned char c : text) width += (c & 0xC0U) == 0x80U ? 0U : c >= 0xE3U ? 2U : 1U;
    return width;
}

} // namespace

FigureStyle figure_style(const std::vector<double>& values, double difference)
{
    double largest = 0;
    for (const double value : values)
        if (std::isfinite(value)) largest = std::max(largest, std::fabs(value));
    if (largest == 0) return {};
    if (largest < 1e-4) return {3, true};
    int decimals = 4 - magnitude(largest);
    if (std::fabs(difference) > 0) decimals = std::max(decimals, 2 - magnitude(std::fabs(difference)));
    return {std::clamp(decimals, 0, 6), false};
}

std::string figure(const std::optional<double>& value, FigureStyle style)
{
    if (!value || !std::isfinite(*value)) return "-";
    if (style.exponent) return fmt::format("{:.{}e}", *value, style.decimals);
    std::string text = fmt::format("{:.{}f}", std::fabs(*value), style.decimals);
    const bool zero = text.find_first_not_of("0.") == text.npos;
    for (auto at = static_cast<std::ptrdiff_t>(std::min(text.find('.'), text.size())) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return (*value < 0 && !zero ? "-" : "") + text;
}

std::string figure(double value)
{
    FigureStyle style = figure_style({value}, 0);
    if (!style.exponent && style.decimals > 0) --style.decimals;
    return figure(std::optional(value), style);
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

std::string aligned_table(const std::vector<std::vector<std::string>>& rows, const std::vector<std::size_t>& words)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - width_of(row[i]), ' ');
            const bool left = std::find(words.begin(), words.end(), i) != words.end();
            line += (i ? "  " : "") + (left ? row[i] + blanks : blanks + row[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace rongtong
