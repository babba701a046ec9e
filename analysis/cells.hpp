// Values of a variable as texts, the same in every locale: what export writes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/results_reader.hpp"

namespace rongtong {

// Reads a variable piece by piece along its first dimension and turns values into texts: the shortest that reads back
// to the same value; "" for what is not a number; flags as their words, as are the sector, region, size and ownership that
// the panel gives by number.
class Cells {
public:
    Cells(const ResultsReader& file, VariableInfo variable);

    // Values of `count` steps from `first` on, row-major. A variable without dimensions has one step.
    std::vector<std::string> read(std::size_t first, std::size_t count) const;
    const VariableInfo& variable() const { return variable_; }
    bool is_text() const { return variable_.type == ValueType::text || !words_.empty(); }
    bool is_integer() const;

private:
    const ResultsReader& file_;
    std::vector<std::string> words_; // of 0, 1, ...; empty where it holds measures
    VariableInfo variable_;
};

} // namespace rongtong
