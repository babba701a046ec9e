// Pools, households, government and the world at the end of a month, by hand (models/bodies/).
#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("a pool's sales less what it pays are its region's mixed income")
{
    const Economy e = after(small_setup(), 5);
    Money paid, mixed, tax;
    for (std::size_t k = 0; k < e.pools.persons.size(); ++k) {
        paid += e.pools.revenue[k] - e.pools.inputs_paid[k] - e.pools.imports_paid[k];
        const auto& s = e.technology.sectors[k / e.groups.regions()];
        tax += round_fen(s.tax * static_cast<double>(e.pools.revenue[k].fen));
    }
    const Purse& pools = e.ledger.pools;
    CHECK(pools.net() == Money());
    CHECK(pools.paid(Flow::production_tax) == tax);
    CHECK(pools.received(Flow::market_sales) - pools.paid(Flow::market_inputs) > Money());
    for (const auto& purse : e.ledger.households) mixed += purse.received(Flow::mixed_income);
    CHECK(mixed == pools.paid(Flow::mixed_income) + e.ledger.clearing.paid(Flow::mixed_income));
    CHECK(pools.paid(Flow::mixed_income) < paid); // less tax and capital goods
}

TEST_CASE("households are taxed on income at one rate, what they can spend is the rest less the transfer abroad")
{
    const double months = GENERATE(3.0, 12.0);
    Setup setup = small_setup();
    setup.parameters.demand.surplus_months = months;
    Economy e = after(setup, 7);
    const double rate = e.government.direct_tax_rate;
    const Money account = e.world.account;
    const double mean = e.world.mean_surplus;
    advance(e);
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        const Purse& purse = e.ledger.households[r];
        const Money tax = purse.paid(Flow::direct_tax);
        const Money taxed = e.households[r].disposable + tax + purse.paid(Flow::transfer_abroad);
        CHECK(tax == round_fen(rate * static_cast<double>(taxed.fen)));
        CHECK(std::abs((taxed - income_of(purse)).fen) < 1000); // what rounding left in the market came later
    }
    CHECK(e.ledger.world.received(Flow::transfer_abroad) == e.world.transfer);
    const double speed = e.setup.parameters.demand.foreign_position_speed;
    CHECK(e.world.transfer == round_fen(mean - speed * static_cast<double>(account.fen)));
    const Money surplus = e.ledger.world.paid(Flow::exports) - e.ledger.world.received(Flow::imports);
    CHECK(e.world.mean_surplus == Approx(mean + (static_cast<double>(surplus.fen) - mean) / months));
}

TEST_CASE("the direct tax rate follows public debt over a year's income, within months, up to the limit")
{
    const double months = GENERATE(6.0, 12.0), limit = GENERATE(0.05, 0.6);
    Setup setup = small_setup();
    setup.parameters.demand.direct_tax_months = months;
    setup.parameters.demand.direct_tax_limit = limit;
    Economy e = after(setup, 7);
    const auto before = e.government;
    advance(e);
    double income = 0;
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        const Purse& purse = e.ledger.households[r];
        income += static_cast<double>(
            (e.households[r].disposable + purse.paid(Flow::direct_tax) + purse.paid(Flow::transfer_abroad)).fen);
    }
    const double debt = static_cast<double>((before.bonds - before.treasury - before.debt_at_start).fen);
    const double wanted = before.direct_tax_rate_at_start +
                          e.setup.parameters.demand.direct_tax_response * debt / (12 * income);
    CHECK(debt != 0);
    CHECK(wanted > 0.05);
    CHECK(e.government.direct_tax_rate ==
          Approx(before.direct_tax_rate + (std::min(wanted, limit) - before.direct_tax_rate) / months).epsilon(1e-12));
}

TEST_CASE(
    "government sells bonds to banks when its account has fallen below half of its start, and buys back above twice")
{
    for (const double part : {0.3, 2.6}) {
        Economy e = start_economy(resting_setup());
        const Money start = e.government.treasury_at_start, bonds = e.government.bonds;
        const Money taken = round_fen((1 - part) * static_cast<double>(start.fen));
        e.government.treasury -= taken;
        for (auto& h : e.households) h.deposits += Money(taken.fen / 4);
        e.households[0].deposits += taken - Money(taken.fen / 4 * 4);
        move_deposits(e);
        advance(e);
        CHECK(e.government.treasury == start);
        CHECK(e.government.bonds == bonds + e.government.new_bonds);
        check_banking(e);
        CHECK((part < 1 ? e.government.new_bonds > Money() : e.government.new_bonds < Money()));
        advance(e);
        CHECK(e.government.new_bonds == Money());
    }
}

TEST_CASE("what everybody imports is what the world sells, and exports are what it buys")
{
    const Economy e = after(small_setup(), 5);
    const auto flow = [&](Flow f, Account a) { return e.accounts.flows(f, a); };
    CHECK(flow(Flow::imports, Account::world) == e.ledger.world.received(Flow::imports));
    CHECK(flow(Flow::exports, Account::world) == e.ledger.world[Flow::exports]);
    CHECK(flow(Flow::transfer_abroad, Account::world) == e.world.transfer);
    CHECK(e.ledger.world.received(Flow::imports) > Money());
    CHECK(flow(Flow::imports, Account::bank) == Money());
}
