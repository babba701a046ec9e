// Marks of plausibility (plausibility.hpp): silent on the economy as it is calibrated, each fires on one that left it.
#include "models/indicators/plausibility.hpp"

#include "tests/models/policies.hpp"

#include <algorithm>
#include <set>
#include <string>

using namespace rongtong;

namespace {

std::size_t place_of(std::string_view name)
{
    const auto marks = plausibility_marks();
    const auto at = std::find_if(marks.begin(), marks.end(), [&](const auto& m) { return m.name == name; });
    REQUIRE(at != marks.end());
    return static_cast<std::size_t>(at - marks.begin());
}

std::set<std::string> left(const Economy& e)
{
    std::set<std::string> names;
    for (std::size_t k = 0; k < mark_count; ++k)
        if (e.marks[k].first > 0) names.emplace(plausibility_marks()[k].name);
    return names;
}

// What is noted of a mark once the month's totals are changed.
MarkRecord record_after(std::string_view name, const std::function<void(Economy&)>& change)
{
    static const Economy sound = after(small_setup(), 6);
    Economy e = sound;
    REQUIRE(left(e).empty());
    change(e);
    check_marks(e);
    return e.marks[place_of(name)];
}

// Takes a bank's equity to a multiple of its loans.
void set_equity(Bank& bank, double of_loans)
{
    bank.deposits += bank.equity() - round_fen(of_loans * static_cast<double>(bank.lent().fen));
}

// On loans, and on invoices that banks bought.
Money owed_to_banks(const Economy& e)
{
    Money sum = sum_of(e.firms.loan_short) + sum_of(e.firms.loan_long);
    for (const auto& bank : e.banks) sum += bank.factored;
    return sum;
}

Money lost_by_banks(const Economy& e)
{
    Money sum(e.total.loans_lost);
    for (const auto& bank : e.banks) sum += bank.factored_lost;
    return sum;
}

} // namespace

TEST_CASE("a failure that names nobody is noted", "[plausibility]")
{
    Setup setup = small_setup();
    setup.shocks.push_back(shock_of("firm_failure", 2, {1, 999999999}));
    CHECK(after(setup, 1).marks[place_of("failures_of_nobody")].first == 0);
    CHECK(after(setup, 3).marks[place_of("failures_of_nobody")].first == 2);
    CHECK(after(setup, 3).marks[place_of("failures_of_nobody")].months == 1);
    setup.shocks[0].parameters[1] = 17;
    CHECK(left(after(setup, 3)).empty());
}

TEST_CASE("marks have their own names, and bounds in order", "[plausibility]")
{
    std::set<std::string_view> names;
    for (const auto& mark : plausibility_marks()) {
        CHECK(names.insert(mark.name).second);
        CHECK(mark.low <= mark.high);
        CHECK(mark.long_name.size() > 10);
        CHECK(mark.value != nullptr);
    }
}

TEST_CASE("the baseline leaves no mark in ten years", "[plausibility]")
{
    for (std::uint32_t replicate : {0u, 1u, 2u}) CHECK(left(after(small_setup(2000, 1, replicate), 120)).empty());
    CHECK(left(after(resting_setup(), 24)).empty());
    CHECK(left(after(without_credit(small_setup()), 24)).empty());
}

TEST_CASE("each mark fires where it is left", "[plausibility]")
{
    const auto all_banks = [](const auto& change) {
        return [=](Economy& e) {
            for (auto& bank : e.banks) change(bank);
        };
    };
    CHECK(record_after("bank_equity", all_banks([](Bank& b) { set_equity(b, -0.01); })).worst < 0);
    CHECK(record_after("bank_capital", [](Economy& e) {
              set_equity(e.banks[0], 0.5 * e.setup.parameters.banks.least_capital);
          }).worst == Approx(0.5));
    CHECK(record_after("household_deposits", [](Economy& e) { e.households[1].deposits = Money(-300); }).worst == -3);
    CHECK(record_after("bad_loans", all_banks([](Bank& b) { b.arrears_loans = part_of(b.loans, 1, 4); })).worst ==
          Approx(0.25));
    CHECK(record_after("firm_debt", [](Economy& e) { e.total.loans *= 30; }).worst > 3);
    CHECK(record_after("central_bank_advances", all_banks([](Bank& b) { b.advances = part_of(b.deposits, 1, 5); }))
              .worst == Approx(0.2));
    CHECK(record_after("unemployment", [](Economy& e) {
              for (auto& market : e.labour.all) market.labour_force *= 2;
          }).worst > 0.5);
    const auto at_prices = [](std::int64_t times, std::int64_t over) {
        return record_after("price_level",
                            [=](Economy& e) {
                                e.total.link_revenue = e.total.link_revenue * times / over;
                                e.total.market_revenue = e.total.market_revenue * times / over;
                            })
            .worst;
    };
    CHECK(at_prices(8, 1) > 5);
    CHECK(at_prices(1, 8) < 0.2);
}

TEST_CASE("money from nowhere is seen to the fen", "[plausibility]")
{
    const auto to_households = [](Economy& e) { e.accounts.balance(Asset::deposits, Account::households) += Money(1); };
    const auto taxed_away = [](Economy& e) { e.accounts.balance(Asset::deposits, Account::micro_firms) -= Money(1); };
    const auto lent = [](Economy& e) { e.accounts.flows(Flow::loans, Account::bank) -= Money(100); };
    CHECK(record_after("money_made", to_households).worst == 0.01);
    CHECK(record_after("money_made", taxed_away).worst == -0.01);
    CHECK(record_after("money_made", lent).worst == -1);
}

TEST_CASE("a mark counts its months and keeps the worst", "[plausibility]")
{
    Economy e = after(small_setup(), 3);
    const auto month = [&](std::int64_t fen) {
        ++e.month;
        e.households[0].deposits = Money(fen);
        check_marks(e);
    };
    for (auto fen : {-100, -400, 100, -200}) month(fen);
    const MarkRecord record = e.marks[place_of("household_deposits")];
    CHECK(record.first == 4);
    CHECK(record.months == 3);
    CHECK(record.worst == -4);
}

TEST_CASE("where money comes from adds up to the fen", "[plausibility]")
{
    Setup merging = small_setup(2000);
    merging.parameters.mergers.rate = 0.2;
    for (const Setup& setup : {small_setup(), without_credit(small_setup()), resting_setup(), merging}) {
        Economy e = start_economy(setup);
        Money before = deposits_at_banks(e), lent;
        for (int m = 0; m < 60; ++m) {
            const Money owed = owed_to_banks(e);
            advance(e);
            const MoneyMade made = money_made(e.accounts);
            CHECK(e.marks[place_of("money_made")].first == 0);
            if (e.accounts_reclassified) { // opening deposits are those of the next month by now
                CHECK(e.month % 12 == 0);
            } else {
                CHECK(made.change.fen == (deposits_at_banks(e) - before).fen);
                CHECK(made.gap().fen == 0);
            }
            CHECK(made.bonds == e.government.new_bonds);
            CHECK(made.loans == owed_to_banks(e) - owed + lost_by_banks(e));
            before = deposits_at_banks(e), lent += made.loans;
        }
        CHECK((setup.parameters.credit.credit_switch > 0 || lent == Money()));
    }
}
