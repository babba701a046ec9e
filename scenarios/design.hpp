// Designs of experiments: which points of the space of factors a sweep runs. docs/designs.md says what each kind is
// for. A design knows factors only by name and by how many values they have; what a place or a level means in the
// factor's own unit is the plan's business.
#pragma once

#include "scenarios/node.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rongtong {

struct Factor {
    std::string name;
    std::size_t levels = 0; // number of listed values; 0: continuous between bounds
};

// Per factor: in [0, 1] (0 low, 1 high) for a continuous one, the level's index for a listed one.
struct DesignPoint {
    std::vector<double> at;
};

struct Design {
    std::string kind;
    std::vector<DesignPoint> points;
    // What an analysis must know of each point, by name; one value per point.
    std::vector<std::pair<std::string, std::vector<std::int32_t>>> numbers;
    std::vector<std::pair<std::string, std::vector<std::string>>> texts;
    // Kind "list" only: the values of each point as the file has them, in the order of the factors; `at` is empty then.
    std::vector<std::vector<nlohmann::json>> listed;
    std::vector<std::string> notes; // for people: defining relation and aliases of a fraction
};

// A factor of a fractional factorial design that follows others: high where the product of their signs is +.
struct Generator {
    std::size_t factor = 0;
    std::uint32_t product = 0; // bit i: factor i belongs to it
    bool minus = false;        // low where the product is +
};

// What the file says, checked. Members that the kind does not know keep their defaults.
struct DesignRequest {
    std::string kind;
    std::int64_t points = 0;                         // "points", "trajectories" or "base"
    std::optional<std::uint32_t> seed;               // none: no randomness
    std::int64_t skip = 0;                           // of the Sobol sequence
    std::vector<std::size_t> steps;                  // grid: number of values of each factor
    std::size_t levels = 4;                          // morris: of the grid of continuous factors
    bool second_order = false;                       // saltelli
    std::vector<std::vector<nlohmann::json>> listed; // list: values by point and factor
    std::vector<Generator> generators;               // fractional factorial
};

// nullopt if anything is wrong; everything that is wrong is reported through the node. Factors whose values are
// themselves faulty should be given all the same, so that their names are known; without any factor a design is
// refused.
std::optional<DesignRequest> read_design(const Node& design, const std::vector<Factor>& factors);

// How many points make_design would make; may be beyond any memory (a grid of 20 factors), so ask before.
double design_size(const DesignRequest& request, const std::vector<Factor>& factors);

// Same request and factors, same points, on every machine.
Design make_design(const DesignRequest& request, const std::vector<Factor>& factors);

// JSON Schema (draft 2020-12) of the object "design".
nlohmann::ordered_json design_schema();

} // namespace rongtong
