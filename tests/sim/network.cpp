#include "sim/network.hpp"

#include "sim/checkpoint.hpp"
#include "sim/draws.hpp"
#include "sim/hash.hpp"
#include "sim/parallel.hpp"
#include "tests/sim/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace rongtong;
using Edges = std::vector<std::uint32_t>;

namespace {

// Row r has the edges to targets[r].
Network network(const std::vector<Edges>& targets)
{
    Network n;
    for (const auto& row : targets) {
        n.first.push_back(static_cast<std::uint32_t>(n.target.size()));
        n.count.push_back(static_cast<std::uint32_t>(row.size()));
        n.target.insert(n.target.end(), row.begin(), row.end());
    }
    n.build_incoming();
    return n;
}

Network random_network(std::uint32_t rows)
{
    const Draws draws(1, 0);
    std::vector<Edges> targets(rows);
    for (std::uint32_t r = 0; r < rows; ++r)
        for (std::uint32_t k = 0; k < r % 13; ++k) // squared: a few rows are sought by many
            targets[r].push_back(static_cast<std::uint32_t>(
                std::pow(to_uniform(draws.words(r, 0, Purpose::link_supplier, k)[0]), 2.0) * rows));
    return network(targets);
}

Edges incoming(const Network& n, std::size_t row)
{
    const auto edges = n.incoming(row);
    return {edges.begin(), edges.end()};
}

// Every edge stands once in the list of the row it points to, and nowhere else.
bool ways_agree(const Network& n)
{
    std::vector<int> seen(n.edges());
    for (std::size_t r = 0; r < n.rows(); ++r)
        for (auto e : n.incoming(r)) {
            if (e >= n.edges() || n.target[e] != r) return false;
            ++seen[e];
        }
    return std::ranges::all_of(seen, [](int times) { return times == 1; });
}

std::uint64_t hash_of(const Network& n)
{
    StateHash hash;
    for_each_column(n, [&](std::string_view name, const auto& column) {
        hash.add(name);
        hash.add(column);
    });
    return hash.value();
}

} // namespace

TEST_CASE("The way back lists the edges that point to a row, ascending")
{
    const Network n = network({{1, 2}, {2}, {0, 1, 2}, {}});
    CHECK(n.rows() == 4);
    CHECK(n.edges() == 6);
    CHECK(incoming(n, 0) == Edges{3});
    CHECK(incoming(n, 1) == Edges{0, 4});
    CHECK(incoming(n, 2) == Edges{1, 2, 5});
    CHECK(incoming(n, 3).empty());
}

TEST_CASE("The way back is the same on any number of threads")
{
    Network n = random_network(50'000);
    REQUIRE(ways_agree(n));
    const auto expected = with_threads(1, [&] { return n.build_incoming(), hash_of(n); });
    for (int threads : {2, 3, 7})
        CHECK(with_threads(threads, [&] { return n.build_incoming(), hash_of(n); }) == expected);
    bool ascending = true;
    for (std::size_t r = 0; r < n.rows(); ++r) ascending = ascending && std::ranges::is_sorted(n.incoming(r));
    CHECK(ascending);
}

TEST_CASE("An edge that changes its target leaves one list and joins the other at its end")
{
    Network n = network({{1, 2}, {2}, {0, 1, 2}, {}});
    n.retarget(1, 1, true);
    CHECK(n.target[1] == 1);
    CHECK(incoming(n, 2) == Edges{2, 5});
    CHECK(incoming(n, 1) == Edges{0, 4, 1});
    n.retarget(0, 3, true);
    CHECK(incoming(n, 3) == Edges{0});
    CHECK(ways_agree(n));
    n.build_incoming(); // in order again
    CHECK(incoming(n, 1) == Edges{1, 4});
}

TEST_CASE("The list of a row that is gone is left as it is")
{
    Network n = network({{1}, {}});
    n.retarget(0, 0, false);
    CHECK(incoming(n, 0) == Edges{0});
    CHECK(incoming(n, 1) == Edges{0});
}

TEST_CASE("A list may outgrow its room again and again without harm to its neighbours")
{
    Network n = random_network(2'000);
    Edges all;
    for (std::uint32_t e = 0; e < n.edges(); ++e)
        if (e % 3 == 0) n.retarget(e, 1'000, true);
    for (std::uint32_t e = 0; e < n.edges(); ++e)
        if (n.target[e] == 1'000) all.push_back(e);
    CHECK(ways_agree(n));
    Edges list = incoming(n, 1'000);
    std::ranges::sort(list);
    CHECK(list == all);
}

TEST_CASE("New rows take the last edges")
{
    Network n = network({{1}, {0}});
    n.reserve(1, 2);
    n.target.insert(n.target.end(), {0, 1});
    n.append_row(2);
    n.attach(2);
    n.attach(3);
    CHECK(n.rows() == 3);
    CHECK(n.first[2] == 2);
    CHECK(n.count[2] == 2);
    CHECK(incoming(n, 0) == Edges{1, 2});
    CHECK(incoming(n, 1) == Edges{0, 3});
    n.retarget(0, 2, true);
    CHECK(incoming(n, 2) == Edges{0});
    CHECK(ways_agree(n));
}

TEST_CASE("A network survives a checkpoint, with its edits")
{
    const test::TempFolder folder;
    Network n = random_network(1'000), back;
    for (std::uint32_t e = 0; e < n.edges(); e += 7) n.retarget(e, e % 1'000, true);
    CheckpointWriter writer;
    for_each_column(n, [&](std::string_view name, auto& column) { writer.add(name, column); });
    writer.save(folder / "c");
    CheckpointReader reader(folder / "c");
    for_each_column(back, [&](std::string_view name, auto& column) { reader.get(name, column); });
    CHECK(hash_of(back) == hash_of(n));
    CHECK(ways_agree(back));
}
