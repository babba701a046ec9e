// Links that a start is given: what does not fit is cut, what is missing is drawn.
#include "models/start/given_links.hpp"
#include "scenarios/start_notes.hpp"

#include "tests/models/own_tables.hpp"

using namespace rongtong;

TEST_CASE("links beyond inputs or sales are cut in proportion, and others get what is left")
{
    const Economy before = start_economy(small_setup(1500));
    OwnData data = tables_of(before);
    for (auto& l : data.links) l.value = Money(20 * l.value->fen + 100);
    const Economy e = start_economy(given(small_setup(1500), data));
    const GivenLinks links(e);
    CHECK(links.cuts().size() > 100);
    std::vector<double> sold(e.firms.rows());
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        INFO("row " << row);
        REQUIRE(e.firms.basket_coef[row] >= 0);
        for_links(e, row,
                  [&](std::uint32_t edge) { sold[e.links.network.target[edge]] += e.links.flow[edge].ordered; });
    }
    for (std::size_t row = 0; row < e.firms.rows(); ++row) REQUIRE(sold[row] <= 0.995 * e.firms.expected[row] + 1e-9);
    const auto notes = start_notes(e);
    const auto said = [&](const char* words) {
        return std::any_of(notes.begin(), notes.end(),
                           [&](auto& note) { return note.find(words) != std::string::npos; });
    };
    CHECK(said("buyers order more over their links than the domestic inputs"));
    CHECK(said("links carry more of"));
    CHECK(said("suppliers order more than 0.99") == (links.cuts().back().room == RoomOf::sales));
}

TEST_CASE("a buyer that is not listed draws its links, and a value that is not given is that of a drawn link")
{
    const Setup setup = without_edges(small_setup(1500));
    const Economy before = start_economy(setup);
    OwnData data = tables_of(before);
    const std::uint32_t listed = data.links.front().buyer;
    data.links.erase(std::find_if(data.links.begin(), data.links.end(), [&](auto& l) { return l.buyer != listed; }),
                     data.links.end());
    const std::size_t count = data.links.size();
    data.links.front().value.reset();
    const Economy e = start_economy(given(setup, data));
    CHECK(e.links.network.count[listed] == count);
    CHECK(e.links.network.count[listed + 1] == before.links.network.count[listed + 1]);
    const auto edge = e.links.network.first[listed];
    CHECK(e.links.coef[edge] > 0);
    std::size_t same = 0;
    for_links(e, listed, [&](std::uint32_t other) { same += e.links.sector[other] == e.links.sector[edge]; });
    const double drawn = setup.parameters.network.link_share *
                         e.technology.input(e.links.sector[edge], sector_of(e, listed)) / static_cast<double>(same);
    CHECK(e.links.coef[edge] <= Approx(drawn).epsilon(1e-6));
}
