#include "analysis/resilience/esri.hpp"

#include <algorithm>
#include <memory>
#include <numeric>

#include "sim/parallel.hpp"

namespace rongtong {

namespace {

constexpr int most_steps = 100'000;

// Purchases of one product by one firm.
struct Input {
    std::size_t end; // behind the last of them
    bool essential;
};

// What every cascade reads: links by buyer (in it by product) and by supplier.
struct Graph {
    std::size_t firms = 0, sectors = 0;
    std::vector<std::uint32_t> sector;
    std::vector<std::size_t> first_purchase, first_input, first_sale; // by firm, one more than firms
    std::vector<std::uint32_t> suppliers;                             // of the purchases
    std::vector<double> shares; // of the purchases, L: in purchases of the product, or in all
    std::vector<double> claims; // of the purchases, U: share in the supplier's sales
    std::vector<Input> inputs;
    std::vector<std::uint32_t> buyers;
    std::vector<double> sales, sector_sales, weights;
    double all_weights = 0;
};

void set_shares(const SupplyNetwork& network, Graph& g)
{
    std::vector<double> bought(g.firms), of_product(g.sectors);
    g.first_input.assign(g.firms + 1, 0);
    for (const auto& link : network.links) bought[link.buyer] += link.value;
    for (std::size_t begin = 0; begin < network.links.size();) {
        std::size_t end = begin;
        const auto buyer = network.links[begin].buyer;
        for (; end < network.links.size() && network.links[end].buyer == buyer; ++end)
            of_product[g.sector[network.links[end].supplier]] += network.links[end].value;
        for (std::size_t i = begin; i < end; ++i) {
            const auto& link = network.links[i];
            const bool essential = network.is_essential(link.supplier, buyer);
            const double whole = essential ? of_product[g.sector[link.supplier]] : bought[buyer];
            if (i == begin || g.sector[link.supplier] != g.sector[network.links[i - 1].supplier])
                g.inputs.push_back({i, essential});
            g.inputs.back().end = i + 1;
            g.suppliers.push_back(link.supplier);
            g.shares.push_back(link.value / whole);
            g.claims.push_back(link.value / g.sales[link.supplier]);
        }
        g.first_input[buyer + 1] = g.inputs.size();
        for (std::size_t i = begin; i < end; ++i) of_product[g.sector[network.links[i].supplier]] = 0;
        begin = end;
    }
    for (std::size_t i = 1; i <= g.firms; ++i) g.first_input[i] = std::max(g.first_input[i], g.first_input[i - 1]);
}

Graph graph_of(const SupplyNetwork& network, const EsriOptions& options)
{
    Graph g;
    g.firms = network.firms.size();
    g.sectors = network.sectors.size();
    g.sector = network.sector;
    g.sales.resize(g.firms);
    g.sector_sales.resize(g.sectors);
    g.first_purchase.resize(g.firms + 1);
    g.first_sale.resize(g.firms + 1);
    for (const auto& link : network.links) {
        g.sales[link.supplier] += link.value;
        ++g.first_purchase[link.buyer + 1];
        ++g.first_sale[link.supplier + 1];
    }
    std::partial_sum(g.first_purchase.begin(), g.first_purchase.end(), g.first_purchase.begin());
    std::partial_sum(g.first_sale.begin(), g.first_sale.end(), g.first_sale.begin());
    for (std::size_t i = 0; i < g.firms; ++i) g.sector_sales[g.sector[i]] += g.sales[i];
    set_shares(network, g);
    g.buyers.resize(network.links.size());
    auto next = g.first_sale;
    for (const auto& link : network.links) g.buyers[next[link.supplier]++] = link.buyer;
    g.weights = options.weights.empty() ? g.sales : options.weights;
    g.all_weights = std::accumulate(g.weights.begin(), g.weights.end(), 0.0);
    return g;
}

// One cascade after another in the same memory: what one touches it puts back.
class Cascade {
public:
    explicit Cascade(const Graph& graph)
        : g_(graph),
          down_(graph.firms, 1),
          up_(graph.firms, 1),
          up_loss_(graph.firms, 0),
          hit_(graph.firms, 0),
          closed_(graph.firms, false),
          seen_(graph.firms, false),
          listed_(graph.firms, false),
          fell_(graph.firms, false),
          left_(graph.sector_sales),
          sector_changed_(graph.sectors, false)
    {}

    double run(const std::vector<std::uint32_t>& closed, double stop)
    {
        begin(closed);
        for (int step = 0; step < most_steps; ++step) {
            const double fall_down = step_down(), fall_up = step_up();
            if (std::max(fall_down, fall_up) <= stop) break;
        }
        const double lost = loss();
        return lost;
    }
    double left_of(std::uint32_t firm) const { return std::min(down_[firm], up_[firm]); }

    void put_back()
    {
        for (const auto firm : touched_) {
            down_[firm] = up_[firm] = 1;
            up_loss_[firm] = hit_[firm] = 0;
            closed_[firm] = seen_[firm] = fell_[firm] = false;
            left_[g_.sector[firm]] = g_.sector_sales[g_.sector[firm]];
        }
        touched_.clear();
        damaged_.clear();
        changed_down_.clear();
        changed_up_.clear();
    }

private:
    struct New {
        std::uint32_t firm;
        double value;
    };

    void touch(std::uint32_t firm)
    {
        if (seen_[firm]) return;
        seen_[firm] = true;
        touched_.push_back(firm);
    }

    void begin(const std::vector<std::uint32_t>& closed)
    {
        for (const auto firm : closed) {
            if (closed_[firm]) continue;
            touch(firm);
            closed_[firm] = true;
            changed_up_.push_back({firm, up_[firm]});
            up_[firm] = 0;
            lower(firm, 0);
        }
    }

    // Downstream state of a firm; its sector's supply falls with it.
    void lower(std::uint32_t firm, double value)
    {
        if (!fell_[firm]) fell_[firm] = true, damaged_.push_back(firm);
        left_[g_.sector[firm]] -= g_.sales[firm] * (down_[firm] - value);
        down_[firm] = value;
        changed_down_.push_back(firm);
    }

    double replaceability(std::uint32_t supplier) const
    {
        const double left = left_[g_.sector[supplier]];
        // What rounding leaves of nothing is nothing.
        if (left <= 1e-12 * g_.sector_sales[g_.sector[supplier]] || g_.sales[supplier] >= left) return 1;
        return g_.sales[supplier] / left;
    }

    double supply_of(std::uint32_t buyer) const
    {
        if (closed_[buyer]) return 0;
        double worst = 0, others = 0;
        auto i = g_.first_purchase[buyer];
        for (auto k = g_.first_input[buyer]; k < g_.first_input[buyer + 1]; ++k) {
            double loss = 0;
            for (; i < g_.inputs[k].end; ++i) loss += hit_[g_.suppliers[i]] * g_.shares[i];
            if (g_.inputs[k].essential) worst = std::max(worst, loss);
            else others += loss;
        }
        return std::max(0.0, 1 - std::max(worst, others));
    }

    // What a purchase of the whole loses by its supplier; of those that fell in sectors whose supply changed. Returns to how many
    // buyers that matters, each counted as often as it buys.
    std::size_t set_hits()
    {
        std::size_t reach = 0;
        for (const auto firm : damaged_) {
            if (!sector_changed_[g_.sector[firm]]) continue;
            hit_[firm] = replaceability(firm) * (1 - down_[firm]);
            reach += g_.first_sale[firm + 1] - g_.first_sale[firm];
        }
        return reach;
    }

    // Buyers of damaged firms in sectors whose supply changed: all that can come out otherwise than before.
    void list_candidates()
    {
        for (const auto firm : damaged_) {
            if (!sector_changed_[g_.sector[firm]]) continue;
            for (auto i = g_.first_sale[firm]; i < g_.first_sale[firm + 1]; ++i)
                if (!listed_[g_.buyers[i]]) listed_[g_.buyers[i]] = true, candidates_.push_back(g_.buyers[i]);
        }
        for (const auto firm : candidates_) listed_[firm] = false;
    }

    void look_at(std::uint32_t firm)
    {
        const double value = supply_of(firm);
        if (value < down_[firm]) fresh_.push_back({firm, value});
    }

    // Where many can come out otherwise, all are looked at, in the order in which they lie in memory: that is quicker than listing them.
    double step_down()
    {
        constexpr std::size_t many = 4; // a quarter of all links
        for (const auto firm : changed_down_)
            if (!sector_changed_[g_.sector[firm]])
                sector_changed_[g_.sector[firm]] = true, work_sectors_.push_back(g_.sector[firm]);
        changed_down_.clear();
        candidates_.clear();
        fresh_.clear();
        if (const auto reach = set_hits(); many * reach > g_.suppliers.size())
            for (std::uint32_t firm = 0; firm < g_.firms; ++firm) look_at(firm);
        else if (reach > 0) {
            list_candidates();
            for (const auto firm : candidates_) look_at(firm);
        }
        for (const auto sector : work_sectors_) sector_changed_[sector] = false;
        work_sectors_.clear();
        double fall = 0;
        for (const auto& [firm, value] : fresh_) {
            fall = std::max(fall, down_[firm] - value);
            touch(firm);
            lower(firm, value);
        }
        return fall;
    }

    // Suppliers of firms whose demand fell lose their part of it.
    double step_up()
    {
        candidates_.clear();
        for (const auto& [buyer, before] : changed_up_) {
            const double drop = before - up_[buyer];
            for (auto i = g_.first_purchase[buyer]; i < g_.first_purchase[buyer + 1]; ++i) {
                const auto supplier = g_.suppliers[i];
                up_loss_[supplier] += g_.claims[i] * drop;
                touch(supplier);
                if (!listed_[supplier]) listed_[supplier] = true, candidates_.push_back(supplier);
            }
        }
        changed_up_.clear();
        double fall = 0;
        for (const auto firm : candidates_) {
            listed_[firm] = false;
            const double value = closed_[firm] ? 0 : std::max(0.0, 1 - up_loss_[firm]);
            if (!(value < up_[firm])) continue;
            fall = std::max(fall, up_[firm] - value);
            changed_up_.push_back({firm, up_[firm]});
            up_[firm] = value;
        }
        return fall;
    }

    double loss() const
    {
        double sum = 0;
        for (const auto firm : touched_) sum += g_.weights[firm] * (1 - left_of(firm));
        return sum / g_.all_weights;
    }

    const Graph& g_;
    std::vector<double> down_, up_, up_loss_, hit_;   // hit_: sigma (1 - down) of suppliers that fell
    std::vector<char> closed_, seen_, listed_, fell_; // fell_: downstream, by whatever little
    std::vector<double> left_;                        // by sector: sales that are left downstream
    std::vector<char> sector_changed_;
    std::vector<std::uint32_t> touched_, damaged_, changed_down_, candidates_, work_sectors_;
    std::vector<New> changed_up_, fresh_; // changed_up_: value before
};

} // namespace

std::vector<double> esri_of(const SupplyNetwork& network, const std::vector<std::uint32_t>& firms,
                            const EsriOptions& options)
{
    constexpr std::size_t block = 64; // some firms take a thousand times as long as others
    const Graph graph = graph_of(network, options);
    std::vector<double> result(firms.size(), 0);
    if (!(graph.all_weights > 0)) return result;
    std::vector<std::unique_ptr<Cascade>> cascades(thread_slots());
    for_blocks(
        firms.size(),
        [&](std::size_t begin, std::size_t end, std::size_t) {
            auto& cascade = cascades[thread_slot()];
            if (!cascade) cascade = std::make_unique<Cascade>(graph);
            for (std::size_t i = begin; i < end; ++i) {
                result[i] = cascade->run({firms[i]}, options.stop);
                cascade->put_back();
            }
        },
        block);
    return result;
}

std::vector<double> esri(const SupplyNetwork& network, const EsriOptions& options)
{
    std::vector<std::uint32_t> all(network.firms.size());
    std::iota(all.begin(), all.end(), 0u);
    return esri_of(network, all, options);
}

std::vector<double> cascade(const SupplyNetwork& network, const std::vector<std::uint32_t>& closed, double stop)
{
    const Graph graph = graph_of(network, {});
    Cascade one(graph);
    one.run(closed, stop);
    std::vector<double> left;
    for (std::uint32_t firm = 0; firm < network.firms.size(); ++firm) left.push_back(one.left_of(firm));
    return left;
}

} // namespace rongtong
