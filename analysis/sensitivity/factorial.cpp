#include "analysis/sensitivity/factorial.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/statistics/inference.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

using Signs = std::vector<int>; // by point

std::string value_text(const DesignTable& d, std::size_t i, double value)
{
    return d.levels[i].empty() ? fmt::format("{:g}", value) : d.levels[i][static_cast<std::size_t>(value)];
}

// By factor; every one that has not two levels is told.
std::vector<Signs> coded(const DesignTable& d, Factorial& result)
{
    std::vector<Signs> columns;
    std::vector<std::string> problems;
    for (std::size_t i = 0; i < d.factors.size(); ++i) {
        std::set<double> values;
        for (const auto& point : d.x) values.insert(point[i]);
        if (values.size() != 2) {
            problems.push_back(fmt::format("{} has {} values", d.factors[i], values.size()));
            continue;
        }
        auto& column = columns.emplace_back();
        for (const auto& point : d.x) column.push_back(point[i] == *values.begin() ? -1 : 1);
        result.levels.emplace_back(value_text(d, i, *values.begin()), value_text(d, i, *values.rbegin()));
    }
    if (!problems.empty())
        throw OutputError(fmt::format("interactions need two values of each factor: {}", fmt::join(problems, ", ")));
    return columns;
}

Signs product_of(const std::vector<Signs>& columns, std::uint64_t term)
{
    Signs product(columns.front().size(), 1);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (term >> i & 1)
            for (std::size_t p = 0; p < product.size(); ++p) product[p] *= columns[i][p];
    return product;
}

std::string name_of(const DesignTable& d, std::uint64_t term)
{
    std::string name;
    for (std::size_t i = 0; i < d.factors.size(); ++i)
        if (term >> i & 1) name += (name.empty() ? "" : ":") + d.factors[i];
    return name;
}

double contrast(const Signs& signs, const std::vector<double>& y)
{
    double plus = 0, minus = 0, n_plus = 0, n_minus = 0;
    for (std::size_t p = 0; p < y.size(); ++p) (signs[p] > 0 ? (plus += y[p], ++n_plus) : (minus += y[p], ++n_minus));
    return plus / n_plus - minus / n_minus;
}

// By order, within it by the first factors first.
std::vector<std::uint64_t> terms_up_to(std::size_t factors, std::size_t order)
{
    std::vector<std::uint64_t> terms;
    for (std::uint64_t term = 1; term < std::uint64_t{1} << factors; ++term)
        if (static_cast<std::size_t>(std::popcount(term)) <= order) terms.push_back(term);
    const auto before = [factors](std::uint64_t a, std::uint64_t b) {
        if (std::popcount(a) != std::popcount(b)) return std::popcount(a) < std::popcount(b);
        for (std::size_t i = 0; i < factors; ++i)
            if ((a >> i & 1) != (b >> i & 1)) return (a >> i & 1) == 1;
        return false;
    };
    std::sort(terms.begin(), terms.end(), before);
    return terms;
}

// Replicates in which every point has a value.
std::vector<std::vector<double>> whole_replicates(const Outcome& outcome, Factorial& result)
{
    std::vector<std::vector<double>> whole;
    for (const auto& y : outcome.y)
        if (std::all_of(y.begin(), y.end(), [](double v) { return std::isfinite(v); })) whole.push_back(y);
    if (whole.size() < outcome.y.size())
        result.notes.push_back(fmt::format("{} of {} replicates lack the value of some point and are left out",
                                           outcome.y.size() - whole.size(), outcome.y.size()));
    if (whole.empty()) throw OutputError(outcome.name + ": no replicate has a value at every point of the design");
    return whole;
}

void set_effect(FactorialTerm& term, const Signs& signs, const std::vector<std::vector<double>>& replicates,
                double level)
{
    PairedSample sample{term.term, "", "", {}, {}};
    for (const auto& y : replicates) {
        sample.base.push_back(0);
        sample.other.push_back(contrast(signs, y));
    }
    const auto effect = paired_difference(sample, level);
    term.effect = *effect.mean_difference;
    term.coefficient = term.effect / 2;
    if (!effect.p || effect.sd_difference == 0.0) return;
    term.se = effect.se;
    term.low = effect.low;
    term.high = effect.high;
    term.p = effect.p;
}

} // namespace

namespace {

// Terms by the signs of their points, as far as they can be told apart.
class Terms {
public:
    Terms(const DesignTable& design, const std::vector<std::vector<double>>& replicates, double level,
          Factorial& result)
        : design_(design), replicates_(replicates), level_(level), result_(result)
    {}

    void add(std::uint64_t term, const Signs& signs)
    {
        Signs opposite = signs;
        for (int& sign : opposite) sign = -sign;
        const std::string name = name_of(design_, term);
        const auto same = known_.find(signs), against = known_.find(opposite);
        if (same != known_.end()) result_.terms[same->second].aliases.push_back(name);
        else if (against != known_.end()) result_.terms[against->second].aliases.push_back("-" + name);
        else if (is_effect(name, signs)) {
            FactorialTerm row{name, static_cast<std::size_t>(std::popcount(term))};
            set_effect(row, signs, replicates_, level_);
            known_.emplace(signs, result_.terms.size());
            result_.terms.push_back(std::move(row));
        }
    }

private:
    bool is_effect(const std::string& name, const Signs& signs)
    {
        const auto plus = std::count(signs.begin(), signs.end(), 1), all = static_cast<std::ptrdiff_t>(signs.size());
        if (plus * 2 == all) return true;
        if (plus != 0 && plus != all)
            throw OutputError(
                fmt::format("the design is not balanced in {}: as many points must have its product + as -", name));
        result_.notes.push_back(name + " is the same at every point: it can't be told from the mean");
        return false;
    }

    const DesignTable& design_;
    const std::vector<std::vector<double>>& replicates_;
    double level_;
    Factorial& result_;
    std::map<Signs, std::size_t> known_;
};

void adjust(std::vector<FactorialTerm>& terms)
{
    std::vector<std::optional<double>> p;
    for (const auto& term : terms) p.push_back(term.p);
    const auto adjusted = holm(p);
    for (std::size_t i = 0; i < p.size(); ++i) terms[i].p_holm = adjusted[i];
}

} // namespace

Factorial factorial_effects(const DesignTable& design, const Outcome& outcome, std::size_t highest_order, double level)
{
    if (design.factors.size() > 20) throw OutputError("interactions of at most 20 factors can be looked at");
    Factorial result;
    const auto columns = coded(design, result);
    const auto replicates = whole_replicates(outcome, result);
    result.points = design.points();
    result.replicates = replicates.size();
    for (const auto& y : replicates)
        for (const double v : y) result.mean += v / static_cast<double>(y.size() * replicates.size());
    Terms terms(design, replicates, level, result);
    for (const auto term : terms_up_to(design.factors.size(), highest_order))
        terms.add(term, product_of(columns, term));
    adjust(result.terms);
    return result;
}

} // namespace rongtong
