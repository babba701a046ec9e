// What a phase needs of a firm's group, gathered once before the phase.
#include "models/joint/joint.hpp"
#include "models/phases.hpp"
#include "models/platforms/meet.hpp"
#include "models/research/facilities.hpp"
#include "models/research/gains.hpp"
#include "models/research/knowledge.hpp"
#include "models/selection/cost_edge.hpp"

#include "models/capital/investment.hpp"
#include "models/capital/payout.hpp"
#include "models/labour_kinds.hpp"
#include "models/orders/final_use.hpp"
#include "models/orders/input_limits.hpp"
#include "sim/few.hpp"

namespace rongtong {

namespace {

// Criticality of what a cell's firms hold in their basket.
double basket_criticality(const Economy& e, Cell cell)
{
    double sum = 0;
    for (Product j : e.groups.each<Product>())
        if (e.technology.sectors[j].holds_stock)
            sum += e.market.basket(cell, j) * e.technology.critical(e.groups.sector_of(cell), j);
    return sum;
}

// Factor on wanted capital: the real rate, and sentiment.
double investment_answer(const Economy& e)
{
    return user_cost_factor(e.policy_rate.real, e.policy_rate.start, e.setup.parameters.accounting) *
           std::exp(e.sentiment);
}

// The nation's capital that its output asks for over what stands.
double capital_gap(const Economy& e)
{
    if (e.total.capital <= 0) return 1 / investment_answer(e);
    return (1 + e.progress.trend) * static_cast<double>(e.total.capital_wanted) / static_cast<double>(e.total.capital);
}

// Of digital tools, over the start.
double tools_price(const Economy& e, UseRegion r)
{
    return e.digital.any() ? e.market.use_price(Product(platform_host(e.technology)), r) : 1;
}

// What shocks make of investment.
Few<double, max_regions> formation_by_region(const Economy& e)
{
    Few<double, max_regions> formation;
    for (std::size_t r = 0; r < e.groups.regions(); ++r)
        formation.push_back(
            formation_times(e.technology, e.policy.conditions.demand_of(Purchaser::firms), e.groups.regions(), r));
    return formation;
}

} // namespace

void set_plan_facts(Economy& e)
{
    const auto& market = e.market;
    const auto& ordering = e.setup.parameters.ordering;
    e.work.inputs.clear();
    for (const auto& s : e.technology.sectors) e.work.inputs.push_back({ordering.input_cover, s.holds_stock});
    list_needs(e);
    e.work.input_factor.resize(e.firms.rows());
    e.work.facts.resize(e.groups.size());
    const double answer = investment_answer(e), gap = answer * capital_gap(e);
    const auto formation = formation_by_region(e);
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        GroupFacts& f = e.work.facts[g];
        const Group& group = e.groups[g];
        const Sector& s = e.technology.sectors[group.sector];
        f.cell = e.groups.cell(g);
        f.sector = group.sector, f.region = group.region;
        f.tier = static_cast<std::int8_t>(s.tier);
        f.holds_stock = s.holds_stock;
        f.labour = s.labour, f.imports = s.imports, f.tax = s.tax, f.markup = s.markup, f.margin = s.margin;
        f.capital_per_output = s.capital;
        f.market_cost = s.unit_cost * e.cell_costs.worth_scale[f.cell] * e.cell_costs.now[f.cell] /
                        e.cell_costs.start[f.cell];
        f.wanted_capital = s.capital * answer, f.capital_gap = gap;
        f.cell_output = e.turnover.output[f.cell];
        f.critical = basket_criticality(e, f.cell);
        static_cast<GroupConditions&>(f) = e.policy.conditions.groups[g];
        f.level = e.progress.level, f.trend = e.progress.trend;
        const LabourMarket& labour = market_of(e, f.sector, f.region);
        f.wage_index = labour.wage_index, f.hire_share = labour.hire_share;
        f.buffer = buffer_months(e.setup.parameters.accounting, group.size);
        f.basket_price = market.basket_price[f.cell];
        f.border_saving = e.setup.parameters.demand.border_fee * (1 - market.border_factor[UseRegion(f.region)]);
        f.capital_price = market.capital_price[UseRegion(f.region)];
        f.research_price = market.research_price[UseRegion(f.region)];
        f.formation = formation[f.region];
        f.cell_price = market.price[f.cell], f.tools_price = tools_price(e, UseRegion(f.region));
        f.scarcity = market.scarcity[f.cell];
    }
}

void set_delivery_facts(Economy& e)
{
    for (auto& f : e.work.facts) {
        f.market_ordered = e.market.ordered[f.cell];
        f.share_scale = 1 / e.market.share_sum[f.cell];
        f.pull_scale = 1 / e.market.pull_sum[f.cell];
    }
}

namespace {

// What shared equipment and pilot lines make of a group's projects.
void set_facility_facts(const Economy& e, GroupFacts& f)
{
    const auto& rules = e.setup.parameters.research;
    const auto& open = e.work.open_facilities;
    const std::size_t place = place_of(e, f.sector, f.region);
    f.equipment = equipment_ease(open.equipment[place], open.equipment_worth[place], e.facilities.asked[place], rules);
    const double lines = std::min(1.0, rules.line_share * (1 + e.policy.conditions.more_lines[f.cell]));
    const double usual = usual_success(rules);
    f.success = successes_a_year(lines, 1, rules) / usual;
    f.small_success = successes_a_year(lines, f.equipment, rules) / usual;
}

// What digital tools cost, and the researchers that some need.
void set_tools_facts(const Economy& e, GroupFacts& f)
{
    f.tools_pay = e.market.pay(Product(platform_host(e.technology)), UseRegion(f.region));
    const LabourMarket &talent = e.labour(Labour::talent, f.region), &others = e.labour(Labour::workers, f.region);
    if (talent.labour_force > 0) f.talent_wage = talent.wage_index / others.wage_index;
}

} // namespace

void set_receipt_facts(Economy& e)
{
    const bool chain = has_chain(e);
    const double ageing = researches(e) ? product_ageing(e.setup.parameters.research) : 0;
    if (chain) sum_facilities(e, e.work.open_facilities);
    set_diffusion(e);
    for (auto& f : e.work.facts) {
        f.basket_fill = e.market.basket_fill[f.cell];
        f.basket_pay = e.market.basket_pay[f.cell];
        f.trade_pay = e.market.trade_pay[UseRegion(f.region)];
        f.capital_fill = e.market.capital_fill[UseRegion(f.region)];
        f.capital_pay = e.market.capital_pay[UseRegion(f.region)];
        f.research_fill = e.market.research_fill[UseRegion(f.region)];
        f.research_pay = e.market.research_pay[UseRegion(f.region)];
        f.front = e.frontier.front[f.sector], f.research = e.frontier.research[f.sector];
        f.research_rate = e.frontier.rate[f.sector];
        f.diffusion = e.work.joint.protection[f.sector];
        f.taught = e.frontier.taught[f.sector], f.teaching = e.frontier.teaching[f.sector];
        f.knowledge = knowledge_factor(e.frontier.home, f.foreign_knowledge,
                                       weight_of_foreign(e.technology.import_share[f.sector]),
                                       e.setup.parameters.research);
        if (chain) set_facility_facts(e, f);
        f.ageing = ageing;
        if (e.digital.any()) set_tools_facts(e, f);
        if (e.platforms.any()) f.platform_unit = platform_unit(e, f.sector);
        f.saving = saving_of_technology(e.technology.sectors[f.sector], e.setup.parameters.selection);
    }
}

void gather_sums(Economy& e)
{
    for (auto& slot : e.work.sums)
        for (std::size_t g = 0; g < slot.size(); ++g) {
            e.sums[g] += slot[g];
            slot[g] = FirmSums{};
        }
    for (auto& slot : e.work.bank_sums)
        for (std::size_t b = 0; b < e.banks.size(); ++b) {
            e.bank_sums[b] += slot[b];
            slot[b] = BankSums{};
        }
}

} // namespace rongtong
