// The whole state of an economy, and the month that moves it.
#pragma once

#include "models/agents/banks.hpp"
#include "models/agents/firms.hpp"
#include "models/agents/groups.hpp"
#include "models/agents/technology_table.hpp"
#include "models/bodies/government.hpp"
#include "models/bodies/households.hpp"
#include "models/bodies/pools.hpp"
#include "models/bodies/world.hpp"
#include "models/capital/bank_sums.hpp"
#include "models/capital/policy_rate.hpp"
#include "models/capital/stakes.hpp"
#include "models/digital/digital.hpp"
#include "models/indicators/firm_sums.hpp"
#include "models/indicators/plausibility.hpp"
#include "models/indicators/records.hpp"
#include "models/joint/joint_projects.hpp"
#include "models/labour/labour_markets.hpp"
#include "models/ledger/accounts.hpp"
#include "models/ledger/ledger.hpp"
#include "models/network/links.hpp"
#include "models/orders/market.hpp"
#include "models/platforms/platforms.hpp"
#include "models/policies/policy_state.hpp"
#include "models/population/turnover.hpp"
#include "models/progress/progress.hpp"
#include "models/research/frontier.hpp"
#include "models/research/pilot_lines.hpp"
#include "models/selection/cell_costs.hpp"
#include "models/setup.hpp"
#include "models/tiers/tiers.hpp"
#include "models/workspace.hpp"
#include "sim/draws.hpp"

namespace rongtong {

struct Economy {
    Setup setup;
    TechnologyTable technology; // constants of the starting economy
    GroupTable groups;
    std::int32_t month = 0; // last month that is complete; 0: the start
    std::uint64_t next_id = 1;

    Firms firms;
    Links links;
    Pools pools;
    std::vector<Households> households; // by region
    LabourMarkets labour;
    Government government;
    World world;
    std::vector<Bank> banks;
    CentralBank central_bank;
    PolicyRate policy_rate;
    Progress progress;
    double sentiment = 0; // log of the common willingness to spend and to invest, over the usual
    Market market;
    Turnover turnover;
    CellCosts cell_costs;
    Frontier frontier;
    ResearchFacilities facilities;
    JointWork joint;
    Platforms platforms;
    DigitalTools digital; // constants of the start
    Tiers tiers;
    Equity equity;
    PolicyState policy;

    std::vector<FirmSums> sums;         // of this month, by group
    std::vector<BankSums> bank_sums;    // of this month, by bank
    FirmSums total{};                   // of this month, over all groups
    FirmSums previous{};                // total of the month before: its closing stocks are this month's opening ones
    Ledger ledger;                      // of this month: who paid what, beside firms
    Accounts accounts;                  // of this month
    bool accounts_reclassified = false; // opening deposits were set anew when firms changed size class
    Records records;                    // of this month: exits, entries, defaults
    Marks marks{};                      // of plausibility that were left so far
    Workspace work;                     // scratch, no state
};

// By how much limits in yuan rise with the economy and its prices: firms do not change class by growth.
inline double money_index(const Economy& e) { return e.progress.index * e.policy_rate.price; }

// What policies cost this month that this payer pays.
Money policy_cost_of(const Economy& e, Payer payer);

// The economy of month 0: at rest, books balanced. Throws ScenarioError where the calibration can't carry it.
Economy start_economy(const Setup& setup);

// Moves the economy by one month. Throws AccountingError if the books do not close.
void advance_month(Economy& economy, const Draws& draws);

} // namespace rongtong
