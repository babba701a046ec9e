// data/esri: a chain of four firms and a star of substitutes, both worked out by hand in fractions (expected.csv).
#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <random>

#include "analysis/resilience/esri.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "sim/error.hpp"
#include "sim/parallel.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;

namespace {

const std::filesystem::path cases = std::filesystem::path(RONGTONG_SOURCE_DIR) / "tests/analysis/data/esri";

double fraction(const std::string& text)
{
    const auto bar = text.find('/');
    return bar == text.npos ? std::stod(text) : std::stod(text.substr(0, bar)) / std::stod(text.substr(bar + 1));
}

void check_case(const char* name)
{
    const auto network = network_of_folder(cases / name);
    const auto values = esri(network, {0, {}});
    const CsvTable expected(cases / name / "expected.csv");
    REQUIRE(expected.rows() == network.firms.size());
    for (std::size_t i = 0; i < expected.rows(); ++i) {
        INFO(name << " " << expected.texts("id")[i]);
        CHECK(network.firms[i] == expected.texts("id")[i]);
        CHECK(values[i] == Approx(fraction(expected.texts("esri")[i])).epsilon(1e-12));
    }
}

// Random, but the same everywhere: the raw words of a Mersenne twister.
SupplyNetwork some_network(std::uint32_t firms, std::uint32_t sectors, std::size_t links)
{
    std::mt19937 luck(7);
    SupplyNetwork network;
    for (std::uint32_t i = 0; i < firms; ++i) {
        network.firms.push_back(std::to_string(i));
        network.sector.push_back(i % sectors);
    }
    for (std::uint32_t s = 0; s < sectors; ++s) network.sectors.push_back(std::to_string(s));
    for (std::uint32_t i = 0; i < sectors * sectors; ++i) network.essential.push_back(luck() % 3 == 0);
    for (std::size_t i = 0; i < links; ++i) {
        const auto supplier = static_cast<std::uint32_t>(luck() % firms),
                   buyer = static_cast<std::uint32_t>(luck() % firms);
        if (supplier != buyer) network.links.push_back({supplier, buyer, static_cast<double>(1 + luck() % 1000)});
    }
    order_links(network);
    return network;
}

// The definition as it stands, all firms at once, in full.
double by_definition(const SupplyNetwork& n, std::uint32_t closed, double stop)
{
    const std::size_t firms = n.firms.size();
    std::vector<double> out(firms), in(firms), d(firms, 1), u(firms, 1);
    for (const auto& l : n.links) out[l.supplier] += l.value, in[l.buyer] += l.value;
    d[closed] = u[closed] = 0;
    for (int step = 0; step < 10000; ++step) {
        std::vector<double> left(n.sectors.size()), nd(firms, 1), nu(firms, 1), others(firms);
        std::vector<std::vector<double>> product(firms, std::vector<double>(n.sectors.size())), bought = product;
        for (std::size_t i = 0; i < firms; ++i) left[n.sector[i]] += out[i] * d[i];
        for (const auto& l : n.links) bought[l.buyer][n.sector[l.supplier]] += l.value;
        for (const auto& l : n.links) {
            const double supply = left[n.sector[l.supplier]];
            const double sigma = supply > 1e-9 ? std::min(1.0, out[l.supplier] / supply) : 1;
            const double lost = sigma * (1 - d[l.supplier]) * l.value;
            if (n.is_essential(l.supplier, l.buyer))
                product[l.buyer][n.sector[l.supplier]] += lost / bought[l.buyer][n.sector[l.supplier]];
            else others[l.buyer] += lost / in[l.buyer];
            nu[l.supplier] -= l.value / out[l.supplier] * (1 - u[l.buyer]);
        }
        double fall = 0;
        for (std::size_t i = 0; i < firms; ++i) {
            nd[i] = 1 - others[i];
            for (const double loss : product[i]) nd[i] = std::min(nd[i], 1 - loss);
            nd[i] = i == closed ? 0 : std::max(0.0, nd[i]);
            nu[i] = i == closed ? 0 : std::max(0.0, nu[i]);
            fall = std::max({fall, d[i] - nd[i], u[i] - nu[i]});
        }
        d = nd, u = nu;
        if (fall <= stop) break;
    }
    double sum = 0, all = 0;
    for (std::size_t i = 0; i < firms; ++i) sum += out[i] * (1 - std::min(d[i], u[i])), all += out[i];
    return sum / all;
}

} // namespace

TEST_CASE("ESRI of the chain and of the star")
{
    check_case("chain");
    check_case("star");
}

TEST_CASE("ESRI by what can be reached equals the definition in full, at any stop")
{
    const auto network = some_network(60, 5, 260);
    for (const double stop : {0.05, 0.01, 1e-3}) {
        const auto values = esri(network, {stop, {}});
        for (std::uint32_t i = 0; i < 60; ++i) {
            INFO("firm " << i << ", stop " << stop);
            CHECK(values[i] == Approx(by_definition(network, i, stop)).epsilon(1e-9).margin(1e-12));
        }
    }
}

TEST_CASE("ESRI is the same for any number of threads, and rises as the stop falls")
{
    const auto network = some_network(300, 10, 1500);
    const auto at = [&](int threads, double stop) {
        return with_threads(threads, [&] { return esri(network, {stop, {}}); });
    };
    const auto one = at(1, 0.01);
    CHECK(one == at(3, 0.01));
    CHECK(one == at(7, 0.01));
    const auto fine = at(2, 1e-3);
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(fine[i] >= one[i]);
}

TEST_CASE("other weights, and some firms alone")
{
    const auto network = network_of_folder(cases / "chain");
    EsriOptions options{0, {1, 1, 1, 1}};
    CHECK(esri(network, options)[1] == Approx((0.5 + 1 + 1 + 1) / 4)); // B closes: A loses 4/8, C and D all
    CHECK(esri_of(network, {2}, {0, {}}) == std::vector<double>{esri(network, {0, {}})[2]});
    CHECK(cascade(network, {1}, 0)[0] == Approx(0.5));
}

TEST_CASE("a network in files: all that is wrong at once")
{
    const Scratch folder;
    std::ofstream(folder / "edges.csv") << "supplier,buyer,weight\nA,B,1\nA,X,2\nB,A,-1\n";
    std::ofstream(folder / "firms.csv") << "id,sector\nA,s\nB,t\nB,t\n";
    std::ofstream(folder / "essential.csv") << "sector_supplier,sector_buyer,essential\ns,t,2\n";
    CHECK_THROWS_WITH(network_of_folder(folder.path), Catch::Contains("firm 'B' stands there twice") &&
                                                          Catch::Contains("line 3: there is no firm 'X'") &&
                                                          Catch::Contains("line 4: expected a weight") &&
                                                          Catch::Contains("essential is 1 or 0"));
}
