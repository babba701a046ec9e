#include "models/joint/candidates.hpp"

#include "models/research/capabilities.hpp"

#include <algorithm>

namespace rongtong {

// Lists rows of performers, field by field.
Candidates::Candidates(Economy& e, const Draws& draws) : e_(e), draws_(draws), work_(e.work.joint)
{
    auto& w = e.work.joint;
    const std::size_t F = field_count(e.technology);
    w.first.assign(F + 1, 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (is_free_performer(e.firms, row)) ++w.first[field_of(row) + 1];
    for (std::size_t f = 0; f < F; ++f) w.first[f + 1] += w.first[f];
    w.rows.resize(w.first[F]);
    w.next.assign(w.first.begin(), w.first.end() - 1);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (is_free_performer(e.firms, row)) w.rows[w.next[field_of(row)]++] = static_cast<std::uint32_t>(row);
}

std::span<const double> Candidates::profile(std::size_t row) const
{
    const std::size_t F = work_.first.size() - 1;
    return std::span(e_.technology.field_profile).subspan(sector_of(row) * F, F);
}

std::size_t Candidates::drawn_field(std::size_t leader, std::span<const double> own) const
{
    const auto need = profile(leader);
    double lacking = 0;
    for (std::size_t f = 0; f < need.size(); ++f) lacking += std::max(0.0, need[f] - own[f]);
    const auto weight = [&](std::size_t f) { return lacking > 0 ? std::max(0.0, need[f] - own[f]) : need[f]; };
    double all = 0;
    for (std::size_t f = 0; f < need.size(); ++f) all += weight(f);
    double left = all * draws_.uniform(e_.firms.id[leader], e_.month, Purpose::joint_demand);
    std::size_t field = 0;
    while (field + 1 < need.size() && (left -= weight(field)) >= 0) ++field;
    return field;
}

std::size_t Candidates::candidate(std::size_t leader, std::size_t field, std::uint32_t k, std::uint32_t n,
                                  const Words& w) const
{
    if (4 * (k + 1) <= n) return supplier_of(leader, field, w[0]);
    const std::size_t first = work_.first[field], count = work_.first[field + 1] - first, tries = 3 * k < 2 * n ? 3 : 1;
    std::size_t best = e_.firms.rows();
    for (std::size_t t = 0; t < tries && count > 0; ++t) {
        const auto at = static_cast<std::size_t>(to_uniform(w[t]) * static_cast<double>(count));
        const std::size_t row = work_.rows[first + at];
        if (row == leader) continue;
        if (best == e_.firms.rows() || km(leader, row) < km(leader, best)) best = row;
    }
    return best;
}

// Among those that perform in this field, each with equal odds.
std::size_t Candidates::supplier_of(std::size_t leader, std::size_t field, std::uint32_t word) const
{
    const auto& net = e_.links.network;
    std::size_t found = 0;
    const auto answers = [&](auto edge) {
        return e_.links.stage[edge] != LinkStage::place && serves(net.target[edge], field);
    };
    for (auto edge : net.outgoing(leader)) found += answers(edge);
    auto left = static_cast<std::size_t>(to_uniform(word) * static_cast<double>(found));
    for (auto edge : net.outgoing(leader))
        if (answers(edge) && left-- == 0) return net.target[edge];
    return e_.firms.rows();
}

bool Candidates::serves(std::size_t row, std::size_t field) const
{
    return row < e_.firms.rows() && is_free_performer(e_.firms, row) && field_of(row) == field;
}

double Candidates::km(std::size_t a, std::size_t b) const
{
    const auto& g = e_.groups;
    return e_.setup.calibration->regions[g[e_.firms.group[a]].region].km[g[e_.firms.group[b]].region];
}

} // namespace rongtong
