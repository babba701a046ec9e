// The labour market of researchers (models/labour/talent.hpp, move_talent.cpp).
#include "models/labour/talent.hpp"
#include "models/labour/hiring.hpp"

#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

namespace {

LabourMarket market(double force, double employed, double wage = 1)
{
    LabourMarket m;
    m.labour_force = force, m.employed_in_firms = employed, m.wage_index = wage;
    return m;
}

double force_of(const Economy& e, Labour kind)
{
    double sum = 0;
    for (const auto& m : e.labour.of(kind)) sum += m.labour_force;
    return sum;
}

Economy after_months(const Setup& setup, int months)
{
    Economy e = start_economy(setup);
    advance(e, months);
    return e;
}

} // namespace

TEST_CASE("workers become researchers where these earn more, and back, out of those without work")
{
    const TalentRules rules = default_parameters().talent;
    CHECK(trained(market(1000, 970, 1.1), market(5000, 4750), rules) ==
          Approx(rules.training / 12 * std::log(1.1) * 1000));
    CHECK(trained(market(1000, 970, 0.9), market(5000, 4750), rules) ==
          Approx(rules.training / 12 * std::log(0.9) * 1000));
    CHECK(trained(market(1000, 970), market(5000, 4750), rules) == 0);
    CHECK(trained(market(1000, 970, 10), market(5000, 4996), rules) == Approx(1)); // a quarter of four
    CHECK(trained(market(1000, 998, 0.1), market(5000, 4750), rules) == Approx(-0.5));
    CHECK(trained(market(1000, 1002, 0.1), market(5000, 4750), rules) == 0);
}

TEST_CASE("researchers look at pay, prices and the odds of work, and move for what is beyond friction")
{
    TalentRules rules = default_parameters().talent;
    rules.moves = 0.5;
    CHECK(prospects(market(1000, 900, 1.2), 1.1, 1.05) == Approx(std::log(0.9 * 1.1 * 1.2 / 1.05)));
    CHECK(movers(0.3, 0.3, 0, 1000, rules) == 0);
    CHECK(movers(0.3, 0.3, 0.5, 1000, rules) == Approx(0.5 * 0.15 * 1000));
    CHECK(movers(-0.3, 0.3, 1, 1000, rules) == 0);
    CHECK(movers(0.4, 0.3, 0, 1000, rules) == Approx(50));
    CHECK(share_of_talent(3, 12) == 0.25);
    CHECK(share_of_talent(3, 0) == 1);
}

TEST_CASE("at the start researchers are those of the research sector, and as many people are without work as before")
{
    const Economy e = start_economy(researching(5000));
    Setup without = researching(5000);
    without.parameters.talent.talent_switch = 0;
    const Economy other = start_economy(without);
    double employed = 0, all = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.technology.sectors[sector_of(e, row)].talent) employed += e.firms.workers[row];
    for (const auto& m : e.labour.of(Labour::talent)) {
        CHECK(m.unemployment() == Approx(0.03));
        all += m.employed_in_firms;
    }
    CHECK(employed > 0);
    CHECK(all == employed);
    CHECK(force_of(other, Labour::talent) == 0);
    CHECK(force_of(e, Labour::talent) + force_of(e, Labour::workers) ==
          Approx(force_of(other, Labour::workers)).epsilon(1e-12));
}

TEST_CASE("people who become researchers or move are the same people, firms of the sector employ researchers alone")
{
    Setup setup = researching(5000);
    setup.policies.push_back(policy_of("talent_mobility", {1}));
    Economy e = start_economy(setup);
    const double people = force_of(e, Labour::talent) + force_of(e, Labour::workers);
    double moved = 0;
    for (int month = 1; month <= 36; ++month) {
        advance(e);
        CHECK(force_of(e, Labour::talent) + force_of(e, Labour::workers) == Approx(people).epsilon(1e-12));
        double arrived = 0, left = 0;
        for (const auto& m : e.labour.of(Labour::talent)) arrived += m.arrived, left += m.left;
        CHECK(arrived == Approx(left));
        if (month % 12 != 0) CHECK(arrived == 0);
        moved += arrived;
    }
    CHECK(moved > 0);
    double employed = 0, counted = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.technology.sectors[sector_of(e, row)].talent && e.firms.state[row] == FirmState::active)
            employed += e.firms.workers[row];
    for (const auto& m : e.labour.of(Labour::talent)) counted += m.employed_in_firms;
    CHECK(counted == employed);
}

TEST_CASE("without luck nobody moves or changes trade, with less friction they move from where they earn less")
{
    const Economy rest = after_months(resting_research(2000), 24);
    for (const auto& m : rest.labour.of(Labour::talent)) {
        CHECK(m.left < 1e-3);
        CHECK(m.unemployment() == Approx(0.03).epsilon(1e-3));
    }
    const Economy e = after_months(with_policy(resting_research(2000), policy_of("talent_mobility", {0.5})), 12);
    const auto& regions = e.setup.calibration->regions;
    const auto dearest = std::ranges::max_element(regions, {}, &RegionFigures::relative_wage) - regions.begin();
    for (std::size_t r = 0; r < regions.size(); ++r) {
        const LabourMarket& m = e.labour(Labour::talent, r);
        const bool draws_people = static_cast<std::ptrdiff_t>(r) == dearest;
        CHECK((draws_people ? m.arrived : m.left) > 0);
        if (draws_people) CHECK(m.left == 0);
    }
}

TEST_CASE("where researchers are short their wages rise over those of others, and R&D is dearer")
{
    Setup setup = resting_research(2000);
    Economy e = start_economy(setup), other = start_economy(setup);
    for (auto& m : e.labour.of(Labour::talent)) m.labour_force = m.employed() * 1.005;
    advance(e, 24), advance(other, 24);
    for (std::size_t r = 0; r < e.labour.regions(); ++r) {
        const double wage = e.labour(Labour::talent, r).wage_index / e.labour(Labour::workers, r).wage_index;
        CHECK(wage > 1.02);
        CHECK(e.market.research_price[UseRegion(r)] > other.market.research_price[UseRegion(r)] * 1.005);
    }
}

TEST_CASE("support of R&D pays researchers more, and brings less R&D than where they are workers like others")
{
    const Policy support = policy_of("rd_support", {0, 1, 0, 0});
    Setup setup = resting_research(2000);
    const Economy base = after_months(setup, 36), e = after_months(with_policy(setup, support), 36);
    setup.parameters.talent.talent_switch = 0;
    const Economy like_others = after_months(with_policy(setup, support), 36);
    CHECK(e.total.research_received > base.total.research_received);
    CHECK(e.total.research_received < like_others.total.research_received);
    for (std::size_t r = 0; r < e.labour.regions(); ++r)
        CHECK(e.labour(Labour::talent, r).wage_index > 1.01 * base.labour(Labour::talent, r).wage_index);
}
