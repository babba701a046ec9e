#include "analysis/resilience/esri.hpp"

#include <algorithm>
#include <memory>
#include <numeric>

#include "sim/parallel.hpp"

namespace rongtong {

namespace {

constexpr int most_steps = 100'000;

struct Purchase {
    std::uint32_t product; // the supplier's sector
    bool essential;
    double share; // L: in purchases of the product, or in all
};

// What every cascade reads: links by buyer (in it by product) and by supplier. Suppliers stand apart from what else is known of
// a purchase, since most of them are looked at and passed over.
struct Graph {
    std::size_t firms = 0, sectors = 0;
    std::vector<std::uint32_t> sector;
    std::vector<std::size_t> first_purchase, first_sale; // by firm, one more than firms
    std::vector<std::uint32_t> suppliers;                // of the purchases
    std::vector<Purchase> purchases;
    std::vector<double> claims; // of the purchases, U: share in the supplier's sales
    std::vector<std::uint32_t> buyers;
    std::vector<double> sales, sector_sales, weights;
    double all_weights = 0;
};

void set_shares(const SupplyNetwork& network, Graph& g)
{
    std::vector<double> bought(g.firms), of_product(g.sectors);
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
            g.suppliers.push_back(link.supplier);
            g.purchases.push_back({g.sector[link.supplier], essential, link.value / whole});
            g.claims.push_back(link.value / g.sales[link.supplier]);
        }
        for (std::size_t i = begin; i < end; ++i) of_product[g.sector[network.links[i].supplier]] = 0;
        begin = end;
    }
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
            up_loss_[firm] = 0;
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
        double worst = 1, others = 0, product_loss = 0;
        std::uint32_t product = 0;
        const auto end = g_.first_purchase[buyer + 1];
        for (auto i = g_.first_purchase[buyer]; i < end; ++i) {
            const auto supplier = g_.suppliers[i];
            if (!fell_[supplier]) continue;
            const auto& p = g_.purchases[i];
            if (p.product != product) {
                worst = std::min(worst, 1 - product_loss);
                product_loss = 0;
                product = p.product;
            }
            const double loss = replaceability(supplier) * p.share * (1 - down_[supplier]);
            (p.essential ? product_loss : others) += loss;
        }
        return std::max(0.0, std::min({worst, 1 - product_loss, 1 - others}));
    }

    // Buyers of damaged firms in sectors whose supply changed: all that can come out otherwise than before.
    double step_down()
    {
        std::vector<std::uint32_t>& sectors = work_sectors_;
        sectors.clear();
        for (const auto firm : changed_down_)
            if (!sector_changed_[g_.sector[firm]])
                sector_changed_[g_.sector[firm]] = true, sectors.push_back(g_.sector[firm]);
        changed_down_.clear();
        candidates_.clear();
        if (!sectors.empty())
            for (const auto firm : damaged_) {
                if (!sector_changed_[g_.sector[firm]]) continue;
                for (auto i = g_.first_sale[firm]; i < g_.first_sale[firm + 1]; ++i)
                    if (!listed_[g_.buyers[i]]) listed_[g_.buyers[i]] = true, candidates_.push_back(g_.buyers[i]);
            }
        fresh_.clear();
        for (const auto firm : candidates_) {
            listed_[firm] = false;
            fresh_.push_back({firm, supply_of(firm)});
        }
        for (const auto sector : sectors) sector_changed_[sector] = false;
        double fall = 0;
        for (const auto& [firm, value] : fresh_) {
            if (!(value < down_[firm])) continue;
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
    std::vector<double> down_, up_, up_loss_;
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
