// Points for variance-based indices (Saltelli and others 2010, Comput. Phys. Commun. 181, 259-270, doi
// 10.1016/j.cpc.2009.09.018). Of each point of a Sobol sequence in 2k dimensions the first k places are a row of the
// matrix A, the others the same row of B. AB_i is A with column i taken from B; BA_i, which second-order indices need
// beside it (Saltelli 2002, Comput. Phys. Commun. 145, 280-297), is B with column i taken from A.
#include "scenarios/designs/kind.hpp"
#include "scenarios/designs/sobol_sequence.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

namespace saltelli_design {

void read(DesignReader& in, DesignRequest& request)
{
    request.points = in.whole("base", 1, most_points);
    request.second_order = in.flag("second_order", false);
    request.skip = in.whole("skip", 0, most_points, 0);
    request.seed = in.seed(std::nullopt);
    if (2 * in.factors().size() > most_sobol_dimensions)
        in.fail(in.node(),
                fmt::format("the Sobol sequence does not reach the {} dimensions that {} factors need",
                            2 * in.factors().size(), in.factors().size()),
                fmt::format("at most {} factors", most_sobol_dimensions / 2));
}

double size(const DesignRequest& request, const Factors& factors)
{
    const auto k = static_cast<double>(factors.size());
    return static_cast<double>(request.points) * (request.second_order ? 2 * k + 2 : k + 2);
}

using Matrix = std::vector<DesignPoint>;

void draw(const DesignRequest& request, const Factors& factors, Matrix& a, Matrix& b)
{
    const std::size_t k = factors.size();
    SobolSequence sequence(2 * k, request.skip, request.seed);
    std::vector<double> both(2 * k);
    for (std::int64_t row = 0; row < request.points; ++row) {
        sequence.next(both);
        for (std::size_t i = 0; i < 2 * k; ++i) both[i] = at_place(factors[i % k], both[i]);
        const auto middle = both.begin() + static_cast<std::ptrdiff_t>(k);
        a.push_back({{both.begin(), middle}});
        b.push_back({{middle, both.end()}});
    }
}

void append(Design& design, const std::string& block, const Matrix& rows)
{
    for (std::size_t row = 0; row < rows.size(); ++row) {
        design.points.push_back(rows[row]);
        design.texts[0].second.push_back(block);
        design.numbers[0].second.push_back(static_cast<std::int32_t>(row));
    }
}

Matrix with_column(Matrix rows, std::size_t i, const Matrix& from)
{
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row].at[i] = from[row].at[i];
    return rows;
}

void make(const DesignRequest& request, const Factors& factors, Design& design)
{
    design.texts = {{"block", {}}};
    design.numbers = {{"row", {}}};
    Matrix a, b;
    draw(request, factors, a, b);
    append(design, "A", a);
    append(design, "B", b);
    for (std::size_t i = 0; i < factors.size(); ++i) append(design, "AB_" + factors[i].name, with_column(a, i, b));
    if (!request.second_order) return;
    for (std::size_t i = 0; i < factors.size(); ++i) append(design, "BA_" + factors[i].name, with_column(b, i, a));
}

nlohmann::ordered_json schema()
{
    return {{"properties",
             {{"base", points_schema("rows of A and B; a power of two is best")},
              {"second_order",
               {{"type", "boolean"}, {"description", "also the blocks BA_i for second-order indices; default false"}}},
              {"skip", skip_schema()},
              {"seed", seed_schema("of a random digital shift; default: no shift")}}},
            {"required", {"base"}}};
}

} // namespace saltelli_design

} // namespace

const DesignKind design_saltelli{"saltelli",
                                 "Points for variance-based (Sobol) sensitivity indices.",
                                 saltelli_design::schema,
                                 saltelli_design::read,
                                 saltelli_design::size,
                                 saltelli_design::make};

} // namespace rongtong
