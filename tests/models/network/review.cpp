// The review of links: who is tried, and what becomes of it (models/network/review.hpp).
#include "models/network/review.hpp"

#include "tests/models/network/living.hpp"

#include <map>
#include <tuple>

using namespace rongtong;

namespace {

Setup reviewing(std::uint64_t firms, double share = 0.3)
{
    Setup setup = living(small_setup(firms));
    setup.parameters.review.share = share;
    return setup;
}

// Links that lead somewhere, with what goes on over them.
using Known = std::tuple<std::size_t, std::uint32_t, float, std::uint8_t, std::int64_t>;
std::map<Known, int> known_links(const Economy& e)
{
    std::map<Known, int> all;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) {
            if (e.links.stage[edge] != LinkStage::place)
                ++all[{row, e.links.network.target[edge], e.links.coef[edge], e.links.days[edge],
                       e.links.owed(edge).fen}];
        });
    return all;
}

std::size_t places(const Economy& e)
{
    return static_cast<std::size_t>(std::count(e.links.stage.begin(), e.links.stage.end(), LinkStage::place));
}

// A place behind a link whose supplier is in another region than its buyer, and its buyer.
std::pair<std::size_t, std::uint32_t> place_behind_crossing(const Economy& e)
{
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for (auto edge : e.links.network.outgoing(row))
            if (e.links.stage[edge] == LinkStage::place && edge > e.links.network.first[row] &&
                e.links.coef[edge - 1] > 0 && region_of(e, e.links.network.target[edge - 1]) != region_of(e, row))
                return {row, edge};
    throw std::runtime_error("no place behind a link across a border");
}

// Puts another firm of the same product at the place, as a trial with no volume yet.
std::uint32_t put_trial(Economy& e, std::uint32_t place, bool same_region)
{
    const auto present = e.links.network.target[place - 1];
    for (std::uint32_t row = 0; row < e.firms.rows(); ++row)
        if (row != present && row != e.links.network.target[place] && sector_of(e, row) == e.links.sector[place] &&
            (region_of(e, row) == region_of(e, present)) == same_region) {
            e.links.network.retarget(place, row, true);
            e.links.stage[place] = LinkStage::trial;
            return row;
        }
    throw std::runtime_error("nobody to try");
}

} // namespace

TEST_CASE("what an offer weighs, what trust adds and how a trial grows, by hand", "[review]")
{
    DemandRules demand{};
    demand.substitution = 2, demand.reliability_weight = 1, demand.quality_weight = 1;
    ReviewRules rules{};
    rules.distance = 0.1, rules.trust = 0.3, rules.trust_months = 24, rules.trial = 0.125;
    CHECK(weight_of_offer(1, 1, 1, demand) == Approx(1));
    CHECK(weight_of_offer(1.1, 0.9, 1.2, demand) == Approx(-2 * std::log(1.1) + 0.9 + std::log(1.2)));
    CHECK(weight_of_distance(0, rules) == 0);
    CHECK(weight_of_distance(900, rules) == Approx(-0.1 * std::log(10.0)));
    CHECK(trust_of(0, rules) == 0);
    CHECK(trust_of(24, rules) == Approx(0.3 * (1 - std::exp(-1.0))));
    CHECK(trial_share(0, rules) == 0.125);
    CHECK(trial_share(2, rules) == 0.5);
    CHECK(trial_share(3, rules) == 1);
    rules.trial = 0.2; // 0.2, 0.4, 0.8 is nearly all
    CHECK(trial_share(1, rules) == Approx(0.4));
    CHECK(trial_share(2, rules) == 1);
}

TEST_CASE("places for trials lie behind the links that they are for, and change no link", "[review]")
{
    Setup without = reviewing(2000, 0), with = reviewing(2000, 0.3);
    const Economy a = start_economy(without), b = start_economy(with);
    CHECK(places(a) == 0);
    const double share = static_cast<double>(places(b)) / static_cast<double>(a.links.network.edges());
    CHECK(share == Approx(0.3).margin(0.02));
    CHECK(known_links(a) == known_links(b));
    for (std::size_t row = 0; row < b.firms.rows(); ++row)
        for_links(b, row, [&](std::uint32_t edge) {
            if (b.links.stage[edge] != LinkStage::place) return;
            REQUIRE(edge > b.links.network.first[row]);
            CHECK(b.links.sector[edge] == b.links.sector[edge - 1]);
            CHECK(b.links.network.target[edge] == row);
            CHECK(b.links.coef[edge] == 0);
        });
}

TEST_CASE("January takes places away that nobody used, and lays others", "[review]")
{
    Economy e = after(reviewing(1000), 11);
    const auto before = known_links(e);
    const std::size_t old = places(e);
    const auto sorted = [&] {
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            const auto first = e.links.sector.begin() + e.links.network.first[row];
            if (!std::is_sorted(first, first + e.links.network.count[row])) return false;
        }
        return true;
    };
    CHECK(sorted());
    const Draws draws(e.setup.seed, e.setup.replicate);
    e.month = 12;
    lay_places(e, draws);
    e.links.network.build_incoming();
    CHECK(known_links(e) == before);
    CHECK(sorted());
    CHECK(places(e) > 0);
    CHECK(places(e) != old);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] == FirmState::active)
            for (auto edge : e.links.network.incoming(row)) REQUIRE(e.links.network.target[edge] == row);
}

TEST_CASE("a trial takes its share of the volume, of the stock and of what crosses a border, and gives it back",
          "[review]")
{
    for (const bool same_region : {true, false}) {
        Economy e = start_economy(reviewing(2000));
        const auto [row, edge] = place_behind_crossing(e);
        const std::uint32_t known = edge - 1;
        const double coef = e.links.coef[known], stock = e.links.flow[known].stock, border = e.firms.border_coef[row];
        const auto tried = put_trial(e, edge, same_region);
        const double worth = e.firms.worth[tried] / e.firms.worth[e.links.network.target[known]];
        split_volume(e, row, edge, 0.25);
        CHECK(e.links.coef[edge] == Approx(0.25 * coef * worth));
        CHECK(e.links.coef[known] == Approx(0.75 * coef));
        CHECK(e.links.flow[edge].stock == Approx(0.25 * stock));
        CHECK(e.links.flow[edge].stock + e.links.flow[known].stock == Approx(stock));
        const double now_across = region_of(e, tried) == region_of(e, row) ? 0 : 0.25 * coef * worth;
        CHECK(e.firms.border_coef[row] == Approx(border - 0.25 * coef + now_across).margin(1e-7));
        split_volume(e, row, edge, 0);
        CHECK(e.links.coef[known] == Approx(coef));
        CHECK(e.links.coef[edge] == 0);
        CHECK(e.firms.border_coef[row] == Approx(border).margin(1e-6));
    }
}

TEST_CASE("a trial that does well doubles and takes all, one that does not ends", "[review]")
{
    for (const bool better : {true, false}) {
        Economy e = after(reviewing(2000), 1);
        const auto [row, edge] = place_behind_crossing(e);
        const double coef = e.links.coef[edge - 1];
        const auto tried = put_trial(e, edge, true);
        split_volume(e, row, edge, 0.125);
        e.firms.quality[tried] = e.firms.quality[e.links.network.target[edge - 1]] * (better ? 3.0f : 0.3f);
        const auto months = static_cast<std::int32_t>(e.setup.parameters.review.trial_months);
        e.month = months * 1000 - static_cast<std::int32_t>(e.firms.id[row] % static_cast<std::uint64_t>(months));
        e.sums.assign(e.groups.size(), FirmSums{});
        e.work.link_changes.resize(64);
        show_suppliers(e);
        for (int k = 0; k < 3; ++k) look_at_trials(e);
        const FirmSums& s = e.sums[e.firms.group[row]];
        if (better) {
            CHECK(e.links.stage[edge] == LinkStage::settled);
            CHECK(e.links.coef[edge - 1] == 0);
            CHECK(s.suppliers_left == 1);
            CHECK(s.trials_failed == 0);
        } else {
            CHECK(e.links.coef[edge - 1] == Approx(coef));
            CHECK(s.suppliers_left == 0);
            CHECK(s.trials_failed == 1);
        }
        // Once nothing is owed, the link that was left is a place again.
        const std::uint32_t left = better ? edge - 1 : edge;
        if (better) CHECK(e.links.stage[left] == LinkStage::leaving);
        e.links.clear_debt(left);
        look_at_trials(e);
        CHECK(e.links.stage[left] == LinkStage::place);
        CHECK(e.links.network.target[left] == row);
    }
}

TEST_CASE("when a supplier goes, the one that is tried takes its place", "[review]")
{
    Economy e = start_economy(reviewing(2000));
    const auto [row, edge] = place_behind_crossing(e);
    const double coef = e.links.coef[edge - 1];
    const auto tried = put_trial(e, edge, true);
    split_volume(e, row, edge, 0.125);
    const double worth = e.firms.worth[tried] / e.firms.worth[e.links.network.target[edge - 1]];
    CHECK(settle_lost_trial(e, row, edge - 1));
    CHECK(e.links.stage[edge] == LinkStage::settled);
    CHECK(e.links.coef[edge] == Approx(coef * worth));
    CHECK(e.links.stage[edge - 1] == LinkStage::place);
    CHECK_FALSE(settle_lost_trial(e, row, edge)); // an ordinary link again: somebody must be found
}
