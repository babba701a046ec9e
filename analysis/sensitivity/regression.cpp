#include "analysis/sensitivity/regression.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

#include "sim/error.hpp"

namespace rongtong {

namespace {

using Column = std::vector<double>;

double dot(const Column& a, const Column& b, std::size_t from = 0)
{
    double sum = 0;
    for (std::size_t i = from; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

// Columns become R above the diagonal; y is turned along. Columns that lie in the span of those before them are named.
struct Solver {
    std::vector<Column> columns;
    Column y;
    std::vector<std::size_t> used; // number of each column that counts

    void reflect(std::size_t step, const Column& v, double square, Column& target) const
    {
        const double scale = 2 * dot(v, target, step) / square;
        for (std::size_t i = step; i < target.size(); ++i) target[i] -= scale * v[i];
    }

    void solve()
    {
        std::vector<Column> kept;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            Column& column = columns[c];
            const std::size_t step = kept.size();
            const double whole = std::sqrt(dot(column, column)), length = std::sqrt(dot(column, column, step));
            if (step >= column.size() || !(length > 1e-10 * whole)) continue;
            Column v = column;
            v[step] += column[step] < 0 ? -length : length;
            const double square = dot(v, v, step);
            for (std::size_t later = c; later < columns.size(); ++later) reflect(step, v, square, columns[later]);
            reflect(step, v, square, y);
            used.push_back(c);
            kept.push_back(column);
        }
        columns = std::move(kept);
    }

    Column coefficients() const
    {
        Column b(columns.size());
        for (std::size_t i = columns.size(); i-- > 0;) {
            b[i] = y[i];
            for (std::size_t j = i + 1; j < columns.size(); ++j) b[i] -= columns[j][i] * b[j];
            b[i] /= columns[i][i];
        }
        return b;
    }

    // Diagonal of (R'R)^-1: the squared lengths of the rows of R^-1.
    Column unscaled_variances() const
    {
        const std::size_t k = columns.size();
        Column sums(k, 0);
        for (std::size_t target = 0; target < k; ++target) {
            Column x(k, 0);
            for (std::size_t i = target + 1; i-- > 0;) {
                x[i] = i == target ? 1 : 0;
                for (std::size_t j = i + 1; j <= target; ++j) x[i] -= columns[j][i] * x[j];
                x[i] /= columns[i][i];
            }
            for (std::size_t i = 0; i <= target; ++i) sums[i] += x[i] * x[i];
        }
        return sums;
    }
};

double mean(const Column& values)
{
    double sum = 0;
    for (const double v : values) sum += v;
    return sum / static_cast<double>(values.size());
}

// About the mean, so that the intercept stands apart and large values lose no digits.
Column centred(Column values)
{
    const double m = mean(values);
    for (double& v : values) v -= m;
    return values;
}

struct Fit {
    const Column &coefficients, &unscaled_variances;
    double residual, total, freedom; // sums of squares
};

RegressionFactor factor_of(const std::string& name, const Column& column, const Fit& fit, std::size_t k, double level)
{
    const boost::math::students_t distribution(fit.freedom);
    const double quantile = boost::math::quantile(distribution, 0.5 + level / 2);
    RegressionFactor f{name};
    f.coefficient = fit.coefficients[k];
    f.se = std::sqrt(fit.residual / fit.freedom * fit.unscaled_variances[k]);
    f.low = f.coefficient - quantile * f.se;
    f.high = f.coefficient + quantile * f.se;
    f.t = f.coefficient / f.se;
    f.p = f.se > 0 ? 2 * boost::math::cdf(boost::math::complement(distribution, std::fabs(f.t))) : 0;
    f.standardised = fit.total > 0 ? f.coefficient * std::sqrt(dot(column, column) / fit.total) : 0;
    return f;
}

} // namespace

Regression regression(const DesignTable& design, const Outcome& outcome, double level)
{
    const auto means = outcome.means();
    Column y;
    std::vector<Column> x(design.factors.size());
    for (std::size_t p = 0; p < design.points(); ++p) {
        if (!std::isfinite(means[p])) continue;
        y.push_back(means[p]);
        for (std::size_t i = 0; i < x.size(); ++i) x[i].push_back(design.x[p][i]);
    }
    if (y.size() < x.size() + 2)
        throw OutputError(fmt::format("{}: {} points have a value; a regression on {} factors needs {}", outcome.name,
                                      y.size(), x.size(), x.size() + 2));
    Solver solver;
    for (const auto& column : x) solver.columns.push_back(centred(column));
    const std::vector<Column> plain = solver.columns;
    const Column plain_y = centred(y);
    solver.y = plain_y;
    solver.solve();
    const auto b = solver.coefficients(), unscaled = solver.unscaled_variances();
    Regression result;
    result.n = y.size();
    const Fit fit{b, unscaled, dot(solver.y, solver.y, b.size()), dot(plain_y, plain_y),
                  static_cast<double>(y.size() - b.size() - 1)};
    result.r_squared = fit.total > 0 ? 1 - fit.residual / fit.total : 0;
    result.r_squared_adjusted = 1 - (1 - result.r_squared) * static_cast<double>(y.size() - 1) / fit.freedom;
    result.intercept = mean(y);
    for (std::size_t i = 0, next = 0; i < x.size(); ++i) {
        if (next == solver.used.size() || solver.used[next] != i) {
            result.left_out.push_back(design.factors[i]);
            continue;
        }
        result.factors.push_back(factor_of(design.factors[i], plain[i], fit, next++, level));
        result.intercept -= result.factors.back().coefficient * mean(x[i]);
    }
    return result;
}

} // namespace rongtong
