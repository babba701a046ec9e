// The one way in which a parameter is declared: name, unit, range, default, meaning, source. From the declaration come the
// check on scenario files, the JSON Schema, `rongtong describe`, the docs table, `--set` and the bounds of a sweep.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rongtong {

struct ParameterInfo {
    std::string_view name;    // snake_case, the key in a scenario file
    std::string_view unit;    // "1" if dimensionless
    double low, high;         // closed range
    double initial;           // default
    std::string_view meaning; // one sentence
    std::string_view source;  // "assumed", or author, year, DOI
    bool whole = false;       // only whole numbers
};

// A parameter of the plain struct Group: its declaration and where it lives.
template <class Group>
struct Parameter {
    ParameterInfo info;
    double Group::* member;
};

} // namespace rongtong
