// The model's parameters by mechanism. Each group is declared beside the mechanism that reads it; a scenario file sets them
// under /model/GROUP/NAME.
#pragma once

#include "models/capital/accounting_rules.hpp"
#include "models/capital/bank_rules.hpp"
#include "models/capital/chain_finance_rules.hpp"
#include "models/capital/credit_rules.hpp"
#include "models/capital/equity_rules.hpp"
#include "models/capital/insolvency_rules.hpp"
#include "models/capital/merger_rules.hpp"
#include "models/capital/policy_rate_rules.hpp"
#include "models/capital/terms.hpp"
#include "models/digital/digital_rules.hpp"
#include "models/joint/joint_rules.hpp"
#include "models/labour/labour_rules.hpp"
#include "models/labour/talent_rules.hpp"
#include "models/network/network_rules.hpp"
#include "models/network/review_rules.hpp"
#include "models/orders/demand_rules.hpp"
#include "models/orders/make_rules.hpp"
#include "models/orders/ordering_rules.hpp"
#include "models/orders/pricing_rules.hpp"
#include "models/platforms/platform_rules.hpp"
#include "models/population/luck_rules.hpp"
#include "models/population/turnover_rules.hpp"
#include "models/progress/progress_rules.hpp"
#include "models/research/research_rules.hpp"
#include "models/selection/selection_rules.hpp"
#include "models/tiers/tier_rules.hpp"

namespace rongtong {

struct Parameters {
    OrderingRules ordering;
    PricingRules pricing;
    DemandRules demand;
    NetworkRules network;
    ReviewRules review;
    TermRules terms;
    AccountingRules accounting;
    CreditRules credit;
    BankRules banks;
    PolicyRateRules policy_rate;
    InsolvencyRules insolvency;
    ChainFinanceRules chain_finance;
    MergerRules mergers;
    EquityRules equity;
    MakeRules make;
    LabourRules labour;
    TurnoverRules turnover;
    ProgressRules technology;
    ResearchRules research;
    TalentRules talent;
    JointRules joint;
    PlatformRules platforms;
    DigitalRules digital;
    TierRules tiers;
    SelectionRules selection;
    LuckRules luck;
};

// Calls f(name of the group, the group, its declarations) for each group.
template <class Parameters, class F>
void for_each_group(Parameters& p, const F& f)
{
    f("ordering", p.ordering, ordering_parameters);
    f("pricing", p.pricing, pricing_parameters);
    f("demand", p.demand, demand_parameters);
    f("network", p.network, network_parameters);
    f("review", p.review, review_parameters);
    f("terms", p.terms, term_parameters);
    f("accounting", p.accounting, accounting_parameters);
    f("credit", p.credit, credit_parameters);
    f("banks", p.banks, bank_parameters);
    f("policy_rate", p.policy_rate, policy_rate_parameters);
    f("insolvency", p.insolvency, insolvency_parameters);
    f("chain_finance", p.chain_finance, chain_finance_parameters);
    f("mergers", p.mergers, merger_parameters);
    f("equity", p.equity, equity_parameters);
    f("make", p.make, make_parameters);
    f("labour", p.labour, labour_parameters);
    f("turnover", p.turnover, turnover_parameters);
    f("technology", p.technology, progress_parameters);
    f("research", p.research, research_parameters);
    f("talent", p.talent, talent_parameters);
    f("joint", p.joint, joint_parameters);
    f("platforms", p.platforms, platform_parameters);
    f("digital", p.digital, digital_parameters);
    f("tiers", p.tiers, tier_parameters);
    f("selection", p.selection, selection_parameters);
    f("luck", p.luck, luck_parameters);
}

inline Parameters default_parameters()
{
    Parameters p{};
    for_each_group(p, [](const char*, auto& group, const auto& declared) {
        for (const auto& d : declared) group.*(d.member) = d.info.initial;
    });
    return p;
}

} // namespace rongtong
