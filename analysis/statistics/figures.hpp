// Numbers and tables for people: the same in every locale.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

// How the numbers of one row are written, all alike.
struct FigureStyle {
    int decimals = 0;
    bool exponent = false; // everything in the row is tiny
};

// Five digits of the largest of these and three of the difference, at most six behind the point.
FigureStyle figure_style(const std::vector<double>& values, double difference);

// With commas between thousands, and no sign before a zero; "-" for what does not exist.
std::string figure(const std::optional<double>& value, FigureStyle style);
// One number by itself, with four digits.
std::string figure(double value);

std::string probability(const std::optional<double>& p);
std::string stars(const std::optional<double>& p);

// Columns two blanks apart, as wide as a terminal shows them; those that `words` names to the left, the others to the right.
std::string aligned_table(const std::vector<std::vector<std::string>>& rows, const std::vector<std::size_t>& words);

} // namespace rongtong
