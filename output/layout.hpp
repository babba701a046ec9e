// What a results file is made of: dimensions, variables over them, attributes. Plain descriptions, no HDF5.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rongtong {

// The types that HDF5 and netCDF-4 share and that we use. Flags are int8 with flag_values and flag_meanings.
enum class ValueType { int8, int32, int64, uint64, float32, float64, text };

using AttributeValue =
    std::variant<std::string, double, std::int32_t, std::int64_t, std::uint64_t, std::vector<std::int8_t>>;
using Attributes = std::vector<std::pair<std::string, AttributeValue>>; // in the order in which they are written

// What a reader sees beside the numbers. An empty text is not written; units "1" is for numbers without a unit.
struct Description {
    std::string units;
    std::string long_name;
    std::string comment; // the formula
    Attributes further;
};

// A dimension of fixed length. Without values it is a bare axis; with values, as many as it is long.
struct Dimension {
    std::string path;       // "/size"; variables in its group and in groups below may use it
    std::size_t length = 0; // ignored where there are values
    std::variant<std::monostate, std::vector<std::int32_t>, std::vector<std::string>> values;
    Description text;
};

std::size_t length_of(
    const Dimension& dimension); // as many as it has values; asks HDF5 for nothing, so from any thread

// A dimension that grows. `month` has values (int32), record dimensions such as `event` have none.
struct Unlimited {
    std::string path;
    // Steps that are gathered in memory and written at once; also the chunk length, > 0. A file that goes on keeps its own. Where there
    // will be fewer steps, as many as there will be: a chunk that is longer has the whole file made anew at its end.
    std::size_t block = 60;
    bool has_values = false;
    Description text;
};

// A variable over dimensions that exist. A growing dimension may only come first.
struct Variable {
    std::string path; // "/by_size/output"
    ValueType type = ValueType::float64;
    std::vector<std::string> dimensions; // names, looked up in the variable's group, then in the groups above
    Description text;
};

// Attribute flag_values and flag_meanings of an int8 variable whose value i means meanings[i] (words without blanks).
Attributes flags(const std::vector<std::string>& meanings);

} // namespace rongtong
