// Where results go: a file (results_writer.hpp) or memory (results_buffer.hpp). The layout is declared first, then values
// are given step by step.
//
//     const auto month = sink.unlimited({.path = "/month", .has_values = true, .text = {.units = "month"}});
//     sink.dimension({.path = "/size", .values = std::vector<std::string>{"micro", "large"}});
//     const auto output = sink.variable({.path = "/output", .dimensions = {"month"}, .text = {.units = "yuan"}});
//     const auto by_size = sink.variable({.path = "/by_size/output", .dimensions = {"month", "size"}});
//     sink.put(output, 12.5);
//     sink.put(by_size, two_values);
//     sink.advance(month, 0);          // month 0 is complete
//
// A wrong call (unknown id, a value too few, an undeclared dimension) throws std::logic_error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "output/layout.hpp"

namespace rongtong {

struct DimensionId {
    std::size_t index = 0;
};
struct VariableId {
    std::size_t index = 0;
};

class ResultsSink {
public:
    virtual ~ResultsSink() = default;

    // --- Layout. Groups above a path are made where they lack. Declaring the same thing twice gives the same id.
    virtual void group(const std::string& path, const Description& text = {}) = 0;
    virtual void dimension(const Dimension& dimension) = 0;
    virtual DimensionId unlimited(const Unlimited& dimension) = 0;
    virtual VariableId variable(const Variable& variable) = 0;
    // Sets or replaces an attribute of a group or variable ("/" for provenance), any length of UTF-8.
    virtual void attribute(const std::string& path, const std::string& name, const AttributeValue& value) = 0;

    // --- Values. For a growing variable: one step or more, each step row-major over the other dimensions (n steps:
    // n times the product of their lengths). For a fixed one: all of it. The type must be the variable's.
    void put(VariableId id, std::span<const double> v) { put_values(id, ValueType::float64, v.data(), v.size()); }
    void put(VariableId id, std::span<const float> v) { put_values(id, ValueType::float32, v.data(), v.size()); }
    void put(VariableId id, std::span<const std::int8_t> v) { put_values(id, ValueType::int8, v.data(), v.size()); }
    void put(VariableId id, std::span<const std::int32_t> v) { put_values(id, ValueType::int32, v.data(), v.size()); }
    void put(VariableId id, std::span<const std::int64_t> v) { put_values(id, ValueType::int64, v.data(), v.size()); }
    void put(VariableId id, std::span<const std::uint64_t> v) { put_values(id, ValueType::uint64, v.data(), v.size()); }
    void put(VariableId id, double value) { put(id, std::span<const double>(&value, 1)); }
    void put(VariableId id, std::uint64_t value) { put(id, std::span<const std::uint64_t>(&value, 1)); }

    // One step more along a dimension with values (`month`), n >= 0 more along one without (records). Every variable
    // over it must have been given exactly these steps.
    virtual void advance(DimensionId dimension, std::span<const std::int32_t> values) = 0; // a step for each value
    void advance(DimensionId dimension, std::int32_t value) { advance(dimension, std::span(&value, 1)); }
    virtual void advance_rows(DimensionId dimension, std::size_t rows) = 0;

protected:
    ResultsSink() = default;
    ResultsSink(const ResultsSink&) = default;
    ResultsSink(ResultsSink&&) = default;
    ResultsSink& operator=(const ResultsSink&) = default;
    ResultsSink& operator=(ResultsSink&&) = default;

    virtual void put_values(VariableId variable, ValueType type, const void* values, std::size_t count) = 0;
};

} // namespace rongtong
