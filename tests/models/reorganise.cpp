// Reorganisation (reorganise.hpp): a firm that would default goes on with less debt; what it owes less, its creditors claim less.
#include "models/capital/reorganise.hpp"
#include "models/agents/firm_columns.hpp"

#include "models/state.hpp"
#include "tests/models/policies.hpp"

#include <algorithm>

using namespace rongtong;

namespace {

// Small firms count, and a bank calls its loans at the first month of arrears; capital of failed firms is worth nothing.
Setup troubled(double share, std::uint64_t firms = 2000)
{
    Setup setup = small_setup(firms);
    auto& p = setup.parameters;
    p.insolvency.reorganisation = share;
    p.insolvency.least_workers = 2;
    p.insolvency.viable_margin = -1;
    p.insolvency.haircut = 1;
    p.credit.liquidation_value = 0;
    p.credit.call_months = 1;
    return setup;
}

Money wages_at_rest(const Economy& e, std::size_t row)
{
    const auto& s = e.technology.sectors[sector_of(e, row)];
    return round_fen(100 * s.labour * e.firms.labour_cost[row] * e.firms.productivity[row] * e.firms.workers[row]);
}

// A third of the firms have little more than their wages.
Economy of_short_firms(const Setup& setup)
{
    Economy e = start_economy(setup);
    for (std::size_t row = 0; row < e.firms.rows(); row += 3)
        keep_in_till(e, row, std::min(e.firms.cash[row], wages_at_rest(e, row) + Money(e.firms.payable[row].fen / 20)));
    return e;
}

struct Totals {
    std::int64_t on_sold = 0; // fen lost on claims that banks bought
    std::int64_t reorganised = 0, claims = 0, loans = 0, defaults = 0;
    std::uint64_t hash = 0;
    friend bool operator==(const Totals&, const Totals&) = default;
};

Totals totals_of(const Setup& setup, int months)
{
    Economy e = of_short_firms(setup);
    Totals t;
    for (int m = 0; m < months; ++m) {
        advance(e); // stops if books don't close
        check_banking(e);
        Money lost, loans, given_up;
        for (const auto& x : e.records.losses) (x.kind == EventKind::loan_loss ? loans : lost) += x.lost;
        for (const auto& x : e.records.events)
            if (x.kind == EventKind::reorganisation) given_up += x.lost;
        REQUIRE(lost == Money(e.total.written_off));
        REQUIRE(loans == Money(e.total.loans_lost) + factored_lost(e));
        REQUIRE(given_up == Money(e.total.claims_cut));
        t.on_sold += (factored_lost(e) + Money(e.total.bought_back)).fen;
        REQUIRE(owed_over_links(e) == sum_of(e.firms.payable));
        t.reorganised += e.total.reorganisations, t.claims += e.total.claims_cut, t.loans += e.total.loans_cut;
        t.defaults += e.total.defaults;
    }
    t.hash = state_hash(e);
    return t;
}

} // namespace

TEST_CASE("creditors without security give up no more than a liquidation would cost them", "[reorganise]")
{
    InsolvencyRules rules{};
    rules.haircut = 1;
    // pot 100 with collateral 40, loans 60: bank 40, tax 10, then 50 for 20 of the bank and 80 of suppliers
    CHECK(cut_share(Money(100), Money(40), Money(60), Money(10), Money(80), rules) == Approx(0.5));
    rules.proceedings_cost = 0.2; // 30 are left
    CHECK(cut_share(Money(100), Money(40), Money(60), Money(10), Money(80), rules) == Approx(0.7));
    rules.haircut = 0.3;
    CHECK(cut_share(Money(100), Money(40), Money(60), Money(10), Money(80), rules) == Approx(0.3));
    CHECK(cut_share(Money(500), Money(40), Money(60), Money(10), Money(80), rules) == Approx(0));
    CHECK(cut_share(Money(30), Money(40), Money(30), Money(0), Money(0), rules) == 0);
    CHECK(cut_of(Money(101), 0.5) == Money(50));
}

TEST_CASE("firms that earn, employ and were not reorganised lately are viable", "[reorganise]")
{
    const auto rules = default_parameters().insolvency;
    Firms f;
    resize_columns(f, 1);
    f.margin[0] = 0.05f;
    CHECK(viable(f, 0, 30, 12, rules));
    CHECK_FALSE(viable(f, 0, 19, 12, rules));
    f.reorganised[0] = 6;
    CHECK_FALSE(viable(f, 0, 30, 12, rules));
    CHECK(viable(f, 0, 30, 66, rules));
    CHECK(pays_no_dividends(6, 12, rules));
    CHECK_FALSE(pays_no_dividends(6, 30, rules));
    CHECK_FALSE(pays_no_dividends(0, 5, rules));
    f.margin[0] = -0.01f;
    CHECK_FALSE(viable(f, 0, 30, 66, rules));
}

TEST_CASE("books close in months with many reorganisations, whatever the threads", "[reorganise]")
{
    const auto run = [] { return totals_of(troubled(1), 48); };
    const Totals one = with_threads(1, run);
    CHECK(one.reorganised > 20);
    CHECK(one.claims > 0);
    CHECK(one.loans > 0);
    CHECK(with_threads(2, run) == one);
}

TEST_CASE("banks that bought claims on a firm that is reorganised give up their part, or have it bought back",
          "[reorganise]")
{
    for (const double recourse : {0.0, 1.0}) {
        Setup setup = troubled(1, 3000);
        auto& rules = setup.parameters.chain_finance;
        rules.large_anchors = 1, rules.need = 10, rules.recourse = recourse;
        setup.shocks.push_back(shock_of("demand", 14, {-0.9, 8, 0}));
        const Totals t = totals_of(setup, 24); // stops if claims that banks bought differ from what is owed on them
        CHECK(t.reorganised > 100);
        CHECK(t.on_sold > 0);
    }
}

TEST_CASE("without a chance of it nothing changes, with it fewer firms default at once", "[reorganise]")
{
    Setup none = troubled(0), other = troubled(0);
    other.parameters.insolvency.haircut = 0.1;
    other.parameters.insolvency.no_dividends_months = 3;
    const Totals off = totals_of(none, 24);
    CHECK(off.reorganised == 0);
    CHECK(totals_of(other, 24) == off);
    const Totals first = totals_of(troubled(0), 1), on = totals_of(troubled(1), 1);
    CHECK(on.reorganised > 0);
    CHECK(on.defaults == first.defaults - on.reorganised);
}

TEST_CASE("every parameter of insolvency is heard where firms are short", "[reorganise]")
{
    const auto hash_with = [](double InsolvencyRules::* member, double value) {
        Setup setup = troubled(0.9, 1000);
        setup.parameters.insolvency.haircut = 0.5;
        setup.parameters.insolvency.again_months = 2;
        if (member) setup.parameters.insolvency.*member = value;
        return totals_of(setup, 12).hash;
    };
    const auto usual = hash_with(nullptr, 0);
    CHECK(hash_with(&InsolvencyRules::proceedings_cost, 0.1) != usual);
    CHECK(hash_with(&InsolvencyRules::proceedings_months, 3) != usual);
    CHECK(hash_with(&InsolvencyRules::proceedings_months, 20.5) != usual); // need not be whole
    CHECK(hash_with(&InsolvencyRules::reorganisation, 0.3) != usual);
    CHECK(hash_with(&InsolvencyRules::viable_margin, 0.05) != usual);
    CHECK(hash_with(&InsolvencyRules::least_workers, 10) != usual);
    CHECK(hash_with(&InsolvencyRules::again_months, 60) != usual);
    CHECK(hash_with(&InsolvencyRules::haircut, 0.2) != usual);
    CHECK(hash_with(&InsolvencyRules::extension_months, 2) != usual);
    CHECK(hash_with(&InsolvencyRules::no_dividends_months, 0) != usual);
}

TEST_CASE("a firm that can't pay its oldest invoices goes on: it keeps its workers, owes less, and pays the rest later",
          "[reorganise]")
{
    Economy e = start_economy(without_edges(troubled(1)));
    std::size_t row = 0;
    const auto fits = [&](std::size_t r) {
        const auto& f = e.firms;
        return f.state[r] == FirmState::active && f.workers[r] >= 10 && f.payable[r] > wages_at_rest(e, r) &&
               f.receivable[r] == Money();
    };
    while (!fits(row)) ++row;
    auto& f = e.firms;
    for_links(e, row, [&](std::uint32_t edge) { // all that it owes is three months overdue
        Money owed = e.links.owed(edge);
        e.links.clear_debt(edge);
        e.links.due(edge, e.month - 2) = owed;
    });
    f.overdue[row] = f.payable[row];
    f.behind[row] = 1;
    const Money wages(wages_at_rest(e, row).fen * 11 / 10);
    REQUIRE(f.cash[row] > wages);
    keep_in_till(e, row, wages);
    const auto id = f.id[row];
    const Money owed = f.payable[row];
    const std::int32_t workers = f.workers[row];
    advance(e);
    REQUIRE(f.state[row] == FirmState::active);
    const auto is_it = [&](const Event& x) { return x.firm == id && x.kind == EventKind::reorganisation; };
    const auto event = std::find_if(e.records.events.begin(), e.records.events.end(), is_it);
    REQUIRE(event != e.records.events.end());
    CHECK(event->owed <= owed);
    CHECK(event->lost > Money());
    CHECK(f.reorganised[row] == e.month);
    CHECK(f.overdue[row] == Money());
    CHECK(f.arrears[row] == 0);
    CHECK(f.workers[row] >= workers / 2);
    Money later;
    for_links(e, row, [&](auto edge) { later += e.links.due(edge, e.month + 4); });
    CHECK(later >= event->owed - event->lost - Money(1));
    advance(e, 12);
}
