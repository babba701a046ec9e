// Elementary effects (Morris 1991, Technometrics 33, 161-174). A trajectory starts at a random point of a grid of p
// levels and changes each factor once, in random order, by delta = p / (2 (p - 1)), which is p / 2 levels: up from the
// lower half of the grid, down from the upper half, so that every level is equally likely at both ends of a step. That
// needs an even p. The levels of a listed factor are its grid: an odd number of them is refused, because a step would
// then reach some levels more often than others.
#include "scenarios/designs/kind.hpp"
#include "scenarios/designs/luck.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

namespace morris_design {

constexpr std::int64_t usual_levels = 4;
constexpr double most_levels = 1e6;

void read(DesignReader& in, DesignRequest& request)
{
    request.points = in.whole("trajectories", 1, most_points);
    request.levels = static_cast<std::size_t>(in.whole("levels", 2, most_levels, usual_levels));
    request.seed = in.seed(1);
    if (request.levels % 2 != 0)
        in.fail(in.node()["levels"], fmt::format("{} levels is an odd number", request.levels), "an even number",
                "a step is half the levels, so that all of them are equally likely");
    for (const Factor& f : in.factors())
        if (f.levels % 2 != 0)
            in.fail(in.node(),
                    fmt::format("the factor \"{}\" has {} listed value{}", f.name, f.levels, f.levels == 1 ? "" : "s"),
                    "an even number of values, or bounds", "a step is half the values, so that all are equally likely");
}

double size(const DesignRequest& request, const Factors& factors)
{
    return static_cast<double>(request.points) * static_cast<double>(factors.size() + 1);
}

// Where a trajectory stands, as levels of the factors' grids.
class Walk {
public:
    Walk(const DesignRequest& request, const Factors& factors, const DesignLuck& luck, std::size_t trajectory)
        : request_(request), factors_(factors)
    {
        for (std::size_t i = 0; i < factors.size(); ++i)
            now_.push_back(luck.below(static_cast<std::uint32_t>(grid(i)), trajectory, i, DesignLuck::Use::level));
    }
    void change(std::size_t i)
    {
        const std::size_t half = grid(i) / 2;
        now_[i] = now_[i] < half ? now_[i] + half : now_[i] - half;
    }
    DesignPoint point() const
    {
        DesignPoint out;
        for (std::size_t i = 0; i < factors_.size(); ++i) {
            const auto level = static_cast<double>(now_[i]);
            out.at.push_back(factors_[i].levels == 0 ? level / static_cast<double>(request_.levels - 1) : level);
        }
        return out;
    }

private:
    std::size_t grid(std::size_t i) const { return factors_[i].levels == 0 ? request_.levels : factors_[i].levels; }

    const DesignRequest& request_;
    const Factors& factors_;
    std::vector<std::size_t> now_;
};

void make(const DesignRequest& request, const Factors& factors, Design& design)
{
    const DesignLuck luck(request.seed.value());
    std::vector<std::int32_t> trajectories, steps, changed;
    for (std::size_t t = 0; t < static_cast<std::size_t>(request.points); ++t) {
        Walk walk(request, factors, luck, t);
        const auto order = luck.shuffled(factors.size(), t, DesignLuck::Use::order);
        for (std::size_t step = 0; step <= factors.size(); ++step) {
            if (step > 0) walk.change(order[step - 1]);
            design.points.push_back(walk.point());
            trajectories.push_back(static_cast<std::int32_t>(t));
            steps.push_back(static_cast<std::int32_t>(step));
            changed.push_back(step > 0 ? static_cast<std::int32_t>(order[step - 1]) : -1);
        }
    }
    design.numbers = {
        {"trajectory", std::move(trajectories)}, {"step", std::move(steps)}, {"factor_changed", std::move(changed)}};
}

nlohmann::ordered_json schema()
{
    nlohmann::ordered_json levels = whole_schema(
        2, most_levels, "levels of the grid of a factor given by bounds, an even number; default 4");
    levels["multipleOf"] = 2;
    return {{"properties",
             {{"trajectories", points_schema("number of trajectories; 10 to 50 are usual")},
              {"levels", std::move(levels)},
              {"seed", seed_schema("default 1")}}},
            {"required", {"trajectories"}}};
}

} // namespace morris_design

} // namespace

const DesignKind design_morris{"morris",
                               "Elementary effects: which factors matter.",
                               morris_design::schema,
                               morris_design::read,
                               morris_design::size,
                               morris_design::make};

} // namespace rongtong
