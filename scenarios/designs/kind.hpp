// A kind of design: one file in this folder says which keys it has, reads them, and makes the points.
#pragma once

#include "scenarios/design.hpp"

#include <span>

namespace rongtong {

using Factors = std::vector<Factor>;

inline constexpr double most_points = 1e9; // of the keys that count points

// Reads the keys of one design and remembers whether anything was wrong.
class DesignReader {
public:
    DesignReader(const Node& node, const Factors& factors) : node_(node), factors_(factors) {}

    const Node& node() const { return node_; }
    const Factors& factors() const { return factors_; }
    std::vector<std::string> names() const;
    bool good() const { return good_; }

    // Without a fallback the key must be there. After a problem the result is `low`.
    std::int64_t whole(std::string_view key, double low, double high, std::optional<std::int64_t> fallback = {});
    std::optional<std::uint32_t> seed(std::optional<std::uint32_t> fallback);
    bool flag(std::string_view key, bool fallback);
    std::vector<Node> list(std::string_view key); // must be there and have elements
    void allow(std::span<const std::string> keys);
    // A whole number that stands at a node which exists.
    std::optional<std::int64_t> whole_at(const Node& at, double low, double high);

    void fail(const Node& at, std::string message, std::string expected = "", std::string hint = "");
    void fail_key(const Node& at, std::string message, std::string expected = "", std::string hint = "");
    // The object names something that is no factor.
    void unknown_factor(const Node& at, const std::string& name);
    void two_values_each(); // every listed factor must have exactly two

private:
    const Node& node_;
    const Factors& factors_;
    bool good_ = true;
};

struct DesignKind {
    const char* name;
    const char* meaning;                // one sentence, for the schema
    nlohmann::ordered_json (*schema)(); // "properties" and "required" beside the key "kind"
    void (*read)(DesignReader&, DesignRequest&);
    double (*size)(const DesignRequest&, const Factors&);
    void (*make)(const DesignRequest&, const Factors&, Design&);
};

extern const DesignKind design_grid, design_list, design_random, design_latin_hypercube, design_sobol, design_morris,
    design_saltelli, design_factorial, design_fractional_factorial, design_one_at_a_time;

// Pieces of the schema.
nlohmann::ordered_json whole_schema(double low, double high, const char* description);
nlohmann::ordered_json points_schema(const char* description);
nlohmann::ordered_json seed_schema(const char* description);
nlohmann::ordered_json skip_schema();

// From a place in [0, 1) to what a point holds: the place itself, or the level of a listed factor.
double at_place(const Factor& factor, double place);

// Design of as many points as given, each with room for the factors.
void make_room(Design& design, std::size_t points, std::size_t factors);

} // namespace rongtong
