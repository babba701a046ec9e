// Every declared parameter is read: another value gives another state. Exceptions are named with their reason.
#include "models/state.hpp"

#include "tests/models/fixture.hpp"

#include <map>
#include <string>

using namespace rongtong;

namespace {

// Values that a short run of a small economy can't tell apart, and why.
const std::map<std::string, std::string> silent{
    {"credit/evergreening", "banks are short of capital under stress only; tests/models/banks.cpp"},
    {"banks/capital_spread", "the same"},
    {"banks/rescue", "the same"},
    {"chain_finance/recourse", "chain leaders fail under stress only; tests/models/chain_finance.cpp"},
    {"equity/market_depth", "stakes are held for longer than so short a run; tests/models/equity.cpp"},
    {"equity/strategic_return", "chain leaders hardly buy so soon; tests/models/equity_policies.cpp"},
    {"insolvency/reorganisation",
     "no firm of twenty workers that earns money fails so soon; tests/models/reorganise.cpp"},
    {"insolvency/least_workers", "the same"},
    {"insolvency/again_months", "the same"},
    {"insolvency/haircut", "the same"},
    {"insolvency/extension_months", "the same"},
    {"insolvency/no_dividends_months", "the same"},
    {"insolvency/owner_chance", "hardly a firm is short of money so soon; tests/models/owner_money.cpp"},
    {"insolvency/owner_months", "the same"},
    {"make/switch_cost", "suppliers are dropped under a law only; tests/models/make_or_buy.cpp"},
    {"make/switch_gap", "the same"},
    {"research/additionality", "of grants alone; tests/models/policies/levers/rd_support.cpp"},
    {"research/success", "where stages are off; tests/models/research/stages.cpp"},
    {"research/equipment_saving", "equipment is opened by a policy; tests/models/policies/levers/shared_equipment.cpp"},
    {"joint/ip_diffusion", "protection is changed by a policy; tests/models/policies/levers/ip_protection.cpp"},
    {"platforms/switch", "without the review of links there is nothing to find; tests/models/platforms/"},
    {"tiers/switch", "without firms that do research there are no tiers; tests/models/tiers/"},
    {"platforms/outage_orders", "of a shock alone; tests/models/platforms/month.cpp"},
    {"demand/spending_limit", "a bound that deposits of a year's income never come near; tests/models/demand.cpp"},
    {"demand/market_cut_limit", "a bound that unified_market alone can reach; tests/models/demand.cpp"},
    {"demand/services_cut_limit", "the same"},
};

// A short run of few firms, past the first compaction; else a longer one of more, where a parameter is of large firms, or of firms
// that have had time to run short of money.
struct Size {
    std::uint64_t firms;
    int months;
};
constexpr Size small_run{500, 15}, large_run{5000, 40};

// Tries values in turn, the mildest first, since a run that stops tells nothing.
std::vector<double> candidates(const ParameterInfo& p)
{
    std::vector<double> values;
    for (double v :
         {p.initial * 1.1, p.initial * 0.9, p.initial * 0.5, p.low, p.initial + 0.2 * (p.high - p.initial), p.high}) {
        if (p.whole) v = std::round(v);
        if (v >= p.low && v <= p.high && v != p.initial) values.push_back(v);
    }
    return values;
}

// What research and its labour market read is seen where research makes growth.
bool of_research(const std::string& group) { return group == "research" || group == "talent" || group == "joint"; }

// And what buyers that look for suppliers read, where they do.
std::string base_of(const std::string& group, std::string_view name)
{
    if (of_research(group)) return "research";
    if ((group == "platforms" || group == "tiers") && name != "switch") return group;
    if (group == "digital") return name == "switch" ? "research" : "digital";
    return (group == "review" && name != "switch") || name == "size_least" ? "review" : "";
}

Setup growing_setup(std::uint64_t firms, const std::string& base = "")
{
    Setup setup = small_setup(firms);
    setup.parameters.technology = default_parameters().technology;
    if (base == "research" || base == "digital" || base == "tiers") setup.parameters.technology.progress_switch = 2;
    if (base == "digital") {
        setup.parameters.digital.digital_switch = setup.parameters.review.review_switch = 1;
        setup.parameters.joint.leader_workers = 1, setup.parameters.joint.cost = 0.02;
    }
    if (base == "tiers") {
        auto& tiers = setup.parameters.tiers;
        tiers.tier_switch = 1, tiers.growth = -0.05, tiers.quality_rank = 0.5,
        setup.parameters.research.performer_size = 40;
        tiers.innovative = 0.03, tiers.specialised = 0.02, tiers.little_giants = 0.006, tiers.champions = 0.003;
    }
    if (base == "platforms") {
        setup.parameters.review.review_switch = setup.parameters.platforms.platform_switch = 1;
        setup.parameters.platforms.count = 2, setup.parameters.platforms.worth = 1.2;
        setup.parameters.platforms.interoperability = 0.2, setup.parameters.platforms.start_members = 0.4;
    }
    if (base == "review") setup.parameters.review.review_switch = 1, setup.parameters.network.size_fall = 0.35;
    return setup;
}

Setup with_value(std::uint64_t firms, const std::string& group, std::string_view name, double value)
{
    Setup setup = growing_setup(firms, base_of(group, name));
    for_each_group(setup.parameters, [&](const char* its_name, auto& its_group, const auto& declared) {
        for (const auto& d : declared)
            if (group == its_name && d.info.name == name) its_group.*(d.member) = value;
    });
    return setup;
}

bool is_heard(const std::string& group, const ParameterInfo& info, Size run, std::uint64_t usual)
{
    for (double value : candidates(info))
        if (state_hash(after(with_value(run.firms, group, info.name, value), run.months)) != usual) return true;
    return false;
}

} // namespace

TEST_CASE("every parameter changes the state when it is varied within its range")
{
    std::map<std::string, std::uint64_t> usual, in_large; // by group
    for (const std::string group : {"", "research", "review", "platforms", "digital", "tiers"}) {
        usual[group] = state_hash(after(growing_setup(small_run.firms, group), small_run.months));
        in_large[group] = state_hash(after(growing_setup(large_run.firms, group), large_run.months));
    }
    Parameters all = default_parameters();
    for_each_group(all, [&](const char* group, auto&, const auto& declared) {
        for (const auto& d : declared) {
            const std::string name = std::string(group) + "/" + std::string(d.info.name);
            INFO(name);
            const std::string base = base_of(group, d.info.name);
            bool heard = is_heard(group, d.info, small_run, usual[base]);
            if (!heard) heard = is_heard(group, d.info, large_run, in_large[base]);
            CHECK(heard == !silent.count(name));
        }
    });
}

TEST_CASE("declarations are complete: a unit, a range around the default, a meaning and a source")
{
    Parameters p = default_parameters();
    std::size_t count = 0;
    for_each_group(p, [&](const char* name, auto& group, const auto& declared) {
        CHECK(sizeof(group) == std::size(declared) * sizeof(double)); // nothing undeclared
        for (const auto& d : declared) {
            INFO(name << "/" << d.info.name);
            CHECK(d.info.low < d.info.high);
            CHECK(d.info.low <= d.info.initial);
            CHECK(d.info.initial <= d.info.high);
            CHECK_FALSE(d.info.unit.empty());
            CHECK_FALSE(d.info.meaning.empty());
            CHECK_FALSE(d.info.source.empty());
            CHECK(group.*(d.member) == d.info.initial);
            ++count;
        }
    });
    CHECK(count > 50);
}
