#include "analysis/sensitivity/sobol.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "sim/error.hpp"
#include "sim/parallel.hpp"

namespace rongtong {

namespace {

// Outcomes by block and row; per replicate and as means over them.
struct Blocks {
    std::size_t rows = 0, replicates = 0, left_out = 0;
    std::vector<std::vector<double>> mean;                    // block (A, B, AB_1 ...), row
    std::vector<std::vector<std::vector<double>>> replicated; // block, row, replicate less that replicate's mean
    double centre = 0;                                        // mean of A and B
};

std::size_t block_number(const DesignTable& design, const std::string& name)
{
    if (name == "A" || name == "B") return name == "A" ? 0 : 1;
    for (std::size_t i = 0; i < design.factors.size(); ++i)
        for (const auto& written :
             {"AB_" + design.factors[i], "AB" + fmt::to_string(i + 1), "AB_" + fmt::to_string(i + 1)})
            if (name == written) return i + 2;
    return design.factors.size() + 2; // BA_..., of second order
}

std::map<std::int64_t, std::vector<std::size_t>> points_of_rows(const DesignTable& design)
{
    const std::size_t blocks = design.factors.size() + 2;
    constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::map<std::int64_t, std::vector<std::size_t>> rows;
    for (std::size_t p = 0; p < design.points(); ++p) {
        auto& row = rows.try_emplace(design.row[p], blocks, nowhere).first->second;
        const auto block = block_number(design, design.block[p]);
        if (block < blocks) row[block] = p;
    }
    for (const auto& [number, row] : rows)
        if (const auto hole = std::find(row.begin(), row.end(), nowhere); hole != row.end())
            throw OutputError(fmt::format(
                "row {} of the design has no point in block {}", number,
                hole - row.begin() == 0   ? std::string("A")
                : hole - row.begin() == 1 ? std::string("B")
                                          : "AB_" + design.factors[static_cast<std::size_t>(hole - row.begin()) - 2]));
    return rows;
}

// Each replicate about its own mean over A and B, so that luck which all points share is no noise.
void centre_replicates(Blocks& blocks)
{
    for (std::size_t r = 0; r < blocks.replicates; ++r) {
        double sum = 0;
        for (std::size_t b = 0; b < 2; ++b)
            for (const auto& row : blocks.replicated[b]) sum += row[r];
        const double mean = sum / static_cast<double>(2 * blocks.rows);
        for (auto& block : blocks.replicated)
            for (auto& row : block) row[r] -= mean;
    }
}

Blocks blocks_of(const DesignTable& design, const Outcome& outcome)
{
    Blocks blocks;
    blocks.replicates = outcome.y.size();
    const auto rows = points_of_rows(design);
    const auto means = outcome.means();
    blocks.mean.resize(design.factors.size() + 2);
    blocks.replicated.resize(design.factors.size() + 2);
    for (const auto& [number, points] : rows) {
        const bool whole = std::all_of(points.begin(), points.end(), [&](std::size_t p) {
            return std::all_of(outcome.y.begin(), outcome.y.end(), [&](const auto& y) { return std::isfinite(y[p]); });
        });
        if (!whole) {
            ++blocks.left_out;
            continue;
        }
        ++blocks.rows;
        for (std::size_t b = 0; b < points.size(); ++b) {
            blocks.mean[b].push_back(means[points[b]]);
            auto& cell = blocks.replicated[b].emplace_back();
            for (const auto& replicate : outcome.y) cell.push_back(replicate[points[b]]);
        }
    }
    if (blocks.rows < 2) throw OutputError(outcome.name + ": fewer than two rows of the design have all their values");
    for (std::size_t b = 0; b < 2; ++b)
        blocks.centre += std::accumulate(blocks.mean[b].begin(), blocks.mean[b].end(), 0.0);
    blocks.centre /= static_cast<double>(2 * blocks.rows);
    centre_replicates(blocks);
    return blocks;
}

// Mean over pairs of different replicates of a_r b_s; with one replicate simply a b.
double cross(const std::vector<double>& a, const std::vector<double>& b)
{
    const auto n = static_cast<double>(a.size());
    if (a.size() == 1) return a[0] * b[0];
    double sum_a = 0, sum_b = 0, same = 0;
    for (std::size_t r = 0; r < a.size(); ++r) sum_a += a[r], sum_b += b[r], same += a[r] * b[r];
    return (sum_a * sum_b - same) / (n * (n - 1));
}

std::vector<double> minus(const std::vector<double>& a, const std::vector<double>& b)
{
    std::vector<double> difference(a.size());
    for (std::size_t r = 0; r < a.size(); ++r) difference[r] = a[r] - b[r];
    return difference;
}

// What the clean indices of a row add up from: first and total numerator of each factor, square and value of A and B.
struct RowParts {
    std::vector<double> first, total;
    double square = 0, value = 0;
};

std::vector<RowParts> parts_of(const Blocks& blocks, std::size_t k)
{
    std::vector<RowParts> parts(blocks.rows);
    for (std::size_t row = 0; row < blocks.rows; ++row) {
        const auto &a = blocks.replicated[0][row], &b = blocks.replicated[1][row];
        auto& part = parts[row];
        part.square = cross(a, a) + cross(b, b);
        for (std::size_t r = 0; r < a.size(); ++r) part.value += (a[r] + b[r]) / static_cast<double>(a.size());
        for (std::size_t i = 0; i < k; ++i) {
            const auto &ab = blocks.replicated[i + 2][row], d = minus(a, ab);
            part.first.push_back(cross(b, minus(ab, a)));
            part.total.push_back(cross(d, d) / 2);
        }
    }
    return parts;
}

struct Clean {
    double variance = 0;
    std::vector<double> first, total;
};

Clean clean_indices(const std::vector<RowParts>& parts, const std::vector<std::uint32_t>& rows)
{
    const std::size_t k = parts.front().first.size();
    const auto n = static_cast<double>(rows.size());
    Clean clean{0, std::vector<double>(k), std::vector<double>(k)};
    double value = 0;
    for (const auto row : rows) {
        clean.variance += parts[row].square / (2 * n);
        value += parts[row].value / (2 * n);
        for (std::size_t i = 0; i < k; ++i) {
            clean.first[i] += parts[row].first[i] / n;
            clean.total[i] += parts[row].total[i] / n;
        }
    }
    clean.variance -= value * value;
    for (std::size_t i = 0; i < k; ++i) clean.first[i] /= clean.variance, clean.total[i] /= clean.variance;
    return clean;
}

double variance_of(const Blocks& blocks)
{
    double squares = 0;
    for (std::size_t b = 0; b < 2; ++b)
        for (const double y : blocks.mean[b]) squares += (y - blocks.centre) * (y - blocks.centre);
    return squares / static_cast<double>(2 * blocks.rows);
}

SobolFactor plain_indices(const Blocks& blocks, std::size_t i, double variance)
{
    const auto &a = blocks.mean[0], &b = blocks.mean[1], &ab = blocks.mean[i + 2];
    const auto n = static_cast<double>(blocks.rows);
    double raw = 0, centred = 0, first = 0, total = 0;
    for (std::size_t row = 0; row < blocks.rows; ++row) {
        raw += b[row] * (ab[row] - a[row]);
        centred += (b[row] - blocks.centre) * (ab[row] - a[row]);
        first += (b[row] - ab[row]) * (b[row] - ab[row]);
        total += (a[row] - ab[row]) * (a[row] - ab[row]);
    }
    SobolFactor factor;
    factor.saltelli = raw / n / variance;
    factor.saltelli_centred = centred / n / variance;
    factor.jansen = 1 - first / (2 * n) / variance;
    factor.total = total / (2 * n) / variance;
    return factor;
}

void set_intervals(SobolIndices& indices, const std::vector<RowParts>& parts, double level, std::size_t count)
{
    const std::size_t k = indices.factors.size();
    std::vector<std::vector<double>> first(k, std::vector<double>(count)), total = first;
    const Resamples resamples(parts.size(), count);
    for_blocks(
        count,
        [&](std::size_t begin, std::size_t end, std::size_t) {
            std::vector<std::uint32_t> rows;
            for (std::size_t b = begin; b < end; ++b) {
                resamples.draw(b, rows);
                const Clean clean = clean_indices(parts, rows);
                for (std::size_t i = 0; i < k; ++i) first[i][b] = clean.first[i], total[i][b] = clean.total[i];
            }
        },
        16);
    for (std::size_t i = 0; i < k; ++i) {
        indices.factors[i].first_interval = percentile_interval(std::move(first[i]), level);
        indices.factors[i].total_interval = percentile_interval(std::move(total[i]), level);
    }
}

} // namespace

SobolIndices sobol_indices(const DesignTable& design, const Outcome& outcome, double level, std::size_t resamples)
{
    const Blocks blocks = blocks_of(design, outcome);
    const auto parts = parts_of(blocks, design.factors.size());
    std::vector<std::uint32_t> all(blocks.rows);
    std::iota(all.begin(), all.end(), 0u);
    const Clean clean = clean_indices(parts, all);
    SobolIndices indices;
    indices.rows = blocks.rows;
    indices.replicates = blocks.replicates;
    indices.left_out = blocks.left_out;
    indices.mean = blocks.centre;
    indices.variance = variance_of(blocks);
    indices.clean_variance = clean.variance;
    indices.noise_share = indices.variance > 0 ? std::max(0.0, 1 - clean.variance / indices.variance) : 0;
    for (std::size_t i = 0; i < design.factors.size(); ++i) {
        auto factor = plain_indices(blocks, i, indices.variance);
        factor.factor = design.factors[i];
        factor.first_clean = clean.first[i];
        factor.total_clean = clean.total[i];
        indices.factors.push_back(std::move(factor));
    }
    if (resamples > 0) set_intervals(indices, parts, level, resamples);
    return indices;
}

} // namespace rongtong
