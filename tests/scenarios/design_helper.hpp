// What the tests of designs share.
#pragma once

#include "scenarios/design.hpp"
#include "scenarios/problems.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

namespace rongtong {

// What was read of a design, and what was wrong with it.
struct ReadDesign {
    std::optional<DesignRequest> request;
    std::vector<Problem> problems;
};

inline ReadDesign read_design_text(const std::string& text, const std::vector<Factor>& factors)
{
    ReadDesign out;
    const std::string plan = "{\"design\":\n" + text + "}";
    auto source = parse_json(plan, "plan.json", out.problems);
    REQUIRE(source);
    Document document{source->value, {std::make_shared<const JsonSource>(*source)}, &out.problems, {}};
    out.request = read_design(Node::root(document)["design"], factors);
    return out;
}

// The design of a text without fault; its size was foretold and every column has a value for each point.
inline Design design_of(const std::string& text, const std::vector<Factor>& factors)
{
    const ReadDesign read = read_design_text(text, factors);
    INFO(format_problems(read.problems));
    REQUIRE(read.problems.empty());
    REQUIRE(read.request);
    Design design = make_design(*read.request, factors);
    CHECK(design.kind == read.request->kind);
    CHECK(static_cast<double>(design.points.size()) == design_size(*read.request, factors));
    for (const auto& [name, column] : design.numbers) CHECK(column.size() == design.points.size());
    for (const auto& [name, column] : design.texts) CHECK(column.size() == design.points.size());
    return design;
}

inline std::vector<std::vector<double>> places(const Design& design)
{
    std::vector<std::vector<double>> out;
    for (const DesignPoint& p : design.points) out.push_back(p.at);
    return out;
}

using DesignPlaces = std::vector<std::vector<double>>;

inline std::vector<Factor> continuous_factors(std::size_t count)
{
    std::vector<Factor> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back({"x" + std::to_string(i + 1), 0});
    return out;
}

} // namespace rongtong
