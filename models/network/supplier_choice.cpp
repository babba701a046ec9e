#include "models/network/supplier_choice.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

double SupplierChoice::cell_weight(std::size_t cell) const
{
    const auto& t = economy_.turnover;
    return t.cell_first[cell + 1] > t.cell_first[cell] ? t.size_weight[t.cell_first[cell + 1] - 1] : 0.0;
}

SupplierChoice::SupplierChoice(const Economy& economy) : SupplierChoice(economy, own_) {}

SupplierChoice::SupplierChoice(const Economy& economy, std::vector<double>& memory)
    : economy_(economy), regions_(economy.groups.regions()), cumulative_(memory)
{
    cumulative_.resize(economy.groups.sectors() * regions_ * regions_);
    const auto& rules = economy.setup.parameters.network;
    for (std::size_t s = 0; s < economy.groups.sectors(); ++s) {
        const double decay = economy.technology.sectors[s].tradable ? rules.decay_tradable : rules.decay_local;
        for (std::size_t r = 0; r < regions_; ++r) {
            double sum = 0;
            for (std::size_t q = 0; q < regions_; ++q) {
                sum += cell_weight(s * regions_ + q) * std::pow(economy.setup.calibration->regions[r].km[q], -decay);
                cumulative_[(s * regions_ + r) * regions_ + q] = sum;
            }
        }
    }
}

std::uint32_t SupplierChoice::choose(std::size_t sector, std::size_t region, double u, double v, double by_size) const
{
    const double* c = &cumulative_[(sector * regions_ + region) * regions_];
    const double total = c[regions_ - 1];
    if (!(total > 0)) return no_supplier;
    std::size_t q = 0;
    while (q + 1 < regions_ && u * total >= c[q]) ++q;
    const std::size_t cell = sector * regions_ + q;
    const auto& t = economy_.turnover;
    const auto begin = t.size_weight.begin() + t.cell_first[cell], end = t.size_weight.begin() + t.cell_first[cell + 1];
    if (begin == end) return no_supplier;
    if (v >= by_size) {
        const auto place = static_cast<std::ptrdiff_t>((v - by_size) / (1 - by_size) *
                                                       static_cast<double>(end - begin));
        return t.cell_rows[static_cast<std::size_t>(begin - t.size_weight.begin() + std::min(place, end - begin - 1))];
    }
    const auto it = std::min(std::upper_bound(begin, end, v / by_size * *(end - 1)), end - 1);
    return t.cell_rows[static_cast<std::size_t>(it - t.size_weight.begin())];
}

void index_sizes(Economy& e)
{
    auto& t = e.turnover;
    const std::size_t cells = e.groups.sectors() * e.groups.regions();
    t.cell_first.assign(cells + 1, 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] != FirmState::gone) ++t.cell_first[e.groups.cell(e.firms.group[row]) + 1];
    for (std::size_t c = 0; c < cells; ++c) t.cell_first[c + 1] += t.cell_first[c];
    t.cell_rows.resize(t.cell_first[cells]);
    t.size_weight.resize(t.cell_first[cells]);
    std::vector<std::uint32_t> next(t.cell_first.begin(), t.cell_first.end() - 1);
    std::vector<double> sum(cells);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] == FirmState::gone) continue;
        const std::size_t cell = e.groups.cell(e.firms.group[row]);
        sum[cell] += e.firms.expected[row];
        t.cell_rows[next[cell]] = static_cast<std::uint32_t>(row);
        t.size_weight[next[cell]++] = sum[cell];
    }
}

void set_terms(Economy& e, const Draws& draws, std::size_t buyer, std::uint32_t edge, std::uint32_t n,
               std::int32_t month)
{
    const auto& rules = e.setup.parameters.terms;
    const double size_b = std::max(1.0, e.firms.expected[buyer]);
    const double size_s = std::max(1.0, e.firms.expected[e.links.network.target[edge]]);
    const double power = std::log(size_b / size_s);
    const auto w = draws.words(e.firms.id[buyer], month, Purpose::link_terms, n);
    const double days = std::clamp(rules.base_days + rules.power_days * power, shortest_term, longest_term);
    e.links.days[edge] = static_cast<std::uint8_t>(std::lround(days));
    const double late = std::clamp(rules.late_share + rules.late_power * power, 0.0, 0.95);
    const double more = (rules.late_pressure - 1) / 2; // 1 + two chances of a further month
    const int months = 1 + (to_uniform(w[1]) < more) + (to_uniform(w[2]) < more);
    LinkHabit& habit = e.links.habit[edge]; // what the buyer makes itself stays
    habit.late = static_cast<std::uint8_t>(to_uniform(w[0]) >= late ? 0 : months) & 3u;
    habit.small = e.groups[e.firms.group[e.links.network.target[edge]]].size != Size::large;
    habit.sold = 0;
    e.links.place[edge] = static_cast<std::uint8_t>(w[3] >> 24);
    e.links.since[edge] = static_cast<std::int16_t>(month);
    e.links.platform[edge] = 0;
}

} // namespace rongtong
