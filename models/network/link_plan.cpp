#include "models/network/link_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace rongtong {

LinkPlans::LinkPlans(const TechnologyTable& technology, const NetworkRules& rules) : LinkPlans(technology, rules, own_)
{}

LinkPlans::LinkPlans(const TechnologyTable& technology, const NetworkRules& rules, Inputs& memory)
    : technology_(technology), rules_(rules), inputs_(memory)
{
    const std::size_t n = technology.sectors.size();
    inputs_.resize(n);
    for (std::size_t s = 0; s < n; ++s) {
        inputs_[s].clear();
        for (std::size_t j = 0; j < n; ++j)
            if (technology.sectors[j].has_firms && technology.input(j, s) >= rules.smallest_input)
                inputs_[s].push_back(static_cast<std::uint8_t>(j));
        std::sort(inputs_[s].begin(), inputs_[s].end(), [&](auto a, auto b) {
            const double in_a = technology.input(a, s), in_b = technology.input(b, s);
            return in_a != in_b ? in_a > in_b : a < b;
        });
    }
}

std::uint32_t LinkPlans::count(std::size_t sector, double workers) const
{
    if (inputs_[sector].empty()) return 0;
    const double n = rules_.links_base + rules_.links_slope * std::pow(workers, rules_.links_exponent);
    return static_cast<std::uint32_t>(std::clamp(std::round(n), 1.0, rules_.links_most));
}

void LinkPlans::sectors(std::size_t sector, std::uint32_t n, std::span<std::uint8_t> supplying) const
{
    const auto& inputs = inputs_[sector];
    const std::size_t kinds = std::min<std::size_t>(n, inputs.size());
    std::array<std::uint32_t, 64> links{};
    double total = 0;
    for (std::size_t k = 0; k < kinds; ++k) total += technology_.input(inputs[k], sector);
    std::uint32_t given = 0;
    const auto spare = static_cast<double>(n - kinds);
    for (std::size_t k = 0; k < kinds; ++k) {
        links[inputs[k]] = 1 + static_cast<std::uint32_t>(spare * technology_.input(inputs[k], sector) / total);
        given += links[inputs[k]];
    }
    for (std::size_t k = 0; given < n; k = (k + 1) % kinds, ++given) ++links[inputs[k]];
    std::size_t next = 0;
    for (std::size_t j = 0; j < links.size(); ++j)
        for (std::uint32_t k = 0; k < links[j]; ++k) supplying[next++] = static_cast<std::uint8_t>(j);
}

double odds_by_size(std::uint32_t links, const NetworkRules& rules)
{
    return std::clamp(1 - rules.size_fall * std::log(std::max(1.0, links / 4.0)), rules.size_least, 1.0);
}

namespace {

void share_equally(Economy& e, std::size_t row, std::uint32_t first, std::uint32_t last, double volume)
{
    for (auto edge = first; edge < last; ++edge)
        e.links.coef[edge] = e.links.network.target[edge] == row ? 0 : static_cast<float>(volume / (last - first));
}

// Goods of one input over the links from first to last, divided by the sizes of suppliers; a link to its own buyer has none. Nobody is asked
// for more than largest_new of its usual sales while others have room; `volume` is per unit of the buyer's output.
void share_volume(Economy& e, std::size_t row, std::uint32_t first, std::uint32_t last, double volume)
{
    const auto& target = e.links.network.target;
    const auto& rules = e.setup.parameters.network;
    const auto size = [&](std::uint32_t edge) { return std::max(1.0, e.firms.expected[target[edge]]); };
    const auto most = [&](std::uint32_t edge) { return rules.largest_new * size(edge) / e.firms.expected[row]; };
    std::uint32_t found = 0;
    for (auto edge = first; edge < last; ++edge) e.links.coef[edge] = 0, found += target[edge] != row;
    if (rules.volume_by_size <= 0) return share_equally(e, row, first, last, volume);
    double left = found > 0 ? volume * found / (last - first) : 0;
    for (int pass = 0; pass < 3 && left > 1e-9 * volume; ++pass) {
        const bool bounded = pass < 2; // what nobody has room for is asked all the same
        double sum = 0, given = 0;
        const auto weight = [&](std::uint32_t edge) {
            const bool open = target[edge] != row && (!bounded || e.links.coef[edge] < most(edge));
            return open ? std::pow(size(edge), rules.volume_by_size) : 0;
        };
        for (auto edge = first; edge < last; ++edge) sum += weight(edge);
        if (sum <= 0) continue;
        for (auto edge = first; edge < last; ++edge) {
            double more = left * weight(edge) / sum;
            if (bounded) more = std::min(more, std::max(0.0, most(edge) - e.links.coef[edge]));
            e.links.coef[edge] += static_cast<float>(more), given += more;
        }
        left -= given;
    }
}

} // namespace

std::uint32_t draw_supplier(const Economy& e, const Draws& draws, const SupplierChoice& choice, std::size_t buyer,
                            std::size_t sector, std::uint32_t n, std::int32_t month)
{
    const std::size_t region = e.groups[e.firms.group[buyer]].region;
    std::uint32_t supplier = no_supplier;
    const double by_size = odds_by_size(e.links.network.count[buyer], e.setup.parameters.network);
    for (std::uint32_t attempt = 0; attempt < 8; ++attempt) {
        const auto w = draws.words(e.firms.id[buyer], month, Purpose::link_supplier, n * 4 + attempt / 2);
        const std::size_t at = attempt % 2 * 2;
        const auto found = choice.choose(sector, region, to_uniform(w[at]), to_uniform(w[at + 1]), by_size);
        if (found == no_supplier) return supplier;
        if (found == buyer || e.firms.state[found] != FirmState::active) continue;
        return found;
    }
    // A sector with hardly anybody left: the first active firm of it that is not the buyer.
    const auto& t = e.turnover;
    const std::size_t regions = e.groups.regions();
    for (auto k = t.cell_first[sector * regions]; k < t.cell_first[(sector + 1) * regions]; ++k)
        if (t.cell_rows[k] != buyer && e.firms.state[t.cell_rows[k]] == FirmState::active) return t.cell_rows[k];
    return no_supplier;
}

void draw_links(Economy& e, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice, std::size_t row,
                std::int32_t month)
{
    auto& net = e.links.network;
    const std::size_t sector = e.groups[e.firms.group[row]].sector;
    const std::uint32_t n = net.count[row], first = net.first[row];
    if (n == 0) return;
    plans.sectors(sector, n, {e.links.sector.data() + first, n});
    std::uint32_t same = 0; // links to the same sector as this one
    for (std::uint32_t k = 0; k < n; k += same) {
        const std::uint8_t from = e.links.sector[first + k];
        for (same = 0; k + same < n && e.links.sector[first + k + same] == from;) ++same;
        for (std::uint32_t i = k; i < k + same; ++i) {
            const auto supplier = draw_supplier(e, draws, choice, row, from, i, month);
            net.target[first + i] = supplier == no_supplier ? static_cast<std::uint32_t>(row) : supplier;
        }
        share_volume(e, row, first + k, first + k + same, plans.link_share() * e.technology.input(from, sector));
    }
}

} // namespace rongtong
