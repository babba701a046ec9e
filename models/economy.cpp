// One month of the economy. Start reading here (docs/odd.md, section 3).
#include "models/economy.hpp"

#include "models/capital/banking.hpp"
#include "models/indicators/range.hpp"
#include "models/phases.hpp"
#include "models/policies/look_back.hpp"
#include "models/room.hpp"
#include "sim/parallel.hpp"

namespace rongtong {

namespace {

// Scratch tables of the right size, sums at zero. Grows only when rows or groups do.
void open_month(Economy& e)
{
    follow_rules(e); // by last month's indicators
    ++e.month;
    name_firms(e);
    set_conditions(e); // with last month's counts of firms
    auto& w = e.work;
    const std::size_t blocks = block_count(e.firms.rows()) + 1;
    w.sums.resize(thread_slots());
    w.words.resize(thread_slots());
    w.noise.resize(thread_slots());
    if (w.exits.empty()) make_room(e);
    w.offers.resize(e.firms.rows());
    if (w.exits.size() < blocks) for_each_block_list(w, [&](auto& lists, std::size_t) { lists.resize(blocks); });
    for (auto& table : w.sums) table.resize(e.groups.size());
    w.bank_sums.resize(thread_slots());
    w.platform_counts.resize(thread_slots());
    for (auto& counts : w.platform_counts) counts.members.resize(e.platforms.members.size());
    for (auto* tables : {&w.words, &w.noise})
        for (auto& block : *tables) block.resize(block_rows);
    e.previous = e.total;
    e.sums.assign(e.groups.size(), FirmSums{});
    e.bank_sums.assign(e.banks.size(), BankSums{});
    e.ledger.open(e.households.size());
}

void add_up(Economy& e)
{
    e.total = FirmSums{};
    for (const auto& s : e.sums) e.total += s;
    check_range(e.total);
}

} // namespace

void advance_month(Economy& economy, const Draws& draws)
{
    PhaseClock& clock = economy.work.clock;
    clock.start();

    // 1. Policy: levers and shocks that hold this month; prices that are seen, the central bank's rate.
    open_month(economy);
    post_prices(economy);
    set_policy_rate(economy);
    offer_credit(economy);
    clock.lap(Phase::policy);

    // 2. Plans: everyone sees last month, each writes only its own row.
    set_plan_facts(economy);
    plan_firms(economy, draws);
    clear_payments(economy, draws);
    settle_losses(economy);
    gather_sums(economy);
    clock.lap(Phase::plans);
    plan_final_demand(economy, draws);
    route_market(economy);
    clock.lap(Phase::final_demand);

    // 3. Markets: the only places where agents touch each other.
    set_delivery_facts(economy);
    deliver_goods(economy);
    charge_arrears(economy, draws);
    gather_sums(economy);
    clock.lap(Phase::deliveries);
    settle_market(economy);
    find_teachers(economy);
    look_at_partners(economy);
    clock.lap(Phase::market);

    // 4. Outcomes: receive, pay, invest, look ahead; leave and enter.
    set_receipt_facts(economy);
    receive_goods(economy, draws);
    gather_sums(economy);
    post_partners(economy);
    clock.lap(Phase::receipts);
    allot_lines(economy, draws);
    work_jointly(economy, draws);
    count_transfers(economy);
    run_platforms(economy);
    pay_investors(economy);
    settle_bodies(economy);
    post_market_means(economy);
    advance_frontier(economy);
    advance_progress(economy);
    clock.lap(Phase::bodies);
    finance_chains(economy);
    merge_firms(economy, draws);
    trade_equity(economy, draws);
    review_inputs(economy, draws);
    renew_firms(economy, draws);
    clock.lap(Phase::renewal);

    // 5. Books: every fen paid was received, every good shipped was made, or the run stops.
    add_up(economy);
    close_books(economy);
    check_marks(economy);
    clock.lap(Phase::books);
    tidy_rows(economy, draws);
    clock.lap(Phase::tidying);
}

} // namespace rongtong
