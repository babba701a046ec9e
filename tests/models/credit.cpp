// What banks think of borrowers, and credit as a firm sees it (models/capital/scoring.hpp, credit.hpp, borrow.cpp).
#include "models/capital/credit.hpp"
#include "models/capital/payout.hpp"

#include "tests/models/fixture.hpp"

#include <map>

using namespace rongtong;

namespace {

const CreditRules usual_rules = default_parameters().credit;
const double at_rest = log_odds(usual_rules.usual_risk);

// A firm with enough workers that losing one is no matter.
std::size_t sizable_firm(const Economy& e)
{
    std::size_t row = 0;
    while (e.firms.workers[row] < 30) ++row;
    return row;
}

} // namespace

TEST_CASE("a firm with usual cash, debt and margin has the usual risk")
{
    CHECK(true_risk({1, 1, 0, 0, false}, at_rest, usual_rules) == at_rest);
    CHECK(true_risk({5, 0, -0.1, 0, false}, at_rest, usual_rules) == at_rest); // better is not safer than usual
    CHECK(odds_to_share(at_rest) == Approx(usual_rules.usual_risk));
}

TEST_CASE("risk rises with missing cash, debt, thin margins and arrears, by the weights")
{
    CreditRules rules = usual_rules;
    rules.weight_liquidity = 2, rules.weight_debt = 1, rules.weight_margin = 8, rules.weight_arrears = 1;
    CHECK(true_risk({0.25, 1, 0, 0, false}, 0, rules) == Approx(1.5));
    CHECK(true_risk({1, 1.5, 0, 0, false}, 0, rules) == Approx(0.5));
    CHECK(true_risk({1, 9, 0, 0, false}, 0, rules) == Approx(3)); // bounded
    CHECK(true_risk({1, 1, 0.1, 0, false}, 0, rules) == Approx(0.8));
    CHECK(true_risk({1, 1, 0, 2, true}, 0, rules) == Approx(3));
}

TEST_CASE("banks know large and old firms better")
{
    CreditRules rules = usual_rules;
    rules.noise = 1.2, rules.noise_size = 0.2, rules.noise_age = 24;
    CHECK(opinion_spread(1, 1e9, rules) == Approx(1.2));
    CHECK(opinion_spread(1, 0, rules) == Approx(2.4));
    CHECK(opinion_spread(1, 24, rules) == Approx(1.8));
    CHECK(opinion_spread(1000, 1e9, rules) == Approx(1.2 * std::pow(1000, -0.2)));
    // What a bank counts on is the mean of small odds over its error.
    double mean = 0;
    for (int k = 0; k < 1000; ++k) {
        const double z = -4 + 8 * (k + 0.5) / 1000, density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
        mean += std::exp(-8 + 0.7 * z) * density * 8 / 1000;
    }
    CHECK(std::log(mean) == Approx(risk_counted_on(-8, 0.7)).epsilon(1e-3));
}

TEST_CASE("classes of risk are half a unit wide")
{
    CHECK(risk_bin(-100) == 0);
    CHECK(risk_bin(-10.01) == 0);
    CHECK(risk_bin(-9.99) == 1);
    CHECK(risk_bin(-4.6) == 11);
    CHECK(risk_bin(100) == risk_bins - 1);
}

TEST_CASE("at rest firms keep their loans: each month they borrow what they repay, at the usual rate")
{
    Economy e = start_economy(resting_setup());
    const Economy start = e;
    advance(e, 3);
    CHECK(static_cast<double>(e.total.granted) == Approx(static_cast<double>(e.total.repaid)).epsilon(1e-8));
    CHECK(e.total.applications == 1000);
    CHECK(e.total.approvals == 1000);
    const double rate = usual_loan_rate(e.setup.parameters);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        REQUIRE(e.firms.loans(row).yuan() == Approx(start.firms.loans(row).yuan()).epsilon(1e-6).margin(1));
        REQUIRE(e.firms.loan_rate[row] == Approx(rate).epsilon(1e-6));
    }
}

TEST_CASE("a firm short of cash borrows for working capital, pays more for it, and owes what it got")
{
    Setup setup = resting_setup();
    setup.parameters.credit.liquidity_trigger = 0.9;
    Economy e = start_economy(setup);
    const std::size_t row = sizable_firm(e);
    const Money kept(e.firms.cash[row].fen * 3 / 10);
    e.households[region_of(e, row)].deposits += e.firms.cash[row] - kept;
    e.firms.cash[row] = kept;
    move_deposits(e);
    const Money before = e.firms.loan_short[row];
    advance(e);
    const Money asked = e.firms.credit_short[row];
    const Economy month1 = e;
    REQUIRE(asked > instalment(month1.firms.loan_short[row], usual_rules.short_months) + Money(10000));
    advance(e);
    const Money repaid = instalment(month1.firms.loan_short[row], usual_rules.short_months);
    CHECK(e.firms.loan_short[row] == month1.firms.loan_short[row] + asked - repaid);
    CHECK(e.firms.loan_short[row] > before);
    CHECK(e.firms.loan_rate[row] > month1.firms.loan_rate[row]);
}

TEST_CASE("a bank lends up to collateral, receivables and sales")
{
    Setup setup = resting_setup();
    const auto credit_of = [&](double collateral, double receivable, double unsecured) {
        setup.parameters.credit.collateral = collateral;
        setup.parameters.credit.receivable_value = receivable;
        setup.parameters.credit.unsecured_months = unsecured;
        const Economy e = after(setup, 1);
        Money sum;
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            sum += e.firms.credit_short[row] + e.firms.credit_long[row];
        return sum;
    };
    const Money usual = credit_of(0.5, 0.3, 1);
    CHECK(credit_of(0.44, 0, 0) < usual);
    CHECK(credit_of(0.44, 0.3, 0) > credit_of(0.44, 0, 0));
    CHECK(credit_of(0.44, 0, 0.2) > credit_of(0.44, 0, 0));
    CHECK(credit_of(0, 0, 0) == Money());
}

TEST_CASE(
    "a firm that can't pay its bank is in arrears and its interest is lent; a bank that is tired of it calls its loans")
{
    Setup setup = resting_setup(2000);
    setup.parameters.credit.usual_risk = 0.01;
    setup.parameters.credit.largest_risk = 0.005; // below the usual risk: nobody gets credit
    setup.parameters.insolvency.owner_chance = 0;
    for (const double call_months : {6.0, 1.0}) {
        setup.parameters.credit.call_months = call_months;
        Economy e = start_economy(setup);
        const auto pays_in_time = [&](std::size_t row) {
            bool all = true;
            for_links(e, row, [&](std::uint32_t edge) { all &= e.links.habit[edge].late == 0; });
            return all;
        };
        std::size_t row = 0;
        while (e.firms.workers[row] < 5 || !pays_in_time(row)) ++row;
        e.firms.credit_short[row] = e.firms.credit_long[row] = Money();
        const auto id = e.firms.id[row];
        const double wages = 100 * e.technology.sectors[sector_of(e, row)].labour * e.firms.labour_cost[row] *
                             e.firms.expected[row];
        const Money kept = round_fen(wages) + Money(50);
        e.households[region_of(e, row)].deposits += e.firms.cash[row] - kept;
        e.firms.cash[row] = kept;
        move_deposits(e);
        const Money loans = e.firms.loans(row), interest = loan_interest(loans, e.firms.loan_rate[row]);
        advance(e);
        if (call_months > 1) {
            CHECK(e.firms.state[row] == FirmState::active);
            CHECK(e.firms.arrears[row] == 1);
            CHECK(e.firms.loans(row) == loans + interest - Money(50));
        } else {
            REQUIRE(e.records.events.size() == 1);
            CHECK(e.records.events[0].firm == id);
            CHECK(Money(e.total.loans_of_defaulted) == loans);
            CHECK(e.total.loans_lost < loans.fen);
        }
    }
}

TEST_CASE("firms that default had a higher score a year before: the score ranks borrowers")
{
    Setup setup = small_setup(60000);
    setup.parameters.luck.appeal_spread = 0.12; // more of them
    Economy e = after(setup, 24);
    const auto& p = e.setup.parameters;
    std::map<std::uint64_t, double> score;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        const Group& g = e.groups[e.firms.group[row]];
        const Sector& s = e.technology.sectors[g.sector];
        const double cost = e.firms.unit_cost[row] * e.firms.expected[row];
        const double target = p.credit.working_months * cost + p.credit.leverage *
                                                                   e.market.capital_price[UseRegion(g.region)] *
                                                                   s.capital * e.firms.expected[row];
        const double buffer = buffer_months(p.accounting, g.size) * e.firms.prudence[row] * cost;
        score[e.firms.id[row]] = true_risk({e.firms.cash[row].yuan() / buffer, e.firms.loans(row).yuan() / target,
                                            s.margin - e.firms.margin[row], static_cast<double>(e.firms.arrears[row]),
                                            e.firms.behind[row] != 0},
                                           at_rest, p.credit);
    }
    std::vector<double> failed;
    for (int month = 0; month < 12; ++month) {
        advance(e);
        for (const auto& event : e.records.events)
            if (event.kind == EventKind::bankruptcy && score.count(event.firm)) failed.push_back(score[event.firm]);
    }
    REQUIRE(failed.size() > 10);
    double ahead = 0; // area under the curve of true against false alarms
    for (double f : failed)
        for (const auto& [id, other] : score)
            ahead += (f > other ? 1.0 : f == other ? 0.5 : 0.0) / static_cast<double>(score.size() * failed.size());
    WARN("score: " << failed.size() << " defaults, area under the curve " << ahead);
    CHECK(ahead > 0.75);
}
